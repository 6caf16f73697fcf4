package server_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	boxes "github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/server"
)

// forms is a folder whose answers differ each time they are made.
var forms = fstest.MapFS{"deposits/forms.yaml": {Data: []byte(`
scenario: forms
title: Forms
api: deposits
default: true
tables:
  taken: {key: [id], writable: true, columns: {id: string}}
rules:
  submitMyForm:
    - name: come again
      times: 1
      match: {body: {instructions: {$contains: {id: busy}}}}
      respond: {problem: TOO_MANY_REQUESTS}
    - name: refused
      match: {body: {instructions: {$contains: {id: bad}}}}
      let: {id: uuid()}
      respond: {problem: UNPROCESSABLE, detail: "No ${id}"}
    - name: lost
      times: 1
      match: {body: {instructions: {$contains: {id: lost}}}}
      let: {id: uuid()}
      do: [{insert: {taken: {id: "${id}"}}}]
      respond: {header: {X-Receipt: "${id}"}, body: {status: success, message: "${id}"}}
      fault: reset
    - name: slow
      match: {body: {instructions: {$contains: {id: slow}}}}
      let: {id: uuid()}
      delay: 10s
      respond: {body: {status: success, message: "${id}"}}
    - name: taken
      let: {id: uuid()}
      do: [{insert: {taken: {id: "${id}"}}}]
      respond: {body: {status: success, message: "${id}"}}
  listMyAccounts:
    - name: counted
      let: {id: uuid()}
      offContract: true
      respond: {body: {made: "${id}"}}
`)}}

// form submits a form whose instruction has an id.
func (s *steered) form(key, id string, pairs ...string) *httptest.ResponseRecorder {
	s.t.Helper()
	body := fmt.Sprintf(`{"instructions":[{"id":%q,"instruction":"open_sa","openMode":"solo","productVariant":"regular"}],"sections":[]}`, id)
	pairs = append([]string{"X-Api-Key", s.key}, pairs...)
	if key != "" {
		pairs = append(pairs, "Idempotency-Key", key)
	}
	return s.do(request("POST", "/deposits/v1/my/forms", body, pairs...))
}

func (s *steered) taken() int {
	s.t.Helper()
	var page struct{ Total int }
	s.read(&page, 200, "GET", "/tables/deposits/taken/rows", "")
	return page.Total
}

// inMemoryAndKept runs a test with sandboxes in memory and with kept ones.
func inMemoryAndKept(t *testing.T, folder fstest.MapFS, test func(t *testing.T, s *steered), change ...func(*server.Options)) {
	t.Run("in memory", func(t *testing.T) { test(t, newSteered(t, folder, change...)) })
	t.Run("kept", func(t *testing.T) {
		test(t, newSteered(t, folder, append(change, func(o *server.Options) { o.Store, o.Process = newStore(t), 1 })...))
	})
}

func newStore(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.OpenFolder(t.Context(), filepath.Join(t.TempDir(), "data"), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func isReplayed(w *httptest.ResponseRecorder) bool {
	return w.Header().Get("Idempotency-Replayed") == "true"
}

func TestARequestWithAKeyIsDoneOnceADayForEachApplication(t *testing.T) {
	inMemoryAndKept(t, forms, func(t *testing.T, s *steered) {
		first := s.form("k1", "a")
		again := s.form("k1", "a")
		if first.Code != 200 || isReplayed(first) {
			t.Fatalf("%d %s", first.Code, first.Body)
		}
		if again.Code != 200 || !isReplayed(again) || again.Body.String() != first.Body.String() ||
			again.Header().Get("Content-Type") != first.Header().Get("Content-Type") || again.Header().Get("X-Sandbox-Rule") != "taken" ||
			again.Header().Get("X-Request-Id") == first.Header().Get("X-Request-Id") {
			t.Errorf("%d %v %s", again.Code, again.Header(), again.Body)
		}
		for name, w := range map[string]*httptest.ResponseRecorder{
			"another key": s.form("k2", "a"), "no key": s.form("", "a"), "another application": s.as("other").form("k1", "a")} {
			if w.Code != 200 || isReplayed(w) || w.Body.String() == first.Body.String() {
				t.Errorf("%s: %d %s", name, w.Code, w.Body)
			}
		}
		other := s.form("k1", "b")
		problemOf(t, other, 422, "IDEMPOTENCY_KEY_REUSED")
		if n := s.taken(); n != 3 {
			t.Errorf("%d forms were taken", n)
		}
		s.read(nil, 200, "PATCH", "/clock", `{"advance":"P2D"}`)
		if !isReplayed(s.form("k1", "a")) {
			t.Error("the sandbox's clock lets answers expire")
		}
		s.set(start.Add(24*time.Hour - time.Second))
		if !isReplayed(s.form("k1", "a")) {
			t.Error("it is forgotten before a day is over")
		}
		s.set(start.Add(24 * time.Hour))
		if w := s.form("k1", "b"); w.Code != 200 || isReplayed(w) {
			t.Errorf("a day later: %d %s", w.Code, w.Body)
		}
	})
}

func TestARefusalIsKeptUnlessItWasNotDecidedAbout(t *testing.T) {
	inMemoryAndKept(t, forms, func(t *testing.T, s *steered) {
		bad := s.form("k", "bad")
		if again := s.form("k", "bad"); bad.Code != 422 || again.Code != 422 || !isReplayed(again) || again.Body.String() != bad.Body.String() {
			t.Errorf("a refusal by a rule: %s, then %d %s", bad.Body, again.Code, again.Body)
		}
		if w := s.form("k2", ""); w.Code != 400 {
			t.Errorf("off the contract: %d %s", w.Code, w.Body)
		}
		if w := s.form("k2", "a"); w.Code != 200 || isReplayed(w) {
			t.Errorf("corrected: %d %s", w.Code, w.Body)
		}
		if w := s.form("k3", "busy"); w.Code != 429 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.form("k3", "busy"); w.Code != 200 || isReplayed(w) {
			t.Errorf("come again: %d %s", w.Code, w.Body)
		}
		if w := s.form("k4", "a", "Prefer", "code=503"); w.Code != 503 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if w := s.form("k4", "a"); w.Code != 200 || isReplayed(w) {
			t.Errorf("after the document has answered: %d %s", w.Code, w.Body)
		}
	})
}

func TestAnAnswerThatWasLostOnTheWireIsGivenAgain(t *testing.T) {
	inMemoryAndKept(t, forms, func(t *testing.T, s *steered) {
		func() {
			defer func() {
				if cause, ok := recover().(error); !ok || !errors.Is(cause, http.ErrAbortHandler) {
					t.Errorf("the connection is not cut: %v", cause)
				}
			}()
			s.form("k", "lost")
		}()
		w := s.form("k", "lost")
		if receipt := w.Header().Get("X-Receipt"); w.Code != 200 || !isReplayed(w) || receipt == "" || !strings.Contains(w.Body.String(), receipt) {
			t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
		}
		if n := s.taken(); n != 1 {
			t.Errorf("%d forms were taken", n)
		}
	})
}

func TestARequestWhoseFirstAnswerIsStillOutIsToldToWait(t *testing.T) {
	waits, release := make(chan struct{}, 1), make(chan struct{})
	inMemoryAndKept(t, forms, func(t *testing.T, s *steered) {
		var group sync.WaitGroup
		var first *httptest.ResponseRecorder
		group.Go(func() { first = s.form("k", "slow") })
		<-waits
		w := s.form("k", "slow")
		if problemOf(t, w, 409, "IDEMPOTENCY_KEY_IN_USE"); w.Header().Get("Retry-After") != "1" {
			t.Errorf("%v", w.Header())
		}
		release <- struct{}{}
		group.Wait()
		s.set(start.Add(10 * time.Second))
		if again := s.form("k", "slow"); !isReplayed(again) || again.Body.String() != first.Body.String() {
			t.Errorf("%s, then %d %s", first.Body, again.Code, again.Body)
		}
	}, func(o *server.Options) {
		o.Wait = func(context.Context, time.Duration) error {
			waits <- struct{}{}
			<-release
			return nil
		}
	})
}

func TestAResetForgetsAnswers(t *testing.T) {
	inMemoryAndKept(t, forms, func(t *testing.T, s *steered) {
		s.form("k", "a")
		s.as("other").form("k", "a")
		s.read(nil, 200, "POST", "/reset", `{"parts":["state"]}`)
		if w := s.form("k", "b"); w.Code != 200 || isReplayed(w) {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if !isReplayed(s.as("other").form("k", "a")) {
			t.Error("another application's answer is forgotten too")
		}
	})
}

func TestAKeyMeansNothingWhereTheOperationDoesNotDeclareIt(t *testing.T) {
	s := newSteered(t, forms)
	ask := func() string { return s.get("/deposits/v1/my/accounts", "Idempotency-Key", "k").Body.String() }
	if first := ask(); first == ask() {
		t.Errorf("the same answer twice: %s", first)
	}
}

// broken is a store of which nothing can be read or kept from a time on.
type broken struct {
	boxes.Store
	fails bool
}

func (b *broken) Save(ctx context.Context, key string, from int64, c *boxes.Change) (int64, error) {
	if b.fails {
		return 0, errors.New("no space left for password=hunter2")
	}
	return b.Store.Save(ctx, key, from, c)
}

func (b *broken) Load(ctx context.Context, key string, known int64) (*boxes.Kept, error) {
	if b.fails {
		return nil, errors.New("no space left for password=hunter2")
	}
	return b.Store.Load(ctx, key, known)
}

func TestWhatCannotBeKeptIsAnswered503AndChangesNothing(t *testing.T) {
	disk := &broken{Store: newStore(t)}
	s := newSteered(t, bench, func(o *server.Options) { o.Store, o.Process = disk, 1 })
	s.read(nil, 200, "PUT", "/tables/deposits/vpas/rows/new@ybl", `{"outcome":"success"}`)
	s.read(nil, 200, "PUT", "/snapshots/one", "")
	s.read(nil, 201, "POST", "/overrides", `{"operation":"getLocale","rule":{"name":"r","respond":{"problem":"CONFLICT"}}}`)
	disk.fails = true
	for _, c := range [][3]string{
		{"PUT", "/tables/deposits/vpas/rows/new@ybl", `{"outcome":"failed"}`}, {"DELETE", "/tables/deposits/vpas/rows/new@ybl", ""},
		{"PUT", "/state/deposits/bank", `{"value":"down"}`}, {"PATCH", "/clock", `{"advance":"PT1H"}`}, {"PATCH", "/clock", `{"frozen":true}`},
		{"PUT", "/seed", `{"seed":"5"}`}, {"PUT", "/selection", `{"scenarios":["strict"]}`}, {"DELETE", "/selection", ""},
		{"POST", "/overrides", `{"operation":"getLocale","rule":{"name":"q","respond":{"problem":"CONFLICT"}}}`}, {"DELETE", "/overrides/o1", ""}, {"DELETE", "/overrides", ""},
		{"PUT", "/snapshots/two", ""}, {"POST", "/snapshots/one/restore", ""}, {"DELETE", "/snapshots/one", ""}, {"POST", "/reset", ""},
		{"POST", "/provider-states", `{"state":"a VPA with an outcome","params":{"vpa":"x@ybl"}}`},
	} {
		w := s.call(c[0], c[1], c[2])
		if c == [3]string{"DELETE", "/selection", ""} && w.Code == 204 {
			continue // there was nothing to change
		}
		if problemOf(t, w, 503, "STORAGE_UNAVAILABLE"); w.Header().Get("Retry-After") == "" || strings.Contains(w.Body.String(), "hunter2") {
			t.Errorf("%s %s: %d %s", c[0], c[1], w.Code, w.Body)
		}
		disk.fails = false
		var row struct{ Row struct{ Outcome string } }
		var page struct {
			Rows []struct{ Row struct{ VPA, Outcome string } }
		}
		s.read(&page, 200, "GET", "/tables/deposits/vpas/rows", "")
		for _, r := range page.Rows {
			if r.Row.VPA == "new@ybl" {
				row.Row.Outcome = r.Row.Outcome
			}
		}
		if row.Row.Outcome != "success" {
			t.Errorf("%s %s has changed the row to %q", c[0], c[1], row.Row.Outcome)
		}
		disk.fails = true
	}
	if w := s.as("new").verify(`{"vpa":"twice@ybl"}`, "X-Api-Key", "another"); w.Code != 503 {
		t.Errorf("a sandbox that cannot be read answers %d %s", w.Code, w.Body)
	}
	if !strings.Contains(s.log.String(), "STORAGE_UNAVAILABLE") {
		t.Error("the log does not say so")
	}
}

func TestTheServerIsNotReadyWhileWhatItStandsOnIsNot(t *testing.T) {
	var failure error
	s := newSteered(t, bench, func(o *server.Options) { o.Ready = func(context.Context) error { return failure } })
	if w := s.get("/readyz"); w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	failure = errors.New("dial tcp: connection refused")
	w := s.get("/readyz")
	if p := problemOf(t, w, 503, "STORAGE_UNAVAILABLE"); !strings.Contains(p.Detail, "database") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if s.get("/healthz").Code != 200 {
		t.Error("the process is said to be dead")
	}
}
