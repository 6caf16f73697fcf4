package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// unpacked writes the files of a txtar archive into a folder.
func unpacked(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func fetch(t *testing.T, method, url, body string) (status int, text string, header http.Header) {
	t.Helper()
	r, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(data), response.Header
}

// goals is a document and a dozen lines of rules that create, read, change, remove and list.
const goals = `
-- goals.yaml --
openapi: 3.1.0
info: {title: Savings goals, version: "1"}
servers: [{url: 'https://goals.example/v1'}]
paths:
  /goals:
    get:
      operationId: listGoals
      parameters: [{name: page, in: query, schema: {type: integer, minimum: 1, default: 1}}]
      responses: {'200': {description: d, content: {application/json: {schema: {type: object, required: [items], properties: {items: {type: array, items: {$ref: '#/components/schemas/Goal'}}, next: {type: string}}}}}}}
    post:
      operationId: createGoal
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Goal'}}}}
      responses: {'201': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Goal'}}}}}
  /goals/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getGoal
      responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Goal'}}}}, '404': {description: d, content: {application/problem+json: {schema: {type: object}}}}}
    delete:
      operationId: removeGoal
      responses: {'204': {description: d}}
components:
  schemas:
    Goal: {type: object, required: [id, name], properties: {id: {type: string, readOnly: true, maxLength: 64}, name: {type: string, maxLength: 40}}}
-- second.json --
{"openapi": "3.0.3", "info": {"title": "Second", "version": "1"}, "servers": [{"url": "/second"}],
 "paths": {"/words/{word}.txt": {"get": {"operationId": "word", "parameters": [{"name": "word", "in": "path", "required": true, "schema": {"type": "string"}}],
  "responses": {"200": {"description": "d", "content": {"text/plain": {"schema": {"type": "string"}, "example": "a word"}}}}}}}}
-- broken.yaml --
openapi: 3.1.0
info: {title: Broken, version: "1"}
paths: {/x: {get: {operationId: x, responses: {'200': {$ref: '#/components/responses/Gone'}}}}}
-- scenarios/goals/goals.yaml --
scenario: goals
title: Goals are kept
api: goals
default: true
tables:
  goals: {key: [id], writable: true, schema: Goal, rows: []}
rules:
  createGoal:
    - {name: kept, let: {made: "merge({id: uuid()}, body)"}, do: [{insert: {goals: "${made}"}}], respond: {status: 201, body: "${made}"}}
  getGoal:
    - {name: there, find: {goal: {table: goals, where: {id: "${path.id}"}}}, respond: {body: "${goal}"}}
    - {name: not there, respond: {problem: NOT_FOUND}}
  removeGoal:
    - {name: removed, do: [{delete: {goals: {id: "${path.id}"}}}], respond: {status: 204}}
  listGoals:
    - {name: all, find: {all: {table: goals, all: true}}, respond: {body: {items: "${all}"}}}
-- scenarios/broken/broken.yaml --
scenario: broken
title: Of a document that cannot be served
api: broken
default: true
rules: {nowhere: []}
-- scenarios/also-broken.yaml --
scenario: also-broken
title: Of a document that cannot be served
api: broken
rules: {nowhere: []}
`

func TestDocumentsThatAreNamedAreServedWithTheirScenarios(t *testing.T) {
	dir := unpacked(t, goals)
	p := begin(t, "mock", filepath.Join(dir, "goals.yaml"), filepath.Join(dir, "broken.yaml"), filepath.Join(dir, "second.json"),
		"--scenarios", filepath.Join(dir, "scenarios"), "--addr", "127.0.0.1:0", "--seed", "7")
	for _, want := range []string{p.origin + "/v1, 4 operations", p.origin + "/second, 1 operation\n", "2 APIs, 5 operations, 1 scenario, 5 rules"} {
		if !strings.Contains(p.banner, want) {
			t.Errorf("the banner has no %q: %s", want, p.banner)
		}
	}
	if strings.Contains(p.banner, "deposits") {
		t.Errorf("the documents of the program are served too: %s", p.banner)
	}
	status, made, header := fetch(t, http.MethodPost, p.origin+"/v1/goals", `{"name":"a boat"}`)
	if status != 201 || header.Get("X-Sandbox-Rule") != "kept" || !strings.Contains(made, `"name":"a boat"`) {
		t.Fatalf("made: %d %s", status, made)
	}
	_, id, _ := strings.Cut(made, `"id":"`)
	id, _, _ = strings.Cut(id, `"`)
	for _, c := range []struct {
		method, path string
		status       int
		text         string
	}{
		{http.MethodGet, "/v1/goals/" + id, 200, made},
		{http.MethodGet, "/v1/goals", 200, `{"items":[` + made + `]}`},
		{http.MethodDelete, "/v1/goals/" + id, 204, ""},
		{http.MethodGet, "/v1/goals", 200, `{"items":[]}`},
		{http.MethodGet, "/second/words/seven.txt", 200, "a word"},
	} {
		if status, text, _ := fetch(t, c.method, p.origin+c.path, ""); status != c.status || text != c.text {
			t.Errorf("%s %s: %d %s, want %d %s", c.method, c.path, status, text, c.status, c.text)
		}
	}
	if status, text, _ := fetch(t, http.MethodGet, p.origin+"/v1/goals/"+id, ""); status != 404 || !strings.Contains(text, "NOT_FOUND") {
		t.Errorf("what is removed is answered with %d %s", status, text)
	}
	if status, _, _ := fetch(t, http.MethodGet, p.origin+"/deposits/v1/fields", ""); status != 404 {
		t.Errorf("an API of the program is answered with %d", status)
	}
	p.finish(t, os.Interrupt)
	if log := p.log.all.String(); !strings.Contains(log, `the reference "#/components/responses/Gone" leads nowhere`) || !strings.Contains(log, "broken.yaml:3:62: error: ") {
		t.Errorf("why a document is not served is not said: %s", log)
	}
}
