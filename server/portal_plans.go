package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListPlans implements portalapi.ServerInterface.
func (portalAPI) ListPlans(c *gin.Context) {
	k := callOf(c)
	list, err := k.portal().Plans(c.Request.Context(), k.actor())
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, planListOf(list))
}

// planListOf writes plans.
func planListOf(list portal.PlanList) portalapi.PlanList {
	out := portalapi.PlanList{Access: []portalapi.AccessPlan{}, Quota: []portalapi.QuotaPlan{}, Api: []portalapi.ApiPlan{}}
	for _, p := range list.Access {
		out.Access = append(out.Access, accessPlanOf(p))
	}
	for _, p := range list.Quota {
		out.Quota = append(out.Quota, quotaPlanOf(p))
	}
	for _, p := range list.API {
		out.Api = append(out.Api, apiPlanOf(p))
	}
	return out
}

// GetAccountPlan implements portalapi.ServerInterface.
func (portalAPI) GetAccountPlan(c *gin.Context) {
	k := callOf(c)
	p, err := k.portal().AccountPlan(c.Request.Context(), k.actor())
	k.accountPlan(p, err)
}

// AssignAccountPlan implements portalapi.ServerInterface.
func (portalAPI) AssignAccountPlan(c *gin.Context, organisation portalapi.OrganisationParameter) {
	k := callOf(c)
	var body portalapi.AccountPlanAssignment
	if !k.read(&body) {
		return
	}
	p, err := k.portal().AssignAccountPlan(c.Request.Context(), k.actor(), organisation.String(), string(body.Access), body.Quota, body.Reason)
	k.accountPlan(p, err)
}

// RequestAccountPlan implements portalapi.ServerInterface.
func (portalAPI) RequestAccountPlan(c *gin.Context, _ portalapi.RequestAccountPlanParams) {
	k := callOf(c)
	var body portalapi.AccountPlanRequest
	if !k.read(&body) {
		return
	}
	d, err := k.portal().RequestAccountPlan(c.Request.Context(), k.actor(), string(body.Access), body.Quota, given(body.Comment))
	k.reviewRequest(http.StatusCreated, d, err)
}

// RequestApiPlan implements portalapi.ServerInterface.
func (portalAPI) RequestApiPlan(c *gin.Context, application portalapi.ApplicationParameter, api portalapi.ApiParameter, _ portalapi.RequestApiPlanParams) {
	k := callOf(c)
	var body portalapi.ApiPlanRequest
	if !k.read(&body) {
		return
	}
	d, err := k.portal().RequestAPIPlan(c.Request.Context(), k.actor(), application.String(), api, body.Plan, given(body.Comment))
	k.reviewRequest(http.StatusCreated, d, err)
}

// CreateQuotaPlan implements portalapi.ServerInterface.
func (portalAPI) CreateQuotaPlan(c *gin.Context, _ portalapi.CreateQuotaPlanParams) {
	k := callOf(c)
	var body portalapi.NewQuotaPlan
	if !k.read(&body) {
		return
	}
	p, err := k.portal().CreateQuotaPlan(c.Request.Context(), k.actor(), portal.QuotaPlan{
		Name: body.Name, Title: body.Title, Description: given(body.Description), Limits: readLimits(body.Limits), Chargeable: chargeable(body.Price),
		PersonalSupport: personal(body.Support), Offered: body.Offered,
	})
	answerPlan(k, http.StatusCreated, p.Version, quotaPlanOf(p), err)
}

// UpdateQuotaPlan implements portalapi.ServerInterface.
func (portalAPI) UpdateQuotaPlan(c *gin.Context, plan portalapi.PlanParameter, params portalapi.UpdateQuotaPlanParams) {
	k := callOf(c)
	var body portalapi.QuotaPlanChange
	if !k.read(&body) {
		return
	}
	p, err := k.portal().UpdateQuotaPlan(c.Request.Context(), k.actor(), matchOf(params.IfMatch), portal.QuotaPlan{
		Name: plan, Title: body.Title, Description: given(body.Description), Limits: readLimits(body.Limits), Chargeable: chargeable(body.Price),
		PersonalSupport: personal(body.Support), Offered: body.Offered,
	})
	answerPlan(k, http.StatusOK, p.Version, quotaPlanOf(p), err)
}

// DeleteQuotaPlan implements portalapi.ServerInterface.
func (portalAPI) DeleteQuotaPlan(c *gin.Context, plan portalapi.PlanParameter) {
	k := callOf(c)
	if err := k.portal().DeleteQuotaPlan(c.Request.Context(), k.actor(), plan); err != nil {
		k.declined(err)
		return
	}
	k.done()
}

// UpdateAccessPlan implements portalapi.ServerInterface.
func (portalAPI) UpdateAccessPlan(c *gin.Context, name portalapi.AccessPlanParameter, params portalapi.UpdateAccessPlanParams) {
	k := callOf(c)
	var body portalapi.AccessPlanChange
	if !k.read(&body) {
		return
	}
	p, err := k.portal().UpdateAccessPlan(c.Request.Context(), k.actor(), matchOf(params.IfMatch), portal.AccessPlan{
		Name: string(name), Title: body.Title, Description: given(body.Description), Every: body.Every, APIs: body.Apis, Production: body.ProductionPlans,
	})
	answerPlan(k, http.StatusOK, p.Version, accessPlanOf(p), err)
}

// CreateApiPlan implements portalapi.ServerInterface.
func (portalAPI) CreateApiPlan(c *gin.Context, _ portalapi.CreateApiPlanParams) {
	k := callOf(c)
	var body portalapi.NewApiPlan
	if !k.read(&body) {
		return
	}
	p, err := k.portal().CreateAPIPlan(c.Request.Context(), k.actor(), portal.APIPlan{
		Name: body.Name, Title: body.Title, Rules: body.Rules, Limits: readLimits(body.Limits), APIs: given(body.Apis), Production: body.Production, Offered: body.Offered,
	})
	answerPlan(k, http.StatusCreated, p.Version, apiPlanOf(p), err)
}

// UpdateApiPlan implements portalapi.ServerInterface.
func (portalAPI) UpdateApiPlan(c *gin.Context, plan portalapi.PlanParameter, params portalapi.UpdateApiPlanParams) {
	k := callOf(c)
	var body portalapi.ApiPlanChange
	if !k.read(&body) {
		return
	}
	p, err := k.portal().UpdateAPIPlan(c.Request.Context(), k.actor(), matchOf(params.IfMatch), portal.APIPlan{
		Name: plan, Title: body.Title, Rules: body.Rules, Limits: readLimits(body.Limits), APIs: given(body.Apis), Production: body.Production, Offered: body.Offered,
	})
	answerPlan(k, http.StatusOK, p.Version, apiPlanOf(p), err)
}

// DeleteApiPlan implements portalapi.ServerInterface.
func (portalAPI) DeleteApiPlan(c *gin.Context, plan portalapi.PlanParameter) {
	k := callOf(c)
	if err := k.portal().DeleteAPIPlan(c.Request.Context(), k.actor(), plan); err != nil {
		k.declined(err)
		return
	}
	k.done()
}

// answerPlan answers with a plan, or with the error of changing it.
func answerPlan[P any](k *call, status int, version int64, plan P, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.tag(version)
	k.json(status, plan)
}

// accountPlan answers with an account plan, or with the error of reading or changing it.
func (k *call) accountPlan(p portal.AccountPlan, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.AccountPlan{Access: portalapi.AccessPlanName(p.Access), Quota: p.Quota, Limits: planLimitsOf(p.Limits), Since: p.Since}
	if p.Request != "" {
		out.Request = new(idOf(p.Request))
	}
	k.json(http.StatusOK, out)
}

func accessPlanOf(p portal.AccessPlan) portalapi.AccessPlan {
	apis := p.APIs
	if apis == nil {
		apis = []string{}
	}
	return portalapi.AccessPlan{Name: portalapi.AccessPlanName(p.Name), Title: p.Title, Description: unlessZero(p.Description), Every: &p.Every,
		Apis: apis, ProductionPlans: p.Production, Version: int(p.Version)}
}

func quotaPlanOf(p portal.QuotaPlan) portalapi.QuotaPlan {
	out := portalapi.QuotaPlan{Name: p.Name, Title: p.Title, Description: unlessZero(p.Description), Limits: planLimitsOf(p.Limits),
		Price: portalapi.PriceLevelFree, Support: portalapi.SupportLevelStandard, Offered: p.Offered, Version: int(p.Version)}
	if p.Chargeable {
		out.Price = portalapi.PriceLevelChargeable
	}
	if p.PersonalSupport {
		out.Support = portalapi.SupportLevelPersonal
	}
	return out
}

// apiPlanOf writes an API plan.
func apiPlanOf(p portal.APIPlan) portalapi.ApiPlan {
	out := portalapi.ApiPlan{Name: p.Name, Title: p.Title, Rules: p.Rules, Limits: planLimitsOf(p.Limits), Production: p.Production,
		Offered: p.Offered, Version: int(p.Version)}
	if len(p.APIs) > 0 {
		out.Apis = &p.APIs
	}
	return out
}

func chargeable(p portalapi.PriceLevel) bool { return p == portalapi.PriceLevelChargeable }

func personal(s portalapi.SupportLevel) bool { return s == portalapi.SupportLevelPersonal }

// readLimits reads limits; what is left out is without bound.
func readLimits(l portalapi.PlanLimits) portal.Limits {
	return portal.Limits{PerDay: int64(given(l.CallsPerDay)), PerHour: int64(given(l.CallsPerHour)), PerSecond: int64(given(l.CallsPerSecond))}
}

// planLimitsOf writes limits.
func planLimitsOf(l portal.Limits) portalapi.PlanLimits {
	return portalapi.PlanLimits{CallsPerDay: unlessZero(int(l.PerDay)), CallsPerHour: unlessZero(int(l.PerHour)), CallsPerSecond: unlessZero(int(l.PerSecond))}
}
