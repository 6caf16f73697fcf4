package server_test

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/server"
)

const goods = `openapi: 3.1.0
info: {title: Goods, version: 1.2.0}
servers: [{url: /goods/v1}]
paths:
  /goods:
    get:
      operationId: listGoods
      responses: {"200": {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Good'}}, example: [{sku: chair}]}}}}
    post:
      operationId: addGood
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}}}}
      responses: {"201": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}}}}}
  /goods/{sku}:remove:
    post:
      operationId: removeGood
      parameters: [{name: sku, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: d}}
components:
  schemas:
    Good: {type: object, additionalProperties: false, required: [sku], properties: {sku: {type: string, maxLength: 20}}}
`

func goodsScenario(rule string) fs.FS {
	return fstest.MapFS{"goods/first.yaml": {Data: []byte(firstGoods(rule))}}
}

func firstGoods(rule string) string {
	return "scenario: first\ntitle: First\napi: goods\ndefault: true\nrules:\n  listGoods:\n    - name: " + rule + "\n      respond: {body: [{sku: " + rule + "}]}\n"
}

// ownGoods serves the document with handlers, which may be nil: then every operation is played.
func ownGoods(t *testing.T, change func(*server.OwnOptions)) (*server.Own, error) {
	t.Helper()
	o := server.OwnOptions{Name: "goods", Document: []byte(goods), Clock: func() time.Time { return start }, Logger: slog.New(slog.DiscardHandler)}
	if change != nil {
		change(&o)
	}
	return server.NewOwn(o)
}

func own(t *testing.T, change func(*server.OwnOptions)) http.Handler {
	t.Helper()
	s, err := ownGoods(t, change)
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler()
}

// handledBy serves the document with one handler, the other operations being played.
func handledBy(t *testing.T, operation string, handler func(play server.Player) gin.HandlerFunc) http.Handler {
	t.Helper()
	return own(t, func(o *server.OwnOptions) {
		o.Scenarios = goodsScenario("table")
		o.Handlers = func(play server.Player) map[string]gin.HandlerFunc {
			all := map[string]gin.HandlerFunc{"listGoods": play.Play, "addGood": play.Play, "removeGood": play.Play}
			all[operation] = handler(play)
			return all
		}
	})
}

func post(s http.Handler, target, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, target, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestAnAPIOfOnesOwnIsPlayedFromItsScenariosAndItsDocument(t *testing.T) {
	s := own(t, func(o *server.OwnOptions) { o.Scenarios = goodsScenario("table") })
	if w := ask(s, http.MethodGet, "/goods/v1/goods"); w.Code != 200 || w.Body.String() != `[{"sku":"table"}]` || w.Header().Get("X-Sandbox-Rule") != "table" {
		t.Errorf("by its scenario: %d %s %v", w.Code, w.Body, w.Header())
	}
	if w := post(s, "/goods/v1/goods/chair:remove", ""); w.Code != 204 {
		t.Errorf("by its document: %d %s", w.Code, w.Body)
	}
	if w := ask(own(t, nil), http.MethodGet, "/goods/v1/goods"); w.Code != 200 || w.Body.String() != `[{"sku":"chair"}]` {
		t.Errorf("without scenarios: %d %s", w.Code, w.Body)
	}
	w := post(s, "/goods/v1/goods", `{"skuu": 1}`)
	if p := problemOf(t, w, 400, "SCHEMA_VIOLATION"); !strings.Contains(w.Body.String(), `"pointer":"/skuu"`) {
		t.Errorf("a broken request: %v", p)
	}
	for _, target := range []string{"/docs", "/docs/goods", "/docs/sandbox", "/openapi/goods.yaml", "/sandbox/v1/state", "/clients/goods/go.zip", "/metrics", "/readyz"} {
		if w := ask(s, http.MethodGet, target); w.Code != 200 {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

func TestAHandlerAnswersInThePlaceOfTheScenarios(t *testing.T) {
	s := handledBy(t, "addGood", func(server.Player) gin.HandlerFunc {
		return func(c *gin.Context) {
			body, err := io.ReadAll(c.Request.Body)
			if err != nil {
				t.Error(err)
			}
			c.Data(http.StatusCreated, "application/json", body)
		}
	})
	w := post(s, "/goods/v1/goods", `{"sku": "lamp"}`)
	if w.Code != 201 || w.Body.String() != `{"sku": "lamp"}` || w.Header().Get("X-Sandbox-Scenario") != "go" || w.Header().Get("X-Sandbox-Rule") != "handler" {
		t.Errorf("%d %s %v", w.Code, w.Body, w.Header())
	}
	var page struct {
		Entries []struct{ ID, Operation, Rule string }
	}
	if err := json.Unmarshal(ask(s, http.MethodGet, "/sandbox/v1/journal").Body.Bytes(), &page); err != nil || len(page.Entries) != 1 {
		t.Fatalf("the journal has %+v, %v", page, err)
	}
	if e := page.Entries[0]; e.Operation != "addGood" || e.Rule != "handler" {
		t.Errorf("the journal has %+v", e)
	}
	if w := ask(s, http.MethodGet, "/sandbox/v1/journal/"+page.Entries[0].ID); !strings.Contains(w.Body.String(), "lamp") {
		t.Errorf("the entry does not show the answer: %s", w.Body)
	}
	if w := ask(s, http.MethodGet, "/goods/v1/goods"); w.Body.String() != `[{"sku":"table"}]` {
		t.Errorf("another operation is not played: %s", w.Body)
	}
}

func TestAHandlerMayLeaveTheAnswerToTheScenarios(t *testing.T) {
	s := handledBy(t, "listGoods", func(play server.Player) gin.HandlerFunc {
		return func(c *gin.Context) {
			c.String(http.StatusTeapot, "never sent")
			play.Play(c)
		}
	})
	if w := ask(s, http.MethodGet, "/goods/v1/goods"); w.Code != 200 || w.Body.String() != `[{"sku":"table"}]` || w.Header().Get("X-Sandbox-Rule") != "table" {
		t.Errorf("%d %s %v", w.Code, w.Body, w.Header())
	}
}

func TestAHandlerIsHeldToTheContract(t *testing.T) {
	called := false
	for name, c := range map[string]struct {
		handler gin.HandlerFunc
		detail  string
	}{
		"a body":       {func(c *gin.Context) { c.JSON(http.StatusCreated, gin.H{"sku": 7}) }, "/sku "},
		"a status":     {func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"sku": "x"}) }, "200 is not declared"},
		"a media type": {func(c *gin.Context) { c.String(http.StatusCreated, "x") }, "Content-Type must be one of application/json"},
		"a large answer": {func(c *gin.Context) {
			c.Data(http.StatusCreated, "application/json", make([]byte, 9<<20))
		}, "larger than 8 MiB"},
	} {
		w := post(handledBy(t, "addGood", func(server.Player) gin.HandlerFunc { return c.handler }), "/goods/v1/goods", `{"sku": "x"}`)
		problemOf(t, w, 500, "RESPONSE_OFF_CONTRACT")
		if !strings.Contains(w.Body.String(), "The handler of addGood gave an answer that breaks the contract") || !strings.Contains(w.Body.String(), c.detail) {
			t.Errorf("%s: %s", name, w.Body)
		}
	}
	s := handledBy(t, "addGood", func(server.Player) gin.HandlerFunc { return func(*gin.Context) { called = true } })
	problemOf(t, post(s, "/goods/v1/goods", `{}`), 400, "SCHEMA_VIOLATION")
	if called {
		t.Error("the handler was asked about a request that breaks the contract")
	}
}

func TestAHandlerFailsWithProblems(t *testing.T) {
	for status, want := range map[int]string{404: "NOT_FOUND", 422: "UNPROCESSABLE", 503: "SERVICE_UNAVAILABLE"} {
		s := handledBy(t, "listGoods", func(server.Player) gin.HandlerFunc {
			return func(c *gin.Context) { server.Fail(c, status, "It is not there.") }
		})
		w := ask(s, http.MethodGet, "/goods/v1/goods")
		if problemOf(t, w, status, want); !strings.Contains(w.Body.String(), "It is not there.") {
			t.Errorf("%d: %s", status, w.Body)
		}
	}
	for name, handler := range map[string]gin.HandlerFunc{
		"a status without a problem": func(c *gin.Context) { server.Fail(c, 299, "?") },
		"a panic":                    func(c *gin.Context) { c.String(200, "lost"); panic("oh") },
		"what the code cannot bind":  func(c *gin.Context) { server.Refused(c, io.ErrUnexpectedEOF, 400) },
	} {
		w := ask(handledBy(t, "listGoods", func(server.Player) gin.HandlerFunc { return handler }), http.MethodGet, "/goods/v1/goods")
		if problemOf(t, w, 500, "INTERNAL_ERROR"); strings.Contains(w.Body.String(), "lost") {
			t.Errorf("%s: %s", name, w.Body)
		}
	}
}

func TestAnAPIOfOnesOwnIsRefusedWithItsReasons(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*server.OwnOptions)
		want   string
	}{
		"no name":          {func(o *server.OwnOptions) { o.Name = "" }, "name, document, clock and logger are required"},
		"a path":           {func(o *server.OwnOptions) { o.Name = "a/b" }, `an API cannot be called "a/b"`},
		"the steering API": {func(o *server.OwnOptions) { o.Name = "sandbox" }, `an API cannot be called "sandbox"`},
		"a document":       {func(o *server.OwnOptions) { o.Document = []byte("openapi: 3.1.0\n") }, "the document cannot be served\ngoods.yaml:1:1: error: "},
		"JSON":             {func(o *server.OwnOptions) { o.Document = []byte(`{"openapi": }`) }, "goods.json:1:13: error: "},
		"scenarios": {func(o *server.OwnOptions) {
			o.Scenarios = fstest.MapFS{"goods/x.yaml": {Data: []byte("scenario: x\napi: goods\nrules: {nothing: []}\n")}}
		}, "the scenarios cannot be served\ngoods/x.yaml:3:9: error: "},
		"a folder": {func(o *server.OwnOptions) { o.ScenarioFolder = filepath.Join(t.TempDir(), "nowhere") }, "open the scenario folder"},
		"older code": {func(o *server.OwnOptions) {
			o.Handlers = func(play server.Player) map[string]gin.HandlerFunc {
				return map[string]gin.HandlerFunc{"listGoods": play.Play, "addGood": play.Play}
			}
		}, "does not answer operation removeGood; generate the code again"},
		"newer code": {func(o *server.OwnOptions) {
			o.Handlers = func(play server.Player) map[string]gin.HandlerFunc {
				return map[string]gin.HandlerFunc{"listGoods": play.Play, "paintGood": play.Play}
			}
		}, "has no operation paintGood; generate the code again"},
	} {
		if _, err := ownGoods(t, c.change); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// elsewhere is a listener that other machines can reach.
type elsewhere struct{ net.Listener }

func (elsewhere) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 80} }
func (elsewhere) Close() error   { return nil }

func TestAnAPIOfOnesOwnIsNotShownToOthersInTheClear(t *testing.T) {
	s, err := ownGoods(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Run(t.Context(), elsewhere{}); err == nil || !strings.Contains(err.Error(), "192.0.2.1:80 can be reached by others") {
		t.Errorf("it serves there: %v", err)
	}
}

func TestScenariosOfOnesOwnAreLoadedAgainWhenTheyAreSaved(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "goods", "first.yaml")
	save := func(text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save(firstGoods("before"))
	s, err := ownGoods(t, func(o *server.OwnOptions) { o.ScenarioFolder, o.Clock = folder, time.Now })
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, l) }()
	until := func(target, text string) {
		t.Helper()
		for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); {
			if strings.Contains(ask(s.Handler(), http.MethodGet, target).Body.String(), text) {
				return
			}
		}
		t.Errorf("%s does not come to hold %s", target, text)
	}
	until("/goods/v1/goods", "before")
	save(firstGoods("after"))
	until("/goods/v1/goods", "after")
	save("scenario: first\nrules: {nothing: []}\n")
	until("/sandbox/v1/scenarios/status", `"upToDate":false`)
	until("/sandbox/v1/scenarios/status", "first.yaml")
	until("/goods/v1/goods", "after")
	save(firstGoods("mended"))
	until("/goods/v1/goods", "mended")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
