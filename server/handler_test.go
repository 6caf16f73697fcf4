package server_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/server"
)

// handlerPlayer is what servers of our own APIs use beside Play.
type handlerPlayer interface {
	Handle(c *gin.Context, h engine.Handler)
	HandleRead(c *gin.Context, h engine.Handler)
}

const parcels = `openapi: 3.1.0
info: {title: Parcels, version: 1.0.0}
servers: [{url: /parcels/v1}]
paths:
  /parcels:
    post:
      operationId: takeParcels
      parameters: [{name: Idempotency-Key, in: header, schema: {type: string, maxLength: 64}}]
      requestBody: {required: true, content: {application/json: {schema: {type: array, maxItems: 1000, items: {$ref: '#/components/schemas/Parcel'}}}}}
      responses:
        "200": {description: d, content: {application/json: {schema: {type: array, maxItems: 1000, items: {$ref: '#/components/schemas/Result'}}}}}
        "409": {description: d, content: {application/problem+json: {schema: {type: object}}}}
      x-decision-points:
        parcel:
          item: {$ref: '#/components/schemas/Parcel'}
          verdict: {$ref: '#/components/schemas/Verdict'}
    get:
      operationId: listParcels
      responses: {"200": {description: d, content: {application/json: {schema: {type: array, maxItems: 1000, items: {$ref: '#/components/schemas/Parcel'}}}}}}
components:
  schemas:
    Parcel: {type: object, additionalProperties: false, required: [code], properties: {code: {type: string, maxLength: 20}, pin: {type: string, maxLength: 9, x-sensitive: true}}}
    Verdict: {type: object, additionalProperties: false, required: [status], properties: {status: {type: string, enum: [taken, refused]}, reason: {type: string, maxLength: 99}}}
    Result: {type: object, additionalProperties: false, required: [code, status], properties: {code: {type: string}, status: {type: string}, reason: {type: string}, id: {type: string, format: uuid}}}
`

const parcelRules = `scenario: desk
api: parcels
default: true
tables:
  shelf: {key: [code], writable: true, columns: {code: string, id: string}}
rules:
  takeParcels/parcel:
    - {name: fragile, match: {item: {code: glass}}, outcome: {status: refused, reason: It would break.}}
`

// takeParcels puts parcels on the shelf, each code once.
func takeParcels(t *engine.Turn) (engine.Reply, error) {
	results := []map[string]any{}
	for _, p := range t.Request().Body.([]any) {
		parcel := p.(map[string]any)
		verdict, ok, err := t.Ask("parcel", parcel)
		if err != nil {
			return engine.Reply{}, err
		}
		code := map[string]any{"code": parcel["code"]}
		if !ok {
			if t.Row("shelf", code) != nil {
				p, err := t.Problem("CONFLICT", "It is here already.")
				return engine.Reply{Problem: p}, err
			}
			verdict = map[string]any{"status": "taken", "id": t.ID("parcel")}
			if err := t.Do(engine.Step{Kind: "insert", Table: "shelf", Row: map[string]any{"code": parcel["code"], "id": verdict["id"]}}); err != nil {
				return engine.Reply{}, err
			}
		}
		verdict["code"] = parcel["code"]
		results = append(results, verdict)
	}
	body, err := json.Marshal(results)
	return engine.Reply{Body: body}, err
}

func listParcels(t *engine.Turn) (engine.Reply, error) {
	list := []map[string]any{}
	for _, r := range t.Rows("shelf") {
		list = append(list, map[string]any{"code": r["code"]})
	}
	body, err := json.Marshal(list)
	return engine.Reply{Body: body}, err
}

// ownParcels serves parcels with Go handlers.
func ownParcels(t *testing.T, rules string) http.Handler {
	t.Helper()
	return own(t, func(o *server.OwnOptions) {
		o.Name, o.Document = "parcels", []byte(parcels)
		o.Scenarios = fstest.MapFS{"parcels/desk.yaml": {Data: []byte(rules)}}
		o.Handlers = func(play server.Player) map[string]gin.HandlerFunc {
			p := play.(handlerPlayer)
			return map[string]gin.HandlerFunc{
				"takeParcels": func(c *gin.Context) { p.Handle(c, takeParcels) },
				"listParcels": func(c *gin.Context) { p.HandleRead(c, listParcels) },
			}
		}
	})
}

func TestAGoHandlerAnswersInsideTheSandbox(t *testing.T) {
	s := ownParcels(t, parcelRules)
	w := post(s, "/parcels/v1/parcels", `[{"code": "a"}, {"code": "glass"}]`)
	if w.Code != 200 || w.Header().Get("X-Sandbox-Scenario") != "go" || w.Header().Get("X-Sandbox-Rule") != "handler" ||
		!strings.Contains(w.Body.String(), `"reason":"It would break."`) {
		t.Fatalf("%d %s %v", w.Code, w.Body, w.Header())
	}
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels"); w.Body.String() != `[{"code":"a"}]` {
		t.Errorf("the shelf holds %s", w.Body)
	}
	problemOf(t, post(s, "/parcels/v1/parcels", `[{"code": "b"}, {"code": "a"}]`), 409, "CONFLICT")
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels"); w.Body.String() != `[{"code":"a"},{"code":"b"}]` {
		t.Errorf("the shelf holds %s", w.Body)
	}
}
