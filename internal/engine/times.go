package engine

import (
	"encoding/json"
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// times limits a rule to some of the requests for which all its conditions hold, counted from 1.
type times struct{ from, to int }

// maxTimes bounds what times may count to.
const maxTimes = 1_000_000

// times reads times: 2 (the first two) or {from: 3, to: 5}; without to, all from then on.
func (l *loader) times(r *ruleDecl) *times {
	n := r.times
	if n == nil {
		return nil
	}
	s := r.src()
	if n.Kind == yaml.ScalarNode {
		return &times{from: 1, to: l.count(s, n, "times", 1, maxTimes)}
	}
	t := &times{from: 1, to: maxTimes}
	l.readFields(s, n, "times", []field{
		{name: "from", read: func(_, v *yaml.Node) { t.from = l.count(s, v, "from", 1, maxTimes) }},
		{name: "to", read: func(_, v *yaml.Node) { t.to = l.count(s, v, "to", 1, maxTimes) }},
	})
	if t.from > t.to {
		l.error("bad-times", s.place(n), "swap the two", "from is after to")
	}
	return t
}

func (t *times) holds(hit int) bool { return hit >= t.from && hit <= t.to }

func (t *times) String() string {
	switch {
	case t.from == 1:
		return fmt.Sprintf("the first %d", t.to)
	case t.to == maxTimes:
		return fmt.Sprintf("from the %d. on", t.from)
	}
	return fmt.Sprintf("the %d. to the %d.", t.from, t.to)
}

// chance reads chance:, the share of requests from 0 to 1 that the rule answers.
func (l *loader) chance(r *ruleDecl) float64 {
	if r.chance == nil {
		return 1
	}
	v, _ := scalar(r.chance)
	p, err := -1.0, error(nil)
	switch x := v.(type) {
	case int:
		p = float64(x)
	case json.Number:
		p, err = strconv.ParseFloat(string(x), 64)
	}
	if r.chance.Kind != yaml.ScalarNode || err != nil || p <= 0 || p > 1 {
		l.error("bad-chance", r.src().place(r.chance), "write chance: 0.05 for five in a hundred", "chance is a number above 0 and up to 1")
		return 1
	}
	return p
}

// drawn tells whether chance falls on a hit: a function of the seed, the rule and the hit alone.
func drawn(chance float64, seed, rule uint64, hit int) bool {
	if chance >= 1 {
		return true
	}
	return float64(mix(mix(seed, rule), uint64(hit))>>11)/(1<<53) < chance
}
