package engine_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/openapi"
)

func TestFilesOverAFolderGoBeforeItsDefaults(t *testing.T) {
	api, found := contract.Load(openapi.Documents, "deposits.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	apis := []*contract.API{api}
	file := func(name, operation, more string) []byte {
		return []byte("scenario: " + name + "\napi: deposits\ndefault: true\n" + more + "rules:\n  " + operation + ":\n    - name: one\n      respond: {problem: NOT_FOUND}\n")
	}
	folder := fstest.MapFS{"deposits/bank.yaml": {Data: file("bank", "listFields", "problems:\n  OWN_CODE: {status: 418, title: T, handling: H}\n")}}
	for name, c := range map[string]struct {
		more, over []engine.File
		code       string
	}{
		"over the folder's default":          {nil, []engine.File{{Name: "o/a.yaml", Text: file("a", "listFields", "")}}, ""},
		"beside the folder's default":        {[]engine.File{{Name: "o/a.yaml", Text: file("a", "listFields", "")}}, nil, "two-defaults"},
		"beside it, for another operation":   {[]engine.File{{Name: "o/a.yaml", Text: file("a", "listChoices", "")}}, nil, ""},
		"two over it":                        {nil, []engine.File{{Name: "o/a.yaml", Text: file("a", "listFields", "")}, {Name: "o/b.yaml", Text: file("b", "listFields", "")}}, "two-defaults"},
		"a name of the folder":               {nil, []engine.File{{Name: "o/a.yaml", Text: file("bank", "listChoices", "")}}, "duplicate-scenario"},
		"a table of the folder that is none": {nil, []engine.File{{Name: "o/a.yaml", Text: file("a", "listChoices", "tables:\n  t: {file: bank.yaml, key: a, columns: {a: string}}\n")}}, "stands-alone"},
		"a list":                             {nil, []engine.File{{Name: "o/a.yaml", Text: []byte("- a\n")}}, "not-a-mapping"},
		"nothing":                            {nil, []engine.File{{Name: "o/a.yaml"}}, "empty-file"},
	} {
		program, found := engine.LoadOver(folder, c.more, c.over, apis)
		if c.code == "" {
			if program == nil {
				t.Errorf("%s: %v", name, found.Err())
			} else if got := program.Problems("deposits"); len(got) != 1 || got[0].Code != "OWN_CODE" || program.Problems("missing") == nil {
				t.Errorf("%s: problems %v", name, got)
			}
			continue
		}
		if !slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == c.code && f.File == "o/"+lastOf(c.more, c.over) }) {
			t.Errorf("%s: %v", name, found)
		}
	}
}

// lastOf is the file that is to blame.
func lastOf(more, over []engine.File) string {
	list := slices.Concat(more, over)
	return list[len(list)-1].Name[len("o/"):]
}
