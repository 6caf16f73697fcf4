package openapi_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/gen/sandbox"
)

func TestTheControlAPIsOperationTableIsTheDocuments(t *testing.T) {
	var got, want []string
	for _, op := range sandbox.Operations() {
		got = append(got, op.ID+" "+op.Method+" "+op.Path)
	}
	for _, op := range operations(t, "sandbox.yaml") {
		want = append(want, op.id+" "+strings.ToUpper(op.method)+" "+op.path)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheControlAPITakesAKeyOrANameOrNothing(t *testing.T) {
	want := []any{map[string]any{"apiKey": []any{}}, map[string]any{"sandbox": []any{}}, map[string]any{}}
	if got := tree(t, "sandbox.yaml")["security"]; !equal(got, want) {
		t.Errorf("the document needs %v, want %v", got, want)
	}
	for _, op := range operations(t, "sandbox.yaml") {
		if _, ok := op.node["security"]; ok {
			t.Errorf("%s needs other credentials", op.id)
		}
	}
}

// TestTheControlAPIsTypesCarryEveryExample decodes every example of a body into its generated type and encodes it again.
func TestTheControlAPIsTypesCarryEveryExample(t *testing.T) {
	types := map[string]func() any{
		"Clock": func() any { return new(sandbox.Clock) }, "ClockChange": func() any { return new(sandbox.ClockChange) },
		"Coverage": func() any { return new(sandbox.Coverage) }, "Explanation": func() any { return new(sandbox.Explanation) },
		"ExplanationRequest": func() any { return new(sandbox.ExplanationRequest) }, "JournalEntry": func() any { return new(sandbox.JournalEntry) },
		"JournalPage": func() any { return new(sandbox.JournalPage) }, "MagicValueList": func() any { return new(sandbox.MagicValueList) },
		"NewOverride": func() any { return new(sandbox.NewOverride) }, "Override": func() any { return new(sandbox.Override) },
		"OverrideList": func() any { return new(sandbox.OverrideList) }, "PersonaList": func() any { return new(sandbox.PersonaList) },
		"ProviderStateChange": func() any { return new(sandbox.ProviderStateChange) }, "ProviderStateList": func() any { return new(sandbox.ProviderStateList) },
		"ProviderStateValues": func() any { return new(sandbox.ProviderStateValues) }, "Replay": func() any { return new(sandbox.Replay) },
		"ResetRequest": func() any { return new(sandbox.ResetRequest) }, "ResetResult": func() any { return new(sandbox.ResetResult) },
		"RowValues": func() any { return new(sandbox.RowValues) }, "SandboxState": func() any { return new(sandbox.SandboxState) },
		"Scenario": func() any { return new(sandbox.Scenario) }, "ScenarioList": func() any { return new(sandbox.ScenarioList) },
		"ScenarioFileList": func() any { return new(sandbox.ScenarioFileList) }, "JsonObject": func() any { return new(sandbox.JsonObject) },
		"ScenarioStatus": func() any { return new(sandbox.ScenarioStatus) }, "Seed": func() any { return new(sandbox.Seed) },
		"Selection": func() any { return new(sandbox.Selection) }, "Snapshot": func() any { return new(sandbox.Snapshot) },
		"SnapshotList": func() any { return new(sandbox.SnapshotList) }, "StateValue": func() any { return new(sandbox.StateValue) },
		"StateValueChange": func() any { return new(sandbox.StateValueChange) }, "TableRow": func() any { return new(sandbox.TableRow) },
		"TableRowPage":        func() any { return new(sandbox.TableRowPage) },
		"CallbackDelivery":    func() any { return new(sandbox.CallbackDelivery) },
		"CallbackPage":        func() any { return new(sandbox.CallbackPage) },
		"SimulatedBankHealth": func() any { return new(sandbox.SimulatedBankHealth) },
		"SimulatedCredit":     func() any { return new(sandbox.SimulatedCredit) },
		"SimulatedCredits":    func() any { return new(sandbox.SimulatedCredits) },
		"SimulatedDecision":   func() any { return new(sandbox.SimulatedDecision) },
		"SimulatedRefund":     func() any { return new(sandbox.SimulatedRefund) },
		"SimulatedReview":     func() any { return new(sandbox.SimulatedReview) },
		"SimulatedStatement":  func() any { return new(sandbox.SimulatedStatement) },
		"SimulatedUpload":     func() any { return new(sandbox.SimulatedUpload) },
	}
	used := map[string]bool{}
	bodies := func(id string, holder any) {
		media := at(holder, "content", "application/json")
		ref, _ := at(media, "schema", "$ref").(string)
		name := strings.TrimPrefix(ref, "#/components/schemas/")
		examples, _ := at(media, "examples").(map[string]any)
		for example, node := range examples {
			used[name] = true
			carry(t, id+" "+example, plain(t, at(node, "value")), types[name])
		}
	}
	for _, op := range operations(t, "sandbox.yaml") {
		bodies(op.id, op.node["requestBody"])
		for status, response := range op.node["responses"].(map[string]any) {
			if status < "300" {
				bodies(op.id, response)
			}
		}
	}
	if len(used) != len(types) {
		t.Errorf("%d types used, want %d", len(used), len(types))
	}
}

func TestTheControlAPITakesWhatVerifiersAndTestersSend(t *testing.T) {
	for _, c := range []struct {
		component, body string
		valid           bool
	}{
		{"ProviderStateChange", `{"consumer":"app","state":"x","states":["x"],"params":{"a":[1,{"b":null}]},"action":"teardown","provider":"bank"}`, true},
		{"ProviderStateChange", `{"state":null,"params":null,"states":null}`, true},
		{"ProviderStateChange", `{}`, true},
		{"ProviderStateChange", `{"states":[{"name":"x","params":{"n":1.5},"id":7}]}`, true},
		{"ProviderStateChange", `{"state":"x","action":"destroy"}`, false},
		{"ProviderStateChange", `{"states":[{"params":{}}]}`, false},
		{"ClockChange", `{"advance":"P1Y2M3DT4H5M6.5S"}`, true},
		{"ClockChange", `{"advance":"1h30m"}`, true},
		{"ClockChange", `{"advance":"30"}`, false},
		{"ClockChange", `{"advance":"-PT1S"}`, false},
		{"ClockChange", `{}`, false},
		{"NewOverride", `{"operation":"x","rule":{}}`, false},
		{"NewOverride", `{"operation":"x","rule":["a"]}`, false},
		{"NewOverride", `{"operation":"x","rule":{"respond":{"status":204}},"times":0}`, false},
		{"RowValues", `{"a":null,"b":1.25,"c":true,"d":["x",{"y":[]}]}`, true},
		{"RowValues", `[]`, false},
		{"ResetRequest", `{"parts":[]}`, false},
		{"ResetRequest", `{"parts":["everything"]}`, false},
	} {
		var value any
		if err := json.Unmarshal([]byte(c.body), &value); err != nil {
			t.Fatal(err)
		}
		err := validator(t, "sandbox.yaml", pointer("components", "schemas", c.component)).Validate(value)
		if (err == nil) != c.valid {
			t.Errorf("%s is taken as a %s: %t, want %t: %v", c.body, c.component, err == nil, c.valid, err)
		}
	}
}

func TestTheControlAPIsClientReadsAnswersAndProblems(t *testing.T) {
	gin.SetMode(gin.TestMode)
	engine := gin.New()
	engine.GET("/clock", func(c *gin.Context) {
		c.Data(http.StatusOK, "application/json", []byte(`{"now":"2026-03-01T10:00:00Z","frozen":true,"offsetSeconds":0}`))
	})
	engine.DELETE("/journal", func(c *gin.Context) { c.Status(http.StatusNoContent) })
	engine.GET("/scenarios/:api/:scenario", func(c *gin.Context) {
		c.Data(http.StatusNotFound, "application/problem+json; charset=utf-8", []byte(`{"type":"urn:problem:scenario-not-found","title":"None","status":404,"code":"SCENARIO_NOT_FOUND"}`))
	})
	server := httptest.NewServer(engine)
	t.Cleanup(server.Close)
	client, err := sandbox.NewClientWithResponses(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	clock, err := client.GetClockWithResponse(t.Context())
	if err != nil || clock.JSON200 == nil || !clock.JSON200.Frozen || clock.Problem != nil {
		t.Errorf("the clock is read as %+v, %v", clock, err)
	}
	cleared, err := client.ClearJournalWithResponse(t.Context())
	if err != nil || cleared.StatusCode() != http.StatusNoContent || cleared.Problem != nil {
		t.Errorf("an answer without a body is read as %+v, %v", cleared, err)
	}
	scenario, err := client.GetScenarioWithResponse(t.Context(), "deposits", "x")
	if err != nil || scenario.JSON200 != nil || scenario.Problem == nil || scenario.Problem.Code != "SCENARIO_NOT_FOUND" {
		t.Errorf("a problem is read as %+v, %v", scenario, err)
	}
}
