package engine

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// stateDecl is a declared value that a sandbox holds: one of a list, with a first one.
type stateDecl struct {
	id      string // "api/name"
	name    string
	values  []string
	initial string
	place   finding.Place
}

// of gives the value in a sandbox's state.
func (d *stateDecl) of(st *State) string {
	if v, ok := st.value(d.id); ok && slices.Contains(d.values, v) {
		return v
	}
	return d.initial
}

// declareStates reads the state: of a file.
func (l *loader) declareStates(d *scenarioDecl, into map[string]*stateDecl) {
	if d.states == nil {
		return
	}
	s := d.src
	if d.states.Kind != yaml.MappingNode {
		l.error("not-a-mapping", s.place(d.states), "write state: {bank: {values: [up, down], initial: up}}", "state must be a mapping of names to declarations")
		return
	}
	for i := 0; i+1 < len(d.states.Content); i += 2 {
		key, value := d.states.Content[i], d.states.Content[i+1]
		decl := &stateDecl{id: d.api.Name + "/" + key.Value, name: key.Value, place: s.place(key)}
		if !identifier.MatchString(key.Value) {
			l.error("bad-name", decl.place, "", "a state's name is letters, digits and _; %q is not", key.Value)
			continue
		}
		var initial *yaml.Node
		ok := l.readFields(s, value, "a state", []field{
			{name: "values", required: true, read: func(_, v *yaml.Node) { decl.values = l.words(s, v, "values") }},
			{name: "initial", required: true, read: func(_, v *yaml.Node) { initial = v }},
		})
		if !ok || initial == nil || len(decl.values) == 0 {
			continue
		}
		l.stateValue(s, initial, decl)
		decl.initial = initial.Value
		if first := into[decl.name]; first != nil {
			l.report(finding.Finding{Code: "duplicate-state", Place: decl.place, Message: fmt.Sprintf("state %q is declared a second time for this API", decl.name),
				Related: []finding.Related{{Place: first.place, Message: "first here"}}})
			continue
		}
		into[decl.name] = decl
	}
}

// words reads a list of different words.
func (l *loader) words(s *source, n *yaml.Node, what string) []string {
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		l.error("not-a-list", s.place(n), "", "%s is a list of words", what)
		return nil
	}
	var out []string
	for _, c := range n.Content {
		v, ok := l.text(s, c, what)
		if !ok {
			continue
		}
		if slices.Contains(out, v) {
			l.error("repeated-constant", s.place(c), "", "%q stands here a second time", v)
			continue
		}
		out = append(out, v)
	}
	return out
}

func (l *loader) stateNamed(s *source, api string, key *yaml.Node) *stateDecl {
	known := l.states[api]
	d := known[key.Value]
	if d == nil {
		l.error("unknown-state", s.place(key), didYouMean(key.Value, sortedNames(known)), "API %s declares no state %q", api, key.Value)
	}
	return d
}

// stateValue refuses a value that the state does not have.
func (l *loader) stateValue(s *source, n *yaml.Node, d *stateDecl) bool {
	if n.Kind == yaml.ScalarNode && slices.Contains(d.values, n.Value) {
		return true
	}
	l.error("unknown-state-value", s.place(n), orNothing(didYouMean(n.Value, d.values), "declared: "+strings.Join(d.values, ", ")), "state %s has no value %q", d.name, n.Value)
	return false
}

// stateCondition demands one of some values of a declared state.
type stateCondition struct {
	state *stateDecl
	want  []string
}

func (c *stateCondition) holds(st *State) bool { return slices.Contains(c.want, c.state.of(st)) }

// stateConditions reads the state: of a rule.
func (l *loader) stateConditions(r *ruleDecl) []stateCondition {
	if r.state == nil {
		return nil
	}
	s := r.src()
	if r.state.Kind != yaml.MappingNode || len(r.state.Content) == 0 {
		l.error("not-a-mapping", s.place(r.state), "write state: {bank: down}", "state must be a mapping of states to values")
		return nil
	}
	var out []stateCondition
	for i := 0; i+1 < len(r.state.Content); i += 2 {
		declared := l.stateNamed(s, r.decl.api.Name, r.state.Content[i])
		if declared == nil {
			continue
		}
		values := []*yaml.Node{r.state.Content[i+1]}
		if values[0].Kind == yaml.SequenceNode {
			values = values[0].Content
		}
		c := stateCondition{state: declared}
		for _, v := range values {
			if l.stateValue(s, v, declared) {
				c.want = append(c.want, v.Value)
			}
		}
		if len(c.want) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// stateType is the type of the fact state.
func (l *loader) stateType(api string) *expression.Type {
	t := &expression.Type{Kind: expression.Object, Name: "state", Fields: map[string]*expression.Type{}}
	for name, d := range l.states[api] {
		t.Fields[name] = &expression.Type{Kind: expression.String, Enum: d.values}
	}
	return t
}
