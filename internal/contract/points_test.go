package contract_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
)

func TestDecisionPointsAreKeptInTheOrderOfTheirNames(t *testing.T) {
	files := fstest.MapFS{
		"batch.yaml": {Data: []byte(head + `paths:
  /batch:
    post:
      operationId: runBatch
      responses: {'200': {description: d}}
      x-decision-points:
        item:
          description: Whether one is taken.
          item: {$ref: 'shared.yaml#/components/schemas/Item'}
          verdict: {$ref: 'shared.yaml#/components/schemas/Verdict', description: What it is told.}
        credit-limit: {item: {type: integer}, verdict: {allOf: [{$ref: 'shared.yaml#/components/schemas/Verdict'}]}}
    get:
      operationId: listBatch
      responses: {'200': {description: d}}
`)},
		"shared.yaml": {Data: []byte(`components:
  schemas:
    Item: {type: object, required: [number], properties: {number: {type: string, maxLength: 9}}}
    Verdict: {type: object, additionalProperties: false, required: [status], properties: {status: {type: string, enum: [ok, failed]}}}
`)},
	}
	api, found := contract.Load(files, "batch.yaml")
	if api == nil || len(found) > 0 {
		t.Fatal(report(found))
	}
	points := api.Operation("runBatch").Points
	if len(points) != 2 || points[0].Name != "credit-limit" || points[1].Name != "item" {
		t.Fatalf("the points are %+v", points)
	}
	item := api.Operation("runBatch").Point("item")
	if item != points[1] || item.Description != "Whether one is taken." || item.Item.Name != "Item" || item.Verdict.Description != "What it is told." {
		t.Errorf("the point is %+v", item)
	}
	if got := item.Verdict.Validate(map[string]any{"status": "maybe"}, contract.Outbound); len(got) != 1 || got[0].Pointer != "/status" {
		t.Errorf("a verdict that breaks its schema: %+v", got)
	}
	if !item.Item.Accepts(map[string]any{"number": "1"}, contract.Inbound) || item.Item.Accepts(map[string]any{}, contract.Inbound) {
		t.Error("the item is not held against its schema")
	}
	if api.Operation("listBatch").Points != nil || api.Operation("runBatch").Point("items") != nil {
		t.Error("there are points that nobody has declared")
	}
	if bundle := string(api.JSON); !strings.Contains(bundle, `"x-decision-points"`) || strings.Contains(bundle, "shared.yaml") {
		t.Errorf("the bundle is %s", bundle)
	}
}
