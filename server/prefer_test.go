package server_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestPreferencesAreTakenAsRFC7240WritesThem(t *testing.T) {
	b := shipped(t)
	for _, c := range []struct {
		prefer  []string
		status  int
		applied string
	}{
		{[]string{"code=503"}, 503, "code=503"},
		{[]string{`code="503"`}, 503, `code="503"`},
		{[]string{"CODE = 503"}, 503, "CODE = 503"},
		{[]string{"respond-async, wait=10", "code=404; note=\"a, b\"; x"}, 404, "code=404"},
		{[]string{`note="a, code=500", code=409`}, 409, "code=409"},
		{[]string{"code=500, code=404"}, 500, "code=500"},
		{[]string{"code=500", "code=nonsense"}, 500, "code=500"},
		{[]string{"dynamic=true"}, 200, "dynamic=true"},
		{[]string{"dynamic"}, 200, "dynamic"},
		{[]string{"dynamic=false"}, 200, "dynamic=false"},
		{[]string{"code=429, dynamic=true"}, 429, "code=429, dynamic=true"},
		{[]string{"respond-async", "", ",,;=", "return=minimal"}, 200, ""},
	} {
		r := request(http.MethodPost, vpa, `{"vpa":"john@okhdfc"}`)
		r.Header["Prefer"] = c.prefer
		w := b.do(r)
		if w.Code != c.status || w.Header().Get("Preference-Applied") != c.applied {
			t.Errorf("%q: %d, applied %q: %s", c.prefer, w.Code, w.Header().Get("Preference-Applied"), w.Body)
		}
		if asked := c.applied != ""; asked != (w.Header().Get("X-Sandbox-Rule") == "") {
			t.Errorf("%q is answered by rule %q", c.prefer, w.Header().Get("X-Sandbox-Rule"))
		}
	}
}

func TestPreferencesThatCannotBeMetAreRefused(t *testing.T) {
	b := shipped(t)
	for prefer, detail := range map[string]string{
		"code=418":            "418",
		"code=99":             `"99"`,
		"code=":               `""`,
		"code=5O3":            `"5O3"`,
		"code=+503":           `"+503"`,
		"example=nonsense":    "nonsense",
		"example=":            "needs the name",
		"dynamic=maybe":       "maybe",
		"delay=soon":          "soon",
		"delay=11m":           "11m",
		"delay":               "at most 10m",
		"code=503, example=x": `"x"`,
	} {
		w := b.verify(`{"vpa":"john@okhdfc"}`, "Prefer", prefer)
		p := problemOf(t, w, http.StatusBadRequest, "BAD_PREFERENCE")
		if !strings.Contains(p.Detail, detail) || len(p.Errors) != 1 || p.Errors[0].Parameter != "Prefer" || w.Header().Get("Preference-Applied") != "" {
			t.Errorf("%s: %+v", prefer, p)
		}
	}
}

func TestAnExampleIsAnsweredByItsName(t *testing.T) {
	b := shipped(t)
	op := b.api.Operation("verifyMyVpa")
	examples := op.Response(200).Content[0].Examples
	if len(examples) < 2 {
		t.Fatal("the operation has too few examples")
	}
	seen := map[string]bool{}
	for _, e := range examples {
		w := b.verify(`{"vpa":"john@okhdfc"}`, "Prefer", "example="+e.Name)
		if w.Code != 200 || len(op.CheckResponse(200, w.Header(), w.Body.Bytes())) > 0 {
			t.Errorf("%s: %d %s", e.Name, w.Code, w.Body)
		}
		seen[w.Body.String()] = true
	}
	if len(seen) < 2 {
		t.Error("all examples are the same")
	}
}

func TestAPreferredDelayHoldsTheAnswerThatWouldHaveBeenGiven(t *testing.T) {
	var waited time.Duration
	b := newSandbox(t, yaml(delayed), withWait(func(_ context.Context, d time.Duration) error {
		waited += d
		return nil
	}))
	w := b.get(locales, "Prefer", "delay=2s")
	if w.Header().Get("X-Sandbox-Rule") != "late" || w.Header().Get("Preference-Applied") != "delay=2s" || waited != 5*time.Minute+2*time.Second {
		t.Errorf("%v after %s", w.Header(), waited)
	}
	waited = 0
	if w := b.get(locales, "Prefer", "code=503, delay=1s"); w.Code != 503 || waited != time.Second {
		t.Errorf("%d after %s", w.Code, waited)
	}
}

func TestAPreferredAnswerHasNoEffects(t *testing.T) {
	b := faulty(t)
	for _, prefer := range []string{"code=200", "dynamic=true"} {
		if w := b.get(faultTarget("keep-reset"), "Prefer", prefer); w.Code != 200 {
			t.Errorf("%s: %d %s", prefer, w.Code, w.Body)
		}
	}
	if w := b.get(faultTarget("stored")); w.Body.String() != `{"text":"no"}` {
		t.Errorf("%s", w.Body)
	}
}

// series are the statuses that every operation can be asked for: those of the banks' error series.
var series = []int{400, 401, 403, 404, 409, 415, 429, 500, 501, 502, 503, 504}

func TestEveryStatusOfTheSeriesCanBeHadFromEveryOperation(t *testing.T) {
	b := shipped(t)
	for _, op := range b.api.Operations {
		for _, status := range series {
			for _, dynamic := range []string{"", ", dynamic=true"} {
				r := validRequest(t, op)
				r.Header.Set("Prefer", fmt.Sprintf("code=%d%s", status, dynamic))
				w := b.do(r)
				if w.Code != status || w.Header().Get("Preference-Applied") == "" {
					t.Fatalf("%s gives %d for %d: %s", op.ID, w.Code, status, w.Body)
				}
				if found := op.CheckResponse(status, w.Header(), w.Body.Bytes()); len(found) > 0 {
					t.Errorf("%s %d%s: %+v in %s", op.ID, status, dynamic, found, w.Body)
				}
			}
		}
	}
}

func TestAnUnknownScenarioIsRefusedWithAHint(t *testing.T) {
	b := newSandbox(t, selectable)
	p := problemOf(t, b.get(locales, "X-Sandbox-Scenario", "outag"), http.StatusBadRequest, "UNKNOWN_SCENARIO")
	if !strings.Contains(p.Detail, `"outag"`) || !strings.Contains(p.Detail, "outage") {
		t.Errorf("%s", p.Detail)
	}
	if p.Errors[0].Parameter != "X-Sandbox-Scenario" {
		t.Errorf("%+v", p.Errors)
	}
	problemOf(t, b.get(locales, "X-Sandbox-Scenario", strings.Repeat("outage,", 51)), http.StatusBadRequest, "UNKNOWN_SCENARIO")
}

func TestRequestedScenariosSpeakInTheirOrder(t *testing.T) {
	b := newSandbox(t, selectable)
	for names, want := range map[string]string{
		"": "plain", "outage": "outage", "maintenance,outage": "maintenance", "outage , maintenance": "outage", "deposits/maintenance": "maintenance", ",": "plain",
	} {
		if w := b.get(locales, "X-Sandbox-Scenario", names); w.Header().Get("X-Sandbox-Scenario") != want {
			t.Errorf("%q is answered by %s", names, w.Header().Get("X-Sandbox-Scenario"))
		}
	}
	r := request(http.MethodGet, locales, "")
	r.Header["X-Sandbox-Scenario"] = []string{"maintenance", "outage"}
	if w := b.do(r); w.Header().Get("X-Sandbox-Scenario") != "maintenance" {
		t.Errorf("two headers are answered by %s", w.Header().Get("X-Sandbox-Scenario"))
	}
}
