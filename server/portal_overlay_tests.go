package server

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/overlay"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/internal/trial"
)

// TestOverlay answers POST /overlays/tests.
func (portalAPI) TestOverlay(c *gin.Context) {
	k := callOf(c)
	var in portalapi.OverlayTestRequest
	checker, ok := k.checker()
	if !ok || !k.read(&in) {
		return
	}
	company, err := k.portal().OverlayTestCompany(c.Request.Context(), k.actor(), checker, in.Source)
	if err != nil {
		k.declined(err)
		return
	}
	report, err := k.server.overlays.Test(c.Request.Context(), k.server.bench, company, in.Source, given(in.Case))
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, testReportOf(report))
}

// bench makes what tests run against: servers of the same APIs with sandboxes of their own. They have keys of their own,
// too, so that no token that a case is given is worth anything here, and what they call back goes nowhere.
func (s *Server) bench(program *engine.Program, seen *engine.Coverage) (trial.Target, error) {
	keys, err := token.NewKeys()
	if err != nil {
		return nil, err
	}
	serve := func(e trial.Environment) (http.Handler, error) {
		inner, err := New(Options{
			APIs: s.playedAPIs(), Handlers: s.handlers, GoHandlers: s.goHandlers, Program: program, Keys: keys, Clock: e.Clock, Sandboxes: e.Sandboxes,
			Callbacks: kept(e.Send), Logger: slog.New(slog.DiscardHandler),
			Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
		})
		if err != nil {
			return nil, err
		}
		return inner.Handler(), nil
	}
	services := func(origin string) expression.Services { return &token.Site{Keys: keys, Base: origin} }
	return &trial.Process{Program: program, Coverage: seen, Serve: serve, Services: services}, nil
}

// kept is a function that takes callbacks.
type kept func(sandboxKey string, c engine.Callback)

// Send takes a callback.
func (f kept) Send(_ context.Context, sandboxKey string, c engine.Callback) { f(sandboxKey, c) }

func testReportOf(r *overlay.TestReport) portalapi.OverlayTestReport {
	out := portalapi.OverlayTestReport{Usable: r.Findings.Errors() == 0, Findings: fileFindings(r.Findings),
		Cases: make([]portalapi.OverlayTestCase, 0, len(r.Cases)), Coverage: testCoverageOf(r.Rules)}
	for _, c := range r.Cases {
		counts := map[trial.Outcome]*int{trial.Passed: &out.Totals.Passed, trial.Failed: &out.Totals.Failed,
			trial.Skipped: &out.Totals.Skipped, trial.NotRun: &out.Totals.NotRun}
		*counts[c.Outcome]++
		if len(out.Cases) < maxTestCases {
			out.Cases = append(out.Cases, testCaseOf(c))
		}
	}
	return out
}

// maxTestCases bounds the cases of an answer.
const maxTestCases = 10_000

func testCaseOf(c *trial.Result) portalapi.OverlayTestCase {
	out := portalapi.OverlayTestCase{Name: c.Case, Line: c.Place.Line, Column: c.Place.Column, Outcome: portalapi.OverlayTestOutcome(c.Outcome), Reason: unlessZero(c.Reason)}
	if f := c.Failure; f != nil {
		out.Failure = &portalapi.OverlayTestFailure{Step: f.Step, Steps: f.Steps, Repetition: unlessZero(f.Time), What: f.What, Answer: unlessZero(f.Answer),
			Differences: differencesOf(f.Findings)}
	}
	return out
}

func differencesOf(list finding.List) []portalapi.OverlayTestDifference {
	list = list[:min(len(list), maxFileFindings)]
	written := fileFindings(list)
	out := make([]portalapi.OverlayTestDifference, len(list))
	for i, f := range written {
		out[i] = portalapi.OverlayTestDifference{Code: f.Code, File: f.File, Line: f.Line, Column: f.Column, Message: f.Message, Related: f.Related,
			Expected: unlessZero(list[i].Wanted), Actual: unlessZero(list[i].Got)}
	}
	return out
}

func testCoverageOf(rules []engine.RuleCoverage) portalapi.OverlayTestCoverage {
	out := portalapi.OverlayTestCoverage{Rules: len(rules), Lines: make([]portalapi.OverlayTestRule, len(rules))}
	for i, r := range rules {
		if r.Hits > 0 {
			out.RulesMatched++
		}
		conditions := make([]portalapi.OverlayTestCondition, len(r.Conditions))
		for j, c := range r.Conditions {
			out.Conditions++
			if c.Yes > 0 && c.No > 0 {
				out.ConditionsBoth++
			}
			conditions[j] = portalapi.OverlayTestCondition{Line: cmp.Or(c.Line, r.Line), Held: int(c.Yes), Failed: int(c.No)}
		}
		out.Lines[i] = portalapi.OverlayTestRule{Operation: r.Operation, Rule: r.Rule, Line: r.Line, Hits: int(r.Hits), Conditions: conditions}
	}
	return out
}
