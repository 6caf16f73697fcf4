package server_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/server"
)

func TestMagicValuesComeFromTheScenarioFiles(t *testing.T) {
	s := newSteered(t, bench)
	var magic control.MagicValueList
	s.read(&magic, 200, "GET", "/magic-values?operation=verifyMyVpa", "")
	if len(magic.Operations) != 1 {
		t.Fatalf("the operations are %s", jsonOf(t, magic))
	}
	o := magic.Operations[0]
	if o.Api != "deposits" || o.Method != control.HttpMethodPOST || o.Path != vpa || *o.Summary == "" {
		t.Errorf("the operation is %s", jsonOf(t, o))
	}
	values := map[string]string{}
	for _, v := range o.Values {
		values[v.Rule] = jsonOf(t, v)
	}
	for rule, want := range map[string]string{
		"the customer's bank does not answer": `{"active":true,"answer":{"kind":"problem","problem":"GATEWAY_TIMEOUT","status":504},"otherwise":[],
			"rule":"the customer's bank does not answer","scenario":"vpas","terms":[{"place":"body.vpa","relation":"beginsWith","values":["timeout@"]}]}`,
		"only twice": `{"active":true,"answer":{"kind":"body","mediaType":"application/json","status":200},"otherwise":["it is one of the first 2 requests"],
			"rule":"only twice","scenario":"vpas","terms":[{"place":"body.vpa","relation":"equals","values":["twice@ybl"]}]}`,
		"nobody": `{"active":false,"answer":{"kind":"body","mediaType":"application/json","status":200},"otherwise":[],
			"rule":"nobody","scenario":"strict","terms":[{"place":"body.vpa","relation":"equals","values":["john@okhdfc","jane@okhdfc"]}]}`,
	} {
		if compactJSON(t, want) != values[rule] {
			t.Errorf("rule %s looks for %s, want %s", rule, values[rule], want)
		}
	}
	same(t, "the look-up", o.Lookups, `[{"active":true,"answer":{"kind":"body","mediaType":"application/json","status":200},"rule":"a listed VPA",
		"scenario":"vpas","table":"vpas","terms":[{"column":"vpa","place":"body.vpa"}]}]`)
	same(t, "the tables", magic.Tables, `[{"api":"deposits","columns":["outcome","reason","vpa"],"name":"vpas",
		"rows":[{"outcome":"success","vpa":"john@okhdfc"},{"outcome":"failed","reason":"urn:verification:vpa:blocked","vpa":"blocked@ybl"}],"title":"VPAs to try","total":2}]`)
	s.read(nil, 200, "PUT", "/selection", `{"scenarios":["strict"]}`)
	s.read(&magic, 200, "GET", "/magic-values?api=deposits", "")
	if text := jsonOf(t, magic); strings.Contains(text, `"active":false`) || !strings.Contains(text, `"findCustomer"`) {
		t.Errorf("with everything selected, the values are %s", text)
	}
}

func TestPersonasAreTablesWithATitle(t *testing.T) {
	s := newSteered(t, bench)
	s.read(nil, 200, "PUT", "/tables/deposits/vpas/rows/new@ybl", `{"outcome":"success"}`)
	var personas control.PersonaList
	s.read(&personas, 200, "GET", "/personas", "")
	if len(personas.Tables) != 1 || personas.Tables[0].Name != "vpas" || *personas.Tables[0].Title != "VPAs to try" || personas.Tables[0].Total != 3 {
		t.Errorf("the personas are %s", jsonOf(t, personas))
	}
	s.read(&personas, 200, "GET", "/personas?api=portal", "")
	same(t, "the personas of no API", personas, `{"tables":[]}`)
}

func TestASnapshotBringsBackWhatWas(t *testing.T) {
	s := newSteered(t, bench)
	s.read(nil, 200, "PUT", "/state/deposits/bank", `{"value":"down"}`)
	s.read(nil, 200, "PUT", "/selection", `{"scenarios":["strict"]}`)
	var taken control.Snapshot
	s.read(&taken, 200, "PUT", "/snapshots/bank.down-1", "")
	same(t, "the snapshot", taken, `{"clock":"2026-03-01T10:00:00Z","name":"bank.down-1","takenAt":"2026-03-01T10:00:00Z"}`)
	s.read(nil, 200, "POST", "/reset", "{\"parts\":[\"state\",\"selection\"]}")
	if rule := s.verifies("john@okhdfc"); rule != "a listed VPA" {
		t.Errorf("after the reset %s answers", rule)
	}
	s.set(start.Add(time.Minute))
	s.read(&taken, 200, "PUT", "/snapshots/up", "")
	s.read(nil, 200, "POST", "/snapshots/bank.down-1/restore", "")
	var state control.SandboxState
	s.read(&state, 200, "GET", "/state", "")
	var selection control.Selection
	s.read(&selection, 200, "GET", "/selection", "")
	if state.Values[0].Value != "down" || len(selection.Scenarios) != 1 {
		t.Errorf("restored are %+v and %+v", state.Values, selection)
	}
	var list control.SnapshotList
	s.read(&list, 200, "GET", "/snapshots", "")
	if len(list.Snapshots) != 2 || list.Snapshots[0].Name != "up" {
		t.Errorf("the snapshots are %s", jsonOf(t, list))
	}
	s.read(nil, 204, "DELETE", "/snapshots/up", "")
	s.refused(404, "SNAPSHOT_NOT_FOUND", "DELETE", "/snapshots/up", "")
	s.refused(404, "SNAPSHOT_NOT_FOUND", "POST", "/snapshots/up/restore", "")
	s.refused(400, "SCHEMA_VIOLATION", "PUT", "/snapshots/-", "")
	for i := range 19 {
		s.read(nil, 200, "PUT", fmt.Sprintf("/snapshots/n%d", i), "")
	}
	s.refused(409, "SNAPSHOTS_FULL", "PUT", "/snapshots/more", "")
}

func TestCoverageIsRecordedOnRequest(t *testing.T) {
	s := newSteered(t, bench)
	s.verifies("john@okhdfc")
	var c control.Coverage
	s.read(&c, 200, "GET", "/coverage", "")
	if c.Recording || c.Since != nil || c.Totals.Rules != 10 || c.Totals.RulesMatched+c.Totals.AnswersSeen != 0 {
		t.Errorf("before recording: %s", jsonOf(t, c.Totals))
	}
	s.read(nil, 200, "PUT", "/coverage", "")
	s.as("other").verifies("jane@okhdfc")
	s.verifies("john@okhdfc")
	s.verifies("jane@okhdfc")
	s.verifies("x")
	s.read(&c, 200, "GET", "/coverage?api=deposits", "")
	if !c.Recording || *c.Version != 1 || c.Totals.RulesMatched != 2 || c.Totals.AnswersSeen != 2 || c.Totals.Conditions != 10 || c.Totals.ConditionsBoth != 1 {
		t.Errorf("recorded: %s", jsonOf(t, c.Totals))
	}
	for _, r := range c.Rules {
		if r.Rule == "a listed VPA" {
			same(t, "the rule", r, `{"api":"deposits","conditions":[{"failed":1,"held":1,"line":50}],"file":"deposits/vpas.yaml","hits":1,"line":49,
				"operation":"verifyMyVpa","rule":"a listed VPA","scenario":"vpas"}`)
		}
	}
	answers := map[string]int{}
	for _, a := range c.Answers {
		if a.Operation == "verifyMyVpa" {
			answers[a.Status] = a.Count
		}
	}
	if answers["200"] != 2 || answers["400"] != 1 || answers["503"] != 0 {
		t.Errorf("answered: %v", answers)
	}
	s.read(nil, 200, "PUT", "/coverage", "")
	if s.read(&c, 200, "GET", "/coverage", ""); c.Totals.RulesMatched != 0 {
		t.Error("recording does not begin anew")
	}
	s.read(nil, 204, "DELETE", "/coverage", "")
	if s.read(&c, 200, "GET", "/coverage", ""); c.Recording {
		t.Error("recording does not stop")
	}
	for i := range 100 {
		s.as(fmt.Sprint("k", i)).read(nil, 200, "PUT", "/coverage", "")
	}
	s.refused(409, "COVERAGE_FULL", "PUT", "/coverage", "")
	s.as("k7").read(nil, 200, "PUT", "/coverage", "")
}

func TestProviderStatesAreSetUpAsVerifiersAsk(t *testing.T) {
	s := newSteered(t, bench)
	for _, body := range []string{
		`{"consumer":"app","state":"a VPA with an outcome","params":{"vpa":"pact@ybl"},"action":"setup"}`,
		`{"state":"a VPA with an outcome","params":{"vpa":"pact@ybl"},"unknown":[1,{}],"description":"x"}`,
		`{"consumer":null,"state":null,"states":[{"name":"a VPA with an outcome","params":{"vpa":"pact@ybl"},"more":1},"the bank is down"]}`,
	} {
		var values control.ProviderStateValues
		s.read(&values, 200, "POST", "/provider-states", body)
		same(t, "what "+body+" returns", values, `{"vpa":"pact@ybl"}`)
		want := "a listed VPA"
		if strings.Contains(body, "down") {
			want = "the bank is down"
		}
		if rule := s.verifies("pact@ybl"); rule != want {
			t.Errorf("after %s, %s answers", body, rule)
		}
		s.read(&values, 200, "POST", "/provider-states", `{"state":"a VPA with an outcome","action":"teardown"}`)
		same(t, "a teardown", values, `{}`)
		if rule := s.verifies("pact@ybl"); rule != "any other VPA" {
			t.Errorf("after the teardown of %s, %s answers", body, rule)
		}
	}
	var list control.ProviderStateList
	s.read(&list, 200, "GET", "/provider-states?api=deposits", "")
	same(t, "the list", list, `{"states":[{"api":"deposits","params":["vpa","outcome"],"scenario":"vpas","state":"a VPA with an outcome"},
		{"api":"deposits","params":[],"scenario":"vpas","state":"the bank is down"},
		{"api":"deposits","params":[],"scenario":"strict","state":"strict"}]}`)
	s.read(nil, 200, "POST", "/provider-states", `{"state":"strict"}`)
	var selection control.Selection
	s.read(&selection, 200, "GET", "/selection", "")
	same(t, "what is selected after the state strict", selection.Scenarios, `["deposits/strict"]`)
}

func TestTheFirstSetupAfterACallRestoresTheSandbox(t *testing.T) {
	s := newSteered(t, bench)
	s.read(nil, 200, "PUT", "/tables/deposits/vpas/rows/mine@ybl", `{"outcome":"success"}`)
	setUp := func(vpa string) {
		s.read(nil, 200, "POST", "/provider-states", `{"state":"a VPA with an outcome","params":{"vpa":"`+vpa+`"}}`)
	}
	listed := func(want ...string) {
		t.Helper()
		var page control.TableRowPage
		s.read(&page, 200, "GET", "/tables/deposits/vpas/rows", "")
		var got []string
		for _, r := range page.Rows[2:] {
			got = append(got, *r.Key)
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("added are %v, want %v", got, want)
		}
	}
	setUp("one@ybl")
	setUp("two@ybl") // the same interaction has several states
	listed("mine@ybl", "one@ybl", "two@ybl")
	s.verifies("one@ybl")
	setUp("three@ybl") // the next interaction
	listed("mine@ybl", "three@ybl")
	s.verifies("three@ybl")
	s.read(nil, 200, "POST", "/provider-states", `{"action":"setup","params":{}}`) // an interaction without a state
	listed("mine@ybl")
}

func TestProviderStatesThatCannotBeAreRefused(t *testing.T) {
	s := newSteered(t, bench)
	for _, c := range []struct{ body, code, pointer, message string }{
		{`{"state":"a VPA with an outcom","params":{"vpa":"a@b"}}`, "PROVIDER_STATE_UNKNOWN", "/state", `did you mean "a VPA with an outcome"?`},
		{`{"states":["the bank is down","nothing like it"]}`, "PROVIDER_STATE_UNKNOWN", "/states/1", "declared: a VPA with an outcome, strict, the bank is down"},
		{`{"state":"a VPA with an outcome"}`, "PROVIDER_STATE_INVALID", "/state", "parameter vpa is missing"},
		{`{"state":"a VPA with an outcome","params":{"vpa":true}}`, "PROVIDER_STATE_INVALID", "/state", "parameter vpa"},
		{`{"state":"a VPA with an outcome","params":{"vpa":"a@b","other":1}}`, "PROVIDER_STATE_INVALID", "/state", "there is no parameter other"},
	} {
		p := s.refused(422, c.code, "POST", "/provider-states", c.body)
		if len(p.Errors) != 1 || p.Errors[0].Pointer != c.pointer || !strings.Contains(p.Errors[0].Message, c.message) {
			t.Errorf("%s is refused with %+v", c.body, p.Errors)
		}
	}
	if rule := s.verifies("john@okhdfc"); rule != "a listed VPA" {
		t.Errorf("a list of which one state is unknown has set up the other: %s answers", rule)
	}
}

func TestSandboxesOfTwoKeysDoNotMeet(t *testing.T) {
	s := newSteered(t, bench)
	a, b := s.as("a"), s.as("b")
	views := []string{"/clock", "/seed", "/selection", "/overrides", "/state", "/tables/deposits/vpas/rows", "/snapshots", "/coverage", "/journal", "/scenarios", "/personas"}
	look := func(s *steered) string {
		var all strings.Builder
		for _, path := range views {
			all.WriteString(s.call("GET", path, "").Body.String())
		}
		return all.String()
	}
	before := look(b)
	a.read(nil, 200, "PATCH", "/clock", `{"advance":"1h","frozen":true}`)
	a.read(nil, 200, "PUT", "/seed", `{"seed":"7"}`)
	a.read(nil, 200, "PUT", "/selection", `{"scenarios":["strict"]}`)
	a.read(nil, 201, "POST", "/overrides", `{"operation":"listFields","rule":{"respond":{"problem":"CONFLICT"}}}`)
	a.read(nil, 200, "PUT", "/state/deposits/bank", `{"value":"down"}`)
	a.read(nil, 200, "PUT", "/tables/deposits/vpas/rows/a@b", `{"outcome":"success"}`)
	a.read(nil, 200, "PUT", "/snapshots/s", "")
	a.read(nil, 200, "PUT", "/coverage", "")
	a.read(nil, 200, "POST", "/provider-states", `{"state":"a VPA with an outcome","params":{"vpa":"p@ybl"}}`)
	a.verifies("john@okhdfc")
	if after := look(b); after != before {
		t.Errorf("what one has done shows in the other:\n%s\nbefore\n%s", after, before)
	}
	if rule := b.verifies("john@okhdfc"); rule != "a listed VPA" {
		t.Errorf("in the other %s answers", rule)
	}
	b.refused(404, "OVERRIDE_NOT_FOUND", "GET", "/overrides/o1", "")
	b.refused(404, "SNAPSHOT_NOT_FOUND", "POST", "/snapshots/s/restore", "")
	var journal control.JournalPage
	b.read(&journal, 200, "GET", "/journal", "")
	if journal.Total != 1 {
		t.Errorf("the other's journal has %d entries", journal.Total)
	}
	// Without a key, the header X-Sandbox names the sandbox, and without it there is the default one.
	s.read(nil, 200, "PUT", "/seed", `{"seed":"11"}`, "X-Api-Key", "", "Authorization", "", "X-Sandbox", "named")
	var seed control.Seed
	s.as("named").read(&seed, 200, "GET", "/seed", "")
	if seed.Seed != "11" {
		t.Errorf("the sandbox that X-Sandbox names has the seed %s", seed.Seed)
	}
}

func TestTheControlAPIIsUsedByManyAtOnce(t *testing.T) {
	s := newSteered(t, bench, func(o *server.Options) { o.Clock = time.Now })
	var all sync.WaitGroup
	for i := range 8 {
		own := s.as(fmt.Sprint("key", i%4))
		all.Go(func() {
			for j := range 10 {
				own.read(nil, 200, "PATCH", "/clock", `{"advance":"1s"}`)
				own.read(nil, 200, "PUT", fmt.Sprintf("/tables/deposits/vpas/rows/v%d@ybl", i*100+j), `{"outcome":"success"}`)
				if rule := own.verifies(fmt.Sprintf("v%d@ybl", i*100+j)); rule != "a listed VPA" {
					t.Errorf("%s answers", rule)
				}
				own.read(nil, 200, "PUT", "/coverage", "")
				own.read(nil, 200, "GET", "/coverage", "")
				own.read(nil, 200, "POST", "/explanations", `{"method":"POST","path":"`+vpa+`","body":{"vpa":"john@okhdfc"}}`)
				own.read(nil, 200, "POST", "/journal/1/replay", "")
				own.read(nil, 200, "GET", "/journal?text=ybl", "")
			}
		})
	}
	all.Wait()
	for i := range 4 {
		var page control.TableRowPage
		s.as(fmt.Sprint("key", i)).read(&page, 200, "GET", "/tables/deposits/vpas/rows", "")
		if page.Total != 22 {
			t.Errorf("sandbox %d has %d rows, want the two that ship and twenty of its own", i, page.Total)
		}
	}
}
