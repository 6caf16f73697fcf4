package e2e_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// BenchmarkRules tells whether a request costs the same with ten rules and with a hundred thousand: the contract's
// check and the decision, without HTTP. The two programs take turns. It reports the time with many rules as a multiple
// of the time with ten (the median of the turns).
func BenchmarkRules(b *testing.B) {
	const few, many = 10, 100_000
	small, large := programWith(b, few), programWith(b, many)
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

// programWith has a number of rules for one operation, each with an equality of its own.
func programWith(tb testing.TB, rules int) *engine.Program {
	var text strings.Builder
	text.WriteString("scenario: many\ntitle: Many rules\napi: deposits\ndefault: true\nrules:\n  verifyMyVpa:\n")
	for i := range rules {
		fmt.Fprintf(&text, "    - {name: rule %d, match: {body: {vpa: %s}}, respond: {body: {status: success}}}\n", i, vpaOf(i))
	}
	return programOf(tb, fstest.MapFS{"deposits/many.yaml": {Data: []byte(text.String())}})
}

func vpaOf(rule int) string { return fmt.Sprintf("payer%06d@okhdfc", rule) }

// decisions are requests that are checked and decided again and again.
type decisions struct {
	operation *contract.Operation
	program   *engine.Program
	request   *http.Request
	bodies    [][]byte
	rules     []string
	reader    bodyReader
	world     engine.World
	next      int
}

type bodyReader struct{ bytes.Reader }

func (*bodyReader) Close() error { return nil }

const decisionsPerTurn = 500

func newDecisions(tb testing.TB, p *engine.Program, rule func() int) *decisions {
	d := &decisions{operation: deposits(tb).Operation("verifyMyVpa"), program: p, world: engine.World{Now: newYear}}
	d.request = httptest.NewRequest("POST", "/", nil)
	for name, value := range map[string]string{"X-Api-Key": "demo", "Authorization": "Bearer x", "Accept": "application/json", "Content-Type": "application/json"} {
		d.request.Header.Set(name, value)
	}
	for range 4096 {
		n := rule()
		d.bodies = append(d.bodies, []byte(`{"vpa":"`+vpaOf(n)+`"}`))
		d.rules = append(d.rules, fmt.Sprintf("rule %d", n))
	}
	return d
}

// run checks and decides one turn of requests and tells how long it took.
func (d *decisions) run(tb testing.TB) time.Duration {
	began := time.Now()
	for range decisionsPerTurn {
		i := d.next % len(d.bodies)
		d.next++
		d.reader.Reset(d.bodies[i])
		d.request.Body, d.request.ContentLength = &d.reader, int64(len(d.bodies[i]))
		checked, refusal := d.operation.Check(d.request, func(string) string { return "" }, contract.Limits{})
		if refusal != nil {
			tb.Fatalf("%+v", refusal)
		}
		decision, err := d.program.Decide(checked, &d.world)
		if err != nil || decision.Rule != d.rules[i] {
			tb.Fatalf("the rule %q answers, want %q: %v", decision.Rule, d.rules[i], err)
		}
	}
	return time.Since(began)
}
