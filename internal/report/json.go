package report

import (
	"encoding/json"
	"io"

	"github.com/sandbank/sandbank/internal/finding"
)

type jsonReport struct {
	Passed  int        `json:"passed"`
	Failed  int        `json:"failed"`
	Skipped int        `json:"skipped"`
	Broken  int        `json:"broken"`
	Steps   []jsonStep `json:"steps"`
}

type jsonStep struct {
	Name     string       `json:"name"`
	Status   Status       `json:"status"`
	Counts   string       `json:"counts,omitempty"`
	Reason   string       `json:"reason,omitempty"`
	Errors   int          `json:"errors"`
	Warnings int          `json:"warnings"`
	Millis   int64        `json:"milliseconds"`
	Findings finding.List `json:"findings"`
}

// WriteJSON writes the steps with their findings.
func (r *Report) WriteJSON(w io.Writer) error {
	out := jsonReport{Passed: r.Count(Passed), Failed: r.Count(Failed), Skipped: r.Count(Skipped), Broken: r.Count(Broken), Steps: []jsonStep{}}
	for _, s := range r.Steps {
		errors := s.Findings.Errors()
		step := jsonStep{Name: s.Name, Status: s.Status(), Counts: s.Counts, Errors: errors,
			Warnings: len(s.Findings) - errors, Millis: s.Took.Milliseconds(), Findings: s.Findings}
		switch step.Status {
		case Broken:
			step.Reason = s.Err.Error()
		case Skipped:
			step.Reason = s.Skipped
		}
		out.Steps = append(out.Steps, step)
	}
	return encode(w, out)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
