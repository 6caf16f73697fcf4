package trial

import (
	"fmt"
	"strings"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
)

// why says which rule answered, and what kept the rule from answering that should have, else the one that came nearest.
func (c *checker) why() []finding.Related {
	var out []finding.Related
	rules := c.program.RulesFor(c.step.call.operation)
	if c.answer.Rule != "" {
		for _, r := range rules {
			if r.Scenario == c.answer.Scenario && r.Rule == c.answer.Rule {
				out = append(out, finding.Related{Place: finding.Place{File: r.File, Line: r.Line},
					Message: fmt.Sprintf("rule %q of scenario %s answered", r.Rule, r.Scenario)})
				break
			}
		}
	}
	if c.answer.Explain == nil {
		return out
	}
	if miss := c.missed(c.answer.Explain()); miss != nil {
		message := fmt.Sprintf("rule %q of scenario %s did not match", miss.Rule, miss.Scenario)
		if miss.Tried {
			message += ": " + miss.Miss.String()
		} else {
			message += ": a rule before it answered"
		}
		out = append(out, finding.Related{Place: finding.Place{File: miss.File, Line: miss.Line}, Message: message})
	}
	return out
}

// missed chooses the rule whose failure explains most: the expected one, else the nearest miss.
func (c *checker) missed(traces []engine.Trace) *engine.Trace {
	var nearest *engine.Trace
	for i := range traces {
		t := &traces[i]
		if t.Answered || t.Continued {
			continue
		}
		if c.expect.rule != nil && t.Rule == c.expect.rule.name {
			return t
		}
		if nearest == nil && t.Tried && c.expect.rule == nil {
			nearest = t
		}
	}
	return nearest
}

// maxShown bounds the part of a body that a failure shows, in characters.
const maxShown = 600

// summary shows an answer in a line.
func summary(a *Answer) string {
	switch a.Fault {
	case engine.Reset, engine.Empty, engine.Garbage:
		return "no answer: " + string(a.Fault)
	}
	parts := []string{fmt.Sprint(a.Status)}
	if t := a.Header.Get("Content-Type"); t != "" {
		parts = append(parts, t)
	}
	body := []rune(strings.ReplaceAll(string(a.Body), "\n", " "))
	if len(body) > maxShown {
		body = append(body[:maxShown:maxShown], '…')
	}
	if len(body) > 0 {
		parts = append(parts, string(body))
	}
	return strings.Join(parts, " ")
}
