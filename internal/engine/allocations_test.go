//go:build !race

package engine_test

import (
	"strings"
	"testing"
)

// The race detector allocates on its own account, so this budget holds without it.

// Choosing a rule and giving an answer that was ready at load allocates nothing.
func TestAReadyAnswerAllocatesNothing(t *testing.T) {
	s := load(t, manyRules(100))
	req := s.request(t, "POST", "/orders", strings.Replace(order, "ann", "c50", 1))
	w := world()
	got := testing.AllocsPerRun(200, func() {
		if d, err := s.program.Decide(req, w); err != nil || d.Rule != "rule 50" {
			t.Fatal(d.Rule, err)
		}
	})
	if got > 0 {
		t.Errorf("%v allocations, want none", got)
	}
}
