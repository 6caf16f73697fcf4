package trial_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// sent runs one step and gives the request that it made.
func sent(t *testing.T, step string) (*http.Request, string) {
	t.Helper()
	var got *http.Request
	var body []byte
	report := runOne(t, "test: a\ncases:\n  - name: a\n    steps:\n      - {"+step+"}\n", func(w http.ResponseWriter, r *http.Request) {
		got = r
		body, _ = io.ReadAll(r.Body)
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, "{}")
	})
	if found := messages(t, report); len(found) > 0 {
		t.Fatal(found)
	}
	return got, string(body)
}

func TestParametersAreWrittenInTheirStyles(t *testing.T) {
	for step, want := range map[string]string{
		`call: tell, query: {list: [a, "b,c", d e]}`:                                             "/free/any?list=a,b%2Cc,d+e",
		`call: tell, query: {many: [a, b]}`:                                                      "/free/any?many=a&many=b",
		`call: tell, query: {pipes: [a, b]}`:                                                     "/free/any?pipes=a%7Cb",
		`call: tell, query: {deep: {x: 1, y: [a, b]}}`:                                           "/free/any?deep[x]=1&deep[y]=a&deep[y]=b",
		`call: tell, query: {list: null}`:                                                        "/free/any",
		`call: tell, query: {other: "${omit}", many: "${[1, 2]}"}, expect: {status: [200, 4XX]}`: "/free/any?many=1&many=2",
		`call: reach, path: {id: "a/b c", ids: [x, y], m: ["1", "2"]}`:                           "/free/at/a%2Fb%20c/.x.y/x;m=1,2?k=test",
		`call: tell, url: "https://bank.example/free/any?list=a&many=b"`:                         "/free/any?list=a&many=b",
		`call: reach, url: "${'/free/at/a%2Fb%20c/.x.y/x;m=1,2'}"`:                               "/free/at/a%2Fb%20c/.x.y/x;m=1,2?k=test",
		`call: reach, url: "/free/at/a/.x/x;m=1?k=mine&other=1", expect: {status: [200, 4XX]}`:   "/free/at/a/.x/x;m=1?k=mine&other=1&k=test",
	} {
		r, _ := sent(t, step)
		if got := r.RequestURI; got != want {
			t.Errorf("%s\ngot  %s\nwant %s", step, got, want)
		}
	}
}

func TestHeadersAndCookiesAreSent(t *testing.T) {
	r, _ := sent(t, `call: tell, header: {X-Note: "a ${1 + 1}", Prefer: "code=200"}, cookie: {crumb: "a b"}, key: partner-b`)
	for name, want := range map[string]string{"X-Note": "a 2", "Prefer": "code=200", "Cookie": "crumb=a+b", "X-Sandbox": "partner-b", "X-Request-Id": "test-1", "X-Api-Key": ""} {
		if got := r.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestCredentialsAreAddedAsTheDocumentDemands(t *testing.T) {
	const reach = `call: reach, path: {id: a, ids: [x], m: ["1"]}`
	for more, want := range map[string]struct{ query, cookie, authorization string }{
		"":                                      {"k=test", "ck=test", ""},
		", key: a-b":                            {"k=a-b", "ck=a-b", ""},
		`, header: {Authorization: "Bearer x"}`: {"", "", "Bearer x"},
		", query: {k: mine}":                    {"k=mine", "ck=test", ""},
		", cookie: {ck: null}":                  {"k=test", "", ""},
	} {
		expect := ""
		if strings.Contains(more, "k: mine") {
			expect = ", expect: {status: [200, 4XX]}"
		}
		r, _ := sent(t, reach+more+expect)
		if r.URL.RawQuery != want.query || r.Header.Get("Cookie") != want.cookie || r.Header.Get("Authorization") != want.authorization {
			t.Errorf("%q sends query %q, cookie %q, authorization %q; want %v", more, r.URL.RawQuery, r.Header.Get("Cookie"), r.Header.Get("Authorization"), want)
		}
	}
}

func TestBodiesAreWrittenByTheirMediaType(t *testing.T) {
	for step, want := range map[string]struct{ contentType, body string }{
		`call: tell, body: {b: 1, a: "${now}", c: "${omit}"}`:                              {"application/json", `{"a":"2026-01-15T04:30:00Z","b":1}`},
		`call: tell, body: {b: [x, "y z"], a: 1}, type: application/x-www-form-urlencoded`: {"application/x-www-form-urlencoded", "a=1&b=x&b=y+z"},
		`call: tell, body: "plain ${1}", type: text/plain`:                                 {"text/plain", "plain 1"},
		`call: tell, raw: '{"a": ', expect: {status: [200, 400]}`:                          {"application/json", `{"a": `},
		`call: tell, raw: "a,b", type: text/csv, expect: {status: [200, 415]}`:             {"text/csv", "a,b"},
		`call: tell`: {"", ""},
	} {
		r, body := sent(t, step)
		if got := r.Header.Get("Content-Type"); got != want.contentType || body != want.body {
			t.Errorf("%s\nsends %q as %s, want %q as %s", step, body, got, want.body, want.contentType)
		}
	}
	r, body := sent(t, `call: tell, type: multipart/form-data, body: {note: hi, meta: {a: 1}, file: {filename: a.txt, content: some, type: text/plain}}`)
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data; boundary=") {
		t.Errorf("the content type is %s", r.Header.Get("Content-Type"))
	}
	for _, part := range []string{"name=\"note\"\r\n\r\nhi\r\n", "name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n", "name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nsome\r\n"} {
		if !strings.Contains(body, part) {
			t.Errorf("the body has no part %q:\n%s", part, body)
		}
	}
}
