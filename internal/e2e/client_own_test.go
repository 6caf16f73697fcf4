package e2e_test

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

const shop = `openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
servers: [{url: /shop}]
paths:
  /goods:
    get:
      operationId: listGoods
      responses: {"200": {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Good'}}, example: [{sku: chair}]}}}}
    post:
      operationId: addGood
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}, example: {sku: chair}}}}
      responses: {"201": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}, example: {sku: chair}}}}}
  /goods/{sku}:
    get:
      operationId: getGood
      parameters: [{name: sku, in: path, required: true, schema: {type: string}}, {name: unit, in: query, schema: {type: string, enum: [piece, box]}}]
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}, example: {sku: chair}}}}
        "404": {description: d}
  /goods/{sku}:remove:
    post:
      operationId: removeGood
      parameters: [{name: sku, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: d}}
components:
  schemas:
    Good: {type: object, additionalProperties: false, required: [sku], properties: {sku: {type: string, maxLength: 20}}}
`

// answeredByGo answers one operation of the shop by Go, in the place of handlers.go as it was generated.
const answeredByGo = `package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/sandbank/sandbank/server"

	"bank.example/shop/gen/shop"
)

type handlers struct{ shop.Played }

func (h handlers) GetGood(c *gin.Context, sku string, params shop.GetGoodParams) {
	switch {
	case sku == "nothing":
		server.Fail(c, http.StatusNotFound, "There is no such good.")
	case params.Unit != nil:
		h.Played.GetGood(c, sku, params)
	default:
		c.JSON(http.StatusOK, shop.Good{Sku: sku})
	}
}
`

// TestAServerOfOnesOwnServesItsDocument generates a server for a document, builds it with the sources of this project
// and nothing from the network, and calls it.
func TestAServerOfOnesOwnServesItsDocument(t *testing.T) {
	sandbank, err := built()
	if err != nil {
		t.Fatal(err)
	}
	sources, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "shop.yaml"), []byte(shop), 0o644); err != nil {
		t.Fatal(err)
	}
	inFolder := func(arguments ...string) {
		t.Helper()
		command := exec.Command(sandbank, arguments...)
		command.Dir = folder
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("sandbank %s: %v\n%s", strings.Join(arguments, " "), err, out)
		}
	}
	inFolder("generate", "server", "shop.yaml", "-o", "own", "--module", "bank.example/shop", "--sandbank", sources)
	inFolder("check", "own/scenarios", "--document", "own/shop.yaml")
	inFolder("test", "own/scenarios", "--document", "own/shop.yaml")
	own := filepath.Join(folder, "own")
	goIn(t, own, "-mod=readonly", "build", "-o", "as-generated", ".")
	if err := os.WriteFile(filepath.Join(own, "handlers.go"), []byte(answeredByGo), 0o644); err != nil {
		t.Fatal(err)
	}
	goIn(t, own, "-mod=readonly", "vet", "./...")
	goIn(t, own, "-mod=readonly", "build", "-o", "with-a-handler", ".")

	for program, handled := range map[string]bool{"as-generated": false, "with-a-handler": true} {
		t.Run(program, func(t *testing.T) {
			origin := serveOwn(t, filepath.Join(own, program), own)
			for _, c := range []ownCall{
				{"GET", "/shop/goods", "", 200, `[{"sku":"chair"}]`, "first/an answer"},
				{"POST", "/shop/goods", `{"sku": "chair"}`, 201, `{"sku":"chair"}`, "first/an answer"},
				{"POST", "/shop/goods/chair:remove", "", 204, "", "first/an answer"},
				{"GET", "/shop/goods/chair?unit=box", "", 200, `{"sku":"chair"}`, "first/an answer"},
				{"POST", "/shop/goods", `{"skuu": "chair"}`, 400, `"errors":[{"pointer":"/sku","message":"is required"},{"pointer":"/skuu","message":`, "/"},
				{"GET", "/shop/goods/chair?unit=ton", "", 400, `"errors":[{"parameter":"unit","message":`, "/"},
				{"GET", "/sandbox/v1/scenarios", "", 200, `"name":"first"`, "/"},
				{"GET", "/sandbox/v1/journal?operation=listGoods", "", 200, `"rule":"an answer"`, "/"},
				{"GET", "/openapi/shop.json", "", 200, `"operationId":"removeGood"`, "/"},
				{"GET", "/clients", "", 200, `"go": "/clients/shop/go.zip"`, "/"},
			} {
				c.check(t, origin)
			}
			one := ownCall{"GET", "/shop/goods/chair", "", 200, `{"sku":"chair"}`, "first/an answer"}
			if handled {
				one = ownCall{"GET", "/shop/goods/lamp", "", 200, `{"sku":"lamp"}`, "go/handler"}
				ownCall{"GET", "/shop/goods/nothing", "", 404, "There is no such good.", "/"}.check(t, origin)
			}
			one.check(t, origin)
		})
	}
}

// ownCall is a call with the answer that it wants: a status, a part of the body, and the scenario and rule it is of.
type ownCall struct {
	method, target, body string
	status               int
	holds, by            string
}

func (c ownCall) check(t *testing.T, origin string) {
	t.Helper()
	r, err := http.NewRequest(c.method, origin+c.target, strings.NewReader(c.body))
	if err != nil {
		t.Fatal(err)
	}
	if c.body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	client := &http.Client{Timeout: patience, Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	by := response.Header.Get("X-Sandbox-Scenario") + "/" + response.Header.Get("X-Sandbox-Rule")
	if err != nil || response.StatusCode != c.status || !strings.Contains(string(body), c.holds) || by != c.by {
		t.Errorf("%s %s: %d by %s, %s, %v; want %d by %s, %s", c.method, c.target, response.StatusCode, by, body, err, c.status, c.by, c.holds)
	}
}

// serveOwn runs a server of one's own on a free port and gives its origin. It must end well when it is told to.
func serveOwn(t *testing.T, program, folder string) string {
	t.Helper()
	log := &logText{}
	command := exec.Command(program, "-addr", "127.0.0.1:0", "-scenarios", "scenarios")
	command.Dir, command.Stderr = folder, log
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	tooLong := time.AfterFunc(patience, func() { _ = command.Process.Kill() })
	t.Cleanup(func() {
		defer tooLong.Stop()
		if err := command.Process.Signal(syscall.SIGTERM); err != nil {
			t.Error(err)
		}
		if err := command.Wait(); err != nil || strings.Contains(log.String(), "level=ERROR") {
			t.Errorf("the server ended with %v\n%s", err, log)
		}
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	found := regexp.MustCompile(`^shop listens on (http://\S+)\n$`).FindStringSubmatch(line)
	if err != nil || found == nil {
		t.Fatalf("the server does not say where it listens: %q, %v\n%s", line, err, log)
	}
	return found[1]
}
