package server_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestThePartnersJourney goes the way of an application from its creation to its deletion, by the server's clock.
func TestThePartnersJourney(t *testing.T) {
	p := newProgramme(t)
	shop := p.ask(ravi, "POST /applications", newApplication("Shop", "apis", nil, "groups", []string{"onboarding"}), http.StatusCreated)
	id := shop.text("id")
	if shop.text("state") != "pending" || shop.text("partnerScope") != "Acme Payments" || shop["clientId"] != nil || shop.number("version") != 1 ||
		subscriptionsOf(shop) != "deposits requested sandbox sandbox, pan requested sandbox sandbox" {
		t.Errorf("created: %v", shop)
	}
	if c := p.ask(ravi, "GET /applications/"+id+"/credentials", nil, 200).list("credentials"); len(c) != 0 {
		t.Errorf("before the approval there are %v", c)
	}
	for _, who := range []string{asha, ravi, meera} {
		if got := p.mails(who); !slices.Contains(got, "The application Shop waits for approval") {
			t.Errorf("%s has the mails %q", who, got)
		}
	}

	p.later(time.Hour)
	request := p.ask(meera, "GET /bank/requests/"+shop.text("request"), nil, 200)
	p.ask(meera, "POST /bank/requests/"+request.text("id")+"/decision", object{"outcome": "reject", "reason": "Say what it is for."}, 200, "If-Match", request.tag())
	if a := p.application(id); a.text("state") != "rejected" || a.text("stateReason") != "Say what it is for." || a["request"] != nil {
		t.Errorf("rejected: %v", a)
	}
	if got := p.letters(ravi + "@example.com")[0]; !strings.Contains(got.Text, "Say what it is for.") || !strings.Contains(got.Subject, "rejected the application Shop") {
		t.Errorf("the mail is %+v", got)
	}

	revised := p.ask(ravi, "PUT /applications/"+id, newApplication("Shop", "description", "Deposits of our customers.", "apis", nil, "agreements", nil), 200,
		"If-Match", p.application(id).tag())
	if revised.text("state") != "revised" || revised["stateReason"] != nil || revised.text("request") == "" || revised.text("request") == request.text("id") {
		t.Errorf("revised: %v", revised)
	}
	again := p.ask(meera, "GET /bank/requests/"+revised.text("request"), nil, 200)
	if again["revised"] != true || again.in("createdBy").text("name") != "Ravi Menon" {
		t.Errorf("the second request: %v", again)
	}
	p.ask(meera, "POST /bank/requests/"+again.text("id")+"/decision", object{"outcome": "approve", "reason": "Clear now."}, 200, "If-Match", again.tag())
	enabled := p.application(id)
	if enabled.text("state") != "enabled" || enabled.text("approvedAt") != start.Add(time.Hour).Format(time.RFC3339) ||
		subscriptionsOf(enabled) != "deposits approved sandbox sandbox, pan approved sandbox sandbox" {
		t.Errorf("approved: %v", enabled)
	}

	first := p.ask(ravi, "GET /applications/"+id+"/credentials", nil, 200).list("credentials")
	if len(first) != 1 || first[0].text("clientId") != enabled.text("clientId") || len(first[0].text("clientSecret")) < 32 || first[0].text("state") != "current" {
		t.Fatalf("the credentials are %v", first)
	}
	if s := p.ask(asha, "POST /applications/"+id+"/disable", nil, 200).text("state"); s != "disabled" {
		t.Errorf("disabled: %s", s)
	}
	if s := p.ask(ravi, "POST /applications/"+id+"/enable", nil, 200).text("state"); s != "enabled" {
		t.Errorf("enabled: %s", s)
	}

	fresh := p.ask(ravi, "POST /applications/"+id+"/credentials", object{"overlapHours": 2}, http.StatusCreated)
	pairs := p.ask(ravi, "GET /applications/"+id+"/credentials", nil, 200).list("credentials")
	if len(pairs) != 2 || pairs[0].text("clientId") != fresh.text("clientId") || pairs[1].text("state") != "ending" ||
		pairs[1].text("endsAt") != start.Add(3*time.Hour).Format(time.RFC3339) || pairs[1].text("clientSecret") != first[0].text("clientSecret") {
		t.Errorf("while the rotation overlaps: %v", pairs)
	}
	if got := p.application(id).text("clientId"); got != fresh.text("clientId") {
		t.Errorf("the list shows the key %s", got)
	}
	p.later(2 * time.Hour)
	if pairs := p.ask(ravi, "GET /applications/"+id+"/credentials", nil, 200).list("credentials"); len(pairs) != 1 || pairs[0].text("id") != fresh.text("id") {
		t.Errorf("after the overlap: %v", pairs)
	}

	p.ask(ravi, "DELETE /applications/"+id, nil, 204)
	if a := p.application(id); a.text("state") != "deleted" || a["clientId"] != nil {
		t.Errorf("deleted: %v", a)
	}
	p.refused(ravi, "GET /applications/"+id+"/credentials", nil, 409, "APPLICATION_STATE_CONFLICT")
	if list := p.ask(ravi, "GET /applications", nil, 200).list("applications"); len(list) != 0 {
		t.Errorf("still listed: %v", list)
	}
	p.pending("Shop") // the name is free again

	want := []string{"application.created", "agreement.accepted", "application.rejected", "application.changed",
		"application.revised", "application.approved", "credential.read", "application.disabled", "application.enabled", "credential.rotated", "credential.read",
		"credential.read", "application.deleted", "application.created", "agreement.accepted"}
	if got := p.audited(p.acme.ID); !slices.Equal(got, want) {
		t.Errorf("the audit log has %q", got)
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
