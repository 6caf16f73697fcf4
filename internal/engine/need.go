package engine

import (
	"slices"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

// inOrderOfNeed sorts the lets of a rule so that each when finds those that it needs before it, and no others: what no
// condition needs is worked out only once the rule matches. Lets keep their order among themselves wherever one may use
// another. Lets that draw at random keep their place, because what they draw depends on it.
func inOrderOfNeed(lets []binding, whens []*expression.Expression) ([]binding, []when) {
	out := make([]when, 0, len(whens))
	if slices.ContainsFunc(lets, func(b binding) bool { return b.expr.Volatile() }) {
		for _, w := range whens {
			out = append(out, when{w, len(lets)})
		}
		return lets, out
	}
	placed := make([]bool, len(lets))
	ordered := make([]binding, 0, len(lets))
	for _, w := range whens {
		needed := neededBy(w, lets)
		for i, b := range lets {
			if needed[i] && !placed[i] {
				placed[i] = true
				ordered = append(ordered, b)
			}
		}
		out = append(out, when{w, len(ordered)})
	}
	for i, b := range lets {
		if !placed[i] {
			ordered = append(ordered, b)
		}
	}
	return ordered, out
}

// neededBy marks the lets that an expression reads, directly or through others. A let reads only earlier ones.
func neededBy(e *expression.Expression, lets []binding) []bool {
	needed := make([]bool, len(lets))
	mark := func(slots []int) {
		for i, b := range lets {
			if slices.Contains(slots, b.slot) {
				needed[i] = true
			}
		}
	}
	mark(e.Slots())
	for i := len(lets) - 1; i >= 0; i-- {
		if needed[i] {
			mark(lets[i].expr.Slots())
		}
	}
	return needed
}
