package server_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

const activation, acceptances = "/registrations/activation", "/invitations/acceptance"

func link(token string) string { return `{"token":"` + token + `"}` }

func TestTheRegistrationFormSaysWhatTheBankAsksFor(t *testing.T) {
	b := openBranch(t)
	b.bank.ok(200, "PUT", "/bank/settings", withFields, "If-Match", "*")
	var f struct {
		BankName          string
		Fields            []struct{ Key, Tab, Kind string }
		Agreements        []struct{ Agreement string }
		Plans             struct{ Quota []struct{ Name string } }
		HumanCheck        struct{ Required bool }
		PasswordMinLength int
	}
	b.visitor().read(&f, 200, "GET", "/registrations/form", "")
	if f.BankName != "Good Bank" || len(f.Fields) != 3 || f.Fields[0].Key != "department" || f.PasswordMinLength != 12 || f.HumanCheck.Required {
		t.Errorf("%+v", f)
	}
	if len(f.Agreements) != 1 || f.Agreements[0].Agreement != "terms" || len(f.Plans.Quota) < 2 {
		t.Errorf("%+v", f)
	}
}

// withFields are settings with a field of the person's, and two of the organisation's.
const withFields = `{"bankName":"Good Bank","supportEmail":"help@good.example","relationshipManager":{"name":"Riya Shah","email":"riya@good.example","telephone":"+91 22 1234"},
"fields":[{"key":"department","tab":"person","label":"Department","kind":"choice","required":true,"choices":["Engineering","Finance"]},
{"key":"gstNumber","tab":"organisation","label":"GST number","kind":"line","required":true,"maxLength":15},
{"key":"staff","tab":"organisation","label":"How many people","kind":"number","required":false}]}`

func TestFieldsOfTheBankAreCheckedAtRegistrationAndChange(t *testing.T) {
	b := openBranch(t)
	b.bank.ok(200, "PUT", "/bank/settings", withFields, "If-Match", "*")
	body := func(person, organisation string) string {
		return `{"person":{"username":"asha","password":"` + goodPassword + `","firstName":"Asha","lastName":"Rao","email":"asha@people.example","custom":` + person +
			`},"organisation":{"name":"Acme","custom":` + organisation + `},"agreements":[{"agreement":"terms","version":1}]}`
	}
	v := b.visitor()
	for _, c := range []struct{ person, organisation, pointer string }{
		{`{}`, `{"gstNumber":"1"}`, "/person/custom/department"},
		{`{"department":"Sales"}`, `{"gstNumber":"1"}`, "/person/custom/department"},
		{`{"department":"Finance","shoe":"9"}`, `{"gstNumber":"1"}`, "/person/custom/shoe"},
		{`{"department":"Finance"}`, `{}`, "/organisation/custom/gstNumber"},
		{`{"department":"Finance"}`, `{"gstNumber":" "}`, "/organisation/custom/gstNumber"},
		{`{"department":"Finance"}`, `{"gstNumber":"1234567890123456"}`, "/organisation/custom/gstNumber"},
		{`{"department":"Finance"}`, `{"gstNumber":"1\u0000"}`, "/organisation/custom/gstNumber"},
		{`{"department":"Finance"}`, `{"gstNumber":"1","staff":"many"}`, "/organisation/custom/staff"},
	} {
		p := v.refused(422, "CUSTOM_FIELD_INVALID", "POST", "/registrations", body(c.person, c.organisation))
		if len(p.Errors) != 1 || p.Errors[0].Pointer != c.pointer {
			t.Errorf("%s %s blames %+v", c.person, c.organisation, p.Errors)
		}
	}
	v.ok(202, "POST", "/registrations", body(`{"department":"Finance"}`, `{"gstNumber":"1","staff":"12"}`))
	v.ok(200, "POST", activation, link(b.mailed("asha@people.example")))
	v = b.signedIn("asha")
	v.refused(422, "CUSTOM_FIELD_INVALID", "PUT", "/organisation", `{"name":"Acme"}`, "If-Match", "*")
	v.refused(422, "CUSTOM_FIELD_INVALID", "PUT", "/me", `{"firstName":"Asha","lastName":"Rao","custom":{"department":"x"}}`, "If-Match", "*")
	v.ok(200, "PUT", "/me", `{"firstName":"Asha","lastName":"Rao","custom":{"department":"Engineering"}}`, "If-Match", "*")

	// A field that is taken away stays with who has filled it in, and is asked for no more.
	b.bank.ok(200, "PUT", "/bank/settings", strings.Replace(strings.Split(withFields, `,
{"key":"gstNumber"`)[0]+"]}", "Good Bank", "Better Bank", 1), "If-Match", "*")
	v.ok(200, "PUT", "/organisation", `{"name":"Acme","custom":{"gstNumber":"1","staff":"12"}}`, "If-Match", "*")
	v.refused(422, "CUSTOM_FIELD_INVALID", "PUT", "/organisation", `{"name":"Acme","custom":{"gstNumber":"2"}}`, "If-Match", "*")
	v.ok(200, "PUT", "/organisation", `{"name":"Acme"}`, "If-Match", "*")
}

func TestSettingsThatContradictThemselvesAreRefused(t *testing.T) {
	b := openBranch(t)
	settings := func(fields string) string {
		return `{"bankName":"B","supportEmail":"h@good.example","relationshipManager":{"name":"R","email":"r@good.example"},"fields":[` + fields + `]}`
	}
	field := func(key, kind, more string) string {
		return `{"key":"` + key + `","tab":"person","label":"L","kind":"` + kind + `","required":false` + more + `}`
	}
	for fields, pointer := range map[string]string{
		field("a", "line", "") + "," + field("a", "prose", ""): "/fields/1/key",
		field("a", "choice", ""):                               "/fields/0/choices",
		field("a", "choice", `,"choices":["x","x"]`):           "/fields/0/choices",
		field("a", "line", `,"choices":["x"]`):                 "/fields/0/choices",
		field("a", "number", `,"maxLength":3`):                 "/fields/0/maxLength",
	} {
		p := b.bank.refused(422, "SETTINGS_INVALID", "PUT", "/bank/settings", settings(fields), "If-Match", "*")
		if len(p.Errors) != 1 || p.Errors[0].Pointer != pointer {
			t.Errorf("%s blames %+v", fields, p.Errors)
		}
	}
	w := b.bank.ok(200, "GET", "/bank/settings", "")
	tag := w.Header().Get("Etag")
	b.bank.ok(200, "PUT", "/bank/settings", settings(""), "If-Match", tag)
	b.bank.refused(412, "PRECONDITION_FAILED", "PUT", "/bank/settings", settings(""), "If-Match", tag)
	b.bank.refused(412, "PRECONDITION_FAILED", "PUT", "/bank/settings", settings(""), "If-Match", "no tag")
}

func TestARegistrationIsRefusedWithWhatIsWrongWithIt(t *testing.T) {
	b := openBranch(t)
	b.organisation("asha.rao", "Acme Payments")
	v := b.visitor()
	valid := registration("ravi", "Other")
	for _, c := range []struct {
		what, old, new, code string
		status               int
	}{
		{"a user name in other capitals", `"ravi"`, `"Asha.RAO"`, "USERNAME_TAKEN", 409},
		{"a reserved user name", `"ravi"`, `"Admin"`, "USERNAME_TAKEN", 409},
		{"a name in other capitals with other blanks", `"Other"`, `"  ACME   payments "`, "ORGANISATION_EXISTS", 409},
		{"the bank's name", `"Other"`, `"demo bank"`, "ORGANISATION_EXISTS", 409},
		{"no agreement", `{"agreement":"terms","version":1}`, ``, "AGREEMENT_NOT_ACCEPTED", 422},
		{"another version", `"version":1`, `"version":2`, "AGREEMENT_NOT_ACCEPTED", 422},
		{"a common password", goodPassword, "password1234", "PASSWORD_TOO_WEAK", 422},
		{"a run of letters", goodPassword, "abcdefghijklmn", "PASSWORD_TOO_WEAK", 422},
		{"few characters", goodPassword, "xkxkxkxkxkxk", "PASSWORD_TOO_WEAK", 422},
		{"the user name in the password", goodPassword, "my name is RAVI, well", "PASSWORD_TOO_WEAK", 422},
		{"a short password", goodPassword, "tooshort", "SCHEMA_VIOLATION", 400},
		{"a plan that nobody offers", `"agreements"`, `"accountPlan":{"access":"bronze","quota":"endless"},"agreements"`, "PLAN_UNKNOWN", 422},
	} {
		t.Run(c.what, func(t *testing.T) {
			changed := strings.ReplaceAll(valid, c.old, c.new)
			if changed == valid {
				t.Fatal("nothing is changed")
			}
			v.refused(c.status, c.code, "POST", "/registrations", changed)
		})
	}
	v.ok(202, "POST", "/registrations", valid)
}

func TestAnActivationOpensTheOrganisationWithItsSandbox(t *testing.T) {
	b := openBranch(t)
	v := b.visitor()
	var receipt struct {
		Username                      string
		ActivateUntil, NamesKeptUntil time.Time
	}
	body := strings.Replace(registration("asha", "Acme"), `"agreements"`, `"accountPlan":{"access":"production","quota":"premium"},"agreements"`, 1)
	v.read(&receipt, 202, "POST", "/registrations", body)
	if receipt.Username != "asha" || receipt.ActivateUntil != start.Add(24*time.Hour) || receipt.NamesKeptUntil != start.Add(7*24*time.Hour) {
		t.Errorf("%+v", receipt)
	}
	v.refused(403, "ACCOUNT_NOT_ACTIVATED", "POST", "/session", `{"username":"asha","password":"`+goodPassword+`"}`)
	v.refused(401, "SIGN_IN_FAILED", "POST", "/session", `{"username":"asha","password":"wrong"}`)
	token := b.mailed("asha@people.example")
	var activated struct {
		Username                  string
		Organisation, Application struct{ ID, Name string }
	}
	v.read(&activated, 200, "POST", activation, link(token))
	if activated.Username != "asha" || activated.Organisation.Name != "Acme" || activated.Application.Name != "Sandbox" || v.cookie != nil {
		t.Errorf("%+v, cookie %v", activated, v.cookie)
	}
	v.refused(422, "LINK_INVALID", "POST", activation, link(token))
	v = b.signedIn("asha")
	var o struct {
		ID           string
		FirstContact struct{ Name string }
		AccountPlan  struct{ Access, Quota, Request string }
	}
	v.read(&o, 200, "GET", "/organisation", "")
	if o.FirstContact.Name != "Given Name" || o.AccountPlan.Access != "bronze" || o.AccountPlan.Quota != "standard" || o.AccountPlan.Request == "" {
		t.Errorf("%+v", o)
	}
	var me struct{ Role string }
	v.read(&me, 200, "GET", "/me", "")
	if me.Role != "admin" {
		t.Errorf("the first person is %s", me.Role)
	}
	b.bank.ok(200, "GET", "/bank/organisations/"+o.ID, "")
	if l := b.letters("asha@people.example"); len(l) != 2 || l[0].Subject != "Your account is active" {
		t.Errorf("mails are %+v", l)
	}
}

func TestAnActivationLinkWorksForADayAndTheNewestReplacesThoseBefore(t *testing.T) {
	b := openBranch(t)
	v := b.visitor()
	v.ok(202, "POST", "/registrations", registration("asha", "Acme"))
	first := b.mailed("asha@people.example")
	v.ok(202, "POST", "/registrations/activation-mail", `{"account":"ASHA"}`)
	second := b.mailed("asha@people.example")
	v.refused(422, "LINK_INVALID", "POST", activation, link(first))
	b.later(24 * time.Hour)
	b.bank = b.signedIn("bank.admin")
	v.refused(422, "LINK_INVALID", "POST", activation, link(second))
	v.ok(202, "POST", "/registrations/activation-mail", `{"account":"asha@PEOPLE.example"}`)
	third := b.mailed("asha@people.example")
	v.ok(200, "POST", activation, link(third))
	v.ok(202, "POST", "/registrations/activation-mail", `{"account":"asha"}`) // the same answer, and no mail
	if got := b.mailed("asha@people.example"); got != third {
		t.Error("an active account gets another link")
	}
}

func TestARegistrationNeverActivatedFreesItsNamesAfterAWeek(t *testing.T) {
	for name, sweep := range map[string]bool{"when they are asked for": false, "when the time comes": true} {
		t.Run(name, func(t *testing.T) {
			b := openBranch(t)
			v := b.visitor()
			v.ok(202, "POST", "/registrations", registration("asha", "Acme"))
			b.later(7*24*time.Hour - time.Second)
			v.refused(409, "USERNAME_TAKEN", "POST", "/registrations", registration("asha", "Other"))
			v.refused(409, "ORGANISATION_EXISTS", "POST", "/registrations", registration("ravi", "Acme"))
			var free struct{ Username, OrganisationName bool }
			v.read(&free, 200, "POST", "/registrations/availability", `{"username":"Asha","organisationName":"acme "}`)
			if free.Username || free.OrganisationName {
				t.Errorf("%+v", free)
			}
			b.later(time.Second)
			if sweep {
				if err := b.portal.Sweep(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			v.read(&free, 200, "POST", "/registrations/availability", `{"username":"Asha","organisationName":"acme "}`)
			if !free.Username || !free.OrganisationName {
				t.Errorf("%+v", free)
			}
			v.refused(401, "SIGN_IN_FAILED", "POST", "/session", `{"username":"asha","password":"`+goodPassword+`"}`)
			v.ok(202, "POST", "/registrations", registration("ravi", "Acme"))
			v.ok(202, "POST", "/registrations", registration("asha", "Other"))
		})
	}
}

func TestAnAddressInUseHasTheSameAnswerAndANoteInstead(t *testing.T) {
	b := openBranch(t)
	b.organisation("asha", "Acme")
	v := b.visitor()
	same := strings.ReplaceAll(registration("ravi", "Other"), "ravi@people.example", "ASHA@people.example")
	v.ok(202, "POST", "/registrations", same)
	var free struct{ Username, OrganisationName bool }
	v.read(&free, 200, "POST", "/registrations/availability", `{"username":"ravi","organisationName":"Other"}`)
	if free.Username || free.OrganisationName {
		t.Errorf("the names are not kept: %+v", free)
	}
	l := b.letters("asha@people.example")
	if l[0].Subject != "You have an account already" || linkInMail.MatchString(l[0].Text) {
		t.Errorf("%+v", l[0])
	}
}

func TestAvailabilityIsHeldUpByTheLimit(t *testing.T) {
	b := openBranch(t)
	v := b.visitor()
	ask := `{"username":"asha"}`
	for range 10 {
		v.ok(200, "POST", "/registrations/availability", ask)
	}
	w := v.call("POST", "/registrations/availability", ask)
	problemOf(t, w, 429, "TOO_MANY_ATTEMPTS")
	if w.Header().Get("Retry-After") != "61" && w.Header().Get("Retry-After") != "60" {
		t.Errorf("Retry-After is %s", w.Header().Get("Retry-After"))
	}
	b.visitor().ok(200, "POST", "/registrations/availability", ask) // another address
	for range 9 {
		b.later(time.Minute)
		for range 10 {
			v.ok(200, "POST", "/registrations/availability", ask)
		}
	}
	b.later(time.Minute)
	v.refused(429, "TOO_MANY_ATTEMPTS", "POST", "/registrations/availability", ask) // a hundred in a day
	b.later(24 * time.Hour)
	v.ok(200, "POST", "/registrations/availability", ask)
}

// robots is a human check that one proof passes.
type robots struct{}

func (robots) Describe() (string, string)                              { return "puzzle", "public-key" }
func (robots) Passed(_ context.Context, proof, _ string) (bool, error) { return proof == "human", nil }

func TestTheHumanCheckKeepsProgramsOutOfThePublicForms(t *testing.T) {
	b := openBranch(t, branchOptions{portal: func(o *portal.Options) { o.Human = robots{} }})
	v := b.visitor()
	var f struct {
		HumanCheck struct {
			Required          bool
			Provider, SiteKey string
		}
	}
	v.read(&f, 200, "GET", "/registrations/form", "")
	if !f.HumanCheck.Required || f.HumanCheck.Provider != "puzzle" || f.HumanCheck.SiteKey != "public-key" {
		t.Errorf("%+v", f)
	}
	for _, c := range []struct {
		path, body string
		status     int
	}{
		{"/registrations/availability", `{"username":"asha"}`, 200}, {"/registrations", registration("asha", "Acme"), 202},
		{"/registrations/activation-mail", `{"account":"asha"}`, 202}, {"/password/forgotten", `{"account":"asha"}`, 202},
	} {
		v.refused(422, "HUMAN_CHECK_FAILED", "POST", c.path, c.body)
		v.refused(422, "HUMAN_CHECK_FAILED", "POST", c.path, c.body[:len(c.body)-1]+`,"humanProof":"robot"}`)
		v.ok(c.status, "POST", c.path, c.body[:len(c.body)-1]+`,"humanProof":"human"}`)
	}
}

func TestAForgottenPasswordIsResetByMailOnce(t *testing.T) {
	b := openBranch(t)
	old := b.organisation("asha", "Acme")
	v := b.visitor()
	v.ok(202, "POST", "/password/forgotten", `{"account":"asha@people.EXAMPLE"}`)
	first := b.mailed("asha@people.example")
	v.ok(202, "POST", "/password/forgotten", `{"account":"Asha"}`)
	token := b.mailed("asha@people.example")
	reset := func(token, password string) string {
		return `{"token":"` + token + `","newPassword":"` + password + `"}`
	}
	const another = "stable staple gun"
	v.refused(422, "LINK_INVALID", "POST", "/password/reset", reset(first, another))
	v.refused(422, "PASSWORD_TOO_WEAK", "POST", "/password/reset", reset(token, "Asha and the bear"))
	for range 10 {
		v.refused(401, "SIGN_IN_FAILED", "POST", "/session", `{"username":"asha","password":"wrong"}`)
	}
	v.refused(429, "TOO_MANY_ATTEMPTS", "POST", "/session", `{"username":"asha","password":"`+goodPassword+`"}`)
	v.ok(204, "POST", "/password/reset", reset(token, another))
	v.refused(422, "LINK_INVALID", "POST", "/password/reset", reset(token, another))
	old.refused(401, "SESSION_ENDED", "GET", "/me", "") // all sessions have ended
	v.refused(401, "SIGN_IN_FAILED", "POST", "/session", `{"username":"asha","password":"`+goodPassword+`"}`)
	v.ok(201, "POST", "/session", `{"username":"asha","password":"`+another+`"}`) // and nothing holds sign-in up
	if l := b.letters("asha@people.example"); l[0].Subject != "Your password was changed" {
		t.Errorf("%+v", l[0])
	}
	v.ok(202, "POST", "/password/forgotten", `{"account":"asha"}`)
	late := b.mailed("asha@people.example")
	b.later(time.Hour)
	v.refused(422, "LINK_INVALID", "POST", "/password/reset", reset(late, another))
}

func TestMailIsHeldUpForOneAccountWhetherThereIsOneOrNot(t *testing.T) {
	b := openBranch(t)
	b.organisation("asha", "Acme")
	for _, account := range []string{"asha", "nobody"} {
		for range 5 {
			b.visitor().ok(202, "POST", "/password/forgotten", `{"account":"`+account+`"}`)
		}
		b.visitor().refused(429, "TOO_MANY_ATTEMPTS", "POST", "/password/forgotten", `{"account":"`+strings.ToUpper(account)+`"}`)
	}
}

func TestCookiesAreBoundToTheHostOverHTTPS(t *testing.T) {
	b := openBranch(t)
	b.organisation("asha", "Acme")
	body := `{"username":"asha","password":"` + goodPassword + `"}`
	v := b.visitor()
	v.ok(201, "POST", "/session", body)
	if c := v.cookie; c.Name != "session" || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Secure || c.Path != "/" {
		t.Errorf("%+v", c)
	}
	v.pairs = []string{"X-Forwarded-Proto", "https"}
	v.ok(200, "GET", "/me", "") // nobody told the server that there is a proxy
}
