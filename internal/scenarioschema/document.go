package scenarioschema

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// use says what a schema of the document is turned for.
type use string

const (
	// answer is a value that goes to a caller; holes may stand in it, and members that only requests have are refused.
	answer use = "answer"
	// row is a row of a table: as an answer, but members that are required may come from a hole or be left out.
	row use = "row"
	// constant is a value of a request that is compared with: no holes.
	constant use = "constant"
	// request is the body of a request in a test. It may break the contract on purpose, so it only completes.
	request use = "request"
	// expected is a part of an answer: as an answer, with no member required.
	expected use = "expected"
)

// holes tells whether a hole may stand for a value.
func (u use) holes() bool { return u != constant }

// shape turns a schema. A nil schema takes anything.
func (k *maker) shape(s *contract.Schema, u use) any {
	if s == nil {
		return true
	}
	key := shapeKey{s, u}
	if name, ok := k.names[key]; ok {
		return ref(name)
	}
	if s.Name == "" {
		if k.making[key] {
			return true
		}
		k.making[key] = true
		defer delete(k.making, key)
		return k.structure(s, u)
	}
	name := string(u) + "." + defName(s.Name)
	for n := 2; k.defs[name] != nil; n++ { // a reference with a description of its own is another schema of that name
		name = fmt.Sprintf("%s.%s-%d", u, defName(s.Name), n)
	}
	k.names[key] = name
	k.defs[name] = m{}
	k.defs[name] = k.structure(s, u)
	return ref(name)
}

var unnameable = regexp.MustCompile(`[^A-Za-z0-9._-]`)

func defName(name string) string { return unnameable.ReplaceAllString(name, "_") }

// structure turns a schema itself.
func (k *maker) structure(s *contract.Schema, u use) m {
	out := k.keywords(s, u)
	if u.holes() {
		out = orHole(out)
	}
	if s.Title != "" {
		out["title"] = s.Title
	}
	if s.Description != "" {
		out["description"] = s.Description
	}
	return out
}

// keywords turns the schema's keywords, without what annotates it.
func (k *maker) keywords(s *contract.Schema, u use) m {
	if u == request {
		return k.loosely(s)
	}
	out := m{}
	switch len(s.Types) {
	case 0:
	case 1:
		out["type"] = s.Types[0]
	default:
		out["type"] = list(s.Types)
	}
	if len(s.Enum) > 0 {
		out["enum"] = s.Enum
	}
	scalarKeywords(s, out)
	if s.Items != nil {
		out["items"] = k.shape(s.Items, u)
	}
	if u == constant {
		set(out, "minItems", s.MinItems)
		set(out, "maxItems", s.MaxItems)
	}
	k.members(s, u, out)
	var all []any
	for _, part := range s.AllOf {
		all = append(all, k.shape(part, u))
	}
	for _, union := range [][]*contract.Schema{s.OneOf, s.AnyOf} {
		if len(union) == 0 {
			continue
		}
		var members []any
		for _, member := range union {
			members = append(members, k.shape(member, u))
		}
		all = append(all, m{"anyOf": members})
	}
	switch {
	case len(all) == 0:
	case len(all) == 1 && s.AllOf == nil:
		out["anyOf"] = all[0].(m)["anyOf"]
	default:
		out["allOf"] = all
	}
	return out
}

func scalarKeywords(s *contract.Schema, out m) {
	set(out, "minLength", s.MinLength)
	set(out, "maxLength", s.MaxLength)
	set(out, "minimum", s.Minimum)
	set(out, "maximum", s.Maximum)
	set(out, "exclusiveMinimum", s.ExclusiveMinimum)
	set(out, "exclusiveMaximum", s.ExclusiveMaximum)
	set(out, "multipleOf", s.MultipleOf)
	if s.Pattern != "" {
		out["pattern"] = s.Pattern
	}
	if s.Format != "" {
		out["format"] = s.Format
	}
}

func set[T any](out m, keyword string, v *T) {
	if v != nil {
		out[keyword] = *v
	}
}

// members turns what the schema says of an object's members.
func (k *maker) members(s *contract.Schema, u use, out m) {
	properties, required := m{}, []string{}
	for _, name := range s.Order {
		p := s.Properties[name]
		if u == constant && p.ReadOnly || u != constant && p.WriteOnly {
			properties[name] = false // only sent the other way
			continue
		}
		properties[name] = k.shape(p, u)
		if s.Required[name] {
			required = append(required, name)
		}
	}
	for name := range s.Required {
		if s.Properties[name] == nil {
			required = append(required, name)
		}
	}
	if len(properties) > 0 {
		out["properties"] = properties
	}
	if len(required) > 0 && (u == answer || u == constant) {
		slices.Sort(required)
		out["required"] = required
	}
	switch {
	case s.Closed:
		out["additionalProperties"] = false
	case s.Additional != nil:
		out["additionalProperties"] = k.shape(s.Additional, u)
	}
	if len(s.PatternProperties) > 0 {
		patterns := m{}
		for _, p := range s.PatternProperties {
			patterns[p.Pattern] = k.shape(p.Schema, u)
		}
		out["patternProperties"] = patterns
	}
	if s.PropertyNames != nil {
		out["propertyNames"] = k.shape(s.PropertyNames, constant)
	}
}

// loosely proposes the members of an object and the words of an enum, and refuses nothing.
func (k *maker) loosely(s *contract.Schema) m {
	out := m{}
	var examples []any
	examples = append(examples, s.Enum...)
	if s.HasExample {
		examples = append(examples, s.Example)
	}
	if examples = append(examples, s.Examples...); len(examples) > 0 {
		out["examples"] = examples
	}
	names, _ := k.memberNames([]*contract.Schema{s})
	properties := m{}
	for _, name := range names {
		var shapes []any
		for _, p := range memberSchemas([]*contract.Schema{s}, name) {
			if !p.ReadOnly {
				shapes = append(shapes, k.shape(p, request))
			}
		}
		if len(shapes) > 0 {
			properties[name] = anyOf(shapes...)
		}
	}
	if len(properties) > 0 {
		out["properties"] = properties
	}
	if s.Items != nil {
		out["items"] = k.shape(s.Items, request)
	}
	return out
}

// parts lists a schema with all that its allOf, oneOf and anyOf say of the same value.
func parts(schemas []*contract.Schema) []*contract.Schema {
	var out []*contract.Schema
	seen := map[*contract.Schema]bool{}
	var add func(s *contract.Schema)
	add = func(s *contract.Schema) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		out = append(out, s)
		for _, group := range [][]*contract.Schema{s.AllOf, s.OneOf, s.AnyOf} {
			for _, part := range group {
				add(part)
			}
		}
	}
	for _, s := range schemas {
		add(s)
	}
	return out
}

// memberNames lists the members that the schemas name; open tells that there may be others.
func (k *maker) memberNames(schemas []*contract.Schema) (names []string, open bool) {
	for _, s := range parts(schemas) {
		names = append(names, s.Order...)
		union := len(s.OneOf)+len(s.AnyOf)+len(s.AllOf) > 0
		if !s.Closed && (s.Additional != nil || len(s.Properties) == 0 && !union && s.Allows("object")) {
			open = true
		}
	}
	slices.Sort(names)
	return slices.Compact(names), open
}

// memberSchemas gives the schemas of one member.
func memberSchemas(schemas []*contract.Schema, name string) []*contract.Schema {
	var out []*contract.Schema
	for _, s := range parts(schemas) {
		switch {
		case s.Properties[name] != nil:
			out = append(out, s.Properties[name])
		case s.Additional != nil:
			out = append(out, s.Additional)
		}
	}
	return out
}

// headerPattern matches a header's name in any case.
func headerPattern(name string) string {
	var b strings.Builder
	b.WriteByte('^')
	for _, r := range strings.ToLower(name) {
		if r >= 'a' && r <= 'z' {
			fmt.Fprintf(&b, "[%c%c]", r-'a'+'A', r)
		} else {
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return b.String() + "$"
}
