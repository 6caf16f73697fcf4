package trial

import (
	"time"

	"github.com/sandbank/sandbank/internal/finding"
)

// Report is what a run has come to.
type Report struct {
	Seed uint64
	// Files were read; Chosen of the cases Of in them were to run.
	Files, Chosen, Of int
	Results           []*Result
	// Pairs are the operations and statuses that were seen.
	Pairs *Pairs
}

// Outcome is how a case ended.
type Outcome string

// The outcomes. NotRun is a case that the target cannot run.
const (
	Passed  Outcome = "passed"
	Failed  Outcome = "failed"
	Skipped Outcome = "skipped"
	NotRun  Outcome = "notRun"
)

// Result is how one case ended, in one round.
type Result struct {
	API, Test, Case string
	Place           finding.Place
	Round           int
	Outcome         Outcome
	// Reason says why a case was skipped or not run.
	Reason  string
	Failure *Failure
	Took    time.Duration
}

// Name is the case's full name.
func (r *Result) Name() string { return r.API + "/" + r.Test + "/" + r.Case }

// Failure is what was wrong with one step.
type Failure struct {
	// Step counts from 1; 0 is what comes before the steps. Time and Times are set for a step that repeats.
	Step, Steps, Time, Times int
	// What is the operation, or what else the step does.
	What     string
	Findings finding.List
	// Answer shows what came back, "" when nothing was called.
	Answer string
}

// Count tells how many cases ended in one way.
func (r *Report) Count(o Outcome) int {
	n := 0
	for _, result := range r.Results {
		if result.Outcome == o {
			n++
		}
	}
	return n
}

// Located names every file of the report as it is reached from the working directory.
func (r *Report) Located(at func(file string) string) {
	for _, result := range r.Results {
		result.Place.File = at(result.Place.File)
		if result.Failure == nil {
			continue
		}
		for i := range result.Failure.Findings {
			f := &result.Failure.Findings[i]
			f.File = at(f.File)
			for j := range f.Related {
				f.Related[j].File = at(f.Related[j].File)
			}
		}
	}
}
