package server_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
)

// codeOf gives the code of a problem; "" when the answer is none.
func codeOf(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	var p struct{ Code string }
	if w.Body.Len() > 0 {
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
	}
	return p.Code
}

func TestHostileTextsAreOnlyTexts(t *testing.T) {
	b := openBranch(t)
	for n, text := range []string{
		`Robert'); DROP TABLE people;--`, `' OR '1'='1`, `\\'; SELECT 1; --`, `?0 ?1 ?bun:ident`, `%s %d`, `<script>alert(1)</script>`, `{{.}} ${name}`, `../../etc/passwd`,
	} {
		quoted, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		user := fmt.Sprintf("user%d", n)
		v := b.visitor()
		v.ok(202, "POST", "/registrations", `{"person":{"username":"`+user+`","password":"`+goodPassword+`","firstName":`+string(quoted)+`,"lastName":`+string(quoted)+
			`,"email":"`+user+`@people.example"},"organisation":{"name":`+string(quoted)+`},"agreements":[{"agreement":"terms","version":1}]}`)
		v.ok(200, "POST", activation, link(b.mailed(user+"@people.example")))
		v = b.signedIn(user)
		var o struct{ Name string }
		if v.read(&o, 200, "GET", "/organisation", ""); o.Name != text {
			t.Errorf("%q comes back as %q", text, o.Name)
		}
		var me struct{ FirstName string }
		if v.read(&me, 200, "GET", "/me", ""); me.FirstName != text {
			t.Errorf("%q comes back as %q", text, me.FirstName)
		}
		v.refused(401, "SIGN_IN_FAILED", "POST", "/session", `{"username":"`+user+`","password":`+string(quoted)+`}`)
		v.ok(202, "POST", "/password/forgotten", `{"account":`+string(quoted)+`}`)
		w := b.bank.call("GET", "/bank/people?text="+strings.NewReplacer("%", "%25", " ", "%20", ";", "%3B", "?", "%3F", "#", "%23", "+", "%2B", "&", "%26").Replace(text), "")
		if w.Code != 200 {
			t.Errorf("%q gives %d", text, w.Code)
		}
	}
}

func TestNothingThatIsSentMakesALineOfTheLog(t *testing.T) {
	b := openBranch(t)
	v := b.visitor()
	const forged = "level=ERROR msg=forged"
	v.call("POST", "/session", `{"username":"asha","password":"x\n`+forged+`"}`)
	v.call("POST", "/registrations", strings.Replace(registration("asha", "Acme"), "Acme", `Acme\r\n`+forged, 1)) // refused by the contract
	v.call("POST", "/password/forgotten", `{"account":"a\n`+forged+`"}`)
	v.call("GET", "/me", "", "X-Request-Id", "a "+forged)
	v.call("DELETE", "/session", "", "User-Agent", forged, "Cookie", "session="+forged)
	if strings.Contains(b.log.String(), "forged") {
		t.Errorf("the log is\n%s", b.log)
	}
	b.organisation("ravi", "Other")
	for _, secret := range []string{goodPassword, b.mailed("ravi@people.example"), b.bank.cookie.Value} {
		if strings.Contains(b.log.String(), secret) {
			t.Errorf("the log has a secret:\n%s", b.log)
		}
	}
}

func TestWhatHappensToAccountsIsWrittenDown(t *testing.T) {
	b := openBranch(t)
	v := b.visitor()
	v.ok(202, "POST", "/registrations", registration("asha", "Acme"))
	v.ok(202, "POST", "/registrations/activation-mail", `{"account":"asha"}`)
	v.ok(200, "POST", activation, link(b.mailed("asha@people.example")))
	v.refused(401, "SIGN_IN_FAILED", "POST", "/session", credentials("asha", "wrong"))
	v = b.signedIn("asha")
	v.colleague("ravi", "developer")
	var i, o struct{ ID string }
	v.read(&i, 201, "POST", "/organisation/invitations", `{"email":"x@people.example","role":"developer"}`)
	v.ok(200, "POST", "/organisation/invitations/"+i.ID+"/resend", "")
	v.ok(204, "DELETE", "/organisation/invitations/"+i.ID, "")
	v.ok(200, "PUT", "/organisation/members/"+b.idOf("ravi")+"/role", `{"role":"admin"}`)
	v.ok(204, "DELETE", "/organisation/members/"+b.idOf("ravi"), "")
	v.ok(200, "PUT", "/organisation", `{"name":"Acme 2","website":"https://acme.example"}`, "If-Match", "*")
	v.ok(200, "PUT", "/me", `{"firstName":"Asha","lastName":"Rao"}`, "If-Match", "*")
	v.ok(201, "POST", "/organisation/agreements", `{"agreement":"nda","version":1,"signatory":"A"}`)
	v.ok(202, "POST", "/password/forgotten", `{"account":"asha"}`)
	v.ok(204, "POST", "/password/reset", `{"token":"`+b.mailed("asha@people.example")+`","newPassword":"`+goodPassword+`"}`)
	v = b.signedIn("asha")
	v.ok(202, "POST", "/me/email", `{"email":"new@people.example","currentPassword":"`+goodPassword+`"}`)
	v.ok(204, "POST", "/me/email/confirmation", link(b.mailed("new@people.example")))
	v.ok(204, "PUT", "/me/password", `{"currentPassword":"`+goodPassword+`","newPassword":"stable staple gun"}`)
	v.read(&o, 200, "GET", "/organisation", "")
	org, asha := "/bank/organisations/"+o.ID, "/bank/people/"+b.idOf("asha")
	b.bank.ok(200, "POST", org+"/suspend", `{"reason":"the why"}`)
	b.bank.ok(200, "POST", org+"/lift", `{"reason":"x"}`)
	b.bank.ok(200, "PUT", org+"/relationship-manager", `{"name":"A","email":"a@people.example"}`)
	b.bank.ok(201, "POST", org+"/agreements", `{"agreement":"nda","version":1,"signatory":"A","signedOn":"2026-02-01"}`)
	v.ok(204, "DELETE", "/session", "")
	b.bank.ok(200, "POST", asha+"/lock", `{"reason":"x"}`)
	b.bank.ok(200, "POST", asha+"/unlock", `{"reason":"x"}`)
	b.bank.colleague("rita", "reviewer")
	b.bank.ok(200, "PUT", "/bank/staff/"+b.idOf("rita")+"/role", `{"role":"bank-admin"}`)
	b.bank.ok(204, "DELETE", "/bank/staff/"+b.idOf("rita"), "")
	b.bank.read(&i, 201, "POST", "/bank/invitations", `{"email":"y@people.example","role":"reviewer"}`)
	b.bank.ok(200, "POST", "/bank/invitations/"+i.ID+"/resend", "")
	b.bank.ok(204, "DELETE", "/bank/invitations/"+i.ID, "")
	b.bank.ok(201, "POST", "/bank/agreements", `{"agreement":"a","title":"A","text":"B","purposes":["uat"]}`)
	b.bank.ok(204, "DELETE", "/bank/agreements/a", "")
	b.bank.ok(200, "PUT", "/bank/settings", withFields, "If-Match", "*")

	type entry struct {
		Action, Reason string
		By             struct{ Kind, Username string }
	}
	seen := map[string]entry{}
	for cursor := ""; ; {
		var page struct {
			Entries []entry
			Next    string
		}
		w := b.bank.read(&page, 200, "GET", "/bank/audit?limit=200"+cursor, "")
		if strings.Contains(w.Body.String(), goodPassword) {
			t.Error("a password stands in the audit log")
		}
		for _, e := range page.Entries {
			seen[e.Action] = e
		}
		if page.Next == "" {
			break
		}
		cursor = "&cursor=" + page.Next
	}
	for _, action := range strings.Fields(`person.registered person.activation-resent person.activated organisation.created session.refused session.started
		session.ended invitation.created invitation.resent invitation.withdrawn member.joined member.role-changed member.removed organisation.changed
		person.changed agreement.accepted person.password-forgotten person.password-reset person.email-change-requested person.email-changed
		person.password-changed organisation.suspended organisation.lifted organisation.relationship-manager-set agreement.recorded person.locked
		person.unlocked staff.invited staff.joined staff.role-changed staff.removed staff.invitation-resent staff.invitation-withdrawn
		agreement.published agreement.withdrawn settings.changed message.read`) {
		if _, ok := seen[action]; !ok {
			t.Errorf("nothing says %s", action)
		}
	}
	if e := seen["organisation.suspended"]; e.Reason != "the why" {
		t.Errorf("%+v", e)
	}
}
