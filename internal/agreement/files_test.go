package agreement_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/agreement"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/pact"
	"github.com/sandbank/sandbank/openapi"
)

func TestPathsMayLeaveOutTheBasePath(t *testing.T) {
	r := check(t, exchange("GET", "/orders", "", 200, ""), exchange("GET", "/orders/x", "", 200, ""))
	want := `warning base-path-omitted: the paths of this pact leave out /v1, where the document says the API is served (/interactions/0/request/path)
error request-path: the request's path parameter id must match the pattern ^o-[0-9]{3}$ (/interactions/1/request/path)`
	if said(r) != want || r.Findings[0].Hint != "verify it against an address that ends in /v1" {
		t.Errorf("%s", said(r))
	}
}

func TestAPactForAnotherProviderIsToldOfOnce(t *testing.T) {
	r := check(t, exchange("GET", "/cats", "", 200, ""), exchange("GET", "/dogs", "", 200, ""))
	want := `error other-provider: no interaction of this pact matches an operation: it is for the provider "shop", and the documents are shop`
	if said(r) != want || r.Findings[0].Line != 1 || !strings.Contains(r.Findings[0].Source[r.Findings[0].Column-1:], `"provider"`) {
		t.Errorf("%s", said(r))
	}
	if len(r.Interactions) != 2 || r.Interactions[0].Operation != nil {
		t.Errorf("%+v", r.Interactions)
	}
}

func TestAPathIsSuggestedWithTheRequestsOwnSegments(t *testing.T) {
	for path, want := range map[string]string{
		"/v1/order/o-001": `did you mean "/v1/orders/{id}"?`,
		"/v1/orders/":     `did you mean "/v1/orders"?`,
		"/order":          `did you mean "/orders"?`,
		"/cats":           "",
	} {
		r := check(t, exchange("GET", path, "", 200, ""), exchange("GET", found, "", 200, ""))
		if len(r.Findings) != 1 || r.Findings[0].Code != "unknown-operation" || r.Findings[0].Hint != want {
			t.Errorf("%s: %+v", path, r.Findings)
		}
	}
}

func TestOfTwoDocumentsTheOneThatSaysMoreIsMeant(t *testing.T) {
	other := strings.NewReplacer("/orders:", "/orders/o-001:", "openapi: 3.1.0\ninfo: {title: Shop", "openapi: 3.1.0\ninfo: {title: Other").Replace(shop)
	other = other[:strings.Index(other, "  /orders/{id}:")] + other[strings.Index(other, "components:"):]
	f := parse(t, exchange("GET", found, "", 200, ""))
	r := agreement.Check([]*pact.File{f}, []*contract.API{load(t, "shop", shop), load(t, "other", other)}, nil)
	if o := r.Interactions[0].Operation; o == nil || o.API.Name != "other" {
		t.Errorf("%+v", o)
	}
}

func TestNothingToCheckIsAnError(t *testing.T) {
	f, _ := pact.Read([]byte(`{"consumer": {"name": "c"}, "provider": {"name": "p"}, "messages": [{"description": "m"}]}`), "m.json")
	r := agreement.Check([]*pact.File{f}, []*contract.API{load(t, "shop", shop)}, nil)
	if want := "error nothing-checked: no pact holds an interaction over HTTP, so nothing was checked"; said(r) != want || r.Interactions[0].Checked() {
		t.Errorf("%s", said(r))
	}
}

func TestCoverageCountsTheAnswersThatPactsTouch(t *testing.T) {
	apis := []*contract.API{load(t, "shop", shop)}
	f := parse(t, exchange("GET", "/v1/orders", "", 200, ""), exchange("GET", "/v1/orders", "", 503, ""), exchange("GET", found, "", 418, ""),
		exchange("POST", "/v1/orders", post+`{"quantity": "wrong"}`, 201, ""), exchange("GET", "/v1/orders", "", 200, `"body": []`), exchange("GET", "/v1/cats", "", 200, ""))
	c := agreement.Check([]*pact.File{f}, apis, nil).Coverage(apis)
	var gaps []string
	for _, g := range c.Gaps {
		gaps = append(gaps, fmt.Sprintf("%s %s %t", g.Operation.ID, strings.Join(g.Statuses, ","), g.Untouched))
	}
	want := []string{"listOrders 400,401 false", "createOrder 400,404,415,422,503 false", "getOrder 200,404 false", "deleteOrder 204 true"}
	if !reflect.DeepEqual(gaps, want) {
		t.Errorf("gaps %q", gaps)
	}
	if c.Answers != 13 || c.TouchedAnswers != 3 || c.Operations != 4 || c.TouchedOperations != 3 || c.Percent() != 23 {
		t.Errorf("%+v", c)
	}
	if none := (&agreement.Report{}).Coverage(nil); none.Percent() != 100 {
		t.Errorf("no answers: %d%%", none.Percent())
	}
}

func TestThePactsOfThisRepositoryAgreeWithItsDocuments(t *testing.T) {
	names, err := filepath.Glob("../../contracts/pacts/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var files []*pact.File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, found := pact.Read(data, name)
		if f == nil {
			t.Fatal(found.Err())
		}
		files = append(files, f)
	}
	var apis []*contract.API
	loaded := map[string]bool{}
	for _, f := range files {
		if loaded[f.Provider] {
			continue
		}
		api, wrong := contract.Load(openapi.Documents, f.Provider+".yaml")
		if api == nil {
			t.Fatal(wrong.Err())
		}
		apis, loaded[f.Provider] = append(apis, api), true
	}
	r := agreement.Check(files, apis, nil)
	if r.Findings.Errors() > 0 || len(r.Interactions) < 72 {
		t.Errorf("%d interactions: %s", len(r.Interactions), said(r))
	}
}
