package e2e_test

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/sandbank/sandbank/internal/contract"
)

// oracle tells by another way than the server's whether a value satisfies a schema: plain JSON Schema over the
// document as it is published, without what internal/contract makes of it.
type oracle struct {
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
}

// published is where the documents would be, if they were anywhere.
const published = "https://sandbank.test/"

func newOracle(tb testing.TB) *oracle {
	tb.Helper()
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	for _, a := range apis(tb) {
		if err := c.AddResource(published+a.Name, bytes.NewReader(a.JSON)); err != nil {
			tb.Fatal(err)
		}
	}
	return &oracle{c, map[string]*jsonschema.Schema{}}
}

// accepts tells whether v, a decoded JSON value, satisfies the schema that stands where s stands in its document.
func (o *oracle) accepts(tb testing.TB, s *contract.Schema, v any) bool {
	tb.Helper()
	place := published + s.API().Name + "#"
	for token := range strings.SplitSeq(s.Pointer, "/") {
		place += url.PathEscape(token) + "/"
	}
	place = strings.TrimSuffix(place, "/")
	compiled := o.compiled[place]
	if compiled == nil {
		var err error
		if compiled, err = o.compiler.Compile(place); err != nil {
			tb.Fatal(err)
		}
		o.compiled[place] = compiled
	}
	return compiled.Validate(v) == nil
}
