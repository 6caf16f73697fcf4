package contract_test

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

func files(texts map[string]string) fs.FS {
	out := fstest.MapFS{}
	for name, text := range texts {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// loadText loads one document and fails the test when it has errors.
func loadText(tb testing.TB, text string) *contract.API {
	tb.Helper()
	api, findings := contract.Load(files(map[string]string{"api.yaml": text}), "api.yaml")
	if api == nil {
		tb.Fatalf("%s", report(findings))
	}
	return api
}

func report(l finding.List) string {
	var b strings.Builder
	if err := l.WriteText(&b); err != nil {
		return err.Error()
	}
	return b.String()
}

// schemaOf loads a document whose component S is the given YAML, indented by nothing.
func schemaOf(tb testing.TB, version, yaml string) *contract.Schema {
	tb.Helper()
	indented := strings.ReplaceAll(strings.TrimSpace(yaml), "\n", "\n      ")
	api := loadText(tb, `openapi: `+version+`
info: {title: t, version: "1"}
paths:
  /x: {get: {operationId: x, responses: {"200": {description: d}}}}
components:
  schemas:
    S:
      `+indented+"\n")
	return api.Schema("S")
}

// send checks a request against the operation that its method and path lead to.
func send(tb testing.TB, api *contract.API, r *http.Request) (*contract.Request, *contract.Refusal) {
	tb.Helper()
	op, params, allow := api.Match(r.Method, r.URL.EscapedPath())
	if op == nil {
		tb.Fatalf("%s %s matches nothing; allowed are %v", r.Method, r.URL, allow)
	}
	return op.Check(r, func(name string) string { return params[name] }, contract.Limits{})
}

func get(target string, headers ...string) *http.Request {
	r := httptest.NewRequest("GET", target, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	return r
}

func post(target, contentType, body string, headers ...string) *http.Request {
	r := httptest.NewRequest("POST", target, strings.NewReader(body))
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	return r
}

// lines writes violations as `pointer-or-parameter: message`, one a line.
func lines(list []problem.Violation) string {
	var out []string
	for _, v := range list {
		place := v.Pointer
		if v.Parameter != "" {
			place = v.Parameter
		}
		out = append(out, place+": "+v.Message)
	}
	return strings.Join(out, "\n")
}

func decode(tb testing.TB, text string) any {
	tb.Helper()
	v, err := contract.DecodeJSON([]byte(text), 0)
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	return v
}
