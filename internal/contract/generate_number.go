package contract

import (
	"encoding/json"
	"math/big"
)

// limits are what the parts of a demand ask of a number. A nil bound is none.
type limits struct {
	low, high         *big.Rat
	lowOpen, highOpen bool // the bound itself is excluded
	step              *big.Rat
	first, last       *big.Int // the multiples of step within the bounds; set by count
}

func (d *demand) limits(integer bool) limits {
	var l limits
	raise := func(n *json.Number, open bool) {
		if n == nil {
			return
		}
		if v, ok := rational(*n); ok && (l.low == nil || v.Cmp(l.low) > 0 || v.Cmp(l.low) == 0 && open) {
			l.low, l.lowOpen = v, open
		}
	}
	lower := func(n *json.Number, open bool) {
		if n == nil {
			return
		}
		if v, ok := rational(*n); ok && (l.high == nil || v.Cmp(l.high) < 0 || v.Cmp(l.high) == 0 && open) {
			l.high, l.highOpen = v, open
		}
	}
	if integer {
		l.step = big.NewRat(1, 1)
	}
	for _, s := range d.parts {
		raise(s.Minimum, false)
		raise(s.ExclusiveMinimum, true)
		lower(s.Maximum, false)
		lower(s.ExclusiveMaximum, true)
		if s.MultipleOf != nil {
			if v, ok := rational(*s.MultipleOf); ok {
				l.step = commonMultiple(l.step, v)
			}
		}
		if size, ok := numericFormats[s.Format]; ok && (integer || l.step != nil && l.step.IsInt()) {
			low, high := json.Number(big.NewInt(size[0]).String()), json.Number(big.NewInt(size[1]).String())
			raise(&low, false)
			lower(&high, false)
		}
	}
	return l
}

// commonMultiple is the least number that is a multiple of both; nil stands for no demand.
func commonMultiple(a, b *big.Rat) *big.Rat {
	if a == nil {
		return b
	}
	x := new(big.Int).Mul(a.Num(), b.Denom())
	y := new(big.Int).Mul(b.Num(), a.Denom())
	divisor := new(big.Int).GCD(nil, nil, x, y)
	multiple := new(big.Int).Mul(x, new(big.Int).Div(y, divisor))
	return new(big.Rat).SetFrac(multiple, new(big.Int).Mul(a.Denom(), b.Denom()))
}

// count finds the first and last multiple of step within the bounds. A side without a bound ends a thousand steps from
// the other, or from zero.
func (l *limits) count(step *big.Rat) bool {
	reach := new(big.Rat).Mul(step, big.NewRat(1000, 1))
	low, high := l.low, l.high
	switch {
	case low == nil && high == nil:
		low, high = new(big.Rat), reach
	case high == nil:
		high = new(big.Rat).Add(low, reach)
	case low == nil:
		low = new(big.Rat)
		if high.Cmp(low) <= 0 {
			low = new(big.Rat).Sub(high, reach)
		}
	}
	l.first, l.last = ceiling(new(big.Rat).Quo(low, step)), floor(new(big.Rat).Quo(high, step))
	if l.lowOpen && isMultiple(l.low, step) {
		l.first.Add(l.first, big.NewInt(1))
	}
	if l.highOpen && isMultiple(l.high, step) {
		l.last.Sub(l.last, big.NewInt(1))
	}
	return l.first.Cmp(l.last) <= 0
}

// number picks a number within the limits: a multiple of multipleOf, of 1 for integers, else with up to two decimals,
// or with as many as a narrow range needs.
func (g *generator) number(d *demand, integer bool, depth int) (any, bool) {
	l := d.limits(integer)
	steps := []*big.Rat{l.step}
	if l.step == nil {
		steps = []*big.Rat{big.NewRat(1, 1), big.NewRat(1, 100), big.NewRat(1, 1_000_000), big.NewRat(1, 1_000_000_000_000)}
		if g.random.IntN(2) == 0 {
			steps = steps[1:]
		}
	}
	for _, step := range steps {
		if !l.count(step) {
			continue
		}
		first, span := l.first, new(big.Int).Sub(l.last, l.first)
		if most := big.NewInt(1000); span.Cmp(most) > 0 {
			span = most
			if first.Sign() < 0 && l.last.Sign() > 0 { // a wide range around zero: not the number farthest from it
				first = new(big.Int)
				if l.last.Cmp(span) < 0 {
					span = l.last
				}
			}
		}
		n := new(big.Int).Add(first, big.NewInt(g.random.Int64N(span.Int64()+1)))
		return plainNumber(new(big.Rat).Mul(new(big.Rat).SetInt(n), step))
	}
	g.fail(d.all[0], depth, "no number lies within its limits")
	return nil, false
}

// plainNumber writes a number as DecodeJSON would give it; false when it has no end in decimals.
func plainNumber(v *big.Rat) (any, bool) {
	if v.IsInt() {
		if n, ok := parseInt([]byte(v.Num().String())); ok {
			return n, true
		}
		return json.Number(v.Num().String()), true
	}
	digits, exact := v.FloatPrec()
	if !exact {
		return nil, false
	}
	return json.Number(v.FloatString(digits)), true
}

// range64 gives the integers of a demand when they are few.
func (d *demand) range64() (first, last, step int64, ok bool) {
	l := d.limits(true)
	if l.low == nil || l.high == nil || !l.step.IsInt() || !l.step.Num().IsInt64() || !l.count(l.step) {
		return 0, 0, 0, false
	}
	if span := new(big.Int).Sub(l.last, l.first); !span.IsInt64() || span.Int64() > 1000 || !l.first.IsInt64() || !l.last.IsInt64() {
		return 0, 0, 0, false
	}
	step = l.step.Num().Int64()
	const most = maxSafeInteger / 2000
	if step > most || l.first.Int64() > most || l.last.Int64() < -most {
		return 0, 0, 0, false
	}
	return l.first.Int64() * step, l.last.Int64() * step, step, true
}

func ceiling(r *big.Rat) *big.Int {
	n := new(big.Int)
	n.Add(r.Num(), new(big.Int).Sub(r.Denom(), big.NewInt(1)))
	return n.Div(n, r.Denom())
}

func floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

func isMultiple(v, step *big.Rat) bool { return new(big.Rat).Quo(v, step).IsInt() }
