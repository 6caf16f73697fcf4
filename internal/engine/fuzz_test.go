package engine_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// FuzzLoad feeds the loader arbitrary scenario files and tables: it never panics, every finding has a file and a
// message, and a program comes back exactly when nothing is wrong.
func FuzzLoad(f *testing.F) {
	names, err := filepath.Glob("testdata/findings/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		var table []byte
		for _, file := range archive.Files {
			if filepath.Ext(file.Name) == ".csv" {
				table = file.Data
			}
		}
		for _, file := range archive.Files {
			if filepath.Ext(file.Name) == ".yaml" {
				f.Add(file.Data, table)
			}
		}
	}
	api, _ := contract.Load(os.DirFS("testdata/openapi"), "shop.yaml")
	if api == nil {
		f.Fatal("the test document does not load")
	}
	f.Fuzz(func(t *testing.T, scenario, table []byte) {
		fsys := fstest.MapFS{"shop/a.yaml": {Data: scenario}, "shop/t.csv": {Data: table}, "shop/orders.csv": {Data: table}}
		program, findings := engine.Load(fsys, []*contract.API{api})
		if (program == nil) != (findings.Errors() > 0) {
			t.Fatalf("a program: %v, with %d errors", program != nil, findings.Errors())
		}
		for _, found := range findings {
			if found.File == "" || found.Message == "" || found.Code == "" || found.Line < 0 || found.Column < 0 {
				t.Fatalf("a finding without place or message: %+v", found)
			}
		}
	})
}
