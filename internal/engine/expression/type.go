package expression

import (
	"slices"
	"strings"
)

// Kind is the outermost form of a type.
type Kind uint8

// The kinds of types. Decimal, Date, DateTime and Duration are strings in
// JSON, with a meaning of their own in comparisons and arithmetic.
const (
	Any      Kind = iota // nothing is known; operators look at the value when they run
	Null                 // always nil
	Bool                 //
	String               //
	Int                  // a whole number of 64 bits
	Number               // a JSON number
	Decimal              // an exact decimal, as of bank.Decimal
	Date                 // a calendar day
	DateTime             // an instant
	Duration             // an ISO 8601 duration
	List                 //
	Object               //
	Nothing              // has no value: the element of [], and omit
)

var kindNames = [...]string{
	"any", "nil", "bool", "string", "int", "number", "decimal", "date", "date-time", "duration", "list", "object", "nothing",
}

// String is the kind's name in lower case, such as "date-time".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Type is what is known of a value before anything runs. Types are shared and
// never changed after they were given to a [Scope]; they may be recursive.
type Type struct {
	Kind      Kind
	Optional  bool             // the value may be absent or null: nil at run time
	Nullable  bool             // together with Optional: the value may be null although its member is present
	Omit      bool             // the value may be [Omit]
	Sensitive bool             // the value is not to be shown in explanations
	Name      string           // for messages, such as "Money"
	Enum      []string         // String: the only values, if they are known
	Elem      *Type            // List: the elements; Object: the members that are not in Fields. nil = anything
	Fields    map[string]*Type // Object: the known members
	Open      bool             // Object: other members may exist
}

// anything is what is known of a value of which nothing is known.
var anything = &Type{Kind: Any, Optional: true}

// String describes the type in words that follow "is", such as "a list of
// Money" or "an optional date".
func (t *Type) String() string {
	if t == nil {
		return "anything"
	}
	name := t.noun(2)
	if t.Optional && t.Kind != Null && t.Kind != Any {
		name = "optional " + name
	}
	switch {
	case t.Kind == Any || t.Kind == Null || t.Kind == Nothing:
		return name
	case strings.ContainsRune("aeiouAEIOU", rune(name[0])):
		return "an " + name
	default:
		return "a " + name
	}
}

// noun names the type without article; depth bounds lists of lists.
func (t *Type) noun(depth int) string {
	switch {
	case t == nil || t.Kind == Any:
		return "anything"
	case t.Kind == Nothing && t.Omit:
		return "omit"
	case t.Kind == List && t.Elem != nil && t.Elem.Kind != Any && t.Elem.Kind != Nothing && depth > 0:
		return "list of " + plural(t.Elem.noun(depth-1))
	case t.Kind == Object && t.Name != "":
		return t.Name
	case t.Kind == Bool:
		return "boolean"
	case t.Kind == Int:
		return "whole number"
	}
	return t.Kind.String()
}

func plural(noun string) string {
	if head, rest, ok := strings.Cut(noun, " of "); ok {
		return plural(head) + " of " + rest
	}
	if strings.HasSuffix(noun, "s") || noun == "anything" {
		return noun
	}
	return noun + "s"
}

// with gives the type changed by edit; t itself stays as it is.
func (t *Type) with(edit func(*Type)) *Type {
	changed := *t
	edit(&changed)
	return &changed
}

// required is the type of a value that is known to be there.
func (t *Type) required() *Type {
	if !t.Optional && !t.Nullable {
		return t
	}
	return t.with(func(t *Type) { t.Optional, t.Nullable = false, false })
}

// maybe is the type of a value that may be missing, and is nil then.
func (t *Type) maybe() *Type {
	if t.Optional {
		return t
	}
	return t.with(func(t *Type) { t.Optional = true })
}

// elem is the type of a list's elements.
func (t *Type) elem() *Type {
	if t.Elem == nil {
		return anything
	}
	return t.Elem
}

// member is the type of an object's member; false when there is no such member.
func (t *Type) member(name string) (*Type, bool) {
	if t.Kind == Any {
		return anything, true
	}
	if t.Kind != Object {
		return nil, false
	}
	if f, ok := t.Fields[name]; ok && f != nil {
		return inherit(t, f), true
	}
	if t.Elem != nil {
		return inherit(t, t.Elem.maybe()), true
	}
	if t.Open {
		return inherit(t, anything), true
	}
	return nil, false
}

// inherit marks what is inside a sensitive value as sensitive.
func inherit(outer, inner *Type) *Type {
	if outer.Sensitive && !inner.Sensitive {
		return inner.with(func(t *Type) { t.Sensitive = true })
	}
	return inner
}

// names lists the known members, in order.
func (t *Type) names() []string {
	names := make([]string, 0, len(t.Fields))
	for name := range t.Fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// textual tells whether values of the kind are strings in JSON.
func (k Kind) textual() bool {
	switch k {
	case String, Decimal, Date, DateTime, Duration:
		return true
	}
	return false
}

// numeric tells whether values of the kind can be added up.
func (k Kind) numeric() bool { return k == Int || k == Number || k == Decimal }

// temporal tells whether values of the kind stand for a point in time.
func (k Kind) temporal() bool { return k == Date || k == DateTime }

// maxJoinDepth bounds how far into two types a join looks, since types may be recursive.
const maxJoinDepth = 6

// join is the most precise type that the values of both types have.
func join(a, b *Type) *Type { return joinAt(a, b, maxJoinDepth) }

func joinAt(a, b *Type, depth int) *Type {
	switch {
	case a == b:
		return a
	case a.Kind == Nothing || a.Kind == Null:
		return b.with(func(t *Type) { t.addFlags(a) })
	case b.Kind == Nothing || b.Kind == Null:
		return a.with(func(t *Type) { t.addFlags(b) })
	}
	joined := &Type{Kind: holdingKind(a.Kind, b.Kind)}
	joined.addFlags(a)
	joined.addFlags(b)
	if depth == 0 || a.Kind != b.Kind {
		if joined.Kind == Object || joined.Kind == List {
			joined.Kind = Any
		}
		return joined
	}
	if a.Name == b.Name {
		joined.Name = a.Name
	}
	switch a.Kind {
	case String:
		if len(a.Enum) > 0 && len(b.Enum) > 0 {
			joined.Enum = mergeEnums(a.Enum, b.Enum)
		}
	case List:
		joined.Elem = joinAt(a.elem(), b.elem(), depth-1)
	case Object:
		joinObjects(joined, a, b, depth)
	}
	return joined
}

// addFlags marks on t what may also happen to values of o.
func (t *Type) addFlags(o *Type) {
	t.Optional = t.Optional || o.Optional
	t.Nullable = t.Nullable || o.Nullable
	t.Omit = t.Omit || o.Omit
	t.Sensitive = t.Sensitive || o.Sensitive
}

// holdingKind is the kind that holds values of both kinds as they are; Any if
// no other does. A whole number is no decimal, which is a string in JSON.
func holdingKind(a, b Kind) Kind {
	switch {
	case a == b:
		return a
	case a.numeric() && b.numeric() && a != Decimal && b != Decimal:
		return Number
	case a.textual() && b.textual():
		return String
	}
	return Any
}

// joinKinds is the kind that values of both kinds can be converted to, numbers
// to decimals and dates to date-times; Any if there is none.
func joinKinds(a, b Kind) Kind {
	switch {
	case a == b:
		return a
	case a.numeric() && b.numeric():
		return max(a, b) // Int < Number < Decimal
	case a.temporal() && b.temporal():
		return DateTime
	case a.textual() && b.textual():
		return String
	}
	return Any
}

func mergeEnums(a, b []string) []string {
	merged := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(merged, v) {
			merged = append(merged, v)
		}
	}
	return merged
}

func joinObjects(joined, a, b *Type, depth int) {
	joined.Open = a.Open || b.Open
	if a.Elem != nil && b.Elem != nil {
		joined.Elem = joinAt(a.Elem, b.Elem, depth-1)
	} else {
		joined.Open = joined.Open || a.Elem != nil || b.Elem != nil
	}
	joined.Fields = make(map[string]*Type, max(len(a.Fields), len(b.Fields)))
	for name, f := range a.Fields {
		if g, ok := b.member(name); ok {
			joined.Fields[name] = joinAt(f, g, depth-1)
		} else {
			joined.Fields[name] = f.maybe()
		}
	}
	for name, g := range b.Fields {
		if _, ok := a.Fields[name]; ok {
			continue
		}
		if f, ok := a.member(name); ok {
			joined.Fields[name] = joinAt(f, g, depth-1)
		} else {
			joined.Fields[name] = g.maybe()
		}
	}
}
