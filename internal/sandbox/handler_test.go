package sandbox_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// openGoal opens a goal of a name that there is once, and remembers it half a minute later.
func openGoal(t *engine.Turn) (engine.Reply, error) {
	body := t.Request().Body.(map[string]any)
	if verdict, ok, err := t.Ask("goal", map[string]any{"name": body["name"]}); err != nil || ok {
		b, encoding := json.Marshal(verdict)
		return engine.Reply{Body: b}, errors.Join(err, encoding)
	}
	if t.Row("goals", map[string]any{"name": body["name"]}) != nil {
		p, err := t.Problem("CONFLICT", "")
		return engine.Reply{Problem: p}, err
	}
	id := t.ID("goal")
	t.Later(30*time.Second, engine.Step{Kind: "set", State: "line", Value: "down"})
	return engine.Reply{Body: []byte(`{"status":"` + id + `"}`)}, t.Do(engine.Step{Kind: "insert", Table: "goals", Row: map[string]any{"id": id, "name": body["name"]}})
}

func claimOf(name string) string { return fmt.Sprintf(`{"name":%q,"otp":"123456"}`, name) }

// open decides about a goal to be opened by the handler.
func (s *boxed) open(name string, h engine.Handler) engine.Decision {
	s.b.t.Helper()
	d, err := s.Decide(s.b.program, s.request("openGoal", claimOf(name)), &engine.World{Handler: h})
	if err != nil {
		s.b.t.Fatal(err)
	}
	return d
}

// named lists the names of the goals.
func (s *boxed) named() string {
	s.b.t.Helper()
	_, rows, _ := s.b.program.Rows("bank", "goals", s.State())
	var out []string
	for _, r := range rows {
		out = append(out, fmt.Sprint(r["name"]))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestATransitionOfAHandlerRacedByAHundredRequestsHappensOnce(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	var won atomic.Int64
	var all sync.WaitGroup
	for range 100 {
		req := s.request("openGoal", claim)
		all.Go(func() {
			d, err := b.Get("one").Decide(b.program, req, &engine.World{Handler: openGoal})
			if err != nil {
				t.Error(err)
			}
			if d.Status == 200 {
				won.Add(1)
			}
		})
	}
	all.Wait()
	if got := s.named(); won.Load() != 1 || got != "House a" {
		t.Errorf("%d requests have opened a goal, and there are %s", won.Load(), got)
	}
	if got := b.get("other").named(); got != "House" {
		t.Errorf("another sandbox has %s", got)
	}
}

func TestAHandlerIsCalledAgainWhenAnotherProcessWasFaster(t *testing.T) {
	d := newDisk(t)
	d.shared = true
	one, two := d.process(t).get("key"), d.process(t).get("key") // both have it in memory
	one.open("car", openGoal)
	var seen []int
	counted := func(turn *engine.Turn) (engine.Reply, error) {
		seen = append(seen, len(turn.Rows("goals")))
		return openGoal(turn)
	}
	if d := two.open("boat", counted); d.Status != 200 {
		t.Errorf("the second goal: %+v", d)
	}
	if !slices.Equal(seen, []int{1, 2}) {
		t.Errorf("the handler has seen %v goals", seen)
	}
	if d := two.open("car", openGoal); d.Problem == nil {
		t.Errorf("the car is opened twice: %+v", d)
	}
	if got := two.named(); got != "House boat car" {
		t.Errorf("the goals are %s", got)
	}
}

func TestWhatAHandlerHasDoneIsThereAfterAStart(t *testing.T) {
	d := newDisk(t)
	d.process(t).get("key").open("car", openGoal)
	again := d.process(t)
	if got := again.get("key").named(); got != "House car" {
		t.Errorf("the goals are %s", got)
	}
	again.pass(30 * time.Second)
	again.RunDue(again.plays)
	if got := again.program.Values("bank", again.get("key").State())["line"]; got != "down" {
		t.Errorf("what was to be done later was not: the line is %s", got)
	}
}

func TestAFailedHandlerLeavesNothingInTheStore(t *testing.T) {
	d := newDisk(t)
	s := d.process(t).get("key")
	torn := errors.New("torn")
	_, err := s.Decide(s.b.program, s.request("openGoal", claim), &engine.World{Handler: func(turn *engine.Turn) (engine.Reply, error) {
		_, err := openGoal(turn)
		return engine.Reply{}, errors.Join(err, torn)
	}})
	var failed *engine.ScenarioError
	if !errors.Is(err, torn) || !errors.As(err, &failed) || failed.Scenario != "go" {
		t.Errorf("the error is %v", err)
	}
	if got := s.named() + ", " + d.process(t).get("key").named(); got != "House, House" {
		t.Errorf("the goals are %s", got)
	}
}

func TestAReadingHandlerTakesNoTurnUnlessARuleCounts(t *testing.T) {
	b := newBench(t)
	s := b.get("key")
	nested := func(turn *engine.Turn) (engine.Reply, error) {
		// Whoever takes a turn waits for those who hold one: this only returns when nobody does.
		b.get("key").rule("transfer", claim)
		return engine.Reply{Body: []byte(`{"status":"read"}`)}, nil
	}
	if d, err := s.Decide(b.program, s.request("openGoal", claim), &engine.World{Handler: nested, Reads: true}); err != nil || d.Rule != "handler" {
		t.Errorf("%+v %v", d, err)
	}
	_, err := s.Decide(b.program, s.request("openGoal", claim), &engine.World{Handler: openGoal, Reads: true})
	if err == nil || !strings.Contains(err.Error(), "only reads") || s.named() != "House" {
		t.Errorf("a handler that only reads has changed something: %v, %s", err, s.named())
	}
	if err := s.Select(b.program, []string{"one-each"}); err != nil {
		t.Fatal(err)
	}
	ask := func(turn *engine.Turn) (engine.Reply, error) {
		_, ok, err := turn.Ask("goal", map[string]any{"name": "bob"})
		return engine.Reply{Body: fmt.Appendf(nil, `{"status":"%v"}`, ok)}, err
	}
	var got []string
	for range 3 {
		d, err := s.Decide(b.program, s.request("openGoal", claim), &engine.World{Handler: ask, Reads: true})
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(d.Body))
	}
	if all := strings.Join(got, ""); all != `{"status":"false"}{"status":"true"}{"status":"true"}` {
		t.Errorf("a rule that counts items of reading handlers has decided %s", all)
	}
}

func TestATurnOutsideRequestsIsKeptLikeADecision(t *testing.T) {
	d := newDisk(t)
	d.shared = true
	one, two := d.process(t).get("key"), d.process(t).get("key")
	one.call("transfer", claim)
	one.b.pass(30 * time.Second)
	credit := func(name string) func(*engine.Turn) error {
		return func(turn *engine.Turn) error {
			settled, err := turn.Callback("settled", map[string]any{"name": name, "otp": "123456"})
			if err != nil {
				return err
			}
			turn.Send(settled)
			if turn.Request() != nil {
				return errors.New("there is a request")
			}
			return turn.Do(engine.Step{Kind: "insert", Table: "goals", Row: map[string]any{"id": turn.ID("goal"), "name": name}})
		}
	}
	sent, err := one.Turn(one.b.program, bankAPI(), &engine.World{}, credit("car"))
	if err != nil || len(sent) != 2 || sent[1].Operation != "transfer" || sent[1].URL != "" {
		t.Errorf("what was due and what was sent is %+v, %v", sent, err)
	}
	if _, err := two.Turn(two.b.program, bankAPI(), &engine.World{}, credit("boat")); err != nil {
		t.Error(err)
	}
	if got := two.named() + ", " + d.process(t).get("key").named(); got != "House boat car, House boat car" {
		t.Errorf("the goals are %s", got)
	}
	torn := errors.New("torn")
	_, err = two.Turn(two.b.program, bankAPI(), &engine.World{}, func(turn *engine.Turn) error { return errors.Join(credit("lost")(turn), torn) })
	if !errors.Is(err, torn) || two.named() != "House boat car" {
		t.Errorf("after an error, %v, there are %s", err, two.named())
	}
	_, err = two.Turn(two.b.program, bankAPI(), &engine.World{}, func(turn *engine.Turn) error {
		_, _, err := turn.Ask("goal", map[string]any{"name": "bob"})
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "outside a request") {
		t.Errorf("a verdict outside a request: %v", err)
	}
}

func TestAHandlersAnswerIsGivenOnceUnderAKey(t *testing.T) {
	d := newDisk(t)
	d.shared = true
	one, two := d.process(t).get("key"), d.process(t).get("key")
	once := func(s *boxed) (engine.Decision, error) {
		return s.DecideOnce(s.b.program, s.request("openGoal", claim), &engine.World{Handler: openGoal},
			&sandbox.Once{Name: "n", Finish: func(d *engine.Decision) *sandbox.Answer {
				return &sandbox.Answer{Name: "n", Status: d.Status, Body: d.Body, Scenario: d.Scenario, Rule: d.Rule, Expires: start.Add(time.Hour)}
			}})
	}
	first, err := once(one)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := once(two); !errors.Is(err, sandbox.ErrAnswered) {
		t.Errorf("by the second process: %v", err)
	}
	kept, err := two.Answered(t.Context(), "n")
	if err != nil || kept == nil || string(kept.Body) != string(first.Body) || kept.Rule != "handler" || two.b.get("key").named() != "House a" {
		t.Errorf("kept is %+v, %v", kept, err)
	}
}
