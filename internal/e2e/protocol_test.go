package e2e_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// refusal is what a request is refused with.
type refusal struct {
	status int
	code   string
	// place is that of the only violation: a pointer, or "parameter " and a name; "none" when there is none.
	place string
	// header must be there; a value must be contained.
	header, contains string
}

func (want refusal) check(t *testing.T, a answer) {
	t.Helper()
	p := a.problem(t)
	if a.status != want.status || p.Code != want.code {
		t.Errorf("status %d, want %d %s: %s", a.status, want.status, want.code, a.body)
		return
	}
	var places []string
	for _, e := range p.Errors {
		places = append(places, e.place())
	}
	if want.place != "none" && !slices.Equal(places, []string{want.place}) || want.place == "none" && len(places) > 0 {
		t.Errorf("blamed %q, want %q: %s", places, want.place, a.body)
	}
	if want.header != "" && !strings.Contains(strings.Join(a.header.Values(want.header), ", "), want.contains) ||
		want.header != "" && a.header.Get(want.header) == "" {
		t.Errorf("the header %s is %q, want %q in it", want.header, a.header.Values(want.header), want.contains)
	}
}

func TestABodyThatIsNotOneJSONTextIsRefused(t *testing.T) {
	client := newClient(t, start(t).origin)
	for _, c := range []struct {
		name, body, code, place string
	}{
		{"a member twice", `{"vpa":"john@okhdfc","vpa":"jane@okhdfc"}`, "MALFORMED_BODY", "/vpa"},
		{"a member twice, once escaped", `{"vpa":"john@okhdfc","v\u0070a":"jane@okhdfc"}`, "MALFORMED_BODY", "/vpa"},
		{"an unknown member twice", `{"x":1,"x":2,"vpa":"john@okhdfc"}`, "MALFORMED_BODY", "/x"},
		{"another text behind it", `{"vpa":"john@okhdfc"}{"vpa":"john@okhdfc"}`, "MALFORMED_BODY", ""},
		{"a bracket behind it", `{"vpa":"john@okhdfc"}]`, "MALFORMED_BODY", ""},
		{"no UTF-8 in a value", "{\"vpa\":\"john\xff@okhdfc\"}", "MALFORMED_BODY", "/vpa"},
		{"no UTF-8 in a name", "{\"vpa\xff\":\"john@okhdfc\"}", "MALFORMED_BODY", ""},
		{"half of a surrogate pair", `{"vpa":"john\ud800@okhdfc"}`, "MALFORMED_BODY", "/vpa"},
		{"a byte order mark", "\ufeff{\"vpa\":\"john@okhdfc\"}", "MALFORMED_BODY", ""},
		{"a control character", "{\"vpa\":\"john\x00@okhdfc\"}", "MALFORMED_BODY", "/vpa"},
		{"an incomplete text", `{"vpa":"john@okhdfc"`, "MALFORMED_BODY", ""},
		{"nothing but spaces", "  \n ", "MALFORMED_BODY", ""},
		{"single quotes", `{'vpa':'john@okhdfc'}`, "MALFORMED_BODY", ""},
		{"a comma too many", `{"vpa":"john@okhdfc",}`, "MALFORMED_BODY", ""},
		{"a number that is none", `{"vpa":0123}`, "MALFORMED_BODY", ""},
		{"a number of absurd size", `{"vpa":1e999999999}`, "MALFORMED_BODY", "/vpa"},
		{"nested too deep", `{"vpa":` + strings.Repeat("[", 64) + strings.Repeat("]", 64) + `}`, "MALFORMED_BODY", "/vpa" + strings.Repeat("/0", 62)},
		{"nested to no end", `{"vpa":` + strings.Repeat("[", 100_000), "MALFORMED_BODY", "/vpa" + strings.Repeat("/0", 62)},
		{"nothing", "", "SCHEMA_VIOLATION", ""},
		{"null", "null", "SCHEMA_VIOLATION", ""},
		{"a list of the right thing", `[{"vpa":"john@okhdfc"}]`, "SCHEMA_VIOLATION", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := client.send(t, call{method: "POST", path: "/my/verifications/upi-vpa", body: []byte(c.body)})
			refusal{status: 400, code: c.code, place: c.place}.check(t, a)
		})
	}
}

func TestTheHeadersOfABodyAreHeldToTheContract(t *testing.T) {
	client := newClient(t, start(t).origin)
	vpa := map[string]any{"vpa": "john@okhdfc"}
	for _, c := range []struct {
		name, header, value string
		want                refusal
	}{
		{"another media type", "Content-Type", "text/plain", refusal{415, "UNSUPPORTED_MEDIA_TYPE", "none", "Accept", "application/json"}},
		{"a form", "Content-Type", "application/x-www-form-urlencoded", refusal{415, "UNSUPPORTED_MEDIA_TYPE", "none", "Accept", "application/json"}},
		{"no media type", "Content-Type", "", refusal{415, "UNSUPPORTED_MEDIA_TYPE", "none", "Accept", "application/json"}},
		{"a malformed media type", "Content-Type", "application/json; =", refusal{415, "UNSUPPORTED_MEDIA_TYPE", "none", "", ""}},
		{"another charset", "Content-Type", "application/json; charset=iso-8859-1", refusal{415, "UNSUPPORTED_MEDIA_TYPE", "none", "", ""}},
		{"a compressed body", "Content-Encoding", "gzip", refusal{415, "UNSUPPORTED_MEDIA_TYPE", "none", "", ""}},
		{"another representation wanted", "Accept", "application/xml", refusal{406, "NOT_ACCEPTABLE", "none", "", ""}},
		{"JSON refused", "Accept", "application/json;q=0, text/html", refusal{406, "NOT_ACCEPTABLE", "none", "", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.want.check(t, client.send(t, call{method: "POST", path: "/my/verifications/upi-vpa", body: vpa, header: map[string]string{c.header: c.value}}))
		})
	}
	for _, taken := range []string{"application/json; charset=UTF-8", "Application/JSON", `application/json;charset="utf-8"`} {
		if a := client.send(t, call{method: "POST", path: "/my/verifications/upi-vpa", body: vpa, header: map[string]string{"Content-Type": taken}}); a.status != 200 {
			t.Errorf("Content-Type %q: %d %s", taken, a.status, a.body)
		}
	}
	for _, taken := range []string{"*/*", "application/*;q=0.1", "text/html, application/json;q=0.9", "application/json, application/problem+json"} {
		if a := client.send(t, call{method: "GET", path: "/fields", header: map[string]string{"Accept": taken}}); a.status != 200 {
			t.Errorf("Accept %q: %d %s", taken, a.status, a.body)
		}
	}
}

func TestABodyOverTheLimitIsRefused(t *testing.T) {
	client := newClient(t, start(t).origin)
	large := append([]byte(`{"vpa":"john@okhdfc"}`), bytes.Repeat([]byte(" "), 1<<20)...)
	fits := large[:1<<20]
	want := refusal{status: 413, code: "BODY_TOO_LARGE", place: "none"}
	k := call{method: "POST", path: "/my/verifications/upi-vpa", body: large}
	t.Run("with its length", func(t *testing.T) { want.check(t, client.send(t, k)) })
	t.Run("in chunks", func(t *testing.T) {
		r := client.request(k)
		r.ContentLength, r.Body = -1, io.NopCloser(bytes.NewReader(large))
		want.check(t, client.do(t, r))
	})
	k.body = fits
	if a := client.send(t, k); a.status != 200 {
		t.Errorf("exactly the limit: %d %s", a.status, a.body)
	}
}

func TestAWrongMethodIsAnsweredWithThoseThatArePossible(t *testing.T) {
	client := newClient(t, start(t).origin)
	for _, op := range deposits(t).Operations {
		for _, method := range []string{"GET", "POST", "PUT", "PATCH", "DELETE"} {
			if found, _, _ := op.API.Match(method, op.Path); found != nil {
				continue
			}
			a := client.send(t, call{method: method, path: op.Path})
			refusal{405, "METHOD_NOT_ALLOWED", "none", "Allow", op.Method}.check(t, a)
		}
		a := client.send(t, call{method: "OPTIONS", path: op.Path})
		if a.status != 204 || !strings.Contains(a.header.Get("Allow"), op.Method) {
			t.Errorf("OPTIONS %s: %d, Allow %q", op.Path, a.status, a.header.Get("Allow"))
		}
	}
}

func TestAnUnknownPathIsNotFound(t *testing.T) {
	client := newClient(t, start(t).origin)
	for _, path := range []string{"/nothing", "/fields/", "/fields/x", "/my", "//fields", "/Fields", "/fields%2F", "/my/../fields", "/%00", "/my/products/fd/1"} {
		t.Run(path, func(t *testing.T) {
			r := client.request(call{method: "GET", path: "/x"})
			r.URL.Opaque = strings.TrimPrefix(client.origin, "http:") + client.bank.BasePath + path // as it is, not cleaned
			refusal{404, "NOT_FOUND", "none", "", ""}.check(t, client.do(t, r))
		})
	}
}

func TestEveryOperationAsksForItsCredentials(t *testing.T) {
	client := newClient(t, start(t).origin)
	for _, op := range deposits(t).Operations {
		k := usualCall(t, op)
		for _, credential := range op.Security[0] {
			t.Run(op.ID+" without "+credential.Name, func(t *testing.T) {
				refusal{401, "CREDENTIALS_MISSING", "none", "WWW-Authenticate", ""}.check(t, client.send(t, withHeader(k, credential.Name, "")))
			})
		}
		if bearer := slices.IndexFunc(op.Security[0], func(c contract.Credential) bool { return c.HTTP == "bearer" }); bearer >= 0 {
			t.Run(op.ID+" with another scheme", func(t *testing.T) {
				a := client.send(t, withHeader(k, "Authorization", "Basic ZGVtbzpkZW1v"))
				refusal{401, "CREDENTIALS_MISSING", "none", "WWW-Authenticate", "Bearer"}.check(t, a)
			})
		}
		if a := client.send(t, k); a.status == 401 && a.problem(t).Code == "CREDENTIALS_MISSING" {
			t.Errorf("%s: with all credentials %s", op.ID, a.body)
		}
	}
}

func TestTheCallersRequestIdIsKeptIfItIsSane(t *testing.T) {
	client := newClient(t, start(t).origin)
	for given, kept := range map[string]bool{
		"0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b64": true, "a": true, strings.Repeat("x", 128): true,
		strings.Repeat("x", 129): false, "with space": false, "<script>": false, "é": false,
	} {
		a := client.send(t, call{method: "GET", path: "/nothing", header: map[string]string{"X-Request-Id": given}})
		if got := a.header.Get("X-Request-Id"); (got == given) != kept {
			t.Errorf("%q gives %q", given, got)
		}
	}
}

func TestAHeaderParameterGivenTwiceIsRefused(t *testing.T) {
	client := newClient(t, start(t).origin)
	r := client.request(usualCall(t, deposits(t).Operation("submitMyForm")))
	r.Header["Idempotency-Key"] = []string{"a", "b"}
	refusal{400, "SCHEMA_VIOLATION", "parameter idempotency-key", "", ""}.check(t, client.do(t, r))
}

func TestABodyWhereNoneIsTakenIsRefused(t *testing.T) {
	client := newClient(t, start(t).origin)
	for _, op := range deposits(t).Operations {
		if op.Body == nil {
			k := usualCall(t, op)
			k.body = map[string]any{"vpa": "john@okhdfc"}
			refusal{400, "SCHEMA_VIOLATION", "", "", ""}.check(t, client.send(t, k))
		}
	}
}
