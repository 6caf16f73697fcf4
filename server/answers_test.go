package server_test

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/server"
)

func TestAPlayedAnswerNamesItsRule(t *testing.T) {
	w := shipped(t).verify(`{"vpa":"john@okhdfc"}`)
	if w.Code != 200 || w.Body.String() != `{"status":"success"}` {
		t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	for name, want := range map[string]string{
		"Content-Type": "application/json", "Content-Length": strconv.Itoa(w.Body.Len()), "X-Content-Type-Options": "nosniff",
		"X-Sandbox-Scenario": "verifications",
	} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if w.Header().Get("X-Sandbox-Rule") == "" {
		t.Error("the rule is not named")
	}
}

func TestASaneRequestIDIsKeptAndAnotherReplaced(t *testing.T) {
	b := shipped(t)
	own := regexp.MustCompile(`^[0-9a-f]{16}-[0-9a-f]{10}$`)
	seen := map[string]bool{}
	for given, kept := range map[string]bool{
		"0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b64": true, "A.b_c-9": true, "x": true, strings.Repeat("a", 128): true,
		"": false, "two words": false, "<script>": false, strings.Repeat("a", 129): false, "é": false,
	} {
		for _, target := range []string{fields, vpa, "/nothing", "/healthz", "/docs"} {
			got := b.get(target, "X-Request-Id", given).Header()["X-Request-Id"]
			switch {
			case len(got) != 1:
				t.Errorf("%s answers with the ids %q", target, got)
			case kept && got[0] != given:
				t.Errorf("%s answers %q with %q", target, given, got)
			case !kept && (!own.MatchString(got[0]) || seen[got[0]]):
				t.Errorf("%s answers %q with %q, which is not a new id", target, given, got)
			}
			seen[got[0]] = true
		}
	}
}

func TestConcurrentCallsKeepApart(t *testing.T) {
	b := newSandbox(t, yaml(`
rules:
  getLocale:
    - {name: echo, respond: {header: {X-Echo: "${request.id}"}, body: {id: "${request.id}", app: '${caller.app ?? ""}'}}}
`))
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			for j := range 20 {
				id := strconv.Itoa(i) + "-" + strconv.Itoa(j)
				w := b.get(locales, "X-Request-Id", id, "X-Api-Key", "app-"+id)
				want := `{"app":"app-` + id + `","id":"` + id + `"}`
				if !sameJSON(t, w.Body.String(), want) || w.Header().Get("X-Request-Id") != id || w.Header().Get("X-Echo") != id {
					t.Errorf("request %s is answered with %v %s", id, w.Header(), w.Body)
				}
			}
		})
	}
	all.Wait()
}

func sameJSON(t *testing.T, a, b string) bool {
	t.Helper()
	var x, y map[string]any
	for text, to := range map[string]*map[string]any{a: &x, b: &y} {
		if err := json.Unmarshal([]byte(text), to); err != nil {
			t.Errorf("%q: %v", text, err)
			return false
		}
	}
	if len(x) != len(y) {
		return false
	}
	for k, v := range x {
		if y[k] != v {
			return false
		}
	}
	return true
}

func TestScenariosSeeTheRequestAndTheCaller(t *testing.T) {
	folder := yaml(`
rules:
  getLocale:
    - name: echo
      respond:
        body:
          url: "${request.url}"
          base: "${request.base}"
          app: '${caller.app ?? ""}'
          subject: '${caller.subject ?? ""}'
          scopes: '${join(caller.scopes, "+")}'
`)
	direct := newSandbox(t, folder)
	proxied := newSandbox(t, folder, func(o *server.Options) { o.BehindProxy = true })
	signed := func(b *sandbox) string {
		made, err := b.keys.SignToken(map[string]any{"sub": "ZKFWiEyTKTkT", "scope": "customers deposits"}, bank.Duration{Time: time.Hour}, start)
		if err != nil {
			t.Fatal(err)
		}
		return "bearer " + made
	}
	forwarded := []string{"X-Forwarded-Proto", "https, http", "X-Forwarded-Host", "bank.example"}
	for name, c := range map[string]struct {
		w                     *httptest.ResponseRecorder
		origin, subject, more string
	}{
		"directly":                    {direct.get("http://h:81" + locales), "http://h:81", "", ""},
		"with a token of ours":        {direct.get("http://h:81"+locales, "Authorization", signed(direct)), "http://h:81", "ZKFWiEyTKTkT", "customers+deposits"},
		"with another program's":      {direct.get("http://h:81"+locales, "Authorization", signed(proxied)), "http://h:81", "", ""},
		"over TLS":                    {direct.get("https://h:81" + locales), "https://h:81", "", ""},
		"with a proxy's word":         {direct.get("http://h:81"+locales, forwarded...), "http://h:81", "", ""},
		"behind a proxy":              {proxied.get("http://h:81"+locales, forwarded...), "https://bank.example", "", ""},
		"behind a proxy that is mute": {proxied.get("http://h:81" + locales), "http://h:81", "", ""},
		"behind a proxy that lies": {proxied.get("http://h:81"+locales, "X-Forwarded-Proto", "javascript", "X-Forwarded-Host", "a/b"),
			"http://h:81", "", ""},
	} {
		want, err := json.Marshal(map[string]string{
			"url": c.origin + locales, "base": c.origin + "/deposits/v1", "app": "demo", "subject": c.subject, "scopes": c.more,
		})
		if err != nil {
			t.Fatal(err)
		}
		if !sameJSON(t, c.w.Body.String(), string(want)) {
			t.Errorf("%s: %s, want %s", name, c.w.Body, want)
		}
	}
}

func TestAnExpiredTokenOfOursIsRefused(t *testing.T) {
	b := shipped(t)
	signed, err := b.keys.SignToken(map[string]any{"sub": "ZKFWiEyTKTkT"}, bank.Duration{Time: time.Hour}, start)
	if err != nil {
		t.Fatal(err)
	}
	body := `{"vpa":"john@okhdfc"}`
	b.set(start.Add(time.Hour - time.Second))
	if w := b.verify(body, "Authorization", "Bearer "+signed); w.Code != 200 {
		t.Fatalf("before it expires: status %d with %s", w.Code, w.Body)
	}
	b.set(start.Add(time.Hour))
	w := b.verify(body, "Authorization", "Bearer "+signed)
	problemOf(t, w, 401, "UNAUTHORIZED")
	if got := w.Header().Get("Www-Authenticate"); !strings.Contains(got, "invalid_token") {
		t.Errorf("WWW-Authenticate is %q", got)
	}
	if strings.Contains(w.Body.String(), signed) {
		t.Error("the token is echoed")
	}
}

func TestARuleSetsStatusHeadersAndProblems(t *testing.T) {
	b := newSandbox(t, yaml(`
problems:
  PSP_TIMEOUT: {status: 504, title: The customer's bank did not answer, handling: Try again in a minute}
rules:
  verifyMyVpa:
    - name: the bank sleeps
      match: {body: {vpa: {$prefix: "timeout@"}}}
      respond: {problem: PSP_TIMEOUT, detail: "${body.vpa} took too long", errors: [{pointer: /vpa, message: sleeps}], header: {Retry-After: "60"}}
    - {name: busy, match: {body: {vpa: {$prefix: "busy@"}}}, respond: {problem: SERVICE_UNAVAILABLE}}
    - name: fine
      respond: {header: {x-note: "for ${body.vpa}"}, body: {status: success}}
`))
	w := b.verify(`{"vpa":"timeout@ybl"}`)
	p := problemOf(t, w, 504, "PSP_TIMEOUT")
	if p.Title != "The customer's bank did not answer" || p.Detail != "timeout@ybl took too long" || p.Instance != vpa ||
		len(p.Errors) != 1 || p.Errors[0].Pointer != "/vpa" || w.Header().Get("Retry-After") != "60" || w.Header().Get("X-Sandbox-Rule") != "the bank sleeps" {
		t.Errorf("%v %s", w.Header(), w.Body)
	}
	if w := b.verify(`{"vpa":"a.b@ybl"}`); w.Header().Get("X-Note") != "for a.b@ybl" {
		t.Errorf("%v %s", w.Header(), w.Body)
	}
	w = b.verify(`{"vpa":"busy@ybl"}`)
	problemOf(t, w, 503, "SERVICE_UNAVAILABLE")
	if got := w.Header().Get("Retry-After"); got != "1" {
		t.Errorf("Retry-After is %q where the rule says nothing", got)
	}
	if b.log.String() != "" {
		t.Errorf("an answer that a scenario asked for is logged: %s", b.log)
	}
}

func TestAFullSandboxRefusesWhatWouldAddToIt(t *testing.T) {
	b := newSandbox(t, yaml(`
tables:
  notes: {key: [id], writable: true, columns: {id: string, text: string}}
rules:
  verifyMyVpa:
    - name: keeps much
      do: [{insert: {notes: {id: "${request.id}", text: `+strings.Repeat("x", 250<<10)+`}}}]
      respond: {body: {status: success}}
  listFields:
    - name: still answers
      respond: {body: {}}
`))
	for calls := 1; ; calls++ {
		w := b.verify(`{"vpa":"a.b@ybl"}`)
		if w.Code == 200 && calls < 100 {
			continue
		}
		p := problemOf(t, w, 422, "SANDBOX_FULL")
		if calls < 4 || !strings.Contains(p.Detail, "reset it or delete rows") {
			t.Errorf("call %d: %s", calls, p.Detail)
		}
		break
	}
	if w := b.get("/deposits/v1/fields"); w.Code != 200 {
		t.Errorf("what adds nothing is answered with %d", w.Code)
	}
	if b.log.String() != "" {
		t.Errorf("a full sandbox is logged as a failure of ours: %s", b.log)
	}
}

func TestARuleThatFailsIsNamed(t *testing.T) {
	b := newSandbox(t, yaml(`
rules:
  getLocale:
    - name: divides by zero
      match: {query: {locale: en}}
      let: {zero: 'len(request.id) - len(request.id)'}
      respond: {body: {n: "${string(1 / zero)}"}}
    - name: breaks the header
      respond: {header: {X-Note: '${join(["a", "b"], "\n")}'}, body: {}}
  listStates:
    - name: breaks the contract
      respond: {body: {country: "${lower(query.country)}", facility: branch, states: []}}
`))
	w := b.get(locales)
	p := problemOf(t, w, 500, "SCENARIO_ERROR")
	if got := w.Header().Get("X-Sandbox-Rule"); got != "divides by zero" {
		t.Errorf("the header names the rule %q", got)
	}
	if !strings.Contains(p.Detail, `"divides by zero" of scenario test`) || !regexp.MustCompile(`deposits/test\.yaml:11:39`).MatchString(p.Detail) {
		t.Errorf("detail is %s", p.Detail)
	}
	p = problemOf(t, b.get("/deposits/v1/i18n/locales?locale=hi"), 500, "SCENARIO_ERROR")
	if !strings.Contains(p.Detail, `"breaks the header"`) || !strings.Contains(p.Detail, "X-Note") {
		t.Errorf("detail is %s", p.Detail)
	}
	p = problemOf(t, b.get("/deposits/v1/locations/states?country=IN&facility=branch"), 500, "RESPONSE_OFF_CONTRACT")
	if !strings.Contains(p.Detail, `"breaks the contract"`) || !strings.Contains(p.Detail, "/country") {
		t.Errorf("detail is %s", p.Detail)
	}
	if got := strings.Count(b.log.String(), "level=ERROR"); got != 3 {
		t.Errorf("%d of 3 failures are logged: %s", got, b.log)
	}
}

func TestWhenNoRuleMatchesTheNearestAreNamed(t *testing.T) {
	b := newSandbox(t, yaml(`
rules:
  verifyMyVpa:
    - {name: far, match: {body: {vpa: far@ybl}}, respond: {body: {status: success}}}
    - {name: near, match: {body: {vpa: {$prefix: "oth"}}}, when: 'body.vpa == "near@ybl"', respond: {body: {status: success}}}
`))
	p := problemOf(t, b.verify(`{"vpa":"other@ybl"}`), 501, "NO_RULE_MATCHED")
	near, far := strings.Index(p.Detail, `"near" of scenario test`), strings.Index(p.Detail, `"far" of scenario test`)
	if near < 0 || far < near || !strings.Contains(p.Detail, "near@ybl") {
		t.Errorf("detail is %s", p.Detail)
	}
	w := b.get(fields)
	if w.Code != 200 || w.Header().Get("X-Sandbox-Rule") != "" || !strings.Contains(w.Body.String(), `"mobile"`) {
		t.Errorf("an operation without rules is answered with %d %v %s", w.Code, w.Header(), w.Body)
	}
}

func TestChanceFollowsTheSeed(t *testing.T) {
	folder := yaml(`
rules:
  getLocale:
    - {name: draw, respond: {body: {n: "${uuid()}"}}}
`)
	draw := func(seed uint64) (out []string) {
		b := newSandbox(t, folder, func(o *server.Options) { o.Seed = seed })
		for range 3 {
			out = append(out, b.get(locales).Body.String())
		}
		return out
	}
	first, again, other := draw(1), draw(1), draw(2)
	for i := range first {
		if first[i] != again[i] || first[i] == other[i] || i > 0 && first[i] == first[0] {
			t.Errorf("draws are %v, %v with the same seed, and %v with another", first, again, other)
		}
	}
}

func TestViolationsAreReportedTogether(t *testing.T) {
	w := shipped(t).verify(`{"vpa":"john","upi":"x"}`)
	p := problemOf(t, w, 400, "SCHEMA_VIOLATION")
	if len(p.Errors) != 2 || p.Errors[0].Pointer != "/upi" || p.Errors[1].Pointer != "/vpa" || p.Instance != vpa {
		t.Errorf("%s", w.Body)
	}
	if w.Header().Get("X-Sandbox-Rule") != "" {
		t.Error("a refused request names a rule")
	}
}

func TestWhatIsNotDeclaredIsRefused(t *testing.T) {
	b := shipped(t)
	problemOf(t, b.get("/"), 404, "NOT_FOUND")
	problemOf(t, b.get("/deposits/v1"), 404, "NOT_FOUND")
	problemOf(t, b.get(fields+"/"), 404, "NOT_FOUND")
	problemOf(t, b.get("/deposits/v1//fields"), 404, "NOT_FOUND")
	problemOf(t, b.get("/deposits/v1/no%2Fthing?a=b"), 404, "NOT_FOUND")
	for _, method := range []string{http.MethodHead, http.MethodPut, http.MethodDelete, "BREW"} {
		w := b.do(request(method, fields, ""))
		problemOf(t, w, 405, "METHOD_NOT_ALLOWED")
		if got := w.Header().Get("Allow"); got != "GET" {
			t.Errorf("%s: Allow is %q", method, got)
		}
	}
	problemOf(t, b.do(request(http.MethodOptions, "/nothing", "")), 404, "NOT_FOUND")
	if w := b.do(request(http.MethodOptions, fields, "")); w.Code != 204 || w.Header().Get("Allow") != "GET, OPTIONS" || w.Body.Len() > 0 {
		t.Errorf("OPTIONS is answered with %d %v %s", w.Code, w.Header(), w.Body)
	}
}

func TestRefusalsSayWhatWouldDo(t *testing.T) {
	b := shipped(t)
	w := b.verify(`{"vpa":"john@okhdfc"}`, "Content-Type", "text/csv")
	problemOf(t, w, 415, "UNSUPPORTED_MEDIA_TYPE")
	if got := w.Header().Get("Accept"); got != "application/json" {
		t.Errorf("Accept is %q", got)
	}
	problemOf(t, b.get(fields, "Accept", "text/csv"), 406, "NOT_ACCEPTABLE")
	problemOf(t, b.verify(`{"vpa":"`+strings.Repeat("a", 2<<20)+`"}`), 413, "BODY_TOO_LARGE")
	problemOf(t, b.verify(`{"vpa":`), 400, "MALFORMED_BODY")
	r := request(http.MethodPost, vpa, `{"vpa":"john@okhdfc"}`)
	r.Header.Del("Authorization")
	w = b.do(r)
	problemOf(t, w, 401, "CREDENTIALS_MISSING")
	if got := w.Header().Get("Www-Authenticate"); !strings.HasPrefix(got, "Bearer") {
		t.Errorf("WWW-Authenticate is %q", got)
	}
}

func TestProblemsAreWrittenInTheSchemaThatTheOperationDeclares(t *testing.T) {
	const declared = `      content:
        application/problem+json:
          schema: {$ref: '#/components/schemas/Problem'}
          examples:
            not-acceptable:`
	for name, c := range map[string]struct{ schema, want string }{
		"a detail alone":        {`{type: object, properties: {detail: {type: string}}, required: [detail]}`, `{"detail":"None of the media types in the Accept header can be answered. Available: application/json."}`},
		"OAuth's":               {`{type: object, properties: {error: {type: string, enum: [invalid_request, server_error]}, error_description: {type: string, maxLength: 60}}}`, `{"error":"invalid_request","error_description":"No representation fits the Accept header"}`},
		"nested":                {`{type: object, properties: {error: {type: object, properties: {code: {type: integer}, message: {type: string}}}, other: {type: string}}}`, `{"error":{"code":406,"message":"None of the media types in the Accept header can be answered. Available: application/json."}}`},
		"parts":                 {`{allOf: [{type: object, properties: {code: {type: string}}}, {type: object, properties: {status: {type: string}, errors: {type: array, maxItems: 5, items: {type: string}}}}]}`, `{"code":"NOT_ACCEPTABLE","errors":[],"status":"406"}`},
		"a member that is ours": {`{type: object, properties: {success: {type: boolean, const: false}, requestId: {type: string}}}`, `{"requestId":"me","success":false}`},
	} {
		api := document(t, declared, "      content:\n        application/json:\n          schema: "+c.schema+"\n          x-was:\n            not-acceptable:")
		b := newSandbox(t, yaml("rules: {}\n"), func(o *server.Options) { o.APIs = []*contract.API{api} })
		w := b.get(fields, "Accept", "text/csv", "X-Request-Id", "me")
		if w.Code != 406 || w.Header().Get("Content-Type") != "application/json" || w.Body.String() != c.want {
			t.Errorf("%s: %d %s %s, want %s", name, w.Code, w.Header().Get("Content-Type"), w.Body, c.want)
		}
	}
	for name, schema := range map[string]string{
		"unknown required members": `{type: object, properties: {detail: {type: string}, ticket: {type: string}}, required: [ticket]}`,
		"no object":                `{type: array, maxItems: 1, items: {type: integer}}`,
		"no known member":          `{type: object, additionalProperties: false, properties: {ticket: {type: string}}}`,
	} {
		api := document(t, declared, "      content:\n        application/json:\n          schema: "+schema+"\n          x-was:\n            not-acceptable:")
		b := newSandbox(t, yaml("rules: {}\n"), func(o *server.Options) { o.APIs = []*contract.API{api} })
		t.Run(name, func(t *testing.T) { problemOf(t, b.get(fields, "Accept", "text/csv"), 406, "NOT_ACCEPTABLE") })
	}
}

func TestAnEarlierGenerationOfTheCodeIsNoticed(t *testing.T) {
	const meta = "          schema:\n            type: boolean\n            default: false\n          examples:\n            choices:"
	api := document(t, meta, "          schema:\n            type: string\n            maxLength: 9\n          x-was:\n            choices:")
	b := newSandbox(t, yaml("rules: {}\n"), func(o *server.Options) { o.APIs = []*contract.API{api} })
	problemOf(t, b.get("/deposits/v1/choices?meta=maybe"), 500, "INTERNAL_ERROR")
	if !strings.Contains(b.log.String(), "route=/deposits/v1/choices") {
		t.Errorf("the drift is not logged: %s", b.log)
	}
	for name, pair := range map[string][]string{
		"another id":     {"operationId: listFields", "operationId: allFields"},
		"another path":   {"  /fields:\n", "  /all-fields:\n"},
		"another method": {"  /fields:\n    get:", "  /fields:\n    put:"},
	} {
		api := document(t, pair...)
		o := server.Options{APIs: []*contract.API{api}, Program: program(t, api, yaml("rules: {}\n")), Keys: b.keys, Clock: time.Now, Logger: slog.New(slog.DiscardHandler)}
		if _, err := server.New(o); err == nil || !strings.Contains(err.Error(), "generate the code again") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
