package engine

import (
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// RuleName says which rule it is and where it stands. Operation is "*" for a rule that speaks for every operation.
type RuleName struct {
	Scenario, Operation, Rule string
	File                      string
	Line                      int
}

// RulesFor lists the rules that may speak for an operation, default scenarios' and others', in the order in which they
// were loaded.
func (p *Program) RulesFor(o *contract.Operation) []RuleName {
	var out []RuleName
	for _, s := range p.scenarios[o.API] {
		out = s.targets[target{operation: o}].names(out, o.ID)
		out = s.star.names(out, "*")
	}
	return out
}

// VerdictsFor lists the rules of the decision points of an operation, as RulesFor does; the operation of each is written
// operation/point.
func (p *Program) VerdictsFor(o *contract.Operation) []RuleName {
	var out []RuleName
	for _, s := range p.scenarios[o.API] {
		for _, t := range targetsOf(o)[1:] {
			out = s.targets[t].names(out, t.String())
		}
	}
	return out
}

// names adds the names of the set's rules to others; a nil set has none.
func (set *ruleSet) names(out []RuleName, operation string) []RuleName {
	if set == nil {
		return out
	}
	for _, r := range set.rules {
		out = append(out, RuleName{Scenario: r.scenario.name, Operation: operation, Rule: r.name, File: r.file, Line: r.line})
	}
	return out
}

// ScenarioNames lists the scenarios of an API in the order in which they were loaded.
func (p *Program) ScenarioNames(api *contract.API) []string {
	names := make([]string, 0, len(p.scenarios[api]))
	for _, s := range p.scenarios[api] {
		names = append(names, s.name)
	}
	return names
}

// ProblemOf finds an entry of the error catalogue by its code, the API's own entries first.
func (p *Program) ProblemOf(api, code string) (problem.Definition, bool) {
	if own, ok := p.problems[api][code]; ok {
		return own.Definition, true
	}
	return problem.Lookup(code)
}

// ProblemCodes lists the codes that answers of an API may have.
func (p *Program) ProblemCodes(api string) []string {
	codes := sortedNames(p.problems[api])
	for _, d := range problem.All() {
		codes = append(codes, d.Code)
	}
	return codes
}

// TableNames lists the tables of an API.
func (p *Program) TableNames(api string) []string { return sortedNames(p.tables[api]) }

// StateNames lists the declared states of an API, StateValues what one of them may be.
func (p *Program) StateNames(api string) []string { return sortedNames(p.states[api]) }

// StateValues lists the values that a declared state may have; nil when there is no such state.
func (p *Program) StateValues(api, name string) []string {
	if d := p.states[api][name]; d != nil {
		return slices.Clone(d.values)
	}
	return nil
}

// Values gives the declared states of an API as a sandbox has them, by name.
func (p *Program) Values(api string, st *State) map[string]string {
	out := make(map[string]string, len(p.states[api]))
	for name, d := range p.states[api] {
		out[name] = d.of(st)
	}
	return out
}

// Problems lists the problems that the scenario files of an API declare, by their codes.
func (p *Program) Problems(api string) []problem.Definition {
	out := make([]problem.Definition, 0, len(p.problems[api]))
	for _, code := range sortedNames(p.problems[api]) {
		out = append(out, p.problems[api][code].Definition)
	}
	return out
}
