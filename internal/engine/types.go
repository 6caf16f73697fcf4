package engine

import (
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// typer turns the contract's schemas into the types that expressions are checked against. A schema is turned once,
// so that recursive schemas give recursive types.
type typer struct {
	known   map[*contract.Schema]*expression.Type
	filling map[*contract.Schema]bool
}

func newTyper() *typer {
	return &typer{known: map[*contract.Schema]*expression.Type{}, filling: map[*contract.Schema]bool{}}
}

// formats are the string formats that compare by their meaning and not by their letters.
var formats = map[string]expression.Kind{
	"decimal": expression.Decimal, "date": expression.Date, "date-time": expression.DateTime, "duration": expression.Duration,
}

func (t *typer) of(s *contract.Schema) *expression.Type {
	if s == nil {
		return &expression.Type{Kind: expression.Any, Optional: true}
	}
	if known, ok := t.known[s]; ok {
		return known
	}
	typ := &expression.Type{}
	t.known[s] = typ
	t.filling[s] = true
	t.fill(typ, s)
	delete(t.filling, s)
	return typ
}

func (t *typer) fill(typ *expression.Type, s *contract.Schema) {
	typ.Name = s.Name
	if typ.Name == "" {
		typ.Name = s.Title
	}
	if branches := unionOf(s); len(branches) > 0 {
		*typ = *t.union(typ.Name, s, branches)
		return
	}
	names := slices.DeleteFunc(slices.Clone(s.Types), func(n string) bool { return n == "null" })
	typ.Optional = len(names) < len(s.Types)
	typ.Nullable = typ.Optional
	typ.Sensitive = s.Sensitive
	if len(names) == 0 && (len(s.Properties) > 0 || len(s.AllOf) > 0) {
		names = []string{"object"}
	}
	if len(names) != 1 {
		typ.Kind = expression.Any
		if k, ok := enumKind(s); ok {
			typ.Kind = k
		}
		typ.Optional = typ.Optional || typ.Kind == expression.Any
		return
	}
	switch names[0] {
	case "string":
		typ.Kind = expression.String
		if k, ok := formats[s.Format]; ok {
			typ.Kind = k
		}
		typ.Enum = stringsOf(s.Enum)
	case "integer":
		typ.Kind = expression.Int
	case "number":
		typ.Kind = expression.Number
	case "boolean":
		typ.Kind = expression.Bool
	case "array":
		typ.Kind = expression.List
		typ.Elem = t.of(s.Items)
	case "object":
		t.object(typ, s)
	default:
		typ.Kind = expression.Null
	}
}

func (t *typer) object(typ *expression.Type, s *contract.Schema) {
	typ.Kind = expression.Object
	typ.Open = !s.Closed
	typ.Fields = map[string]*expression.Type{}
	for name, property := range s.Properties {
		typ.Fields[name] = t.property(property, s.Required[name])
	}
	for _, part := range s.AllOf {
		p := t.of(part)
		for name, field := range p.Fields {
			if _, ok := typ.Fields[name]; !ok || !field.Optional {
				typ.Fields[name] = field
			}
		}
		typ.Open = typ.Open && p.Open
	}
	for name := range s.Required {
		if f, ok := typ.Fields[name]; ok && f.Optional && !nullable(s.Properties[name]) && s.Properties[name] == nil {
			typ.Fields[name] = required(f)
		}
	}
	if s.Additional != nil && len(s.Properties) == 0 && len(s.AllOf) == 0 {
		typ.Elem = optional(t.of(s.Additional))
	}
}

// property gives a member's type. A type that contains itself directly is Any at that place: the copy that marks it
// optional cannot be made before it is complete.
func (t *typer) property(s *contract.Schema, isRequired bool) *expression.Type {
	if t.filling[s] && !isRequired {
		return &expression.Type{Kind: expression.Any, Optional: true}
	}
	typ := t.of(s)
	if isRequired {
		return typ
	}
	return optional(typ)
}

// optional gives the type with absence allowed.
func optional(t *expression.Type) *expression.Type {
	if t.Optional {
		return t
	}
	copied := *t
	copied.Optional = true
	return &copied
}

func required(t *expression.Type) *expression.Type {
	copied := *t
	copied.Optional = false
	return &copied
}

func nullable(s *contract.Schema) bool { return s != nil && slices.Contains(s.Types, "null") }

func unionOf(s *contract.Schema) []*contract.Schema {
	if len(s.OneOf) > 0 {
		return s.OneOf
	}
	return s.AnyOf
}

// union merges the members of a oneOf or anyOf: of objects the fields come together, and a field that is not in
// every member may be absent. Members of different kinds give Any.
func (t *typer) union(name string, s *contract.Schema, branches []*contract.Schema) *expression.Type {
	var members []*expression.Type
	isNullable := nullable(s)
	for _, b := range branches {
		m := t.of(b)
		if m.Kind == expression.Null {
			isNullable = true
			continue
		}
		members = append(members, m)
	}
	if len(s.Properties) > 0 {
		base := &expression.Type{}
		t.object(base, s)
		for i, m := range members {
			if m.Kind == expression.Object {
				members[i] = joinObjects(base, m)
			}
		}
	}
	merged := mergeTypes(members)
	merged.Name = name
	merged.Optional = merged.Optional || isNullable
	merged.Nullable = merged.Nullable || isNullable
	merged.Sensitive = merged.Sensitive || s.Sensitive
	return merged
}

// joinObjects gives an object that has the fields of both.
func joinObjects(a, b *expression.Type) *expression.Type {
	out := &expression.Type{Kind: expression.Object, Name: b.Name, Open: a.Open || b.Open, Fields: map[string]*expression.Type{}}
	for n, f := range a.Fields {
		out.Fields[n] = f
	}
	for n, f := range b.Fields {
		out.Fields[n] = f
	}
	return out
}

// mergeTypes gives one type that every value of the given types has.
func mergeTypes(members []*expression.Type) *expression.Type {
	if len(members) == 0 {
		return &expression.Type{Kind: expression.Any, Optional: true}
	}
	out := *members[0]
	for _, m := range members[1:] {
		out = *mergeTwo(&out, m)
	}
	return &out
}

func mergeTwo(a, b *expression.Type) *expression.Type {
	if a == b {
		return a
	}
	isOptional, isNullable := a.Optional || b.Optional, a.Nullable || b.Nullable
	if a.Kind != b.Kind {
		kind := expression.Any
		if numeric(a.Kind) && numeric(b.Kind) {
			kind = expression.Number
		}
		if textual(a.Kind) && textual(b.Kind) {
			kind = expression.String
		}
		return &expression.Type{Kind: kind, Optional: isOptional || kind == expression.Any, Nullable: isNullable, Sensitive: a.Sensitive || b.Sensitive}
	}
	out := &expression.Type{Kind: a.Kind, Optional: isOptional, Nullable: isNullable, Sensitive: a.Sensitive || b.Sensitive, Name: a.Name}
	switch a.Kind {
	case expression.String:
		if len(a.Enum) > 0 && len(b.Enum) > 0 {
			out.Enum = slices.Compact(slices.Sorted(slices.Values(slices.Concat(a.Enum, b.Enum))))
		}
	case expression.List:
		switch {
		case a.Elem == nil:
			out.Elem = b.Elem
		case b.Elem == nil:
			out.Elem = a.Elem
		default:
			out.Elem = mergeTwo(a.Elem, b.Elem)
		}
	case expression.Object:
		out.Open = a.Open || b.Open
		out.Fields = mergeFields(a, b)
		if a.Elem != nil && b.Elem != nil {
			out.Elem = mergeTwo(a.Elem, b.Elem)
		}
	}
	return out
}

func mergeFields(a, b *expression.Type) map[string]*expression.Type {
	fields := map[string]*expression.Type{}
	for n, f := range a.Fields {
		if g, ok := b.Fields[n]; ok {
			fields[n] = mergeTwo(f, g)
		} else {
			fields[n] = optional(f)
		}
	}
	for n, g := range b.Fields {
		if _, ok := a.Fields[n]; !ok {
			fields[n] = optional(g)
		}
	}
	return fields
}

func numeric(k expression.Kind) bool { return k == expression.Int || k == expression.Number }

// textual kinds are strings in JSON.
func textual(k expression.Kind) bool {
	switch k {
	case expression.String, expression.Decimal, expression.Date, expression.DateTime, expression.Duration:
		return true
	}
	return false
}

// enumKind finds the kind of a schema that has no type but a list of values.
func enumKind(s *contract.Schema) (expression.Kind, bool) {
	if len(s.Enum) > 0 && len(stringsOf(s.Enum)) == len(s.Enum) {
		return expression.String, true
	}
	return expression.Any, false
}

func stringsOf(values []any) []string {
	var out []string
	for _, v := range values {
		if text, ok := v.(string); ok {
			out = append(out, text)
		}
	}
	return out
}

// inferred gives the type of a value that no schema describes, such as a cell of a table.
func inferred(v any) *expression.Type {
	switch x := v.(type) {
	case nil:
		return &expression.Type{Kind: expression.Null, Optional: true, Nullable: true}
	case bool:
		return &expression.Type{Kind: expression.Bool}
	case int:
		return &expression.Type{Kind: expression.Int}
	case string:
		return &expression.Type{Kind: expression.String}
	case []any:
		t := &expression.Type{Kind: expression.List}
		for i, e := range x {
			if i == 0 {
				t.Elem = inferred(e)
			} else {
				t.Elem = mergeInferred(t.Elem, inferred(e))
			}
		}
		return t
	case map[string]any:
		t := &expression.Type{Kind: expression.Object, Fields: map[string]*expression.Type{}}
		for n, e := range x {
			t.Fields[n] = inferred(e)
		}
		return t
	}
	return &expression.Type{Kind: expression.Number}
}

// mergeInferred is mergeTwo with a null on one side meaning that the other may be null.
func mergeInferred(a, b *expression.Type) *expression.Type {
	switch {
	case a.Kind == expression.Null:
		return optional(b)
	case b.Kind == expression.Null:
		return optional(a)
	}
	return mergeTwo(a, b)
}
