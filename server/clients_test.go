package server_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// unpacked gives the files of a zip by their names.
func unpacked(t *testing.T, archive []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
		if got := f.Modified.UTC().Year(); got != 1980 {
			t.Errorf("%s is of %d", f.Name, got)
		}
	}
	return out
}

type clientList struct {
	Clients []struct{ API, Title, Version, BasePath, Go, TypeScript string } `json:"clients"`
}

func clientsOf(t *testing.T, s http.Handler) clientList {
	t.Helper()
	w := ask(s, http.MethodGet, "/clients")
	var list clientList
	if err := json.Unmarshal(w.Body.Bytes(), &list); w.Code != 200 || err != nil {
		t.Fatalf("/clients: %d %s, %v", w.Code, w.Body, err)
	}
	return list
}

func TestClientsOfTheProgramsAPIsAreListedAndLinked(t *testing.T) {
	b := shipped(t)
	list := clientsOf(t, b.Handler())
	if len(list.Clients) != 1 || list.Clients[0].API != "deposits" || list.Clients[0].BasePath != "/deposits/v1" || list.Clients[0].Version != b.api.Version {
		t.Fatalf("listed are %+v", list)
	}
	docs := b.get("/docs").Body.String()
	for _, link := range []string{list.Clients[0].Go, list.Clients[0].TypeScript} {
		if w := b.get(link); w.Code != 200 || w.Header().Get("Content-Type") != "application/zip" {
			t.Errorf("%s: %d %v", link, w.Code, w.Header())
		}
		if !strings.Contains(docs, `href="`+link+`"`) {
			t.Errorf("the reference does not link %s", link)
		}
	}
}

func TestTheGoClientIsADownloadThatStaysTheSame(t *testing.T) {
	const target = "/clients/deposits/go.zip"
	b := shipped(t)
	first, second := b.get(target), shipped(t).get(target)
	if first.Code != 200 || !bytes.Equal(first.Body.Bytes(), second.Body.Bytes()) {
		t.Fatalf("%d, %d bytes; again %d bytes of another content", first.Code, first.Body.Len(), second.Body.Len())
	}
	if got := first.Header().Get("Content-Disposition"); got != "attachment; filename=deposits-go.zip" {
		t.Errorf("it is sent as %s", got)
	}
	files := unpacked(t, first.Body.Bytes())
	for name, text := range map[string]string{
		"deposits.gen.go": "func (c *ClientWithResponses) VerifyMyVpaWithResponse(", "go.mod": "module example.com/deposits\n",
		"go.sum": "github.com/oapi-codegen/runtime v1.", "client_test.go": `"http://127.0.0.1:8080/deposits/v1"`,
		"README.md": "http://127.0.0.1:8080/deposits/v1", ".generated": "  deposits.gen.go\n",
	} {
		if !strings.Contains(files[name], text) {
			t.Errorf("%s does not hold %s", name, text)
		}
	}
	etag := first.Header().Get("Etag")
	if w := b.get(target, "If-None-Match", etag); w.Code != 304 || w.Body.Len() > 0 {
		t.Errorf("it is sent again to who has it: %d", w.Code)
	}
	if w := ask(b.Handler(), http.MethodHead, target); w.Code != 200 || w.Body.Len() > 0 || w.Header().Get("Etag") != etag {
		t.Errorf("HEAD: %d %v", w.Code, w.Header())
	}
}

func TestTheTypeScriptClientIsAWholePackage(t *testing.T) {
	w := shipped(t).get("/clients/deposits/typescript.zip")
	if w.Code != 200 || w.Header().Get("Content-Disposition") != "attachment; filename=deposits-typescript.zip" {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	files := unpacked(t, w.Body.Bytes())
	var manifest struct{ Name, Version string }
	if err := json.Unmarshal([]byte(files["package.json"]), &manifest); err != nil || manifest.Name == "" || manifest.Version == "" {
		t.Errorf("package.json is %s, %v", files["package.json"], err)
	}
	if files["README.md"] == "" || files["schema.d.ts"] == "" {
		t.Errorf("it holds %d files", len(files))
	}
}

func TestWhatIsNoClientIsRefused(t *testing.T) {
	b := shipped(t)
	problemOf(t, b.get("/clients/nobody/go.zip"), 404, "NOT_FOUND")
	problemOf(t, b.get("/clients/deposits/java.zip"), 404, "NOT_FOUND")
	problemOf(t, b.get("/clients/deposits"), 404, "NOT_FOUND")
	problemOf(t, b.get("/clients/"), 404, "NOT_FOUND")
	problemOf(t, b.get("/clientsx"), 404, "NOT_FOUND")
	for _, target := range []string{"/clients", "/clients/deposits/go.zip"} {
		w := ask(b.Handler(), http.MethodPost, target)
		problemOf(t, w, 405, "METHOD_NOT_ALLOWED")
		if got := w.Header().Get("Allow"); got != "GET, HEAD" {
			t.Errorf("%s takes %s", target, got)
		}
	}
}

func TestAMockedDocumentHasAGoClientAndIsToldHowToHaveAnother(t *testing.T) {
	s := mocked(t, loadDocument(t, "bookshop.yaml")).Handler()
	list := clientsOf(t, s)
	if len(list.Clients) != 1 || list.Clients[0].TypeScript != "" {
		t.Fatalf("listed are %+v", list)
	}
	if files := unpacked(t, ask(s, http.MethodGet, list.Clients[0].Go).Body.Bytes()); files["bookshop.gen.go"] == "" {
		t.Errorf("its client is %v", files)
	}
	w := ask(s, http.MethodGet, "/clients/bookshop/typescript.zip")
	problemOf(t, w, 404, "NOT_FOUND")
	if !strings.Contains(w.Body.String(), "npx openapi-typescript http://example.com/openapi/bookshop.json -o bookshop.d.ts") {
		t.Errorf("it is not told how: %s", w.Body)
	}
}

// A document without code of the program may be called like one of its APIs.
func TestAMockedDocumentDoesNotGetTheClientOfAnotherAPI(t *testing.T) {
	s := mocked(t, apiOf(t, "deposits", pathsBelow("/other", "  /x: {get: {operationId: other, responses: {'204': {description: d}}}}\n"))).Handler()
	if w := ask(s, http.MethodGet, "/clients/deposits/typescript.zip"); w.Code != 404 {
		t.Errorf("the TypeScript client of another API: %d", w.Code)
	}
	if files := unpacked(t, ask(s, http.MethodGet, "/clients/deposits/go.zip").Body.Bytes()); !strings.Contains(files["deposits.gen.go"], "OtherWithResponse(") {
		t.Error("the Go client is that of another API")
	}
}

func TestADocumentWithoutCodeSaysWhy(t *testing.T) {
	s := mocked(t, apiOf(t, "twins", pathsBelow("/twins", ""+
		"  /a: {get: {operationId: get_x, responses: {'204': {description: d}}}}\n"+
		"  /b: {get: {operationId: getX, responses: {'204': {description: d}}}}\n"))).Handler()
	w := ask(s, http.MethodGet, "/clients/twins/go.zip")
	problemOf(t, w, 501, "NOT_IMPLEMENTED")
	if !strings.Contains(w.Body.String(), "The Go client of API twins cannot be generated: twins.yaml:6:8: in Go, operation getX has the name of operation get_x: GetX.") {
		t.Errorf("the reason is not told: %s", w.Body)
	}
}

func TestTheClientOfALargeDocumentIsLeftToTheCommand(t *testing.T) {
	large := "components: {schemas: {A: {type: string, description: '" + strings.Repeat("x", 2<<20) + "'}}}\n"
	s := mocked(t, apiOf(t, "large", pathsBelow("/large", "  /x: {get: {operationId: x, responses: {'204': {description: d}}}}\n")+large)).Handler()
	w := ask(s, http.MethodGet, "/clients/large/go.zip")
	problemOf(t, w, 501, "NOT_IMPLEMENTED")
	if !strings.Contains(w.Body.String(), "'sandbank generate client' does it.") {
		t.Errorf("it is not told how: %s", w.Body)
	}
}

func TestADocumentsOwnPathsComeBeforeClients(t *testing.T) {
	s := mocked(t, apiOf(t, "crm", pathsBelow("/", ""+
		"  /clients: {get: {operationId: list, responses: {'200': {description: d, content: {application/json: {schema: {const: mine}}}}}}}\n"))).Handler()
	if w := ask(s, http.MethodGet, "/clients"); w.Code != 200 || w.Body.String() != `"mine"` {
		t.Errorf("/clients: %d %s", w.Code, w.Body)
	}
	if w := ask(s, http.MethodGet, "/clients/crm/go.zip"); w.Code != 200 {
		t.Errorf("the client: %d %s", w.Code, w.Body)
	}
}

func TestNamesOfDownloadsNeedNoQuotes(t *testing.T) {
	s := mocked(t, apiOf(t, `my "shop"; größe`, pathsBelow("/shop", "  /x: {get: {operationId: x, responses: {'204': {description: d}}}}\n"))).Handler()
	link := clientsOf(t, s).Clients[0].Go
	w := ask(s, http.MethodGet, link)
	if w.Code != 200 || w.Header().Get("Content-Disposition") != "attachment; filename=my-shop-gr-e-go.zip" {
		t.Fatalf("%s: %d %v %s", link, w.Code, w.Header(), w.Body)
	}
	if files := unpacked(t, w.Body.Bytes()); !strings.Contains(files["go.mod"], "module example.com/myshopgre\n") {
		t.Errorf("the module is %s", files["go.mod"])
	}
}

func TestTheClientFollowsTheDocument(t *testing.T) {
	edition := func(id string) *contract.API {
		return apiOf(t, "moving", pathsBelow("/moving", "  /x: {get: {operationId: "+id+", responses: {'204': {description: d}}}}\n"))
	}
	before := edition("before")
	s := mocked(t, before)
	serve := func(api *contract.API) *httptest.ResponseRecorder {
		p, found := engine.Load(fstest.MapFS{}, []*contract.API{api})
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		if err := s.ReplaceAPIs([]*contract.API{api}, p); err != nil {
			t.Fatal(err)
		}
		return ask(s.Handler(), http.MethodGet, "/clients/moving/go.zip")
	}
	first, same, other := serve(before), serve(edition("before")), serve(edition("after"))
	if !bytes.Equal(first.Body.Bytes(), same.Body.Bytes()) {
		t.Error("the same document has another client when it is loaded again")
	}
	if text := unpacked(t, other.Body.Bytes())["moving.gen.go"]; !strings.Contains(text, "AfterWithResponse(") || strings.Contains(text, "BeforeWithResponse(") {
		t.Error("the client is not that of the document that serves")
	}
}

func TestClientsAreGeneratedForManyAtOnce(t *testing.T) {
	documents := []*contract.API{loadDocument(t, "bookshop.yaml"), loadDocument(t, "unions.yaml"), loadDocument(t, "doors.json")}
	s := mocked(t, documents...).Handler()
	var asking sync.WaitGroup
	etags := make([]map[string]string, 8)
	for i := range etags {
		etags[i] = map[string]string{}
		asking.Go(func() {
			for _, d := range documents {
				w := ask(s, http.MethodGet, path.Join("/clients", d.Name, "go.zip"))
				etags[i][d.Name] = w.Header().Get("Etag")
			}
		})
	}
	asking.Wait()
	for _, d := range documents {
		var seen []string
		for _, e := range etags {
			seen = append(seen, e[d.Name])
		}
		slices.Sort(seen)
		if seen = slices.Compact(seen); len(seen) != 1 || seen[0] == "" {
			t.Errorf("%s has the editions %v", d.Name, seen)
		}
	}
}
