package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/starter"
)

// The documents hold every construct that there is. What cannot be answered may be left out, but what is written must
// pass the checks and its own test.
func TestAFirstScenarioOfAnyDocumentPassesItsOwnTest(t *testing.T) {
	names, err := filepath.Glob("../../internal/contract/testdata/corpus/*.yaml")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d documents: %v", len(names), err)
	}
	begun, operations, answered := 0, 0, 0
	for _, name := range append(names, "../../openapi/deposits.yaml") {
		l, err := loadDocuments([]string{name}, true, "")
		if err != nil {
			t.Fatal(err)
		}
		if l.program == nil {
			continue // a document that cannot be served
		}
		api := l.documents[0]
		draft := starter.New(api, initSeed)
		scenario, test, err := proven(t.Context(), l, api, draft)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if good, err := prove(t.Context(), l, api, draft, scenario, test); !good || err != nil {
			t.Errorf("%s: what is to be written does not pass: %v", name, err)
		}
		again := starter.New(api, initSeed)
		if second, _, err := proven(t.Context(), l, api, again); err != nil || string(second) != string(scenario) {
			t.Errorf("%s: a second draft differs: %v", name, err)
		}
		rules, cases := draft.Rules()
		if rules > 0 {
			begun++
		}
		if strings.Count(string(test), "\n  - name:") != cases {
			t.Errorf("%s: %d cases are counted, not those that are written", name, cases)
		}
		operations += len(api.Operations)
		answered += len(api.Operations) - len(draft.Unanswered())
	}
	if begun*10 < len(names)*9 || answered*10 < operations*8 {
		t.Errorf("%d of %d documents have a first scenario, which answers %d of %d operations", begun, len(names), answered, operations)
	}
}
