package bank

import "fmt"

// minimumDays is how long a deposit must run to earn anything: the shortest
// tenure the Reserve Bank of India allows (Master Direction on Interest Rate on
// Deposits, 2016).
const minimumDays = 7

// closurePenalty is what closing early costs, in per cent a year.
var closurePenalty = DecimalOf(1)

// Closure is the account of a deposit that is closed before its maturity, in rupees.
type Closure struct {
	Days     int     // how long it ran
	Rate     Decimal // per cent a year, after the penalty; 0 when nothing is earned
	Interest Decimal // earned in all, including what was paid out
	Paid     Decimal // regular payouts made until then, at the agreed rate
	Amount   Decimal // paid at closure: principal + interest - paid, which may be less than the principal
}

// PrematureClosure works out what is paid when the deposit is closed on a day
// before its maturity. Interest is counted afresh for the time it ran, as
// [Deposit.Returns] would, at the agreed rate less one per cent a year, but not
// less than 0 (the penalty that HDFC Bank and others publish): interest kept to
// maturity has compounded only if it ran for six months, regular payouts keep
// their own formula. A deposit that ran fewer than 7 days earns nothing; after
// 7 days it earns for all of them. Regular payouts due until the
// day of closure were made at the agreed rate; what they exceed the interest by
// comes out of the principal.
//
// Where the rate table has a rate for each tenure, Rate must be the one for the
// time the deposit ran.
//
// Besides the errors of [Deposit.Returns], a day before the start or not before
// maturity is [ErrInvalidDeposit].
func (d Deposit) PrematureClosure(on Date) (Closure, error) {
	rate, maturity, err := d.check()
	if err != nil {
		return Closure{}, err
	}
	if !on.real() || on.Compare(d.Start) < 0 || on.Compare(maturity) >= 0 {
		return Closure{}, fmt.Errorf("%w: premature closure lies between start and maturity", ErrInvalidDeposit)
	}
	days := d.Start.DaysUntil(on)
	if days < minimumDays {
		return Closure{Days: days, Amount: d.Principal}, nil
	}
	agreed, err := d.earn(rate, on)
	if err != nil {
		return Closure{}, fmt.Errorf("at the agreed rate: %w", err)
	}
	if rate, err = rate.Sub(closurePenalty); err != nil {
		return Closure{}, fmt.Errorf("rate after the penalty: %w", err)
	}
	if rate.Sign() < 0 {
		rate = Decimal{}
	}
	earned, err := d.earn(rate, on)
	if err != nil {
		return Closure{}, fmt.Errorf("after the penalty: %w", err)
	}
	closure := Closure{Days: days, Rate: rate, Interest: earned.interest}
	if closure.Paid, err = agreed.regular.Mul(DecimalOf(int64(agreed.payouts))); err != nil {
		return Closure{}, fmt.Errorf("payouts made: %w", err)
	}
	balance, err := closure.Interest.Sub(closure.Paid)
	if err == nil {
		closure.Amount, err = d.Principal.Add(balance)
	}
	if err != nil {
		return Closure{}, fmt.Errorf("amount at closure: %w", err)
	}
	return closure, nil
}
