package contract_test

import (
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

func TestValuesAreGeneratedForEverySchemaOfOurDocuments(t *testing.T) {
	entries, err := os.ReadDir("../../openapi")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".yaml") || entry.Name() == "common.yaml" {
			continue
		}
		api, findings := contract.Load(os.DirFS("../../openapi"), entry.Name())
		if api == nil {
			t.Fatal(report(findings))
		}
		for _, name := range api.Schemas() {
			for seed := range uint64(20) {
				checkGenerated(t, api.Schema(name), name, seed)
			}
		}
	}
}

func checkGenerated(t *testing.T, s *contract.Schema, name string, seed uint64) {
	t.Helper()
	for _, d := range []contract.Direction{contract.Inbound, contract.Outbound} {
		v, err := s.Generate(rand.New(rand.NewPCG(seed, 1)), d)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if bad := s.Validate(v, d); len(bad) > 0 {
			t.Errorf("%s: %#v: %s", name, v, lines(bad))
		}
		again, err := s.Generate(rand.New(rand.NewPCG(seed, 1)), d)
		if err != nil || !reflect.DeepEqual(v, again) {
			t.Errorf("%s: the same seed gives %#v and %#v", name, v, again)
		}
	}
}

func TestValuesAreGeneratedForDifficultSchemas(t *testing.T) {
	cases := []string{
		`{type: string, pattern: '^[A-Z]{5}[0-9]{4}[A-Z]$'}`,
		`{type: string, pattern: '^\+?[0-9]{1,3}?[0-9]{4,14}$', minLength: 10}`,
		`{type: string, pattern: '[0-9]+', minLength: 40, maxLength: 40}`,
		`{type: string, pattern: '^(P[0-9]+Y|P[0-9]+M)$', format: duration}`,
		`{type: string, minLength: 200, maxLength: 201}`,
		`{type: string, format: uuid}`, `{type: string, format: decimal, maxLength: 5}`, `{type: string, format: date-time}`,
		`{type: integer, minimum: 5, exclusiveMaximum: 7, multipleOf: 3}`,
		`{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.25}`,
		`{type: number, maximum: -1000000}`, `{type: integer, minimum: 9007199254740993}`,
		`{type: array, minItems: 3, uniqueItems: true, items: {enum: [a, b, c]}}`,
		`{type: array, contains: {const: x}, items: {type: string}, minItems: 1}`,
		`{type: array, prefixItems: [{type: integer}, {type: boolean}], minItems: 2, items: {type: string}}`,
		`{type: object, minProperties: 3, additionalProperties: {type: integer}}`,
		`{type: object, propertyNames: {pattern: '^[a-z]{2}$'}, minProperties: 2, additionalProperties: {type: boolean}}`,
		`{type: object, patternProperties: {'^x-': {type: integer}}, additionalProperties: false, minProperties: 1}`,
		`{type: object, required: [a], properties: {a: {type: string}}, dependentRequired: {a: [b]}, additionalProperties: {type: integer}}`,
		`{allOf: [{type: object, required: [a], properties: {a: {type: string, minLength: 3}}}, {type: object, required: [b], properties: {a: {maxLength: 3}, b: {type: integer}}}]}`,
		`{oneOf: [{type: string, maxLength: 2}, {type: object, required: [k], properties: {k: {const: v}}}]}`,
		`{anyOf: [{required: [a]}, {required: [b]}], type: object, properties: {a: {type: integer}, b: {type: integer}}}`,
		`{type: object, properties: {kind: {enum: [a, b]}, x: {type: integer}}, required: [kind], if: {properties: {kind: {const: a}}}, then: {required: [x]}}`,
		`{type: object, properties: {next: {$ref: '#/components/schemas/S'}, list: {type: array, items: {$ref: '#/components/schemas/S'}}}}`,
		`{type: [string, 'null'], example: 7}`, `{type: string, default: x, maxLength: 1}`, `{const: {a: [1]}}`, `{}`, `true`, `{type: 'null'}`,
		`{type: object, required: [id, secret], properties: {id: {type: string, readOnly: true}, secret: {type: string, writeOnly: true}}, additionalProperties: false}`,
	}
	for _, c := range cases {
		t.Run(c, func(t *testing.T) {
			s := schemaOf(t, "3.1.0", c)
			for seed := range uint64(30) {
				checkGenerated(t, s, c, seed)
			}
		})
	}
}

func TestExamplesOfTheDocumentComeFirst(t *testing.T) {
	s := schemaOf(t, "3.1.0", `{type: object, required: [a], properties: {a: {type: string, example: the example}, b: {type: integer, examples: [5]}}}`)
	v, err := s.Generate(rand.New(rand.NewPCG(1, 1)), contract.Outbound)
	if err != nil || v.(map[string]any)["a"] != "the example" {
		t.Errorf("%#v %v", v, err)
	}
}

func TestASchemaWithoutValuesIsAnError(t *testing.T) {
	s := schemaOf(t, "3.1.0", `{type: string, minLength: 3, maxLength: 2}`)
	if v, err := s.Generate(rand.New(rand.NewPCG(1, 1)), contract.Outbound); err == nil || !strings.Contains(err.Error(), "api.yaml:8:7") {
		t.Errorf("%#v %v", v, err)
	}
}
