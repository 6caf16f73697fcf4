package engine_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/engine"
)

const describedScenario = `scenario: s
title: Described
api: shop
tables:
  orders: {title: Orders to try, key: [orderId], writable: true, schema: Order, rows: [{orderId: shipped, status: sent, total: "5"}]}
  rates: {key: [kind, months], columns: {kind: string, months: integer, rate: decimal}, rows: [{kind: "a,b", months: 12, rate: "1.50"}, {kind: "c\\d", months: 6, rate: "2"}]}
state: {shop: {values: [open, closed], initial: open}}
rules:
  createOrder:
    - name: everything
      match: {body: {note: [a, b]}}
      state: {shop: [open]}
      find:
        order: {table: orders, where: {orderId: "${body.note ?? omit}"}}
        all: {table: orders, all: true, where: {status: open}}
      when: order.status == "sent"
      times: {from: 2, to: 3}
      chance: 0.5
      do:
        - upsert: {orders: {orderId: x, status: open}}
          after: 1h
        - set: {shop: closed}
      delay: {uniform: [50ms, 2s]}
      respond: {problem: SERVICE_UNAVAILABLE}
    - {name: goes on, match: {body: {note: {$prefix: "z"}}}, delay: 10ms, continue: true}
    - {name: made up, respond: {status: 201, generate: true}}
`

func TestAProgramDescribesItsRules(t *testing.T) {
	s := load(t, describedScenario)
	operation := s.api.Operation("createOrder")
	scenarios := s.program.Describe(operation.API)
	if len(scenarios) != 1 || scenarios[0].Title != "Described" || scenarios[0].Default || len(scenarios[0].Operations) != 1 {
		t.Fatalf("the scenarios are %+v", scenarios)
	}
	rules := scenarios[0].Operations[0].Rules
	first := rules[0]
	var conditions []string
	for _, c := range first.Conditions {
		conditions = append(conditions, strings.TrimSpace(c.Kind+" "+c.Place)+": "+c.Wants)
	}
	want := []string{`match body.note: one of "a" or "b"`, `state shop: "open"`, "find order: a row of orders", "find all: any rows of orders",
		`when: order.status == "sent"`, "times: the 2. to the 3.", "chance: 0.5"}
	if !reflect.DeepEqual(conditions, want) {
		t.Errorf("the conditions are\n%s\nwant\n%s", strings.Join(conditions, "\n"), strings.Join(want, "\n"))
	}
	if got := first.Conditions[0].Values; !reflect.DeepEqual(got, []any{"a", "b"}) || first.Conditions[0].Prefix {
		t.Errorf("the constants are %v", got)
	}
	if got := first.Conditions[2].Terms; !reflect.DeepEqual(got, []engine.LookupTerm{{Column: "orderId", Place: "body.note"}}) {
		t.Errorf("the look-up compares %v", got)
	}
	if got := first.Conditions[3].Terms; len(got) != 0 {
		t.Errorf("a look-up by a constant compares %v", got)
	}
	if got := strings.Join(first.Effects, "; "); got != "upsert into orders, after 1h0m0s; set shop to closed" {
		t.Errorf("the effects are %s", got)
	}
	if first.Delay != "50ms to 2s" || first.Answer != (engine.AnswerDescription{Kind: engine.ProblemAnswer, Status: 503, Problem: "SERVICE_UNAVAILABLE"}) {
		t.Errorf("the answer is %+v after %s", first.Answer, first.Delay)
	}
	if got := rules[1]; got.Answer.Kind != engine.NoAnswer || !got.Conditions[0].Prefix || got.Conditions[0].Values[0] != "z" {
		t.Errorf("the rule that goes on is %+v", got)
	}
	if got := rules[2].Answer; got != (engine.AnswerDescription{Kind: engine.GeneratedAnswer, Status: 201, Type: "application/json"}) {
		t.Errorf("the generated answer is %+v", got)
	}
}

func TestRowsAreFoundByTheTextOfTheirKey(t *testing.T) {
	p := load(t, describedScenario).program
	rates, ok := p.Table("shop", "rates")
	if !ok || rates.Writable || !reflect.DeepEqual(rates.Key, []string{"kind", "months"}) {
		t.Fatalf("the table is %+v", rates)
	}
	_, rows, _ := p.Rows("shop", "rates", nil)
	for i, want := range []string{`a\,b,12`, `c\\d,6`} {
		key, ok := rates.RowKey(rows[i])
		if !ok || key != want {
			t.Errorf("the key of row %d is %s, want %s", i, key, want)
		}
		read, err := p.ReadRowKey("shop", "rates", key)
		if err != nil || !reflect.DeepEqual(p.Row("shop", "rates", read, nil), rows[i]) {
			t.Errorf("%s leads to %v, %v", key, read, err)
		}
	}
	for key, reason := range map[string]string{"a": "2 values", "a,b,c": "2 values", "a,b": "no integer"} {
		if _, err := p.ReadRowKey("shop", "rates", key); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("the key %q: %v", key, err)
		}
	}
	if _, ok := rates.RowKey(map[string]any{"kind": "a"}); ok {
		t.Error("a row without a part of the key has one")
	}
	if r := p.Row("shop", "orders", map[string]any{"orderId": "none"}, nil); r != nil {
		t.Errorf("a key that no row has leads to %v", r)
	}
	if _, ok := p.Table("shop", "nothing"); ok {
		t.Error("there is a table that is not declared")
	}
	if s, ok := p.State("shop", "shop"); !ok || s.Initial != "open" || !reflect.DeepEqual(s.Values, []string{"open", "closed"}) {
		t.Errorf("the state is %+v", s)
	}
	if _, err := json.Marshal(rows); err != nil {
		t.Error(err)
	}
}
