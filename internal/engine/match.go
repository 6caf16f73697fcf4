package engine

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

func keys[K comparable, V any](m map[K]V) iter.Seq[K] { return maps.Keys(m) }

// matcher compiles the match of one rule.
type matcher struct {
	l     *loader
	s     *source
	out   []condition
	names [][]string // interned paths
}

func (l *loader) match(r *ruleDecl) []condition {
	if r.match == nil {
		return nil
	}
	m := &matcher{l: l, s: r.src()}
	part := func(in string) func(_, v *yaml.Node) {
		return func(_, v *yaml.Node) { m.part(r.operation, in, v) }
	}
	item := func(_, v *yaml.Node) { m.value("item", nil, v, []*contract.Schema{r.point.Item}) }
	fields := []field{
		{name: "path", read: part("path")}, {name: "query", read: part("query")},
		{name: "header", read: part("header")}, {name: "cookie", read: part("cookie")}, {name: "body", read: part("body")},
	}
	if r.operation == nil {
		fields = []field{{name: "header", read: part("header")}, {name: "cookie", read: part("cookie")}}
	}
	if r.point != nil {
		fields = append(fields, field{name: "item", read: item})
	}
	if l.readFields(r.src(), r.match, "match", fields) && len(r.match.Content) == 0 {
		l.error("empty-match", r.src().place(r.match), "remove it: a rule without match takes every request", "match is empty")
	}
	return m.out
}

// part compiles what is demanded of the parameters of one kind, or of the body.
func (m *matcher) part(o *contract.Operation, in string, n *yaml.Node) {
	if in == "body" {
		schemas := bodySchemas(o)
		if len(schemas) == 0 {
			m.l.error("no-body", m.s.place(n), "", "operation %s takes no body", o.ID)
			return
		}
		m.value(in, nil, n, schemas)
		return
	}
	if n.Kind != yaml.MappingNode {
		m.l.error("not-a-mapping", m.s.place(n), "", "%s must be a mapping of parameter names to what they must be", in)
		return
	}
	if len(n.Content) == 0 {
		m.l.error("empty-match", m.s.place(n), "remove it, or name a parameter", "%s demands nothing", in)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		if in == "header" {
			name = strings.ToLower(name)
		}
		schemas, known := parameterSchemas(o, in, name)
		if !known {
			m.unknownParameter(o, in, n.Content[i])
			continue
		}
		m.value(in, []string{name}, n.Content[i+1], schemas)
	}
}

func (m *matcher) unknownParameter(o *contract.Operation, in string, key *yaml.Node) {
	var names []string
	for _, p := range o.Parameters {
		if p.In == in {
			names = append(names, p.Name)
		}
	}
	hint := finding.DidYouMean(key.Value, names)
	if hint == "" && len(names) > 0 {
		hint = "declared: " + strings.Join(names, ", ")
	}
	m.l.error("unknown-parameter", m.s.place(key), hint, "operation %s has no %s parameter %q", o.ID, in, key.Value)
}

// parameterSchemas gives the schema of a parameter; under "*" any header and cookie may be named.
func parameterSchemas(o *contract.Operation, in, name string) ([]*contract.Schema, bool) {
	if o == nil {
		return nil, true
	}
	p := o.Parameter(in, name)
	if p == nil {
		return nil, false
	}
	if p.Schema == nil {
		return nil, true
	}
	return []*contract.Schema{p.Schema}, true
}

func bodySchemas(o *contract.Operation) []*contract.Schema {
	var out []*contract.Schema
	if o == nil || o.Body == nil {
		return nil
	}
	for _, c := range o.Body.Content {
		if c.Schema != nil {
			out = append(out, c.Schema)
		}
	}
	return out
}

func (m *matcher) add(in string, path []string, t test, schemas []*contract.Schema) {
	for _, known := range m.names {
		if slices.Equal(known, path) {
			path = known
		}
	}
	m.out = append(m.out, condition{in: in, slot: partSlots[in], path: path, test: t,
		sensitive: in == "header" || in == "cookie" || holdsSensitive(schemas, map[*contract.Schema]bool{})})
}

// value compiles what is demanded at one place: a constant, a list of constants, operators, or members.
func (m *matcher) value(in string, path []string, n *yaml.Node, schemas []*contract.Schema) {
	if n.Kind != yaml.MappingNode {
		if t := m.constant(n, schemas); t != nil {
			m.add(in, path, t, schemas)
		}
		return
	}
	switch m.shape(n) {
	case shapeOperators:
		if t := m.operators(n, schemas); t != nil {
			m.add(in, path, t, schemas)
		}
	case shapeMembers:
		m.members(in, path, n, schemas)
	}
}

type shape uint8

const (
	shapeBad shape = iota
	shapeOperators
	shapeMembers
)

// shape tells operators from members; {} and a mix of the two are errors.
func (m *matcher) shape(n *yaml.Node) shape {
	if len(n.Content) == 0 {
		m.l.error("empty-match", m.s.place(n), "use {$present: true} for any value", "an empty object demands nothing")
		return shapeBad
	}
	dollars := 0
	for i := 0; i < len(n.Content); i += 2 {
		if strings.HasPrefix(n.Content[i].Value, "$") {
			dollars++
		}
	}
	switch dollars {
	case 0:
		return shapeMembers
	case len(n.Content) / 2:
		return shapeOperators
	}
	m.l.error("mixed-match", m.s.place(n), "", "operators ($…) and member names cannot stand in one object")
	return shapeBad
}

func (m *matcher) members(in string, path []string, n *yaml.Node, schemas []*contract.Schema) {
	known, open := memberNames(schemas)
	if len(known) == 0 && !open && len(schemas) > 0 {
		m.l.error("impossible-match", m.s.place(n), "", "the contract has no object here")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		if !open && !slices.Contains(known, name) {
			m.l.error("unknown-field", m.s.place(n.Content[i]), finding.DidYouMean(name, known), "the contract has no member %q here", name)
			continue
		}
		m.value(in, append(slices.Clip(path), name), n.Content[i+1], memberSchemas(schemas, name))
	}
}

// constant compiles a scalar (equal) or a list of scalars (one of).
func (m *matcher) constant(n *yaml.Node, schemas []*contract.Schema) test {
	kind := kindOf(m.l, schemas)
	if n.Kind != yaml.SequenceNode {
		want, ok := m.scalar(n, schemas, kind)
		if !ok {
			return nil
		}
		return &equalTest{kind: kind, want: want}
	}
	if len(n.Content) == 0 {
		m.l.error("empty-match", m.s.place(n), "", "an empty list matches nothing")
		return nil
	}
	if kind == expression.List {
		m.l.error("impossible-match", m.s.place(n), "use $contains for an element, $equals for the whole list",
			"the field is a list, and a list of constants means one of them")
		return nil
	}
	t := &oneOfTest{kind: kind, set: map[any]struct{}{}}
	for _, c := range n.Content {
		want, ok := m.scalar(c, schemas, kind)
		if !ok {
			return nil
		}
		if _, twice := t.set[want]; twice {
			m.l.warn("repeated-constant", m.s.place(c), "", "%s stands here a second time", shown(want))
			continue
		}
		t.set[want] = struct{}{}
		t.order = append(t.order, want)
	}
	return t
}

func kindOf(l *loader, schemas []*contract.Schema) expression.Kind {
	if len(schemas) == 0 {
		return expression.Any
	}
	members := make([]*expression.Type, 0, len(schemas))
	for _, s := range schemas {
		members = append(members, l.types.of(s))
	}
	return mergeTypes(members).Kind
}

// scalar reads a constant and refuses one that the field can never equal.
func (m *matcher) scalar(n *yaml.Node, schemas []*contract.Schema, kind expression.Kind) (any, bool) {
	if n.Kind != yaml.ScalarNode {
		m.l.error("bad-constant", m.s.place(n), "use $equals to compare objects and lists", "a list here holds plain values")
		return nil, false
	}
	if strings.Contains(n.Value, "${") && n.ShortTag() == "!!str" {
		m.l.error("hole-in-match", m.s.place(n), "put the comparison into when:", "match holds constants; holes are not filled here")
		return nil, false
	}
	before := m.l.findings.Errors()
	v := m.l.scalarValue(m.s, n, schemas)
	if m.l.findings.Errors() > before {
		return nil, false
	}
	if !m.possible(n, v, schemas) {
		return nil, false
	}
	want, ok := canonical(kind, v)
	if !ok {
		m.l.error("impossible-match", m.s.place(n), "", "%s is no %s", short(v), kind)
	}
	return want, ok
}

// possible tells whether some schema of the field takes the constant.
func (m *matcher) possible(n *yaml.Node, v any, schemas []*contract.Schema) bool {
	if len(schemas) == 0 {
		return true
	}
	var reasons []string
	for _, s := range schemas {
		found := s.Validate(v, contract.Inbound)
		if len(found) == 0 {
			return true
		}
		if !slices.Contains(reasons, found[0].Message) {
			reasons = append(reasons, found[0].Message)
		}
	}
	why := strings.Join(reasons, ", or ")
	m.l.report(finding.Finding{Code: "impossible-match", Place: m.s.place(n), Related: schemaPlace(schemas[0]),
		Message: "no valid request has " + short(v) + " here: the value " + why})
	return false
}

// holdsSensitive tells whether a value of one of the schemas is sensitive, or may hold something that is.
func holdsSensitive(schemas []*contract.Schema, seen map[*contract.Schema]bool) bool {
	return slices.ContainsFunc(schemas, func(s *contract.Schema) bool {
		if s == nil || seen[s] {
			return false
		}
		seen[s] = true
		for _, p := range s.PatternProperties {
			if holdsSensitive([]*contract.Schema{p.Schema}, seen) {
				return true
			}
		}
		return s.Sensitive || holdsSensitive([]*contract.Schema{s.Items, s.Additional}, seen) || holdsSensitive(s.PrefixItems, seen) ||
			holdsSensitive(slices.Collect(maps.Values(s.Properties)), seen) || holdsSensitive(slices.Concat(s.OneOf, s.AnyOf, s.AllOf), seen)
	})
}
