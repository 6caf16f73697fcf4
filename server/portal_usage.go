package server

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// GetUsage answers GET /usage.
func (portalAPI) GetUsage(c *gin.Context, params portalapi.GetUsageParams) {
	k := callOf(c)
	q := portal.UsagePage{Cursor: given(params.Cursor), Limit: limitOf(params.Limit), UsageFilter: portal.UsageFilter{
		Application: givenID(params.Application), API: given(params.Api), From: dayGiven(params.From), To: dayGiven(params.To),
		By: groupsGiven(params.GroupBy),
	}}
	r, err := k.portal().Usage(c.Request.Context(), k.actor(), q)
	k.usage(&r, err)
}

// GetBankUsage answers GET /bank/usage.
func (portalAPI) GetBankUsage(c *gin.Context, params portalapi.GetBankUsageParams) {
	k := callOf(c)
	q := portal.UsagePage{Cursor: given(params.Cursor), Limit: limitOf(params.Limit), UsageFilter: portal.UsageFilter{
		Organisation: givenID(params.Organisation), Application: givenID(params.Application), API: given(params.Api),
		From: dayGiven(params.From), To: dayGiven(params.To), By: groupsGiven(params.GroupBy),
	}}
	r, err := k.portal().BankUsage(c.Request.Context(), k.actor(), q)
	k.usage(&r, err)
}

// dayGiven reads a day that may be left out.
func dayGiven(d *portalapi.Day) portal.Day {
	if d == nil {
		return ""
	}
	return portal.Day(d.Format(time.DateOnly))
}

// groupsGiven reads what calls are to be counted by; left out it is the day.
func groupsGiven[G ~string](list *[]G) []portal.UsageGroup {
	if list == nil {
		return []portal.UsageGroup{portal.ByDay}
	}
	return mapped(*list, func(g G) portal.UsageGroup { return portal.UsageGroup(g) })
}

func (k *call) usage(r *portal.UsageReport, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.UsageReport{From: dayOf(r.From), To: dayOf(r.To), Total: figuresOf(&r.Total), Next: unlessZero(r.Next),
		Rows: mapped(r.Rows, usageRowOf)})
}

func usageRowOf(u portal.UsageRow) portalapi.UsageRow {
	out := portalapi.UsageRow{Api: unlessZero(u.API), Figures: figuresOf(&u.Figures)}
	if u.Day != "" {
		day := dayOf(u.Day)
		out.Day = &day
	}
	if u.Organisation != "" {
		out.Organisation = &portalapi.OrganisationReference{Id: idOf(u.Organisation), Name: nameOr(u.OrganisationName)}
	}
	if u.Application != "" {
		out.Application = &portalapi.ApplicationReference{Id: idOf(u.Application), Name: nameOr(u.ApplicationName)}
	}
	return out
}

// nameOr is a name, or what stands for that of something that is gone.
func nameOr(name string) string {
	if name == "" {
		return "(gone)"
	}
	return name
}

// figuresOf writes calls in numbers; without calls there is no latency.
func figuresOf(f *portal.Figures) portalapi.UsageFigures {
	out := portalapi.UsageFigures{Calls: int(f.Calls), ClientErrors: int(f.ClientErrors), ServerErrors: int(f.ServerErrors), Throttled: int(f.Throttled)}
	if f.Calls > 0 {
		out.Latency = &portalapi.Latency{P50: int(f.Percentile(50)), P95: int(f.Percentile(95)), P99: int(f.Percentile(99)), Max: int(f.Longest)}
	}
	return out
}
