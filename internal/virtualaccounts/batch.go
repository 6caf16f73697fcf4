package virtualaccounts

import (
	"fmt"

	"github.com/sandbank/sandbank/internal/engine"
)

// maxItems is how many virtual accounts one call may name.
const maxItems = 1000

// batch is a call about several virtual accounts under one physical account. Each is done or refused by itself.
type batch struct {
	turn     *engine.Turn
	physical string
	outcome  outcome
	// done says what is done to an item, as in "created".
	done string
}

// outcome is the answer, as the document has it.
type outcome struct {
	BatchID string   `json:"batchId"`
	Status  string   `json:"status"`
	Message string   `json:"message"`
	Results []result `json:"results"`
}

type result struct {
	Index   int    `json:"index"`
	Number  string `json:"virtualAccountNumber"`
	Status  string `json:"status"`
	Code    string `json:"code,omitempty"`
	Reason  string `json:"reason,omitempty"`
	Message string `json:"message"`
}

// failure is why an item is not done; nil is none.
type failure struct{ code, reason string }

var (
	numberTaken    = &failure{"NUMBER_TAKEN", "There is, or was, a virtual account of this number."}
	accountUnknown = &failure{"ACCOUNT_UNKNOWN", "There is no such virtual account under this physical account."}
	accountDeleted = &failure{"ACCOUNT_DELETED", "The virtual account is deleted."}
	noChange       = &failure{"NO_CHANGE", "The item changes nothing."}
)

// item is one element of a call.
type item struct {
	number string
	// members are those of the request.
	members map[string]any
}

// each does a call about the list of a member of the body. do makes the change of one item, in its turn.
func each(t *engine.Turn, member, done string, do func(*batch, item) (*failure, error)) (engine.Reply, error) {
	body := object(t.Request().Body)
	list, _ := body[member].([]any)
	b := &batch{turn: t, physical: text(body["physicalAccountNumber"]), done: done}
	if len(list) > maxItems {
		return refuse(t, "BATCH_TOO_LARGE", fmt.Sprintf("The request names %d virtual accounts; one call takes %d.", len(list), maxItems))
	}
	switch row := t.Row(physicalAccounts, map[string]any{"physicalAccountNumber": b.physical}); {
	case row == nil:
		return refuse(t, "PHYSICAL_ACCOUNT_UNKNOWN", "There is no physical account of this number.")
	case row["status"] == closed:
		return refuse(t, "PHYSICAL_ACCOUNT_CLOSED", "The physical account is closed.")
	}
	b.outcome.Results = make([]result, 0, len(list))
	for i, element := range list {
		it := item{members: object(element)}
		if it.number = text(it.members["virtualAccountNumber"]); it.members == nil {
			it.number = text(element)
		}
		why, err := b.decide(i, it)
		if err == nil && why == nil {
			why, err = do(b, it)
		}
		if err != nil {
			return engine.Reply{}, fmt.Errorf("item %d: %w", i, err)
		}
		b.note(i, it, why)
	}
	b.conclude()
	return answer(b.outcome)
}

// decide asks the scenarios about an item.
func (b *batch) decide(index int, it item) (*failure, error) {
	fact := map[string]any{"index": index, "virtualAccountNumber": it.number}
	for name, v := range it.members {
		if v != nil {
			fact[name] = v
		}
	}
	verdict, ok, err := b.turn.Ask("item", fact)
	if err != nil || !ok || verdict["status"] != failed {
		return nil, err
	}
	why := &failure{"ITEM_REFUSED", "The bank refuses this item."}
	if code := text(verdict["code"]); code != "" {
		why.code = code
	}
	if reason := text(verdict["reason"]); reason != "" {
		why.reason = reason
	}
	return why, nil
}

func (b *batch) note(index int, it item, why *failure) {
	r := result{Index: index, Number: it.number, Status: "success", Message: "The virtual account was " + b.done + "."}
	if why != nil {
		r.Status, r.Code, r.Reason, r.Message = failed, why.code, why.reason, "The virtual account was not "+b.done+"."
	}
	b.outcome.Results = append(b.outcome.Results, r)
}

// conclude says what became of the call as a whole.
func (b *batch) conclude() {
	all, good := len(b.outcome.Results), 0
	for i := range b.outcome.Results {
		if b.outcome.Results[i].Status != failed {
			good++
		}
	}
	o := &b.outcome
	o.BatchID = b.turn.ID("batch")
	switch good {
	case all:
		o.Status = "success"
	case 0:
		o.Status = failed
	default:
		o.Status = "partial"
	}
	verb := "were"
	if good == 1 {
		verb = "was"
	}
	o.Message = fmt.Sprintf("%d of %d virtual accounts %s %s.", good, all, verb, b.done)
}
