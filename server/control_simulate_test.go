package server_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// signedIn gives the cookie of somebody of the demo.
func (d *deployed) signedIn(username, password string) string {
	d.t.Helper()
	w := d.call(http.MethodPost, "/portal/v1/session", "", `{"username":"`+username+`","password":"`+password+`"}`)
	cookie, _, _ := strings.Cut(w.Header().Get("Set-Cookie"), ";")
	if cookie == "" {
		d.t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	return cookie
}

func (d *deployed) partner() string { return d.signedIn(d.demo.Username, "a password for tests") }

// asks asks the portal with a cookie, and gives the answer, which must have the status.
func (d *deployed) asks(cookie string, status int, method, path, body string) object {
	d.t.Helper()
	w := d.call(method, "/portal/v1"+path, "", body, "Cookie", cookie)
	if w.Code != status {
		d.t.Fatalf("%s %s: status %d with %s", method, path, w.Code, w.Body)
	}
	out := object{}
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		d.t.Fatalf("%s %s: %v", method, path, err)
	}
	return out
}

// pending has the demo's partner create an application, which the bank has to decide.
func (d *deployed) pending(cookie, name string) object {
	d.t.Helper()
	return d.asks(cookie, 201, "POST", "/applications", `{"name":"`+name+`","platform":"web","oauthType":"none","apis":["deposits"],"agreements":[{"agreement":"eula","version":1}]}`)
}

func verdict(request, outcome, reason string) string {
	return `{"request":"` + request + `","outcome":"` + outcome + `","reason":"` + reason + `"}`
}

func TestASimulatedReviewDecidesAsTheBankWould(t *testing.T) {
	d := newDeployed(t)
	cookie := d.partner()
	first, second := d.pending(cookie, "First"), d.pending(cookie, "Second")
	var got struct{ Request, Kind, State, Reason string }
	d.reads(&got, 200, "POST", "/simulate/review", verdict(first.text("request"), "approve", "To go on."))
	if got.Request != first.text("request") || got.Kind != "application" || got.State != "approved" || got.Reason != "To go on." {
		t.Errorf("%+v", got)
	}
	approved := d.asks(cookie, 200, "GET", "/applications/"+first.text("id"), "")
	if approved.text("state") != "enabled" || approved.text("clientId") == "" {
		t.Errorf("%v", approved)
	}
	if w := d.call(http.MethodGet, fields, approved.text("clientId"), ""); w.Code != 200 {
		t.Errorf("the new key is answered %d with %s", w.Code, w.Body)
	}
	// A member who has signed in can do it too.
	w := d.call(http.MethodPost, "/sandbox/v1/simulate/review", "", verdict(second.text("request"), "reject", "Say more."), "Cookie", cookie, "X-Application", d.demo.Application)
	if w.Code != 200 || !strings.Contains(w.Body.String(), `"state":"rejected"`) {
		t.Errorf("status %d with %s", w.Code, w.Body)
	}
	rejected := d.asks(cookie, 200, "GET", "/applications/"+second.text("id"), "")
	if rejected.text("state") != "rejected" || rejected.text("stateReason") != "Say more." {
		t.Errorf("%v", rejected)
	}
	problemOf(t, d.steer("POST", "/simulate/review", verdict(first.text("request"), "reject", "Again.")), 409, "REQUEST_CLOSED")
}

func TestASimulatedReviewStandsInTheAuditLogAsOne(t *testing.T) {
	d := newDeployed(t)
	cookie := d.partner()
	a := d.pending(cookie, "First")
	d.call(http.MethodPost, "/sandbox/v1/simulate/review", "", verdict(a.text("request"), "approve", "To go on."), "Cookie", cookie, "X-Application", d.demo.Application)
	staff := d.signedIn(d.demo.Staff, "another one for tests")
	var told []string
	for _, e := range d.asks(staff, 200, "GET", "/bank/audit?application="+a.text("id"), "").list("entries") {
		if slices.Contains([]string{"decision.simulated", "application.approved"}, e.text("action")) {
			actor := e.in("actor")
			told = append(told, e.text("action")+" by "+actor.text("kind")+" "+actor.text("username"))
		}
	}
	if want := []string{"application.approved by server sandbank", "decision.simulated by member demo"}; !slices.Equal(told, want) {
		t.Errorf("%q, want %q", told, want)
	}
	if r := d.asks(staff, 200, "GET", "/bank/requests/"+a.text("request"), ""); r.text("state") != "approved" || r.in("decision")["decidedBy"] != nil {
		t.Errorf("%v", r)
	}
}

// member is somebody of another organisation, signed in.
type member struct{ cookie, application string }

// organisation registers another organisation.
func (d *deployed) organisation(username, name string) member {
	d.t.Helper()
	form := `{"person":{"username":"` + username + `","password":"` + goodPassword + `","firstName":"Given","lastName":"Name","email":"` + username +
		`@people.example"},"organisation":{"name":"` + name + `"},"agreements":[{"agreement":"terms","version":1}]}`
	d.asks("", 202, "POST", "/registrations", form)
	staff := d.signedIn(d.demo.Staff, "another one for tests")
	mail := d.asks(staff, 200, "GET", "/bank/outbox?to="+username+"@people.example", "").list("messages")[0]
	text := d.asks(staff, 200, "GET", "/bank/outbox/"+mail.text("id"), "").text("text")
	_, link, _ := strings.Cut(text, "#")
	made := d.asks("", 200, "POST", "/registrations/activation", `{"token":"`+link[:strings.IndexAny(link, " \n")]+`"}`)
	return member{d.signedIn(username, goodPassword), made.in("application").text("id")}
}

func TestASimulatedReviewIsOfTheOwnOrganisationAndWhereItIsSwitchedOn(t *testing.T) {
	d := newDeployed(t)
	a := d.pending(d.partner(), "First")
	problemOf(t, d.steer("POST", "/simulate/review", verdict("0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40", "approve", "r")), 404, "NOT_FOUND")
	problemOf(t, d.steer("POST", "/simulate/review", verdict("x", "approve", "r")), 400, "SCHEMA_VIOLATION")
	problemOf(t, d.steer("POST", "/simulate/review", verdict(a.text("request"), "postpone", "r")), 400, "SCHEMA_VIOLATION")
	problemOf(t, d.call(http.MethodPost, "/sandbox/v1/simulate/review", "", verdict(a.text("request"), "approve", "r")), 401, "CREDENTIALS_MISSING")

	other := d.organisation("zoe", "Zenith")
	w := d.call(http.MethodPost, "/sandbox/v1/simulate/review", "", verdict(a.text("request"), "approve", "r"), "Cookie", other.cookie, "X-Application", other.application)
	problemOf(t, w, 404, "NOT_FOUND")

	off := newReal(t)
	w = off.call(http.MethodPost, "/sandbox/v1/simulate/review", off.demo.ClientID, verdict(a.text("request"), "approve", "r"))
	problemOf(t, w, 403, "SIMULATION_OFF")
	newSteered(t, bench).refused(403, "SIMULATION_OFF", "POST", "/simulate/review", verdict(a.text("request"), "approve", "r"))
}
