package agreement

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// limits are those of pact files, not of a server: how much may be sent is no part of the document.
var limits = contract.Limits{Body: 64 << 20, Depth: 100}

// request judges the request as a server would that keeps to the document, except for credentials: those are added to
// what a pact says when it is verified.
func (e *examination) request() {
	sent := e.sent()
	objections := e.objections(sent)
	expected := e.Response.Status
	excused := len(objections) > 0 && expectsRefusal(expected, objections)
	for _, o := range objections {
		if excused {
			e.Refused = append(e.Refused, subjectOf(o.In, o.Parameter, o.Pointer)+" "+o.Message)
			continue
		}
		e.objection(sent, o)
	}
	if refusal(expected) && len(objections) == 0 {
		e.warn("nothing-to-refuse", e.Response.Pointer+"/status", operationHere(e.Operation),
			"the consumer expects %d, and nothing in the request breaks the document", expected)
	}
	if excused {
		return
	}
	e.unknownHeaders()
	e.requestRules(sent, objections)
}

// sent is a request in parts that can be exchanged.
type sent struct {
	path        string // below the base path
	query       url.Values
	header      map[string][]string
	body        []byte
	contentType string // where no header says it
}

func (e *examination) sent() sent {
	q := &e.Request
	s := sent{path: e.path, query: q.Query, header: q.Header, body: q.Body.Raw}
	if len(s.body) > 0 && headerName(q.Header, "content-type") == "" {
		s.contentType = q.Body.ContentType
		if s.contentType == "" && q.Body.JSON {
			s.contentType = "application/json"
			e.report(finding.Warning, "request-content-type", q.Body.Pointer, "verifiers send application/json", nil, "the request has a body, and does not say its media type")
		}
	}
	return s
}

// headerName finds a header as the pact spells it, "" when it is not there.
func headerName(header map[string][]string, name string) string {
	for _, spelled := range slices.Sorted(maps.Keys(header)) {
		if strings.EqualFold(spelled, name) {
			return spelled
		}
	}
	return ""
}

// objections asks the document what is wrong with a request.
func (e *examination) objections(s sent) []contract.Objection {
	_, params, _ := e.Operation.API.Match(e.Operation.Method, s.path)
	r := &http.Request{Method: e.Operation.Method, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(s.body)), ContentLength: int64(len(s.body))}
	// A comma divides the items of some parameters; anywhere else, it means the same escaped.
	r.URL = &url.URL{Path: "/", RawQuery: strings.ReplaceAll(s.query.Encode(), "%2C", ",")}
	for _, name := range slices.Sorted(maps.Keys(s.header)) {
		canonical := http.CanonicalHeaderKey(name)
		r.Header[canonical] = append(r.Header[canonical], s.header[name]...)
	}
	if s.contentType != "" {
		r.Header.Set("Content-Type", s.contentType)
	}
	return e.Operation.Objections(r, func(name string) string { return params[name] }, limits)
}

// subjectOf names a part of a request at the beginning of a sentence.
func subjectOf(in, parameter, pointer string) string {
	switch {
	case in == "body" && pointer == "":
		return "the request:"
	case in == "body":
		return "the request's body " + pointer
	case in == "header":
		return "the request's header " + parameter
	}
	return "the request's " + in + " parameter " + parameter
}

// codes of findings by the part of the request that is wrong.
var codes = map[string]string{"path": "request-path", "query": "request-query", "header": "request-header", "cookie": "request-header", "body": "request-body"}

func (e *examination) objection(s sent, o contract.Objection) {
	code, hint := codes[o.In], ""
	if refusedAnyway := e.Response.Status; refusedAnyway >= 400 {
		hint = fmt.Sprintf("such a request is refused with %d before it could be answered with %d", o.Status, refusedAnyway)
	}
	var related []finding.Related
	switch {
	case o.In == "body":
		related = e.bodySource(o)
	case o.Parameter == "content-type":
		code, related = "request-content-type", operationHere(e.Operation)
	case o.Parameter == "accept":
		code, related = "request-accept", operationHere(e.Operation)
	default:
		related = operationHere(e.Operation)
		if p := e.Operation.Parameter(o.In, o.Parameter); p != nil {
			related = declaredHere(p.Schema, "the parameter "+p.Name)
		}
	}
	e.report(finding.Error, code, e.pointerOf(s, o), hint, related, "%s %s", subjectOf(o.In, o.Parameter, o.Pointer), o.Message)
}

// pointerOf leads to the part of the pact that an objection is about, or that it misses something in.
func (e *examination) pointerOf(s sent, o contract.Objection) string {
	q := &e.Request
	switch o.In {
	case "path":
		return q.Pointer + "/path"
	case "query":
		return q.Pointer + "/query/" + pact.Escape(o.Parameter)
	case "header", "cookie":
		name := o.Parameter
		if o.In == "cookie" {
			name = "cookie"
		}
		if spelled := headerName(s.header, name); spelled != "" {
			return q.Pointer + "/headers/" + pact.Escape(spelled)
		}
		if name == "content-type" {
			return q.Pointer + "/body/contentType"
		}
		return q.Pointer + "/headers"
	}
	if !q.Body.Present {
		return q.Pointer
	}
	return q.Body.Pointer + o.Pointer
}

// bodySource relates the schema that an objection to the body comes from.
func (e *examination) bodySource(o contract.Objection) []finding.Related {
	if schema := e.requestSchema(); schema != nil {
		if s := schema.Excerpt(e.Request.Body.Content, contract.Inbound).Source(o.Violation); s != nil {
			return declaredHere(s, "what it is held against")
		}
	}
	return operationHere(e.Operation)
}

// requestSchema gives the schema of the request's body; nil when that is not JSON, or has none.
func (e *examination) requestSchema() *contract.Schema {
	q := &e.Request
	if e.Operation.Body == nil || !q.Body.JSON {
		return nil
	}
	contentType := q.Body.ContentType
	if contentType == "" {
		contentType = "application/json"
	}
	for _, m := range e.Operation.Body.Content {
		if m.Type == contentType {
			return m.Schema
		}
	}
	return nil
}

// usual are headers of HTTP itself, which servers need not declare to take them (RFC 9110, 6265, 7239, 7240, 9111).
var usual = []string{
	"accept", "accept-charset", "accept-encoding", "accept-language", "authorization", "cache-control", "connection", "content-encoding",
	"content-length", "content-type", "cookie", "date", "expect", "forwarded", "from", "host", "if-match", "if-modified-since", "if-none-match",
	"if-range", "if-unmodified-since", "max-forwards", "origin", "pragma", "prefer", "proxy-authorization", "range", "referer", "te", "trailer",
	"transfer-encoding", "upgrade", "user-agent", "via",
}

// unknownHeaders warns of headers that the document does not know: a server passes over them, so the consumer may wait
// for something that never comes.
func (e *examination) unknownHeaders() {
	var known []string
	for _, p := range e.Operation.Parameters {
		if p.In == "header" {
			known = append(known, p.Name)
		}
	}
	for spelled := range e.Request.Header {
		name := strings.ToLower(spelled)
		if !slices.Contains(known, name) && !slices.Contains(usual, name) {
			e.report(finding.Warning, "unknown-header", e.Request.Pointer+"/headers/"+pact.Escape(spelled), finding.DidYouMean(name, known), operationHere(e.Operation),
				"the request's header %s is not known to the document, so a server passes over it", shorten(spelled))
		}
	}
}
