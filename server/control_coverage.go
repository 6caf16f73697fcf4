package server

import (
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// GetCoverage answers GET /coverage.
func (controller) GetCoverage(c *gin.Context, params control.GetCoverageParams) {
	k := callOf(c)
	k.json(http.StatusOK, k.coverage(params.Api))
}

// StartCoverage answers PUT /coverage.
func (controller) StartCoverage(c *gin.Context) {
	k := callOf(c)
	if !k.server.recordings.begin(k.box.Key(), k.start) {
		k.fail(problem.CoverageFull, sentence("at most "+strconv.Itoa(maxRecordings)+" sandboxes record at a time"))
		return
	}
	k.json(http.StatusOK, k.coverage(nil))
}

// StopCoverage answers DELETE /coverage.
func (controller) StopCoverage(c *gin.Context) {
	k := callOf(c)
	k.server.recordings.end(k.box.Key())
	k.done()
}

// coverage gives what has been recorded of the sandbox, of one API or of all.
func (k *call) coverage(api *string) control.Coverage {
	apis := k.servedAPIs(api)
	out := control.Coverage{Rules: []control.CoveredRule{}, Answers: []control.CoveredAnswer{}}
	r := k.server.recordings.of(k.box.Key())
	if r != nil {
		out.Recording, out.Since, out.Version = true, &r.since, optional(k.server.status().Version)
	}
	t := &out.Totals
	named := map[string]bool{}
	for _, a := range apis {
		named[a.Name] = true
	}
	for _, seen := range r.rules(k.playing()) {
		if !named[seen.API] {
			continue
		}
		covered := control.CoveredRule{Api: seen.API, Scenario: seen.Scenario, Operation: seen.Operation, Rule: seen.Rule,
			File: seen.File, Line: seen.Line, Hits: int(seen.Hits), Conditions: []control.CoveredCondition{}}
		t.Rules++
		if seen.Hits > 0 {
			t.RulesMatched++
		}
		for _, c := range seen.Conditions {
			t.Conditions++
			if c.Yes > 0 && c.No > 0 {
				t.ConditionsBoth++
			}
			covered.Conditions = append(covered.Conditions, control.CoveredCondition{Line: c.Line, Held: int(c.Yes), Failed: int(c.No)})
		}
		out.Rules = append(out.Rules, covered)
	}
	for _, a := range apis {
		for _, o := range a.Operations {
			for _, answer := range r.answersOf(o) {
				t.Answers++
				if answer.Count > 0 {
					t.AnswersSeen++
				}
				out.Answers = append(out.Answers, answer)
			}
		}
	}
	return out
}

// answersOf lists the statuses that an operation declares with how often each was answered, then those that it does not
// declare and has answered.
func (r *recording) answersOf(o *contract.Operation) []control.CoveredAnswer {
	counts := r.statuses(o)
	declared := map[string]int{}
	out := make([]control.CoveredAnswer, 0, len(o.Responses))
	for i, response := range o.Responses {
		declared[response.Status] = i
		out = append(out, control.CoveredAnswer{Api: o.API.Name, Operation: o.ID, Status: response.Status})
	}
	for _, c := range counts {
		status := strconv.Itoa(c.status)
		if response := o.Response(c.status); response != nil {
			out[declared[response.Status]].Count += c.count
			continue
		}
		out = append(out, control.CoveredAnswer{Api: o.API.Name, Operation: o.ID, Status: status, Count: c.count})
	}
	return out
}
