package overlay

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/trial"
)

const (
	// mostCases bounds the cases of a file that run, longestRun how long they may take together.
	mostCases  = 200
	longestRun = 10 * time.Second
	// runners bounds the files whose tests run at a time.
	runners = 2
)

// Bench makes what the cases run against: sandboxes of their own, in memory, that a program plays. What the cases use is
// noted in the coverage.
type Bench func(program *engine.Program, coverage *engine.Coverage) (trial.Target, error)

// TestReport is what the tests of a file have come to.
type TestReport struct {
	// Findings are what is wrong with the file; with an error among them nothing was run.
	Findings finding.List
	// Cases are in the order of the file.
	Cases []*trial.Result
	// Rules are those of the file, with what the cases have used of them.
	Rules []engine.RuleCoverage
}

// Test runs the tests: of a file in its company, or the one case of a name. Nothing of any sandbox is read or changed.
func (p *Programs) Test(ctx context.Context, bench Bench, company portal.OverlayCompany, text, name string) (*TestReport, error) {
	d, err := p.draft(ctx, company, text)
	if err != nil {
		return nil, err
	}
	out := &TestReport{Findings: d.report.Findings}
	if out.Findings.Errors() > 0 {
		return out, nil
	}
	select {
	case p.running <- struct{}{}:
		defer func() { <-p.running }()
	case <-ctx.Done():
		return nil, fmt.Errorf("%w: %w", ErrBusy, ctx.Err())
	}
	seen := d.program.NewCoverage()
	target, err := bench(d.program, seen)
	if err != nil {
		return nil, fmt.Errorf("make sandboxes for tests: %w", err)
	}
	if out.Cases, err = d.run(ctx, target, p.clock, chosen(d, name)); err != nil {
		return nil, err
	}
	for _, r := range seen.Rules() {
		if r.File == d.file.Name {
			out.Rules = append(out.Rules, r)
		}
	}
	slices.SortStableFunc(out.Rules, func(a, b engine.RuleCoverage) int { return cmp.Compare(a.Line, b.Line) })
	return out, nil
}

// chosen matches the case of a name, or all of them; nil takes all.
func chosen(d *draft, name string) *regexp.Regexp {
	if name == "" {
		return nil
	}
	return regexp.MustCompile("^" + regexp.QuoteMeta(d.report.API+"/"+d.report.Name+"/"+name) + "$")
}

// run runs the cases as far as their bounds let it.
func (d *draft) run(ctx context.Context, target trial.Target, clock func() time.Time, match *regexp.Regexp) ([]*trial.Result, error) {
	bounded, cancel := context.WithTimeout(ctx, longestRun)
	defer cancel()
	report, err := d.plan.Run(bounded, trial.Options{Target: target, Clock: clock, Match: match, Most: mostCases})
	reason := fmt.Sprintf("at most %d cases run at a time", mostCases)
	switch {
	case err == nil:
	case ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded):
		reason = fmt.Sprintf("the cases took longer than %s together", longestRun)
	default:
		return nil, fmt.Errorf("run the tests of an overlay: %w", err)
	}
	return slices.Concat(report.Results, d.plan.Rest(report, match, reason)), nil
}
