package server_test

import (
	"context"
	"errors"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/server"
)

// oauthDocument is the authorisation server's real document, loaded once.
var oauthDocument = sync.OnceValue(func() *contract.API {
	api, found := contract.Load(openapi.Documents, "oauth.yaml")
	if err := found.Err(); err != nil {
		panic(err)
	}
	return api
})

// platform is what the gate and the issuer of tokens stand on, in memory. Its changes are seen at once.
type platform struct {
	guard   sync.Mutex
	edition int64
	clients map[string]gate.Client
	tallies map[string]gate.Tally
	keys    map[int64][]byte
	revoked map[string]bool
	down    bool
	calls   []usedCall
	hashed  atomic.Int64 // secrets that were hashed to be compared
}

type usedCall struct {
	organisation, application, api string
	status                         int
}

var errPlatform = errors.New("the database is down")

func (p *platform) set(clients ...gate.Client) {
	p.guard.Lock()
	defer p.guard.Unlock()
	for _, c := range clients {
		p.clients[c.ID] = c
	}
	p.edition++
}

func (p *platform) fail(down bool) {
	p.guard.Lock()
	defer p.guard.Unlock()
	p.down = down
	p.edition++
}

func (p *platform) ask(do func()) error {
	p.guard.Lock()
	defer p.guard.Unlock()
	if p.down {
		return errPlatform
	}
	do()
	return nil
}

func (p *platform) Digest(secret string) string {
	p.hashed.Add(1)
	return "digest of " + secret
}
func (p *platform) Shared() bool { return false }
func (p *platform) Changes() uint64 {
	p.guard.Lock()
	defer p.guard.Unlock()
	return uint64(p.edition)
}
func (p *platform) Edition(context.Context) (n int64, err error) {
	return n, p.ask(func() {})
}
func (p *platform) Client(_ context.Context, key string) (found *gate.Client, err error) {
	err = p.ask(func() {
		if c, ok := p.clients[key]; ok {
			found = &c
		}
	})
	return found, err
}
func (p *platform) Tally(_ context.Context, subject string) (t gate.Tally, err error) {
	err = p.ask(func() { t = p.tallies[subject] })
	return t, err
}
func (p *platform) PutTally(_ context.Context, subject string, t gate.Tally) (bool, error) {
	return true, p.ask(func() { p.tallies[subject] = t })
}
func (p *platform) TokenKey(_ context.Context, period int64, made []byte) (kept []byte, err error) {
	err = p.ask(func() {
		if p.keys[period] == nil && made != nil {
			p.keys[period] = made
		}
		kept = p.keys[period]
	})
	return kept, err
}
func (p *platform) Revoke(_ context.Context, id string, _ time.Time) error {
	return p.ask(func() { p.revoked[id] = true; p.edition++ })
}
func (p *platform) Revoked(_ context.Context, id string) (revoked bool, err error) {
	err = p.ask(func() { revoked = p.revoked[id] })
	return revoked, err
}
func (p *platform) Sweep(context.Context, time.Time, int64) error { return nil }
func (p *platform) Count(_ time.Time, organisation, application, api string, status int, _ time.Duration) {
	p.guard.Lock()
	defer p.guard.Unlock()
	p.calls = append(p.calls, usedCall{organisation, application, api, status})
}

// gated is a server where keys are known ones.
type gated struct {
	*sandbox
	*platform
	t *testing.T
}

// partner is an application of an organisation of its own, with the API of deposits.
func partner(name string) gate.Client {
	return gate.Client{
		ID: name + "-key", Application: name + "-app", Organisation: name + "-org", State: gate.Enabled, OAuth: true,
		SecretDigest: "digest of " + name + "-secret", Tier: "bronze/standard",
		Limits: gate.Limits{Day: 10_000, Second: 100}, APIs: map[string]gate.API{"deposits": {Approved: true, Admitted: true, Limits: gate.Limits{Day: 1000}}},
	}
}

func newGated(t *testing.T, change ...func(*server.Options)) *gated {
	t.Helper()
	g := &gated{t: t, platform: &platform{clients: map[string]gate.Client{}, tallies: map[string]gate.Tally{}, keys: map[int64][]byte{}, revoked: map[string]bool{}}}
	g.platform.set(partner("shop"), partner("other"))
	g.sandbox = newSandbox(t, scenariosOfDeposits(), slices.Concat([]func(*server.Options){func(o *server.Options) {
		o.APIs = []*contract.API{depositsAPI(), controlDocument(), oauthDocument()}
		p, found := engine.Load(scenariosOfDeposits(), o.APIs[:2])
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		n := 0
		o.Program, o.Usage = p, g.platform
		o.Gate = gate.New(gate.Options{Source: g.platform, Store: g.platform, Clock: o.Clock})
		o.Tokens = oauth.New(oauth.Options{Store: g.platform, Clock: o.Clock, NewID: func() string { n++; return "token-" + strconv.Itoa(n) }})
		o.Wait = func(context.Context, time.Duration) error { return nil }
	}}, change)...)
	return g
}

// call sends a request with a key, and no more than the pairs beside.
func (g *gated) call(method, target, key, body string, pairs ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	if key != "" {
		r.Header.Set("X-Api-Key", key)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(pairs); i += 2 {
		r.Header.Set(pairs[i], pairs[i+1])
	}
	return g.do(r)
}
