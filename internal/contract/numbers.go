package contract

import (
	"encoding/json"
	"math/big"
)

// boundCheck compares integers, and plain decimals of up to fifteen digits, without allocating; the authority compares
// all other numbers.
func boundCheck(s *Schema, keyword string) check {
	limit, below, exclusive := s.Minimum, false, false
	switch keyword {
	case "maximum":
		limit, below = s.Maximum, true
	case "exclusiveMinimum":
		limit, exclusive = s.ExclusiveMinimum, true
	case "exclusiveMaximum":
		limit, below, exclusive = s.ExclusiveMaximum, true, true
	}
	bound, ok := scale(string(*limit))
	if !ok {
		return nil
	}
	return func(v any) bool {
		var n int64
		switch v := v.(type) {
		case int:
			if v <= -maxScaled || v >= maxScaled {
				return false
			}
			n = int64(v) * scaleFactor
		case json.Number:
			scaled, exact := scale(string(v))
			if !exact {
				return false
			}
			n = scaled
		default:
			return true
		}
		if exclusive && n == bound {
			return false
		}
		return n == bound || (n < bound) == below
	}
}

const (
	scaleDigits = 6
	scaleFactor = 1_000_000
	maxScaled   = 1 << 43 // times scaleFactor stays below 2^63
)

// scale reads a plain decimal as a multiple of one millionth; false when that is not exact.
func scale(text string) (int64, bool) {
	negative := text != "" && text[0] == '-'
	if negative {
		text = text[1:]
	}
	if text == "" || len(text) > 16 {
		return 0, false
	}
	n, fraction, point := int64(0), 0, false
	for i := range len(text) {
		c := text[i]
		switch {
		case c == '.' && !point:
			point = true
		case c < '0' || c > '9':
			return 0, false
		default:
			n = n*10 + int64(c-'0')
			if point {
				fraction++
			}
		}
	}
	if fraction > scaleDigits {
		return 0, false
	}
	for ; fraction < scaleDigits; fraction++ {
		if n > 1<<59 {
			return 0, false
		}
		n *= 10
	}
	if negative {
		n = -n
	}
	return n, true
}

// rational gives a decoded number exactly. Its size was bounded when it was decoded.
func rational(v any) (*big.Rat, bool) {
	switch n := v.(type) {
	case int:
		return new(big.Rat).SetInt64(int64(n)), true
	case json.Number:
		return new(big.Rat).SetString(string(n))
	}
	return nil, false
}
