package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPlansAreShownToWhomTheyAreOffered(t *testing.T) {
	p := newProgramme(t)
	p.ask(bala, "POST /bank/quota-plans", quotaPlan("hidden", "offered", false), 201)
	p.ask(bala, "POST /bank/api-plans", apiPlan("secret", "offered", false), 201)
	names := func(who string) string {
		t.Helper()
		list := p.ask(who, "GET /plans", nil, 200)
		var out []string
		for _, kind := range []string{"access", "quota", "api"} {
			for _, plan := range list.list(kind) {
				out = append(out, plan.text("name"))
			}
			out = append(out, "/")
		}
		return strings.Join(out, " ")
	}
	const offered = "bronze production / standard premium / sandbox production /"
	for who, want := range map[string]string{nobody: offered, ravi: offered, meera: "bronze production / standard premium hidden / sandbox production secret /"} {
		if got := names(who); got != want {
			t.Errorf("%q sees %s", who, got)
		}
	}
	p.ask(bala, "PUT /bank/organisations/"+p.acme.ID+"/account-plan", object{"access": "bronze", "quota": "hidden", "reason": "A pilot."}, 200)
	if got := names(ravi); got != "bronze production / standard premium hidden / sandbox production /" {
		t.Errorf("on the plan: %s", got)
	}
	if got := names(zoe); got != offered {
		t.Errorf("another organisation: %s", got)
	}
	bronze := p.ask(nobody, "GET /plans", nil, 200).list("access")[0]
	if fmt.Sprint(bronze["apis"]) != "[bank-connect deposits pan]" || bronze["every"] != false || bronze["productionPlans"] != false {
		t.Errorf("bronze is %v", bronze)
	}
	standard := p.ask(nobody, "GET /plans", nil, 200).list("quota")[0]
	if l := standard.in("limits"); l.number("callsPerDay") != 10_000 || l.number("callsPerSecond") != 10 || l["callsPerHour"] != nil || standard.text("price") != "free" || standard.text("support") != "standard" {
		t.Errorf("standard is %v", standard)
	}
}

func quotaPlan(name string, pairs ...any) object {
	return object{"name": name, "title": "A quota", "limits": object{"callsPerDay": 5000, "callsPerHour": 500, "callsPerSecond": 5},
		"price": "chargeable", "support": "personal", "offered": true}.with(pairs...)
}

func apiPlan(name string, pairs ...any) object {
	return object{"name": name, "title": "A plan", "rules": "For the pilot.", "limits": object{"callsPerDay": 20_000}, "production": false, "offered": true}.with(pairs...)
}

func TestPlansAreMadeChangedAndDeletedByTheBank(t *testing.T) {
	p := newProgramme(t)
	quota := p.ask(bala, "POST /bank/quota-plans", quotaPlan("large"), 201)
	if quota.number("version") != 1 || quota.text("price") != "chargeable" || quota.text("support") != "personal" {
		t.Errorf("%v", quota)
	}
	plan := p.ask(bala, "POST /bank/api-plans", apiPlan("pilot", "apis", []string{"deposits"}), 201)
	if fmt.Sprint(plan["apis"]) != "[deposits]" {
		t.Errorf("%v", plan)
	}
	for name, c := range map[string]struct {
		what   string
		body   object
		status int
		code   string
	}{
		"a quota of the same name":             {"POST /bank/quota-plans", quotaPlan("large"), 409, "IDENTIFIER_TAKEN"},
		"a plan of the same name":              {"POST /bank/api-plans", apiPlan("pilot"), 409, "IDENTIFIER_TAKEN"},
		"fewer calls an hour than a second":    {"POST /bank/quota-plans", quotaPlan("x", "limits", object{"callsPerHour": 4, "callsPerSecond": 5}), 422, "PLAN_INVALID"},
		"fewer calls a day than an hour":       {"POST /bank/api-plans", apiPlan("x", "limits", object{"callsPerHour": 40, "callsPerDay": 39}), 422, "PLAN_INVALID"},
		"fewer calls a day than a second":      {"PUT /bank/quota-plans/large", quotaPlan("", "name", nil, "limits", object{"callsPerSecond": 40, "callsPerDay": 39}), 422, "PLAN_INVALID"},
		"no calls":                             {"POST /bank/quota-plans", quotaPlan("x", "limits", object{"callsPerDay": 0}), 400, "SCHEMA_VIOLATION"},
		"a plan for an unknown API":            {"POST /bank/api-plans", apiPlan("x", "apis", []string{"deposits", "loans"}), 422, "API_UNKNOWN"},
		"a change to an unknown API":           {"PUT /bank/api-plans/pilot", apiPlan("", "name", nil, "apis", []string{"loans"}), 422, "API_UNKNOWN"},
		"a set with an unknown API":            {"PUT /bank/access-plans/bronze", accessPlan("apis", []string{"loans"}), 422, "API_UNKNOWN"},
		"an unknown quota":                     {"PUT /bank/quota-plans/none", quotaPlan("", "name", nil), 404, "NOT_FOUND"},
		"an unknown plan":                      {"PUT /bank/api-plans/none", apiPlan("", "name", nil), 404, "NOT_FOUND"},
		"the plan Sandbox for production":      {"PUT /bank/api-plans/sandbox", apiPlan("", "name", nil, "production", true), 422, "PLAN_INVALID"},
		"the plan Sandbox for some APIs alone": {"PUT /bank/api-plans/sandbox", apiPlan("", "name", nil, "apis", []string{"pan"}), 422, "PLAN_INVALID"},
		"the quota Standard":                   {"DELETE /bank/quota-plans/standard", nil, 409, "IN_USE"},
		"the plan Sandbox":                     {"DELETE /bank/api-plans/sandbox", nil, 409, "IN_USE"},
	} {
		t.Run(name, func(*testing.T) {
			var given any
			if c.body != nil {
				given = c.body
			}
			p.refused(bala, c.what, given, c.status, c.code, "If-Match", "*")
		})
	}

	changed := p.ask(bala, "PUT /bank/quota-plans/large", quotaPlan("", "name", nil, "title", "Larger", "price", "free", "limits", object{}), 200, "If-Match", quota.tag())
	if changed.number("version") != 2 || changed.text("title") != "Larger" || changed.text("price") != "free" || len(changed.in("limits")) != 0 {
		t.Errorf("%v", changed)
	}
	p.refused(bala, "PUT /bank/quota-plans/large", quotaPlan("", "name", nil), 412, "PRECONDITION_FAILED", "If-Match", quota.tag())
	p.ask(bala, "PUT /bank/api-plans/pilot", apiPlan("", "name", nil, "apis", []string{"deposits", "pan"}), 200, "If-Match", plan.tag())
	p.refused(bala, "PUT /bank/api-plans/pilot", apiPlan("", "name", nil), 412, "PRECONDITION_FAILED", "If-Match", plan.tag())
	p.ask(bala, "PUT /bank/access-plans/bronze", accessPlan("apis", []string{"payouts"}), 200, "If-Match", `"1"`)
	p.refused(bala, "PUT /bank/access-plans/bronze", accessPlan(), 412, "PRECONDITION_FAILED", "If-Match", `"1"`)
	p.pending("Payouts", "apis", []string{"payouts"}) // bronze has it now

	p.ask(bala, "DELETE /bank/quota-plans/large", nil, 204)
	p.ask(bala, "DELETE /bank/api-plans/pilot", nil, 204)
	p.refused(bala, "DELETE /bank/api-plans/pilot", nil, 404, "NOT_FOUND")
	p.ask(bala, "POST /bank/api-plans", apiPlan("pilot"), 201) // the name is free again

	var actions []string
	for _, e := range p.ask(bala, "GET /bank/audit?limit=200", nil, 200).list("entries") {
		if strings.HasPrefix(e.text("action"), "plan.") {
			actions = append(actions, strings.TrimPrefix(e.text("action"), "plan.")+" "+e.in("object").text("id"))
		}
	}
	slices.Reverse(actions)
	if want := "[created large created pilot changed large changed pilot changed bronze deleted large deleted pilot created pilot]"; fmt.Sprint(actions) != want {
		t.Errorf("the audit log has %v", actions)
	}
}

func accessPlan(pairs ...any) object {
	return object{"title": "Bronze", "every": false, "apis": []string{}, "productionPlans": false}.with(pairs...)
}

func TestAPlanInUseStays(t *testing.T) {
	p := newProgramme(t)
	p.ask(bala, "POST /bank/quota-plans", quotaPlan("large"), 201)
	p.ask(bala, "POST /bank/quota-plans", quotaPlan("asked"), 201)
	p.ask(bala, "POST /bank/api-plans", apiPlan("pilot"), 201)
	p.ask(bala, "PUT /bank/organisations/"+p.zenith.ID+"/account-plan", object{"access": "bronze", "quota": "large", "reason": "As agreed."}, 200)
	p.refused(bala, "DELETE /bank/quota-plans/large", nil, 409, "IN_USE")
	account := p.ask(asha, "POST /organisation/account-plan/requests", object{"access": "bronze", "quota": "asked"}, 201)
	p.refused(bala, "DELETE /bank/quota-plans/asked", nil, 409, "IN_USE")
	p.ask(asha, "POST /organisation/requests/"+account.text("id")+"/withdraw", nil, 200)
	p.ask(bala, "DELETE /bank/quota-plans/asked", nil, 204)

	a := p.enabled("Shop")
	request := p.ask(asha, "POST /applications/"+a.text("id")+"/apis/deposits/plan-requests", object{"plan": "pilot"}, 201)
	p.refused(bala, "DELETE /bank/api-plans/pilot", nil, 409, "IN_USE")
	p.decide(request.text("id"), object{"outcome": "approve", "reason": "Fine."})
	p.refused(bala, "DELETE /bank/api-plans/pilot", nil, 409, "IN_USE")
	p.refused(bala, "PUT /bank/api-plans/pilot", apiPlan("", "name", nil, "apis", []string{"pan"}), 409, "IN_USE", "If-Match", "*")
	p.ask(ravi, "DELETE /applications/"+a.text("id"), nil, 204)
	p.ask(bala, "DELETE /bank/api-plans/pilot", nil, 204)
}

func TestAnotherAccountPlanIsAskedForAndDecided(t *testing.T) {
	p := newProgramme(t)
	if plan := p.ask(ravi, "GET /organisation/account-plan", nil, 200); plan.text("access") != "bronze" || plan.text("quota") != "standard" ||
		plan.in("limits").number("callsPerDay") != 10_000 || plan.text("since") != start.Format(time.RFC3339) || plan["request"] != nil {
		t.Errorf("%v", plan)
	}
	const path = "POST /organisation/account-plan/requests"
	p.refused(asha, path, object{"access": "bronze", "quota": "standard"}, 409, "ACCOUNT_PLAN_UNCHANGED")
	p.refused(asha, path, object{"access": "bronze", "quota": "none"}, 422, "PLAN_UNKNOWN")
	p.ask(bala, "POST /bank/quota-plans", quotaPlan("hidden", "offered", false), 201)
	p.refused(asha, path, object{"access": "production", "quota": "hidden"}, 422, "PLAN_UNKNOWN")
	r := p.ask(asha, path, object{"access": "production", "quota": "premium", "comment": "We grow."}, 201)
	if r.text("kind") != "account-plan" || r.in("accountPlan").text("quota") != "premium" || r.text("comment") != "We grow." || r["apis"] != nil || r["application"] != nil {
		t.Errorf("%v", r)
	}
	p.refused(asha, path, object{"access": "bronze", "quota": "premium"}, 409, "REQUEST_PENDING")
	if plan := p.ask(ravi, "GET /organisation/account-plan", nil, 200); plan.text("request") != r.text("id") {
		t.Errorf("%v", plan)
	}
	if text := p.letters(meera + "@example.com")[0].Text; !strings.Contains(text, "We grow.") {
		t.Errorf("the reviewer reads %s", text)
	}
	a := p.enabled("Shop")
	p.later(time.Hour)
	p.decide(r.text("id"), object{"outcome": "approve", "reason": "Paid for."})
	if plan := p.ask(ravi, "GET /organisation/account-plan", nil, 200); plan.text("access") != "production" || plan.in("limits").number("callsPerSecond") != 100 ||
		plan.text("since") != start.Add(time.Hour).Format(time.RFC3339) || plan["request"] != nil {
		t.Errorf("%v", plan)
	}
	if got := p.told(a.text("id")); got[len(got)-1] != "account-plan.approved" {
		t.Errorf("the webhook is told %q", got)
	}

	p.ask(asha, path, object{"access": "bronze", "quota": "standard"}, 201)
	assigned := p.ask(bala, "PUT /bank/organisations/"+p.acme.ID+"/account-plan", object{"access": "bronze", "quota": "hidden", "reason": "The contract."}, 200)
	if assigned.text("quota") != "hidden" || assigned["request"] != nil {
		t.Errorf("assigned: %v", assigned)
	}
	if list := p.ask(asha, "GET /organisation/requests?kind=account-plan", nil, 200).list("requests"); list[0].text("state") != "withdrawn" || list[1].text("state") != "approved" {
		t.Errorf("%v", list)
	}
	p.refused(bala, "PUT /bank/organisations/"+p.acme.ID+"/account-plan", object{"access": "bronze", "quota": "none", "reason": "Why not."}, 422, "PLAN_UNKNOWN")
	p.refused(bala, "PUT /bank/organisations/"+a.text("id")+"/account-plan", object{"access": "bronze", "quota": "standard", "reason": "Who?"}, 404, "NOT_FOUND")
	if mails := p.mails(asha); mails[len(mails)-1] != "Your organisation has another account plan" {
		t.Errorf("%q", mails)
	}
	if got := p.audited(p.acme.ID); got[len(got)-1] != "account-plan.assigned" || !slices.Contains(got, "account-plan.approved") {
		t.Errorf("%q", got)
	}
}

func TestAnotherAPIPlanIsAskedForAndDecided(t *testing.T) {
	p := newProgramme(t)
	p.ask(bala, "POST /bank/api-plans", apiPlan("pilot", "apis", []string{"deposits"}), 201)
	p.ask(bala, "POST /bank/api-plans", apiPlan("hidden", "offered", false), 201)
	a := p.enabled("Shop", "apis", []string{"deposits", "pan"})
	path := "POST /applications/" + a.text("id") + "/apis/deposits/plan-requests"
	for name, c := range map[string]struct {
		what, plan string
		status     int
		code       string
	}{
		"production on Bronze":             {path, "production", 409, "ACCOUNT_PLAN_TOO_LOW"},
		"the same plan":                    {path, "sandbox", 409, "API_PLAN_UNCHANGED"},
		"an unknown plan":                  {path, "none", 422, "PLAN_UNKNOWN"},
		"a plan that is not offered":       {path, "hidden", 422, "PLAN_UNKNOWN"},
		"a plan for another API":           {strings.Replace(path, "deposits", "pan", 1), "pilot", 422, "PLAN_UNKNOWN"},
		"an API that it does not have":     {strings.Replace(path, "deposits", "bank-connect", 1), "pilot", 404, "NOT_FOUND"},
		"an API that nobody has heard of":  {strings.Replace(path, "deposits", "loans", 1), "pilot", 404, "NOT_FOUND"},
		"an application that there is not": {"POST /applications/" + p.acme.ID + "/apis/deposits/plan-requests", "pilot", 404, "NOT_FOUND"},
	} {
		t.Run(name, func(*testing.T) { p.refused(asha, c.what, object{"plan": c.plan}, c.status, c.code) })
	}
	r := p.ask(asha, path, object{"plan": "pilot", "comment": "The pilot begins."}, 201)
	if r.text("kind") != "api-plan" || r.text("plan") != "pilot" || fmt.Sprint(r["apis"]) != "[deposits]" || r.in("application").text("name") != "Shop" {
		t.Errorf("%v", r)
	}
	p.refused(asha, path, object{"plan": "pilot"}, 409, "REQUEST_PENDING")
	p.decide(r.text("id"), object{"outcome": "approve", "reason": "Fine."})
	if got := subscriptionsOf(p.application(a.text("id"))); got != "deposits approved sandbox pilot, pan approved sandbox sandbox" {
		t.Error(got)
	}
	if got := p.told(a.text("id")); got[len(got)-1] != "api-plan.approved" {
		t.Errorf("the webhook is told %q", got)
	}

	p.ask(ravi, "POST /applications/"+a.text("id")+"/apis", object{"apis": []string{"bank-connect"}}, 200)
	p.refused(asha, strings.Replace(path, "deposits", "bank-connect", 1), object{"plan": "production"}, 409, "SUBSCRIPTION_STATE_CONFLICT")

	// The account plan has become too low by the time of the decision.
	p.upgrade()
	r = p.ask(asha, path, object{"plan": "production"}, 201)
	p.ask(bala, "PUT /bank/organisations/"+p.acme.ID+"/account-plan", object{"access": "bronze", "quota": "standard", "reason": "Not paid."}, 200)
	p.refused(meera, "POST /bank/requests/"+r.text("id")+"/decision", object{"outcome": "approve", "reason": "Fine."}, 409, "ACCOUNT_PLAN_TOO_LOW", "If-Match", "*")
	if r := p.ask(meera, "GET /bank/requests/"+r.text("id"), nil, 200); r.text("state") != "open" || r["decision"] != nil {
		t.Errorf("a decision that was refused: %v", r)
	}
	p.decide(r.text("id"), object{"outcome": "reject", "reason": "Not paid."})
	if got := p.application(a.text("id")).list("subscriptions")[1]; got.text("plan") != "pilot" {
		t.Errorf("%v", got)
	}
}

func TestQuotasAreThoseOfThePlans(t *testing.T) {
	p := newProgramme(t)
	shop := p.enabled("Shop", "apis", []string{"deposits", "pan"})
	p.enabled("Kiosk", "apis", []string{"pan"})
	p.ask(ravi, "POST /applications/"+shop.text("id")+"/apis", object{"apis": []string{"bank-connect"}}, 200)
	status := p.ask(ravi, "GET /quota", nil, 200)
	if status.text("day") != "2026-03-01" || status.text("resetsAt") != "2026-03-01T18:30:00Z" {
		t.Errorf("%v", status)
	}
	if o := status.in("organisation"); o.in("limits").number("callsPerDay") != 10_000 || o.number("remainingToday") != 10_000 || o.number("usedToday") != 0 {
		t.Errorf("%v", o)
	}
	listed := func(query string) (out []string) {
		for _, a := range p.ask(ravi, "GET /quota"+query, nil, 200).list("apis") {
			out = append(out, fmt.Sprintf("%s %s %s %d", a.in("application").text("name"), a.text("api"), a.text("plan"), a.in("use").number("remainingToday")))
		}
		return out
	}
	for query, want := range map[string]string{
		"":                                "[Kiosk pan sandbox 1000 Shop deposits sandbox 1000 Shop pan sandbox 1000]",
		"?api=pan":                        "[Kiosk pan sandbox 1000 Shop pan sandbox 1000]",
		"?application=" + shop.text("id"): "[Shop deposits sandbox 1000 Shop pan sandbox 1000]",
		"?api=payouts":                    "[]",
	} {
		if got := listed(query); fmt.Sprint(got) != want {
			t.Errorf("%s: %v", query, got)
		}
	}
	p.refused(zoe, "GET /quota?application="+shop.text("id"), nil, 404, "NOT_FOUND")
}
