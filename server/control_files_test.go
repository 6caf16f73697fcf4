package server_test

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// withFiles is a scenario with a table and two bodies beside it, and files that it does not name.
var withFiles = fstest.MapFS{
	"deposits/shown.yaml": {Data: []byte(`scenario: shown
api: deposits
tables:
  shown: {file: more/shown.csv, key: [id]}
rules:
  listFields:
    - {name: a picture, match: {header: {x-api-key: never}}, offContract: true, respond: {status: 200, type: application/json, file: more/raw.json}}
    - {name: whole, respond: {file: more/fields.json}}
`)},
	"deposits/more/shown.csv":   {Data: []byte("id,text\n1,one\n2,two\n")},
	"deposits/more/fields.json": {Data: []byte(`{"a": {"type": "string"}}`)},
	"deposits/more/raw.json":    {Data: []byte(`{"a": {"type": "string"}, "b": {"type": "string"}}`)},
	"deposits/more/hidden.csv":  {Data: []byte("secret\nyes\n")},
	"deposits/shown_test.yaml":  {Data: []byte("test: shown\n")},
}

func TestTheFilesOfAScenarioAreThoseItWasLoadedFrom(t *testing.T) {
	folder := maps.Clone(withFiles)
	s := newSteered(t, folder)
	delete(folder, "deposits/more/shown.csv") // what has become of the folder since is nothing that serves
	var list control.ScenarioFileList
	s.read(&list, 200, "GET", "/scenarios/deposits/shown/files", "")
	var got []string
	for _, f := range list.Files {
		got = append(got, f.Name+" "+string(f.Kind))
		if want := string(withFiles[f.Name].Data); f.Text == nil || *f.Text != want || f.Size != len(want) {
			t.Errorf("%s has %d bytes: %v", f.Name, f.Size, f.Text)
		}
	}
	if all := strings.Join(got, ", "); all != "deposits/shown.yaml scenario, deposits/more/shown.csv table, deposits/more/raw.json body, deposits/more/fields.json body" {
		t.Errorf("the files are %s", all)
	}
	first, again := s.call("GET", "/scenarios/deposits/shown/files", ""), s.call("GET", "/scenarios/deposits/shown/files", "")
	if tag := first.Header().Get("ETag"); len(tag) < 10 || tag != again.Header().Get("ETag") {
		t.Errorf("tags %s and %s", tag, again.Header().Get("ETag"))
	}
	for _, path := range []string{"/scenarios/deposits/show/files", "/scenarios/deposit/shown/files", "/scenarios/sandbox/shown/files", "/scenarios/deposits/..%2F/files"} {
		s.refused(404, "SCENARIO_NOT_FOUND", "GET", path, "")
	}
}

func TestAFileThatIsTooLongOrNoTextIsNamedOnly(t *testing.T) {
	api := depositsAPI()
	long := "id\n" + strings.Repeat("x", engine.MaxSourceText) + "\n"
	text := "scenario: big\napi: deposits\ntables:\n  big: {file: big.csv, key: [id]}\n"
	program, found := engine.Load(fstest.MapFS{"deposits/big.yaml": {Data: []byte(text)}, "deposits/big.csv": {Data: []byte(long)}}, []*contract.API{api})
	if program == nil {
		t.Fatal(found)
	}
	files := program.Files(api, "big")
	if len(files) != 2 || files[1].Text != "" || files[1].Bytes != len(long) || files[0].Text != text {
		t.Errorf("%d files, the table of %d bytes with %d of text", len(files), files[1].Bytes, len(files[1].Text))
	}
}

func TestTheSchemaKnowsWhatIsLoaded(t *testing.T) {
	s := newSteered(t, bench)
	w := s.call("GET", "/scenario-schemas/deposits", "")
	var schema struct {
		Title string
		Else  struct {
			Properties struct {
				Rules struct{ Properties map[string]any }
				Tests struct{ Type string }
			}
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &schema); err != nil || w.Code != 200 {
		t.Fatalf("%d: %v: %.200s", w.Code, err, w.Body)
	}
	if schema.Title != "Scenario files of deposits" || schema.Else.Properties.Rules.Properties["verifyMyVpa"] == nil || schema.Else.Properties.Tests.Type != "array" {
		t.Errorf("%+v", schema)
	}
	for _, word := range []string{`"limits"`, `"nobody"`, `"strict"`, `"a VPA with an outcome"`, `"SCENARIO_ERROR"`} {
		if !strings.Contains(w.Body.String(), word) {
			t.Errorf("the schema does not know %s", word)
		}
	}
	if w.Header().Get("ETag") == "" {
		t.Error("no tag")
	}
	s.refused(404, "NOT_FOUND", "GET", "/scenario-schemas/deposit", "")
}
