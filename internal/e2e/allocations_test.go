//go:build !race

package e2e_test

import (
	"net/http"
	"testing"

	"github.com/sandbank/sandbank/scenarios"
)

// The race detector allocates on its own account, so these budgets hold without it.

func TestARequestStaysWithinItsAllocations(t *testing.T) {
	budget := map[string]float64{"verification": 32, "form": 330}
	h := handler(t, scenarios.FS)
	for _, r := range measured(t) {
		got := testing.AllocsPerRun(200, func() {
			if status := r.handle(h); status != http.StatusOK {
				t.Fatalf("%s: status %d", r.name, status)
			}
		})
		t.Logf("%s: %v allocations", r.name, got)
		if got > budget[r.name] {
			t.Errorf("%s: %v allocations, want at most %v", r.name, got, budget[r.name])
		}
	}
}
