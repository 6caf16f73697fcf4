package server_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/server"
)

func TestAKeyIsAcceptedAsItsApplicationStands(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*gate.Client)
		status int
		code   string
	}{
		"an enabled application":             {func(*gate.Client) {}, 200, ""},
		"a disabled one":                     {func(c *gate.Client) { c.State = gate.Disabled }, 403, problem.ApplicationDisabled},
		"a suspended one":                    {func(c *gate.Client) { c.State = gate.Suspended }, 403, problem.ApplicationSuspended},
		"one of a suspended organisation":    {func(c *gate.Client) { c.Suspended = true }, 403, problem.OrganisationSuspended},
		"a deleted one":                      {func(c *gate.Client) { c.State = gate.Gone }, 401, problem.KeyInvalid},
		"a key that a rotation has ended":    {func(c *gate.Client) { c.Ends = start }, 401, problem.KeyInvalid},
		"one that is not subscribed":         {func(c *gate.Client) { c.APIs = nil }, 403, problem.APINotSubscribed},
		"one whose subscription is reviewed": {func(c *gate.Client) { c.APIs = map[string]gate.API{"deposits": {Admitted: true}} }, 403, problem.APINotSubscribed},
		"one beyond the organisation's plan": {func(c *gate.Client) { c.APIs = map[string]gate.API{"deposits": {Approved: true}} }, 403, problem.APINotInAccountPlan},
		"one whose organisation's day is up": {func(c *gate.Client) { c.Limits = gate.Limits{Day: -1} }, 429, problem.OrganisationQuotaSpent},
	} {
		t.Run(name, func(t *testing.T) {
			g := newGated(t)
			client := partner("shop")
			c.change(&client)
			if client.Limits.Day < 0 {
				client.Limits.Day = 1
				g.platform.set(client)
				g.call(http.MethodGet, fields, client.ID, "")
			}
			g.platform.set(client)
			w := g.call(http.MethodGet, fields, client.ID, "")
			if c.code == "" {
				if w.Code != c.status {
					t.Errorf("status %d with %s", w.Code, w.Body)
				}
				return
			}
			p := problemOf(t, w, c.status, c.code)
			if c.status == http.StatusUnauthorized && !strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "ApiKey ") {
				t.Errorf("the challenge is %q", w.Header().Get("WWW-Authenticate"))
			}
			if strings.Contains(p.Detail, client.ID) {
				t.Errorf("the key stands in the answer: %s", p.Detail)
			}
		})
	}
}

func TestUnknownAndDeletedKeysAreAnsweredAlike(t *testing.T) {
	g := newGated(t)
	gone := partner("gone")
	gone.State = gate.Gone
	g.platform.set(gone)
	deleted, unknown := g.call(http.MethodGet, fields, gone.ID, "", "X-Request-Id", "one"), g.call(http.MethodGet, fields, "nobody", "", "X-Request-Id", "one")
	if deleted.Code != 401 || deleted.Body.String() != unknown.Body.String() {
		t.Errorf("deleted %s\nunknown %s", deleted.Body, unknown.Body)
	}
	problemOf(t, g.call(http.MethodGet, fields, "", ""), 401, problem.CredentialsMissing)
	problemOf(t, g.call(http.MethodGet, fields, strings.Repeat("k", 200), ""), 401, problem.KeyInvalid)
}

func TestEveryAnswerToAKnownKeySaysWhatIsLeft(t *testing.T) {
	g := newGated(t)
	for n, c := range []struct {
		target string
		status int
	}{{fields, 200}, {fields + "?unknown=1", 400}, {locales, 200}} {
		w := g.call(http.MethodGet, c.target, "shop-key", "")
		if w.Code != c.status {
			t.Fatalf("status %d with %s", w.Code, w.Body)
		}
		if got, want := w.Header().Get("RateLimit-Policy"), `"day";q=10000;w=86400, "second";q=100;w=1, "api-day";q=1000;w=86400`; got != want {
			t.Errorf("RateLimit-Policy: %s", got)
		}
		left := strconv.Itoa(10_000 - n - 1)
		if got := w.Header().Get("RateLimit"); !strings.Contains(got, `"day";r=`+left+`;t=30600`) || !strings.Contains(got, `"api-day";r=`+strconv.Itoa(1000-n-1)) {
			t.Errorf("RateLimit: %s, want %s left", got, left)
		}
	}
	if w := g.call(http.MethodGet, fields, "nobody", ""); w.Header().Get("RateLimit") != "" {
		t.Errorf("an unknown key is told %s", w.Header().Get("RateLimit"))
	}
}

func TestASpentQuotaIsAnsweredWithItsOwnCodeUntilItsWindowEnds(t *testing.T) {
	for name, c := range map[string]struct {
		organisation, plan gate.Limits
		code, after        string
	}{
		"the organisation's day":    {gate.Limits{Day: 3}, gate.Limits{}, problem.OrganisationQuotaSpent, "30600"},
		"the organisation's hour":   {gate.Limits{Hour: 3}, gate.Limits{}, problem.OrganisationQuotaSpent, "1800"},
		"the organisation's second": {gate.Limits{Second: 3}, gate.Limits{}, problem.OrganisationRateExceeded, "1"},
		"the plan's day":            {gate.Limits{Day: 100}, gate.Limits{Day: 3}, problem.APIPlanQuotaSpent, "30600"},
		"the plan's second":         {gate.Limits{Day: 100}, gate.Limits{Second: 3}, problem.APIPlanRateExceeded, "1"},
	} {
		t.Run(name, func(t *testing.T) {
			g := newGated(t)
			client := partner("shop")
			client.Limits = c.organisation
			client.APIs["deposits"] = gate.API{Approved: true, Admitted: true, Limits: c.plan}
			g.platform.set(client)
			for range 3 {
				if w := g.call(http.MethodGet, fields, client.ID, ""); w.Code != 200 {
					t.Fatalf("status %d with %s", w.Code, w.Body)
				}
			}
			for range 2 {
				w := g.call(http.MethodGet, fields, client.ID, "")
				problemOf(t, w, 429, c.code)
				if got := w.Header().Get("Retry-After"); got != c.after {
					t.Errorf("Retry-After: %s, want %s", got, c.after)
				}
			}
			// The sandbox's own clock moves no quota.
			if w := g.call(http.MethodPatch, "/sandbox/v1/clock", client.ID, `{"advance":"P2D"}`); w.Code != 200 {
				t.Fatalf("status %d with %s", w.Code, w.Body)
			}
			problemOf(t, g.call(http.MethodGet, fields, client.ID, ""), 429, c.code)
			wait, err := strconv.Atoi(c.after)
			if err != nil {
				t.Fatal(err)
			}
			g.sandbox.set(start.Add(time.Duration(wait) * time.Second))
			if w := g.call(http.MethodGet, fields, client.ID, ""); w.Code != 200 {
				t.Errorf("after %s s: status %d with %s", c.after, w.Code, w.Body)
			}
		})
	}
}

func TestEachApplicationHasASandboxWhateverItsKeys(t *testing.T) {
	g := newGated(t)
	second := partner("shop")
	second.ID = "shop-key-2"
	g.platform.set(second)
	set := g.call(http.MethodPatch, "/sandbox/v1/clock", "shop-key", `{"set":"2030-01-01T00:00:00Z","frozen":true}`)
	if set.Code != 200 {
		t.Fatalf("status %d with %s", set.Code, set.Body)
	}
	year := func(key string, pairs ...string) string {
		w := g.call(http.MethodGet, "/sandbox/v1/clock", key, "", pairs...)
		var clock struct{ Now string }
		if err := json.Unmarshal(w.Body.Bytes(), &clock); err != nil || len(clock.Now) < 4 {
			t.Fatalf("status %d with %s", w.Code, w.Body)
		}
		return clock.Now[:4]
	}
	if got := year("shop-key-2"); got != "2030" {
		t.Errorf("by its second key the application is in %s", got)
	}
	if got := year("other-key"); got != "2026" {
		t.Errorf("another application is in %s", got)
	}
	if got := year("other-key", "X-Sandbox", "shop-app"); got != "2026" {
		t.Errorf("another application comes into the sandbox by naming it: %s", got)
	}
}

func TestTheControlAPIAsksForAKey(t *testing.T) {
	g := newGated(t)
	for _, pairs := range [][]string{nil, {"X-Sandbox", "shop-app"}, {"X-Sandbox", "default"}} {
		problemOf(t, g.call(http.MethodGet, "/sandbox/v1/clock", "", "", pairs...), 401, problem.CredentialsMissing)
	}
	problemOf(t, g.call(http.MethodGet, "/sandbox/v1/clock", "nobody", ""), 401, problem.KeyInvalid)
	disabled := partner("shop")
	disabled.State = gate.Disabled
	g.platform.set(disabled)
	problemOf(t, g.call(http.MethodGet, "/sandbox/v1/clock", "shop-key", ""), 403, problem.ApplicationDisabled)
}

const (
	profile = "/deposits/v1/my/info/profile"
	find    = "/deposits/v1/customers/find"
	john    = `{"mobile":"9876543210","dob":"1990-01-01","pan":"ABCDE1234F"}`
	example = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJQUDEyMzQ1IiwiZG9iIjoiMTk5MC0wMS0wMSIsIm1vYmlsZSI6Ijk4NzY1NDMyMTAiLCJpYXQiOjE1MTYyMzkwMjIsImV4cCI6MTUxNjIzOTAyMn0.kTVkTCr1iBJn2-1VLDR7Cvg2wf_diXp3zdxy6DTlQwM"
)

func TestACustomersTokenIsOneThatTheBankHasIssued(t *testing.T) {
	g := newGated(t)
	own, err := g.sandbox.keys.SignToken(map[string]any{"sub": "ZKFWiEyTKTkT"}, bank.Duration{Time: time.Hour}, start)
	if err != nil {
		t.Fatal(err)
	}
	for token, status := range map[string]int{own: 200, example: 200, "somebody": 401, example + "A": 401, "": 401} {
		w := g.call(http.MethodGet, profile, "shop-key", "", "Authorization", "Bearer "+token)
		if w.Code != status {
			t.Errorf("%.20q: status %d with %s", token, w.Code, w.Body)
		}
		if token == "somebody" {
			if p := problemOf(t, w, 401, problem.TokenInvalid); !strings.HasSuffix(p.Detail, "Exchange a token of another login for one with POST /deposits/v1/token/exchange.") {
				t.Errorf("the detail is %q", p.Detail)
			}
			if got := w.Header().Get("WWW-Authenticate"); !strings.HasPrefix(got, `Bearer error="invalid_token"`) {
				t.Errorf("the challenge is %q", got)
			}
		}
	}
	if w := g.call(http.MethodPatch, "/sandbox/v1/clock", "shop-key", `{"advance":"PT1H"}`); w.Code != 200 {
		t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	problemOf(t, g.call(http.MethodGet, profile, "shop-key", "", "Authorization", "Bearer "+own), 401, problem.TokenInvalid)
	if w := g.call(http.MethodGet, profile, "other-key", "", "Authorization", "Bearer "+own); w.Code != 200 {
		t.Errorf("in a sandbox whose clock has not moved: status %d", w.Code)
	}
}

func TestAListedTokenOfACustomerIsExchangedForOneThatIsTaken(t *testing.T) {
	g := newGated(t)
	for listed, dob := range map[string]string{"john-token": "1990", "jane-token": "1985", "senior-token": "1955"} {
		problemOf(t, g.call(http.MethodGet, profile, "shop-key", "", "Authorization", "Bearer "+listed), 401, problem.TokenInvalid)
		w := g.call(http.MethodPost, "/deposits/v1/token/exchange", "shop-key", `{"token":"`+listed+`"}`)
		var got struct{ AccessToken string }
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != 200 {
			t.Fatalf("%s: status %d with %s", listed, w.Code, w.Body)
		}
		w = g.call(http.MethodGet, profile, "shop-key", "", "Authorization", "Bearer "+got.AccessToken)
		if w.Code != 200 || !strings.Contains(w.Body.String(), `"dob":"`+dob+`"`) {
			t.Errorf("%s: status %d with %s", listed, w.Code, w.Body)
		}
	}
	problemOf(t, g.call(http.MethodPost, "/deposits/v1/token/exchange", "shop-key", `{"token":"unheard-of"}`), 401, "TOKEN_NOT_RECOGNISED")
}

func TestAnAccessTokenIsTheApplicationsOwnAndHasTheScope(t *testing.T) {
	g := newGated(t)
	mine, others := g.issue("shop", "customers"), g.issue("other", "customers")
	second := partner("shop")
	second.ID = "shop-key-2"
	g.platform.set(second)
	for name, c := range map[string]struct {
		key, token string
		status     int
		code       string
	}{
		"its own":                        {"shop-key", mine, 200, ""},
		"its own with another key of it": {"shop-key-2", mine, 200, ""},
		"another application's":          {"shop-key", others, 401, problem.TokenInvalid},
		"its own with another one's key": {"other-key", mine, 401, problem.TokenInvalid},
		"a customer's":                   {"shop-key", example, 401, problem.TokenInvalid},
		"none":                           {"shop-key", "", 401, problem.CredentialsMissing},
	} {
		t.Run(name, func(t *testing.T) {
			w := g.call(http.MethodPost, find, c.key, john, "Authorization", "Bearer "+c.token)
			if c.code == "" {
				if w.Code != c.status {
					t.Errorf("status %d with %s", w.Code, w.Body)
				}
				return
			}
			problemOf(t, w, c.status, c.code)
		})
	}
	t.Run("expired by the sandbox's clock", func(t *testing.T) {
		if w := g.call(http.MethodPatch, "/sandbox/v1/clock", "shop-key", `{"advance":"PT1H"}`); w.Code != 200 {
			t.Fatalf("status %d with %s", w.Code, w.Body)
		}
		problemOf(t, g.call(http.MethodPost, find, "shop-key", john, "Authorization", "Bearer "+mine), 401, problem.TokenInvalid)
	})
	t.Run("of a key that was revoked", func(t *testing.T) {
		fresh := g.issue("shop", "customers")
		gone := partner("shop")
		gone.State = gate.Gone
		g.platform.set(gone)
		problemOf(t, g.call(http.MethodPost, find, "shop-key-2", john, "Authorization", "Bearer "+fresh), 401, problem.TokenInvalid)
	})
}

func TestATokenWithoutTheScopeIsRefused(t *testing.T) {
	api := document(t, "scopes:\n            customers: Find customers", "scopes:\n            ledger: Read the ledger.\n            customers: Find customers",
		"      security:\n        - apiKey: []\n          applicationToken: [customers]", "      security:\n        - apiKey: []\n          applicationToken: [ledger]")
	g := newGated(t, func(o *server.Options) {
		o.APIs = []*contract.API{api, controlDocument(), oauthDocument()}
		p, found := engine.Load(fstest.MapFS{}, o.APIs[:2])
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		o.Program = p
	})
	var operation *contract.Operation
	for _, o := range api.Operations {
		for _, alternative := range o.Security {
			for _, c := range alternative {
				if slices.Contains(c.Scopes, "ledger") {
					operation = o
				}
			}
		}
	}
	w := g.call(operation.Method, "/deposits/v1"+operation.Path, "shop-key", john, "Authorization", "Bearer "+g.issue("shop", "customers"))
	problemOf(t, w, 403, problem.ScopeMissing)
	if got := w.Header().Get("WWW-Authenticate"); got != `Bearer error="insufficient_scope", scope="ledger"` {
		t.Errorf("the challenge is %q", got)
	}
}

func TestCallsOfKnownKeysAreCountedAndJournalled(t *testing.T) {
	g := newGated(t)
	none := partner("none")
	none.APIs = nil
	g.platform.set(none)
	g.call(http.MethodGet, fields, "shop-key", "")
	g.call(http.MethodGet, fields+"?unknown=1", "shop-key", "")
	g.call(http.MethodGet, fields, "none-key", "")
	g.call(http.MethodGet, fields, "nobody", "")
	g.call(http.MethodGet, "/sandbox/v1/clock", "shop-key", "")
	want := []usedCall{{"shop-org", "shop-app", "deposits", 200}, {"shop-org", "shop-app", "deposits", 400}, {"none-org", "none-app", "deposits", 403}}
	if !slices.Equal(g.calls, want) {
		t.Errorf("counted are %v", g.calls)
	}
	var journal struct {
		Entries []struct{ Status int } `json:"entries"`
	}
	w := g.call(http.MethodGet, "/sandbox/v1/journal", "none-key", "")
	if err := json.Unmarshal(w.Body.Bytes(), &journal); err != nil || len(journal.Entries) != 1 || journal.Entries[0].Status != 403 {
		t.Errorf("the journal of the application that was refused: %s", w.Body)
	}
	metrics := g.call(http.MethodGet, "/metrics", "", "").Body.String()
	for _, line := range []string{
		`sandbank_calls_total{api="deposits",status="2xx",tier="bronze/standard"} 1`, `sandbank_calls_total{api="deposits",status="4xx",tier="bronze/standard"} 2`,
	} {
		if !strings.Contains(metrics, line) {
			t.Errorf("the metrics lack %s", line)
		}
	}
}

func TestWithoutTheDatabaseNobodyPasses(t *testing.T) {
	g := newGated(t)
	g.platform.fail(true)
	w := g.call(http.MethodGet, fields, "shop-key", "")
	problemOf(t, w, 503, problem.StorageUnavailable)
	if w.Header().Get("Retry-After") == "" {
		t.Error("it is not said when to come again")
	}
	p := problemOf(t, g.call(http.MethodGet, "/readyz", "", ""), 503, problem.StorageUnavailable)
	if p.Detail != "Keys and quotas cannot be read; access tokens cannot be signed." {
		t.Errorf("what is not ready: %s", p.Detail)
	}
	g.platform.fail(false)
	if w := g.call(http.MethodGet, fields, "shop-key", ""); w.Code != 200 {
		t.Errorf("afterwards: status %d with %s", w.Code, w.Body)
	}
}

func TestWhatAProxyTookOverPlainHTTPIsToldToUseHTTPS(t *testing.T) {
	g := newGated(t, func(o *server.Options) { o.BehindProxy = true })
	w := g.call(http.MethodGet, fields, "shop-key", "", "X-Forwarded-Proto", "http")
	problemOf(t, w, 403, problem.HTTPSRequired)
	if w.Header().Get("Location") != "" {
		t.Error("the caller is sent somewhere else")
	}
	oauthErrorOf(t, g.call(http.MethodGet, "/oauth/v1/jwks", "", "", "X-Forwarded-Proto", "http"), 403, "unauthorized_client")
	for _, target := range []string{"/healthz", "/readyz", "/metrics"} {
		if w := g.call(http.MethodGet, target, "", "", "X-Forwarded-Proto", "http"); w.Code != 200 {
			t.Errorf("%s: status %d", target, w.Code)
		}
	}
	if w := g.call(http.MethodGet, fields, "shop-key", "", "X-Forwarded-Proto", "https"); w.Code != 200 {
		t.Errorf("over HTTPS: status %d", w.Code)
	}
}
