package doclint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// types gives the types that a schema's own keyword allows, without null. A schema that has the keyword in an odd form
// is reported when the document is loaded.
func types(o *contract.Object) []string {
	var list []string
	switch value := o.Value("type").(type) {
	case string:
		list = []string{value}
	case []any:
		for _, v := range value {
			if name, ok := v.(string); ok {
				list = append(list, name)
			}
		}
	}
	return slices.DeleteFunc(list, func(name string) bool { return name == "null" })
}

func isNull(o *contract.Object) bool {
	return o.Value("type") == "null" || o.Has("const") && o.Value("const") == nil
}

// part gives the schemas in a field of a schema, such as the members of a union.
func part(o *contract.Object, field string) []*contract.Object {
	var list []*contract.Object
	for _, child := range o.Children {
		if child.Field == field {
			list = append(list, child)
		}
	}
	return list
}

// branches are the members of a union, null left out: a value that may be null is no union.
func branches(o *contract.Object, keyword string) []*contract.Object {
	return slices.DeleteFunc(part(o, keyword), func(member *contract.Object) bool { return isNull(member.Target()) })
}

// isValue tells whether a schema is that of a value by itself. Others are conditions, or add to a schema elsewhere,
// which may have what they lack.
func isValue(o *contract.Object) bool {
	for ; o != nil && o.Kind == "schema"; o = o.Parent {
		switch o.Field {
		case "allOf", "not", "if", "then", "else", "contains", "propertyNames", "dependentSchemas", "$defs":
			return false
		}
	}
	return true
}

func anonymousSchema(l *linter, o *contract.Object) {
	if o.Component() || o.IsReference() || !isValue(o) || o.Field == "unevaluatedProperties" || o.Field == "unevaluatedItems" {
		return
	}
	var what string
	switch {
	case len(branches(o, "oneOf")) > 1, len(branches(o, "anyOf")) > 1:
		what = "a union"
	case len(part(o, "properties")) > 0, len(part(o, "allOf")) > 1:
		what = "an object"
	default:
		return
	}
	l.report(o, at{place: o.Place(), hint: "move it to components/schemas and refer to it"}, "%s is %s without a name", subject(o), what)
}

func looseSchema(l *linter, o *contract.Object) {
	if o.IsReference() || !isValue(o) {
		return
	}
	where := at{place: o.Place()}
	if everything, ok := o.Value().(bool); ok {
		if everything && !strings.HasPrefix(o.Field, "additional") && !strings.HasPrefix(o.Field, "unevaluated") {
			l.report(o, where, "%s can be anything", subject(o))
		}
		return
	}
	own := types(o)
	switch {
	case len(own) == 0 && !isNull(o) && !slices.ContainsFunc([]string{"enum", "const", "oneOf", "anyOf", "allOf"}, func(k string) bool { return o.Has(k) }):
		l.report(o, where, "%s can be anything: it has no type", subject(o))
	case slices.Contains(own, "object") && !o.Has("properties") && !composed(o) && !o.Has("patternProperties") && !isMap(o):
		l.report(o, where, "%s is an object that names neither its members nor what their values are", subject(o))
	case slices.Contains(own, "array") && !o.Has("items") && !o.Has("prefixItems"):
		l.report(o, where, "%s is an array that does not say what its elements are", subject(o))
	}
}

// isMap tells whether a schema says what the values of members are that it does not name.
func isMap(o *contract.Object) bool {
	_, ok := o.Value("additionalProperties").(map[string]any)
	return ok
}

func composed(o *contract.Object) bool { return o.Has("oneOf") || o.Has("anyOf") || o.Has("allOf") }

func opennessUnstated(l *linter, o *contract.Object) {
	if !o.IsReference() && isValue(o) && o.Has("properties") && !composed(o) && !o.Has("additionalProperties") && !o.Has("unevaluatedProperties") {
		l.report(o, at{place: o.Place(), hint: "write additionalProperties: false, or true where callers must expect more"},
			"%s does not say whether it has members beside those that it names", subject(o))
	}
}

func requiredUnnamed(l *linter, o *contract.Object) {
	if o.IsReference() || !isValue(o) || composed(o) || !o.Has("properties") {
		return
	}
	named := o.Names("properties")
	list, _ := o.Value("required").([]any)
	for i, member := range list {
		if name, ok := member.(string); ok && !slices.Contains(named, name) {
			l.report(o, at{place: o.PlaceOf("required", strconv.Itoa(i)), hint: finding.DidYouMean(name, named)}, "%s requires %q, which it does not name", subject(o), name)
		}
	}
}

// boundedFormats have a largest length by themselves.
var boundedFormats = setOf("date", "uuid", "ipv4", "ipv6")

func unboundedValue(l *linter, o *contract.Object) {
	if o.IsReference() || !isValue(o) || o.Has("enum") || o.Has("const") {
		return
	}
	var missing string
	for _, name := range types(o) {
		switch name {
		case "string":
			if !o.Has("maxLength") && !boundedFormats[o.Text("format")] && o.Text("format") != "binary" {
				missing = "a string without maxLength"
			}
		case "array":
			if !o.Has("maxItems") {
				missing = "an array without maxItems"
			}
		case "integer", "number":
			lower := o.Has("minimum") || o.Has("exclusiveMinimum")
			upper := o.Has("maximum") || o.Has("exclusiveMaximum")
			switch {
			case !lower && !upper:
				missing = "a number without minimum and maximum"
			case !lower:
				missing = "a number without minimum"
			case !upper:
				missing = "a number without maximum"
			}
		case "object":
			if !o.Has("properties") && isMap(o) && !o.Has("maxProperties") {
				missing = "a map without maxProperties"
			}
		}
		if missing != "" {
			l.report(o, at{place: o.Place()}, "%s is %s", subject(o), missing)
			return
		}
	}
}

// unportable are keywords that not every generator and every validator understands, or understands in the same way.
var unportable = []string{"allOf", "anyOf", "not", "if", "prefixItems", "patternProperties", "dependentSchemas", "dependentRequired",
	"unevaluatedProperties", "unevaluatedItems", "contains", "propertyNames"}

func unportableKeyword(l *linter, o *contract.Object) {
	if o.IsReference() {
		return
	}
	for _, keyword := range unportable {
		switch {
		case !o.Has(keyword),
			keyword == "anyOf" && len(branches(o, keyword)) < 2, // a value that may be null
			keyword == "allOf" && len(part(o, keyword)) < 2:     // a reference with a description, in OpenAPI 3.0
			continue
		}
		l.report(o, at{place: o.PlaceOf(keyword)}, "%s uses %s, which not every tool understands", subject(o), keyword)
	}
	if own := types(o); len(own) > 1 {
		l.report(o, at{place: o.PlaceOf("type"), hint: "write a oneOf of schemas with one type each"}, "%s has several types, which not every tool understands", subject(o))
	}
}

func referenceSiblings(l *linter, o *contract.Object) {
	if !o.IsReference() {
		return
	}
	for _, name := range o.Names() {
		if name != "$ref" && !strings.HasPrefix(name, "x-") {
			l.report(o, at{place: o.PlaceOf(name), hint: "say it at what is referred to"}, "%s stands beside a reference, where many tools ignore it", name)
		}
	}
}
