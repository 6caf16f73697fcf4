package trial

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"regexp"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// Options say which cases run, how often and where. Target and Clock are required.
type Options struct {
	Target Target
	// Clock measures how long cases take.
	Clock func() time.Time
	// Match chooses cases by api/test/case; nil takes all.
	Match *regexp.Regexp
	// Count is how often each case runs; less than 1 is once.
	Count int
	// Shuffle runs the cases in an order that the seed makes. Seed is also where cases take their chance from, each by
	// its name, so that the order changes nothing about a case.
	Shuffle bool
	Seed    uint64
	// Most bounds the cases that run, the first ones; less than 1 does not.
	Most int
}

// Run runs the cases. The error says why the run could not go on; what a case finds is in the report.
func (p *Plan) Run(ctx context.Context, o Options) (*Report, error) {
	report := &Report{Seed: o.Seed, Files: p.files, Pairs: newPairs()}
	var chosen []*testCase
	for _, c := range p.cases {
		if o.Match == nil || o.Match.MatchString(c.id()) {
			chosen = append(chosen, c)
		}
	}
	report.Chosen, report.Of = len(chosen), len(p.cases)
	if o.Most > 0 && len(chosen) > o.Most {
		chosen = chosen[:o.Most]
	}
	random := rand.New(rand.NewPCG(o.Seed, o.Seed^0x9e3779b97f4a7c15))
	for i := range max(1, o.Count) {
		if o.Shuffle {
			random.Shuffle(len(chosen), func(i, j int) { chosen[i], chosen[j] = chosen[j], chosen[i] })
		}
		for _, c := range chosen {
			if err := ctx.Err(); err != nil {
				return report, fmt.Errorf("the run was ended: %w", err)
			}
			began := o.Clock()
			r, err := p.runCase(ctx, c, o, uint64(i), report.Pairs)
			if err != nil {
				return report, fmt.Errorf("case %s: %w", c.id(), err)
			}
			r.Took = o.Clock().Sub(began)
			report.Results = append(report.Results, r)
		}
	}
	return report, nil
}

// Rest gives results of cases that were chosen and that a run has not come to, with the reason for it.
func (p *Plan) Rest(r *Report, match *regexp.Regexp, reason string) []*Result {
	ran := map[string]bool{}
	for _, result := range r.Results {
		ran[result.Name()] = true
	}
	var out []*Result
	for _, c := range p.cases {
		if !ran[c.id()] && (match == nil || match.MatchString(c.id())) {
			out = append(out, &Result{API: c.suite.api.Name, Test: c.suite.name, Case: c.name, Place: c.place, Outcome: NotRun, Reason: reason})
		}
	}
	return out
}

// seedOf gives a case its chance: what its file says, else one of its own that the run's seed makes.
func (c *testCase) seedOf(run, round uint64) uint64 {
	if c.seed != nil {
		return *c.seed
	}
	h := fnv.New64a()
	h.Write([]byte(c.id())) // never fails
	return (h.Sum64() ^ (run+round)*0x9e3779b97f4a7c15) & (1<<53 - 1)
}

// running is one case while it runs.
type running struct {
	*testCase
	program *engine.Program
	session Session
	env     expression.Env
	pairs   *Pairs
	random  *rand.Rand
	hits    map[string]int               // by key, then scenario/rule
	sent    map[string][]engine.Callback // since the last call, by key
	deaf    string                       // why the target cannot tell what it sends
	calls   int
}

func (p *Plan) runCase(ctx context.Context, c *testCase, o Options, round uint64, pairs *Pairs) (r *Result, err error) {
	r = &Result{API: c.suite.api.Name, Test: c.suite.name, Case: c.name, Place: c.place, Round: int(round) + 1, Outcome: Passed}
	if c.skip != "" {
		r.Outcome, r.Reason = Skipped, c.skip
		return r, nil
	}
	seed := c.seedOf(o.Seed, round)
	session, err := o.Target.Begin(ctx, Setting{Keys: c.keys(), Seed: seed, Start: c.start})
	if err != nil {
		return r, c.unsupported(r, err)
	}
	defer func() { err = errors.Join(err, session.End(ctx)) }()
	t := &running{
		testCase: c, program: p.program, session: session, pairs: pairs, hits: map[string]int{}, sent: map[string][]engine.Callback{},
		random: rand.New(rand.NewPCG(seed, seed^0x9e3779b97f4a7c15)),
	}
	t.env = expression.Env{Slots: make([]any, c.slots), Services: session.Services(), Random: func() *rand.Rand { return t.random }}
	if c.withSlot >= 0 {
		t.env.Slots[c.withSlot] = c.row
	}
	failure, err := t.run(ctx)
	if err != nil {
		return r, c.unsupported(r, err)
	}
	if failure != nil {
		r.Outcome, r.Failure = Failed, failure
	}
	return r, nil
}

// unsupported makes an error of a target that cannot do something the outcome of the case.
func (c *testCase) unsupported(r *Result, err error) error {
	var cannot *UnsupportedError
	if !errors.As(err, &cannot) {
		return err
	}
	r.Outcome, r.Reason = NotRun, cannot.What
	return nil
}

// keys lists the callers that a case names.
func (c *caseDecl) keys() []string {
	var keys []string
	add := func(key string) {
		if key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	add(c.key)
	for _, s := range c.selected {
		add(s.key)
	}
	for _, g := range c.given {
		add(g.key)
	}
	for _, s := range c.steps {
		add(s.key)
	}
	return keys
}

// caller gives the key that a step speaks for.
func (t *running) caller(key string) string {
	switch {
	case key != "":
		return key
	case t.key != "":
		return t.key
	}
	return t.session.Key()
}

// run prepares the sandboxes and goes through the steps. It ends with the first step that fails.
func (t *running) run(ctx context.Context) (*Failure, error) {
	for _, s := range t.selected {
		if err := t.session.Select(ctx, t.caller(s.key), t.qualified(s.names)); err != nil {
			return t.stopped(s.place, "select", err)
		}
	}
	for _, g := range t.given {
		if err := t.tick(ctx, t.caller(g.key)); err != nil {
			return nil, err
		}
		if failure, err := t.provide(ctx, g, t.caller(g.key)); failure != nil || err != nil {
			return failure, err
		}
	}
	for i, s := range t.steps {
		for n := range s.repeat {
			if err := ctx.Err(); err != nil {
				return nil, fmt.Errorf("the case was ended: %w", err)
			}
			failure, err := t.step(ctx, s)
			if err != nil {
				return nil, err
			}
			if failure != nil {
				failure.Step, failure.Steps = i+1, len(t.steps)
				if s.repeat > 1 {
					failure.Time, failure.Times = n+1, s.repeat
				}
				return failure, nil
			}
		}
	}
	return nil, nil
}

// qualified names scenarios with their API, since sandboxes know all APIs.
func (t *running) qualified(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = t.suite.api.Name + "/" + name
	}
	return out
}

// stopped tells a target that cannot do something from one that refuses it, which fails the step.
func (t *running) stopped(at finding.Place, what string, err error) (*Failure, error) {
	var cannot *UnsupportedError
	if errors.As(err, &cannot) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return nil, err
	}
	return &Failure{What: what, Findings: finding.List{{Code: "step-failed", Place: at, Message: err.Error()}}}, nil
}

// eval fills the holes of a template. now is the caller's clock.
func (t *running) eval(tm *engine.Template) (any, error) {
	t.env.Steps = expression.DefaultSteps
	v, err := tm.Eval(&t.env)
	if u, ok := t.env.Services.(*unsigned); ok && u.asked && err != nil {
		return nil, &UnsupportedError{errUnsigned.Error()}
	}
	return v, err
}

// tick reads the caller's clock for the holes of a step. A target that shows no clock has none.
func (t *running) tick(ctx context.Context, key string) error {
	now, err := t.session.Now(ctx, key)
	t.env.Slots[slotNow], t.env.Now = now, now
	if cannot := (*UnsupportedError)(nil); errors.As(err, &cannot) {
		t.env.Slots[slotNow], err = nil, nil
	}
	return err
}

func (t *running) step(ctx context.Context, s *step) (*Failure, error) {
	key := t.caller(s.key)
	if err := t.tick(ctx, key); err != nil {
		return nil, err
	}
	if s.call != nil {
		return t.stepCall(ctx, s, key)
	}
	if failure, err := t.act(ctx, s, key); failure != nil || err != nil {
		return failure, err
	}
	if s.expect == nil {
		return nil, nil
	}
	if err := t.collect(ctx, key); err != nil {
		return nil, err
	}
	return t.check(ctx, s, key, nil)
}

// collect takes over the callbacks that have been sent.
func (t *running) collect(ctx context.Context, key string) error {
	if t.deaf != "" {
		return nil
	}
	sent, err := t.session.Callbacks(ctx, key)
	t.sent[key] = append(t.sent[key], sent...)
	if cannot := (*UnsupportedError)(nil); errors.As(err, &cannot) {
		t.deaf, err = cannot.What, nil // told when a step asks for callbacks
	}
	return err
}

func (t *running) stepCall(ctx context.Context, s *step, key string) (*Failure, error) {
	t.calls++
	b := &requestBuilder{call: s.call, eval: t.eval, key: key, origin: t.session.Origin(), id: fmt.Sprintf("test-%d", t.calls)}
	request, err := b.build(ctx)
	if err != nil {
		return t.hole(s.call.place, s.call.operation.ID, err)
	}
	answer, err := t.session.Send(request, key)
	if err != nil {
		return t.stopped(s.call.place, s.call.operation.ID, err)
	}
	if err := t.collect(ctx, key); err != nil {
		return nil, err
	}
	t.note(s.call.operation, key, answer)
	failure, err := t.check(ctx, s, key, answer)
	t.sent[key] = nil
	if failure == nil && err == nil && s.slot >= 0 {
		t.env.Slots[s.slot] = bound(answer)
	}
	return failure, err
}

// note counts what answered.
func (t *running) note(o *contract.Operation, key string, a *Answer) {
	if a.Fault == "" || a.Fault == engine.Dribble || a.Fault == engine.Truncate {
		t.pairs.add(o, a.Status)
	}
	for _, name := range a.Continued {
		t.hits[key+" "+name]++
	}
	for _, v := range a.Verdicts {
		t.hits[key+" "+v.Scenario+"/"+v.Rule] += v.Items
	}
	if a.Rule != "" {
		t.hits[key+" "+a.Scenario+"/"+a.Rule]++
	}
}

// bound is an answer as later steps see it.
func bound(a *Answer) map[string]any {
	header := make(map[string]any, len(a.Header))
	for name, values := range a.Header {
		if len(values) > 0 {
			header[lower(name)] = values[0]
		}
	}
	body, _ := decoded(a)
	return map[string]any{"status": a.Status, "header": header, "body": body}
}

// hole makes a failure of a hole that gave no value, or of a value that cannot be sent.
func (t *running) hole(at finding.Place, what string, err error) (*Failure, error) {
	var cannot *UnsupportedError
	if errors.As(err, &cannot) {
		return nil, err
	}
	var failed *engine.HoleError
	if errors.As(err, &failed) && failed.Line > 0 {
		at = failed.Place
	}
	return &Failure{What: what, Findings: finding.List{{Code: "no-value", Place: at, Message: err.Error()}}}, nil
}
