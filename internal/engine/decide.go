package engine

import (
	"errors"
	"math/rand/v2"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// rule is one compiled rule. It is immutable.
type rule struct {
	scenario *scenario
	name     string
	target   target
	id       string // api/scenario/operation/rule, or api/scenario/operation#point/rule: the key of its counter
	number   uint64 // in the program
	seed     uint64 // its share of chance, made from id
	file     string
	line     int

	conditions []condition
	states     []stateCondition
	finds      []find
	lets       []binding // in the order of need: those of each when, then the rest
	whens      []when
	times      *times
	chance     float64
	lines      []int                           // of the conditions, in the order in which they are evaluated
	sites      map[*expression.Expression]site // of an override; nil for a rule of the program

	effects []effect
	delay   delay
	answer  *answer // nil when the rule only breaks the wire or goes on; at a decision point, the outcome
	fault   Fault
	goesOn  bool
	off     bool
}

// when is one condition that is an expression, and how many of the rule's lets it and those before it need.
type when struct {
	expr  *expression.Expression
	needs int
}

// counted tells whether the rule needs a counter.
func (r *rule) counted() bool { return r.times != nil || r.chance < 1 }

// writes tells whether the rule may change the sandbox's state.
func (r *rule) writes() bool { return r.counted() || len(r.effects) > 0 }

// evaluation is the state of one decision. Evaluations are pooled.
type evaluation struct {
	env       expression.Env
	found     []int32 // number of the row that a find for one row bound, by slot
	world     *World
	api       string
	request   *contract.Request // nil when there is none
	operation *contract.Operation
	state     *State // as it was before the request
	next      *State // as it will be
	cover     *Coverage
	asked     uint64 // number of the item at a decision point; 0 elsewhere
	seed      uint64
	source    *rand.Rand
	draw      func() *rand.Rand // random, kept so that binding it costs nothing
}

// random gives the source of chance for the rule at hand: the same for the same seed.
func (ev *evaluation) random() *rand.Rand {
	if ev.source == nil {
		ev.source = generated(ev.seed)
	}
	return ev.source
}

func (p *Program) evaluation(req *contract.Request, w *World) *evaluation {
	ev := p.blank(w)
	ev.request, ev.operation, ev.api = req, req.Operation, req.Operation.API.Name
	slots := ev.env.Slots
	slots[slotPath], slots[slotQuery], slots[slotHeader], slots[slotCookie] = req.Path, req.Query, req.Header, req.Cookie
	slots[slotBody] = req.Body
	return ev
}

// blank gives an evaluation that knows nothing of a request.
func (p *Program) blank(w *World) *evaluation {
	ev, _ := p.pool.Get().(*evaluation)
	if ev == nil {
		ev = &evaluation{}
		ev.draw = ev.random
	}
	if slots := max(p.slots, int(p.overrideSlots.Load())); len(ev.found) < slots {
		ev.found, ev.env.Slots = make([]int32, slots), make([]any, slots)
	}
	ev.world, ev.seed, ev.state, ev.next, ev.cover = w, w.Seed, w.State, w.State, w.Coverage
	ev.env.Now, ev.env.Services, ev.env.Steps, ev.env.Random = w.Now, w.Services, expression.DefaultSteps, ev.draw
	return ev
}

// provide fills the slots of the facts that a rule set reads and that cost something to make.
func (p *Program) provide(ev *evaluation, reads factSet) {
	slots, w := ev.env.Slots, ev.world
	if reads&readsEverything != 0 && ev.request != nil {
		headers, cookies := ev.request.Everything()
		slots[slotHeader], slots[slotCookie] = headers, cookies
	}
	if reads&readsNow != 0 && slots[slotNow] == nil {
		slots[slotNow] = w.Now
	}
	if reads&readsCaller != 0 && slots[slotCaller] == nil {
		slots[slotCaller] = w.Caller.fact()
	}
	if reads&readsRequest != 0 && slots[slotRequest] == nil {
		slots[slotRequest] = map[string]any{"id": w.RequestID, "url": w.URL, "base": w.Base}
	}
	if reads&readsState != 0 && slots[slotState] == nil {
		slots[slotState] = p.stateFact(ev.api, ev.state)
	}
}

func (p *Program) stateFact(api string, st *State) map[string]any {
	m := make(map[string]any, len(p.states[api]))
	for name, d := range p.states[api] {
		m[name] = d.of(st)
	}
	return m
}

// noScopes is what a caller without scopes has; it is never changed.
var noScopes any = []any{}

// fact gives the caller as expressions see it; what is not known is absent.
func (c *Caller) fact() map[string]any {
	m := make(map[string]any, 5)
	set := func(name, v string) {
		if v != "" {
			m[name] = v
		}
	}
	set("app", c.App)
	set("organisation", c.Organisation)
	set("subject", c.Subject)
	set("token", c.Token)
	m["scopes"] = noScopes
	if len(c.Scopes) > 0 {
		scopes := make([]any, 0, len(c.Scopes))
		for _, s := range c.Scopes {
			scopes = append(scopes, s)
		}
		m["scopes"] = scopes
	}
	return m
}

func (p *Program) release(ev *evaluation) {
	clear(ev.env.Slots)
	ev.world, ev.source, ev.env.Services, ev.request, ev.operation, ev.asked = nil, nil, nil, nil, nil, 0
	ev.state, ev.next, ev.cover = nil, nil, nil
	p.pool.Put(ev)
}

// Decide gives the answer to a checked request, and the state of the sandbox after it. It is a function of the
// program, the request and the world. After an error, which is a *ScenarioError, the state is what it was.
func (p *Program) Decide(req *contract.Request, w *World) (Decision, error) {
	ev := p.evaluation(req, w)
	defer p.release(ev)
	d := Decision{State: w.State}
	spoken, done, err := p.ask(&d, ev, target{operation: req.Operation})
	switch {
	case err != nil:
		return Decision{State: w.State}, err
	case done:
		return d, nil
	case w.Handler != nil:
		if err := p.handle(&d, ev); err != nil {
			return Decision{State: w.State}, err
		}
		return d, nil
	case spoken:
		d.None, d.Nearest = true, p.nearest(target{operation: req.Operation}, ev)
	default:
		if err := p.fromDocument(&d, req, w); err != nil {
			return Decision{State: w.State}, err
		}
	}
	d.State = ev.next
	return d, nil
}

// ask goes through the levels of precedence. spoken tells that some scenario has rules that answer the target.
func (p *Program) ask(d *Decision, ev *evaluation, t target) (spoken, done bool, err error) {
	for set := range p.levels(t, ev.world) {
		p.provide(ev, set.reads)
		spoken = spoken || set.answers && !set.star
		if ev.cover != nil {
			done, err = p.scan(d, ev, set)
		} else {
			done, err = p.choose(d, ev, set)
		}
		if done || err != nil {
			return spoken, done, err
		}
	}
	return spoken, false, nil
}

// choose tries the rules that the index leaves possible.
func (p *Program) choose(d *Decision, ev *evaluation, set *ruleSet) (done bool, err error) {
	candidates := set.index.candidates(ev.env.Slots)
	for i, ok := candidates.next(); ok; i, ok = candidates.next() {
		if done, err = p.try(d, ev, set.rules[i]); done || err != nil {
			return done, err
		}
	}
	return false, nil
}

// scan tries every rule in turn, so that coverage sees each condition.
func (p *Program) scan(d *Decision, ev *evaluation, set *ruleSet) (done bool, err error) {
	for _, r := range set.rules {
		if done, err = p.try(d, ev, r); done || err != nil {
			return done, err
		}
	}
	return false, nil
}

// try answers with a rule if it matches. done is false when it does not, or when it goes on.
func (p *Program) try(d *Decision, ev *evaluation, r *rule) (done bool, err error) {
	matched, err := r.matches(ev)
	if err == nil && matched {
		err = p.decide(d, ev, r)
	}
	if err != nil {
		return false, p.scenarioError(r, err)
	}
	return matched && !r.goesOn, nil
}

// matches tells whether every condition of the rule holds, binding its names on the way.
func (r *rule) matches(ev *evaluation) (bool, error) {
	seen := ev.cover.of(r)
	for i := range r.conditions {
		c := &r.conditions[i]
		if !seen.note(c.holds(ev.env.Slots[c.slot])) {
			return false, nil
		}
	}
	for i := range r.states {
		if !seen.note(r.states[i].holds(ev.state)) {
			return false, nil
		}
	}
	ev.seed, ev.source = ev.draws(r.seed), nil
	for i := range r.finds {
		ok, err := r.finds[i].bind(ev)
		if err != nil {
			return false, err
		}
		if !r.finds[i].all {
			seen.note(ok)
		}
		if !ok {
			return false, nil
		}
	}
	bound := 0
	for i := range r.whens {
		w := &r.whens[i]
		if err := r.bind(ev, bound, w.needs); err != nil {
			return false, err
		}
		bound = w.needs
		ok, err := w.expr.EvalBool(&ev.env)
		if err != nil {
			return false, &expressionError{w.expr, err}
		}
		if !seen.note(ok) {
			return false, nil
		}
	}
	if err := r.bind(ev, bound, len(r.lets)); err != nil {
		return false, err
	}
	if r.counted() {
		hit := ev.next.hitsOf(r.id) + 1
		ev.next = ev.next.withHits(r.id, hit)
		if r.times != nil && !seen.note(r.times.holds(hit)) {
			return false, nil
		}
		if r.chance < 1 && !seen.note(drawn(r.chance, ev.world.Seed, r.seed, hit)) {
			return false, nil
		}
	}
	seen.matched()
	return true, nil
}

// bind works out the lets from one number to another.
func (r *rule) bind(ev *evaluation, from, to int) error {
	for i := from; i < to; i++ {
		if err := r.lets[i].bind(&ev.env); err != nil {
			return err
		}
	}
	return nil
}

func (b *binding) bind(env *expression.Env) error {
	v, err := b.expr.Eval(env)
	if err != nil {
		return &expressionError{b.expr, err}
	}
	env.Slots[b.slot] = v
	return nil
}

// decide does what a rule that matches says.
func (p *Program) decide(d *Decision, ev *evaluation, r *rule) error {
	d.Delay = min(maxDelay, d.Delay+r.delay.draw(ev))
	if r.goesOn {
		d.Continued = append(d.Continued, r.scenario.name+"/"+r.name)
		return p.perform(r, ev, d)
	}
	d.Scenario, d.Rule, d.Fault, d.OffContract = r.scenario.name, r.name, r.fault, r.off
	d.rule = r
	if r.target.point != nil {
		d.State = ev.next
		return nil // the verdict is the asker's to work out
	}
	if r.answer != nil {
		if err := r.answer.render(d, ev); err != nil {
			return err
		}
	}
	if len(r.effects) > 0 {
		if err := p.perform(r, ev, d); err != nil {
			return err
		}
	}
	d.State = ev.next
	return nil
}

// draws gives the seed of what a rule makes at random for this request.
func (w *World) draws(rule uint64) uint64 { return mix(w.Seed, w.Number) ^ rule }

// draws gives the same for the item at hand, where items are decided about.
func (ev *evaluation) draws(rule uint64) uint64 {
	if ev.asked == 0 {
		return ev.world.draws(rule)
	}
	return mix(ev.world.draws(rule), ev.asked)
}

// mix spreads a seed and a number over 64 bits (the finaliser of SplitMix64).
func mix(seed, n uint64) uint64 {
	z := seed + (n+1)*0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (p *Program) scenarioError(r *rule, err error) *ScenarioError {
	out := &ScenarioError{Scenario: r.scenario.name, Rule: r.name, Err: err}
	var failed *expressionError
	if !errors.As(err, &failed) {
		return out
	}
	at, ok := r.sites[failed.expr]
	if !ok {
		at = p.sites[failed.expr]
	}
	out.File, out.Line, out.Column = at.file, at.line, at.column
	var runtime *expression.RuntimeError
	if errors.As(err, &runtime) {
		out.Line, out.Column = at.at(failed.expr.Source(), runtime.Offset)
	}
	return out
}
