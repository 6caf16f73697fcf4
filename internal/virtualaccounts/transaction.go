package virtualaccounts

import (
	"fmt"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
)

// maxRecords is how many credits a batch of transactions has at most.
const maxRecords = 100

// transactions is the answer of a fetch, as the document has it.
type transactions struct {
	BatchID *string  `json:"batchId"`
	Count   int      `json:"count"`
	HasMore bool     `json:"hasMore"`
	Records []record `json:"records"`
}

// record is a credit, as the document has it.
type record struct {
	Reference  string   `json:"transactionReference"`
	Account    string   `json:"virtualAccountNumber"`
	Amount     string   `json:"amount"`
	CreditedAt string   `json:"creditedAt"`
	Mode       string   `json:"mode"`
	UTR        string   `json:"utr"`
	Remitter   Remitter `json:"remitter"`
}

// Remitter is who has paid.
type Remitter struct {
	Name    string `json:"name"`
	Account string `json:"account"`
	IFSC    string `json:"ifsc"`
}

func recordOf(row map[string]any) record {
	return record{
		Reference: text(row["transactionReference"]), Account: text(row["virtualAccountNumber"]), Amount: text(row["amount"]),
		CreditedAt: text(row["creditedAt"]), Mode: text(row["mode"]), UTR: text(row["utr"]),
		Remitter: Remitter{text(row["remitterName"]), text(row["remitterAccount"]), text(row["remitterIfsc"])},
	}
}

// period is from a moment, included, to another, not included; nil is without bound.
type period struct{ from, to *time.Time }

// period reads from and to of a request or of a row. Texts that are no moments are none: the contract has let none pass.
func periodOf(members map[string]any) period {
	moment := func(name string) *time.Time {
		if t, err := time.Parse(time.RFC3339, text(members[name])); err == nil {
			return &t
		}
		return nil
	}
	return period{moment("from"), moment("to")}
}

func (p period) empty() bool { return p.from != nil && p.to != nil && !p.from.Before(*p.to) }

func (p period) equal(q period) bool { return sameMoment(p.from, q.from) && sameMoment(p.to, q.to) }

func sameMoment(a, b *time.Time) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

func (p period) has(at time.Time) bool {
	return (p.from == nil || !at.Before(*p.from)) && (p.to == nil || at.Before(*p.to))
}

// Fetch answers fetchTransactions: the batch that waits for its acknowledgement, or else the next one.
func Fetch(t *engine.Turn) (engine.Reply, error) {
	body := object(t.Request().Body)
	physical := text(body["physicalAccountNumber"])
	if t.Row(physicalAccounts, map[string]any{"physicalAccountNumber": physical}) == nil {
		return refuse(t, "PHYSICAL_ACCOUNT_UNKNOWN", "There is no physical account of this number.")
	}
	asked := periodOf(body)
	if asked.empty() {
		return refuse(t, "RANGE_INVALID", "The moment to is not later than the moment from.")
	}
	for _, row := range t.Rows(batches) {
		if row["physicalAccountNumber"] != physical || row["status"] != waiting {
			continue
		}
		of := periodOf(row)
		if asked != (period{}) && !asked.equal(of) {
			return refuse(t, "BATCH_OUTSTANDING", fmt.Sprintf("Batch %s, of another period, waits for its acknowledgement.", text(row["batchId"])))
		}
		return again(t, physical, text(row["batchId"]), of)
	}
	return next(t, physical, body, asked)
}

// again gives the batch that waits.
func again(t *engine.Turn, physical, id string, p period) (engine.Reply, error) {
	out := transactions{BatchID: &id, Records: []record{}}
	under := membership{t: t, physical: physical}
	for _, row := range t.Rows(credits) {
		switch {
		case row["batchId"] == id:
			out.Records = append(out.Records, recordOf(row))
		case !out.HasMore:
			out.HasMore = under.fresh(row, p)
		}
	}
	out.Count = len(out.Records)
	return answer(out)
}

// next makes a batch of the oldest credits that are in none.
func next(t *engine.Turn, physical string, body map[string]any, p period) (engine.Reply, error) {
	out := transactions{Records: []record{}}
	under := membership{t: t, physical: physical}
	for _, row := range t.Rows(credits) {
		if !under.fresh(row, p) {
			continue
		}
		if len(out.Records) == maxRecords {
			out.HasMore = true
			break
		}
		out.Records = append(out.Records, recordOf(row))
	}
	if out.Count = len(out.Records); out.Count == 0 {
		return answer(out)
	}
	id := t.ID("transactions")
	out.BatchID = &id
	row := map[string]any{"batchId": id, "physicalAccountNumber": physical, "status": waiting, "count": out.Count}
	for _, name := range []string{"from", "to"} {
		if at := body[name]; at != nil {
			row[name] = at
		}
	}
	if err := t.Do(engine.Step{Kind: "insert", Table: batches, Row: row}); err != nil {
		return engine.Reply{}, err
	}
	for i := range out.Records {
		if err := put(t, credits, "transactionReference", out.Records[i].Reference, map[string]any{"batchId": id}); err != nil {
			return engine.Reply{}, err
		}
	}
	return answer(out)
}

// membership knows which credits are under a physical account.
type membership struct {
	t        *engine.Turn
	physical string
	known    map[string]bool // by the number of the virtual account
}

// fresh tells whether a credit under the physical account, of a period, is in no batch yet.
func (m *membership) fresh(row map[string]any, p period) bool {
	if row["batchId"] != nil {
		return false
	}
	if p != (period{}) {
		at, err := time.Parse(time.RFC3339, text(row["creditedAt"]))
		if err != nil || !p.has(at) {
			return false
		}
	}
	number := text(row["virtualAccountNumber"])
	under, known := m.known[number]
	if !known {
		if m.known == nil {
			m.known = map[string]bool{}
		}
		under = account(m.t, number)["physicalAccountNumber"] == m.physical
		m.known[number] = under
	}
	return under
}

// Acknowledge answers acknowledgeTransactions.
func Acknowledge(t *engine.Turn) (engine.Reply, error) {
	body := object(t.Request().Body)
	id := text(body["batchId"])
	row := t.Row(batches, map[string]any{"batchId": id})
	switch {
	case row == nil:
		return refuse(t, "BATCH_UNKNOWN", "There is no batch of this id.")
	case row["status"] == acknowledged:
		return refuse(t, "BATCH_ACKNOWLEDGED", "The batch was acknowledged before.")
	case row["count"] != body["count"]:
		return refuse(t, "COUNT_WRONG", fmt.Sprintf("The batch has %v records, and the acknowledgement says %v.", row["count"], body["count"]))
	}
	if err := put(t, batches, "batchId", id, map[string]any{"status": acknowledged}); err != nil {
		return engine.Reply{}, err
	}
	return answer(map[string]string{"batchId": id, "status": acknowledged})
}
