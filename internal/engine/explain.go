package engine

import (
	"slices"
	"strconv"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// maxConsidered is the number of rules that an answer considers when it names the nearest misses; an explanation
// considers all.
const maxConsidered = 200

// maxNearest is the number of nearest misses that an answer names.
const maxNearest = 3

// Trace says what became of one rule when a request was decided.
type Trace struct {
	Miss
	File string
	Line int
	// Point names the decision point that the rule speaks at, "" for rules of operations. Item counts the items that
	// were decided about, from 1 on.
	Point string
	Item  int
	// Matched tells that every condition held; Answered that it was the rule that answered, Continued that it
	// contributed and went on. A rule behind the one that answered was not tried.
	Matched, Answered, Continued, Tried bool
}

// Explain says for every rule that may speak for the operation what became of it, given the world as it was when the
// request was decided: the rule that answered first, then those that missed, nearest first, then those that were not
// tried. Where a handler answered, it comes first, and after the rules of the operation come those that were tried for
// the first items that it asked about, item by item; the handler decides once more for that. Values of sensitive fields
// are not shown.
func (p *Program) Explain(req *contract.Request, w *World) []Trace {
	ev := p.evaluation(req, w)
	defer p.release(ev)
	out, answered := p.traces(ev, target{operation: req.Operation})
	if answered || w.Handler == nil {
		return out
	}
	again := *w
	again.Coverage, again.watch = nil, &watch{}
	// How it ends is known: what is wanted is what it asked on the way there.
	_, _ = p.Decide(req, &again)
	handler := Trace{Miss: Miss{Scenario: HandlerScenario, Rule: HandlerRule}, Matched: true, Answered: true, Tried: true}
	return slices.Concat([]Trace{handler}, out, again.watch.traces)
}

// traces says for every rule that may speak for a target what becomes of it, and whether one of them answers.
func (p *Program) traces(ev *evaluation, t target) (out []Trace, answered bool) {
	for set := range p.levels(t, ev.world) {
		p.provide(ev, set.reads)
		for _, r := range set.rules {
			t := Trace{Miss: Miss{Scenario: r.scenario.name, Rule: r.name}, File: r.file, Line: r.line, Tried: !answered}
			if t.Tried {
				miss, missed := r.miss(ev)
				t.Miss, t.Matched = miss, !missed
				t.Continued = t.Matched && r.goesOn
				t.Answered = t.Matched && !r.goesOn
				answered = answered || t.Answered
			}
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Trace) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return b.Passed - a.Passed
	})
	return out, answered
}

func rank(t Trace) int {
	switch {
	case t.Answered:
		return 0
	case t.Continued:
		return 1
	case t.Tried:
		return 2
	}
	return 3
}

// nearest gives the rules that came closest to matching, best first: those of which the most conditions held.
func (p *Program) nearest(t target, ev *evaluation) []Miss {
	var misses []Miss
	considered := 0
	for set := range p.levels(t, ev.world) {
		for _, r := range set.rules {
			if considered++; considered > maxConsidered {
				break
			}
			if m, missed := r.miss(ev); missed {
				misses = append(misses, m)
			}
		}
	}
	slices.SortStableFunc(misses, func(a, b Miss) int { return b.Passed - a.Passed })
	return misses[:min(len(misses), maxNearest)]
}

// miss finds the first condition of the rule that does not hold; missed is false when all hold.
func (r *rule) miss(ev *evaluation) (m Miss, missed bool) {
	m = Miss{Scenario: r.scenario.name, Rule: r.name}
	for i := range r.conditions {
		c := &r.conditions[i]
		if !c.holds(ev.env.Slots[c.slot]) {
			m.Condition, m.Wanted = c.where(), c.test.wants()
			m.Got = c.got(ev.env.Slots[c.slot])
			return m, true
		}
		m.Passed++
	}
	for i := range r.states {
		if c := &r.states[i]; !c.holds(ev.state) {
			m.Condition, m.Wanted, m.Got = "state "+c.state.name, quotedOr(c.want), strconv.Quote(c.state.of(ev.state))
			return m, true
		}
		m.Passed++
	}
	if r.missNames(ev, &m) {
		return m, true
	}
	bound := 0
	for i := range r.whens {
		w := &r.whens[i]
		if r.missLet(ev, &m, bound, w.needs) {
			return m, true
		}
		bound = w.needs
		ok, err := w.expr.EvalBool(&ev.env)
		if err != nil || !ok {
			m.Condition, m.Wanted, m.Got = "when "+w.expr.Source(), "true", explainWhen(w.expr, &ev.env, err)
			return m, true
		}
		m.Passed++
	}
	if r.missLet(ev, &m, bound, len(r.lets)) {
		return m, true
	}
	if !r.counted() {
		return m, false
	}
	hit := ev.state.hitsOf(r.id) + 1
	if r.times != nil && !r.times.holds(hit) {
		m.Condition, m.Wanted, m.Got = "times", r.times.String(), "request "+strconv.Itoa(hit)
		return m, true
	}
	if r.chance < 1 && !drawn(r.chance, ev.world.Seed, r.seed, hit) {
		m.Condition, m.Wanted, m.Got = "chance", "to be drawn, "+strconv.FormatFloat(r.chance, 'g', -1, 64), "not drawn"
		return m, true
	}
	return m, false
}

// missNames binds what find names, and tells whether there is no row.
func (r *rule) missNames(ev *evaluation, m *Miss) (missed bool) {
	ev.seed, ev.source = ev.draws(r.seed), nil
	for i := range r.finds {
		ok, err := r.finds[i].bind(ev)
		if err != nil || !ok {
			m.Condition, m.Wanted, m.Got = "find "+r.finds[i].name, "a row of "+r.finds[i].table.name, "no row"
			return true
		}
		m.Passed++
	}
	return false
}

// missLet works out some of the lets, and tells whether one of them fails.
func (r *rule) missLet(ev *evaluation, m *Miss, from, to int) (missed bool) {
	for i := from; i < to; i++ {
		if err := r.lets[i].bind(&ev.env); err != nil {
			m.Condition, m.Wanted, m.Got = "let "+r.lets[i].name, "a value", err.Error()
			return true
		}
	}
	return false
}

func quotedOr(words []string) string {
	quoted := make([]string, 0, len(words))
	for _, w := range words {
		quoted = append(quoted, strconv.Quote(w))
	}
	return orList(quoted)
}

func explainWhen(w *expression.Expression, env *expression.Env, err error) string {
	if err != nil {
		return err.Error()
	}
	return w.Explain(env)
}

// got says what stands at the condition's place; the value of a sensitive field is not shown.
func (c *condition) got(part any) string {
	v, present := lookup(part, c.path)
	switch {
	case !present:
		return "nothing"
	case c.sensitive:
		return "another value"
	}
	return short(v)
}
