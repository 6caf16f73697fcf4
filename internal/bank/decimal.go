package bank

import (
	"fmt"
	"math"
	"math/big"
	"strconv"

	"github.com/govalues/decimal"
)

// maxDigits is how many digits a [Decimal] holds, and how many of them may
// stand after the point.
const maxDigits = decimal.MaxPrec

// Decimal is an exact decimal number of at most 19 digits, all of which may be
// a fraction. It is always canonical, without trailing zeros in the fraction
// and without a negative zero, so that == and map keys compare by value:
// "1000.00" and "1000" parse to the same Decimal. The zero value is 0.
type Decimal struct{ value decimal.Decimal }

// Built once, because callers try values of unknown form in loops.
var (
	errDecimalSyntax = fmt.Errorf("decimal: %w: want digits with an optional sign and fraction", ErrSyntax)
	errDecimalRange  = fmt.Errorf("decimal: %w: more than %d digits", ErrRange, maxDigits)
)

// powersOfTen holds 10^0 to 10^19, the largest that fits 64 bits.
var powersOfTen = func() (powers [maxDigits + 1]uint64) {
	powers[0] = 1
	for i := 1; i < len(powers); i++ {
		powers[i] = powers[i-1] * 10
	}
	return powers
}()

// ParseDecimal reads ^[+-]?[0-9]+(\.[0-9]+)?$. Other forms, among them
// exponents and a missing digit on either side of the point, are [ErrSyntax];
// a value that needs more than 19 digits is [ErrRange]. Leading zeros and
// trailing zeros of the fraction do not count as digits.
func ParseDecimal(s string) (Decimal, error) {
	i := 0
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		i++
	}
	var (
		coefficient uint64
		digits      int // significant digits taken into coefficient
		scale       int // how many of the digits taken are fraction
		zeros       int // zeros of the fraction that count only if a digit follows
		inFraction  bool
		last        = byte('.') // so that a point or the end needs a digit before it
		overflow    bool
	)
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '.' && !inFraction && last != '.':
			inFraction = true
		case c < '0' || c > '9':
			return Decimal{}, errDecimalSyntax
		case inFraction && c == '0':
			zeros++
		case overflow:
			// The rest is read for its form only.
		default:
			shift := 1 + zeros
			if inFraction {
				scale += shift
			}
			if coefficient != 0 {
				digits += shift
			} else if c != '0' {
				digits = 1
			}
			if digits > maxDigits || scale > maxDigits {
				overflow = true
			} else {
				coefficient = coefficient*powersOfTen[shift] + uint64(c-'0')
			}
			zeros = 0
		}
		last = c
	}
	if last < '0' {
		return Decimal{}, errDecimalSyntax
	}
	if overflow {
		return Decimal{}, errDecimalRange
	}
	return newDecimal(negative, coefficient, scale), nil
}

// DecimalOf is the whole number n.
func DecimalOf(n int64) Decimal {
	return Decimal{decimal.MustNew(n, 0)} // fails for a scale out of range only
}

// newDecimal is ±coefficient/10^scale. The coefficient has at most 19 digits
// and 0 ≤ scale ≤ 19.
func newDecimal(negative bool, coefficient uint64, scale int) Decimal {
	for scale > 0 && coefficient%10 == 0 {
		coefficient /= 10
		scale--
	}
	var value decimal.Decimal
	if coefficient <= math.MaxInt64 {
		value = decimal.MustNew(int64(coefficient), scale)
	} else { // 19 digits: decimal.New takes no unsigned number
		text := strconv.FormatUint(coefficient, 10)
		value = decimal.MustParse(text[:len(text)-scale] + "." + text[len(text)-scale:])
	}
	if negative {
		value = value.Neg()
	}
	return Decimal{value}
}

// DecimalFromRat is r rounded half up, a tie going away from zero, to a number
// of places between 0 and 19. Any other number of places, and a result of more
// than 19 digits, is [ErrRange]. It keeps no reference to r.
func DecimalFromRat(r *big.Rat, places int) (Decimal, error) {
	if places < 0 || places > maxDigits {
		return Decimal{}, fmt.Errorf("decimal: %w: %d places", ErrRange, places)
	}
	// round(|n|/d · 10^places) = floor((2·|n|·10^places + d) / 2d)
	scaled := new(big.Int).Abs(r.Num())
	scaled.Mul(scaled, new(big.Int).SetUint64(powersOfTen[places]))
	scaled.Lsh(scaled, 1).Add(scaled, r.Denom())
	scaled.Quo(scaled, new(big.Int).Lsh(r.Denom(), 1))

	ten, remainder, quotient := big.NewInt(10), new(big.Int), new(big.Int)
	for places > 0 && !fitsDigits(scaled) {
		if quotient.QuoRem(scaled, ten, remainder); remainder.Sign() != 0 {
			break
		}
		scaled.Set(quotient)
		places--
	}
	if !fitsDigits(scaled) {
		return Decimal{}, errDecimalRange
	}
	return newDecimal(r.Sign() < 0, scaled.Uint64(), places), nil
}

func fitsDigits(n *big.Int) bool {
	return n.IsUint64() && n.Uint64() < powersOfTen[maxDigits]
}

// String is the canonical text: no exponent, no trailing zeros in the
// fraction, "0" for zero. [ParseDecimal] reads it back to an equal value.
func (d Decimal) String() string { return d.value.String() }

// MarshalText is [Decimal.String]; JSON therefore shows a string, never a number.
func (d Decimal) MarshalText() ([]byte, error) { return d.value.MarshalText() }

// UnmarshalText is [ParseDecimal].
func (d *Decimal) UnmarshalText(text []byte) error {
	parsed, err := ParseDecimal(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Add is exactly d + e, or [ErrRange] when the sum needs more than 19 digits.
func (d Decimal) Add(e Decimal) (Decimal, error) {
	sum, err := d.value.AddExact(e.value, max(d.value.Scale(), e.value.Scale()))
	if err != nil { // too many digits before trimming; perhaps not after
		return exactly(new(big.Rat).Add(d.Rat(), e.Rat()))
	}
	return Decimal{sum.Trim(0)}, nil
}

// Sub is exactly d - e, or [ErrRange] when the difference needs more than 19 digits.
func (d Decimal) Sub(e Decimal) (Decimal, error) { return d.Add(e.Neg()) }

// Mul is exactly d · e, or [ErrRange] when the product needs more than 19
// digits or more than 19 places. A caller that wants it rounded uses [Decimal.Rat].
func (d Decimal) Mul(e Decimal) (Decimal, error) {
	if scale := d.value.Scale() + e.value.Scale(); scale <= maxDigits {
		if product, err := d.value.MulExact(e.value, scale); err == nil {
			return Decimal{product.Trim(0)}, nil
		}
	}
	return exactly(new(big.Rat).Mul(d.Rat(), e.Rat()))
}

// Quo is d / e. A quotient that needs more digits than a Decimal has, as 1/3
// does, is rounded half up to as many places as 19 digits allow, at most 19.
// Division by zero is [ErrDivisionByZero], a quotient too large [ErrRange].
func (d Decimal) Quo(e Decimal) (Decimal, error) {
	if e.IsZero() {
		return Decimal{}, fmt.Errorf("decimal: %w", ErrDivisionByZero)
	}
	quotient := new(big.Rat).Quo(d.Rat(), e.Rat())
	whole := new(big.Int).Quo(quotient.Num(), quotient.Denom())
	if whole.Sign() == 0 {
		return DecimalFromRat(quotient, maxDigits)
	}
	digits := len(whole.Abs(whole).String())
	return DecimalFromRat(quotient, max(0, maxDigits-digits))
}

// exactly converts r, or fails with [ErrRange] when that would round it.
func exactly(r *big.Rat) (Decimal, error) {
	d, err := DecimalFromRat(r, maxDigits)
	if err != nil {
		return Decimal{}, err
	}
	if d.Rat().Cmp(r) != 0 {
		return Decimal{}, errDecimalRange
	}
	return d, nil
}

// Neg is -d.
func (d Decimal) Neg() Decimal { return Decimal{d.value.Neg()} }

// Compare is -1, 0 or +1 as d is less than, equal to or greater than e.
func (d Decimal) Compare(e Decimal) int { return d.value.Cmp(e.value) }

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.value.IsZero() }

// Sign is -1, 0 or +1.
func (d Decimal) Sign() int { return d.value.Sign() }

// Int is d as an integer; false when d has a fraction or does not fit.
func (d Decimal) Int() (int64, bool) {
	if d.value.Scale() != 0 {
		return 0, false
	}
	whole, _, ok := d.value.Int64(0)
	return whole, ok
}

// RoundHalfUp rounds to a number of places after the point, a tie going away
// from zero as banks round money. A negative number of places counts as 0.
func (d Decimal) RoundHalfUp(places int) Decimal {
	drop := d.value.Scale() - max(places, 0)
	if drop <= 0 {
		return d
	}
	unit := powersOfTen[drop]
	kept, rest := d.value.Coef()/unit, d.value.Coef()%unit
	if rest >= unit-rest {
		kept++
	}
	return newDecimal(d.value.IsNeg(), kept, max(places, 0))
}

// Rat is d as a new fraction, exactly.
func (d Decimal) Rat() *big.Rat {
	numerator := new(big.Int).SetUint64(d.value.Coef())
	if d.value.IsNeg() {
		numerator.Neg(numerator)
	}
	return new(big.Rat).SetFrac(numerator, new(big.Int).SetUint64(powersOfTen[d.value.Scale()]))
}
