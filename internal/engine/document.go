package engine

import (
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// documentAnswer is what the document itself says to an operation that no scenario speaks for: its first example, or
// else a value made from the schema.
type documentAnswer struct {
	status    int
	mediaType string
	body      []byte
	schema    *contract.Schema // a value is generated from it for each request
}

// documentAnswer prepares the document's own answer. A response that can neither be shown nor made is left without a
// body only if the document declares none; else the operation has no answer, and Decide says so.
func (l *loader) documentAnswer(o *contract.Operation) *documentAnswer {
	d := &documentAnswer{status: o.DefaultStatus()}
	r := o.Response(d.status)
	if r == nil || len(r.Content) == 0 {
		return d
	}
	media := r.Content[0]
	if i := slices.IndexFunc(r.Content, func(m *contract.MediaType) bool { return isJSONType(m.Type) }); i >= 0 {
		media = r.Content[i]
	}
	d.mediaType = media.Type
	for _, e := range media.Examples {
		if media.Schema != nil && len(media.Schema.Validate(e.Value, contract.Outbound)) > 0 {
			continue
		}
		if text, ok := e.Value.(string); ok && !isJSONType(media.Type) {
			d.body = []byte(text)
			return d
		}
		if body, err := expression.Encode(nil, e.Value); err == nil {
			d.body = body
			return d
		}
	}
	if media.Schema == nil {
		return nil
	}
	if _, err := media.Schema.Generate(generated(1), contract.Outbound); err != nil {
		return nil
	}
	d.schema = media.Schema
	return d
}

func isJSONType(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

func (p *Program) fromDocument(d *Decision, o *contract.Operation, w *World) error {
	a := p.documents[o]
	if a == nil {
		d.None = true
		return nil
	}
	d.Contract, d.Status, d.Type, d.Body = true, a.status, a.mediaType, a.body
	if a.schema == nil {
		return nil
	}
	body, err := generatedBody(a.mediaType, a.schema, w.draws(0))
	if err != nil {
		return &ScenarioError{Scenario: "contract", Rule: o.ID, Err: err}
	}
	d.Body = body
	return nil
}

func generatedBody(mediaType string, schema *contract.Schema, seed uint64) ([]byte, error) {
	v, err := schema.Generate(generated(seed), contract.Outbound)
	if err != nil {
		return nil, err
	}
	return encodeAs(mediaType, v)
}

// encodeAs writes a generated value in a media type: JSON, or the plain text of a string.
func encodeAs(mediaType string, v any) ([]byte, error) {
	if text, ok := v.(string); ok && !isJSONType(mediaType) {
		return []byte(text), nil
	}
	return expression.Encode(nil, v)
}
