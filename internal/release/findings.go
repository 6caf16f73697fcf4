package release

import (
	"github.com/sandbank/sandbank/internal/finding"
)

// Policy says which changes are errors.
type Policy int

const (
	// FailUsed has breaking changes that break an interaction of a known consumer as errors, all others as warnings.
	FailUsed Policy = iota
	// FailBreaking has all breaking changes as errors.
	FailBreaking
	// FailNone has none as errors, and neither a version that does not fit.
	FailNone
)

// Findings are the breaking changes with the interactions that they break, those that may break somebody, and a
// version that does not fit. What breaks a known consumer is an error, and so is the version: a break of which the
// version tells and that no known consumer uses is a warning.
func (c *Comparison) Findings() finding.List { return c.Judge(FailUsed) }

// Judge gives the findings with the severities of a policy.
func (c *Comparison) Judge(p Policy) finding.List {
	var out finding.List
	for _, e := range c.Edits() {
		if e.Level == Info {
			continue
		}
		out = append(out, c.finding(&e, p))
	}
	for _, f := range c.Version() {
		if p == FailNone {
			f.Severity = finding.Warning
		}
		out = append(out, f)
	}
	return out
}

// finding says one edit that breaks, or may break, somebody.
func (c *Comparison) finding(e *Edit, p Policy) finding.Finding {
	f := finding.Finding{Code: "breaking-change", Severity: finding.Warning, Place: e.Place, Message: e.Sentence(), Hint: e.Hint}
	switch {
	case e.Level == Warning:
		f.Code = "perhaps-breaking-change"
	case len(e.Interactions) > 0:
		f.Message += "; this " + e.impact()
	case c.consumers:
		f.Message += "; no known consumer uses it"
	}
	if e.Level == Breaking && (p == FailBreaking || p == FailUsed && len(e.Interactions) > 0) {
		f.Severity = finding.Error
	}
	if e.Was != nil {
		f.Related = append(f.Related, finding.Related{Place: *e.Was, Message: "it was here"})
	}
	for n, b := range e.Breaks() {
		if n == maxRelated && len(e.Interactions) > maxRelated+1 {
			f.Related = append(f.Related, finding.Related{Place: finding.Place{File: b.Place.File},
				Message: "and " + counted(len(e.Interactions)-n, "more interaction")})
			break
		}
		f.Related = append(f.Related, finding.Related{Place: b.Place, Message: b.Consumer + ": " + b.Interaction})
	}
	return f
}
