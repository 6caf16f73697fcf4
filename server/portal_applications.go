package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListApplications implements portalapi.ServerInterface.
func (portalAPI) ListApplications(c *gin.Context, params portalapi.ListApplicationsParams) {
	k := callOf(c)
	list, next, err := k.portal().Applications(c.Request.Context(), k.actor(), portal.ApplicationList{
		State: portal.ApplicationState(given(params.State)), Text: given(params.Text), Cursor: given(params.Cursor), Limit: limitOf(params.Limit),
	})
	k.applicationPage(list, next, false, err)
}

// ListAllApplications implements portalapi.ServerInterface.
func (portalAPI) ListAllApplications(c *gin.Context, params portalapi.ListAllApplicationsParams) {
	k := callOf(c)
	list, next, err := k.portal().AllApplications(c.Request.Context(), k.actor(), portal.ApplicationList{
		Organisation: givenID(params.Organisation), API: given(params.Api), State: portal.ApplicationState(given(params.State)),
		Text: given(params.Text), Cursor: given(params.Cursor), Limit: limitOf(params.Limit),
	})
	k.applicationPage(list, next, true, err)
}

// CreateApplication implements portalapi.ServerInterface.
func (portalAPI) CreateApplication(c *gin.Context, _ portalapi.CreateApplicationParams) {
	k := callOf(c)
	var body portalapi.NewApplication
	if !k.read(&body) {
		return
	}
	n := portal.NewApplication{
		ApplicationText: portal.ApplicationText{
			Name: body.Name, Platform: string(body.Platform), Description: given(body.Description), PartnerScope: given(body.PartnerScope),
			OAuthType: string(body.OauthType), OAuthCallback: given(body.OauthCallback), WebhookURL: given(body.WebhookUrl),
		},
		APIs: given(body.Apis), Groups: given(body.Groups),
	}
	for _, a := range body.Agreements {
		n.Agreements = append(n.Agreements, portal.AcceptedAgreement{Name: a.Agreement, Number: a.Version})
	}
	d, err := k.portal().CreateApplication(c.Request.Context(), k.actor(), n)
	k.application(http.StatusCreated, d, false, err)
}

// GetApplication implements portalapi.ServerInterface.
func (portalAPI) GetApplication(c *gin.Context, application portalapi.ApplicationParameter) {
	k := callOf(c)
	d, err := k.portal().Application(c.Request.Context(), k.actor(), application.String())
	k.application(http.StatusOK, d, false, err)
}

// GetAnyApplication implements portalapi.ServerInterface.
func (portalAPI) GetAnyApplication(c *gin.Context, application portalapi.ApplicationParameter) {
	k := callOf(c)
	d, err := k.portal().AnyApplication(c.Request.Context(), k.actor(), application.String())
	k.application(http.StatusOK, d, true, err)
}

// UpdateApplication implements portalapi.ServerInterface.
func (portalAPI) UpdateApplication(c *gin.Context, application portalapi.ApplicationParameter, params portalapi.UpdateApplicationParams) {
	k := callOf(c)
	var body portalapi.ApplicationChange
	if !k.read(&body) {
		return
	}
	d, err := k.portal().UpdateApplication(c.Request.Context(), k.actor(), application.String(), matchOf(params.IfMatch), portal.ApplicationChange{
		ApplicationText: portal.ApplicationText{
			Name: body.Name, Platform: string(body.Platform), Description: given(body.Description), PartnerScope: given(body.PartnerScope),
			OAuthType: string(body.OauthType), OAuthCallback: given(body.OauthCallback), WebhookURL: given(body.WebhookUrl),
		},
		KeepAPIs: body.Apis == nil, APIs: given(body.Apis),
	})
	k.application(http.StatusOK, d, false, err)
}

// DeleteApplication implements portalapi.ServerInterface.
func (portalAPI) DeleteApplication(c *gin.Context, application portalapi.ApplicationParameter) {
	k := callOf(c)
	if err := k.portal().DeleteApplication(c.Request.Context(), k.actor(), application.String()); err != nil {
		k.declined(err)
		return
	}
	k.done()
}

// SubmitApplication implements portalapi.ServerInterface.
func (portalAPI) SubmitApplication(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.SubmitApplicationParams) {
	k := callOf(c)
	d, err := k.portal().SubmitApplication(c.Request.Context(), k.actor(), application.String())
	k.application(http.StatusOK, d, false, err)
}

// EnableApplication implements portalapi.ServerInterface.
func (portalAPI) EnableApplication(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.EnableApplicationParams) {
	k := callOf(c)
	d, err := k.portal().EnableApplication(c.Request.Context(), k.actor(), application.String())
	k.application(http.StatusOK, d, false, err)
}

// DisableApplication implements portalapi.ServerInterface.
func (portalAPI) DisableApplication(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.DisableApplicationParams) {
	k := callOf(c)
	d, err := k.portal().DisableApplication(c.Request.Context(), k.actor(), application.String())
	k.application(http.StatusOK, d, false, err)
}

// SuspendApplication implements portalapi.ServerInterface.
func (portalAPI) SuspendApplication(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.SuspendApplicationParams) {
	k := callOf(c)
	var body portalapi.ReasonGiven
	if !k.read(&body) {
		return
	}
	d, err := k.portal().SuspendApplication(c.Request.Context(), k.actor(), application.String(), body.Reason)
	k.application(http.StatusOK, d, true, err)
}

// LiftApplicationSuspension implements portalapi.ServerInterface.
func (portalAPI) LiftApplicationSuspension(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.LiftApplicationSuspensionParams) {
	k := callOf(c)
	var body portalapi.ReasonGiven
	if !k.read(&body) {
		return
	}
	d, err := k.portal().LiftApplication(c.Request.Context(), k.actor(), application.String(), body.Reason)
	k.application(http.StatusOK, d, true, err)
}

// SetPartnerScope implements portalapi.ServerInterface.
func (portalAPI) SetPartnerScope(c *gin.Context, application portalapi.ApplicationParameter) {
	k := callOf(c)
	var body portalapi.PartnerScopeChange
	if !k.read(&body) {
		return
	}
	d, err := k.portal().SetPartnerScope(c.Request.Context(), k.actor(), application.String(), body.PartnerScope, body.Reason)
	k.application(http.StatusOK, d, true, err)
}

// application answers with an application, or with the error of reading or changing it; bank tells whether it is for the
// bank's staff.
func (k *call) application(status int, d portal.ApplicationDetail, bank bool, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.tag(d.Version)
	k.json(status, applicationOf(d, bank))
}

func (k *call) applicationPage(list []portal.ApplicationDetail, next string, bank bool, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.ApplicationPage{Applications: make([]portalapi.Application, len(list)), Next: unlessZero(next)}
	for i, d := range list {
		out.Applications[i] = applicationOf(d, bank)
	}
	k.json(http.StatusOK, out)
}

// applicationOf writes an application; the bank's staff see whose it is.
func applicationOf(d portal.ApplicationDetail, bank bool) portalapi.Application {
	out := portalapi.Application{
		Id: idOf(d.ID), Name: d.Name, Platform: portalapi.Platform(d.Platform), Description: unlessZero(d.Description), PartnerScope: d.PartnerScope,
		OauthType: portalapi.OAuthType(d.OAuthType), OauthCallback: unlessZero(d.OAuthCallback), WebhookUrl: unlessZero(d.WebhookURL),
		State: portalapi.ApplicationState(d.State), StateReason: unlessZero(d.Reason), ClientId: unlessZero(d.ClientID),
		Subscriptions: subscriptionsOf(d.Subscriptions), CreatedBy: *personReference(d.CreatedBy), CreatedAt: d.CreatedAt,
		ApprovedAt: unlessZero(d.ApprovedAt), Version: int(d.Version),
	}
	if d.Request != "" {
		out.Request = new(idOf(d.Request))
	}
	if bank {
		out.Organisation = &portalapi.OrganisationReference{Id: idOf(d.Application.Organisation), Name: d.OrganisationName}
	}
	return out
}

// givenID is an id that may be left out, else "".
func givenID(id *portalapi.Id) string {
	if id == nil {
		return ""
	}
	return id.String()
}
