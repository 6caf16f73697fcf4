package pact

import (
	"maps"
	"slices"
	"strconv"

	"github.com/sandbank/sandbank/internal/finding"
)

// maxLooked bounds how many values of a file are looked at for the expressions of its rules, which may be as many as the
// values are. Nothing is claimed of the rules beyond.
const maxLooked = 1 << 22

// reach warns of rules whose expression leads to no value of the body's example: they say nothing of it.
func (r *reader) reach(rules []Rule, b Body) {
	if !b.JSON {
		return
	}
	for i := range rules {
		rule := &rules[i]
		if rule.Category != "body" {
			continue
		}
		m := r.missing(rule.steps, b.Content, "$")
		if m == nil {
			continue
		}
		step, hint := m.step.name, finding.DidYouMean(m.step.name, m.names)
		switch {
		case m.step.any:
			step = "members or items"
		case m.list:
			step = "item " + step
		default:
			step = `member "` + shorten(step) + `"`
		}
		r.warn("idle-rule", rule.Pointer, hint, "the matching rule of %s speaks of nothing in the example: %s has no %s", shorten(rule.Path), shorten(m.around), step)
	}
}

// miss is where an expression leaves the example: the value around has no such step.
type miss struct {
	around string // as an expression
	step   step
	names  []string // of the members that are there
	list   bool     // around is a list
	depth  int      // steps that lead somewhere
}

// missing gives the place that an expression gets furthest to in a value without arriving; nil when it arrives, or when
// null or an empty list or object leaves open whether it would.
func (r *reader) missing(steps []step, v any, here string) *miss {
	if r.looked++; len(steps) == 0 || v == nil || r.looked > maxLooked {
		return nil
	}
	members, isObject := v.(map[string]any)
	list, isList := v.([]any)
	first := steps[0]
	switch {
	case first.any && len(steps) == 1:
		return nil // whatever is there: some libraries write it for lists of texts as well
	case !first.any && isObject:
		if inner, ok := members[first.name]; ok {
			return deeper(r.missing(steps[1:], inner, here+"."+first.name))
		}
	case !first.any && isList:
		if i, err := strconv.Atoi(first.name); err == nil && i >= 0 && i < len(list) {
			return deeper(r.missing(steps[1:], list[i], here+"["+first.name+"]"))
		}
	case isObject:
		for _, name := range slices.Sorted(maps.Keys(members)) {
			list = append(list, members[name])
		}
		return r.missingInAll(steps[1:], list, here+".*")
	case isList:
		return r.missingInAll(steps[1:], list, here+"[*]")
	}
	return &miss{around: here, step: first, names: slices.Sorted(maps.Keys(members)), list: isList}
}

// missingInAll looks into each of some values.
func (r *reader) missingInAll(steps []step, values []any, here string) (furthest *miss) {
	for _, inner := range values {
		m := r.missing(steps, inner, here)
		if m == nil {
			return nil
		}
		if furthest == nil || m.depth > furthest.depth {
			furthest = m
		}
	}
	return deeper(furthest)
}

func deeper(m *miss) *miss {
	if m != nil {
		m.depth++
	}
	return m
}
