package contract_test

import (
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// use does with an operation what a server does. Values that are made must keep to their schema.
func use(t *testing.T, api *contract.API, o *contract.Operation) {
	t.Helper()
	if o.Place().Line == 0 {
		t.Errorf("%s has no place", o.ID)
	}
	api.Match(o.Method, strings.NewReplacer("{", "", "}", "").Replace(o.Path))
	r := httptest.NewRequest(http.MethodPost, "/?a=1&b=2", strings.NewReader(`{"a": 1}`))
	r.Header.Set("Content-Type", "application/json")
	if request, refusal := o.Check(r, func(string) string { return "x" }, contract.Limits{}); (request == nil) == (refusal == nil) {
		t.Errorf("%s is neither taken nor refused", o.ID)
	}
	for _, response := range o.Responses {
		for _, h := range response.Headers {
			if text, err := h.Generate(rand.New(rand.NewPCG(1, 2))); err == nil && strings.ContainsAny(text, "\r\n") {
				t.Errorf("%s: header %s is %q", o.ID, h.Name, text)
			}
		}
		for _, m := range response.Content {
			if m.Schema == nil {
				continue
			}
			v, err := m.Schema.Generate(rand.New(rand.NewPCG(1, 2)), contract.Outbound)
			if err == nil && !m.Schema.Accepts(v, contract.Outbound) {
				t.Errorf("%s: %#v does not keep to its schema", o.ID, v)
			}
			if body, contentType, err := m.Generate(rand.New(rand.NewPCG(1, 2))); err == nil && contentType == "" {
				t.Errorf("%s: %q has no type", o.ID, body)
			}
		}
	}
}
