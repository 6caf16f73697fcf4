package engine_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
)

// batchHead begins a default scenario of the API with decision points, with a ledger for its handlers.
const batchHead = `scenario: b
api: batch
default: true
tables:
  ledger: {key: [number], writable: true, columns: {number: string, customer: string, id: string}, rows: [{number: "0", customer: zoe}]}
  customers: {key: [name], columns: {name: string, level: string}, rows: [{name: ann, level: gold}, {name: bob}]}
state:
  desk: {values: [open, closed], initial: open}
problems:
  DESK_CLOSED: {status: 422, title: The desk is closed, handling: Come again}
`

func loadBatch(t testing.TB, text string) *stand {
	t.Helper()
	api := batch(t)
	if !strings.HasPrefix(text, "-- ") {
		text = "-- batch/b.yaml --\n" + text
	}
	program, findings := engine.Load(files(txtar.Parse([]byte(text))), []*contract.API{api})
	if program == nil {
		t.Fatalf("the scenario does not load: %v", findings.Err())
	}
	return &stand{api, program}
}

// orders writes a batch of orders as number:customer.
func orders(list ...string) string {
	out := []map[string]string{}
	for _, o := range list {
		number, customer, _ := strings.Cut(o, ":")
		out = append(out, map[string]string{"number": number, "customer": customer})
	}
	b, err := json.Marshal(map[string]any{"orders": out})
	if err != nil {
		panic(err)
	}
	return string(b)
}

// takeOrders is a handler that takes orders into the ledger, as far as the scenarios let it.
func takeOrders(t *engine.Turn) (engine.Reply, error) {
	results := []map[string]any{}
	for i, o := range t.Request().Body.(map[string]any)["orders"].([]any) {
		item := o.(map[string]any)
		verdict, ok, err := t.Ask("item", item)
		switch {
		case err != nil:
			return engine.Reply{}, err
		case !ok && t.Row("ledger", map[string]any{"number": item["number"]}) != nil:
			verdict = map[string]any{"status": "failed", "code": "KNOWN"}
		case !ok:
			verdict = map[string]any{"status": "taken", "id": t.ID("order")}
			row := map[string]any{"number": item["number"], "customer": item["customer"], "id": verdict["id"]}
			if err := t.Do(engine.Step{Kind: "insert", Table: "ledger", Row: row}); err != nil {
				return engine.Reply{}, err
			}
		}
		verdict["index"] = i
		results = append(results, verdict)
	}
	body, err := json.Marshal(map[string]any{"results": results})
	return engine.Reply{Body: body, Header: []engine.Field{{Name: "x-batch", Value: "1"}}}, err
}

type result struct{ ID, Status, Code, Reason string }

func results(t testing.TB, d engine.Decision) []result {
	t.Helper()
	var out struct{ Results []result }
	if err := json.Unmarshal(d.Body, &out); err != nil {
		t.Fatalf("%s: %v", d.Body, err)
	}
	return out.Results
}

func statuses(t testing.TB, d engine.Decision) string {
	t.Helper()
	var out []string
	for _, r := range results(t, d) {
		out = append(out, strings.TrimSpace(r.Status+" "+r.Code))
	}
	return strings.Join(out, ", ")
}

// handled has a handler decide in a world that may be changed first.
func (s *stand) handled(t testing.TB, body string, h engine.Handler, change func(*engine.World)) (engine.Decision, error) {
	t.Helper()
	w := world()
	w.Handler = h
	if change != nil {
		change(w)
	}
	return s.program.Decide(s.request(t, "POST", "/batches", body), w)
}

func (s *stand) must(t testing.TB, body string, h engine.Handler, change func(*engine.World)) engine.Decision {
	t.Helper()
	d, err := s.handled(t, body, h, change)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (s *stand) ledger(t testing.TB, st *engine.State) string {
	t.Helper()
	_, rows, ok := s.program.Rows("batch", "ledger", st)
	if !ok {
		t.Fatal("there is no ledger")
	}
	var out []string
	for _, r := range rows {
		out = append(out, fmt.Sprint(r["number"], ":", r["customer"]))
	}
	return strings.Join(out, " ")
}

func TestAHandlerAnswersWhereNoScenarioSpeaks(t *testing.T) {
	s := loadBatch(t, batchHead)
	d := s.must(t, orders("1:ann", "0:bob", "2:bob", "1:cat"), takeOrders, nil)
	if d.Scenario != "go" || d.Rule != "handler" || d.Status != 200 || d.Type != "application/json" || d.Contract || d.None {
		t.Errorf("the decision is %+v", d)
	}
	if got := statuses(t, d); got != "taken, failed KNOWN, taken, failed KNOWN" {
		t.Errorf("the answer is %s", got)
	}
	if got := s.ledger(t, d.State); got != "0:zoe 1:ann 2:bob" {
		t.Errorf("the ledger holds %s", got)
	}
	if got := s.ledger(t, nil); got != "0:zoe" {
		t.Errorf("the ledger of another sandbox holds %s", got)
	}
}

func TestARuleOfTheOperationAnswersInTheHandlersPlace(t *testing.T) {
	s := loadBatch(t, "-- batch/b.yaml --\n"+batchHead+`rules:
  createOrders:
    - {name: slow, delay: 2s, do: [{insert: {ledger: {number: "7", customer: rule}}}], continue: true}
    - {name: closed, state: {desk: closed}, respond: {problem: DESK_CLOSED}}
-- batch/other.yaml --
scenario: other
api: batch
rules:
  createOrders:
    - {name: nobody, match: {body: {orders: {$size: 1}}}, respond: {problem: DESK_CLOSED}}
`)
	d := s.must(t, orders("1:ann", "7:bob"), takeOrders, nil)
	if d.Rule != "handler" || d.Delay != 2*time.Second || !reflect.DeepEqual(d.Continued, []string{"b/slow"}) {
		t.Errorf("the decision is %+v", d)
	}
	if got := statuses(t, d) + "; " + s.ledger(t, d.State); got != "taken, failed KNOWN; 0:zoe 7:rule 1:ann" {
		t.Errorf("the handler has left %s", got)
	}
	selected := func(w *engine.World) { w.Levels.Selected = []string{"other"} }
	if d := s.must(t, orders("1:ann"), takeOrders, selected); d.Rule != "nobody" || d.Problem == nil {
		t.Errorf("a selected scenario does not go first: %+v", d)
	}
	if d := s.must(t, orders("1:ann", "2:ann"), takeOrders, selected); d.Rule != "handler" {
		t.Errorf("a selected scenario that does not match stands in the way: %+v", d)
	}
	closed, err := s.program.Change(nil, engine.Step{API: "batch", Kind: "set", State: "desk", Value: "closed"})
	if err != nil {
		t.Fatal(err)
	}
	if d := s.must(t, orders("1:ann"), takeOrders, func(w *engine.World) { w.State = closed }); d.Rule != "closed" {
		t.Errorf("the decision is %+v", d)
	}
}

func TestVerdictsComeFromTheRulesOfADecisionPoint(t *testing.T) {
	s := loadBatch(t, "-- batch/b.yaml --\n"+batchHead+`rules:
  createOrders/item:
    - {name: too long, when: len(item.number) > 5, outcome: {status: failed, code: TOO_LONG, reason: "${string(len(item.number))} characters"}}
    - {name: dan, match: {item: {customer: dan}}, outcome: {status: failed, code: DAN}}
    - name: gold
      find: {c: {table: customers, where: {name: "${item.customer}"}}}
      when: c.level == "gold"
      outcome: {status: failed, code: GOLD}
    - {name: within a batch, find: {l: {table: ledger, where: {number: "${item.number}"}}}, outcome: {status: failed, code: LISTED}}
-- batch/strict.yaml --
scenario: strict
api: batch
rules:
  "*": [{name: never at a point, respond: {problem: SERVICE_UNAVAILABLE}, match: {header: {x-nothing: x}}}]
  createOrders/item:
    - {name: nobody, match: {item: {customer: [dan, eve]}}, outcome: {status: failed, code: STRICT}}
`)
	body := orders("1:bob", "123456:bob", "2:dan", "3:ann", "1:eve", "0:eve")
	d := s.must(t, body, takeOrders, nil)
	if got := statuses(t, d); got != "taken, failed TOO_LONG, failed DAN, failed GOLD, failed LISTED, failed LISTED" {
		t.Errorf("the verdicts are %s", got)
	}
	if got := results(t, d)[1].Reason; got != "6 characters" {
		t.Errorf("the reason is %q", got)
	}
	for what, change := range map[string]func(*engine.World){
		"selected":  func(w *engine.World) { w.Levels.Selected = []string{"strict"} },
		"requested": func(w *engine.World) { w.Levels.Requested = []string{"batch/strict"} },
	} {
		if got := statuses(t, s.must(t, body, takeOrders, change)); got != "taken, failed TOO_LONG, failed STRICT, failed GOLD, failed STRICT, failed STRICT" {
			t.Errorf("%s, the verdicts are %s", what, got)
		}
	}
	override, findings := s.program.CompileOverride("batch", "createOrders/item", "o1", []byte(`{"match": {"item": {"customer": "bob"}}, "outcome": {"status": "failed", "code": "BOB"}}`))
	if override == nil {
		t.Fatal(findings.Err())
	}
	if override, err := override.Limit(1); err != nil {
		t.Error(err)
	} else if got := statuses(t, s.must(t, body, takeOrders, func(w *engine.World) { w.Levels.Overrides = []*engine.Override{override} })); got !=
		"failed BOB, failed TOO_LONG, failed DAN, failed GOLD, taken, failed LISTED" {
		t.Errorf("with an override for the first item of bob, the verdicts are %s", got)
	}
}

func TestTimesAndChanceAtADecisionPointCountItems(t *testing.T) {
	s := loadBatch(t, batchHead+`rules:
  createOrders/item:
    - {name: the second, match: {item: {customer: bob}}, times: {from: 2, to: 3}, outcome: {status: failed, code: COUNTED}}
    - {name: half, match: {item: {customer: ann}}, chance: 0.5, outcome: {status: failed, code: DRAWN}}
`)
	d := s.must(t, orders("1:bob", "2:cat", "3:bob", "4:bob", "5:bob"), takeOrders, nil)
	if got := statuses(t, d); got != "taken, taken, failed COUNTED, failed COUNTED, taken" {
		t.Errorf("the verdicts are %s", got)
	}
	again := s.must(t, orders("6:bob"), takeOrders, func(w *engine.World) { w.State = d.State })
	if got := statuses(t, again); got != "taken" {
		t.Errorf("the count begins anew: %s", got)
	}
	var many []string
	for i := range 200 {
		many = append(many, fmt.Sprint(i+10, ":ann"))
	}
	first := statuses(t, s.must(t, orders(many...), takeOrders, nil))
	if n := strings.Count(first, "DRAWN"); n < 60 || n > 140 {
		t.Errorf("%d of 200 were drawn", n)
	}
	if first != statuses(t, s.must(t, orders(many...), takeOrders, nil)) {
		t.Error("the same batch meets another chance")
	}
}

func TestWhatAHandlerMakesAtRandomIsAFunctionOfSeedAndRequest(t *testing.T) {
	s := loadBatch(t, batchHead)
	ids := func(seed, number uint64) string {
		var out []string
		for _, r := range results(t, s.must(t, orders("1:a", "2:b"), takeOrders, func(w *engine.World) { w.Seed, w.Number = seed, number })) {
			out = append(out, r.ID)
		}
		return strings.Join(out, " ")
	}
	first := ids(1, 1)
	if first != ids(1, 1) {
		t.Error("the same request makes other identifiers")
	}
	seen := map[string]bool{}
	for _, id := range strings.Fields(first + " " + ids(1, 2) + " " + ids(2, 1)) {
		if seen[id] || len(id) != 36 {
			t.Errorf("the identifier %s is no new one", id)
		}
		seen[id] = true
	}
}

func TestAFailingHandlerChangesNothing(t *testing.T) {
	s := loadBatch(t, batchHead+"rules:\n  createOrders/item:\n    - {name: divides, match: {item: {customer: zero}}, when: 1 / (len(item.customer) - 4) > 0, outcome: {status: taken}}\n"+
		"    - {name: breaks, match: {item: {customer: code}}, outcome: {status: taken, code: \"${item.number}\"}}\n")
	insert := engine.Step{Kind: "insert", Table: "ledger", Row: map[string]any{"number": "9", "customer": "x"}}
	after := func(h engine.Handler) engine.Handler {
		return func(t *engine.Turn) (engine.Reply, error) {
			if err := t.Do(insert); err != nil {
				return engine.Reply{}, err
			}
			return h(t)
		}
	}
	reply := func(r engine.Reply) engine.Handler {
		return after(func(*engine.Turn) (engine.Reply, error) { return r, nil })
	}
	doing := func(f func(*engine.Turn) error) engine.Handler {
		return after(func(t *engine.Turn) (engine.Reply, error) { return engine.Reply{}, f(t) })
	}
	good := []byte(`{"results": []}`)
	one := []engine.Field{{Name: "X-Batch", Value: "1"}}
	cause := errors.New("the ledger is torn")
	for name, c := range map[string]struct {
		handler engine.Handler
		want    string
		off     bool
	}{
		"an error":              {doing(func(*engine.Turn) error { return cause }), "the ledger is torn", false},
		"a body":                {reply(engine.Reply{Header: one, Body: []byte(`{"results": [{"index": 1}]}`)}), "/results/0/status is required", true},
		"no body":               {reply(engine.Reply{Header: one}), "Content-Type is required; declared are application/json", true},
		"no JSON":               {reply(engine.Reply{Header: one, Body: []byte(`{`)}), "the body ", true},
		"a status":              {reply(engine.Reply{Status: 201, Header: one, Body: good}), "status 201 is not declared for createOrders; declared are 200, 422", true},
		"a media type":          {reply(engine.Reply{Type: "text/csv", Header: one, Body: good}), "Content-Type must be one of application/json", true},
		"a type without a body": {reply(engine.Reply{Type: "text/csv", Header: one}), "a media type and no body", false},
		"a missing header":      {reply(engine.Reply{Body: good}), "X-Batch is required", true},
		"a bad header":          {reply(engine.Reply{Body: good, Header: []engine.Field{{Name: "X-Batch", Value: "one"}}}), "X-Batch must be an integer", true},
		"the server's header":   {reply(engine.Reply{Body: good, Header: []engine.Field{{Name: "content-type", Value: "a/b"}}}), "the server sets the header content-type itself", false},
		"no header's name":      {reply(engine.Reply{Body: good, Header: []engine.Field{{Name: "a b", Value: ""}}}), `"a b" is no header name`, false},
		"a problem's status":    {reply(engine.Reply{Problem: &problem.Problem{Definition: problem.Must(problem.NotFound)}}), "status 404 is not declared", true},
		"a problem and a body":  {reply(engine.Reply{Problem: &problem.Problem{Definition: problem.Must(problem.NotFound)}, Body: good}), "a problem and a body", false},
		"a row that is there":   {doing(func(t *engine.Turn) error { return t.Do(insert) }), "ledger already has a row of this number", false},
		"a table that is not writable": {doing(func(t *engine.Turn) error {
			return t.Do(engine.Step{Kind: "delete", Table: "customers", Where: map[string]any{"name": "ann"}})
		}), `there is no writable table "customers"`, false},
		"everything": {doing(func(t *engine.Turn) error { return t.Do(engine.Step{Kind: "delete", Table: "ledger"}) }), "delete needs to be told which rows", false},
		"a value":    {doing(func(t *engine.Turn) error { return t.Do(engine.Step{Kind: "set", State: "desk", Value: "ajar"}) }), `state desk has no value "ajar"`, false},
		"no kind":    {doing(func(t *engine.Turn) error { return t.Do(engine.Step{Kind: "callback"}) }), `"callback" changes nothing`, false},
		"rows":       {doing(func(t *engine.Turn) error { t.Rows("ledgre"); return nil }), `API batch has no table "ledgre"; did you mean "ledger"?`, false},
		"a row":      {doing(func(t *engine.Turn) error { t.Row("ledgre", nil); return nil }), `API batch has no table "ledgre"`, false},
		"a later step": {doing(func(t *engine.Turn) error {
			t.Later(time.Hour, engine.Step{Kind: "update", Table: "ledger"})
			return nil
		}), "update needs to be told which rows", false},
		"a point": {doing(func(t *engine.Turn) error { _, _, err := t.Ask("itme", nil); return err }), `operation createOrders has no decision point "itme"; did you mean "item"?`, false},
		"an item": {doing(func(t *engine.Turn) error { _, _, err := t.Ask("item", map[string]any{"number": "1"}); return err }),
			"the item of createOrders/item breaks its schema: /customer is required", false},
		"a rule": {doing(func(t *engine.Turn) error {
			_, _, err := t.Ask("item", map[string]any{"number": "1", "customer": "zero"})
			return err
		}), `rule "divides" of scenario b failed at batch/b.yaml:13:`, false},
		"an outcome": {doing(func(t *engine.Turn) error {
			_, _, err := t.Ask("item", map[string]any{"number": "1", "customer": "code"})
			return err
		}), `rule "breaks" of scenario b failed: /code must match the pattern`, true},
		"a problem":     {doing(func(t *engine.Turn) error { _, err := t.Problem("DESK_CLOSD", ""); return err }), `the error catalogue has no "DESK_CLOSD"; did you mean "DESK_CLOSED"?`, false},
		"a callback":    {doing(func(t *engine.Turn) error { _, err := t.Callback("batchDon", nil); return err }), `the document declares no callback "batchDon" here; did you mean "batchDone"?`, false},
		"an address":    {doing(func(t *engine.Turn) error { _, err := t.Callback("batchDone", nil); return err }), "the address of callback batchDone: the request has no body#/callbackUrl", false},
		"a link":        {doing(func(t *engine.Turn) error { _, err := t.Link("/x", time.Hour); return err }), "nothing here to sign links with", false},
		"a bad body":    {doing(func(t *engine.Turn) error { _, err := t.Callback("orderPaid", map[string]int{"number": 1}); return err }), "callback orderPaid: /number must be a string", true},
		"a body's JSON": {doing(func(t *engine.Turn) error { _, err := t.Callback("orderPaid", func() {}); return err }), "the body of callback orderPaid", false},
	} {
		d, err := s.handled(t, orders("1:ann"), c.handler, nil)
		var failed *engine.ScenarioError
		if !errors.As(err, &failed) || failed.Scenario != "go" || failed.Rule != "handler" || !strings.Contains(err.Error(), c.want) || failed.OffContract() != c.off {
			t.Errorf("%s: %v, want %s (off the contract: %v)", name, err, c.want, c.off)
		}
		if got := s.ledger(t, d.State); got != "0:zoe" {
			t.Errorf("%s: the ledger holds %s", name, got)
		}
	}
	if _, err := s.handled(t, orders("1:ann"), doing(func(*engine.Turn) error { return cause }), nil); !errors.Is(err, cause) {
		t.Errorf("the cause is lost: %v", err)
	}
}
