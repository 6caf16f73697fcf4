package store_test

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/store"
)

// pauses are those of the program.
var pauses = store.Jittered(func(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}, rand.Int64N)

func TestPausesGrowUpToABoundAndAreMadeByChance(t *testing.T) {
	var waited time.Duration
	wait := func(ctx context.Context, d time.Duration) error {
		waited = d
		return ctx.Err()
	}
	longest := store.Jittered(wait, func(n int64) int64 { return n - 1 })
	want := []time.Duration{2, 4, 8, 16, 32, 64, 128, 250, 250, 250}
	for i, d := range want {
		if err := longest(t.Context(), i+1); err != nil || waited != d*time.Millisecond {
			t.Errorf("try %d: %v, %v; want %d ms", i+1, waited, err, d)
		}
	}
	if err := longest(t.Context(), 1<<40); err != nil || waited != 250*time.Millisecond {
		t.Errorf("%v, %v", waited, err)
	}
	shortest := store.Jittered(wait, func(int64) int64 { return 0 })
	if err := shortest(t.Context(), 9); err != nil || waited != 0 {
		t.Errorf("by another chance: %v, %v", waited, err)
	}
	over, end := context.WithCancel(t.Context())
	end()
	if longest(over, 1) == nil {
		t.Error("a pause outlives its context")
	}
}
