package server_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// inState gives an application of Acme in a state.
func (p *programme) inState(state string) object {
	p.t.Helper()
	var a object
	switch state {
	case "pending", "rejected", "revised":
		a = p.pending("App " + state)
	default:
		a = p.enabled("App " + state)
	}
	id := a.text("id")
	switch state {
	case "rejected", "revised":
		p.decide(a.text("request"), object{"outcome": "reject", "reason": "Not yet."})
	case "disabled":
		p.ask(ravi, "POST /applications/"+id+"/disable", nil, http.StatusOK)
	case "suspended":
		p.ask(bala, "POST /bank/applications/"+id+"/suspend", object{"reason": "Odd calls."}, http.StatusOK)
	case "deleted":
		p.ask(ravi, "DELETE /applications/"+id, nil, http.StatusNoContent)
	}
	if state == "revised" {
		p.ask(ravi, "POST /applications/"+id+"/submit", nil, http.StatusOK)
	}
	a = p.application(id)
	if a.text("state") != state {
		p.t.Fatalf("the application is %s, not %s", a.text("state"), state)
	}
	return a
}

// TestEveryStepCanBeTakenInItsStatesAndInNoOther walks the whole state machine: every step in every state.
func TestEveryStepCanBeTakenInItsStatesAndInNoOther(t *testing.T) {
	states := []string{"pending", "rejected", "revised", "enabled", "disabled", "suspended", "deleted"}
	for name, step := range map[string]struct {
		who, method, path string
		body              object
		status            int
		// leads says which state follows, by those that the step can be taken in.
		leads map[string]string
	}{
		"edit": {ravi, "PUT", "", newApplication("Edited", "apis", nil, "agreements", nil), 200,
			map[string]string{"pending": "pending", "rejected": "revised", "revised": "revised", "enabled": "enabled", "disabled": "disabled"}},
		"submit":  {ravi, "POST", "/submit", nil, 200, map[string]string{"rejected": "revised"}},
		"enable":  {ravi, "POST", "/enable", nil, 200, map[string]string{"enabled": "enabled", "disabled": "enabled"}},
		"disable": {ravi, "POST", "/disable", nil, 200, map[string]string{"enabled": "disabled", "disabled": "disabled"}},
		"delete": {ravi, "DELETE", "", nil, 204, map[string]string{"pending": "deleted", "rejected": "deleted", "revised": "deleted", "enabled": "deleted",
			"disabled": "deleted", "suspended": "deleted", "deleted": "deleted"}},
		"add an API": {ravi, "POST", "/apis", object{"apis": []string{"pan"}}, 200,
			map[string]string{"pending": "pending", "rejected": "rejected", "revised": "revised", "enabled": "enabled", "disabled": "disabled"}},
		"rotate":  {ravi, "POST", "/credentials", object{}, 201, map[string]string{"enabled": "enabled", "disabled": "disabled"}},
		"suspend": {bala, "POST", "/suspend", object{"reason": "Odd calls."}, 200, map[string]string{"enabled": "suspended", "disabled": "suspended"}},
		"lift":    {bala, "POST", "/lift", object{"reason": "Explained."}, 200, map[string]string{"suspended": "enabled"}},
		"partner scope": {meera, "PUT", "/partner-scope", object{"partnerScope": "ACME", "reason": "The contract."}, 200, map[string]string{"pending": "pending",
			"rejected": "rejected", "revised": "revised", "enabled": "enabled", "disabled": "disabled", "suspended": "suspended"}},
		"read credentials": {ravi, "GET", "/credentials", nil, 200, map[string]string{"pending": "pending", "rejected": "rejected", "revised": "revised",
			"enabled": "enabled", "disabled": "disabled", "suspended": "suspended"}},
		"ask for a plan":  {asha, "POST", "/apis/deposits/plan-requests", object{"plan": "production"}, 201, map[string]string{"enabled": "enabled", "disabled": "disabled"}},
		"ask for a stage": {asha, "POST", "/apis/deposits/stage-requests", object{"stage": "uat", "agreements": nda}, 201, map[string]string{"enabled": "enabled"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := newProgramme(t)
			p.upgrade()
			for _, state := range states {
				before := p.inState(state)
				base := "/applications/"
				if step.who == bala || step.who == meera {
					base = "/bank/applications/"
				}
				var given any
				if step.body != nil {
					given = step.body
				}
				what := step.method + " " + base + before.text("id") + step.path
				next, can := step.leads[state]
				if !can {
					p.refused(step.who, what, given, http.StatusConflict, "APPLICATION_STATE_CONFLICT", "If-Match", "*")
					next = state
				} else {
					p.ask(step.who, what, given, step.status, "If-Match", "*")
				}
				after := p.application(before.text("id"))
				if after.text("state") != next {
					t.Errorf("%s leads from %s to %s, not %s", name, state, after.text("state"), next)
				}
				if !can && after.number("version") != before.number("version") {
					t.Errorf("a refused step has changed the application: %v", after)
				}
				if name == "edit" && can { // the name is needed for the next one
					p.ask(ravi, "DELETE /applications/"+before.text("id"), nil, http.StatusNoContent)
				}
			}
		})
	}
}

// nda accepts the NDA.
var nda = []object{{"agreement": "nda", "version": 1, "signatory": "Asha Rao, director"}}

func TestASuspensionIsLiftedToTheStateBefore(t *testing.T) {
	p := newProgramme(t)
	a := p.inState("disabled")
	suspend := "POST /bank/applications/" + a.text("id") + "/suspend"
	s := p.ask(bala, suspend, object{"reason": "Calls from odd places."}, 200)
	if s.text("stateReason") != "Calls from odd places." || s.in("organisation").text("name") != "Acme Payments" || s.text("clientId") == "" {
		t.Errorf("suspended: %v", s)
	}
	p.refused(bala, suspend, object{"reason": "Again."}, 409, "APPLICATION_STATE_CONFLICT")
	back := p.ask(bala, "POST /bank/applications/"+a.text("id")+"/lift", object{"reason": "Explained."}, 200)
	if back.text("state") != "disabled" || back["stateReason"] != nil {
		t.Errorf("lifted: %v", back)
	}
	for _, who := range []string{asha, ravi} {
		if got := p.mails(who); !slices.Contains(got, "The application App disabled was suspended") ||
			!slices.Contains(got, "The suspension of the application App disabled was lifted") {
			t.Errorf("%s has the mails %q", who, got)
		}
	}
	if text := p.letters(asha + "@example.com")[1].Text; !strings.Contains(text, "Calls from odd places.") {
		t.Errorf("the mail says %s", text)
	}
	if got := p.told(a.text("id")); !slices.Equal(got, []string{"application.approved", "application.suspended", "application.lifted"}) {
		t.Errorf("the webhook is told %q", got)
	}
	if got := p.audited(p.acme.ID); !slices.Contains(got, "application.suspended") || !slices.Contains(got, "application.lifted") {
		t.Errorf("the audit log has %q", got)
	}
}

func TestSwitchingToTheSameStateChangesNothing(t *testing.T) {
	p := newProgramme(t)
	a := p.enabled("Shop")
	path := "/applications/" + a.text("id")
	before := p.audited(p.acme.ID)
	if same := p.ask(ravi, "POST "+path+"/enable", nil, 200); same.number("version") != a.number("version") {
		t.Errorf("enabled again: %v", same)
	}
	p.ask(ravi, "DELETE "+path, nil, 204)
	deleted := p.application(a.text("id"))
	p.ask(ravi, "DELETE "+path, nil, 204)
	if same := p.application(a.text("id")); same.number("version") != deleted.number("version") {
		t.Errorf("deleted again: %v", same)
	}
	if after := p.audited(p.acme.ID); len(after) != len(before)+1 {
		t.Errorf("the audit log grows from %q to %q", before, after)
	}
}

func TestADeletionWithdrawsWhatIsAskedForAndRemovesTheSandbox(t *testing.T) {
	p := newProgramme(t)
	a := p.enabled("Shop")
	id := a.text("id")
	p.ask(ravi, "POST /applications/"+id+"/apis", object{"apis": []string{"pan"}}, 200)
	p.ask(asha, "POST /applications/"+id+"/apis/deposits/stage-requests", object{"stage": "uat", "agreements": nda}, 201)
	kept := sandboxChange()
	if _, err := p.store.Save(t.Context(), id, 0, kept); err != nil {
		t.Fatal(err)
	}
	p.ask(ravi, "DELETE /applications/"+id, nil, 204)
	for _, r := range p.ask(ravi, "GET /organisation/requests?application="+id, nil, 200).list("requests") {
		if r.text("kind") != "application" && r.text("state") != "withdrawn" {
			t.Errorf("%v", r)
		}
	}
	if open := p.ask(meera, "GET /bank/requests", nil, 200).list("requests"); len(open) != 0 {
		t.Errorf("still in the queue: %v", open)
	}
	if left, err := p.store.Load(t.Context(), id, -1); left != nil || err != nil {
		t.Errorf("the sandbox is still there: %v, %v", left, err)
	}
	if records := p.ask(asha, "GET /organisation/agreements", nil, 200).list("records"); len(records) != 2 {
		t.Errorf("the records of agreements: %v", records)
	}
}
