package engine

import (
	"sync/atomic"
)

// Coverage notes which rules of a program matched and which of their conditions held and failed. It is safe for
// concurrent use.
type Coverage struct {
	program *Program
	rules   []ruleCoverage
}

type ruleCoverage struct {
	hits       atomic.Int64
	conditions []conditionCoverage
}

type conditionCoverage struct{ yes, no atomic.Int64 }

// NewCoverage gives an empty coverage of the program.
func (p *Program) NewCoverage() *Coverage {
	c := &Coverage{program: p, rules: make([]ruleCoverage, len(p.rules))}
	for i, r := range p.rules {
		c.rules[i].conditions = make([]conditionCoverage, len(r.lines))
	}
	return c
}

// seen notes what happens to one rule during one decision; the zero value notes nothing.
type seen struct {
	rule *ruleCoverage
	at   int
}

func (c *Coverage) of(r *rule) seen {
	if c == nil || r.number >= uint64(len(c.rules)) || c.program.rules[r.number] != r {
		return seen{}
	}
	return seen{rule: &c.rules[r.number]}
}

// note notes how the next condition came out, and gives it back.
func (s *seen) note(held bool) bool {
	if s.rule == nil {
		return held
	}
	if s.at < len(s.rule.conditions) {
		if c := &s.rule.conditions[s.at]; held {
			c.yes.Add(1)
		} else {
			c.no.Add(1)
		}
	}
	s.at++
	return held
}

func (s *seen) matched() {
	if s.rule != nil {
		s.rule.hits.Add(1)
	}
}

// RuleCoverage is what was seen of one rule. Operation is operation/point for a rule of a decision point.
type RuleCoverage struct {
	API, Scenario, Operation, Rule string
	File                           string
	Line                           int
	Hits                           int64
	Conditions                     []ConditionCoverage
}

// ConditionCoverage is what was seen of one condition: how often it held and how often it failed.
type ConditionCoverage struct {
	Line    int
	Yes, No int64
}

// Rules gives what was seen, rule by rule, in the order in which the rules were loaded.
func (c *Coverage) Rules() []RuleCoverage {
	out := make([]RuleCoverage, 0, len(c.rules))
	for i, r := range c.program.rules {
		seen := &c.rules[i]
		rc := RuleCoverage{API: r.scenario.api, Scenario: r.scenario.name, Operation: r.target.String(), Rule: r.name, File: r.file, Line: r.line, Hits: seen.hits.Load()}
		for j := range seen.conditions {
			rc.Conditions = append(rc.Conditions, ConditionCoverage{Line: r.lines[j], Yes: seen.conditions[j].yes.Load(), No: seen.conditions[j].no.Load()})
		}
		out = append(out, rc)
	}
	return out
}
