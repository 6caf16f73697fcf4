package engine_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// play is a sandbox in miniature: it hands the state of one request to the next.
type play struct {
	*stand
	world engine.World
}

func newPlay(t testing.TB, text string) *play {
	t.Helper()
	return &play{stand: load(t, text), world: *world()}
}

func (p *play) ask(t testing.TB, method, target, body string) engine.Decision {
	t.Helper()
	p.world.Number++
	w := p.world
	d, err := p.program.Decide(p.request(t, method, target, body), &w)
	if err != nil {
		t.Fatalf("%s %s: %v", method, target, err)
	}
	p.world.State = d.State
	return d
}

// wait advances the clock and does what is due.
func (p *play) wait(t testing.TB, d time.Duration) []engine.Callback {
	t.Helper()
	p.world.Now = p.world.Now.Add(d)
	next, sent, failed := p.program.Advance(p.world.State, p.world.Now)
	if len(failed) > 0 {
		t.Fatal(failed)
	}
	p.world.State = next
	return sent
}

const shopScenario = `scenario: s
api: shop
default: true
tables:
  orders: {key: [orderId], writable: true, schema: Order, rows: [{orderId: shipped, status: sent, total: "5"}]}
rules:
  createOrder:
    - name: created
      let: {id: "'o' + string(random(100000, 999999))", made: "{'orderId': id, 'status': 'open', 'total': total(map(body.lines, decimal(.price) * .quantity)), 'note': body.note ?? omit}"}
      do: [{insert: {orders: "${made}"}}]
      respond: {status: 201, body: "${made}"}
  listOrders:
    - name: all
      find: {rows: {table: orders, all: true, where: {status: "${query.status ?? omit}"}}}
      respond: {body: {orders: "${rows}"}}
  getOrder:
    - name: known
      find: {o: {table: orders, where: {orderId: "${path.orderId}"}}}
      respond: {type: application/json, body: "${o}"}
    - {name: unknown, respond: {problem: NOT_FOUND}}
  deleteOrder:
    - name: known
      find: {o: {table: orders, where: {orderId: "${path.orderId}"}}}
      do: [{delete: {orders: {orderId: "${path.orderId}"}}}]
      respond: {status: 204}
    - {name: unknown, respond: {problem: NOT_FOUND}}
`

func TestAWritableTableIsACollection(t *testing.T) {
	p := newPlay(t, shopScenario)
	var made struct{ OrderID string }
	d := p.ask(t, "POST", "/orders", order)
	if err := json.Unmarshal(d.Body, &made); err != nil || d.Status != 201 || made.OrderID == "" {
		t.Fatalf("created: %s %v", d.Body, err)
	}
	if d = p.ask(t, "GET", "/orders/"+made.OrderID, ""); d.Rule != "known" || !strings.Contains(string(d.Body), `"total":"23"`) {
		t.Errorf("the new order reads back as %s", d.Body)
	}
	list := string(p.ask(t, "GET", "/orders", "").Body)
	if strings.Count(list, "orderId") != 2 || strings.Index(list, "shipped") > strings.Index(list, made.OrderID) {
		t.Errorf("the list is %s", list)
	}
	before := p.world.State
	if d = p.ask(t, "DELETE", "/orders/shipped", ""); d.Status != 204 {
		t.Errorf("deleting a shipped row: %+v", d)
	}
	if d = p.ask(t, "DELETE", "/orders/shipped", ""); d.Status != 404 {
		t.Errorf("deleting it again: %+v", d)
	}
	if list = string(p.ask(t, "GET", "/orders", "").Body); strings.Contains(list, "shipped") {
		t.Errorf("a deleted row is listed: %s", list)
	}
	p.world.State = before
	if d = p.ask(t, "GET", "/orders/shipped", ""); d.Status != 200 {
		t.Errorf("a kept state has changed: %+v", d)
	}
	p.world.State = nil
	if list = string(p.ask(t, "GET", "/orders", "").Body); strings.Count(list, "orderId") != 1 {
		t.Errorf("without state the list is %s", list)
	}
}

func TestAStateOutlivesJSON(t *testing.T) {
	p := newPlay(t, shopScenario)
	for range 5 {
		p.ask(t, "POST", "/orders", order)
	}
	p.ask(t, "DELETE", "/orders/shipped", "")
	want := string(p.ask(t, "GET", "/orders", "").Body)
	text, err := json.Marshal(p.world.State)
	if err != nil {
		t.Fatal(err)
	}
	var back engine.State
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	p.world.State = &back
	if got := string(p.ask(t, "GET", "/orders", "").Body); got != want {
		t.Errorf("after JSON the list is %s, was %s", got, want)
	}
}

func TestDeclaredStateDecides(t *testing.T) {
	p := newPlay(t, `scenario: s
api: shop
default: true
state: {bank: {values: [up, down], initial: up}}
rules:
  listOrders:
    - {name: down, state: {bank: down}, respond: {problem: SERVICE_UNAVAILABLE}}
    - {name: up, respond: {example: none}}
  createOrder:
    - {name: breaks, do: [{set: {bank: down}}, {after: 30s, set: {bank: up}}], respond: {problem: SERVICE_UNAVAILABLE, detail: "was ${state.bank}"}}
`)
	if d := p.ask(t, "GET", "/orders", ""); d.Rule != "up" {
		t.Errorf("at first: %+v", d)
	}
	if d := p.ask(t, "POST", "/orders", order); d.Problem.Detail != "was up" {
		t.Errorf("a rule sees the world before the request: %+v", d.Problem)
	}
	if d := p.ask(t, "GET", "/orders", ""); d.Rule != "down" {
		t.Errorf("after the change: %+v", d)
	}
	p.wait(t, 29*time.Second)
	if d := p.ask(t, "GET", "/orders", ""); d.Rule != "down" {
		t.Errorf("a second too early: %+v", d)
	}
	p.wait(t, time.Second)
	if d := p.ask(t, "GET", "/orders", ""); d.Rule != "up" {
		t.Errorf("when it is due: %+v", d)
	}
}

func TestTimesAndChanceCountRequestsForWhichEverythingHolds(t *testing.T) {
	p := newPlay(t, `scenario: s
api: shop
default: true
rules:
  listOrders:
    - {name: twice, match: {query: {status: open}}, times: 2, respond: {problem: SERVICE_UNAVAILABLE}}
    - {name: fourth, match: {query: {status: open}}, times: {from: 4, to: 4}, respond: {problem: SERVICE_UNAVAILABLE}}
    - {name: rest, respond: {example: none}}
  getOrder:
    - {name: some, chance: 0.3, respond: {problem: NOT_FOUND}}
    - {name: others, respond: {type: application/json, body: {orderId: a, status: open, total: "1"}}}
`)
	var got []string
	for range 6 {
		p.ask(t, "GET", "/orders", "")
		got = append(got, p.ask(t, "GET", "/orders?status=open", "").Rule)
	}
	// The fourth rule counts only what the first leaves to it.
	if s := strings.Join(got, " "); s != "twice twice rest rest rest fourth" {
		t.Errorf("answered by %s", s)
	}
	some := 0
	var first []string
	for range 400 {
		rule := p.ask(t, "GET", "/orders/a", "").Rule
		first = append(first, rule)
		if rule == "some" {
			some++
		}
	}
	if some < 80 || some > 160 {
		t.Errorf("%d of 400 with a chance of 0.3", some)
	}
	again := newPlayOf(p)
	for i := range 400 {
		if rule := again.ask(t, "GET", "/orders/a", "").Rule; rule != first[i] {
			t.Fatalf("request %d is answered by %s and by %s with the same seed", i, first[i], rule)
		}
	}
}

func newPlayOf(p *play) *play { return &play{stand: p.stand, world: *world()} }

func TestContinueContributesAndGoesOn(t *testing.T) {
	p := newPlay(t, `scenario: s
api: shop
default: true
state: {seen: {values: ["no", "yes"], initial: "no"}}
rules:
  listOrders:
    - {name: notes, continue: true, delay: 100ms, do: [{set: {seen: "yes"}}]}
    - {name: slower, continue: true, match: {query: {status: open}}, delay: 50ms}
    - {name: first, state: {seen: "no"}, respond: {example: none}}
    - {name: later, respond: {example: none}}
`)
	d := p.ask(t, "GET", "/orders?status=open", "")
	if d.Rule != "first" || d.Delay != 150*time.Millisecond || len(d.Continued) != 2 {
		t.Errorf("the first answer is %+v", d)
	}
	if d = p.ask(t, "GET", "/orders", ""); d.Rule != "later" || d.Delay != 100*time.Millisecond {
		t.Errorf("the second answer is %+v", d)
	}
}

func TestFaultsAndAnswersOffTheContract(t *testing.T) {
	p := newPlay(t, `scenario: s
api: shop
default: true
rules:
  listOrders:
    - {name: cut, match: {query: {status: open}}, fault: {truncate: 60%}, respond: {example: none}}
    - {name: reset, match: {query: {status: paid}}, fault: reset}
    - {name: slow, match: {query: {status: sent}}, fault: {dribble: {chunks: 5, over: 2s}}, respond: {example: none}}
    - {name: page, offContract: true, respond: {status: 299, type: text/html, body: "<h1>maintenance</h1>"}}
`)
	if d := p.ask(t, "GET", "/orders?status=open", ""); d.Fault != (engine.Fault{Kind: engine.Truncate, Percent: 60}) || d.Body == nil {
		t.Errorf("%+v", d)
	}
	if d := p.ask(t, "GET", "/orders?status=paid", ""); d.Fault.Kind != engine.Reset {
		t.Errorf("%+v", d)
	}
	if d := p.ask(t, "GET", "/orders?status=sent", ""); d.Fault != (engine.Fault{Kind: engine.Dribble, Chunks: 5, Over: 2 * time.Second}) {
		t.Errorf("%+v", d)
	}
	if d := p.ask(t, "GET", "/orders", ""); !d.OffContract || d.Status != 299 || d.Type != "text/html" || string(d.Body) != "<h1>maintenance</h1>" {
		t.Errorf("%+v", d)
	}
}

func TestAFailedEffectChangesNothing(t *testing.T) {
	p := newPlay(t, `scenario: s
api: shop
default: true
state: {x: {values: [a, b], initial: a}}
tables: {marks: {key: [id], writable: true, columns: {id: string, n: integer}}}
rules:
  createOrder:
    - name: marks
      do: [{set: {x: b}}, {insert: {marks: {id: "${body.customer}", n: 1}}}]
      respond: {status: 201, body: {orderId: a, status: open, total: "1"}}
  listOrders:
    - {name: b, state: {x: b}, respond: {problem: SERVICE_UNAVAILABLE}}
    - {name: a, respond: {example: none}}
`)
	p.ask(t, "POST", "/orders", order)
	p.world.State = nil
	w := p.world
	first, err := p.program.Decide(p.request(t, "POST", "/orders", order), &w)
	if err != nil {
		t.Fatal(err)
	}
	w.State = first.State
	d, err := p.program.Decide(p.request(t, "POST", "/orders", order), &w)
	var failed *engine.ScenarioError
	if !errors.As(err, &failed) || d.State != first.State || !strings.Contains(err.Error(), "already has a row") {
		t.Errorf("a second insert gives %v", err)
	}
}

func TestLevelsAddUp(t *testing.T) {
	p := newPlay(t, `-- shop/a.yaml --
scenario: usual
api: shop
default: true
rules:
  listOrders: [{name: usual, respond: {example: none}}]
  getOrder: [{name: usual, respond: {problem: NOT_FOUND}}]
-- shop/b.yaml --
scenario: busy
api: shop
rules:
  listOrders: [{name: busy, match: {query: {status: open}}, respond: {problem: SERVICE_UNAVAILABLE}}]
-- shop/c.yaml --
scenario: down
api: shop
rules:
  "*": [{name: all down, match: {header: {x-api-key: partner-a}}, respond: {problem: SERVICE_UNAVAILABLE}}]
`)
	override, findings := p.program.CompileOverride("shop", "listOrders", "o1", []byte(`{"match": {"query": {"status": "paid"}}, "times": 1, "respond": {"problem": "SERVICE_UNAVAILABLE", "detail": "overridden"}}`))
	if override == nil {
		t.Fatal(findings.Err())
	}
	ask := func(target string) string { return p.ask(t, "GET", target, "").Rule }
	if got := ask("/orders?status=open"); got != "usual" {
		t.Errorf("by default: %s", got)
	}
	p.world.Levels = engine.Levels{Selected: []string{"busy"}, Overrides: []*engine.Override{override}}
	if got := ask("/orders?status=open"); got != "busy" {
		t.Errorf("selected: %s", got)
	}
	if got := ask("/orders?status=sent"); got != "usual" {
		t.Errorf("when the selected one is silent: %s", got)
	}
	if got := ask("/orders?status=paid"); got != "o1" {
		t.Errorf("overridden: %s", got)
	}
	if got := ask("/orders?status=paid"); got != "usual" {
		t.Errorf("overridden once only: %s", got)
	}
	p.world.Levels.Requested = []string{"down"}
	if got := ask("/orders?status=open"); got != "all down" {
		t.Errorf("requested: %s", got)
	}
	if err := p.program.CheckNames(p.api, []string{"busy", "dwn"}); err == nil || !strings.Contains(err.Error(), `did you mean "down"`) {
		t.Errorf("an unknown scenario gives %v", err)
	}
}

func TestABadOverrideSaysWhy(t *testing.T) {
	s := load(t, "scenario: s\napi: shop\n")
	o, findings := s.program.CompileOverride("shop", "listOrders", "x", []byte(`{"match": {"query": {"statuz": "open"}}, "respond": {"status": 299}}`))
	if o != nil || len(findings) != 2 || findings[0].Code != "unknown-parameter" || findings[0].Line != 1 {
		t.Errorf("findings are %v", findings)
	}
}

func TestAProviderStateSetsUpAndHandsBack(t *testing.T) {
	p := newPlay(t, `scenario: s
api: shop
given:
  - state: an order exists
    params: {id: {type: string}, total: {type: decimal, default: "10"}}
    do: [{upsert: {orders: {orderId: "${params.id}", status: open, total: "${params.total}"}}}]
    returns: {id: "${params.id}"}
tables: {orders: {key: [orderId], writable: true, schema: Order}}
rules:
  getOrder:
    - name: known
      find: {o: {table: orders, where: {orderId: "${path.orderId}"}}}
      respond: {type: application/json, body: "${o}"}
    - {name: unknown, respond: {problem: NOT_FOUND}}
`)
	w := p.world
	got, err := p.program.Provide("an order exists", map[string]any{"id": "o-1"}, &w)
	if err != nil || got.Returns["id"] != "o-1" || len(got.Scenarios) != 1 || got.Scenarios[0] != "shop/s" {
		t.Fatalf("%+v %v", got, err)
	}
	p.world.State, p.world.Levels.Selected = got.State, got.Scenarios
	if d := p.ask(t, "GET", "/orders/o-1", ""); d.Rule != "known" || !strings.Contains(string(d.Body), `"total":"10"`) {
		t.Errorf("%+v", d)
	}
	if _, err := p.program.Provide("an order exist", nil, &w); !errors.Is(err, engine.ErrUnknownState) || !strings.Contains(err.Error(), "did you mean") {
		t.Errorf("an unknown state gives %v", err)
	}
	if _, err := p.program.Provide("an order exists", map[string]any{"id": true}, &w); err == nil {
		t.Error("a parameter of another type is taken")
	}
	if got, err := p.program.Provide("an order exists", map[string]any{"id": 7}, &w); err != nil || got.Returns["id"] != "7" {
		t.Errorf("a text that the verifier has sent as a number gives %+v %v", got, err)
	}
	if _, err := p.program.Provide("an order exists", nil, &w); err == nil {
		t.Error("a missing parameter is taken")
	}
}

func TestAScenarioThatCanBeSelectedIsAProviderState(t *testing.T) {
	p := newPlay(t, `scenario: s
api: shop
rules:
  listOrders:
    - {name: none, respond: {example: none}}
`)
	w := p.world
	got, err := p.program.Provide("s", nil, &w)
	if err != nil || len(got.Scenarios) != 1 || got.Scenarios[0] != "shop/s" || len(got.Callbacks) != 0 {
		t.Fatalf("%+v %v", got, err)
	}
	if _, err := p.program.Provide("s", map[string]any{"id": "1"}, &w); err == nil || !strings.Contains(err.Error(), "no parameter id") {
		t.Errorf("a parameter that it does not take gives %v", err)
	}
	if states := p.program.GivenStates(); len(states) != 1 || states[0].State != "s" || states[0].Scenario != "s" {
		t.Errorf("listed: %+v", states)
	}
}

func TestExplainTellsWhatBecameOfEachRule(t *testing.T) {
	p := newPlay(t, head+`rules:
  listOrders:
    - {name: open, match: {query: {status: open}}, respond: {example: none}}
    - {name: big, match: {query: {status: paid, size: 5}}, respond: {example: none}}
    - {name: paid, match: {query: {status: paid}}, respond: {example: none}}
    - {name: rest, respond: {example: none}}
`)
	w := p.world
	traces := p.program.Explain(p.request(t, "GET", "/orders?status=paid&size=7", ""), &w)
	var names []string
	for _, tr := range traces {
		names = append(names, tr.Rule)
	}
	if got := strings.Join(names, " "); got != "paid big open rest" {
		t.Fatalf("in order: %s", got)
	}
	if tr := traces[0]; !tr.Answered || tr.Line != 8 || tr.File != "shop/a.yaml" {
		t.Errorf("the answer: %+v", tr)
	}
	if tr := traces[1]; tr.Condition != "query.size" || tr.Wanted != "5" || tr.Got != "7" || tr.Passed != 1 {
		t.Errorf("the nearest: %+v", tr)
	}
	if tr := traces[3]; tr.Tried {
		t.Errorf("a rule behind the answer: %+v", tr)
	}
}

func TestCoverageSeesRulesAndConditions(t *testing.T) {
	p := newPlay(t, head+`rules:
  listOrders:
    - name: open
      match: {query: {status: open}}
      when: (query.size ?? 0) < 5
      respond: {example: none}
    - {name: rest, respond: {example: none}}
`)
	cover := p.program.NewCoverage()
	p.world.Coverage = cover
	p.ask(t, "GET", "/orders?status=open&size=7", "")
	p.ask(t, "GET", "/orders?status=paid", "")
	rules := cover.Rules()
	if len(rules) != 2 || rules[0].Hits != 0 || rules[1].Hits != 2 {
		t.Fatalf("%+v", rules)
	}
	if c := rules[0].Conditions; len(c) != 2 || c[0] != (engine.ConditionCoverage{Line: 7, Yes: 1, No: 1}) || c[1] != (engine.ConditionCoverage{Line: 8, Yes: 0, No: 1}) {
		t.Errorf("%+v", c)
	}
}

func TestRulesForEveryOperationSeeEveryHeader(t *testing.T) {
	s := load(t, `scenario: s
api: shop
rules:
  "*": [{name: chosen, match: {header: {X-Anything: "1"}, cookie: {who: me}}, respond: {problem: SERVICE_UNAVAILABLE}}]
`)
	r := httptest.NewRequest("GET", "/orders", http.NoBody)
	r.Header = http.Header{"X-Api-Key": {"k"}, "X-Anything": {"1"}, "Cookie": {"a=b; who=me"}}
	op, _, _ := s.api.Match("GET", "/orders")
	req, refusal := op.Check(r, func(string) string { return "" }, contract.Limits{})
	if refusal != nil {
		t.Fatalf("%+v", refusal)
	}
	w := world()
	w.Levels.Requested = []string{"s"}
	if d, err := s.program.Decide(req, w); err != nil || d.Rule != "chosen" {
		t.Errorf("%+v %v", d, err)
	}
}

func TestAListIsARowForEachElement(t *testing.T) {
	p := newPlay(t, head+`tables:
  marks: {key: [id], writable: true, columns: {id: {type: string, required: true}, n: {type: integer, required: true}}}
rules:
  createOrder:
    - name: marks
      do: [{upsert: {marks: "${map(body.lines, ({'id': .article, 'n': .quantity}))}"}}]
      respond: {status: 201, body: {orderId: a, status: open, total: "1"}}
  getOrder:
    - name: marked
      find: {m: {table: marks, where: {id: "${path.orderId}"}}}
      respond: {type: application/json, body: {orderId: "${m.id}", status: open, total: "${string(m.n)}"}}
    - {name: unknown, respond: {problem: NOT_FOUND}}
`)
	p.ask(t, "POST", "/orders", order)
	for id, want := range map[string]string{"tea": `"total":"2"`, "pot": `"total":"1"`} {
		if d := p.ask(t, "GET", "/orders/"+id, ""); !strings.Contains(string(d.Body), want) {
			t.Errorf("%s is %s", id, d.Body)
		}
	}
}
