package trial

import (
	"fmt"
	"io"
	"strings"

	"github.com/sandbank/sandbank/internal/report"
)

// WriteJUnit writes the report for build servers: a suite for each test file.
func (r *Report) WriteJUnit(w io.Writer) error { return report.WriteJUnit(w, r.Suites()) }

// Suites gives the results as tests of build servers, in a suite for each test file.
func (r *Report) Suites() []report.Suite {
	var suites []report.Suite
	index := map[string]int{}
	for _, result := range r.Results {
		name := result.API + "/" + result.Test
		i, known := index[name]
		if !known {
			i = len(suites)
			index[name] = i
			suites = append(suites, report.Suite{Name: name, Properties: []report.Property{{Name: "seed", Value: fmt.Sprint(r.Seed)}}})
		}
		suites[i].Cases = append(suites[i].Cases, result.reported())
	}
	return suites
}

func (r *Result) reported() report.Case {
	c := report.Case{Name: r.Case, Place: r.Place, Took: r.Took}
	if r.Round > 1 {
		c.Name += fmt.Sprintf(" (round %d)", r.Round)
	}
	switch r.Outcome {
	case Failed:
		var b strings.Builder
		writeFailure(&b, r)
		c.Failure, c.Text = r.Failure.Findings[0].Error(), b.String()
	case Skipped:
		c.Skip = r.Reason
	case NotRun:
		c.Skip = "it cannot be run here: " + r.Reason
	}
	return c
}
