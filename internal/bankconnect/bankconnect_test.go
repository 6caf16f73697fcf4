package bankconnect_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/bankconnect"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/scenarios"
)

var now = time.Date(2026, 1, 15, 4, 30, 0, 0, time.UTC)

const (
	entity = "501cce9d-3fdb-4258-9466-616fec7a75ef"
	old    = "000ceac8-b46e-4bec-8b3f-d6fb990ab926" // uploaded on 2019-03-01
)

// desk is a sandbox of BankConnect with what it stands on.
type desk struct {
	t       *testing.T
	api     *contract.API
	program *engine.Program
	box     *sandbox.Sandbox
}

func newDesk(t *testing.T) desk {
	t.Helper()
	// The scenarios of all APIs load together.
	var apis []*contract.API
	entries, err := scenarios.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	d := desk{t: t}
	for _, e := range entries {
		api, found := contract.Load(openapi.Documents, e.Name()+".yaml")
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		if api.Name == bankconnect.API {
			d.api = api
		}
		apis = append(apis, api)
	}
	program, found := engine.Load(scenarios.FS, apis)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	d.program = program
	d.box = sandbox.NewRegistry(sandbox.Options{Clock: func() time.Time { return now }, Seed: 1}).Get("lender")
	return d
}

// turn does something in the sandbox.
func (d desk) turn(do func(t *engine.Turn) error) error {
	_, err := d.box.Turn(d.program, d.api, &engine.World{}, do)
	return err
}

// row finds a row that has a value in a column.
func (d desk) row(table, column, value string) map[string]any {
	d.t.Helper()
	var out map[string]any
	if err := d.turn(func(t *engine.Turn) error { out = t.Row(table, map[string]any{column: value}); return nil }); err != nil {
		d.t.Fatal(err)
	}
	return out
}

// download has a PDF made in an own turn.
func (d desk) download(id string) engine.Decision {
	d.t.Helper()
	op := d.api.Operation("downloadStatement")
	w := &engine.World{Handler: bankconnect.Download, Reads: true}
	decision, err := d.box.Decide(d.program, &contract.Request{Operation: op, Path: map[string]any{"statement_id": id}}, w)
	if err != nil {
		d.t.Fatal(err)
	}
	return decision
}

func TestAnUploadedStatementIsThereWithItsPDF(t *testing.T) {
	d := newDesk(t)
	var first, second string
	err := d.turn(func(t *engine.Turn) (err error) {
		if first, err = bankconnect.Upload(t, bankconnect.NewStatement{Entity: strings.ToUpper(entity), Bank: "sbi", Password: "p w"}); err != nil {
			return err
		}
		second, err = bankconnect.Upload(t, bankconnect.NewStatement{Entity: entity, Bank: "axis", Account: "0b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	row := d.row("statements", "statement_id", first)
	if row["entity_id"] != entity || row["bank_name"] != "sbi" || row["pdf_password"] != "p w" || row["waiting"] != false || len(row["account_id"].(string)) != 36 {
		t.Errorf("the first row is %v", row)
	}
	if row := d.row("statements", "statement_id", second); row["account_id"] != "0b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed" || row["pdf_password"] != nil || second == first {
		t.Errorf("the second row is %v", row)
	}
	for id, protected := range map[string]bool{first: true, second: false} {
		a := d.download(id)
		if a.Status != 200 || a.Type != "application/pdf" || strings.Contains(string(a.Body), "/Encrypt") != protected {
			t.Errorf("statement %s: %d %s, %d bytes", id, a.Status, a.Type, len(a.Body))
		}
	}
	if a := d.download("nobody"); a.Problem == nil || a.Problem.Status != 404 || a.Problem.Detail != "Not found." {
		t.Errorf("no statement: %+v", a)
	}
}

func TestAStatementEndsOnTheDayBeforeItsUpload(t *testing.T) {
	d := newDesk(t)
	for id, day := range map[string]string{old: "2019-02-28", "13f358eb-ba9a-491e-b980-6b85f754b8af": "2026-01-14"} {
		a := d.download(id)
		if len(a.Header) == 0 || !strings.Contains(a.Header[0].Value, day) {
			t.Errorf("statement %s has the header %v, want %s", id, a.Header, day)
		}
	}
}

func TestAStatementThatCannotBeIsNotUploaded(t *testing.T) {
	d := newDesk(t)
	for field, s := range map[string]bankconnect.NewStatement{
		"bank":     {Entity: entity, Bank: "AXIS Bank"},
		"account":  {Entity: entity, Bank: "axis", Account: "42"},
		"password": {Entity: entity, Bank: "axis", Password: "schlüssel"},
	} {
		err := d.turn(func(t *engine.Turn) error { _, err := bankconnect.Upload(t, s); return err })
		var refused *bankconnect.FieldError
		if !errors.As(err, &refused) || refused.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	long := bankconnect.NewStatement{Entity: entity, Bank: "axis", Password: strings.Repeat("p", 33)}
	if err := d.turn(func(t *engine.Turn) error { _, err := bankconnect.Upload(t, long); return err }); err == nil || err.Error() != "password must be at most 32 printable ASCII characters" {
		t.Errorf("a long password: %v", err)
	}
	for _, nobody := range []string{"", "abc", "00000000-0000-4000-8000-000000000000"} {
		err := d.turn(func(t *engine.Turn) error {
			_, err := bankconnect.Upload(t, bankconnect.NewStatement{Entity: nobody, Bank: "axis"})
			return err
		})
		if !errors.Is(err, bankconnect.ErrUnknownEntity) {
			t.Errorf("entity %q: %v", nobody, err)
		}
	}
}

func TestABankGoesDownAndComesUp(t *testing.T) {
	d := newDesk(t)
	set := func(bank string, up bool, issue string) error {
		return d.turn(func(t *engine.Turn) error { return bankconnect.SetHealth(t, bank, up, issue) })
	}
	told := func() string {
		t.Helper()
		a, err := d.box.Decide(d.program, &contract.Request{Operation: d.api.Operation("getNetBankingHealth")}, &engine.World{})
		if err != nil {
			t.Fatal(err)
		}
		return string(a.Body)
	}
	for _, step := range []struct {
		bank  string
		up    bool
		issue string
		want  string
	}{
		{"axis", false, "OTPs are late", `{"bank":"AXIS","health_up":false,"issue_details":"OTPs are late","updated_at":"2026-01-15 04:30:00"}`},
		{"AXIS", false, "", `{"bank":"AXIS","health_up":false,"issue_details":"The bank does not answer","updated_at":"2026-01-15 04:30:00"}`},
		{"HDFC", true, "", `{"bank":"HDFC","health_up":true,"issue_details":null,"updated_at":"2026-01-15 04:30:00"}`},
	} {
		if err := set(step.bank, step.up, step.issue); err != nil || !strings.Contains(told(), step.want) {
			t.Errorf("%+v: %v, and the banks are %s", step, err, told())
		}
	}
	if err := set("nobody", true, ""); !errors.Is(err, bankconnect.ErrUnknownBank) {
		t.Errorf("an unknown bank: %v", err)
	}
	var refused *bankconnect.FieldError
	for issue, up := range map[string]bool{"late": true, strings.Repeat("x", 513): false} {
		if err := set("AXIS", up, issue); !errors.As(err, &refused) || refused.Field != "issue" {
			t.Errorf("issue %.10q of a bank that is up %t: %v", issue, up, err)
		}
	}
	if !strings.HasPrefix(told(), `[{"bank":"AXIS",`) || !strings.Contains(told(), `"issue_details":"The bank does not answer"`) {
		t.Errorf("afterwards the banks are %s", told())
	}
}
