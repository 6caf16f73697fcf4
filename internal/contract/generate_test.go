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
		`{allOf: [{type: string, pattern: '^[a-z]+$'}, {type: string, pattern: 'ab', minLength: 9, maxLength: 9}]}`,
		`{type: string, pattern: '^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}$', minLength: 34, maxLength: 34}`,
		`{type: string, pattern: '^(ab|cde)*$', minLength: 7, maxLength: 7}`, `{type: string, pattern: '\u00e9+[^]', minLength: 5}`,
		`{type: string, pattern: '^.{1,4000}$', minLength: 2500}`, `{type: string, pattern: '^[\s\S]{1200}(x{2,1500}){1}$'}`, `{type: string, pattern: '^(?i)abc\b.*$', maxLength: 3}`,
		`{type: string, format: uri, maxLength: 13}`, `{type: string, format: email, maxLength: 10}`, `{type: string, format: hostname, minLength: 100, maxLength: 100}`,
		`{type: string, format: byte, minLength: 30}`, `{type: string, format: decimal, minLength: 15, maxLength: 15}`, `{type: string, contentEncoding: base64, maxLength: 20}`,
		`{type: integer, format: int32, minimum: 2147483600}`, `{type: number, minimum: 0.001, maximum: 0.0015}`, `{allOf: [{type: integer, multipleOf: 6}, {multipleOf: 4}, {multipleOf: 0.5, minimum: 1}]}`,
		`{allOf: [{type: number}, {type: integer}, {enum: [1, 1.5, 2]}, {enum: [1.5, 2, 3]}]}`,
		`{type: array, uniqueItems: true, minItems: 40, maxItems: 40, items: {type: integer, minimum: 1, maximum: 40}}`,
		`{type: array, uniqueItems: true, minItems: 4, items: {type: [boolean, integer, 'null'], minimum: 3, maximum: 3}}`,
		`{type: array, uniqueItems: true, minItems: 5, items: {type: string, example: same}}`,
		`{type: array, prefixItems: [{const: a}, {type: integer}], items: false}`, `{type: array, prefixItems: [{const: a}], unevaluatedItems: false, minItems: 1}`,
		`{type: array, contains: {type: integer, minimum: 5}, minContains: 2, maxContains: 3, items: {type: integer}, maxItems: 4}`,
		`{type: array, contains: {const: 7}, minContains: 0, items: {type: string}}`, `{type: array, prefixItems: [{type: integer}], contains: {minimum: 4}, maxItems: 1}`,
		`{allOf: [{type: array, items: {type: integer}}, {items: {minimum: 3}, minItems: 2}]}`,
		`{allOf: [{type: object, properties: {a: {type: integer}, b: {type: string}}, additionalProperties: false}, {properties: {c: {type: string}}, minProperties: 1}]}`,
		`{type: object, additionalProperties: false, properties: {a: {}, b: {}, c: {}}, minProperties: 3}`, `{type: object, properties: {a: {}, b: {}, c: {}}, maxProperties: 1}`,
		`{type: object, propertyNames: {enum: [north, south]}, minProperties: 2, additionalProperties: {type: integer}}`,
		`{type: object, patternProperties: {'^[0-9]{4}$': {type: object, required: [x], properties: {x: {type: integer}}}}, additionalProperties: false, minProperties: 2}`,
		`{type: object, properties: {card: {type: string}, address: {type: string}}, dependentRequired: {card: [address]}, minProperties: 1}`,
		`{type: object, required: [card], properties: {card: {type: string}}, dependentSchemas: {card: {required: [cvv], properties: {cvv: {type: string, pattern: '^[0-9]{3}$'}}}}}`,
		`{type: object, properties: {a: {type: string}}, allOf: [{properties: {b: {type: integer}}, required: [b]}], unevaluatedProperties: false}`,
		`{not: {type: string}}`, `{type: string, not: {enum: [a, b]}}`, `{type: object, properties: {a: {}, b: {}}, not: {required: [a, b]}, minProperties: 1}`,
		`{type: integer, minimum: 1, maximum: 3, not: {const: 2}}`,
		`{type: object, required: [kind], properties: {kind: {enum: [a, b, c]}}, allOf: [{if: {properties: {kind: {const: a}}}, then: {required: [x], properties: {x: {const: 1}}}}, {if: {properties: {kind: {const: b}}}, then: {required: [y]}, else: {properties: {y: false}}}]}`,
		`{oneOf: [{type: integer, minimum: 0}, {type: integer, maximum: 10}]}`, `{oneOf: [{multipleOf: 3}, {multipleOf: 5}], type: integer, minimum: 1}`,
		`{type: object, oneOf: [{required: [a]}, {required: [b]}], properties: {a: {type: string}, b: {type: string}}}`,
		`{anyOf: [{type: object, required: [child], properties: {child: {$ref: '#/components/schemas/S'}}}, {type: integer}]}`,
		`{type: object, required: [value], properties: {value: {type: integer}, left: {anyOf: [{$ref: '#/components/schemas/S'}, {type: 'null'}]}, right: {oneOf: [{$ref: '#/components/schemas/S'}, {type: 'null'}]}}}`,
		`{type: array, minItems: 1, items: {oneOf: [{type: string}, {$ref: '#/components/schemas/S'}]}}`,
		`{type: object, required: [a], properties: {a: {type: string, pattern: '^(?=x)y$', example: given}}}`,
		`{type: object, properties: {a: {type: string, pattern: '^(?=x)y$'}}}`,
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

func TestASchemaWithoutValuesIsAnErrorThatNamesThePlace(t *testing.T) {
	for text, want := range map[string]string{
		`{type: string, minLength: 3, maxLength: 2}`:                                        "no value was found that satisfies the schema at api.yaml:8:7: no text is as long as it demands",
		`{type: integer, minimum: 5, maximum: 4}`:                                           "no value was found that satisfies the schema at api.yaml:8:7: no number lies within its limits",
		`{allOf: [{type: string}, {type: integer}]}`:                                        "no value was found that satisfies the schema at api.yaml:8:7: its parts contradict each other",
		`{type: object, required: [a], properties: {a: {enum: [x], maxLength: 0}}}`:         "no value was found that satisfies the schema at api.yaml:8:7: its part at api.yaml:8:53: none of the values that it lists fits",
		`{type: object, required: [a], properties: {a: {$ref: '#/components/schemas/S'}}}`:  "no value was found that satisfies the schema at api.yaml:8:7: it contains itself without end",
		`{type: object, required: [a], properties: {a: {type: string, pattern: '^(?=x)'}}}`: "no value was found that satisfies the schema at api.yaml:8:7: its part at api.yaml:8:53: its pattern cannot be followed; give an example",
		`{type: object, required: [b], additionalProperties: false}`:                        "no value was found that satisfies the schema at api.yaml:8:7: it demands a member b that it does not allow",
		`{type: array, minItems: 3, uniqueItems: true, items: {type: boolean}}`:             "no value was found that satisfies the schema at api.yaml:8:7: its part at api.yaml:8:60: it has too few values for a list without repetitions",
		`{type: array, minItems: 3, maxItems: 2}`:                                           "no value was found that satisfies the schema at api.yaml:8:7: no list has as many items as it demands",
	} {
		s := schemaOf(t, "3.1.0", text)
		if v, err := s.Generate(rand.New(rand.NewPCG(1, 1)), contract.Outbound); err == nil || err.Error() != want {
			t.Errorf("%s: %#v %v", text, v, err)
		}
	}
}

func TestAPatternBeyondRE2IsAWarning(t *testing.T) {
	api, findings := contract.Load(files(map[string]string{"api.yaml": operationText("", "components: {schemas: {S: {type: string, pattern: '^(?!x)'}}}")}), "api.yaml")
	const want = "api.yaml:8:51: warning: the pattern cannot be matched, so it is not checked and no text is made for it: " +
		"error parsing regexp: invalid or unsupported Perl syntax: `(?!` [unsupported-pattern]\n"
	if got := report(findings); api == nil || !strings.HasPrefix(got, want) {
		t.Fatalf("got\n%s", got)
	}
	if !api.Schema("S").Accepts("x", contract.Inbound) {
		t.Error("a pattern that cannot be matched is checked")
	}
}

func TestValuesAreFoundForNegations(t *testing.T) {
	for _, text := range []string{
		`{not: {minLength: 3}}`, `{not: {maxLength: 2}}`, `{not: {minimum: 0}}`, `{not: {exclusiveMaximum: 5}}`, `{not: {maxProperties: 1}}`, `{not: {minItems: 2}, type: array, items: {type: integer}}`,
		`{type: [string, integer, boolean], not: {type: [string, boolean]}}`, `{not: {anyOf: [{type: string}, {type: number}, {type: object}, {type: array}, {type: boolean}]}}`,
		`{not: {not: {type: integer, minimum: 3}}}`, `{type: object, properties: {a: {}, b: {}}, minProperties: 1, not: {anyOf: [{required: [a, b]}, {maxProperties: 0}]}}`,
		`{oneOf: [{type: string, minLength: 2}, {type: string, maxLength: 4}]}`, `{oneOf: [{required: [a]}, {required: [b]}, {required: [c]}], type: object, properties: {a: {}, b: {}, c: {}}}`,
		`{minLength: 3, maxLength: 2}`, `{minimum: 2, maximum: 1}`, `{required: [a], additionalProperties: false}`, `{type: boolean, not: {const: true}}`,
	} {
		s := schemaOf(t, "3.1.0", text)
		for seed := range uint64(30) {
			checkGenerated(t, s, text, seed)
		}
	}
}
