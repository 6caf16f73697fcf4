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

// levels gives the rule sets that are asked for an operation, in order of precedence: what the request asks for,
// overrides, what is selected, defaults.
func (p *Program) levels(o *contract.Operation, w *World) iter.Seq[*ruleSet] {
	return func(yield func(*ruleSet) bool) {
		for _, name := range w.Levels.Requested {
			if !p.yieldScenario(o, name, yield) {
				return
			}
		}
		for _, override := range w.Levels.Overrides {
			if override.operation == o && !yield(override.set) {
				return
			}
		}
		for _, name := range w.Levels.Selected {
			if !p.yieldScenario(o, name, yield) {
				return
			}
		}
		if set := p.defaults[o]; set != nil {
			yield(set)
		}
	}
}

func (p *Program) yieldScenario(o *contract.Operation, name string, yield func(*ruleSet) bool) bool {
	s := p.named(o.API, name)
	if s == nil {
		return true
	}
	if set := s.operations[o]; set != nil && !yield(set) {
		return false
	}
	return s.star == nil || yield(s.star)
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

// Writes tells whether a rule that may speak for the operation can change the sandbox's state, so that the decision has
// to be made in turn with others of the same sandbox.
func (p *Program) Writes(o *contract.Operation, l *Levels) bool {
	if len(l.Requested)+len(l.Overrides)+len(l.Selected) == 0 {
		set := p.defaults[o]
		return set != nil && set.writes
	}
	for set := range p.levels(o, &World{Levels: *l}) {
		if set.writes {
			return true
		}
	}
	return false
}
