package engine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// prover holds a body with holes against its schema before any request exists. What it can refute is reported; what
// it can neither refute nor prove is left to a check of each answer.
type prover struct {
	l *loader
	s *source
}

// template tells whether every value of the template satisfies the schema.
func (p prover) template(t *template, schema *contract.Schema) (proven bool) {
	if schema == nil {
		return true
	}
	switch t.kind {
	case literal:
		found := schema.Validate(t.value, contract.Outbound)
		p.l.violations("body-breaks-schema", p.s, t.node, found, schema)
		return len(found) == 0
	case hole:
		return t.hole != nil && p.hole(t, schema)
	case text:
		return p.text(t, schema)
	}
	if branches := unionOf(schema); len(branches) > 0 {
		if branch := p.branch(t, schema, branches); branch != nil {
			return p.template(t, branch) && len(schema.Properties) == 0 && len(schema.AllOf) == 0
		}
		p.names(t, []*contract.Schema{schema})
		return false
	}
	if t.kind == array {
		return p.array(t, schema)
	}
	return p.object(t, schema)
}

// branch chooses the member of a union that a template is meant for: by its discriminator, or by its JSON type.
func (p prover) branch(t *template, schema *contract.Schema, branches []*contract.Schema) *contract.Schema {
	if d := schema.Discriminator; d != nil && t.kind == object {
		i := slices.IndexFunc(t.members, func(m templateMember) bool { return m.name == d.Property })
		if i < 0 || t.members[i].value.kind != literal {
			return nil
		}
		tag, _ := t.members[i].value.value.(string)
		if d.Mapping[tag] == nil {
			known := slices.Sorted(keys(d.Mapping))
			p.l.error("body-breaks-schema", p.s.place(t.members[i].value.node), finding.DidYouMean(tag, known),
				"%s must be one of %s", d.Property, strings.Join(known, ", "))
		}
		return d.Mapping[tag]
	}
	jsonType := "object"
	if t.kind == array {
		jsonType = "array"
	}
	var only *contract.Schema
	for _, b := range branches {
		if mayBe(b, jsonType) {
			if only != nil {
				return nil
			}
			only = b
		}
	}
	return only
}

func (p prover) array(t *template, schema *contract.Schema) bool {
	if !mayBe(schema, "array") {
		p.wrongType(t, schema, "a list")
		return false
	}
	proven := schema.MinItems == nil && len(schema.AllOf) == 0 && !schema.UniqueItems
	if schema.MaxItems != nil && len(t.items) > *schema.MaxItems {
		proven = false
	}
	for _, item := range t.items {
		if schema.Items != nil && !p.template(item, schema.Items) {
			proven = false
		}
	}
	return proven
}

func (p prover) object(t *template, schema *contract.Schema) bool {
	if !mayBe(schema, "object") {
		p.wrongType(t, schema, "an object")
		return false
	}
	p.names(t, []*contract.Schema{schema})
	p.required(t, schema)
	proven := len(schema.AllOf) == 0
	for _, m := range t.members {
		for _, property := range memberSchemas([]*contract.Schema{schema}, m.name) {
			if !p.template(m.value, property) {
				proven = false
			}
		}
	}
	return proven
}

// names reports members that the schemas do not know.
func (p prover) names(t *template, schemas []*contract.Schema) {
	known, open := memberNames(schemas)
	closed := slices.ContainsFunc(flatten(schemas), func(s *contract.Schema) bool { return s.Closed })
	if open || !closed || t.kind != object {
		return
	}
	for _, m := range t.members {
		if !slices.Contains(known, m.name) {
			hint := finding.DidYouMean(m.name, known)
			key := keyAt(t.node, "/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(m.name))
			p.l.report(finding.Finding{Code: "body-breaks-schema", Place: p.s.place(key), Hint: hint,
				Message: fmt.Sprintf("the contract has no member %q here", m.name), Related: schemaPlace(schemas[0])})
		}
	}
}

// required reports members that must be there and are not, or may be left out.
func (p prover) required(t *template, schema *contract.Schema) {
	for _, s := range flatten([]*contract.Schema{schema}) {
		for _, name := range slices.Sorted(keys(s.Required)) {
			i := slices.IndexFunc(t.members, func(m templateMember) bool { return m.name == name })
			switch {
			case i < 0:
				p.l.report(finding.Finding{Code: "body-breaks-schema", Place: p.s.place(t.node),
					Message: fmt.Sprintf("%q is required", name), Related: schemaPlace(s)})
			case t.members[i].value.kind == hole && t.members[i].value.hole != nil && t.members[i].value.hole.Type().Omit:
				p.l.report(finding.Finding{Code: "body-breaks-schema", Place: p.s.place(t.members[i].value.node),
					Message: fmt.Sprintf("%q is required and may be left out here", name), Related: schemaPlace(s)})
			}
		}
	}
}

func (p prover) wrongType(t *template, schema *contract.Schema, got string) {
	p.l.report(finding.Finding{Code: "body-breaks-schema", Place: p.s.place(t.node),
		Message: fmt.Sprintf("must be %s, is %s", orList(schema.Types), got), Related: schemaPlace(schema)})
}

func (p prover) text(t *template, schema *contract.Schema) bool {
	candidates := flatten([]*contract.Schema{schema})
	if !slices.ContainsFunc(candidates, func(s *contract.Schema) bool { return len(unionOf(s)) == 0 && mayBe(s, "string") }) {
		p.wrongType(t, schema, "text")
		return false
	}
	return unconstrained(schema)
}

// unconstrained tells whether any string satisfies the schema.
func unconstrained(s *contract.Schema) bool {
	return len(s.Enum) == 0 && s.Pattern == "" && s.Format == "" && s.MinLength == nil && s.MaxLength == nil &&
		len(s.OneOf)+len(s.AnyOf)+len(s.AllOf) == 0
}

func (p prover) hole(t *template, schema *contract.Schema) bool {
	verdict, why := fits(t.hole.Type(), schema, 0)
	if verdict == never {
		hint := ""
		if strings.Contains(why, "absent") {
			hint = "leave it out in that case: ${… ?? omit}"
		}
		p.l.report(finding.Finding{Code: "body-breaks-schema", Place: p.s.place(t.node),
			Message: fmt.Sprintf("${%s} %s", cut(t.hole.Source()), why), Hint: hint, Related: schemaPlace(schema)})
	}
	return verdict == always
}

func cut(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}

// verdict says how the values of a type stand to a schema.
type verdict uint8

const (
	sometimes verdict = iota // only the value can tell
	always
	never
)

// fits holds a type against a schema; why completes the sentence "the value …" for never.
func fits(t *expression.Type, s *contract.Schema, depth int) (v verdict, why string) {
	if s == nil {
		return always, ""
	}
	if depth > 8 || t.Kind == expression.Any {
		return sometimes, ""
	}
	if t.Optional && !takesNull(s) {
		return never, "may be absent, and null is not allowed here"
	}
	if branches := unionOf(s); len(branches) > 0 {
		for _, b := range branches {
			if v, _ := fits(required(t), b, depth+1); v != never {
				return sometimes, ""
			}
		}
		return never, fmt.Sprintf("is %s, which no member of the union takes", t)
	}
	if len(s.AllOf) > 0 {
		return sometimes, ""
	}
	jsonTypes := jsonTypesOf(t.Kind)
	if len(s.Types) > 0 && !slices.ContainsFunc(jsonTypes, func(j string) bool { return slices.Contains(s.Types, j) }) {
		return never, fmt.Sprintf("is %s, and %s is expected", t, orList(s.Types))
	}
	switch {
	case textual(t.Kind):
		return textFits(t, s)
	case t.Kind == expression.Object:
		return objectFits(t, s, depth)
	case t.Kind == expression.List && t.Elem != nil && t.Elem.Kind != expression.Nothing && s.Items != nil: // [] has no element
		v, why := fits(t.Elem, s.Items, depth+1)
		if v == never {
			return never, "has elements that cannot stand here: an element " + why
		}
		return sometimes, ""
	case t.Kind == expression.Bool && len(s.Enum) == 0:
		return always, ""
	case t.Kind == expression.Int && s.Minimum == nil && s.Maximum == nil && len(s.Enum) == 0 && s.Format == "":
		return always, ""
	}
	return sometimes, ""
}

func takesNull(s *contract.Schema) bool {
	return slices.ContainsFunc(flatten([]*contract.Schema{s}), func(s *contract.Schema) bool {
		return nullable(s) || len(s.Types) == 0 && len(s.OneOf)+len(s.AnyOf)+len(s.AllOf) == 0 && len(s.Properties) == 0
	})
}

func textFits(t *expression.Type, s *contract.Schema) (verdict, string) {
	wanted, known := formats[s.Format]
	if len(s.Enum) > 0 {
		allowed := stringsOf(s.Enum)
		if len(t.Enum) == 0 {
			return sometimes, ""
		}
		if !slices.ContainsFunc(t.Enum, func(e string) bool { return slices.Contains(allowed, e) }) {
			return never, "is never one of " + strings.Join(allowed, ", ")
		}
		if !slices.ContainsFunc(t.Enum, func(e string) bool { return !slices.Contains(allowed, e) }) {
			return always, ""
		}
		return sometimes, ""
	}
	if t.Kind != expression.String && known && wanted != t.Kind {
		return never, fmt.Sprintf("is %s, and the format %s is expected", t, s.Format)
	}
	if known && wanted == t.Kind && s.Pattern == "" && s.MinLength == nil && s.MaxLength == nil {
		return sometimes, ""
	}
	if unconstrained(s) {
		return always, ""
	}
	return sometimes, ""
}

func objectFits(t *expression.Type, s *contract.Schema, depth int) (verdict, string) {
	if t.Fields == nil {
		return sometimes, ""
	}
	for _, name := range slices.Sorted(keys(s.Required)) {
		f, ok := t.Fields[name]
		if !ok && !t.Open {
			return never, fmt.Sprintf("has no member %q, which is required", name)
		}
		if ok && f.Omit {
			return never, fmt.Sprintf("may leave out %q, which is required", name)
		}
	}
	for name, f := range t.Fields {
		property := s.Properties[name]
		if property == nil {
			if s.Closed && s.Additional == nil && !f.Optional && !f.Omit {
				return never, fmt.Sprintf("has a member %q, which the contract does not have here", name)
			}
			continue
		}
		// A member of data may be absent instead of null, so its being optional refutes nothing.
		if v, why := fits(required(f), property, depth+1); v == never {
			return never, fmt.Sprintf("has a member %q that %s", name, why)
		}
	}
	return sometimes, ""
}

func jsonTypesOf(k expression.Kind) []string {
	switch {
	case textual(k):
		return []string{"string"}
	case k == expression.Int:
		return []string{"integer", "number"}
	case k == expression.Number:
		return []string{"number", "integer"}
	case k == expression.Bool:
		return []string{"boolean"}
	case k == expression.List:
		return []string{"array"}
	case k == expression.Object:
		return []string{"object"}
	}
	return []string{"null"}
}

// orList joins words as "a, b or c".
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
