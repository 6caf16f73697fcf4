//go:build !race

package sandbox_test

import (
	"testing"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// The race detector allocates on its own account, so this budget holds without it.

func TestASandboxCostsADecisionNoMoreAllocationsThanTheEntry(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	req := s.request("listGoals", "")
	for range 2000 { // the ring is full
		s.Record(&sandbox.Entry{Operation: req.Operation})
	}
	w := &engine.World{}
	alone := testing.AllocsPerRun(200, func() {
		if _, err := b.program.Decide(req, w); err != nil {
			t.Error(err)
		}
	})
	journaled := testing.AllocsPerRun(200, func() {
		e := &sandbox.Entry{Operation: req.Operation, Request: req, Program: b.program}
		if _, err := s.Decide(b.program, req, &e.World); err != nil {
			t.Error(err)
		}
		s.Record(e)
	})
	if journaled > alone+1 {
		t.Errorf("%g allocations with a sandbox, %g without", journaled, alone)
	}
}
