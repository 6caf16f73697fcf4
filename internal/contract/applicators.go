package contract

import (
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// This file builds the keywords of a schema that hold numbers, names or other schemas.

// bound reads a limit of a number. OpenAPI 3.0's boolean exclusiveMinimum turns minimum into 2020-12's exclusive one.
func (b *builder) bound(s *Schema, n *node, keyword string, item *node) {
	if strings.HasPrefix(keyword, "exclusive") && item.kind == boolean {
		if !b.v30 {
			b.fail("bad-schema", item.at, "%s is a number since OpenAPI 3.1", keyword)
		}
		return
	}
	if item.kind != number {
		b.fail("bad-schema", item.at, "%s must be a number", keyword)
		return
	}
	if keyword == "multipleOf" && !positive(item.text) {
		b.fail("bad-schema", item.at, "multipleOf must be greater than zero")
		return
	}
	if b.v30 && keyword == "minimum" && n.flag("exclusiveMinimum") {
		keyword = "exclusiveMinimum"
	}
	if b.v30 && keyword == "maximum" && n.flag("exclusiveMaximum") {
		keyword = "exclusiveMaximum"
	}
	limit := json.Number(item.text)
	switch keyword {
	case "minimum":
		s.Minimum = &limit
	case "maximum":
		s.Maximum = &limit
	case "exclusiveMinimum":
		s.ExclusiveMinimum = &limit
	case "exclusiveMaximum":
		s.ExclusiveMaximum = &limit
	case "multipleOf":
		s.MultipleOf = &limit
	}
	s.assertions = append(s.assertions, assertion{keyword: keyword, raw: []byte(item.text)})
}

func positive(number string) bool {
	return number[0] != '-' && strings.ContainsAny(strings.FieldsFunc(number, func(r rune) bool { return r == 'e' || r == 'E' })[0], "123456789")
}

func (b *builder) required(s *Schema, item *node) {
	if item.kind == boolean {
		b.add(0, "bad-schema", item.at, "list the names of the required members in the object's own required", "required is a list of names, not a boolean")
		return
	}
	s.Required = make(map[string]bool, len(item.items))
	for _, name := range item.items {
		if !s.Required[name.text] {
			s.Required[name.text] = true
			s.requireds = append(s.requireds, name.text)
		}
	}
	s.assertions = append(s.assertions, assertion{keyword: "required"})
}

func (b *builder) dependentRequired(s *Schema, item *node) {
	for _, names := range item.items {
		if names.kind != list {
			b.fail("bad-schema", names.at, "dependentRequired holds lists of names")
			return
		}
	}
	if item.kind == object {
		s.assertions = append(s.assertions, assertion{keyword: "dependentRequired", raw: item.appendJSON(nil)})
	}
}

// child builds a keyword that holds one schema.
func (b *builder) child(s *Schema, keyword string, item *node, pointer string) {
	if item.kind != object && item.kind != boolean {
		return // reported by the check of the shape
	}
	c := b.schema(item, pointer+"/"+keyword)
	switch keyword {
	case "items":
		s.Items = c
	case "propertyNames":
		s.PropertyNames = c
	case "additionalProperties":
		if s.Closed = c.never; !c.never {
			s.Additional = c
		}
	}
	s.assertions = append(s.assertions, assertion{keyword: keyword, child: c})
}

// schemaList builds a keyword that holds a list of schemas.
func (b *builder) schemaList(s *Schema, keyword string, item *node, pointer string) {
	if item.kind != list || len(item.items) == 0 {
		b.fail("bad-schema", item.at, "%s must be a list of at least one schema", keyword)
		return
	}
	members := make([]*Schema, len(item.items))
	for i, member := range item.items {
		if member.kind != object && member.kind != boolean {
			return // reported by the check of the shape
		}
		members[i] = b.schema(member, pointer+"/"+keyword+"/"+strconv.Itoa(i))
	}
	switch keyword {
	case "allOf":
		s.AllOf = append(s.AllOf, members...)
	case "anyOf":
		s.AnyOf = members
	case "oneOf":
		s.OneOf = members
	case "prefixItems":
		s.PrefixItems = members
	}
	s.assertions = append(s.assertions, assertion{keyword: keyword, list: members})
}

// named builds a keyword that holds an object of schemas.
func (b *builder) named(s *Schema, keyword string, item *node, pointer string) {
	if item.kind != object {
		return // reported by the check of the shape
	}
	members := make([]*Schema, 0, len(item.items))
	for i, k := range item.keys {
		if c := item.items[i]; c.kind == object || c.kind == boolean {
			members = append(members, b.schema(c, pointer+"/"+keyword+"/"+escapeToken(k.name)))
		} else {
			return // reported by the check of the shape
		}
	}
	names := item.names()
	switch keyword {
	case "properties":
		s.Order = names
		s.Properties = make(map[string]*Schema, len(names))
		for i, name := range names {
			s.Properties[name] = members[i]
		}
	case "patternProperties":
		for i, k := range item.keys {
			expression, _, err := compilePattern(k.name)
			if err != nil {
				b.fail("bad-pattern", k.at, "members cannot be matched by this pattern: %v", err)
				return
			}
			names[i] = expression.String()
			s.PatternProperties = append(s.PatternProperties, PatternProperty{k.name, members[i], expression})
		}
	}
	s.assertions = append(s.assertions, assertion{keyword: keyword, list: members, names: names})
}

// discriminator reads which member of oneOf or anyOf stands for which value. Members without an entry in the mapping
// are found by their component name, as OpenAPI says. Without a union the discriminator is documentation only.
func (b *builder) discriminator(s *Schema, n *node) {
	members := s.OneOf
	if members == nil {
		members = s.AnyOf
	}
	property := n.str("propertyName")
	if members == nil || property == "" {
		return
	}
	d := &Discriminator{Property: property, Mapping: map[string]*Schema{}}
	mapped := map[*Schema]bool{}
	if mapping := n.get("mapping"); mapping != nil && mapping.kind == object {
		for i, k := range mapping.keys {
			target := b.mappingTarget(mapping.items[i])
			if target == nil {
				b.fail("unresolved-reference", mapping.items[i].at, "the discriminator's mapping of %q leads to no schema", k.name)
				continue
			}
			d.Mapping[k.name], mapped[target] = target, true
			d.Tags = append(d.Tags, k.name)
		}
	}
	for _, m := range members {
		if mapped[m] {
			continue
		}
		if m.Name != "" && d.Mapping[m.Name] == nil {
			d.Mapping[m.Name] = m
			d.Tags = append(d.Tags, m.Name)
		} else {
			d.others = append(d.others, m)
		}
	}
	if len(d.Mapping) == 0 {
		b.warn("unsupported-construct", n.at, "the discriminator maps no value to a schema, so it is ignored")
		return
	}
	for _, m := range d.others {
		if !slices.Equal(m.Types, []string{"null"}) && m.Allows("object") {
			b.warn("unsupported-construct", n.at, "a member of the union has neither a name nor an entry in the discriminator's mapping, so it can never be chosen for an object")
			break
		}
	}
	s.Discriminator = d
}

func (b *builder) mappingTarget(value *node) *Schema {
	if value.kind != text {
		return nil
	}
	if n := b.root.get("components").get("schemas").get(value.text); n != nil {
		return b.schema(n, "/components/schemas/"+escapeToken(value.text))
	}
	n, pointer := b.resolve(value)
	if n == nil {
		return nil
	}
	return b.schema(n, pointer)
}

func unescapeFragment(fragment string) string {
	if s, err := url.PathUnescape(fragment); err == nil {
		return s
	}
	return fragment
}

// findLoops reports schemas that apply themselves to the same value without end, such as an allOf of itself.
func (b *builder) findLoops() {
	const visiting, done = 1, 2
	state := map[*Schema]int{}
	var visit func(s *Schema)
	visit = func(s *Schema) {
		state[s] = visiting
		for _, next := range s.sameValue() {
			switch state[next] {
			case visiting:
				b.fail("endless-schema", position{b.files[next.File], next.line, next.col, 0}, "this schema applies itself to the same value without end")
			case 0:
				visit(next)
			}
		}
		state[s] = done
	}
	for _, s := range b.api.compile.schemas {
		if state[s] == 0 {
			visit(s)
		}
	}
}

// sameValue lists the schemas that s applies to the very value that it is applied to.
func (s *Schema) sameValue() []*Schema {
	var out []*Schema
	for _, a := range s.assertions {
		switch a.keyword {
		case "$ref", "not", "if", "then", "else":
			out = append(out, a.child)
		case "allOf", "anyOf", "oneOf", "dependentSchemas":
			out = append(out, a.list...)
		}
	}
	if s.Discriminator != nil {
		for _, tag := range s.Discriminator.Tags {
			out = append(out, s.Discriminator.Mapping[tag])
		}
	}
	return out
}
