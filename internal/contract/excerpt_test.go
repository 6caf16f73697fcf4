package contract_test

import (
	"math/rand/v2"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/openapi"
)

func TestAnExcerptMayLeaveMembersOutAndNameNoOthers(t *testing.T) {
	const union = `
oneOf:
- {title: Card, type: object, required: [kind, number], properties: {kind: {const: card}, number: {type: string}}}
- {title: UPI, type: object, required: [kind, vpa], properties: {kind: {const: upi}, vpa: {type: string}}}
`
	const tagged = `
oneOf: [{$ref: '#/components/schemas/S/$defs/card'}, {$ref: '#/components/schemas/S/$defs/upi'}]
discriminator: {propertyName: kind, mapping: {card: '#/components/schemas/S/$defs/card', upi: '#/components/schemas/S/$defs/upi'}}
$defs:
  card: {type: object, required: [kind, number], properties: {kind: {const: card}, number: {type: string}}}
  upi: {type: object, required: [kind, vpa], properties: {kind: {const: upi}, vpa: {type: string}}}
`
	cases := []struct{ name, schema, value, want string }{
		{"required members", "type: object\nrequired: [a]\nproperties: {a: {type: string}, b: {type: string}}", `{"b":"x"}`, ``},
		{"counted members", "minProperties: 2\ndependentRequired: {b: [a]}\nproperties: {a: {}, b: {}}", `{"b":"x"}`, ``},
		{"too many members", "maxProperties: 1\nproperties: {a: {}, b: {}}", `{"a":1,"b":"x"}`, `: must have at most 1 member, has 2`},
		{"unknown member of an open object", "properties: {amount: {}}", `{"amont":1}`, `/amont: is not a known member; did you mean "amount"?`},
		{"unknown member of an object said to be open", "properties: {amount: {}}\nadditionalProperties: true", `{"x":1}`, `/x: is not a known member`},
		{"unknown member of a closed object", "additionalProperties: false\nproperties: {amount: {}}", `{"amont":1}`, `/amont: is not a known member; did you mean "amount"?`},
		{"members of an object that lists none", "type: object", `{"x":1}`, ``},
		{"members of a map", "properties: {a: {}}\nadditionalProperties: {type: string}", `{"x":"1","y":2}`, `/y: must be a string, is a number`},
		{"members by pattern", "properties: {a: {}}\npatternProperties: {^x-: {type: string}}", `{"x-1":"1","y":2}`, `/y: is not a known member`},
		{"parts together", "allOf: [{properties: {a: {}}}, {properties: {b: {type: string}}}]", `{"a":1,"b":2,"c":3}`, "/b: must be a string, is a number\n/c: is not a known member"},
		{"unevaluated members", "properties: {a: {}}\nunevaluatedProperties: {type: string}", `{"b":2}`, `/b: must be a string, is a number`},
		{"values", "properties: {a: {enum: [x]}, l: {items: {type: string}}}", `{"a":"y","l":["z",1]}`, "/a: must be \"x\"\n/l/1: must be a string, is a number"},
		{"types", "properties: {a: {type: object}, b: {type: array}}", `{"a":[],"b":{}}`, "/a: must be an object, is a list\n/b: must be a list, is an object"},
		{"lengths of lists", "properties: {a: {minItems: 2}, b: {maxItems: 1}}", `{"a":[1],"b":[1,2]}`, "/a: must have at least 2 items, has 1\n/b: must have at most 1 item, has 2"},
		{"places of lists", "prefixItems: [{type: string}]\nitems: {type: boolean}", `[1,2]`, "/0: must be a string, is a number\n/1: must be true or false, is a number"},
		{"names", "propertyNames: {pattern: ^a}", `{"b":1}`, `/b: has a name that must match the pattern ^a`},
		{"false", "properties: {a: false}", `{"a":{}}`, `/a: is not allowed here`},
		{"writeOnly", "properties: {pin: {type: string, writeOnly: true}}", `{"pin":"1"}`, `/pin: is taken in requests only and may not be answered`},
		{"one form", union, `{"number":"1"}`, ``},
		{"any form", union, `{}`, ``},
		{"two forms at once", union, `{"number":"1","vpa":"a@b"}`, `/vpa: is not a known member (as "Card", the nearest of 2 forms)`},
		{"no form", union, `{"kind":"cash"}`, `/kind: must be "card" (as "Card", the nearest of 2 forms)`},
		{"one form beside others' members", "allOf:\n- {properties: {id: {}}}\n-" + indent(union), `{"id":1,"vpa":"x"}`, ``},
		{"the tagged form", tagged, `{"kind":"upi","number":"1"}`, `/number: is not a known member`},
		{"no tag", tagged, `{"number":"1"}`, ``},
		{"an unknown tag", tagged, `{"kind":"cash","x":1}`, `/kind: must be one of "card", "upi"`},
		{"forms of other types", "anyOf: [{type: string}, {type: object, properties: {a: {type: string}}}]", `{"a":1}`, `/a: must be a string, is a number (as form 2, the nearest of 2 forms)`},
		{"then", "properties: {a: {}, b: {}}\nif: {properties: {a: {const: 1}}}\nthen: {properties: {b: {const: x}}}\nelse: {properties: {b: {const: y}}}", `{"a":1,"b":"y"}`, `/b: must be "x"`},
		{"else", "properties: {a: {}, b: {}}\nif: {properties: {a: {const: 1}}}\nthen: {properties: {b: {const: x}}}\nelse: {properties: {b: {const: y}}}", `{"a":2,"b":"x"}`, `/b: must be "y"`},
		{"a condition on what is left out", "properties: {a: {}, b: {}}\nif: {properties: {a: {const: 1}}}\nthen: {properties: {b: {const: x}}}\nelse: {properties: {b: {const: y}}}", `{"b":"z"}`, ``},
		{"a dependent schema", "properties: {a: {}, b: {}}\ndependentSchemas: {a: {properties: {b: {type: string}}}}", `{"a":1,"b":2}`, `/b: must be a string, is a number`},
		{"what looks at the whole", "not: {required: [a]}\nproperties: {l: {uniqueItems: true, contains: {const: 9}}, a: {}}", `{"a":1,"l":[1,1]}`, ``},
		{"a scalar", "type: string\nmaxLength: 1", `"ab"`, `: must be at most 1 character, has 2`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x := schemaOf(t, "3.1.0", c.schema).Excerpt(decode(t, c.value), contract.Outbound)
			if got := lines(x.Faults); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestEveryPartOfAValidAnswerIsAnExcerptOfIt(t *testing.T) {
	for _, name := range []string{"deposits.yaml", "sandbox.yaml"} {
		api, found := contract.Load(openapi.Documents, name)
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		for _, component := range api.Schemas() {
			s := api.Schema(component)
			for seed := range uint64(20) {
				r := rand.New(rand.NewPCG(seed, 1))
				whole, err := s.Generate(r, contract.Outbound)
				if err != nil {
					t.Fatalf("%s: %v", component, err)
				}
				part := without(r, whole)
				if x := s.Excerpt(part, contract.Outbound); x.Faults != nil {
					t.Errorf("%s: %v, a part of %v, has\n%s", component, part, whole, lines(x.Faults))
				}
			}
		}
	}
}

// without leaves members out by chance.
func without(r *rand.Rand, v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for name, member := range v {
			if r.IntN(3) > 0 {
				out[name] = without(r, member)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = without(r, item)
		}
		return out
	}
	return v
}

func TestTheSchemaOfAViolationIsFound(t *testing.T) {
	s := schemaOf(t, "3.1.0", `
type: object
required: [name]
properties:
  name: {type: string, maxLength: 3}
  list:
    items: {$ref: '#/components/schemas/S'}
  way:
    oneOf:
    - {type: object, required: [a], properties: {a: {type: string, pattern: '^x'}}, additionalProperties: false}
    - {type: object, required: [b], properties: {b: {type: string}}, additionalProperties: false}`)
	for _, c := range []struct{ value, want string }{
		{`{"name":"abcd"}`, "/properties/name"},
		{`{}`, "/properties/name"},
		{`{"name":"a","list":[{"name":1}]}`, "/properties/name"},
		{`{"name":"a","list":[{}]}`, "/properties/name"},
		{`{"name":"a","way":{"a":"y"}}`, "/properties/way/oneOf/0/properties/a"},
		{`{"name":"a","way":{"b":"y","c":1}}`, "/properties/way/oneOf/1"},
	} {
		v := decode(t, c.value)
		x := s.Excerpt(v, contract.Inbound)
		for _, bad := range s.Validate(v, contract.Inbound) {
			if from := x.Source(bad); from == nil || from.Pointer != "/components/schemas/S"+c.want {
				t.Errorf("%s: %s %s comes from %v, want %s", c.value, bad.Pointer, bad.Message, place(from), c.want)
			}
		}
	}
	if from := s.Excerpt(decode(t, `1`), contract.Inbound).Source(problem.Violation{Pointer: "/a/b", Keyword: "x"}); from != s {
		t.Errorf("beyond the value: %v", place(from))
	}
}

func place(s *contract.Schema) string {
	if s == nil {
		return "nowhere"
	}
	return s.Pointer
}

func TestNothingIsSaidOfMembersWhoseFormIsNotKnown(t *testing.T) {
	s := schemaOf(t, "3.1.0", `
oneOf:
- {type: object, properties: {kind: {const: a}, size: {type: integer}}}
- {type: object, properties: {kind: {const: b}, size: {type: number}}}`)
	if at := s.Excerpt(decode(t, `{"size":1}`), contract.Outbound).At("/size"); len(at) != 0 {
		t.Errorf("%d schemas speak of /size", len(at))
	}
	at := s.Excerpt(decode(t, `{"size":1,"kind":"b"}`), contract.Outbound).At("/size")
	if len(at) != 1 || at[0].JSONTypes()[0] != "number" {
		t.Errorf("%v", at)
	}
}

func indent(yaml string) (out string) {
	for _, c := range yaml {
		if out += string(c); c == '\n' {
			out += "  "
		}
	}
	return out
}
