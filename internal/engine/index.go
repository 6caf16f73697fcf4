package engine

import (
	"strings"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

// ruleIndex finds the rules of a set that a request may match, without looking at the others: a rule with a constant
// equality on a scalar is filed under that place and constant. The rules come back in the order in which they are
// tried, so that the indexed choice is the same as a scan.
type ruleIndex struct {
	places []indexedPlace
	rest   []int32 // rules without an equality, ascending
}

// indexedPlace files rules by the value of one place of the request.
type indexedPlace struct {
	slot  int
	path  []string
	kind  expression.Kind
	rules map[any][]int32 // canonical value → rules, ascending
}

// indexAll indexes every rule set of the program and reports operations with many rules that cannot be indexed.
func (l *loader) indexAll() {
	for _, list := range l.program.scenarios {
		for _, s := range list {
			for o, set := range s.operations {
				set.index = newRuleIndex(set.rules)
				if n := len(set.index.rest); n > maxUnindexed {
					l.warn("slow-rules", l.places[set], "give the rules a constant equality on a field that tells them apart, or put the data into a table",
						"%d rules of operation %s have no constant equality: each request looks at all of them", n, o.ID)
				}
			}
			if s.star != nil {
				s.star.index = newRuleIndex(s.star.rules)
			}
		}
	}
}

// maxUnindexed is the number of rules of one operation that may have no equality before the loader remarks on it.
const maxUnindexed = 100

// equality gives the constants of a condition that can be filed: a scalar, or one of several.
func (c *condition) equality() (kind expression.Kind, values []any, ok bool) {
	switch t := c.test.(type) {
	case *equalTest:
		return t.kind, []any{t.want}, true
	case *oneOfTest:
		return t.kind, t.order, true
	}
	return 0, nil, false
}

func (c *condition) placeKey(kind expression.Kind) string {
	return c.in + "\x00" + strings.Join(c.path, "\x00") + "\x00" + kind.String()
}

// newRuleIndex files each rule under the equality that the fewest other rules share.
func newRuleIndex(rules []*rule) *ruleIndex {
	shared := map[string]map[any]int{}
	for _, r := range rules {
		for i := range r.conditions {
			kind, values, ok := r.conditions[i].equality()
			if !ok {
				continue
			}
			key := r.conditions[i].placeKey(kind)
			if shared[key] == nil {
				shared[key] = map[any]int{}
			}
			for _, v := range values {
				shared[key][v]++
			}
		}
	}
	ix := &ruleIndex{}
	numbers := map[string]int{}
	for n, r := range rules {
		best, bestCount := -1, 0
		for i := range r.conditions {
			kind, values, ok := r.conditions[i].equality()
			if !ok {
				continue
			}
			count := 0
			for _, v := range values {
				count += shared[r.conditions[i].placeKey(kind)][v]
			}
			if best < 0 || count < bestCount {
				best, bestCount = i, count
			}
		}
		if best < 0 {
			ix.rest = append(ix.rest, int32(n))
			continue
		}
		ix.file(int32(n), &r.conditions[best], numbers)
	}
	return ix
}

func (ix *ruleIndex) file(n int32, c *condition, numbers map[string]int) {
	kind, values, _ := c.equality()
	key := c.placeKey(kind)
	at, ok := numbers[key]
	if !ok {
		at = len(ix.places)
		numbers[key] = at
		ix.places = append(ix.places, indexedPlace{slot: c.slot, path: c.path, kind: kind, rules: map[any][]int32{}})
	}
	for _, v := range values {
		ix.places[at].rules[v] = append(ix.places[at].rules[v], n)
	}
}

// maxPlaces is the number of places that are merged without an allocation.
const maxPlaces = 8

// candidates walks the rules that a request may match, in the order in which they are tried.
type candidates struct {
	lists [maxPlaces + 1][]int32
	more  [][]int32
	n     int
}

// candidates gives the rules that the values in the slots leave possible.
func (ix *ruleIndex) candidates(slots []any) candidates {
	var c candidates
	c.add(ix.rest)
	for i := range ix.places {
		p := &ix.places[i]
		v, present := lookup(slots[p.slot], p.path)
		if !present {
			continue
		}
		if _, isText := v.(string); !isText || p.kind != expression.String {
			var ok bool
			if v, ok = canonical(p.kind, v); !ok {
				continue
			}
		}
		c.add(p.rules[v])
	}
	return c
}

func (c *candidates) add(list []int32) {
	switch {
	case len(list) == 0:
	case c.n < len(c.lists):
		c.lists[c.n] = list
		c.n++
	default:
		c.more = append(c.more, list)
	}
}

// next takes the smallest number that is left.
func (c *candidates) next() (n int, ok bool) {
	var best *[]int32
	for i := range c.lists[:c.n] {
		if l := &c.lists[i]; len(*l) > 0 && (best == nil || (*l)[0] < (*best)[0]) {
			best = l
		}
	}
	for i := range c.more {
		if l := &c.more[i]; len(*l) > 0 && (best == nil || (*l)[0] < (*best)[0]) {
			best = l
		}
	}
	if best == nil {
		return 0, false
	}
	n = int((*best)[0])
	*best = (*best)[1:]
	return n, true
}
