package generate

import (
	"errors"
	"fmt"
	"go/ast"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// sandbankModule is what servers of one's own are built with, and sandbankGo the Go that it asks for.
const (
	sandbankModule = "github.com/sandbank/sandbank"
	sandbankGo     = "1.26.8"
)

// ServerOptions say how the server of an API of one's own is built.
type ServerOptions struct {
	Options
	// Version is a released version of sandbank to build with, such as v1.2.0; "" leaves that to be said.
	Version string
	// Checkout is a folder with sandbank's sources to build with instead of a released version, "" for none; Modules and
	// Sums are the go.mod and go.sum there. Then the module builds as it is.
	Checkout      string
	Modules, Sums []byte
}

// steering is the name of the API that steers sandboxes.
const steering = "sandbox"

// plainName is what the name of an API may be to be the name of files that Go embeds.
var plainName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._-]*$`)

// Server gives the module of a server of one API: the document, its generated gin server, and a program that answers each
// operation from the scenarios in the folder scenarios/{api} unless a method in handlers.go does. The caller adds a
// scenario, without which it does not compile. The files are nil when there are errors, and only then.
func Server(api *contract.API, o ServerOptions) ([]File, finding.List) {
	if f, bad := unservable(api); bad {
		return nil, finding.List{f}
	}
	if o.Package == "" {
		o.Package = PackageName(api.Name)
	}
	if o.Module == "" {
		o.Module = "example.com/" + o.Package
	}
	c, found := write(api, o.Options, serverPart)
	if c == nil {
		return nil, found
	}
	s := own{API: api.Name, Title: oneLine(api.Title), Version: oneLine(api.Version), Package: o.Package, Module: o.Module,
		Checkout: o.Checkout, Sandbank: o.Version, Path: servedPath(api), Handler: handlerIn(c, o.Package)}
	module, err := serverModuleFile(o, c.imports)
	if err != nil {
		return nil, append(found, finding.Finding{Code: "not-generated", Place: wholeDocument(api), Message: "go.mod: " + err.Error()})
	}
	files := []File{
		{Name: "go.mod", Data: module, Own: true},
		{Name: api.Name + ".yaml", Data: api.YAML},
		{Name: "gen/" + o.Package + "/" + o.Package + ".gen.go", Data: c.text},
	}
	if o.Checkout != "" {
		sums, err := allSums(o.Sums)
		if err != nil {
			return nil, append(found, finding.Finding{Code: "not-generated", Place: wholeDocument(api), Message: "go.sum: " + err.Error()})
		}
		files = append(files, File{Name: "go.sum", Data: sums, Own: true})
	}
	for _, t := range []struct{ name, template string }{
		{"main.go", "main.go.tmpl"}, {"handlers.go", "handlers.go.tmpl"}, {"Makefile", "own-makefile.tmpl"}, {"README.md", "own-readme.md.tmpl"},
	} {
		text, err := begin(t.template, s)
		if err != nil {
			return nil, append(found, finding.Finding{Code: "not-generated", Place: wholeDocument(api), Message: "the module around the code: " + err.Error()})
		}
		files = append(files, File{Name: t.name, Data: text, Own: true})
	}
	return files, found
}

// unservable refuses names of APIs that a server of one's own cannot have.
func unservable(api *contract.API) (f finding.Finding, bad bool) {
	f = finding.Finding{Place: wholeDocument(api), Hint: "rename the file of the document"}
	switch {
	case api.Name == steering:
		f.Code, f.Message = "duplicate-api", "the name "+api.Name+" is that of the API that steers sandboxes, which is served beside it"
		return f, true
	case !plainName.MatchString(api.Name):
		f.Code, f.Message = "bad-name", fmt.Sprintf("%q cannot be the name of an API that Go code is built around; letters, digits, dots, dashes and underscores can", api.Name)
		return f, true
	}
	return f, false
}

// own is what the files of a server speak of.
type own struct {
	API, Title, Version, Package, Module, Checkout string
	// Sandbank is the released version of sandbank to build with, "" for none.
	Sandbank string
	// Handler is an example of a method that answers an operation.
	Handler handler
	// Path is one that can be asked as it is, "" when there is none.
	Path string
}

// Install is the command that builds and installs the program sandbank.
func (o own) Install() string {
	switch {
	case o.Checkout != "":
		return "go -C " + shellQuoted(o.Checkout) + " install ./cmd/sandbank"
	case o.Sandbank != "":
		return "go install " + sandbankModule + "/cmd/sandbank@" + o.Sandbank
	}
	return "go install " + sandbankModule + "/cmd/sandbank@latest"
}

// handler is a method of the server's that answers an operation.
type handler struct{ Name, Parameters, Arguments string }

// handlerIn gives the first method that answers an operation.
func handlerIn(c *code, packageName string) handler {
	for _, d := range c.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv == nil || receiver(f.Recv.List[0].Type) != "Played" {
			continue
		}
		h := handler{Name: f.Name.Name}
		var parameters, arguments []string
		for _, p := range f.Type.Params.List {
			for _, name := range p.Names {
				word := name.Name
				if word == "_" {
					word = "params"
				}
				parameters = append(parameters, word+" "+qualified(p.Type, packageName))
				arguments = append(arguments, word)
			}
		}
		h.Parameters, h.Arguments = strings.Join(parameters, ", "), strings.Join(arguments, ", ")
		return h
	}
	return handler{}
}

// qualified writes a type of a generated package as another package names it.
func qualified(t ast.Expr, packageName string) string {
	switch t := t.(type) {
	case *ast.Ident:
		if t.IsExported() {
			return packageName + "." + t.Name
		}
		return t.Name
	case *ast.SelectorExpr:
		return qualified(t.X, packageName) + "." + t.Sel.Name
	case *ast.StarExpr:
		return "*" + qualified(t.X, packageName)
	case *ast.ArrayType:
		return "[]" + qualified(t.Elt, packageName)
	case *ast.MapType:
		return "map[" + qualified(t.Key, packageName) + "]" + qualified(t.Value, packageName)
	}
	return "any"
}

// servedPath finds an operation that can be asked with its path alone.
func servedPath(api *contract.API) string {
	for _, o := range api.Operations {
		if o.Method == http.MethodGet && o.Body == nil && !demands(o) && len(o.Security) == 0 && plainPath.MatchString(o.Path) {
			return escaped(api.BasePath) + o.Path
		}
	}
	return ""
}

// serverModuleFile writes the go.mod of a server whose generated code has some imports. With a checkout it holds all that
// sandbank and the code need; else that follows, and go mod tidy adds it.
func serverModuleFile(o ServerOptions, imports []string) ([]byte, error) {
	f := new(modfile.File)
	err := errors.Join(f.AddModuleStmt(o.Module), f.AddGoStmt(sandbankGo))
	if o.Checkout == "" {
		if o.Version != "" {
			err = errors.Join(err, f.AddRequire(sandbankModule, o.Version))
		}
		return modfile.Format(f.Syntax), err
	}
	theirs, parseErr := modfile.ParseLax("go.mod", o.Modules, nil)
	if parseErr != nil {
		return nil, parseErr
	}
	if theirs.Module == nil || theirs.Module.Mod.Path != sandbankModule {
		return nil, fmt.Errorf("%s is not the module %s", o.Checkout, sandbankModule)
	}
	if theirs.Go != nil {
		err = errors.Join(err, f.AddGoStmt(theirs.Go.Version))
	}
	f.AddNewRequire(sandbankModule, "v0.0.0", false)
	required := map[string]bool{}
	for _, r := range theirs.Require {
		required[r.Mod.Path] = true
		f.AddNewRequire(r.Mod.Path, r.Mod.Version, !imported(imports, r.Mod.Path))
	}
	for _, d := range dependencies {
		if !required[d.path] && imported(imports, d.path) {
			f.AddNewRequire(d.path, d.version, false)
		}
	}
	f.SetRequireSeparateIndirect(f.Require)
	err = errors.Join(err, f.AddReplace(sandbankModule, "", o.Checkout, ""))
	f.Cleanup()
	return modfile.Format(f.Syntax), err
}

// allSums adds the checksums of what generated code needs to those of sandbank.
func allSums(theirs []byte) ([]byte, error) {
	ours, err := beginnings.ReadFile("module/client.sum")
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(string(theirs))+"\n"+strings.TrimSpace(string(ours)), "\n")
	slices.Sort(lines)
	return []byte(strings.Join(slices.Compact(lines), "\n") + "\n"), nil
}
