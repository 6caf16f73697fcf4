package contract

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/problem"
)

// Excerpt is how a schema speaks of a value of which members may have been left out, such as the part of an answer
// that a consumer reads. Objects that list their members are taken to be closed: nobody may rely on a member that the
// document does not name.
type Excerpt struct {
	// Faults are what no further members could mend, ordered by pointer. The keywords that count or demand members
	// (required, minProperties, dependentRequired), those that look at a value as a whole (not, contains, uniqueItems,
	// and enum or const of objects and lists), and the choice of exactly one of oneOf, do not apply to an excerpt.
	Faults []problem.Violation

	schemas map[string][]*Schema // by pointer, those that speak of the value there
}

// Excerpt holds a decoded JSON value, which may be a part of the whole, against the schema.
func (s *Schema) Excerpt(v any, d Direction) *Excerpt {
	r := newExcerptReader(d)
	r.read(s, v, nil)
	x := &Excerpt{schemas: r.at}
	if len(r.found) > 0 {
		x.Faults = r.finish()
	}
	return x
}

// At gives the schemas that speak of the value at a pointer: all of them must be satisfied. There are none where the
// document says nothing, and where it cannot be told which member of a union is meant.
func (x *Excerpt) At(pointer string) []*Schema { return x.schemas[pointer] }

// Source gives the schema that a violation of the value comes from, as near as can be told: the one with the keyword,
// that of the member, or that of the nearest value around it.
func (x *Excerpt) Source(v problem.Violation) *Schema {
	if by := speaker(x.schemas[v.Pointer], v.Keyword); by != nil {
		return by
	}
	for pointer := v.Pointer; pointer != ""; {
		cut := strings.LastIndexByte(pointer, '/')
		name := unescapeToken(pointer[cut+1:])
		pointer = pointer[:cut]
		around := x.schemas[pointer]
		for _, s := range slices.Backward(around) {
			if member := s.memberSchema(name, 0); member != nil && v.Keyword == "required" {
				return member
			}
		}
		if by := speaker(around, v.Keyword); by != nil {
			return by
		}
	}
	return nil
}

// speaker gives the schema with a keyword, or the first. Schemas that were chosen from unions come last and are asked
// first.
func speaker(schemas []*Schema, keyword string) *Schema {
	for _, s := range slices.Backward(schemas) {
		if by := s.saying(keyword, 0); by != nil {
			return by
		}
	}
	if len(schemas) > 0 {
		return schemas[0]
	}
	return nil
}

// saying finds the schema that uses a keyword, looking through what is applied to the same value.
func (s *Schema) saying(keyword string, depth int) *Schema {
	if s.assertion(keyword) != nil {
		return s
	}
	if depth > 8 {
		return nil
	}
	for _, part := range slices.Concat(s.AllOf, s.OneOf, s.AnyOf) {
		if by := part.saying(keyword, depth+1); by != nil {
			return by
		}
	}
	return nil
}

// JSONTypes lists the JSON types that a value may have, looking through allOf and unions; empty means any.
func (s *Schema) JSONTypes() []string { return slices.Clone(s.typeNames(0)) }

// excerptReader walks a value along its schemas.
type excerptReader struct {
	explanation
	at map[string][]*Schema // as in Excerpt
}

func newExcerptReader(d Direction) *excerptReader {
	return &excerptReader{explanation: explanation{direction: d}, at: map[string][]*Schema{}}
}

// knowledge is what the schemas that were applied to one value have said of its members.
type knowledge struct {
	known map[string]bool // members that a schema speaks of
	names []string        // all members that schemas list, for messages
	lists bool            // at least one schema lists members
	rest  []*Schema       // of unevaluatedProperties, for members that nobody speaks of
	// unions are applied last: what other schemas know helps to choose.
	unions []pendingUnion
}

type pendingUnion struct {
	schema *Schema
	list   []*Schema
}

func (k *knowledge) clone() *knowledge {
	return &knowledge{known: maps.Clone(k.known), names: slices.Clone(k.names), lists: k.lists, rest: slices.Clone(k.rest)}
}

// read holds the value at a place against the schema of that place.
func (r *excerptReader) read(s *Schema, v any, tokens []string) {
	pointer := joinPointer(tokens)
	r.at[pointer] = append(r.at[pointer], s)
	switch v.(type) {
	case map[string]any, []any:
		k := &knowledge{known: map[string]bool{}}
		r.apply(s, v, tokens, k)
		r.settle(k, v, tokens)
	default:
		for _, bad := range s.Validate(v, r.direction) {
			r.add(tokens, bad.Keyword, bad.Message)
		}
	}
}

// apply applies one schema to an object or a list.
func (r *excerptReader) apply(s *Schema, v any, tokens []string, k *knowledge) {
	if s.never {
		r.add(tokens, "schema", "is not allowed here")
		return
	}
	members, isObject := v.(map[string]any)
	list, _ := v.([]any)
	if kind := map[bool]string{true: "object", false: "array"}[isObject]; !s.Allows(kind) {
		r.add(tokens, "type", r.typeMessage(s.Types, v))
		return
	}
	for _, a := range s.assertions {
		switch a.keyword {
		case "$ref":
			r.apply(a.child, v, tokens, k)
		case "allOf":
			for _, part := range a.list {
				r.apply(part, v, tokens, k)
			}
		case "oneOf", "anyOf":
			k.unions = append(k.unions, pendingUnion{s, a.list})
		case "if":
			r.condition(s, a.child, v, tokens, k)
		case "minItems":
			if !isObject && len(list) < *s.MinItems {
				r.add(tokens, a.keyword, r.describe(s, a.keyword, v))
			}
		case "maxItems":
			if !isObject && len(list) > *s.MaxItems {
				r.add(tokens, a.keyword, r.describe(s, a.keyword, v))
			}
		case "maxProperties":
			if isObject && len(members) > *s.MaxProperties {
				r.add(tokens, a.keyword, r.describe(s, a.keyword, v))
			}
		case "dependentSchemas":
			for i, name := range a.names {
				if _, given := members[name]; given {
					r.apply(a.list[i], v, tokens, k)
				}
			}
		case "unevaluatedProperties":
			k.lists = k.lists || a.child.never
			if !a.child.never {
				k.rest = append(k.rest, a.child)
			}
		}
	}
	r.members(s, members, tokens, k)
	for i, item := range list {
		if i < len(s.PrefixItems) {
			r.read(s.PrefixItems[i], item, below(tokens, strconv.Itoa(i)))
		} else if s.Items != nil {
			r.read(s.Items, item, below(tokens, strconv.Itoa(i)))
		}
	}
}

func below(tokens []string, name string) []string { return append(slices.Clone(tokens), name) }

// members applies what a schema itself says of the members of an object.
func (r *excerptReader) members(s *Schema, members map[string]any, tokens []string, k *knowledge) {
	k.lists = k.lists || len(s.Properties) > 0
	k.names = append(k.names, s.Order...)
	for _, name := range sortedKeys(members) {
		at := below(tokens, name)
		if s.PropertyNames != nil {
			for _, bad := range s.PropertyNames.Validate(name, r.direction) {
				r.add(at, "propertyNames", "has a name that "+bad.Message)
			}
		}
		spoken := false
		if p := s.Properties[name]; p != nil {
			spoken = true
			switch p.forbidden(r.direction) {
			case "readOnly":
				r.add(at, "readOnly", "is set by the bank and may not be sent")
			case "writeOnly":
				r.add(at, "writeOnly", "is taken in requests only and may not be answered")
			default:
				r.read(p, members[name], at)
			}
		}
		for _, p := range s.PatternProperties {
			if p.expression.MatchString(name) {
				spoken = true
				r.read(p.Schema, members[name], at)
			}
		}
		switch {
		case spoken:
		case s.Closed:
			spoken = true
			r.add(at, "additionalProperties", unknownMember(name, s.memberNames(0)))
		case s.Additional != nil && !s.Additional.saysNothing():
			spoken = true
			r.read(s.Additional, members[name], at)
		}
		k.known[name] = k.known[name] || spoken
	}
}

// saysNothing tells of the schemas true and {}: additionalProperties: true allows members without naming any.
func (s *Schema) saysNothing() bool { return !s.never && len(s.assertions) == 0 }

// condition applies then or else. A condition that further members could still change decides nothing.
func (r *excerptReader) condition(s, condition *Schema, v any, tokens []string, k *knowledge) {
	members, _ := v.(map[string]any)
	shown := !slices.ContainsFunc(condition.mentioned(0), func(name string) bool { _, given := members[name]; return !given })
	keyword := "else"
	switch holds := condition.Accepts(v, r.direction); {
	case holds && shown:
		keyword = "then"
		r.apply(condition, v, tokens, k)
	case shown:
	case len(r.trial(condition, v, tokens, &knowledge{known: map[string]bool{}}, false).found) == 0:
		return
	}
	if a := s.assertion(keyword); a != nil {
		r.apply(a.child, v, tokens, k)
	}
}

// mentioned lists the members that the schema looks at.
func (s *Schema) mentioned(depth int) []string {
	names := slices.Concat(s.Order, s.requireds)
	if depth > 8 {
		return names
	}
	for _, next := range s.sameValue() {
		names = append(names, next.mentioned(depth+1)...)
	}
	return names
}

// settle applies the unions, and then what is to be said of members that nobody speaks of.
func (r *excerptReader) settle(k *knowledge, v any, tokens []string) {
	r.unions(k, v, tokens)
	r.close(k, v, tokens)
}

func (r *excerptReader) unions(k *knowledge, v any, tokens []string) {
	for len(k.unions) > 0 {
		u := k.unions[0]
		k.unions = k.unions[1:]
		r.union(u, k, v, tokens)
	}
}

func (r *excerptReader) close(k *knowledge, v any, tokens []string) {
	members, _ := v.(map[string]any)
	for _, name := range sortedKeys(members) {
		switch {
		case k.known[name]:
		case len(k.rest) > 0:
			for _, s := range k.rest {
				r.read(s, members[name], below(tokens, name))
			}
		case k.lists:
			r.add(below(tokens, name), "additionalProperties", unknownMember(name, k.names))
		}
	}
}

// trial applies a schema apart from the others; closing tells whether members that nobody speaks of count.
func (r *excerptReader) trial(s *Schema, v any, tokens []string, k *knowledge, closing bool) *excerptReader {
	t := newExcerptReader(r.direction)
	t.apply(s, v, tokens, k)
	t.unions(k, v, tokens)
	if closing {
		t.close(k, v, tokens)
	}
	return t
}
