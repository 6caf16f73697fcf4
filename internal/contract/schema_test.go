package contract_test

import (
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

func TestViolationsAreToldSoThatAPersonCanAct(t *testing.T) {
	cases := []struct{ name, schema, value, want string }{
		{"enum", `enum: [en, hi]`, `"fr"`, `: must be one of "en", "hi"`},
		{"const", `const: paid`, `"open"`, `: must be "paid"`},
		{"enum of several types", `enum: [1, null, x]`, `2`, `: must be one of 1, null, "x"`},
		{"required and unknown", "type: object\nrequired: [depositAmount]\nproperties: {depositAmount: {type: string}}\nadditionalProperties: false", `{"depositAmuont":"1"}`,
			"/depositAmount: is required\n/depositAmuont: is not a known member; did you mean \"depositAmount\"?"},
		{"pattern", `pattern: ^[0-9]{6}$`, `"12"`, `: must match the pattern ^[0-9]{6}$`},
		{"date", `format: date`, `"2026-02-30"`, `: must be a real date as YYYY-MM-DD`},
		{"date-time", `format: date-time`, `"2026-02-03"`, `: must be a date and time with its offset, as 2026-01-31T09:30:00+05:30`},
		{"decimal", `format: decimal`, `"1e3"`, `: must be a decimal number of at most 19 digits, such as 1000.00`},
		{"int32", "type: integer\nformat: int32", `2147483648`, `: must be an integer from -2147483648 to 2147483647`},
		{"maxLength counts characters", `maxLength: 2`, `"äöü"`, `: must be at most 2 characters, has 3`},
		{"minLength", `minLength: 3`, `"ab"`, `: must be at least 3 characters, has 2`},
		{"empty", `minLength: 1`, `""`, `: must not be empty`},
		{"type", `type: string`, `1`, `: must be a string, is a number`},
		{"types", `type: [string, 'null']`, `[]`, `: must be null or a string, is a list`},
		{"fraction", `type: integer`, `1.5`, `: must be an integer, is a fraction`},
		{"whole fraction is an integer", `type: integer`, `1.0`, ``},
		{"minimum", `minimum: 1`, `0`, `: must be at least 1`},
		{"maximum", `maximum: 10.50`, `11`, `: must be at most 10.50`},
		{"exclusive", "exclusiveMinimum: 0\nexclusiveMaximum: 1", `1`, `: must be less than 1`},
		{"multiple", `multipleOf: 0.01`, `1.005`, `: must be a multiple of 0.01`},
		{"items", "minItems: 2", `[1]`, `: must have at least 2 items, has 1`},
		{"max items", "maxItems: 1", `[1,2]`, `: must have at most 1 item, has 2`},
		{"unique", "uniqueItems: true", `[1,{"a":1},{"a":1.0}]`, `: must not repeat an item; items 1 and 2 (counted from 0) are equal`},
		{"members", "maxProperties: 1", `{"a":1,"b":2}`, `: must have at most 1 member, has 2`},
		{"dependent", "dependentRequired: {a: [b]}", `{"a":1}`, `/b: is required when "a" is given`},
		{"names", "propertyNames: {maxLength: 2}", `{"abc":1}`, `/abc: has a name that must be at most 2 characters, has 3`},
		{"contains", "contains: {const: 1}", `[2]`, `: must hold at least 1 of the items that are looked for`},
		{"not", "not: {const: 1}", `1`, `: has a form that is excluded here`},
		{"then", "if: {required: [a]}\nthen: {required: [b]}", `{"a":1}`, `/b: is required`},
		{"unevaluated", "allOf: [{properties: {amount: {}}}]\nunevaluatedProperties: false", `{"amont":1}`, `/amont: is not a known member; did you mean "amount"?`},
		{"pointer escapes", "additionalProperties: {type: string}", `{"a/b~c %":1}`, `/a~1b~0c %: must be a string, is a number`},
		{"order", "properties: {l: {items: {type: string}}}", `{"l":[0,"a",2,3,4,5,6,7,8,9,10]}`,
			"/l/0: must be a string, is a number\n/l/2: must be a string, is a number\n/l/3: must be a string, is a number\n/l/4: must be a string, is a number\n/l/5: must be a string, is a number\n/l/6: must be a string, is a number\n/l/7: must be a string, is a number\n/l/8: must be a string, is a number\n/l/9: must be a string, is a number\n/l/10: must be a string, is a number"},
		{"nothing fits false", "properties: {a: false}", `{"a":1}`, "/a: is not allowed here"},
		{"forms by type", "oneOf: [{type: string, maxLength: 1}, {type: object, required: [a]}]", `{}`, "/a: is required"},
		{"forms of no such type", "oneOf: [{type: string}, {type: object}]", `1`, ": must be a string or an object, is a number"},
		{"nearest form", "anyOf:\n- {title: Card, type: object, required: [number, expiry], properties: {kind: {const: card}}}\n- {title: UPI, type: object, required: [vpa], properties: {kind: {const: upi}}}", `{"kind":"card","number":1}`,
			`/expiry: is required (as "Card", the nearest of 2 forms)`},
		{"two forms fit", "oneOf:\n- {title: A, type: object}\n- {title: B, type: object}", `{}`, `: fits "A" and "B", and must fit exactly one of them`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := schemaOf(t, "3.1.0", c.schema)
			v := decode(t, c.value)
			if got := lines(s.Validate(v, contract.Inbound)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if got := s.Accepts(v, contract.Inbound); got != (c.want == "") {
				t.Errorf("Accepts gives %v", got)
			}
		})
	}
}

const unions = `openapi: 3.1.0
info: {title: t, version: "1"}
paths:
  /x: {get: {operationId: x, responses: {"200": {description: d}}}}
components:
  schemas:
    Instruction:
      oneOf: [{$ref: '#/components/schemas/Open'}, {$ref: '#/components/schemas/Close'}]
      discriminator: {propertyName: do, mapping: {open: '#/components/schemas/Open', close: '#/components/schemas/Close'}}
    Open:
      oneOf: [{$ref: '#/components/schemas/Solo'}, {$ref: '#/components/schemas/Joint'}]
      discriminator: {propertyName: mode, mapping: {solo: '#/components/schemas/Solo', joint: '#/components/schemas/Joint'}}
    Solo: {type: object, required: [do, mode, amount], properties: {do: {const: open}, mode: {const: solo}, amount: {type: string}}, additionalProperties: false}
    Joint:
      type: object
      required: [do, mode, holders]
      properties: {do: {const: open}, mode: {const: joint}, holders: {type: array, minItems: 2, items: {type: string}}}
      additionalProperties: false
    Close: {type: object, required: [do], properties: {do: {const: close}}, additionalProperties: false}
    Nullable:
      oneOf: [{$ref: '#/components/schemas/Solo'}, {type: 'null'}]
      discriminator: {propertyName: mode, mapping: {solo: '#/components/schemas/Solo'}}
    ByName:
      anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind}
    Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
    Tree: {type: object, properties: {value: {type: integer}, children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}, additionalProperties: false}
`

func TestUnionsReportTheErrorsOfTheBranchThatTheTagChooses(t *testing.T) {
	api := loadText(t, unions)
	cases := []struct{ name, schema, value, want string }{
		{"fits", "Instruction", `{"do":"open","mode":"solo","amount":"1"}`, ""},
		{"branch's own errors, nested", "Instruction", `{"do":"open","mode":"joint","holders":["a"],"amount":"1"}`,
			"/amount: is not a known member\n/holders: must have at least 2 items, has 1"},
		{"wrong tag", "Instruction", `{"do":"opne"}`, `/do: must be one of "open", "close"`},
		{"wrong inner tag", "Instruction", `{"do":"open","mode":"x"}`, `/mode: must be one of "solo", "joint"`},
		{"tag missing", "Instruction", `{}`, `/do: is required; it must be one of "open", "close"`},
		{"tag of another type", "Instruction", `{"do":1}`, `/do: must be one of "open", "close"`},
		{"no object", "Instruction", `[]`, `: must be an object, is a list`},
		{"null where a member is null", "Nullable", `null`, ""},
		{"object where a member is null", "Nullable", `{"do":"open","mode":"solo"}`, "/amount: is required"},
		{"neither", "Nullable", `1`, ": must be an object or null, is a number"},
		{"by component name", "ByName", `{"kind":"Cat"}`, "/lives: is required"},
		{"by component name, other", "ByName", `{"kind":"Dog"}`, ""},
		{"recursive", "Tree", `{"children":[{"value":1},{"children":[{"value":"x"}]}]}`, "/children/1/children/0/value: must be an integer, is a string"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := lines(api.Schema(c.schema).Validate(decode(t, c.value), contract.Inbound))
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	d := api.Schema("Instruction").Discriminator
	if d.Mapping["open"] != api.Schema("Open") || strings.Join(d.Tags, " ") != "open close" {
		t.Errorf("the discriminator does not lead to the components: %+v", d)
	}
	if tree := api.Schema("Tree"); tree.Properties["children"].Items != tree {
		t.Error("a reference is not the schema that it refers to")
	}
}

func TestReadOnlyAndWriteOnlyDependOnTheDirection(t *testing.T) {
	s := schemaOf(t, "3.1.0", `
type: object
required: [id, password, name]
properties:
  id: {type: string, readOnly: true}
  password: {type: string, writeOnly: true}
  name: {type: string}
additionalProperties: false`)
	cases := []struct {
		value     string
		direction contract.Direction
		want      string
	}{
		{`{"password":"p","name":"n"}`, contract.Inbound, ""},
		{`{"id":"1","name":"n"}`, contract.Outbound, ""},
		{`{"id":"1","name":"n"}`, contract.Inbound, "/id: is set by the bank and may not be sent\n/password: is required"},
		{`{"password":"p"}`, contract.Outbound, "/id: is required\n/name: is required\n/password: is taken in requests only and may not be answered"},
	}
	for _, c := range cases {
		if got := lines(s.Validate(decode(t, c.value), c.direction)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.value, got, c.want)
		}
	}
}

func TestViolationsAreBounded(t *testing.T) {
	s := schemaOf(t, "3.1.0", "items: {type: string}")
	got := s.Validate(decode(t, "["+strings.Repeat("1,", 149)+"1]"), contract.Inbound)
	if len(got) != 101 || got[100].Message != "50 more violations were left out" {
		t.Errorf("got %d violations, the last %+v", len(got), got[len(got)-1])
	}
}

func TestMessagesNeverShowValuesOfABody(t *testing.T) {
	s := schemaOf(t, "3.1.0", `
properties:
  otp: {type: string, pattern: '^[0-9]{6}$', format: date, maxLength: 3, enum: ["1"], x-sensitive: true}
  n: {type: integer, minimum: 4}
  list: {uniqueItems: true, items: {type: boolean}}`)
	for _, v := range s.Validate(decode(t, `{"otp":"sec-ret","n":"sec-ret","list":["sec-ret","sec-ret"]}`), contract.Inbound) {
		if strings.Contains(v.Message, "ret") {
			t.Errorf("%s shows the value: %s", v.Pointer, v.Message)
		}
	}
	if !s.Properties["otp"].Sensitive {
		t.Error("x-sensitive is not kept")
	}
}

func TestSchemasOfOpenAPI30AreShownAs2020(t *testing.T) {
	s := schemaOf(t, "3.0.3", `
type: object
properties:
  n: {type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}
  s: {type: string, nullable: true, example: x}
  any: {nullable: true, allOf: [{$ref: '#/components/schemas/S'}]}
  ref: {$ref: '#/components/schemas/S', description: ignored}`)
	n := s.Properties["n"]
	if n.ExclusiveMinimum == nil || n.ExclusiveMinimum.String() != "0" || n.Minimum != nil || n.Maximum == nil {
		t.Errorf("exclusiveMinimum: true is not converted: %+v", n)
	}
	for value, ok := range map[string]bool{`{"n":0}`: false, `{"n":9}`: true, `{"s":null}`: true, `{"any":null}`: true, `{"any":{"n":-1}}`: false, `{"n":null}`: false} {
		if got := s.Accepts(decode(t, value), contract.Inbound); got != ok {
			t.Errorf("%s: %v", value, got)
		}
	}
	if s.Properties["ref"] != s {
		t.Error("what stands beside a reference counts in 3.0")
	}
}

func TestAnnotationsBesideAReferenceAddToItsTarget(t *testing.T) {
	api := loadText(t, `openapi: 3.1.0
info: {title: t, version: "1"}
paths:
  /x: {get: {operationId: x, responses: {"200": {description: d}}}}
components:
  schemas:
    A: {$ref: '#/components/schemas/B', description: of A}
    B: {$ref: '#/components/schemas/C', readOnly: true}
    C: {type: object, properties: {next: {$ref: '#/components/schemas/A', description: following}, v: {type: string}}, description: of C}
    Narrow: {$ref: '#/components/schemas/C', required: [v]}
`)
	a, c, narrow := api.Schema("A"), api.Schema("C"), api.Schema("Narrow")
	if a.Name != "A" || a.Description != "of A" || !a.ReadOnly || a.Properties["v"] != c.Properties["v"] {
		t.Errorf("A is %+v", a)
	}
	if next := c.Properties["next"]; next.Description != "following" || next.Properties["next"] == nil || next.Accepts(1, contract.Outbound) {
		t.Errorf("next is %+v", next)
	}
	if narrow.AllOf[0] != c || narrow.Accepts(map[string]any{}, contract.Inbound) || !narrow.Accepts(map[string]any{"v": "x"}, contract.Inbound) {
		t.Errorf("what stands beside a reference is not asserted: %+v", narrow)
	}
}

func TestFormatsAreAsserted(t *testing.T) {
	cases := map[string]struct{ good, bad []string }{
		"date":          {[]string{"2024-02-29"}, []string{"2023-02-29", "2024-2-1", "x"}},
		"date-time":     {[]string{"2024-02-29T23:59:59Z", "2024-01-01t00:00:00.5+05:30"}, []string{"2024-02-30T00:00:00Z", "2024-01-01 00:00:00Z", "2024-01-01T24:00:00Z"}},
		"duration":      {[]string{"P1Y6M", "PT5M", "P2W"}, []string{"P", "1Y", "P1H", "P1Y2W"}},
		"email":         {[]string{"a.b@example.com"}, []string{"a", "a@", "@b", "A <a@b.c>", "a b@c.d", "a@-b"}},
		"uuid":          {[]string{"123e4567-e89b-12d3-a456-426614174000"}, []string{"123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g"}},
		"uri":           {[]string{"https://a.b/c?d#e", "urn:x:y"}, []string{"/a", "a b", "http://[::1"}},
		"uri-reference": {[]string{"/a", "../b?c", "https://a"}, []string{"a b", "%zz", "ä"}},
		"ipv4":          {[]string{"10.0.0.1"}, []string{"10.0.0", "::1", "256.0.0.1", "010.0.0.1"}},
		"ipv6":          {[]string{"::1", "2001:db8::1"}, []string{"10.0.0.1", "::1%eth0", ":"}},
		"hostname":      {[]string{"a", "a-b.example.com"}, []string{"", "-a", "a..b", "a_b", strings.Repeat("a", 64)}},
		"decimal":       {[]string{"0", "-1.50", "1234567890123456789"}, []string{"", "1.", ".5", "1e3", "12345678901234567890"}},
		"byte":          {[]string{"", "aGk="}, []string{"aGk", "a b="}},
		"password":      {[]string{"x"}, nil},
		"made-up":       {[]string{"anything"}, nil},
	}
	for format, c := range cases {
		s := schemaOf(t, "3.1.0", "type: [string, integer]\nformat: "+format)
		if !s.Accepts(7, contract.Inbound) {
			t.Errorf("%s is asserted on a number", format)
		}
		for _, v := range c.good {
			if !s.Accepts(v, contract.Inbound) {
				t.Errorf("%s refuses %q", format, v)
			}
		}
		for _, v := range c.bad {
			if s.Accepts(v, contract.Inbound) {
				t.Errorf("%s accepts %q", format, v)
			}
		}
	}
}
