package server_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/secrets"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/server"
)

// real is a server with everything that a deployment stands on, in a folder.
type real struct {
	*gated
	portal *portal.Service
	meter  *portal.Meter
	store  *store.Store
	demo   portal.Demo
}

func newReal(t *testing.T, more ...*contract.API) *real {
	t.Helper()
	return realWith(t, func(*real, *server.Options) {}, more...)
}

// realWith is newReal with other options, which are changed before the scenarios are loaded.
func realWith(t *testing.T, change func(*real, *server.Options), more ...*contract.API) *real {
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
	key, err := s.Secret(t.Context(), "digests", secrets.DigestKeySize)
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := secrets.New(secrets.Options{Key: key, Sealer: s})
	if err != nil {
		t.Fatal(err)
	}
	r := &real{meter: new(portal.Meter), store: s}
	b := newSandbox(t, scenariosOfDeposits(), func(o *server.Options) {
		o.APIs = append([]*contract.API{depositsAPI(), controlDocument(), oauthDocument()}, more...)
		newID := func() string { return uuid.Must(uuid.NewV7()).String() }
		r.portal = portal.New(portal.Options{Store: s.Portal(), Clock: o.Clock, NewID: newID, Secrets: hidden})
		change(r, o)
		p, found := engine.Load(scenariosOfDeposits(), o.APIs[:2])
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		o.Program, o.Portal, o.Usage, o.Store, o.Process = p, r.portal, r.meter, s, 1
		o.Gate = gate.New(gate.Options{Source: r.portal.GateSource(), Store: s.Gate(), Clock: o.Clock})
		o.Tokens = oauth.New(oauth.Options{Store: s.Gate(), Clock: o.Clock, NewID: newID})
		o.Wait = func(context.Context, time.Duration) error { return nil }
	})
	r.gated = &gated{sandbox: b, t: t}
	if err := r.portal.PrepareCatalogue(t.Context(), []portal.Document{{API: "deposits", Title: "Deposits"}}); err != nil {
		t.Fatal(err)
	}
	if r.demo, err = r.portal.Demo(t.Context(), "a password for tests", "another one for tests"); err != nil {
		t.Fatal(err)
	}
	return r
}
