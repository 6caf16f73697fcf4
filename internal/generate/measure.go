package generate

import (
	"fmt"
	"maps"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// maxWritten bounds the schemas that are written out for one document. One that is written out in many places, as allOf
// does with what it combines, counts in each.
const maxWritten = 200_000

// measure refuses documents whose code would have no end. oapi-codegen writes a member of allOf out where it is combined,
// and a reference anywhere else as a name; so what combines itself from within would never be finished.
func measure(api *contract.API, document *openapi3.T) finding.List {
	m := &measurement{sizes: map[*openapi3.Schema]int{}}
	total := 0
	for _, name := range slices.Sorted(maps.Keys(document.Components.Schemas)) {
		size := m.of(document.Components.Schemas[name])
		if m.endless {
			return finding.List{{Code: "endless-schema", Place: m.place(api, name),
				Message: "the schema combines itself with allOf from within: written out as Go types it would have no end",
				Hint:    "refer to it with $ref alone where it contains itself"}}
		}
		if total += size; total > maxWritten {
			return finding.List{{Code: "too-large", Place: m.place(api, name),
				Message: fmt.Sprintf("written out, the document has more than %d schemas; allOf repeats what it combines", maxWritten),
				Hint:    "combine fewer schemas with allOf"}}
		}
	}
	inline := &survey{schema: func(r *openapi3.SchemaRef, _ bool) {
		if r.Ref == "" && total <= maxWritten {
			total += m.of(r)
		}
	}}
	inline.document(document)
	if m.endless || total > maxWritten {
		return finding.List{{Code: "too-large", Place: wholeDocument(api),
			Message: fmt.Sprintf("written out, the document has more than %d schemas; allOf repeats what it combines", maxWritten),
			Hint:    "combine fewer schemas with allOf"}}
	}
	return nil
}

// measurement counts the schemas that are written out for a schema, each schema once.
type measurement struct {
	sizes   map[*openapi3.Schema]int // -1 while it is being counted
	endless bool
}

// of counts for one use of a schema. A reference is a name.
func (m *measurement) of(r *openapi3.SchemaRef) int {
	if r == nil || r.Value == nil || r.Ref != "" {
		return 1
	}
	return m.written(r.Value)
}

func (m *measurement) written(v *openapi3.Schema) int {
	switch size := m.sizes[v]; {
	case size > 0:
		return size
	case size < 0:
		m.endless = true
		return maxWritten
	}
	m.sizes[v] = -1
	size := 1
	// A single member is no combination: it stands for itself.
	if len(v.AllOf) > 1 || len(v.Properties)+len(v.Required) > 0 || v.AdditionalProperties.Has != nil || v.AdditionalProperties.Schema != nil {
		for _, member := range v.AllOf {
			if member.Value != nil {
				size = min(size+m.written(member.Value), maxWritten+1)
			}
		}
	}
	for _, part := range parts(v) {
		size = min(size+m.of(part), maxWritten+1)
	}
	m.sizes[v] = size
	return size
}

// place finds a component schema in the document; one that adapt has made stands where the whole document does.
func (m *measurement) place(api *contract.API, name string) finding.Place {
	if s := api.Schema(name); s != nil {
		return s.Place()
	}
	return wholeDocument(api)
}
