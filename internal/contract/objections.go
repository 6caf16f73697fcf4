package contract

import (
	"net/http"

	"github.com/sandbank/sandbank/internal/problem"
)

// Objection is something that is wrong with a request, and the status that a server refuses it with.
type Objection struct {
	problem.Violation
	Status int
}

// Objections holds a request against the operation as Check does, and gives everything that is wrong with it together:
// nothing hides anything else. Credentials are not asked for. The media type and the Accept header are objected to as
// headers "content-type" and "accept". The body is read to its end.
func (o *Operation) Objections(r *http.Request, path func(name string) string, l Limits) []Objection {
	var out []Objection
	header := func(name string, status int, refusal *Refusal) {
		out = append(out, Objection{problem.Violation{In: "header", Parameter: name, Keyword: "enum", Message: "is not taken: " + refusal.Detail}, status})
	}
	req := &Request{Operation: o, accept: acceptHeader(r), headers: r.Header}
	media, unsupported := o.negotiateBody(r, req)
	if unsupported != nil {
		header("content-type", http.StatusUnsupportedMediaType, unsupported)
	}
	if refusal := o.negotiateAnswer(req); refusal != nil {
		header("accept", http.StatusNotAcceptable, refusal)
	}
	c := inspection{operation: o, request: req}
	c.path(path)
	c.query(r.URL.RawQuery)
	c.header(r)
	c.cookie(r)
	if refusal := o.readBody(r, req, l); refusal != nil {
		out = append(out, Objection{problem.Violation{In: "body", Keyword: "size", Message: refusal.Detail}, http.StatusRequestEntityTooLarge})
	} else if unsupported == nil {
		if refusal := c.body(r, media, l); refusal != nil {
			c.count += len(refusal.Violations)
			c.violations = append(c.violations, refusal.Violations...)
		}
	}
	for _, v := range boundViolations(c.violations, c.count) {
		out = append(out, Objection{v, http.StatusBadRequest})
	}
	return out
}

// Validate gives every way in which the text of a header breaks what the document says of it.
func (h *Header) Validate(text string) []problem.Violation {
	if h.Schema == nil {
		return nil
	}
	v, wrong := h.read(text)
	if wrong != "" {
		return []problem.Violation{{In: "header", Parameter: h.Name, Keyword: "style", Message: wrong}}
	}
	found := h.Schema.violations(v, Outbound, explainer{text: true})
	for i := range found {
		found[i].In, found[i].Parameter, found[i].Pointer = "header", h.Name, ""
	}
	return found
}
