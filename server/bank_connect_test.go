package server_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/server"
)

// lender is the developer programme of a bank that serves BankConnect, with a gate before it.
type lender struct{ *programme }

func newLender(t *testing.T) lender {
	t.Helper()
	api, found := contract.Load(openapi.Documents, "bank-connect.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	kept, err := store.OpenFolder(t.Context(), t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
	})
	return lender{programmeIn(openBranchOn(t, kept, checkedAddresses, branchOptions{server: func(o *server.Options) {
		o.APIs = append(o.APIs, api, controlDocument(), oauthDocument())
		p, found := engine.Load(scenariosOf("bank-connect"), o.APIs)
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		o.Program, o.Store, o.Process = p, kept, 1
		o.Gate = gate.New(gate.Options{Source: o.Portal.GateSource(), Store: kept.Gate(), Clock: o.Clock})
		o.Tokens = oauth.New(oauth.Options{Store: kept.Gate(), Clock: o.Clock, NewID: func() string { return "token" }})
	}}))}
}

// get calls BankConnect with a key and a server hash, a second after the call before; "" sends none.
func (l lender) get(target, key, hash string) *httptest.ResponseRecorder {
	l.t.Helper()
	l.set(l.now.Load().Add(time.Second)) // the quota of a second is small
	if strings.HasPrefix(target, "/") {
		target = "/bank-connect/v1" + target
	}
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for name, value := range map[string]string{"X-Api-Key": key, "Server-Hash": hash} {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	return l.do(r)
}

// want fails unless a call is answered with a status and, if it is not "", with this very body.
func (l lender) want(what string, w *httptest.ResponseRecorder, status int, body string) {
	l.t.Helper()
	if w.Code != status || body != "" && w.Body.String() != body {
		l.t.Errorf("%s: %d %s, want %d %s", what, w.Code, w.Body, status, body)
	}
}

// credential gives the pair of an application that was made last.
func (l lender) credential(application string) (key, hash, id string) {
	l.t.Helper()
	c := l.ask(ravi, "GET /applications/"+application+"/credentials", nil, 200).list("credentials")[0]
	return c.text("clientId"), c.text("serverHash"), c.text("id")
}

// link gives a pdf_url of the first entity's statements.
func (l lender) link(key, hash string) string {
	l.t.Helper()
	w := l.get("/entity/501cce9d-3fdb-4258-9466-616fec7a75ef/get_pdfs/", key, hash)
	var list struct {
		Statements []struct {
			URL string `json:"pdf_url"`
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || len(list.Statements) != 2 {
		l.t.Fatalf("the statements are %d %s", w.Code, w.Body)
	}
	return list.Statements[0].URL
}

const notProvided = `{"detail":"Authentication credentials were not provided."}`

func TestBankConnectAsksForTheServerHashOfTheVeryApplication(t *testing.T) {
	l := newLender(t)
	first, second := l.enabled("Lender", "apis", []string{"bank-connect"}), l.enabled("Broker", "apis", []string{"bank-connect"})
	key, hash, _ := l.credential(first.text("id"))
	_, others, _ := l.credential(second.text("id"))
	for _, target := range []string{"/entity/", "/entity/501cce9d-3fdb-4258-9466-616fec7a75ef/", "/entity/501cce9d-3fdb-4258-9466-616fec7a75ef/get_pdfs/"} {
		l.want(target, l.get(target, key, hash), 200, "")
		for what, c := range map[string][2]string{
			"nothing": {"", ""}, "no key": {"", hash}, "no server hash": {key, ""}, "another's key": {"somebody", hash},
			"another's server hash": {key, others}, "a shorter one": {key, hash[:len(hash)-1]}, "the key for it": {key, key},
		} {
			l.want(target+" with "+what, l.get(target, c[0], c[1]), 401, notProvided)
		}
	}
	l.want("health with the key alone", l.get("/net_banking_health/", key, ""), 200, "")
	l.want("health without a key", l.get("/net_banking_health/", "", hash), 401, notProvided)
	l.want("health with another's key", l.get("/net_banking_health/", "somebody", hash), 401, notProvided)
	l.want("outside of the operations", l.get("/entity", key, hash), 404, `{"detail":"There is nothing at this path."}`)

	without := l.enabled("Shop")
	key, _, _ = l.credential(without.text("id"))
	l.want("not subscribed", l.get("/entity/", key, hash), 403, `{"detail":"The application is not subscribed to the API bank-connect."}`)
}

func TestTheServerHashRotatesWithTheKey(t *testing.T) {
	l := newLender(t)
	a := l.enabled("Lender", "apis", []string{"bank-connect"}).text("id")
	key, hash, id := l.credential(a)
	fresh := l.ask(ravi, "POST /applications/"+a+"/credentials", object{}, 201)
	newKey, newHash := fresh.text("clientId"), fresh.text("serverHash")
	l.want("the new pair", l.get("/entity/", newKey, newHash), 200, "")
	l.want("the old pair while both work", l.get("/entity/", key, hash), 200, "")
	l.want("the old key with the new hash", l.get("/entity/", key, newHash), 401, notProvided)
	l.want("the new key with the old hash", l.get("/entity/", newKey, hash), 401, notProvided)
	link := l.link(key, hash)
	l.want("a link of the old key, with the new one", l.get(link, newKey, ""), 200, "")
	l.ask(ravi, "DELETE /applications/"+a+"/credentials/"+id, nil, 204)
	l.want("the old pair afterwards", l.get("/entity/", key, hash), 401, notProvided)
	l.want("a link of the old key afterwards", l.get(link, "", ""), 401, notProvided)
	l.want("the new pair afterwards", l.get("/entity/", newKey, newHash), 200, "")
}

func TestALinkIsOneOfItsApplication(t *testing.T) {
	l := newLender(t)
	a, b := l.enabled("Lender", "apis", []string{"bank-connect"}).text("id"), l.enabled("Broker", "apis", []string{"bank-connect"}).text("id")
	key, hash, _ := l.credential(a)
	others, _, _ := l.credential(b)
	link := l.link(key, hash)
	if strings.Contains(link, key) || strings.Contains(link, a) {
		t.Errorf("the link shows whose it is: %s", link)
	}
	if w := l.get(link, "", ""); w.Code != 200 || w.Header().Get("Content-Type") != "application/pdf" || !strings.HasPrefix(w.Body.String(), "%PDF-") ||
		w.Header().Get("RateLimit") == "" {
		t.Errorf("without a key: %d %v", w.Code, w.Header())
	}
	l.want("with its key", l.get(link, key, ""), 200, "")
	l.want("with another's key", l.get(link, others, ""), 401, notProvided)
	l.want("with an unknown key", l.get(link, "nobody", ""), 401, notProvided)
	l.want("with another signature", l.get(link+"A", "", ""), 401, notProvided)

	// Time is that of its own sandbox.
	advance := func(key string) {
		r := httptest.NewRequest(http.MethodPatch, "/sandbox/v1/clock", strings.NewReader(`{"advance":"PT1H"}`))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("X-Api-Key", key)
		if w := l.do(r); w.Code != 200 {
			t.Fatalf("the clock: %d %s", w.Code, w.Body)
		}
	}
	advance(others)
	l.want("when another's clock has moved", l.get(link, "", ""), 200, "")
	advance(key)
	l.want("when its own has", l.get(link, "", ""), 410, `{"detail":"The link has expired."}`)

	link = l.link(key, hash)
	l.ask(ravi, "POST /applications/"+a+"/disable", nil, 200)
	l.want("of a disabled application", l.get(link, "", ""), 403, `{"detail":"This application is disabled."}`)
	l.ask(ravi, "POST /applications/"+a+"/enable", nil, 200)
	l.want("of one that is enabled again", l.get(link, "", ""), 200, "")
	l.ask(ravi, "DELETE /applications/"+a, nil, 204)
	l.want("of a deleted one", l.get(link, "", ""), 401, notProvided)
}

func TestAStatementIsTheSameWheneverItIsAskedFor(t *testing.T) {
	l := newLender(t)
	a := l.enabled("Lender", "apis", []string{"bank-connect"}).text("id")
	key, hash, _ := l.credential(a)
	w := l.get(l.link(key, hash), "", "")
	l.set(l.now.Load().Add(10 * time.Minute))
	if again := l.get(l.link(key, hash), "", ""); again.Code != 200 || again.Body.String() != w.Body.String() {
		t.Errorf("the same statement is another ten minutes later: %d, %d bytes after %d", again.Code, again.Body.Len(), w.Body.Len())
	}
}
