package trial_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/trial"
)

// shop loads the document that the tests of this package use.
func shop(t testing.TB) *contract.API {
	t.Helper()
	api, findings := contract.Load(os.DirFS("testdata/openapi"), "shop.yaml")
	if api == nil || findings.Errors() > 0 {
		t.Fatalf("the test document does not load: %v", findings.Err())
	}
	return api
}

// orders loads the scenarios that the tests of this package use.
func orders(t testing.TB, api *contract.API) *engine.Program {
	t.Helper()
	program, findings := engine.Load(os.DirFS("testdata/scenarios"), []*contract.API{api})
	if program == nil {
		t.Fatalf("the test scenarios do not load: %v", findings.Err())
	}
	return program
}

func unpacked(archive *txtar.Archive) fs.FS {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name != "want" {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

func text(t *testing.T, findings finding.List) string {
	t.Helper()
	var b bytes.Buffer
	if err := findings.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Each archive in testdata/findings holds test files and, under the name "want", the whole text that loading reports.
func TestLoadingReportsEachMistakeWithItsPlace(t *testing.T) {
	api := shop(t)
	program := orders(t, api)
	names, err := filepath.Glob("testdata/findings/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			plan, findings := trial.Load(unpacked(archive), []*contract.API{api}, program)
			if (plan == nil) != (findings.Errors() > 0) {
				t.Errorf("a plan %v with %d errors", plan != nil, findings.Errors())
			}
			got, want := text(t, findings), ""
			kept := archive.Files[:0:0]
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
				} else {
					kept = append(kept, f)
				}
			}
			if *update {
				kept = append(kept, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(&txtar.Archive{Comment: archive.Comment, Files: kept}), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("findings differ\n--- got\n%s\n--- want\n%s", got, want)
			}
		})
	}
}
