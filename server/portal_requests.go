package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListRequests implements portalapi.ServerInterface.
func (portalAPI) ListRequests(c *gin.Context, params portalapi.ListRequestsParams) {
	k := callOf(c)
	after, ok := k.place(params.Cursor)
	if !ok {
		return
	}
	list, next, err := k.portal().Requests(c.Request.Context(), k.actor(), portal.RequestList{
		Kind: portal.RequestKind(given(params.Kind)), State: portal.RequestState(given(params.State)), Application: givenID(params.Application),
		After: after, Limit: limitOf(params.Limit),
	})
	k.requestPage(list, next, err)
}

// ListReviewRequests implements portalapi.ServerInterface.
func (portalAPI) ListReviewRequests(c *gin.Context, params portalapi.ListReviewRequestsParams) {
	k := callOf(c)
	after, ok := k.place(params.Cursor)
	if !ok {
		return
	}
	list, next, err := k.portal().ReviewRequests(c.Request.Context(), k.actor(), portal.RequestList{
		Kind: portal.RequestKind(given(params.Kind)), State: portal.RequestState(given(params.State)), Organisation: givenID(params.Organisation),
		Application: givenID(params.Application), API: given(params.Api), After: after, Limit: limitOf(params.Limit),
	})
	k.requestPage(list, next, err)
}

// GetRequest implements portalapi.ServerInterface.
func (portalAPI) GetRequest(c *gin.Context, request portalapi.RequestParameter) {
	k := callOf(c)
	d, err := k.portal().Request(c.Request.Context(), k.actor(), request.String())
	k.reviewRequest(http.StatusOK, d, err)
}

// GetReviewRequest implements portalapi.ServerInterface.
func (portalAPI) GetReviewRequest(c *gin.Context, request portalapi.RequestParameter) {
	k := callOf(c)
	d, err := k.portal().ReviewRequest(c.Request.Context(), k.actor(), request.String())
	if err == nil {
		k.tag(d.Version)
	}
	k.reviewRequest(http.StatusOK, d, err)
}

// WithdrawRequest implements portalapi.ServerInterface.
func (portalAPI) WithdrawRequest(c *gin.Context, request portalapi.RequestParameter, _ portalapi.WithdrawRequestParams) {
	k := callOf(c)
	d, err := k.portal().WithdrawRequest(c.Request.Context(), k.actor(), request.String())
	k.reviewRequest(http.StatusOK, d, err)
}

// DecideRequest implements portalapi.ServerInterface.
func (portalAPI) DecideRequest(c *gin.Context, request portalapi.RequestParameter, params portalapi.DecideRequestParams) {
	k := callOf(c)
	var body portalapi.NewDecision
	if !k.read(&body) {
		return
	}
	d, err := k.portal().Decide(c.Request.Context(), k.actor(), request.String(), matchOf(params.IfMatch), portal.Verdict{
		Approve: body.Outcome == portalapi.DecisionOutcomeApprove, Reason: body.Reason, Final: given(body.Final), Plan: given(body.Plan),
	})
	k.reviewRequest(http.StatusOK, d, err)
}

// reviewRequest answers with a request, or with the error of reading or changing it.
func (k *call) reviewRequest(status int, d portal.RequestDetail, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(status, requestOf(d))
}

func (k *call) requestPage(list []portal.RequestDetail, next string, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.RequestPage{Requests: make([]portalapi.Request, len(list)), Next: unlessZero(next)}
	for i, d := range list {
		out.Requests[i] = requestOf(d)
	}
	k.json(http.StatusOK, out)
}

func requestOf(d portal.RequestDetail) portalapi.Request {
	out := portalapi.Request{
		Id: idOf(d.ID), Kind: portalapi.RequestKind(d.Kind), State: portalapi.RequestState(d.State),
		Organisation: portalapi.OrganisationReference{Id: idOf(d.Organisation), Name: d.OrganisationName},
		Plan:         unlessZero(d.Plan), Stage: unlessZero(portalapi.LaterStage(d.Stage)), Comment: unlessZero(d.Comment),
		CreatedBy: *personReference(d.CreatedBy), CreatedAt: d.CreatedAt, Version: int(d.Version),
	}
	if d.Application != "" {
		out.Application = &portalapi.ApplicationReference{Id: idOf(d.Application), Name: d.ApplicationName}
		out.Apis = &d.APIs
	}
	switch d.Kind {
	case portal.ApplicationRequest:
		out.Revised = &d.Revised
	case portal.AccountPlanRequest:
		out.AccountPlan = &portalapi.AccountPlanChoice{Access: portalapi.AccessPlanName(d.Access), Quota: d.Quota}
	}
	if len(d.Records) > 0 {
		records := make([]portalapi.AgreementRecord, len(d.Records))
		for i, r := range d.Records {
			records[i] = recordOf(r)
		}
		out.Agreements = &records
	}
	if d.Decision != nil {
		out.Decision = &portalapi.Decision{Outcome: portalapi.DecisionOutcomeReject, Reason: d.Decision.Reason, Final: unlessZero(d.Decision.Final),
			Plan: unlessZero(d.Decision.Plan), DecidedBy: personReference(d.Decision.By), DecidedAt: d.Decision.At}
		if d.State == portal.RequestApproved {
			out.Decision.Outcome = portalapi.DecisionOutcomeApprove
		}
	}
	return out
}
