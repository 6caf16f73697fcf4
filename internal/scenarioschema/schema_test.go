package scenarioschema_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/scenarioschema"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/scenarios"
)

// load loads a document and gives what the scenario files of a folder declare for it.
func load(t testing.TB, documents fs.FS, name string, folder fs.FS) (*contract.API, *engine.Declared) {
	t.Helper()
	api, found := contract.Load(documents, name)
	if api == nil {
		t.Fatal(found.Err())
	}
	return api, engine.Declare(folder, []*contract.API{api})[api.Name]
}

func compile(t testing.TB, text []byte, err error) *jsonschema.Schema {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	if err := c.AddResource("schema.json", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s
}

// value reads YAML as an editor does: dates are text.
func value(t testing.TB, text string) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(text), &n); err != nil {
		t.Fatal(err)
	}
	var plain func(n *yaml.Node) any
	plain = func(n *yaml.Node) any {
		switch n.Kind {
		case yaml.MappingNode:
			out := map[string]any{}
			for i := 0; i+1 < len(n.Content); i += 2 {
				out[n.Content[i].Value] = plain(n.Content[i+1])
			}
			return out
		case yaml.SequenceNode:
			out := []any{}
			for _, c := range n.Content {
				out = append(out, plain(c))
			}
			return out
		}
		switch n.ShortTag() {
		case "!!null":
			return nil
		case "!!bool":
			return n.Value == "true"
		case "!!int", "!!float":
			return json.Number(n.Value)
		}
		return n.Value
	}
	return plain(n.Content[0])
}

// the embedded folder of an API's own scenarios, with those of others left out.
func shipped(t testing.TB) fs.FS { t.Helper(); return scenarios.FS }

func TestEveryScenarioFileOfTheProjectSatisfiesItsSchema(t *testing.T) {
	documents, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files, tests := 0, 0
	for _, document := range documents {
		folder := strings.TrimSuffix(document, ".yaml")
		names, err := fs.Glob(shipped(t), folder+"/*.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if len(names) == 0 {
			continue
		}
		api, declared := load(t, openapi.Documents, document, shipped(t))
		text, err := scenarioschema.Scenarios(api, declared)
		scenario := compile(t, text, err)
		text, err = scenarioschema.Tests(api, declared)
		test := compile(t, text, err)
		for _, name := range names {
			data, err := fs.ReadFile(shipped(t), name)
			if err != nil {
				t.Fatal(err)
			}
			schema := scenario
			if strings.HasSuffix(name, "_test.yaml") {
				schema = test
				tests++
			}
			files++
			if err := schema.Validate(value(t, string(data))); err != nil {
				t.Errorf("%s: %#v", name, err)
			}
		}
	}
	if files < 10 || tests < 1 {
		t.Errorf("only %d files and %d tests were held against schemas", files, tests)
	}
}

// shop is the document and the folder that the cases below are about.
func shop(t testing.TB) (*contract.API, *engine.Declared) {
	t.Helper()
	folder := fstest.MapFS{"shop/first.yaml": &fstest.MapFile{Data: []byte(shopScenario)}}
	return load(t, os.DirFS("testdata"), "shop.yaml", folder)
}

const shopScenario = `scenario: first
title: First
api: shop
default: true
tables:
  goods: {key: [sku], columns: {sku: string, price: decimal, stock: integer}, rows: [{sku: a, price: "1.00", stock: 1}]}
  orders: {key: [id], writable: true, schema: Order}
problems:
  SOLD_OUT: {status: 409, title: Nothing is left, handling: Come back later}
state:
  till: {values: [open, shut], initial: open}
given:
  - {state: an order exists, params: {id: {type: string}}, do: [{upsert: {orders: {id: "${params.id}", total: "1.00", state: new}}}], returns: {id: "${params.id}"}}
rules:
  placeOrder:
    - name: the till is shut
      state: {till: shut}
      respond: {problem: SOLD_OUT, detail: "nothing of ${body.sku}", errors: [{pointer: /sku, message: sold out}]}
    - name: placed
      match: {header: {X-Api-Key: demo}, body: {sku: [a, b], amount: {$gte: 1, $not: 7}, tags: {$contains: gift, $size: {$lte: 3}}, address: {city: {$prefix: Am}}}}
      find: {good: {table: goods, where: {sku: "${body.sku}"}}, all: {table: goods, all: true, select: sku, distinct: true}}
      let: {id: uuid()}
      when: [good.stock > 0, "len(all) > 0"]
      times: {from: 1, to: 3}
      chance: 0.5
      do:
        - {insert: {orders: {id: "${id}", total: "${good.price}", state: new}}}
        - {update: {orders: {where: {id: "${id}"}, set: {state: paid}}}, after: 30s, callback: {name: orderPaid, body: {id: "${id}"}}}
        - {set: {till: shut}, after: {uniform: [1s, 2s]}}
      delay: {lognormal: {median: 80ms, sigma: 0.4}}
      respond: {status: 201, header: {Location: "/orders/${id}"}, body: {id: "${id}", total: "${good.price}", state: new, note: "${body.callback ?? omit}"}}
    - {name: goes on, delay: 1s, continue: true}
    - {name: off, match: {body: {sku: off}}, offContract: true, respond: {status: 299, type: text/html, body: <b>no</b>}}
    - {name: broken wire, fault: {truncate: 60%}, respond: {status: 201, generate: true}}
  placeOrder/item:
    - {name: hopeless, match: {header: {X-Api-Key: demo}, item: {sku: [c, d], amount: {$gte: 5}}}, when: item.sku != body.sku, times: 2, outcome: {status: refused, reason: "no ${item.sku}"}}
  getOrder:
    - {name: by example, match: {path: {id: "1"}}, respond: {type: application/json, example: paid}}
    - {name: whole object, find: {order: {table: orders, where: {id: "${path.id}"}}}, respond: {type: application/json, body: "${order}"}}
    - {name: text, match: {query: {format: text}}, respond: {type: text/plain, body: "order ${path.id}"}}
tests:
  - {name: an order is found, steps: [{call: getOrder, path: {id: "1"}, expect: {rule: by example}}]}
`

func TestWhatScenarioFilesMayHoldSatisfiesTheSchema(t *testing.T) {
	api, declared := shop(t)
	text, err := scenarioschema.Scenarios(api, declared)
	schema := compile(t, text, err)
	if err := schema.Validate(value(t, shopScenario)); err != nil {
		t.Errorf("%#v", err)
	}
	// The loader takes it too, so the example is none of what files cannot hold.
	_, found := engine.Load(fstest.MapFS{"shop/first.yaml": &fstest.MapFile{Data: []byte(shopScenario)}}, []*contract.API{api})
	if err := found.Err(); err != nil {
		t.Errorf("the loader refuses the example: %v", err)
	}
	for _, other := range []string{"- {sku: a}\n- {sku: b}\n", "test: x\ncases: [{name: a, steps: [{advance: 1s}]}]\n"} {
		if err := schema.Validate(value(t, other)); err != nil {
			t.Errorf("a table or test beside scenarios is refused: %v", err)
		}
	}
}

// Each mistake is one replacement in the scenario that is fine.
func TestTypicalMistakesInScenariosAreRefused(t *testing.T) {
	api, declared := shop(t)
	text, err := scenarioschema.Scenarios(api, declared)
	schema := compile(t, text, err)
	for name, change := range map[string][2]string{
		"a misspelt operation":             {"placeOrder:", "placeOrdr:"},
		"a misspelt key of a file":         {"problems:", "problem:"},
		"another API":                      {"api: shop", "api: shopp"},
		"a name that is not in kebab case": {"scenario: first", "scenario: First One"},
		"a misspelt key of a rule":         {"chance: 0.5", "chanse: 0.5"},
		"a rule without a name":            {"{name: goes on, delay", "{delay"},
		"an empty list of rules":           {"- {name: goes on, delay: 1s, continue: true}", "- {name: goes on, delay: 1s}"},
		"a status that is not declared":    {"{status: 201, header", "{status: 202, header"},
		"a status in quotes":               {"{status: 201, header", "{status: \"201\", header"},
		"a media type not declared":        {"type: text/plain", "type: text/csv"},
		"an example that is not there":     {"example: paid", "example: pay"},
		"a problem that is not there":      {"problem: SOLD_OUT", "problem: SOLDOUT"},
		"a problem of another status":      {"problem: SOLD_OUT", "problem: NOT_FOUND"},
		"a problem with a status":          {"{problem: SOLD_OUT,", "{status: 409, problem: SOLD_OUT,"},
		"detail without problem":           {"example: paid}", "example: paid, detail: x}"},
		"two bodies":                       {"example: paid}", "example: paid, generate: true}"},
		"no body":                          {"{status: 201, generate: true}", "{status: 201}"},
		"a member that is not there":       {"note: \"${body.callback ?? omit}\"", "notes: \"${body.callback ?? omit}\""},
		"a required member left out":       {"total: \"${good.price}\", state: new, note", "state: new, note"},
		"a word outside an enum":           {"state: new, note", "state: knew, note"},
		"a number where text is":           {"state: new, note: \"${body.callback ?? omit}\"", "state: new, note: 12"},
		"text for a text media type only":  {"body: \"order ${path.id}\"", "body: {a: b}"},
		"a member to match not there":      {"sku: [a, b]", "skew: [a, b]"},
		"an impossible constant":           {"amount: {$gte: 1, $not: 7}", "amount: lots"},
		"a misspelt operator":              {"$contains", "$contain"},
		"operators and members mixed":      {"{city: {$prefix: Am}}", "{city: {$prefix: Am}, $present: true}"},
		"an empty match":                   {"match: {path: {id: \"1\"}}", "match: {}"},
		"a parameter that is not there":    {"{query: {format: text}}", "{query: {formats: text}}"},
		"a header that is not there":       {"{X-Api-Key: demo}", "{X-Api-Keys: demo}"},
		"a table that is not there":        {"{good: {table: goods", "{good: {table: good"},
		"a column that is not there":       {"where: {sku: \"${body.sku}\"}", "where: {sqk: \"${body.sku}\"}"},
		"a column to select not there":     {"select: sku", "select: skew"},
		"a state that is not there":        {"state: {till: shut}", "state: {tills: shut}"},
		"a value of a state not there":     {"state: {till: shut}", "state: {till: closed}"},
		"a value to set not there":         {"{set: {till: shut}", "{set: {till: closed}"},
		"a row without its key":            {"{insert: {orders: {id: \"${id}\",", "{insert: {orders: {"},
		"a row's column not there":         {"set: {state: paid}", "set: {states: paid}"},
		"changing a table that ships":      {"{insert: {orders: {id: \"${id}\", total: \"${good.price}\", state: new}}}", "{insert: {goods: {sku: a}}}"},
		"two effects in one entry":         {"{set: {till: shut}, after: {uniform", "{set: {till: shut}, delete: {orders: {id: a}}, after: {uniform"},
		"an effect that does nothing":      {"{set: {till: shut}, after: {uniform: [1s, 2s]}}", "{after: 1s}"},
		"a callback that is not there":     {"name: orderPaid", "name: orderPay"},
		"a callback's body":                {"body: {id: \"${id}\"}}}", "body: {idd: \"${id}\"}}}"},
		"a duration without a unit":        {"after: 30s", "after: 30"},
		"an unknown distribution":          {"{uniform: [1s, 2s]}", "{normal: [1s, 2s]}"},
		"a chance above one":               {"chance: 0.5", "chance: 5"},
		"times from nought":                {"times: {from: 1, to: 3}", "times: 0"},
		"an unknown fault":                 {"fault: {truncate: 60%}", "fault: {cut: 60%}"},
		"continue with an answer":          {"{name: goes on, delay: 1s, continue: true}", "{name: goes on, continue: true, respond: {example: paid}}"},
		"neither answer nor continue":      {"{name: by example, match: {path: {id: \"1\"}}, respond: {type: application/json, example: paid}}", "{name: by example}"},
		"a problem of the API incomplete":  {"SOLD_OUT: {status: 409, title: Nothing is left, handling: Come back later}", "SOLD_OUT: {status: 409}"},
		"a problem's code in lower case":   {"SOLD_OUT: {status", "sold_out: {status"},
		"a column type that is none":       {"price: decimal", "price: money"},
		"a schema that is not there":       {"schema: Order", "schema: Orders"},
		"a writable table without key":     {"orders: {key: [id], writable", "orders: {writable"},
		"a state without a beginning":      {"till: {values: [open, shut], initial: open}", "till: {values: [open, shut]}"},
		"a default scenario with a star":   {"  getOrder:", "  \"*\": [{name: all, respond: {problem: NOT_FOUND}}]\n  getOrder:"},
		"a misspelt key of a test":         {"tests:\n  - {name: an", "tests:\n  - {names: an"},
		"a test of what is not there":      {"{call: getOrder, path", "{call: getOrders, path"},
		"a misspelt decision point":        {"placeOrder/item:", "placeOrder/itme:"},
		"an answer at a decision point":    {"outcome: {status: refused,", "respond: {example: paid}, outcome: {status: refused,"},
		"an effect at a decision point":    {"times: 2, outcome", "do: [{set: {till: shut}}], outcome"},
		"an outcome for a request":         {"{name: broken wire, fault: {truncate: 60%},", "{name: broken wire, outcome: {status: sold},"},
		"no outcome":                       {", outcome: {status: refused, reason: \"no ${item.sku}\"}", ""},
		"a member of an outcome not there": {"reason: \"no ${item.sku}\"", "reasons: \"no ${item.sku}\""},
		"a word outside a verdict's enum":  {"outcome: {status: refused", "outcome: {status: lost"},
		"a member of an item not there":    {"item: {sku: [c, d]", "item: {skew: [c, d]"},
		"an item that is impossible":       {"amount: {$gte: 5}", "amount: lots"},
		"a parameter's type of a given":    {"{id: {type: string}}", "{id: {type: text}}"},
	} {
		broken := strings.Replace(shopScenario, change[0], change[1], 1)
		if broken == shopScenario {
			t.Errorf("%s: the scenario has no %q", name, change[0])
			continue
		}
		if err := schema.Validate(value(t, broken)); err == nil {
			t.Errorf("%s is not refused", name)
		}
	}
}

// Every key that the loader knows must be in the schema, and the other way round: the loader lists those it knows when
// it meets one that it does not.
func TestTheSchemaKnowsTheKeysOfTheLoader(t *testing.T) {
	api, declared := shop(t)
	text, err := scenarioschema.Scenarios(api, declared)
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	at := func(keys ...string) any {
		var v any = schema
		for _, k := range keys {
			o, ok := v.(map[string]any)
			if !ok {
				t.Fatalf("the schema has no %s", path.Join(keys...))
			}
			v = o[k]
		}
		return v
	}
	const rule = "rules: {placeOrder: [{name: r, respond: {example: e}, "
	for _, c := range []struct {
		what, text string
		schema     []string
	}{
		{"a scenario file", "qqqqqqqqq: 1", []string{"else"}},
		{"a table", "tables: {x: {qqqqqqqqq: 1}}", []string{"$defs", "table"}},
		{"a problem", "problems: {X: {qqqqqqqqq: 1}}", []string{"else", "properties", "problems", "additionalProperties"}},
		{"a state", "state: {x: {qqqqqqqqq: 1}}", []string{"else", "properties", "state", "additionalProperties"}},
		{"a provider state", "given: [{qqqqqqqqq: 1}]", []string{"else", "properties", "given", "items"}},
		{"a rule", rule + "qqqqqqqqq: 1}]}", []string{"$defs", "rule.placeOrder"}},
		{"a rule of a decision point", "rules: {placeOrder/item: [{name: r, outcome: {status: sold}, qqqqqqqqq: 1}]}", []string{"$defs", "rule.placeOrder.item"}},
		{"match", rule + "match: {qqqqqqqqq: 1}}]}", nil},
		{"a find", rule + "find: {x: {qqqqqqqqq: 1}}}]}", []string{"$defs", "find", "additionalProperties"}},
		{"times", rule + "times: {qqqqqqqqq: 1}}]}", nil},
		{"an effect", rule + "do: [{qqqqqqqqq: 1}]}]}", []string{"$defs", "rule.placeOrder", "properties", "do", "items"}},
		{"a callback", rule + "do: [{callback: {qqqqqqqqq: 1}}]}]}", []string{"$defs", "rule.placeOrder", "properties", "do", "items", "properties", "callback"}},
		{"respond", "rules: {placeOrder: [{name: r, respond: {qqqqqqqqq: 1}}]}", []string{"$defs", "respond.placeOrder"}},
	} {
		_, found := engine.Load(fstest.MapFS{"shop/first.yaml": &fstest.MapFile{Data: []byte("scenario: first\napi: shop\n" + c.text + "\n")}}, []*contract.API{api})
		var loader []string
		for _, f := range found {
			if _, names, ok := strings.Cut(f.Hint, "known here: "); ok && f.Code == "unknown-key" {
				loader = strings.Split(names, ", ")
			}
		}
		if len(loader) == 0 {
			t.Errorf("%s: the loader does not list its keys: %v", c.what, found.Err())
			continue
		}
		if c.schema == nil {
			continue // what it knows depends on the operation, or stands in a choice; the cases above hold it
		}
		known := slices.Sorted(func(yield func(string) bool) {
			for k := range at(append(c.schema, "properties")...).(map[string]any) {
				if !yield(k) {
					return
				}
			}
		})
		slices.Sort(loader)
		if !slices.Equal(known, loader) {
			t.Errorf("%s: the loader knows %v, the schema %v", c.what, loader, known)
		}
	}
}

func TestEverythingHasADescription(t *testing.T) {
	api, declared := shop(t)
	text, err := scenarioschema.Scenarios(api, declared)
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	defs := schema["$defs"].(map[string]any)
	check := func(where string, properties any) {
		t.Helper()
		for key, v := range properties.(map[string]any) {
			o, ok := v.(map[string]any)
			if !ok {
				continue // true or false: said elsewhere
			}
			if r, ok := o["$ref"].(string); ok && o["description"] == nil {
				o = defs[strings.TrimPrefix(r, "#/$defs/")].(map[string]any)
			}
			if o["description"] == nil {
				t.Errorf("%s %s has no description", where, key)
			}
		}
	}
	check("file", schema["else"].(map[string]any)["properties"])
	for _, name := range []string{"rule.placeOrder", "rule.placeOrder.item", "respond.placeOrder", "table", "respondOffContract"} {
		check(name, defs[name].(map[string]any)["properties"])
	}
	check("find", defs["find"].(map[string]any)["additionalProperties"].(map[string]any)["properties"])
	if _, ok := defs["rule.placeOrder"].(map[string]any)["properties"]; !ok || !strings.Contains(string(text), "POST /orders: Place an order") {
		t.Error("operations are not described")
	}
}
