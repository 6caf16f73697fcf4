package server_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// journey is a partner on the way through the programme.
type journey struct {
	*deployment
	organisation, application, path string
	pair                            pair
	token                           string
}

// priya is who travels: the admin of Kite.
const priya = "priya.das"

// TestThePartnersJourney goes the whole way of a partner over HTTP, by the server's clock: from the registration to the
// deletion of the application.
func TestThePartnersJourney(t *testing.T) {
	j := &journey{deployment: newDeployment(t)}
	for _, step := range []func(){
		j.registers, j.creates, j.isRejected, j.revises, j.isApproved, j.readsCredentials, j.getsAToken, j.callsTheBank, j.spendsTheQuota,
		j.waitsForTheNextDay, j.disables, j.enables, j.rotates, j.deletes, j.isWrittenDown,
	} {
		if step(); t.Failed() {
			return // the steps that follow stand on this one
		}
	}
}

func (j *journey) registers() {
	v := j.visitor()
	v.ok(202, "POST", "/registrations", registration(priya, "Kite"))
	v.refused(403, "ACCOUNT_NOT_ACTIVATED", "POST", "/session", credentials(priya, goodPassword))
	v.ok(200, "POST", "/registrations/activation", link(j.mailed(priya+"@people.example")))
	j.organisation = j.ask(priya, "GET /organisation", nil, 200).text("id")
	j.ask(bala, "POST /bank/quota-plans", quotaPlan("six", "limits", object{"callsPerDay": 6}), 201)
	j.ask(bala, "PUT /bank/organisations/"+j.organisation+"/account-plan", object{"access": "bronze", "quota": "six", "reason": "A pilot."}, 200)
}

func (j *journey) creates() {
	a := j.ask(priya, "POST /applications", newApplication("Shop", "apis", nil, "groups", []string{"onboarding"}), http.StatusCreated)
	j.application, j.path = a.text("id"), "/applications/"+a.text("id")
	if a.text("state") != "pending" || a.text("partnerScope") != "Kite" || a["clientId"] != nil || a.number("version") != 1 ||
		subscriptionsOf(a) != "deposits requested sandbox sandbox, pan requested sandbox sandbox" {
		j.t.Errorf("created: %v", a)
	}
	if c := j.ask(priya, "GET "+j.path+"/credentials", nil, 200).list("credentials"); len(c) != 0 {
		j.t.Errorf("before the approval there are %v", c)
	}
	if got := j.letters(priya + "@people.example")[0].Subject; got != "The application Shop waits for approval" {
		j.t.Errorf("the partner is told %q", got)
	}
	if got := j.mails(meera); !slices.Contains(got, "The application Shop waits for approval") {
		j.t.Errorf("the reviewer is told %q", got)
	}
}

func (j *journey) isRejected() {
	j.later(time.Hour)
	request := j.review(j.now().text("request"), "reject", "Say what it is for.")
	if a := j.now(); a.text("state") != "rejected" || a.text("stateReason") != "Say what it is for." || a["request"] != nil {
		j.t.Errorf("rejected: %v", a)
	}
	if got := j.letters(priya + "@people.example")[0]; !strings.Contains(got.Text, "Say what it is for.") || !strings.Contains(got.Subject, "rejected the application Shop") {
		j.t.Errorf("the mail is %+v", got)
	}
	if request["revised"] != false {
		j.t.Errorf("the first request: %v", request)
	}
}

func (j *journey) revises() {
	a := j.ask(priya, "PUT "+j.path, newApplication("Shop", "description", "Deposits of our customers.", "apis", nil, "agreements", nil), 200, "If-Match", j.now().tag())
	if a.text("state") != "revised" || a["stateReason"] != nil || a.text("request") == "" {
		j.t.Errorf("revised: %v", a)
	}
}

func (j *journey) isApproved() {
	request := j.review(j.now().text("request"), "approve", "Clear now.")
	if request["revised"] != true || request.in("createdBy").text("name") != "Given Name" {
		j.t.Errorf("the second request: %v", request)
	}
	if a := j.now(); a.text("state") != "enabled" || a.text("approvedAt") != start.Add(time.Hour).Format(time.RFC3339) || a.text("clientId") == "" ||
		subscriptionsOf(a) != "deposits approved sandbox sandbox, pan approved sandbox sandbox" {
		j.t.Errorf("approved: %v", a)
	}
}

func (j *journey) readsCredentials() {
	j.pair = j.credentialsOf(priya, j.application)
	if got := j.now().text("clientId"); got != j.pair.id {
		j.t.Errorf("the list shows the key %s, the credentials %s", got, j.pair.id)
	}
}

func (j *journey) getsAToken() { j.token = j.deployment.token(j.pair) }

func (j *journey) callsTheBank() {
	w := j.findJohn(j.pair.id, j.token)
	if w.Code != 200 || !strings.Contains(w.Body.String(), "ZKFWiEyTKTkT") {
		j.t.Errorf("status %d with %s", w.Code, w.Body)
	}
	// It is 16:30 in Kolkata.
	if got, want := w.Header().Get("RateLimit"), `"day";r=4;t=27000, "api-day";r=999;t=27000`; got != want {
		j.t.Errorf("RateLimit: %s, want %s", got, want)
	}
	if got, want := w.Header().Get("RateLimit-Policy"), `"day";q=6;w=86400, "api-day";q=1000;w=86400`; got != want {
		j.t.Errorf("RateLimit-Policy: %s, want %s", got, want)
	}
	j.hasUsed(2, 1)
}

func (j *journey) spendsTheQuota() {
	for range 4 {
		if w := j.findJohn(j.pair.id, j.token); w.Code != 200 {
			j.t.Errorf("within the quota: status %d with %s", w.Code, w.Body)
		}
	}
	for range 2 {
		w := j.findJohn(j.pair.id, j.token)
		problemOf(j.t, w, http.StatusTooManyRequests, problem.OrganisationQuotaSpent)
		if got := w.Header().Get("Retry-After"); got != "27000" {
			j.t.Errorf("Retry-After: %s, want the seconds until midnight in Kolkata", got)
		}
	}
	j.hasUsed(6, 5)
}

func (j *journey) waitsForTheNextDay() {
	if w := j.keyed(j.pair.id, http.MethodPatch, "/sandbox/v1/clock", `{"advance":"P2D"}`); w.Code != 200 {
		j.t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	problemOf(j.t, j.keyed(j.pair.id, http.MethodGet, fields, ""), http.StatusTooManyRequests, problem.OrganisationQuotaSpent) // a sandbox clock moves no quota
	j.later(27000*time.Second - time.Nanosecond)
	problemOf(j.t, j.keyed(j.pair.id, http.MethodGet, fields, ""), http.StatusTooManyRequests, problem.OrganisationQuotaSpent)
	j.later(time.Nanosecond)
	j.hasUsed(0, 0)
	problemOf(j.t, j.findJohn(j.pair.id, j.token), http.StatusUnauthorized, problem.TokenInvalid) // it has expired meanwhile
	j.getsAToken()
	if w := j.findJohn(j.pair.id, j.token); w.Code != 200 {
		j.t.Errorf("the next day: status %d with %s", w.Code, w.Body)
	}
}

func (j *journey) disables() {
	if s := j.ask(priya, "POST "+j.path+"/disable", nil, 200).text("state"); s != "disabled" {
		j.t.Errorf("disabled: %s", s)
	}
	problemOf(j.t, j.findJohn(j.pair.id, j.token), http.StatusForbidden, problem.ApplicationDisabled)
}

func (j *journey) enables() {
	if s := j.ask(priya, "POST "+j.path+"/enable", nil, 200).text("state"); s != "enabled" {
		j.t.Errorf("enabled: %s", s)
	}
	if w := j.findJohn(j.pair.id, j.token); w.Code != 200 {
		j.t.Errorf("enabled again: status %d with %s", w.Code, w.Body)
	}
}

// rotates changes the pair; both work for two hours.
func (j *journey) rotates() {
	fresh := j.ask(priya, "POST "+j.path+"/credentials", object{"overlapHours": 2}, http.StatusCreated)
	pairs := j.ask(priya, "GET "+j.path+"/credentials", nil, 200).list("credentials")
	if len(pairs) != 2 || pairs[0].text("clientId") != fresh.text("clientId") || pairs[1].text("state") != "ending" ||
		pairs[1].text("endsAt") != start.Add(10*time.Hour+30*time.Minute).Format(time.RFC3339) || pairs[1].text("clientSecret") != j.pair.secret {
		j.t.Errorf("while the rotation overlaps: %v", pairs)
	}
	old := j.pair.id
	j.readsCredentials()
	for _, key := range []string{old, j.pair.id} {
		if w := j.keyed(key, http.MethodGet, fields, ""); w.Code != 200 {
			j.t.Errorf("while the rotation overlaps: status %d with %s", w.Code, w.Body)
		}
	}
	j.later(2 * time.Hour)
	if pairs := j.ask(priya, "GET "+j.path+"/credentials", nil, 200).list("credentials"); len(pairs) != 1 || pairs[0].text("id") != fresh.text("id") {
		j.t.Errorf("after the overlap: %v", pairs)
	}
	problemOf(j.t, j.keyed(old, http.MethodGet, fields, ""), http.StatusUnauthorized, problem.KeyInvalid)
}

func (j *journey) deletes() {
	j.ask(priya, "DELETE "+j.path, nil, 204)
	problemOf(j.t, j.keyed(j.pair.id, http.MethodGet, fields, ""), http.StatusUnauthorized, problem.KeyInvalid)
	problemOf(j.t, j.findJohn(j.pair.id, j.token), http.StatusUnauthorized, problem.KeyInvalid)
	oauthErrorOf(j.t, j.grant(j.pair), http.StatusUnauthorized, "invalid_client")
	if a := j.now(); a.text("state") != "deleted" || a["clientId"] != nil {
		j.t.Errorf("deleted: %v", a)
	}
	j.refused(priya, "GET "+j.path+"/credentials", nil, 409, "APPLICATION_STATE_CONFLICT")
	if got := texts(j.ask(priya, "GET /applications", nil, 200).list("applications"), "name"); !slices.Equal(got, []string{"Sandbox"}) {
		j.t.Errorf("listed are still %v", got)
	}
	j.ask(priya, "POST /applications", newApplication("Shop"), http.StatusCreated) // the name is free again
}

// isWrittenDown looks into the audit log and the report of usage.
func (j *journey) isWrittenDown() {
	want := []string{"person.registered", "person.activated", "organisation.created", "application.approved", "account-plan.assigned", "application.created",
		"agreement.accepted", "application.rejected", "application.changed", "application.revised", "application.approved", "credential.read",
		"application.disabled", "application.enabled", "credential.rotated", "credential.read", "credential.read", "credential.read", "application.deleted",
		"application.created", "agreement.accepted"}
	if got := j.audited(j.organisation); !slices.Equal(got, want) {
		j.t.Errorf("the audit log has %q", got)
	}
	if err := j.meter.Flush(j.t.Context(), j.store.Gate()); err != nil {
		j.t.Fatal(err)
	}
	total := j.ask(priya, "GET /usage", nil, 200).in("total")
	if total.number("calls") != 14 || total.number("throttled") != 4 {
		j.t.Errorf("the report counts %v", total)
	}
}

// now gives the application as it is.
func (j *journey) now() object {
	j.t.Helper()
	return j.ask(priya, "GET "+j.path, nil, 200)
}

// review has the reviewer decide a request, and gives what was decided.
func (j *journey) review(request, outcome, reason string) object {
	j.t.Helper()
	r := j.ask(meera, "GET /bank/requests/"+request, nil, 200)
	j.ask(meera, "POST /bank/requests/"+request+"/decision", object{"outcome": outcome, "reason": reason}, 200, "If-Match", r.tag())
	return r
}

// hasUsed holds what GET /quota shows as used today: of the organisation, and of the API in the application.
func (j *journey) hasUsed(organisation, api int) {
	j.t.Helper()
	q := j.ask(priya, "GET /quota?application="+j.application+"&api=deposits", nil, 200)
	uses := q.list("apis")
	if len(uses) != 1 {
		j.t.Fatalf("the quotas are %v", q)
	}
	got := []int{q.in("organisation").number("usedToday"), q.in("organisation").number("remainingToday"), uses[0].in("use").number("usedToday")}
	if !slices.Equal(got, []int{organisation, 6 - organisation, api}) {
		j.t.Errorf("used by the organisation, left to it, and used of the API's plan are %v", got)
	}
}

// subscriptionsOf writes the APIs of an application: name, state, stage and plan of each.
func subscriptionsOf(application object) string {
	var out []string
	for _, s := range application.list("subscriptions") {
		out = append(out, strings.Join([]string{s.text("api"), s.text("state"), s.text("stage"), s.text("plan")}, " "))
	}
	return strings.Join(out, ", ")
}
