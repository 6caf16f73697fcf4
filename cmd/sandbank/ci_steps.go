package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/doclint"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
	"github.com/sandbank/sandbank/internal/release"
	"github.com/sandbank/sandbank/internal/report"
	"github.com/sandbank/sandbank/internal/trial"
)

// pipeline is one run of ci. Its steps share what was loaded once.
type pipeline struct {
	*ciFlags
	loaded   *loaded
	linted   *linted // nil until the documents have been looked at
	pacts    []*pact.File
	agreed   *pactCheck            // nil when no pacts were checked
	since    *comparisonBase       // nil when there is no base
	compared []*release.Comparison // nil when nothing was compared
	report   *report.Report
}

func (p *pipeline) run(ctx context.Context) {
	p.step(ctx, "lint", p.lint)
	p.step(ctx, "check", p.check)
	p.step(ctx, "test", p.test)
	p.step(ctx, "contracts check", p.contracts)
	p.step(ctx, "contracts coverage", p.touched)
	p.step(ctx, "contracts diff", p.changes)
	p.step(ctx, "release", p.released)
}

// step runs one step and keeps what came of it.
func (p *pipeline) step(ctx context.Context, name string, run func(context.Context, *report.Step) error) {
	s := &report.Step{Name: name}
	p.report.Steps = append(p.report.Steps, s)
	start := time.Now()
	if ctx.Err() == nil {
		s.Err = run(ctx, s)
	}
	if ctx.Err() != nil {
		s.Err = errors.New("the command was interrupted")
	}
	s.Took = time.Since(start)
	s.Findings.Sort()
	if p.strict {
		s.Findings = asErrors(s.Findings)
	}
}

func (p *pipeline) lint(_ context.Context, s *report.Step) error {
	linted, err := lintDocuments(p.source.documents, p.source.allowRefs)
	if err != nil {
		return err
	}
	p.linted = linted
	s.Counts, s.Findings = linted.counts(), linted.findings
	return nil
}

// check looks at the scenarios, and asks another reader of OpenAPI about the documents. What loading the documents
// found stands under lint already.
func (p *pipeline) check(ctx context.Context, s *report.Step) error {
	s.Counts = p.loaded.counts()
	for _, f := range p.loaded.findings {
		if p.linted == nil || !slices.ContainsFunc(p.linted.loading, func(known finding.Finding) bool {
			return known.Place == f.Place && known.Code == f.Code && known.Message == f.Message
		}) {
			s.Findings = append(s.Findings, f)
		}
	}
	for _, api := range p.loaded.asked() {
		s.Findings = append(s.Findings, located(api.SecondOpinion(ctx), func(file string) string { return documentFile(p.loaded, file) })...)
	}
	if p.loaded.program == nil && s.Findings.Errors() == 0 {
		s.Skipped = unreadable
	}
	return nil
}

// test runs the tests of the scenarios in this process.
func (p *pipeline) test(ctx context.Context, s *report.Step) error {
	dir := p.source.scenarios
	switch {
	case p.loaded.program == nil:
		s.Skipped = "the documents or the scenarios have errors"
		return nil
	case dir == "" && p.loaded.named:
		s.Skipped = "no scenarios: no folder was given"
		return nil
	}
	files, name, done, err := testFiles(dir)
	if err != nil {
		return err
	}
	plan, found := trial.Load(files, p.loaded.everyAPI(), p.loaded.program)
	if err := done(); err != nil {
		return fmt.Errorf("close the folder of tests: %w", err)
	}
	reached := func(file string) string { return path.Join(name, file) }
	s.Findings = located(found, reached)
	if plan == nil {
		return nil
	}
	if plan.Cases() == 0 {
		s.Findings = append(s.Findings, finding.Finding{Code: "no-tests", Place: finding.Place{File: name},
			Message: "no test was found", Hint: "tests are files whose names end in _test.yaml, beside the scenarios"})
		return nil
	}
	target, seen, err := (&testFlags{coverage: true}).target(p.loaded)
	if err != nil {
		return err
	}
	results, err := plan.Run(ctx, trial.Options{Target: target, Clock: time.Now, Seed: p.seed})
	if err != nil {
		return err
	}
	results.Located(reached)
	s.Suites = results.Suites()
	for _, r := range results.Results {
		s.Findings = append(s.Findings, failureFindings(r)...)
	}
	covered := trial.NewCoverage(seen, results.Pairs, tested(p.loaded.everyAPI())).Total()
	s.Counts = fmt.Sprintf("%s, %d failed", count(len(results.Results), "case"), results.Count(trial.Failed))
	if n := results.Count(trial.Skipped); n > 0 {
		s.Counts += fmt.Sprintf(", %d skipped", n)
	}
	s.Counts += fmt.Sprintf("; coverage %s; seed %d", covered, p.seed)
	if covered.Percent() < p.coverageMin*100 {
		s.Findings = append(s.Findings, finding.Finding{Code: "coverage-too-small", Place: finding.Place{File: name},
			Message: fmt.Sprintf("the tests touch %s of the rules and conditions, less than %d%%", covered, p.coverageMin),
			Hint:    "sandbank test --coverage lists what no test touches"})
	}
	return nil
}

// failureFindings gives what was wrong with a case, each with the case's name.
func failureFindings(r *trial.Result) finding.List {
	switch {
	case r.Outcome == trial.NotRun:
		return finding.List{{Code: "test-not-run", Place: r.Place, Message: r.Name() + " cannot be run here: " + r.Reason}}
	case r.Failure == nil:
		return nil
	}
	list := slices.Clone(r.Failure.Findings)
	for i := range list {
		list[i].Message = r.Name() + ": " + list[i].Message
	}
	if r.Failure.Answer != "" && len(list) > 0 && list[0].Hint == "" {
		list[0].Hint = "the answer was " + r.Failure.Answer
	}
	return list
}

// describedRules tells what can be said about the codes of findings.
func describedRules() []report.Rule {
	var list []report.Rule
	for _, r := range doclint.Rules() {
		list = append(list, report.Rule{Code: r.Code, Demand: r.Demand, Why: r.Why})
	}
	return list
}
