package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/store/pgtest"
)

// keptScenarios writes scenarios into a folder whose requests leave traces: a verification writes one row into each of
// two tables, a form one row into a third, and a claim succeeds for the first who makes it.
func keptScenarios(t *testing.T) string {
	t.Helper()
	const text = `
scenario: kept
title: What is written down
api: deposits
default: true
tables:
  written: {key: [id], writable: true, columns: {id: string}}
  copied: {key: [id], writable: true, columns: {id: string}}
  forms: {key: [id], writable: true, columns: {id: string}}
state:
  claimed: {values: ["no", "yes"], initial: "no"}
  sent: {values: ["no", "yes"], initial: "no"}
given:
  - state: a row
    params: {id: {type: string, default: x}}
    do: [{insert: {written: {id: "${params.id}"}}}]
rules:
  verifyMyVpa:
    - name: the first claim
      match: {body: {vpa: {$prefix: claim}}}
      state: {claimed: "no"}
      do: [{set: {claimed: "yes"}}]
      respond: {body: {status: success}}
    - name: a later claim
      match: {body: {vpa: {$prefix: claim}}}
      respond: {body: {status: failed, reason: "urn:verification:vpa:not-found"}}
    - name: something later
      match: {body: {vpa: {$prefix: later}}}
      do: [{insert: {written: {id: "${body.vpa}"}}, after: 1s}]
      respond: {body: {status: success}}
    - name: a look
      match: {body: {vpa: {$prefix: look}}}
      find: {rows: {table: written, all: true, where: {}}}
      respond: {body: {status: failed, reason: '${len(rows) > 0 ? "urn:verification:vpa:blocked" : "urn:verification:vpa:not-found"}'}}
    - name: a write
      do:
        - insert: {written: {id: "${body.vpa}"}}
        - insert: {copied: {id: "${body.vpa}"}}
      respond: {body: {status: success}}
  exchangeToken:
    - name: a token
      respond: {body: {accessToken: '${jwt({"sub": "jane"}, "P1D")}', tokenType: Bearer, expiresIn: 86400, refreshToken: none}}
  submitMyForm:
    - name: a form
      let: {id: uuid()}
      do: [{insert: {forms: {id: "${id}"}}}]
      respond: {body: {status: success, message: "${id}"}}
`
	const out = `
scenario: out
title: Nothing works
api: deposits
rules:
  "*":
    - {name: out, respond: {problem: SERVICE_UNAVAILABLE}}
`
	folder := filepath.Join(t.TempDir(), "scenarios")
	if err := os.MkdirAll(filepath.Join(folder, "deposits"), 0o750); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"kept.yaml": text, "out.yaml": out} {
		if err := os.WriteFile(filepath.Join(folder, "deposits", name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// onDatabase gives the flags that have programs share an empty database.
func onDatabase(t *testing.T) []string {
	t.Helper()
	return []string{"--database", pgtest.Start(t).Database(), "--key-file", filepath.Join(t.TempDir(), "key")}
}

// caller is an application that calls one of several processes. It is safe for concurrent use.
type caller struct {
	t      *testing.T
	key    string
	token  string
	http   *http.Client
	origin func() string
}

// newCaller makes a caller with a key of its own, which is enrolled where processes share a database.
func newCaller(t *testing.T, key string, processes ...*program) *caller {
	t.Helper()
	if args := processes[0].cmd.Args; argument(args, "--database") != "" {
		enrol(t, args, key)
	}
	return callerOf(t, key, processes...)
}

// callerOf makes a caller with a key that there is, or none.
func callerOf(t *testing.T, key string, processes ...*program) *caller {
	t.Helper()
	transport := &http.Transport{MaxIdleConnsPerHost: 16}
	t.Cleanup(transport.CloseIdleConnections)
	turn := make(chan int, 1)
	turn <- 0
	return &caller{t: t, key: key, token: exampleToken, http: &http.Client{Transport: transport, Timeout: patience}, origin: func() string {
		n := <-turn
		turn <- n + 1
		return processes[n%len(processes)].origin
	}}
}

// try sends a request; the error is that of the connection.
func (c *caller) try(method, path, idempotencyKey string, body any) (answer, error) {
	var content io.Reader = http.NoBody
	if body != nil {
		content = bytes.NewReader(encode(body))
	}
	r, err := http.NewRequest(method, c.origin()+path, content)
	if err != nil {
		c.t.Error(err)
		return answer{}, err
	}
	if c.key != "" {
		r.Header.Set("X-Api-Key", c.key)
		r.Header.Set("Authorization", "Bearer "+c.token)
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if idempotencyKey != "" {
		r.Header.Set("Idempotency-Key", idempotencyKey)
	}
	response, err := c.http.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer response.Body.Close()
	got, err := io.ReadAll(response.Body)
	return answer{response.StatusCode, response.Header, got}, err
}

// do is try for a request that must succeed.
func (c *caller) do(method, path, idempotencyKey string, body any) answer {
	c.t.Helper()
	a, err := c.try(method, path, idempotencyKey, body)
	if err != nil || a.status >= 300 {
		c.t.Fatalf("%s %s: %v %d %s", method, path, err, a.status, a.body)
	}
	return a
}

// Paths of what callers ask.
const (
	verifyPath = "/deposits/v1/my/verifications/upi-vpa"
	formPath   = "/deposits/v1/my/forms"
)

func vpa(name string) map[string]any { return map[string]any{"vpa": name + "@okhdfc"} }

func (c *caller) verify(name string) (answer, error) { return c.try("POST", verifyPath, "", vpa(name)) }

// verified tells whether a verification has succeeded.
func (c *caller) verified(name string) bool {
	c.t.Helper()
	a := c.do("POST", verifyPath, "", vpa(name))
	return bytes.Contains(a.body, []byte(`"success"`))
}

func aForm(number int) map[string]any {
	return map[string]any{"instructions": []any{map[string]any{
		"id": "i-" + strconv.Itoa(number), "instruction": "open_sa", "openMode": "solo", "productVariant": "regular"}}, "sections": []any{}}
}

func (c *caller) control(path string) string { return control(c.t).BasePath + path }

// rows gives the keys of all rows of a table, sorted.
func (c *caller) rows(table string) []string {
	c.t.Helper()
	var out []string
	for page := 1; ; page++ {
		a := c.do("GET", c.control(fmt.Sprintf("/tables/deposits/%s/rows?size=500&page=%d", table, page)), "", nil)
		var got struct {
			Total int
			Rows  []struct{ Row struct{ ID string } }
		}
		if err := json.Unmarshal(a.body, &got); err != nil {
			c.t.Fatal(err)
		}
		for _, r := range got.Rows {
			out = append(out, strings.TrimSuffix(r.Row.ID, "@okhdfc"))
		}
		if len(out) >= got.Total {
			slices.Sort(out)
			return out
		}
	}
}

// ahead gives by how much the sandbox's clock is ahead of the server's.
func (c *caller) ahead() time.Duration {
	c.t.Helper()
	var got struct{ OffsetSeconds int }
	if err := json.Unmarshal(c.do("GET", c.control("/clock"), "", nil).body, &got); err != nil {
		c.t.Fatal(err)
	}
	return time.Duration(got.OffsetSeconds) * time.Second
}
