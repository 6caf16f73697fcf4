package server_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/server"
)

// apiOf loads a document of some text under a name.
func apiOf(t *testing.T, name, text string) *contract.API {
	t.Helper()
	api, found := contract.Load(fstest.MapFS{name + ".yaml": {Data: []byte(text)}}, name+".yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return api
}

// paths writes a document of some paths below a base path.
func pathsBelow(base, paths string) string {
	return "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: '" + base + "'}]\npaths:\n" + paths
}

func ask(s http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestDocumentsAtOneBasePathServeTheirOwnPaths(t *testing.T) {
	s := mocked(t, loadDocument(t, "branch-a.yaml"), loadDocument(t, "branch-b.yaml")).Handler()
	for target, want := range map[string]string{
		"/branches/v1/only-a": `"a"`, "/branches/v1/only-b": `"b"`,
		"/branches/v1/shared/x":       `"a"`,       // the one that is named first
		"/branches/v1/shared/special": `"special"`, // a path that says more wins, in whichever document
	} {
		if w := ask(s, http.MethodGet, target); w.Code != 200 || w.Body.String() != want {
			t.Errorf("%s: %d %s, want %s", target, w.Code, w.Body, want)
		}
	}
}

func TestAnAPIThatTheProgramCarriesNeedsNoCode(t *testing.T) {
	plain := apiOf(t, "plain", pathsBelow("/plain/v1", `  /things: {get: {operationId: listThings, responses: {'200': {description: d, content: {application/json: {schema: {type: string}}}}}}}
`))
	scenario := func(answer string) *engine.Program {
		p, found := engine.Load(fstest.MapFS{"plain/all.yaml": {Data: []byte("scenario: all\napi: plain\ndefault: true\nrules: {listThings: [{name: r, respond: {body: " + answer + "}}]}\n")}},
			[]*contract.API{depositsAPI(), plain})
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		return p
	}
	b := newSandbox(t, fstest.MapFS{}, func(o *server.Options) {
		o.APIs, o.Program = []*contract.API{depositsAPI(), plain}, scenario("one")
	})
	for target, want := range map[string]string{
		"/plain/v1/things": "one", "/openapi": "/plain/v1", "/docs": "/docs/plain", "/docs/plain": "/openapi/plain.json", "/openapi/plain.yaml": "listThings",
		"/clients": "/clients/plain/go.zip", "/deposits/v1/fields": "account.openMode",
	} {
		if w := b.do(request("GET", target, "", "X-Api-Key", "k")); !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s gives %d without %q: %.200s", target, w.Code, want, w.Body)
		}
	}
	if w := b.do(request("POST", "/plain/v1/things", "")); w.Code != 405 || w.Header().Get("Allow") != "GET" {
		t.Errorf("%d, allowed %s", w.Code, w.Header().Get("Allow"))
	}
	b.Replace(scenario("two"))
	if w := b.do(request("GET", "/plain/v1/things", "")); !strings.Contains(w.Body.String(), "two") {
		t.Errorf("after new scenarios %s", w.Body)
	}
}

func TestPathsAreTakenAsTheyAreWritten(t *testing.T) {
	operation := func(id string, parameters ...string) string {
		declared := ""
		for _, p := range parameters {
			declared += fmt.Sprintf("{name: %s, in: path, required: true, schema: {type: string}},", p)
		}
		return fmt.Sprintf("{operationId: %s, parameters: [%s], responses: {'200': {description: d, content: {application/json: {schema: {const: %s}}}}}}", id, declared, id)
	}
	api := apiOf(t, "shapes", pathsBelow("/a b/v1", ""+
		"  /jobs/{id}: {get: "+operation("job", "id")+", delete: "+operation("removeJob", "id")+"}\n"+
		"  /jobs/{id}:cancel: {post: "+operation("cancel", "id")+"}\n"+
		"  /jobs/{name}.pdf: {get: "+operation("print", "name")+"}\n"+
		"  /jobs/: {get: "+operation("slash")+", head: {operationId: headSlash, responses: {'200': {description: d}}}}\n"+
		"  /jobs: {get: "+operation("bare")+"}\n"+
		"  /{a}/{b}: {get: "+operation("both", "a", "b")+"}\n"))
	s := mocked(t, api).Handler()
	for target, want := range map[string]string{
		"GET /a%20b/v1/jobs/7": "job", "GET /a%20b/v1/jobs/a%2Fb": "job", "POST /a%20b/v1/jobs/7:cancel": "cancel", "POST /a%20b/v1/jobs/a%2Fb%3Acancel": "cancel",
		"GET /a%20b/v1/jobs/x.pdf": "print", "GET /a%20b/v1/jobs/": "slash", "GET /a%20b/v1/jobs": "bare", "GET /%61%20b/v%31/jobs": "bare",
		"GET /a%20b/v1/other/thing": "both", "DELETE /a%20b/v1/jobs/x.txt": "removeJob", "HEAD /a%20b/v1/jobs/": "",
		"POST /a%20b/v1/jobs/7": "405 DELETE, GET", "PUT /a%20b/v1/jobs/7:cancel": "405 DELETE, GET, POST", "HEAD /a%20b/v1/jobs": "405 GET", "OPTIONS /a%20b/v1/jobs": "204 GET, OPTIONS",
		"GET /a%20b/v1": "404", "GET /a%20b/v1/": "404", "GET /a%20b/v1/jobs/7/": "404", "GET /a%20b/v1x/jobs": "404", "GET /jobs": "404", "GET /a%20b/v1/jobs/7/8": "404",
	} {
		method, address, _ := strings.Cut(target, " ")
		w := ask(s, method, address)
		got := fmt.Sprint(w.Code)
		switch {
		case w.Code == 200:
			got = strings.Trim(w.Body.String(), `"`)
		case w.Header().Get("Allow") != "":
			got += " " + w.Header().Get("Allow")
		}
		if got != want {
			t.Errorf("%s: %s %s, want %s", target, got, w.Body, want)
		}
		if w.Code >= 400 && w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s is refused as %s", target, w.Header().Get("Content-Type"))
		}
	}
}

func TestDocumentsAreListedAndShown(t *testing.T) {
	s := mocked(t, loadDocument(t, "branch-a.yaml"), loadDocument(t, "doors.json")).Handler()
	var index struct {
		APIs []struct{ Name, JSON, YAML, Docs string } `json:"apis"`
	}
	if err := json.Unmarshal(ask(s, http.MethodGet, "/openapi").Body.Bytes(), &index); err != nil {
		t.Fatal(err)
	}
	if len(index.APIs) != 2 || index.APIs[1].Name != "doors" {
		t.Fatalf("the index is %+v", index)
	}
	for _, a := range index.APIs {
		for _, target := range []string{a.JSON, a.YAML, a.Docs} {
			if w := ask(s, http.MethodGet, target); w.Code != 200 || w.Body.Len() == 0 {
				t.Errorf("%s: %d", target, w.Code)
			}
			if w := ask(s, http.MethodDelete, target); w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" {
				t.Errorf("DELETE %s: %d, allowed %s", target, w.Code, w.Header().Get("Allow"))
			}
		}
	}
	if !strings.Contains(ask(s, http.MethodGet, "/docs").Body.String(), "Doors and their keys") {
		t.Error("the reference does not list the document")
	}
}

func TestTheAcceptHeaderPicksTheMediaType(t *testing.T) {
	s := mocked(t, loadDocument(t, "negotiation.yaml")).Handler()
	for accept, want := range map[string]string{
		"": "application/vnd.report.v1+json", "*/*": "application/vnd.report.v1+json", "text/html": "text/html; charset=utf-8",
		"text/*": "text/html; charset=utf-8", "text/plain, text/html;q=0.9": "text/plain; charset=utf-8", "application/vnd.report.v2+json": "application/vnd.report.v2+json",
		"application/x-yaml;q=0.5, text/plain;q=0.4": "application/x-yaml", "application/*;q=0.1, text/html;q=0.2": "text/html; charset=utf-8",
	} {
		w := ask(s, http.MethodGet, "/reports/summary", "Accept", accept)
		if got := w.Header().Get("Content-Type"); w.Code != 200 || got != want {
			t.Errorf("%q is answered with %d as %s, want %s", accept, w.Code, got, want)
		}
	}
	if w := ask(s, http.MethodGet, "/reports/summary", "Accept", "image/png"); w.Code != 406 {
		t.Errorf("what is not there is answered with %d", w.Code)
	}
}

func TestXMLIsWrittenAsTheSchemaSays(t *testing.T) {
	api := apiOf(t, "xml", pathsBelow("", `  /one:
    get:
      operationId: one
      responses:
        '200':
          description: d
          content:
            application/xml:
              schema:
                type: object
                xml: {name: bill, namespace: 'urn:bills'}
                required: [id, lines, tags, note, by]
                properties:
                  id: {type: integer, const: 7, xml: {attribute: true}}
                  lines: {type: array, xml: {wrapped: true}, minItems: 2, maxItems: 2, items: {const: '<a>', xml: {name: line}}}
                  tags: {type: array, minItems: 2, maxItems: 2, items: {const: t, xml: {name: tag}}}
                  note: {type: 'null'}
                  by: {type: object, required: [name], properties: {name: {const: Ann}}, xml: {prefix: p, namespace: 'urn:people'}}
`))
	w := ask(mocked(t, api).Handler(), http.MethodGet, "/one")
	const want = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<bill xmlns="urn:bills" id="7"><lines><line>&lt;a&gt;</line><line>&lt;a&gt;</line></lines>` +
		`<tag>t</tag><tag>t</tag><note></note><p:by xmlns:p="urn:people"><name>Ann</name></p:by></bill>`
	if got := w.Body.String(); got != want || w.Header().Get("Content-Type") != "application/xml" {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAnAnswerThatCannotBeMadeSaysWhyAndWhere(t *testing.T) {
	api := apiOf(t, "poor", pathsBelow("", `  /code: {get: {operationId: code, responses: {'200': {description: d, content: {application/json: {schema: {type: string, minLength: 3, maxLength: 2}}}}}}}
  /header: {get: {operationId: header, responses: {'200': {description: d, headers: {X-A: {required: true, schema: {type: string, pattern: '^(?=a)'}}}}}}}
`))
	s := mocked(t, api).Handler()
	p := problemOf(t, ask(s, http.MethodGet, "/code"), 501, "NO_RULE_MATCHED")
	if want := "No scenario that is active answers this request, and the document cannot: status 200 as application/json: " +
		"no value was found that satisfies the schema at poor.yaml:5:109: no text is as long as it demands."; p.Detail != want {
		t.Errorf("got  %s\nwant %s", p.Detail, want)
	}
	if p := problemOf(t, ask(s, http.MethodGet, "/header"), 501, "NO_RULE_MATCHED"); !strings.Contains(p.Detail, "header X-A: no value was found") {
		t.Errorf("got %s", p.Detail)
	}
}

func TestDocumentsAreReplacedWhole(t *testing.T) {
	version := func(n int) *contract.API {
		return apiOf(t, "changing", pathsBelow(fmt.Sprintf("/v%d", n), fmt.Sprintf(
			"  /n/{id}: {get: {operationId: n, parameters: [{name: id, in: path, required: true, schema: {const: 'v%d'}}], responses: {'200': {description: d, content: {application/json: {schema: {const: %d}}}}}}}\n", n, n)))
	}
	load := func(api *contract.API) *engine.Program {
		p, found := engine.Load(fstest.MapFS{}, []*contract.API{api})
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		return p
	}
	first := version(1)
	s := mocked(t, first)
	second := version(2)
	programs := []*engine.Program{load(first), load(second)}
	stop := make(chan struct{})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				for n := 1; n <= 2; n++ {
					w := ask(s.Handler(), http.MethodGet, fmt.Sprintf("/v%d/n/v%d", n, n))
					if w.Code != 404 && (w.Code != 200 || w.Body.String() != fmt.Sprint(n)) {
						t.Errorf("version %d answers %d %s", n, w.Code, w.Body)
					}
				}
			}
		})
	}
	for i := range 200 {
		n := (i + 1) % 2
		if err := s.ReplaceAPIs([]*contract.API{[]*contract.API{first, second}[n]}, programs[n]); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	all.Wait()
	if w := ask(s.Handler(), http.MethodGet, "/v1/n/v1"); w.Code != 200 {
		t.Errorf("the first version is gone: %d", w.Code)
	}
	if w := ask(s.Handler(), http.MethodGet, "/v2/n/v2"); w.Code != 404 {
		t.Errorf("the second version is still there: %d", w.Code)
	}
	if text := ask(s.Handler(), http.MethodGet, "/metrics").Body.String(); !strings.Contains(text, `sandbank_http_requests_total{api="changing",operation="n",status="200"}`) {
		t.Error("its operations are not counted")
	}
}

func TestTheOperationsOfDocumentsAreCountedWithinBounds(t *testing.T) {
	var paths strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&paths, "  /p%d: {get: {operationId: o%d, responses: {'204': {description: d}}}}\n", i, i)
	}
	s := mocked(t, apiOf(t, "many", pathsBelow("/many", paths.String())))
	for i := range 1500 {
		if w := ask(s.Handler(), http.MethodGet, fmt.Sprintf("/many/p%d", i)); w.Code != 204 {
			t.Fatalf("%d: %d", i, w.Code)
		}
	}
	series := map[string]bool{}
	for line := range strings.SplitSeq(ask(s.Handler(), http.MethodGet, "/metrics").Body.String(), "\n") {
		if strings.HasPrefix(line, "sandbank_http_requests_total{api=\"many\"") {
			series[line] = true
		}
	}
	if len(series) > 1001 || !slices.ContainsFunc(slices.Collect(maps.Keys(series)), func(s string) bool { return strings.Contains(s, `operation="other"`) && strings.HasSuffix(s, " 500") }) {
		t.Errorf("%d series", len(series))
	}
}

func TestOperationsBehindPathsOfTheServerAreNamed(t *testing.T) {
	api := apiOf(t, "health", pathsBelow("", "  /healthz: {get: {operationId: a, responses: {'200': {description: d}}}, post: {operationId: b, responses: {'204': {description: d}}}}\n"))
	s := mocked(t, api)
	if got := s.Shadowed(); len(got) != 1 || got[0].ID != "a" {
		t.Errorf("%v", got)
	}
	if w := ask(s.Handler(), http.MethodPost, "/healthz"); w.Code != 204 {
		t.Errorf("the other method is answered with %d", w.Code)
	}
	if w := ask(s.Handler(), http.MethodPut, "/healthz"); w.Code != 405 || w.Header().Get("Allow") != "GET, POST" {
		t.Errorf("%d %s", w.Code, w.Header().Get("Allow"))
	}
}
