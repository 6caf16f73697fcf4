package bank_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
)

func TestPrematureClosureCostsOnePerCent(t *testing.T) {
	for _, c := range []struct {
		name   string
		payout bank.Payout
		rate   string
		on     string
		want   bank.Closure
	}{
		{"on the first day", bank.AtMaturity, "10.5", "2023-01-01", bank.Closure{Days: 0, Amount: dec("10000")}},
		{"after 6 days nothing", bank.AtMaturity, "10.5", "2023-01-07", bank.Closure{Days: 6, Amount: dec("10000")}},
		{"after 7 days for all of them", bank.AtMaturity, "10.5", "2023-01-08", bank.Closure{Days: 7, Rate: dec("9.5"), Interest: dec("18.22"), Amount: dec("10018.22")}},
		{"under six months simple", bank.AtMaturity, "10.5", "2023-03-01", bank.Closure{Days: 59, Rate: dec("9.5"), Interest: dec("153.56"), Amount: dec("10153.56")}},
		{"after six months compounding", bank.AtMaturity, "10.5", "2023-07-11", bank.Closure{Days: 191, Rate: dec("9.5"), Interest: dec("507.92"), Amount: dec("10507.92")}},
		{"quarterly payouts are set off", bank.Quarterly, "10.5", "2023-07-11", bank.Closure{Days: 191, Rate: dec("9.5"), Interest: dec("501.03"), Paid: dec("525"), Amount: dec("9976.03")}},
		{"monthly payouts are set off", bank.Monthly, "10.5", "2023-03-01", bank.Closure{Days: 59, Rate: dec("9.5"), Interest: dec("157.08"), Paid: dec("173.48"), Amount: dec("9983.6")}},
		{"a rate below the penalty earns nothing", bank.AtMaturity, "0.75", "2023-07-11", bank.Closure{Days: 191, Amount: dec("10000")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := deposit("P1Y", c.payout)
			d.Rate = dec(c.rate)
			got, err := d.PrematureClosure(day(c.on))
			if err != nil || got != c.want {
				t.Errorf("got  %v, %v\nwant %v", got, err, c.want)
			}
		})
	}
}

func TestSeniorsKeepTheirBonusAtClosure(t *testing.T) {
	d := deposit("P1Y", bank.AtMaturity)
	d.Senior = true
	if got, err := d.PrematureClosure(day("2023-06-01")); err != nil || got.Rate != dec("10") {
		t.Errorf("%v, %v", got, err)
	}
}

func TestPrematureClosureLiesBeforeMaturity(t *testing.T) {
	d := deposit("P1Y", bank.AtMaturity)
	for _, on := range []bank.Date{day("2022-12-31"), day("2024-01-01"), day("2025-01-01"), {}} {
		if got, err := d.PrematureClosure(on); !errors.Is(err, bank.ErrInvalidDeposit) {
			t.Errorf("on %v: %v, %v", on, got, err)
		}
	}
	if _, err := d.PrematureClosure(day("2023-12-31")); err != nil {
		t.Errorf("on the eve: %v", err)
	}
}

func TestAClosureThatDoesNotFitIsRefused(t *testing.T) {
	d := deposit("P1Y", bank.AtMaturity)
	d.Principal = dec("99999999999999999.99")
	if got, err := d.PrematureClosure(day("2023-07-11")); !errors.Is(err, bank.ErrRange) || got != (bank.Closure{}) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestClosingEarlyNeverPaysMoreThanKeeping(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := deposits().Draw(t, "deposit")
		kept, err := d.Returns()
		if err != nil {
			t.Fatal(err)
		}
		on := d.Start.Add(bank.Duration{Days: rapid.IntRange(0, d.Start.DaysUntil(kept.Maturity)-1).Draw(t, "day")})
		closed, err := d.PrematureClosure(on)
		if err != nil {
			t.Fatal(err)
		}
		paid, err := closed.Amount.Add(closed.Paid)
		if err != nil {
			t.Fatal(err)
		}
		if earned, err := d.Principal.Add(closed.Interest); err != nil || paid != earned {
			t.Fatalf("%v paid in all, %v earned, %v", paid, earned, err)
		}
		if closed.Interest.Compare(kept.Interest) > 0 {
			t.Fatalf("closed on %v: %v; kept: %v", on, closed, kept)
		}
	})
}
