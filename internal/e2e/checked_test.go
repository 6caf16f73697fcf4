package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// outcome is a status of an operation.
type outcome struct {
	operation string
	status    int
}

// checked is an http.RoundTripper that holds every answer against the contract of the operation that was asked, and
// fails the test where one breaks it. It counts what it has seen. It is safe for concurrent use.
type checked struct {
	tb   testing.TB
	apis []*contract.API
	next http.RoundTripper

	guard sync.Mutex
	seen  map[outcome]int
	rules map[string]int // by "scenario/operation/rule"
	codes map[string]int // of problems
}

func newChecked(tb testing.TB) *checked {
	next := &http.Transport{MaxIdleConnsPerHost: 64, DisableCompression: true}
	tb.Cleanup(next.CloseIdleConnections)
	return &checked{tb: tb, apis: apis(tb), next: next, seen: map[outcome]int{}, rules: map[string]int{}, codes: map[string]int{}}
}

func (c *checked) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := c.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(answer.Body)
	if err = firstError(err, answer.Body.Close()); err != nil {
		return nil, fmt.Errorf("read the answer to %s %s: %w", r.Method, r.URL, err)
	}
	answer.Body = io.NopCloser(bytes.NewReader(body))
	c.check(r, answer, body)
	return answer, nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// check holds an answer against every contract that it stands under: that of its operation, or, for a path with a
// wrong method, those of all the path's operations.
func (c *checked) check(r *http.Request, answer *http.Response, body []byte) {
	fail := func(format string, args ...any) {
		c.tb.Errorf("%s %s: %s\nstatus %d, body %s", r.Method, r.URL, fmt.Sprintf(format, args...), answer.StatusCode, body)
	}
	api, path := c.apiOf(r.URL.EscapedPath())
	if api == nil || r.Method == http.MethodOptions {
		return // not of the contract
	}
	var operations []*contract.Operation
	op, _, allow := api.Match(r.Method, path)
	if op != nil {
		operations = append(operations, op)
	}
	for _, method := range allow {
		other, _, _ := api.Match(method, path)
		operations = append(operations, other)
	}
	for _, o := range operations {
		for _, v := range o.CheckResponse(answer.StatusCode, answer.Header, body) {
			fail("breaks the contract of %s: %s%s %s", o.ID, v.Pointer, v.Parameter, v.Message)
		}
		c.note(o.ID, answer)
	}
	if len(operations) == 0 && answer.StatusCode != http.StatusNotFound {
		fail("is at no path of the document, and is not answered with 404")
	}
	if answer.Header.Get("X-Request-Id") == "" {
		fail("has no X-Request-Id")
	}
	if answer.StatusCode >= http.StatusBadRequest && r.Method != http.MethodHead {
		c.checkProblem(api, answer, body, fail)
	}
}

// apiOf finds the API that a path belongs to, and the path below its base path.
func (c *checked) apiOf(path string) (*contract.API, string) {
	for _, a := range c.apis {
		if below, inside := strings.CutPrefix(path, a.BasePath+"/"); inside {
			return a, "/" + below
		}
	}
	return nil, ""
}

// checkProblem holds an error against RFC 9457, the document's schema and the header.
func (c *checked) checkProblem(api *contract.API, answer *http.Response, body []byte, fail func(string, ...any)) {
	if api.Schema("DetailError") != nil {
		checkDetail(api, answer, body, fail)
		return
	}
	if got := answer.Header.Get("Content-Type"); got != problem.MediaType {
		fail("the media type is %q", got)
		return
	}
	v, err := contract.DecodeJSON(body, 0)
	if err != nil {
		fail("the problem cannot be read: %v", err)
		return
	}
	for _, v := range api.Schema("Problem").Validate(v, contract.Outbound) {
		fail("the problem breaks its schema: %s %s", v.Pointer, v.Message)
	}
	var p problemBody
	if err := json.Unmarshal(body, &p); err != nil {
		fail("the problem cannot be read: %v", err)
		return
	}
	if p.Status != answer.StatusCode {
		fail("the problem's status is %d", p.Status)
	}
	examples := answer.Header.Get("Preference-Applied") != "" // of the document, with its own id
	if id := answer.Header.Get("X-Request-Id"); p.RequestID != id && !examples {
		fail("the problem's requestId is %q, the header says %q", p.RequestID, id)
	}
	c.guard.Lock()
	defer c.guard.Unlock()
	c.codes[p.Code]++
}

// notProvided is what BankConnect answers to whatever is wrong with credentials.
const notProvided = `{"detail":"Authentication credentials were not provided."}`

// checkDetail holds an error of an API whose errors have a detail alone against its document.
func checkDetail(api *contract.API, answer *http.Response, body []byte, fail func(string, ...any)) {
	if got := answer.Header.Get("Content-Type"); got != "application/json" {
		fail("the media type is %q", got)
	}
	v, err := contract.DecodeJSON(body, 0)
	if err != nil {
		fail("the error cannot be read: %v", err)
		return
	}
	for _, v := range api.Schema("DetailError").Validate(v, contract.Outbound) {
		fail("the error breaks its schema: %s %s", v.Pointer, v.Message)
	}
	if answer.StatusCode == http.StatusUnauthorized && string(body) != notProvided {
		fail("credentials are refused in other words")
	}
}

func (c *checked) note(operation string, answer *http.Response) {
	c.guard.Lock()
	defer c.guard.Unlock()
	c.seen[outcome{operation, answer.StatusCode}]++
	if rule := answer.Header.Get("X-Sandbox-Rule"); rule != "" {
		c.rules[answer.Header.Get("X-Sandbox-Scenario")+"/"+operation+"/"+rule]++
	}
}

// problemBody is a problem as a caller reads it.
type problemBody struct {
	Type      string      `json:"type"`
	Title     string      `json:"title"`
	Status    int         `json:"status"`
	Detail    string      `json:"detail"`
	Instance  string      `json:"instance"`
	Code      string      `json:"code"`
	Handling  string      `json:"handling"`
	RequestID string      `json:"requestId"`
	Errors    []violation `json:"errors"`
}

type violation struct {
	Pointer   *string `json:"pointer"`
	Parameter string  `json:"parameter"`
	Message   string  `json:"message"`
}

// place is the violation's pointer, or its parameter after "parameter ".
func (v violation) place() string {
	if v.Pointer != nil {
		return *v.Pointer
	}
	return "parameter " + v.Parameter
}
