// Package contract holds a loaded API: its operations with validators compiled for parameters, bodies and responses,
// its examples, and a matcher for its paths. It stands between the HTTP server, which hands it requests to check, and
// the scenario engine, which types its expressions from the schemas and has its answers checked here.
//
// A document passes through these stages, each in a file of its own: read (source.go, json.go) → one tree whose nodes
// know their place (tree.go) → references to other files moved in (bundle.go) → the shape checked by one table of the
// objects of OpenAPI (shape.go) → schemas (build.go) → operations (operations.go). After that the trees are dropped and
// what is left is immutable and safe for concurrent use. kin-openapi gives a second
// opinion where documents are checked and in the tests (opinion.go), not where they are served: it knows no places in a
// bundled document and takes longer than all the stages here.
//
// Values are made from schemas by generate*.go: what all the schemas of a value ask together (generate_demand.go, where
// unions and conditions are decided), then a file for each kind of value. media.go writes values as bodies of a media
// type, xml.go as XML, answerheader.go as headers.
//
// excerpt.go and excerpt_union.go hold a value of which members may have been left out against its schema; objections.go
// judges a request without asking for credentials. Both serve checks of pacts, not calls.
//
// A value is checked twice at most. check.go compiles every schema into closures that may only say "valid"; what they
// do not accept goes to jsonschema/v5 (authority.go), which decides, and whose errors explain.go turns into messages.
// Nothing outside this package knows the JSON Schema library.
package contract
