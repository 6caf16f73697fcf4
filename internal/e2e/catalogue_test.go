package e2e_test

import (
	"archive/zip"
	"bytes"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// object is a body in JSON.
type object = map[string]any

func rupees(amount string) object { return object{"amount": amount, "currency": "INR"} }

// ofDocuments are the APIs that are nothing but a document and a scenario folder, with an operation of each.
var ofDocuments = map[string]struct {
	method, path string
	body         any
}{
	"pan-verification": {"POST", "/pan/v1/verifications", object{"pan": "ABCDE1234F", "name": "John Doe", "dob": "1990-01-01"}},
	"credit-score":     {"GET", "/credit-score/v1/bands", nil},
	"iwish":            {"GET", "/iwish/v1/goals", nil},
	"upi-collect":      {"GET", "/upi-collect/v1/collects", nil},
}

func TestAPIsOfADocumentAreServedLikeTheOthers(t *testing.T) {
	_, d := demoOf(t, filepath.Join(t.TempDir(), "data"))
	for api, o := range ofDocuments {
		a := d.ask(o.method, o.path, o.body)
		if a.status != http.StatusOK || a.header.Get("X-Sandbox-Rule") == "" || a.header.Get("X-Request-Id") == "" {
			t.Errorf("%s: %d %v %s", api, a.status, a.header, a.body)
		}
		for _, refused := range []struct {
			header, value, code string
			status              int
		}{
			{"X-Api-Key", "", "CREDENTIALS_MISSING", 401},
			{"X-Api-Key", "nobody", "KEY_INVALID", 401},
			{"Authorization", "", "CREDENTIALS_MISSING", 401},
			{"Authorization", "Bearer nothing", "TOKEN_INVALID", 401},
		} {
			a := d.ask(o.method, o.path, o.body, refused.header, refused.value)
			if a.status != refused.status || !strings.Contains(string(a.body), `"`+refused.code+`"`) {
				t.Errorf("%s with %s %q: %d %s", api, refused.header, refused.value, a.status, a.body)
			}
		}
		if a := d.ask("BREW", o.path, nil); a.status != http.StatusMethodNotAllowed || !strings.Contains(a.header.Get("Allow"), o.method) {
			t.Errorf("%s takes a method of no operation: %d, allowed %q", api, a.status, a.header.Get("Allow"))
		}
		if a := d.ask(o.method, o.path, o.body, "Prefer", "code=503"); a.status != http.StatusServiceUnavailable {
			t.Errorf("%s: a status that is asked for is %d", api, a.status)
		}
		for _, page := range []string{"/docs/" + api, "/openapi/" + api + ".yaml", "/openapi/" + api + ".json", "/portal/v1/catalogue/apis/" + api} {
			if a := d.ask("GET", page, nil); a.status != http.StatusOK {
				t.Errorf("%s: %d", page, a.status)
			}
		}
		var magic struct{ Operations []object }
		d.call("GET", control(t).BasePath+"/magic-values?api="+api, nil, http.StatusOK, &magic)
		var scenarios struct{ Scenarios []object }
		d.call("GET", control(t).BasePath+"/scenarios?api="+api, nil, http.StatusOK, &scenarios)
		if len(scenarios.Scenarios) < 4 {
			t.Errorf("%s has the scenarios %v", api, scenarios.Scenarios)
		}
		archive := d.ask("GET", "/clients/"+api+"/typescript.zip", nil)
		if z, err := zip.NewReader(bytes.NewReader(archive.body), int64(len(archive.body))); err != nil ||
			!slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "package.json" }) {
			t.Errorf("the package of %s: %d, %v", api, archive.status, err)
		}
	}
	if a := d.ask("GET", "/clients/pan-verification/go.zip", nil); a.status != http.StatusOK || !bytes.HasPrefix(a.body, []byte("PK")) {
		t.Errorf("the Go client: %d", a.status)
	}
	metrics := string(d.ask("GET", "/metrics", nil).body)
	if !strings.Contains(metrics, `operation="verifyPan"`) || !strings.Contains(metrics, `api="iwish"`) {
		t.Error("the metrics do not count the operations")
	}
	var journal struct {
		Entries []struct{ API, Operation string }
	}
	d.call("GET", control(t).BasePath+"/journal?operation=verifyPan", nil, http.StatusOK, &journal)
	if len(journal.Entries) == 0 {
		t.Error("the journal does not know the operation")
	}
}

func TestAPANIsVerifiedAloneAndInABatch(t *testing.T) {
	_, d := demoOf(t, filepath.Join(t.TempDir(), "data"))
	one := func(pan, name, dob string) object { return object{"pan": pan, "name": name, "dob": dob} }
	var got struct{ Pan, Status string }
	d.call("POST", "/pan/v1/verifications", one("ABCDE1234F", "John Doe", "1990-01-01"), 200, &got)
	if got.Pan != "***4F" || got.Status != "valid" {
		t.Errorf("%+v", got)
	}
	var items []object
	for i := range 51 {
		item := one("AAAPF0001F", "Forged Person", "1991-09-09")
		item["id"] = strings.Repeat("i", i+1)
		items = append(items, item)
	}
	d.call("POST", "/pan/v1/verifications/batch", object{"verifications": items}, 400, nil)
	var batch struct {
		Count, Valid int
		Results      []struct{ ID, Status string }
	}
	d.call("POST", "/pan/v1/verifications/batch", object{"verifications": items[:50]}, 200, &batch)
	if batch.Count != 50 || batch.Valid != 0 || batch.Results[49].ID != items[49]["id"] || batch.Results[49].Status != "fake" {
		t.Errorf("%+v", batch)
	}
	journal := d.ask("GET", control(t).BasePath+"/journal", nil)
	if bytes.Contains(journal.body, []byte("ABCDE1234F")) {
		t.Error("the journal shows a PAN")
	}
}

func TestACreditReportIsReadByItsReferenceUntilItExpires(t *testing.T) {
	_, d := demoOf(t, filepath.Join(t.TempDir(), "data"))
	request := object{
		"person":  object{"name": "John Doe", "pan": "ABCDE1234F", "dob": "1990-01-01", "mobile": "9876543210"},
		"consent": object{"given": true, "at": time.Now().Add(-time.Hour).Format(time.RFC3339), "purpose": "loan_application"},
	}
	var made, again struct {
		Reference, Status, Band string
		Score                   int
	}
	d.call("POST", "/credit-score/v1/reports", request, 201, &made, "Idempotency-Key", "one")
	d.call("POST", "/credit-score/v1/reports", request, 201, &again, "Idempotency-Key", "one")
	if made.Score != 782 || made.Band != "excellent" || made != again {
		t.Errorf("%+v, then %+v", made, again)
	}
	d.call("GET", "/credit-score/v1/reports/"+made.Reference, nil, 200, &again)
	d.call("POST", "/credit-score/v1/reports", request, 503, nil, "X-Sandbox-Scenario", "bureau-down")
	d.pass("P31D")
	d.issue()
	d.call("GET", "/credit-score/v1/reports/"+made.Reference, nil, 404, nil)
}

// goalView is what the tests read of a goal.
type goalView struct {
	GoalID, Status string
	Progress       int
	Saved          struct{ Amount string }
}

func TestGoalsAreKeptAndAchievedByTheClock(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	p, d := demoOf(t, folder)
	var made goalView
	d.call("POST", "/iwish/v1/goals", object{"name": "Bike", "target": rupees("9000"), "accountId": "000405001234", "firstDeposit": rupees("3000"),
		"targetDate": time.Now().AddDate(1, 0, 0).Format(time.DateOnly)}, 201, &made, "Idempotency-Key", "bike")
	goal := "/iwish/v1/goals/" + made.GoalID
	d.call("PUT", goal+"/standing-instruction", object{"contribution": rupees("3000"), "accountId": "000405001234"}, 200, nil)
	d.pass("P30D")
	p.kill(t)

	_, d = demoOf(t, folder)
	var kept goalView
	d.call("GET", goal, nil, 200, &kept)
	if kept.Progress != 66 || kept.Status != "active" || kept.Saved.Amount != "6000" {
		t.Errorf("after the restart %+v", kept)
	}
	d.pass("P30D")
	d.issue()
	d.call("GET", goal, nil, 200, &kept)
	if kept.Progress != 100 || kept.Status != "achieved" {
		t.Errorf("after the second contribution %+v", kept)
	}
	var closure struct {
		Premature         bool
		Principal, Payout struct{ Amount string }
	}
	d.call("POST", goal+"/closure", object{"creditTo": "000405001234"}, 200, &closure)
	if closure.Premature || closure.Principal.Amount != "9000" || closure.Payout.Amount <= "9000" {
		t.Errorf("%+v", closure)
	}
	d.call("POST", goal+"/closure", object{"creditTo": "000405001234"}, 409, nil)
	var list struct{ Goals []goalView }
	d.call("GET", "/iwish/v1/goals?status=closed", nil, 200, &list)
	if len(list.Goals) != 1 || list.Goals[0].GoalID != made.GoalID {
		t.Errorf("%+v", list)
	}
}

func TestAPayersAnswerIsToldToTheApplicationSigned(t *testing.T) {
	_, d := demoOf(t, filepath.Join(t.TempDir(), "data"))
	h := newHook(t)
	secret := d.listen(h.URL)
	type update struct{ CollectID, MerchantReference, Status, Reason string }
	for _, c := range []struct{ payer, after, status, reason string }{
		{"john@okhdfc", "PT15S", "approved", ""},
		{"no-funds@ybl", "PT15S", "declined", "insufficient_funds"},
		{"nobody@ybl", "PT30M", "expired", ""},
	} {
		var made, told, read update
		d.call("POST", "/upi-collect/v1/collects", object{"merchantReference": "order-" + c.status, "payerVpa": c.payer, "amount": rupees("499.00")}, 202, &made)
		d.pass(c.after)
		h.next(d, secret, &told)
		d.call("GET", "/upi-collect/v1/collects/"+made.CollectID, nil, 200, &read)
		if told != (update{made.CollectID, "order-" + c.status, c.status, c.reason}) || read != told {
			t.Errorf("%s: told %+v, read %+v", c.payer, told, read)
		}
	}
	var made, told update
	d.call("POST", "/upi-collect/v1/collects", object{"merchantReference": "cancelled", "payerVpa": "john@okhdfc", "amount": rupees("1")}, 202, &made)
	d.call("POST", "/upi-collect/v1/collects/"+made.CollectID+"/cancel", nil, 200, nil)
	d.pass("PT15S")
	d.call("POST", "/upi-collect/v1/collects", object{"merchantReference": "after", "payerVpa": "decline@ybl", "amount": rupees("1")}, 202, nil)
	d.pass("PT15S")
	if h.next(d, secret, &told); told.MerchantReference != "after" {
		t.Errorf("what was cancelled was told: %+v", told)
	}
}

func TestAnOrganisationsOwnScenarioSpeaksForAnAPIOfADocument(t *testing.T) {
	_, d := demoOf(t, filepath.Join(t.TempDir(), "data"))
	d.signIn()
	d.call("POST", "/portal/v1/overlays", object{"source": `scenario: our-own
title: Everybody is a minor
api: pan-verification
default: true
rules:
  verifyPan:
    - name: a minor
      respond: {body: {pan: "${mask(body.pan)}", status: minor, message: Too young.}}
`}, http.StatusCreated, nil)
	o := ofDocuments["pan-verification"]
	if a := d.ask(o.method, o.path, o.body); a.header.Get("X-Sandbox-Scenario") != "our-own" || !strings.Contains(string(a.body), "Too young.") {
		t.Errorf("%d %v %s", a.status, a.header, a.body)
	}
}
