package contract_test

import (
	"context"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
)

const head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"

// body is a document with one operation whose fields, and components, are given.
func operationText(operation, components string) string {
	return head + "paths:\n  /x:\n    get:\n      operationId: x\n      responses: {'200': {description: d}}\n" + operation + components
}

func TestDocumentsThatCannotBeServedSayWhyAndWhere(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"no file", "-", "api.yaml: cannot be opened: file does not exist [unreadable-file]"},
		{"empty", " \n", "api.yaml: the file is empty [empty-file]"},
		{"not YAML", "a: [", "api.yaml:1:4: this is not YAML: did not find expected node content [bad-syntax]"},
		{"not UTF-8", "a: \xff", "api.yaml:1:4: the file is not UTF-8 here [bad-syntax]"},
		{"no document", "a: 1", "api.yaml:1:1: this is no OpenAPI document: the field openapi, which holds the version, is missing [not-openapi]"},
		{"list", "[]", "api.yaml:1:1: an OpenAPI document is an object, this is a list [not-openapi]"},
		{"swagger", "swagger: '2.0'", "api.yaml:1:10: Swagger 2.0 is not supported [unsupported-version]"},
		{"version", "openapi: 4.0.0\ninfo: {}", "api.yaml:1:10: OpenAPI 4.0.0 is not supported; 3.0 and 3.1 are [unsupported-version]"},
		{"second document", head + "paths: {}\n---\na: 1", "api.yaml:4:1: a second YAML document begins here; a file holds one [second-document]"},
		{"duplicate key", operationText("      operationId: y\n", ""), "api.yaml:8:7: \"operationId\" is given twice; it stands on line 6 already [duplicate-key]"},
		{"no operations", head + "paths: {}", "api.yaml:1:1: the document has no operation that could be served [no-operations]"},
		{"wrong shape", head + "paths: []", "api.yaml:3:8: this must be the paths, is a list [wrong-shape]"},
		{"unresolved", operationText("      parameters: [{$ref: '#/components/parameters/Pgae'}]\n", "components: {parameters: {Page: {name: p, in: query, schema: {}}}}"),
			"api.yaml:8:27: the reference \"#/components/parameters/Pgae\" leads nowhere: there is no \"Pgae\" [unresolved-reference]"},
		{"outside", operationText("      parameters: [{$ref: '../secret.yaml'}]\n", ""), "api.yaml:8:27: the reference \"../secret.yaml\" leads out of the document's folder [outside-reference]"},
		{"absolute", operationText("      parameters: [{$ref: '/etc/passwd'}]\n", ""), "api.yaml:8:27: the reference \"/etc/passwd\" leads out of the document's folder [outside-reference]"},
		{"remote", operationText("      parameters: [{$ref: 'https://example.com/p.yaml#/P'}]\n", ""),
			"api.yaml:8:27: the reference leads to https://example.com/p.yaml; only files below the document's folder are read [outside-reference]"},
		{"duplicate id", operationText("    put:\n      operationId: x\n      responses: {'200': {description: d}}\n", ""), "api.yaml:9:20: the operationId x is given twice [duplicate-operation-id]"},
		{"ambiguous", head + "paths:\n  /a/{b}: {get: {parameters: [{name: b, in: path, required: true, schema: {}}], responses: {}}}\n  /a/{c}: {put: {parameters: [{name: c, in: path, required: true, schema: {}}], responses: {}}}\n",
			"api.yaml:5:3: the path /a/{c} matches exactly what /a/{b} matches [ambiguous-path]"},
		{"path parameter", head + "paths:\n  /a/{user}: {get: {parameters: [{name: usr, in: path, required: true, schema: {}}], responses: {}}}\n",
			"api.yaml:4:20: the path names {user}, and no path parameter of that name is declared [missing-path-parameter]\napi.yaml:4:20: the path parameter \"usr\" does not stand in the path /a/{user} [unknown-path-parameter]"},
		{"two variables", head + "paths:\n  /{a}{b}: {get: {responses: {}}}\n", "api.yaml:4:3: two variables follow each other in /{a}{b}, so it cannot be told where the first ends [bad-path]"},
		{"security scheme", operationText("      security: [{kee: []}]\n", "components: {securitySchemes: {key: {type: apiKey, in: header, name: k}}}"),
			"api.yaml:8:19: there is no security scheme \"kee\" in the components [unknown-security-scheme]"},
		{"style", operationText("      parameters: [{name: q, in: query, style: matrix, schema: {}}]\n", ""), "api.yaml:8:48: a query parameter cannot have the style \"matrix\" [bad-parameter]"},
		{"status", operationText("", "  /y: {get: {responses: {ok: {description: d}}}}"), "api.yaml:8:26: \"ok\" is no status: it must be one such as 200, a class such as 4XX, or default [bad-status]"},
		{"schemas", operationText("", `components:
  schemas:
    A: {type: strin}
    B: {pattern: '(x'}
    C: {minLength: -1}
    D: {allOf: [{$ref: '#/components/schemas/D'}]}
    E: {$ref: '#/components/schemas/F'}
    F: {$ref: '#/components/schemas/E'}
    G: {enum: []}
    H: {exclusiveMinimum: true}
    I: {$dynamicRef: '#x'}
    J: {required: [a], properties: {a: {}}, oneOf: []}
`), "api.yaml:10:15: there is no type \"strin\"; the types are array, boolean, integer, null, number, object, string [bad-schema]\n" +
			"api.yaml:11:18: this is no pattern: error parsing regexp: missing closing ): `(x` [bad-pattern]\n" +
			"api.yaml:12:20: minLength must be a whole number that is not negative [bad-schema]\n" +
			"api.yaml:13:8: this schema applies itself to the same value without end [endless-schema]\n" +
			"api.yaml:14:15: the reference \"#/components/schemas/F\" leads back to itself [endless-reference]\n" +
			"api.yaml:15:15: the reference \"#/components/schemas/E\" leads back to itself [endless-reference]\n" +
			"api.yaml:16:15: enum must be a list of at least one value [bad-schema]\n" +
			"api.yaml:17:27: exclusiveMinimum is a number since OpenAPI 3.1 [bad-schema]\n" +
			"api.yaml:18:9: $dynamicRef is not supported; refer to the schema with $ref [unsupported-construct]\n" +
			"api.yaml:19:52: oneOf must be a list of at least one schema [bad-schema]"},
		{"self-containing anchor", operationText("", "") + "x-a: &x [*x]", "api.yaml:8:10: the anchor \"x\" contains itself [bad-syntax]"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			texts := map[string]string{"api.yaml": c.text}
			if c.text == "-" {
				texts = nil
			}
			api, findings := contract.Load(files(texts), "api.yaml")
			if api != nil {
				t.Error("an API is given in spite of errors")
			}
			got := ""
			if err := findings.Err(); err != nil {
				got = err.Error()
			}
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestFindingsShowTheirLineAndAHint(t *testing.T) {
	_, findings := contract.Load(files(map[string]string{"api.json": `{
	"openapi": "3.1.0", "info": {"title": "t", "version": "1"},
	"paths": {"/x": {"get": {"responses": {"200": {"$ref": "#/components/responses/Oky"}}}}},
	"components": {"responses": {"Okay": {"description": "d"}}}
}`}), "api.json")
	want := `api.json:3:57: error: the reference "#/components/responses/Oky" leads nowhere: there is no "Oky" [unresolved-reference]
    	"paths": {"/x": {"get": {"responses": {"200": {"$ref": "#/components/responses/Oky"}}}}},
    	                                                       ^
  hint: did you mean "Okay"?
`
	if got := report(findings); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWarningsLetADocumentBeServed(t *testing.T) {
	api, findings := contract.Load(files(map[string]string{"api.yaml": head + `servers: [{url: 'https://{host}/{v}/', variables: {host: {default: h}, v: {default: v1}}}, {url: /other}]
paths:
  /users/{user-id}/orders:
    get:
      parameters: [{name: user-id, in: path, schema: {type: integer, example: x, defualt: 1}}]
      responses:
        '200': {description: d, content: {application/json: {schema: {type: string}, example: 1}, application/xml: {schema: {type: object}}}}
`}), "api.yaml")
	if api == nil {
		t.Fatal(report(findings))
	}
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	want := []string{"further-server", "derived-operation-id", "bad-parameter", "invalid-example", "unknown-field", "invalid-example", "unchecked-media-type"}
	if !slices.Equal(codes, want) {
		t.Errorf("got %v, want %v\n%s", codes, want, report(findings))
	}
	if api.BasePath != "/v1" {
		t.Errorf("base path %q", api.BasePath)
	}
	if api.Operation("getUsersByUserIdOrders") == nil {
		t.Errorf("derived id %q", api.Operations[0].ID)
	}
}

func TestExamplesMayFitEitherDirectionOfASchema(t *testing.T) {
	_, findings := contract.Load(files(map[string]string{"api.yaml": operationText("", `components:
  schemas:
    User: {type: object, required: [id, password], properties: {id: {type: string, readOnly: true}, password: {type: string, writeOnly: true}}, example: {password: p}}
    Answer: {$ref: '#/components/schemas/User', example: {id: '1'}}
    Neither: {$ref: '#/components/schemas/User', example: {id: '1', password: p}}
    Old: {type: [string, null], nullable: true}
`)}), "api.yaml")
	want := "api.yaml:12:59: warning: the example breaks its own schema: /password is taken in requests only and may not be answered [invalid-example]"
	got := report(findings)
	if !strings.Contains(got, want) || !strings.Contains(got, "nullable has no meaning since OpenAPI 3.1") || len(findings) != 2 {
		t.Errorf("got\n%s", got)
	}
}

func TestEmptyObjectsAreReadAsSuch(t *testing.T) {
	api, findings := contract.Load(files(map[string]string{"api.yaml": head + `paths:
  /x:
    get:
      operationId: x
      responses: {'200': {description: d, content: {application/json: }}}
components: {schemas: {Nothing: {type: null}}}
`}), "api.yaml")
	if api == nil || len(findings) != 1 || findings[0].Code != "empty-object" {
		t.Fatal(report(findings))
	}
	if m := api.Operation("x").Response(200).MediaType("application/json"); m == nil || m.Schema != nil {
		t.Errorf("media type %+v", m)
	}
	if nothing := api.Schema("Nothing"); !nothing.Accepts(nil, contract.Inbound) || nothing.Accepts("x", contract.Inbound) {
		t.Error("type: null does not mean null")
	}
}

func TestCallbacksAndWebhooksAreKept(t *testing.T) {
	api := loadText(t, operationText(`      callbacks:
        updated: {'{$request.body#/url}': {post: {requestBody: {required: true, content: {application/json: {schema: {type: integer}}}}, responses: {}}}}
`, "webhooks: {credited: {put: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {}}}}\n"))
	c, w := api.Operation("x").Callbacks[0], api.Webhooks[0]
	if c.Name != "updated" || c.Expression != "{$request.body#/url}" || c.Method != "POST" || !c.Body.Required || !c.Body.Content[0].Schema.Accepts(1, contract.Outbound) {
		t.Errorf("callback %+v", c)
	}
	if w.Name != "credited" || w.Method != "PUT" || w.Body.Content[0].Schema.Accepts(1, contract.Outbound) {
		t.Errorf("webhook %+v", w)
	}
}

var split = map[string]string{
	"apis/api.yaml": head + `paths:
  /pets/{id}: {$ref: 'paths/pet.yaml'}
components:
  schemas:
    Money: {$ref: '../shared/common.yaml#/components/schemas/Money'}
    Page: {type: string}
`,
	"apis/paths/pet.yaml": `parameters: [{$ref: '../../shared/common.yaml#/components/parameters/Id'}]
get:
  operationId: getPet
  responses:
    '200': {description: d, content: {application/json: {schema: {$ref: '../schemas/pet.json'}, examples: {one: {$ref: '#/x-examples/one'}}}}}
    default: {$ref: '../../shared/common.yaml#/components/responses/Problem'}
x-examples: {one: {value: {price: {amount: '1'}, page: 7, kind: cat}}}
`,
	"apis/schemas/pet.json": `{"type":"object","properties":{"price":{"$ref":"../../shared/common.yaml#/components/schemas/Money"},"page":{"$ref":"../../shared/common.yaml#/components/schemas/Page"},
		"parent":{"$ref":"pet.json"}, "kind":{"$ref":"#/$defs/kind"}, "root":{"$ref":"../api.yaml#/components/schemas/Page"}},"$defs":{"kind":{"enum":["cat","dog"]}}}`,
	"shared/common.yaml": `components:
  schemas:
    Money: {type: object, properties: {amount: {$ref: '#/components/schemas/Amount'}}, required: [amount]}
    Amount: {type: string, format: decimal}
    Page: {type: integer}
  parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}
  responses: {Problem: {description: p, content: {application/problem+json: {schema: {type: object, properties: {code: {type: string}}}}}}}
`,
}

func TestOtherFilesAreMovedIntoTheBundle(t *testing.T) {
	api, findings := contract.Load(files(split), "apis/api.yaml")
	if api == nil {
		t.Fatal(report(findings))
	}
	if got, want := strings.Join(api.Schemas(), " "), "Amount Money Page Page_common kind pet"; got != want {
		t.Errorf("schemas %s, want %s", got, want)
	}
	pet := api.Schema("pet")
	if pet.Properties["parent"] != pet || pet.Properties["price"] != api.Schema("Money") || pet.Properties["root"] != api.Schema("Page") || pet.Properties["page"] != api.Schema("Page_common") {
		t.Error("references do not lead to the moved schemas")
	}
	if place := api.Schema("Amount").Place(); place.String() != "shared/common.yaml:4:13" || !strings.Contains(place.Source, "Amount: {type") {
		t.Errorf("place %s %q", place, place.Source)
	}
	if e, ok := api.Operation("getPet").Response(200).Content[0].Example("one"); !ok || e.Value.(map[string]any)["page"] != 7 {
		t.Errorf("the example is %+v", e)
	}
	for name, text := range map[string][]byte{"api.yaml": api.YAML, "api.json": api.JSON} {
		if strings.Contains(string(text), ".yaml") || strings.Contains(string(text), "pet.json") {
			t.Errorf("the %s still refers to other files:\n%s", name, text)
		}
		again, findings := contract.Load(files(map[string]string{name: string(text)}), name)
		if again == nil {
			t.Fatalf("%s cannot be loaded again: %s", name, report(findings))
		}
		if string(again.JSON) != string(api.JSON) {
			t.Errorf("%s does not say the same as the bundle", name)
		}
	}
}

func TestTheBundleInYAMLSaysWhatTheJSONSays(t *testing.T) {
	text := head + "x-texts: [\"a: b\", \"yes\", \"1\", \"\", \" lead\", \"# c\", \"two\\nlines\\n\", \"no end\\nline\", \"\\ttab\\n\", \"- x\", \"é: ü\", \"@a\", \"a #b\", \"x: \", \"null\", \"0x1\", \"1e3\", '~']\n" +
		"x-values: [1, 1.50, true, null, {}, [], [[1], {a: [2]}], 2020-01-01, 0x10, 1_000, .5]\npaths: {/x: {get: {$ref: 'other.yaml'}}}\n"
	text = strings.Replace(text, "{get: {$ref: 'other.yaml'}}", "{$ref: 'other.yaml'}", 1)
	api, findings := contract.Load(files(map[string]string{"api.yaml": text, "other.yaml": "get: {operationId: x, responses: {'200': {description: \"a\\n\\n  b\\n\"}}}"}), "api.yaml")
	if api == nil {
		t.Fatal(report(findings))
	}
	var fromYAML, fromJSON any
	if err := yaml.Unmarshal(api.YAML, &fromYAML); err != nil {
		t.Fatalf("%v\n%s", err, api.YAML)
	}
	again, err := json.Marshal(fromYAML)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(again, &fromYAML); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(api.JSON, &fromJSON); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(fromYAML, fromJSON) {
		t.Errorf("YAML\n%s\nJSON\n%s", api.YAML, api.JSON)
	}
	if !strings.Contains(string(api.JSON), `[1,1.50,true,null,{},[],[[1],{"a":[2]}],"2020-01-01",16,1000,0.5]`) {
		t.Errorf("values changed: %s", api.JSON)
	}
}

func TestAliasesAndMergeKeysAreResolved(t *testing.T) {
	api := loadText(t, head+`x-base: &base {type: string, maxLength: 3}
paths:
  /x: {get: {operationId: x, parameters: [{name: a, in: query, schema: *base}, {name: b, in: query, schema: {<<: *base, maxLength: 5}}], responses: {'200': {description: d}}}}
`)
	if n := *api.Operation("x").Parameter("query", "b").Schema.MaxLength; n != 5 {
		t.Errorf("maxLength %d", n)
	}
	if strings.Contains(string(api.JSON), "<<") {
		t.Error("a merge key is left in the JSON")
	}
}

// The OpenAPI library gives a second opinion on the documents of the project.
func TestOurDocumentsAreValidForTheOpenAPILibrary(t *testing.T) {
	names, err := os.ReadDir("../../openapi")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, entry := range names {
		if !strings.HasSuffix(entry.Name(), ".yaml") || entry.Name() == "common.yaml" {
			continue
		}
		seen++
		api, findings := contract.Load(os.DirFS("../../openapi"), entry.Name())
		if len(findings) > 0 {
			t.Errorf("%s", report(findings))
		}
		if api == nil {
			continue
		}
		document, err := openapi3.NewLoader().LoadFromData(api.JSON)
		if err != nil {
			t.Errorf("%s: %v", entry.Name(), err)
			continue
		}
		if err := document.Validate(context.Background(), openapi3.DisableExamplesValidation()); err != nil {
			t.Errorf("%s: %v", entry.Name(), err)
		}
	}
	if seen == 0 {
		t.Error("no document was found")
	}
}

func TestTheBasePathIsThatOfTheFirstServer(t *testing.T) {
	for address, want := range map[string]string{
		"/": "", "https://a.example": "", "https://a.example/": "", "https://a.example/v1/": "/v1", "/api/v2": "/api/v2", "v3": "/v3", "./v3/../v4/": "/v4",
		"//a.example/v5": "/v5", "//a.example": "", "https://a.example:8443/x?y=z": "/x", "https://{host}.example/{v}": "/one",
	} {
		api := loadText(t, head+"servers: [{url: '"+address+"', variables: {host: {default: h}, v: {default: one}}}]\npaths: {/x: {get: {operationId: x, responses: {'200': {description: d}}}}}\n")
		if api.BasePath != want {
			t.Errorf("%s is %q, want %q", address, api.BasePath, want)
		}
	}
}
