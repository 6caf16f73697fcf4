package contract

import (
	"net/http"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// operationBuilder builds the operations of a document, in its order.
type operationBuilder struct {
	*builder
	schemes  *node
	places   map[string]position // operation ids
	derived  []position          // operations without an id
	paths    []builtPath
	verdicts []builtVerdict
}

type builtPath struct {
	template string
	at       position
	item     *node
}

var methods = map[string]bool{"get": true, "put": true, "post": true, "delete": true, "options": true, "head": true, "patch": true, "trace": true}

func (b *operationBuilder) operations() {
	b.places = map[string]position{}
	for i, k := range memberKeys(b.schemes) {
		if scheme, _ := b.deref("securityScheme", b.schemes.items[i], ""); scheme != nil {
			b.credential(&Credential{Scheme: k.name, Type: scheme.str("type")}, scheme)
		}
	}
	paths := b.root.get("paths")
	for i, k := range memberKeys(paths) {
		if strings.HasPrefix(k.name, "x-") {
			continue
		}
		item := paths.items[i]
		if !strings.HasPrefix(k.name, "/") {
			b.fail("bad-path", k.at, "a path begins with a slash")
			continue
		}
		if _, problem := parseTemplate(k.name); problem != "" {
			b.fail("bad-path", k.at, "%s", problem)
			continue
		}
		b.paths = append(b.paths, builtPath{k.name, k.at, item})
		if item.get("servers") != nil {
			b.warn("further-server", item.key("servers"), "servers of a path are ignored; every operation is served below the document's first server")
		}
		for j, m := range item.keys {
			if methods[m.name] {
				b.operation(k.name, m, item, item.items[j])
			}
		}
	}
	if len(b.api.Operations) == 0 && b.list.Errors() == 0 {
		hint := ""
		if b.root.get("webhooks") != nil {
			hint = "webhooks are requests that the API makes, not ones that it answers"
		}
		b.add(finding.Error, "no-operations", b.root.at, hint, "the document has no operation that could be served")
	}
	if n := len(b.derived); n > 0 {
		f := finding.Finding{Code: "derived-operation-id", Severity: finding.Warning, Place: b.derived[0].place(),
			Message: plural(n, "operation has", "operations have") + " no operationId; names were made from method and path",
			Hint:    "give every operation an operationId, which scenarios refer to"}
		for _, at := range b.derived[1:min(n, 10)] {
			f.Related = append(f.Related, finding.Related{Place: at.place(), Message: "here too"})
		}
		b.list = append(b.list, f)
	}
}

func (b *operationBuilder) operation(template string, method key, item, n *node) {
	o := &Operation{
		API: b.api, Method: strings.ToUpper(method.name), Path: template, Summary: n.textOf("summary"), Description: n.textOf("description"),
		Deprecated: n.flag("deprecated"), SignedLink: n.flag("x-signed-link"), file: method.at.file.name, line: method.at.line, col: method.at.col,
	}
	if tags := n.get("tags"); tags != nil {
		for _, t := range tags.items {
			o.Tags = append(o.Tags, t.text)
		}
	}
	if servers := n.get("servers"); servers != nil {
		b.warn("further-server", n.key("servers"), "servers of an operation are ignored; every operation is served below the document's first server")
	}
	pointer := "/paths/" + escapeToken(template) + "/" + method.name
	at := method.at
	if o.ID = n.textOf("operationId"); o.ID != "" {
		at = n.get("operationId").at
	} else {
		o.ID = deriveID(method.name, template)
		for i := 2; b.api.byID[o.ID] != nil; i++ {
			o.ID = deriveID(method.name, template) + strings.Repeat("_", i-1)
		}
		b.derived = append(b.derived, method.at)
	}
	first, twice := b.places[o.ID]
	if twice {
		b.list = append(b.list, finding.Finding{Code: "duplicate-operation-id", Place: at.place(),
			Message: "the operationId " + o.ID + " is given twice", Related: []finding.Related{{Place: first.place(), Message: "the first one"}}})
	} else {
		b.places[o.ID] = at
	}
	b.parameters(o, item, n, pointer)
	if body := n.get("requestBody"); body != nil {
		o.Body = b.body(body, pointer+"/requestBody", Inbound)
	}
	if responses := n.get("responses"); responses != nil {
		for i, k := range responses.keys {
			if !strings.HasPrefix(k.name, "x-") {
				b.response(o, k, responses.items[i], pointer+"/responses/"+escapeToken(k.name))
			}
		}
	} else {
		b.warn("missing-field", method.at, "the operation declares no responses")
	}
	b.security(o, n)
	b.callbacks(o, n.get("callbacks"), pointer+"/callbacks")
	b.decisionPoints(o, n.get(decisionPoints), pointer+"/"+decisionPoints)
	b.api.Operations = append(b.api.Operations, o)
	b.api.byID[o.ID] = o
}

// deriveID makes getUsersById of GET /users/{id}.
func deriveID(method, template string) string {
	var id strings.Builder
	id.WriteString(method)
	for _, segment := range strings.Split(template, "/") {
		if strings.HasPrefix(segment, "{") {
			id.WriteString("By")
		}
		upper := true
		for _, r := range segment {
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
			if !letter {
				upper = true
				continue
			}
			if upper && r >= 'a' && r <= 'z' {
				r -= 'a' - 'A'
			}
			upper = false
			id.WriteRune(r)
		}
	}
	return id.String()
}

// deref follows a local reference of anything but a schema. Unresolved ones are reported by the bundle.
func (b *builder) deref(what string, n *node, pointer string) (*node, string) {
	for range maxTreeDepth {
		if n == nil || !isReference(what, n) {
			return n, pointer
		}
		n, pointer = b.resolve(n.get("$ref"))
	}
	b.fail("endless-reference", n.at, "the reference leads back to itself")
	return nil, pointer
}

func (b *operationBuilder) body(n *node, pointer string, d Direction) *Body {
	n, pointer = b.deref("requestBody", n, pointer)
	if n == nil {
		return nil
	}
	return &Body{Required: n.flag("required"), Content: b.content(n.get("content"), pointer+"/content", d)}
}

func (b *operationBuilder) response(o *Operation, k key, n *node, pointer string) {
	n, pointer = b.deref("response", n, pointer)
	if n == nil {
		return
	}
	status := strings.ToUpper(k.name)
	if status == "DEFAULT" {
		status = "default"
	} else if len(status) != 3 || status[0] < '1' || status[0] > '5' || status[1:] != "XX" && !isDigits(status[1:]) {
		b.fail("bad-status", k.at, "%q is no status: it must be one such as 200, a class such as 4XX, or default", k.name)
		return
	}
	r := &Response{Status: status, Description: n.textOf("description"), Content: b.content(n.get("content"), pointer+"/content", Outbound)}
	headers := n.get("headers")
	for i, h := range memberKeys(headers) {
		if strings.EqualFold(h.name, "content-type") {
			continue // said by the media type (OpenAPI, Response Object)
		}
		item, at := b.deref("header", headers.items[i], pointer+"/headers/"+escapeToken(h.name))
		if item == nil {
			continue
		}
		header := &Header{Name: h.name, Required: item.flag("required"), explode: item.flag("explode")}
		b.headerSchema(header, item, at)
		r.Headers = append(r.Headers, header)
	}
	o.Responses = append(o.Responses, r)
}

// headerSchema reads what a header's value must be, and its examples.
func (b *operationBuilder) headerSchema(h *Header, n *node, pointer string) {
	if content := n.get("content"); content != nil && len(content.keys) > 0 {
		name := content.keys[0].name
		h.content, n, pointer = mediaTypeName(name), content.items[0], pointer+"/content/"+escapeToken(name)
	}
	if schema := n.get("schema"); schema != nil {
		h.Schema = b.schema(schema, pointer+"/schema")
	}
	h.Examples = b.mediaExamples(n, h.Schema, Outbound, true)
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func (b *operationBuilder) content(n *node, pointer string, d Direction) []*MediaType {
	var out []*MediaType
	for i, k := range memberKeys(n) {
		item := n.items[i]
		at := pointer + "/" + escapeToken(k.name)
		m := &MediaType{Type: mediaTypeName(k.name)}
		if schema := item.get("schema"); schema != nil {
			m.Schema = b.schema(schema, at+"/schema")
		}
		if m.Schema != nil && bodyKindOf(m.Type) == opaqueBody && !opaqueTypes(m.Type) {
			b.warn("unchecked-media-type", k.at, "bodies of type %s are passed on without being checked", m.Type)
		}
		m.Examples = b.mediaExamples(item, m.Schema, d, bodyKindOf(m.Type) == jsonBody)
		m.encodings = b.encodings(item.get("encoding"))
		out = append(out, m)
	}
	return out
}

// mediaExamples gathers `example` and `examples`. Values of JSON media types are checked against the schema later on.
func (b *operationBuilder) mediaExamples(n *node, s *Schema, d Direction, checked bool) []Example {
	var out []Example
	keep := func(name, summary string, value *node) {
		out = append(out, Example{Name: name, Summary: summary, Value: value.value()})
		if s != nil && checked {
			b.examples = append(b.examples, exampleCheck{s, value, []Direction{d}, "example"})
		}
	}
	if example := n.get("example"); example != nil {
		keep("example", "", example)
	}
	examples := n.get("examples")
	for i, k := range memberKeys(examples) {
		item, _ := b.deref("example", examples.items[i], "")
		if item == nil {
			continue
		}
		if value := item.get("value"); value != nil {
			keep(k.name, item.textOf("summary"), value)
		} // an externalValue is not fetched
	}
	return out
}

// callbacks keeps each request of a callback: {name: {expression: {method: operation}}}.
func (b *operationBuilder) callbacks(o *Operation, n *node, pointer string) {
	for i, k := range memberKeys(n) {
		callback, at := b.deref("callback", n.items[i], pointer+"/"+escapeToken(k.name))
		for j, expression := range memberKeys(callback) {
			if strings.HasPrefix(expression.name, "x-") {
				continue
			}
			o.Callbacks = append(o.Callbacks, b.requests(k.name, expression.name, callback.items[j], at+"/"+escapeToken(expression.name))...)
		}
	}
}

func (b *operationBuilder) webhooks() {
	webhooks := b.root.get("webhooks")
	for i, k := range memberKeys(webhooks) {
		b.api.Webhooks = append(b.api.Webhooks, b.requests(k.name, "", webhooks.items[i], "/webhooks/"+escapeToken(k.name))...)
	}
}

func (b *operationBuilder) requests(name, expression string, item *node, pointer string) []*Callback {
	var out []*Callback
	for i, m := range memberKeys(item) {
		if !methods[m.name] {
			continue
		}
		c := &Callback{Name: name, Expression: expression, Method: strings.ToUpper(m.name)}
		if body := item.items[i].get("requestBody"); body != nil {
			c.Body = b.body(body, pointer+"/"+m.name+"/requestBody", Outbound)
		}
		out = append(out, c)
	}
	return out
}

// security reads the operation's alternatives, the document's when it has none of its own.
func (b *operationBuilder) security(o *Operation, n *node) {
	alternatives := n.get("security")
	if alternatives == nil {
		alternatives = b.root.get("security")
	}
	if alternatives == nil {
		return
	}
	for _, alternative := range alternatives.items {
		requirement := Requirement{}
		for i, k := range alternative.keys {
			scheme, _ := b.deref("securityScheme", b.schemes.get(k.name), "")
			if scheme == nil {
				b.add(finding.Error, "unknown-security-scheme", k.at, finding.DidYouMean(k.name, b.schemes.names()), "there is no security scheme %q in the components", k.name)
				continue
			}
			c := Credential{Scheme: k.name, Type: scheme.str("type")}
			for _, scope := range alternative.items[i].items {
				c.Scopes = append(c.Scopes, scope.text)
			}
			if b.credential(&c, scheme) {
				c.canonical = http.CanonicalHeaderKey(c.Name)
				requirement = append(requirement, c)
				b.credentialParameter(o, c, scheme)
			}
		}
		o.Security = append(o.Security, requirement)
	}
}

func (b *operationBuilder) credential(c *Credential, scheme *node) bool {
	c.In, c.Name = "header", "authorization"
	switch c.Type {
	case "apiKey":
		c.In, c.Name = scheme.str("in"), scheme.textOf("name")
		if c.Name == "" || !slices.Contains([]string{"header", "query", "cookie"}, c.In) {
			b.fail("bad-security-scheme", scheme.at, "an apiKey needs a name, and in: header, query or cookie")
			return false
		}
		if c.In == "header" {
			c.Name = strings.ToLower(c.Name)
		}
	case "http":
		if c.HTTP = strings.ToLower(scheme.textOf("scheme")); c.HTTP == "" {
			b.fail("bad-security-scheme", scheme.at, "an http scheme needs the field scheme, such as bearer")
			return false
		}
	case "oauth2", "openIdConnect":
		c.HTTP = "bearer"
	case "mutualTLS":
		c.In, c.Name = "", ""
	default:
		b.fail("bad-security-scheme", scheme.at, "there is no type %q; the types are apiKey, http, oauth2, openIdConnect and mutualTLS", c.Type)
		return false
	}
	return true
}

// credentialParameter shows a credential among the parameters, so that scenarios can match on it.
func (b *operationBuilder) credentialParameter(o *Operation, c Credential, scheme *node) {
	if c.Name == "" {
		return
	}
	if p := o.Parameter(c.In, c.Name); p != nil {
		p.Credential, p.Sensitive, p.Required = true, true, false
		return
	}
	s := b.newSchema(&node{kind: object, at: scheme.at}, "")
	s.Types, s.Sensitive = []string{"string"}, true
	s.assertions = []assertion{{keyword: "type", raw: []byte(`"string"`)}}
	o.Parameters = append(o.Parameters, &Parameter{
		Name: c.Name, In: c.In, Description: scheme.textOf("description"), Credential: true, Sensitive: true, Schema: s,
		Style: defaultStyle(c.In), canonical: http.CanonicalHeaderKey(c.Name),
	})
}
