package doclint

import (
	"reflect"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// ambiguousUnion is about unions without a discriminator: their members must be of different JSON types, or list
// different values.
func ambiguousUnion(l *linter, o *contract.Object) {
	members := branches(o, "oneOf")
	if len(members) < 2 || o.Has("discriminator", "propertyName") {
		return
	}
	taken := map[string][]*contract.Object{}
	for _, member := range members {
		for _, name := range jsonTypes(member, 0) {
			for _, other := range taken[name] {
				if !differentValues(member.Target(), other.Target()) {
					l.report(o, at{place: o.PlaceOf("oneOf"), hint: "add a discriminator with a mapping"},
						"%s has neither a discriminator nor members of different types: %s and %s can both be %s", subject(o), label(other), label(member), described[name])
					return
				}
			}
			taken[name] = append(taken[name], member)
		}
	}
}

// differentValues tells whether two schemas both list their values, and have none in common.
func differentValues(a, b *contract.Object) bool {
	mine, others := listed(a), listed(b)
	return mine != nil && others != nil && !slices.ContainsFunc(mine, func(v any) bool {
		return slices.ContainsFunc(others, func(other any) bool { return reflect.DeepEqual(v, other) })
	})
}

// listed gives the values that a schema lists; nil when it lists none.
func listed(o *contract.Object) []any {
	if o.Has("const") {
		return []any{o.Value("const")}
	}
	values, _ := o.Value("enum").([]any)
	return values
}

var described = map[string]string{"array": "an array", "boolean": "true or false", "number": "a number", "object": "an object", "string": "a string"}

// jsonTypes lists the JSON types that values of a schema can have, null left out and integers as numbers: all of them
// for a schema that does not say.
func jsonTypes(o *contract.Object, depth int) []string {
	o = o.Target()
	var list []string
	for _, name := range types(o) {
		list = append(list, strings.Replace(name, "integer", "number", 1))
	}
	if len(list) > 0 {
		return list
	}
	if depth > maxNesting {
		return nil
	}
	for _, keyword := range []string{"oneOf", "anyOf"} {
		for _, member := range branches(o, keyword) {
			list = append(list, jsonTypes(member, depth+1)...)
		}
	}
	for _, member := range part(o, "allOf") {
		if own := jsonTypes(member, depth+1); len(own) < len(described) {
			list = append(list, own...)
		}
	}
	for _, v := range listed(o) {
		list = append(list, jsonType(v))
	}
	if len(list) == 0 {
		list = []string{"array", "boolean", "number", "object", "string"}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// maxNesting bounds how deep unions are followed into each other.
const maxNesting = 20

func jsonType(v any) string {
	switch v.(type) {
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "number"
}

// label names a member of a union.
func label(o *contract.Object) string {
	if target := o.Target(); target.Component() {
		return target.Key
	}
	return "a member without a name"
}

// discriminatorMapping is about the entries of a mapping: one for each member, and none for anything else.
func discriminatorMapping(l *linter, o *contract.Object) {
	if !o.Has("discriminator", "mapping") || !o.Has("oneOf") {
		return
	}
	var members []*contract.Object
	for _, member := range branches(o, "oneOf") {
		members = append(members, member.Target())
	}
	mapped := map[*contract.Object]bool{}
	for _, value := range o.Names("discriminator", "mapping") {
		target := l.mapped(o, value)
		mapped[target] = true
		if target != nil && !slices.Contains(members, target) {
			l.report(o, at{place: o.PlaceOf("discriminator", "mapping", value)}, "the mapping of %s leads to %s for %q, which is no member of the union", subject(o), label(target), value)
		}
	}
	for _, member := range members {
		if !mapped[member] {
			l.report(o, at{place: o.PlaceOf("discriminator", "mapping")}, "the mapping of %s has no value for %s", subject(o), label(member))
		}
	}
}

func (l *linter) mapped(o *contract.Object, value string) *contract.Object {
	target := l.document.Resolve(o.Text("discriminator", "mapping", value))
	if target == nil {
		return nil // reported when the document is loaded
	}
	return target.Target()
}

// discriminatorTag is about the property that a discriminator names: every member requires it, with the one value that
// stands for the member.
func discriminatorTag(l *linter, o *contract.Object) {
	property := o.Text("discriminator", "propertyName")
	if property == "" || !o.Has("oneOf") {
		return
	}
	if !o.Has("discriminator", "mapping") {
		l.report(o, at{place: o.PlaceOf("discriminator"), hint: "add a mapping of the values of " + property + " to the members"},
			"%s leaves it to the names of schemas which value stands for which member", subject(o))
		return
	}
	for _, value := range o.Names("discriminator", "mapping") {
		target := l.mapped(o, value)
		if target == nil {
			continue
		}
		place := at{place: o.PlaceOf("discriminator", "mapping", value)}
		for _, member := range objectsOf(target, 0) {
			tag, required := tagOf(member, property, 0)
			switch {
			case tag == nil || !required:
				l.report(o, place, "%s does not require %s, by which %s is told apart", label(member), property, subject(o))
			case !onlyValue(tag.Target(), value):
				l.report(o, place, "%s of %s can have another value than %q, by which %s is told apart", property, label(member), value, subject(o))
			}
		}
	}
}

// objectsOf gives the objects that a member of a union can be: those of a union in it, or itself.
func objectsOf(o *contract.Object, depth int) []*contract.Object {
	inner := branches(o, "oneOf")
	if len(inner) == 0 || depth > maxNesting {
		return []*contract.Object{o}
	}
	var list []*contract.Object
	for _, member := range inner {
		list = append(list, objectsOf(member.Target(), depth+1)...)
	}
	return list
}

// tagOf finds a property of an object, or of what it is composed of, and tells whether it is required.
func tagOf(o *contract.Object, property string, depth int) (tag *contract.Object, required bool) {
	for _, member := range part(o, "properties") {
		if member.Key == property {
			tag = member
		}
	}
	names, _ := o.Value("required").([]any)
	required = slices.Contains(names, any(property))
	if depth > maxNesting {
		return tag, required
	}
	for _, base := range part(o, "allOf") {
		inherited, demanded := tagOf(base.Target(), property, depth+1)
		if tag == nil {
			tag = inherited
		}
		required = required || demanded
	}
	return tag, required
}

func onlyValue(o *contract.Object, value string) bool {
	values := listed(o)
	return len(values) == 1 && values[0] == value
}
