package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/generate"
	"github.com/sandbank/sandbank/internal/starter"
)

func generateCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "generate",
		Short: "Write Go code for a document: a client, a server, or types",
		Long: `Generate writes Go code for an OpenAPI document, 3.0 or 3.1: a client, the types alone, or a server of your own
that answers every operation from scenarios. The document is a file, or the name of an API that this program
carries; references lead to files below its folder.

The files go to a folder that is named for the API. What generate has written before is written anew, as long
as nobody has edited it; files that are meant to be edited are kept once they have been. Nothing else is ever
written over: where a file stands in the way, nothing is written at all, unless --force says otherwise. The
file .generated in the folder keeps what was written, in the format of sha256sum.

The exit status is 0 when the files are written, 1 when the document has errors or no code can be written for
it, 2 when the command could not run.`,
		Example: `  sandbank generate client shop.yaml
  sandbank generate client deposits --module bank.example/deposits
  sandbank generate server shop.yaml
  sandbank generate types shop.yaml -o internal/shop`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(generateClientCommand(), generateServerCommand(), generateTypesCommand())
	return c
}

// generateFlags are the flags of the commands that generate.
type generateFlags struct {
	dir, packageName, module string
	force, allowRefs         bool
}

func (f *generateFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVarP(&f.dir, "output", "o", "", "the folder to write to (default: the API's name)")
	flags.StringVar(&f.packageName, "package", "", "the name of the Go package (default: made from the API's name)")
	flags.StringVar(&f.module, "module", "", "the path of the Go module")
	flags.BoolVar(&f.force, "force", false, "write over files that generate has not written, and over edited ones")
	flags.BoolVar(&f.allowRefs, "allow-refs", false, "let references of the document lead outside its folder")
}

func generateClientCommand() *cobra.Command {
	var f generateFlags
	c := &cobra.Command{
		Use:   "client DOCUMENT",
		Short: "Write a Go client",
		Long: `Client writes a Go package that calls the operations of an API and reads their answers into types. With --module
it writes a module around the package, which builds as it is, with a test that shows a call.`,
		Example: `  sandbank generate client shop.yaml
  sandbank generate client deposits --module bank.example/deposits -o deposits-client`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return f.run(c, args[0], func(s *blueprint) ([]generate.File, finding.List, error) {
				files, found := generate.Client(s.api, f.options(s))
				return files, found, nil
			})
		},
	}
	f.register(c)
	return c
}

func generateTypesCommand() *cobra.Command {
	var f generateFlags
	c := &cobra.Command{
		Use:   "types DOCUMENT",
		Short: "Write Go types for the schemas",
		Long: `Types writes a Go package with the types of a document's schemas, parameters and bodies, and nothing that calls or
serves. With --module it writes a module around the package, which builds as it is.`,
		Example: `  sandbank generate types shop.yaml
  sandbank generate types deposits -o internal/deposits --package deposits`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return f.run(c, args[0], func(s *blueprint) ([]generate.File, finding.List, error) {
				files, found := generate.Types(s.api, f.options(s))
				return files, found, nil
			})
		},
	}
	f.register(c)
	return c
}

func generateServerCommand() *cobra.Command {
	var f generateFlags
	var checkout string
	c := &cobra.Command{
		Use:   "server DOCUMENT",
		Short: "Write a server of your own that answers from scenarios",
		Long: `Server writes a Go module that serves an API of your own: the document, its gin server, a first scenario with its
test as 'sandbank init' writes it, and a program. Every operation is checked against the document and answered
from the scenarios; an operation that has a method in handlers.go is answered by that method instead. The API
that steers the sandbox, the reference and clients to download are served beside it.

The module is built with this version of sandbank, where it is a released one, or with the sources that
--sandbank names.`,
		Example: `  sandbank generate server shop.yaml
  sandbank generate server shop.yaml --module bank.example/shop --sandbank ../sandbank`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return f.run(c, args[0], func(s *blueprint) ([]generate.File, finding.List, error) {
				return s.server(c.Context(), f.options(s), checkout)
			})
		},
	}
	f.register(c)
	c.Flags().StringVar(&checkout, "sandbank", "", "a folder with the sources of sandbank to build with")
	return c
}

// run loads the document, has its files made, writes them, and tells what to do next.
func (f *generateFlags) run(c *cobra.Command, document string, make func(*blueprint) ([]generate.File, finding.List, error)) error {
	if f.packageName != "" {
		if err := generate.CheckPackage(f.packageName); err != nil {
			return fmt.Errorf("--package: %w", err)
		}
	}
	if f.module != "" {
		if err := generate.CheckModule(f.module); err != nil {
			return fmt.Errorf("--module: %w", err)
		}
	}
	s, err := openBlueprint(document, f.allowRefs)
	if err != nil {
		return err
	}
	var files []generate.File
	found := s.findings
	if s.api != nil {
		var more finding.List
		if files, more, err = make(s); err != nil {
			return err
		}
		found = append(found, located(more, s.reached)...)
	}
	if err := found.WriteText(c.ErrOrStderr()); err != nil {
		return err
	}
	if files == nil {
		return errFindings
	}
	dir := f.dir
	if dir == "" {
		dir = s.api.Name
	}
	done, err := writeGenerated(dir, files, f.force)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(c.OutOrStdout(), done.text()+next(filepath.ToSlash(filepath.Clean(dir)), files))
	return err
}

func (f *generateFlags) options(s *blueprint) generate.Options {
	o := generate.Options{Package: f.packageName, Module: f.module, Folder: s.api.Name, Overlay: s.overlay}
	if full, err := filepath.Abs(f.dir); err == nil && f.dir != "" {
		o.Folder = filepath.Base(full)
	}
	return o
}

// next says what can be done with what was written.
func next(dir string, files []generate.File) string {
	has := map[string]bool{}
	needsSandbank := true
	for _, f := range files {
		has[f.Name] = true
		if f.Name == "go.mod" && strings.Contains(string(f.Data), "require ") {
			needsSandbank = false
		}
	}
	var try []string
	if dir != "." {
		try = append(try, "cd "+dir)
	}
	switch {
	case !has["go.mod"]:
		return "\nIts module needs what the code imports: go mod tidy\n"
	case has["main.go"] && needsSandbank:
		try = append(try, "go get github.com/sandbank/sandbank    # or name its sources with --sandbank", "make run")
	case has["main.go"]:
		try = append(try, "make run")
	case has["client_test.go"]:
		try = append(try, "go test ./...")
	default:
		try = append(try, "go build ./...")
	}
	return "\nNow try\n  " + strings.Join(try, "\n  ") + "\n"
}

// blueprint is a document that code is generated from. The API is nil when there are errors.
type blueprint struct {
	*loaded
	api *contract.API
	// overlay is that of an API that the program carries.
	overlay []byte
	// reached names files as they are reached from here.
	reached func(file string) string
}

// openBlueprint loads a document: a file, or an API of the program. Errors in it are findings.
func openBlueprint(document string, allowRefs bool) (*blueprint, error) {
	info, err := os.Stat(document)
	isFile := err == nil && !info.IsDir()
	if !isFile && !strings.ContainsAny(document, "./\\") {
		apis, found, err := loadAPIs()
		if err != nil {
			return nil, err
		}
		platform, err := loadPlatform()
		if err != nil {
			return nil, err
		}
		named, err := only(append(apis, platform...), document)
		if err != nil {
			return nil, err
		}
		return &blueprint{loaded: &loaded{apis: apis, documents: named, findings: found}, api: named[0], overlay: generate.Overlay(document),
			reached: func(file string) string { return path.Join("openapi", file) }}, nil
	}
	l := &loaded{named: true}
	d := &documents{loaded: l, allowRefs: allowRefs, left: map[string]bool{}, shapes: map[string]*contract.Operation{}}
	if err := d.load(document); err != nil {
		return nil, err
	}
	s := &blueprint{loaded: l, reached: d.reached}
	if len(l.documents) == 1 {
		s.api = l.documents[0]
	}
	return s, nil
}

// released is what the version of a released program looks like.
var released = regexp.MustCompile(`^v?[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$`)

// server makes the files of a server, with a first scenario.
func (s *blueprint) server(ctx context.Context, o generate.Options, checkout string) ([]generate.File, finding.List, error) {
	own := generate.ServerOptions{Options: o}
	if v := programVersion(); released.MatchString(v) {
		own.Version = "v" + strings.TrimPrefix(v, "v")
	}
	if checkout != "" {
		if err := fromCheckout(&own, checkout); err != nil {
			return nil, nil, fmt.Errorf("--sandbank: %w", err)
		}
	}
	files, found := generate.Server(s.api, own)
	if files == nil {
		return nil, found, nil
	}
	first, err := s.firstScenario(ctx)
	return append(files, first...), found, err
}

// fromCheckout says that a server is built with the sources of a folder.
func fromCheckout(own *generate.ServerOptions, folder string) error {
	full, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	own.Checkout = filepath.ToSlash(full)
	if own.Modules, err = os.ReadFile(filepath.Join(full, "go.mod")); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s holds no go.mod; name the folder with the sources of sandbank", folder)
	} else if err != nil {
		return err
	}
	own.Sums, err = os.ReadFile(filepath.Join(full, "go.sum"))
	return err
}

// firstScenario drafts what 'sandbank init' writes.
func (s *blueprint) firstScenario(ctx context.Context) ([]generate.File, error) {
	l := &loaded{documents: []*contract.API{s.api}, named: true}
	if err := l.loadControl(); err != nil {
		return nil, err
	}
	draft := starter.New(s.api, initSeed)
	scenario, test, err := proven(ctx, l, s.api, draft)
	if err != nil {
		return nil, err
	}
	rules, cases := draft.Rules()
	if rules == 0 {
		return nil, errors.New("nothing is written: no answer could be made for an operation of the document")
	}
	files := []generate.File{{Name: path.Join("scenarios", s.api.Name, starter.ScenarioFile), Data: scenario, Own: true}}
	if cases > 0 {
		files = append(files, generate.File{Name: path.Join("scenarios", s.api.Name, starter.TestFile), Data: test, Own: true})
	}
	return files, nil
}
