package pact_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// read reads a text that must be a pact without findings.
func read(t *testing.T, text string) *pact.File {
	t.Helper()
	f, found := pact.Read([]byte(text), "p.json")
	if f == nil || len(found) > 0 {
		t.Fatalf("findings: %v", found)
	}
	return f
}

// wrap puts members of a request and response into a pact of a specification.
func wrap(version, request, response string) string {
	return fmt.Sprintf(`{"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [{"description": "d",
 "request": {"method": "GET", "path": "/x"%s}, "response": {"status": 200%s}}], "metadata": {"pactSpecification": {"version": %q}}}`,
		request, response, version)
}

func TestTheSpecificationIsReadInEverySpelling(t *testing.T) {
	for metadata, want := range map[string]string{
		`{"pactSpecification": {"version": "4.0"}}`:    "4.0",
		`{"pact-specification": {"version": "2.0.0"}}`: "2.0.0",
		`{"pactSpecificationVersion": "3.0.0"}`:        "3.0.0",
		`{"pactSpecification": "3"}`:                   "3",
		`{"pactSpecification": {"version": 4}}`:        "4",
		`{"pactSpecification": {"version": "1.1.0"}}`:  "1.1.0",
		`{}`: "2.0",
	} {
		text := `{"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [{"description": "d", "request": {"method": "GET", "path": "/x"}}], "metadata": ` + metadata + "}"
		if f := read(t, text); f.Specification != want {
			t.Errorf("%s: %q, want %q", metadata, f.Specification, want)
		}
	}
}

func TestWithoutMetadataTheSpecificationIsTheOldestThatHasWhatIsUsed(t *testing.T) {
	for member, want := range map[string]string{
		`"providerState": "s"`:               "2.0",
		`"providerStates": [{"name": "s"}]`:  "3.0",
		`"type": "Synchronous/HTTP"`:         "4.0",
		`"type": "", "providerStates": null`: "4.0",
	} {
		text := `{"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [{` + member + `, "request": {"method": "GET", "path": "/x"}}]}`
		if f := read(t, text); f.Specification != want {
			t.Errorf("%s: %q, want %q", member, f.Specification, want)
		}
	}
}

func TestAPactOfSpecification2IsRead(t *testing.T) {
	f := read(t, `{
  "consumer": {"name": "till"}, "provider": {"name": "shop"},
  "interactions": [{
    "description": "a list", "provider_state": "orders exist",
    "request": {"method": "get", "path": "/orders", "query": "page=1&tag=a%20b&tag=c", "headers": {"Accept": "application/json"},
      "matchingRules": {"$.path": {"match": "regex", "regex": "/.*"}, "$.query.tag[0]": {"match": "type"}, "$.headers['Accept']": {"match": "regex", "regex": "json"}}},
    "response": {"status": 200, "headers": {"content-type": "application/json; charset=utf-8"}, "body": [{"id": 1, "other id": "x"}],
      "matchingRules": {"$.body": {"min": 1}, "$.body[*].id": {"match": "type"}, "$['body'][*]['other id']": {"regex": "x"}, "$.headers.Content-Type": {"match": "regex", "regex": "json"}}}
  }],
  "metadata": {"pactSpecificationVersion": "2.0.0"}
}`)
	i := f.Interactions[0]
	if f.Consumer != "till" || f.Provider != "shop" || i.Kind != pact.HTTP || i.Pointer != "/interactions/0" || i.File != f {
		t.Errorf("file %+v, interaction %+v", f, i)
	}
	if want := []pact.State{{Name: "orders exist", Pointer: "/interactions/0/provider_state"}}; !reflect.DeepEqual(i.States, want) {
		t.Errorf("states %+v", i.States)
	}
	if i.Request.Method != "GET" || !reflect.DeepEqual(map[string][]string(i.Request.Query), map[string][]string{"page": {"1"}, "tag": {"a b", "c"}}) {
		t.Errorf("request %+v", i.Request)
	}
	var rules []string
	for _, r := range append(i.Request.Rules, i.Response.Rules...) {
		rules = append(rules, r.Category+" "+r.Path+" "+r.Matchers[0].Match)
	}
	want := []string{"header Accept regex", "path  regex", "query tag[0] type", "body $ type", "body $[*].id type", "header Content-Type regex", "body $[*]['other id'] regex"}
	if !reflect.DeepEqual(rules, want) {
		t.Errorf("rules %q, want %q", rules, want)
	}
	if b := i.Response.Body; !b.JSON || b.ContentType != "application/json" || string(b.Raw) != `[{"id": 1, "other id": "x"}]` || b.Pointer != "/interactions/0/response/body" {
		t.Errorf("body %+v", b)
	}
}

func TestAPactOfSpecification4IsRead(t *testing.T) {
	f := read(t, `{
  "consumer": {"name": "till"}, "provider": {"name": "shop"},
  "interactions": [{
    "type": "synchronous/http", "key": "k1", "description": "an order", "pending": true, "comments": {"text": ["x"]},
    "providerStates": [{"name": "a customer exists", "params": {"id": "c-1", "limit": 5}}, {"name": "stock"}],
    "request": {"method": "POST", "path": "/orders", "query": {"dry": ["true"], "empty": [null]}, "headers": {"X-A": ["1", "2"]},
      "body": {"content": {"qty": 3}, "contentType": "application/json", "encoded": false},
      "matchingRules": {"body": {"$.qty": {"combine": "OR", "matchers": [{"match": "integer"}, {"match": "null"}]}}, "metadata": {"x": {"matchers": []}}},
      "generators": {"body": {"$.qty": {"type": "RandomInt"}}}},
    "response": {"status": 201, "body": {"content": "aGVsbG8=", "contentType": "text/plain", "encoded": "base64"},
      "matchingRules": {"status": {"matchers": [{"match": "statusCode", "status": "success"}]}}}
  }],
  "metadata": {"pactSpecification": {"version": "4.0"}}
}`)
	i := f.Interactions[0]
	if i.Kind != pact.HTTP || i.Key != "k1" || !i.Pending || len(i.States) != 2 || i.States[0].Params["limit"] != 5 {
		t.Errorf("interaction %+v", i)
	}
	if !reflect.DeepEqual(map[string][]string(i.Request.Query), map[string][]string{"dry": {"true"}, "empty": {""}}) || !reflect.DeepEqual(i.Request.Header["X-A"], []string{"1", "2"}) {
		t.Errorf("request %+v", i.Request)
	}
	if b := i.Request.Body; b.ContentType != "application/json" || string(b.Raw) != `{"qty": 3}` || b.Pointer != "/interactions/0/request/body/content" {
		t.Errorf("body %+v", b)
	}
	if r := i.Request.Rules; len(r) != 1 || !r[0].Any || len(r[0].Matchers) != 2 {
		t.Errorf("rules %+v", r)
	}
	if b := i.Response.Body; b.JSON || string(b.Raw) != "hello" || b.ContentType != "text/plain" {
		t.Errorf("body %+v", b)
	}
	if r := i.Response.Rules; len(r) != 1 || r[0].Category != "status" || r[0].Matchers[0].Class != "success" {
		t.Errorf("rules %+v", r)
	}
}

func TestBodiesAreReadAsTheyAreWritten(t *testing.T) {
	type body struct {
		present, empty, json bool
		raw                  string
	}
	for _, c := range []struct {
		version, members string
		want             body
	}{
		{"2.0.0", ``, body{}},
		{"2.0.0", `, "body": null`, body{present: true, empty: true}},
		{"2.0.0", `, "body": ""`, body{present: true, empty: true}},
		{"2.0.0", `, "body": "text"`, body{present: true, raw: "text"}},
		{"3.0.0", `, "body": 5`, body{true, false, true, "5"}},
		{"3.0.0", `, "headers": {"Content-Type": "application/json"}, "body": "{\"a\": 1}"`, body{true, false, true, `{"a": 1}`}},
		{"3.0.0", `, "headers": {"Content-Type": "application/json"}, "body": "a text"`, body{true, false, true, `"a text"`}},
		{"4.0", `, "body": {}`, body{}},
		{"4.0", `, "body": null`, body{present: true, empty: true}},
		{"4.0", `, "body": {"content": ""}`, body{present: true, empty: true}},
		{"4.0", `, "body": {"content": {"a": [1]}}`, body{true, false, true, `{"a": [1]}`}},
		{"4.0", `, "body": {"content": "eyJhIjoxfQ==", "contentType": "application/hal+json", "encoded": true}`, body{true, false, true, `{"a":1}`}},
		{"4.0", `, "body": {"content": "\"x\"", "contentType": "application/json", "encoded": "JSON"}`, body{true, false, true, `"x"`}},
	} {
		b := read(t, wrap(c.version, "", c.members)).Interactions[0].Response.Body
		if got := (body{b.Present, b.Empty, b.JSON, string(b.Raw)}); got != c.want {
			t.Errorf("%s %s: %+v, want %+v", c.version, c.members, got, c.want)
		}
	}
}

func TestMatchersAreReadInEverySpelling(t *testing.T) {
	two := 2
	for text, want := range map[string]pact.Matcher{
		`{"match": "type", "min": 2}`: {Match: "type", Min: &two},
		`{"max": 2}`:                  {Match: "type", Max: &two},
		`{"regex": "a"}`:              {Match: "regex", Regex: "a"},
		`{"match": "timestamp", "timestamp": "yyyy"}`:                          {Match: "datetime", Format: "yyyy"},
		`{"match": "datetime", "format": "yyyy"}`:                              {Match: "datetime", Format: "yyyy"},
		`{"date": "yyyy"}`:                                                     {Match: "date", Format: "yyyy"},
		`{"match": "not-empty"}`:                                               {Match: "notEmpty"},
		`{"match": "contentType", "value": "image/png"}`:                       {Match: "contentType", Value: "image/png"},
		`{"match": "include", "value": 7}`:                                     {Match: "include", Value: "7"},
		`{"match": "statusCode", "status": [200, 201]}`:                        {Match: "statusCode", Statuses: []int{200, 201}},
		`{"match": "eachKey", "rules": [{"match": "type"}]}`:                   {Match: "eachKey", Rules: []pact.Matcher{{Match: "type"}}},
		`{"match": "array-contains", "variants": [{"index": 2, "rules": {}}]}`: {Match: "arrayContains", Variants: []pact.Variant{{Index: 2}}},
	} {
		rules := read(t, wrap("3.0.0", "", `, "body": {"a": 1}, "matchingRules": {"body": {"$.a": {"matchers": [`+text+`]}}}`)).Interactions[0].Response.Rules
		got := rules[0].Matchers[0]
		got.Pointer = ""
		for i := range got.Rules {
			got.Rules[i].Pointer = ""
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}

func TestMembersThatTheFormatDoesNotHaveAreTolerated(t *testing.T) {
	read(t, `{"consumer": {"name": "c", "id": 1}, "provider": {"name": "p"}, "createdAt": "2030", "_links": {"self": {}},
 "interactions": [{"_id": "1", "description": "d", "request": {"method": "GET", "path": "/x", "extra": 1}, "response": {"status": 200}}]}`)
}

func TestInteractionsThatAreNotHTTPAreKeptAndToldOf(t *testing.T) {
	f, found := pact.Read([]byte(`{"consumer": {"name": "c"}, "provider": {"name": "p"}, "messages": [{"description": "m", "contents": 1}],
 "interactions": [{"type": "Synchronous/Messages", "description": "s"}, {"type": "Some/Plugin", "description": "q"}], "metadata": {"pactSpecification": {"version": "4.0"}}}`), "p.json")
	if f == nil || len(f.Interactions) != 3 || len(found) != 3 || found.Errors() > 0 {
		t.Fatalf("%+v %v", f, found)
	}
	var kinds []string
	for i, interaction := range f.Interactions {
		kinds = append(kinds, interaction.Kind)
		if found[i].Code != "not-checkable" {
			t.Errorf("%v", found[i])
		}
	}
	if want := []string{pact.SyncMessages, "Some/Plugin", pact.Message}; !reflect.DeepEqual(kinds, want) {
		t.Errorf("kinds %q", kinds)
	}
}

func TestFoldersAreSearchedForFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	good := wrap("4.0", "", "")
	write("b.json", good)
	write("a/deep/c.JSON", good)
	write("a/broken.json", "{")
	write("a/readme.md", "no pact")
	write("node_modules/x/package.json", "{}")
	files, found := pact.ReadAll([]string{dir, filepath.Join(dir, ".", "b.json")})
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimPrefix(f.Name, filepath.ToSlash(dir)))
	}
	if !reflect.DeepEqual(names, []string{"/a/deep/c.JSON", "/b.json"}) || len(found) != 1 || found[0].Code != "bad-syntax" {
		t.Errorf("%q %v", names, found)
	}
}

func TestABodyWithoutContentIsTakenAsAWhole(t *testing.T) {
	f, found := pact.Read([]byte(wrap("4.0", `, "body": {"contentType": "text/plain"}`, `, "body": {"nonsense": {"type": 7}}`)), "p.json")
	if len(found) != 1 || found[0].Code != "bare-body" || found[0].Severity != finding.Warning || found[0].Line != 2 || !strings.Contains(found[0].Message, "(/interactions/0/response/body)") {
		t.Fatalf("%v", found)
	}
	if b := f.Interactions[0].Response.Body; !b.JSON || string(b.Raw) != `{"nonsense": {"type": 7}}` || b.Pointer != "/interactions/0/response/body" {
		t.Errorf("%+v", b)
	}
	if b := f.Interactions[0].Request.Body; b.Present || b.ContentType != "text/plain" {
		t.Errorf("what may stand beside content: %+v", b)
	}
}

func TestNothingToReadIsAnError(t *testing.T) {
	empty := t.TempDir()
	for _, c := range []struct {
		paths []string
		code  string
	}{{nil, "no-pacts"}, {[]string{empty}, "no-pacts"}, {[]string{filepath.Join(empty, "gone")}, "unreadable-file"}} {
		files, found := pact.ReadAll(c.paths)
		if len(files) > 0 || len(found) != 1 || found[0].Code != c.code || found[0].Severity != finding.Error {
			t.Errorf("%q: %v", c.paths, found)
		}
	}
}
