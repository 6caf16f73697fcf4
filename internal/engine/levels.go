package engine

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// Levels says which scenarios speak beside the default ones, by precedence.
type Levels struct {
	// Requested are the scenarios that the request itself asks for, in its order.
	Requested []string
	// Overrides are rules set on the sandbox, the latest first.
	Overrides []*Override
	// Selected are the scenarios selected for the sandbox, in order of selection.
	Selected []string
}

// levels gives the rule sets that are asked for a target, in order of precedence: what the request asks for, overrides,
// what is selected, defaults.
func (p *Program) levels(t target, w *World) iter.Seq[*ruleSet] {
	return func(yield func(*ruleSet) bool) {
		for _, name := range w.Levels.Requested {
			if !p.yieldScenario(t, name, yield) {
				return
			}
		}
		for _, override := range w.Levels.Overrides {
			if override.target == t && !yield(override.set) {
				return
			}
		}
		for _, name := range w.Levels.Selected {
			if !p.yieldScenario(t, name, yield) {
				return
			}
		}
		if set := p.defaults[t]; set != nil {
			yield(set)
		}
	}
}

func (p *Program) yieldScenario(t target, name string, yield func(*ruleSet) bool) bool {
	s := p.named(t.operation.API, name)
	if s == nil {
		return true
	}
	if set := s.targets[t]; set != nil && !yield(set) {
		return false
	}
	return s.star == nil || t.point != nil || yield(s.star)
}

// named finds a scenario of an API by its name, or by api/name.
func (p *Program) named(api *contract.API, name string) *scenario {
	if own, rest, qualified := strings.Cut(name, "/"); qualified {
		if own != api.Name {
			return nil
		}
		name = rest
	}
	for _, s := range p.scenarios[api] {
		if s.name == name {
			return s
		}
	}
	return nil
}

// UnknownScenarioError says that no API, or not the one that was called, has a scenario of a name.
type UnknownScenarioError struct {
	Name  string
	Known []string
}

func (e *UnknownScenarioError) Error() string {
	hint := didYouMean(e.Name, e.Known)
	if hint == "" && len(e.Known) > 0 && len(e.Known) <= 20 {
		hint = "known: " + strings.Join(e.Known, ", ")
	}
	if hint != "" {
		hint = "; " + hint
	}
	return fmt.Sprintf("there is no scenario %q%s", e.Name, hint)
}

// CheckNames refuses names that are no scenarios. With an API, only its own scenarios count; nil means any API. The
// error is an *UnknownScenarioError.
func (p *Program) CheckNames(api *contract.API, names []string) error {
	for _, name := range names {
		found := false
		var known []string
		for a := range p.scenarios {
			if api != nil && a != api {
				continue
			}
			found = found || p.named(a, name) != nil
			for _, s := range p.scenarios[a] {
				known = append(known, s.name)
			}
		}
		if !found {
			slices.Sort(known)
			return &UnknownScenarioError{Name: name, Known: slices.Compact(known)}
		}
	}
	return nil
}

// Writes tells whether a rule that may speak for the operation, or the handler, can change the sandbox's state, so that
// the decision has to be made in turn with others of the same sandbox.
func (p *Program) Writes(o *contract.Operation, w *World) bool {
	if w.Handler != nil && !w.Reads || p.writes(target{operation: o}, w) {
		return true
	}
	return w.Handler != nil && slices.ContainsFunc(o.Points, func(point *contract.DecisionPoint) bool { return p.writes(target{o, point}, w) })
}

func (p *Program) writes(t target, w *World) bool {
	if l := &w.Levels; len(l.Requested)+len(l.Overrides)+len(l.Selected) == 0 {
		set := p.defaults[t]
		return set != nil && set.writes
	}
	for set := range p.levels(t, w) {
		if set.writes {
			return true
		}
	}
	return false
}
