package sandbox_test

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/internal/store"
)

// disk is a store that fails when the test says so, and that several registries may share where shared is set.
type disk struct {
	*store.Store
	shared bool
	fails  atomic.Bool // nothing is read or kept
	mute   atomic.Bool // it is kept, and nobody hears of it
}

var errDisk = errors.New("the disk is gone")

func newDisk(t *testing.T) *disk {
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
	return &disk{Store: s}
}

func (d *disk) Shared() bool { return d.shared }

func (d *disk) Load(ctx context.Context, key string, known int64) (*sandbox.Kept, error) {
	if d.fails.Load() {
		return nil, errDisk
	}
	return d.Store.Load(ctx, key, known)
}

func (d *disk) Save(ctx context.Context, key string, from int64, c *sandbox.Change) (int64, error) {
	if d.fails.Load() {
		return 0, errDisk
	}
	version, err := d.Store.Save(ctx, key, from, c)
	if err == nil && d.mute.Load() {
		return 0, errDisk
	}
	return version, err
}

var processes atomic.Uint32

// process gives a registry on the disk, as a program that has just been started has it.
func (d *disk) process(t *testing.T, change ...func(*sandbox.Options)) *bench {
	t.Helper()
	return newBench(t, append(change, func(o *sandbox.Options) { o.Store, o.Process = d, processes.Add(1) })...)
}

// looks is everything that a sandbox shows.
func (s *boxed) looks() map[string]any {
	s.b.t.Helper()
	state, err := json.Marshal(s.State())
	if err != nil {
		s.b.t.Fatal(err)
	}
	return map[string]any{"state": string(state), "clock": s.Clock(), "seed": s.Seed(), "selected": s.Selected(),
		"overrides": s.Overrides(s.b.program), "snapshots": s.Snapshots()}
}

// everything fills a sandbox with something of everything.
func (s *boxed) everything(t *testing.T) {
	t.Helper()
	s.SetSeed(1<<64 - 1)
	s.call("transfer", claim)
	s.call("takeOffer", claim)
	s.call("drawNumber", "")
	if err := errors.Join(
		s.PutRow(s.b.program, "bank", "goals", map[string]any{"id": "g2", "name": "Car"}),
		s.DeleteRow(s.b.program, "bank", "goals", map[string]any{"id": "g1"}),
		s.PutRow(s.b.program, "bank", "goals", map[string]any{"id": "g1", "name": "Boat"}),
		s.Select(s.b.program, []string{"outage"}),
		s.Select(s.b.program, nil)); err != nil {
		t.Fatal(err)
	}
	s.set(t, spec(status("mine")))
	limited := spec(status("twice"))
	limited.Times, limited.TTL = 5, time.Hour
	s.set(t, limited)
	s.status()
	for _, name := range []string{"one", "two"} {
		if _, err := s.Snapshot(name); err != nil {
			t.Fatal(err)
		}
	}
	must(t)(s.Advance(s.b.program, 10*time.Second))
	s.Freeze(s.b.program)
}

func TestASandboxIsTheSameAfterTheProgramWasStartedAgain(t *testing.T) {
	d := newDisk(t)
	s := d.process(t).get("key")
	s.everything(t)
	want := s.looks()
	again := d.process(t).get("key")
	if got := again.looks(); !reflect.DeepEqual(want, got) {
		for name := range want {
			if !reflect.DeepEqual(want[name], got[name]) {
				t.Errorf("%s\nis    %+v\nand was %+v", name, got[name], want[name])
			}
		}
	}
	if got := again.goals(); got != `[{"id":"g2","name":"Car"},{"id":"g1","name":"Boat"}]` {
		t.Errorf("the rows are %s", got)
	}
	if err := again.Restore("one"); err != nil {
		t.Fatal(err)
	}
	if again.Clock().Offset != 0 || again.Clock().Frozen || again.status() != `{"status":"twice"}` {
		t.Errorf("a snapshot gives back %+v", again.looks())
	}
	if other := d.process(t).get("other"); other.State() != nil || len(other.Overrides(other.b.program)) > 0 {
		t.Error("another sandbox is not empty")
	}
}

func TestEvictionForgetsOnlyWhatIsInMemory(t *testing.T) {
	b := newDisk(t).process(t, func(o *sandbox.Options) { o.Sandboxes = 1 })
	first := b.get("first")
	first.call("takeOffer", claim)
	b.get("second").call("takeOffer", claim)
	if n := b.Stats().Sandboxes; n != 1 {
		t.Fatalf("%d sandboxes are in memory", n)
	}
	// The one that somebody still holds is another's by now.
	if rule := b.get("first").rule("takeOffer", claim); rule != "it is gone" {
		t.Errorf("after eviction: %s", rule)
	}
	b.get("second")
	if rule := first.rule("takeOffer", claim); rule != "it is gone" {
		t.Errorf("a sandbox that was held over its eviction: %s", rule)
	}
}

// changes are all ways to change a sandbox.
func changes(s *boxed) map[string]func() error {
	p := s.b.program
	return map[string]func() error{
		"a request": func() error {
			_, err := s.Decide(p, s.request("takeOffer", claim), &engine.World{})
			return err
		},
		"a row":          func() error { return s.PutRow(p, "bank", "goals", map[string]any{"id": "g9", "name": "x"}) },
		"a row deleted":  func() error { return s.DeleteRow(p, "bank", "goals", map[string]any{"id": "g1"}) },
		"a value":        func() error { return s.SetState(p, "bank", "line", "down") },
		"the clock":      func() error { _, err := s.Sandbox.Advance(p, time.Hour); return err },
		"a stop":         func() error { _, err := s.Sandbox.Freeze(p); return err },
		"the seed":       func() error { return s.Sandbox.SetSeed(77) },
		"a selection":    func() error { return s.Select(p, []string{"outage"}) },
		"an override":    func() error { _, _, err := s.AddOverride(p, spec(status("new"))); return err },
		"no override":    func() error { _, err := s.Sandbox.ClearOverrides(); return err },
		"one less":       func() error { _, err := s.Sandbox.RemoveOverride("o1"); return err },
		"a snapshot":     func() error { _, err := s.Snapshot("three"); return err },
		"a restore":      func() error { return s.Restore("one") },
		"a drop":         func() error { return s.DropSnapshot("one") },
		"a reset":        func() error { return s.Sandbox.Reset() },
		"parts reset":    func() error { return s.ResetParts(sandbox.Parts()) },
		"provider state": func() error { _, _, err := s.ProviderState(p, nil, sandbox.Setup, "the bank is down", nil); return err },
	}
}

func filled(t *testing.T, b *bench) *boxed {
	s := b.get("key")
	s.set(t, spec(status("mine")))
	if _, err := s.Snapshot("one"); err != nil {
		t.Fatal(err)
	}
	s.call("transfer", claim)
	return s
}

func TestWhatCannotBeKeptHasNotHappened(t *testing.T) {
	for name := range changes(filled(t, newBench(t))) {
		t.Run(name, func(t *testing.T) {
			d := newDisk(t)
			s := filled(t, d.process(t))
			want := s.looks()
			d.fails.Store(true)
			if err := changes(s)[name](); !errors.Is(err, sandbox.ErrStorage) || !errors.Is(err, errDisk) {
				t.Fatalf("the error is %v", err)
			}
			if got := s.looks(); !reflect.DeepEqual(want, got) {
				t.Errorf("it is\n%+v\nand was\n%+v", got, want)
			}
			d.fails.Store(false)
			if got := d.process(t).get("key").looks(); !reflect.DeepEqual(want, got) {
				t.Errorf("kept is\n%+v\nand was\n%+v", got, want)
			}
			if err := changes(s)[name](); err != nil {
				t.Errorf("later: %v", err)
			}
			if reflect.DeepEqual(want, s.looks()) {
				t.Error("later it changes nothing")
			}
			if got := d.process(t).get("key").looks(); !reflect.DeepEqual(s.looks(), got) {
				t.Errorf("kept is\n%+v\nand in memory\n%+v", got, s.looks())
			}
		})
	}
}

func TestWhatWasKeptUnheardIsSeenBeforeTheNextUse(t *testing.T) {
	d := newDisk(t)
	b := d.process(t)
	s := b.get("key")
	d.mute.Store(true)
	if _, err := s.Decide(b.program, s.request("takeOffer", claim), &engine.World{}); !errors.Is(err, sandbox.ErrStorage) {
		t.Fatalf("the error is %v", err)
	}
	d.mute.Store(false)
	if rule := s.rule("takeOffer", claim); rule != "it is gone" {
		t.Errorf("the next request: %s", rule)
	}
	d.mute.Store(true)
	if err := s.SetState(b.program, "bank", "offer", "open"); !errors.Is(err, sandbox.ErrStorage) {
		t.Fatalf("the error is %v", err)
	}
	d.mute.Store(false)
	if got := b.get("key").State(); b.program.Values("bank", got)["offer"] != "open" {
		t.Error("who opens the sandbox does not see it")
	}
}

func TestASandboxThatCannotBeReadIsNotTakenForAnEmptyOne(t *testing.T) {
	d := newDisk(t)
	d.process(t).get("key").call("takeOffer", claim)
	d.fails.Store(true)
	if _, err := d.process(t).Open(t.Context(), "key"); !errors.Is(err, sandbox.ErrStorage) {
		t.Errorf("the error is %v", err)
	}
}

func TestWhatAnotherProgramHasKeptIsReadWholeOrRefused(t *testing.T) {
	const whole = `{"format":1,"clock":{},"seed":3}`
	for core, want := range map[string]string{
		whole: "",
		`{"format":2,"clock":{},"seed":3,"news":1}`:            "kept in form 2; this program reads form 1",
		`{"format":1,"clock":{},"seed":3,"news":1}`:            `unknown field "news"`,
		`{"format":1,"clock":{"zone":1},"seed":3}`:             `unknown field "zone"`,
		`{"format":1,"clock":{},"seed":3,"state":{"rows":{}}}`: `unknown field "rows"`,
		`{"format":1,"clock":{},"seed":3}{}`:                   "after top-level value",
		`{"format":1,"clock":{},"seed":`:                       "read what is kept",
		`{"clock":{},"seed":3}`:                                "kept in form 0",
		`{"format":1,"clock":{},"seed":-3}`:                    "read what is kept",
		`{"format":1,"clock":{},"seed":3,"state":{"tables":{"bank/gone":{"added":[{"key":"a","row":{"id":"a","n":1}}]}}}}`: "",
	} {
		d := newDisk(t)
		if _, err := d.Save(t.Context(), "key", 0, &sandbox.Change{Core: []byte(core)}); err != nil {
			t.Fatal(err)
		}
		s, err := d.process(t).Open(t.Context(), "key")
		switch {
		case want == "" && (err != nil || s.Seed() != 3):
			t.Errorf("%s: %v", core, err)
		case want != "" && (!errors.Is(err, sandbox.ErrStorage) || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v", core, err)
		}
	}
}

func TestWhatIsDueIsDoneAfterAStartThoughNobodyAsks(t *testing.T) {
	d := newDisk(t)
	before := d.process(t)
	running, ahead, frozen := before.get("running"), before.get("ahead"), before.get("frozen")
	must(t)(ahead.Advance(before.program, time.Hour))
	for _, s := range []*boxed{running, ahead, frozen} {
		s.call("transfer", claim)
	}
	frozen.Freeze(before.program)
	b := d.process(t)
	if due := b.RunDue(b.plays); len(due) > 0 {
		t.Errorf("too early: %+v", due)
	}
	b.pass(30 * time.Second)
	got := map[string]string{}
	for _, due := range b.RunDue(b.plays) {
		got[due.Sandbox.Key()] = names(due.Callbacks)
	}
	if !reflect.DeepEqual(got, map[string]string{"running": `{"name":"first"}`, "ahead": `{"name":"first"}`}) {
		t.Errorf("due are %v", got)
	}
	b.pass(time.Hour)
	if due := d.process(t, func(o *sandbox.Options) { o.Clock = b.now }).RunDue(b.plays); len(due) != 2 {
		t.Errorf("by the next process: %+v", due)
	}
}

func TestOneOfTwoProcessesDoesWhatIsDue(t *testing.T) {
	d := newDisk(t)
	d.shared = true
	one, two := d.process(t), d.process(t)
	one.get("key").call("transfer", claim)
	two.get("key")
	sent := ""
	for range 2 {
		one.pass(30 * time.Second)
		two.pass(30 * time.Second)
		for _, b := range []*bench{one, two, one, two} {
			for _, due := range b.RunDue(b.plays) {
				sent += names(due.Callbacks)
			}
		}
	}
	if sent != `{"name":"first"}{"name":"second"}` {
		t.Errorf("sent is %s", sent)
	}
}

func TestOfTwoProcessesWhoRaceForATransitionOneGetsIt(t *testing.T) {
	d := newDisk(t)
	d.shared = true
	one, two := d.process(t).get("key"), d.process(t).get("key") // both have it in memory
	if rule := one.rule("takeOffer", claim); rule != "the first one gets it" {
		t.Errorf("the first: %s", rule)
	}
	if rule := two.rule("takeOffer", claim); rule != "it is gone" {
		t.Errorf("the second: %s", rule)
	}
	two.SetSeed(5)
	if one.b.get("key").Seed() != 5 {
		t.Error("who opens the sandbox does not see what another process has set")
	}
}

func TestValuesMadeAtRandomAreNotMadeAgainByTheNextProcess(t *testing.T) {
	d := newDisk(t)
	seen := map[string]bool{}
	for range 4 {
		s := d.process(t).get("key")
		for range 5 {
			decision, _ := s.call("drawNumber", "")
			_, id, _ := strings.Cut(string(decision.Body), "lucky ")
			if seen[id] {
				t.Fatalf("%s was made before", id)
			}
			seen[id] = true
		}
	}
}

func TestProviderStatesAreGoneBackFromAfterAStart(t *testing.T) {
	d := newDisk(t)
	d.process(t).get("key").provide("a goal exists", map[string]any{"id": "g2"})
	if got := d.process(t).get("key").goals(); !strings.Contains(got, "g2") { // the request is noted
		t.Errorf("the setup is lost: %s", got)
	}
	again := d.process(t).get("key")
	again.provide("a goal exists", map[string]any{"id": "g3"})
	if got := again.goals(); strings.Contains(got, "g2") || !strings.Contains(got, "g3") {
		t.Errorf("the second setup sees %s", got)
	}
	last := d.process(t).get("key")
	if _, _, err := last.ProviderState(last.b.program, nil, sandbox.Teardown, "", nil); err != nil {
		t.Fatal(err)
	}
	if got := last.goals(); got != shippedGoals || slices.ContainsFunc(last.Snapshots(), func(s sandbox.Snapshot) bool { return s.Name == "" }) {
		t.Errorf("after teardown: %s", got)
	}
}

// A kept sandbox that is used through processes that come and go, or through several at once, is at every moment what
// one in memory is after the same steps.
func TestAKeptSandboxIsWhatOneInMemoryWouldBe(t *testing.T) {
	const processes, steps = 3, 60
	for seed := range uint64(4) {
		chance := rand.New(rand.NewPCG(seed, 1))
		d := newDisk(t)
		d.shared = true
		model := newBench(t)
		var running []*bench
		for range processes {
			running = append(running, d.process(t))
		}
		var done []string
		for range steps {
			n := chance.IntN(processes)
			if chance.IntN(8) == 0 {
				running[n] = d.process(t, func(o *sandbox.Options) { o.Clock = model.now })
				running[n].clock = model.clock
			}
			kept, inMemory := running[n].get("key"), model.get("key")
			all := changes(kept)
			names := slices.Sorted(maps.Keys(all))
			name := names[chance.IntN(len(names))]
			done = append(done, name)
			got, want := all[name](), changes(inMemory)[name]()
			if (got == nil) != (want == nil) {
				t.Fatalf("seed %d, %q: %v, in memory %v", seed, done, got, want)
			}
			if name == "a request" && chance.IntN(2) == 0 {
				done = append(done, "later effects")
				kept.call("transfer", claim)
				inMemory.call("transfer", claim)
			}
			other := running[chance.IntN(processes)].get("key")
			if got, want := other.looks(), inMemory.looks(); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %q: it is\n%+v\nand in memory\n%+v", seed, done, got, want)
			}
		}
	}
}
