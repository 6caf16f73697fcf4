package doclint_test

import (
	"slices"
	"strings"
	"testing"
)

func TestAnExceptionHoldsForItsObjectAndAllBelow(t *testing.T) {
	unbounded := changed(t, "id: {type: string, maxLength: 20}", "id: {type: string}")
	const reason = "x-lint: {unbounded-value: Ids are as long as they are.}"
	for name, text := range map[string]string{
		"at the schema":    strings.Replace(unbounded, "id: {type: string}", "id: {type: string, "+reason+"}", 1),
		"at what holds it": strings.Replace(unbounded, "      title: Order\n", "      title: Order\n      "+reason+"\n", 1),
		"at the document":  reason + "\n" + unbounded,
	} {
		if got := lint(t, map[string]string{"shop.yaml": text}); len(got) > 0 {
			t.Errorf("%s, found %q", name, got)
		}
	}
	elsewhere := strings.Replace(unbounded, "      title: Cash\n", "      title: Cash\n      "+reason+"\n", 1)
	want := []string{
		"62:9 unbounded-value: member id of schema Order is a string without maxLength",
		"85:16 exception-unneeded: nothing here breaks the rule unbounded-value, so the exception is not needed",
	}
	if got := lint(t, map[string]string{"shop.yaml": elsewhere}); !slices.Equal(got, want) {
		t.Errorf("elsewhere, found %q, want %q", got, want)
	}
}

func TestExceptionsThatCannotBeReadAreErrors(t *testing.T) {
	for text, want := range map[string]string{
		"x-lint: unbounded-value": "1:1 exception-malformed: x-lint must be an object of rules, each with the reason for its exception",
		"x-lint: {}":              "",
		"x-lint: {unbounded-valu: Ids may be long.}":     `1:10 exception-malformed: there is no rule "unbounded-valu" to make an exception from`,
		"x-lint: {exception-unneeded: I want it there}":  `1:10 exception-malformed: there is no rule "exception-unneeded" to make an exception from`,
		"x-lint: {summary-missing: }":                    "1:10 exception-malformed: the exception from summary-missing gives no reason",
		"x-lint: {summary-missing: ' later '}":           "1:10 exception-malformed: the exception from summary-missing gives no reason",
		"x-lint: {summary-missing: [because, of, that]}": "1:10 exception-malformed: the exception from summary-missing gives no reason",
	} {
		var wants []string
		if want != "" {
			wants = append(wants, want)
		}
		broken := changed(t, "      summary: List the orders\n", "")
		if !strings.Contains(text, "summary-missing") {
			broken = shop
		}
		if got := lint(t, map[string]string{"shop.yaml": text + "\n" + broken}); !slices.Equal(got, wants) {
			t.Errorf("%s: found %q, want %q", text, got, wants)
		}
	}
}

func TestAnExceptionInASharedFileIsNeededWhenAnyDocumentNeedsIt(t *testing.T) {
	const shared = `
components:
  responses:
    Failed:
      description: It failed.
      x-lint: {problem-answers: This is older than the rule.}
      content: {text/plain: {schema: {type: string, maxLength: 99}}}
`
	uses := changed(t, "        5XX: {$ref: '#/components/responses/Refused'}\n", "        5XX: {$ref: 'shared.yaml#/components/responses/Failed'}\n")
	answers := changed(t, "'201': {description: It is placed.}", "'201': {$ref: 'shared.yaml#/components/responses/Failed'}")
	if got := lint(t, map[string]string{"a.yaml": uses, "b.yaml": answers, "shared.yaml": shared}); len(got) > 0 {
		t.Errorf("found %q", got)
	}
	want := []string{"shared.yaml:6:16 exception-unneeded: nothing here breaks the rule problem-answers, so the exception is not needed"}
	if got := lint(t, map[string]string{"b.yaml": answers, "shared.yaml": shared}); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestWhatSeveralDocumentsShareIsReportedOnceWhereItStands(t *testing.T) {
	const shared = `
components:
  schemas:
    Id:
      title: Id
      type: string
    Unused: {type: string}
`
	text := changed(t, "id: {type: string, maxLength: 20}", "id: {$ref: 'shared.yaml#/components/schemas/Id'}")
	want := []string{"shared.yaml:4:5 unbounded-value: schema Id is a string without maxLength"}
	if got := lint(t, map[string]string{"a.yaml": text, "b.yaml": text, "shared.yaml": shared}); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestRequestsThatTheAPIMakesOweNothingToItsCallers(t *testing.T) {
	text := changed(t, "      responses:\n        '201'", `      callbacks:
        placed:
          '{$request.header.x-url}':
            post:
              responses: {'200': {description: Thanks.}}
      responses:
        '201'`) + `
webhooks:
  moved:
    post:
      responses: {'200': {description: Thanks.}, '404': {description: Gone.}}
`
	if got := lint(t, map[string]string{"shop.yaml": text}); len(got) > 0 {
		t.Errorf("found %q", got)
	}
}

func TestSchemasThatExtendOneWithADiscriminatorAreUsed(t *testing.T) {
	text := changed(t, "openapi: 3.1.0", "openapi: 3.0.3")
	text = strings.Replace(text, ", {type: 'null'}", "", 1)
	text = strings.Replace(text, "{const: cash}", "{type: string, enum: [cash]}", 1)
	text = strings.Replace(text, "note: {$ref: '#/components/schemas/Note'}", "note: {$ref: '#/components/schemas/Note'}\n        pet: {$ref: '#/components/schemas/Pet'}", 1)
	text += `
    Pet:
      title: Pet
      type: object
      required: [kind]
      discriminator: {propertyName: kind}
      additionalProperties: true
      properties: {kind: {type: string, maxLength: 9}}
    Cat:
      title: Cat
      allOf: [{$ref: '#/components/schemas/Pet'}]
    Kitten:
      title: Kitten
      allOf: [{$ref: '#/components/schemas/Cat'}]
`
	text += "    Dog: {title: Dog, allOf: [{$ref: '#/components/schemas/Mobile'}]}\n"
	want := []string{"110:5 unused-component: nothing uses schema Dog"}
	if got := lint(t, map[string]string{"shop.yaml": text}); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestDocumentsInJSONHaveTheirPlaces(t *testing.T) {
	const text = `{"openapi": "3.1.0", "info": {"title": "A", "version": "1"},
  "paths": {"/": {"get": {"operationId": "getAll", "summary": "All", "responses": {"default":
    {"description": "", "content": {"application/json": {"schema": {"type": "string", "maxLength": 1}}}}}}}}}`
	want := []string{
		`1:56 version-not-semantic: the version "1" of the document is not semantic`,
		"3:37 problem-answers: answer default of getAll is an error, and no problem but application/json",
	}
	if got := lint(t, map[string]string{"a.json": text}); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
