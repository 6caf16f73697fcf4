//go:build !race

package contract_test

import (
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// The race detector allocates on its own account, so these budgets hold without it.

func TestAcceptingAFormAllocatesNothing(t *testing.T) {
	schema := deposits(t).Operation("submitMyForm").Body.Content[0].Schema
	v, err := contract.DecodeJSON(formBody(t), 0)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() {
		if !schema.Accepts(v, contract.Inbound) {
			t.Fatal("refused")
		}
	}); n > 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func TestCheckingASmallBodyStaysWithinItsAllocations(t *testing.T) {
	op := deposits(t).Operation("verifyMyVpa")
	r, rewind := replayed("POST", "/", []byte(smallBody))
	if n := testing.AllocsPerRun(100, func() {
		rewind()
		if _, refusal := op.Check(r, noPath, contract.Limits{}); refusal != nil {
			t.Fatalf("%+v", refusal)
		}
	}); n > 12 {
		t.Errorf("%v allocations, want at most 12", n)
	}
}
