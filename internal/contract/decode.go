package contract

import (
	"encoding/json"
	"slices"
	"strings"
)

// This file turns the texts of parameters and form members into values, by style and schema (OpenAPI, "style").

// shape is what a schema makes of a text: one value, a list of them, or members.
type shape uint8

const (
	scalarShape shape = iota
	listShape
	objectShape
)

// shapeOf decides by the types that the schema admits; a list wins over members, members over a single value.
func shapeOf(s *Schema) shape {
	types := s.typeNames(0)
	switch {
	case slices.Contains(types, "array") || types == nil && (s.Items != nil || s.PrefixItems != nil):
		return listShape
	case slices.Contains(types, "object") || types == nil && s.Properties != nil:
		return objectShape
	}
	return scalarShape
}

// coerce gives the value that a text stands for: a number or boolean where the schema admits one and the text is one,
// else the text itself.
func coerce(s *Schema, text string) any {
	if s == nil || len(s.Types) == 1 && s.Types[0] == "string" {
		return text
	}
	for _, t := range s.typeNames(0) {
		switch t {
		case "boolean":
			if text == "true" || text == "false" {
				return text == "true"
			}
		case "integer", "number":
			if n, ok := parseNumber(text); ok {
				return n
			}
		case "null":
			if text == "null" && !s.Allows("string") {
				return nil
			}
		}
	}
	return text
}

// parseNumber reads a number as JSON spells it.
func parseNumber(text string) (any, bool) {
	if !jsonNumber.MatchString(text) || !reasonableNumber(text) {
		return nil, false
	}
	if n, ok := parseInt([]byte(text)); ok {
		return n, true
	}
	return json.Number(text), true
}

// itemSchema and memberSchema give the schema of a part, looking through allOf and unions; nil when there is none.
func (s *Schema) itemSchema(depth int) *Schema {
	if s.Items != nil || depth > 8 {
		return s.Items
	}
	for _, part := range slices.Concat(s.AllOf, s.OneOf, s.AnyOf) {
		if items := part.itemSchema(depth + 1); items != nil {
			return items
		}
	}
	return nil
}

func (s *Schema) memberSchema(name string, depth int) *Schema {
	if p := s.Properties[name]; p != nil || depth > 8 {
		return p
	}
	for _, part := range slices.Concat(s.AllOf, s.OneOf, s.AnyOf) {
		if p := part.memberSchema(name, depth+1); p != nil {
			return p
		}
	}
	return s.Additional
}

// serialised says how a parameter or form member is written.
type serialised struct {
	name       string
	schema     *Schema
	shape      shape
	style      string
	explode    bool
	allowEmpty bool
}

// takes tells whether a pair of a query belongs to the parameter.
func (p *serialised) takes(name string) bool {
	switch {
	case p.style == "deepObject":
		return strings.HasPrefix(name, p.name) && len(name) > len(p.name) && name[len(p.name)] == '['
	case p.shape == objectShape && p.explode && p.style == "form":
		return p.schema.memberSchema(name, 0) != nil
	}
	return name == p.name
}

// fromPairs reads the value out of the pairs of a query or form and marks those that it used. given is false when the
// parameter was not sent; bad says what is wrong with how it was sent.
func (p *serialised) fromPairs(pairs []pair) (value any, given bool, bad string) {
	first, count := -1, 0
	for i := range pairs {
		if pairs[i].owner == nil && p.takes(pairs[i].name) {
			pairs[i].owner = p
			if count++; first < 0 {
				first = i
			}
		}
	}
	if count == 0 {
		return nil, false, ""
	}
	mine := func(visit func(q pair) string) string {
		for _, q := range pairs[first:] {
			if q.owner == p {
				if bad := visit(q); bad != "" {
					return bad
				}
			}
		}
		return ""
	}
	switch {
	case p.style == "deepObject":
		members := map[string]any{}
		bad = mine(func(q pair) string { return p.deep(members, q) })
		return members, true, bad
	case p.shape == objectShape && p.explode && p.style == "form":
		members := map[string]any{}
		bad = mine(func(q pair) string { return p.member(members, q.name, q.value) })
		return members, true, bad
	case p.shape == listShape && p.explode:
		list := make([]any, 0, count)
		bad = mine(func(q pair) string {
			text, bad := unescape(q.value)
			if text == "" && bad == "" && count == 1 {
				if !p.allowEmpty {
					return emptyValue
				}
				return ""
			}
			list = append(list, coerce(p.schema.itemSchema(0), text))
			return bad
		})
		return list, true, bad
	case count > 1:
		return nil, true, "is given more than once"
	}
	raw := pairs[first].value
	if raw == "" && !p.allowEmpty {
		return nil, true, emptyValue
	}
	if p.shape == scalarShape {
		text, bad := unescape(raw)
		return coerce(p.schema, text), true, bad
	}
	value, bad = p.fromParts(splitStyle(raw, p.style), unescape)
	return value, true, bad
}

const emptyValue = "must not be empty"

// splitStyle splits the single value of a list or object; the parts are still escaped.
func splitStyle(raw, style string) []string {
	if raw == "" {
		return nil
	}
	switch style {
	case "spaceDelimited":
		return strings.Split(strings.NewReplacer("%20", " ", "+", " ").Replace(raw), " ")
	case "pipeDelimited":
		return strings.Split(strings.NewReplacer("%7C", "|", "%7c", "|").Replace(raw), "|")
	}
	return strings.Split(raw, ",")
}

// fromParts makes a list of parts, or members of parts that alternate between name and value.
func (p *serialised) fromParts(parts []string, decode func(string) (string, string)) (any, string) {
	if p.shape == listShape {
		list := make([]any, 0, len(parts))
		for _, part := range parts {
			text, bad := decode(part)
			if bad != "" {
				return nil, bad
			}
			list = append(list, coerce(p.schema.itemSchema(0), text))
		}
		return list, ""
	}
	if len(parts)%2 != 0 {
		return nil, "must hold names and values in turn, separated as its style says"
	}
	members := map[string]any{}
	for i := 0; i+1 < len(parts); i += 2 {
		name, bad := decode(parts[i])
		text, worse := decode(parts[i+1])
		if bad+worse != "" {
			return nil, bad + worse
		}
		members[name] = coerce(p.schema.memberSchema(name, 0), text)
	}
	return members, ""
}

// member adds one member; repeated ones become a list where the schema says so.
func (p *serialised) member(members map[string]any, name, raw string) string {
	text, bad := unescape(raw)
	if bad != "" {
		return bad
	}
	return addMember(members, p.schema.memberSchema(name, 0), name, text)
}

func addMember(members map[string]any, s *Schema, name, text string) string {
	before, twice := members[name]
	if s != nil && shapeOf(s) == listShape {
		list, _ := before.([]any)
		members[name] = append(list, coerce(s.itemSchema(0), text))
		return ""
	}
	if twice {
		return "gives its member " + shorten(name) + " more than once"
	}
	members[name] = coerce(s, text)
	return ""
}

// deep adds name[a][b]=value.
func (p *serialised) deep(members map[string]any, q pair) string {
	text, bad := unescape(q.value)
	if bad != "" {
		return bad
	}
	path := strings.Split(strings.TrimSuffix(q.name[len(p.name)+1:], "]"), "][")
	if !strings.HasSuffix(q.name, "]") || len(path) > 8 || slices.Contains(path[:len(path)-1], "") {
		return "must be written as " + p.name + "[member]=value"
	}
	s := p.schema
	for len(path) > 1 && !(len(path) == 2 && path[1] == "") {
		if s = memberOrNil(s, path[0]); members[path[0]] == nil {
			members[path[0]] = map[string]any{}
		}
		inner, ok := members[path[0]].(map[string]any)
		if !ok {
			return "gives its member " + shorten(path[0]) + " both a value and members"
		}
		members, path = inner, path[1:]
	}
	if path[0] == "" {
		return "must be written as " + p.name + "[member]=value"
	}
	if _, nested := members[path[0]].(map[string]any); nested {
		return "gives its member " + shorten(path[0]) + " both a value and members"
	}
	return addMember(members, memberOrNil(s, path[0]), path[0], text)
}

func memberOrNil(s *Schema, name string) *Schema {
	if s == nil {
		return nil
	}
	return s.memberSchema(name, 0)
}

// fromText reads a path, header or cookie parameter, whose text is unescaped already. name is the parameter's own.
func (p *serialised) fromText(text string) (any, string) {
	separator := ","
	switch p.style {
	case "label":
		rest, ok := strings.CutPrefix(text, ".")
		if !ok {
			return nil, "must begin with a dot (style label)"
		}
		if text = rest; p.explode {
			separator = "."
		}
	case "matrix":
		return p.fromMatrix(text)
	}
	if p.shape == scalarShape {
		return coerce(p.schema, text), ""
	}
	var parts []string
	if text != "" {
		parts = strings.Split(text, separator)
	}
	if p.shape == objectShape && p.explode {
		return p.fromAssignments(parts)
	}
	if p.style == "simple" || p.style == "form" {
		for i := range parts {
			parts[i] = strings.Trim(parts[i], " \t")
		}
	}
	return p.fromParts(parts, asIs)
}

func asIs(text string) (string, string) { return text, "" }

// fromMatrix reads ;name=value, ;name=a,b or ;name=a;name=b, or ;member=value for exploded objects.
func (p *serialised) fromMatrix(text string) (any, string) {
	rest, ok := strings.CutPrefix(text, ";")
	if !ok {
		return nil, "must begin with ;" + p.name + "= (style matrix)"
	}
	parts := strings.Split(rest, ";")
	if p.shape == objectShape && p.explode {
		return p.fromAssignments(parts)
	}
	var values []string
	for _, part := range parts {
		name, value, _ := strings.Cut(part, "=")
		if name != p.name {
			return nil, "must begin with ;" + p.name + "= (style matrix)"
		}
		values = append(values, value)
	}
	if p.shape == listShape && p.explode {
		return p.fromParts(values, asIs)
	}
	if len(values) > 1 {
		return nil, "is given more than once"
	}
	if p.shape == scalarShape {
		return coerce(p.schema, values[0]), ""
	}
	return p.fromParts(strings.Split(values[0], ","), asIs)
}

func (p *serialised) fromAssignments(parts []string) (any, string) {
	members := map[string]any{}
	for _, part := range parts {
		name, text, ok := strings.Cut(part, "=")
		if !ok {
			return nil, "must hold member=value pairs"
		}
		if bad := addMember(members, p.schema.memberSchema(name, 0), name, text); bad != "" {
			return nil, bad
		}
	}
	return members, ""
}
