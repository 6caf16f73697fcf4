package bank

import (
	"fmt"
	"math/big"
)

const (
	paise            = 2 // places of a rupee amount
	monthsPerQuarter = 3
	monthsPerYear    = 12
	quartersPerYear  = 4

	// maxDepositYears bounds the work of compounding exactly. The longest
	// tenure that the APIs can express, P99Y999M9999D, is under 210 years.
	maxDepositYears = 250
)

// one is never changed.
var one = big.NewRat(1, 1)

var errTooLong = fmt.Errorf("deposit: %w: longer than %d years", ErrRange, maxDepositYears)

// SimpleInterest is the interest on a principal in rupees from one day to
// another when interest earns none itself: P·r·t, exact and then rounded half
// up to paise. The rate is in per cent a year.
//
// The time t is counted as Indian banks count it, for every calculation here:
//
//   - Whole quarters first, each earning exactly r/4 however many days it has.
//     They are counted from the first day and never from one another, so a
//     quarter boundary that falls on a day its month lacks is that month's last
//     day, and the next one is back on the day of the start: from 30 November
//     the quarters end on 28 (29) February, 30 May, 30 August.
//   - Only the days left over, from the last boundary to the last day, count as
//     days, each a 365th of a year, or a 366th when it lies in a leap year (HDFC
//     Bank: 366 days in a leap year and 365 in a common one for a deposit spread
//     over both). The first day earns and the last does not. From 31 January to
//     1 May 2023 is one quarter, to 30 April, and one day.
//
// A last day before the first is [ErrInvalidDeposit]; more than 250 years and an
// amount of more than 19 digits are [ErrRange].
func SimpleInterest(principal, rate Decimal, from, to Date) (Decimal, error) {
	quarters, broken, err := quartersAndYears(from, to)
	if err != nil {
		return Decimal{}, err
	}
	years := big.NewRat(int64(quarters), quartersPerYear)
	years.Add(years, broken)
	interest := years.Mul(years, yearlyRate(rate))
	return rupees(interest.Mul(interest, principal.Rat()))
}

// CompoundInterest is the interest on a principal in rupees that is added to it
// every quarter: P·(1 + r/4)^q·(1 + r·b) - P, with q whole quarters and a broken
// time b at the end as [SimpleInterest] counts them. It is exact throughout and
// rounded half up to paise once, at the end. The errors are the same.
func CompoundInterest(principal, rate Decimal, from, to Date) (Decimal, error) {
	quarters, broken, err := quartersAndYears(from, to)
	if err != nil {
		return Decimal{}, err
	}
	yearly := yearlyRate(rate)
	quarter := new(big.Rat).Quo(yearly, big.NewRat(quartersPerYear, 1))
	growth := power(quarter.Add(quarter, one), quarters)
	end := yearly.Mul(yearly, broken)
	growth.Mul(growth, end.Add(end, one))
	interest := growth.Sub(growth, one)
	return rupees(interest.Mul(interest, principal.Rat()))
}

// quartersAndYears cuts a stretch of time into whole quarters and the broken
// rest, in years.
func quartersAndYears(from, to Date) (quarters int, broken *big.Rat, err error) {
	if !from.real() || !to.real() || to.Compare(from) < 0 {
		return 0, nil, fmt.Errorf("%w: interest runs from a date to one that is not earlier", ErrInvalidDeposit)
	}
	if to.Year-from.Year > maxDepositYears {
		return 0, nil, errTooLong
	}
	quarters = from.monthsUntil(to) / monthsPerQuarter
	return quarters, yearsByDays(from.addMonths(quarters*monthsPerQuarter), to), nil
}

// yearsByDays is the time between two days in years: each day but the last is
// a 365th, or a 366th in a leap year.
func yearsByDays(from, to Date) *big.Rat {
	years := new(big.Rat)
	for from.Compare(to) < 0 {
		end := Date{from.Year + 1, 1, 1}
		if end.Compare(to) > 0 {
			end = to
		}
		years.Add(years, big.NewRat(int64(from.DaysUntil(end)), int64(daysInYear(from.Year))))
		from = end
	}
	return years
}

// yearlyRate turns per cent a year into a fraction.
func yearlyRate(percent Decimal) *big.Rat {
	rate := percent.Rat()
	return rate.Quo(rate, big.NewRat(100, 1))
}

// power is base^n for n ≥ 0.
func power(base *big.Rat, n int) *big.Rat {
	exponent := big.NewInt(int64(n))
	return new(big.Rat).SetFrac(
		new(big.Int).Exp(base.Num(), exponent, nil),
		new(big.Int).Exp(base.Denom(), exponent, nil),
	)
}

func rupees(amount *big.Rat) (Decimal, error) {
	d, err := DecimalFromRat(amount, paise)
	if err != nil {
		return Decimal{}, fmt.Errorf("interest: %w", err)
	}
	return d, nil
}
