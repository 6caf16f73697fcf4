package trial_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/internal/trial"
	"github.com/sandbank/sandbank/server"
)

// store is what the tests of this file run cases on: the shop, served by the real server.
type store struct {
	api     *contract.API
	program *engine.Program
	target  *trial.Process
}

func newStore(t *testing.T) *store {
	t.Helper()
	s := &store{api: shop(t)}
	s.program = orders(t, s.api)
	keys, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	s.target = &trial.Process{
		Program: s.program, Coverage: s.program.NewCoverage(),
		Services: func(origin string) expression.Services { return &token.Site{Keys: keys, Base: origin} },
		Serve: func(e trial.Environment) (http.Handler, error) {
			made, err := server.New(server.Options{
				Documents: []*contract.API{s.api}, Program: s.program, Keys: keys, Clock: e.Clock, Sandboxes: e.Sandboxes, Callbacks: sendTo(e.Send),
				Logger: slog.New(slog.DiscardHandler), Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
			})
			if err != nil {
				return nil, err
			}
			return made.Handler(), nil
		},
	}
	return s
}

type sendTo func(key string, c engine.Callback)

func (s sendTo) Send(_ context.Context, key string, c engine.Callback) { s(key, c) }

func (s *store) plan(t *testing.T, cases string) *trial.Plan {
	t.Helper()
	plan, findings := trial.Load(fstest.MapFS{"shop/a_test.yaml": {Data: []byte("test: a\ncases:\n" + cases)}}, []*contract.API{s.api}, s.program)
	if plan == nil {
		t.Fatalf("%s\n%s", cases, text(t, findings))
	}
	return plan
}

// run runs cases, with a fixed seed.
func (s *store) run(t *testing.T, cases string, change ...func(*trial.Options)) *trial.Report {
	t.Helper()
	o := trial.Options{Target: s.target, Clock: func() time.Time { return trial.DefaultStart }, Seed: 7}
	for _, c := range change {
		c(&o)
	}
	report, err := s.plan(t, cases).Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func wroteText(t *testing.T, r *trial.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteText(&b, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const order = `{customer: Ann, notify: "https://shop.example/hook", items: [{sku: AB12, count: 1}]}`

func TestWhatASandboxCanDoCanBeTested(t *testing.T) {
	for name, steps := range map[string]string{
		"answers are bound for later steps": `
      - {call: createOrder, body: ` + order + `, as: made, expect: {status: 201, header: {Location: {$present: false}}}}
      - {call: getOrder, path: {orderId: "${made.body.id}"}, expect: {rule: known, body: {id: "${made.body.id}"}}}`,
		"tables are read and changed": `
      - {expect: {tables: {orders: []}}}
      - {upsert: {orders: {id: o-1, customer: Bob, status: open}}}
      - {call: getOrder, path: {orderId: o-1}, expect: {body: {customer: Bob}}}
      - {delete: {orders: {id: o-1}}, expect: {tables: {orders: {$size: 0}}}}
      - {call: getOrder, path: {orderId: o-1}, expect: {problem: NOT_FOUND, status: 404}}`,
		"states are read and changed": `
      - {call: listItems, expect: {contract: true, body: [{sku: AB12}], state: {depot: open}}}
      - {setState: {depot: closed}}
      - {call: listOrders, expect: {rule: closed, problem: SERVICE_UNAVAILABLE}}
      - {reset: true, expect: {state: {depot: {$not: closed}}}}
      - {call: listOrders, expect: {rule: none}}`,
		"the clock stands still until it is moved": `
      - {call: createOrder, body: ` + order + `, as: made, expect: {callbacks: []}}
      - {advance: 29s, expect: {callbacks: [], tables: {orders: [{status: open}]}}}
      - {advance: 1s, expect: {callbacks: [orderShipped], tables: {orders: [{status: shipped}]}}}
      - {call: getOrder, path: {orderId: "${made.body.id}"}, expect: {body: {status: shipped}, callbacks: [{name: orderShipped, url: "https://shop.example/hook", body: {id: "${made.body.id}"}}]}}
      - {call: getOrder, path: {orderId: "${made.body.id}"}, expect: {callbacks: []}}
      - {call: createOrder, body: ` + order + `}
      - {freeze: true}
      - {setClock: "2030-01-01", expect: {callbacks: [orderShipped]}}
      - {resume: true}`,
		"callers do not see each other": `
      - {call: createOrder, key: a, body: ` + order + `}
      - {key: b, expect: {tables: {orders: []}}}
      - {key: a, expect: {tables: {orders: {$size: 1}}}}`,
		"scenarios are selected for one caller": `
      - {key: a, select: [busy]}
      - {call: listOrders, key: a, expect: {scenario: busy}}
      - {call: listOrders, key: b, expect: {scenario: orders}}
      - {key: a, select: []}
      - {call: listOrders, key: a, expect: {scenario: orders}}`,
		"provider states hand values back": `
      - {given: {state: an order, params: {id: o-7}, as: known}}
      - {call: getOrder, path: {orderId: "${known.id}"}, expect: {body: {id: o-7}}}`,
		"hits are counted": `
      - {call: getOrder, path: {orderId: a}, repeat: 2, expect: {status: 404}}
      - {call: getOrder, path: {orderId: a}, expect: {rule: unknown, hits: 3}}
      - {expect: {hits: {unknown: 3, known: 0}}}
      - {key: other, expect: {hits: {unknown: 0}}}
      - {reset: true, expect: {hits: {unknown: 0}}}`,
		"delays pass at once, and are known": `
      - {call: createOrder, body: {customer: slow, items: [{sku: AB12, count: 1}]}, expect: {delay: 30s, status: 503}}
      - {call: createOrder, body: {customer: slow, items: [{sku: AB12, count: 1}]}, expect: {delay: [10s, 1m], status: 503}}`,
		"what breaks on the wire is known": `
      - {call: createOrder, body: {customer: reset, items: [{sku: AB12, count: 1}]}, expect: {fault: reset, rule: breaks}}
      - {call: createOrder, body: {customer: cut, items: [{sku: AB12, count: 1}]}, expect: {fault: truncate, status: 201}}
      - {call: createOrder, body: {customer: drip, items: [{sku: AB12, count: 1}]}, expect: {fault: dribble, body: {customer: drip}}}
      - {call: createOrder, body: ` + order + `, expect: {fault: none}}`,
		"rules that go on are known": `
      - {call: createOrder, body: {customer: Ann, notify: "https://shop.example", items: [{sku: GO01, count: 1}]}, expect: {rule: noted, hits: {noted: 1, taken: 1}}}`,
		"answers outside the contract are expected as such": `
      - {call: getOrder, path: {orderId: off}, expect: {offContract: true, status: 299, body: {anything: at all}}}`,
		"requests that break the contract are refused": `
      - {call: createOrder, body: {customer: 5}, expect: {problem: SCHEMA_VIOLATION, status: 400}}
      - {call: createOrder, raw: '{"customer": ', expect: {problem: MALFORMED_BODY}}`,
		"tokens are signed as the server does": `
      - {call: getOrder, path: {orderId: a}, header: {Authorization: 'Bearer ${jwt({"sub": "Ann"}, "PT1H")}'}, expect: {rule: of the customer, status: 404}}`,
	} {
		t.Run(name, func(t *testing.T) {
			report := newStore(t).run(t, "  - name: a\n    steps:"+steps+"\n")
			if report.Count(trial.Passed) != 1 {
				t.Error(wroteText(t, report))
			}
		})
	}
}

func TestEachExpectationCanFail(t *testing.T) {
	const get, create = `call: getOrder, path: {orderId: a}`, `call: createOrder, body: ` + order
	for step, want := range map[string]string{
		get:                                         "status: wanted 2XX, got 404",
		get + `, expect: {status: [200, 5XX]}`:      "status: wanted 200 or 5XX, got 404",
		get + `, expect: {rule: known}`:             `rule: wanted "known", got rule "unknown" of scenario orders`,
		get + `, expect: {scenario: busy}`:          `scenario: wanted busy, got rule "unknown" of scenario orders`,
		`call: listItems, expect: {scenario: busy}`: `scenario: wanted busy, got the document's own answer`,
		get + `, expect: {problem: CONFLICT, status: [404, 409, 503]}`:               "problem: wanted CONFLICT, got NOT_FOUND",
		create + `, expect: {problem: OUT_OF_STOCK}`:                                 "problem: wanted OUT_OF_STOCK, got an answer without a problem",
		create + `, expect: {contract: true}`:                                        `contract: wanted true, got rule "taken" of scenario orders`,
		create + `, expect: {offContract: true}`:                                     "offContract: wanted true, got false",
		create + `, expect: {fault: empty}`:                                          "fault: wanted empty, got none",
		create + `, expect: {delay: 5s}`:                                             "delay: wanted 5s, got 0s",
		create + `, expect: {hits: 2}`:                                               "hits: wanted 2, got 1",
		create + `, expect: {callbacks: [orderShipped]}`:                             "callbacks: wanted 1, got none",
		create + `, expect: {tables: {orders: []}}`:                                  `table orders: wanted an empty list, got 1 element: `,
		create + `, expect: {state: {depot: closed}}`:                                `state depot: wanted "closed", got "open"`,
		create + `, expect: {header: {X-Sandbox-Rule: made}}`:                        `header x-sandbox-rule: wanted "made", got "taken"`,
		create + `, expect: {body: {status: shipped}, absent: [customer]}`:           `body.status: wanted "shipped", got "open" | body.customer: wanted nothing, got "Ann"`,
		`call: createOrder, body: {customer: reset, items: [{sku: AB12, count: 1}]}`: "fault: wanted none, got reset",
		`call: getOrder, path: {orderId: off}, expect: {status: [200, 299]}`:         "the answer breaks the contract on purpose; say so with expect: {offContract: true}",
		`delete: {orders: {id: a}}`:                                                  "the table has no such row",
		`upsert: {orders: {ida: a}}`:                                                 "the row has no id, which is the key of orders",
		`given: {state: an order}`:                                                   "provider state \"an order\": parameter id is missing",
	} {
		t.Run(step, func(t *testing.T) {
			report := newStore(t).run(t, "  - name: a\n    steps:\n      - {"+step+"}\n")
			if got := strings.Join(messages(t, report), " | "); !strings.HasPrefix(got, want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestACaseEndsWithItsFirstStepThatFails(t *testing.T) {
	report := newStore(t).run(t, `  - name: a
    steps:
      - {call: getOrder, path: {orderId: a}, expect: {status: 404}}
      - {call: getOrder, path: {orderId: a}, repeat: 3, expect: {status: 404, hits: 3}}
      - {call: getOrder, path: {orderId: a}, expect: {status: 200}}
`)
	f := report.Results[0].Failure
	if f == nil || f.Step != 2 || f.Time != 1 || f.Times != 3 || len(f.Findings) != 1 || f.Findings[0].Line != 6 || f.Findings[0].Code != "expect-hits" {
		t.Errorf("%+v", f)
	}
}

func TestAFailureNamesTheRuleThatAnsweredAndTheOneThatShouldHave(t *testing.T) {
	report := newStore(t).run(t, `  - name: a
    steps:
      - {call: createOrder, body: `+order+`, expect: {rule: out of stock}}
`)
	related := report.Results[0].Failure.Findings[0].Related
	if len(related) != 2 || !strings.Contains(related[0].Message, `rule "taken" of scenario orders answered`) || related[0].Line == 0 ||
		!strings.Contains(related[1].Message, `rule "out of stock" of scenario orders did not match: body.items wants`) {
		t.Errorf("%+v", related)
	}
}

func TestCasesBeginWithFreshSandboxes(t *testing.T) {
	report := newStore(t).run(t, `  - name: one
    steps: [{call: createOrder, key: a, body: `+order+`, expect: {tables: {orders: {$size: 1}}}}]
  - name: two
    steps: [{call: createOrder, key: a, body: `+order+`, expect: {tables: {orders: {$size: 1}}}}]
`)
	if report.Count(trial.Passed) != 2 {
		t.Error(wroteText(t, report))
	}
}

func TestTheSameSeedGivesTheSameRun(t *testing.T) {
	const cases = `  - name: drawn
    steps:
      - {call: createOrder, body: ` + order + `, expect: {body: {id: none}}}
  - name: of its own
    seed: 5
    steps:
      - {call: createOrder, body: ` + order + `, expect: {body: {id: none}}}
`
	s := newStore(t)
	run := func(seed uint64, shuffle bool) (drawn, own string) {
		report := s.run(t, cases, func(o *trial.Options) { o.Seed, o.Shuffle = seed, shuffle })
		for _, r := range report.Results {
			if r.Case == "drawn" {
				drawn = r.Failure.Findings[0].Message
			} else {
				own = r.Failure.Findings[0].Message
			}
		}
		return drawn, own
	}
	drawn, own := run(1, false)
	if again, ownAgain := run(1, true); again != drawn || ownAgain != own {
		t.Errorf("the same seed gives %q and %q, and %q and %q", drawn, again, own, ownAgain)
	}
	if other, ownAgain := run(2, false); other == drawn || ownAgain != own {
		t.Errorf("another seed gives %q after %q, and %q after %q", other, drawn, ownAgain, own)
	}
}

func TestCasesAreChosenShuffledAndRepeated(t *testing.T) {
	var cases strings.Builder
	for _, name := range strings.Split("abcdefgh", "") {
		cases.WriteString("  - name: case " + name + "\n    steps: [{call: listOrders}]\n")
	}
	order := func(r *trial.Report) (names string) {
		for _, result := range r.Results {
			names += result.Case[len("case "):]
		}
		return names
	}
	s := newStore(t)
	if got := order(s.run(t, cases.String())); got != "abcdefgh" {
		t.Errorf("the order is %s", got)
	}
	shuffled := order(s.run(t, cases.String(), func(o *trial.Options) { o.Shuffle = true }))
	if again := order(s.run(t, cases.String(), func(o *trial.Options) { o.Shuffle = true })); again != shuffled || shuffled == "abcdefgh" {
		t.Errorf("shuffled, the order is %s and %s", shuffled, again)
	}
	report := s.run(t, cases.String(), func(o *trial.Options) { o.Match, o.Count = regexp.MustCompile(`^shop/a/case [cd]$`), 2 })
	if got := order(report); got != "cdcd" || report.Chosen != 2 || report.Of != 8 || report.Results[2].Round != 2 {
		t.Errorf("%s, %d of %d", got, report.Chosen, report.Of)
	}
}

func TestCoverageTellsWhatNoCaseHasTouched(t *testing.T) {
	s := newStore(t)
	report := s.run(t, `  - name: a
    steps:
      - {call: getOrder, path: {orderId: a}, expect: {status: 404}}
      - {call: createOrder, body: `+order+`}
`)
	c := trial.NewCoverage(s.target.Coverage, report.Pairs, []*contract.API{s.api})
	if c.Rules.Seen != 2 || c.Answers.Seen != 2 || c.Rules.Of < 8 || c.Answers.Of != 10 {
		t.Errorf("%+v", c)
	}
	var missing strings.Builder
	for _, g := range append(c.Missing, c.MissingAnswers...) {
		missing.WriteString(g.What + "\n")
		if g.File == "" || g.Line == 0 {
			t.Errorf("%+v has no place", g)
		}
	}
	for _, want := range []string{
		`rule "known" of scenario orders for getOrder never matched`, `condition 1 of rule "known" of scenario orders for getOrder never held`,
		`condition 1 of rule "out of stock" of scenario orders for createOrder never held`,
		"operation listOrders never answered with 200 or 503", "operation createOrder never answered with 400, 422 or 503",
	} {
		if !strings.Contains(missing.String(), want+"\n") {
			t.Errorf("%q is not told:\n%s", want, missing.String())
		}
	}
	if strings.Contains(missing.String(), `"taken"`) {
		t.Errorf("a rule that matched is told:\n%s", missing.String())
	}
}

// deploy serves the shop on a port, as a deployment would.
func (s *store) deploy(t *testing.T) string {
	t.Helper()
	registry := sandbox.NewRegistry(sandbox.Options{Clock: func() time.Time { return trial.DefaultStart }})
	handler, err := s.target.Serve(trial.Environment{Sandboxes: registry, Clock: func() time.Time { return trial.DefaultStart }, Send: func(string, engine.Callback) {}})
	if err != nil {
		t.Fatal(err)
	}
	deployed := httptest.NewServer(handler)
	t.Cleanup(deployed.Close)
	return deployed.URL
}

func TestWithoutAControlAPIADeploymentRunsWhatItCan(t *testing.T) {
	s := newStore(t)
	target, err := trial.NewDeployment(s.deploy(t)+"/", "t", time.Now, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	report := s.run(t, `  - name: calls
    steps:
      - {call: createOrder, body: `+order+`, as: made, expect: {rule: taken, hits: 1}}
      - {call: getOrder, path: {orderId: "${made.body.id}"}, expect: {body: {id: "${made.body.id}"}}}
      - {call: createOrder, body: {customer: reset, items: [{sku: AB12, count: 1}]}, expect: {fault: reset}}
      - {call: createOrder, body: {customer: cut, items: [{sku: AB12, count: 1}]}, expect: {fault: truncate}}
      - {call: createOrder, body: {customer: gone, items: [{sku: AB12, count: 1}]}, expect: {fault: empty}}
      - {call: createOrder, body: {customer: noise, items: [{sku: AB12, count: 1}]}, expect: {fault: garbage}}
  - name: another case has another sandbox
    steps: [{call: createOrder, body: `+order+`, expect: {hits: 1}}]
  - {name: a named caller, steps: [{call: listOrders, key: a}]}
  - {name: a time, start: 2026-01-01, steps: [{call: listOrders}]}
  - {name: a selection, select: [busy], steps: [{call: listOrders}]}
  - {name: a clock, steps: [{advance: 5s}]}
  - {name: a table, steps: [{expect: {tables: {orders: []}}}]}
  - {name: callbacks, steps: [{expect: {callbacks: []}}]}
  - {name: a token, steps: [{call: listOrders, header: {x-note: '${jwt({"sub": "a"}, "PT1H")}'}}]}
  - {name: who broke it, steps: [{call: createOrder, body: {customer: reset, items: [{sku: AB12, count: 1}]}, expect: {fault: reset, rule: breaks}}]}
`, func(o *trial.Options) { o.Target = target })
	if report.Count(trial.Passed) != 2 || report.Count(trial.NotRun) != 8 {
		t.Error(wroteText(t, report))
	}
	for _, r := range report.Results {
		if r.Outcome == trial.NotRun && r.Reason == "" {
			t.Errorf("%s has no reason", r.Case)
		}
	}
}

func TestADeploymentThatIsNotThereEndsTheRun(t *testing.T) {
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	target, err := trial.NewDeployment(closed.URL, "t", time.Now, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	s := newStore(t)
	_, err = s.plan(t, "  - {name: a, steps: [{call: listOrders}]}\n").Run(t.Context(), trial.Options{Target: target, Clock: time.Now})
	if err == nil || !strings.Contains(err.Error(), "refused") {
		t.Errorf("the error is %v", err)
	}
	for _, address := range []string{"", "localhost:8080", "ftp://x", "http://", "http://x?a=b", "http://x#a"} {
		if _, err := trial.NewDeployment(address, "t", time.Now, time.Minute); err == nil {
			t.Errorf("%q is taken for an address", address)
		}
	}
}

func FuzzLoad(f *testing.F) {
	api := shop(f)
	program := orders(f, api)
	seed, err := os.ReadFile("testdata/findings/fine.txtar")
	if err != nil {
		f.Fatal(err)
	}
	_, body, _ := bytes.Cut(seed, []byte("-- shop/fine_test.yaml --\n"))
	body, _, _ = bytes.Cut(body, []byte("-- want --"))
	f.Add(body)
	f.Add([]byte("test: a\ncases: [{name: a, steps: [{call: listOrders, expect: {body: {orders: [{$size: 1}]}}}]}]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		plan, findings := trial.Load(fstest.MapFS{"shop/a_test.yaml": {Data: data}}, []*contract.API{api}, program)
		if (plan == nil) != (findings.Errors() > 0) {
			t.Errorf("a plan %v with %d errors", plan != nil, findings.Errors())
		}
		for _, found := range findings {
			if found.File == "" || found.Code == "" || found.Message == "" || found.Line == 0 && found.Code != "empty-file" && found.Code != "yaml-syntax" {
				t.Errorf("%+v", found)
			}
		}
		if err := findings.WriteText(io.Discard); err != nil {
			t.Error(err)
		}
	})
}
