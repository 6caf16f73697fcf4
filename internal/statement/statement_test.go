package statement_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/statement"
)

func TestEveryStatementAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := statement.Source{
			ID: rapid.String().Draw(t, "id"), Account: rapid.String().Draw(t, "account"), Bank: rapid.SampledFrom([]string{"axis", "sbi", "", "b2", "yes_bank"}).Draw(t, "bank"),
			Uploaded: time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "uploaded"), 0),
		}
		s, err := statement.Make(from)
		if err != nil {
			t.Fatal(err)
		}
		balance, credits, debits := s.Opening, bank.Decimal{}, bank.Decimal{}
		sum := func(a, b bank.Decimal) bank.Decimal {
			out, err := a.Add(b)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		last := s.From
		for _, r := range s.Rows {
			balance = sum(balance, r.Amount)
			if r.Amount.Sign() > 0 {
				credits = sum(credits, r.Amount)
			} else {
				debits = sum(debits, r.Amount.Neg())
			}
			if r.Balance != balance || balance.Sign() < 0 || r.Amount.IsZero() || r.Amount != r.Amount.RoundHalfUp(2) {
				t.Fatalf("row %v after a balance of %s", r, balance)
			}
			if r.Date.Compare(last) < 0 || r.Date.Compare(s.To) > 0 {
				t.Fatalf("row %v stands between %s and %s", r, last, s.To)
			}
			last = r.Date
		}
		if len(s.Rows) == 0 || s.Closing != balance || s.Credits != credits || s.Debits != debits {
			t.Fatalf("closing %s, credits %s, debits %s; the %d rows say %s, %s, %s", s.Closing, s.Credits, s.Debits, len(s.Rows), balance, credits, debits)
		}
		day := bank.DateOf(from.Uploaded.In(bank.India))
		if s.To.DaysUntil(day) != 1 || s.From.DaysUntil(s.To) < 85 {
			t.Fatalf("a statement of %s goes from %s to %s", day, s.From, s.To)
		}
	})
}

func TestAStatementIsTheSameEveryTimeAndAnotherForAnotherAccount(t *testing.T) {
	from := statement.Source{ID: "s-1", Account: "a-1", Bank: "axis", Uploaded: time.Date(2026, 1, 15, 10, 0, 0, 0, time.UTC)}
	pdf := func(from statement.Source, password string) []byte {
		t.Helper()
		s, err := statement.Make(from)
		if err != nil {
			t.Fatal(err)
		}
		out, err := s.PDF(password)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, password := range []string{"", "secret", strings.Repeat("p", 40)} {
		first := pdf(from, password)
		if !bytes.Equal(first, pdf(from, password)) {
			t.Errorf("with the password %q it is not the same", password)
		}
		if !bytes.HasPrefix(first, []byte("%PDF-")) || bytes.Contains(first, []byte("/Encrypt")) != (password != "") {
			t.Errorf("with the password %q it begins with %q", password, first[:20])
		}
		for _, other := range []statement.Source{{"s-2", "a-1", "axis", from.Uploaded}, {"s-1", "a-2", "axis", from.Uploaded}, {"s-1", "a-1", "sbi", from.Uploaded}, {"s-1", "a-1", "axis", from.Uploaded.Add(48 * time.Hour)}} {
			if bytes.Equal(first, pdf(other, password)) {
				t.Errorf("%v is the same as %v", other, from)
			}
		}
	}
}
