package server_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/server"
)

// simulated is a server with the APIs that something can be simulated for, with the scenarios that are shipped.
type simulated struct {
	*steered
	sent *outbox
}

func newSimulated(t *testing.T) *simulated {
	t.Helper()
	sent := &outbox{}
	return &simulated{newSteered(t, scenariosOf("virtual-accounts", "bank-connect"), func(o *server.Options) {
		o.APIs, o.Callbacks = []*contract.API{controlDocument()}, sent
		for _, name := range []string{"virtual-accounts.yaml", "bank-connect.yaml"} {
			api, found := contract.Load(openapi.Documents, name)
			if err := found.Err(); err != nil {
				t.Fatal(err)
			}
			o.APIs = append(o.APIs, api)
		}
	}), sent}
}

// bank asks one of the bank's APIs and reads the answer, which must have the status.
func (s *simulated) bank(to any, status int, method, path, body string) {
	s.t.Helper()
	w := s.do(request(method, path, body, "X-Api-Key", s.key, "Authorization", "Bearer any", "Server-Hash", "any"))
	if w.Code != status {
		s.t.Fatalf("%s %s gives %d, want %d: %s", method, path, w.Code, status, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), to); err != nil {
		s.t.Fatalf("%s %s: %v: %s", method, path, err, w.Body)
	}
}

// credit is a body for POST /simulate/credit with further members.
func credit(amount string, more ...string) string {
	return `{"virtualAccountNumber":"SBAC0000000001","amount":"` + amount + `","mode":"IMPS","remitter":{"name":"Ravi Menon","account":"50100012345678","ifsc":"HDFC0000001"}` +
		strings.Join(append([]string{""}, more...), ",") + `}`
}

type batch struct {
	BatchID string
	Count   int
	HasMore bool
	Records []transaction
}

type transaction struct {
	TransactionReference, Amount, Mode, UTR, CreditedAt string
	Remitter                                            struct{ Name string }
}

func (s *simulated) fetch() (b batch) {
	s.t.Helper()
	s.bank(&b, 200, "POST", "/virtual-accounts/v1/transactions/fetch", `{"physicalAccountNumber":"919010012345678"}`)
	return b
}

func (s *simulated) acknowledge(b batch) {
	s.t.Helper()
	var got struct{ Status string }
	s.bank(&got, 200, "POST", "/virtual-accounts/v1/transactions/acknowledge", fmt.Sprintf(`{"batchId":%q,"count":%d}`, b.BatchID, b.Count))
}

func TestASimulatedCreditIsFetchedAndCalledBack(t *testing.T) {
	s := newSimulated(t)
	s.acknowledge(s.fetch()) // what the scenarios ship
	var made struct{ References []string }
	s.read(&made, 201, "POST", "/simulate/credit", credit("1500.5", `"utr":"N060260301"`))
	b := s.fetch()
	if len(made.References) != 1 || b.Count != 1 {
		t.Fatalf("%+v %+v", made, b)
	}
	r := b.Records[0]
	if r.TransactionReference != made.References[0] || r.Amount != "1500.50" || r.Mode != "IMPS" || r.UTR != "N060260301" || r.Remitter.Name != "Ravi Menon" ||
		r.CreditedAt != start.UTC().Format(time.RFC3339) {
		t.Errorf("%+v", r)
	}
	if !slices.Equal(s.sent.names, []string{"demo creditReceived"}) {
		t.Errorf("sent: %v", s.sent.names)
	}
	s.refused(409, "SIMULATION_CONFLICT", "POST", "/simulate/credit", credit("1", `"utr":"N060260301"`))
	s.as("other").refused(404, "SIMULATION_TARGET_UNKNOWN", "POST", "/simulate/credit", strings.Replace(credit("1"), "SBAC0000000001", "SBAC9", 1))
	other := &simulated{s.as("other"), s.sent}
	if b := other.fetch(); slices.ContainsFunc(b.Records, func(r transaction) bool { return r.UTR == "N060260301" }) {
		t.Errorf("another sandbox sees %+v", b)
	}
}

func TestAHundredAndOneSimulatedCreditsComeInTwoBatches(t *testing.T) {
	s := newSimulated(t)
	s.acknowledge(s.fetch())
	var made struct{ References []string }
	s.read(&made, 201, "POST", "/simulate/credit", credit("1.00", `"count":101`))
	first := s.fetch()
	if len(made.References) != 101 || first.Count != 100 || !first.HasMore || s.fetch().BatchID != first.BatchID {
		t.Fatalf("%d made, the first batch is %d", len(made.References), first.Count)
	}
	s.acknowledge(first)
	second := s.fetch()
	if second.Count != 1 || second.HasMore {
		t.Errorf("the second batch is %+v", second)
	}
	s.acknowledge(second)
	if third := s.fetch(); third.Count != 0 {
		t.Errorf("the third batch is %+v", third)
	}
	if len(s.sent.names) != 101 {
		t.Errorf("%d callbacks", len(s.sent.names))
	}
}

func TestSimulatedCreditsAreBookedWholeOrNotAtAll(t *testing.T) {
	s := newSimulated(t)
	s.acknowledge(s.fetch())
	for name, c := range map[string]struct {
		body, code, pointer string
		status              int
	}{
		"no money":                      {credit("0.00"), "SIMULATION_INVALID", "/amount", 422},
		"one UTR for several":           {credit("1", `"utr":"N1"`, `"count":2`), "SIMULATION_INVALID", "/utr", 422},
		"an amount of three places":     {credit("1.001"), "SCHEMA_VIOLATION", "/amount", 400},
		"more than a thousand":          {credit("1", `"count":1001`), "SCHEMA_VIOLATION", "/count", 400},
		"an unknown mode":               {strings.Replace(credit("1"), "IMPS", "CASH", 1), "SCHEMA_VIOLATION", "/mode", 400},
		"an unknown account":            {strings.Replace(credit("1"), "SBAC0000000001", "SBAC0000009999", 1), "SIMULATION_TARGET_UNKNOWN", "", 404},
		"an account whose time is over": {strings.Replace(credit("1"), "SBAC0000000001", "SBAC0000000003", 1), "SIMULATION_CONFLICT", "", 409},
	} {
		t.Run(name, func(t *testing.T) {
			p := s.refused(c.status, c.code, "POST", "/simulate/credit", c.body)
			if c.pointer != "" && (len(p.Errors) != 1 || p.Errors[0].Pointer != c.pointer) {
				t.Errorf("%+v", p.Errors)
			}
		})
	}
	if b := s.fetch(); b.Count != 0 || len(s.sent.names) != 0 {
		t.Errorf("%+v %v", b, s.sent.names)
	}
}

func TestCreditsThatManySimulateAtOnceAreAllThere(t *testing.T) {
	s := newSimulated(t)
	s.acknowledge(s.fetch())
	var group sync.WaitGroup
	answers := make([]*httptest.ResponseRecorder, 10)
	for i := range answers {
		group.Go(func() {
			answers[i] = s.do(request("POST", controlDocument().BasePath+"/simulate/credit", credit("1", `"count":5`), "X-Api-Key", s.key))
		})
	}
	group.Wait()
	references := map[string]bool{}
	for _, w := range answers {
		var made struct{ References []string }
		if err := json.Unmarshal(w.Body.Bytes(), &made); err != nil || w.Code != 201 {
			t.Fatalf("status %d with %s", w.Code, w.Body)
		}
		for _, r := range made.References {
			references[r] = true
		}
	}
	if b := s.fetch(); b.Count != 50 || len(references) != 50 {
		t.Errorf("%d fetched, %d references", b.Count, len(references))
	}
}

func TestASimulatedRefundEndsAsItIsTold(t *testing.T) {
	s := newSimulated(t)
	for outcome, reason := range map[string]string{"settled": "", "failed": "The account is closed."} {
		var made struct{ RefundID, Status string }
		s.bank(&made, 202, "POST", "/virtual-accounts/v1/refunds", `{"clientName":"Asha Textiles","transactionReference":"TXN20260106000001","amount":"10"}`)
		body := `{"refundId":"` + made.RefundID + `","outcome":"` + outcome + `"}`
		if reason != "" {
			body = body[:len(body)-1] + `,"reason":"` + reason + `"}`
		}
		s.as("other").refused(404, "SIMULATION_TARGET_UNKNOWN", "POST", "/simulate/refund", body)
		before := len(s.sent.names)
		s.read(nil, 204, "POST", "/simulate/refund", body)
		var now struct{ Status, Reason string }
		s.bank(&now, 200, "GET", "/virtual-accounts/v1/refunds/"+made.RefundID, "")
		if now.Status != outcome || now.Reason != reason || len(s.sent.names) != before+1 || s.sent.names[before] != "demo refundUpdated" {
			t.Errorf("%+v, sent %v", now, s.sent.names)
		}
		s.refused(409, "SIMULATION_CONFLICT", "POST", "/simulate/refund", body)
		s.read(nil, 200, "PATCH", "/clock", `{"advance":"PT1H"}`) // it does not end a second time by itself
		if len(s.sent.names) != before+1 {
			t.Errorf("sent %v", s.sent.names)
		}
	}
}

func TestASimulatedStatementIsThereFromTheSandboxesNow(t *testing.T) {
	const entity = "501cce9d-3fdb-4258-9466-616fec7a75ef"
	s := newSimulated(t)
	s.read(nil, 200, "PATCH", "/clock", `{"frozen":true,"advance":"P1D"}`)
	var made struct{ StatementID string }
	s.read(&made, 201, "POST", "/simulate/statement", `{"entityId":"`+entity+`","bankName":"kotak","pdfPassword":"open-me"}`)
	pdfs := func() (mine []string) {
		var got struct {
			Statements []struct {
				StatementID string `json:"statement_id"`
				BankName    string `json:"bank_name"`
				URL         string `json:"pdf_url"`
				Password    string `json:"pdf_password"`
			}
		}
		s.bank(&got, 200, "GET", "/bank-connect/v1/entity/"+entity+"/get_pdfs/", "")
		for _, v := range got.Statements {
			if v.StatementID == made.StatementID {
				mine = []string{v.BankName, v.Password, v.URL}
			}
		}
		return mine
	}
	if got := pdfs(); len(got) != 3 || got[0] != "kotak" || got[1] != "open-me" || got[2] == "" {
		t.Fatalf("the statement is %q", got)
	}
	s.read(nil, 200, "PATCH", "/clock", `{"advance":"P29D"}`)
	if got := pdfs(); got[2] == "" {
		t.Error("after 29 days the link is gone")
	}
	s.read(nil, 200, "PATCH", "/clock", `{"advance":"P1D"}`)
	if got := pdfs(); got[2] != "" {
		t.Errorf("after 30 days the link is %s", got[2])
	}
	s.refused(404, "SIMULATION_TARGET_UNKNOWN", "POST", "/simulate/statement", `{"entityId":"00000000-0000-4000-8000-000000000000","bankName":"axis"}`)
	s.refused(400, "SCHEMA_VIOLATION", "POST", "/simulate/statement", `{"entityId":"x","bankName":"axis"}`)
	s.refused(400, "SCHEMA_VIOLATION", "POST", "/simulate/statement", `{"entityId":"`+entity+`","bankName":"AXIS"}`)
}

func TestSimulatedHealthIsThatOfOneSandbox(t *testing.T) {
	s := newSimulated(t)
	health := func(s *simulated) string {
		w := s.do(request("GET", "/bank-connect/v1/net_banking_health/", "", "X-Api-Key", s.key, "Server-Hash", "any"))
		return w.Body.String()
	}
	other := &simulated{s.as("other"), s.sent}
	before := health(other)
	s.read(nil, 204, "POST", "/simulate/bank-health", `{"bank":"axis","up":false,"issue":"Closed for a festival."}`)
	if got := health(s); got == before || !strings.Contains(got, "Closed for a festival.") {
		t.Errorf("%s", got)
	}
	if got := health(other); got != before {
		t.Errorf("another sandbox has %s", got)
	}
	s.read(nil, 204, "POST", "/simulate/bank-health", `{"bank":"AXIS","up":true}`)
	if got := health(s); strings.Contains(got, "Closed for a festival.") {
		t.Errorf("%s", got)
	}
	p := s.refused(422, "SIMULATION_INVALID", "POST", "/simulate/bank-health", `{"bank":"axis","up":true,"issue":"None."}`)
	if len(p.Errors) != 1 || p.Errors[0].Pointer != "/issue" {
		t.Errorf("%+v", p.Errors)
	}
	s.refused(404, "SIMULATION_TARGET_UNKNOWN", "POST", "/simulate/bank-health", `{"bank":"moonbank","up":false}`)
}

func TestNothingIsSimulatedForAnAPIThatIsNotServed(t *testing.T) {
	s := newSteered(t, bench)
	p := s.refused(404, "SIMULATION_TARGET_UNKNOWN", "POST", "/simulate/credit", credit("1"))
	if !strings.Contains(p.Detail, "virtual-accounts") {
		t.Errorf("the detail is %q", p.Detail)
	}
}
