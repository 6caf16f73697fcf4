// Package report holds the outcome of a pipeline of steps, each with its findings, and writes it for everybody who
// waits for it: people (text.go), programs (json.go), build servers (junit.go), code scanners (sarif.go) and the
// annotations of GitHub (github.go). It knows nothing of what the steps do.
package report

import (
	"fmt"
	"time"

	"github.com/sandbank/sandbank/internal/finding"
)

// Report is the outcome of a pipeline.
type Report struct {
	// Program and Version name what made the report.
	Program, Version string
	Steps            []*Step
	// Rules describe the codes of findings, as far as there is something to say about them.
	Rules []Rule
	// Exists tells whether there is a file that a finding names; nil when all are there. Those of an earlier revision,
	// HEAD:shop.yaml, are not.
	Exists func(file string) bool
}

// Rule describes all findings with one code. Demand says what must be so, Why what goes wrong otherwise.
type Rule struct{ Code, Demand, Why string }

// Step is one step of the pipeline. Its findings name files as they are reached from the working directory.
type Step struct {
	Name string
	// Counts says what was looked at: "2 documents, 62 operations".
	Counts string
	// Skipped says why there was nothing to do, Err why the step could not run. Both may be empty.
	Skipped  string
	Err      error
	Findings finding.List
	// Suites are the tests that the step ran.
	Suites []Suite
	Took   time.Duration
}

// Status is how a step ended.
type Status string

// The statuses. Broken is a step that could not run.
const (
	Passed  Status = "passed"
	Failed  Status = "failed"
	Skipped Status = "skipped"
	Broken  Status = "broken"
)

// Status tells how the step ended. Warnings are no failure.
func (s *Step) Status() Status {
	switch {
	case s.Err != nil:
		return Broken
	case s.Findings.Errors() > 0:
		return Failed
	case s.Skipped != "":
		return Skipped
	}
	return Passed
}

// Count tells how many steps ended in one way.
func (r *Report) Count(status Status) int {
	n := 0
	for _, s := range r.Steps {
		if s.Status() == status {
			n++
		}
	}
	return n
}

// summary says in words what the findings of a list come to.
func summary(list finding.List) string {
	if len(list) == 0 {
		return "nothing found"
	}
	return count(list.Errors(), "error") + ", " + count(len(list)-list.Errors(), "warning")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
