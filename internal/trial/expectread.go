package trial

import (
	"slices"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/engine"
)

// readRule reads the name of a rule that may speak for the operation.
func (e *expectReader) readRule(n *yaml.Node) *nameWant {
	name, ok := e.Text(n, "rule")
	if !ok || !e.isRule(n, name) {
		return nil
	}
	return &nameWant{name, e.Place(n)}
}

func (e *expectReader) isRule(n *yaml.Node, name string) bool {
	names := []string{engine.HandlerRule}
	if name == engine.HandlerRule {
		return true
	}
	for _, r := range e.program.RulesFor(e.o) {
		if r.Rule == name {
			return true
		}
		names = append(names, r.Rule)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	e.Error("unknown-rule", n, hint(name, names), "no scenario has a rule %q for operation %s", name, e.o.ID)
	return false
}

func (e *expectReader) readScenario(n *yaml.Node) *nameWant {
	names := append(e.program.ScenarioNames(e.suite.api), engine.HandlerScenario)
	return e.oneOf(n, "scenario", names)
}

func (e *expectReader) readProblem(n *yaml.Node) *nameWant {
	return e.oneOf(n, "problem", e.program.ProblemCodes(e.suite.api.Name))
}

// oneOf reads a name that is one of those that there are.
func (e *expectReader) oneOf(n *yaml.Node, what string, names []string) *nameWant {
	name, ok := e.Text(n, what)
	if !ok {
		return nil
	}
	if !slices.Contains(names, name) {
		e.Error("unknown-"+what, n, hint(name, names), "there is no %s %q", what, name)
		return nil
	}
	return &nameWant{name, e.Place(n)}
}

// readDelay reads delay: 30s, or [50ms, 2s] for the shortest and the longest.
func (e *expectReader) readDelay(n *yaml.Node) *delayWant {
	d := &delayWant{place: e.Place(n)}
	if n.Kind != yaml.SequenceNode {
		d.low = e.Duration(n, time.Hour)
		d.high = d.low
		return d
	}
	if len(n.Content) != 2 {
		e.Error("bad-delay", n, "write [50ms, 2s]", "a range of delays is the shortest and the longest")
		return nil
	}
	d.low, d.high = e.Duration(n.Content[0], time.Hour), e.Duration(n.Content[1], time.Hour)
	if d.high < d.low {
		e.Error("bad-delay", n, "swap the two", "the longest delay is shorter than the shortest")
	}
	return d
}

// readCallbacks reads callbacks: [name, {name, body}]: those sent since the previous call, in order.
func (e *expectReader) readCallbacks(n *yaml.Node) *want {
	if n.Kind != yaml.SequenceNode {
		e.Error("not-a-list", n, "write callbacks: [name], or [] for none", "callbacks is a list")
		return nil
	}
	known := e.callbackNames()
	out := &want{kind: listWant, place: e.Place(n)}
	for _, item := range n.Content {
		one := &want{kind: objectWant, place: e.Place(item)}
		name := item
		if item.Kind == yaml.MappingNode {
			name = nil
			e.Fields(item, "a callback", []engine.Member{
				{Name: "name", Required: true, Read: func(_, v *yaml.Node) { name = v }},
				{Name: "body", Read: func(k, v *yaml.Node) {
					one.members = append(one.members, wantMember{"body", e.Place(k), e.want(v, "body", nil)})
				}},
				{Name: "url", Read: func(k, v *yaml.Node) {
					one.members = append(one.members, wantMember{"url", e.Place(k), e.want(v, "url", nil)})
				}},
			})
		}
		if name == nil {
			continue
		}
		if w := e.oneOf(name, "callback", known); w != nil {
			one.members = append([]wantMember{{"name", w.place, e.want(name, "name", nil)}}, one.members...)
			out.items = append(out.items, one)
		}
	}
	return out
}

// callbackNames lists what the API's operations and its document may send.
func (e *expectReader) callbackNames() []string {
	var names []string
	for _, o := range e.suite.api.Operations {
		for _, c := range o.Callbacks {
			names = append(names, c.Name)
		}
	}
	for _, c := range e.suite.api.Webhooks {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// readHits reads hits: 3 for the rule that answers, or {rule: 3}.
func (e *expectReader) readHits(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		if e.o == nil {
			e.Error("bad-expectation", n, "write hits: {the rule's name: 3}", "no rule answers in a step without call")
			return
		}
		e.out.hits = append(e.out.hits, hitsWant{count: e.Count(n, "hits", 0, maxRepeat), place: e.Place(n)})
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if e.o != nil && !e.isHit(k, k.Value) || e.o == nil && !e.isAnyRule(k) {
			continue
		}
		e.out.hits = append(e.out.hits, hitsWant{k.Value, e.Count(n.Content[i+1], "hits", 0, maxRepeat), e.Place(n.Content[i+1])})
	}
}

// isHit tells whether a call of the operation may hit a rule: one of its own, or one of its decision points.
func (e *expectReader) isHit(n *yaml.Node, name string) bool {
	verdicts := e.program.VerdictsFor(e.o)
	return slices.ContainsFunc(verdicts, func(r engine.RuleName) bool { return r.Rule == name }) || e.isRule(n, name)
}

func (e *expectReader) isAnyRule(n *yaml.Node) bool {
	var names []string
	for _, o := range e.suite.api.Operations {
		for _, r := range slices.Concat(e.program.RulesFor(o), e.program.VerdictsFor(o)) {
			if r.Rule == n.Value {
				return true
			}
			names = append(names, r.Rule)
		}
	}
	slices.Sort(names)
	e.Error("unknown-rule", n, hint(n.Value, slices.Compact(names)), "no scenario of API %s has a rule %q", e.suite.api.Name, n.Value)
	return false
}
