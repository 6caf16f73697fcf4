package engine_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// manyRules is a scenario of n rules that each demand another customer.
func manyRules(n int) string {
	var b strings.Builder
	b.WriteString(head + "rules:\n  createOrder:\n")
	for i := range n {
		fmt.Fprintf(&b, "    - {name: rule %d, match: {body: {customer: c%d}}, respond: {status: 201, body: {orderId: o%d, status: open, total: \"1\"}}}\n", i, i, i)
	}
	return b.String()
}

// BenchmarkDecide chooses among ten and among a hundred thousand rules: the first, the last, and any of them.
func BenchmarkDecide(b *testing.B) {
	for _, n := range []int{10, 100_000} {
		s := load(b, manyRules(n))
		random := rand.New(rand.NewPCG(1, 2))
		for _, which := range []struct {
			name   string
			number func() int
		}{{"first", func() int { return 0 }}, {"last", func() int { return n - 1 }}, {"random", func() int { return random.IntN(n) }}} {
			b.Run(fmt.Sprintf("rules=%d/%s", n, which.name), func(b *testing.B) {
				requests := make([]*contract.Request, 64)
				for i := range requests {
					requests[i] = s.request(b, "POST", "/orders", strings.Replace(order, "ann", fmt.Sprintf("c%d", which.number()), 1))
				}
				w := world()
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if _, err := s.program.Decide(requests[i%len(requests)], w); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
