package server

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/portal"
)

// GetQuotaStatus implements portalapi.ServerInterface.
func (portalAPI) GetQuotaStatus(c *gin.Context, params portalapi.GetQuotaStatusParams) {
	k := callOf(c)
	q, err := k.portal().QuotaStatus(c.Request.Context(), k.actor(), givenID(params.Application), given(params.Api))
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.QuotaStatus{Day: dayOf(q.Day), ResetsAt: q.ResetsAt, Apis: make([]portalapi.ApiQuotaUse, len(q.APIs))}
	if out.Organisation, err = k.quotaUse(gate.OfOrganisation(q.Organisation), q.Limits); err != nil {
		k.unreadable(err)
		return
	}
	for i, a := range q.APIs {
		use, err := k.quotaUse(gate.OfAPI(a.Application, a.API), a.Limits)
		if err != nil {
			k.unreadable(err)
			return
		}
		out.Apis[i] = portalapi.ApiQuotaUse{Application: portalapi.ApplicationReference{Id: idOf(a.Application), Name: a.ApplicationName},
			Api: a.API, Plan: a.Plan, Use: use}
	}
	k.json(http.StatusOK, out)
}

// dayOf writes a day.
func dayOf(d portal.Day) portalapi.Day {
	day, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		panic(err) // days of ours are always days
	}
	return portalapi.Day{Time: day}
}

// quotaUse says what is used of a quota: nothing where no calls are counted.
func (k *call) quotaUse(subject string, l portal.Limits) (portalapi.QuotaUse, error) {
	var use gate.Use
	if k.server.gate != nil {
		var err error
		if use, err = k.server.gate.Used(k.gin.Request.Context(), subject); err != nil {
			return portalapi.QuotaUse{}, err
		}
	}
	out := portalapi.QuotaUse{Limits: planLimitsOf(l), UsedToday: int(use.Today), UsedThisHour: int(use.ThisHour)}
	if l.PerDay > 0 {
		out.RemainingToday = new(int(max(0, l.PerDay-use.Today)))
	}
	return out, nil
}
