package virtualaccounts_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/virtualaccounts"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/scenarios"
)

// ledger is the ledger of one sandbox, as the scenarios that ship begin it.
type ledger struct {
	t       *testing.T
	api     *contract.API
	program *engine.Program
	world   engine.World
	sent    []engine.Callback
}

func newLedger(t *testing.T) *ledger {
	t.Helper()
	l := &ledger{t: t, world: engine.World{Now: time.Date(2026, time.March, 1, 4, 30, 0, 0, time.UTC), Seed: 7}}
	folders, err := fs.ReadDir(scenarios.FS, ".")
	if err != nil {
		t.Fatal(err)
	}
	var apis []*contract.API
	for _, folder := range folders {
		api, found := contract.Load(openapi.Documents, folder.Name()+".yaml")
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		if apis = append(apis, api); api.Name == virtualaccounts.API {
			l.api = api
		}
	}
	program, found := engine.Load(scenarios.FS, apis)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	l.program = program
	return l
}

// turn does something in a turn of its own.
func (l *ledger) turn(do func(*engine.Turn) error) error {
	l.t.Helper()
	l.world.Number++
	w := l.world
	next, sent, err := l.program.Turn(l.api, &w, do)
	l.world.State = next
	l.sent = append(l.sent, sent...)
	return err
}

// read gives something of a turn.
func (l *ledger) read(do func(*engine.Turn)) {
	l.t.Helper()
	if err := l.turn(func(t *engine.Turn) error { do(t); return nil }); err != nil {
		l.t.Fatal(err)
	}
}

func (l *ledger) credit(c virtualaccounts.NewCredit) (reference string, err error) {
	l.t.Helper()
	err = l.turn(func(t *engine.Turn) error {
		reference, err = virtualaccounts.Credit(t, c)
		return err
	})
	return reference, err
}

// told gives what the last webhook says, and forgets all.
func (l *ledger) told() (name string, body map[string]any) {
	l.t.Helper()
	if len(l.sent) == 0 {
		return "", nil
	}
	last := l.sent[len(l.sent)-1]
	if err := json.Unmarshal(last.Body, &body); err != nil {
		l.t.Fatal(err)
	}
	l.sent = nil
	return last.Name, body
}

func upi() virtualaccounts.NewCredit {
	return virtualaccounts.NewCredit{
		VirtualAccountNumber: "KONK000000001", Amount: "1500.5", Mode: "UPI", UTR: "605912345678",
		Remitter: virtualaccounts.Remitter{Name: "Lotus Pharmacy", Account: "30211234567", IFSC: "SBIN0001234"},
	}
}

func TestACreditIsBookedNowAndTold(t *testing.T) {
	l := newLedger(t)
	reference, err := l.credit(upi())
	if err != nil {
		t.Fatal(err)
	}
	var row map[string]any
	l.read(func(t *engine.Turn) { row = t.Row("credits", map[string]any{"transactionReference": reference}) })
	want := map[string]any{"virtualAccountNumber": "KONK000000001", "amount": "1500.50", "creditedAt": "2026-03-01T04:30:00Z", "mode": "UPI", "utr": "605912345678", "remitterAccount": "30211234567"}
	for name, v := range want {
		if row[name] != v {
			t.Errorf("%s is %v, want %v", name, row[name], v)
		}
	}
	name, body := l.told()
	data, _ := body["data"].(map[string]any)
	record, _ := data["record"].(map[string]any)
	if name != "creditReceived" || body["type"] != "credit.received" || data["physicalAccountNumber"] != "919010087654321" ||
		record["transactionReference"] != reference || record["amount"] != "1500.50" {
		t.Errorf("%s tells %v", name, body)
	}
}

func TestAUTRIsMadeWhereNoneIsGiven(t *testing.T) {
	l := newLedger(t)
	seen := map[any]bool{}
	c := upi()
	c.UTR = ""
	for range 3 {
		if _, err := l.credit(c); err != nil {
			t.Fatal(err)
		}
	}
	l.read(func(t *engine.Turn) {
		for _, row := range t.Rows("credits") {
			seen[row["utr"]] = true
		}
	})
	const shipped = 4
	if len(seen) != shipped+3 {
		t.Errorf("the UTRs are %v", seen)
	}
}

func TestACreditThatCannotBeIsRefusedAndChangesNothing(t *testing.T) {
	l := newLedger(t)
	if _, err := l.credit(upi()); err != nil {
		t.Fatal(err)
	}
	before := l.world.State
	l.sent = nil
	for _, c := range []struct {
		name   string
		change func(*virtualaccounts.NewCredit)
		want   error
		field  string
	}{
		{"a UTR that was used", func(*virtualaccounts.NewCredit) {}, virtualaccounts.ErrUTRUsed, ""},
		{"a UTR that ships", func(c *virtualaccounts.NewCredit) { c.UTR = "600712345678" }, virtualaccounts.ErrUTRUsed, ""},
		{"an unknown account", func(c *virtualaccounts.NewCredit) { c.VirtualAccountNumber = "KONK9" }, virtualaccounts.ErrAccountUnknown, ""},
		{"a deleted account", func(c *virtualaccounts.NewCredit) { c.VirtualAccountNumber = "SBAC0000000004" }, virtualaccounts.ErrAccountDeleted, ""},
		{"an expired account", func(c *virtualaccounts.NewCredit) { c.VirtualAccountNumber = "SBAC0000000003" }, virtualaccounts.ErrAccountExpired, ""},
		{"a closed account", func(c *virtualaccounts.NewCredit) { c.VirtualAccountNumber = "OLDH000000001" }, virtualaccounts.ErrPhysicalAccountClosed, ""},
		{"no amount", func(c *virtualaccounts.NewCredit) { c.Amount = "" }, nil, "amount"},
		{"an amount of zero", func(c *virtualaccounts.NewCredit) { c.Amount = "0.00" }, nil, "amount"},
		{"a negative amount", func(c *virtualaccounts.NewCredit) { c.Amount = "-1" }, nil, "amount"},
		{"three places", func(c *virtualaccounts.NewCredit) { c.Amount = "1.001" }, nil, "amount"},
		{"an amount with an exponent", func(c *virtualaccounts.NewCredit) { c.Amount = "1e3" }, nil, "amount"},
		{"too large an amount", func(c *virtualaccounts.NewCredit) { c.Amount = strings.Repeat("9", 19) }, nil, "amount"},
		{"an unknown mode", func(c *virtualaccounts.NewCredit) { c.Mode = "SWIFT" }, nil, "mode"},
		{"a UTR in small letters", func(c *virtualaccounts.NewCredit) { c.UTR = "abc" }, nil, "utr"},
		{"too long a UTR", func(c *virtualaccounts.NewCredit) { c.UTR = strings.Repeat("A", 23) }, nil, "utr"},
		{"nobody", func(c *virtualaccounts.NewCredit) { c.Remitter.Name = "" }, nil, "remitter.name"},
		{"a name that is no text", func(c *virtualaccounts.NewCredit) { c.Remitter.Name = "\xff" }, nil, "remitter.name"},
		{"no account", func(c *virtualaccounts.NewCredit) { c.Remitter.Account = "" }, nil, "remitter.account"},
		{"a wrong IFSC", func(c *virtualaccounts.NewCredit) { c.Remitter.IFSC = "SBIN1001234" }, nil, "remitter.ifsc"},
	} {
		credit := upi()
		c.change(&credit)
		_, err := l.credit(credit)
		var invalid *virtualaccounts.CreditInvalid
		switch {
		case c.want != nil && !errors.Is(err, c.want):
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		case c.field != "" && (!errors.As(err, &invalid) || invalid.Field != c.field || invalid.Message == ""):
			t.Errorf("%s: %v, want %s blamed", c.name, err, c.field)
		}
		if l.world.State != before || len(l.sent) > 0 {
			t.Fatalf("%s: the ledger has changed", c.name)
		}
	}
}

func TestACreditComesOnTheLastDayAndNotAfterIt(t *testing.T) {
	l := newLedger(t)
	for at, want := range map[string]error{"2025-12-31T23:59:59+05:30": nil, "2026-01-01T00:00:00+05:30": virtualaccounts.ErrAccountExpired} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		l.world.Now, l.world.State = now, nil
		c := upi()
		c.VirtualAccountNumber = "SBAC0000000003"
		if _, err := l.credit(c); !errors.Is(err, want) {
			t.Errorf("at %s: %v, want %v", at, err, want)
		}
	}
}

// refunded puts an accepted refund of all of a shipped credit into the ledger.
func (l *ledger) refunded() (id string) {
	l.t.Helper()
	id = "refund-1"
	err := l.turn(func(t *engine.Turn) error {
		return t.Do(engine.Step{Kind: "insert", Table: "refunds", Row: map[string]any{
			"refundId": id, "transactionReference": "TXN20260106000001", "virtualAccountNumber": "SBAC0000000001", "clientName": "Asha Textiles",
			"amount": "12500.00", "status": "accepted", "requestedAt": "2026-03-01T04:30:00Z",
		}})
	})
	if err != nil {
		l.t.Fatal(err)
	}
	return id
}

func TestARefundIsSettledOnce(t *testing.T) {
	for _, c := range []struct {
		good                 bool
		reason, status, want string
	}{
		{true, "", "settled", ""},
		{false, "The account is frozen.", "failed", "The account is frozen."},
		{false, "", "failed", "The payment could not be made."},
	} {
		t.Run(fmt.Sprint(c.status, " ", c.reason), func(t *testing.T) {
			l := newLedger(t)
			id := l.refunded()
			settle := func(id string, good bool) error {
				return l.turn(func(t *engine.Turn) error { return virtualaccounts.SettleRefund(t, id, good, c.reason) })
			}
			if err := settle("another", true); !errors.Is(err, virtualaccounts.ErrRefundUnknown) {
				t.Errorf("an unknown refund: %v", err)
			}
			if err := settle(id, c.good); err != nil {
				t.Fatal(err)
			}
			name, body := l.told()
			data, _ := body["data"].(map[string]any)
			reason, _ := data["reason"].(string)
			if name != "refundUpdated" || body["type"] != "refund."+c.status || data["status"] != c.status || reason != c.want || data["endedAt"] != "2026-03-01T04:30:00Z" {
				t.Errorf("%s tells %v", name, body)
			}
			if err := settle(id, true); !errors.Is(err, virtualaccounts.ErrRefundEnded) {
				t.Errorf("ended twice: %v", err)
			}
			if name, body := l.told(); name != "" {
				t.Errorf("%s tells %v", name, body)
			}
		})
	}
}
