package contract

import (
	"maps"
	"net/http"
	"strings"

	"github.com/sandbank/sandbank/internal/problem"
)

// Request is a request that keeps to the contract, with its values decoded by their schemas: nil, bool, string, int,
// json.Number (fractions, and integers beyond 2^53; their text is kept), []any and map[string]any. Header names are in
// lower case. A map is nil when nothing of it was sent.
type Request struct {
	Operation                   *Operation
	Path, Query, Header, Cookie map[string]any
	Body                        any
	HasBody                     bool
	// RawBody is the body as it was received. ContentType is its media type in lower case without parameters.
	RawBody     []byte
	ContentType string
	// Files are the parts of a multipart body that carry a file name.
	Files []File
	// Bearer is the token of an Authorization header of that scheme; BasicUser and BasicPassword are its Basic pair.
	Bearer                   string
	BasicUser, BasicPassword string
	HasBasic                 bool

	accept  acceptList
	headers http.Header
}

// Everything gives all headers and cookies of the request, those that the operation does not declare too: header names
// in lower case, first values, as text. Declared ones are as in Header and Cookie.
func (r *Request) Everything() (headers, cookies map[string]any) {
	headers, cookies = make(map[string]any, len(r.headers)), map[string]any{}
	for name, values := range r.headers {
		if len(values) > 0 {
			headers[strings.ToLower(name)] = values[0]
		}
	}
	for _, line := range r.headers["Cookie"] {
		all, err := http.ParseCookie(line)
		if err != nil {
			continue // a malformed line names no cookies
		}
		for _, c := range all {
			cookies[c.Name] = c.Value
		}
	}
	maps.Copy(headers, r.Header)
	maps.Copy(cookies, r.Cookie)
	return headers, cookies
}

// File is an uploaded part. Its content is in Body under Field.
type File struct {
	Field, Name, ContentType string
	Size                     int
}

// Limits bound what a caller may send. Zero values stand for 1 MiB and a depth of 64.
type Limits struct {
	Body  int64
	Depth int
}

const (
	defaultBodyLimit = 1 << 20
	defaultDepth     = 64
)

// Refusal says why a request is not taken. Code is the problem's code in the error catalogue.
type Refusal struct {
	Code string
	// Detail is a sentence that may be shown to an end user.
	Detail string
	// Violations are all that is wrong, at most maxViolations and one more that counts the rest.
	Violations []problem.Violation
	// Allow lists methods (405), Supported media types (415, 406), Schemes the WWW-Authenticate challenges (401).
	Allow, Supported, Schemes []string
}

// Accepts tells whether the caller's Accept header admits the media type.
func (r *Request) Accepts(mediaType string) bool { return r.accept.admits(mediaType) }
