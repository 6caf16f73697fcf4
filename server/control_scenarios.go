package server

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// ListScenarios answers GET /scenarios.
func (controller) ListScenarios(c *gin.Context, params control.ListScenariosParams) {
	k := callOf(c)
	selected := k.box.Selected()
	out := control.ScenarioList{Scenarios: []control.ScenarioSummary{}}
	for _, a := range k.servedAPIs(params.Api) {
		for _, s := range k.playing().Describe(a) {
			rules := 0
			for _, o := range s.Operations {
				rules += len(o.Rules)
			}
			out.Scenarios = append(out.Scenarios, control.ScenarioSummary{
				Api: s.API, Name: s.Name, Title: optional(s.Title), File: s.File, Default: s.Default, Selected: isSelected(&s, selected), Rules: rules,
			})
		}
	}
	k.json(http.StatusOK, out)
}

// isSelected tells whether one of the names of a selection is that of the scenario.
func isSelected(s *engine.ScenarioDescription, selected []string) bool {
	return slices.Contains(selected, s.Name) || slices.Contains(selected, s.API+"/"+s.Name)
}

// GetScenarioStatus answers GET /scenarios/status.
func (controller) GetScenarioStatus(c *gin.Context) {
	k := callOf(c)
	status := k.server.status()
	scenarios, rules := k.playing().Stats()
	out := control.ScenarioStatus{
		Version: status.Version, LoadedAt: status.LoadedAt, UpToDate: status.Serving, FailedLoads: status.Failed,
		Scenarios: scenarios, Rules: rules, Findings: findingsOf(status.Findings),
	}
	if !status.FailedAt.IsZero() {
		out.FailedAt = &status.FailedAt
	}
	k.json(http.StatusOK, out)
}

// GetScenario answers GET /scenarios/{api}/{scenario}.
func (controller) GetScenario(c *gin.Context, api control.Api, name control.ScenarioParameter) {
	k := callOf(c)
	for _, a := range k.servedAPIs(&api) {
		for _, s := range k.playing().Describe(a) {
			if s.Name == name {
				k.json(http.StatusOK, scenarioOf(&s, isSelected(&s, k.box.Selected())))
				return
			}
		}
	}
	k.noScenario(api, name)
}

// noScenario answers that an API has no scenario of a name.
func (k *call) noScenario(api, name string) {
	var known []string
	for _, a := range k.servedAPIs(&api) {
		known = append(known, k.playing().ScenarioNames(a)...)
	}
	k.fail(problem.ScenarioNotFound, sentence(joined("API "+quoted(api)+" has no scenario "+quoted(name), finding.DidYouMean(name, known))))
}

func scenarioOf(s *engine.ScenarioDescription, selected bool) control.Scenario {
	out := control.Scenario{Api: s.API, Name: s.Name, Title: optional(s.Title), File: s.File, Default: s.Default, Selected: selected,
		Operations: []control.ScenarioOperation{}}
	for _, o := range s.Operations {
		operation := control.ScenarioOperation{Operation: o.Operation, Rules: make([]control.ScenarioRule, 0, len(o.Rules))}
		for i := range o.Rules {
			operation.Rules = append(operation.Rules, ruleOf(&o.Rules[i]))
		}
		out.Operations = append(out.Operations, operation)
	}
	return out
}

func ruleOf(r *engine.RuleDescription) control.ScenarioRule {
	out := control.ScenarioRule{Name: r.Name, File: r.File, Line: r.Line, Conditions: make([]control.RuleCondition, 0, len(r.Conditions)),
		Effects: full(r.Effects), Delay: optional(r.Delay), Answer: answerOf(&r.Answer), OffContract: r.OffContract}
	for _, c := range r.Conditions {
		out.Conditions = append(out.Conditions, control.RuleCondition{
			Kind: control.RuleConditionKind(c.Kind), Place: optional(c.Place), Wants: c.Wants, Line: c.Line,
		})
	}
	return out
}

// GetSelection answers GET /selection.
func (controller) GetSelection(c *gin.Context) {
	k := callOf(c)
	// A scenario that is gone, as an organisation's own can go, is no longer selected.
	selected := slices.DeleteFunc(slices.Clone(k.box.Selected()), func(name string) bool { return k.playing().CheckNames(nil, []string{name}) != nil })
	k.json(http.StatusOK, control.Selection{Scenarios: full(selected)})
}

// ReplaceSelection answers PUT /selection.
func (controller) ReplaceSelection(c *gin.Context) {
	k := callOf(c)
	var in control.Selection
	if !k.read(&in) {
		return
	}
	switch err := k.box.Select(k.playing(), in.Scenarios); {
	case errors.Is(err, sandbox.ErrStorage):
		k.failed(err)
		return
	case err != nil:
		pointer := "/scenarios"
		var unknown *engine.UnknownScenarioError
		if errors.As(err, &unknown) {
			pointer = fmt.Sprintf("/scenarios/%d", slices.Index(in.Scenarios, unknown.Name))
		}
		k.refuseField(problem.SelectionInvalid, pointer, err.Error())
		return
	}
	k.json(http.StatusOK, control.Selection{Scenarios: full(k.box.Selected())})
}

// ClearSelection answers DELETE /selection.
func (controller) ClearSelection(c *gin.Context) {
	k := callOf(c)
	if err := k.box.Select(k.playing(), nil); err != nil {
		k.failed(err)
		return
	}
	k.done()
}

// ListProviderStates answers GET /provider-states.
func (controller) ListProviderStates(c *gin.Context, params control.ListProviderStatesParams) {
	k := callOf(c)
	apis := k.servedAPIs(params.Api)
	out := control.ProviderStateList{States: []control.DeclaredProviderState{}}
	for _, s := range k.playing().GivenStates() {
		if slices.ContainsFunc(apis, func(a *contract.API) bool { return a.Name == s.API }) {
			out.States = append(out.States, control.DeclaredProviderState{Api: s.API, Scenario: s.Scenario, State: s.State, Params: full(s.Params)})
		}
	}
	k.json(http.StatusOK, out)
}

// wholeMillis gives a length of time in whole milliseconds, never negative.
func wholeMillis(d time.Duration) int { return int(max(0, d).Milliseconds()) }
