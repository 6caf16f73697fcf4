package contract_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/contract"
)

// The oracle is jsonschema/v5 reading the document's own text, compiled apart from this package: what it says of a
// value, the schema must say too, whichever of its two checks answers.

// oracle compiles a JSON Schema as v5 does by itself, with formats asserted.
func oracle(tb testing.TB, text string) *jsonschema.Schema {
	tb.Helper()
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.Formats["int32"] = func(v any) bool {
		n, ok := new(big.Rat).SetString(fmt.Sprint(v))
		_, isText := v.(string)
		return isText || !ok || !n.IsInt() || n.Num().IsInt64() && n.Num().Int64() == int64(int32(n.Num().Int64()))
	}
	wrapped := `{"components":{"schemas":` + text + `}}`
	if err := c.AddResource("doc:///api", strings.NewReader(wrapped)); err != nil {
		tb.Fatal(err)
	}
	s, err := c.Compile("doc:///api#/components/schemas/S")
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return s
}

// subject loads the same components through the package.
func subject(tb testing.TB, components string) *contract.Schema {
	tb.Helper()
	text := `{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/x":{"get":{"responses":{"200":{"description":"d"}}}}},"components":{"schemas":` + components + `}}`
	api, findings := contract.Load(files(map[string]string{"api.json": text}), "api.json")
	if api == nil {
		tb.Fatalf("%s\n%s", components, report(findings))
	}
	return api.Schema("S")
}

// source makes choices, of rapid or of a fuzzer's bytes.
type chooser interface{ pick(n int) int }

type rapidChooser struct{ t *rapid.T }

func (c rapidChooser) pick(n int) int { return rapid.IntRange(0, n-1).Draw(c.t, "pick") }

type byteChooser struct{ rest []byte }

func (c *byteChooser) pick(n int) int {
	if len(c.rest) == 0 {
		return 0
	}
	b := c.rest[0]
	c.rest = c.rest[1:]
	return int(b) % n
}

var (
	memberNames = []string{"a", "b", "kind", "a/b", ""}
	scalarTexts = []string{`null`, `true`, `0`, `1`, `-1`, `2`, `1.0`, `1.5`, `100`, `9007199254740993`, `1e2`, `0.1`, `-0`, `""`, `"a"`, `"b"`, `"ab"`, `"é"`, `"2024-02-29"`,
		`"2023-02-29"`, `"1000.00"`, `"x"`}
)

// generateSchema writes a schema; refs lead to S, A and B.
func generateSchema(c chooser, depth int) string {
	if depth > 3 {
		return `{}`
	}
	sub := func() string { return generateSchema(c, depth+1) }
	var parts []string
	add := func(keyword, value string) {
		for _, p := range parts {
			if strings.HasPrefix(p, `"`+keyword+`":`) {
				return
			}
		}
		parts = append(parts, `"`+keyword+`":`+value)
	}
	for range 1 + c.pick(3) {
		switch c.pick(30) {
		case 0, 1, 2, 3:
			add("type", []string{`"string"`, `"integer"`, `"number"`, `"object"`, `"array"`, `["string","null"]`, `["integer","string"]`, `"boolean"`, `"null"`}[c.pick(9)])
		case 4:
			add("enum", "["+scalarTexts[c.pick(len(scalarTexts))]+","+`"a"`+"]")
		case 5:
			add("const", scalarTexts[c.pick(len(scalarTexts))])
		case 6:
			add("pattern", []string{`"^a"`, `"^[ab]+$"`, `"b$"`}[c.pick(3)])
		case 7:
			add("format", []string{`"date"`, `"int32"`, `"unknown"`}[c.pick(3)])
		case 8:
			add("minLength", fmt.Sprint(c.pick(3)))
		case 9:
			add("maxLength", fmt.Sprint(c.pick(3)))
		case 10:
			add("minimum", []string{`0`, `1.5`, `-1e1`, `0.0000001`}[c.pick(4)])
		case 11:
			add("exclusiveMaximum", []string{`2`, `1.5`, `100`}[c.pick(3)])
		case 12:
			add("maximum", []string{`1`, `9007199254740992`, `1.05`}[c.pick(3)])
		case 13:
			add("exclusiveMinimum", []string{`0`, `1`}[c.pick(2)])
		case 14:
			add("multipleOf", []string{`2`, `0.1`}[c.pick(2)])
		case 15:
			add("items", sub())
		case 16:
			add([]string{"minItems", "maxItems"}[c.pick(2)], fmt.Sprint(c.pick(3)))
		case 17:
			add("uniqueItems", []string{"true", "false"}[c.pick(2)])
		case 18, 19, 20:
			add("properties", fmt.Sprintf(`{"a":%s,"kind":%s,"a/b":%s}`, sub(), sub(), sub()))
		case 21:
			add("required", []string{`["a"]`, `["a","b"]`, `["kind"]`}[c.pick(3)])
		case 22:
			add("additionalProperties", []string{`false`, `true`, sub()}[c.pick(3)])
		case 23:
			add([]string{"minProperties", "maxProperties"}[c.pick(2)], fmt.Sprint(c.pick(3)))
		case 24:
			add("allOf", "["+sub()+","+sub()+"]")
		case 25:
			add("oneOf", "["+sub()+","+sub()+"]")
		case 26:
			add("anyOf", "["+sub()+","+sub()+"]")
		case 27:
			add("not", sub())
		case 28:
			add("patternProperties", `{"^a":`+sub()+`}`)
		case 29:
			switch c.pick(4) {
			case 0:
				add("if", sub())
				add("then", sub())
			case 1:
				add("prefixItems", "["+sub()+"]")
			case 2:
				add("unevaluatedProperties", "false")
			default:
				// Below a member, so that no schema applies itself to the same value.
				add("properties", `{"a":{"$ref":"#/components/schemas/`+[]string{"S", "A", "B"}[c.pick(3)]+`"}}`)
			}
		}
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func generateValue(c chooser, depth int) string {
	switch n := c.pick(10); {
	case n < 6 || depth > 3:
		return scalarTexts[c.pick(len(scalarTexts))]
	case n < 8:
		var items []string
		for range c.pick(4) {
			items = append(items, generateValue(c, depth+1))
		}
		return "[" + strings.Join(items, ",") + "]"
	}
	var members []string
	seen := map[string]bool{}
	for range c.pick(4) {
		if name := memberNames[c.pick(len(memberNames))]; !seen[name] {
			seen[name] = true
			members = append(members, fmt.Sprintf("%q:%s", name, generateValue(c, depth+1)))
		}
	}
	return "{" + strings.Join(members, ",") + "}"
}

type fataler interface {
	Fatalf(string, ...any)
}

func compareWithOracle(tb testing.TB, t fataler, c chooser) {
	components := fmt.Sprintf(`{"S":%s,"A":%s,"B":%s}`, generateSchema(c, 0), generateSchema(c, 1), generateSchema(c, 1))
	want, got := oracle(tb, components), subject(tb, components)
	for range 8 {
		text := generateValue(c, 0)
		v := decode(tb, text)
		expected := want.Validate(v) == nil
		if accepted := got.Accepts(v, contract.Inbound); accepted != expected {
			t.Fatalf("%s\n%s: accepted %v, the oracle says %v", components, text, accepted, expected)
		}
		if violations := got.Validate(v, contract.Inbound); (len(violations) == 0) != expected {
			t.Fatalf("%s\n%s: violations %v, the oracle says %v", components, text, violations, expected)
		}
	}
}

func TestSchemasDecideAsTheOracleDoes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) { compareWithOracle(t, rt, rapidChooser{rt}) })
}

func FuzzSchemasDecideAsTheOracleDoes(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		seed := make([]byte, 60+r.IntN(200))
		for i := range seed {
			seed[i] = byte(r.UintN(256))
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) { compareWithOracle(t, t, &byteChooser{data}) })
}

func TestUnionsWithTagsDecideAsTheOracleDoes(t *testing.T) {
	const components = `{"S":{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"},{"type":"null"}],
		"discriminator":{"propertyName":"kind","mapping":{"a":"#/components/schemas/A","b":"#/components/schemas/B"}}},
		"A":{"type":"object","required":["kind"],"properties":{"kind":{"const":"a"},"b":{"type":"integer","minimum":1}},"additionalProperties":false},
		"B":{"type":"object","required":["kind"],"properties":{"kind":{"const":"b"},"a":{"$ref":"#/components/schemas/S"}},"additionalProperties":false}}`
	want, got := oracle(t, components), subject(t, components)
	rapid.Check(t, func(rt *rapid.T) {
		text := generateValue(rapidChooser{rt}, 0)
		for _, wrapped := range []string{text, `{"kind":"a","b":` + text + `}`, `{"kind":"b","a":` + text + `}`, `{"kind":"b","a":{"kind":"a","b":` + text + `}}`} {
			v := decode(t, wrapped)
			if accepted, expected := got.Accepts(v, contract.Inbound), want.Validate(v) == nil; accepted != expected {
				rt.Fatalf("%s: accepted %v, the oracle says %v", wrapped, accepted, expected)
			}
		}
	})
}

func TestGeneratedValuesSatisfyTheirSchemaByTheOracle(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := rapidChooser{rt}
		components := fmt.Sprintf(`{"S":%s,"A":%s,"B":%s}`, generateSchema(c, 0), generateSchema(c, 1), generateSchema(c, 1))
		want, got := oracle(t, components), subject(t, components)
		v, err := got.Generate(rand.New(rand.NewPCG(uint64(c.pick(1000)), 0)), contract.Outbound)
		if err != nil {
			return // most random schemas contradict themselves; that a value is found is tested on real ones
		}
		b, err := json.Marshal(v)
		if err != nil {
			rt.Fatalf("%#v: %v", v, err)
		}
		if err := want.Validate(decode(t, string(b))); err != nil {
			rt.Fatalf("%s\ngenerated %s: %v", components, b, err)
		}
	})
}
