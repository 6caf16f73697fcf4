package server_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

// accountOperation is an operation of accounts as somebody might try it. {organisation}, {person} and {invitation} are
// those of an organisation that the caller may not belong to.
type accountOperation struct{ method, path, body string }

var changesAnything = []string{"If-Match", "*"}

// memberOperations are for members, adminOperations for admins of an organisation; staffOperations for the bank's staff,
// bankOperations for its admins; ownOperations for everybody who is signed in.
var (
	ownOperations = []accountOperation{
		{"GET", "/session", ""}, {"GET", "/me", ""}, {"PUT", "/me", `{"firstName":"A","lastName":"B"}`},
		{"PUT", "/me/password", `{"currentPassword":"x","newPassword":"stable staple gun"}`},
		{"POST", "/me/email", `{"email":"a@people.example","currentPassword":"x"}`}, {"POST", "/me/organisation", `{"token":"0123456789abcdef"}`},
	}
	memberOperations = []accountOperation{
		{"GET", "/organisation", ""}, {"GET", "/organisation/members", ""}, {"GET", "/organisation/agreements", ""},
	}
	adminOperations = []accountOperation{
		{"PUT", "/organisation", `{"name":"Taken over"}`}, {"PUT", "/organisation/members/{person}/role", `{"role":"developer"}`},
		{"DELETE", "/organisation/members/{person}", ""}, {"GET", "/organisation/invitations", ""},
		{"POST", "/organisation/invitations", `{"email":"z@people.example","role":"admin"}`}, {"GET", "/organisation/invitations/{invitation}", ""},
		{"DELETE", "/organisation/invitations/{invitation}", ""}, {"POST", "/organisation/invitations/{invitation}/resend", ""},
		{"POST", "/organisation/agreements", `{"agreement":"nda","version":1,"signatory":"A"}`},
	}
	staffOperations = []accountOperation{
		{"GET", "/bank/organisations", ""}, {"GET", "/bank/organisations/{organisation}", ""}, {"GET", "/bank/organisations/{organisation}/agreements", ""},
		{"POST", "/bank/organisations/{organisation}/agreements", `{"agreement":"nda","version":1,"signatory":"A","signedOn":"2026-02-01"}`},
		{"GET", "/bank/people", ""}, {"GET", "/bank/people/{person}", ""}, {"GET", "/bank/settings", ""}, {"GET", "/bank/outbox", ""},
		{"GET", "/bank/outbox/{message}", ""},
	}
	bankOperations = []accountOperation{
		{"POST", "/bank/organisations/{organisation}/suspend", `{"reason":"x"}`}, {"POST", "/bank/organisations/{organisation}/lift", `{"reason":"x"}`},
		{"PUT", "/bank/organisations/{organisation}/relationship-manager", `{"name":"A","email":"a@people.example"}`},
		{"POST", "/bank/people/{person}/lock", `{"reason":"x"}`}, {"POST", "/bank/people/{person}/unlock", `{"reason":"x"}`},
		{"PUT", "/bank/staff/{person}/role", `{"role":"reviewer"}`}, {"DELETE", "/bank/staff/{person}", ""}, {"GET", "/bank/invitations", ""},
		{"POST", "/bank/invitations", `{"email":"z@people.example","role":"bank-admin"}`}, {"DELETE", "/bank/invitations/{invitation}", ""},
		{"POST", "/bank/invitations/{invitation}/resend", ""}, {"POST", "/bank/agreements", `{"agreement":"a","title":"A","text":"B","purposes":["uat"]}`},
		{"DELETE", "/bank/agreements/nda", ""},
		{"PUT", "/bank/settings", `{"bankName":"Eve","supportEmail":"e@people.example","fields":[],"relationshipManager":{"name":"E","email":"e@people.example"}}`},
	}
)

// everything is what the bank sees of accounts, to notice a change.
func (b *branch) everything() string {
	b.t.Helper()
	var all strings.Builder
	for _, path := range []string{"/bank/organisations", "/bank/people", "/bank/settings", "/bank/invitations", "/agreements"} {
		all.WriteString(b.bank.ok(200, "GET", path, "").Body.String())
	}
	return all.String()
}

func TestNobodyReadsOrChangesAccountsBeyondTheirRole(t *testing.T) {
	b := openBranch(t)
	admin := b.organisation("asha", "Acme")
	developer := admin.colleague("dev", "developer")
	reviewer := b.bank.colleague("rita", "reviewer")
	foreign := b.organisation("mira", "Other")
	admin.colleague("gone", "developer")
	admin.ok(204, "DELETE", "/organisation/members/"+b.idOf("gone"), "")
	gone := b.signedIn("gone")
	var o, i struct{ ID string }
	admin.read(&o, 200, "GET", "/organisation", "")
	admin.read(&i, 201, "POST", "/organisation/invitations", `{"email":"open@people.example","role":"developer"}`)
	fill := strings.NewReplacer("{organisation}", o.ID, "{person}", b.idOf("asha"), "{invitation}", i.ID, "{message}", b.letters("open@people.example")[0].ID)

	for _, c := range []struct {
		who        string
		v          *visitor
		operations []accountOperation
		code       string
	}{
		{"nobody", b.visitor(), slices.Concat(ownOperations, memberOperations, adminOperations, staffOperations, bankOperations), "CREDENTIALS_MISSING"},
		{"a developer", developer, adminOperations, "ADMIN_NEEDED"},
		{"a developer", developer, staffOperations, "BANK_STAFF_NEEDED"},
		{"an admin", admin, staffOperations, "BANK_STAFF_NEEDED"},
		{"an admin", admin, bankOperations, "BANK_ADMIN_NEEDED"},
		{"a reviewer", reviewer, bankOperations, "BANK_ADMIN_NEEDED"},
		{"a reviewer", reviewer, slices.Concat(memberOperations, adminOperations), "NO_ORGANISATION"},
		{"an admin of the bank", b.bank, slices.Concat(memberOperations, adminOperations), "NO_ORGANISATION"},
		{"who belongs nowhere", gone, slices.Concat(memberOperations, adminOperations), "NO_ORGANISATION"},
		{"who belongs nowhere", gone, staffOperations, "BANK_STAFF_NEEDED"},
	} {
		before := b.everything()
		for _, op := range c.operations {
			w := c.v.call(op.method, fill.Replace(op.path), op.body, changesAnything...)
			if got := codeOf(t, w); got != c.code {
				t.Errorf("%s: %s %s gives %d %s, want %s", c.who, op.method, op.path, w.Code, got, c.code)
			}
		}
		if after := b.everything(); after != before {
			t.Errorf("%s has changed something:\n%s\n%s", c.who, before, after)
		}
	}
	before := b.everything()
	for _, op := range adminOperations {
		if !strings.Contains(op.path, "{") {
			continue // it has nothing of another organisation
		}
		foreign.refused(404, "NOT_FOUND", op.method, fill.Replace(op.path), op.body, changesAnything...)
	}
	for _, op := range []accountOperation{{"DELETE", "/bank/invitations/{invitation}", ""}, {"POST", "/bank/invitations/{invitation}/resend", ""}} {
		b.bank.refused(404, "NOT_FOUND", op.method, fill.Replace(op.path), op.body) // one of an organisation is none of the bank
	}
	if after := b.everything(); after != before {
		t.Error("another organisation has changed something")
	}
}

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
