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
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"

	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/server"
)

// form sends a form to the authorisation server with the credentials of a client; user "" sends none.
func (g *gated) form(path, user, password, form string, pairs ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/oauth/v1"+path, strings.NewReader(form))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if user != "" {
		r.SetBasicAuth(user, password)
	}
	for i := 0; i < len(pairs); i += 2 {
		r.Header.Set(pairs[i], pairs[i+1])
	}
	return g.do(r)
}

// issued is the answer of POST /token.
type issued struct {
	AccessToken string `json:"access_token"`
	TokenType   string `json:"token_type"`
	ExpiresIn   int    `json:"expires_in"`
	Scope       string `json:"scope"`
}

// issue gives an access token of a partner.
func (g *gated) issue(name, scope string) string {
	g.t.Helper()
	w := g.form("/token", name+"-key", name+"-secret", url.Values{"grant_type": {"client_credentials"}, "scope": {scope}}.Encode())
	var out issued
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != 200 {
		g.t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	return out.AccessToken
}

// oauthErrorOf reads an error of the authorisation server and holds what every one keeps.
func oauthErrorOf(t *testing.T, w *httptest.ResponseRecorder, status int, code string) string {
	t.Helper()
	var body map[string]string
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || w.Code != status || body["error"] != code || len(body) != 2 {
		t.Fatalf("status %d with %s, want %d %s; %v", w.Code, w.Body, status, code, err)
	}
	h := w.Header()
	if h.Get("Content-Type") != "application/json" || h.Get("Cache-Control") != "no-store" || h.Get("X-Request-Id") == "" {
		t.Errorf("the header is %v", h)
	}
	if strings.ContainsFunc(body["error_description"], func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }) || body["error_description"] == "" {
		t.Errorf("the description is %q", body["error_description"])
	}
	if (status == 401) != strings.HasPrefix(h.Get("WWW-Authenticate"), "Basic realm=") {
		t.Errorf("status %d with the challenge %q", status, h.Get("WWW-Authenticate"))
	}
	return body["error_description"]
}

func TestATokenIsIssuedForTheScopesAskedForOrForAll(t *testing.T) {
	g := newGated(t)
	for name, form := range map[string]string{
		"one scope": "grant_type=client_credentials&scope=customers", "all of them": "grant_type=client_credentials",
		"a scope without a value": "grant_type=client_credentials&scope=", "a parameter that is not known": "grant_type=client_credentials&audience=x",
		"the client named again": "grant_type=client_credentials&client_id=shop-key", "a scope twice": "grant_type=client_credentials&scope=customers+customers",
	} {
		t.Run(name, func(t *testing.T) {
			w := g.form("/token", "shop-key", "shop-secret", form, "X-Api-Key", "shop-key")
			var out issued
			if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != 200 {
				t.Fatalf("status %d with %s", w.Code, w.Body)
			}
			if out.TokenType != "Bearer" || out.ExpiresIn != 3600 || out.Scope != "customers" || strings.Contains(w.Body.String(), "refresh") {
				t.Errorf("the answer is %s", w.Body)
			}
			if h := w.Header(); h.Get("Cache-Control") != "no-store" || h.Get("Pragma") != "no-cache" {
				t.Errorf("the answer may be kept: %v", h)
			}
			if w := g.call(http.MethodPost, find, "shop-key", john, "Authorization", "Bearer "+out.AccessToken); w.Code != 200 {
				t.Errorf("a call with the token: status %d with %s", w.Code, w.Body)
			}
		})
	}
}

func TestATokenRequestIsRefusedAsRFC6749Says(t *testing.T) {
	const grant = "grant_type=client_credentials"
	for name, c := range map[string]struct {
		user, password, form string
		change               func(*gate.Client)
		pairs                []string
		status               int
		code                 string
	}{
		"without a grant":                 {"shop-key", "shop-secret", "scope=customers", nil, nil, 400, "invalid_request"},
		"with an empty grant":             {"shop-key", "shop-secret", "grant_type=", nil, nil, 400, "invalid_request"},
		"with a parameter twice":          {"shop-key", "shop-secret", grant + "&scope=customers&scope=customers", nil, nil, 400, "invalid_request"},
		"with an unknown one twice":       {"shop-key", "shop-secret", grant + "&x=1&x=2", nil, nil, 400, "invalid_request"},
		"with a form that is none":        {"shop-key", "shop-secret", grant + "&x=%zz", nil, nil, 400, "invalid_request"},
		"with the secret in the form":     {"shop-key", "shop-secret", grant + "&client_secret=shop-secret", nil, nil, 400, "invalid_request"},
		"with another grant":              {"shop-key", "shop-secret", "grant_type=password", nil, nil, 400, "unsupported_grant_type"},
		"with no credentials":             {"", "", grant, nil, nil, 401, "invalid_client"},
		"with an unknown client":          {"nobody", "shop-secret", grant, nil, nil, 401, "invalid_client"},
		"with a wrong secret":             {"shop-key", "other-secret", grant, nil, nil, 401, "invalid_client"},
		"with an empty secret":            {"shop-key", "", grant, nil, nil, 401, "invalid_client"},
		"of a deleted application":        {"shop-key", "shop-secret", grant, func(c *gate.Client) { c.State = gate.Gone }, nil, 401, "invalid_client"},
		"with credentials that ended":     {"shop-key", "shop-secret", grant, func(c *gate.Client) { c.Ends = start }, nil, 401, "invalid_client"},
		"with another key":                {"shop-key", "shop-secret", grant, nil, []string{"X-Api-Key", "other-key"}, 401, "invalid_client"},
		"with another client in it":       {"shop-key", "shop-secret", grant + "&client_id=other-key", nil, nil, 401, "invalid_client"},
		"with a bearer token":             {"", "", grant, nil, []string{"Authorization", "Bearer x"}, 401, "invalid_client"},
		"of one that has no OAuth":        {"shop-key", "shop-secret", grant, func(c *gate.Client) { c.OAuth = false }, nil, 400, "unauthorized_client"},
		"of a disabled application":       {"shop-key", "shop-secret", grant, func(c *gate.Client) { c.State = gate.Disabled }, nil, 400, "unauthorized_client"},
		"of a suspended application":      {"shop-key", "shop-secret", grant, func(c *gate.Client) { c.State = gate.Suspended }, nil, 400, "unauthorized_client"},
		"of a suspended organisation":     {"shop-key", "shop-secret", grant, func(c *gate.Client) { c.Suspended = true }, nil, 400, "unauthorized_client"},
		"for an unknown scope":            {"shop-key", "shop-secret", grant + "&scope=admin", nil, nil, 400, "invalid_scope"},
		"for a malformed scope":           {"shop-key", "shop-secret", grant + "&scope=customers++customers", nil, nil, 400, "invalid_scope"},
		"for a scope with a quote":        {"shop-key", "shop-secret", grant + "&scope=%22customers%22", nil, nil, 400, "invalid_scope"},
		"for one it is not subscribed to": {"shop-key", "shop-secret", grant + "&scope=customers", func(c *gate.Client) { c.APIs = nil }, nil, 400, "invalid_scope"},
		"for all where there are none":    {"shop-key", "shop-secret", grant, func(c *gate.Client) { c.APIs = nil }, nil, 400, "invalid_scope"},
		"for one that is in review":       {"shop-key", "shop-secret", grant + "&scope=customers", func(c *gate.Client) { c.APIs = map[string]gate.API{"deposits": {Admitted: true}} }, nil, 400, "invalid_scope"},
		"as JSON":                         {"shop-key", "shop-secret", "{}", nil, []string{"Content-Type", "application/json"}, 415, "invalid_request"},
		"for XML":                         {"shop-key", "shop-secret", grant, nil, []string{"Accept", "text/xml"}, 406, "invalid_request"},
		"too large":                       {"shop-key", "shop-secret", grant + "&x=" + strings.Repeat("x", 2<<20), nil, nil, 413, "invalid_request"},
	} {
		t.Run(name, func(t *testing.T) {
			g := newGated(t)
			client := partner("shop")
			if c.change != nil {
				c.change(&client)
			}
			g.platform.set(client)
			why := oauthErrorOf(t, g.form("/token", c.user, c.password, c.form, c.pairs...), c.status, c.code)
			if c.code == "invalid_client" && c.user != "" && why != "The client is unknown or has not proved itself." {
				t.Errorf("it is told apart why: %s", why)
			}
		})
	}
}

func TestWhatTheAuthorisationServerDoesNotHaveIsAnsweredInItsForm(t *testing.T) {
	g := newGated(t)
	oauthErrorOf(t, g.call(http.MethodGet, "/oauth/v1/token", "", ""), 405, "invalid_request")
	oauthErrorOf(t, g.call(http.MethodGet, "/oauth/v1/nothing", "", ""), 404, "invalid_request")
}

func TestAFailedProofTakesAsLongWhoeverFails(t *testing.T) {
	var waited []time.Duration
	g := newGated(t, func(o *server.Options) {
		o.Wait = func(_ context.Context, d time.Duration) error { waited = append(waited, d); return nil }
	})
	for _, c := range [][2]string{{"nobody", "x"}, {"shop-key", "wrong"}, {"shop-key", ""}} {
		before := g.platform.hashed.Load()
		oauthErrorOf(t, g.form("/token", c[0], c[1], "grant_type=client_credentials"), 401, "invalid_client")
		if n := g.platform.hashed.Load() - before; n != 1 {
			t.Errorf("for %q %d secrets are hashed, want one", c, n)
		}
	}
	if len(waited) != 3 || waited[0] < 100*time.Millisecond || slices.Max(waited) != slices.Min(waited) {
		t.Errorf("the answers waited for %v", waited)
	}
}

func TestTooManyFailedProofsAreHeldUp(t *testing.T) {
	g := newGated(t)
	for range 20 {
		oauthErrorOf(t, g.form("/token", "shop-key", "wrong", "grant_type=client_credentials"), 401, "invalid_client")
	}
	w := g.form("/token", "shop-key", "shop-secret", "grant_type=client_credentials")
	oauthErrorOf(t, w, 429, "temporarily_unavailable")
	if w.Header().Get("Retry-After") != "3" {
		t.Errorf("Retry-After: %s", w.Header().Get("Retry-After"))
	}
	if w := g.form("/token", "other-key", "other-secret", "grant_type=client_credentials"); w.Code != 200 {
		t.Errorf("another client is held up too: status %d", w.Code)
	}
	g.sandbox.set(start.Add(3 * time.Second))
	if w := g.form("/token", "shop-key", "shop-secret", "grant_type=client_credentials"); w.Code != 200 {
		t.Errorf("after the wait: status %d with %s", w.Code, w.Body)
	}
}

func TestATokenCallCountsAgainstTheOrganisationsQuota(t *testing.T) {
	g := newGated(t)
	client := partner("shop")
	client.Limits = gate.Limits{Day: 2}
	g.platform.set(client)
	g.issue("shop", "customers")
	if w := g.call(http.MethodGet, fields, "shop-key", ""); w.Code != 200 {
		t.Fatalf("status %d", w.Code)
	}
	w := g.form("/token", "shop-key", "shop-secret", "grant_type=client_credentials")
	oauthErrorOf(t, w, 429, "temporarily_unavailable")
	if w.Header().Get("Retry-After") != "30600" || !strings.HasPrefix(w.Header().Get("RateLimit"), `"day";r=0;`) {
		t.Errorf("the header is %v", w.Header())
	}
}

// introspection is the answer of POST /introspect.
func (g *gated) introspect(name, token string) map[string]any {
	g.t.Helper()
	w := g.form("/introspect", name+"-key", name+"-secret", url.Values{"token": {token}, "token_type_hint": {"refresh_token"}}.Encode())
	out := map[string]any{}
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != 200 || w.Header().Get("Cache-Control") != "no-store" {
		g.t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	return out
}

// inactive holds that nothing is told of a token but that it is not active.
func (g *gated) inactive(what, name, token string) {
	g.t.Helper()
	if out := g.introspect(name, token); len(out) != 1 || out["active"] != false {
		g.t.Errorf("%s: %v", what, out)
	}
}

func TestIntrospectionTellsWhatATokenStandsForAndNothingOfOthers(t *testing.T) {
	g := newGated(t)
	token := g.issue("shop", "customers")
	got := g.introspect("shop", token)
	for name, want := range map[string]any{
		"active": true, "scope": "customers", "client_id": "shop-key", "sub": "shop-key", "token_type": "Bearer", "aud": "/deposits/v1",
		"iss": "http://example.com/oauth/v1", "iat": float64(start.Unix()), "nbf": float64(start.Unix()), "exp": float64(start.Unix() + 3600),
	} {
		if got[name] != want {
			t.Errorf("%s is %v, want %v", name, got[name], want)
		}
	}
	if got["jti"] == "" || len(got) != 11 {
		t.Errorf("%v", got)
	}
	g.inactive("another application's", "other", token)
	g.inactive("unknown", "shop", "anything")
	g.inactive("malformed", "shop", token+"A")
	disabled := partner("shop")
	disabled.State = gate.Disabled
	g.platform.set(disabled)
	g.inactive("of a disabled application", "shop", token)
	g.platform.set(partner("shop"))
	if got := g.introspect("shop", token); got["active"] != true {
		t.Error("enabled again it is not active")
	}
	for path, form := range map[string]string{"/introspect": "token_type_hint=access_token", "/revoke": "token="} {
		oauthErrorOf(t, g.form(path, "shop-key", "shop-secret", form), 400, "invalid_request")
	}
	for _, path := range []string{"/introspect", "/revoke"} {
		oauthErrorOf(t, g.form(path, "shop-key", "wrong", "token="+token), 401, "invalid_client")
		oauthErrorOf(t, g.form(path, "", "", "token="+token), 401, "invalid_client")
	}
}

func TestTokensExpireByTheSandboxsClock(t *testing.T) {
	g := newGated(t)
	token := g.issue("shop", "customers")
	advance := func(by string) {
		t.Helper()
		if w := g.call(http.MethodPatch, "/sandbox/v1/clock", "shop-key", `{"advance":"`+by+`"}`); w.Code != 200 {
			t.Fatalf("status %d with %s", w.Code, w.Body)
		}
	}
	advance("PT59M59S")
	if got := g.introspect("shop", token); got["active"] != true {
		t.Error("a second before it expires it is not active")
	}
	advance("PT1S")
	g.inactive("expired", "shop", token)
	fresh := g.issue("shop", "customers")
	if got := g.introspect("shop", fresh); got["iat"] != float64(start.Add(time.Hour).Unix()) {
		t.Errorf("a token of now was issued at %v", got["iat"])
	}
}

func TestARevokedTokenIsNoLongerTakenAndOthersStay(t *testing.T) {
	g := newGated(t)
	mine, second, others := g.issue("shop", "customers"), g.issue("shop", "customers"), g.issue("other", "customers")
	revoke := func(token string) {
		t.Helper()
		w := g.form("/revoke", "shop-key", "shop-secret", url.Values{"token": {token}, "token_type_hint": {"anything"}}.Encode())
		if w.Code != 200 || w.Body.Len() != 0 || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("status %d with %q", w.Code, w.Body)
		}
	}
	for _, token := range []string{mine, mine, others, "unknown"} {
		revoke(token)
	}
	g.inactive("revoked", "shop", mine)
	if w := g.call(http.MethodPost, find, "shop-key", john, "Authorization", "Bearer "+mine); w.Code != 401 {
		t.Errorf("a call with the revoked token: status %d", w.Code)
	}
	if g.introspect("shop", second)["active"] != true || g.introspect("other", others)["active"] != true {
		t.Error("another token was revoked too")
	}
	third := g.issue("shop", "customers")
	g.platform.fail(true)
	w := g.form("/revoke", "shop-key", "shop-secret", "token="+third)
	oauthErrorOf(t, w, 503, "temporarily_unavailable")
	if w.Header().Get("Retry-After") == "" {
		t.Error("it is not said when to come again")
	}
}

func TestTheListedKeysCheckTheTokens(t *testing.T) {
	g := newGated(t)
	w := g.call(http.MethodGet, "/oauth/v1/jwks", "", "")
	var keys jose.JSONWebKeySet
	if err := json.Unmarshal(w.Body.Bytes(), &keys); err != nil || w.Code != 200 || len(keys.Keys) < 1 {
		t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	if strings.Contains(w.Body.String(), `"d"`) || !strings.Contains(w.Header().Get("Cache-Control"), "max-age") {
		t.Errorf("%v %s", w.Header(), w.Body)
	}
	parsed, err := jwt.ParseSigned(g.issue("shop", "customers"), []jose.SignatureAlgorithm{jose.ES256})
	if err != nil {
		t.Fatal(err)
	}
	var claims map[string]any
	if err := parsed.Claims(keys, &claims); err != nil || claims["client_id"] != "shop-key" {
		t.Errorf("%v, %v", claims, err)
	}
}

func TestTheServerDescribesItself(t *testing.T) {
	g := newGated(t, func(o *server.Options) { o.PublicURL = "https://bank.example/" })
	below := g.call(http.MethodGet, "/oauth/v1/.well-known/oauth-authorization-server", "", "")
	root := g.call(http.MethodGet, "/.well-known/oauth-authorization-server/oauth/v1", "", "")
	if below.Code != 200 || root.Code != 200 || below.Body.String() != root.Body.String() {
		t.Fatalf("status %d with %s\nstatus %d with %s", below.Code, below.Body, root.Code, root.Body)
	}
	var got map[string]any
	if err := json.Unmarshal(below.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{
		"issuer": "https://bank.example/oauth/v1", "token_endpoint": "https://bank.example/oauth/v1/token", "jwks_uri": "https://bank.example/oauth/v1/jwks",
		"service_documentation": "https://bank.example/docs/oauth",
	} {
		if got[name] != want {
			t.Errorf("%s is %v", name, got[name])
		}
	}
	if scopes, _ := got["scopes_supported"].([]any); len(scopes) != 1 || scopes[0] != "customers" {
		t.Errorf("scopes: %v", got["scopes_supported"])
	}
}
