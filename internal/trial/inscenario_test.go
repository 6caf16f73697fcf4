package trial_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/trial"
)

func TestAScenarioFileHoldsTestsOfItsOwn(t *testing.T) {
	s := newStore(t)
	files := fstest.MapFS{
		"shop/own.yaml":   {Data: []byte("scenario: own\napi: shop\ntests:\n  - {name: first, steps: [{freeze: true}]}\n")},
		"shop/plain.yaml": {Data: []byte("scenario: plain\napi: shop\ntitle: without tests\n")},
		"shop/rows.yaml":  {Data: []byte("- {tests: rows}\n")},
	}
	plan, found := trial.Load(files, []*contract.API{s.api}, s.program)
	if plan == nil || plan.Files() != 1 || strings.Join(plan.Names(), ",") != "shop/own/first" {
		t.Fatalf("%v: %s", plan, text(t, found))
	}
	files["shop/own_test.yaml"] = &fstest.MapFile{Data: []byte("test: own\ncases:\n  - {name: second, steps: [{freeze: true}]}\n")}
	if plan, found = trial.Load(files, []*contract.API{s.api}, s.program); plan != nil || found[0].Code != "duplicate-test" {
		t.Errorf("two tests of one name: %s", text(t, found))
	}
	for mistake, code := range map[string]string{"tests: {}": "no-cases", "tests: []": "no-cases", "tests: [{name: a}]": "missing-key", "tests: [{name: a, steps: [{call: nothing}]}]": "unknown-operation"} {
		if plan, found := trial.LoadScenario("own.yaml", []byte("scenario: own\napi: shop\n"+mistake+"\n"), []*contract.API{s.api}, s.program); plan != nil || found[0].Code != code || found[0].Line != 3 {
			t.Errorf("%s: %s", mistake, text(t, found))
		}
	}
}

func TestWhatARunHasNotComeToIsTold(t *testing.T) {
	s := newStore(t)
	plan := s.plan(t, "  - {name: one, steps: [{freeze: true}]}\n  - {name: two, steps: [{freeze: true}, {repeat: 100000, resume: true}]}\n  - {name: three, steps: [{freeze: true}]}\n")
	ctx, cancel := context.WithCancel(t.Context())
	asked := 0
	report, err := plan.Run(ctx, trial.Options{Target: s.target, Clock: func() time.Time {
		if asked++; asked == 3 { // the second case begins
			cancel()
		}
		return trial.DefaultStart
	}})
	if !errors.Is(err, context.Canceled) || len(report.Results) != 1 {
		t.Fatalf("%v with %d results", err, len(report.Results))
	}
	rest := plan.Rest(report, nil, "no time")
	if len(rest) != 2 || rest[0].Case != "two" || rest[1].Case != "three" || rest[0].Outcome != trial.NotRun || rest[0].Reason != "no time" {
		t.Errorf("%v", rest)
	}
	bounded, err := plan.Run(t.Context(), trial.Options{Target: s.target, Clock: func() time.Time { return trial.DefaultStart }, Most: 1})
	if err != nil || len(bounded.Results) != 1 || bounded.Chosen != 3 {
		t.Errorf("%v: %+v", err, bounded)
	}
}
