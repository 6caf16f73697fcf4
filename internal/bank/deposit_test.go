package bank_test

import (
	"errors"
	"fmt"
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
)

// deposit is 10,000 rupees at 10.5 per cent from 1 January 2023.
func deposit(tenure string, payout bank.Payout) bank.Deposit {
	return bank.Deposit{
		Principal: dec("10000"), Rate: dec("10.5"), Tenure: duration(tenure), Start: day("2023-01-01"), Payout: payout,
	}
}

// deposits draws deposits that are not refused.
func deposits() *rapid.Generator[bank.Deposit] {
	return rapid.Custom(func(t *rapid.T) bank.Deposit {
		d := bank.Deposit{
			Principal: dec(rapid.StringMatching(`[1-9][0-9]{0,8}(\.[0-9]{2})?`).Draw(t, "principal")),
			Rate:      dec(rapid.StringMatching(`1?[0-9]\.[0-9]{2}`).Draw(t, "rate")),
			Tenure: bank.Duration{
				Years:  rapid.IntRange(0, 10).Draw(t, "years"),
				Months: rapid.IntRange(0, 30).Draw(t, "months"),
				Days:   rapid.IntRange(1, 400).Draw(t, "days"),
			},
			Start:  days().Draw(t, "start"),
			Payout: rapid.SampledFrom([]bank.Payout{bank.AtMaturity, bank.Monthly, bank.Quarterly}).Draw(t, "payout"),
			Senior: rapid.Bool().Draw(t, "senior"),
		}
		if sixMonths := d.Start.Add(bank.Duration{Months: 6}); d.Start.Add(d.Tenure).Compare(sixMonths) < 0 {
			d.Payout = bank.AtMaturity
		}
		return d
	})
}

// The amounts were worked out apart from this code, from the formulas and a
// count of days one by one.
func TestReturnsOfADeposit(t *testing.T) {
	for _, c := range []struct {
		name                       string
		principal, rate            string
		start, tenure              string
		payout                     bank.Payout
		maturity, interest, amount string
		regular                    string
	}{
		{"a year, compounding", "10000", "10.5", "2023-01-01", "P1Y", bank.AtMaturity, "2024-01-01", "1092.07", "11092.07", "0"},
		{"a year, by the quarter", "10000", "10.5", "2023-01-01", "P1Y", bank.Quarterly, "2024-01-01", "1050", "11050", "262.5"},
		{"a year, by the month", "10000", "10.5", "2023-01-01", "P1Y", bank.Monthly, "2024-01-01", "1040.88", "11040.88", "86.74"},
		{"a year in months", "10000.00", "10.50", "2023-01-01", "P12M", bank.AtMaturity, "2024-01-01", "1092.07", "11092.07", "0"},
		{"a common year in days", "10000", "10.5", "2023-01-01", "P365D", bank.AtMaturity, "2024-01-01", "1092.07", "11092.07", "0"},
		{"a week", "10000", "10.5", "2023-01-01", "P7D", bank.AtMaturity, "2023-01-08", "20.14", "10020.14", "0"},
		{"a day under six months is simple", "10000", "10.5", "2023-01-01", "P180D", bank.AtMaturity, "2023-06-30", "521.4", "10521.4", "0"},
		{"six months compound", "10000", "10.5", "2023-01-01", "P6M", bank.AtMaturity, "2023-07-01", "531.89", "10531.89", "0"},
		{"six months in days compound", "10000", "10.5", "2023-01-01", "P181D", bank.AtMaturity, "2023-07-01", "531.89", "10531.89", "0"},
		{"six months, by the month", "10000", "10.5", "2023-01-01", "P6M", bank.Monthly, "2023-07-01", "520.44", "10520.44", "86.74"},
		{"months end earlier, then 15 days, compounding", "10000", "10.5", "2023-01-31", "P6M15D", bank.AtMaturity, "2023-08-15", "577.34", "10577.34", "0"},
		{"months end earlier, then 15 days, by the quarter", "10000", "10.5", "2023-01-31", "P6M15D", bank.Quarterly, "2023-08-15", "568.15", "10568.15", "262.5"},
		{"months end earlier, then 15 days, by the month", "10000", "10.5", "2023-01-31", "P6M15D", bank.Monthly, "2023-08-15", "563.59", "10563.59", "86.74"},
		{"broken days of a leap year are 366ths", "100000", "7.25", "2023-11-30", "P6M6D", bank.Quarterly, "2024-06-05", "3743.85", "103743.85", "1812.5"},
		{"ten years from a leap day", "12345678", "6.85", "2024-02-29", "P10Y1M12D", bank.AtMaturity, "2034-04-10", "12191070.01", "24536748.01", "0"},
		{"ten years from a leap day, by the month", "12345678", "6.85", "2024-02-29", "P10Y1M12D", bank.Monthly, "2034-04-10", "8506574.43", "20852252.43", "70072.49"},
		{"no interest at no rate", "10000", "0", "2023-01-01", "P1Y", bank.Monthly, "2024-01-01", "0", "10000", "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := bank.Deposit{Principal: dec(c.principal), Rate: dec(c.rate), Tenure: duration(c.tenure), Start: day(c.start), Payout: c.payout}
			got, err := d.Returns()
			want := bank.Returns{Rate: dec(c.rate), Maturity: day(c.maturity), Interest: dec(c.interest), MaturityAmount: dec(c.amount), Payout: dec(c.regular)}
			if err != nil || got != want {
				t.Errorf("got  %v, %v\nwant %v", got, err, want)
			}
		})
	}
}

func TestSeniorsGetHalfAPerCentMore(t *testing.T) {
	d := deposit("P1Y", bank.AtMaturity)
	d.Senior = true
	got, err := d.Returns()
	if err != nil || got.Rate != dec("11") || got.Interest != dec("1146.21") {
		t.Errorf("%v, %v", got, err)
	}
}

func TestPayoutsAreRefusedUnderSixMonths(t *testing.T) {
	for _, c := range []struct {
		start, tenure string
		refused       bool
	}{
		{"2023-01-01", "P5M", true}, {"2023-01-01", "P180D", true}, {"2023-01-01", "P181D", false}, {"2023-01-01", "P6M", false},
		// Six months from 31 August end on 28 or 29 February.
		{"2022-08-31", "P6M", false}, {"2022-08-31", "P5M27D", true}, {"2022-08-31", "P5M28D", false}, {"2023-08-31", "P5M28D", true}, {"2023-08-31", "P5M29D", false},
	} {
		for _, payout := range []bank.Payout{bank.Monthly, bank.Quarterly} {
			d := deposit(c.tenure, payout)
			d.Start = day(c.start)
			_, err := d.Returns()
			if errors.Is(err, bank.ErrPayoutTenure) != c.refused || (err != nil) != c.refused || errors.Is(err, bank.ErrInvalidDeposit) {
				t.Errorf("%s for %s from %s: %v", payout, c.tenure, c.start, err)
			}
			d.Payout = bank.AtMaturity
			if _, err := d.Returns(); err != nil {
				t.Errorf("at maturity for %s from %s: %v", c.tenure, c.start, err)
			}
		}
	}
}

func TestTermsThatMakeNoSenseAreRefused(t *testing.T) {
	for name, spoil := range map[string]func(*bank.Deposit){
		"no principal":       func(d *bank.Deposit) { d.Principal = bank.Decimal{} },
		"negative principal": func(d *bank.Deposit) { d.Principal = dec("-1") },
		"part of a paisa":    func(d *bank.Deposit) { d.Principal = dec("100.005") },
		"negative rate":      func(d *bank.Deposit) { d.Rate = dec("-0.01") },
		"rate over 100":      func(d *bank.Deposit) { d.Rate = dec("100.01") },
		"no start":           func(d *bank.Deposit) { d.Start = bank.Date{} },
		"no such start":      func(d *bank.Deposit) { d.Start = bank.Date{Year: 2023, Month: 2, Day: 30} },
		"no payout":          func(d *bank.Deposit) { d.Payout = "" },
		"unknown payout":     func(d *bank.Deposit) { d.Payout = "weekly" },
		"no tenure":          func(d *bank.Deposit) { d.Tenure = bank.Duration{} },
		"negative tenure":    func(d *bank.Deposit) { d.Tenure = bank.Duration{Years: 2, Days: -1} },
		"tenure with hours":  func(d *bank.Deposit) { d.Tenure.Time = time.Hour },
	} {
		d := deposit("P1Y", bank.AtMaturity)
		spoil(&d)
		if got, err := d.Returns(); !errors.Is(err, bank.ErrInvalidDeposit) || got != (bank.Returns{}) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
		if got, err := d.Schedule(); !errors.Is(err, bank.ErrInvalidDeposit) || got != nil {
			t.Errorf("%s: schedule %v, %v", name, got, err)
		}
		if got, err := d.PrematureClosure(day("2023-06-01")); !errors.Is(err, bank.ErrInvalidDeposit) {
			t.Errorf("%s: closure %v, %v", name, got, err)
		}
	}
}

func TestAmountsThatDoNotFitAreRefused(t *testing.T) {
	for name, change := range map[string]func(*bank.Deposit){
		"a maturity amount of twenty digits": func(d *bank.Deposit) { d.Principal = dec("99999999999999999.99") },
		"interest of twenty digits": func(d *bank.Deposit) {
			d.Principal, d.Tenure = dec("9999999999999999"), duration("P99Y")
		},
		"payouts that add up to twenty digits": func(d *bank.Deposit) {
			d.Principal, d.Tenure, d.Payout = dec("99999999999999999"), duration("P99Y"), bank.Quarterly
		},
		"a maturity after the year 9999": func(d *bank.Deposit) { d.Start = day("9999-01-01") },
		"more than 250 years":            func(d *bank.Deposit) { d.Tenure = duration("P251Y") },
		"a rate of twenty digits":        func(d *bank.Deposit) { d.Rate, d.Senior = dec("9.999999999999999999"), true },
		"one payout of twenty digits": func(d *bank.Deposit) {
			d.Principal, d.Rate, d.Payout = dec("9999999999999999999"), dec("100"), bank.Monthly
		},
		"a tenure no text can express": func(d *bank.Deposit) { d.Tenure = bank.Duration{Years: 1 << 60} },
	} {
		d := deposit("P1Y", bank.AtMaturity)
		change(&d)
		if got, err := d.Returns(); !errors.Is(err, bank.ErrRange) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestTheLongestTenureOfTheContractIsWorkedOut(t *testing.T) {
	d := deposit("P99Y999M9999D", bank.AtMaturity)
	d.Rate = dec("3.123456789012345678")
	if got, err := d.Returns(); err != nil || got.Maturity != day("2232-08-16") || got.Interest.Sign() <= 0 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestScheduleFallsOnTheAnniversariesOfTheStart(t *testing.T) {
	d := deposit("P6M15D", bank.Monthly)
	d.Start = day("2023-01-31")
	got, err := d.Schedule()
	want := []bank.Payment{
		{Due: day("2023-02-28"), Amount: dec("86.74")}, {Due: day("2023-03-31"), Amount: dec("86.74")}, {Due: day("2023-04-30"), Amount: dec("86.74")},
		{Due: day("2023-05-31"), Amount: dec("86.74")}, {Due: day("2023-06-30"), Amount: dec("86.74")}, {Due: day("2023-07-31"), Amount: dec("86.74")},
		{Due: day("2023-08-15"), Amount: dec("43.15")},
	}
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %v, %v\nwant %v", got, err, want)
	}
	once, err := deposit("P1Y", bank.AtMaturity).Schedule()
	if err != nil || fmt.Sprint(once) != "[{2024-01-01 1092.07}]" {
		t.Errorf("at maturity: %v, %v", once, err)
	}
}

func TestPayoutsAddUpToTheInterest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := deposits().Draw(t, "deposit")
		returns, err := d.Returns()
		if err != nil {
			t.Fatal(err)
		}
		payments, err := d.Schedule()
		if err != nil || len(payments) == 0 {
			t.Fatal(payments, err)
		}
		var sum bank.Decimal
		previous := d.Start
		for i, p := range payments {
			if sum, err = sum.Add(p.Amount); err != nil {
				t.Fatal(err)
			}
			if p.Due.Compare(previous) <= 0 || p.Due.Compare(returns.Maturity) > 0 {
				t.Fatalf("payment %d on %v after %v, maturity %v", i, p.Due, previous, returns.Maturity)
			}
			if p.Amount != p.Amount.RoundHalfUp(2) {
				t.Fatalf("%v is not whole paise", p.Amount)
			}
			previous = p.Due
		}
		total, err := d.Principal.Add(returns.Interest)
		if err != nil || sum != returns.Interest || total != returns.MaturityAmount {
			t.Fatalf("payments %v, interest %v, amount %v, %v", sum, returns.Interest, returns.MaturityAmount, err)
		}
	})
}

func TestWholeQuartersEarnAQuarterOfTheRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := deposits().Draw(t, "deposit")
		quarters := rapid.IntRange(2, 60).Draw(t, "quarters")
		d.Tenure, d.Payout, d.Senior = bank.Duration{Months: 3 * quarters}, bank.Quarterly, false
		returns, err := d.Returns()
		if err != nil {
			t.Fatal(err)
		}
		each := new(big.Rat).Mul(d.Principal.Rat(), d.Rate.Rat())
		want, err := bank.DecimalFromRat(each.Quo(each, big.NewRat(400, 1)), 2)
		if err != nil || returns.Payout != want {
			t.Fatalf("payout %v, want %v, %v", returns.Payout, want, err)
		}
		if sum, err := want.Mul(bank.DecimalOf(int64(quarters))); err != nil || returns.Interest != sum {
			t.Fatalf("interest %v, want %v, %v", returns.Interest, sum, err)
		}
	})
}

func TestOnlyTheDatesMatterNotHowTheTenureIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := deposits().Draw(t, "deposit")
		written, err := d.Returns()
		if err != nil {
			t.Fatal(err)
		}
		d.Tenure = bank.Duration{Days: d.Start.DaysUntil(written.Maturity)}
		if inDays, err := d.Returns(); err != nil || inDays != written {
			t.Fatalf("%v in days, %v as written, %v", inDays, written, err)
		}
	})
}

func TestADayMoreNeverEarnsLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := deposits().Draw(t, "deposit")
		d.Payout = bank.AtMaturity
		shorter, err := d.Returns()
		if err != nil {
			t.Fatal(err)
		}
		d.Tenure.Days++ // 91 days are less than a quarter even by 365
		longer, err := d.Returns()
		if err != nil || longer.Interest.Compare(shorter.Interest) < 0 {
			t.Fatalf("%v for a day more, %v before, %v", longer, shorter, err)
		}
	})
}

func ExampleDeposit_Returns() {
	principal, _ := bank.ParseDecimal("10000")
	rate, _ := bank.ParseDecimal("10.5")
	start, _ := bank.ParseDate("2023-01-01")
	d := bank.Deposit{Principal: principal, Rate: rate, Start: start, Tenure: bank.Duration{Years: 1}, Payout: bank.Monthly}
	returns, err := d.Returns()
	fmt.Println(returns.Payout, returns.Interest, returns.MaturityAmount, returns.Maturity, err)
	// Output: 86.74 1040.88 11040.88 2024-01-01 <nil>
}
