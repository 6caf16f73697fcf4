package expression

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/bank"
)

// digits is a number of any size, exactly: 0.figures · 10^exponent. Figures
// start and end with no zero and are empty for 0.
type digits struct {
	negative bool
	figures  string
	exponent int
}

// maxExponent bounds the exponents that are compared; JSON sets no bound.
const maxExponent = 1 << 30

// parseNumber reads a JSON number or the text of a decimal.
func parseNumber(s string) (digits, bool) {
	var d digits
	switch {
	case strings.HasPrefix(s, "-"):
		d.negative, s = true, s[1:]
	case strings.HasPrefix(s, "+"):
		s = s[1:]
	}
	mantissa := s
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		exponent, err := strconv.Atoi(s[i+1:])
		if err != nil || exponent > maxExponent || exponent < -maxExponent {
			return digits{}, false
		}
		mantissa, d.exponent = s[:i], exponent
	}
	whole, fraction, hasPoint := strings.Cut(mantissa, ".")
	if whole == "" || hasPoint && fraction == "" || !allDigits(whole) || !allDigits(fraction) {
		return digits{}, false
	}
	figures := strings.TrimLeft(whole+fraction, "0")
	d.exponent += len(whole) - (len(whole) + len(fraction) - len(figures))
	d.figures = strings.TrimRight(figures, "0")
	if d.figures == "" {
		return digits{}, true
	}
	return d, true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func (d digits) compare(o digits) int {
	sign := d.sign()
	if other := o.sign(); sign != other {
		return cmp.Compare(sign, other)
	}
	return sign * cmp.Or(cmp.Compare(d.exponent, o.exponent), strings.Compare(d.figures, o.figures))
}

func (d digits) sign() int {
	switch {
	case d.figures == "":
		return 0
	case d.negative:
		return -1
	}
	return 1
}

// plain writes the number without exponent; false when that would be long.
func (d digits) plain() (string, bool) {
	const limit = 64
	if d.figures == "" {
		return "0", true
	}
	if d.exponent > limit || d.exponent < -limit || len(d.figures) > limit {
		return "", false
	}
	var text string
	switch {
	case d.exponent <= 0:
		text = "0." + strings.Repeat("0", -d.exponent) + d.figures
	case d.exponent >= len(d.figures):
		text = d.figures + strings.Repeat("0", d.exponent-len(d.figures))
	default:
		text = d.figures[:d.exponent] + "." + d.figures[d.exponent:]
	}
	if d.negative {
		text = "-" + text
	}
	return text, true
}

// compareNumbers orders two numbers, decimals or texts of decimals by their
// exact values.
func compareNumbers(a, b any, at int) (int, *RuntimeError) {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return cmp.Compare(x, y), nil
		}
	}
	x, errX := toDecimal(a, at)
	y, errY := toDecimal(b, at)
	if errX == nil && errY == nil {
		return x.Compare(y), nil
	}
	// Not both fit a Decimal; perhaps they are numbers all the same.
	first, ok := digitsOf(a)
	if !ok {
		return 0, errX
	}
	second, ok := digitsOf(b)
	if !ok {
		return 0, errY
	}
	return first.compare(second), nil
}

func digitsOf(v any) (digits, bool) {
	switch v := v.(type) {
	case int:
		return parseNumber(strconv.Itoa(v))
	case bank.Decimal:
		return parseNumber(v.String())
	case json.Number:
		return parseNumber(string(v))
	case string:
		if !strings.ContainsAny(v, "eE") {
			return parseNumber(v)
		}
	}
	return digits{}, false
}

// numberOf writes the result of arithmetic on JSON numbers as a JSON number.
func numberOf(d bank.Decimal) any {
	if n, ok := d.Int(); ok {
		return int(n)
	}
	return json.Number(d.String())
}
