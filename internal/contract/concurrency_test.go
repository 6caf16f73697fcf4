package contract_test

import (
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

func TestAnAPIIsSafeForConcurrentUse(t *testing.T) {
	api := deposits(t)
	good, bad := formBody(t), []byte(`{"instructions":[{}],"sections":[{"method":"upi"}]}`)
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			for _, op := range api.Operations {
				r, rewind := replayed("POST", "/", good)
				rewind()
				op.Check(r, noPath, contract.Limits{})
			}
			op := api.Operation("submitMyForm")
			r, rewind := replayed("POST", "/", bad)
			rewind()
			if _, refusal := op.Check(r, noPath, contract.Limits{}); refusal == nil || len(refusal.Violations) < 2 {
				t.Errorf("got %+v", refusal)
			}
			for _, name := range api.Schemas() {
				if _, err := api.Schema(name).Generate(rand.New(rand.NewPCG(uint64(i), 1)), contract.Outbound); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
}
