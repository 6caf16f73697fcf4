package contract_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// TestDamagedDocumentsAreRefusedOrServed takes documents of the corpus, replaces, removes and renames parts of them at
// random, and loads what comes out of it: an API that can be used, or findings with a place.
func TestDamagedDocumentsAreRefusedOrServed(t *testing.T) {
	entries, err := os.ReadDir("testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	served, refused := 0, 0
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		whole, findings := contract.Load(os.DirFS("testdata/corpus"), e.Name())
		if whole == nil {
			t.Fatal(report(findings))
		}
		for seed := range uint64(16) {
			d := &damage{Rand: rand.New(rand.NewPCG(seed, 9))}
			tree := decode(t, string(whole.JSON))
			for range 1 + d.IntN(3) {
				d.strike(tree)
			}
			data, err := json.Marshal(tree)
			if err != nil {
				t.Fatal(err)
			}
			api, findings := contract.Load(files(map[string]string{"api.json": string(data)}), "api.json")
			if (api == nil) != (findings.Errors() > 0) {
				t.Fatalf("%s, seed %d: an API %v with %d errors", e.Name(), seed, api != nil, findings.Errors())
			}
			for _, f := range findings {
				if f.File != "api.json" || f.Line == 0 || f.Message == "" {
					t.Errorf("%s, seed %d: %+v has no place", e.Name(), seed, f)
				}
			}
			if api == nil {
				refused++
				continue
			}
			served++
			for _, o := range api.Operations[:min(4, len(api.Operations))] {
				use(t, api, o)
			}
		}
	}
	if served < 50 || refused < 50 {
		t.Errorf("%d damaged documents are served, %d refused", served, refused)
	}
}

type damage struct{ *rand.Rand }

// strike damages one part of a tree, deep or not.
func (d *damage) strike(v any) {
	switch v := v.(type) {
	case []any:
		if len(v) == 0 {
			return
		}
		i := d.IntN(len(v))
		if d.IntN(5) == 0 {
			v[i] = d.junk()
			return
		}
		d.strike(v[i])
	case map[string]any:
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		slices.Sort(names)
		if len(names) == 0 {
			v["x"] = d.junk()
			return
		}
		name := names[d.IntN(len(names))]
		switch d.IntN(12) {
		case 0:
			v[name] = d.junk()
		case 1:
			delete(v, name)
		case 2:
			v[strings.ToUpper(name)] = v[name]
			delete(v, name)
		case 3:
			v[name] = []any{v[name]}
		case 4:
			v["$ref"] = "#/components/schemas/" + filepath.Base(name)
		default:
			d.strike(v[name])
		}
	}
}

func (d *damage) junk() any {
	return []any{nil, true, false, 0, -1, 1.5, json.Number("1e300"), "", "text", "#/paths", "{", []any{}, []any{nil}, map[string]any{}, map[string]any{"$ref": "#"},
		map[string]any{"type": []any{"null"}}, "^(", strings.Repeat("x", 3000)}[d.IntN(18)]
}
