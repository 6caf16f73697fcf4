package e2e_test

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/url"
	"testing"
)

// call is one request below the API's base path.
type call struct {
	method, path string
	query        map[string]string
	// rawQuery is sent instead of query.
	rawQuery string
	// header is sent beside the usual headers: the key, a token, JSON both ways. An empty value takes one away.
	header map[string]string
	// body is sent as JSON; a []byte as it is; nil is no body.
	body any
}

// client sends calls to one server, each answer checked against the contract.
type client struct {
	*checked
	base string
	http *http.Client
}

func newClient(tb testing.TB, origin string) *client {
	c := newChecked(tb)
	return &client{checked: c, base: origin + c.api.BasePath, http: &http.Client{
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

func (c *client) send(tb testing.TB, k call) answer {
	tb.Helper()
	r := c.request(tb, k)
	response, err := c.http.Do(r)
	if err != nil {
		tb.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, body}
}

func (c *client) request(tb testing.TB, k call) *http.Request {
	tb.Helper()
	target := c.base + k.path
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
	headers := map[string]string{"X-Api-Key": "demo", "Authorization": "Bearer anything", "Accept": "application/json"}
	var content []byte
	if k.body != nil {
		headers["Content-Type"] = "application/json"
		content = encode(tb, k.body)
	}
	r, err := http.NewRequest(k.method, target, nil)
	if err != nil {
		tb.Fatal(err)
	}
	if k.body != nil {
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(content)), int64(len(content))
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }
		if len(content) == 0 {
			r.Body = http.NoBody
		}
	}
	maps.Copy(headers, k.header)
	for name, value := range headers {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	return r
}

// json decodes the body.
func (a answer) json(tb testing.TB) any {
	tb.Helper()
	var v any
	if err := json.Unmarshal(a.body, &v); err != nil {
		tb.Fatalf("%v: %s", err, a.body)
	}
	return v
}

// problem decodes the body as a problem.
func (a answer) problem(tb testing.TB) problemBody {
	tb.Helper()
	var p problemBody
	if err := json.Unmarshal(a.body, &p); err != nil {
		tb.Fatalf("%v: %s", err, a.body)
	}
	return p
}

// encode gives bytes as they are and everything else as JSON.
func encode(tb testing.TB, v any) []byte {
	tb.Helper()
	if b, ok := v.([]byte); ok {
		return b
	}
	b, err := json.Marshal(v)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}
