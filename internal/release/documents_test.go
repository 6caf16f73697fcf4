package release_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/release"
)

func TestADocumentThatIsAddedBreaksNobody(t *testing.T) {
	c, err := release.Compare(nil, document(t, "new", shop(t)), consumers(t))
	if err != nil {
		t.Fatal(err)
	}
	if c.API != "shop" || c.Bump() != release.None || len(c.Findings()) > 0 || c.Versions() != "1.0.0 (new)" {
		t.Errorf("%s %s: %s, %v", c.API, c.Versions(), c.Bump(), c.Findings())
	}
	if e := c.Edits(); len(e) != 1 || e[0].Sentence() != `the document "shop" was added, with 5 operations` {
		t.Errorf("the edits are %+v", e)
	}
}

func TestADocumentThatIsRemovedBreaksAllOfItsConsumers(t *testing.T) {
	c, err := release.Compare(document(t, "old", shop(t)), nil, consumers(t))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := c.Findings().WriteText(&b); err != nil {
		t.Fatal(err)
	}
	const want = `old/shop.yaml: error: the document "shop" was removed, with 5 operations; this breaks 5 interactions of 2 consumers: till and web shop [breaking-change]
  testdata/pacts/till.json:5:5: till: the price of an item
  testdata/pacts/till.json:15:5: till: an item that is paid by transfer
  testdata/pacts/web-shop.json:5:5: web shop: a page of items
  testdata/pacts/web-shop.json:15:5: web shop: an item
  testdata/pacts/web-shop.json:25:5: web shop: an item that is not there
`
	if b.String() != want {
		t.Errorf("got %s", b.String())
	}
}

func TestPoliciesDecideWhatIsAnError(t *testing.T) {
	for _, p := range plantedEdits(t) {
		used := p.name == "a member of a response may be null"
		if !used && p.name != "a parameter becomes required" {
			continue
		}
		c := compare(t, shop(t), p.apply(t, shop(t)), consumers(t)) // the version stays as it is, too
		for policy, want := range map[release.Policy]int{release.FailUsed: 1, release.FailBreaking: 2, release.FailNone: 0} {
			if used && policy == release.FailUsed {
				want++
			}
			if got := c.Judge(policy).Errors(); got != want || len(c.Judge(policy)) != 2 {
				t.Errorf("%s, policy %d: %d errors of %d findings, want %d of 2", p.name, policy, got, len(c.Judge(policy)), want)
			}
		}
	}
}

func TestAnotherSpellingOfADocumentIsNoChange(t *testing.T) {
	var value any
	if err := yaml.Unmarshal([]byte(shop(t)), &value); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	d, found := release.Load(fstest.MapFS{"shop.json": {Data: text}}, "shop.json", func(file string) string { return file })
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	c, err := release.Compare(document(t, "old", shop(t)), d, nil)
	if err != nil || c.Bump() != release.None || len(c.Changes) > 0 {
		t.Errorf("%v %+v", err, c)
	}
}

func TestDocumentsOfOpenAPI30AreCompared(t *testing.T) {
	const text = `openapi: 3.0.3
info: {title: Shop, version: 1.0.0}
paths:
  /items:
    get:
      operationId: listItems
      responses:
        '200': {description: The items., content: {application/json: {schema: {type: string, nullable: false, maxLength: 9}}}}
`
	c := compare(t, text, strings.Replace(text, "nullable: false", "nullable: true", 1), nil)
	if e := c.Edits(); len(e) != 1 || e[0].Level != release.Breaking || e[0].ID != "response-body-became-nullable" || e[0].Place.Line != 8 {
		t.Errorf("the edits are %+v", e)
	}
}

func TestTextsOfEveryKindAreCompared(t *testing.T) {
	const strange = "\x01\x7f\u0085\u2028\ufeff\U0001f600 '\"\\ # : - {}[] & * ! % `"
	text := strings.Replace(shop(t), "enum: [red, green]}\n        kind: {type: string, const: thing}\n        payment",
		fmt.Sprintf("enum: [%q]}\n        kind: {type: string, const: thing}\n        payment", strange), 1)
	c := compare(t, text, strings.Replace(text, "red, green", "red", 1), nil)
	if e := c.Edits(); len(e) != 1 || e[0].ID != "request-property-enum-value-removed" {
		t.Errorf("the edits are %+v", e)
	}
	c = compare(t, text, shop(t), nil)
	if md := c.Markdown(); !strings.Contains(md, "`` \x01\x7f") || !strings.Contains(md, "% ` ``") {
		t.Errorf("as Markdown it is %s", md)
	}
}

func TestADocumentWithMistakesIsNotCompared(t *testing.T) {
	d, found := release.Load(fstest.MapFS{"a/shop.yaml": {Data: []byte("openapi: 3.1.0\ninfo: {}\npaths: {/a: {get: {responses: {'200': {$ref: 'b.yaml'}}}}}\n")}}, "a/shop.yaml",
		func(file string) string { return "HEAD:" + file })
	if d != nil || found.Errors() == 0 {
		t.Fatalf("%v %v", d, found)
	}
	for _, f := range found {
		if !strings.HasPrefix(f.File, "HEAD:a/") {
			t.Errorf("%s is named %s", f.Message, f.File)
		}
	}
	if _, found := release.Load(fstest.MapFS{}, "shop.yaml", func(file string) string { return file }); found.Errors() != 1 || found[0].Severity != finding.Error {
		t.Errorf("a file that is not there: %v", found)
	}
}
