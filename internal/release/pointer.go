package release

import "slices"

// Keywords of Schema Objects that hold schemas: one, a list of them, or an object of them by name.
var (
	holdsSchema  = []string{"items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"}
	holdsSchemas = []string{"oneOf", "anyOf", "allOf", "prefixItems", "properties", "patternProperties", "dependentSchemas", "$defs"}
	// holdsByName are the fields of other objects whose members have free names.
	holdsByName = []string{"headers", "content", "responses", "parameters", "examples", "callbacks", "encoding", "links", "requestBodies"}
)

// schemaLength is how many tokens of a pointer lead to the innermost schema on its way; 0 when there is none.
func schemaLength(names []string) int {
	n := 0
	switch {
	case len(names) >= 3 && names[0] == "components" && names[1] == "schemas":
		n = 3
	case len(names) > 0 && (names[0] == "components" || names[0] == "paths" || names[0] == "webhooks"):
		n = schemaStart(names)
	}
	if n == 0 {
		return 0
	}
	for n < len(names) {
		switch {
		case slices.Contains(holdsSchema, names[n]):
			n++
		case slices.Contains(holdsSchemas, names[n]) && n+1 < len(names):
			n += 2
		default:
			return n
		}
	}
	return n
}

// schemaStart finds the field "schema" of a parameter, header or media type.
func schemaStart(names []string) int {
	i := 2 // paths/{path}, components/{section}
	if names[0] == "components" {
		i = 3
	}
	for ; i < len(names); i++ {
		switch {
		case names[i] == "schema":
			return i + 1
		case slices.Contains(holdsByName, names[i]):
			i++ // the name may be anything
		}
	}
	return 0
}

// subject gives the schema that a change at a pointer is about, as a pointer; "" when it is about none. A change of
// what is required is about the property that it names, one of the members of a union about the union.
func (d *Document) subject(pointer string, union bool) string {
	names := tokens(pointer)
	n := schemaLength(names)
	if n == 0 {
		return ""
	}
	rest := names[n:]
	if len(rest) == 2 && rest[0] == "required" {
		if property, named := d.at(pointer).(string); named {
			return pointerOf(append(slices.Clone(names[:n]), "properties", property))
		}
	}
	if union && n >= 2 && slices.Contains([]string{"oneOf", "anyOf", "allOf"}, names[n-2]) {
		n -= 2
	}
	return pointerOf(names[:n])
}

// holder gives the schema of the object that a property belongs to, "" when the pointer is of no property.
func holder(subject string) string {
	names := tokens(subject)
	if n := len(names); n >= 2 && names[n-2] == "properties" {
		return pointerOf(names[:n-2])
	}
	return ""
}

// target follows references: it gives the pointers that a schema at a pointer is known by, its own first.
func (d *Document) target(pointer string) []string {
	known := []string{pointer}
	for len(known) < maxDepth {
		schema, _ := d.at(pointer).(map[string]any)
		ref, _ := schema["$ref"].(string)
		if len(ref) < 2 || ref[0] != '#' {
			return known
		}
		pointer = unescaped(ref[1:])
		if slices.Contains(known, pointer) {
			return known
		}
		known = append(known, pointer)
	}
	return known
}
