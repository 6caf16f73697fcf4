package generate_test

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"

	"github.com/sandbank/sandbank/internal/generate"
)

func TestPackagesAreNamedAfterAPIs(t *testing.T) {
	for api, want := range map[string]string{
		"deposits": "deposits", "My-Shop.v2": "myshopv2", "größe": "gre", "": "api", "2fa": "api2fa", "नाम": "api",
		"type": "typeapi", "http": "httpapi", "main": "mainapi", "server": "serverapi", "v1": "apiv1", "x": "xapi", "Client": "clientapi", "string": "stringapi",
	} {
		got := generate.PackageName(api)
		if got != want {
			t.Errorf("the package of %q is %s, want %s", api, got, want)
		}
		if err := generate.CheckPackage(got); err != nil {
			t.Error(err)
		}
	}
	for _, bad := range []string{"", "_", "a-b", "Shop", "func", "main", "http", "a.b", "1a", "v2", "error"} {
		if generate.CheckPackage(bad) == nil {
			t.Errorf("%q may be the name of a package", bad)
		}
	}
}

func TestModulesHavePaths(t *testing.T) {
	for _, good := range []string{"shop", "bank.example/api/shop", "example.com/shop/v2"} {
		if err := generate.CheckModule(good); err != nil {
			t.Error(err)
		}
	}
	for _, bad := range []string{"", "/shop", "a b", "shop/", "a/../b", "C:\\shop", "-x"} {
		if generate.CheckModule(bad) == nil {
			t.Errorf("%q may be the path of a module", bad)
		}
	}
}

// What generated modules need is what this project is tested with.
func TestModulesNeedTheVersionsOfThisProject(t *testing.T) {
	text, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	project, err := modfile.Parse("go.mod", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	versions := map[string]string{}
	for _, r := range project.Require {
		versions[r.Mod.Path] = r.Mod.Version
	}
	files, found := generate.Client(loaded(t, "../../openapi", "deposits.yaml"), generate.Options{Module: "example.com/deposits"})
	client := texts(t, files, found)
	needs, err := modfile.Parse("go.mod", []byte(client["go.mod"]), nil)
	if err != nil {
		t.Fatal(err)
	}
	if needs.Module.Mod.Path != "example.com/deposits" || len(needs.Require) < 3 {
		t.Fatalf("go.mod is\n%s", client["go.mod"])
	}
	for _, r := range needs.Require {
		if known := versions[r.Mod.Path]; known != "" && known != r.Mod.Version {
			t.Errorf("clients need %s, this project %s", r.Mod, known)
		}
		if !strings.Contains(client["go.sum"], r.Mod.Path+" "+r.Mod.Version+" h1:") {
			t.Errorf("go.sum has nothing of %s", r.Mod)
		}
	}
	files, found = generate.Server(loaded(t, "../../openapi", "deposits.yaml"), generate.ServerOptions{Version: "v1.2.3"})
	own, err := modfile.Parse("go.mod", []byte(texts(t, files, found)["go.mod"]), nil)
	if err != nil {
		t.Fatal(err)
	}
	if own.Go.Version != project.Go.Version || own.Module.Mod.Path != "example.com/deposits" || len(own.Require) != 1 ||
		own.Require[0].Mod.String() != "github.com/sandbank/sandbank@v1.2.3" {
		t.Errorf("a server needs Go %s and %v", own.Go.Version, own.Require)
	}
}

func TestAServerIsBuiltWithTheSourcesThatItIsTold(t *testing.T) {
	theirs := "module github.com/sandbank/sandbank\n\ngo 1.27.1\n\nrequire github.com/gin-gonic/gin v1.99.0\n\nrequire example.com/other v1.0.0 // indirect\n"
	o := generate.ServerOptions{Checkout: "/src/my sandbank", Modules: []byte(theirs), Sums: []byte("sums\n")}
	o.Module = "bank.example/own"
	files, found := generate.Server(loaded(t, "../../openapi", "deposits.yaml"), o)
	server := texts(t, files, found)
	want := "module bank.example/own\n\ngo 1.27.1\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.99.0\n\tgithub.com/oapi-codegen/runtime v1.8.0\n\tgithub.com/sandbank/sandbank v0.0.0\n)\n\n" +
		"require example.com/other v1.0.0 // indirect\n\nreplace github.com/sandbank/sandbank => \"/src/my sandbank\"\n"
	if server["go.mod"] != want || !strings.Contains(server["go.sum"], "\nsums\n") || !strings.Contains(server["go.sum"], "github.com/oapi-codegen/runtime v1.8.0 h1:") {
		t.Errorf("go.mod is\n%s\ngo.sum is\n%s", server["go.mod"], server["go.sum"])
	}
	if !strings.Contains(server["Makefile"], "--sandbank '/src/my sandbank'") {
		t.Errorf("the Makefile is\n%s", server["Makefile"])
	}
	o.Modules = []byte("module example.com/another\n")
	if files, found := generate.Server(loaded(t, "../../openapi", "deposits.yaml"), o); files != nil || !strings.Contains(found.Err().Error(), "is not the module github.com/sandbank/sandbank") {
		t.Errorf("another module will do: %v", found.Err())
	}
}

func TestTheFilesAroundTheCodeSayHowToUseIt(t *testing.T) {
	api := loaded(t, "../../openapi", "deposits.yaml")
	for _, c := range []struct {
		o    generate.Options
		want string
	}{
		{generate.Options{Module: "example.com/deposits"}, "$ go mod edit -require example.com/deposits@v0.0.0 -replace example.com/deposits=../deposits\n$ go mod tidy\n"},
		{generate.Options{Module: "example.com/deposits/v2", Folder: "the client's"},
			`$ go mod edit -require example.com/deposits/v2@v2.0.0 -replace 'example.com/deposits/v2=../the client'\''s'` + "\n"},
	} {
		files, found := generate.Client(api, c.o)
		if text := texts(t, files, found)["README.md"]; !strings.Contains(text, c.want) {
			t.Errorf("%+v: the README has no %q:\n%s", c.o, c.want, text)
		}
	}
	for want, o := range map[string]generate.ServerOptions{
		"go install github.com/sandbank/sandbank/cmd/sandbank@latest": {},
		"go install github.com/sandbank/sandbank/cmd/sandbank@v1.2.3": {Version: "v1.2.3"},
		"go -C /src/sandbank install ./cmd/sandbank": {Checkout: "/src/sandbank",
			Modules: []byte("module github.com/sandbank/sandbank\n"), Sums: []byte("sums\n")},
	} {
		files, found := generate.Server(api, o)
		server := texts(t, files, found)
		if !strings.Contains(server["README.md"], "$ "+want+"\n") || !strings.Contains(server["Makefile"], "'"+want+"'") {
			t.Errorf("there is no %q in\n%s\n%s", want, server["README.md"], server["Makefile"])
		}
	}
}

// A handler whose operation is gone would be a method that nobody calls. The example keeps it from that by a line that
// names what every server has for an operation, and does not compile without it.
func TestTheExampleOfAHandlerStopsCompilingWithoutItsOperation(t *testing.T) {
	files, found := generate.Server(document(t, "doc.yaml", head+"    A: {type: string}\n"), generate.ServerOptions{})
	server := texts(t, files, found)
	if !strings.Contains(server["handlers.go"], "//\tvar _ = doc.Played.X\n") || !strings.Contains(server["gen/doc/doc.gen.go"], "func (p Played) X(") {
		t.Errorf("handlers.go is\n%s", server["handlers.go"])
	}
}

func TestArchivesDoNotDependOnTheOrderOfFiles(t *testing.T) {
	a, b := generate.File{Name: "a", Data: []byte("1")}, generate.File{Name: "b/c", Data: []byte("2")}
	first, err := generate.Archive([]generate.File{a, b})
	if err != nil {
		t.Fatal(err)
	}
	second, err := generate.Archive([]generate.File{b, a})
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("another order gives other bytes, %v", err)
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil || len(z.File) != 2 || z.File[1].Name != "b/c" {
		t.Errorf("the archive is %v, %v", z, err)
	}
}
