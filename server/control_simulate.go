package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

// SimulateReview answers POST /simulate/review.
func (controller) SimulateReview(c *gin.Context) {
	k := callOf(c)
	if !k.server.simulateReviews || k.server.people == nil {
		k.fail(problem.SimulationOff, "This server simulates no decisions: the bank's staff decides, or nobody.")
		return
	}
	var in control.SimulatedReview
	if !k.read(&in) {
		return
	}
	by := k.steerer()
	if err := by.MayChange(); err != nil {
		k.declined(err)
		return
	}
	r, err := k.portal().SimulateDecision(c.Request.Context(), by, in.Request.String(),
		portal.Verdict{Approve: in.Outcome == control.ReviewOutcomeApprove, Reason: in.Reason})
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, control.SimulatedDecision{Request: in.Request, Kind: control.SimulatedDecisionKind(r.Kind),
		State: control.SimulatedDecisionState(r.State), Reason: r.Decision.Reason, DecidedAt: r.Decision.At})
}
