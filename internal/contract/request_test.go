package contract_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

func shop(tb testing.TB) *contract.API {
	tb.Helper()
	api, findings := contract.Load(os.DirFS("testdata"), "shop.yaml")
	if api == nil || len(findings) > 0 {
		tb.Fatal(report(findings))
	}
	return api
}

func TestRefusalsAreToldApart(t *testing.T) {
	api := shop(t)
	const key = "X-Api-Key"
	jsonPost := func(body string, headers ...string) *http.Request {
		return post("/items", "application/json", body, append([]string{key, "k"}, headers...)...)
	}
	listed := func(query string) *http.Request { return get("/items"+query, key, "k", "Cookie", "session=abc") }
	cases := []struct {
		name    string
		request *http.Request
		code    string // "" for a request that is taken
		want    string // detail, or violations where there are some
	}{
		{"no credentials", get("/items"), problem.CredentialsMissing, "This operation needs the header x-api-key, or the header Authorization: Bearer <token>."},
		{"empty credential", get("/items", key, ""), problem.CredentialsMissing, "This operation needs the header x-api-key, or the header Authorization: Bearer <token>."},
		{"malformed authorization", get("/items", "Authorization", "Token x"), problem.CredentialsMissing,
			"This operation needs the header x-api-key, or the header Authorization: Bearer <token>. The Authorization header that was sent has another form."},
		{"bearer without token", get("/items", "Authorization", "Bearer "), problem.CredentialsMissing,
			"This operation needs the header x-api-key, or the header Authorization: Bearer <token>. The Authorization header that was sent has another form."},
		{"half of what is needed", get("/both", key, "k"), problem.CredentialsMissing,
			"This operation needs the header x-api-key and the header Authorization: Basic <user and password in base64>."},
		{"credentials before everything else", post("/items", "text/html", "<"), problem.CredentialsMissing, "This operation needs the header x-api-key, or the header Authorization: Bearer <token>."},
		{"none needed", get("/open"), "", ""},
		{"optional", get("/optional"), "", ""},
		{"wrong media type", post("/items", "application/xml", "<a/>", key, "k"), problem.UnsupportedMediaType,
			"The media type application/xml is not supported. Supported: application/json, application/vnd.shop+json, text/*, application/octet-stream."},
		{"no media type", post("/items", "", "{}", key, "k"), problem.UnsupportedMediaType,
			"The header Content-Type is missing. Supported: application/json, application/vnd.shop+json, text/*, application/octet-stream."},
		{"charset", jsonPost("{}", "Content-Type", "x"), problem.SchemaViolation, "/name: is required"},
		{"other charset", post("/items", "application/json; charset=utf-16", "{}", key, "k"), problem.UnsupportedMediaType,
			"The body's charset is not supported; use UTF-8. Supported: application/json, application/vnd.shop+json, text/*, application/octet-stream."},
		{"same charset", post("/items", `application/JSON; charset="UTF-8"`, `{"name":"n"}`, key, "k"), "", ""},
		{"encoding", jsonPost("{}", "Content-Encoding", "gzip"), problem.UnsupportedMediaType,
			"The body's Content-Encoding is not supported; send it as it is. Supported: application/json, application/vnd.shop+json, text/*, application/octet-stream."},
		{"media type before the Accept header", post("/items", "a/b", "{}", key, "k", "Accept", "c/d"), problem.UnsupportedMediaType,
			"The media type a/b is not supported. Supported: application/json, application/vnd.shop+json, text/*, application/octet-stream."},
		{"not acceptable", jsonPost("[", "Accept", "text/html"), problem.NotAcceptable, "None of the media types in the Accept header can be answered. Available: application/json."},
		{"too large", jsonPost(strings.Repeat(" ", 1<<20+1)), problem.BodyTooLarge, "The body is larger than 1048576 bytes."},
		{"repeated member", jsonPost(`{"name":"a","name":"b"}`), problem.MalformedBody, "/name: the body repeats the member /name"},
		{"trailing data", jsonPost(`{"name":"a"} x`), problem.MalformedBody, ": the body goes on after its value, at byte 14"},
		{"not UTF-8", jsonPost("{\"name\":\"\xff\"}"), problem.MalformedBody, "/name: the body is not UTF-8 at byte 10"},
		{"cut off", jsonPost(`{"name":`), problem.MalformedBody, "/name: the body ends before its value is complete"},
		{"too deep", jsonPost(strings.Repeat("[", 65) + strings.Repeat("]", 65)), problem.MalformedBody, shortPath(63) + ": the body is nested deeper than 64 levels"},
		{"blank", jsonPost(" "), problem.MalformedBody, ": the body is empty"},
		{"no body", post("/items", "application/json", "", key, "k"), problem.SchemaViolation, ": a body is required"},
		{"unasked body", post("/items/1", "", "x", key, "k"), "", ""}, // replaced by a DELETE below
		{"unknown and required", jsonPost(`{"nmae":1}`), problem.SchemaViolation, "/name: is required\n/nmae: is not a known member; did you mean \"name\"?"},
		{"vendor JSON", post("/items", "application/vnd.shop+json", "[]", key, "k"), problem.SchemaViolation, ": must be an object, is a list"},
		{"text", post("/items", "text/plain", "123456", key, "k"), problem.SchemaViolation, ": must be at most 5 characters, has 6"},
		{"text not UTF-8", post("/items", "text/plain", "\xff", key, "k"), problem.MalformedBody, ": The body is not UTF-8."},
		{"bytes", post("/items", "application/octet-stream", "\xff\x00", key, "k"), "", ""},
		{"unknown query", listed("?limit=5&limti=6&q=1"), problem.SchemaViolation,
			"limti: is not a known parameter; known are limit, sort, tags, flag, secret; did you mean \"limit\"?\nq: is not a known parameter; known are limit, sort, tags, flag, secret"},
		{"no query known", get("/open?x=1"), problem.SchemaViolation, "x: is not a known parameter; this operation takes no query parameters"},
		{"repeated", listed("?limit=5&limit=6"), problem.SchemaViolation, "limit: is given more than once"},
		{"empty", listed("?limit=&sort"), problem.SchemaViolation, "limit: must not be empty\nsort: must not be empty"},
		{"empty where allowed", listed("?flag"), "", ""},
		{"bad escape", listed("?sort=%zz"), problem.SchemaViolation, "sort: has a % that does not begin an escape; write %25"},
		{"query not UTF-8", listed("?tags=%ff"), problem.SchemaViolation, "tags: is not UTF-8"},
		{"value is shown", listed("?limit=ten"), problem.SchemaViolation, "limit: must be an integer, is \"ten\""},
		{"sensitive value is not", listed("?secret=ten"), problem.SchemaViolation, "secret: must be an integer"},
		{"everything together", get("/items?limit=0&sort=x&tags=1&tags=2&tags=3&tags=4", key, "k", "X-Trace", "1"), problem.SchemaViolation,
			"limit: must be at least 1\nsort: must be one of \"name\", \"price\"\ntags: must have at most 3 items, has 4\nx-trace: must be a UUID such as 123e4567-e89b-12d3-a456-426614174000\nsession: is required"},
		{"header twice", get("/items", key, "k", "X-Trace", "a", "X-Trace", "b", "Cookie", "session=abc"), problem.SchemaViolation, "x-trace: is given more than once"},
		{"path", get("/items/seven", key, "k"), problem.SchemaViolation, "id: must be an integer, is \"seven\""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.name == "unasked body" {
				c.request.Method, c.code, c.want = "DELETE", problem.SchemaViolation, ": this operation takes no body"
			}
			_, refusal := send(t, api, c.request)
			if refusal == nil {
				if c.code != "" {
					t.Fatalf("taken, want %s", c.code)
				}
				return
			}
			got := refusal.Detail
			if len(refusal.Violations) > 0 {
				got = lines(refusal.Violations)
			}
			if refusal.Code != c.code || got != c.want {
				t.Errorf("got %s\n%s\nwant %s\n%s", refusal.Code, got, c.code, c.want)
			}
			if _, known := problem.Lookup(refusal.Code); !known {
				t.Errorf("%s is not in the catalogue", refusal.Code)
			}
		})
	}
}

func shortPath(n int) string { return strings.Repeat("/0", n) }

func TestMissingCredentialsComeWithTheirChallenges(t *testing.T) {
	api := shop(t)
	_, refusal := send(t, api, get("/items"))
	if want := []string{`Bearer realm="shop", scope="read"`}; !reflect.DeepEqual(refusal.Schemes, want) {
		t.Errorf("challenges %q, want %q", refusal.Schemes, want)
	}
	_, refusal = send(t, api, get("/both"))
	if want := []string{`Basic realm="shop", charset="UTF-8"`}; !reflect.DeepEqual(refusal.Schemes, want) {
		t.Errorf("challenges %q, want %q", refusal.Schemes, want)
	}
}

func TestValuesAreDecodedByTheirSchemas(t *testing.T) {
	api := shop(t)
	req, refusal := send(t, api, get("/items?limit=7&tags=a%2Cb&tags=c+d", "Authorization", "bearer abc.def", "X-Trace", "123e4567-e89b-12d3-a456-426614174000", "Cookie", "session=abc; other=1"))
	if refusal != nil {
		t.Fatalf("%+v", refusal)
	}
	if want := (map[string]any{"limit": 7, "tags": []any{"a,b", "c d"}}); !reflect.DeepEqual(req.Query, want) {
		t.Errorf("query %#v", req.Query)
	}
	if want := (map[string]any{"x-trace": "123e4567-e89b-12d3-a456-426614174000", "authorization": "bearer abc.def"}); !reflect.DeepEqual(req.Header, want) {
		t.Errorf("header %#v", req.Header)
	}
	if want := (map[string]any{"session": "abc"}); !reflect.DeepEqual(req.Cookie, want) {
		t.Errorf("cookie %#v", req.Cookie)
	}
	if req.Bearer != "abc.def" || req.HasBody || req.Operation.ID != "listItems" {
		t.Errorf("%+v", req)
	}
	req, refusal = send(t, api, get("/both", "X-Api-Key", "k", "Authorization", "Basic dTpwOnc="))
	if refusal != nil || req.BasicUser != "u" || req.BasicPassword != "p:w" || !req.HasBasic {
		t.Errorf("%+v %+v", req, refusal)
	}
	req, refusal = send(t, api, get("/items/12", "X-Api-Key", "k"))
	if refusal != nil || req.Path["id"] != 12 {
		t.Errorf("%+v %+v", req, refusal)
	}
	req, refusal = send(t, api, post("/items", "application/json", `{"name":"n","count":3}`, "X-Api-Key", "k"))
	if refusal != nil || !req.HasBody || string(req.RawBody) != `{"name":"n","count":3}` || req.ContentType != "application/json" ||
		!reflect.DeepEqual(req.Body, map[string]any{"name": "n", "count": 3}) {
		t.Errorf("%+v %+v", req, refusal)
	}
}

// brokenBody ends with an error instead of EOF, as a client does that breaks off.
type brokenBody struct {
	io.Reader
	err error
}

func (b brokenBody) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		err = b.err
	}
	return n, err
}

func (brokenBody) Close() error { return nil }

func TestBodiesAreBoundedAndReadToTheirEnd(t *testing.T) {
	api := shop(t)
	op := api.Operation("createItem")
	request := func(length int64, body io.ReadCloser) *http.Request {
		r := post("/items", "application/json", "x", "X-Api-Key", "k")
		r.Body, r.ContentLength = body, length
		return r
	}
	refusal := func(r *http.Request, l contract.Limits) string {
		_, refusal := op.Check(r, noPath, l)
		if refusal == nil {
			return ""
		}
		return refusal.Code
	}
	good := `{"name":"n"}`
	closer := func(text string) io.ReadCloser { return io.NopCloser(strings.NewReader(text)) }
	if got := refusal(request(-1, closer(good)), contract.Limits{}); got != "" {
		t.Errorf("chunked: %s", got)
	}
	if got := refusal(request(-1, closer(good)), contract.Limits{Body: 11}); got != problem.BodyTooLarge {
		t.Errorf("chunked over the limit: %s", got)
	}
	if got := refusal(request(12, closer(good)), contract.Limits{Body: 12}); got != "" {
		t.Errorf("at the limit: %s", got)
	}
	unread := &bytes.Buffer{}
	unread.WriteString(good)
	if got := refusal(request(12, io.NopCloser(unread)), contract.Limits{Body: 11}); got != problem.BodyTooLarge || unread.Len() != 12 {
		t.Errorf("announced over the limit: %s, %d bytes left", got, unread.Len())
	}
	if got := refusal(request(20, closer(good)), contract.Limits{}); got != problem.MalformedBody {
		t.Errorf("shorter than announced: %s", got)
	}
	if got := refusal(request(-1, brokenBody{strings.NewReader("{"), errors.New("reset")}), contract.Limits{}); got != problem.MalformedBody {
		t.Errorf("broken off: %s", got)
	}
	if got := refusal(request(-1, brokenBody{strings.NewReader("{"), &http.MaxBytesError{Limit: 1}}), contract.Limits{}); got != problem.BodyTooLarge {
		t.Errorf("cut by the server: %s", got)
	}
	if got := refusal(request(-1, closer("")), contract.Limits{}); got != problem.SchemaViolation {
		t.Errorf("chunked and empty: %s", got)
	}
}

func TestAcceptIsNegotiated(t *testing.T) {
	api := shop(t)
	cases := map[string]bool{
		"": true, "*/*": true, "application/json": true, "APPLICATION/JSON": true, "application/*": true, "text/csv;q=0.1, application/xml": true, "*": true,
		"application/json;q=0": false, "application/json;q=0, */*": true, "application/json;q=0, text/csv;q=0, */*": false,
		"text/html": false, "application/problem+json": false, "text/html, */*;q=0.8": true, "application/*;q=0, text/*": true, " ,": true,
	}
	for accept, ok := range cases {
		r := get("/open")
		if accept != "" {
			r.Header.Set("Accept", accept)
		}
		_, refusal := send(t, api, r)
		if (refusal == nil) != ok {
			t.Errorf("%q: %+v", accept, refusal)
		}
		if refusal != nil && (refusal.Code != problem.NotAcceptable || !reflect.DeepEqual(refusal.Supported, []string{"application/json", "text/csv"})) {
			t.Errorf("%q: %+v", accept, refusal)
		}
	}
	req, _ := send(t, api, get("/open", "Accept", "text/csv, application/json;q=0"))
	if !req.Accepts("text/csv; charset=utf-8") || req.Accepts("application/json") {
		t.Error("Accepts does not follow the header")
	}
}
