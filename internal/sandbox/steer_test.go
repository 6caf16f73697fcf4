package sandbox_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
)

func TestASelectionSpeaksBeforeTheDefaults(t *testing.T) {
	b := newBench(t)
	s, other := b.get("one"), b.get("two")
	for _, names := range [][]string{{"outage"}, {"bank/outage", "outage", "outage"}} {
		if err := s.Select(b.program, names); err != nil {
			t.Fatal(err)
		}
		if rule := s.rule("getStatus", ""); rule != "nothing works" {
			t.Errorf("%v answers with %s", names, rule)
		}
		if rule := other.rule("getStatus", ""); rule != "the line is up" {
			t.Errorf("the other sandbox answers with %s", rule)
		}
	}
	if got := s.Selected(); !slices.Equal(got, []string{"bank/outage", "outage"}) {
		t.Errorf("selected are %v", got)
	}
	var unknown *engine.UnknownScenarioError
	if err := s.Select(b.program, []string{"outag"}); !errors.As(err, &unknown) || !strings.Contains(err.Error(), "outage") {
		t.Errorf("%v", err)
	}
	if s.rule("getStatus", "") != "nothing works" {
		t.Error("a refused selection has changed something")
	}
	if err := s.Select(b.program, nil); err != nil || s.rule("getStatus", "") != "the line is up" {
		t.Errorf("%v", err)
	}
}

const always = `{respond: {body: {status: %s}}}`

func spec(text string) sandbox.OverrideSpec {
	return sandbox.OverrideSpec{API: "bank", Operation: "getStatus", Rule: text}
}

func status(text string) string { return fmt.Sprintf(always, text) }

func (s *boxed) set(t *testing.T, o sandbox.OverrideSpec) sandbox.Override {
	t.Helper()
	made, found, err := s.AddOverride(s.b.program, o)
	if err != nil {
		s.b.t.Fatal(err)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return made
}

func (s *boxed) status() string {
	s.b.t.Helper()
	d, _ := s.call("getStatus", "")
	return string(d.Body)
}

func TestTheLatestOverrideSpeaksFirstAndEndsWithItsTimes(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	plain := s.status()
	s.set(t, spec(status("older")))
	twice := spec(status("newer"))
	twice.Times = 2
	made := s.set(t, twice)
	for i, want := range []string{"newer", "newer", "older", "older"} {
		if got := s.status(); got != `{"status":"`+want+`"}` {
			t.Errorf("answer %d is %s", i, got)
		}
	}
	list := s.Overrides(b.program)
	if len(list) != 2 || list[0].ID != made.ID || list[0].Hits < 2 || !list[0].Active || list[1].Rule != status("older") {
		t.Errorf("%+v", list)
	}
	if !s.RemoveOverride(list[1].ID) || s.RemoveOverride(list[1].ID) || s.status() != plain {
		t.Error("an override that was removed still speaks")
	}
	if s.ClearOverrides() != 1 || len(s.Overrides(b.program)) != 0 {
		t.Error("overrides are left")
	}
	if again := s.set(t, twice); again.ID == made.ID || s.status() != `{"status":"newer"}` {
		t.Error("a new override goes on where an old one ended")
	}
	if b.get("two").status() != plain {
		t.Error("another sandbox has the override")
	}
}

func TestAnOverrideEndsByTheServersClock(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	short := spec(status("short"))
	short.TTL = time.Minute
	made := s.set(t, short)
	s.Freeze(b.program)
	if !made.Ends.Equal(start.Add(time.Minute)) || s.status() != `{"status":"short"}` {
		t.Errorf("%+v", made)
	}
	must(t)(s.Advance(b.program, time.Hour))
	if s.status() != `{"status":"short"}` {
		t.Error("it ends by the sandbox's clock")
	}
	b.pass(time.Minute - 1)
	if s.status() != `{"status":"short"}` {
		t.Error("it ends too early")
	}
	b.pass(1)
	if got := s.status(); got == `{"status":"short"}` || len(s.Overrides(b.program)) != 0 {
		t.Errorf("it has not ended: %s", got)
	}
}

func TestAnOverrideThatTimesOutConcurrentlyAnswersExactlyItsTimes(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	five := spec(status("five"))
	five.Times = 5
	s.set(t, five)
	answers := make(chan string, 100)
	for range 100 {
		go func() {
			d, err := s.Decide(b.program, s.request("getStatus", ""), &engine.World{})
			if err != nil {
				t.Error(err)
			}
			answers <- string(d.Body)
		}()
	}
	n := 0
	for range 100 {
		if <-answers == `{"status":"five"}` {
			n++
		}
	}
	if n != 5 {
		t.Errorf("it answers %d times", n)
	}
}

func TestWrongOverridesAreRefusedWithFindings(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	for code, o := range map[string]sandbox.OverrideSpec{
		"unknown-operation":  {API: "bank", Operation: "getStatu", Rule: status("a")},
		"override-too-large": spec(status(strings.Repeat("a", 65<<10))),
		"bad-ttl":            {API: "bank", Operation: "getStatus", Rule: status("a"), TTL: -1},
		"bad-times":          {API: "bank", Operation: "getStatus", Rule: `{times: 2, respond: {body: {status: a}}}`, Times: 3},
	} {
		_, found, err := s.AddOverride(b.program, o)
		if err != nil {
			t.Fatal(err)
		}
		if found.Errors() != 1 || found[0].Code != code {
			t.Errorf("%s: %v", code, found)
		}
	}
	if _, found, err := s.AddOverride(b.program, spec(`{respond: {body: {stat: a}}}`)); err != nil || found.Errors() == 0 {
		t.Error("a body off the contract is taken")
	}
	if len(s.Overrides(b.program)) != 0 {
		t.Error("a refused override was set")
	}
	for range 100 {
		s.set(t, spec(status("a")))
	}
	if _, found, err := s.AddOverride(b.program, spec(status("a"))); err != nil || found.Errors() != 1 || found[0].Code != "too-many-overrides" {
		t.Errorf("%v", found)
	}
}

// otherProgram is one whose document has no operation getStatus.
func otherProgram(t *testing.T) *engine.Program {
	t.Helper()
	api, found := contract.Load(fstest.MapFS{"bank.yaml": {Data: []byte(`
openapi: 3.1.0
info: {title: Bank, version: 2.0.0}
paths:
  /other: {get: {operationId: getOther, responses: {'204': {description: Nothing.}}}}
`)}}, "bank.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	p, found := engine.Load(fstest.MapFS{}, []*contract.API{api})
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAnOverrideOutlivesTheProgramThatItWasMadeFor(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	three := spec(status("mine"))
	three.Times = 3
	s.set(t, three)
	if s.status() != `{"status":"mine"}` {
		t.Fatal("the override does not speak")
	}
	b.program = load(t) // the same files, loaded again
	if s.status() != `{"status":"mine"}` || s.Overrides(b.program)[0].Hits != 2 {
		t.Error("another program has lost the override or its counter")
	}
	if list := s.Overrides(otherProgram(t)); len(list) != 1 || list[0].Active || list[0].Findings.Errors() != 1 {
		t.Errorf("%+v", list)
	}
	if s.status() != `{"status":"mine"}` || s.status() == `{"status":"mine"}` {
		t.Error("the third answer is not the last")
	}
}

func TestASnapshotKeepsEverythingAndGivesItBack(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	if err := s.Select(b.program, []string{"outage"}); err != nil {
		t.Fatal(err)
	}
	s.call("drawNumber", "")
	s.SetSeed(5)
	s.call("transfer", claim) // what speaks is the outage
	if err := s.Select(b.program, nil); err != nil {
		t.Fatal(err)
	}
	s.call("transfer", claim)
	s.set(t, spec(status("mine")))
	s.Freeze(b.program)
	kept, err := s.Snapshot("before")
	if err != nil || kept.Bytes == 0 || !kept.Taken.Equal(start) {
		t.Fatalf("%+v %v", kept, err)
	}
	want, _ := s.call("drawNumber", "")
	if err := s.Restore("before"); err != nil {
		t.Fatal(err)
	}

	must(t)(s.Advance(b.program, time.Hour))
	s.Resume(b.program)
	s.ClearOverrides()
	s.SetSeed(6)
	s.call("takeOffer", claim)
	if err := s.Select(b.program, []string{"outage"}); err != nil {
		t.Fatal(err)
	}
	b.pass(time.Hour)
	if err := s.Restore("before"); err != nil {
		t.Fatal(err)
	}
	if c := s.Clock(); !c.Frozen || !c.Now.Equal(start) {
		t.Errorf("the clock is at %+v", c)
	}
	if s.Seed() != 5 || len(s.Selected()) != 0 || len(s.State().Pending()) != 2 {
		t.Errorf("seed %d, selected %v, pending %v", s.Seed(), s.Selected(), s.State().Pending())
	}
	if got, _ := s.call("drawNumber", ""); string(got.Body) != string(want.Body) {
		t.Errorf("the next draw is %s, want %s", got.Body, want.Body)
	}
	if s.status() != `{"status":"mine"}` || s.rule("takeOffer", claim) != "the first one gets it" {
		t.Error("overrides or state are not those of the snapshot")
	}
}

func TestSnapshotsAreNamedListedAndBounded(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	for _, name := range []string{"", "../up", "two words", strings.Repeat("a", 65), "-a"} {
		if _, err := s.Snapshot(name); !errors.Is(err, sandbox.ErrSnapshotName) {
			t.Errorf("%q: %v", name, err)
		}
	}
	for i := range 20 {
		if _, err := s.Snapshot(fmt.Sprintf("s%d", i)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Snapshot("more"); !errors.Is(err, sandbox.ErrSnapshotsLimit) {
		t.Errorf("%v", err)
	}
	if _, err := s.Snapshot("s3"); err != nil {
		t.Errorf("a snapshot cannot be taken again: %v", err)
	}
	list := s.Snapshots()
	if len(list) != 20 || list[0].Name != "s3" {
		t.Errorf("%+v", list)
	}
	if s.DropSnapshot("s3") != nil || !errors.Is(s.DropSnapshot("s3"), sandbox.ErrNoSnapshot) || !errors.Is(s.Restore("s3"), sandbox.ErrNoSnapshot) {
		t.Error("a dropped snapshot is still there")
	}
	if s.Reset(); len(s.Snapshots()) != 19 {
		t.Error("a reset drops snapshots")
	}
	if len(b.Get("two").Snapshots()) != 0 {
		t.Error("another sandbox has the snapshots")
	}
}

func TestSnapshotsOfLargeStatesAreBoundedTogether(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	for i := range 1000 {
		row := map[string]any{"id": fmt.Sprintf("%s-%d", strings.Repeat("x", 700), i)}
		if err := s.PutRow(b.program, "bank", "goals", row); err != nil {
			t.Fatal(err)
		}
	}
	var err error
	n := 0
	for ; err == nil; n++ {
		_, err = s.Snapshot(fmt.Sprint("s", n))
	}
	if !errors.Is(err, sandbox.ErrSnapshotsLimit) || n > 10 {
		t.Errorf("after %d snapshots: %v", n, err)
	}
}
