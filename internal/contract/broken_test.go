package contract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

var update = flag.Bool("update", false, "write goldens again")

// TestPlantedMistakesAreReported holds everything that is said about documents with mistakes against a golden beside
// each of them. -update writes the goldens.
func TestPlantedMistakesAreReported(t *testing.T) {
	const dir = "testdata/broken"
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".txt" {
			continue
		}
		tried++
		t.Run(e.Name(), func(t *testing.T) {
			api, findings := contract.Load(os.DirFS(dir), e.Name())
			if api != nil || findings.Errors() == 0 {
				t.Error("the document can be served")
			}
			for _, f := range findings {
				if f.File == "" || f.Line == 0 && f.Code != "unreadable-file" {
					t.Errorf("%v has no place", f)
				}
			}
			golden := filepath.Join(dir, e.Name()+".txt")
			got := report(findings)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
	if tried < 15 {
		t.Errorf("%d documents are there", tried)
	}
}

func TestManyFindingsOfOneKindAreCut(t *testing.T) {
	var schemas strings.Builder
	for i := range 500 {
		fmt.Fprintf(&schemas, `,"S%d":{"typo%d":1}`, i, i)
	}
	text := `{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/x":{"get":{"operationId":"x","responses":{"200":{"description":"d"}}}}},"components":{"schemas":{` +
		strings.TrimPrefix(schemas.String(), ",") + `}}}`
	api, findings := contract.Load(files(map[string]string{"api.json": text}), "api.json")
	if api == nil || len(findings) != 101 {
		t.Fatalf("%d findings", len(findings))
	}
	if last := findings[100]; last.Message != "400 more findings of this kind are not listed" || last.Code != "unknown-field" || last.File != "api.json" {
		t.Errorf("the last one is %v", last)
	}
	if f := findings[0]; f.Line != 1 || f.Column == 0 || f.Source != "" {
		t.Errorf("a line of %d characters is kept with a finding: %d of them", len(text), len(f.Source))
	}
}

// FuzzLoadDocument: whatever a document holds, loading it gives an API or a finding with a place, and what it gives can
// be used.
func FuzzLoadDocument(f *testing.F) {
	for _, dir := range []string{"testdata/broken", "testdata/corpus"} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			f.Fatal(err)
		}
		for _, e := range entries {
			if ext := filepath.Ext(e.Name()); ext == ".yaml" || ext == ".json" {
				data, err := os.ReadFile(filepath.Join(dir, e.Name()))
				if err != nil {
					f.Fatal(err)
				}
				if len(data) < 6000 {
					f.Add(data, ext == ".json")
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, isJSON bool) {
		name := "api.yaml"
		if isJSON {
			name = "api.json"
		}
		api, findings := contract.Load(files(map[string]string{name: string(data)}), name)
		if (api == nil) != (findings.Errors() > 0) {
			t.Fatalf("an API %v with %d errors", api != nil, findings.Errors())
		}
		for _, finding := range findings {
			if finding.File != name || finding.Message == "" || finding.Code == "" {
				t.Errorf("%+v has no place, code or message", finding)
			}
		}
		_ = report(findings)
		if api == nil {
			return
		}
		for _, o := range api.Operations {
			use(t, api, o)
		}
	})
}
