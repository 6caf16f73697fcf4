package sandbox_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
)

var start = time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)

// bankAPI is the document of the tests, loaded once.
var bankAPI = sync.OnceValue(func() *contract.API {
	api, found := contract.Load(os.DirFS("testdata"), "bank.yaml")
	if err := found.Err(); err != nil {
		panic(err)
	}
	return api
})

// load compiles the scenarios anew, as another program.
func load(t testing.TB) *engine.Program {
	t.Helper()
	p, found := engine.Load(os.DirFS("testdata/scenarios"), []*contract.API{bankAPI()})
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

// bench is a registry under test with a clock that the test moves.
type bench struct {
	*sandbox.Registry
	t       testing.TB
	program *engine.Program
	clock   *atomic.Int64 // nanoseconds after start
}

// plays gives the program of every sandbox.
func (b *bench) plays(string) *engine.Program { return b.program }

func newBench(t testing.TB, change ...func(*sandbox.Options)) *bench {
	t.Helper()
	b := &bench{t: t, program: load(t), clock: &atomic.Int64{}}
	o := sandbox.Options{Clock: b.now, Seed: 7, Failed: func(key string, err error) { t.Errorf("sandbox %s: %v", key, err) }}
	for _, c := range change {
		c(&o)
	}
	b.Registry = sandbox.NewRegistry(o)
	return b
}

func (b *bench) now() time.Time       { return start.Add(time.Duration(b.clock.Load())) }
func (b *bench) pass(d time.Duration) { b.clock.Add(int64(d)) }

func (b *bench) get(key string) *boxed {
	b.t.Helper()
	s, err := b.Open(context.Background(), key)
	if err != nil {
		b.t.Fatal(err)
	}
	return &boxed{s, b}
}

// boxed is a sandbox under test.
type boxed struct {
	*sandbox.Sandbox
	b *bench
}

// These fail the test where the sandbox fails.

func (s *boxed) Freeze(p *engine.Program) []engine.Callback {
	s.b.t.Helper()
	return must(s.b.t)(s.Sandbox.Freeze(p))
}

func (s *boxed) Resume(p *engine.Program) []engine.Callback {
	s.b.t.Helper()
	return must(s.b.t)(s.Sandbox.Resume(p))
}

func (s *boxed) SetSeed(seed uint64) {
	s.b.t.Helper()
	if err := s.Sandbox.SetSeed(seed); err != nil {
		s.b.t.Fatal(err)
	}
}

func (s *boxed) Reset() {
	s.b.t.Helper()
	if err := s.Sandbox.Reset(); err != nil {
		s.b.t.Fatal(err)
	}
}

func (s *boxed) RemoveOverride(id string) bool {
	s.b.t.Helper()
	found, err := s.Sandbox.RemoveOverride(id)
	if err != nil {
		s.b.t.Fatal(err)
	}
	return found
}

func (s *boxed) ClearOverrides() int {
	s.b.t.Helper()
	n, err := s.Sandbox.ClearOverrides()
	if err != nil {
		s.b.t.Fatal(err)
	}
	return n
}

func (s *boxed) request(operation, body string) *contract.Request {
	s.b.t.Helper()
	o := bankAPI().Operation(operation)
	r := httptest.NewRequest(o.Method, bankAPI().BasePath+o.Path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	} else {
		r.Body = http.NoBody
	}
	req, refusal := o.Check(r, func(string) string { return "" }, contract.Limits{})
	if refusal != nil {
		s.b.t.Fatalf("%s is refused: %+v", operation, refusal)
	}
	return req
}

// call decides about a request and gives the decision with its world.
func (s *boxed) call(operation, body string) (engine.Decision, *engine.World) {
	s.b.t.Helper()
	w := &engine.World{}
	d, err := s.Decide(s.b.program, s.request(operation, body), w)
	if err != nil {
		s.b.t.Fatalf("%s: %v", operation, err)
	}
	return d, w
}

// rule gives the rule that answers an operation.
func (s *boxed) rule(operation, body string) string {
	s.b.t.Helper()
	d, _ := s.call(operation, body)
	return d.Rule
}

const claim = `{"name":"a","otp":"123456"}`

func names(callbacks []engine.Callback) string {
	var out []string
	for _, c := range callbacks {
		out = append(out, string(c.Body))
	}
	return strings.Join(out, " ")
}

func TestATransitionRacedByAHundredRequestsHappensOnce(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	var won atomic.Int64
	var all sync.WaitGroup
	for range 100 {
		req := s.request("takeOffer", claim)
		all.Go(func() {
			d, err := b.Get("one").Decide(b.program, req, &engine.World{})
			if err != nil {
				t.Error(err)
			}
			if d.Rule == "the first one gets it" {
				won.Add(1)
			}
		})
	}
	all.Wait()
	if won.Load() != 1 {
		t.Errorf("%d requests got the offer", won.Load())
	}
	if rule := b.get("other").rule("takeOffer", claim); rule != "the first one gets it" {
		t.Errorf("in another sandbox the offer is taken: %s", rule)
	}
}

func TestReadingAnUnknownSandboxKeepsNothing(t *testing.T) {
	b := newBench(t)
	for _, key := range []string{"a", "b", "c"} {
		s := b.Get(key)
		if s.State() != nil || len(s.Selected()) > 0 || s.Overrides(b.program) != nil || !s.Now().Equal(start) || len(s.Snapshots()) > 0 {
			t.Errorf("%s is not new", key)
		}
		if page, total, dropped := s.Entries(sandbox.Filter{}); len(page) > 0 || total > 0 || dropped > 0 {
			t.Errorf("the journal of %s is not empty", key)
		}
	}
	if n := b.Stats().Sandboxes; n != 0 {
		t.Errorf("%d sandboxes are kept", n)
	}
	b.get("a").call("getStatus", "")
	if n := b.Stats().Sandboxes; n != 1 {
		t.Errorf("%d sandboxes are kept after a request", n)
	}
}

func TestTwoHandlesOfANewSandboxAreTheSameSandbox(t *testing.T) {
	b := newBench(t)
	first, second := b.get("key"), b.get("key")
	first.call("takeOffer", claim)
	if rule := second.rule("takeOffer", claim); rule != "it is gone" {
		t.Errorf("the second handle is answered by %s", rule)
	}
	second.SetSeed(99)
	if first.Seed() != 99 {
		t.Errorf("the first handle has the seed %d", first.Seed())
	}
}

func TestTheLeastRecentlyUsedSandboxMakesRoom(t *testing.T) {
	b := newBench(t, func(o *sandbox.Options) { o.Sandboxes = 3 })
	for _, key := range []string{"a", "b", "c"} {
		b.get(key).call("takeOffer", claim)
	}
	b.get("a").call("getStatus", "")      // a is used again,
	b.get("fresh").call("getStatus", "")  // so b has to go
	b.get("fresh2").call("getStatus", "") // and then c
	if got := b.Stats(); got.Sandboxes != 3 || got.Evictions != 2 {
		t.Errorf("%+v", got)
	}
	if rule := b.get("a").rule("takeOffer", claim); rule != "it is gone" {
		t.Errorf("a answers with %s", rule)
	}
	if b.Get("b").State() != nil || b.Get("c").State() != nil {
		t.Error("b and c are still there")
	}
}

func TestAnEvictedSandboxGivesItsJournalBack(t *testing.T) {
	b := newBench(t, func(o *sandbox.Options) { o.Sandboxes = 2 })
	held := b.Get("a")
	for i, key := range []string{"a", "b", "c", "d"} {
		b.Get(key).Record(entry(100, i))
	}
	two := b.Stats().JournalBytes
	if page, _, _ := held.Entries(sandbox.Filter{}); len(page) != 0 {
		t.Errorf("an evicted sandbox has %d entries", len(page))
	}
	held.Record(entry(100, 9)) // whoever holds it has it kept again
	if got := b.Stats(); got.Sandboxes != 2 || got.JournalBytes != two {
		t.Errorf("%+v, want %d bytes", got, two)
	}
}

func TestTheSameSeedGivesTheSameRun(t *testing.T) {
	b := newBench(t)
	run := func(s *boxed) string {
		var out strings.Builder
		for range 20 {
			d, _ := s.call("drawNumber", "")
			out.Write(d.Body)
		}
		return out.String()
	}
	s, other := b.get("one"), b.get("two")
	first := run(s)
	if again := run(s); again == first {
		t.Error("the second twenty draws are those of the first")
	}
	if run(other) == first {
		t.Error("another sandbox draws the same by itself")
	}
	s.Reset()
	if run(s) != first {
		t.Error("after a reset the draws are others")
	}
	other.SetSeed(s.Seed())
	other.SetSeed(s.Seed())
	if s.Reset(); run(s) != first {
		t.Error("a second reset changes the draws")
	}
	other.Reset()
	if run(other) != first {
		t.Error("the same seed gives another run in another sandbox")
	}
	if newBench(t).Get("one").Seed() != s.Seed() {
		t.Error("the same key has another seed in another registry of the same seed")
	}
}

// slowServices are services that wait until they are told to go on.
type slowServices struct{ asked, proceed chan struct{} }

func (s slowServices) SignToken(map[string]any, bank.Duration, time.Time) (string, error) {
	return "", errors.New("no tokens here")
}
func (s slowServices) TokenClaims(string, time.Time) (map[string]any, bool) { return nil, false }
func (s slowServices) SignLink(string, bank.Duration, time.Time) (string, error) {
	close(s.asked)
	<-s.proceed
	return "https://bank.example/x", nil
}

func TestAnOperationThatChangesNothingDoesNotWaitForOneThatDoes(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	services := slowServices{make(chan struct{}), make(chan struct{})}
	changing, reading := s.request("makeLink", claim), s.request("getStatus", "")
	var all sync.WaitGroup
	all.Go(func() {
		if _, err := s.Decide(b.program, changing, &engine.World{Services: services}); err != nil {
			t.Error(err)
		}
	})
	<-services.asked // the change is under way, and holds whatever it holds
	if d, err := s.Decide(b.program, reading, &engine.World{}); err != nil || d.Rule != "the line is up" {
		t.Errorf("%s %v", d.Rule, err)
	}
	s.Record(entry(1, 1))
	if len(s.Selected()) != 0 || s.Now().IsZero() {
		t.Error("the sandbox cannot be looked at")
	}
	close(services.proceed)
	all.Wait()
}
