package trial

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// WriteText writes the cases that did not pass, each with all that is known of why, then a summary, and the coverage
// if there is one.
func (r *Report) WriteText(w io.Writer, c *Coverage) error {
	var b strings.Builder
	for _, result := range r.Results {
		switch result.Outcome {
		case Failed:
			writeFailure(&b, result)
		case Skipped:
			fmt.Fprintf(&b, "SKIP %s\n  %s: %s\n\n", result.Name(), result.Place, result.Reason)
		case NotRun:
			fmt.Fprintf(&b, "NOT RUN %s\n  %s: it cannot be run here: %s\n\n", result.Name(), result.Place, result.Reason)
		}
	}
	if c != nil {
		c.write(&b)
	}
	fmt.Fprintf(&b, "%s: %s; seed %d\n", number1(len(r.Results), "case"), r.counts(), r.Seed)
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Report) counts() string {
	words := []string{fmt.Sprintf("%d passed", r.Count(Passed))}
	for _, o := range []struct {
		outcome Outcome
		word    string
	}{{Failed, "failed"}, {Skipped, "skipped"}, {NotRun, "not run"}} {
		if n := r.Count(o.outcome); n > 0 || o.outcome == Failed {
			words = append(words, fmt.Sprintf("%d %s", n, o.word))
		}
	}
	return strings.Join(words, ", ")
}

func number1(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// where says which step of a case failed.
func (f *Failure) where() string {
	if f.Step == 0 {
		return "before the first step"
	}
	text := fmt.Sprintf("step %d of %d, %s", f.Step, f.Steps, f.What)
	if f.Times > 0 {
		text += fmt.Sprintf(", time %d of %d", f.Time, f.Times)
	}
	return text
}

func writeFailure(b *strings.Builder, r *Result) {
	round := ""
	if r.Round > 1 {
		round = fmt.Sprintf(", round %d", r.Round)
	}
	fmt.Fprintf(b, "FAIL %s (%s%s)\n", r.Name(), r.Failure.where(), round)
	var text strings.Builder
	if err := r.Failure.Findings.WriteText(&text); err != nil {
		panic(err) // a strings.Builder takes everything
	}
	b.WriteString(text.String())
	if r.Failure.Answer != "" {
		fmt.Fprintf(b, "  answer: %s\n", r.Failure.Answer)
	}
	b.WriteByte('\n')
}

func (c *Coverage) write(b *strings.Builder) {
	for _, g := range c.Missing {
		fmt.Fprintf(b, "%s:%d: %s\n", g.File, g.Line, g.What)
	}
	for _, g := range c.MissingAnswers {
		fmt.Fprintf(b, "%s:%d: %s\n", g.File, g.Line, g.What)
	}
	if len(c.Missing)+len(c.MissingAnswers) > 0 {
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "coverage: %s of rules and conditions: rules %s, conditions %s; answers of the documents %s\n",
		c.Total(), c.Rules, c.Conditions, c.Answers)
}

// jsonReport is a report in JSON.
type jsonReport struct {
	Seed     uint64       `json:"seed"`
	Passed   int          `json:"passed"`
	Failed   int          `json:"failed"`
	Skipped  int          `json:"skipped"`
	NotRun   int          `json:"notRun"`
	Cases    []jsonResult `json:"cases"`
	Coverage *Coverage    `json:"coverage,omitempty"`
}

type jsonResult struct {
	Name    string        `json:"name"`
	Place   finding.Place `json:"place"`
	Round   int           `json:"round"`
	Outcome Outcome       `json:"outcome"`
	Reason  string        `json:"reason,omitempty"`
	Failure *jsonFailure  `json:"failure,omitempty"`
}

type jsonFailure struct {
	Step     int          `json:"step"`
	Time     int          `json:"time,omitempty"`
	What     string       `json:"what"`
	Findings finding.List `json:"findings"`
	Answer   string       `json:"answer,omitempty"`
}

// WriteJSON writes every case with its outcome.
func (r *Report) WriteJSON(w io.Writer, c *Coverage) error {
	out := jsonReport{
		Seed: r.Seed, Passed: r.Count(Passed), Failed: r.Count(Failed), Skipped: r.Count(Skipped), NotRun: r.Count(NotRun),
		Cases: []jsonResult{}, Coverage: c,
	}
	for _, result := range r.Results {
		one := jsonResult{Name: result.Name(), Place: result.Place, Round: result.Round, Outcome: result.Outcome, Reason: result.Reason}
		if f := result.Failure; f != nil {
			one.Failure = &jsonFailure{Step: f.Step, Time: f.Time, What: f.What, Findings: f.Findings, Answer: f.Answer}
		}
		out.Cases = append(out.Cases, one)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
