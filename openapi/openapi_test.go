package openapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/santhosh-tekuri/jsonschema/v5"
	yaml "go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/openapi"
)

// documents lists the embedded documents' file names.
func documents(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// apis lists the documents that describe an API: all but the shared definitions.
func apis(t *testing.T) []string {
	t.Helper()
	return slices.DeleteFunc(documents(t), func(name string) bool { return name == "common.yaml" })
}

// trees holds the documents that tree has read. Nobody changes them, and the tests run one after another.
var trees = map[string]map[string]any{}

// tree reads a document as plain maps, lists and scalars, references left as they are.
func tree(t *testing.T, name string) map[string]any {
	t.Helper()
	if root, ok := trees[name]; ok {
		return root
	}
	text, err := fs.ReadFile(openapi.Documents, name)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := yaml.Unmarshal(text, &root); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	trees[name] = root
	return root
}

// load reads a document with kin-openapi, references resolved inside the embedded documents only.
func load(t *testing.T, name string) *openapi3.T {
	t.Helper()
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = true
	loader.ReadFromURIFunc = func(_ *openapi3.Loader, uri *url.URL) ([]byte, error) {
		return fs.ReadFile(openapi.Documents, uri.Path)
	}
	doc, err := loader.LoadFromURI(&url.URL{Path: name})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return doc
}

// bundles holds the documents that bundled has made.
var bundles = map[string]*openapi3.T{}

// bundled loads a document and moves everything that it refers to into its own components. Nobody changes it.
func bundled(t *testing.T, name string) *openapi3.T {
	t.Helper()
	if doc, ok := bundles[name]; ok {
		return doc
	}
	doc := load(t, name)
	doc.InternalizeRefs(context.Background(), nil)
	text, err := doc.MarshalJSON()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	whole, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		t.Fatalf("%s, bundled: %v", name, err)
	}
	bundles[name] = whole
	return whole
}

// validators holds what validator has compiled, by place; parts counts what validatorOf has.
var (
	validators = map[string]*jsonschema.Schema{}
	parts      int
)

// validator compiles the schema at a JSON pointer of a document as JSON Schema 2020-12, with formats asserted.
func validator(t *testing.T, name, pointer string) *jsonschema.Schema {
	t.Helper()
	place := "file:///" + name + "#" + pointer
	if schema, ok := validators[place]; ok {
		return schema
	}
	schema, err := places(t).Compile(place)
	if err != nil {
		t.Fatalf("%s#%s: %v", name, pointer, err)
	}
	validators[place] = schema
	return schema
}

// validatorOf compiles a schema that was taken out of a document; its references still lead into the documents.
func validatorOf(t *testing.T, name string, node any) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(node)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.ReplaceAll(text, []byte(`"$ref":"#/`), []byte(`"$ref":"`+name+`#/`))
	parts++
	place := fmt.Sprintf("file:///%s.part-%d", name, parts)
	c := places(t)
	if err := c.AddResource(place, bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(place)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return schema
}

var compiler *jsonschema.Compiler

// places gives the compiler, which finds documents by their file names.
func places(t *testing.T) *jsonschema.Compiler {
	t.Helper()
	if compiler != nil {
		return compiler
	}
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	for _, name := range documents(t) {
		text, err := json.Marshal(tree(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource("file:///"+name, bytes.NewReader(text)); err != nil {
			t.Fatal(err)
		}
	}
	compiler = c
	return c
}

// pointer joins names to a JSON pointer that can stand in a URI's fragment.
func pointer(names ...string) string {
	escape := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D")
	var b strings.Builder
	for _, name := range names {
		b.WriteString("/" + escape.Replace(name))
	}
	return b.String()
}

// at walks into nested maps; it gives nil when a name is not there.
func at(node any, names ...string) any {
	for _, name := range names {
		object, ok := node.(map[string]any)
		if !ok {
			return nil
		}
		node = object[name]
	}
	return node
}

// resolve follows a reference from a document. It gives the node it ends at and the document that holds the node.
func resolve(t *testing.T, name string, node any) (any, string) {
	t.Helper()
	for {
		ref, ok := at(node, "$ref").(string)
		if !ok {
			return node, name
		}
		file, fragment, _ := strings.Cut(ref, "#/")
		if file != "" {
			name = file
		}
		node = at(tree(t, name), strings.Split(fragment, "/")...)
		if node == nil {
			t.Fatalf("%s: nothing at %s", name, ref)
		}
	}
}

// operation is an operation with its place in a document.
type operation struct {
	id, path, method string
	node             map[string]any
}

// operations lists a document's operations, in the order of their paths.
func operations(t *testing.T, name string) []operation {
	t.Helper()
	var list []operation
	paths, _ := at(tree(t, name), "paths").(map[string]any)
	for path, item := range paths {
		for method, node := range item.(map[string]any) {
			id, _ := at(node, "operationId").(string)
			list = append(list, operation{id, path, method, node.(map[string]any)})
		}
	}
	slices.SortFunc(list, func(a, b operation) int { return strings.Compare(a.path+" "+a.method, b.path+" "+b.method) })
	return list
}

func TestEveryDocumentLoadsAndIsValid(t *testing.T) {
	for _, name := range documents(t) {
		t.Run(name, func(t *testing.T) {
			if err := load(t, name).Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
				t.Error(err)
			}
			if err := bundled(t, name).Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
				t.Errorf("bundled: %v", err)
			}
		})
	}
}

func TestOnlyAPIDocumentsAreEmbedded(t *testing.T) {
	for _, name := range documents(t) {
		if version, _ := at(tree(t, name), "openapi").(string); version != "3.1.0" {
			t.Errorf("%s is OpenAPI %q, want 3.1.0", name, version)
		}
	}
}

func TestDepositsDeclaresItsOperations(t *testing.T) {
	want := []string{
		"get /branches findBranches",
		"get /choices listChoices",
		"post /customers/fd/calculator calculateCustomerFd",
		"post /customers/find findCustomer",
		"post /customers/info/profile getCustomerProfile",
		"get /fields listFields",
		"get /i18n/locales getLocale",
		"get /locations/cities listCities",
		"get /locations/districts listDistricts",
		"get /locations/states listStates",
		"post /login/authorize authorizeLogin",
		"get /login/terms getLoginTerms",
		"post /login/token issueLoginToken",
		"post /my/fd/calculator calculateMyFd",
		"post /my/forms submitMyForm",
		"get /my/info/accounts listMyAccounts",
		"get /my/info/profile getMyProfile",
		"get /my/products listMyProducts",
		"get /my/products/fd listMyFdProducts",
		"get /my/products/sa listMySaProducts",
		"post /my/verifications/bank-account verifyMyBankAccount",
		"post /my/verifications/upi-vpa verifyMyVpa",
		"post /token/exchange exchangeToken",
	}
	var got []string
	for _, op := range operations(t, "deposits.yaml") {
		got = append(got, op.method+" "+op.path+" "+op.id)
	}
	if !slices.Equal(got, want) {
		t.Errorf("operations\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func TestDepositsCredentialsFollowThePath(t *testing.T) {
	document := tree(t, "deposits.yaml")
	for _, op := range operations(t, "deposits.yaml") {
		security, ok := op.node["security"]
		if !ok {
			security = document["security"]
		}
		var want any
		switch {
		case strings.HasPrefix(op.path, "/my/"):
			want = []any{map[string]any{"apiKey": []any{}, "customerToken": []any{}}}
		case strings.HasPrefix(op.path, "/customers/"):
			want = []any{map[string]any{"apiKey": []any{}, "applicationToken": []any{"customers"}}}
		default:
			want = []any{map[string]any{"apiKey": []any{}}}
		}
		if !equal(security, want) {
			t.Errorf("%s needs %v, want %v", op.id, security, want)
		}
	}
}

// errorForms are the media type and the schemas, by title, that an API's errors may have. OAuth (RFC 6749) and BankConnect
// have their own.
func errorForms(name string) (mediaType string, titles []string) {
	switch name {
	case "oauth.yaml":
		return "application/json", []string{"OAuth error"}
	case "bank-connect.yaml":
		return "application/json", []string{"Detail error", "Credentials error"}
	}
	return "application/problem+json", []string{"Problem", "Findings problem"}
}

func TestEveryOperationDocumentsItsErrors(t *testing.T) {
	always := []string{"400", "401", "403", "404", "405", "406", "409", "415", "429", "500", "501", "502", "503", "504"}
	for _, name := range apis(t) {
		mediaType, titles := errorForms(name)
		for _, op := range operations(t, name) {
			statuses := always
			if _, ok := op.node["requestBody"]; ok {
				statuses = append(slices.Clone(always), "413", "422")
			}
			for _, status := range statuses {
				response, in := resolve(t, name, at(op.node, "responses", status))
				schema, _ := resolve(t, in, at(response, "content", mediaType, "schema"))
				if title, _ := at(schema, "title").(string); !slices.Contains(titles, title) {
					t.Errorf("%s: %s %s is not documented as an error of this API", name, op.id, status)
				}
			}
		}
	}
}

func TestEveryResponseDocumentsTheSandboxHeaders(t *testing.T) {
	for _, name := range apis(t) {
		for _, op := range operations(t, name) {
			for status, node := range op.node["responses"].(map[string]any) {
				response, _ := resolve(t, name, node)
				for _, header := range []string{"X-Request-Id", "X-Sandbox-Scenario", "X-Sandbox-Rule"} {
					if at(response, "headers", header) == nil {
						t.Errorf("%s: %s %s does not document %s", name, op.id, status, header)
					}
				}
			}
		}
	}
}

// equal compares two values as JSON.
func equal(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
