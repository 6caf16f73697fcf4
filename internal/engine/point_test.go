package engine_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine"
)

const pointRules = `rules:
  createOrders:
    - {name: none, match: {body: {orders: {$size: 0}}}, respond: {problem: DESK_CLOSED}}
  createOrders/item:
    - {name: dan, match: {item: {customer: dan}}, outcome: {status: failed, code: DAN}}
    - {name: carded, match: {item: {card: "4111"}}, outcome: {status: failed, code: CARD}}
  createOrders/discount:
    - {name: half, outcome: {percent: 50}}
`

func TestRulesOfDecisionPointsAreDescribedAndCovered(t *testing.T) {
	s := loadBatch(t, batchHead+pointRules)
	var described []string
	for _, o := range s.program.Describe(s.api)[0].Operations {
		for _, r := range o.Rules {
			described = append(described, fmt.Sprintf("%s: %s %s %d", o.Operation, r.Name, r.Answer.Kind, len(r.Conditions)))
		}
	}
	if want := []string{"createOrders: none problem 1", "createOrders/discount: half outcome 0", "createOrders/item: dan outcome 1", "createOrders/item: carded outcome 1"}; !reflect.DeepEqual(described, want) {
		t.Errorf("described are %q", described)
	}
	coverage := s.program.NewCoverage()
	d := s.must(t, orders("1:dan", "2:ann", "3:dan"), takeOrders, func(w *engine.World) { w.Coverage = coverage })
	if !reflect.DeepEqual(d.Verdicts, []engine.VerdictHits{{Scenario: "b", Rule: "dan", Items: 2}}) {
		t.Errorf("the verdicts are %+v", d.Verdicts)
	}
	var covered []string
	for _, r := range coverage.Rules() {
		line := fmt.Sprintf("%s %s: %d", r.Operation, r.Rule, r.Hits)
		for _, c := range r.Conditions {
			line += fmt.Sprintf(" %d/%d", c.Yes, c.No)
		}
		covered = append(covered, line)
	}
	if want := []string{"createOrders none: 0 0/1", "createOrders/item dan: 2 2/1", "createOrders/item carded: 0 0/1", "createOrders/discount half: 0"}; !reflect.DeepEqual(covered, want) {
		t.Errorf("covered are %q", covered)
	}
}

func TestAnExplanationCallsTheHandlerAgainAndNotesNothing(t *testing.T) {
	s := loadBatch(t, batchHead+pointRules)
	w, calls := world(), 0
	w.Coverage = s.program.NewCoverage()
	w.Handler = func(t *engine.Turn) (engine.Reply, error) {
		calls++
		return takeOrders(t)
	}
	req := s.request(t, "POST", "/batches", `{"orders": [{"number": "1", "customer": "dan"}, {"number": "2", "customer": "ann", "card": "42"}]}`)
	var got []string
	for _, x := range s.program.Explain(req, w) {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s%d %s answered=%v tried=%v %s", x.Point, x.Item, x.Rule, x.Answered, x.Tried, x.Got)))
	}
	want := []string{"0 handler answered=true tried=true", `0 none answered=false tried=true another value`,
		"item1 dan answered=true tried=true", "item1 carded answered=false tried=false",
		`item2 dan answered=false tried=true "ann"`, "item2 carded answered=false tried=true another value"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("explained is\n%s", strings.Join(got, "\n"))
	}
	if calls != 1 || w.Coverage.Rules()[1].Hits != 0 {
		t.Errorf("the handler was called %d times, and the coverage is %+v", calls, w.Coverage.Rules())
	}
	w.Levels.Requested = []string{"b"}
	if got := s.program.Explain(s.request(t, "POST", "/batches", orders()), &engine.World{Handler: w.Handler}); calls != 1 || got[0].Rule != "none" {
		t.Errorf("a rule answers, and the handler was called: %+v", got)
	}
}

func TestWhoWritesIsKnownBeforeTheDecision(t *testing.T) {
	s := loadBatch(t, "-- batch/b.yaml --\n"+batchHead+pointRules+`-- batch/counting.yaml --
scenario: counting
api: batch
rules:
  createOrders/item: [{name: twice, times: 2, outcome: {status: failed}}]
`)
	o := s.api.Operation("createOrders")
	counting := engine.Levels{Selected: []string{"counting"}}
	for name, c := range map[string]struct {
		w    engine.World
		want bool
	}{
		"no handler":                             {engine.World{}, false},
		"no handler, a point that counts":        {engine.World{Levels: counting}, false},
		"a handler":                              {engine.World{Handler: takeOrders}, true},
		"a reading handler":                      {engine.World{Handler: takeOrders, Reads: true}, false},
		"a reading handler, a point that counts": {engine.World{Handler: takeOrders, Reads: true, Levels: counting}, true},
	} {
		if got := s.program.Writes(o, &c.w); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// signing signs links in a way that can be read.
type signing struct{}

func (signing) SignToken(map[string]any, bank.Duration, time.Time) (string, error) { return "", nil }
func (signing) TokenClaims(string, time.Time) (map[string]any, bool)               { return nil, false }
func (signing) SignLink(path string, ttl bank.Duration, now time.Time) (string, error) {
	return path + "?until=" + ttl.AddTo(now).Format(time.RFC3339), nil
}

func TestATurnGivesWhatAHandlerNeeds(t *testing.T) {
	s := loadBatch(t, batchHead)
	var seen map[string]any
	_ = s.must(t, `{"orders": [], "callbackUrl": "https://partner.example/x"}`, func(t *engine.Turn) (engine.Reply, error) {
		link, err := t.Link("/orders/1.pdf", time.Hour)
		if err != nil {
			return engine.Reply{}, err
		}
		done, err := t.Callback("batchDone", struct {
			Taken int `json:"taken"`
		}{2})
		if err != nil {
			return engine.Reply{}, err
		}
		t.Send(done)
		p, err := t.Problem("DESK_CLOSED", "At noon.")
		row := t.Row("customers", map[string]any{"name": "ann"})
		row["level"] = "silver" // it is the handler's own
		rows := t.Rows("customers")
		rows[0]["level"] = "lead"
		seen = map[string]any{"link": link, "callback": done.URL + " " + string(done.Body) + " " + done.Operation + " " + done.Type, "now": t.Now(), "caller": t.Caller().App,
			"request": t.RequestID(), "base": t.Base(), "level": t.Row("customers", map[string]any{"name": "ann", "level": "gold"})["level"],
			"by another column": t.Row("customers", map[string]any{"level": "gold"})["name"], "nobody": t.Row("customers", map[string]any{"name": "eve"}) == nil,
			"another level": t.Row("customers", map[string]any{"name": "ann", "level": "lead"}) == nil, "ledger": t.Row("ledger", map[string]any{"customer": "zoe"})["number"]}
		return engine.Reply{Problem: p}, err
	}, func(w *engine.World) { w.Services = signing{} })
	want := map[string]any{"link": "/orders/1.pdf?until=2026-03-04T06:06:07Z", "callback": `https://partner.example/x {"taken":2} createOrders application/json`, "now": world().Now,
		"caller": "partner-a", "request": "r-1", "base": "http://localhost/shop/v1", "level": "gold", "by another column": "ann", "nobody": true, "another level": true, "ledger": "0"}
	if !reflect.DeepEqual(seen, want) {
		t.Errorf("the turn gives\n%v, want\n%v", seen, want)
	}
}

func TestAHandlersStepsAreDoneAtOnceOrLater(t *testing.T) {
	s := loadBatch(t, batchHead)
	step := func(kind, number string) engine.Step {
		out := engine.Step{Kind: kind, Table: "ledger", Row: map[string]any{"number": number, "customer": kind}}
		if kind == "update" || kind == "delete" {
			out.Where, out.Row = map[string]any{"number": number}, map[string]any{"customer": kind}
		}
		return out
	}
	d := s.must(t, orders("1:ann"), func(t *engine.Turn) (engine.Reply, error) {
		paid, err := t.Callback("orderPaid", map[string]any{"number": "1"})
		if err != nil {
			return engine.Reply{}, err
		}
		for _, s := range []engine.Step{step("insert", "1"), step("insert", "2"), step("upsert", "3"), step("update", "1"), step("replace", "0"), step("delete", "2"), {Kind: "set", State: "desk", Value: "closed"}} {
			if err := t.Do(s); err != nil {
				return engine.Reply{}, err
			}
		}
		called := step("update", "3")
		called.Callback = &paid
		t.Later(time.Hour, called)
		t.Later(2*time.Hour, engine.Step{Kind: "callback", Callback: &paid})
		t.Later(time.Minute, engine.Step{Kind: "set", State: "desk", Value: "open"})
		p, err := t.Problem("DESK_CLOSED", "")
		return engine.Reply{Problem: p}, err
	}, nil)
	if d.Status != 422 || d.Problem == nil || d.Problem.Code != "DESK_CLOSED" || len(d.Callbacks) != 0 {
		t.Errorf("the decision is %+v", d)
	}
	look := func(st *engine.State) string { return s.ledger(t, st) + " " + s.program.Values("batch", st)["desk"] }
	if got := look(d.State); got != "0:replace 1:update 3:upsert closed" {
		t.Errorf("at once, there are %s", got)
	}
	for _, p := range d.State.Pending() {
		if p.Rule != "go/createOrders/handler" || p.Request != "r-1" || p.API != "batch" {
			t.Errorf("the step is %+v", p)
		}
	}
	later, sent, failed := s.program.Advance(d.State, world().Now.Add(time.Minute))
	if got := look(later); got != "0:replace 1:update 3:upsert open" || len(sent)+len(failed) > 0 {
		t.Errorf("after a minute there are %s; sent is %v, failed has %v", got, sent, failed)
	}
	later, sent, failed = s.program.Advance(later, world().Now.Add(2*time.Hour))
	if got := look(later); got != "0:replace 1:update 3:update open" || len(sent) != 2 || len(failed) > 0 {
		t.Errorf("after two hours there are %s; sent is %v, failed has %v", got, sent, failed)
	}
}

// With a coverage every rule is tried in turn, without one only those that the index leaves possible.
func TestVerdictsChosenByTheIndexAreThoseOfAScan(t *testing.T) {
	var rules strings.Builder
	rules.WriteString("rules:\n  createOrders/item:\n")
	for i := range 60 {
		match := []string{"customer: c%d", "customer: [c%d, d%[1]d]", "number: \"%d\"", "customer: {$prefix: c%d}"}[i%4]
		fmt.Fprintf(&rules, "    - {name: rule %d, match: {item: {"+match+"}}, outcome: {status: failed, code: "+strings.Repeat("A", i%30+1)+"}}\n", i, i*7%60)
	}
	s := loadBatch(t, batchHead+rules.String())
	var items []string
	for i := range 500 {
		items = append(items, fmt.Sprintf("%d:%c%d", i, 'a'+i%5, i*11%70))
	}
	indexed := statuses(t, s.must(t, orders(items...), takeOrders, nil))
	scanned := statuses(t, s.must(t, orders(items...), takeOrders, func(w *engine.World) { w.Coverage = s.program.NewCoverage() }))
	if indexed != scanned {
		t.Errorf("by the index the verdicts are\n%s, by a scan\n%s", indexed, scanned)
	}
	if n := strings.Count(indexed, "failed A"); n < 50 || n > 450 {
		t.Errorf("rules have decided about %d items", n)
	}
}

func BenchmarkAskAThousandItems(b *testing.B) {
	var rules strings.Builder
	rules.WriteString("rules:\n  createOrders/item:\n")
	for i := range 1000 {
		fmt.Fprintf(&rules, "    - {name: rule %d, match: {item: {customer: c%d}}, outcome: {status: failed, code: LISTED}}\n", i, i)
	}
	s := loadBatch(b, batchHead+rules.String())
	var items []string
	for i := range 1000 {
		items = append(items, fmt.Sprintf("%d:c%d", i, i))
	}
	req := s.request(b, "POST", "/batches", orders(items...))
	for b.Loop() {
		w := world()
		w.Handler = takeOrders
		if _, err := s.program.Decide(req, w); err != nil {
			b.Fatal(err)
		}
	}
}
