package server

import (
	"errors"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

// portalAPI answers the developer portal. It holds nothing: the rules are in internal/portal, and who is asking is in the
// call. The contract has checked the request before an operation runs.
//
// The operations stand in the files portal_*.go, by what they are about.
type portalAPI struct{}

var _ portalapi.ServerInterface = portalAPI{}

// mountPortal registers the portal API. No scenario plays it.
func mountPortal(r gin.IRouter, m mounting) []operation {
	portalapi.RegisterHandlersWithOptions(r, portalAPI{}, portalapi.GinServerOptions{
		BaseURL: m.base, Before: m.before, ErrorHandler: m.refused,
	})
	var out []operation
	for _, o := range portalapi.Operations() {
		out = append(out, operation{o.ID, o.Method, o.Path})
	}
	return out
}

// declined answers an error of the portal's domain.
func (k *call) declined(err error) {
	var refusal *portal.Refusal
	switch {
	case errors.As(err, &refusal):
		if refusal.RetryAfter > 0 {
			k.gin.Writer.Header()["Retry-After"] = []string{strconv.Itoa(int((refusal.RetryAfter + time.Second - 1) / time.Second))}
		}
		p := problem.Problem{Definition: problem.Must(refusal.Code), Detail: refusal.Detail, Errors: refusal.Violations}
		if len(refusal.Findings) > 0 {
			p.Findings = fileFindings(refusal.Findings)
		}
		k.problem(p)
	case errors.Is(err, portal.ErrNotFound):
		k.fail(problem.NotFound, "There is no such thing, or it is not yours.")
	case errors.Is(err, portal.ErrStale):
		k.fail(problem.PreconditionFailed, "Somebody else has changed it in the meantime. Read it again, then repeat the change.")
	case errors.Is(err, portal.ErrUnavailable):
		k.log(problem.ServiceUnavailable, err.Error())
		k.fail(problem.ServiceUnavailable, "This cannot be done at the moment. Try again soon.")
	default:
		k.log(problem.InternalError, err.Error())
		k.fail(problem.InternalError, "Something failed inside the portal. Quote the request id if it happens again.")
	}
}
