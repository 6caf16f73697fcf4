// Package problem holds RFC 9457 problem details and the error catalogue: one table of codes, statuses, titles and
// what the caller should do next. Everything that refuses or fails a call names an entry of it; scenario files may
// add entries of their own.
package problem

import (
	"encoding/json"
	"strings"
)

// MediaType is the media type of a problem body (RFC 9457, section 3).
const MediaType = "application/problem+json"

// Definition is one entry of the error catalogue. Code is stable and upper snake case; Title is fit to be shown to
// an end user; Handling tells the caller what to do next.
type Definition struct {
	Code     string `json:"code"`
	Status   int    `json:"status"`
	Title    string `json:"title"`
	Handling string `json:"handling"`
}

// Type gives the problem's type URI, a URN made from the code.
func (d Definition) Type() string {
	return "urn:problem:" + strings.ToLower(strings.ReplaceAll(d.Code, "_", "-"))
}

// Violation is one thing about a request that breaks the contract or a rule. Violations of the body carry a JSON
// Pointer (RFC 6901) into it, those of parameters the parameter's name and where it is sent.
type Violation struct {
	// In is "body", "path", "query", "header" or "cookie".
	In string `json:"-"`
	// Pointer is the JSON Pointer into the body; "" is the body as a whole.
	Pointer string `json:"-"`
	// Parameter is the parameter's name as the document spells it.
	Parameter string `json:"-"`
	Message   string `json:"-"`
	// Keyword is the JSON Schema keyword, or a word of ours, that failed. It is for programs that look at
	// violations inside this process and is not sent.
	Keyword string `json:"-"`
}

// MarshalJSON writes {pointer, message} for the body and {parameter, message} for parameters.
func (v Violation) MarshalJSON() ([]byte, error) {
	if v.Parameter != "" {
		return json.Marshal(struct {
			Parameter string `json:"parameter"`
			Message   string `json:"message"`
		}{v.Parameter, v.Message})
	}
	return json.Marshal(struct {
		Pointer string `json:"pointer"`
		Message string `json:"message"`
	}{v.Pointer, v.Message})
}

// Problem is a problem body: a catalogue entry with what is particular to one request.
type Problem struct {
	Definition
	// Detail is a sentence for a person about this very occurrence.
	Detail string
	// Instance is the path of the request that failed.
	Instance  string
	RequestID string
	Errors    []Violation
	// Findings are what is wrong in a file, as the API's document writes it; nil is nothing.
	Findings any
}

// MarshalJSON writes the members in the order of RFC 9457, extensions last; empty optional members are left out.
func (p Problem) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Type      string      `json:"type"`
		Title     string      `json:"title"`
		Status    int         `json:"status"`
		Detail    string      `json:"detail,omitempty"`
		Instance  string      `json:"instance,omitempty"`
		Code      string      `json:"code"`
		Handling  string      `json:"handling,omitempty"`
		RequestID string      `json:"requestId,omitempty"`
		Errors    []Violation `json:"errors,omitempty"`
		Findings  any         `json:"findings,omitempty"`
	}{p.Type(), p.Title, p.Status, p.Detail, p.Instance, p.Code, p.Handling, p.RequestID, p.Errors, p.Findings})
}
