// Package pact reads pact files: what a consumer of an API says it sends and what it expects to get back. It knows the
// specifications 1 to 4 of the format and nothing of OpenAPI; internal/agreement holds what is read here against
// documents.
//
// A file is read in one pass: bytes are held to strict JSON (read.go), the tree is walked with the pointer of each
// value at hand (object.go); interactions (interaction.go), bodies (body.go) and matching rules (rule.go, matcher.go)
// come out of it. All that is wrong is reported together. Places are looked up when they are asked for (place.go), so
// that a large file costs no index but of the values that are looked into. path.go tells which rule speaks of which value of a body.
package pact

import (
	"net/url"
	"sync"
)

// File is one pact file. It is immutable and safe for concurrent use.
type File struct {
	// Name is the file's name as it was given to be read.
	Name               string
	Consumer, Provider string
	// Specification is the version of the format as the file says it, such as "4.0"; where the file does not say, it is
	// the oldest one that has what the file uses.
	Specification string
	// Interactions are in the file's order, those that are not HTTP included.
	Interactions []*Interaction

	data   []byte
	starts []int // offsets of the lines
	runes  []int // characters before each block of runeBlock bytes

	mutex sync.Mutex
	kept  map[int]places // in the large values that were looked into, by where these begin
}

// HTTP is the kind of the interactions that are one request and its response. The files of specification 3 and
// before say no kind; theirs is told from where they stand.
const (
	HTTP         = "Synchronous/HTTP"
	Message      = "Asynchronous/Messages"
	SyncMessages = "Synchronous/Messages"
)

// Interaction is one exchange that a consumer relies on.
type Interaction struct {
	File *File
	// Pointer is the interaction's place in the file (RFC 6901): "/interactions/3".
	Pointer string
	// Kind is HTTP, Message, SyncMessages, or what the file says. Only an interaction of kind HTTP has a request and a
	// response.
	Kind string
	// Key is the identity that specification 4 may give an interaction, else "".
	Key, Description string
	// Pending is set for an interaction of which the consumer knows that the provider may not keep it yet.
	Pending  bool
	States   []State
	Request  Request
	Response Response
}

// State is a provider state, what must be so before the request is sent. Params holds decoded JSON.
type State struct {
	Name    string
	Params  map[string]any
	Pointer string
}

// Request is what the consumer sends.
type Request struct {
	// Method is in upper case. Path is as it stands in a URL, still escaped, without a query.
	Method, Path string
	// Query holds the unescaped values of each parameter in order; Header those of each header, named as in the file.
	Query  url.Values
	Header map[string][]string
	Body   Body
	Rules  []Rule
	// Pointer is the request's place in the file.
	Pointer string
}

// Response is what the consumer expects: no more than it reads, so that other headers and members may be there too.
type Response struct {
	// Status is 200 where the file says none.
	Status  int
	Header  map[string][]string
	Body    Body
	Rules   []Rule
	Pointer string
}

// Body is the example of a body.
type Body struct {
	// Present is false when the file says nothing of the body: any will do. Empty is set when there is none to be.
	Present, Empty bool
	// JSON tells that Content is the decoded JSON value (as contract.DecodeJSON gives it); otherwise it is nil and Raw
	// is all there is. Raw is the body as it is sent.
	JSON    bool
	Content any
	Raw     []byte
	// ContentType is the media type in lower case without parameters, "" when the file does not say.
	ContentType string
	// Pointer is the content's place in the file. The pointer of a member is below it, unless the content is written as
	// text; File.Place and File.Nearest lead to the text then.
	Pointer string
}

// Rule says how the actual values at one place are held against the example, instead of being equal to it.
type Rule struct {
	// Category is "body", "path", "query", "header", "status" or "method".
	Category string
	// Path is the expression of the values that the rule is for, "$.items[*].id", in the body; the name of a query
	// parameter or header, which may have an index, "ids[0]"; and "" elsewhere. The keys of specification 2 are split:
	// "$.body.a" is "$.a" in the category body.
	Path string
	// Any is set when one matcher is enough ("combine": "OR"); else all of Matchers must hold.
	Any      bool
	Matchers []Matcher
	Pointer  string

	steps []step // of the expression in the body
}

// Matcher is one way of comparing.
type Matcher struct {
	// Match is its name as specification 4 spells it: "equality", "type", "regex", "integer", "arrayContains", …
	Match string
	// Regex is the expression of "regex", Format the pattern of "date", "time" and "datetime", "" for ISO 8601, and
	// Value the text of "include" or the media type of "contentType".
	Regex, Format, Value string
	// Min and Max bound the length of a list that is compared by "type"; nil where the file says none.
	Min, Max *int
	// Class is the class of statuses of "statusCode": "success", "clientError", …; or Statuses lists them.
	Class    string
	Statuses []int
	// Rules are the matchers of "eachKey" and "eachValue".
	Rules []Matcher
	// Variants are those of "arrayContains".
	Variants []Variant
	Pointer  string
}

// Variant is an item of the example list that "arrayContains" looks for in the actual list, with the rules of its
// values, whose paths begin at the item.
type Variant struct {
	Index int
	Rules []Rule
}
