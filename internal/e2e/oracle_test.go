package e2e_test

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// oracle tells by another way than the server's whether a value satisfies a schema: plain JSON Schema over the
// document as it is published, without what internal/contract makes of it.
type oracle struct {
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
}

const published = "https://sandbank.test/deposits.json"

func newOracle(tb testing.TB) *oracle {
	tb.Helper()
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	if err := c.AddResource(published, bytes.NewReader(deposits(tb).JSON)); err != nil {
		tb.Fatal(err)
	}
	return &oracle{c, map[string]*jsonschema.Schema{}}
}

// accepts tells whether v, a decoded JSON value, satisfies the schema at a JSON Pointer of the document.
func (o *oracle) accepts(tb testing.TB, pointer string, v any) bool {
	tb.Helper()
	s := o.compiled[pointer]
	if s == nil {
		var tokens []string
		for token := range strings.SplitSeq(pointer, "/") {
			tokens = append(tokens, url.PathEscape(token))
		}
		var err error
		if s, err = o.compiler.Compile(published + "#" + strings.Join(tokens, "/")); err != nil {
			tb.Fatal(err)
		}
		o.compiled[pointer] = s
	}
	return s.Validate(v) == nil
}
