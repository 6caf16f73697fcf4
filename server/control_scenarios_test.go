package server_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/server"
)

func TestScenariosAreListedWithWhetherTheySpeak(t *testing.T) {
	s := newSteered(t, bench)
	s.read(nil, 200, "PUT", "/selection", `{"scenarios":["strict"]}`)
	var list control.ScenarioList
	s.read(&list, 200, "GET", "/scenarios?api=deposits", "")
	same(t, "the list", list, `{"scenarios":[
		{"api":"deposits","default":false,"file":"deposits/strict.yaml","name":"strict","rules":1,"selected":true,"title":"Nobody passes"},
		{"api":"deposits","default":true,"file":"deposits/vpas.yaml","name":"vpas","rules":9,"selected":false,"title":"Who owns which VPA"}]}`)
	s.read(&list, 200, "GET", "/scenarios?api=sandbox", "")
	if len(list.Scenarios) != 0 {
		t.Errorf("the control API has scenarios: %v", list.Scenarios)
	}
}

func TestAScenarioIsShownRuleByRule(t *testing.T) {
	s := newSteered(t, bench)
	var shown control.Scenario
	s.read(&shown, 200, "GET", "/scenarios/deposits/vpas", "")
	i := slices.IndexFunc(shown.Operations, func(o control.ScenarioOperation) bool { return o.Operation == "verifyMyVpa" })
	rules := shown.Operations[i].Rules
	same(t, "the rule with a state", rules[0], `{"answer":{"kind":"problem","problem":"SERVICE_UNAVAILABLE","status":503},
		"conditions":[{"kind":"state","line":32,"place":"bank","wants":"\"down\""}],"effects":[],"file":"deposits/vpas.yaml","line":31,"name":"the bank is down","offContract":false}`)
	same(t, "the rule with a delay", rules[1], `{"answer":{"kind":"problem","problem":"GATEWAY_TIMEOUT","status":504},
		"conditions":[{"kind":"match","line":35,"place":"body.vpa","wants":"text that begins with \"timeout@\""}],"delay":"30s","effects":[],
		"file":"deposits/vpas.yaml","line":34,"name":"the customer's bank does not answer","offContract":false}`)
	same(t, "the effects", rules[2].Effects, `["set bank to down, after 30s"]`)
	same(t, "the count", rules[3].Conditions[1], `{"kind":"times","line":44,"wants":"the first 2"}`)
	same(t, "the fault", rules[4].Answer, `{"fault":"reset","kind":"fault"}`)
	same(t, "the look-up", rules[5].Conditions, `[{"kind":"find","line":50,"place":"vpa","wants":"a row of vpas"}]`)
	same(t, "the expression", rules[6].Conditions, `[{"kind":"when","line":53,"wants":"len(body.vpa) \u003e 4"}]`)

	for path, hint := range map[string]string{"/scenarios/deposits/stric": `did you mean "strict"?`, "/scenarios/deposit/strict": "has no scenario", "/scenarios/sandbox/x": "has no scenario"} {
		if p := s.refused(404, "SCENARIO_NOT_FOUND", "GET", path, ""); !strings.Contains(p.Detail, hint) {
			t.Errorf("%s: %s", path, p.Detail)
		}
	}
}

func TestTheStatusShowsTheLastBadEdit(t *testing.T) {
	status := server.ScenarioStatus{Version: 3, LoadedAt: start, Serving: true}
	s := newSteered(t, bench, func(o *server.Options) { o.ScenarioStatus = func() server.ScenarioStatus { return status } })
	var got control.ScenarioStatus
	s.read(&got, 200, "GET", "/scenarios/status", "")
	same(t, "a good status", got, `{"failedLoads":0,"findings":[],"loadedAt":"2026-03-01T10:00:00Z","rules":10,"scenarios":2,"upToDate":true,"version":3}`)

	place := finding.Place{File: "deposits/vpas.yaml", Line: 4, Column: 3}
	status.Serving, status.FailedAt, status.Failed = false, start.Add(time.Minute), 1
	status.Findings = finding.List{{Code: "unknown-operation", Place: place, Message: "there is no such operation", Hint: "look again",
		Related: []finding.Related{{Place: place, Message: "here"}}}}
	s.read(&got, 200, "GET", "/scenarios/status", "")
	same(t, "a bad status", got, `{"failedAt":"2026-03-01T10:01:00Z","failedLoads":1,"findings":[{"code":"unknown-operation","column":3,"file":"deposits/vpas.yaml",
		"hint":"look again","line":4,"message":"there is no such operation","related":[{"column":3,"file":"deposits/vpas.yaml","line":4,"message":"here"}],"severity":"error"}],
		"loadedAt":"2026-03-01T10:00:00Z","rules":10,"scenarios":2,"upToDate":false,"version":3}`)
}

func TestSelectedScenariosAnswerInOrder(t *testing.T) {
	s := newSteered(t, bench)
	var selection control.Selection
	s.read(&selection, 200, "PUT", "/selection", `{"scenarios":["deposits/strict","vpas"]}`)
	same(t, "the selection", selection, `{"scenarios":["deposits/strict","vpas"]}`)
	if rule := s.verifies("john@okhdfc"); rule != "nobody" {
		t.Errorf("the selected scenario does not answer, %s does", rule)
	}
	p := s.refused(422, "SELECTION_INVALID", "PUT", "/selection", `{"scenarios":["vpas","strikt"]}`)
	if len(p.Errors) != 1 || p.Errors[0].Pointer != "/scenarios/1" || !strings.Contains(p.Detail, `did you mean "strict"?`) {
		t.Errorf("an unknown scenario is refused with %+v", p)
	}
	s.read(&selection, 200, "GET", "/selection", "")
	same(t, "the selection after a refusal", selection, `{"scenarios":["deposits/strict","vpas"]}`)
	s.read(nil, 204, "DELETE", "/selection", "")
	s.read(&selection, 200, "GET", "/selection", "")
	same(t, "the selection after it was cleared", selection, `{"scenarios":[]}`)
	if rule := s.verifies("john@okhdfc"); rule != "a listed VPA" {
		t.Errorf("after clearing, %s answers", rule)
	}
}

func TestAnOverrideAnswersBeforeEverythingElseUntilItIsUsedUp(t *testing.T) {
	s := newSteered(t, bench)
	var made control.Override
	s.read(&made, 201, "POST", "/overrides", `{"operation":"verifyMyVpa","rule":{"name":"PSP down","respond":{"problem":"BAD_GATEWAY"}},"times":2,"ttl":"PT5M"}`)
	same(t, "the override", made, `{"active":true,"api":"deposits","expiresAt":"2026-03-01T10:05:00Z","id":"o1","operation":"verifyMyVpa",
		"rule":"{\"name\":\"PSP down\",\"respond\":{\"problem\":\"BAD_GATEWAY\"}}","setAt":"2026-03-01T10:00:00Z","times":2,"timesLeft":2}`)
	if rule := s.verifies("john@okhdfc"); rule != "PSP down" {
		t.Errorf("%s answers", rule)
	}
	s.read(&made, 200, "GET", "/overrides/o1", "")
	if *made.TimesLeft != 1 {
		t.Errorf("%d uses are left after one of two", *made.TimesLeft)
	}
	s.verifies("john@okhdfc")
	if rule := s.verifies("john@okhdfc"); rule != "a listed VPA" {
		t.Errorf("after two uses %s answers", rule)
	}
	s.set(start.Add(5 * time.Minute))
	s.refused(404, "OVERRIDE_NOT_FOUND", "GET", "/overrides/o1", "")
}

func TestOverridesAreTriedFromTheLatestAndDropped(t *testing.T) {
	s := newSteered(t, bench)
	s.read(nil, 201, "POST", "/overrides", `{"operation":"verifyMyVpa","rule":"name: earlier\nrespond: {problem: CONFLICT}"}`)
	s.read(nil, 201, "POST", "/overrides", `{"api":"deposits","operation":"verifyMyVpa","rule":"name: later\nmatch: {body: {vpa: john@okhdfc}}\nrespond: {problem: CONFLICT}","ttl":"30d"}`)
	for vpa, want := range map[string]string{"john@okhdfc": "later", "jane@okhdfc": "earlier"} {
		if rule := s.verifies(vpa); rule != want {
			t.Errorf("%s is answered by %s, want %s", vpa, rule, want)
		}
	}
	var list control.OverrideList
	s.read(&list, 200, "GET", "/overrides", "")
	if len(list.Overrides) != 2 || list.Overrides[0].Id != "o2" {
		t.Errorf("the overrides are %+v", list.Overrides)
	}
	s.read(nil, 204, "DELETE", "/overrides/o2", "")
	s.refused(404, "OVERRIDE_NOT_FOUND", "DELETE", "/overrides/o2", "")
	s.read(nil, 204, "DELETE", "/overrides", "")
	if rule := s.verifies("jane@okhdfc"); rule != "any other VPA" {
		t.Errorf("after all were dropped %s answers", rule)
	}
}

func TestAnOverrideThatCannotBeUsedIsRefusedWithReasons(t *testing.T) {
	s := newSteered(t, bench)
	for body, want := range map[string][3]string{ // by body: code, pointer, what the message says
		`{"operation":"verifyMyVpa","rule":"respond: {body: {status: maybe}}"}`:                     {"OVERRIDE_INVALID", "/rule", "line 1, column 26: "},
		`{"operation":"verifyMyVpa","rule":{"respond":{"body":{"status":"maybe"}}}}`:                {"OVERRIDE_INVALID", "/rule", "status"},
		`{"operation":"verifyMyVpa","rule":{"respnd":{"problem":"CONFLICT"}}}`:                      {"OVERRIDE_INVALID", "/rule", `did you mean "respond"?`},
		`{"operation":"verifyMyVpa","rule":"["}`:                                                    {"OVERRIDE_INVALID", "/rule", "line 1"},
		`{"operation":"verifyMyVpa","rule":{"respond":{"problem":"CONFLICT"}},"ttl":"PT"}`:          {"OVERRIDE_INVALID", "/ttl", "PT5M"},
		`{"operation":"verifyMyVpa","rule":{"respond":{"problem":"CONFLICT"}},"ttl":"0s"}`:          {"OVERRIDE_INVALID", "/ttl", "PT5M"},
		`{"operation":"verifyMyVpa","rule":{"times":3,"respond":{"problem":"CONFLICT"}},"times":1}`: {"OVERRIDE_INVALID", "/rule", "times"},
		`{"operation":"verifyMyVap","rule":{"respond":{"problem":"CONFLICT"}}}`:                     {"OPERATION_UNKNOWN", "/operation", `did you mean "verifyMyVpa"?`},
		`{"api":"deposit","operation":"verifyMyVpa","rule":{"respond":{"problem":"CONFLICT"}}}`:     {"OPERATION_UNKNOWN", "/operation", `did you mean "deposits"?`},
		`{"api":"sandbox","operation":"getClock","rule":{"respond":{"problem":"CONFLICT"}}}`:        {"OPERATION_UNKNOWN", "/operation", `"sandbox"`},
	} {
		p := s.refused(422, want[0], "POST", "/overrides", body)
		if !slices.ContainsFunc(p.Errors, func(e struct{ Pointer, Parameter, Message string }) bool {
			return e.Pointer == want[1] && strings.Contains(e.Message, want[2])
		}) {
			t.Errorf("%s is refused with %+v", body, p.Errors)
		}
	}
	var list control.OverrideList
	if s.read(&list, 200, "GET", "/overrides", ""); len(list.Overrides) != 0 {
		t.Errorf("refused overrides are kept: %+v", list.Overrides)
	}
	for range 100 {
		s.read(nil, 201, "POST", "/overrides", `{"operation":"listFields","rule":{"respond":{"problem":"CONFLICT"}}}`)
	}
	s.refused(409, "OVERRIDES_FULL", "POST", "/overrides", `{"operation":"listFields","rule":{"respond":{"problem":"CONFLICT"}}}`)
}
