package server_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/portal"
)

// Who can call an operation.
const (
	members    = "members"
	admins     = "admins of the organisation"
	staff      = "staff of the bank"
	bankAdmins = "admins of the bank"
)

// TestNobodyButWhoMayReadsOrChangesAnything walks every operation of applications, plans and reviews as another
// organisation, as a developer where an admin is needed, as the bank where members are meant and the other way round, and
// as nobody. Nothing is answered, and nothing has changed at the end.
func TestNobodyButWhoMayReadsOrChangesAnything(t *testing.T) {
	p := newProgramme(t)
	p.upgrade()
	a := p.enabled("Shop", "apis", []string{"deposits", "pan"})
	application := "/applications/" + a.text("id")
	p.ask(ravi, "POST "+application+"/credentials", object{}, 201)
	old := p.ask(ravi, "GET "+application+"/credentials", nil, 200).list("credentials")[1].text("id")
	rejected := p.pending("Rejected")
	p.decide(rejected.text("request"), object{"outcome": "reject", "reason": "No."})
	request := p.ask(asha, "POST "+application+"/apis/deposits/stage-requests", object{"stage": "uat", "agreements": nda}, 201).text("id")
	edit := newApplication("Taken over", "apis", []string{"pan"}, "agreements", nil)
	why := object{"reason": "Because."}

	operations := []struct {
		who, what string
		body      object
		// foreign is what an admin of another organisation is told about it; 0 is an operation that is about the caller's own.
		foreign int
	}{
		{members, "GET /applications", nil, 0},
		{members, "POST /applications", newApplication("Mine"), 0},
		{members, "GET " + application, nil, 404},
		{members, "PUT " + application, edit, 404},
		{members, "DELETE " + application, nil, 404},
		{members, "POST /applications/" + rejected.text("id") + "/submit", nil, 404},
		{members, "POST " + application + "/enable", nil, 404},
		{members, "POST " + application + "/disable", nil, 404},
		{members, "GET " + application + "/apis", nil, 404},
		{members, "POST " + application + "/apis", object{"apis": []string{"bank-connect"}}, 404},
		{members, "GET " + application + "/apis/pan", nil, 404},
		{members, "DELETE " + application + "/apis/pan", nil, 404},
		{members, "GET " + application + "/journey", nil, 404},
		{members, "GET " + application + "/credentials", nil, 404},
		{members, "POST " + application + "/credentials", object{}, 404},
		{members, "DELETE " + application + "/credentials/" + old, nil, 404},
		{members, "GET /organisation/account-plan", nil, 0},
		{members, "GET /organisation/requests", nil, 0},
		{members, "GET /organisation/requests/" + request, nil, 404},
		{members, "GET /quota", nil, 0},
		{members, "GET /quota?application=" + a.text("id"), nil, 404},
		{admins, "POST /organisation/account-plan/requests", object{"access": "production", "quota": "premium"}, 0},
		{admins, "POST " + application + "/apis/pan/plan-requests", object{"plan": "production"}, 404},
		{admins, "POST " + application + "/apis/pan/stage-requests", object{"stage": "uat"}, 404},
		{admins, "POST /organisation/requests/" + request + "/withdraw", nil, 404},
		{staff, "GET /bank/requests", nil, 403},
		{staff, "GET /bank/requests/" + request, nil, 403},
		{staff, "POST /bank/requests/" + request + "/decision", object{"outcome": "approve", "reason": "Mine."}, 403},
		{staff, "GET /bank/applications", nil, 403},
		{staff, "GET /bank" + application, nil, 403},
		{staff, "PUT /bank" + application + "/partner-scope", object{"partnerScope": "MINE", "reason": "Mine."}, 403},
		{bankAdmins, "POST /bank" + application + "/suspend", why, 403},
		{bankAdmins, "POST /bank" + application + "/lift", why, 403},
		{bankAdmins, "PUT /bank/organisations/" + p.acme.ID + "/account-plan", object{"access": "bronze", "quota": "premium", "reason": "Mine."}, 403},
		{bankAdmins, "POST /bank/quota-plans", quotaPlan("mine"), 403},
		{bankAdmins, "PUT /bank/quota-plans/standard", quotaPlan("", "name", nil), 403},
		{bankAdmins, "DELETE /bank/quota-plans/premium", nil, 403},
		{bankAdmins, "PUT /bank/access-plans/bronze", accessPlan("every", true), 403},
		{bankAdmins, "POST /bank/api-plans", apiPlan("mine"), 403},
		{bankAdmins, "PUT /bank/api-plans/sandbox", apiPlan("", "name", nil), 403},
		{bankAdmins, "DELETE /bank/api-plans/production", nil, 403},
	}
	before := p.everything()
	walked := map[string]bool{}
	for _, op := range operations {
		method, path, _ := strings.Cut(strings.SplitN(op.what, "?", 2)[0], " ")
		if found, _, _ := portalDocument().Match(method, path); found != nil {
			walked[found.ID] = true
		}
		t.Run(op.who+" "+strings.SplitN(op.what, "?", 2)[0], func(t *testing.T) {
			var given any
			if op.body != nil {
				given = op.body
			}
			p.refused(nobody, op.what, given, http.StatusUnauthorized, "CREDENTIALS_MISSING", "If-Match", "*")
			switch op.who {
			case members, admins:
				for _, who := range []string{meera, bala} {
					p.refused(who, op.what, given, http.StatusForbidden, "NO_ORGANISATION", "If-Match", "*")
				}
				if op.foreign != 0 {
					p.refused(zoe, op.what, given, op.foreign, "NOT_FOUND", "If-Match", "*")
				}
				if op.who == admins {
					p.refused(ravi, op.what, given, http.StatusForbidden, "ADMIN_NEEDED", "If-Match", "*")
				}
			case staff:
				for _, who := range []string{asha, ravi, zoe} {
					p.refused(who, op.what, given, op.foreign, "BANK_STAFF_NEEDED", "If-Match", "*")
				}
			case bankAdmins:
				for _, who := range []string{asha, ravi, zoe, meera} {
					p.refused(who, op.what, given, op.foreign, "BANK_ADMIN_NEEDED", "If-Match", "*")
				}
			}
		})
	}
	if after := p.everything(); after != before {
		t.Errorf("something has changed from\n%s\nto\n%s", before, after)
	}
	for _, op := range portalDocument().Operations {
		if len(op.Tags) > 0 && !walked[op.ID] && slices.Contains([]string{"Applications", "Credentials", "Bank: reviews"}, op.Tags[0]) {
			t.Errorf("nobody walks %s", op.ID)
		}
	}
	for _, path := range []string{"/applications", "/organisation/requests", "/quota"} {
		if w := p.call(zoe, "GET "+path, nil); strings.Contains(w.Body.String(), a.text("id")) || strings.Contains(w.Body.String(), request) {
			t.Errorf("%s shows another organisation's: %s", path, w.Body)
		}
	}
}

// everything writes all applications, credentials, subscriptions, requests, plans and organisations.
func (p *programme) everything() string {
	p.t.Helper()
	var all []any
	p.look(func(ctx context.Context, tx portal.Tx) error {
		all = nil
		applications, err := tx.Applications(ctx, portal.ApplicationFilter{})
		if err != nil {
			return err
		}
		for _, a := range applications {
			credentials, err := tx.CredentialsOf(ctx, a.ID)
			if err != nil {
				return err
			}
			subscriptions, err := tx.SubscriptionsOf(ctx, a.ID)
			if err != nil {
				return err
			}
			all = append(all, a, credentials, subscriptions)
		}
		requests, err := tx.Requests(ctx, portal.RequestFilter{})
		if err != nil {
			return err
		}
		for _, r := range requests {
			r.Decision = nil // a pointer
			all = append(all, r)
		}
		for _, read := range []func() (any, error){
			func() (any, error) { return tx.AccessPlans(ctx) }, func() (any, error) { return tx.QuotaPlans(ctx) },
			func() (any, error) { return tx.APIPlans(ctx) },
			func() (any, error) { return tx.Organisations(ctx, portal.OrganisationFilter{}) },
		} {
			v, err := read()
			if err != nil {
				return err
			}
			all = append(all, v)
		}
		return nil
	})
	return fmt.Sprintf("%+v", all)
}
