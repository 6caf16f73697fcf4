package generate

import (
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// survey visits the parts of a document in a fixed order, each where it is written: a reference to a component is
// visited, and not followed. What is nil is not called.
type survey struct {
	// schema takes a use of a schema, and whether it is that of a parameter or header.
	schema    func(r *openapi3.SchemaRef, ofParameter bool)
	parameter func(p *openapi3.Parameter)
	// response takes an answer, and the name of the component or the operation and the status that it belongs to.
	response func(owner string, r *openapi3.Response)
	// callback takes an operation of a callback or a webhook and its name.
	callback func(name string, o *openapi3.Operation)
	// reference may change a reference to a component of a section, such as "responses".
	reference func(ref *string, section string)

	seen map[*openapi3.Schema]bool
}

// inOrder goes through a map in the order of its names.
func inOrder[V any](m map[string]V, visit func(name string, v V)) {
	for _, name := range slices.Sorted(maps.Keys(m)) {
		visit(name, m[name])
	}
}

// sorted gives the values of a map in the order of their names.
func sorted[V any](m map[string]V) (out []V) {
	inOrder(m, func(_ string, v V) { out = append(out, v) })
	return out
}

func (s *survey) document(t *openapi3.T) {
	if c := t.Components; c != nil {
		inOrder(c.Schemas, func(_ string, r *openapi3.SchemaRef) { s.schemaRef(r, false) })
		inOrder(c.Parameters, func(_ string, p *openapi3.ParameterRef) { s.parameterRef(p) })
		inOrder(c.Headers, func(_ string, h *openapi3.HeaderRef) { s.header(h) })
		inOrder(c.RequestBodies, func(_ string, b *openapi3.RequestBodyRef) { s.body(b) })
		inOrder(c.Responses, s.answer)
		inOrder(c.Callbacks, s.callbackRef)
	}
	if t.Paths != nil {
		inOrder(t.Paths.Map(), func(_ string, item *openapi3.PathItem) { s.pathItem(item, nil) })
	}
	inOrder(t.Webhooks, s.receiver)
}

// receiver visits a webhook, or an address of a callback.
func (s *survey) receiver(name string, item *openapi3.PathItem) {
	s.pathItem(item, func(o *openapi3.Operation) {
		if s.callback != nil {
			s.callback(name, o)
		}
	})
}

// pathItem visits the operations of a path, each with its method's function first, which may be nil.
func (s *survey) pathItem(item *openapi3.PathItem, first func(*openapi3.Operation)) {
	if item == nil {
		return
	}
	for _, p := range item.Parameters {
		s.parameterRef(p)
	}
	inOrder(item.Operations(), func(method string, o *openapi3.Operation) {
		if first != nil {
			first(o)
		}
		owner := o.OperationID
		if owner == "" {
			owner = strings.ToLower(method)
		}
		for _, p := range o.Parameters {
			s.parameterRef(p)
		}
		s.body(o.RequestBody)
		if o.Responses != nil {
			inOrder(o.Responses.Map(), func(status string, r *openapi3.ResponseRef) { s.answer(owner+" "+status, r) })
		}
		inOrder(o.Callbacks, s.callbackRef)
	})
}

func (s *survey) callbackRef(name string, k *openapi3.CallbackRef) {
	if k != nil && k.Ref == "" && k.Value != nil {
		for _, item := range sorted(k.Value.Map()) {
			s.receiver(name, item)
		}
	}
}

// component tells whether a reference leads to a component, which is visited in its place.
func (s *survey) component(ref *string, section string) bool {
	if s.reference != nil {
		s.reference(ref, section)
	}
	return *ref != ""
}

func (s *survey) parameterRef(p *openapi3.ParameterRef) {
	if p == nil || s.component(&p.Ref, "parameters") || p.Value == nil {
		return
	}
	if s.parameter != nil {
		s.parameter(p.Value)
	}
	s.schemaRef(p.Value.Schema, true)
	s.content(p.Value.Content)
}

func (s *survey) header(h *openapi3.HeaderRef) {
	if h == nil || s.component(&h.Ref, "headers") || h.Value == nil {
		return
	}
	s.schemaRef(h.Value.Schema, true)
	s.content(h.Value.Content)
}

func (s *survey) body(b *openapi3.RequestBodyRef) {
	if b != nil && !s.component(&b.Ref, "requestBodies") && b.Value != nil {
		s.content(b.Value.Content)
	}
}

func (s *survey) answer(owner string, r *openapi3.ResponseRef) {
	if r == nil || s.component(&r.Ref, "responses") || r.Value == nil {
		return
	}
	if s.response != nil {
		s.response(owner, r.Value)
	}
	inOrder(r.Value.Headers, func(_ string, h *openapi3.HeaderRef) { s.header(h) })
	s.content(r.Value.Content)
}

func (s *survey) content(c openapi3.Content) {
	for _, m := range sorted(c) {
		if m != nil {
			s.schemaRef(m.Schema, false)
		}
	}
}

func (s *survey) schemaRef(r *openapi3.SchemaRef, ofParameter bool) {
	if r == nil || r.Value == nil {
		return
	}
	if s.schema != nil {
		s.schema(r, ofParameter)
	}
	if r.Ref != "" || s.seen[r.Value] {
		return
	}
	if s.seen == nil {
		s.seen = map[*openapi3.Schema]bool{}
	}
	s.seen[r.Value] = true
	for _, part := range parts(r.Value) {
		s.schemaRef(part, false)
	}
}

// parts lists the schemas that are written within a schema.
func parts(v *openapi3.Schema) []*openapi3.SchemaRef {
	out := slices.Concat(v.OneOf, v.AnyOf, v.AllOf, v.PrefixItems, sorted(v.Properties), sorted(v.PatternProperties),
		sorted(v.DependentSchemas), sorted(v.Defs),
		openapi3.SchemaRefs{v.Not, v.Items, v.AdditionalProperties.Schema, v.Contains, v.PropertyNames, v.If, v.Then, v.Else,
			v.ContentSchema, v.UnevaluatedItems.Schema, v.UnevaluatedProperties.Schema})
	return slices.DeleteFunc(out, func(r *openapi3.SchemaRef) bool { return r == nil })
}
