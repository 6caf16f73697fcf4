package engine_test

import (
	"slices"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
)

// bodies gives what callbacks say.
func bodies(sent []engine.Callback) []string {
	var out []string
	for _, c := range sent {
		out = append(out, string(c.Body))
	}
	return out
}

func TestACallbackIsNotSentWithAnUpdateOrADeleteThatFindsNoRow(t *testing.T) {
	p := &play{stand: loadBatch(t, batchHead+`
rules:
  listOrders:
    - name: a change, and what may be gone when its time comes
      do:
        - {update: {ledger: {where: {number: "0"}, set: {customer: bob}}}, callback: {name: orderPaid, body: {number: found}}}
        - {update: {ledger: {where: {number: "1"}, set: {customer: bob}}}, callback: {name: orderPaid, body: {number: missing}}}
        - {after: 1m, delete: {ledger: {number: "0"}}, callback: {name: orderPaid, body: {number: deleted}}}
        - {after: 2m, delete: {ledger: {number: "0"}}, callback: {name: orderPaid, body: {number: deleted before}}}
        - {after: 2m, update: {ledger: {where: {number: "0"}, set: {customer: ann}}}, callback: {name: orderPaid, body: {number: deleted before}}}
        - {after: 3m, callback: {name: orderPaid, body: {number: alone}}}
      respond: {body: []}
`), world: *world()}
	if got := bodies(p.ask(t, "GET", "/batches", "").Callbacks); !slices.Equal(got, []string{`{"number":"found"}`}) {
		t.Errorf("at once %v is sent", got)
	}
	for _, want := range [][]string{{`{"number":"deleted"}`}, nil, {`{"number":"alone"}`}} {
		if got := bodies(p.wait(t, time.Minute)); !slices.Equal(got, want) {
			t.Errorf("a minute later %v is sent, want %v", got, want)
		}
	}
}

func TestAHandlersStepSendsNoCallbackWhereItFindsNoRow(t *testing.T) {
	s := loadBatch(t, batchHead)
	var sent []engine.Callback
	for _, number := range []string{"1", "0", "1"} {
		_, more, err := s.program.Turn(s.api, world(), func(turn *engine.Turn) error {
			c, err := turn.Callback("orderPaid", map[string]string{"number": number})
			if err != nil {
				return err
			}
			return turn.Do(engine.Step{Kind: "update", Table: "ledger", Where: map[string]any{"number": number}, Row: map[string]any{"customer": "bob"}, Callback: &c})
		})
		if err != nil {
			t.Fatal(err)
		}
		sent = append(sent, more...)
	}
	if got := bodies(sent); !slices.Equal(got, []string{`{"number":"0"}`}) {
		t.Errorf("%v is sent", got)
	}
}
