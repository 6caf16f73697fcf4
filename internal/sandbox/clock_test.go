package sandbox_test

import (
	"errors"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
)

func TestASandboxClockFollowsTheServersUntilItIsChanged(t *testing.T) {
	b := newBench(t)
	s, other := b.get("one"), b.get("two")
	want := func(what string, at time.Duration) {
		t.Helper()
		if got := s.Now().Sub(start); got != at {
			t.Errorf("%s: the clock shows %s after the start, want %s", what, got, at)
		}
	}
	b.pass(time.Second)
	want("untouched", time.Second)
	must(t)(s.Advance(b.program, time.Hour))
	want("advanced", time.Hour+time.Second)
	b.pass(time.Second)
	want("a second later", time.Hour+2*time.Second)
	s.Freeze(b.program)
	b.pass(time.Minute)
	want("frozen", time.Hour+2*time.Second)
	must(t)(s.Advance(b.program, time.Second))
	want("advanced while frozen", time.Hour+3*time.Second)
	if c := s.Clock(); !c.Frozen || c.Offset != time.Hour+3*time.Second-62*time.Second {
		t.Errorf("%+v", c)
	}
	s.Resume(b.program)
	b.pass(time.Second)
	want("resumed", time.Hour+4*time.Second)
	must(t)(s.SetClock(b.program, start.Add(-24*time.Hour)))
	b.pass(time.Second)
	want("set back", -24*time.Hour+time.Second)
	if other.Now() != b.now() {
		t.Error("the clock of another sandbox has moved")
	}
	s.Reset()
	if s.Now() != b.now() {
		t.Error("a reset leaves the clock as it was")
	}
}

// must fails the test on an error and gives the callbacks.
func must(t testing.TB) func([]engine.Callback, error) []engine.Callback {
	return func(sent []engine.Callback, err error) []engine.Callback {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return sent
	}
}

func TestAClockRefusesTimesThatItCannotShow(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	before := s.Now()
	for name, change := range map[string]func() ([]engine.Callback, error){
		"before 1970":        func() ([]engine.Callback, error) { return s.SetClock(b.program, time.Unix(-1, 0)) },
		"after 2199":         func() ([]engine.Callback, error) { return s.SetClock(b.program, start.AddDate(200, 0, 0)) },
		"backwards":          func() ([]engine.Callback, error) { return s.Advance(b.program, -1) },
		"too far":            func() ([]engine.Callback, error) { return s.Advance(b.program, 250*366*24*time.Hour) },
		"the end of time":    func() ([]engine.Callback, error) { return s.SetClock(b.program, time.Time{}) },
		"as far as it wraps": func() ([]engine.Callback, error) { return s.Advance(b.program, 1<<63-1) },
	} {
		if _, err := change(); !errors.Is(err, sandbox.ErrClock) || s.Now() != before {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEveryWayOfTurningTheClockDoesWhatIsDueInOrder(t *testing.T) {
	const both = `{"name":"first"} {"name":"second"}`
	for name, turn := range map[string]func(b *bench, s *boxed) []engine.Callback{
		"advance": func(b *bench, s *boxed) []engine.Callback { return must(t)(s.Advance(b.program, time.Minute)) },
		"set": func(b *bench, s *boxed) []engine.Callback {
			return must(t)(s.SetClock(b.program, start.Add(time.Hour)))
		},
		"freeze": func(b *bench, s *boxed) []engine.Callback {
			b.pass(time.Minute)
			return s.Freeze(b.program)
		},
		"resume": func(b *bench, s *boxed) []engine.Callback {
			b.pass(time.Minute)
			return s.Resume(b.program)
		},
		"the next request": func(b *bench, s *boxed) []engine.Callback {
			b.pass(time.Minute)
			d, w := s.call("getStatus", "")
			if !w.Now.Equal(b.now()) {
				t.Errorf("the request is decided about at %s", w.Now)
			}
			return d.Callbacks
		},
		"the background": func(b *bench, _ *boxed) []engine.Callback {
			b.pass(time.Minute)
			due := b.RunDue(b.plays)
			if len(due) != 1 || due[0].Sandbox.Key() != "one" {
				t.Fatalf("%+v", due)
			}
			return due[0].Callbacks
		},
	} {
		b := newBench(t)
		s := b.get("one")
		s.call("transfer", claim)
		b.get("idle").call("getStatus", "")
		if sent := must(t)(s.Advance(b.program, 29*time.Second)); len(sent) > 0 || s.rule("getStatus", "") != "the line is up" {
			t.Errorf("%s: something is done too early: %s", name, names(sent))
		}
		must(t)(s.SetClock(b.program, start))
		if sent := names(turn(b, s)); sent != both {
			t.Errorf("%s sends %s", name, sent)
		}
		if _, left := s.State().Due(); left || s.rule("getStatus", "") != "the line is up" || len(b.RunDue(b.plays)) > 0 {
			t.Errorf("%s leaves something to do", name)
		}
	}
}

func TestTheBackgroundLeavesWhatIsNotDue(t *testing.T) {
	b := newBench(t)
	s, frozen := b.get("one"), b.get("frozen")
	s.call("transfer", claim)
	frozen.call("transfer", claim)
	frozen.Freeze(b.program)
	b.pass(30 * time.Second)
	if due := b.RunDue(b.plays); len(due) != 1 || names(due[0].Callbacks) != `{"name":"first"}` {
		t.Errorf("%+v", due)
	}
	if s.rule("getStatus", "") != "the line is down" || frozen.rule("getStatus", "") != "the line is up" {
		t.Error("the wrong sandbox has changed")
	}
	b.pass(time.Hour)
	if due := b.RunDue(b.plays); len(due) != 1 || due[0].Sandbox.Key() != "one" {
		t.Errorf("%+v", due)
	}
	s.Reset()
	frozen.Reset()
	if b.pass(time.Hour); len(b.RunDue(b.plays)) > 0 {
		t.Error("a reset does not cancel what was left to do")
	}
}
