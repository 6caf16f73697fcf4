package agreement

import (
	"net/http"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
	"github.com/sandbank/sandbank/internal/problem"
)

// response judges what the consumer expects as an excerpt of an answer.
func (e *examination) response() {
	a := &e.Response
	answer := e.Operation.Response(a.Status)
	if answer == nil {
		e.fail("response-status", a.Pointer+"/status", operationHere(e.Operation), "%s does not answer with %d; the document has %s", e.Operation.ID, a.Status, statuses(e.Operation))
		return
	}
	e.responseHeaders(answer)
	e.responseRules(answer, e.responseBody(answer))
}

// sentByServers are headers that come with any answer over HTTP.
var sentByServers = []string{
	"age", "connection", "content-encoding", "content-length", "content-type", "date", "keep-alive", "server", "trailer", "transfer-encoding", "upgrade", "via",
}

// standard are response headers with a meaning of their own in HTTP, which a document may well forget.
var standard = []string{
	"accept-ranges", "access-control-allow-origin", "allow", "alt-svc", "cache-control", "content-disposition", "content-language", "content-location",
	"content-range", "etag", "expires", "last-modified", "link", "location", "pragma", "retry-after", "set-cookie", "strict-transport-security", "vary",
	"www-authenticate", "x-content-type-options", "x-frame-options",
}

func (e *examination) responseHeaders(answer *contract.Response) {
	var known []string
	for _, h := range answer.Headers {
		known = append(known, h.Name)
	}
	for spelled, values := range e.Response.Header {
		name, pointer := strings.ToLower(spelled), e.Response.Pointer+"/headers/"+pact.Escape(spelled)
		i := slices.IndexFunc(answer.Headers, func(h *contract.Header) bool { return strings.EqualFold(h.Name, name) })
		switch {
		case i >= 0:
			for _, bad := range answer.Headers[i].Validate(strings.Join(values, ",")) {
				e.fail("response-header", pointer, headerHere(answer.Headers[i]), "the response's header %s %s", name, bad.Message)
			}
		case slices.Contains(sentByServers, name):
		default:
			severity := finding.Error
			if slices.Contains(standard, name) {
				severity = finding.Warning
			}
			e.report(severity, "response-header", pointer, finding.DidYouMean(name, known), operationHere(e.Operation),
				"the document has no header %s for the status %d", shorten(spelled), e.Response.Status)
		}
	}
}

func headerHere(h *contract.Header) []finding.Related {
	return declaredHere(h.Schema, "the header "+h.Name)
}

// responseBody judges the body and gives it with its schema; nil when it is not looked into.
func (e *examination) responseBody(answer *contract.Response) *body {
	a := &e.Response
	b := &a.Body
	bodiless := e.Operation.Method == http.MethodHead || a.Status == http.StatusNoContent || a.Status == http.StatusResetContent || a.Status == http.StatusNotModified
	if (!b.Present || b.Empty) && b.ContentType != "" && len(answer.Content) > 0 && e.responseMedia(answer) == nil {
		return nil // the header speaks of a body that the document does not have
	}
	switch {
	case !b.Present:
		return nil
	case b.Empty:
		if len(answer.Content) > 0 && !bodiless {
			e.warn("response-body", b.Pointer, operationHere(e.Operation), "the consumer expects no body, and the document has %s for the status %d", types(answer.Content), a.Status)
		}
		return nil
	case len(answer.Content) == 0 || bodiless:
		e.fail("response-body", b.Pointer, operationHere(e.Operation), "the consumer expects a body, and the document has none for the status %d", a.Status)
		return nil
	}
	media := e.responseMedia(answer)
	if media == nil || media.Schema == nil {
		return nil
	}
	if !b.JSON {
		e.textBody(media)
		return nil
	}
	x := media.Schema.Excerpt(b.Content, contract.Outbound)
	free := e.freeLengths()
	faults := slices.DeleteFunc(x.Faults, func(bad problem.Violation) bool {
		return bad.Keyword == "minItems" && free[bad.Pointer] // the rule says how long the list is, not the example
	})
	for _, bad := range faults {
		e.fail("response-body", b.Pointer+bad.Pointer, e.schemaHere(x, bad), "%s %s", strings.TrimSuffix("the response's body "+bad.Pointer, " "), bad.Message)
	}
	return newBody(responseSide, media.Schema, b.Content, faults)
}

func (e *examination) schemaHere(x *contract.Excerpt, bad problem.Violation) []finding.Related {
	if s := x.Source(bad); s != nil {
		return declaredHere(s, "what it is held against")
	}
	return operationHere(e.Operation)
}

// responseMedia finds the media type that the body is of. A pact that does not say it means the only one, or JSON.
func (e *examination) responseMedia(answer *contract.Response) *contract.MediaType {
	b := &e.Response.Body
	if b.ContentType != "" {
		media := answer.MediaType(b.ContentType)
		if media == nil {
			e.fail("response-content-type", e.contentTypePointer(), operationHere(e.Operation), "the document has %s for the status %d, not %s",
				types(answer.Content), e.Response.Status, shorten(b.ContentType))
		}
		return media
	}
	for _, m := range answer.Content {
		if pact.IsJSON(m.Type) == b.JSON {
			return m
		}
	}
	e.fail("response-content-type", b.Pointer, operationHere(e.Operation), "the document has %s for the status %d, and the body is of another kind", types(answer.Content), e.Response.Status)
	return nil
}

func (e *examination) contentTypePointer() string {
	a := &e.Response
	if name := headerName(a.Header, "content-type"); name != "" {
		return a.Pointer + "/headers/" + pact.Escape(name)
	}
	return a.Pointer + "/body/contentType"
}

// textBody judges a body that is no JSON, as far as its media type is looked into.
func (e *examination) textBody(media *contract.MediaType) {
	a := &e.Response
	contentType := a.Body.ContentType
	if contentType == "" {
		contentType = media.Concrete()
	}
	for _, bad := range e.Operation.CheckResponse(a.Status, http.Header{"Content-Type": {contentType}}, a.Body.Raw) {
		if bad.In == "body" {
			e.fail("response-body", a.Body.Pointer, declaredHere(media.Schema, "what it is held against"), "%s %s", strings.TrimSuffix("the response's body "+bad.Pointer, " "), bad.Message)
		}
	}
}

// freeLengths gives the pointers of lists whose length a matching rule speaks of.
func (e *examination) freeLengths() map[string]bool {
	free := map[string]bool{}
	pact.Walk(e.Response.Rules, e.Response.Body.Content, func(tokens []string, v any, best *pact.Rule, _ bool) {
		if _, list := v.([]any); list && best != nil && !slices.ContainsFunc(best.Matchers, func(m pact.Matcher) bool { return m.Match == "equality" }) {
			free[pointerTo(tokens)] = true
		}
	})
	return free
}

func pointerTo(tokens []string) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString("/" + pact.Escape(t))
	}
	return b.String()
}

// types lists media types for a message.
func types(content []*contract.MediaType) string {
	names := make([]string, len(content))
	for i, m := range content {
		names[i] = m.Type
	}
	return strings.Join(names, ", ")
}
