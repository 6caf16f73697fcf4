package server_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// use has Acme's application use its sandbox, so that there is something of everything in it.
func (v *victim) use() {
	v.t.Helper()
	ask := func(method, path, body string) *httptest.ResponseRecorder {
		v.t.Helper()
		w := v.keyed(v.pair.id, method, path, body, "Authorization", "Bearer "+example)
		if w.Code >= 300 {
			v.t.Fatalf("%s %s: status %d with %s", method, path, w.Code, w.Body)
		}
		return w
	}
	ask("PUT", "/sandbox/v1/selection", `{"scenarios":["victims-own"]}`)
	v.things["entry"] = ask("POST", vpa, `{"vpa":"victim@okhdfc"}`).Header().Get("X-Request-Id")
	ask("POST", "/sandbox/v1/provider-states", `{"state":"the victim has a row"}`)
	ask("PUT", "/sandbox/v1/snapshots/victims-before", "")
	ask("PATCH", "/sandbox/v1/clock", `{"advance":"PT30M"}`)
	ask("PUT", "/sandbox/v1/seed", `{"seed":"77"}`)
	ask("PUT", "/sandbox/v1/coverage", "")
	w := ask("POST", "/sandbox/v1/overrides", `{"operation":"verifyMyVpa","rule":{"name":"the victim's override","match":{"body":{"vpa":"victim2@okhdfc"}},"respond":{"problem":"SERVICE_UNAVAILABLE"}}}`)
	var made struct{ ID string }
	if err := json.Unmarshal(w.Body.Bytes(), &made); err != nil {
		v.t.Fatal(err)
	}
	v.things["override"] = made.ID
	v.marks = append(v.marks, v.things["entry"])
}

// TestNoApplicationReadsOrChangesTheSandboxOfAnother walks every operation of the control API and of the bank's: without a
// key, with one that is none, with the key of another organisation whose headers name the victim's sandbox, its
// application, its access token and its idempotency keys, and by the sessions of people who are not of its organisation.
// None is shown anything, and nothing of the victim has changed at the end.
func TestNoApplicationReadsOrChangesTheSandboxOfAnother(t *testing.T) {
	v := newVictim(newDeployment(t))
	mine, theirs := v.token(v.pair), v.token(v.zen) // before the clocks of the sandboxes differ
	v.use()
	kept := map[string]*httptest.ResponseRecorder{}
	for _, op := range bankOperations() {
		kept[op.API.Name+op.ID] = v.do(v.bankRequest(op, v.pair, mine))
	}
	before := v.dump()
	for _, op := range controlDocument().Operations {
		v.keepsOthersOffItsSandbox(op)
	}
	for _, op := range bankOperations() {
		v.answersOthersFromTheirSandbox(op, mine, theirs, kept[op.API.Name+op.ID])
	}
	unchanged(t, before, v.dump())
	for _, op := range bankOperations() {
		if op.Parameter("header", "idempotency-key") == nil {
			continue
		}
		if w := v.do(v.bankRequest(op, v.pair, mine)); w.Header().Get("Idempotency-Replayed") != "true" || w.Body.String() != kept[op.API.Name+op.ID].Body.String() {
			t.Errorf("%s: the victim's own kept answer is gone: status %d with %s", op.ID, w.Code, w.Body)
		}
	}
}

// naming are header fields with which a caller names the sandbox of the victim.
func (v *victim) naming(pairs ...string) []string {
	return append([]string{"X-Sandbox", v.shop, "X-Application", v.shop, "Last-Event-Id", "0"}, pairs...)
}

// aboutOnesOwn are the operations whose paths name what every sandbox has, or a name of the caller's own.
var aboutOnesOwn = []string{"takeSnapshot", "deleteSnapshot", "getScenarioSchema"}

// keepsOthersOffItsSandbox calls an operation of the control API as everybody else.
func (v *victim) keepsOthersOffItsSandbox(op *contract.Operation) {
	v.t.Helper()
	target, body := controlDocument().BasePath+v.controlTarget(op), exampleBody(v.t, op)
	cookie := func(who string) string { return "session=" + v.person(who).cookie.Value }
	for who, c := range map[string]struct {
		pairs  []string
		status int
		code   string
	}{
		"nobody":               {v.naming(), 401, problem.CredentialsMissing},
		"a key that is none":   {v.naming("X-Api-Key", "nobody-has-this"), 401, problem.KeyInvalid},
		"another organisation": {v.naming("Cookie", cookie(zoe)), 404, problem.NotFound},
		"a reviewer":           {v.naming("Cookie", cookie(meera)), 403, problem.NoOrganisation},
		"an admin of the bank": {v.naming("Cookie", cookie(bala)), 403, problem.NoOrganisation},
		"another site":         {v.naming("Cookie", cookie(asha), "Sec-Fetch-Site", "cross-site"), 403, problem.CrossOriginRefused},
	} {
		if who == "another site" && op.Method == http.MethodGet {
			continue // which the browser keeps from the page
		}
		r := request(op.Method, target, body, c.pairs...)
		if r.Header.Del("Authorization"); r.Header.Get("X-Api-Key") == "demo" {
			r.Header.Del("X-Api-Key")
		}
		if r.Header.Get("Cookie") == "" {
			r.Header.Del("X-Application")
		}
		w := v.do(r)
		if w.Code != c.status || codeOf(v.t, w) != c.code {
			v.t.Errorf("%s by %s: status %d with %s, want %d %s", op.ID, who, w.Code, w.Body, c.status, c.code)
		}
		v.showsNothing(who, target, body, w.Body.String())
	}
	r := request(op.Method, target, body, v.naming("X-Api-Key", v.zen.id)...)
	ended, cancel := context.WithCancel(v.t.Context())
	cancel()
	if op.ID == "tailJournal" {
		r = r.WithContext(ended) // it has no end by itself
	}
	w := v.do(r)
	foreign := strings.Contains(op.Path, "{") && !slices.Contains(aboutOnesOwn, op.ID)
	if foreign && w.Code != http.StatusNotFound || w.Code >= 500 {
		v.t.Errorf("%s by another application: status %d with %s", op.ID, w.Code, w.Body)
	}
	v.showsNothing("another application", target, body, w.Body.String())
}

// bankRequest is a request of a bank's operation as the contract takes it, with the victim's idempotency key where it can
// have one.
func (v *victim) bankRequest(op *contract.Operation, p pair, token string) *http.Request {
	v.t.Helper()
	r := validRequest(v.t, op)
	if r.Header.Set("X-Api-Key", p.id); p.hash != "" {
		r.Header.Set("Server-Hash", p.hash)
	}
	r.Header.Set("Authorization", "Bearer "+example)
	if takesAccessToken(op) {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	if op.Parameter("header", "idempotency-key") != nil {
		r.Header.Set("Idempotency-Key", "of-the-victim-"+op.API.Name+"-"+op.ID)
	}
	return r
}

func takesAccessToken(op *contract.Operation) bool {
	for _, alternative := range op.Security {
		for i := range alternative {
			if alternative[i].Type == "oauth2" {
				return true
			}
		}
	}
	return false
}

// answersOthersFromTheirSandbox calls an operation of the bank as everybody else. mine is the victim's token, theirs that
// of another organisation's application.
func (v *victim) answersOthersFromTheirSandbox(op *contract.Operation, mine, theirs string, kept *httptest.ResponseRecorder) {
	v.t.Helper()
	try := func(who string, status int, code string, change func(http.Header)) {
		v.t.Helper()
		r := v.bankRequest(op, v.zen, theirs)
		change(r.Header)
		for i, pairs := 0, v.naming(); i < len(pairs); i += 2 {
			r.Header.Set(pairs[i], pairs[i+1])
		}
		w := v.do(r)
		told := w.Header().Get("Content-Type") == "application/problem+json" // an API may have another form for its errors
		if w.Code != status || told && code != "" && codeOf(v.t, w) != code {
			v.t.Errorf("%s by %s: status %d with %s, want %d %s", op.ID, who, w.Code, w.Body, status, code)
		}
		if w.Header().Get("Idempotency-Replayed") != "" {
			v.t.Errorf("%s by %s is answered with what is kept for the victim: %s", op.ID, who, w.Body)
		}
		v.showsNothing(who, r.URL.String(), "", w.Body.String()+strings.Join(w.Header().Values("X-Sandbox-Rule"), ""))
	}
	try("another application", kept.Code, "", func(http.Header) {})
	if len(op.Security) == 0 {
		return
	}
	try("nobody", 401, problem.CredentialsMissing, func(h http.Header) { h.Del("X-Api-Key") })
	try("a person", 401, problem.CredentialsMissing, func(h http.Header) { h.Del("X-Api-Key"); h.Set("Cookie", "session="+v.person(asha).cookie.Value) })
	try("a key that is none", 401, problem.KeyInvalid, func(h http.Header) { h.Set("X-Api-Key", v.shop) })
	if takesAccessToken(op) {
		try("another key with the victim's token", 401, problem.TokenInvalid, func(h http.Header) { h.Set("Authorization", "Bearer "+mine) })
	}
}

// TestNoClientUsesWhatIsOfAnother walks every operation of the authorisation server as nobody, with the secret of another
// client, and as another client that has got hold of a token.
func TestNoClientUsesWhatIsOfAnother(t *testing.T) {
	v := newVictim(newDeployment(t))
	token := v.token(v.pair)
	form := url.Values{"grant_type": {"client_credentials"}, "token": {token}}
	for _, op := range oauthDocument().Operations {
		for who, p := range map[string]pair{"nobody": {}, "who guesses": {id: v.pair.id, secret: "a guess"}, "another client": {id: v.pair.id, secret: v.zen.secret}} {
			if op.Method == http.MethodGet {
				continue // they are public
			}
			w := v.client(op.Path, p, form)
			oauthErrorOf(t, w, http.StatusUnauthorized, "invalid_client")
			v.showsNothing(who, op.Path, form.Encode()+p.id, w.Body.String())
		}
		switch op.ID {
		case "issueToken":
			oauthErrorOf(t, v.client(op.Path, v.zen, form, "X-Api-Key", v.pair.id), http.StatusUnauthorized, "invalid_client")
		case "introspectToken":
			var told map[string]any
			w := v.client(op.Path, v.zen, form)
			if err := json.Unmarshal(w.Body.Bytes(), &told); err != nil || w.Code != 200 || told["active"] != false || len(told) != 1 {
				t.Errorf("another client is told %d with %s", w.Code, w.Body)
			}
		case "revokeToken":
			v.client(op.Path, v.zen, form)
			if w := v.findJohn(v.pair.id, token); w.Code != 200 {
				t.Errorf("another client has revoked the token: status %d with %s", w.Code, w.Body)
			}
		case "listSigningKeys", "getServerMetadata":
			r := httptest.NewRequest(op.Method, oauthDocument().BasePath+op.Path, nil)
			if w := v.do(r); w.Code != 200 || strings.Contains(w.Body.String(), `"d"`) {
				t.Errorf("%s: status %d with %s", op.ID, w.Code, w.Body)
			} else {
				v.showsNothing("nobody", op.Path, "", w.Body.String())
			}
		default:
			t.Errorf("nobody walks %s", op.ID)
		}
	}
}
