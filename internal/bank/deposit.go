package bank

import (
	"fmt"
	"math/big"
)

// Payout says when a deposit pays its interest.
type Payout string

// The payouts, as the contract spells them.
const (
	AtMaturity Payout = "at_maturity" // once, with the principal
	Monthly    Payout = "monthly"     // on every monthly anniversary of the start, discounted
	Quarterly  Payout = "quarterly"   // on every quarterly anniversary of the start
)

// compoundingMonths is the tenure from which interest is counted by the
// quarter: it compounds, and may be paid out regularly.
const compoundingMonths = 6

// seniorBonus is what depositors of 60 years and more get, in per cent a year.
var seniorBonus = newDecimal(false, 50, 2)

// Deposit is the terms of a fixed deposit in rupees.
type Deposit struct {
	Principal Decimal  // rupees, more than zero, whole paise
	Rate      Decimal  // per cent a year from the rate table, 0 to 100, before the bonus for seniors
	Tenure    Duration // more than zero, without a time part
	Start     Date     // the day the money comes in
	Payout    Payout
	Senior    bool // the depositor is at least 60 on the start date: 0.50 per cent a year more
}

// Returns is what a deposit that is kept to its end earns, in rupees.
type Returns struct {
	Rate           Decimal // per cent a year, with the bonus for seniors
	Maturity       Date    // Start + Tenure, as [Date.Add] counts
	Interest       Decimal // all that is paid: the sum of [Deposit.Schedule]
	MaturityAmount Decimal // principal + interest, whenever the interest is paid
	Payout         Decimal // one regular payout; 0 when interest is paid at maturity
}

// Payment is an amount of interest in rupees and the day it is paid.
type Payment struct {
	Due    Date
	Amount Decimal
}

// Returns works out what the deposit earns. It follows the published practice
// of Indian banks (HDFC Bank and Bank of Baroda, on how interest on term
// deposits is calculated):
//
//   - Under six months, simple interest is paid at maturity, and regular
//     payouts are refused with [ErrPayoutTenure].
//   - From six months, interest kept to maturity compounds quarterly:
//     P·(1 + r/4)^q.
//   - A quarterly payout is P·r/4; a monthly payout is the quarter's interest
//     discounted, (P·r/4) / ((1 + r/12)² + (1 + r/12) + 1).
//
// Time is counted in whole quarters, or months for monthly payouts, and days
// from the last of them to maturity; [SimpleInterest] states the rules. Only
// the dates of start and maturity matter, not how the tenure is written: P1Y
// and P12M earn the same, and so does P365D in a common year. "Six months"
// likewise means that start + P6M is not after maturity.
//
// Amounts are worked out exactly and rounded half up to paise when they are
// paid, each payout by itself; the broken time at the end is a payout of its own.
//
// Terms that make no sense are [ErrInvalidDeposit]. More than 250 years, a
// maturity beyond the year 9999 and amounts of more than 19 digits are [ErrRange].
func (d Deposit) Returns() (Returns, error) {
	rate, maturity, earned, err := d.settle()
	if err != nil {
		return Returns{}, err
	}
	total, err := d.Principal.Add(earned.interest)
	if err != nil {
		return Returns{}, fmt.Errorf("maturity amount: %w", err)
	}
	return Returns{rate, maturity, earned.interest, total, earned.regular}, nil
}

// Schedule lists every payment of interest in order of time. A deposit that
// pays at maturity has one; regular payouts fall due on the anniversaries of
// the start (the last day of a month that is too short), and what the broken
// time after the last of them earns at maturity. The errors are those of
// [Deposit.Returns].
func (d Deposit) Schedule() ([]Payment, error) {
	_, maturity, earned, err := d.settle()
	if err != nil {
		return nil, err
	}
	payments := make([]Payment, 0, earned.payouts+1)
	for i := range earned.payouts {
		payments = append(payments, Payment{d.Start.addMonths((i + 1) * d.Payout.months()), earned.regular})
	}
	if !earned.last.IsZero() || earned.payouts == 0 {
		payments = append(payments, Payment{maturity, earned.last})
	}
	return payments, nil
}

// settle checks the terms and works out the whole tenure.
func (d Deposit) settle() (rate Decimal, maturity Date, earned earnings, err error) {
	if rate, maturity, err = d.check(); err != nil {
		return Decimal{}, Date{}, earnings{}, err
	}
	earned, err = d.earn(rate, maturity)
	return rate, maturity, earned, err
}

// check refuses terms that make no sense and fills in what follows from them.
func (d Deposit) check() (rate Decimal, maturity Date, err error) {
	invalid := func(reason string) (Decimal, Date, error) {
		return Decimal{}, Date{}, fmt.Errorf("%w: %s", ErrInvalidDeposit, reason)
	}
	tenure := d.Tenure
	switch {
	case d.Principal.Sign() <= 0:
		return invalid("the principal is not more than zero")
	case d.Principal.RoundHalfUp(paise) != d.Principal:
		return invalid("the principal is not in whole paise")
	case d.Rate.Sign() < 0 || d.Rate.Compare(DecimalOf(100)) > 0:
		return invalid("the rate is not between 0 and 100 per cent")
	case !d.Start.real():
		return invalid("the start is not a real date")
	case d.Payout.months() < 0:
		return invalid("unknown payout")
	case tenure.Time != 0 || tenure.Years < 0 || tenure.Months < 0 || tenure.Days < 0:
		return invalid("the tenure is not in whole years, months and days")
	case tenure == Duration{}:
		return invalid("the tenure is zero")
	case tenure.Years > maxYears || tenure.Months > maxMonths || tenure.Days > maxDays:
		return Decimal{}, Date{}, errTooLong
	}
	maturity = d.Start.Add(tenure)
	switch {
	case maturity.Year-d.Start.Year > maxDepositYears:
		return Decimal{}, Date{}, errTooLong
	case !maturity.real():
		return Decimal{}, Date{}, fmt.Errorf("maturity: %w: after the year 9999", ErrRange)
	}
	if d.Payout != AtMaturity && d.Start.monthsUntil(maturity) < compoundingMonths {
		return Decimal{}, Date{}, fmt.Errorf("%s payout: %w", d.Payout, ErrPayoutTenure)
	}
	rate = d.Rate
	if d.Senior {
		if rate, err = rate.Add(seniorBonus); err != nil {
			return Decimal{}, Date{}, fmt.Errorf("rate for seniors: %w", err)
		}
	}
	return rate, maturity, nil
}

// months is how many months a regular payout stands for: 0 when there is none
// before maturity, -1 for a Payout that is not one of the constants.
func (p Payout) months() int {
	switch p {
	case AtMaturity:
		return 0
	case Monthly:
		return 1
	case Quarterly:
		return monthsPerQuarter
	default:
		return -1
	}
}

// earnings is the interest of a stretch of time, in payments rounded to paise.
type earnings struct {
	payouts  int     // how many regular payouts
	regular  Decimal // each of them
	last     Decimal // what is paid at the end of the stretch
	interest Decimal // payouts · regular + last
}

// earn works out the interest from the start to a day at a rate in per cent.
func (d Deposit) earn(rate Decimal, end Date) (earnings, error) {
	step := d.Payout.months()
	if step == 0 {
		interest := SimpleInterest
		if d.Start.monthsUntil(end) >= compoundingMonths {
			interest = CompoundInterest
		}
		amount, err := interest(d.Principal, rate, d.Start, end)
		return earnings{last: amount, interest: amount}, err
	}
	principal, yearly := d.Principal.Rat(), yearlyRate(rate)
	payouts := d.Start.monthsUntil(end) / step
	brokenYears := yearsByDays(d.Start.addMonths(payouts*step), end)

	regular := new(big.Rat).Mul(principal, yearly)
	regular.Quo(regular, big.NewRat(quartersPerYear, 1))
	if d.Payout == Monthly {
		regular.Quo(regular, monthlyDiscount(yearly))
	}
	last := new(big.Rat).Mul(principal, yearly)
	last.Mul(last, brokenYears)

	earned := earnings{payouts: payouts}
	var err error
	if earned.regular, err = DecimalFromRat(regular, paise); err != nil {
		return earnings{}, fmt.Errorf("%s payout: %w", d.Payout, err)
	}
	if earned.last, err = DecimalFromRat(last, paise); err != nil {
		return earnings{}, fmt.Errorf("last payout: %w", err)
	}
	sum, err := earned.regular.Mul(DecimalOf(int64(payouts)))
	if err == nil {
		earned.interest, err = sum.Add(earned.last)
	}
	if err != nil {
		return earnings{}, fmt.Errorf("interest: %w", err)
	}
	return earned, nil
}

// monthlyDiscount is what a quarter's interest is divided by to be paid in
// three parts, the first two earlier than they are earned: (1+m)² + (1+m) + 1
// with m a twelfth of the yearly rate.
func monthlyDiscount(yearly *big.Rat) *big.Rat {
	growth := new(big.Rat).Quo(yearly, big.NewRat(monthsPerYear, 1))
	growth.Add(growth, one)
	discount := new(big.Rat).Mul(growth, growth)
	return discount.Add(discount, growth).Add(discount, one)
}
