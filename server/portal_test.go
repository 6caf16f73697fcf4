package server_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/google/uuid"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/secrets"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/server"
)

// portalDocument is the portal's real document, loaded once.
var portalDocument = sync.OnceValue(func() *contract.API {
	api, found := contract.Load(openapi.Documents, "portal.yaml")
	if err := found.Err(); err != nil {
		panic(err)
	}
	return api
})

// branch is a server with a portal in a database of its own. Its clock stands still until it is moved.
type branch struct {
	*sandbox
	t      *testing.T
	store  *store.Store
	portal *portal.Service
	bank   *visitor // an admin of the bank, signed in
	came   *int     // visitors
}

// branchOptions change what a branch stands on.
type branchOptions struct {
	portal func(*portal.Options)
	server func(*server.Options)
}

// openBranch starts a server with a portal on SQLite in a temporary folder, and an admin of the bank.
func openBranch(t *testing.T, options ...branchOptions) *branch {
	t.Helper()
	kept, err := store.OpenFolder(t.Context(), t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
	})
	return openBranchOn(t, kept, options...)
}

// quick is a hash of passwords that costs little.
var quick = &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// openBranchOn starts a server on a database.
func openBranchOn(t *testing.T, kept *store.Store, options ...branchOptions) *branch {
	t.Helper()
	b := &branch{t: t, store: kept, came: new(int)}
	key, err := kept.Secret(t.Context(), "digests", secrets.DigestKeySize)
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := secrets.New(secrets.Options{Key: key, Sealer: kept, Passwords: quick})
	if err != nil {
		t.Fatal(err)
	}
	b.sandbox = newSandbox(t, fstest.MapFS{}, func(o *server.Options) {
		p := portal.Options{Store: kept.Portal(), Clock: o.Clock, NewID: func() string { return uuid.Must(uuid.NewV7()).String() }, Secrets: hidden,
			Settings: portal.Settings{Link: "https://portal.example"}}
		for _, c := range options {
			if c.portal != nil {
				c.portal(&p)
			}
		}
		b.portal = portal.New(p)
		o.APIs = []*contract.API{depositsAPI(), portalDocument()}
		o.Portal = b.portal
		var found error
		program, findings := engine.Load(fstest.MapFS{}, o.APIs)
		if found = findings.Err(); found != nil {
			t.Fatal(found)
		}
		o.Program = program
		for _, c := range options {
			if c.server != nil {
				c.server(o)
			}
		}
	})
	if err := b.portal.PrepareCatalogue(t.Context(), []portal.Document{{API: "deposits", Title: "Deposits", Summary: "Deposits."}}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.portal.CreateBankAdmin(t.Context(), newPerson("bank.admin")); err != nil {
		var refusal *portal.Refusal
		if !errors.As(err, &refusal) || refusal.Code != "USERNAME_TAKEN" { // another server on the same database
			t.Fatal(err)
		}
	}
	b.bank = b.signedIn("bank.admin")
	return b
}

// goodPassword is everybody's.
const goodPassword = "correct horse battery"

func newPerson(username string) portal.NewPerson {
	return portal.NewPerson{Username: username, Password: goodPassword, FirstName: "Given", LastName: "Name " + username, Email: username + "@people.example"}
}

// later moves the clock of the server forwards.
func (b *branch) later(d time.Duration) { b.set(b.now.Load().Add(d)) }

// visitor is somebody with a browser: it keeps the session's cookie.
type visitor struct {
	*branch
	cookie  *http.Cookie
	address string
	pairs   []string // headers that go with every call
}

// visitor gives somebody without a session. Everybody has an address of their own.
func (b *branch) visitor() *visitor {
	*b.came++
	return &visitor{branch: b, address: fmt.Sprintf("203.0.%d.%d:1000", *b.came/250, *b.came%250+1)}
}

// call asks the portal, with a body in JSON unless it is empty, keeps the cookie that is set, and holds the answer
// against the contract.
func (v *visitor) call(method, path, body string, pairs ...string) *httptest.ResponseRecorder {
	v.t.Helper()
	r := httptest.NewRequest(method, portalDocument().BasePath+path, strings.NewReader(body))
	r.RemoteAddr = v.address
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	pairs = append(append([]string{}, v.pairs...), pairs...)
	for i := 0; i < len(pairs); i += 2 {
		r.Header.Set(pairs[i], pairs[i+1])
	}
	if v.cookie != nil {
		r.AddCookie(v.cookie)
	}
	w := v.do(r)
	for _, c := range w.Result().Cookies() {
		if v.cookie = c; c.MaxAge < 0 {
			v.cookie = nil
		}
	}
	v.conforms(r, w)
	return w
}

// conforms holds an answer against the contract.
func (b *branch) conforms(r *http.Request, w *httptest.ResponseRecorder) {
	b.t.Helper()
	op, _, _ := portalDocument().Match(r.Method, strings.TrimPrefix(r.URL.EscapedPath(), portalDocument().BasePath))
	if op == nil {
		b.t.Fatalf("the document has no %s %s", r.Method, r.URL.Path)
	}
	for _, f := range op.CheckResponse(w.Code, w.Header(), w.Body.Bytes()) {
		b.t.Errorf("%s %s answers %d off the contract: %s %s %s\n%s", r.Method, r.URL, w.Code, f.In, f.Pointer+f.Parameter, f.Message, w.Body)
	}
}

// read asks the portal and reads the answer, which must have the status.
func (v *visitor) read(to any, status int, method, path, body string, pairs ...string) *httptest.ResponseRecorder {
	v.t.Helper()
	w := v.call(method, path, body, pairs...)
	if w.Code != status {
		v.t.Fatalf("%s %s gives %d, want %d: %s", method, path, w.Code, status, w.Body)
	}
	if to != nil {
		reflect.ValueOf(to).Elem().SetZero() // so that nothing of an earlier answer stays
		if err := json.Unmarshal(w.Body.Bytes(), to); err != nil {
			v.t.Fatalf("%s %s: %v: %s", method, path, err, w.Body)
		}
	}
	return w
}

// ok asks the portal for something that must succeed.
func (v *visitor) ok(status int, method, path, body string, pairs ...string) *httptest.ResponseRecorder {
	v.t.Helper()
	return v.read(nil, status, method, path, body, pairs...)
}

// refused asks the portal for something that it refuses, and gives the problem.
func (v *visitor) refused(status int, code, method, path, body string, pairs ...string) problemBody {
	v.t.Helper()
	return problemOf(v.t, v.call(method, path, body, pairs...), status, code)
}

// signedIn gives somebody who has signed in.
func (b *branch) signedIn(username string) *visitor {
	b.t.Helper()
	v := b.visitor()
	v.ok(201, "POST", "/session", `{"username":"`+username+`","password":"`+goodPassword+`"}`)
	return v
}

// registration is a body for POST /registrations.
func registration(username, organisation string) string {
	return `{"person":{"username":"` + username + `","password":"` + goodPassword + `","firstName":"Given","lastName":"Name","email":"` + username +
		`@people.example"},"organisation":{"name":"` + organisation + `"},"agreements":[{"agreement":"terms","version":1}]}`
}

// organisation registers and activates an organisation and gives its admin, signed in.
func (b *branch) organisation(username, name string) *visitor {
	b.t.Helper()
	v := b.visitor()
	v.ok(202, "POST", "/registrations", registration(username, name))
	v.ok(200, "POST", "/registrations/activation", `{"token":"`+b.mailed(username+"@people.example")+`"}`)
	return b.signedIn(username)
}

// colleague has an admin invite somebody, who accepts and signs in.
func (v *visitor) colleague(username, role string) *visitor {
	v.t.Helper()
	path := "/organisation/invitations"
	if role == "reviewer" || role == "bank-admin" {
		path = "/bank/invitations"
	}
	v.ok(201, "POST", path, `{"email":"`+username+`@people.example","role":"`+role+`"}`)
	v.visitor().ok(201, "POST", "/invitations/acceptance", acceptance(v.mailed(username+"@people.example"), username))
	return v.signedIn(username)
}

// acceptance is a body for POST /invitations/acceptance.
func acceptance(token, username string) string {
	return `{"token":"` + token + `","person":{"username":"` + username + `","password":"` + goodPassword +
		`","firstName":"Given","lastName":"Name"},"agreements":[{"agreement":"terms","version":1}]}`
}

// letter is a mail as the bank's staff sees it.
type letter struct{ ID, To, Subject, Text, State, Failure string }

// letters gives the mails to an address, the latest first, with their texts.
func (b *branch) letters(to string) []letter {
	b.t.Helper()
	var page struct{ Messages []letter }
	b.bank.read(&page, 200, "GET", "/bank/outbox?to="+to, "")
	for i := range page.Messages {
		b.bank.read(&page.Messages[i], 200, "GET", "/bank/outbox/"+page.Messages[i].ID, "")
	}
	return page.Messages
}

var linkInMail = regexp.MustCompile(`https://portal\.example/[a-z-]+#([A-Za-z0-9_-]+)`)

// mailed gives the token of the link in the latest mail to an address that has one.
func (b *branch) mailed(to string) string {
	b.t.Helper()
	for _, l := range b.letters(to) {
		if found := linkInMail.FindStringSubmatch(l.Text); found != nil {
			return found[1]
		}
	}
	b.t.Fatalf("no mail to %s has a link", to)
	return ""
}

// idOf gives the id of somebody, as the bank sees it.
func (b *branch) idOf(username string) string {
	b.t.Helper()
	var page struct {
		People []struct{ ID, Username string }
	}
	b.bank.read(&page, 200, "GET", "/bank/people?text="+username, "")
	for _, p := range page.People {
		if p.Username == username {
			return p.ID
		}
	}
	b.t.Fatalf("there is no %s", username)
	return ""
}
