package agreement

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
	"github.com/sandbank/sandbank/internal/problem"
)

// Matching rules say more than examples do, and are judged by what is at stake. Of a request, a rule says what else the
// consumer may send: what the document forbids is named. Of a response, it says what the consumer can take: what the
// document allows, and the rule refuses, is named. A rule that takes more than a provider ever sends is a tolerant
// reader and no fault, unless it lists its alternatives one by one.
//
// Rules that only tell the kind of a value ("type") are as good as any; so are those that demand what the document
// leaves open (any text, any length), because an interaction has a state in which more may be known.

// side is one side of an interaction.
type side struct {
	name      string // "request" or "response"
	direction contract.Direction
}

var (
	requestSide  = side{"request", contract.Inbound}
	responseSide = side{"response", contract.Outbound}
)

// subject is the place that a rule is for, and what the document says of the values there.
type subject struct {
	side
	what    string // "the response's body /status"
	pointer string // of the rule in the pact
	example any
	written bool // values are texts, whatever they stand for
	// allows asks the document for a value; why is a sentence that says what keeps the value from being allowed. It may be nil: then the
	// document says nothing.
	allows func(v any) (why string, ok bool)
	// documented gives values that the document allows: all of them, or samples. It may be nil.
	documented func() []any
	schemas    []*contract.Schema
	related    []finding.Related
}

func (e *examination) requestRules(s sent, objections []contract.Objection) {
	q := &e.Request
	var bad []problem.Violation
	parts := map[string]bool{}
	for _, o := range objections {
		if o.In == "body" {
			bad = append(bad, o.Violation)
		}
		parts[o.In+" "+o.Parameter] = true
	}
	if schema := e.requestSchema(); schema != nil {
		b := newBody(requestSide, schema, q.Body.Content, bad)
		e.bodyRules(b, q.Rules, nil)
	}
	for i := range q.Rules {
		r := &q.Rules[i]
		name, _, _ := strings.Cut(r.Path, "[")
		switch {
		case r.Category == "path":
			e.judge(r, subject{side: requestSide, pointer: r.Pointer, what: "the request's path", example: q.Path, written: true, allows: e.pathAllows(s), related: operationHere(e.Operation)})
		case r.Category == "query" && len(s.query[name]) > 0 && !parts["query "+name] && e.Operation.Parameter("query", name) != nil:
			e.textRule(r, "query", name, first(s.query[name]), func(text string) []contract.Objection {
				other := s
				other.query = cloneTexts(s.query)
				other.query[name] = []string{text}
				return e.objections(other)
			})
		case r.Category == "header" && headerName(s.header, name) != "" && !parts["header "+strings.ToLower(name)]:
			spelled := headerName(s.header, name)
			e.textRule(r, "header", strings.ToLower(name), first(s.header[spelled]), func(text string) []contract.Objection {
				other := s
				other.header = cloneTexts(s.header)
				delete(other.header, spelled)
				other.header[name] = []string{text}
				return e.objections(other)
			})
		}
	}
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

func cloneTexts(m map[string][]string) map[string][]string {
	out := make(map[string][]string, len(m)+1)
	for name, values := range m {
		out[name] = values
	}
	return out
}

// textRule judges the rule of a query parameter or header: with another value in its place, the request is asked for
// again.
func (e *examination) textRule(r *pact.Rule, in, name, example string, with func(text string) []contract.Objection) {
	s := subject{side: requestSide, pointer: r.Pointer, what: subjectOf(in, name, ""), example: example, written: true, related: operationHere(e.Operation)}
	s.allows = func(v any) (string, bool) {
		text, _ := v.(string)
		for _, o := range with(text) {
			if o.In == in && o.Parameter == name {
				return "it " + o.Message, false
			}
		}
		return "", true
	}
	if p := e.Operation.Parameter(in, name); p != nil {
		s.related = declaredHere(p.Schema, "the parameter "+p.Name)
	}
	e.judge(r, s)
}

// pathAllows asks for another path of the operation.
func (e *examination) pathAllows(s sent) func(any) (string, bool) {
	return func(v any) (string, bool) {
		path, _ := v.(string)
		where := e.locate(e.Operation.Method, path)
		if where.operation != e.Operation {
			return "it is no path of " + e.Operation.ID, false
		}
		other := s
		other.path = where.path
		for _, o := range e.objections(other) {
			if o.In == "path" {
				return o.Parameter + " " + o.Message, false
			}
		}
		return "", true
	}
}

func (e *examination) responseRules(answer *contract.Response, b *body) {
	a := &e.Response
	if b != nil {
		e.bodyRules(b, a.Rules, nil)
	}
	for i := range a.Rules {
		r := &a.Rules[i]
		switch r.Category {
		case "status":
			e.statusRule(r)
		case "header":
			name, _, _ := strings.Cut(r.Path, "[")
			if spelled := headerName(a.Header, name); spelled != "" {
				e.responseHeaderRule(r, answer, spelled)
			}
		}
	}
}

func (e *examination) responseHeaderRule(r *pact.Rule, answer *contract.Response, name string) {
	s := subject{side: responseSide, pointer: r.Pointer, what: "the response's header " + strings.ToLower(name), example: first(e.Response.Header[name]), written: true}
	if i := slices.IndexFunc(answer.Headers, func(h *contract.Header) bool { return strings.EqualFold(h.Name, name) }); i >= 0 && answer.Headers[i].Schema != nil {
		h := answer.Headers[i]
		s.related, s.schemas = headerHere(h), []*contract.Schema{h.Schema}
		s.allows = func(v any) (string, bool) {
			text, _ := v.(string)
			for _, bad := range h.Validate(text) {
				return "it " + bad.Message, false
			}
			return "", true
		}
		s.documented = func() []any { return documented(s.schemas, contract.Outbound) }
		if _, ok := s.allows(s.example); !ok {
			return // said of the example
		}
	}
	e.judge(r, s)
}

// statusRule judges the statuses that a rule lists: those that the document does not have are named. A class of
// statuses stands for those that it has.
func (e *examination) statusRule(r *pact.Rule) {
	for _, m := range r.Matchers {
		for _, status := range m.Statuses {
			if e.Operation.Response(status) == nil {
				e.warn("rule-allows-more", m.Pointer, operationHere(e.Operation), "the rule of the response's status allows %d; the document has %s", status, statuses(e.Operation))
			}
		}
	}
}

// once reports something of a matcher the first time that it is found: a rule may be for many values.
func (e *examination) once(severity finding.Severity, code, matcher string, s subject, format string, args ...any) {
	if key := code + " " + matcher; !e.said[key] {
		e.said[key] = true
		e.report(severity, code, s.pointer, "", s.related, "the matching rule of %s %s", s.what, fmt.Sprintf(format, args...))
	}
}
