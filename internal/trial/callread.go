package trial

import (
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
)

var headerName = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")

// readCall reads a step that calls an operation.
func (r *stepReader) readCall() {
	id, ok := r.Text(r.call, "call")
	if !ok {
		return
	}
	o := r.suite.api.Operation(id)
	if o == nil {
		var known []string
		for _, o := range r.suite.api.Operations {
			known = append(known, o.ID)
		}
		r.Error("unknown-operation", r.call, hint(id, known), "API %s has no operation %q", r.suite.api.Name, id)
		return
	}
	c := &call{operation: o, place: r.Place(r.call)}
	r.out.call = c
	e := r.expectation(r.expect, o)
	r.out.expect = e
	if r.url != nil {
		r.readURL(c)
	} else {
		c.path = r.arguments(r.path, "path", e)
		r.pathComplete(c)
		c.query = r.arguments(r.query, "query", e)
	}
	c.cookie, c.header = r.arguments(r.cookie, "cookie", e), r.arguments(r.header, "header", e)
	r.readBody(c, e)
	if r.as != nil {
		r.out.slot = r.bind(r.as, r.scope, r.answerType(o, e.responses))
	}
}

// readURL reads url:, which stands for path and query.
func (r *stepReader) readURL(c *call) {
	if other := orNode(r.path, r.query); other != nil {
		r.Error("bad-step", other, "", "a step has a url, or path and query, not both")
	}
	if _, ok := r.Text(r.url, "url"); ok {
		c.url = r.Template(r.url, r.scope.Scope)
	}
}

// arguments reads the parameters of one kind. Names that the contract does not know are for requests that are meant to
// be refused, and for headers.
func (r *stepReader) arguments(n *yaml.Node, in string, e *expectation) []argument {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		r.Error("not-a-mapping", n, "", "%s must be a mapping of parameter names to values", in)
		return nil
	}
	o := r.out.call.operation
	var out []argument
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i].Value, n.Content[i+1]
		if in == "header" {
			name = strings.ToLower(name)
			if !headerName.MatchString(name) {
				r.Error("bad-header", n.Content[i], "", "%q cannot be the name of a header", n.Content[i].Value)
				continue
			}
		}
		a := argument{name: name, parameter: o.Parameter(in, name), place: r.Place(n.Content[i])}
		if a.parameter == nil && (in == "path" || in == "query" && !e.refused) {
			r.Error("unknown-parameter", n.Content[i], hint(name, parameterNames(o, in)), "operation %s has no %s parameter %q", o.ID, in, name)
			continue
		}
		a.value = r.Template(value, r.scope.Scope)
		out = append(out, a)
	}
	return out
}

func parameterNames(o *contract.Operation, in string) []string {
	var names []string
	for _, p := range o.Parameters {
		if p.In == in && !p.Credential {
			names = append(names, p.Name)
		}
	}
	return names
}

func (r *stepReader) pathComplete(c *call) {
	for _, name := range parameterNames(c.operation, "path") {
		if !slices.ContainsFunc(c.path, func(a argument) bool { return a.name == name }) {
			r.Error("missing-parameter", r.call, "write path: {"+name+": …}", "operation %s needs the path parameter %q", c.operation.ID, name)
		}
	}
}

// readBody reads body: or raw:, and chooses the media type.
func (r *stepReader) readBody(c *call, e *expectation) {
	if r.media != nil {
		c.mediaType, _ = r.Text(r.media, "type")
	}
	declared := c.operation.Body
	switch {
	case r.body != nil && r.raw != nil:
		r.Error("bad-step", r.raw, "", "a step has a body or a raw one, not both")
		return
	case r.body == nil && r.raw == nil:
		if r.media != nil {
			r.Error("bad-step", r.media, "", "a request without a body has no type")
		}
		if declared != nil && declared.Required && !e.refused {
			r.Error("missing-body", r.call, "write body: …", "operation %s needs a body", c.operation.ID)
		}
		return
	case declared == nil && !e.refused:
		r.Error("no-body", orNode(r.body, r.raw), "", "operation %s takes no body", c.operation.ID)
		return
	}
	if declared != nil {
		c.media = chosen(declared.Content, c.mediaType)
		if c.media == nil && !e.refused {
			r.Error("unknown-media-type", orNode(r.media, r.call), "declared: "+mediaNames(declared.Content), "operation %s takes no %s", c.operation.ID, c.mediaType)
			return
		}
	}
	if c.mediaType == "" {
		c.mediaType = "application/json"
		if c.media != nil {
			c.mediaType = c.media.Type
		}
	}
	if r.raw != nil {
		if _, ok := r.Text(r.raw, "raw"); ok {
			c.raw = r.Template(r.raw, r.scope.Scope)
		}
		return
	}
	if e.refused || c.media == nil || c.media.Schema == nil {
		c.body = r.Template(r.body, r.scope.Scope)
		return
	}
	before := r.reader.Errors()
	c.body = r.Template(r.body, r.scope.Scope, c.media.Schema)
	if r.reader.Errors() == before && isJSON(c.mediaType) {
		r.CheckBody(c.body, c.media.Schema)
	}
}

func orNode(a, b *yaml.Node) *yaml.Node {
	if a != nil {
		return a
	}
	return b
}

// chosen finds the entry for a media type, or without one the first that is JSON, else the first.
func chosen(content []*contract.MediaType, name string) *contract.MediaType {
	for _, m := range content {
		if name == m.Type || name == "" && isJSON(m.Type) {
			return m
		}
	}
	if name == "" && len(content) > 0 {
		return content[0]
	}
	return nil
}

func isJSON(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

func mediaNames(content []*contract.MediaType) string {
	names := make([]string, len(content))
	for i, m := range content {
		names[i] = m.Type
	}
	return strings.Join(names, ", ")
}
