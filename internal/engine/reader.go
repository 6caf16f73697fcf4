package engine

import (
	"errors"
	"fmt"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// Reader reads YAML files that stand beside scenario files and speak of the same contracts, such as tests: with the
// same strictness, the same holes and the same places in findings. It gathers what it finds. A Reader serves one
// goroutine.
type Reader struct{ l *loader }

// NewReader gives a reader that knows the tables, states and problems of the program.
func (p *Program) NewReader(apis []*contract.API) *Reader {
	own := newProgram() // takes the places of expressions, so that the running program is not touched
	own.tables, own.states, own.problems, own.scenarios = p.tables, p.states, p.problems, p.scenarios
	l := &loader{
		order: apis, apis: map[string]*contract.API{}, types: newTyper(), tables: p.tables, states: p.states, problems: p.problems,
		places: map[*ruleSet]finding.Place{}, program: own, fsys: noFiles{},
	}
	for _, a := range apis {
		l.apis[a.Name] = a
	}
	return &Reader{l}
}

// Report adds a finding of the reader's owner.
func (r *Reader) Report(f finding.Finding) { r.l.report(f) }

// Findings gives everything found so far, sorted by place.
func (r *Reader) Findings() finding.List {
	r.l.findings.Sort()
	return r.l.findings
}

// Errors counts the errors found so far.
func (r *Reader) Errors() int { return r.l.findings.Errors() }

// Source is one file that a Reader has parsed.
type Source struct {
	r    *Reader
	s    *source
	root *yaml.Node
}

// Parse reads the only document of a file; nil after a report.
func (r *Reader) Parse(name string, data []byte) *Source {
	s := newSource(name, stripBOM(data))
	root := r.l.parseYAML(s)
	if root == nil {
		return nil
	}
	return &Source{r, s, root}
}

// Root is the document's outermost node.
func (s *Source) Root() *yaml.Node { return s.root }

// Place gives where a node stands; the file as a whole for nil.
func (s *Source) Place(n *yaml.Node) finding.Place { return s.s.place(n) }

// Error reports an error at a node.
func (s *Source) Error(code string, n *yaml.Node, hint, format string, args ...any) {
	s.r.l.error(code, s.s.place(n), hint, format, args...)
}

// Member is one key of a mapping, with what reads its value.
type Member struct {
	Name     string
	Required bool
	Read     func(key, value *yaml.Node)
}

// Fields hands each member of a mapping to its reader, in the order of the list, and reports members that are not in
// the list and required ones that are missing. It gives false when the node is no mapping.
func (s *Source) Fields(n *yaml.Node, what string, fields []Member) bool {
	own := make([]field, len(fields))
	for i, f := range fields {
		own[i] = field{name: f.Name, required: f.Required, read: f.Read}
	}
	return s.r.l.readFields(s.s, n, what, own)
}

// Text reads a scalar that must be text; ok is false after a report.
func (s *Source) Text(n *yaml.Node, what string) (text string, ok bool) {
	return s.r.l.text(s.s, n, what)
}

// Flag reads true or false.
func (s *Source) Flag(n *yaml.Node, what string) bool { return s.r.l.flag(s.s, n, what) }

// Count reads a whole number within bounds.
func (s *Source) Count(n *yaml.Node, what string, low, high int) int {
	return s.r.l.count(s.s, n, what, low, high)
}

// Duration reads a length of time such as 200ms, 30s, 5m, 1h or 30d.
func (s *Source) Duration(n *yaml.Node, most time.Duration) time.Duration {
	return s.r.l.duration(s.s, n, most)
}

// Value gives the value of a node without holes, as decoded JSON. Schemas, where they are known, say which scalars
// should have been quoted.
func (s *Source) Value(n *yaml.Node, schemas ...*contract.Schema) any {
	return s.r.l.plainValue(s.s, n, schemas)
}

// Template is a value with holes.
type Template struct {
	t   *template
	src *Source
}

// Template compiles a value with holes. Schemas, where they are known, say which scalars should have been quoted.
func (s *Source) Template(n *yaml.Node, scope *expression.Scope, schemas ...*contract.Schema) *Template {
	return &Template{s.r.l.template(s.s, n, scope, schemas), s}
}

// Literal gives the template's value when it has no holes.
func (t *Template) Literal() (v any, ok bool) { return t.t.value, t.t.kind == literal }

// HoleError is a hole that gave no value.
type HoleError struct {
	finding.Place
	Err error
}

func (e *HoleError) Error() string { return e.Err.Error() }
func (e *HoleError) Unwrap() error { return e.Err }

// Eval gives the template's value as decoded JSON, or [expression.Omit]. An error is a *HoleError.
func (t *Template) Eval(env *expression.Env) (any, error) {
	v, err := t.t.eval(env)
	if err == nil {
		if v != expression.Omit {
			v = expression.Plain(v)
		}
		return v, nil
	}
	out := &HoleError{Err: err}
	var failed *expressionError
	if errors.As(err, &failed) {
		at := t.src.r.l.program.sites[failed.expr]
		line, column := at.line, at.column
		var runtime *expression.RuntimeError
		if errors.As(err, &runtime) {
			line, column = at.at(failed.expr.Source(), runtime.Offset)
		}
		out.Place = t.src.s.at(line, column, 1)
	}
	return nil, out
}

// CheckBody holds a template against the schema of a request's body and reports what it can refute. A template that
// reads nothing is held against it completely.
func (s *Source) CheckBody(t *Template, schema *contract.Schema) {
	switch {
	case schema == nil:
	case t.t.kind == literal:
		found := schema.Validate(t.t.value, contract.Inbound)
		s.r.l.violations("body-breaks-schema", s.s, t.t.node, found, schema)
	case !writeOnly(schema, map[*contract.Schema]bool{}): // which an answer, for which the prover is made, may not hold
		prover{s.r.l, s.s}.template(t.t, schema)
	}
}

// writeOnly tells whether a member somewhere in the schema is writeOnly.
func writeOnly(s *contract.Schema, seen map[*contract.Schema]bool) bool {
	if s == nil || seen[s] {
		return false
	}
	seen[s] = true
	if s.WriteOnly || writeOnly(s.Items, seen) || writeOnly(s.Additional, seen) {
		return true
	}
	for _, p := range s.Properties {
		if writeOnly(p, seen) {
			return true
		}
	}
	for _, list := range [][]*contract.Schema{s.OneOf, s.AnyOf, s.AllOf} {
		for _, part := range list {
			if writeOnly(part, seen) {
				return true
			}
		}
	}
	return false
}

// TypeOf gives the type that expressions know a value of one of the schemas by; nothing is known without schemas.
func (r *Reader) TypeOf(schemas ...*contract.Schema) *expression.Type {
	if len(schemas) == 0 {
		return &expression.Type{Kind: expression.Any, Optional: true}
	}
	types := make([]*expression.Type, len(schemas))
	for i, s := range schemas {
		types[i] = r.l.types.of(s)
	}
	if len(types) == 1 {
		return types[0]
	}
	return mergeTypes(types)
}

// TypeOfValues gives the type of values that no schema describes; a member that only some of them have is optional.
func TypeOfValues(values []any) *expression.Type {
	var typ *expression.Type
	for _, v := range values {
		if typ == nil {
			typ = inferred(v)
			continue
		}
		typ = mergeInferred(typ, inferred(v))
	}
	if typ == nil {
		return &expression.Type{Kind: expression.Any, Optional: true}
	}
	return typ
}

// Members gives the names of the members that values of the schemas may have, and whether there may be others.
func Members(schemas []*contract.Schema) (names []string, open bool) { return memberNames(schemas) }

// MemberSchemas gives the schemas that a member may have, ItemSchemas those of an array's elements.
func MemberSchemas(schemas []*contract.Schema, name string) []*contract.Schema {
	return memberSchemas(schemas, name)
}

// ItemSchemas gives the schemas that an array's elements may have.
func ItemSchemas(schemas []*contract.Schema) []*contract.Schema { return itemSchemas(schemas) }

// Show writes a value for a message, cut to a readable length.
func Show(v any) string { return short(expression.Plain(v)) }

// String names the place and the reason.
func (m Miss) String() string {
	return fmt.Sprintf("%s wants %s and got %s", m.Condition, m.Wanted, m.Got)
}
