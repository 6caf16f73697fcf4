package bank

import "fmt"

// Taxpayer is what decides the tax deducted from a depositor's interest.
type Taxpayer struct {
	Senior bool // at least 60 in the financial year
	PAN    bool // the bank has the depositor's permanent account number
}

// Interest in a financial year, in rupees, up to which no tax is deducted, and
// the rates in per cent above it.
var (
	taxFree       = DecimalOf(50_000)
	taxFreeSenior = DecimalOf(1_00_000)
	taxRate       = DecimalOf(10)
	taxRateNoPAN  = DecimalOf(20)
)

// TDS is the tax deducted at source, in rupees rounded half up to paise, from
// all the interest that a bank pays a resident depositor in a financial year
// (April to March). Up to 50,000, or 1,00,000 for seniors, there is none; above
// that 10 per cent of the whole, not only of the excess (Income-tax Act 1961,
// section 194A with the thresholds of the Finance Act 2025), and 20 per cent
// where the bank has no PAN (section 206AA). Negative interest is [ErrRange].
func TDS(interest Decimal, who Taxpayer) (Decimal, error) {
	if interest.Sign() < 0 {
		return Decimal{}, fmt.Errorf("tax deducted at source: %w: negative interest", ErrRange)
	}
	threshold, rate := taxFree, taxRate
	if who.Senior {
		threshold = taxFreeSenior
	}
	if !who.PAN {
		rate = taxRateNoPAN
	}
	if interest.Compare(threshold) <= 0 {
		return Decimal{}, nil
	}
	tax := interest.Rat()
	return DecimalFromRat(tax.Mul(tax, yearlyRate(rate)), paise)
}
