package doclint_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/doclint"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/openapi"
)

// shop is a document that no rule has anything against.
const shop = `openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
tags: [{name: Orders, description: What was bought.}]
security: [{key: []}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      summary: List the orders
      parameters:
        - {name: pageSize, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
      responses:
        '200':
          description: The orders.
          content: {application/json: {schema: {$ref: '#/components/schemas/OrderList'}}}
        4XX: {$ref: '#/components/responses/Refused'}
        5XX: {$ref: '#/components/responses/Refused'}
    post:
      operationId: placeOrder
      tags: [Orders]
      summary: Place an order
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses:
        '201': {description: It is placed.}
        4XX: {$ref: '#/components/responses/Refused'}
        5XX: {$ref: '#/components/responses/Refused'}
  /orders/{orderId}:cancel:
    post:
      operationId: cancelOrder
      summary: Cancel an order
      parameters:
        - {name: orderId, in: path, required: true, schema: {type: string, maxLength: 20}}
        - {name: X-Reason, in: header, schema: {type: string, maxLength: 20}}
      responses:
        '204': {description: It is cancelled.}
        4XX: {$ref: '#/components/responses/Refused'}
        5XX: {$ref: '#/components/responses/Refused'}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: x-api-key}
  responses:
    Refused:
      description: It is refused.
      content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
  schemas:
    Problem:
      title: Problem
      type: object
      additionalProperties: true
      properties: {type: {type: string, maxLength: 99}}
    OrderList:
      title: Order list
      type: array
      maxItems: 100
      items: {$ref: '#/components/schemas/Order'}
    Order:
      title: Order
      type: object
      additionalProperties: false
      properties:
        id: {type: string, maxLength: 20}
        amount: {type: string, maxLength: 20}
        mobile: {$ref: '#/components/schemas/Mobile'}
        payment: {$ref: '#/components/schemas/Payment'}
        note: {$ref: '#/components/schemas/Note'}
    Mobile:
      title: Mobile
      type: string
      maxLength: 20
      x-sensitive: true
    Note:
      title: Note
      oneOf: [{type: string, maxLength: 99}, {type: array, maxItems: 9, items: {type: string, maxLength: 9}}, {type: 'null'}]
    Payment:
      title: Payment
      oneOf: [{$ref: '#/components/schemas/Cash'}, {$ref: '#/components/schemas/Card'}]
      discriminator:
        propertyName: method
        mapping:
          cash: '#/components/schemas/Cash'
          card: '#/components/schemas/Card'
    Cash:
      title: Cash
      type: object
      additionalProperties: false
      required: [method]
      properties: {method: {const: cash}}
    Card:
      title: Card
      type: object
      additionalProperties: false
      required: [method]
      properties: {method: {enum: [card]}}
`

// lint gives the findings of documents as "file:line:column code: message", the file left out where there is one.
func lint(t *testing.T, files map[string]string) []string {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var documents []*contract.Document
	for name := range files {
		if strings.HasPrefix(name, "shared") {
			continue
		}
		d, found := contract.ReadDocument(fsys, name)
		if found.Errors() > 0 {
			t.Fatalf("%s: %v", name, found.Err())
		}
		documents = append(documents, d)
	}
	var lines []string
	for _, f := range doclint.Lint(documents...) {
		place := f.Place.String()
		if len(files) == 1 {
			place = strings.TrimPrefix(place, f.File+":")
		}
		lines = append(lines, fmt.Sprintf("%s %s: %s", place, f.Code, f.Message))
	}
	return lines
}

// changed is the shop with one thing written in another way.
func changed(t *testing.T, old, new string) string {
	t.Helper()
	if strings.Count(shop, old) == 0 {
		t.Fatalf("the shop has no %q", old)
	}
	return strings.Replace(shop, old, new, 1)
}

func TestADocumentThatIsWrittenWellHasNoFindings(t *testing.T) {
	if got := lint(t, map[string]string{"shop.yaml": shop}); len(got) > 0 {
		t.Errorf("found %s", strings.Join(got, "\n"))
	}
}

func TestADecisionPointUsesItsSchemas(t *testing.T) {
	shop := strings.NewReplacer("note: {$ref: '#/components/schemas/Note'}", "note: {type: boolean}",
		"      summary: Place an order\n", "      summary: Place an order\n"+
			"      x-decision-points: {line: {item: {$ref: '#/components/schemas/Order'}, verdict: {$ref: '#/components/schemas/Note'}}}\n",
	).Replace(shop)
	if got := lint(t, map[string]string{"shop.yaml": shop}); len(got) > 0 {
		t.Errorf("found %s", strings.Join(got, "\n"))
	}
}

// cases break one rule each. There is at least one for every rule.
var cases = []struct {
	name, old, new string
	want           []string
}{
	{"an operation has no id", "      operationId: listOrders\n", "", []string{"7:5 operation-id-missing: GET /orders has no operationId"}},
	{"an id is in snake case", "listOrders", "list_orders", []string{`8:20 operation-id-style: the operationId "list_orders" is not in camelCase`}},
	{"an id is a noun", "listOrders", "orders", []string{`8:20 operation-id-style: the operationId "orders" says only one of what is done and to what`}},
	{"an id ends with its verb", "listOrders", "ordersList", []string{`8:20 operation-id-style: the operationId "ordersList" does not begin with its verb`}},
	{"an operation has no summary", "      summary: List the orders\n", "", []string{"7:5 summary-missing: listOrders has no summary"}},
	{"a tag is misspelt", "tags: [Orders]", "tags: [Order]", []string{`9:14 tag-undeclared: the document declares no tag "Order"`}},
	{"a tag is not described", ", description: What was bought.", "", []string{`3:15 tag-undescribed: the tag "Orders" has no description`}},
	{"a version is not semantic", "version: 1.0.0", "version: v1", []string{`2:30 version-not-semantic: the version "v1" of the document is not semantic`}},
	{"a version has a leading zero", "version: 1.0.0", "version: 1.02.0", []string{`2:30 version-not-semantic: the version "1.02.0" of the document is not semantic`}},
	{"a path ends with a slash", "  /orders:", "  /orders/:", []string{"6:3 path-style: the path /orders/ ends with a slash"}},
	{"a path is in snake case", "  /orders:", "  /all_orders:", []string{`6:3 path-style: "all_orders" in the path /all_orders is not in kebab-case`}},
	{"a path has an empty segment", "  /orders:", "  /all//orders:", []string{"6:3 path-style: the path /all//orders has an empty segment"}},
	{"a parameter is in snake case", "name: pageSize", "name: page_size", []string{`12:18 parameter-style: the query parameter "page_size" is not in camelCase`}},
	{"a header has an underscore", "name: X-Reason", "name: X_Reason", []string{`34:18 parameter-style: the header "X_Reason" is not words with hyphens between them`}},
	{"a schema has no title", "      title: Order list\n", "", []string{"52:5 title-missing: schema OrderList has no title"}},
	{"two schemas have one title", "title: Order list", "title: Order", []string{`58:14 duplicate-title: schema Order has the title of schema OrderList, "Order"`}},
	{"two schemas become one name", "    Note:\n", "    cash: {title: Coins, type: string, maxLength: 9}\n    Note:\n",
		[]string{"72:5 unused-component: nothing uses schema cash", "84:5 name-collision: schema Cash and schema cash are both called Cash in generated code"}},
	{"a parameter and a schema have one name", "  responses:\n    Refused:", "  parameters:\n    Order: {name: order, in: query, schema: {type: boolean}}\n  responses:\n    Refused:",
		[]string{"43:5 shared-name: parameter Order and schema Order are both called Order in generated code", "43:5 unused-component: nothing uses parameter Order"}},
	{"two operations become one name", "operationId: placeOrder", "operationId: ListOrders",
		[]string{`20:20 name-collision: ListOrders and listOrders are both called ListOrders in generated code`, `20:20 operation-id-style: the operationId "ListOrders" is not in camelCase`}},
	{"an object has no name", "id: {type: string, maxLength: 20}", "id: {type: object, additionalProperties: false, properties: {a: {type: boolean}}}",
		[]string{"62:9 anonymous-schema: member id of schema Order is an object without a name"}},
	{"a union has no name", "id: {type: string, maxLength: 20}", "id: {oneOf: [{type: boolean}, {type: string, maxLength: 9}]}",
		[]string{"62:9 anonymous-schema: member id of schema Order is a union without a name"}},
	{"a body has no name", "schema: {$ref: '#/components/schemas/OrderList'}", "schema: {type: object, additionalProperties: false, properties: {all: {$ref: '#/components/schemas/OrderList'}}}",
		[]string{"16:40 anonymous-schema: the content of answer 200 of listOrders is an object without a name"}},
	{"a schema has no type", "id: {type: string, maxLength: 20}", "id: {description: An id}", []string{"62:9 loose-schema: member id of schema Order can be anything: it has no type"}},
	{"a schema is true", "id: {type: string, maxLength: 20}", "id: true", []string{"62:9 loose-schema: member id of schema Order can be anything"}},
	{"an object is loose", "id: {type: string, maxLength: 20}", "id: {type: object, additionalProperties: true}",
		[]string{"62:9 loose-schema: member id of schema Order is an object that names neither its members nor what their values are"}},
	{"an array says nothing of its elements", "      items: {$ref: '#/components/schemas/Order'}\n", "", []string{"52:5 loose-schema: schema OrderList is an array that does not say what its elements are"}},
	{"an object does not say if it is closed", "      additionalProperties: true\n", "", []string{"47:5 openness-unstated: schema Problem does not say whether it has members beside those that it names"}},
	{"a string is not bounded", "id: {type: string, maxLength: 20}", "id: {type: [string, 'null']}", []string{"62:9 unbounded-value: member id of schema Order is a string without maxLength"}},
	{"an array is not bounded", "      maxItems: 100\n", "", []string{"52:5 unbounded-value: schema OrderList is an array without maxItems"}},
	{"a number is not bounded", "minimum: 1, maximum: 100", "exclusiveMinimum: 0", []string{"12:39 unbounded-value: parameter pageSize of listOrders is a number without maximum"}},
	{"a map is not bounded", "id: {type: string, maxLength: 20}", "id: {type: object, additionalProperties: {type: boolean}}", []string{"62:9 unbounded-value: member id of schema Order is a map without maxProperties"}},
	{"a date is bounded", "id: {type: string, maxLength: 20}", "id: {type: string, format: date}", nil},
	{"a keyword is not portable", "id: {type: string, maxLength: 20}", "id: {type: string, maxLength: 20, not: {const: x}}", []string{"62:43 unportable-keyword: member id of schema Order uses not, which not every tool understands"}},
	{"a schema has two types", "id: {type: string, maxLength: 20}", "id: {type: [string, integer], maxLength: 20, minimum: 1, maximum: 2}", []string{"62:14 unportable-keyword: member id of schema Order has several types, which not every tool understands"}},
	{"a description stands beside a reference", "mobile: {$ref: '#/components/schemas/Mobile'}", "mobile: {$ref: '#/components/schemas/Mobile', description: To call}",
		[]string{"64:55 reference-siblings: description stands beside a reference, where many tools ignore it"}},
	{"two members of a union are strings", "{type: array, maxItems: 9, items: {type: string, maxLength: 9}}", "{type: string, maxLength: 5}",
		[]string{"74:7 ambiguous-union: schema Note has neither a discriminator nor members of different types: a member without a name and a member without a name can both be a string"}},
	{"two members of a union list different strings", "[{type: string, maxLength: 99}, {type: array, maxItems: 9, items: {type: string, maxLength: 9}}", "[{const: a}, {type: string, enum: [b, c]}", nil},
	{"two members of a union list one string", "[{type: string, maxLength: 99}, {type: array, maxItems: 9, items: {type: string, maxLength: 9}}", "[{const: b}, {type: string, enum: [b, c]}",
		[]string{"74:7 ambiguous-union: schema Note has neither a discriminator nor members of different types: a member without a name and a member without a name can both be a string"}},
	{"a union has no discriminator", "      discriminator:\n        propertyName: method\n        mapping:\n          cash: '#/components/schemas/Cash'\n          card: '#/components/schemas/Card'\n", "",
		[]string{"77:7 ambiguous-union: schema Payment has neither a discriminator nor members of different types: Cash and Card can both be an object"}},
	{"a member is not mapped", "          card: '#/components/schemas/Card'\n", "", []string{"80:9 discriminator-mapping: the mapping of schema Payment has no value for Card"}},
	{"a mapping leads elsewhere", "{$ref: '#/components/schemas/Cash'}, ", "",
		[]string{`81:11 discriminator-mapping: the mapping of schema Payment leads to Cash for "cash", which is no member of the union`}},
	{"there is no mapping", "        mapping:\n          cash: '#/components/schemas/Cash'\n          card: '#/components/schemas/Card'\n", "",
		[]string{"78:7 discriminator-tag: schema Payment leaves it to the names of schemas which value stands for which member"}},
	{"a tag is not required", "      required: [method]\n", "", []string{"81:11 discriminator-tag: Cash does not require method, by which schema Payment is told apart"}},
	{"a tag can have other values", "const: cash", "enum: [cash, coins]", []string{`81:11 discriminator-tag: method of Cash can have another value than "cash", by which schema Payment is told apart`}},
	{"a required member is misspelt", "      title: Order\n", "      title: Order\n      required: [id, amuont]\n", []string{`59:22 required-unnamed: schema Order requires "amuont", which it does not name`}},
	{"a description stands beside the reference of an answer", "5XX: {$ref: '#/components/responses/Refused'}", "5XX: {$ref: '#/components/responses/Refused', description: Failed}",
		[]string{"18:55 reference-siblings: description stands beside a reference, where many tools ignore it"}},
	{"money is a number", "amount: {type: string, maxLength: 20}", "amount: {type: number, minimum: 0, maximum: 9}", []string{"63:9 money-as-float: member amount of schema Order is money, and a number: floating-point numbers cannot hold amounts"}},
	{"a share of money is a number", "amount: {type: string, maxLength: 20}", "interestRate: {type: number, minimum: 0, maximum: 9}", nil},
	{"a secret is not marked", "      x-sensitive: true\n", "", []string{"67:5 secret-unmarked: schema Mobile holds a secret by its name, mobile, and is not marked as one"}},
	{"a secret is written in place", "id: {type: string, maxLength: 20}", "access_token: {type: string, maxLength: 20}", []string{"62:9 secret-unmarked: member access_token of schema Order holds a secret by its name, access_token, and is not marked as one"}},
	{"a secret is masked", "id: {type: string, maxLength: 20}", "pan: {type: string, maxLength: 20, pattern: '^\\*+..$'}", nil},
	{"a status is not declared", "        5XX: {$ref: '#/components/responses/Refused'}\n", "        '500': {$ref: '#/components/responses/Refused'}\n        '503': {$ref: '#/components/responses/Refused'}\n",
		[]string{"7:5 error-series: listOrders does not declare the answers 501, 502, 504"}},
	{"a default answer covers all", "        5XX: {$ref: '#/components/responses/Refused'}\n", "        default: {$ref: '#/components/responses/Refused'}\n", nil},
	{"an error is no problem", "application/problem+json", "application/json", []string{"45:17 problem-answers: response Refused is an error, and no problem but application/json"}},
	{"an error has no content", "4XX: {$ref: '#/components/responses/Refused'}", "4XX: {description: Refused.}", []string{"17:9 problem-answers: answer 4XX of listOrders is an error, and its content says nothing about it"}},
	{"a component is not used", "note: {$ref: '#/components/schemas/Note'}", "note: {type: boolean}", []string{"72:5 unused-component: nothing uses schema Note"}},
	{"a security scheme is not used", "security: [{key: []}]\n", "", []string{"40:5 unused-component: nothing uses security scheme key"}},
}

func TestEachRuleNamesThePlaceOfWhatBreaksIt(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := lint(t, map[string]string{"shop.yaml": changed(t, c.old, c.new)}); !slices.Equal(got, c.want) {
				t.Errorf("found\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
			}
		})
	}
}

// The rules that are broken in one place of the shop cannot be shown by a changed body.
func TestABodyNeedsItsRefusals(t *testing.T) {
	const declared = "'201': {description: It is placed.}\n        4XX: {$ref: '#/components/responses/Refused'}"
	var statuses strings.Builder
	for _, s := range []string{"400", "401", "403", "404", "409", "415", "429"} {
		statuses.WriteString("\n        '" + s + "': {$ref: '#/components/responses/Refused'}")
	}
	got := lint(t, map[string]string{"shop.yaml": changed(t, declared, "'201': {description: It is placed.}"+statuses.String())})
	if want := []string{"19:5 body-refusals: placeOrder does not declare the answer 422, although it takes a body"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// A key can come a second time with another request, whether or not the operation has a body.
func TestAnIdempotencyKeyNeedsItsRefusals(t *testing.T) {
	const declared = "'204': {description: It is cancelled.}\n        4XX: {$ref: '#/components/responses/Refused'}"
	statuses := "'204': {description: It is cancelled.}"
	for _, s := range []string{"400", "401", "403", "404", "409", "415", "429"} {
		statuses += "\n        '" + s + "': {$ref: '#/components/responses/Refused'}"
	}
	keyed := strings.Replace(changed(t, declared, statuses), "name: X-Reason", "name: Idempotency-Key", 1)
	got := lint(t, map[string]string{"shop.yaml": keyed})
	want := []string{"29:5 body-refusals: cancelOrder does not declare the answer 422, although it takes an Idempotency-Key, which can come with another request"}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestEveryRuleHasACase(t *testing.T) {
	shown := "body-refusals exception-malformed exception-unneeded"
	for _, c := range cases {
		shown += " " + strings.Join(c.want, " ")
	}
	for _, r := range doclint.Rules() {
		if !strings.Contains(shown, r.Code) {
			t.Errorf("no case breaks %s", r.Code)
		}
		if r.Demand == "" || r.Why == "" {
			t.Errorf("%s says %q because %q", r.Code, r.Demand, r.Why)
		}
	}
}

func TestOurDocumentsAreClean(t *testing.T) {
	names, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var documents []*contract.Document
	for _, name := range names {
		if name == "common.yaml" {
			continue // it has no operations; what the others use of it is looked at with them
		}
		d, found := contract.ReadDocument(openapi.Documents, name)
		if len(found) > 0 {
			t.Fatal(found)
		}
		documents = append(documents, d)
	}
	var text strings.Builder
	found := doclint.Lint(documents...)
	if err := found.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if len(found) > 0 || len(documents) < 2 {
		t.Errorf("%d documents:\n%s", len(documents), text.String())
	}
}

func TestADocumentThatLostALineIsJudgedAllTheSame(t *testing.T) {
	lines := strings.SplitAfter(shop, "\n")
	judged := 0
	for i := range lines {
		text := strings.Join(slices.Delete(slices.Clone(lines), i, i+1), "")
		d, found := contract.ReadDocument(fstest.MapFS{"shop.yaml": {Data: []byte(text)}}, "shop.yaml")
		if d == nil {
			if found.Errors() == 0 {
				t.Errorf("without line %d there is no document, and no reason", i+1)
			}
			continue
		}
		judged++
		for _, f := range doclint.Lint(d) {
			if f.Line < 1 || f.Column < 1 || f.Source == "" {
				t.Errorf("without line %d: %v has no place", i+1, f)
			}
		}
	}
	if judged < len(lines)/2 {
		t.Errorf("only %d of %d documents were judged", judged, len(lines))
	}
}

func TestMostOfManyFindingsAreCounted(t *testing.T) {
	var text strings.Builder
	text.WriteString(changed(t, "id: {type: string, maxLength: 20}", "id: {type: string}"))
	for i := range 150 {
		fmt.Fprintf(&text, "    S%d: {title: S%d, type: string, maxLength: 1}\n", i, i)
	}
	d, found := contract.ReadDocument(fstest.MapFS{"shop.yaml": {Data: []byte(text.String())}}, "shop.yaml")
	if found.Errors() > 0 {
		t.Fatal(found.Err())
	}
	counts, last := map[string]int{}, finding.Finding{}
	for _, f := range doclint.Lint(d) {
		counts[f.Code]++
		last = f
	}
	if counts["unused-component"] != 101 || counts["unbounded-value"] != 1 || last.Message != "50 more findings of this rule are not listed" || last.File != "shop.yaml" {
		t.Errorf("found %v, at last %v", counts, last)
	}
}
