package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/server"
)

// entry is the body of an entry of the catalogue, changed by pairs of members and values.
func entry(title string, pairs ...any) object {
	return object{"title": title, "summary": "What it does.", "featured": false, "published": true, "test": true, "order": 10,
		"plans": []string{"sandbox", "production"}}.with(pairs...)
}

// texts gives a member of every object of a list.
func texts(list []object, member string) (out []string) {
	for _, o := range list {
		out = append(out, o.text(member))
	}
	return out
}

func TestTheCatalogueBeginsWithSevenCategories(t *testing.T) {
	p := newProgramme(t)
	m := p.ask(meera, "GET /bank/catalogue", nil, 200)
	want := []string{"Building Blocks", "Business Banking", "Loans and Cards", "Accounts and Deposits", "Payments & UPI", "Trade Service", "Corporate API Suite"}
	if got := texts(m.list("categories"), "title"); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := texts(p.ask(nobody, "GET /catalogue/categories", nil, 200).list("categories"), "category"); !slices.Equal(got, []string{"accounts-and-deposits"}) {
		t.Errorf("without a published API: %q", got)
	}
}

func TestANewDocumentIsNotPublished(t *testing.T) {
	p := newProgramme(t)
	if err := p.portal.PrepareCatalogue(t.Context(), []portal.Document{{API: "portal", Title: "Later", Summary: "s"}, {API: "deposits", Title: "Changed"}}); err != nil {
		t.Fatal(err)
	}
	p.refused(nobody, "GET /catalogue/apis/portal", nil, 404, "NOT_FOUND")
	for _, a := range p.ask(meera, "GET /bank/catalogue", nil, 200).list("apis") {
		if a.text("api") == "portal" && a["published"] != false || a.text("api") == "deposits" && a.text("title") != "Deposits" {
			t.Errorf("%v", a)
		}
	}
}

func TestALaterTestAPIIsGivenToEverySandbox(t *testing.T) {
	b := openBranch(t)
	asha := b.organisation("asha", "Acme")
	later := []portal.Document{{API: "deposits", Title: "Deposits"}, {API: "iwish", Title: "iWish", Summary: "Goals.", Test: true}, {API: "loans", Title: "Loans"}}
	for range 2 { // at every start of the program
		if err := b.portal.PrepareCatalogue(t.Context(), later); err != nil {
			t.Fatal(err)
		}
	}
	var apps struct {
		Applications []struct {
			Name          string
			Subscriptions []struct{ API, State, Stage, Plan string }
		}
	}
	for _, v := range []*visitor{asha, b.organisation("zoe", "Zenith")} { // one that there was, one that comes later
		v.read(&apps, 200, "GET", "/applications", "")
		if got := fmt.Sprint(apps.Applications); got != "[{Sandbox [{deposits approved sandbox sandbox} {iwish approved sandbox sandbox}]}]" {
			t.Errorf("%s", got)
		}
	}
	var listed struct {
		APIs []struct{ API, Category string }
	}
	b.visitor().read(&listed, 200, "GET", "/catalogue/apis", "")
	if got := fmt.Sprint(listed.APIs); got != "[{deposits accounts-and-deposits} {iwish accounts-and-deposits}]" {
		t.Errorf("%s", got)
	}
}

func TestTheCatalogueIsSearched(t *testing.T) {
	p := newProgramme(t)
	p.ask(bala, "PUT /bank/catalogue/apis/pan", entry("PAN verification", "featured", true, "order", 90, "category", "building-blocks"), 200, "If-Match", "*")
	p.ask(bala, "PUT /bank/catalogue/apis/payouts", entry("Payouts", "published", false), 200, "If-Match", "*")
	p.ask(bala, "POST /bank/catalogue/products", object{"product": "kyc", "title": "Know your customer", "category": "building-blocks", "apis": []string{"pan"}, "order": 1}, 201)
	for query, want := range map[string][]string{
		"":                                {"pan", "deposits", "bank-connect"},
		"?featured=true":                  {"pan"},
		"?featured=false":                 {"deposits", "bank-connect"},
		"?text=CONNECT":                   {"bank-connect"},
		"?category=accounts-and-deposits": {"deposits"},
		"?product=kyc":                    {"pan"},
		"?group=onboarding":               {"pan", "deposits"},
		"?group=onboarding&text=dep":      {"deposits"},
		"?text=payouts":                   nil,
		"?text='%20OR%201=1%20--":         nil,
	} {
		if got := texts(p.ask(nobody, "GET /catalogue/apis"+query, nil, 200).list("apis"), "api"); !slices.Equal(sorted(got, query), sorted(want, query)) {
			t.Errorf("%s gives %v, want %v", query, got, want)
		}
	}
	first := p.ask(nobody, "GET /catalogue/apis?limit=2", nil, 200)
	rest := p.ask(nobody, "GET /catalogue/apis?limit=2&cursor="+first.text("next"), nil, 200)
	if len(first.list("apis")) != 2 || len(rest.list("apis")) != 1 || rest["next"] != nil || first.list("apis")[0].text("api") != "pan" {
		t.Errorf("%v, %v", first, rest)
	}
	p.refused(nobody, "GET /catalogue/apis?cursor=AAAA", nil, 400, "SCHEMA_VIOLATION")
	products := p.ask(nobody, "GET /catalogue/products?category=building-blocks", nil, 200).list("products")
	if len(products) != 1 || products[0].text("product") != "kyc" {
		t.Errorf("%v", products)
	}
	if detail := p.ask(nobody, "GET /catalogue/products/kyc", nil, 200); texts(detail.list("apis"), "api")[0] != "pan" {
		t.Errorf("%v", detail)
	}
	p.refused(nobody, "GET /catalogue/products/nothing", nil, 404, "NOT_FOUND")
}

// sorted puts a list in order where the order is not what is tested.
func sorted(list []string, query string) []string {
	if query == "" || strings.HasPrefix(query, "?featured") {
		return list
	}
	return slices.Sorted(slices.Values(list))
}

func TestTheConsoleOfAnAPIIsInTheApp(t *testing.T) {
	p := newProgramme(t, branchOptions{server: func(o *server.Options) { o.Web = small() }})
	console := p.ask(nobody, "GET /catalogue/apis/deposits", nil, 200).in("links").text("console")
	if console != "/console/deposits" {
		t.Errorf("the console is at %s", console)
	}
	if w := p.get(console, "Accept", wantsPage); w.Code != 200 {
		t.Errorf("%s gives %d", console, w.Code)
	}
}

func TestAnAPIOpensToItsDocumentPlansAndWhoHasIt(t *testing.T) {
	p := newProgramme(t)
	p.upgrade()
	a := p.enabled("Shop")
	api := p.ask(nobody, "GET /catalogue/apis/deposits", nil, 200)
	links := api.in("links")
	if links.text("document") != "/openapi/deposits.yaml" || links.text("documentation") != "/docs/deposits" || links.text("console") == "" ||
		api["needsToken"] != true || texts(api.list("scopes"), "scope")[0] != "customers" || api["subscriptions"] != nil || api.text("documentVersion") == "" {
		t.Errorf("%v", api)
	}
	if got := texts(api.list("plans"), "name"); !slices.Equal(got, []string{"sandbox", "production"}) {
		t.Errorf("plans %v", got)
	}
	for _, page := range []string{links.text("document"), links.text("documentation"), links.text("console")} {
		if w := p.get(page); w.Code != 200 {
			t.Errorf("%s gives %d", page, w.Code)
		}
	}
	uses := p.ask(ravi, "GET /catalogue/apis/deposits", nil, 200).list("subscriptions")
	if len(uses) != 1 || uses[0].in("application").text("id") != a.text("id") || uses[0].text("stage") != "sandbox" || uses[0]["productionUrl"] != nil {
		t.Errorf("%v", uses)
	}
	if uses := p.ask(zoe, "GET /catalogue/apis/deposits", nil, 200).list("subscriptions"); len(uses) != 0 {
		t.Errorf("another organisation sees %v", uses)
	}
	p.refused(nobody, "GET /catalogue/apis/pan", nil, 404, "NOT_FOUND") // it has no document
}

func TestAGroupOpensToNameUsageAndPlansOfEachMember(t *testing.T) {
	p := newProgramme(t)
	a := p.enabled("Shop")
	u := portal.Usage{UsageKey: portal.UsageKey{Day: portal.DayOf(start), Organisation: p.acme.ID, Application: a.text("id"), API: "deposits"}}
	u.Count(200, 4*time.Millisecond)
	u.Count(404, 8*time.Millisecond)
	if err := p.store.Gate().AddUsage(t.Context(), []portal.Usage{u}); err != nil {
		t.Fatal(err)
	}
	if got := texts(p.ask(nobody, "GET /catalogue/groups", nil, 200).list("groups"), "group"); !slices.Equal(got, []string{"onboarding"}) {
		t.Errorf("%v", got)
	}
	member := func(who string) object {
		return p.ask(who, "GET /catalogue/groups/onboarding", nil, 200).list("members")[0]
	}
	if m := member(nobody); m.text("title") != "Deposits" || len(m.list("plans")) != 2 || m["usage"] != nil || m["subscriptions"] != nil {
		t.Errorf("nobody sees %v", m)
	}
	if m := member(ravi); m.in("usage").number("calls") != 2 || m.in("usage").number("clientErrors") != 1 || len(m.list("subscriptions")) != 1 {
		t.Errorf("a member sees %v", m)
	}
	if m := member(zoe); m.in("usage").number("calls") != 0 || len(m.list("subscriptions")) != 0 {
		t.Errorf("another organisation sees %v", m)
	}
}

func TestTheBankManagesTheCatalogue(t *testing.T) {
	p := newProgramme(t)
	c := p.ask(bala, "POST /bank/catalogue/categories", object{"category": "new", "title": "New", "order": 5}, 201)
	p.refused(bala, "POST /bank/catalogue/categories", object{"category": "new", "title": "New", "order": 5}, 409, "IDENTIFIER_TAKEN")
	c = p.ask(bala, "PUT /bank/catalogue/categories/new", object{"title": "Newer", "description": "d", "order": 6}, 200, "If-Match", c.tag())
	p.refused(bala, "PUT /bank/catalogue/categories/new", object{"title": "x", "order": 6}, 412, "PRECONDITION_FAILED", "If-Match", `"1"`)
	p.refused(bala, "PUT /bank/catalogue/categories/none", object{"title": "x", "order": 6}, 404, "NOT_FOUND", "If-Match", "*")
	if c.number("version") != 2 || c.text("title") != "Newer" {
		t.Errorf("%v", c)
	}
	product := object{"product": "bundle", "title": "Bundle", "category": "new", "apis": []string{"pan", "deposits"}, "order": 1}
	p.refused(bala, "POST /bank/catalogue/products", object{"product": "b", "title": "B", "category": "none", "apis": []string{}, "order": 1}, 422, "CATALOGUE_ENTRY_UNKNOWN")
	unknown := p.refused(bala, "POST /bank/catalogue/products", object{"product": "b", "title": "B", "apis": []string{"pan", "none"}, "order": 1}, 422, "API_UNKNOWN")
	if unknown.Errors[0].Pointer != "/apis/1" {
		t.Errorf("%+v", unknown)
	}
	p.ask(bala, "POST /bank/catalogue/products", product, 201)
	p.refused(bala, "DELETE /bank/catalogue/categories/new", nil, 409, "IN_USE")
	p.ask(bala, "PUT /bank/catalogue/products/bundle", object{"title": "Bundle", "apis": []string{"pan"}, "order": 1}, 200, "If-Match", `"1"`)
	p.ask(bala, "DELETE /bank/catalogue/categories/new", nil, 204)
	p.refused(bala, "DELETE /bank/catalogue/categories/new", nil, 404, "NOT_FOUND")
	p.ask(bala, "DELETE /bank/catalogue/products/bundle", nil, 204)
	p.refused(bala, "POST /bank/catalogue/groups", object{"group": "g", "title": "G", "apis": []string{"none"}, "order": 1}, 422, "API_UNKNOWN")
	g := p.ask(bala, "POST /bank/catalogue/groups", object{"group": "g", "title": "G", "apis": []string{"pan"}, "order": 1}, 201)
	p.ask(bala, "PUT /bank/catalogue/groups/g", object{"title": "G2", "apis": []string{"deposits"}, "order": 1}, 200, "If-Match", g.tag())
	p.ask(bala, "DELETE /bank/catalogue/groups/g", nil, 204)
	var changed []string
	for _, e := range p.ask(bala, "GET /bank/audit?action=catalogue.changed", nil, 200).list("entries") {
		changed = append(changed, e.in("object").text("kind"))
	}
	slices.Reverse(changed)
	if got := strings.Join(changed, " "); got != "category category product product category product group group group" {
		t.Errorf("%s", got)
	}
}

func TestAnEntryOfTheCatalogueIsChecked(t *testing.T) {
	p := newProgramme(t)
	p.enabled("Shop")
	path := "PUT /bank/catalogue/apis/deposits"
	p.refused(bala, path, entry("Deposits", "category", "none"), 422, "CATALOGUE_ENTRY_UNKNOWN", "If-Match", "*")
	p.refused(bala, path, entry("Deposits", "plans", []string{"sandbox", "none"}), 422, "PLAN_UNKNOWN", "If-Match", "*")
	p.refused(bala, path, entry("Deposits", "plans", []string{"production"}), 409, "IN_USE", "If-Match", "*")
	p.refused(bala, path, entry("Deposits"), 412, "PRECONDITION_FAILED", "If-Match", `"1"`)
	p.refused(bala, "PUT /bank/catalogue/apis/none", entry("None"), 404, "NOT_FOUND", "If-Match", "*")
	p.ask(bala, path, entry("Deposits", "productionUrl", "https://api.bank.example/d", "published", false), 200, "If-Match", "*")
	p.refused(ravi, "GET /catalogue/apis/deposits", nil, 404, "NOT_FOUND")
	p.ask(meera, "GET /catalogue/apis/deposits", nil, 200)
	if got := p.ask(ravi, "GET /applications", nil, 200).list("applications"); len(got) == 0 {
		t.Error("the application is gone")
	}
}

func TestAnEntryOfTheCatalogueIsEditedBesideTheDemo(t *testing.T) {
	p := newProgramme(t)
	if _, err := p.portal.Demo(t.Context(), "a password for tests", "another one for tests"); err != nil {
		t.Fatal(err)
	}
	// The demo's application has the API on a plan of its own, which is not among those that the API can be on.
	p.ask(bala, "PUT /bank/catalogue/apis/deposits", entry("Term deposits"), 200, "If-Match", "*")
}

func TestTheErrorCatalogueSaysWhatToDo(t *testing.T) {
	p := newProgramme(t, withScenarios(bankProblems()))
	found := p.ask(nobody, "GET /errors/API_NOT_SUBSCRIBED", nil, 200).list("errors")
	if len(found) != 1 || found[0].number("status") != 403 || found[0].text("handling") == "" || found[0]["apis"] != nil {
		t.Errorf("%v", found)
	}
	if own := p.ask(nobody, "GET /errors/TEAPOT_HOT", nil, 200).list("errors"); len(own) != 1 || own[0].text("title") != "The teapot is hot" || own[0]["apis"] == nil {
		t.Errorf("%v", own)
	}
	p.refused(nobody, "GET /errors/NO_SUCH_CODE", nil, 404, "NOT_FOUND")
	var codes []string
	for cursor := ""; ; {
		page := p.ask(nobody, "GET /errors?limit=50"+cursor, nil, 200)
		codes = append(codes, texts(page.list("errors"), "code")...)
		if page["next"] == nil {
			break
		}
		cursor = "&cursor=" + page.text("next")
	}
	if len(codes) < 120 || len(slices.Compact(slices.Sorted(slices.Values(codes)))) != len(codes) || !slices.Contains(codes, "TEAPOT_HOT") {
		t.Errorf("%d codes", len(codes))
	}
	for _, e := range p.ask(nobody, "GET /errors?status=429&text=organisation", nil, 200).list("errors") {
		if e.number("status") != 429 || !strings.HasPrefix(e.text("code"), "ORGANISATION_") {
			t.Errorf("%v", e)
		}
	}
	p.refused(nobody, "GET /errors?cursor=AAAA", nil, 400, "SCHEMA_VIOLATION")
}
