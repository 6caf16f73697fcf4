package generate

import (
	"bytes"
	"embed"
	"fmt"
	"go/ast"
	"go/format"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"golang.org/x/mod/module"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// beginnings are the texts of the files around generated code. client.sum are the checksums of what clients need, as
// `go mod tidy` writes them.
//
//go:embed module
var beginnings embed.FS

// dependency is a module that generated clients may need.
type dependency struct {
	path, version string
	// needs lists modules that come with it.
	needs []string
}

// dependencies are the modules that clients import packages of, and those that come with them. The versions are this
// project's own.
var dependencies = []dependency{
	{path: "github.com/apapsch/go-jsonmerge/v2", version: "v2.0.0"},
	{path: "github.com/google/uuid", version: "v1.6.0"},
	{path: "github.com/oapi-codegen/nullable", version: "v1.1.0"},
	{path: "github.com/oapi-codegen/runtime", version: "v1.8.0",
		needs: []string{"github.com/apapsch/go-jsonmerge/v2", "github.com/google/uuid", "github.com/oapi-codegen/nullable"}},
}

// moduleFile writes the go.mod of a module of one package, as `go mod tidy` would.
func moduleFile(name string, imports []string) []byte {
	direct, indirect := map[string]bool{}, map[string]bool{}
	for _, d := range dependencies {
		if imported(imports, d.path) {
			direct[d.path] = true
			for _, n := range d.needs {
				indirect[n] = true
			}
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "module %s\n\ngo %s\n", name, goVersion)
	block := func(wanted func(d dependency) bool, remark string) {
		var lines []string
		for _, d := range dependencies {
			if wanted(d) {
				lines = append(lines, d.path+" "+d.version+remark)
			}
		}
		switch len(lines) {
		case 0:
		case 1:
			fmt.Fprintf(&b, "\nrequire %s\n", lines[0])
		default:
			fmt.Fprintf(&b, "\nrequire (\n\t%s\n)\n", strings.Join(lines, "\n\t"))
		}
	}
	block(func(d dependency) bool { return direct[d.path] }, "")
	block(func(d dependency) bool { return indirect[d.path] && !direct[d.path] }, " // indirect")
	return b.Bytes()
}

// imported tells whether one of the imports is of a module.
func imported(imports []string, name string) bool {
	return slices.ContainsFunc(imports, func(i string) bool { return i == name || strings.HasPrefix(i, name+"/") })
}

// around is what the files around generated code speak of.
type around struct {
	API, Title, Version, Package, Module, Folder, BasePath string
	// Call is a call of the client's that needs nothing to be known, "" when there is none; Method and Path are where
	// it goes, Operation its id.
	Call, Method, Path, Operation string
	// Headers are the credentials of that call, as an example.
	Headers []header
	Client  bool
}

type header struct{ Name, Value string }

// exampleOrigin is where examples look for the sandbox.
const exampleOrigin = "http://127.0.0.1:8080"

// Origin is where a sandbox on this machine listens.
func (a around) Origin() string { return exampleOrigin }

// Address is where a sandbox on this machine serves the API.
func (a around) Address() string { return exampleOrigin + a.BasePath }

// Import is the import of the package in Go.
func (a around) Import() string {
	if path.Base(a.Module) == a.Package {
		return quoted(a.Module)
	}
	return a.Package + " " + quoted(a.Module)
}

// Required is the module at a version that nobody has published: a program takes it from a folder.
func (a around) Required() string {
	version := "v0.0.0"
	if _, major, ok := module.SplitPathVersion(a.Module); ok && major != "" {
		version = module.PathMajorPrefix(major) + ".0.0"
	}
	return a.Module + "@" + version
}

// Replaced says, as an argument of a shell, that the module is in the folder beside.
func (a around) Replaced() string { return shellQuoted(a.Module + "=../" + a.Folder) }

// plainWord is what a shell takes as it is.
var plainWord = regexp.MustCompile(`^[A-Za-z0-9@%+=:,./_-]+$`)

// shellQuoted writes a text as one argument of a shell.
func shellQuoted(s string) string {
	if plainWord.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// makeQuoted writes a text as one argument of the shell in a Makefile.
func makeQuoted(s string) string { return strings.ReplaceAll(shellQuoted(s), "$", "$$") }

// Asked is the path of Call as it is sent.
func (a around) Asked() string { return a.BasePath + a.Path }

// moduleAround gives the files that make a module of a package.
func moduleAround(api *contract.API, o Options, p part, c *code) ([]File, finding.List) {
	a := around{API: api.Name, Title: oneLine(api.Title), Version: oneLine(api.Version), Package: o.Package, Module: o.Module,
		Folder: o.Folder, BasePath: escaped(api.BasePath), Client: p == clientPart}
	if a.Folder == "" {
		a.Folder = a.Package
	}
	if p == clientPart {
		a.exampleOf(api, c)
	}
	files := []File{{Name: "go.mod", Data: moduleFile(o.Module, c.imports), Own: true}}
	texts := []struct{ name, template string }{{"README.md", "client-readme.md.tmpl"}}
	if p == clientPart {
		texts = append(texts, struct{ name, template string }{"client_test.go", "client_test.go.tmpl"})
	}
	sums, err := beginnings.ReadFile("module/client.sum")
	if err == nil && len(c.imports) > 0 {
		files = append(files, File{Name: "go.sum", Data: sums, Own: true})
	}
	for _, t := range texts {
		if err != nil {
			break
		}
		var text []byte
		text, err = begin(t.template, a)
		files = append(files, File{Name: t.name, Data: text, Own: true})
	}
	if err != nil {
		return nil, finding.List{{Code: "not-generated", Place: wholeDocument(api), Message: "the module around the code: " + err.Error()}}
	}
	return files, nil
}

// escaped gives a path as it is sent.
func escaped(path string) string {
	u, err := url.Parse("http://host" + path)
	if err != nil {
		return path
	}
	return u.EscapedPath()
}

// begin writes a file from its template; Go is formatted.
func begin(name string, data any) ([]byte, error) {
	t, err := template.New(name).Funcs(template.FuncMap{"quote": quoted, "makeQuote": makeQuoted}).ParseFS(beginnings, "module/"+name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, err
	}
	if !strings.HasSuffix(name, ".go.tmpl") {
		return b.Bytes(), nil
	}
	text, err := format.Source(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return text, nil
}

func quoted(s string) string { return fmt.Sprintf("%q", s) }

// exampleOf chooses a call for examples: the first reading operation that demands nothing but credentials.
func (a *around) exampleOf(api *contract.API, c *code) {
	methods := methodsOf(c.file, "ClientWithResponses")
	for _, o := range api.Operations {
		if o.Method != http.MethodGet || o.Body != nil || demands(o) || !plainPath.MatchString(o.Path) {
			continue
		}
		name := c.names.byID[o.ID]
		f := methods[name+"WithResponse"]
		if f == nil {
			continue
		}
		arguments := "context.Background()"
		if n := len(f.Type.Params.List); n == 3 {
			arguments += ", &" + a.Package + "." + name + "Params{}"
		} else if n != 2 {
			continue
		}
		a.Call = name + "WithResponse(" + arguments + ")"
		a.Method, a.Path, a.Operation = o.Method, o.Path, oneLine(o.ID)
		a.Headers = credentials(o)
		return
	}
}

// plainPath is a path without variables that is sent as it is written.
var plainPath = regexp.MustCompile(`^[A-Za-z0-9/._-]*$`)

// demands tells whether an operation demands a parameter that is no credential.
func demands(o *contract.Operation) bool {
	return slices.ContainsFunc(o.Parameters, func(p *contract.Parameter) bool { return p.Required && !p.Credential })
}

// credentials gives the headers that an operation's first way to authenticate asks for, with values that a sandbox
// takes.
func credentials(o *contract.Operation) []header {
	if len(o.Security) == 0 {
		return nil
	}
	var out []header
	for _, c := range o.Security[0] {
		switch {
		case c.Type == "apiKey" && c.In == "header":
			out = append(out, header{c.Name, "demo"})
		case c.Type == "http" && c.HTTP == "basic":
			out = append(out, header{"Authorization", "Basic ZGVtbzpkZW1v"})
		case c.Type == "http" || c.Type == "oauth2" || c.Type == "openIdConnect":
			out = append(out, header{"Authorization", "Bearer demo"})
		}
	}
	return out
}

// methodsOf lists the methods of a type by their names.
func methodsOf(file *ast.File, typeName string) map[string]*ast.FuncDecl {
	out := map[string]*ast.FuncDecl{}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && receiver(f.Recv.List[0].Type) == typeName {
			out[f.Name.Name] = f
		}
	}
	return out
}
