package e2e_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/scenarios"
)

// measured are the requests that are measured: the bank's smallest body, and a large one.
func measured(tb testing.TB) []replayed {
	form := with(sourceRequest(tb, "form-all-sa"), "/instructions/8", removed{})
	if size := len(encode(form)); size < 2<<10 || size > 3<<10 {
		tb.Fatalf("the form has %d bytes", size)
	}
	return []replayed{
		newReplayed("verification", "/deposits/v1/my/verifications/upi-vpa", encode(map[string]any{"vpa": "john@okhdfc"})),
		newReplayed("form", "/deposits/v1/my/forms", encode(form)),
	}
}

// replayed is a request that can be handled again and again without being made anew.
type replayed struct {
	name, path string
	body       []byte
	request    *http.Request
	reader     *bodyReader
	answer     *discarded
}

func newReplayed(name, path string, body []byte) replayed {
	r := httptest.NewRequest(http.MethodPost, path, nil)
	for name, value := range usualHeaders {
		r.Header.Set(name, value)
	}
	return replayed{name: name, path: path, body: body, request: r, reader: &bodyReader{}, answer: &discarded{header: http.Header{}}}
}

// usualHeaders are those of every request that is measured.
var usualHeaders = map[string]string{
	"X-Api-Key": "demo", "Authorization": "Bearer john-token", "Accept": "application/json", "Content-Type": "application/json",
}

type bodyReader struct{ bytes.Reader }

func (*bodyReader) Close() error { return nil }

// rewind makes the request ready to be handled.
func (r *replayed) rewind() *http.Request {
	r.reader.Reset(r.body)
	r.request.Body, r.request.ContentLength = r.reader, int64(len(r.body))
	return r.request
}

// handle lets a handler answer, and gives the status.
func (r *replayed) handle(h http.Handler) int {
	clear(r.answer.header)
	h.ServeHTTP(r.answer, r.rewind())
	return r.answer.status
}

// discarded is a response that nobody reads.
type discarded struct {
	header http.Header
	status int
}

func (d *discarded) Header() http.Header         { return d.header }
func (d *discarded) WriteHeader(status int)      { d.status = status }
func (d *discarded) Write(b []byte) (int, error) { return len(b), nil }

// BenchmarkHandler measures what a request costs beside net/http and the network: the whole handler, and the check of
// the contract that is part of it.
func BenchmarkHandler(b *testing.B) {
	h := handler(b, scenarios.FS)
	for _, r := range measured(b) {
		b.Run(r.name+"/whole", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if status := r.handle(h); status != http.StatusOK {
					b.Fatal(status)
				}
			}
		})
		b.Run(r.name+"/check", func(b *testing.B) {
			op, _, _ := deposits(b).Match(http.MethodPost, r.path[len(deposits(b).BasePath):])
			b.ReportAllocs()
			for b.Loop() {
				if _, refusal := op.Check(r.rewind(), func(string) string { return "" }, contract.Limits{}); refusal != nil {
					b.Fatalf("%+v", refusal)
				}
			}
		})
	}
}
