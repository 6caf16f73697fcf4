package sandbox_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
)

func (s *boxed) goals() string {
	s.b.t.Helper()
	d, _ := s.call("listGoals", "")
	return string(d.Body)
}

func (s *boxed) provide(state string, params map[string]any) map[string]any {
	s.b.t.Helper()
	returns, _, err := s.ProviderState(s.b.program, nil, sandbox.Setup, state, params)
	if err != nil {
		s.b.t.Fatal(err)
	}
	return returns
}

const shippedGoals = `[{"id":"g1","name":"House"}]`

func TestProviderStatesOfOneInteractionAddUpAndThoseOfTheNextBeginAnew(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	s.call("takeOffer", claim)
	if got := s.provide("a goal exists", map[string]any{"id": "g2"}); got["id"] != "g2" {
		t.Errorf("it returns %v", got)
	}
	s.provide("a goal exists", map[string]any{"id": "g3", "name": "Boat"})
	s.provide("the bank is down", nil)
	if got := s.Selected(); !slices.Equal(got, []string{"bank/outage"}) {
		t.Errorf("selected are %v", got)
	}
	if rule := s.rule("listGoals", ""); rule != "nothing works" {
		t.Errorf("it answers with %s", rule)
	}

	s.provide("a goal exists", map[string]any{"id": "g4"})
	if got := s.goals(); got != `[{"id":"g1","name":"House"},{"id":"g4","name":"Car"}]` {
		t.Errorf("the second interaction sees %s", got)
	}
	if rule := s.rule("takeOffer", claim); rule != "it is gone" {
		t.Errorf("what was before the first setup is lost: %s", rule)
	}

	for range 2 {
		if _, _, err := s.ProviderState(b.program, nil, sandbox.Teardown, "a goal exists", nil); err != nil {
			t.Fatal(err)
		}
		if got := s.goals(); got != shippedGoals {
			t.Errorf("after teardown: %s", got)
		}
	}
	if got := b.get("two").goals(); got != shippedGoals {
		t.Errorf("another sandbox sees %s", got)
	}
}

func TestAProviderStateThatCannotBeSetUpChangesNothing(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	_, _, err := s.ProviderState(b.program, nil, sandbox.Setup, "a goal exist", nil)
	if !errors.Is(err, engine.ErrUnknownState) || !strings.Contains(err.Error(), "a goal exists") {
		t.Errorf("%v", err)
	}
	for _, params := range []map[string]any{nil, {"id": true}, {"id": "g2", "color": "red"}} {
		if _, _, err := s.ProviderState(b.program, nil, sandbox.Setup, "a goal exists", params); err == nil {
			t.Errorf("%v is taken", params)
		}
	}
	if _, _, err := s.ProviderState(b.program, nil, "begin", "a goal exists", nil); err == nil {
		t.Error("an unknown action is taken")
	}
	if got := s.goals(); got != shippedGoals {
		t.Errorf("the goals are %s", got)
	}
}

func TestTheOwnerChangesTablesAndValues(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	for _, err := range []error{
		s.PutRow(b.program, "bank", "goals", map[string]any{"id": "g2", "name": "Boat"}),
		s.PutRow(b.program, "bank", "goals", map[string]any{"id": "g1", "name": "Hut"}),
		s.PutRow(b.program, "bank", "goals", map[string]any{"id": "g3", "name": "Car"}),
		s.PutRow(b.program, "bank", "goals", map[string]any{"id": "g3"}),
		s.SetState(b.program, "bank", "offer", "taken"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if got := s.goals(); got != `[{"id":"g1","name":"Hut"},{"id":"g2","name":"Boat"},{"id":"g3"}]` {
		t.Errorf("%s", got)
	}
	if rule := s.rule("takeOffer", claim); rule != "it is gone" {
		t.Errorf("%s", rule)
	}
	if err := s.DeleteRow(b.program, "bank", "goals", map[string]any{"id": "g1"}); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"a row that is gone":   s.DeleteRow(b.program, "bank", "goals", map[string]any{"id": "g1"}),
		"every row":            s.DeleteRow(b.program, "bank", "goals", nil),
		"a table":              s.PutRow(b.program, "bank", "gaols", map[string]any{"id": "g1"}),
		"a column":             s.PutRow(b.program, "bank", "goals", map[string]any{"id": "g3", "size": 3}),
		"a type":               s.PutRow(b.program, "bank", "goals", map[string]any{"id": 3}),
		"a row without a key":  s.PutRow(b.program, "bank", "goals", map[string]any{"name": "x"}),
		"a state":              s.SetState(b.program, "bank", "lines", "up"),
		"a value":              s.SetState(b.program, "bank", "line", "sideways"),
		"an API":               s.SetState(b.program, "bonk", "line", "up"),
		"a table of no API":    s.PutRow(b.program, "bonk", "goals", map[string]any{"id": "g1"}),
		"a value of another":   s.SetState(b.program, "bank", "offer", "up"),
		"a row by no such key": s.DeleteRow(b.program, "bank", "goals", map[string]any{"id": "nobody"}),
	} {
		if err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if got := s.goals(); got != `[{"id":"g2","name":"Boat"},{"id":"g3"}]` {
		t.Errorf("%s", got)
	}
}
