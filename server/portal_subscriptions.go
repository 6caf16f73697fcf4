package server

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListSubscriptions implements portalapi.ServerInterface.
func (portalAPI) ListSubscriptions(c *gin.Context, application portalapi.ApplicationParameter) {
	k := callOf(c)
	d, err := k.portal().Application(c.Request.Context(), k.actor(), application.String())
	k.subscriptions(d, err)
}

// AddApis implements portalapi.ServerInterface.
func (portalAPI) AddApis(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.AddApisParams) {
	k := callOf(c)
	var body portalapi.ApiSelection
	if !k.read(&body) {
		return
	}
	d, err := k.portal().AddAPIs(c.Request.Context(), k.actor(), application.String(), given(body.Apis), given(body.Groups))
	k.subscriptions(d, err)
}

// GetSubscription implements portalapi.ServerInterface.
func (portalAPI) GetSubscription(c *gin.Context, application portalapi.ApplicationParameter, api portalapi.ApiParameter) {
	k := callOf(c)
	d, err := k.portal().Subscription(c.Request.Context(), k.actor(), application.String(), api)
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, subscriptionOf(d))
}

// RemoveApi implements portalapi.ServerInterface.
func (portalAPI) RemoveApi(c *gin.Context, application portalapi.ApplicationParameter, api portalapi.ApiParameter) {
	k := callOf(c)
	if err := k.portal().RemoveAPI(c.Request.Context(), k.actor(), application.String(), api); err != nil {
		k.declined(err)
		return
	}
	k.done()
}

// RequestStage implements portalapi.ServerInterface.
func (portalAPI) RequestStage(c *gin.Context, application portalapi.ApplicationParameter, api portalapi.ApiParameter, _ portalapi.RequestStageParams) {
	k := callOf(c)
	var body portalapi.StageRequest
	if !k.read(&body) {
		return
	}
	q := portal.StageRequestText{Stage: portal.Stage(body.Stage), Comment: given(body.Comment)}
	for _, a := range given(body.Agreements) {
		q.Agreements = append(q.Agreements, portal.SignedAgreement{AcceptedAgreement: portal.AcceptedAgreement{Name: a.Agreement, Number: a.Version}, Signatory: a.Signatory})
	}
	d, err := k.portal().RequestStage(c.Request.Context(), k.actor(), application.String(), api, q)
	k.reviewRequest(http.StatusCreated, d, err)
}

// GetJourney implements portalapi.ServerInterface.
func (portalAPI) GetJourney(c *gin.Context, application portalapi.ApplicationParameter) {
	k := callOf(c)
	j, err := k.portal().Journey(c.Request.Context(), k.actor(), application.String())
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.Journey{
		Application: portalapi.ApplicationReference{Id: idOf(j.Application.ID), Name: j.Application.Name},
		State:       portalapi.ApplicationState(j.Application.State), Apis: make([]portalapi.ApiJourney, len(j.APIs)),
	}
	for i, api := range j.APIs {
		out.Apis[i] = portalapi.ApiJourney{Api: api.API, Title: api.Title, State: portalapi.SubscriptionState(api.State), Stage: portalapi.Stage(api.Stage),
			Steps: make([]portalapi.JourneyStep, len(api.Steps))}
		for n, step := range api.Steps {
			out.Apis[i].Steps[n] = journeyStepOf(step)
		}
	}
	k.json(http.StatusOK, out)
}

func journeyStepOf(s portal.JourneyStep) portalapi.JourneyStep {
	out := portalapi.JourneyStep{Stage: portalapi.LaterStage(s.Stage), Reached: s.Reached, Requestable: !s.Reached && len(s.Missing) == 0,
		Missing: make([]portalapi.JourneyGap, len(s.Missing))}
	if s.Request != "" {
		out.Request = new(idOf(s.Request))
	}
	for i, gap := range s.Missing {
		out.Missing[i] = portalapi.JourneyGap{Code: gap.Code, Message: gap.Message}
		if gap.Agreement != nil {
			out.Missing[i].Agreement, out.Missing[i].Version = &gap.Agreement.Name, &gap.Agreement.Number
		}
	}
	return out
}

// subscriptions answers with the APIs of an application, or with the error of reading or changing it.
func (k *call) subscriptions(d portal.ApplicationDetail, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.SubscriptionList{Subscriptions: subscriptionsOf(d.Subscriptions)})
}

func subscriptionsOf(list []portal.SubscriptionDetail) []portalapi.Subscription {
	out := make([]portalapi.Subscription, len(list))
	for i, d := range list {
		out[i] = subscriptionOf(d)
	}
	return out
}

func subscriptionOf(d portal.SubscriptionDetail) portalapi.Subscription {
	out := portalapi.Subscription{Api: d.API, Title: d.Title, State: portalapi.SubscriptionState(d.State), Stage: portalapi.Stage(d.Stage),
		Plan: d.Plan, Since: d.Since, RejectedFor: unlessZero(d.Reason), ProductionUrl: unlessZero(d.ProductionURL)}
	if len(d.Requests) > 0 {
		ids := make([]portalapi.Id, len(d.Requests))
		for i, id := range d.Requests {
			ids[i] = idOf(id)
		}
		out.Requests = &ids
	}
	return out
}

// defaultOverlap is how long the pair before works on after a rotation that does not say it.
const defaultOverlap = 24 * time.Hour

// ListCredentials implements portalapi.ServerInterface.
func (portalAPI) ListCredentials(c *gin.Context, application portalapi.ApplicationParameter) {
	k := callOf(c)
	list, err := k.portal().Credentials(c.Request.Context(), k.actor(), application.String())
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.CredentialList{Credentials: make([]portalapi.Credential, len(list))}
	for i, p := range list {
		out.Credentials[i] = credentialOf(p)
	}
	k.unkept()
	k.json(http.StatusOK, out)
}

// RotateCredentials implements portalapi.ServerInterface.
func (portalAPI) RotateCredentials(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.RotateCredentialsParams) {
	k := callOf(c)
	var body portalapi.CredentialRotation
	if !k.read(&body) {
		return
	}
	overlap := defaultOverlap
	if body.OverlapHours != nil {
		overlap = time.Duration(*body.OverlapHours) * time.Hour
	}
	p, err := k.portal().RotateCredentials(c.Request.Context(), k.actor(), application.String(), overlap)
	if err != nil {
		k.declined(err)
		return
	}
	k.unkept()
	k.json(http.StatusCreated, credentialOf(p))
}

// RevokeCredential implements portalapi.ServerInterface.
func (portalAPI) RevokeCredential(c *gin.Context, application portalapi.ApplicationParameter, credential portalapi.CredentialParameter) {
	k := callOf(c)
	if err := k.portal().RevokeCredential(c.Request.Context(), k.actor(), application.String(), credential.String()); err != nil {
		k.declined(err)
		return
	}
	k.done()
}

// unkept says that the answer holds a secret, which nothing may keep.
func (k *call) unkept() { k.gin.Writer.Header()["Cache-Control"] = []string{"no-store"} }

func credentialOf(p portal.Pair) portalapi.Credential {
	out := portalapi.Credential{Id: idOf(p.ID), ClientId: p.ClientID, ClientSecret: p.ClientSecret, ServerHash: unlessZero(p.ServerHash),
		State: portalapi.CredentialStateCurrent, CreatedAt: p.CreatedAt}
	if !p.EndsAt.IsZero() {
		out.State, out.EndsAt = portalapi.CredentialStateEnding, &p.EndsAt
	}
	return out
}
