package contract

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// Operation is one method of one path.
type Operation struct {
	API *API
	// ID is the operationId; one is derived from method and path where the document has none.
	ID string
	// Method is in upper case; Path is the template below the API's base path.
	Method, Path         string
	Summary, Description string
	Tags                 []string
	Deprecated           bool
	// Parameters are those of the operation and its path, then the credentials of its security schemes.
	Parameters []*Parameter
	// Body is nil when the operation takes none.
	Body      *Body
	Responses []*Response
	// Security lists alternatives; one of them must be satisfied. Empty means that no credentials are needed.
	Security  []Requirement
	Callbacks []*Callback
	// Points are the places at which a handler written in Go asks for verdicts, in the order of their names.
	Points []*DecisionPoint
	// SignedLink is x-signed-link: a URL that the API has signed opens the operation, and nothing else does.
	SignedLink bool

	file      string
	line, col int32
	lookup    *parameterIndex
	success   []string // media types of the 2xx responses
}

// Place gives the place of the operation in the document.
func (o *Operation) Place() finding.Place { return o.API.place(o.file, int(o.line), int(o.col)) }

// Parameter finds a parameter by where it is sent ("path", "query", "header", "cookie") and its name, header names in
// lower case. It gives nil when there is none.
func (o *Operation) Parameter(in, name string) *Parameter {
	for _, p := range o.Parameters {
		if p.In == in && p.Name == name {
			return p
		}
	}
	return nil
}

// Response finds what is declared for a status: the exact entry, else its class ("4XX"), else "default", else nil.
func (o *Operation) Response(status int) *Response {
	var class, fallback *Response
	exact := strconv.Itoa(status)
	for _, r := range o.Responses {
		switch {
		case r.Status == exact:
			return r
		case r.Status == "default":
			fallback = r
		case len(r.Status) == 3 && r.Status[1:] == "XX" && r.Status[0] == exact[0]:
			class = r
		}
	}
	if class != nil {
		return class
	}
	return fallback
}

// DefaultStatus is the lowest exact 2xx status that the operation declares, else 200 where 2XX or default stands for it,
// else the lowest other one that it declares: an operation may do nothing but redirect. It is 200 when none is declared.
func (o *Operation) DefaultStatus() int {
	success, other := 0, 0
	for _, r := range o.Responses {
		n, err := strconv.Atoi(strings.Replace(r.Status, "XX", "00", 1))
		if err != nil || n < 200 {
			continue // default, or an interim response
		}
		if n < 300 && n != 200 && (success == 0 || n < success) {
			success = n
		}
		if other == 0 || n < other {
			other = n
		}
	}
	switch {
	case success != 0 && !slices.ContainsFunc(o.Responses, func(r *Response) bool { return r.Status == "200" }):
		return success
	case other == 0 || o.Response(http.StatusOK) != nil:
		return http.StatusOK
	}
	return other
}

// Parameter is a Parameter Object, or a credential of a security scheme.
type Parameter struct {
	// Name is in lower case for headers. In is "path", "query", "header" or "cookie".
	Name, In    string
	Description string
	// Required is never set on a credential: which ones are needed is said by Operation.Security.
	Required, Credential, Sensitive, Deprecated bool
	Schema                                      *Schema
	Style                                       string
	Explode                                     bool
	AllowEmpty                                  bool
	// Content is the media type of a parameter that is serialised as a document ("application/json"), else "".
	Content  string
	Examples []Example

	canonical string // header name as net/http spells it
	written   serialised
}

// Body is a Request Body Object.
type Body struct {
	Required bool
	Content  []*MediaType
}

// Response is a Response Object under its status: "200", "4XX" or "default".
type Response struct {
	Status, Description string
	Content             []*MediaType
	Headers             []*Header
}

// MediaType finds the entry for a media type (parameters ignored): an exact one, else a matching range; nil if none.
func (r *Response) MediaType(name string) *MediaType { return findMediaType(r.Content, name) }

// Header is a response header. Name is as the document spells it.
type Header struct {
	Name     string
	Required bool
	Schema   *Schema
	Examples []Example
	explode  bool
	content  string // the media type of a header that is serialised as a document, else ""
}

// MediaType is one representation of a body. Type is in lower case, without parameters. Schema may be nil.
type MediaType struct {
	Type     string
	Schema   *Schema
	Examples []Example

	encodings map[string]*encoding
}

// Example is a named example. The single, unnamed `example` of the document is named "example".
type Example struct {
	Name, Summary string
	Value         any
}

// Example finds an example by name.
func (m *MediaType) Example(name string) (Example, bool) {
	for _, e := range m.Examples {
		if e.Name == name {
			return e, true
		}
	}
	return Example{}, false
}

// Requirement is a set of credentials that are all needed. An empty one admits callers without credentials.
type Requirement []Credential

// Credential is one security scheme as an operation demands it.
type Credential struct {
	// Scheme is the name in the document. Type is "apiKey", "http", "oauth2", "openIdConnect" or "mutualTLS".
	Scheme, Type string
	// In and Name tell where it is sent; http, oauth2 and openIdConnect travel in the header "authorization".
	In, Name string
	// HTTP is the authentication scheme in lower case: "bearer", "basic", …
	HTTP   string
	Scopes []string

	canonical string // header name as net/http spells it
}

// Callback is a request that the API makes: one of an operation's callbacks, or a webhook of the document.
type Callback struct {
	Name string
	// Expression is the runtime expression that gives the address, "" for a webhook.
	Expression string
	Method     string
	Body       *Body
}
