package contract

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/problem"
)

// CheckResponse holds an answer against what the operation declares: its status, media type, headers and body.
// Violations of the status, the media type and headers have In "header" and the header's name, or "status", as
// Parameter; those of the body a pointer. It gives nil for an answer that keeps to the contract.
func (o *Operation) CheckResponse(status int, header http.Header, body []byte) []problem.Violation {
	declared := o.Response(status)
	if declared == nil {
		var known []string
		for _, r := range o.Responses {
			known = append(known, r.Status)
		}
		return []problem.Violation{{In: "status", Parameter: "status", Keyword: "status",
			Message: fmt.Sprintf("%d is not declared for %s; declared are %s", status, o.ID, strings.Join(known, ", "))}}
	}
	found := declared.checkHeaders(header)
	found = append(found, declared.checkBody(o, status, header, body)...)
	return boundViolations(found, len(found))
}

func (r *Response) checkHeaders(header http.Header) []problem.Violation {
	var found []problem.Violation
	bad := func(h *Header, keyword, message string) {
		found = append(found, problem.Violation{In: "header", Parameter: h.Name, Keyword: keyword, Message: message})
	}
	for _, h := range r.Headers {
		values := header.Values(h.Name)
		if len(values) == 0 {
			if h.Required {
				bad(h, "required", "is required")
			}
			continue
		}
		if h.Schema == nil {
			continue
		}
		v, wrong := h.read(strings.Join(values, ","))
		if wrong != "" {
			bad(h, "style", wrong)
			continue
		}
		for _, violation := range h.Schema.violations(v, Outbound, explainer{text: true}) {
			bad(h, violation.Keyword, violation.Message)
		}
	}
	return found
}

// read decodes the header's value; wrong says what keeps it from being one.
func (h *Header) read(text string) (v any, wrong string) {
	if bodyKindOf(h.content) == jsonBody {
		v, err := DecodeJSON([]byte(text), 0)
		if err != nil {
			return nil, "must be JSON; " + err.Error()
		}
		return v, ""
	}
	written := serialised{h.Name, h.Schema, shapeOf(h.Schema), "simple", h.explode, true}
	return written.fromText(text)
}

func (r *Response) checkBody(o *Operation, status int, header http.Header, body []byte) []problem.Violation {
	bodiless := o.Method == http.MethodHead || status == http.StatusNoContent || status == http.StatusResetContent || status == http.StatusNotModified
	if len(r.Content) == 0 || bodiless {
		if len(body) > 0 && bodiless {
			return []problem.Violation{{In: "body", Keyword: "body", Message: fmt.Sprintf("a %d answer to %s has no body", status, o.Method)}}
		}
		return nil
	}
	contentType := header.Get("Content-Type")
	if contentType == "" {
		return []problem.Violation{{In: "header", Parameter: "Content-Type", Keyword: "required", Message: "is required; declared are " + strings.Join(typeNames(r.Content), ", ")}}
	}
	media := findMediaType(r.Content, contentType)
	if media == nil {
		return []problem.Violation{{In: "header", Parameter: "Content-Type", Keyword: "enum", Message: "must be one of " + strings.Join(typeNames(r.Content), ", ")}}
	}
	if media.Schema == nil {
		return nil
	}
	switch bodyKindOf(mediaTypeName(contentType)) {
	case jsonBody:
		v, err := DecodeJSON(body, 0)
		if err != nil {
			message := err.Error()
			var syntax *SyntaxError
			pointer := ""
			if errors.As(err, &syntax) {
				pointer, message = syntax.Pointer, "the body "+syntax.Message
			}
			return []problem.Violation{{In: "body", Pointer: pointer, Keyword: "syntax", Message: message}}
		}
		return media.Schema.Validate(v, Outbound)
	case textBody:
		if !utf8.Valid(body) {
			return []problem.Violation{{In: "body", Keyword: "syntax", Message: "the body is not UTF-8"}}
		}
		if shapeOf(media.Schema) != scalarShape {
			return nil // CSV, events and the like: the schema tells what they carry, not what they are
		}
		return media.Schema.Validate(coerce(media.Schema, string(body)), Outbound)
	}
	return nil
}

// StatusCodes lists the declared statuses as the document orders them: "200", "4XX", "default".
func (o *Operation) StatusCodes() []string {
	out := make([]string, len(o.Responses))
	for i, r := range o.Responses {
		out[i] = r.Status
	}
	return out
}
