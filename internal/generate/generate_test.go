package generate_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/generate"
)

// corpusDir holds documents in the manner of public ones, of both versions; together they use every construct.
const corpusDir = "../contract/testdata/corpus"

// corpus loads the documents of the corpus, those of the program, and one whose parameters have the names of what generated
// code uses.
func corpus(t *testing.T) []*contract.API {
	t.Helper()
	var out []*contract.API
	for _, pattern := range []string{corpusDir + "/*.yaml", corpusDir + "/*.json", corpusDir + "/library/library.yaml", "../../openapi/deposits.yaml", "../../openapi/sandbox.yaml", "testdata/odd.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d documents, %v", pattern, len(names), err)
		}
		for _, name := range names {
			out = append(out, loaded(t, filepath.Dir(name), filepath.Base(name)))
		}
	}
	if len(out) < 40 {
		t.Fatalf("the corpus holds %d documents", len(out))
	}
	return out
}

func loaded(t *testing.T, folder, name string) *contract.API {
	t.Helper()
	api, found := contract.Load(os.DirFS(folder), name)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return api
}

// document loads a document of some text.
func document(t *testing.T, name, text string) *contract.API {
	t.Helper()
	api, found := contract.Load(fstest.MapFS{name: {Data: []byte(text)}}, name)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return api
}

// texts gives files by name; the test ends here when there are none.
func texts(t *testing.T, files []generate.File, found finding.List) map[string]string {
	t.Helper()
	if files == nil {
		t.Fatalf("nothing is generated: %v", found.Err())
	}
	out := map[string]string{}
	for _, f := range files {
		out[f.Name] = string(f.Data)
	}
	return out
}

// The types, the client and the server of every document compile. They stand in packages of one module, with the
// dependencies of this project.
func TestTheCodeOfEveryDocumentCompiles(t *testing.T) {
	folder := t.TempDir()
	o := generate.ServerOptions{Checkout: "/nowhere"} // not imported by the code alone
	var err error
	if o.Modules, err = os.ReadFile("../../go.mod"); err != nil {
		t.Fatal(err)
	}
	if o.Sums, err = os.ReadFile("../../go.sum"); err != nil {
		t.Fatal(err)
	}
	o.Module = "example.com/corpus"
	files, found := generate.Server(loaded(t, corpusDir, "telecom.json"), o)
	around := texts(t, files, found)
	lines := slices.DeleteFunc(strings.Split(around["go.mod"], "\n"), func(line string) bool { return strings.Contains(line, "sandbank/sandbank") })
	put(t, filepath.Join(folder, "go.mod"), strings.Join(lines, "\n"))
	put(t, filepath.Join(folder, "go.sum"), around["go.sum"])
	for _, api := range corpus(t) {
		name := generate.PackageName(api.Name)
		o := generate.Options{Package: name}
		if api.Name == "sandbox" {
			o.Overlay = generate.Overlay(api.Name)
		}
		types, found := generate.Types(api, o)
		put(t, filepath.Join(folder, name, "types", name+".go"), texts(t, types, found)[name+".gen.go"])
		client, found := generate.Client(api, o)
		put(t, filepath.Join(folder, name, "client", name+".go"), texts(t, client, found)[name+".gen.go"])
		if api.Name == "sandbox" {
			continue // a server of one's own cannot be called like that
		}
		server, found := generate.Server(api, generate.ServerOptions{Options: o})
		put(t, filepath.Join(folder, name, "server", name+".go"), texts(t, server, found)["gen/"+name+"/"+name+".gen.go"])
	}
	command := exec.Command("go", "vet", "./...")
	command.Dir = folder
	command.Env = append(os.Environ(), "GOFLAGS=-mod=readonly", "GOPROXY=off", "GOWORK=off")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("go vet: %v\n%s", err, out)
	}
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// oapi-codegen keeps what it works on in variables of its package.
func TestTheSameDocumentGivesTheSameFilesWhateverIsGeneratedBesideIt(t *testing.T) {
	var apis []*contract.API
	for _, name := range []string{"bookshop.yaml", "unions.yaml", "employees.yaml", "telecom.json"} {
		apis = append(apis, loaded(t, corpusDir, name))
	}
	archive := func(api *contract.API) []byte {
		files, found := generate.Client(api, generate.Options{Module: "example.com/x"})
		if files == nil {
			t.Error(found.Err())
		}
		out, err := generate.Archive(files)
		if err != nil {
			t.Error(err)
		}
		return out
	}
	var want [][]byte
	for _, api := range apis {
		want = append(want, archive(api))
	}
	var working sync.WaitGroup
	for range 3 {
		for i, api := range apis {
			working.Go(func() {
				if got := archive(api); !bytes.Equal(got, want[i]) {
					t.Errorf("%s differs from what it was alone", api.Name)
				}
			})
		}
	}
	working.Wait()
}

func TestTheGoOfADocumentFollowsItsWords(t *testing.T) {
	api := document(t, "words.yaml", `openapi: 3.1.0
info: {title: "Words\nof all kinds", version: 1.0.0}
paths:
  /clients/{id}:
    get:
      operationId: getClient
      parameters:
        - {name: id, in: path, required: true, schema: {type: [string, integer]}}
        - {name: नाम, in: query, schema: {type: string}}
      responses:
        "200": {description: d, content: {application/json; charset=utf-8: {schema: {$ref: '#/components/schemas/Client'}}}}
        "404": {description: d, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Fault'}}}}
        "409": {description: d, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Fault'}}}}
      callbacks:
        moved: {'{$request.query.x}': {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {to: {type: string}}}}}}, responses: {"204": {description: d}}}}}
components:
  schemas:
    Client:
      type: object
      required: [height]
      properties:
        height: {type: number}
        either: {type: [string, integer, "null"]}
        नाम: {type: string}
        of: {$ref: '#/components/schemas/Client/properties/height'}
        strange: {type: string, x-go-type: thing.Strange, x-go-type-import: {path: github.com/example/thing}}
        when: {type: string, x-go-type: time.Month, x-go-type-import: {path: time}}
    Fault: {type: object, properties: {title: {type: string}}}
`)
	files, found := generate.Client(api, generate.Options{})
	text := texts(t, files, found)["words.gen.go"]
	for _, want := range []string{
		"// Package words is a client of the API Words of all kinds, version 1.0.0.\n",
		"\ntype ClientSchema struct {\n",
		"`json:\"either,omitempty\"`",
		"U0928U093EU092E",
		"float64",
		"\ntype MovedPayload struct {\n",
		"JSON200 *ClientSchema",
		"Problem *Fault",
		"func NewGetClientRequest(server string, id string,",
		"time.Month",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the client does not hold %q", want)
		}
	}
	for _, unwanted := range []string{"thing.", "CallbackInitiator", "gin-gonic", "charset=utf-8\"", "float32", "JSON404"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("the client holds %q", unwanted)
		}
	}
}

func TestPathsWithPercentSignsAreSentAsTheyAre(t *testing.T) {
	api := document(t, "percent.yaml", `openapi: 3.1.0
info: {title: T, version: "1"}
paths: {"/a%20b/{x}": {get: {operationId: get, parameters: [{name: x, in: path, required: true, schema: {type: string}}], responses: {"204": {description: d}}}}}
`)
	files, found := generate.Client(api, generate.Options{})
	if text := texts(t, files, found)["percent.gen.go"]; !strings.Contains(text, `fmt.Sprintf("/a%%20b/%s", pathParam0)`) {
		t.Error("the path is a format without its percent sign")
	}
}

func TestVariablesOfParametersHideNothing(t *testing.T) {
	api := loaded(t, "testdata", "odd.yaml")
	files, found := generate.Client(api, generate.Options{})
	client := texts(t, files, found)["odd.gen.go"]
	for _, want := range []string{"func NewGetARequest(server string, serverParam string, cParam int,", `"ctx", ctxParam,`, "headersParam GetAParamsHeaders,", ", wrapper string, stringParam string,"} {
		if !strings.Contains(client, want) {
			t.Errorf("the client does not hold %q", want)
		}
	}
}

// Null is no constant of Go: nullable.Nullable holds it, or any other pointer.
func TestNullIsNotAmongTheConstantsOfAnEnum(t *testing.T) {
	three := document(t, "doc.yaml", strings.ReplaceAll(head, "3.1.0", "3.0.3")+
		"    Has: {type: object, properties: {color: {type: string, nullable: true, enum: [a, b, null], x-enum-varnames: [Blue, Green, Nothing]}, size: {type: integer, nullable: true, enum: [1, null]}}}\n")
	one := document(t, "doc.yaml", head+
		"    Has: {type: object, properties: {color: {type: [string, 'null'], enum: [null, a, b], x-enumNames: [Nothing, Blue, Green]}, size: {type: [integer, 'null'], enum: [1, null]}}}\n")
	for _, api := range []*contract.API{three, one} {
		for part, give := range parts {
			files, found := give(api)
			all := texts(t, files, found)
			text := all["doc.gen.go"] + all["gen/doc/doc.gen.go"]
			for _, want := range []string{"nullable.Nullable[HasColor]", "nullable.Nullable[HasSize]", `HasColorBlue  HasColor = "a"`, `HasColorGreen HasColor = "b"`} {
				if !strings.Contains(text, want) {
					t.Errorf("%s: the code does not hold %q", part, want)
				}
			}
			if strings.Contains(text, "nil>") || strings.Contains(text, "Nothing") {
				t.Errorf("%s: null is a constant", part)
			}
			if document, ok := all["doc.yaml"]; ok && !strings.Contains(document, "Nothing") {
				t.Error("the document that is served has changed")
			}
		}
	}
}
