package engine

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// documentAnswer is what the document itself says to an operation that no scenario speaks for: in each media type of
// the status its first example, or else a value made from the schema.
type documentAnswer struct {
	status   int
	response *contract.Response // nil when none is declared
	// bodies are in the order in which they are preferred, JSON first; types are their media types. There are none when
	// the status has no body.
	bodies []documentBody
	types  []string
	// failed says why the document has no answer.
	failed error
}

// documentBody is a body in one media type: encoded already, or made for each request.
type documentBody struct {
	body  []byte
	media *contract.MediaType
}

// document prepares the document's own answer to an operation, and warns when there is none and no rule either.
func (l *loader) document(o *contract.Operation) {
	d := newDocumentAnswer(o)
	l.program.documents[o] = d
	if d.failed == nil {
		return
	}
	for _, s := range l.program.scenarios[o.API] {
		if s.isDefault && s.targets[target{operation: o}] != nil {
			return
		}
	}
	f := finding.Finding{Code: "no-document-answer", Severity: finding.Warning, Place: o.Place(), Hint: "add an example to the document, or a rule to a default scenario",
		Message: fmt.Sprintf("the document cannot answer %s, and no default scenario does: %v", o.ID, d.failed)}
	var none *contract.NoValueError
	if errors.As(d.failed, &none) {
		f.Message = fmt.Sprintf("the document cannot answer %s with %d, and no default scenario does: no value was found that satisfies its schema", o.ID, d.status)
		f.Related = []finding.Related{{Place: none.Part.Place(), Message: "the search ended here: " + none.Why}}
	}
	l.report(f)
}

func newDocumentAnswer(o *contract.Operation) *documentAnswer {
	d := &documentAnswer{status: o.DefaultStatus()}
	r := o.Response(d.status)
	if r == nil {
		return d
	}
	if _, d.failed = answerHeaders(r, generated(1)); d.failed != nil {
		return d
	}
	d.response = r
	if bodiless(d.status) {
		return d
	}
	for _, m := range r.Content {
		b, err := newDocumentBody(m)
		if err != nil {
			if d.failed == nil {
				d.failed = fmt.Errorf("status %d as %s: %w", d.status, m.Type, err)
			}
			continue
		}
		at := len(d.bodies)
		if isJSONType(m.Concrete()) {
			if i := slices.IndexFunc(d.types, func(t string) bool { return !isJSONType(t) }); i >= 0 {
				at = i
			}
		}
		d.bodies, d.types = slices.Insert(d.bodies, at, b), slices.Insert(d.types, at, m.Concrete())
	}
	if len(d.bodies) > 0 {
		d.failed = nil
	}
	return d
}

// bodiless tells whether answers of a status have no body, whatever the document declares (RFC 9110, section 6.4.1).
func bodiless(status int) bool {
	return status == 204 || status == 205 || status == 304
}

// newDocumentBody takes the first example that keeps to the schema, else tries whether a value can be made.
func newDocumentBody(m *contract.MediaType) (documentBody, error) {
	for _, e := range m.Examples {
		if m.Schema != nil && isJSONType(m.Concrete()) && !m.Schema.Accepts(e.Value, contract.Outbound) {
			continue
		}
		if body, err := m.Encode(e.Value); err == nil {
			return documentBody{body: body, media: m}, nil
		}
	}
	body, _, err := m.Generate(generated(1))
	if m.Schema == nil {
		return documentBody{body: body, media: m}, err // a sample, always the same
	}
	return documentBody{media: m}, err
}

func isJSONType(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

// Unanswerable says why the document alone has no answer to an operation; nil when it has one.
func (p *Program) Unanswerable(o *contract.Operation) error {
	if a := p.documents[o]; a != nil {
		return a.failed
	}
	return nil
}

func (p *Program) fromDocument(d *Decision, req *contract.Request, w *World) error {
	o := req.Operation
	a := p.documents[o]
	d.Contract = true
	if a == nil || a.failed != nil {
		d.None = true
		return nil //nolint:nilerr // the decision says that there is no answer, and why is asked for elsewhere
	}
	d.Status = a.status
	if a.response == nil {
		return nil
	}
	random := generated(w.draws(0))
	var err error
	if d.Header, err = answerHeaders(a.response, random); err != nil {
		return &ScenarioError{Scenario: "contract", Rule: o.ID, Err: err}
	}
	if len(a.bodies) == 0 {
		return nil
	}
	i := 0
	if len(a.bodies) > 1 {
		i = req.Best(a.types)
	}
	b := &a.bodies[i]
	if d.Type, d.Body = a.types[i], b.body; b.body != nil {
		return nil
	}
	if d.Body, d.Type, err = b.media.Generate(random); err != nil {
		return &ScenarioError{Scenario: "contract", Rule: o.ID, Err: err}
	}
	return nil
}

// answerHeaders makes the headers that a response declares. One that cannot be made is left out, unless it is required.
func answerHeaders(r *contract.Response, random *rand.Rand) ([]Field, error) {
	var out []Field
	for _, h := range r.Headers {
		if !h.Sent() {
			continue
		}
		value, err := h.Generate(random)
		switch {
		case err == nil:
			out = append(out, Field{h.Name, value})
		case h.Required:
			return nil, err
		}
	}
	return out, nil
}
