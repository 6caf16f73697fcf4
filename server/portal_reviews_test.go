package server_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestAnAPIGoesThroughItsStages(t *testing.T) {
	p := newProgramme(t)
	a := p.enabled("Shop")
	stages := "POST /applications/" + a.text("id") + "/apis/deposits/stage-requests"
	if got := p.journey(a, "deposits"); got != "uat: AGREEMENT_MISSING nda 1; production: ACCOUNT_PLAN_TOO_LOW, AGREEMENT_MISSING nda 1" {
		t.Error(got)
	}
	p.refused(asha, stages, object{"stage": "uat"}, 409, "AGREEMENT_MISSING")
	p.refused(asha, stages, object{"stage": "sandbox"}, 400, "SCHEMA_VIOLATION")
	unknown := p.refused(asha, stages, object{"stage": "uat", "agreements": []object{{"agreement": "nda", "version": 7, "signatory": "Asha"}}}, 422, "AGREEMENT_UNKNOWN")
	if len(unknown.Errors) != 1 || unknown.Errors[0].Pointer != "/agreements/0" {
		t.Errorf("%+v", unknown)
	}
	p.refused(asha, stages, object{"stage": "production", "agreements": nda}, 409, "ACCOUNT_PLAN_TOO_LOW")
	if records := p.ask(asha, "GET /organisation/agreements", nil, 200).list("records"); len(records) != 1 {
		t.Errorf("a refused request has recorded %v", records)
	}

	r := p.ask(asha, stages, object{"stage": "uat", "agreements": nda, "comment": "Our tests are done."}, 201)
	if r.text("kind") != "stage" || r.text("stage") != "uat" || len(r.list("agreements")) != 1 || r.list("agreements")[0].text("signatory") != "Asha Rao, director" {
		t.Errorf("%v", r)
	}
	p.refused(asha, stages, object{"stage": "uat"}, 409, "REQUEST_PENDING")
	if got := p.journey(a, "deposits"); got != "uat: REQUEST_PENDING ("+r.text("id")+"); production: ACCOUNT_PLAN_TOO_LOW, REQUEST_PENDING" {
		t.Error(got)
	}
	p.decide(r.text("id"), object{"outcome": "approve", "reason": "Well tested."})
	if got := subscriptionsOf(p.application(a.text("id"))); got != "deposits approved uat sandbox" {
		t.Error(got)
	}
	p.refused(asha, stages, object{"stage": "uat"}, 409, "STAGE_REACHED")
	p.refused(asha, "POST /applications/"+a.text("id")+"/apis/deposits/plan-requests", object{"plan": "production"}, 409, "STAGE_USES_SANDBOX_PLAN")

	p.upgrade()
	if got := p.journey(a, "deposits"); got != "uat: reached; production: requestable" {
		t.Error(got)
	}
	r = p.ask(asha, stages, object{"stage": "production"}, 201)
	decided := p.decide(r.text("id"), object{"outcome": "approve", "reason": "Go live."})
	if decided.in("decision").text("plan") != "production" {
		t.Errorf("%v", decided)
	}
	s := p.ask(ravi, "GET /applications/"+a.text("id")+"/apis/deposits", nil, 200)
	if s.text("stage") != "production" || s.text("plan") != "production" || s.text("productionUrl") != "https://api.bank.example/deposits/v1" {
		t.Errorf("%v", s)
	}
	if got := p.journey(a, "deposits"); got != "uat: reached; production: reached" {
		t.Error(got)
	}
	p.refused(asha, stages, object{"stage": "production"}, 409, "STAGE_REACHED")
	if got := p.told(a.text("id")); fmt.Sprint(got) != "[application.approved stage.approved stage.approved]" {
		t.Errorf("the webhook is told %q", got)
	}
	for _, who := range []string{asha, ravi, meera} {
		if got := p.mails(who); !slices.Contains(got, "Acme Payments asks for stage uat for the API deposits of the application Shop") {
			t.Errorf("%s has %q", who, got)
		}
	}
	p.ask(ravi, "POST /applications/"+a.text("id")+"/apis", object{"apis": []string{"pan"}}, 200)
	p.ask(ravi, "DELETE /applications/"+a.text("id")+"/apis/deposits", nil, 204)
	p.ask(ravi, "POST /applications/"+a.text("id")+"/apis", object{"apis": []string{"deposits"}}, 200)
	if got := subscriptionsOf(p.application(a.text("id"))); got != "deposits requested sandbox sandbox, pan requested sandbox sandbox" {
		t.Errorf("added again it starts anew: %s", got)
	}
	if got := p.journey(a, "pan"); got != "uat: SUBSCRIPTION_STATE_CONFLICT; production: SUBSCRIPTION_STATE_CONFLICT" {
		t.Error(got)
	}
	p.refused(asha, strings.Replace(stages, "deposits", "pan", 1), object{"stage": "uat"}, 409, "SUBSCRIPTION_STATE_CONFLICT")
}

// journey writes what an API of an application can go to, and what is missing for it.
func (p *programme) journey(a object, api string) string {
	p.t.Helper()
	var out []string
	for _, j := range p.ask(ravi, "GET /applications/"+a.text("id")+"/journey", nil, 200).list("apis") {
		if j.text("api") != api {
			continue
		}
		for _, step := range j.list("steps") {
			var missing []string
			for _, gap := range step.list("missing") {
				text := gap.text("code")
				if gap["agreement"] != nil {
					text += fmt.Sprintf(" %s %d", gap.text("agreement"), gap.number("version"))
				}
				missing = append(missing, text)
			}
			text := strings.Join(missing, ", ")
			switch {
			case step["reached"] == true:
				text = "reached" + text
			case step["requestable"] == true:
				text = "requestable" + text
			}
			if step["request"] != nil {
				text += " (" + step.text("request") + ")"
			}
			out = append(out, step.text("stage")+": "+text)
		}
	}
	return strings.Join(out, "; ")
}

func TestTheSandboxMayGoStraightToProduction(t *testing.T) {
	p := newProgramme(t)
	p.upgrade()
	p.ask(bala, "POST /bank/api-plans", apiPlan("gold", "production", true, "offered", false, "apis", []string{"deposits"}), 201)
	p.ask(bala, "POST /bank/api-plans", apiPlan("silver", "production", true, "apis", []string{"pan"}), 201)
	a := p.enabled("Shop")
	p.ask(asha, "POST /organisation/agreements", object{"agreement": "nda", "version": 1, "signatory": "Asha Rao"}, 201)
	plan := p.ask(asha, "POST /applications/"+a.text("id")+"/apis/deposits/plan-requests", object{"plan": "production"}, 201)
	r := p.ask(asha, "POST /applications/"+a.text("id")+"/apis/deposits/stage-requests", object{"stage": "production"}, 201)
	decision := "POST /bank/requests/" + r.text("id") + "/decision"
	for _, wrong := range []string{"silver", "sandbox", "none"} {
		p.refused(meera, decision, object{"outcome": "approve", "reason": "Go.", "plan": wrong}, 422, "PLAN_UNKNOWN", "If-Match", "*")
	}
	p.ask(meera, decision, object{"outcome": "approve", "reason": "Go.", "plan": "gold"}, 200, "If-Match", "*")
	if got := subscriptionsOf(p.application(a.text("id"))); got != "deposits approved production gold" {
		t.Error(got)
	}
	if overtaken := p.ask(asha, "GET /organisation/requests/"+plan.text("id"), nil, 200); overtaken.text("state") != "withdrawn" {
		t.Errorf("the request for a plan is overtaken: %v", overtaken)
	}
}

func TestARefusalOfAStageCanBeFinal(t *testing.T) {
	p := newProgramme(t)
	a := p.enabled("Shop")
	stages := "POST /applications/" + a.text("id") + "/apis/deposits/stage-requests"
	r := p.ask(asha, stages, object{"stage": "uat", "agreements": nda}, 201)
	p.decide(r.text("id"), object{"outcome": "reject", "reason": "Test more."})
	r = p.ask(asha, stages, object{"stage": "uat"}, 201)
	decided := p.decide(r.text("id"), object{"outcome": "reject", "reason": "We do not serve this business.", "final": true})
	if decided.in("decision")["final"] != true || decided.in("decision").in("decidedBy").text("name") != "Meera Iyer" {
		t.Errorf("%v", decided)
	}
	if seen := p.ask(ravi, "GET /organisation/requests/"+r.text("id"), nil, 200).in("decision"); seen["decidedBy"] != nil || seen.text("reason") != "We do not serve this business." {
		t.Errorf("the organisation sees %v", seen)
	}
	p.refused(asha, stages, object{"stage": "uat"}, 409, "STAGE_REFUSED_FINALLY")
	if got := p.journey(a, "deposits"); !strings.HasPrefix(got, "uat: STAGE_REFUSED_FINALLY;") {
		t.Error(got)
	}
	p.ask(ravi, "POST /applications/"+a.text("id")+"/apis", object{"apis": []string{"pan"}}, 200)
	p.ask(ravi, "DELETE /applications/"+a.text("id")+"/apis/deposits", nil, 204)
	p.ask(ravi, "POST /applications/"+a.text("id")+"/apis", object{"apis": []string{"deposits"}}, 200)
	p.decide(p.ask(ravi, "GET /applications/"+a.text("id")+"/apis/deposits", nil, 200)["requests"].([]any)[0].(string), object{"outcome": "approve", "reason": "Fine."})
	p.refused(asha, stages, object{"stage": "uat"}, 409, "STAGE_REFUSED_FINALLY") // removing and adding is no appeal
}

func TestADecisionMustFitItsRequest(t *testing.T) {
	p := newProgramme(t)
	p.upgrade()
	a := p.enabled("Shop")
	waiting := p.pending("Waiting")
	uat := p.ask(asha, "POST /applications/"+a.text("id")+"/apis/deposits/stage-requests", object{"stage": "uat", "agreements": nda}, 201)
	for name, c := range map[string]struct {
		request string
		body    object
		status  int
		code    string
	}{
		"no reason":                    {waiting.text("request"), object{"outcome": "approve"}, 400, "SCHEMA_VIOLATION"},
		"an empty reason":              {waiting.text("request"), object{"outcome": "approve", "reason": " \n"}, 400, "SCHEMA_VIOLATION"},
		"a maybe":                      {waiting.text("request"), object{"outcome": "maybe", "reason": "Hm."}, 400, "SCHEMA_VIOLATION"},
		"a final no to an application": {waiting.text("request"), object{"outcome": "reject", "reason": "No.", "final": true}, 422, "DECISION_INVALID"},
		"a final yes":                  {uat.text("id"), object{"outcome": "approve", "reason": "Yes.", "final": true}, 422, "DECISION_INVALID"},
		"a plan with an application":   {waiting.text("request"), object{"outcome": "approve", "reason": "Yes.", "plan": "production"}, 422, "DECISION_INVALID"},
		"a plan with stage UAT":        {uat.text("id"), object{"outcome": "approve", "reason": "Yes.", "plan": "production"}, 422, "DECISION_INVALID"},
		"a plan with a refused stage":  {uat.text("id"), object{"outcome": "reject", "reason": "No.", "plan": "production"}, 422, "DECISION_INVALID"},
		"a request that there is not":  {a.text("id"), object{"outcome": "approve", "reason": "Yes."}, 404, "NOT_FOUND"},
		"a request that is decided":    {p.lastRequest(a), object{"outcome": "reject", "reason": "After all."}, 409, "REQUEST_CLOSED"},
	} {
		t.Run(name, func(*testing.T) {
			p.refused(meera, "POST /bank/requests/"+c.request+"/decision", c.body, c.status, c.code, "If-Match", "*")
		})
	}
	p.refused(meera, "POST /bank/requests/"+waiting.text("request")+"/decision", object{"outcome": "approve", "reason": "Yes."}, 400, "SCHEMA_VIOLATION")

	p.ask(bala, "POST /bank/organisations/"+p.acme.ID+"/suspend", object{"reason": "Not paid."}, 200)
	p.refused(meera, "POST /bank/requests/"+uat.text("id")+"/decision", object{"outcome": "approve", "reason": "Yes."}, 409, "ORGANISATION_STATE_CONFLICT", "If-Match", "*")
	p.refused(ravi, "POST /applications/"+a.text("id")+"/disable", nil, 403, "ORGANISATION_SUSPENDED")
	p.application(a.text("id")) // can still be read
}

// lastRequest is the latest request about an application.
func (p *programme) lastRequest(a object) string {
	p.t.Helper()
	return p.ask(ravi, "GET /organisation/requests?kind=application&application="+a.text("id"), nil, 200).list("requests")[0].text("id")
}

func TestADecisionIsMadeOnWhatWasSeen(t *testing.T) {
	p := newProgramme(t)
	a := p.pending("Shop")
	seen := p.ask(meera, "GET /bank/requests/"+a.text("request"), nil, 200)
	p.ask(ravi, "PUT /applications/"+a.text("id"), newApplication("Casino", "apis", nil, "agreements", nil), 200, "If-Match", "*")
	decision := "POST /bank/requests/" + a.text("request") + "/decision"
	p.refused(meera, decision, object{"outcome": "approve", "reason": "A nice shop."}, 412, "PRECONDITION_FAILED", "If-Match", seen.tag())
	if now := p.application(a.text("id")); now.text("state") != "pending" {
		t.Errorf("%v", now)
	}
	w := p.call(meera, "GET /bank/requests/"+a.text("request"), nil)
	if w.Header().Get("ETag") != `"2"` {
		t.Errorf("ETag is %s", w.Header().Get("ETag"))
	}
	p.ask(meera, decision, object{"outcome": "reject", "reason": "No casinos."}, 200, "If-Match", `"2"`)
	p.refused(bala, decision, object{"outcome": "approve", "reason": "Why not?"}, 412, "PRECONDITION_FAILED", "If-Match", `"2"`)
	p.refused(bala, decision, object{"outcome": "approve", "reason": "Why not?"}, 409, "REQUEST_CLOSED", "If-Match", "*")
}

func TestOfTwoReviewersAtOnceOneDecides(t *testing.T) { onBothEngines(t, oneReviewerDecides) }

func oneReviewerDecides(t *testing.T, p *programme) {
	for round := range 5 {
		a := p.pending(fmt.Sprintf("Shop %d", round))
		p.person(meera)
		p.person(bala)
		var group sync.WaitGroup
		var guard sync.Mutex
		answers := map[int]int{}
		for i, who := range []string{meera, bala, meera, bala} {
			reviewer := *p.people[who]
			outcome := []string{"approve", "reject"}[i%2]
			group.Go(func() {
				w := reviewer.call("POST", "/bank/requests/"+a.text("request")+"/decision", `{"outcome":"`+outcome+`","reason":"So be it."}`, "If-Match", `"1"`)
				guard.Lock()
				defer guard.Unlock()
				answers[w.Code]++
			})
		}
		group.Wait()
		if answers[200] != 1 || answers[412] != 3 {
			t.Errorf("round %d: the answers are %v", round, answers)
		}
		now := p.application(a.text("id"))
		r := p.ask(meera, "GET /bank/requests/"+a.text("request"), nil, 200)
		if (now.text("state") == "enabled") != (r.text("state") == "approved") || (now["clientId"] != nil) != (r.text("state") == "approved") {
			t.Errorf("the application is %v and its request %v", now, r)
		}
	}
}

func TestRequestsAreListed(t *testing.T) {
	p := newProgramme(t)
	shop := p.enabled("Shop")
	kiosk := p.pending("Kiosk", "apis", []string{"pan"})
	account := p.ask(asha, "POST /organisation/account-plan/requests", object{"access": "bronze", "quota": "premium"}, 201)
	other := p.ask(zoe, "POST /applications", newApplication("Zenith App"), 201)
	listed := func(who, path string) string {
		t.Helper()
		var out []string
		for _, r := range p.ask(who, "GET "+path, nil, 200).list("requests") {
			text := r.text("kind") + " " + r.text("state")
			if r["application"] != nil {
				text += " " + r.in("application").text("name")
			}
			out = append(out, text)
		}
		return strings.Join(out, ", ")
	}
	for _, c := range []struct{ who, path, want string }{
		{ravi, "/organisation/requests", "account-plan open, application open Kiosk, application approved Shop"},
		{ravi, "/organisation/requests?kind=account-plan", "account-plan open"},
		{ravi, "/organisation/requests?state=approved", "application approved Shop"},
		{ravi, "/organisation/requests?application=" + kiosk.text("id"), "application open Kiosk"},
		{ravi, "/organisation/requests?application=" + other.text("id"), ""},
		{zoe, "/organisation/requests", "application open Zenith App"},
		{meera, "/bank/requests", "application open Kiosk, account-plan open, application open Zenith App"},
		{meera, "/bank/requests?state=approved", "application approved Shop"},
		{meera, "/bank/requests?kind=application", "application approved Shop, application open Kiosk, application open Zenith App"},
		{meera, "/bank/requests?api=pan", "application open Kiosk"},
		{meera, "/bank/requests?organisation=" + p.zenith.ID, "application open Zenith App"},
		{meera, "/bank/requests?application=" + shop.text("id"), "application approved Shop"},
	} {
		if got := listed(c.who, c.path); got != c.want {
			t.Errorf("%s: %s", c.path, got)
		}
	}
	for who, path := range map[string]string{ravi: "/organisation/requests", meera: "/bank/requests"} {
		var all []string
		for cursor := ""; ; {
			page := p.ask(who, "GET "+path+"?limit=1"+cursor, nil, 200)
			all = append(all, page.list("requests")[0].text("kind"))
			if page["next"] == nil {
				break
			}
			cursor = "&cursor=" + page.text("next")
		}
		if len(all) != 3 {
			t.Errorf("%s page by page: %v", path, all)
		}
		p.refused(who, "GET "+path+"?cursor=bm9uZQ", nil, 400, "SCHEMA_VIOLATION")
	}

	withdraw := func(id string) string { return "POST /organisation/requests/" + id + "/withdraw" }
	if r := p.ask(asha, withdraw(account.text("id")), nil, 200); r.text("state") != "withdrawn" || r.number("version") != 2 || r["decision"] != nil {
		t.Errorf("%v", r)
	}
	p.refused(asha, withdraw(account.text("id")), nil, 409, "REQUEST_CLOSED")
	p.refused(asha, withdraw(kiosk.text("request")), nil, 409, "REQUEST_NOT_WITHDRAWABLE")
	p.refused(meera, "POST /bank/requests/"+account.text("id")+"/decision", object{"outcome": "approve", "reason": "Fine."}, 409, "REQUEST_CLOSED", "If-Match", "*")
	if got := p.audited(p.acme.ID); got[len(got)-1] != "request.withdrawn" {
		t.Errorf("%q", got)
	}
}

func TestARequestThatIsSentTwiceIsDoneOnce(t *testing.T) {
	p := newProgramme(t)
	first := p.ask(ravi, "POST /applications", newApplication("Shop"), 201, "Idempotency-Key", "one")
	w := p.call(ravi, "POST /applications", newApplication("Shop"), "Idempotency-Key", "one")
	if w.Code != 201 || w.Header().Get("ETag") != first.tag() || !strings.Contains(w.Body.String(), first.text("id")) {
		t.Errorf("%d with %s", w.Code, w.Body)
	}
	p.refused(ravi, "POST /applications", newApplication("Shop 2"), 422, "IDEMPOTENCY_KEY_REUSED", "Idempotency-Key", "one")
	p.ask(asha, "POST /applications", newApplication("Shop 3"), 201, "Idempotency-Key", "one") // somebody else's key
	a := p.application(first.text("id"))
	p.decide(a.text("request"), object{"outcome": "approve", "reason": "Fine."})
	path := "POST /applications/" + a.text("id") + "/credentials"
	pair := p.ask(ravi, path, object{}, 201, "Idempotency-Key", "two")
	if again := p.ask(ravi, path, object{}, 201, "Idempotency-Key", "two"); again.text("clientSecret") != pair.text("clientSecret") {
		t.Errorf("%v, then %v", pair, again)
	}
}
