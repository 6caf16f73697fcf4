package engine_test

import (
	"bytes"
	"flag"
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
)

var update = flag.Bool("update", false, "write the golden files anew")

// shop loads the document that most tests of this package use, batch the one with decision points.
func shop(t testing.TB) *contract.API {
	t.Helper()
	return document(t, "shop.yaml")
}

func batch(t testing.TB) *contract.API {
	t.Helper()
	return document(t, "batch.yaml")
}

func document(t testing.TB, name string) *contract.API {
	t.Helper()
	api, findings := contract.Load(os.DirFS("testdata/openapi"), name)
	if api == nil || findings.Errors() > 0 {
		t.Fatalf("the test document does not load: %v", findings.Err())
	}
	return api
}

// files makes a scenario folder of the files of an archive.
func files(archive *txtar.Archive) fs.FS {
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

// Each archive in testdata/findings holds scenario files and, under the name "want", the whole text that the loader
// reports for them.
func TestLoaderReportsEachMistakeWithItsPlace(t *testing.T) {
	shop, batch := shop(t), batch(t)
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
			api := shop
			if strings.HasPrefix(archive.Files[0].Name, "batch/") {
				api = batch
			}
			program, findings := engine.Load(files(archive), []*contract.API{api})
			got := text(t, findings)
			if (program == nil) != (findings.Errors() > 0) {
				t.Errorf("a program %v with %d errors", program != nil, findings.Errors())
			}
			if *update {
				writeWant(t, name, archive, got)
				return
			}
			if want := wantOf(archive); got != want {
				t.Errorf("findings differ\n--- got\n%s\n--- want\n%s", got, want)
			}
		})
	}
}

func wantOf(archive *txtar.Archive) string {
	for _, f := range archive.Files {
		if f.Name == "want" {
			return string(f.Data)
		}
	}
	return ""
}

func writeWant(t *testing.T, name string, archive *txtar.Archive, got string) {
	t.Helper()
	kept := archive.Files[:0]
	for _, f := range archive.Files {
		if f.Name != "want" {
			kept = append(kept, f)
		}
	}
	archive.Files = append(kept, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
