package scenarioschema_test

import (
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/scenarioschema"
)

const shopTest = `test: first
title: First
api: shop
cases:
  - name: "an order of ${with.sku}"
    with: [{sku: a}, {sku: b}]
    key: partner-a
    select: [first, {scenario: first, key: partner-b}]
    given: [an order exists, {state: an order exists, params: {id: "1"}, as: made}]
    seed: 7
    start: 2026-01-15
    steps:
      - {call: placeOrder, header: {X-Extra: a}, body: {sku: "${with.sku}", amount: 1, tags: [], wrong: 1}, as: placed, expect: {status: [201, 4XX], rule: placed, body: {state: new}, exact: false, absent: [note]}}
      - {call: getOrder, path: {id: "${placed.body.id}"}, repeat: 2, expect: {problem: SOLD_OUT, delay: [50ms, 2s], fault: none}}
      - {advance: 30s, expect: {callbacks: [orderPaid, {name: orderPaid, body: {id: "1"}}], state: {till: shut}, tables: {orders: [{id: "1"}]}}}
      - {freeze: true}
      - {setClock: 2026-01-15T10:00:00+05:30}
      - {setState: {till: open}}
      - {select: [first], key: partner-b}
      - {upsert: {orders: {id: "2", total: "1", state: new}}}
      - {delete: {orders: {id: "2"}}}
      - {reset: true}
      - {expect: {hits: {placed: 1}}}
`

func TestWhatTestFilesMayHoldSatisfiesTheSchemaAndMistakesDoNot(t *testing.T) {
	api, declared := shop(t)
	text, err := scenarioschema.Tests(api, declared)
	schema := compile(t, text, err)
	if err := schema.Validate(value(t, shopTest)); err != nil {
		t.Errorf("%#v", err)
	}
	for name, change := range map[string][2]string{
		"a misspelt operation":           {"call: placeOrder", "call: placeOrdr"},
		"a misspelt key of a case":       {"steps:", "step:"},
		"a misspelt key of a step":       {"repeat: 2", "repeats: 2"},
		"a misspelt key of expect":       {"absent: [note]", "absents: [note]"},
		"a rule that is not there":       {"rule: placed", "rule: place"},
		"a problem that is not there":    {"problem: SOLD_OUT", "problem: SOLDOUT"},
		"a scenario that is not there":   {"select: [first, {", "select: [fist, {"},
		"a given that is not there":      {"given: [an order exists,", "given: [an order existed,"},
		"a callback that is not there":   {"callbacks: [orderPaid,", "callbacks: [orderPay,"},
		"a state that is not there":      {"state: {till: shut},", "state: {tills: shut},"},
		"a value of a state not there":   {"setState: {till: open}", "setState: {till: opened}"},
		"a table that is not there":      {"upsert: {orders:", "upsert: {order:"},
		"a path parameter not there":     {"path: {id: ", "path: {idd: "},
		"a path parameter left out":      {"path: {id: \"${placed.body.id}\"}, ", ""},
		"two actions in one step":        {"{freeze: true}", "{freeze: true, reset: true}"},
		"a step that does nothing":       {"{freeze: true}", "{repeat: 2}"},
		"a body without a call":          {"{freeze: true}", "{freeze: true, body: {a: b}}"},
		"a case without a name":          {"  - name: \"an order of ${with.sku}\"\n    with", "  - with"},
		"a fault that is none":           {"fault: none", "fault: nothing"},
		"a status that is none":          {"status: [201, 4XX]", "status: [201, 4YY]"},
		"a time to advance without unit": {"advance: 30s", "advance: 30"},
		"a skip without a reason":        {"seed: 7", "skip: true"},
	} {
		broken := strings.Replace(shopTest, change[0], change[1], 1)
		if broken == shopTest {
			t.Errorf("%s: the test has no %q", name, change[0])
			continue
		}
		if err := schema.Validate(value(t, broken)); err == nil {
			t.Errorf("%s is not refused", name)
		}
	}
}
