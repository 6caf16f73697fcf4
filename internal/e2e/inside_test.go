package e2e_test

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/scenarios"
	"github.com/sandbank/sandbank/server"
)

// loadAPIs loads the documents that the program plays from scenarios or steers them with; those of the bank's developer
// programme are served by a deployment alone. The APIs are shared by all tests; they are immutable.
var loadAPIs = sync.OnceValues(func() ([]*contract.API, error) {
	names, err := fs.Glob(openapi.Documents, "*.yaml")
	var all []*contract.API
	for _, name := range names {
		if slices.Contains([]string{"common.yaml", "oauth.yaml", "portal.yaml"}, name) {
			continue
		}
		api, found := contract.Load(openapi.Documents, name)
		err = errors.Join(err, found.Err())
		all = append(all, api)
	}
	return all, err
})

func apis(tb testing.TB) []*contract.API {
	tb.Helper()
	all, err := loadAPIs()
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// deposits is the bank's API.
func deposits(tb testing.TB) *contract.API { return apiNamed(tb, "deposits") }

// control is the API of the sandbox itself.
func control(tb testing.TB) *contract.API { return apiNamed(tb, "sandbox") }

func apiNamed(tb testing.TB, name string) *contract.API {
	tb.Helper()
	for _, a := range apis(tb) {
		if a.Name == name {
			return a
		}
	}
	tb.Fatalf("there is no API %s", name)
	return nil
}

// programOf compiles the scenarios of a folder.
func programOf(tb testing.TB, folder fs.FS) *engine.Program {
	tb.Helper()
	p, found := engine.Load(folder, apis(tb))
	if err := found.Err(); err != nil {
		tb.Fatal(err)
	}
	return p
}

// inside is a server inside the test, whose clock the test moves and whose delays do not last.
type inside struct {
	*server.Server
	origin string
	keys   *token.Keys
	log    *logText

	guard  sync.Mutex
	now    time.Time
	waited []time.Duration
}

// newYear is when the clock of an inside server begins.
var newYear = time.Date(2026, time.January, 1, 12, 0, 0, 0, time.UTC)

// serveInside serves the scenarios that the program carries until the test is over.
func serveInside(tb testing.TB) *inside {
	tb.Helper()
	s := &inside{now: newYear, log: &logText{}}
	var err error
	if s.keys, err = token.NewKeys(); err != nil {
		tb.Fatal(err)
	}
	s.Server, err = server.New(server.Options{
		APIs: apis(tb), Program: programOf(tb, scenarios.FS), Keys: s.keys, Clock: s.clock, Wait: s.wait,
		Logger: slog.New(slog.NewTextHandler(s.log, nil)), Version: "test", Seed: 1, Callbacks: nobody{},
	})
	if err != nil {
		tb.Fatal(err)
	}
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.Handler().ServeHTTP(withoutDeadlines{w}, r)
	}))
	tb.Cleanup(func() {
		h.Close()
		if text := s.log.String(); text != "" {
			tb.Errorf("the server logged\n%s", text)
		}
	})
	s.origin = h.URL
	return s
}

// nobody listens to callbacks.
type nobody struct{}

// Send drops a callback.
func (nobody) Send(context.Context, string, engine.Callback) {}

// withoutDeadlines hides the connection: the server would set its deadlines by a clock that is not the connection's.
type withoutDeadlines struct{ http.ResponseWriter }

func (s *inside) clock() time.Time {
	s.guard.Lock()
	defer s.guard.Unlock()
	return s.now
}

func (s *inside) advance(d time.Duration) {
	s.guard.Lock()
	defer s.guard.Unlock()
	s.now = s.now.Add(d)
}

// wait notes what was asked for and lets no time pass.
func (s *inside) wait(_ context.Context, d time.Duration) error {
	s.guard.Lock()
	defer s.guard.Unlock()
	s.waited = append(s.waited, d)
	return nil
}

// handler is a server with the program's own settings, for measuring.
func handler(tb testing.TB, folder fs.FS) http.Handler {
	tb.Helper()
	keys, err := token.NewKeys()
	if err != nil {
		tb.Fatal(err)
	}
	s, err := server.New(server.Options{
		APIs: apis(tb), Program: programOf(tb, folder), Keys: keys, Clock: time.Now,
		Logger: slog.New(slog.DiscardHandler), Version: "bench", Seed: 1,
	})
	if err != nil {
		tb.Fatal(err)
	}
	return s.Handler()
}
