package pact_test

import (
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/pact"
)

// text reads a text and writes its findings as the program does.
func text(t *testing.T, data string) (string, bool) {
	t.Helper()
	f, found := pact.Read([]byte(data), "p.json")
	var b strings.Builder
	if err := found.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	if (f == nil) != (found.Errors() > 0) {
		t.Errorf("the file is given %t, with %d errors", f != nil, found.Errors())
	}
	return b.String(), f != nil
}

func TestWhatIsWrongWithAFileIsSaidWithItsPlace(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"empty": {" \n", "p.json: error: the file is empty [empty-file]\n"},
		"no JSON": {"{\n \"consumer\": }", `p.json:2:14: error: the JSON text breaks the grammar at line 2, column 14: missing value after object name [bad-syntax]
     "consumer": }
                 ^
`},
		"cut off":  {`{"consumer": `, "p.json:1:14: error: the JSON text ends before its value is complete [bad-syntax]\n    {\"consumer\": \n                 ^\n"},
		"trailing": {"{} {}", "p.json:1:4: error: the JSON text goes on after its value, at byte 4 [bad-syntax]\n    {} {}\n       ^\n"},
		"no UTF-8": {"{\"consumer\": \"\xff\"}", "p.json:1:15: error: the JSON text is not UTF-8 at byte 15 [bad-syntax]\n    {\"consumer\": \"?\"}\n                  ^\n"},
		"repeated member": {"{\n \"consumer\": {\"name\": \"a\"},\n \"consumer\": {\"name\": \"b\"}\n}", `p.json:3:2: error: the JSON text repeats the member /consumer [bad-syntax]
     "consumer": {"name": "b"}
     ^^^^^^^^^^^^^^^^^^^^^^^^^
  p.json:2:2: first here
`},
		"another file": {`{"name": "package", "version": "1"}`, `p.json:1:1: error: this is JSON, but no pact [not-a-pact]
    {"name": "package", "version": "1"}
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: a pact file has the members consumer, provider and interactions
`},
		"a list": {`[1]`, "p.json:1:1: error: this is JSON, but no pact [not-a-pact]\n    [1]\n    ^^^\n  hint: a pact file has the members consumer, provider and interactions\n"},
		"no names, no interactions": {`{"consumer": {"name": ""}, "interactions": []}`, `p.json:1:1: error: the provider is missing [missing-member]
    {"consumer": {"name": ""}, "interactions": []}
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

p.json:1:15: error: the name of the consumer is missing (/consumer/name) [missing-member]
    {"consumer": {"name": ""}, "interactions": []}
                  ^^^^^^^^^^
`},
		"no interactions": {`{"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": []}`, `p.json:1:1: error: the pact holds no interactions [no-interactions]
    {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": []}
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: run the consumer's tests again; a pact without interactions verifies nothing
`},
		"a later specification": {"{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": [],\n \"metadata\": {\"pactSpecification\": {\"version\": \"5.0\"}}}",
			`p.json:2:37: error: there is no Pact specification "5.0" (/metadata/pactSpecification/version) [unknown-specification]
     "metadata": {"pactSpecification": {"version": "5.0"}}}
                                        ^^^^^^^^^^^^^^^^
  hint: specifications 1 to 4 are read
`},
	} {
		if got, _ := text(t, c.data); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestWhatIsWrongWithAnInteractionIsSaidWithItsPlace(t *testing.T) {
	for _, c := range []struct {
		request, response string
		want              []string // place, code and a part of the message
	}{
		{`, "path": 5`, "", []string{`repeats the member /interactions/0/request/path`}},
		{`, "headers": [1]`, "", []string{`2:45: error: must be an object, is a list (/interactions/0/request/headers) [wrong-type]`}},
		{`, "headers": {"A": {}}`, "", []string{`2:57: error: must be a string, is an object (/interactions/0/request/headers/A) [wrong-type]`}},
		{`, "query": "a=%zz"`, "", []string{`error: the query cannot be read: invalid URL escape "%zz" (/interactions/0/request/query) [bad-query]`}},
		{``, `, "status": 200`, []string{`repeats the member /interactions/0/response/status`}},
		{``, `, "body": {"content": "%", "encoded": true}`, []string{`error: the body is said to be written in base64, and is not (/interactions/0/response/body/content) [bad-body]`}},
		{``, `, "body": {"content": "e30", "encoded": "rot13"}`, []string{`error: there is no encoding "rot13"; it is false, true, "base64" or "JSON" (/interactions/0/response/body/encoded) [bad-body]`}},
		{``, `, "body": {"content": "e30gMQ==", "encoded": true, "contentType": "application/json"}`, []string{`the body is said to be application/json, and goes on after its value, at byte 4`}},
		{``, `, "body": 5`, []string{`error: must be an object, is a number (/interactions/0/response/body) [wrong-type]`}},
		{``, `, "matchingRules": {"body": {"$.a": {"matchers": [{"match": "regex"}]}}}`, []string{`the matcher regex has no expression (/interactions/0/response/matchingRules/body/$.a/matchers/0) [missing-member]`}},
		{``, `, "matchingRules": {"body": {"$.a": {"combine": "XOR", "matchers": [{"match": "type", "min": -1}]}}}`, []string{`not by "XOR"`, `must be a whole number that is not negative, is a number`}},
		{``, `, "matchingRule": {}`, []string{`warning: the format has no member "matchingRule" here, so it says nothing (/interactions/0/response/matchingRule) [stray-member]`, `did you mean "matchingRules"?`}},
		{``, `, "matchingRules": {"bodyy": {}}`, []string{`warning: there are no matching rules of "bodyy"`, `did you mean "body"?`}},
		{``, `, "matchingRules": {"$.bod.a": {"match": "type"}}`, []string{`warning: the matching rule "$.bod.a" is for no part of a message, so it says nothing`}},
		{``, `, "matchingRules": {"body": {"$.a": {"matchers": [{"match": "csv"}]}}}`, []string{`warning: there is no matcher "csv" in the Pact specifications, so its rule is not judged`}},
		{``, `, "matchingRules": {"body": {"a": {"matchers": []}, "$.": {"matchers": []}, "$[x]": {"matchers": []}, "$['a": {"matchers": []}, "$x": {"matchers": []}, "$[": {"matchers": []}}}`,
			[]string{`"a" does not begin with $`, `"$." has a step without a name`, `"$[x]" has a bracket that holds no index`, `"$['a" has a bracket that is not closed`, `"$x" goes on with x where . or [ is expected`, `"$[" has a bracket that is not closed`}},
	} {
		got, _ := text(t, wrap("4.0", c.request, c.response))
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s %s: no %q in\n%s", c.request, c.response, want, got)
			}
		}
	}
}

func TestInteractionsWithoutTheirPartsAreErrors(t *testing.T) {
	for interaction, want := range map[string]string{
		`{}`:                               `the request is missing (/interactions/0) [missing-member]`,
		`5`:                                `must be an object, is a number (/interactions/0) [wrong-type]`,
		`null`:                             `must be an object, is null (/interactions/0) [wrong-type]`,
		`{"request": {"path": "/x"}}`:      `the method is missing (/interactions/0/request/method) [missing-member]`,
		`{"request": {"method": "GET"}}`:   `the path is missing (/interactions/0/request/path) [missing-member]`,
		`{"request": {"path": "x"}}`:       `the path must begin with a slash (/interactions/0/request/path) [bad-path]`,
		`{"request": {"path": "/x?a=1"}}`:  `a query stands in the member query (/interactions/0/request/path) [bad-path]`,
		`{"request": {"path": "/x%2"}}`:    `the path is not escaped as in a URL`,
		`{"response": {"status": 99}}`:     `99 is no status of HTTP (/interactions/0/response/status) [wrong-type]`,
		`{"response": {"status": "200"}}`:  `must be a whole number that is not negative, is a string (/interactions/0/response/status) [wrong-type]`,
		`{"providerStates": [{}]}`:         `the name of the provider state is missing (/interactions/0/providerStates/0/name) [missing-member]`,
		`{"providerStates": {"name": ""}}`: `must be a list, is an object (/interactions/0/providerStates) [wrong-type]`,
		`{"pending": "yes"}`:               `must be true or false, is a string (/interactions/0/pending) [wrong-type]`,
	} {
		got, ok := text(t, `{"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [`+interaction+`]}`)
		if ok || !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", interaction, want, got)
		}
	}
}

func TestTwoInteractionsOfOneDescriptionAndStateAreToldOf(t *testing.T) {
	one := `{"description": "d", "providerState": "s", "request": {"method": "GET", "path": "/x"}}`
	other := strings.Replace(one, `"s"`, `"t"`, 1)
	got, ok := text(t, `{"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [`+"\n"+one+",\n"+other+",\n"+one+"]}")
	if want := "p.json:4:1: warning: an interaction \"d\" with the same states stands in the file already (/interactions/2) [duplicate-interaction]"; !ok || strings.Count(got, "duplicate-interaction") != 1 ||
		!strings.HasPrefix(got, want) || !strings.Contains(got, "p.json:2:1: first here") {
		t.Errorf("%s", got)
	}
}

func TestARuleThatSpeaksOfNothingInTheExampleIsToldOf(t *testing.T) {
	const body = `{"branches": [{"ifsc": "A", "open": {"days": [1]}, "tags": []}], "name": "x", "next": null, "texts": ["a"], "map": {"k": {"v": 1}}}`
	for path, want := range map[string]string{
		"$.braches[*].ifsc":          `the matching rule of $.braches[*].ifsc speaks of nothing in the example: $ has no member "braches"`,
		"$.branches[*].open.dayz[*]": `$.branches[*].open has no member "dayz"`,
		"$.branches[1].ifsc":         `$.branches has no item 1`,
		"$.branches.ifsc":            `$.branches has no item ifsc`,
		"$.name.first":               `$.name has no member "first"`,
		"$.name[*].first":            `$.name has no members or items`,
		"$.map.*.w":                  `$.map.* has no member "w"`,
		"$":                          "",
		"$.branches[0].ifsc":         "",
		"$['branches'][*].open.days": "",
		"$.*[*].ifsc":                "",
		"$.branches[*].tags[*].name": "", // an empty list
		"$.next.page":                "", // null
		"$.texts[*].*":               "", // as libraries write it for each item
	} {
		got, _ := text(t, wrap("3.0.0", "", `, "body": `+body+`, "matchingRules": {"body": {"`+path+`": {"matchers": [{"match": "type"}]}}}`))
		if got != "" && want == "" || !strings.Contains(got, want) || want != "" && !strings.Contains(got, "[idle-rule]") {
			t.Errorf("%s: no %q in\n%s", path, want, got)
		}
	}
	got, _ := text(t, wrap("2.0.0", "", `, "body": `+body+`, "matchingRules": {"$.body.braches[*].ifsc": {"match": "type"}}`))
	if !strings.Contains(got, `did you mean "branches"?`) || !strings.Contains(got, "(/interactions/0/response/matchingRules/$.body.braches[*].ifsc)") {
		t.Errorf("%s", got)
	}
	if got, _ := text(t, wrap("3.0.0", "", `, "body": "<a/>", "matchingRules": {"body": {"$.a.b": {"matchers": [{"match": "type"}]}}}`)); got != "" {
		t.Errorf("a body that is no JSON: %s", got)
	}
}

func TestTheSizeAndDepthOfFilesAreBounded(t *testing.T) {
	if got, _ := text(t, strings.Repeat(" ", 16<<20+1)); !strings.Contains(got, "is larger than 16 MiB") {
		t.Errorf("%s", got)
	}
	if got, _ := text(t, strings.Repeat(`{"a":`, 101)+"1"+strings.Repeat("}", 101)); !strings.Contains(got, "is nested deeper than 100 levels") {
		t.Errorf("%s", got)
	}
}
