package server_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/server"
)

func credentials(username, password string) string {
	return `{"username":"` + username + `","password":"` + password + `"}`
}

func TestASessionEndsAfterIdlenessAndInAnyCase(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	var s struct {
		Person                          struct{ Username string }
		StartedAt, IdleUntil, ExpiresAt time.Time
	}
	v.read(&s, 200, "GET", "/session", "")
	if s.Person.Username != "asha" || s.StartedAt != start || s.IdleUntil != start.Add(30*time.Minute) || s.ExpiresAt != start.Add(12*time.Hour) {
		t.Errorf("%+v", s)
	}
	for range 24 { // 11 h 36 min
		b.later(29 * time.Minute)
		v.ok(200, "GET", "/session", "")
	}
	v.read(&s, 200, "GET", "/session", "")
	if s.IdleUntil != start.Add(12*time.Hour) {
		t.Errorf("idle until %s", s.IdleUntil)
	}
	b.later(24 * time.Minute)
	v.refused(401, "SESSION_ENDED", "GET", "/session", "")
	idle := b.signedIn("asha")
	b.later(30 * time.Minute)
	idle.refused(401, "SESSION_ENDED", "GET", "/me", "")
}

func TestSigningInGivesAnIdentifierThatNobodyKnewAndEndsTheOneBefore(t *testing.T) {
	b := openBranch(t)
	b.organisation("asha", "Acme")
	v := b.visitor()
	v.cookie = &http.Cookie{Name: "session", Value: "chosen-by-somebody-else-0123456789abcdefghi"}
	v.ok(201, "POST", "/session", credentials("asha", goodPassword))
	first := *v.cookie
	if first.Value == "chosen-by-somebody-else-0123456789abcdefghi" || len(first.Value) < 40 {
		t.Errorf("the identifier is %s", first.Value)
	}
	v.ok(201, "POST", "/session", credentials("asha", goodPassword))
	if v.cookie.Value == first.Value {
		t.Error("the identifier stays")
	}
	old := *v
	old.cookie = &first
	old.refused(401, "SESSION_ENDED", "GET", "/me", "")
	v.ok(200, "GET", "/me", "")
}

func TestSigningOutEndsTheSessionAndCanBeRepeated(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	copied := *v
	v.ok(204, "DELETE", "/session", "")
	if v.cookie != nil {
		t.Errorf("the cookie stays: %+v", v.cookie)
	}
	v.ok(204, "DELETE", "/session", "")
	copied.refused(401, "SESSION_ENDED", "GET", "/me", "")
	v.refused(401, "CREDENTIALS_MISSING", "GET", "/me", "")
}

func TestAnotherPasswordEndsTheOtherSessionsAndRenewsThisOne(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	other := b.signedIn("asha")
	before := v.cookie.Value
	const another = "stable staple gun"
	change := func(current, wanted string) string {
		return `{"currentPassword":"` + current + `","newPassword":"` + wanted + `"}`
	}
	v.refused(422, "PASSWORD_WRONG", "PUT", "/me/password", change("wrong", another))
	v.refused(422, "PASSWORD_TOO_WEAK", "PUT", "/me/password", change(goodPassword, "qwertyuiop123"))
	v.ok(204, "PUT", "/me/password", change(goodPassword, another))
	if v.cookie.Value == before {
		t.Error("the identifier stays")
	}
	v.ok(200, "GET", "/me", "")
	other.refused(401, "SESSION_ENDED", "GET", "/me", "")
	if l := b.letters("asha@people.example"); l[0].Subject != "Your password was changed" {
		t.Errorf("%+v", l[0])
	}
	for range 10 {
		v.refused(422, "PASSWORD_WRONG", "PUT", "/me/password", change("wrong", another))
	}
	v.refused(429, "TOO_MANY_ATTEMPTS", "PUT", "/me/password", change(another, goodPassword))
}

func TestFailuresHoldANameUpWhetherThereIsSuchAnAccountOrNot(t *testing.T) {
	b := openBranch(t)
	b.organisation("asha", "Acme")
	for _, name := range []string{"asha", "nobody"} {
		for range 10 {
			b.visitor().refused(401, "SIGN_IN_FAILED", "POST", "/session", credentials(name, "wrong"))
		}
		w := b.visitor().call("POST", "/session", credentials(strings.ToUpper(name), goodPassword))
		problemOf(t, w, 429, "TOO_MANY_ATTEMPTS")
		if w.Header().Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
	}
	b.later(15 * time.Minute)
	b.visitor().ok(201, "POST", "/session", credentials("asha", goodPassword))
	for range 9 {
		b.visitor().refused(401, "SIGN_IN_FAILED", "POST", "/session", credentials("asha", "wrong"))
	}
	b.visitor().ok(201, "POST", "/session", credentials("asha", goodPassword)) // which forgives
	b.visitor().refused(401, "SIGN_IN_FAILED", "POST", "/session", credentials("asha", "wrong"))
}

func TestFailuresHoldAnAddressUp(t *testing.T) {
	b := openBranch(t)
	b.organisation("asha", "Acme")
	v := b.visitor()
	for range 3 {
		v.ok(201, "POST", "/session", credentials("asha", goodPassword)) // which do not count
	}
	for n := range 100 {
		v.refused(401, "SIGN_IN_FAILED", "POST", "/session", credentials(fmt.Sprintf("name%d", n), "wrong"))
	}
	v.refused(429, "TOO_MANY_ATTEMPTS", "POST", "/session", credentials("asha", goodPassword))
	b.visitor().ok(201, "POST", "/session", credentials("asha", goodPassword))
}

func TestGuessesAtOnceAreNoMoreThanGuessesOneByOne(t *testing.T) {
	b := openBranch(t)
	b.organisation("asha", "Acme")
	var all sync.WaitGroup
	var guard sync.Mutex
	seen := map[int]int{}
	for range 30 {
		v := b.visitor()
		all.Go(func() {
			w := v.call("POST", "/session", credentials("asha", "wrong"))
			guard.Lock()
			seen[w.Code]++
			guard.Unlock()
		})
	}
	all.Wait()
	if seen[401] != 10 || seen[429] != 20 {
		t.Errorf("answers are %v", seen)
	}
}

// masked leaves out of an answer what differs between any two.
func masked(w *httptest.ResponseRecorder) string {
	text := w.Body.String()
	for _, own := range []string{w.Header().Get("X-Request-Id")} {
		text = strings.ReplaceAll(text, own, "ID")
	}
	return fmt.Sprint(w.Code, " ", text)
}

func TestKnownAndUnknownAccountsHaveTheSameAnswer(t *testing.T) {
	b := openBranch(t)
	b.organisation("known", "Acme")
	b.organisation("locked", "Locked")
	b.visitor().ok(202, "POST", "/registrations", registration("waiting", "Waiting"))
	b.bank.ok(200, "POST", "/bank/people/"+b.idOf("locked")+"/lock", `{"reason":"misuse"}`)
	for path, body := range map[string]string{
		"/session": `{"username":"NAME","password":"wrong"}`, "/password/forgotten": `{"account":"NAME"}`,
		"/registrations/activation-mail": `{"account":"NAME"}`,
	} {
		answers := map[string]string{}
		for _, name := range []string{"known", "unknown", "locked", "waiting"} {
			w := b.visitor().call("POST", path, strings.ReplaceAll(body, "NAME", name))
			answers[masked(w)] = name
		}
		if len(answers) != 1 {
			t.Errorf("%s tells accounts apart: %v", path, answers)
		}
	}
	w := b.visitor().call("POST", "/session", credentials("locked", goodPassword))
	if other := b.visitor().call("POST", "/session", credentials("unknown", goodPassword)); masked(w) != masked(other) {
		t.Errorf("a locked account with its password is told apart: %s", w.Body)
	}
}

// costs counts what takes time when an account is asked about: passwords that are compared and hashed, and changes of the
// database.
type costs struct {
	portal.Secrets
	portal.Store
	compared, hashed, changed int
}

func (c *costs) HashPassword(ctx context.Context, password string) (string, error) {
	c.hashed++
	return c.Secrets.HashPassword(ctx, password)
}

func (c *costs) CheckPassword(ctx context.Context, password, hash string) (bool, error) {
	c.compared++
	return c.Secrets.CheckPassword(ctx, password, hash)
}

func (c *costs) Update(ctx context.Context, do func(portal.Tx) error) error {
	c.changed++
	return c.Store.Update(ctx, do)
}

func TestKnownAndUnknownAccountsCostTheSame(t *testing.T) {
	c := &costs{}
	b := openBranch(t, branchOptions{portal: func(o *portal.Options) {
		c.Secrets, c.Store = o.Secrets, o.Store
		o.Secrets, o.Store = c, c
	}})
	b.organisation("known", "Acme")
	cost := func(path, body string) [3]int {
		before := [3]int{c.compared, c.changed, c.hashed}
		b.visitor().call("POST", path, body)
		b.later(time.Hour)
		return [3]int{c.compared - before[0], c.changed - before[1], c.hashed - before[2]}
	}
	for path, body := range map[string]string{
		"/session": `{"username":"NAME","password":"wrong"}`, "/password/forgotten": `{"account":"NAME"}`,
		"/registrations/activation-mail": `{"account":"NAME"}`,
	} {
		known, unknown := cost(path, strings.ReplaceAll(body, "NAME", "known")), cost(path, strings.ReplaceAll(body, "NAME", "unknown"))
		if known != unknown || known[1] == 0 || path == "/session" && known[0] != 1 {
			t.Errorf("%s compares, changes and hashes %v for a known and %v for an unknown account", path, known, unknown)
		}
	}
	free := registration("first.one", "First")
	taken := strings.Replace(registration("second.one", "Second"), "second.one@", "known@", 1) // an address that has an account
	if known, unknown := cost("/registrations", taken), cost("/registrations", free); known != unknown || known[2] != 1 {
		t.Errorf("a registration compares, changes and hashes %v for a known and %v for an unknown address", known, unknown)
	}
}

func TestCallsOfOtherSitesAreRefused(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	change := `{"firstName":"Eve","lastName":"Rao"}`
	for _, pairs := range [][]string{
		{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"}, {"Origin", "null"},
	} {
		v.refused(403, "CROSS_ORIGIN_REFUSED", "PUT", "/me", change, append(pairs, "If-Match", "*")...)
		v.refused(403, "CROSS_ORIGIN_REFUSED", "POST", "/session", credentials("asha", goodPassword), pairs...)
		v.refused(403, "CROSS_ORIGIN_REFUSED", "DELETE", "/session", "", pairs...)
		v.ok(200, "GET", "/me", "", pairs...)
	}
	v.ok(200, "PUT", "/me", change, "If-Match", "*", "Sec-Fetch-Site", "same-origin")
	v.ok(200, "PUT", "/me", change, "If-Match", "*", "Origin", "http://example.com") // the server's own
}

func TestBehindAProxyTheSiteAndTheClientAreThoseThatItNames(t *testing.T) {
	b := openBranch(t, branchOptions{server: func(o *server.Options) { o.BehindProxy = true }})
	b.organisation("asha", "Acme")
	v := b.visitor()
	v.pairs = []string{"X-Forwarded-Proto", "https", "X-Forwarded-Host", "portal.example", "Origin", "https://portal.example"}
	v.ok(201, "POST", "/session", credentials("asha", goodPassword))
	if c := v.cookie; c.Name != "__Host-session" || !c.Secure || c.Domain != "" || c.Path != "/" {
		t.Errorf("%+v", c)
	}
	v.ok(200, "GET", "/me", "")
	plain := *v
	plain.pairs = nil
	plain.refused(401, "SESSION_ENDED", "GET", "/me", "") // the cookie is none without HTTPS
	for n := range 100 {
		v.refused(401, "SIGN_IN_FAILED", "POST", "/session", credentials(fmt.Sprintf("name%d", n), "wrong"), "X-Forwarded-For", fmt.Sprintf("10.0.0.%d, 198.51.100.7", n))
	}
	v.refused(429, "TOO_MANY_ATTEMPTS", "POST", "/session", credentials("asha", goodPassword), "X-Forwarded-For", "10.1.1.1, 198.51.100.7")
	v.ok(201, "POST", "/session", credentials("asha", goodPassword), "X-Forwarded-For", "198.51.100.7, 198.51.100.8")
}

func TestARequestWithAKeyIsDoneOnce(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	invite := `{"email":"ravi@people.example","role":"developer"}`
	first := v.ok(201, "POST", "/organisation/invitations", invite, "Idempotency-Key", "one")
	again := v.ok(201, "POST", "/organisation/invitations", invite, "Idempotency-Key", "one")
	if first.Body.String() != again.Body.String() || again.Header().Get("Idempotency-Replayed") != "true" {
		t.Errorf("%s then %s", first.Body, again.Body)
	}
	if n := len(b.letters("ravi@people.example")); n != 1 {
		t.Errorf("%d mails", n)
	}
	v.refused(422, "IDEMPOTENCY_KEY_REUSED", "POST", "/organisation/invitations", `{"email":"other@people.example","role":"developer"}`, "Idempotency-Key", "one")
	first = v.call("POST", "/organisation/invitations", invite, "Idempotency-Key", "two")
	again = v.call("POST", "/organisation/invitations", invite, "Idempotency-Key", "two")
	if first.Code != 409 || first.Body.String() != again.Body.String() {
		t.Errorf("%s then %s", first.Body, again.Body)
	}
	v.refused(400, "SCHEMA_VIOLATION", "POST", "/organisation/invitations", `{}`, "Idempotency-Key", "three")
	v.ok(201, "POST", "/organisation/invitations", `{"email":"third@people.example","role":"developer"}`, "Idempotency-Key", "three")

	// Keys belong to the person.
	other := b.organisation("mira", "Other")
	other.ok(201, "POST", "/organisation/invitations", `{"email":"fourth@people.example","role":"developer"}`, "Idempotency-Key", "one")

	// After a day the key is free.
	b.later(24 * time.Hour)
	v, b.bank = b.signedIn("asha"), b.signedIn("bank.admin")
	v.refused(409, "INVITATION_PENDING", "POST", "/organisation/invitations", invite, "Idempotency-Key", "one")
}

func TestOfManyRequestsWithOneKeyOneIsDone(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	var all sync.WaitGroup
	var guard sync.Mutex
	seen := map[int]int{}
	for range 12 {
		one := *v
		all.Go(func() {
			w := one.call("POST", "/organisation/invitations", `{"email":"ravi@people.example","role":"developer"}`, "Idempotency-Key", "k")
			guard.Lock()
			seen[w.Code]++
			guard.Unlock()
		})
	}
	all.Wait()
	if seen[201]+seen[409] != 12 || seen[201] == 0 {
		t.Errorf("answers are %v", seen)
	}
	if n := len(b.letters("ravi@people.example")); n != 1 {
		t.Errorf("%d mails", n)
	}
}

func TestARequestWhoseAnswerWasLostIsNotDoneAgain(t *testing.T) {
	b := openBranch(t)
	by := portal.Actor{Address: "198.51.100.1"}
	if _, _, _, err := b.portal.Begin(t.Context(), by, "key", "request"); err != nil {
		t.Fatal(err)
	}
	refused := func(what string) {
		t.Helper()
		_, _, _, err := b.portal.Begin(t.Context(), by, "key", "request")
		var r *portal.Refusal
		if !errors.As(err, &r) || r.Code != "IDEMPOTENCY_KEY_IN_USE" {
			t.Errorf("%s gives %v", what, err)
		}
	}
	refused("a running request")
	b.later(time.Minute) // whoever began it has ended, and has done nothing
	_, inside, _, err := b.portal.Begin(t.Context(), by, "key", "request")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.portal.Register(inside, by, portal.Registration{Person: newPerson("asha"), Name: "Acme",
		Agreements: []portal.AcceptedAgreement{{Name: "terms", Number: 1}}}); err != nil {
		t.Fatal(err)
	}
	b.later(time.Hour)
	refused("a request that was done")
}

func TestAPortalWhoseDatabaseDoesNotAnswerIsUnavailable(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	if err := b.store.Close(); err != nil {
		t.Fatal(err)
	}
	for _, w := range []*httptest.ResponseRecorder{v.call("GET", "/me", ""), b.visitor().call("POST", "/session", credentials("asha", goodPassword)),
		b.visitor().call("GET", "/agreements", "")} {
		problemOf(t, w, 503, "SERVICE_UNAVAILABLE")
		if w.Header().Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
	}
}
