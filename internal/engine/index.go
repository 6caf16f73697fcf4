package engine

import (
	"strings"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

// ruleIndex finds the rules of a set that a request may match, without looking at the others: a rule with a constant
// equality on a scalar is filed under that place and constant. The rules come back in the order in which they are
// tried, so that the indexed choice is the same as a scan.
//
// With very many rules a choice costs what it takes from memory that no cache holds, so the numbers of all rules lie in
// one list, and texts are looked up as they are.
type ruleIndex struct {
	places  []indexedPlace
	rest    []int32 // rules without an equality, ascending
	numbers []int32 // the rules that are filed, those of one value behind each other, ascending
}

// indexedPlace files rules by the value of one place of the request.
type indexedPlace struct {
	slot   int
	path   []string
	kind   expression.Kind
	texts  map[string]span // by the value, where kind is String
	values map[any]span    // by the canonical value, else
}

// span is a part of the numbers.
type span struct{ from, to int32 }

// indexAll indexes every rule set of the program and reports operations with many rules that cannot be indexed.
func (l *loader) indexAll() {
	for _, list := range l.program.scenarios {
		for _, s := range list {
			for t, set := range s.targets {
				set.index = newRuleIndex(set.rules)
				if n := len(set.index.rest); n > maxUnindexed {
					l.warn("slow-rules", l.places[set], "give the rules a constant equality on a field that tells them apart, or put the data into a table",
						"%d rules of %s have no constant equality: each %s looks at all of them", n, t.described(), t.unit())
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
	f := &filing{index: ix, places: map[string]int{}}
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
		f.add(int32(n), &r.conditions[best])
	}
	f.pack()
	return ix
}

// filing is an index under construction.
type filing struct {
	index  *ruleIndex
	places map[string]int // number of the place by its key
	rules  []map[any][]int32
}

func (f *filing) add(n int32, c *condition) {
	kind, values, _ := c.equality()
	key := c.placeKey(kind)
	at, ok := f.places[key]
	if !ok {
		at = len(f.rules)
		f.places[key] = at
		f.index.places = append(f.index.places, indexedPlace{slot: c.slot, path: c.path, kind: kind})
		f.rules = append(f.rules, map[any][]int32{})
	}
	for _, v := range values {
		f.rules[at][v] = append(f.rules[at][v], n)
	}
}

func (f *filing) pack() {
	ix := f.index
	for i := range ix.places {
		p := &ix.places[i]
		p.texts, p.values = map[string]span{}, map[any]span{}
		for v, rules := range f.rules[i] {
			s := span{from: int32(len(ix.numbers))}
			ix.numbers = append(ix.numbers, rules...)
			s.to = int32(len(ix.numbers))
			if text, ok := v.(string); ok && p.kind == expression.String {
				p.texts[text] = s
			} else {
				p.values[v] = s
			}
		}
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
		if text, ok := v.(string); ok && p.kind == expression.String {
			s := p.texts[text]
			c.add(ix.numbers[s.from:s.to])
		} else if v, ok := canonical(p.kind, v); ok {
			s := p.values[v]
			c.add(ix.numbers[s.from:s.to])
		}
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
