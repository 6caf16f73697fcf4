package generate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/generate"
)

const head = "openapi: 3.1.0\ninfo: {title: T, version: \"1\"}\npaths: {/x: {get: {operationId: x, responses: {\"204\": {description: d}}}}}\ncomponents:\n  schemas:\n"

// parts are the functions that generate.
var parts = map[string]func(*contract.API) ([]generate.File, finding.List){
	"types":  func(a *contract.API) ([]generate.File, finding.List) { return generate.Types(a, generate.Options{}) },
	"client": func(a *contract.API) ([]generate.File, finding.List) { return generate.Client(a, generate.Options{}) },
	"server": func(a *contract.API) ([]generate.File, finding.List) {
		return generate.Server(a, generate.ServerOptions{})
	},
}

// Each of these would make oapi-codegen fail, or code that does not compile, or never end.
func TestWhatCannotBeWrittenInGoIsFoundWhereItStands(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"members of one name": {head + "    Good: {type: object, properties: {a-b: {type: string}, a_b: {type: string}}}\n",
			"doc.yaml:6:11: error: the code for schema Good would not compile: AB redeclared [not-generated]\n" +
				"        Good: {type: object, properties: {a-b: {type: string}, a_b: {type: string}}}\n" +
				"              ^\n" +
				"  hint: two names of the document become the same name in Go; rename one of them, or give it an x-go-name\n"},
		"schemas that cannot be merged": {head + "    Both: {allOf: [{type: object, properties: {a: {type: string}}}, {type: string}]}\n",
			"doc.yaml:6:11: error: oapi-codegen cannot write code for schema Both: "},
		"a type that is nowhere": {head + "    Good: {type: object, x-go-type: Nowhere}\n",
			"doc.yaml:6:11: error: the code for schema Good would not compile: undefined: Nowhere [not-generated]\n"},
		"what contains itself by allOf": {head + "    A: {type: object, properties: {list: {type: array, items: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}}}}\n",
			"doc.yaml:6:8: error: the schema combines itself with allOf from within: written out as Go types it would have no end [endless-schema]\n"},
		"what contains itself over another": {head + "    A: {type: object, properties: {b: {allOf: [{$ref: '#/components/schemas/B'}, {type: object}]}}}\n" +
			"    B: {type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}}}\n",
			"doc.yaml:6:8: error: the schema combines itself with allOf from within"},
		"what doubles with each step": {head + doubling(30), "error: written out, the document has more than 200000 schemas; allOf repeats what it combines [too-large]\n"},
		"parameters of one name": {"openapi: 3.1.0\ninfo: {title: T, version: \"1\"}\npaths:\n" +
			"  /x: {get: {operationId: get, parameters: [{name: a-b, in: query, schema: {type: string}}, {name: a_b, in: query, schema: {type: string}}], responses: {\"204\": {description: d}}}}\n" +
			"components: {schemas: {GetPar: {type: string}}}\n",
			"doc.yaml:4:8: error: the code for query parameter a-b of operation get would not compile: AB redeclared [not-generated]\n"},
		"operations of one name": {"openapi: 3.1.0\ninfo: {title: T, version: \"1\"}\npaths:\n" +
			"  /a: {get: {operationId: get.it, responses: {\"204\": {description: d}}}}\n  /b: {get: {operationId: getIt, responses: {\"204\": {description: d}}}}\n",
			"doc.yaml:5:8: error: in Go, operation getIt has the name of operation get.it: GetIt [same-name]\n"},
	} {
		for part, give := range parts {
			files, found := give(document(t, "doc.yaml", c.text))
			var text strings.Builder
			if err := found.WriteText(&text); err != nil {
				t.Fatal(err)
			}
			if files != nil || !strings.Contains(text.String(), c.want) {
				t.Errorf("%s, %s: %d files, findings\n%s, want\n%s", name, part, len(files), text.String(), c.want)
			}
		}
	}
}

// Path parameters are variables of functions, which bear names that schemas can begin with.
func TestVariablesOfOneNameAreNotBlamedOnASchema(t *testing.T) {
	api := document(t, "doc.yaml", "openapi: 3.1.0\ninfo: {title: T, version: \"1\"}\npaths:\n"+
		"  '/x/{a-b}/{a_b}': {get: {operationId: newGet, parameters: [{name: a-b, in: path, required: true, schema: {type: string}}, {name: a_b, in: path, required: true, schema: {type: string}}], responses: {\"204\": {description: d}}}}\n"+
		"components: {schemas: {Client: {type: string}, NewGet: {type: string}, Server: {type: string}, Play: {type: string}}}\n")
	for _, part := range []string{"client", "server"} {
		files, found := parts[part](api)
		want := "doc.yaml:4:22: the code for path parameter a-b of operation newGet would not compile: ab redeclared in this block"
		if err := found.Err(); files != nil || len(found) != 1 || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %d files, %d findings, %v, want %s", part, len(files), len(found), err, want)
		}
	}
}

// doubling writes schemas each of which combines the one before twice.
func doubling(n int) string {
	var b strings.Builder
	b.WriteString("    S0: {type: object, properties: {a: {type: string}}}\n")
	for i := range n {
		one := fmt.Sprintf("{allOf: [{$ref: '#/components/schemas/S%d'}, {type: object, properties: {q: {type: string}}}]}", i)
		fmt.Fprintf(&b, "    S%d: {type: object, properties: {l: %s, r: %s}}\n", i+1, one, one)
	}
	return b.String()
}

func TestReferencesToOneselfAreTypesOfTheirOwn(t *testing.T) {
	api := document(t, "doc.yaml", head+"    A: {type: object, properties: {one: {$ref: '#/components/schemas/A'}, alone: {allOf: [{$ref: '#/components/schemas/A'}], readOnly: true}, many: {type: array, items: {$ref: '#/components/schemas/A'}}}}\n")
	for part, give := range parts {
		if files, found := give(api); files == nil {
			t.Errorf("%s: %v", part, found.Err())
		}
	}
}

func TestALargeDocumentIsRefused(t *testing.T) {
	api := document(t, "doc.yaml", head+"    A: {type: string, description: \""+strings.Repeat("x", 9<<20)+"\"}\n")
	_, found := generate.Client(api, generate.Options{})
	if err := found.Err(); err == nil || !strings.Contains(err.Error(), "code is generated from documents of up to 8 MiB") {
		t.Errorf("findings are %v", err)
	}
}

func TestAServerHasANameThatGoCanEmbed(t *testing.T) {
	for name, want := range map[string]string{
		"sandbox.yaml":      "the name sandbox is that of the API that steers sandboxes",
		"my shop.yaml":      `"my shop" cannot be the name of an API that Go code is built around`,
		"-shop.yaml":        `"-shop" cannot be the name`,
		"a'b.yaml":          `"a'b" cannot be the name`,
		"shop.v2-beta.yaml": "",
	} {
		files, found := generate.Server(document(t, name, head+"    A: {type: string}\n"), generate.ServerOptions{})
		if want == "" && files == nil || want != "" && (files != nil || !strings.Contains(found.Err().Error(), want)) {
			t.Errorf("%s: %d files, %v", name, len(files), found.Err())
		}
	}
}

func TestAnOverlayThatFindsNothingIsAnError(t *testing.T) {
	overlay := "overlay: 1.0.0\ninfo: {title: T, version: 1.0.0}\nactions: [{target: $.components.schemas.Nobody, update: {x-go-type: any}}]\n"
	files, found := generate.Types(document(t, "doc.yaml", head+"    A: {type: string}\n"), generate.Options{Overlay: []byte(overlay)})
	if files != nil || !strings.Contains(found.Err().Error(), "apply the overlay") {
		t.Errorf("%d files, %v", len(files), found.Err())
	}
}
