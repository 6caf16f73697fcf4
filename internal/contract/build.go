package contract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// builder makes schemas from nodes. A node is built once; references are the schema of their target.
type builder struct {
	*loader
	api   *API
	root  *node
	names map[*node]string // component schemas
	built map[*node]*Schema
	// copies are references with annotations beside them; they are filled when their targets are complete.
	copies []*copied
	copyOf map[*Schema]*copied
	// examples are checked against their schemas when everything is built.
	examples []exampleCheck
	found    map[string]*node // by pointer; documents have thousands of components
	v30      bool
}

type copied struct {
	schema, target *Schema
	annotations    *node
	filled         bool
}

// exampleCheck is an example or default that is to satisfy its schema: of a body or parameter in its direction, of a
// schema in one of the two.
type exampleCheck struct {
	schema     *Schema
	value      *node
	directions []Direction
	what       string
}

var eitherDirection = []Direction{Outbound, Inbound}

func (b *builder) newSchema(n *node, pointer string) *Schema {
	s := &Schema{api: b.api, File: n.at.file.name, Pointer: pointer, line: n.at.line, col: n.at.col, Name: b.names[n]}
	b.api.compile.register(s)
	b.built[n] = s
	return s
}

// schema builds the schema of a node, at pointer in the bundled document. It never gives nil: what cannot be built is
// reported and becomes the schema that admits everything.
func (b *builder) schema(n *node, pointer string) *Schema {
	if s := b.built[n]; s != nil {
		return s
	}
	if n.kind == boolean {
		s := b.newSchema(n, pointer)
		s.never = n.text == "false"
		return s
	}
	if isReference("schema", n) {
		return b.reference(n, pointer)
	}
	if b.v30 && n.flag("nullable") && n.get("type") == nil && (n.get("allOf") != nil || n.get("oneOf") != nil || n.get("anyOf") != nil) {
		return b.nullableComposition(n, pointer)
	}
	s := b.newSchema(n, pointer)
	b.fill(s, n, pointer)
	return s
}

// reference gives the target itself, or where fields stand beside the reference (OpenAPI 3.1), a schema that adds them.
func (b *builder) reference(n *node, pointer string) *Schema {
	ref := n.get("$ref")
	target, targetPointer := b.resolve(ref)
	for hops := 0; target != nil && b.isPlain(target); hops++ {
		if hops > maxTreeDepth {
			b.fail("endless-reference", ref.at, "the reference %q leads back to itself", ref.text)
			target = nil
			break
		}
		target, targetPointer = b.resolve(target.get("$ref"))
	}
	if target == nil {
		return b.newSchema(n, pointer) // an unresolved one is reported by the bundle
	}
	if b.isPlain(n) {
		s := b.schema(target, targetPointer)
		b.built[n] = s
		return s
	}
	s := b.newSchema(n, pointer)
	to := b.schema(target, targetPointer)
	for _, k := range n.keys {
		if k.name != "$ref" && !isAnnotation(k.name) {
			b.fill(s, n, pointer)
			s.AllOf = append([]*Schema{to}, s.AllOf...)
			s.assertions = append([]assertion{{keyword: "$ref", child: to}}, s.assertions...)
			return s
		}
	}
	c := &copied{schema: s, target: to, annotations: n}
	b.copies, b.copyOf[s] = append(b.copies, c), c
	return s
}

// isPlain tells whether a schema is a reference and nothing else; in OpenAPI 3.0 fields beside it do not count.
func (b *builder) isPlain(n *node) bool {
	return isReference("schema", n) && (b.v30 || len(n.keys) == 1)
}

// complete fills the copy of a schema once its target is complete.
func (b *builder) complete(c *copied) {
	if c.filled {
		return
	}
	c.filled = true
	if inner := b.copyOf[c.target]; inner != nil {
		if inner.filled && c.target.checks == c.schema.checks || inner == c {
			b.fail("endless-reference", c.annotations.at, "the reference leads back to itself")
			return
		}
		b.complete(inner)
	}
	own := *c.schema
	*c.schema = *c.target
	s := c.schema
	s.File, s.Pointer, s.line, s.col = own.File, own.Pointer, own.line, own.col
	if own.Name != "" {
		s.Name = own.Name
	}
	b.annotate(s, c.annotations)
}

// resolve follows a local reference.
func (b *builder) resolve(ref *node) (*node, string) {
	pointer, ok := strings.CutPrefix(ref.text, "#")
	if !ok {
		return nil, ""
	}
	pointer = unescapeFragment(pointer)
	target, known := b.found[pointer]
	if !known {
		target, _, _ = b.root.lookup(pointer)
		b.found[pointer] = target
	}
	return target, pointer
}

// nullableComposition is how OpenAPI 3.0 says "one of these, or null" without a type of its own.
func (b *builder) nullableComposition(n *node, pointer string) *Schema {
	inner := &node{kind: object, at: n.at}
	for i, k := range n.keys {
		if k.name != "nullable" {
			inner.set(k.name, n.items[i])
		}
	}
	s := b.newSchema(n, pointer)
	none := b.newSchema(&node{kind: object, at: n.at}, pointer)
	none.Types = []string{"null"}
	none.assertions = []assertion{{keyword: "type", raw: []byte(`"null"`)}}
	members := []*Schema{b.schema(inner, pointer), none}
	s.AnyOf = members
	s.assertions = []assertion{{keyword: "anyOf", list: members}}
	b.annotate(s, n)
	return s
}

func isAnnotation(keyword string) bool {
	switch keyword {
	case "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs",
		"xml", "$comment", "$defs", "$schema", "$id", "$anchor", "$vocabulary", "$dynamicAnchor", "contentEncoding",
		"contentMediaType", "contentSchema", "nullable", "discriminator":
		return true
	}
	return strings.HasPrefix(keyword, "x-") || shapes["schema"][keyword] == ""
}

// annotate reads the keywords that do not decide about validity by themselves.
func (b *builder) annotate(s *Schema, n *node) {
	if v := n.str("title"); v != "" {
		s.Title = v
	}
	if v := n.str("description"); v != "" {
		s.Description = v
	}
	if v := readXML(n.get("xml")); v != nil {
		s.xml = v
	}
	if v := n.str("contentEncoding"); v != "" {
		s.encoding = v
	}
	s.ReadOnly = s.ReadOnly || n.flag("readOnly")
	s.WriteOnly = s.WriteOnly || n.flag("writeOnly")
	s.Deprecated = s.Deprecated || n.flag("deprecated")
	s.Sensitive = s.Sensitive || n.flag("x-sensitive")
	if v := n.get("default"); v != nil {
		s.Default, s.HasDefault = v.value(), true
		b.examples = append(b.examples, exampleCheck{s, v, eitherDirection, "default"})
	}
	if v := n.get("example"); v != nil {
		s.Example, s.HasExample = v.value(), true
		b.examples = append(b.examples, exampleCheck{s, v, eitherDirection, "example"})
	}
	if v := n.get("examples"); v != nil && v.kind == list {
		s.Examples = nil
		for _, item := range v.items {
			s.Examples = append(s.Examples, item.value())
			b.examples = append(b.examples, exampleCheck{s, item, eitherDirection, "example"})
		}
	}
}

// fill reads every keyword of a schema object.
func (b *builder) fill(s *Schema, n *node, pointer string) {
	b.annotate(s, n)
	for i, k := range n.keys {
		item := n.items[i]
		switch k.name {
		case "type":
			b.types(s, n, item)
		case "enum", "const":
			b.values(s, k.name, item)
		case "pattern", "format":
			b.textual(s, k.name, item)
		case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains":
			b.size(s, k.name, item)
		case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf":
			b.bound(s, n, k.name, item)
		case "uniqueItems":
			s.UniqueItems = item.kind == boolean && item.text == "true"
			s.assertions = append(s.assertions, assertion{keyword: k.name, raw: item.appendJSON(nil)})
		case "required":
			b.required(s, item)
		case "dependentRequired":
			b.dependentRequired(s, item)
		case "items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else", "unevaluatedProperties", "unevaluatedItems":
			b.child(s, k.name, item, pointer)
		case "allOf", "anyOf", "oneOf", "prefixItems":
			b.schemaList(s, k.name, item, pointer)
		case "properties", "patternProperties", "dependentSchemas":
			b.named(s, k.name, item, pointer)
		case "nullable":
			if !b.v30 {
				b.warn("unsupported-construct", k.at, "nullable has no meaning since OpenAPI 3.1; write type: [string, 'null']")
			}
		case "$dynamicRef":
			b.fail("unsupported-construct", k.at, "$dynamicRef is not supported; refer to the schema with $ref")
		}
	}
	if n.get("discriminator") != nil {
		b.discriminator(s, n.get("discriminator"))
	}
}

var jsonTypes = []string{"array", "boolean", "integer", "null", "number", "object", "string"}

func (b *builder) types(s *Schema, n, item *node) {
	var types []string
	switch item.kind {
	case text:
		types = []string{item.text}
	case list:
		for _, t := range item.items {
			if t.kind == null {
				types = append(types, "null") // [string, null] without quotes says what it looks like
			} else {
				types = append(types, t.text)
			}
		}
	case null:
		types = []string{"null"}
	default:
		b.fail("bad-schema", item.at, "type must be the name of a type, or a list of them")
		return
	}
	for _, t := range types {
		if !slices.Contains(jsonTypes, t) {
			b.fail("bad-schema", item.at, "there is no type %q; the types are %s", t, strings.Join(jsonTypes, ", "))
			return
		}
	}
	if b.v30 && n.flag("nullable") && !slices.Contains(types, "null") {
		types = append(types, "null")
	}
	slices.Sort(types)
	s.Types = slices.Compact(types)
	raw := []byte{'['}
	for i, t := range s.Types {
		if i > 0 {
			raw = append(raw, ',')
		}
		raw = appendString(raw, t)
	}
	s.assertions = append(s.assertions, assertion{keyword: "type", raw: append(raw, ']')})
}

func (b *builder) values(s *Schema, keyword string, item *node) {
	a := assertion{keyword: keyword, raw: item.appendJSON(nil)}
	if keyword == "const" {
		a.values = []any{item.value()}
		s.Enum = a.values
	} else if item.kind != list || len(item.items) == 0 {
		b.fail("bad-schema", item.at, "enum must be a list of at least one value")
		return
	} else {
		a.values = item.value().([]any)
		if s.assertion("const") == nil {
			s.Enum = a.values
		}
	}
	s.assertions = append(s.assertions, a)
}

func (b *builder) textual(s *Schema, keyword string, item *node) {
	if item.kind != text {
		return // reported by the check of the shape
	}
	if keyword == "format" {
		s.Format = item.text
	} else {
		re, beyond, err := compilePattern(item.text)
		if beyond {
			b.add(finding.Warning, "unsupported-pattern", item.at, "give an example, and say with format, minLength or enum what can be said",
				"the pattern cannot be matched, so it is not checked and no text is made for it: %v", err)
			s.Pattern, s.unmatched = item.text, true
			return
		}
		if err != nil {
			b.fail("bad-pattern", item.at, "this is no pattern: %v", err)
			return
		}
		s.Pattern, s.pattern, s.matcher = item.text, re, newPattern(re)
		s.assertions = append(s.assertions, assertion{keyword: keyword, raw: appendString(nil, re.String())})
		return
	}
	s.assertions = append(s.assertions, assertion{keyword: keyword, raw: item.appendJSON(nil)})
}

func (b *builder) size(s *Schema, keyword string, item *node) {
	size, err := strconv.Atoi(item.text)
	if f, fraction := strconv.ParseFloat(item.text, 64); err != nil && fraction == nil && f == float64(int(f)) {
		size, err = int(f), nil
	}
	if item.kind != number || err != nil || size < 0 {
		b.fail("bad-schema", item.at, "%s must be a whole number that is not negative", keyword)
		return
	}
	switch keyword {
	case "minLength":
		s.MinLength = &size
	case "maxLength":
		s.MaxLength = &size
	case "minItems":
		s.MinItems = &size
	case "maxItems":
		s.MaxItems = &size
	case "minProperties":
		s.MinProperties = &size
	case "maxProperties":
		s.MaxProperties = &size
	}
	s.assertions = append(s.assertions, assertion{keyword: keyword, raw: strconv.AppendInt(nil, int64(size), 10)})
}
