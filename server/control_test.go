package server_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/server"
)

// controlDocument is the control API's real document, loaded once.
var controlDocument = sync.OnceValue(func() *contract.API {
	api, found := contract.Load(openapi.Documents, "sandbox.yaml")
	if err := found.Err(); err != nil {
		panic(err)
	}
	return api
})

// bench is a scenario folder with something of everything that the control API shows and changes.
var bench = fstest.MapFS{
	"deposits/vpas.yaml": {Data: []byte(`
scenario: vpas
title: Who owns which VPA
api: deposits
default: true
state:
  bank: {values: [up, down], initial: up}
tables:
  vpas:
    title: VPAs to try
    key: [vpa]
    writable: true
    columns: {vpa: string, outcome: string, reason: string}
    rows:
      - {vpa: john@okhdfc, outcome: success}
      - {vpa: blocked@ybl, outcome: failed, reason: "urn:verification:vpa:blocked"}
  limits:
    key: [product, tier]
    rows:
      - {product: "fd,special", tier: 1, most: "100000"}
      - {product: sa, tier: 2, most: "5000"}
given:
  - state: a VPA with an outcome
    params: {vpa: {type: string}, outcome: {type: string, default: failed}}
    do: [{upsert: {vpas: {vpa: "${params.vpa}", outcome: "${params.outcome}", reason: "urn:verification:vpa:blocked"}}}]
    returns: {vpa: "${params.vpa}"}
  - state: the bank is down
    do: [{set: {bank: down}}]
rules:
  verifyMyVpa:
    - name: the bank is down
      state: {bank: down}
      respond: {problem: SERVICE_UNAVAILABLE}
    - name: the customer's bank does not answer
      match: {body: {vpa: {$prefix: "timeout@"}}}
      delay: 30s
      respond: {problem: GATEWAY_TIMEOUT}
    - name: the bank goes down soon
      match: {body: {vpa: soon@down}}
      do: [{set: {bank: down}, after: 30s}]
      respond: {body: {status: success}}
    - name: only twice
      match: {body: {vpa: twice@ybl}}
      times: 2
      respond: {body: {status: success}}
    - name: breaks off
      match: {body: {vpa: reset@ybl}}
      fault: reset
    - name: a listed VPA
      find: {vpa: {table: vpas, where: {vpa: "${body.vpa}"}}}
      respond: {body: {status: '${vpa.outcome == "success" ? "success" : "failed"}', reason: "${vpa.reason ?? omit}"}}
    - name: any other VPA
      when: len(body.vpa) > 4
      respond: {body: {status: failed, reason: "urn:verification:vpa:not-found"}}
  findCustomer:
    - {name: the same for everybody, match: {body: {pan: ABCDE1234F}}, respond: {problem: NOT_FOUND}}
  getLocale:
    - {name: draw, respond: {body: {n: "${uuid()}"}}}
`)},
	"deposits/strict.yaml": {Data: []byte(`
scenario: strict
title: Nobody passes
api: deposits
rules:
  verifyMyVpa:
    - {name: nobody, match: {body: {vpa: [john@okhdfc, jane@okhdfc]}}, respond: {body: {status: failed, reason: "urn:verification:vpa:not-found"}}}
`)},
}

// steered is a server with both APIs, asked with one key; what the control API answers is held against its document.
type steered struct {
	*sandbox
	t   *testing.T
	key string
}

// newSteered serves a scenario folder and the control API. The clock stands still.
func newSteered(t *testing.T, folder fs.FS, change ...func(*server.Options)) *steered {
	t.Helper()
	all := []func(*server.Options){func(o *server.Options) { o.APIs = []*contract.API{depositsAPI(), controlDocument()} }}
	all = append(append(all, change...), func(o *server.Options) {
		p, found := engine.Load(folder, o.APIs)
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		o.Program = p
	})
	return &steered{newSandbox(t, nil, all...), t, "demo"}
}

// as gives the same server asked with another key.
func (s *steered) as(key string) *steered { return &steered{s.sandbox, s.t, key} }

// call asks the control API, with a body in JSON unless it is empty.
func (s *steered) call(method, path, body string, pairs ...string) *httptest.ResponseRecorder {
	s.t.Helper()
	return s.send(request(method, controlDocument().BasePath+path, body, append([]string{"X-Api-Key", s.key}, pairs...)...))
}

// send sends a request to the control API and holds the answer against the contract.
func (s *steered) send(r *http.Request) *httptest.ResponseRecorder {
	s.t.Helper()
	w := s.do(r)
	path := strings.TrimPrefix(r.URL.EscapedPath(), controlDocument().BasePath)
	op, _, _ := controlDocument().Match(r.Method, path)
	if op == nil {
		s.t.Fatalf("the document has no %s %s", r.Method, path)
	}
	for _, v := range op.CheckResponse(w.Code, w.Header(), w.Body.Bytes()) {
		s.t.Errorf("%s %s answers %d off the contract: %s %s %s\n%s", r.Method, r.URL, w.Code, v.In, v.Pointer+v.Parameter, v.Message, w.Body)
	}
	return w
}

// read asks the control API and reads the answer, which must have the status.
func (s *steered) read(to any, status int, method, path, body string, pairs ...string) {
	s.t.Helper()
	w := s.call(method, path, body, pairs...)
	if w.Code != status {
		s.t.Fatalf("%s %s gives %d, want %d: %s", method, path, w.Code, status, w.Body)
	}
	if to == nil {
		return
	}
	reflect.ValueOf(to).Elem().SetZero() // so that nothing of an earlier answer stays
	if err := json.Unmarshal(w.Body.Bytes(), to); err != nil {
		s.t.Fatalf("%s %s: %v: %s", method, path, err, w.Body)
	}
}

// refused asks the control API for something that it refuses, and gives the problem.
func (s *steered) refused(status int, code, method, path, body string) problemBody {
	s.t.Helper()
	return problemOf(s.t, s.call(method, path, body), status, code)
}

// verifies gives the rule that answers a verification, or the problem's code where there is none.
func (s *steered) verifies(vpa string) string {
	s.t.Helper()
	w := s.verify(`{"vpa":"`+vpa+`"}`, "X-Api-Key", s.key)
	if rule := w.Header().Get("X-Sandbox-Rule"); rule != "" {
		return rule
	}
	var p problemBody
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		s.t.Fatalf("%d %s: %v", w.Code, w.Body, err)
	}
	return p.Code
}

// same fails unless two values are the same in JSON.
func same(t *testing.T, what string, got any, want string) {
	t.Helper()
	if text := jsonOf(t, got); text != compactJSON(t, want) {
		t.Errorf("%s is %s, want %s", what, text, want)
	}
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func compactJSON(t *testing.T, text string) string {
	t.Helper()
	var out bytes.Buffer
	if err := json.Compact(&out, []byte(text)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestEveryControlOperationAnswers(t *testing.T) {
	s := newSteered(t, bench)
	s.read(nil, 201, "POST", "/overrides", `{"operation":"listFields","rule":{"respond":{"problem":"CONFLICT"}}}`)
	s.read(nil, 200, "PUT", "/snapshots/first", "")
	s.verifies("john@okhdfc")
	requests := map[string][3]string{ // by operation: path, body, status
		"getClock": {"/clock", "", "200"}, "changeClock": {"/clock", `{"advance":"30s"}`, "200"},
		"getSeed": {"/seed", "", "200"}, "replaceSeed": {"/seed", `{"seed":"7"}`, "200"},
		"getCoverage": {"/coverage", "", "200"}, "startCoverage": {"/coverage", "", "200"}, "stopCoverage": {"/coverage", "", "204"},
		"explainRequest": {"/explanations", `{"method":"GET","path":"/deposits/v1/fields"}`, "200"},
		"searchJournal":  {"/journal", "", "200"}, "getJournalEntry": {"/journal/1", "", "200"},
		"explainJournalEntry": {"/journal/1/explanation", "", "200"}, "replayJournalEntry": {"/journal/1/replay", "", "200"},
		"listMagicValues": {"/magic-values", "", "200"}, "listPersonas": {"/personas", "", "200"},
		"listOverrides": {"/overrides", "", "200"}, "getOverride": {"/overrides/o2", "", "200"},
		"createOverride":     {"/overrides", `{"operation":"listFields","rule":"respond: {problem: CONFLICT}"}`, "201"},
		"listProviderStates": {"/provider-states", "", "200"}, "changeProviderState": {"/provider-states", `{"state":"the bank is down"}`, "200"},
		"listScenarios": {"/scenarios", "", "200"}, "getScenario": {"/scenarios/deposits/vpas", "", "200"}, "getScenarioStatus": {"/scenarios/status", "", "200"},
		"listScenarioFiles": {"/scenarios/deposits/vpas/files", "", "200"}, "getScenarioSchema": {"/scenario-schemas/deposits", "", "200"},
		"getSelection": {"/selection", "", "200"}, "replaceSelection": {"/selection", `{"scenarios":["strict"]}`, "200"}, "clearSelection": {"/selection", "", "204"},
		"listSnapshots": {"/snapshots", "", "200"}, "takeSnapshot": {"/snapshots/second", "", "200"},
		"restoreSnapshot": {"/snapshots/first/restore", "", "200"}, "deleteSnapshot": {"/snapshots/first", "", "204"},
		"getState": {"/state", "", "200"}, "setStateValue": {"/state/deposits/bank", `{"value":"down"}`, "200"},
		"listTableRows": {"/tables/deposits/vpas/rows", "", "200"}, "putTableRow": {"/tables/deposits/vpas/rows/a@b", `{"outcome":"success"}`, "200"},
		"deleteTableRow": {"/tables/deposits/vpas/rows/john@okhdfc", "", "204"},
		"deleteOverride": {"/overrides/o1", "", "204"}, "clearOverrides": {"/overrides", "", "204"},
		"resetSandbox": {"/reset", `{"parts":["state"]}`, "200"}, "clearJournal": {"/journal", "", "204"},
		"listCallbacks": {"/callbacks", "", "200"}, "getCallback": {"/callbacks/msg_1", "", "404"}, "resendCallback": {"/callbacks/msg_1/resend", "", "404"},
		"simulateReview": {"/simulate/review", `{"request":"0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40","outcome":"approve","reason":"r"}`, "403"},
		"simulateCredit": {"/simulate/credit", credit("1"), "404"}, "simulateRefund": {"/simulate/refund", `{"refundId":"r","outcome":"settled"}`, "404"},
		"simulateStatement":  {"/simulate/statement", `{"entityId":"0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40","bankName":"axis"}`, "404"},
		"simulateBankHealth": {"/simulate/bank-health", `{"bank":"axis","up":true}`, "404"},
		"tailJournal":        {}, // never ends by itself; it has a test of its own
	}
	last := []string{"clearOverrides", "resetSandbox", "clearJournal", "deleteSnapshot"}
	ask := func(o control.Operation) {
		r, ok := requests[o.ID]
		switch {
		case !ok:
			t.Errorf("%s is not asked", o.ID)
		case r[0] != "":
			if w := s.call(o.Method, r[0], r[1]); strconv.Itoa(w.Code) != r[2] {
				t.Errorf("%s gives %d, want %s: %s", o.ID, w.Code, r[2], w.Body)
			}
		}
	}
	for _, late := range []bool{false, true} {
		for _, o := range control.Operations() {
			if late == slices.Contains(last, o.ID) {
				ask(o)
			}
		}
	}
	if len(requests) != len(control.Operations()) {
		t.Errorf("%d operations are asked, the document has %d", len(requests), len(control.Operations()))
	}
}
