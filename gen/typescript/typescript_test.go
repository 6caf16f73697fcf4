package typescript_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/gen/typescript"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/openapi"
)

// manifest is what the tests read of a package.json.
type manifest struct {
	Name, Version, Types string
	Exports              map[string]map[string]string
	Files                []string
	Dependencies         map[string]string
}

// apis loads the documents of all APIs, by name.
func apis(t *testing.T) map[string]*contract.API {
	t.Helper()
	files, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	loaded := map[string]*contract.API{}
	for _, file := range files {
		if file == "common.yaml" {
			continue
		}
		api, found := contract.Load(openapi.Documents, file)
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		loaded[api.Name] = api
	}
	return loaded
}

// text reads a file of a package.
func text(t *testing.T, name string) string {
	t.Helper()
	b, err := fs.ReadFile(typescript.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEveryAPIHasAPackageAndNothingElseHas(t *testing.T) {
	folders, err := fs.ReadDir(typescript.FS, ".")
	if err != nil {
		t.Fatal(err)
	}
	known := apis(t)
	if len(folders) != len(known) {
		t.Errorf("there are %d packages for %d APIs", len(folders), len(known))
	}
	for _, folder := range folders {
		if known[folder.Name()] == nil {
			t.Errorf("%s is the package of no API", folder.Name())
		}
	}
}

func TestAPackageIsOfItsDocumentsVersion(t *testing.T) {
	for name, api := range apis(t) {
		var m manifest
		if err := json.Unmarshal([]byte(text(t, name+"/package.json")), &m); err != nil {
			t.Fatal(err)
		}
		if m.Name != "@sandbank/"+name || m.Version != api.Version {
			t.Errorf("the package of %s %s is %s %s; run make generate", name, api.Version, m.Name, m.Version)
		}
	}
}

func TestAPackageHasWhatItsManifestPromises(t *testing.T) {
	for name := range apis(t) {
		var m manifest
		if err := json.Unmarshal([]byte(text(t, name+"/package.json")), &m); err != nil {
			t.Fatal(err)
		}
		promised := append(slices.Clone(m.Files), m.Types)
		for _, target := range m.Exports["."] {
			promised = append(promised, target)
		}
		if len(promised) < 4 {
			t.Errorf("%s promises only %v", name, promised)
		}
		for _, file := range promised {
			if _, err := fs.Stat(typescript.FS, name+"/"+strings.TrimPrefix(file, "./")); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if !strings.HasPrefix(m.Dependencies["openapi-fetch"], "^0.") || len(m.Dependencies) != 1 {
			t.Errorf("%s depends on %v", name, m.Dependencies)
		}
	}
}

func TestTheTypesAreThoseOfTheDocument(t *testing.T) {
	for name, api := range apis(t) {
		types := text(t, name+"/schema.d.ts")
		for _, schema := range api.Schemas() {
			if !strings.Contains(types, "export type "+schema+" = components['schemas']['"+schema+"'];") {
				t.Errorf("%s: no type is exported for the schema %s; run make generate", name, schema)
			}
		}
		exported := strings.Count(types, "export type ") + strings.Count(types, "export interface webhooks ")
		if got, want := exported, len(api.Schemas())+2; got != want { // webhooks and $defs
			t.Errorf("%s: %d types are exported, want %d", name, got, want)
		}
		for _, op := range api.Operations {
			if !strings.Contains(types, `: operations["`+op.ID+`"];`) {
				t.Errorf("%s: the operation %s is missing; run make generate", name, op.ID)
			}
		}
	}
}

func TestAClientSendsATokenWithTheOperationsThatTakeOne(t *testing.T) {
	_, list, _ := strings.Cut(text(t, "deposits/src/index.ts"), "const tokenOperations = [")
	list, _, _ = strings.Cut(list, "];")
	for _, op := range apis(t)["deposits"].Operations {
		takes := strings.HasPrefix(op.Path, "/my/") || strings.HasPrefix(op.Path, "/customers/")
		if sends := strings.Contains(list, "'"+op.Method+" "+op.Path+"'"); sends != takes {
			t.Errorf("the token is sent with %s: %t, want %t", op.ID, sends, takes)
		}
	}
}

func TestAClientProvesItselfAsTheDocumentSays(t *testing.T) {
	for name, want := range map[string]string{
		"oauth":  "{ credential: basicHeader(basic), header: 'Authorization', operations: basicOperations }",
		"portal": "createClient<paths>({ credentials: 'include', ...options })",
	} {
		if !strings.Contains(text(t, name+"/src/index.ts"), want) {
			t.Errorf("the client of %s lacks %q", name, want)
		}
	}
	for _, op := range apis(t)["oauth"].Operations {
		takes := op.Method == "POST"
		if sends := strings.Contains(text(t, "oauth/src/index.ts"), "'"+op.Method+" "+op.Path+"'"); sends != takes {
			t.Errorf("Basic is sent with %s: %t, want %t", op.ID, sends, takes)
		}
	}
}
