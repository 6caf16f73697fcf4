package bank_test

import (
	"errors"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
)

// At 10.5 per cent on 10,000.
func TestInterestCountsQuartersAndThenDays(t *testing.T) {
	for _, c := range []struct{ name, from, to, simple, compound string }{
		{"a year", "2023-01-01", "2024-01-01", "1050", "1092.07"},
		{"a leap year earns the same", "2024-01-01", "2025-01-01", "1050", "1092.07"},
		{"a year over a leap day earns the same", "2023-07-01", "2024-07-01", "1050", "1092.07"},
		{"no day", "2023-01-01", "2023-01-01", "0", "0"},
		{"a quarter and the day after its shorter month", "2023-01-31", "2023-05-01", "265.38", "265.45"},
		{"a quarter that ends on the leap day, and a day", "2023-11-30", "2024-03-01", "265.37", "265.44"},
		{"31 days of a common and 30 of a leap year", "2023-12-01", "2024-01-31", "175.24", "175.24"},
		{"two quarters from the end of August", "2022-08-31", "2023-02-28", "525", "531.89"},
	} {
		simple, err := bank.SimpleInterest(dec("10000"), dec("10.5"), day(c.from), day(c.to))
		if err != nil || simple != dec(c.simple) {
			t.Errorf("%s: simple %v, %v; want %s", c.name, simple, err, c.simple)
		}
		compound, err := bank.CompoundInterest(dec("10000"), dec("10.5"), day(c.from), day(c.to))
		if err != nil || compound != dec(c.compound) {
			t.Errorf("%s: compound %v, %v; want %s", c.name, compound, err, c.compound)
		}
	}
}

// Where the end of a month cuts a quarter short, its days still make a whole
// quarter, and only what follows counts as days.
func TestBrokenDaysBeginWhereTheLastQuarterEnded(t *testing.T) {
	for _, c := range []struct {
		from, to       string
		quarters, days int64
		yearDays       int64
	}{
		{"2023-01-31", "2023-04-29", 0, 88, 365}, // the quarter is not over
		{"2023-01-31", "2023-04-30", 1, 0, 365},  // it ends on the last day of April
		{"2023-01-31", "2023-05-01", 1, 1, 365},
		{"2023-01-31", "2023-07-30", 1, 91, 365}, // the next ends on the 31st again
		{"2023-01-31", "2023-07-31", 2, 0, 365},
		{"2022-11-30", "2023-02-28", 1, 0, 365},
		{"2022-11-29", "2023-02-28", 1, 0, 365}, // so do those of the 29th
		{"2022-11-28", "2023-02-28", 1, 0, 365}, // and the 28th
		{"2022-11-30", "2023-03-30", 1, 30, 365},
		{"2023-11-30", "2024-02-29", 1, 0, 366},
		{"2023-11-30", "2024-03-10", 1, 10, 366},
	} {
		years := big.NewRat(c.quarters, 4)
		years.Add(years, big.NewRat(c.days, c.yearDays))
		want, err := bank.DecimalFromRat(years.Mul(years, big.NewRat(100_000, 1)), 2)
		if err != nil {
			t.Fatal(err)
		}
		got, err := bank.SimpleInterest(dec("1000000"), dec("10"), day(c.from), day(c.to))
		if err != nil || got != want {
			t.Errorf("%s to %s: %v, %v; want %v (%d quarters, %d days)", c.from, c.to, got, err, want, c.quarters, c.days)
		}
	}
}

// Quarter by quarter with fractions, the days counted one by one.
func TestCompoundInterestIsTheBalanceGrownStepByStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := days().Draw(t, "from")
		to := from.Add(bank.Duration{Days: rapid.IntRange(0, 4000).Draw(t, "days")})
		principal := dec(rapid.StringMatching(`[1-9][0-9]{0,9}`).Draw(t, "principal"))
		rate := dec(rapid.StringMatching(`1?[0-9]\.[0-9]{1,3}`).Draw(t, "rate"))

		yearly := new(big.Rat).Quo(rate.Rat(), big.NewRat(100, 1))
		balance, at := principal.Rat(), from
		for n := 3; from.Add(bank.Duration{Months: n}).Compare(to) <= 0; n += 3 {
			interest := new(big.Rat).Mul(balance, yearly)
			balance.Add(balance, interest.Quo(interest, big.NewRat(4, 1)))
			at = from.Add(bank.Duration{Months: n})
		}
		opening := new(big.Rat).Set(balance)
		for ; at.Compare(to) < 0; at = at.Add(bank.Duration{Days: 1}) {
			length := int64(365)
			if at.Year%4 == 0 && at.Year%100 != 0 || at.Year%400 == 0 {
				length = 366
			}
			interest := new(big.Rat).Mul(opening, yearly)
			balance.Add(balance, interest.Quo(interest, big.NewRat(length, 1)))
		}
		want, err := bank.DecimalFromRat(balance.Sub(balance, principal.Rat()), 2)
		if err != nil {
			t.Fatal(err)
		}
		got, err := bank.CompoundInterest(principal, rate, from, to)
		if err != nil || got != want {
			t.Fatalf("%v at %v%% from %v to %v: %v, %v; want %v", principal, rate, from, to, got, err, want)
		}
	})
}

func TestInterestRefusesWhatItCannotCount(t *testing.T) {
	type interest func(principal, rate bank.Decimal, from, to bank.Date) (bank.Decimal, error)
	for name, of := range map[string]interest{"simple": bank.SimpleInterest, "compound": bank.CompoundInterest} {
		if got, err := of(dec("100"), dec("5"), day("2023-01-02"), day("2023-01-01")); !errors.Is(err, bank.ErrInvalidDeposit) {
			t.Errorf("%s backwards: %v, %v", name, got, err)
		}
		if got, err := of(dec("100"), dec("5"), bank.Date{}, day("2023-01-01")); !errors.Is(err, bank.ErrInvalidDeposit) {
			t.Errorf("%s from nowhere: %v, %v", name, got, err)
		}
		if got, err := of(dec("9999999999999999999"), dec("100"), day("2023-01-01"), day("2033-01-01")); !errors.Is(err, bank.ErrRange) {
			t.Errorf("%s too large: %v, %v", name, got, err)
		}
		if got, err := of(dec("100"), dec("1"), day("0000-01-01"), day("9999-12-31")); !errors.Is(err, bank.ErrRange) {
			t.Errorf("%s too long: %v, %v", name, got, err)
		}
	}
}
