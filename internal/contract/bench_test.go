package contract_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

func deposits(tb testing.TB) *contract.API {
	tb.Helper()
	api, findings := contract.Load(os.DirFS("../../openapi"), "deposits.yaml")
	if api == nil {
		tb.Fatal(findings.Err())
	}
	return api
}

// replay is a body that can be sent again and again without allocating.
type replay struct{ bytes.Reader }

func (r *replay) Close() error { return nil }

func replayed(method, target string, body []byte) (*http.Request, func()) {
	r := httptest.NewRequest(method, target, nil)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json")
	r.Header.Set("X-Api-Key", "key")
	r.Header.Set("Authorization", "Bearer token")
	b := &replay{}
	r.Body, r.ContentLength = b, int64(len(body))
	return r, func() { b.Reset(body) }
}

var _ io.ReadCloser = (*replay)(nil)

func noPath(string) string { return "" }

const smallBody = `{"vpa":"john@okhdfc"}`

func formBody(tb testing.TB) []byte {
	tb.Helper()
	b, err := os.ReadFile("testdata/form.json")
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func benchmarkCheck(b *testing.B, operation string, body []byte) {
	op := deposits(b).Operation(operation)
	r, rewind := replayed("POST", "/", body)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		rewind()
		if _, refusal := op.Check(r, noPath, contract.Limits{}); refusal != nil {
			b.Fatalf("%+v", refusal)
		}
	}
}

func BenchmarkCheckSmallBody(b *testing.B) { benchmarkCheck(b, "verifyMyVpa", []byte(smallBody)) }
func BenchmarkCheckForm(b *testing.B)      { benchmarkCheck(b, "submitMyForm", formBody(b)) }

func BenchmarkDecodeForm(b *testing.B) {
	body := formBody(b)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := contract.DecodeJSON(body, 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAcceptForm(b *testing.B) {
	schema := deposits(b).Operation("submitMyForm").Body.Content[0].Schema
	v, err := contract.DecodeJSON(formBody(b), 0)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if !schema.Accepts(v, contract.Inbound) {
			b.Fatal("refused")
		}
	}
}

func BenchmarkRefuseForm(b *testing.B) {
	schema := deposits(b).Operation("submitMyForm").Body.Content[0].Schema
	v, err := contract.DecodeJSON(formBody(b), 0)
	if err != nil {
		b.Fatal(err)
	}
	v.(map[string]any)["instructions"].([]any)[0].(map[string]any)["productVariant"] = 7
	b.ReportAllocs()
	for b.Loop() {
		if len(schema.Validate(v, contract.Inbound)) != 1 {
			b.Fatal("want one violation")
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		deposits(b)
	}
}
