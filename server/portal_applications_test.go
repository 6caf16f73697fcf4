package server_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestAnApplicationIsRefusedForWhatItLacks(t *testing.T) {
	p := newProgramme(t)
	p.pending("Shop")
	for name, c := range map[string]struct {
		pairs   []any
		status  int
		code    string
		pointer string
	}{
		"no name":                        {[]any{"name", nil}, 400, "SCHEMA_VIOLATION", "/name"},
		"an empty name":                  {[]any{"name", "  "}, 400, "SCHEMA_VIOLATION", "/name"},
		"no platform":                    {[]any{"platform", nil}, 400, "SCHEMA_VIOLATION", "/platform"},
		"an unknown type of OAuth":       {[]any{"oauthType", "3.0"}, 400, "SCHEMA_VIOLATION", "/oauthType"},
		"a name that is taken":           {[]any{"name", "  shop  "}, 409, "APPLICATION_NAME_TAKEN", "/name"},
		"no EULA":                        {[]any{"agreements", []object{}}, 422, "AGREEMENT_NOT_ACCEPTED", "/agreements"},
		"an old EULA":                    {[]any{"agreements", []object{{"agreement": "eula", "version": 1}}}, 422, "AGREEMENT_NOT_ACCEPTED", "/agreements"},
		"no API":                         {[]any{"apis", nil}, 422, "NO_API_CHOSEN", "/apis"},
		"an empty list of APIs":          {[]any{"apis", []string{}}, 422, "NO_API_CHOSEN", "/apis"},
		"an unknown API":                 {[]any{"apis", []string{"deposits", "loans"}}, 422, "API_UNKNOWN", "/apis/1"},
		"an API with SQL for a name":     {[]any{"apis", []string{"x'; DROP TABLE applications; --"}}, 422, "API_UNKNOWN", "/apis/0"},
		"an unknown group":               {[]any{"groups", []string{"trade"}}, 422, "GROUP_UNKNOWN", "/groups/0"},
		"an API beyond the account plan": {[]any{"apis", []string{"payouts"}}, 409, "ACCOUNT_PLAN_TOO_LOW", ""},
		"a webhook in a private network": {[]any{"webhookUrl", "https://10.0.0.1/hooks"}, 422, "ADDRESS_REFUSED", "/webhookUrl"},
		"a webhook that is no address":   {[]any{"webhookUrl", "javascript:alert(1)"}, 400, "SCHEMA_VIOLATION", "/webhookUrl"},
	} {
		t.Run(name, func(t *testing.T) {
			problem := p.refused(ravi, "POST /applications", newApplication("Other").with(c.pairs...), c.status, c.code)
			if c.pointer != "" && (len(problem.Errors) == 0 || problem.Errors[0].Pointer != c.pointer) {
				t.Errorf("blamed is %+v, not %s", problem.Errors, c.pointer)
			}
		})
	}
	if list := p.ask(ravi, "GET /applications", nil, 200).list("applications"); len(list) != 1 {
		t.Errorf("something was kept: %v", list)
	}
	p.upgrade()
	p.pending("Other", "apis", []string{"payouts"})
}

func TestAnApplicationHasTheAPIsOfItsGroupsOnce(t *testing.T) {
	p := newProgramme(t)
	a := p.pending("Shop", "apis", []string{"pan", "bank-connect"}, "groups", []string{"onboarding"}, "partnerScope", "ACME-RETAIL")
	if got := subscriptionsOf(a); got != "bank-connect requested sandbox sandbox, deposits requested sandbox sandbox, pan requested sandbox sandbox" {
		t.Error(got)
	}
	if a.text("partnerScope") != "ACME-RETAIL" || a.in("createdBy").text("name") != "Ravi Menon" {
		t.Errorf("%v", a)
	}
}

func TestAChangeFollowsTheState(t *testing.T) {
	p := newProgramme(t)
	change := func(pairs ...any) object { return newApplication("Shop", "agreements", nil).with(pairs...) }

	waiting := p.pending("Shop")
	path := "/applications/" + waiting.text("id")
	renamed := p.ask(ravi, "PUT "+path, change("name", "Shop 2", "description", nil, "webhookUrl", nil, "oauthCallback", nil, "apis", []string{"pan"}, "partnerScope", "X"), 200,
		"If-Match", waiting.tag())
	if renamed.text("state") != "pending" || renamed.text("request") != waiting.text("request") || subscriptionsOf(renamed) != "pan requested sandbox sandbox" ||
		renamed["description"] != nil || renamed["webhookUrl"] != nil || renamed["oauthCallback"] != nil || renamed.text("partnerScope") != "X" {
		t.Errorf("a pending one: %v", renamed)
	}
	request := p.ask(meera, "GET /bank/requests/"+waiting.text("request"), nil, 200)
	if request.number("version") != 2 || fmt.Sprint(request["apis"]) != "[pan]" {
		t.Errorf("its request: %v", request)
	}
	p.decide(waiting.text("request"), object{"outcome": "approve", "reason": "Fine."})

	p.refused(ravi, "PUT "+path, change("partnerScope", "Y"), 422, "PARTNER_SCOPE_FIXED", "If-Match", "*")
	p.refused(ravi, "PUT "+path, change("apis", []string{}), 422, "NO_API_CHOSEN", "If-Match", "*")
	p.refused(ravi, "PUT "+path, change("apis", []string{"payouts"}), 409, "ACCOUNT_PLAN_TOO_LOW", "If-Match", "*")
	p.refused(ravi, "PUT "+path, change("apis", []string{"loans"}), 422, "API_UNKNOWN", "If-Match", "*")
	p.refused(ravi, "PUT "+path, change("webhookUrl", "http://10.1.1.1/"), 422, "ADDRESS_REFUSED", "If-Match", "*")
	p.pending("Other")
	p.refused(ravi, "PUT "+path, change("name", "OTHER"), 409, "APPLICATION_NAME_TAKEN", "If-Match", "*")
	p.refused(ravi, "PUT "+path, change(), 400, "SCHEMA_VIOLATION")

	working := p.ask(ravi, "PUT "+path, change("name", "Shop 3", "apis", []string{"deposits", "pan"}, "partnerScope", "X"), 200, "If-Match", p.application(waiting.text("id")).tag())
	if working.text("state") != "enabled" || working["request"] != nil || subscriptionsOf(working) != "deposits requested sandbox sandbox, pan approved sandbox sandbox" {
		t.Errorf("an enabled one: %v", working)
	}
	if asked := working.list("subscriptions")[0]["requests"]; len(asked.([]any)) != 1 {
		t.Errorf("the API that was added waits as %v", asked)
	}
	swapped := p.ask(ravi, "PUT "+path, change("name", "Shop 3", "apis", []string{"deposits"}), 200, "If-Match", "*")
	if swapped.text("partnerScope") != "X" || subscriptionsOf(swapped) != "deposits requested sandbox sandbox" {
		t.Errorf("an API is removed at once: %v", swapped)
	}
	if mails := p.mails(meera); !slices.Contains(mails, "APIs of the application Shop 3 wait for approval") {
		t.Errorf("the reviewer has %q", mails)
	}
}

func TestOfTwoEditorsTheSecondIsToldThatItHasChanged(t *testing.T) {
	onBothEngines(t, oneEditorChanges)
}

func oneEditorChanges(t *testing.T, p *programme) {
	a := p.enabled("Shop")
	path := "PUT /applications/" + a.text("id")
	body := newApplication("Shop", "apis", nil, "agreements", nil)
	w := p.call(asha, "GET /applications/"+a.text("id"), nil)
	if w.Header().Get("ETag") != a.tag() {
		t.Errorf("ETag is %s at version %d", w.Header().Get("ETag"), a.number("version"))
	}
	first := p.ask(asha, path, body.with("description", "From Asha."), 200, "If-Match", a.tag())
	for _, stale := range []string{a.tag(), `"999"`, "W/" + first.tag(), `"x"`, "1", `""`} {
		p.refused(ravi, path, body.with("description", "From Ravi."), 412, "PRECONDITION_FAILED", "If-Match", stale)
	}
	if now := p.application(a.text("id")); now.text("description") != "From Asha." {
		t.Errorf("%v", now)
	}
	p.ask(ravi, path, body.with("description", "From Ravi."), 200, "If-Match", first.tag())

	// Many at once: one gets through.
	now := p.application(a.text("id"))
	p.person(asha)
	var done, stale atomic.Int64
	var group sync.WaitGroup
	for i := range 8 {
		who := *p.people[asha]
		group.Go(func() {
			switch w := who.call("PUT", "/applications/"+a.text("id"), fmt.Sprintf(`{"name":"Shop","platform":"web","oauthType":"none","description":"%d"}`, i), "If-Match", now.tag()); w.Code {
			case 200:
				done.Add(1)
			case 412:
				stale.Add(1)
			default:
				t.Errorf("%d with %s", w.Code, w.Body)
			}
		})
	}
	group.Wait()
	if done.Load() != 1 || stale.Load() != 7 {
		t.Errorf("%d have changed it and %d were told", done.Load(), stale.Load())
	}
}

func TestApplicationsAreListedByNameInPages(t *testing.T) {
	p := newProgramme(t)
	for _, name := range []string{"delta", "Alpha", "charlie", "Bravo"} {
		p.pending(name)
	}
	p.decide(p.application(p.ask(ravi, "GET /applications?text=brav", nil, 200).list("applications")[0].text("id")).text("request"), object{"outcome": "approve", "reason": "Fine."})
	p.ask(zoe, "POST /applications", newApplication("Alpha Zenith", "apis", []string{"pan"}), 201)
	names := func(who, path string) (names []string, next string) {
		t.Helper()
		page := p.ask(who, "GET "+path, nil, 200)
		for _, a := range page.list("applications") {
			names = append(names, a.text("name"))
		}
		return names, page.text("next")
	}
	for path, want := range map[string]string{
		"/applications":                                  "[Alpha Bravo charlie delta]",
		"/applications?state=enabled":                    "[Bravo]",
		"/applications?state=deleted":                    "[]",
		"/applications?text=A":                           "[Alpha Bravo charlie delta]",
		"/applications?text=LPH":                         "[Alpha]",
		"/applications?text=%25":                         "[]",
		"/bank/applications":                             "[Alpha Alpha Zenith Bravo charlie delta]",
		"/bank/applications?api=pan":                     "[Alpha Zenith]",
		"/bank/applications?state=pending":               "[Alpha Alpha Zenith charlie delta]",
		"/bank/applications?text=zen":                    "[Alpha Zenith]",
		"/bank/applications?limit=2":                     "[Alpha Alpha Zenith]",
		"/bank/applications?organisation=" + p.zenith.ID: "[Alpha Zenith]",
	} {
		who := ravi
		if strings.HasPrefix(path, "/bank") {
			who = meera
		}
		if got, _ := names(who, path); fmt.Sprint(got) != want {
			t.Errorf("%s: %v", path, got)
		}
	}
	var all []string
	for cursor := ""; ; {
		page, next := names(ravi, "/applications?limit=1"+cursor)
		if all = append(all, page...); next == "" {
			break
		}
		cursor = "&cursor=" + next
	}
	if fmt.Sprint(all) != "[Alpha Bravo charlie delta]" {
		t.Errorf("page by page: %v", all)
	}
	p.refused(ravi, "GET /applications?cursor=bm9uZQ", nil, 400, "SCHEMA_VIOLATION")
	if bank := p.ask(meera, "GET /bank/applications?text=bravo", nil, 200).list("applications")[0]; bank.in("organisation").text("name") != "Acme Payments" || bank.text("clientId") == "" {
		t.Errorf("the bank sees %v", bank)
	}
	if own := p.ask(ravi, "GET /applications?text=bravo", nil, 200).list("applications")[0]; own["organisation"] != nil || own.text("clientId") == "" {
		t.Errorf("the organisation sees %v", own)
	}
}

func TestAPIsAreAddedAndRemoved(t *testing.T) {
	p := newProgramme(t)
	a := p.enabled("Shop")
	apis := "/applications/" + a.text("id") + "/apis"
	list := p.ask(ravi, "POST "+apis, object{"groups": []string{"onboarding"}}, 200)
	if got := subscriptionsOf(list); got != "deposits approved sandbox sandbox, pan requested sandbox sandbox" {
		t.Errorf("added: %s", got)
	}
	waiting := p.ask(ravi, "GET "+apis+"/pan", nil, 200)
	request := waiting["requests"].([]any)[0].(string)
	if r := p.ask(ravi, "GET /organisation/requests/"+request, nil, 200); r.text("kind") != "subscription" || fmt.Sprint(r["apis"]) != "[pan]" || r.number("version") != 1 {
		t.Errorf("%v", r)
	}
	for name, c := range map[string]struct {
		body   object
		status int
		code   string
	}{
		"what it has":             {object{"apis": []string{"deposits", "pan"}}, 409, "API_ALREADY_ADDED"},
		"nothing":                 {object{"apis": []string{}}, 422, "NO_API_CHOSEN"},
		"no member":               {object{}, 400, "SCHEMA_VIOLATION"},
		"an unknown one":          {object{"apis": []string{"loans"}}, 422, "API_UNKNOWN"},
		"an unknown group":        {object{"groups": []string{"loans"}}, 422, "GROUP_UNKNOWN"},
		"beyond the account plan": {object{"apis": []string{"payouts"}}, 409, "ACCOUNT_PLAN_TOO_LOW"},
	} {
		t.Run(name, func(*testing.T) { p.refused(ravi, "POST "+apis, c.body, c.status, c.code) })
	}

	p.decide(request, object{"outcome": "reject", "reason": "Not for shops."})
	if s := p.ask(ravi, "GET "+apis+"/pan", nil, 200); s.text("state") != "rejected" || s.text("rejectedFor") != "Not for shops." {
		t.Errorf("rejected: %v", s)
	}
	again := p.ask(ravi, "POST "+apis, object{"apis": []string{"pan"}}, 200)
	if got := subscriptionsOf(again); got != "deposits approved sandbox sandbox, pan requested sandbox sandbox" {
		t.Errorf("asked for anew: %s", got)
	}
	request = p.ask(ravi, "GET "+apis+"/pan", nil, 200)["requests"].([]any)[0].(string)
	p.ask(ravi, "DELETE "+apis+"/pan", nil, 204)
	if r := p.ask(ravi, "GET /organisation/requests/"+request, nil, 200); r.text("state") != "withdrawn" {
		t.Errorf("the request for what was removed: %v", r)
	}
	p.refused(ravi, "DELETE "+apis+"/pan", nil, 404, "NOT_FOUND")
	p.refused(ravi, "GET "+apis+"/pan", nil, 404, "NOT_FOUND")
	p.refused(ravi, "DELETE "+apis+"/deposits", nil, 409, "LAST_API")
	if got := p.audited(p.acme.ID); got[len(got)-1] != "subscription.removed" {
		t.Errorf("the audit log has %q", got)
	}
	if got := subscriptionsOf(p.ask(ravi, "GET "+apis, nil, 200)); got != "deposits approved sandbox sandbox" {
		t.Errorf("left: %s", got)
	}
}

func TestCredentialsAreRotatedAndRevoked(t *testing.T) {
	p := newProgramme(t)
	a := p.enabled("Shop")
	path := "/applications/" + a.text("id") + "/credentials"
	w := p.call(ravi, "GET "+path, nil)
	if w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("Cache-Control is %q", w.Header().Get("Cache-Control"))
	}
	old := p.ask(ravi, "GET "+path, nil, 200).list("credentials")[0]
	p.refused(ravi, "DELETE "+path+"/"+old.text("id"), nil, 409, "CREDENTIAL_CURRENT")
	p.refused(ravi, "POST "+path, object{"overlapHours": 721}, 400, "SCHEMA_VIOLATION")
	fresh := p.ask(ravi, "POST "+path, object{}, 201)
	if fresh.text("clientId") == old.text("clientId") || fresh.text("clientSecret") == old.text("clientSecret") {
		t.Errorf("%v after %v", fresh, old)
	}
	if ends := p.ask(ravi, "GET "+path, nil, 200).list("credentials")[1].text("endsAt"); ends != start.Add(24*time.Hour).Format(time.RFC3339) {
		t.Errorf("the old pair ends %s", ends)
	}
	p.refused(ravi, "POST "+path, object{}, 409, "ROTATION_RUNNING")
	p.refused(zoe, "DELETE "+path+"/"+old.text("id"), nil, 404, "NOT_FOUND")
	p.ask(bala, "POST /bank/applications/"+a.text("id")+"/suspend", object{"reason": "Odd calls."}, 200)
	p.refused(ravi, "DELETE "+path+"/"+old.text("id"), nil, 409, "APPLICATION_STATE_CONFLICT")
	p.ask(bala, "POST /bank/applications/"+a.text("id")+"/lift", object{"reason": "Explained."}, 200)
	p.ask(ravi, "DELETE "+path+"/"+old.text("id"), nil, 204)
	p.refused(ravi, "DELETE "+path+"/"+old.text("id"), nil, 404, "NOT_FOUND")
	if left := p.ask(ravi, "GET "+path, nil, 200).list("credentials"); len(left) != 1 || left[0].text("id") != fresh.text("id") {
		t.Errorf("left: %v", left)
	}
	p.ask(ravi, "POST "+path, object{"overlapHours": 0}, 201)
	if left := p.ask(ravi, "GET "+path, nil, 200).list("credentials"); len(left) != 1 || left[0].text("id") == fresh.text("id") {
		t.Errorf("without an overlap: %v", left)
	}
	for _, l := range p.letters(asha + "@example.com") {
		if strings.Contains(l.Text, fresh.text("clientSecret")) {
			t.Errorf("a mail has the secret: %s", l.Text)
		}
	}
	if got := p.mails(asha); !slices.Contains(got, "The application Shop has new credentials") || !slices.Contains(got, "Old credentials of the application Shop were revoked") {
		t.Errorf("the mails: %q", got)
	}
}

func TestTheServerHashComesWithBankConnect(t *testing.T) {
	p := newProgramme(t)
	without := p.enabled("Shop")
	path := "/applications/" + without.text("id")
	if c := p.ask(ravi, "GET "+path+"/credentials", nil, 200).list("credentials")[0]; c["serverHash"] != nil {
		t.Errorf("without BankConnect: %v", c)
	}
	p.ask(ravi, "POST "+path+"/apis", object{"apis": []string{"bank-connect"}}, 200)
	p.decide(p.ask(ravi, "GET "+path+"/apis/bank-connect", nil, 200)["requests"].([]any)[0].(string), object{"outcome": "approve", "reason": "Fine."})
	first := p.ask(ravi, "GET "+path+"/credentials", nil, 200).list("credentials")[0]
	fresh := p.ask(ravi, "POST "+path+"/credentials", object{}, 201)
	if len(first.text("serverHash")) < 32 || len(fresh.text("serverHash")) < 32 || first.text("serverHash") == fresh.text("serverHash") {
		t.Errorf("%v, then %v", first, fresh)
	}
	with := p.enabled("Statements", "apis", []string{"bank-connect"})
	if c := p.ask(ravi, "GET /applications/"+with.text("id")+"/credentials", nil, 200).list("credentials")[0]; c["serverHash"] == nil {
		t.Errorf("approved with BankConnect: %v", c)
	}
}

func TestEveryOrganisationHasASandboxFromItsActivationOn(t *testing.T) {
	p := newProgramme(t)
	admin := p.organisation("new.admin", "Newcomers")
	var page struct {
		Applications []struct {
			ID, Name, State, ClientID string
			Subscriptions             []struct{ API, State, Plan string }
		}
	}
	admin.read(&page, 200, "GET", "/applications", "")
	if len(page.Applications) != 1 {
		t.Fatalf("%+v", page)
	}
	a := page.Applications[0]
	got := fmt.Sprintf("%s %s %v", a.Name, a.State, a.Subscriptions)
	if want := "Sandbox enabled [{bank-connect approved sandbox} {deposits approved sandbox} {pan approved sandbox}]"; got != want || a.ClientID == "" {
		t.Errorf("%s with key %q", got, a.ClientID)
	}
	admin.ok(200, "GET", "/applications/"+a.ID+"/credentials", "")
	admin.ok(http.StatusCreated, "POST", "/applications", `{"name":"Next","platform":"ios","oauthType":"none","apis":["pan"],"agreements":[{"agreement":"eula","version":2}]}`)
}
