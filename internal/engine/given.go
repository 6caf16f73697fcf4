package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// given is a provider state in the sense of Pact: it selects its scenario, changes the sandbox, and hands values back.
type given struct {
	api      *contract.API
	scenario *scenario
	state    string
	params   []parameter
	effects  []effect
	returns  *template
	slot     int // of the fact params
	place    finding.Place
	implied  bool // by a scenario's name; there are no params and no effects
}

// parameter is one parameter of a provider state.
type parameter struct {
	name     string
	typ      *expression.Type
	fallback any
	required bool
}

// givenAll reads the given: of every file.
func (l *loader) givenAll() {
	for _, d := range l.scenarios {
		if d.given == nil {
			continue
		}
		if d.given.Kind != yaml.SequenceNode {
			l.error("not-a-list", d.src.place(d.given), "write given: [{state: …}]", "given is a list of provider states")
			continue
		}
		s := l.program.named(d.api, d.name)
		for _, n := range d.given.Content {
			l.declareGiven(d, s, n)
		}
	}
	l.impliedGiven()
}

// impliedGiven makes every scenario that can be selected a provider state of its name, unless its API declares one of
// that name: setting it up selects the scenario and does nothing else.
func (l *loader) impliedGiven() {
	for _, api := range l.order {
		for _, s := range l.program.scenarios[api] {
			declared := slices.ContainsFunc(l.program.given, func(g *given) bool { return g.api == api && g.state == s.name })
			if !s.isDefault && !declared {
				l.program.given = append(l.program.given, &given{api: api, scenario: s, state: s.name, implied: true})
			}
		}
	}
}

func (l *loader) declareGiven(d *scenarioDecl, s *scenario, n *yaml.Node) {
	g := &given{api: d.api, scenario: s, place: d.src.place(n)}
	var params, do, returns *yaml.Node
	ok := l.readFields(d.src, n, "a provider state", []field{
		{name: "state", required: true, read: func(_, v *yaml.Node) { g.state, _ = l.text(d.src, v, "state") }},
		{name: "params", read: func(_, v *yaml.Node) { params = v }},
		{name: "do", read: func(_, v *yaml.Node) { do = v }},
		{name: "returns", read: func(_, v *yaml.Node) { returns = v }},
	})
	if !ok || g.state == "" {
		return
	}
	for _, other := range l.program.given {
		if other.api == g.api && other.state == g.state {
			l.report(finding.Finding{Code: "duplicate-given", Place: g.place, Message: fmt.Sprintf("provider state %q is declared a second time for this API", g.state),
				Related: []finding.Related{{Place: other.place, Message: "first here"}}})
			return
		}
	}
	typ := &expression.Type{Kind: expression.Object, Name: "params", Fields: map[string]*expression.Type{}}
	if params != nil {
		l.givenParams(d.src, g, params, typ)
	}
	scope := l.factScope(nil)
	scope, g.slot = scope.With("params", typ)
	l.program.slots = max(l.program.slots, scope.Size())
	g.effects = l.effects(d.src, d.api.Name, do, scope, &callbackSource{api: d.api})
	if returns != nil {
		g.returns = l.template(d.src, returns, scope, nil)
		if g.returns.kind != object && !isObject(g.returns) {
			l.error("not-a-mapping", d.src.place(returns), "write returns: {name: value}", "returns is a mapping of names to values")
		}
	}
	for i := range g.effects {
		for _, t := range g.effects[i].templates() {
			t.release()
		}
	}
	g.returns.release()
	l.program.given = append(l.program.given, g)
}

func isObject(t *template) bool {
	_, ok := t.value.(map[string]any)
	return t.kind == literal && ok
}

// givenParams reads params: {vpa: {type: string, default: …}}.
func (l *loader) givenParams(s *source, g *given, n *yaml.Node, typ *expression.Type) {
	if n.Kind != yaml.MappingNode {
		l.error("not-a-mapping", s.place(n), "write params: {name: {type: string}}", "params must be a mapping of names to declarations")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		p := parameter{name: n.Content[i].Value, required: true, typ: &expression.Type{Kind: expression.String}}
		var fallback *yaml.Node
		ok := l.readFields(s, n.Content[i+1], "a parameter", []field{
			{name: "type", required: true, read: func(_, v *yaml.Node) {
				kind, known := columnKinds[v.Value]
				if !known {
					l.error("unknown-type", s.place(v), "known: "+strings.Join(sortedNames(columnKinds), ", "), "%q is no type", v.Value)
				}
				p.typ = &expression.Type{Kind: kind}
			}},
			{name: "default", read: func(_, v *yaml.Node) { fallback, p.required = v, false }},
			{name: "optional", read: func(_, v *yaml.Node) {
				if l.flag(s, v, "optional") {
					p.required = false
				}
			}},
		})
		if !ok {
			continue
		}
		if fallback != nil {
			p.fallback = l.scalarValue(s, fallback, nil)
			if err := fitsColumn(p.typ, p.fallback); err != nil {
				l.error("wrong-type", s.place(fallback), "", "the default of %s: %v", p.name, err)
			}
		}
		if !p.required && fallback == nil {
			p.typ = optional(p.typ)
		}
		typ.Fields[p.name] = p.typ
		g.params = append(g.params, p)
	}
}

// ProvidedState is what setting up a provider state has come to.
type ProvidedState struct {
	// Scenarios are to be selected, as api/scenario; default ones speak anyway.
	Scenarios []string
	State     *State
	// Returns holds the values that the state hands back, for a verifier's generators.
	Returns   map[string]any
	Callbacks []Callback
}

// ErrUnknownState is the error for a provider state that no scenario declares.
var ErrUnknownState = errors.New("no scenario declares this provider state")

// Provide sets up a provider state. Every API that declares it takes part. A scenario that can be selected is a provider
// state by its name, without parameters, where its API declares no other of that name. Errors wrap ErrUnknownState, or
// say which parameter is wrong or which effect could not be done; the state of the world is then unchanged.
func (p *Program) Provide(state string, params map[string]any, w *World) (ProvidedState, error) {
	out := ProvidedState{State: w.State, Returns: map[string]any{}}
	var known []string
	found := false
	for _, g := range p.given {
		if g.state != state {
			known = append(known, g.state)
			continue
		}
		found = true
		if err := p.provideGiven(g, params, w, &out); err != nil {
			return ProvidedState{State: w.State}, fmt.Errorf("provider state %q: %w", state, err)
		}
	}
	if !found {
		slices.Sort(known)
		hint := didYouMean(state, known)
		if hint != "" {
			hint = "; " + hint
		}
		return ProvidedState{State: w.State}, fmt.Errorf("provider state %q: %w%s", state, ErrUnknownState, hint)
	}
	return out, nil
}

func (p *Program) provideGiven(g *given, params map[string]any, w *World, out *ProvidedState) error {
	values, err := g.values(params)
	if err != nil {
		return err
	}
	if !g.scenario.isDefault {
		out.Scenarios = append(out.Scenarios, g.api.Name+"/"+g.scenario.name)
	}
	if g.implied {
		return nil
	}
	world := *w
	world.State = out.State
	ev := p.blank(&world)
	defer p.release(ev)
	ev.api = g.api.Name
	p.provide(ev, readsNow|readsCaller|readsRequest|readsState)
	ev.env.Slots[g.slot] = values
	var d Decision
	r := &rule{scenario: g.scenario, name: g.state, id: g.api.Name + "/" + g.scenario.name + "/given/" + g.state, effects: g.effects, seed: hashText(g.state)}
	ev.seed = w.draws(r.seed)
	if err := p.perform(r, ev, &d); err != nil {
		return err
	}
	out.State, out.Callbacks = ev.next, append(out.Callbacks, d.Callbacks...)
	if g.returns == nil {
		return nil
	}
	v, err := g.returns.eval(&ev.env)
	if err != nil {
		return err
	}
	if m, ok := expression.Plain(v).(map[string]any); ok {
		for name, value := range m {
			out.Returns[name] = value
		}
	}
	return nil
}

// values checks the parameters that were sent and completes them with defaults.
func (g *given) values(params map[string]any) (map[string]any, error) {
	out := map[string]any{}
	for _, p := range g.params {
		v, ok := params[p.name]
		if p.typ.Kind == expression.String {
			v = asText(v)
		}
		switch {
		case ok && v != nil:
			if err := fitsColumn(p.typ, v); err != nil {
				return nil, fmt.Errorf("parameter %s: %w", p.name, err)
			}
			out[p.name] = v
		case p.required:
			return nil, fmt.Errorf("parameter %s is missing", p.name)
		case p.fallback != nil:
			out[p.name] = p.fallback
		}
	}
	for name := range params {
		if !slices.ContainsFunc(g.params, func(p parameter) bool { return p.name == name }) {
			return nil, fmt.Errorf("there is no parameter %s", name)
		}
	}
	return out, nil
}

// asText gives a number as text, and anything else as it is: verifiers of contracts send a text that reads as a number,
// such as an account's, as a number.
func asText(v any) any {
	switch v.(type) {
	case int, json.Number:
		return fmt.Sprint(v)
	}
	return v
}

// GivenStates lists the provider states, with the API of each: first those that scenarios declare, in order of
// declaration, then the scenarios that can be selected.
func (p *Program) GivenStates() []GivenState {
	out := make([]GivenState, 0, len(p.given))
	for _, g := range p.given {
		s := GivenState{API: g.api.Name, Scenario: g.scenario.name, State: g.state}
		for _, param := range g.params {
			s.Params = append(s.Params, param.name)
			if param.required {
				s.Required = append(s.Required, param.name)
			}
		}
		out = append(out, s)
	}
	return out
}

// GivenState names one provider state.
type GivenState struct {
	API, Scenario, State string
	// Params are the names of its parameters, Required those without which it is not set up.
	Params, Required []string
}
