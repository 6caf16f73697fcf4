package contract

import (
	"encoding/json"
	"regexp"
	"sync/atomic"

	"github.com/sandbank/sandbank/internal/finding"
)

// Direction tells which way a value travels. OpenAPI's readOnly and writeOnly depend on it.
type Direction int

const (
	// Inbound values come from a caller: members marked readOnly are refused, and not required.
	Inbound Direction = iota
	// Outbound values go to a caller: members marked writeOnly are refused, and not required.
	Outbound
)

// Schema is a read-only view of one Schema Object (JSON Schema 2020-12). A reference is the schema that it refers to,
// so equal pointers mean the same component and recursive schemas are cyclic graphs. A reference with annotations
// beside it (OpenAPI 3.1) is a copy of its target with these annotations; one with assertions beside it has its
// target in AllOf. Schemas of OpenAPI 3.0 are shown as 2020-12 would say them.
type Schema struct {
	// Name is the component's name, "" for a schema that is written in place.
	Name               string
	Title, Description string
	// Types are the JSON types allowed, with "null" for a nullable value; empty means any.
	Types           []string
	Format, Pattern string
	// Enum lists the values allowed; a const is a list of one, and wins over an enum. The values are decoded JSON.
	Enum []any

	MinLength, MaxLength                                             *int
	MinItems, MaxItems, MinProperties, MaxProperties                 *int
	Minimum, Maximum, ExclusiveMinimum, ExclusiveMaximum, MultipleOf *json.Number
	UniqueItems                                                      bool

	Properties map[string]*Schema
	// Order holds the names of Properties as the document orders them.
	Order    []string
	Required map[string]bool
	// Closed is set by additionalProperties: false; Additional is its schema, if it is one.
	Closed     bool
	Additional *Schema
	// PatternProperties, in document order.
	PatternProperties []PatternProperty
	PropertyNames     *Schema
	Items             *Schema
	PrefixItems       []*Schema

	OneOf, AnyOf, AllOf []*Schema
	Discriminator       *Discriminator

	// Sensitive is x-sensitive: values are never shown in messages and are redacted wherever they are read.
	ReadOnly, WriteOnly, Sensitive, Deprecated bool
	Default, Example                           any
	HasDefault, HasExample                     bool
	// Examples are those of the keyword examples.
	Examples []any

	// File is the file that the schema is written in and Pointer its place in the bundled document (RFC 6901).
	File, Pointer string

	api        *API
	line, col  int32
	never      bool     // the schema false
	requireds  []string // Required in document order
	assertions []assertion
	pattern    *regexp.Regexp
	matcher    *pattern
	unmatched  bool   // Pattern is beyond RE2 and is not checked
	encoding   string // contentEncoding
	xml        *xmlObject
	// checks is shared with copies that differ in annotations only.
	checks *checks
}

// Discriminator chooses the schema of a union by the value of one property.
type Discriminator struct {
	Property string
	// Mapping holds the schema of each value, explicit or by component name.
	Mapping map[string]*Schema
	// Tags are the keys of Mapping as the document orders them.
	Tags []string

	others []*Schema // members that no tag chooses: they may only take values that are no objects
}

// PatternProperty is the schema of all members whose names match Pattern.
type PatternProperty struct {
	Pattern string
	Schema  *Schema

	expression *regexp.Regexp
}

// assertion is one keyword that decides about validity, kept as the document has it so that the authority reads the
// document's own words: raw JSON, or the schemas that the keyword applies.
type assertion struct {
	keyword string
	raw     []byte
	values  []any // of enum and const, decoded
	child   *Schema
	list    []*Schema
	names   []string // parallel to list: the keyword is an object of schemas
}

// checks are the compiled forms of a schema, one for each direction.
type checks struct {
	id        int // index in compiler.schemas
	fast      [2]atomic.Pointer[check]
	authority [2]onceAuthority
}

// Place gives the place of the schema in the document. The text of the line is read from the file again and is empty
// when that fails.
func (s *Schema) Place() finding.Place {
	return s.api.place(s.File, int(s.line), int(s.col))
}

// Allows tells whether the schema's own type keyword admits the JSON type.
func (s *Schema) Allows(jsonType string) bool {
	if len(s.Types) == 0 {
		return true
	}
	for _, t := range s.Types {
		if t == jsonType || t == "number" && jsonType == "integer" {
			return true
		}
	}
	return false
}

// assertion finds a keyword of the schema; nil when it does not use it.
func (s *Schema) assertion(keyword string) *assertion {
	for i := range s.assertions {
		if s.assertions[i].keyword == keyword {
			return &s.assertions[i]
		}
	}
	return nil
}
