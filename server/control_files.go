package server

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/scenarioschema"
)

// ListScenarioFiles answers GET /scenarios/{api}/{scenario}/files.
func (controller) ListScenarioFiles(c *gin.Context, api control.Api, name control.ScenarioParameter) {
	k := callOf(c)
	for _, a := range k.servedAPIs(&api) {
		files := k.playing().Files(a, name)
		if len(files) == 0 {
			continue
		}
		out := control.ScenarioFileList{Api: api, Scenario: name, Files: make([]control.ScenarioFile, 0, len(files))}
		for _, f := range files {
			out.Files = append(out.Files, control.ScenarioFile{Name: f.Name, Kind: control.ScenarioFileKind(f.Kind), Size: f.Bytes, Text: optional(f.Text)})
		}
		k.tagged(out)
		return
	}
	k.noScenario(api, name)
}

// GetScenarioSchema answers GET /scenario-schemas/{api}.
func (controller) GetScenarioSchema(c *gin.Context, api control.Api) {
	k := callOf(c)
	found := k.servedAPIs(&api)
	if len(found) == 0 {
		var names []string
		for _, a := range k.servedAPIs(nil) {
			names = append(names, a.Name)
		}
		k.fail(problem.NotFound, sentence(joined("there is no API "+quoted(api), finding.DidYouMean(api, names))))
		return
	}
	schema, err := scenarioschema.Scenarios(found[0], k.playing().Declared(found[0]))
	if err != nil {
		k.failed(err)
		return
	}
	k.tagged(json.RawMessage(schema))
}

// tagged answers with a value of a generated type, or JSON, and a tag that changes with it.
func (k *call) tagged(v any) {
	body, err := json.Marshal(v)
	if err != nil {
		k.failed(err)
		return
	}
	k.gin.Writer.Header()["Etag"] = []string{tagOf(body)}
	k.write(http.StatusOK, "application/json", body)
}
