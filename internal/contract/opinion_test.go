package contract_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// withExamples is a document in which a parameter, its schema, a schema, a default, a body and an answer have values
// that break their schemas.
const withExamples = head + `paths:
  /x:
    post:
      operationId: x
      parameters:
        - {name: p, in: query, example: 1, schema: {type: string}}
        - {name: q, in: query, schema: {type: string, example: 1}}
      requestBody: {content: {application/json: {schema: {type: string}, example: 1}}}
      responses:
        '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}, examples: {e: {value: 1}}}}}
components:
  schemas:
    A: {type: object, properties: {b: {type: string, example: 1}, c: {type: string, default: 1}}}
`

func TestASecondOpinionLeavesExamplesToLoading(t *testing.T) {
	api, found := contract.Load(files(map[string]string{"api.yaml": withExamples}), "api.yaml")
	if api == nil {
		t.Fatal(found.Err())
	}
	if len(found) != 6 {
		t.Errorf("loading finds %v", found)
	}
	if second := api.SecondOpinion(t.Context()); len(second) != 0 {
		t.Errorf("the other reader repeats %v", second)
	}
}

func TestASecondOpinionIsOneLineOfBoundedLength(t *testing.T) {
	text := strings.Replace(operationText("", ""), "title: t", `title: t, "a\nb `+strings.Repeat("c ", 400)+`": 1`, 1)
	text = strings.Replace(text, "operationId: x", "operationId: x\n      externalDocs: {description: d}", 1)
	api, found := contract.Load(files(map[string]string{"api.yaml": text}), "api.yaml")
	if api == nil {
		t.Fatal(found.Err())
	}
	second := api.SecondOpinion(t.Context())
	if len(second) != 2 {
		t.Fatalf("%d objections: %v", len(second), second)
	}
	for _, f := range second {
		if strings.Contains(f.Message, "\n") || utf8.RuneCountInString(f.Message) > 350 || f.Severity != finding.Warning || f.File != "api.yaml" {
			t.Errorf("%+v", f)
		}
	}
}
