package e2e_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// BenchmarkRules tells whether a request costs the same with ten rules and with a hundred thousand: over HTTP, and the
// contract's check and the decision alone. The two programs take turns. It reports the time with many rules as a
// multiple of the time with ten (the median of the turns).
//
// Alone, choosing any of the many rules at random mostly measures the machine's caches: what the ten rules take is
// always in them, what a hundred thousand take is not.
func BenchmarkRules(b *testing.B) {
	const few, many = 10, 100_000
	b.Run("http", func(b *testing.B) { compareRules(b, few, many) })
	small, large := programOf(b, manyRules(few)), programOf(b, manyRules(many))
	random := rand.New(rand.NewPCG(1, 2))
	for _, which := range []struct {
		name string
		of   func(rules int) int
	}{
		{"first", func(int) int { return 0 }},
		{"last", func(rules int) int { return rules - 1 }},
		{"random", func(rules int) int { return random.IntN(rules) }},
	} {
		b.Run(which.name, func(b *testing.B) {
			ten := newDecisions(b, small, func() int { return which.of(few) })
			all := newDecisions(b, large, func() int { return which.of(many) })
			var ratios []float64
			var took [2]time.Duration
			b.ReportAllocs()
			for b.Loop() {
				fast, slow := ten.run(b), all.run(b)
				took[0], took[1] = took[0]+fast, took[1]+slow
				ratios = append(ratios, float64(slow)/float64(fast))
			}
			slices.Sort(ratios)
			per := func(d time.Duration) float64 { return float64(d.Nanoseconds()) / float64(len(ratios)*decisionsPerTurn) }
			b.ReportMetric(ratios[len(ratios)/2], "ratio")
			b.ReportMetric(per(took[0]), "ns/request-of-10")
			b.ReportMetric(per(took[1]), "ns/request-of-100000")
		})
	}
}

// compareRules sends the requests of random rules to two servers in turn.
func compareRules(b *testing.B, few, many int) {
	random := rand.New(rand.NewPCG(1, 2))
	serve := func(rules int) *turns {
		requests := make([][]byte, 1000)
		for i := range requests {
			requests[i] = rawRequest("/deposits/v1/my/verifications/upi-vpa", usualHeaders, []byte(`{"vpa":"`+vpaOf(random.IntN(rules))+`"}`))
		}
		return newTurns(b, handler(b, manyRules(rules)), runtime.GOMAXPROCS(0), requests...)
	}
	ten, all := serve(few), serve(many)
	var ratios []float64
	for b.Loop() {
		fast, slow := ten.run(b), all.run(b)
		ratios = append(ratios, float64(slow)/float64(fast))
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "ratio")
	b.ReportMetric(all.processor()/ten.processor(), "cpu-ratio")
	b.ReportMetric(ten.rate(), "req/s-of-10")
	b.ReportMetric(all.rate(), "req/s-of-100000")
}

// manyRules is a folder with a number of rules for one operation, each with an equality of its own.
func manyRules(rules int) fs.FS {
	var text strings.Builder
	text.WriteString("scenario: many\ntitle: Many rules\napi: deposits\ndefault: true\nrules:\n  verifyMyVpa:\n")
	for i := range rules {
		fmt.Fprintf(&text, "    - {name: rule %d, match: {body: {vpa: %s}}, respond: {body: {status: success}}}\n", i, vpaOf(i))
	}
	return fstest.MapFS{"deposits/many.yaml": {Data: []byte(text.String())}}
}

func vpaOf(rule int) string { return fmt.Sprintf("payer%06d@okhdfc", rule) }

// decisions are requests that are checked and decided again and again.
type decisions struct {
	operation *contract.Operation
	program   *engine.Program
	request   replayed
	bodies    [][]byte
	world     engine.World
	next      int
}

const decisionsPerTurn = 500

func newDecisions(tb testing.TB, p *engine.Program, rule func() int) *decisions {
	d := &decisions{operation: deposits(tb).Operation("verifyMyVpa"), program: p, world: engine.World{Now: newYear}, request: newReplayed("", "/", nil)}
	for range 4096 {
		n := rule()
		d.bodies = append(d.bodies, []byte(`{"vpa":"`+vpaOf(n)+`"}`))
		if got, want := d.decide(tb), fmt.Sprintf("rule %d", n); got != want {
			tb.Fatalf("the rule %q answers, want %q", got, want)
		}
	}
	return d
}

// run checks and decides one turn of requests and tells how long it took.
func (d *decisions) run(tb testing.TB) time.Duration {
	began := time.Now()
	for range decisionsPerTurn {
		d.decide(tb)
	}
	return time.Since(began)
}

// decide checks and decides the next request, and gives the rule that answers.
func (d *decisions) decide(tb testing.TB) string {
	d.request.body = d.bodies[d.next%len(d.bodies)]
	d.next++
	checked, refusal := d.operation.Check(d.request.rewind(), func(string) string { return "" }, contract.Limits{})
	if refusal != nil {
		tb.Fatalf("%+v", refusal)
	}
	decision, err := d.program.Decide(checked, &d.world)
	if err != nil {
		tb.Fatal(err)
	}
	return decision.Rule
}
