package server_test

import (
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// Who may call an operation of the portal, as its description says it after "Who:".
const (
	everybody    = "anybody, without a session."
	moreSignedIn = "anybody; with a session the answer says more."
	anySession   = "anybody who is signed in."
	members      = "members of the organisation, admins and developers."
	admins       = "admins of the organisation."
	staff        = "staff of the bank, reviewers and admins."
	bankAdmins   = "admins of the bank."
)

var saysWho = regexp.MustCompile(`\*\*Who:\*\* ([^.]+\.)`)

// whoMay tells who may call an operation. One that does not say it fails the test.
func whoMay(t *testing.T, op *contract.Operation) string {
	t.Helper()
	if found := saysWho.FindStringSubmatch(strings.Join(strings.Fields(op.Description), " ")); found != nil &&
		slices.Contains([]string{everybody, moreSignedIn, anySession, members, admins, staff, bankAdmins}, found[1]) {
		return found[1]
	}
	t.Fatalf("%s does not say who may call it", op.ID)
	return ""
}

// victim is Acme with something of everything that an organisation has: an application with an old and a new pair, an
// open request, an overlay, a webhook with a delivery, an enquiry, an invitation, and a sandbox that was used.
type victim struct {
	*deployment
	shop, own  string            // its application, and the one of Zenith
	pair, zen  pair              // of these
	things     map[string]string // values of path parameters that name what is Acme's, by the parameter's name
	particular map[string]string // those of particular operations, by operation and parameter: "submitApplication application"
	marks      []string          // that only what is Acme's shows
}

// newVictim makes Acme's things in a deployment.
func newVictim(d *deployment) *victim {
	d.t.Helper()
	for _, o := range []string{d.acme.ID, d.zenith.ID} { // many calls in one second
		d.ask(bala, "PUT /bank/organisations/"+o+"/account-plan", object{"access": "production", "quota": "premium", "reason": "As agreed."}, 200)
	}
	v := &victim{deployment: d}
	d.ask(asha, "PUT /organisation", object{"name": "Victim Payments"}, 200, "If-Match", "*")
	d.ask(asha, "PUT /me", object{"firstName": "Victim", "lastName": "Rao"}, 200, "If-Match", "*")
	subscribed := []string{"pan"}
	for _, api := range bankAPIs() {
		subscribed = append(subscribed, api.Name)
	}
	a := d.enabled("The victim's shop", "apis", subscribed, "webhookUrl", "https://victim.example/hooks")
	v.shop = a.text("id")
	path := "/applications/" + v.shop
	d.ask(ravi, "POST "+path+"/credentials", object{}, 201)
	pairs := d.ask(ravi, "GET "+path+"/credentials", nil, 200).list("credentials")
	v.pair = pairOf(pairs[0])
	rejected := d.pending("Rejected of the victim")
	d.decide(rejected.text("request"), object{"outcome": "reject", "reason": "No."})
	request := d.ask(asha, "POST "+path+"/apis/deposits/stage-requests", object{"stage": "uat", "agreements": nda}, 201)
	overlay := d.ask(ravi, "POST /overlays", source(victimsOverlay), 201)
	d.ask(ravi, "POST /contact", object{"subject": "Of the victim", "message": "Only the victim knows."}, 201)
	enquiry := d.ask(meera, "GET /bank/enquiries", nil, 200).list("enquiries")[0]
	delivery := d.ask(ravi, "GET "+path+"/deliveries", nil, 200).list("deliveries")[0]
	invitation := d.ask(asha, "POST /organisation/invitations", object{"email": "open@victim.example", "role": "developer"}, 201)
	staffInvitation := d.ask(bala, "POST /bank/invitations", object{"email": "new@bank.example", "role": "reviewer"}, 201)
	person := d.ask(asha, "GET /me", nil, 200).text("id")
	v.things = map[string]string{"application": v.shop, "api": "pan", "credential": pairs[1].text("id"), "request": request.text("id"), "overlay": overlay.text("id"),
		"version": "1", "enquiry": enquiry.text("id"), "delivery": delivery.text("id"), "invitation": invitation.text("id"), "person": person,
		"organisation": d.acme.ID, "message": d.letters("open@victim.example")[0].ID, "agreement": "nda", "plan": "production", "accessPlan": "bronze",
		"group": "onboarding", "category": "payments", "product": "paying", "code": "KEY_INVALID"}
	v.particular = map[string]string{"submitApplication application": rejected.text("id"), "changeStaffRole person": d.idOf(meera), "removeStaff person": d.idOf(meera),
		"withdrawStaffInvitation invitation": staffInvitation.text("id"), "resendStaffInvitation invitation": staffInvitation.text("id"),
		"updateQuotaPlan plan": "premium", "deleteQuotaPlan plan": "premium", "requestStage api": "deposits", "getApi api": "deposits"}
	d.ask(bala, "POST /bank/catalogue/categories", object{"category": "payments", "title": "Payments", "order": 1}, 201)
	d.ask(bala, "POST /bank/catalogue/products", object{"product": "paying", "title": "Paying", "order": 1, "apis": []string{"deposits"}}, 201)
	own := d.ask(zoe, "POST /applications", newApplication("Zenith's", "apis", subscribed), 201)
	d.decide(own.text("request"), object{"outcome": "approve", "reason": "Fine."})
	v.own = own.text("id")
	v.zen = d.credentialsOf(zoe, v.own)
	v.marks = []string{"victim", "asha.rao@example.com", "ravi.menon@example.com", v.pair.secret, pairs[1].text("clientId"), pairs[1].text("clientSecret"), pairs[1].text("id"), v.pair.id,
		d.ask(asha, "GET "+path+"/webhook", nil, 200).list("secrets")[0].text("secret"), rejected.text("id"), d.acme.ID}
	for name, value := range v.things {
		if len(value) > 30 && name != "message" { // an id
			v.marks = append(v.marks, value)
		}
	}
	return v
}

// victimsOverlay is a scenario file of Acme's own with everything that a sandbox remembers.
const victimsOverlay = `
scenario: victims-own
title: Of the victim
api: deposits
state:
  victims_mood: {values: [calm, busy], initial: calm}
tables:
  victims_rows: {key: [id], writable: true, columns: {id: string, text: string}}
given:
  - state: the victim has a row
    do: [{upsert: {victims_rows: {id: given, text: by the victim}}}]
rules:
  verifyMyVpa:
    - name: the victim's own
      match: {body: {vpa: {$prefix: victim}}}
      do: [{set: {victims_mood: busy}}, {upsert: {victims_rows: {id: "${body.vpa}", text: told by the victim}}}]
      respond: {body: {status: success}}
`

// target gives the path of an operation below its API's base path, with the victim's things in it, but for those that
// other names.
func (v *victim) target(op *contract.Operation, other map[string]string) string {
	v.t.Helper()
	path := op.Path
	for _, p := range op.Parameters {
		if p.In != "path" {
			continue
		}
		value, ok := other[p.Name]
		if !ok {
			value, ok = v.particular[op.ID+" "+p.Name]
		}
		if !ok {
			value, ok = v.things[p.Name]
		}
		if !ok {
			v.t.Fatalf("%s: there is nothing to walk it with: its parameter %s is new", op.ID, p.Name)
		}
		path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(value))
	}
	return path
}

// guesses are bodies of operations whose examples have the password of everybody here.
var guesses = map[string]string{
	"signIn": credentials(asha, "a guess"), "changePassword": `{"currentPassword":"a guess","newPassword":"stable staple gun"}`,
	"requestEmailChange": `{"email":"new@zenith.example","currentPassword":"a guess"}`,
}

// exampleBody gives the first example of an operation's body, or a guess; "" for one that takes none. One without an
// example fails the test.
func exampleBody(t *testing.T, op *contract.Operation) string {
	t.Helper()
	if op.Body == nil {
		return ""
	}
	if guess, ok := guesses[op.ID]; ok {
		return guess
	}
	if len(op.Body.Content[0].Examples) == 0 {
		t.Fatalf("%s: there is nothing to walk it with: its body has no example", op.ID)
	}
	text, err := json.Marshal(op.Body.Content[0].Examples[0].Value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// showsNothing fails when an answer shows something of the victim that was not in the request.
func (v *victim) showsNothing(who, what, request, answer string) {
	v.t.Helper()
	sent, got := strings.ToLower(what+request), strings.ToLower(answer)
	for _, mark := range v.marks {
		if mark = strings.ToLower(mark); strings.Contains(got, mark) && !strings.Contains(sent, mark) {
			v.t.Errorf("%s by %s shows %s of the victim: %s", what, who, mark, answer)
		}
	}
}

// unread are the operations that are not read for a dump: the one that is watched apart, those whose reading is something
// new to read, and the one that has no end.
var unread = []string{"searchAudit", "searchBankAudit", "listMessages", "getMessage", "tailJournal", "getHumanChallenge", "getCallback"}

// dump is all that Acme sees of itself, and what the bank sees of it, by operation.
func (v *victim) dump() map[string]string {
	v.t.Helper()
	all := map[string]string{}
	for _, op := range portalDocument().Operations {
		reader := asha
		switch may := whoMay(v.t, op); {
		case op.Method != "GET" || slices.Contains(unread, op.ID), (may == staff || may == bankAdmins) && !strings.Contains(op.Path, "{") && op.ID != "getSettings":
			continue
		case may == staff || may == bankAdmins:
			reader = bala
		}
		w := v.call(reader, "GET "+v.target(op, nil), nil)
		if w.Code != 200 {
			v.t.Fatalf("%s by %s: status %d with %s", op.ID, reader, w.Code, w.Body)
		}
		all[op.ID] = w.Body.String()
	}
	audited := slices.DeleteFunc(v.audited(v.acme.ID), func(action string) bool {
		return strings.HasSuffix(action, ".read") || strings.HasSuffix(action, ".downloaded")
	})
	all["audit"] = strings.Join(audited, " ")
	for _, op := range controlDocument().Operations {
		if op.Method != "GET" || slices.Contains(unread, op.ID) {
			continue
		}
		w := v.keyed(v.pair.id, "GET", controlDocument().BasePath+v.controlTarget(op), "")
		if w.Code != 200 {
			v.t.Fatalf("%s: status %d with %s", op.ID, w.Code, w.Body)
		}
		all[op.ID] = w.Body.String()
	}
	return all
}

// unchanged fails when two dumps differ.
func unchanged(t *testing.T, before, after map[string]string) {
	t.Helper()
	for id, text := range before {
		if after[id] != text {
			t.Errorf("%s gave\n%s\nand gives\n%s", id, text, after[id])
		}
	}
}

// ofSandboxes are values of path parameters of the control API that name what is in the victim's sandbox.
var ofSandboxes = map[string]string{"api": "deposits", "scenario": "victims-own", "name": "victims_mood", "table": "victims_rows", "callback": "msg_0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40", "key": "given", "snapshot": "victims-before"}

// controlTarget gives the path of an operation of the control API with the victim's things in it.
func (v *victim) controlTarget(op *contract.Operation) string {
	return v.target(op, ofSandboxes)
}
