package engine_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// What is declared is also found in files that Load refuses: somebody is editing them.
func TestDeclarationsAreFoundInFilesWithErrors(t *testing.T) {
	api := shop(t)
	operation := api.Operations[0].ID
	files := fstest.MapFS{
		"shop/one.yaml": &fstest.MapFile{Data: []byte(`scenario: one
api: shop
tables:
  goods: {key: [sku], columns: {sku: string, price: decimal}, rows: [{sku: a}]}
  seen: {key: [id], writable: true, columns: {id: integer}}
state: {till: {values: [open, shut], initial: open}}
problems: {SOLD_OUT: {status: 409, title: t, handling: h}}
given: [{state: a good, nonsense: 1}, {nonsense: 1}]
rules:
  ` + operation + `: [{name: a, when: "no (expression"}, {name: b}]
  "*": [{name: every}]
  nonsense: [{name: c}]
`)},
		"shop/torn.yaml":     &fstest.MapFile{Data: []byte("scenario: [")},
		"shop/one_test.yaml": &fstest.MapFile{Data: []byte("test: one\n")},
	}
	if program, _ := engine.Load(files, []*contract.API{api}); program != nil {
		t.Fatal("the files have no error, so this shows nothing")
	}
	d := engine.Declare(files, []*contract.API{api})["shop"]
	if d == nil || !slices.Equal(d.Scenarios, []string{"one"}) {
		t.Fatalf("declared: %+v", d)
	}
	if len(d.Tables) != 2 || d.Tables[0].Name != "goods" || d.Tables[0].Writable || !d.Tables[1].Writable || !slices.Equal(d.Tables[0].Key, []string{"sku"}) ||
		!slices.Equal(d.Tables[0].Columns, []engine.DeclaredColumn{{Name: "price", Type: "decimal"}, {Name: "sku", Type: "string"}}) {
		t.Errorf("tables %+v", d.Tables)
	}
	if len(d.States) != 1 || d.States[0].Name != "till" || !slices.Equal(d.States[0].Values, []string{"open", "shut"}) {
		t.Errorf("states %+v", d.States)
	}
	if len(d.Problems) != 1 || d.Problems[0].Code != "SOLD_OUT" || d.Problems[0].Status != 409 {
		t.Errorf("problems %+v", d.Problems)
	}
	if !slices.Equal(d.Given, []string{"a good", "one"}) {
		t.Errorf("given %+v", d.Given)
	}
	if !slices.Equal(d.Rules["*"], []string{"every"}) {
		t.Errorf("rules %v", d.Rules)
	}
}
