package server_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestAnInvitedPersonJoinsWithTheRoleOfTheInvitation(t *testing.T) {
	b := openBranch(t)
	admin := b.organisation("asha", "Acme")
	var i struct{ ID, State, Role, Email string }
	admin.read(&i, 201, "POST", "/organisation/invitations", `{"email":"Ravi@people.example","role":"developer"}`)
	if i.State != "open" || i.Role != "developer" {
		t.Errorf("%+v", i)
	}
	admin.refused(409, "INVITATION_PENDING", "POST", "/organisation/invitations", `{"email":"ravi@PEOPLE.example","role":"admin"}`)
	admin.refused(409, "ALREADY_MEMBER", "POST", "/organisation/invitations", `{"email":"ASHA@people.example","role":"admin"}`)
	token := b.mailed("ravi@people.example")
	v := b.visitor()
	var p struct {
		Organisation  struct{ Name string }
		Email, Role   string
		AccountExists bool
		ExpiresAt     time.Time
		Agreements    []struct{ Agreement string }
	}
	v.read(&p, 200, "POST", "/invitations/preview", link(token))
	if p.Organisation.Name != "Acme" || p.Email != "Ravi@people.example" || p.Role != "developer" || p.AccountExists || len(p.Agreements) != 1 ||
		p.ExpiresAt != start.Add(7*24*time.Hour) {
		t.Errorf("%+v", p)
	}
	v.refused(409, "USERNAME_TAKEN", "POST", acceptances, acceptance(token, "Asha"))
	v.refused(422, "AGREEMENT_NOT_ACCEPTED", "POST", acceptances, strings.Replace(acceptance(token, "ravi"), `{"agreement":"terms","version":1}`, "", 1))
	v.refused(422, "PASSWORD_TOO_WEAK", "POST", acceptances, strings.Replace(acceptance(token, "ravi"), goodPassword, "password1234", 1))
	v.ok(201, "POST", acceptances, acceptance(token, "ravi"))
	v.refused(422, "LINK_INVALID", "POST", acceptances, acceptance(token, "ravi2"))
	v.refused(422, "LINK_INVALID", "POST", "/invitations/preview", link(token))
	dev := b.signedIn("ravi")
	var me struct {
		Role         string
		Email        string
		Organisation struct{ Name string }
	}
	dev.read(&me, 200, "GET", "/me", "")
	if me.Role != "developer" || me.Organisation.Name != "Acme" || me.Email != "Ravi@people.example" {
		t.Errorf("%+v", me)
	}
	admin.read(&i, 200, "GET", "/organisation/invitations/"+i.ID, "")
	if i.State != "accepted" {
		t.Errorf("%+v", i)
	}
	if l := b.letters("asha@people.example"); !strings.Contains(l[0].Subject, "has joined Acme") {
		t.Errorf("%+v", l[0])
	}
	admin.refused(409, "INVITATION_CLOSED", "POST", "/organisation/invitations/"+i.ID+"/resend", "")
	admin.refused(409, "INVITATION_CLOSED", "DELETE", "/organisation/invitations/"+i.ID, "")
}

func TestWhoJoinsTheBanksStaffIsInNoOrganisation(t *testing.T) {
	b := openBranch(t)
	b.bank.ok(201, "POST", "/bank/invitations", `{"email":"meera@people.example","role":"reviewer"}`)
	var made map[string]any
	b.visitor().read(&made, 201, "POST", acceptances, acceptance(b.mailed("meera@people.example"), "meera"))
	if made["username"] != "meera" || len(made) != 1 {
		t.Errorf("%v", made)
	}
	var me map[string]any
	b.signedIn("meera").read(&me, 200, "GET", "/me", "")
	if me["role"] != "reviewer" || me["organisation"] != nil {
		t.Errorf("%v", me)
	}
}

func TestInvitationsExpireAreSentAgainAndWithdrawn(t *testing.T) {
	b := openBranch(t)
	admin := b.organisation("asha", "Acme")
	var i struct{ ID, State string }
	admin.read(&i, 201, "POST", "/organisation/invitations", `{"email":"ravi@people.example","role":"developer"}`)
	first := b.mailed("ravi@people.example")
	b.later(7 * 24 * time.Hour)
	admin, b.bank = b.signedIn("asha"), b.signedIn("bank.admin")
	b.visitor().refused(422, "LINK_INVALID", "POST", "/invitations/preview", link(first))
	listed := func(state string, want int) {
		t.Helper()
		var page struct{ Invitations []struct{ State string } }
		admin.read(&page, 200, "GET", "/organisation/invitations?state="+state, "")
		if len(page.Invitations) != want || want > 0 && page.Invitations[0].State != state {
			t.Errorf("%s: %+v", state, page)
		}
	}
	listed("expired", 1)
	listed("open", 0)
	admin.refused(409, "INVITATION_CLOSED", "DELETE", "/organisation/invitations/"+i.ID, "")
	admin.read(&i, 200, "POST", "/organisation/invitations/"+i.ID+"/resend", "")
	second := b.mailed("ravi@people.example")
	listed("open", 1)
	b.visitor().refused(422, "LINK_INVALID", "POST", "/invitations/preview", link(first))
	b.visitor().ok(200, "POST", "/invitations/preview", link(second))
	for range 4 {
		admin.ok(200, "POST", "/organisation/invitations/"+i.ID+"/resend", "")
	}
	admin.refused(429, "TOO_MANY_ATTEMPTS", "POST", "/organisation/invitations/"+i.ID+"/resend", "")
	latest := b.mailed("ravi@people.example")
	admin.ok(204, "DELETE", "/organisation/invitations/"+i.ID, "")
	listed("withdrawn", 1)
	b.visitor().refused(422, "LINK_INVALID", "POST", acceptances, acceptance(latest, "ravi"))
	admin.ok(201, "POST", "/organisation/invitations", `{"email":"ravi@people.example","role":"developer"}`)
}

func TestAnOrganisationSendsAHundredInvitationsInADay(t *testing.T) {
	b := openBranch(t)
	admin := b.organisation("asha", "Acme")
	for n := range 100 {
		admin.ok(201, "POST", "/organisation/invitations", fmt.Sprintf(`{"email":"p%d@people.example","role":"developer"}`, n))
	}
	admin.refused(429, "TOO_MANY_ATTEMPTS", "POST", "/organisation/invitations", `{"email":"more@people.example","role":"developer"}`)
	b.organisation("mira", "Other").ok(201, "POST", "/organisation/invitations", `{"email":"more@people.example","role":"developer"}`)
}

func TestWhoWasRemovedKeepsTheAccountAndCanJoinAnother(t *testing.T) {
	b := openBranch(t)
	admin := b.organisation("asha", "Acme")
	dev := admin.colleague("ravi", "developer")
	other := b.organisation("mira", "Other")
	other.ok(201, "POST", "/organisation/invitations", `{"email":"ravi@people.example","role":"admin"}`)
	token := b.mailed("ravi@people.example")
	var p struct{ AccountExists bool }
	b.visitor().read(&p, 200, "POST", "/invitations/preview", link(token))
	if !p.AccountExists {
		t.Error("the account is not known")
	}
	b.visitor().refused(409, "EMAIL_IN_USE", "POST", acceptances, acceptance(token, "ravi2"))
	dev.refused(409, "ALREADY_IN_ORGANISATION", "POST", "/me/organisation", link(token))
	admin.ok(204, "DELETE", "/organisation/members/"+b.idOf("ravi"), "")
	dev.refused(401, "SESSION_ENDED", "GET", "/me", "")
	dev = b.signedIn("ravi")
	dev.refused(403, "NO_ORGANISATION", "GET", "/organisation", "")
	other.ok(201, "POST", "/organisation/invitations", `{"email":"somebody@people.example","role":"developer"}`)
	dev.refused(422, "LINK_INVALID", "POST", "/me/organisation", link(b.mailed("somebody@people.example"))) // sent to another
	before := dev.cookie.Value
	var me struct{ Role string }
	dev.read(&me, 200, "POST", "/me/organisation", link(token))
	if me.Role != "admin" || dev.cookie.Value == before {
		t.Errorf("%+v, a new identifier: %v", me, dev.cookie.Value != before)
	}
	dev.ok(200, "GET", "/organisation/invitations", "")
	admin.refused(404, "NOT_FOUND", "DELETE", "/organisation/members/"+b.idOf("ravi"), "")
}

func TestAnOrganisationAndTheBankKeepAnAdmin(t *testing.T) {
	b := openBranch(t)
	admin := b.organisation("asha", "Acme")
	asha, self := "/organisation/members/"+b.idOf("asha"), "/bank/staff/"+b.idOf("bank.admin")
	admin.refused(409, "LAST_ADMIN", "DELETE", asha, "")
	admin.refused(409, "LAST_ADMIN", "PUT", asha+"/role", `{"role":"developer"}`)
	dev := admin.colleague("ravi", "developer")
	dev.refused(403, "ADMIN_NEEDED", "PUT", asha+"/role", `{"role":"developer"}`)
	admin.ok(200, "PUT", "/organisation/members/"+b.idOf("ravi")+"/role", `{"role":"admin"}`)
	dev.ok(200, "PUT", asha+"/role", `{"role":"developer"}`) // from the next call on
	admin.refused(403, "ADMIN_NEEDED", "GET", "/organisation/invitations", "")
	dev.refused(409, "LAST_ADMIN", "DELETE", "/organisation/members/"+b.idOf("ravi"), "")
	if l := b.letters("asha@people.example"); l[0].Subject != "Your role has changed" {
		t.Errorf("%+v", l[0])
	}

	b.bank.refused(409, "LAST_BANK_ADMIN", "DELETE", self, "")
	b.bank.refused(409, "LAST_BANK_ADMIN", "PUT", self+"/role", `{"role":"reviewer"}`)
	reviewer := b.bank.colleague("rita", "reviewer")
	reviewer.refused(403, "BANK_ADMIN_NEEDED", "POST", "/bank/invitations", `{"email":"x@people.example","role":"reviewer"}`)
	rita := b.idOf("rita")
	b.bank.ok(200, "PUT", "/bank/staff/"+rita+"/role", `{"role":"bank-admin"}`)
	reviewer.ok(200, "GET", "/bank/invitations", "")
	b.bank.refused(404, "NOT_FOUND", "PUT", "/bank/staff/"+b.idOf("asha")+"/role", `{"role":"reviewer"}`) // none of the bank
	reviewer.ok(204, "DELETE", self, "")
	b.bank.refused(401, "SESSION_ENDED", "GET", "/me", "")
	b.signedIn("bank.admin").refused(403, "BANK_STAFF_NEEDED", "GET", "/bank/people", "")
}

func TestThoseWhoLeaveAtOnceLeaveAnAdmin(t *testing.T) {
	b := openBranch(t)
	admin := b.organisation("asha", "Acme")
	other := admin.colleague("ravi", "admin")
	asha, ravi := b.idOf("asha"), b.idOf("ravi")
	done := make(chan int)
	go func() { done <- admin.call("DELETE", "/organisation/members/"+asha, "").Code }()
	go func() { done <- other.call("DELETE", "/organisation/members/"+ravi, "").Code }()
	if one, two := <-done, <-done; one+two != 204+409 {
		t.Errorf("answers are %d and %d", one, two)
	}
}

func TestALockedAccountIsShutOut(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	asha := "/bank/people/" + b.idOf("asha")
	b.bank.refused(409, "OWN_ACCOUNT", "POST", "/bank/people/"+b.idOf("bank.admin")+"/lock", `{"reason":"x"}`)
	b.bank.refused(409, "PERSON_STATE_CONFLICT", "POST", asha+"/unlock", `{"reason":"x"}`)
	var p struct{ State string }
	b.bank.read(&p, 200, "POST", asha+"/lock", `{"reason":"misuse"}`)
	if p.State != "locked" {
		t.Errorf("%+v", p)
	}
	b.bank.refused(409, "PERSON_STATE_CONFLICT", "POST", asha+"/lock", `{"reason":"x"}`)
	v.refused(401, "SESSION_ENDED", "GET", "/me", "")
	b.visitor().refused(401, "SIGN_IN_FAILED", "POST", "/session", credentials("asha", goodPassword))
	mails := len(b.letters("asha@people.example"))
	b.visitor().ok(202, "POST", "/password/forgotten", `{"account":"asha"}`)
	if n := len(b.letters("asha@people.example")); n != mails {
		t.Error("a locked account gets a link")
	}
	b.bank.ok(200, "POST", asha+"/unlock", `{"reason":"explained"}`)
	b.signedIn("asha")
}

func TestAnAddressIsChangedOnceItIsConfirmed(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	b.organisation("mira", "Other")
	ask := func(email, password string) string {
		return `{"email":"` + email + `","currentPassword":"` + password + `"}`
	}
	v.refused(422, "PASSWORD_WRONG", "POST", "/me/email", ask("new@people.example", "wrong"))
	taken := v.ok(202, "POST", "/me/email", ask("mira@people.example", goodPassword))
	if l := b.letters("mira@people.example"); l[0].Subject != "You have an account already" {
		t.Errorf("%+v", l[0])
	}
	free := v.ok(202, "POST", "/me/email", ask("new@people.example", goodPassword))
	if taken.Body.String() != free.Body.String() {
		t.Errorf("%s and %s", taken.Body, free.Body)
	}
	if l := b.letters("asha@people.example"); l[0].Subject != "Another e-mail address was asked for" {
		t.Errorf("%+v", l[0])
	}
	token := b.mailed("new@people.example")
	b.visitor().ok(204, "POST", "/me/email/confirmation", link(token))
	b.visitor().refused(422, "LINK_INVALID", "POST", "/me/email/confirmation", link(token))
	var me struct{ Email string }
	v.read(&me, 200, "GET", "/me", "")
	if me.Email != "new@people.example" {
		t.Errorf("%+v", me)
	}
	if l := b.letters("asha@people.example"); l[0].Subject != "Your e-mail address was changed" {
		t.Errorf("%+v", l[0])
	}
	v.ok(202, "POST", "/me/email", ask("third@people.example", goodPassword))
	late := b.mailed("third@people.example")
	b.later(24 * time.Hour)
	b.visitor().refused(422, "LINK_INVALID", "POST", "/me/email/confirmation", link(late))
}

func TestAddressesThatTheCodeCannotTakeAreRefusedAsTheContractSays(t *testing.T) {
	b := openBranch(t)
	v := b.visitor()
	for _, email := range []string{"a@b", "a b@c.example", "@c.example", "a@", "a@c.example>", "a@c.example\\r\\nBcc: x@y.example", `\"a b\"@c.example`,
		"a@[127.0.0.1]", "ä@c.example", strings.Repeat("a", 250) + "@c.example"} {
		w := v.call("POST", "/registrations", strings.Replace(registration("ravi", "Acme"), "ravi@people.example", email, 1))
		if w.Code != 400 && w.Code != 202 {
			t.Errorf("%s gives %d: %s", email, w.Code, w.Body)
		}
		b.later(7 * 24 * time.Hour)
	}
	b.bank = b.signedIn("bank.admin")
	for _, to := range []string{"a@b", "%22a%20b%22@c.example", "x"} {
		if w := b.bank.call("GET", "/bank/outbox?to="+to, ""); w.Code >= 500 {
			t.Errorf("to=%s gives %d: %s", to, w.Code, w.Body)
		}
	}
}
