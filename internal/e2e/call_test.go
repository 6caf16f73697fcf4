package e2e_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// call is one request.
type call struct {
	method, path string // the path is below the API's base path
	// api is that of the bank when it is nil.
	api   *contract.API
	query map[string]string
	// rawQuery is sent instead of query.
	rawQuery string
	// header is sent beside the usual headers: the key, a server hash, a token, JSON both ways. An empty value takes one away.
	header map[string]string
	// body is sent as JSON; a []byte as it is; nil is no body.
	body any
}

// client sends calls to one server, each answer checked against the contract.
type client struct {
	*checked
	origin string
	bank   *contract.API
	http   *http.Client
}

func newClient(tb testing.TB, origin string) *client {
	c := newChecked(tb)
	return &client{checked: c, origin: origin, bank: deposits(tb), http: &http.Client{
		Transport: c, Timeout: patience,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// send sends a call. It may be used from any goroutine: a failure is reported, and the answer is empty then.
func (c *client) send(tb testing.TB, k call) answer {
	tb.Helper()
	return c.do(tb, c.request(k))
}

// do sends a request as it is.
func (c *client) do(tb testing.TB, r *http.Request) answer {
	tb.Helper()
	response, err := c.http.Do(r)
	if err != nil {
		tb.Error(err)
		return answer{}
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		tb.Error(err)
	}
	return answer{response.StatusCode, response.Header, body}
}

// request makes the request of a call, for tests that change it.
func (c *client) request(k call) *http.Request {
	api := k.api
	if api == nil {
		api = c.bank
	}
	target := c.origin + api.BasePath + k.path
	switch {
	case k.rawQuery != "":
		target += "?" + k.rawQuery
	case len(k.query) > 0:
		q := url.Values{}
		for name, value := range k.query {
			q.Set(name, value)
		}
		target += "?" + q.Encode()
	}
	headers := map[string]string{"X-Api-Key": "demo", "Server-Hash": "any", "Authorization": "Bearer anything", "Accept": "application/json"}
	var content []byte
	if k.body != nil {
		headers["Content-Type"] = "application/json"
		content = encode(k.body)
	}
	r, err := http.NewRequest(k.method, target, nil)
	if err != nil {
		panic(err) // a mistake in the test
	}
	if k.body != nil {
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(content)), int64(len(content))
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }
		if len(content) == 0 {
			r.Body = http.NoBody
		}
	}
	for name, value := range k.header {
		headers[http.CanonicalHeaderKey(name)] = value
	}
	for name, value := range headers {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	return r
}

// json decodes the body; it is nil when that fails, which is reported.
func (a answer) json(tb testing.TB) (v any) {
	tb.Helper()
	if err := json.Unmarshal(a.body, &v); err != nil {
		tb.Errorf("%v: %s", err, a.body)
	}
	return v
}

// problem decodes the body as a problem; it is empty when that fails, which is reported.
func (a answer) problem(tb testing.TB) (p problemBody) {
	tb.Helper()
	if err := json.Unmarshal(a.body, &p); err != nil {
		tb.Errorf("%v: %s", err, a.body)
	}
	return p
}

// encode gives bytes as they are and everything else as JSON.
func encode(v any) []byte {
	if b, ok := v.([]byte); ok {
		return b
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // a mistake in the test
	}
	return b
}
