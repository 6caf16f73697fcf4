package server_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/scenarios"
	"github.com/sandbank/sandbank/server"
)

// deployment is a programme with all that `sandbank serve` has: the gate before the bank's APIs, access tokens, the
// control API, kept sandboxes and overlays of the files that the program ships. It logs every request.
type deployment struct {
	*programme
	meter *portal.Meter
}

// bankAPIs are the documents of the bank's own APIs, loaded once: all that there are but the developer programme's and the
// control API's.
var bankAPIs = sync.OnceValue(func() []*contract.API {
	files, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		panic(err)
	}
	apis := []*contract.API{depositsAPI()}
	for _, name := range files {
		if slices.Contains([]string{"common.yaml", "deposits.yaml", "oauth.yaml", "portal.yaml", "sandbox.yaml"}, name) {
			continue
		}
		api, found := contract.Load(openapi.Documents, name)
		if err := found.Err(); err != nil {
			panic(err)
		}
		apis = append(apis, api)
	}
	return apis
})

// bankOperations are the operations of all of the bank's own APIs.
func bankOperations() (all []*contract.Operation) {
	for _, api := range bankAPIs() {
		all = append(all, api.Operations...)
	}
	return all
}

// shippedProgram is what the program ships, loaded once.
var shippedProgram = sync.OnceValue(func() *engine.Program {
	p, found := engine.Load(scenarios.FS, bankAPIs())
	if err := found.Err(); err != nil {
		panic(err)
	}
	return p
})

func newDeployment(t *testing.T) *deployment {
	t.Helper()
	s, err := store.OpenFolder(t.Context(), t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return deployOn(t, s)
}

// deployOn is a deployment on a database.
func deployOn(t *testing.T, s *store.Store) *deployment {
	t.Helper()
	d := &deployment{meter: new(portal.Meter)}
	b := openBranchOn(t, s, checkedAddresses, branchOptions{server: func(o *server.Options) {
		o.APIs = append(slices.Clone(bankAPIs()), portalDocument(), controlDocument(), oauthDocument())
		o.Program, o.Scenarios, o.Store, o.Process, o.Usage, o.AccessLog = shippedProgram(), scenarios.FS, s, 1, d.meter, o.Logger
		o.Gate = gate.New(gate.Options{Source: o.Portal.GateSource(), Store: s.Gate(), Clock: o.Clock})
		o.Tokens = oauth.New(oauth.Options{Store: s.Gate(), Clock: o.Clock, NewID: func() string { return uuid.Must(uuid.NewV7()).String() }})
		o.Wait = func(context.Context, time.Duration) error { return nil }
	}})
	var documents []portal.Document
	for _, api := range bankAPIs() {
		documents = append(documents, portal.Document{API: api.Name, Title: api.Title})
	}
	if err := b.portal.PrepareCatalogue(t.Context(), documents); err != nil {
		t.Fatal(err)
	}
	d.programme = programmeIn(b)
	return d
}

// pair is what an application proves itself with; hash is "" where none of its APIs asks for one.
type pair struct{ id, secret, hash string }

// credentialsOf gives the current pair of an application, as a member reads it.
func (d *deployment) credentialsOf(who, application string) pair {
	d.t.Helper()
	c := d.ask(who, "GET /applications/"+application+"/credentials", nil, 200).list("credentials")
	if len(c) == 0 || len(c[0].text("clientSecret")) < 32 {
		d.t.Fatalf("the credentials are %v", c)
	}
	return pairOf(c[0])
}

func pairOf(o object) pair {
	return pair{o.text("clientId"), o.text("clientSecret"), o.text("serverHash")}
}

// grant asks for an access token.
func (d *deployment) grant(p pair) *httptest.ResponseRecorder {
	return d.client("/token", p, url.Values{"grant_type": {"client_credentials"}})
}

// client sends a form to the authorisation server.
func (d *deployment) client(path string, p pair, form url.Values, pairs ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, oauthDocument().BasePath+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.SetBasicAuth(p.id, p.secret)
	for i := 0; i < len(pairs); i += 2 {
		r.Header.Set(pairs[i], pairs[i+1])
	}
	return d.do(r)
}

// token gives an access token.
func (d *deployment) token(p pair) string {
	d.t.Helper()
	w := d.grant(p)
	var out issued
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil || w.Code != 200 {
		d.t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	return out.AccessToken
}

// keyed sends a request with a key; pairs are further header fields.
func (d *deployment) keyed(key, method, target, body string, pairs ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Header.Set("X-Api-Key", key)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(pairs); i += 2 {
		r.Header.Set(pairs[i], pairs[i+1])
	}
	return d.do(r)
}

// findJohn has a customer found, which takes a key and an access token.
func (d *deployment) findJohn(key, token string) *httptest.ResponseRecorder {
	return d.keyed(key, http.MethodPost, find, john, "Authorization", "Bearer "+token)
}
