package server_test

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/server"
)

const parcels = `openapi: 3.1.0
info: {title: Parcels, version: 1.0.0}
servers: [{url: /parcels/v1}]
paths:
  /parcels:
    post:
      operationId: takeParcels
      parameters: [{name: Idempotency-Key, in: header, schema: {type: string, maxLength: 64}}]
      requestBody: {required: true, content: {application/json: {schema: {type: array, maxItems: 1000, items: {$ref: '#/components/schemas/Parcel'}}}}}
      responses:
        "200": {description: d, content: {application/json: {schema: {type: array, maxItems: 1000, items: {$ref: '#/components/schemas/Result'}}}}}
        "409": {description: d, content: {application/problem+json: {schema: {type: object}}}}
      x-decision-points:
        parcel:
          item: {$ref: '#/components/schemas/Parcel'}
          verdict: {$ref: '#/components/schemas/Verdict'}
    get:
      operationId: listParcels
      responses: {"200": {description: d, content: {application/json: {schema: {type: array, maxItems: 1000, items: {$ref: '#/components/schemas/Parcel'}}}}}}
components:
  schemas:
    Parcel: {type: object, additionalProperties: false, required: [code], properties: {code: {type: string, maxLength: 20}, pin: {type: string, maxLength: 9, x-sensitive: true}}}
    Verdict: {type: object, additionalProperties: false, required: [status], properties: {status: {type: string, enum: [taken, refused]}, reason: {type: string, maxLength: 99}}}
    Result: {type: object, additionalProperties: false, required: [code, status], properties: {code: {type: string}, status: {type: string}, reason: {type: string}, id: {type: string, format: uuid}}}
`

const parcelRules = `scenario: desk
api: parcels
default: true
tables:
  shelf: {key: [code], writable: true, columns: {code: string, id: string}}
rules:
  takeParcels/parcel:
    - {name: fragile, match: {item: {code: glass}}, outcome: {status: refused, reason: It would break.}}
`

// takeParcels puts parcels on the shelf, each code once.
func takeParcels(t *engine.Turn) (engine.Reply, error) {
	results := []map[string]any{}
	for _, p := range t.Request().Body.([]any) {
		parcel := p.(map[string]any)
		verdict, ok, err := t.Ask("parcel", parcel)
		if err != nil {
			return engine.Reply{}, err
		}
		code := map[string]any{"code": parcel["code"]}
		if !ok {
			if t.Row("shelf", code) != nil {
				p, err := t.Problem("CONFLICT", "It is here already.")
				return engine.Reply{Problem: p}, err
			}
			verdict = map[string]any{"status": "taken", "id": t.ID("parcel")}
			if err := t.Do(engine.Step{Kind: "insert", Table: "shelf", Row: map[string]any{"code": parcel["code"], "id": verdict["id"]}}); err != nil {
				return engine.Reply{}, err
			}
		}
		verdict["code"] = parcel["code"]
		results = append(results, verdict)
	}
	body, err := json.Marshal(results)
	return engine.Reply{Body: body}, err
}

func listParcels(t *engine.Turn) (engine.Reply, error) {
	list := []map[string]any{}
	for _, r := range t.Rows("shelf") {
		list = append(list, map[string]any{"code": r["code"]})
	}
	body, err := json.Marshal(list)
	return engine.Reply{Body: body}, err
}

// parcelDesk serves parcels with Go handlers.
func parcelDesk(t testing.TB, rules string, change func(*server.Options)) http.Handler {
	t.Helper()
	api, found := contract.Load(fstest.MapFS{"parcels.yaml": {Data: []byte(parcels)}}, "parcels.yaml")
	if api == nil {
		t.Fatal(found.Err())
	}
	steering := controlDocument()
	program, found := engine.Load(fstest.MapFS{"parcels/desk.yaml": {Data: []byte(rules)}}, []*contract.API{steering, api})
	if program == nil {
		t.Fatal(found.Err())
	}
	keys, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	o := server.Options{
		APIs: []*contract.API{steering}, Documents: []*contract.API{api}, Program: program, Keys: keys, Clock: func() time.Time { return start },
		Logger: slog.New(slog.DiscardHandler),
		GoHandlers: map[string]map[string]server.GoHandler{"parcels": {
			"takeParcels": {Answer: takeParcels}, "listParcels": {Answer: listParcels, Reads: true},
		}},
	}
	if change != nil {
		change(&o)
	}
	s, err := server.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler()
}

func TestAGoHandlerAnswersInsideTheSandbox(t *testing.T) {
	s := parcelDesk(t, parcelRules, nil)
	w := post(s, "/parcels/v1/parcels", `[{"code": "a"}, {"code": "glass"}]`)
	if w.Code != 200 || w.Header().Get("X-Sandbox-Scenario") != "go" || w.Header().Get("X-Sandbox-Rule") != "handler" ||
		!strings.Contains(w.Body.String(), `"reason":"It would break."`) {
		t.Fatalf("%d %s %v", w.Code, w.Body, w.Header())
	}
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels"); w.Body.String() != `[{"code":"a"}]` {
		t.Errorf("the shelf holds %s", w.Body)
	}
	problemOf(t, post(s, "/parcels/v1/parcels", `[{"code": "b"}, {"code": "a"}]`), 409, "CONFLICT")
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels"); w.Body.String() != `[{"code":"a"},{"code":"b"}]` {
		t.Errorf("the shelf holds %s", w.Body)
	}
}

// parcelEntry gives the latest entry of the journal, and its explanation.
func parcelEntry(t *testing.T, s http.Handler) (id string, explained explainedParcels) {
	t.Helper()
	var page struct {
		Entries []struct{ ID, Operation, Rule string }
	}
	read(t, ask(s, http.MethodGet, "/sandbox/v1/journal"), &page)
	if len(page.Entries) == 0 || page.Entries[0].Rule != "handler" {
		t.Fatalf("the journal has %+v", page)
	}
	read(t, ask(s, http.MethodGet, "/sandbox/v1/journal/"+page.Entries[0].ID+"/explanation"), &explained)
	return page.Entries[0].ID, explained
}

type explainedParcels struct {
	Answer struct {
		Source, Scenario, Rule string
		Status                 int
	}
	Rules []struct{ Scenario, Rule, Outcome, Condition, Wanted, Got string }
}

// String writes what became of the rules, a line for each.
func (e *explainedParcels) String() string {
	var b strings.Builder
	for _, r := range e.Rules {
		b.WriteString(r.Rule + " " + r.Outcome)
		if r.Condition != "" {
			b.WriteString(": " + r.Condition + " wants " + r.Wanted + " and got " + r.Got)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func read(t *testing.T, w *httptest.ResponseRecorder, to any) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), to); err != nil || w.Code != 200 {
		t.Fatalf("%d %s: %v", w.Code, w.Body, err)
	}
}

const explainedRules = `handler answered
closed missed: body wants of size 0 and got another value
fragile answered
secret untried
fragile missed: item.code wants "glass" and got "a"
secret missed: item.pin wants "0000" and got another value
`

func TestAHandlersAnswerIsExplainedWithTheVerdictsOfItsItems(t *testing.T) {
	rules := parcelRules + `    - {name: secret, match: {item: {pin: "0000"}}, outcome: {status: refused}}
  takeParcels:
    - {name: closed, match: {body: {$size: 0}}, respond: {problem: CONFLICT}}
`
	s := parcelDesk(t, rules, nil)
	batch := `[{"code": "glass"}, {"code": "a", "pin": "1234"}]`
	question := `{"method": "POST", "path": "/parcels/v1/parcels", "body": ` + batch + `}`
	var imagined explainedParcels
	read(t, post(s, "/sandbox/v1/explanations", question), &imagined)
	if got := imagined.String(); got != explainedRules || imagined.Answer.Rule != "handler" || imagined.Answer.Status != 200 {
		t.Errorf("a request that was not sent: %+v\n%s", imagined.Answer, got)
	}
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels"); w.Body.String() != `[]` {
		t.Errorf("the explanation has put on the shelf %s", w.Body)
	}
	first := post(s, "/parcels/v1/parcels", batch)
	id, explained := parcelEntry(t, s)
	if got := explained.String(); got != imagined.String() {
		t.Errorf("a request that was sent: %+v\n%s", explained.Answer, got)
	}
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels"); w.Body.String() != `[{"code":"a"}]` {
		t.Errorf("the explanation has put on the shelf %s", w.Body)
	}
	var again struct{ Replayed struct{ Status int } }
	read(t, post(s, "/sandbox/v1/journal/"+id+"/replay", ""), &again)
	if again.Replayed.Status != 409 {
		t.Errorf("replayed, it is answered %+v", again)
	}
	if w := post(s, "/sandbox/v1/reset", ""); w.Code != 200 {
		t.Fatal(w.Code, w.Body)
	}
	ask(s, http.MethodGet, "/parcels/v1/parcels")
	if w := post(s, "/parcels/v1/parcels", batch); w.Body.String() != first.Body.String() {
		t.Errorf("after a reset the same request is answered\n%s, before\n%s", w.Body, first.Body)
	}
}

func TestOnlyTheFirstTwentyItemsAreExplained(t *testing.T) {
	s := parcelDesk(t, parcelRules, nil)
	var codes []string
	for i := range 30 {
		codes = append(codes, `{"code": "`+strings.Repeat("x", i%20+1)+`"}`)
	}
	post(s, "/parcels/v1/parcels", "["+strings.Join(codes, ",")+"]")
	_, explained := parcelEntry(t, s)
	if n := strings.Count(explained.String(), "fragile missed"); n != 20 {
		t.Errorf("%d items are explained", n)
	}
}

func TestAHandlersAnswerIsGivenOnceForAKey(t *testing.T) {
	s := parcelDesk(t, parcelRules, nil)
	var all sync.WaitGroup
	answers := make([]*httptest.ResponseRecorder, 100)
	for i := range answers {
		all.Go(func() {
			r := request(http.MethodPost, "/parcels/v1/parcels", `[{"code": "a"}]`, "Idempotency-Key", "k1")
			answers[i] = httptest.NewRecorder()
			s.ServeHTTP(answers[i], r)
		})
	}
	all.Wait()
	body := ""
	for _, w := range answers {
		switch {
		case w.Code == 200 && body == "":
			body = w.Body.String()
		case w.Code == 200 && w.Body.String() != body:
			t.Errorf("answered are %s and %s", body, w.Body)
		case w.Code != 200 && w.Code != 409:
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels", "X-Api-Key", "demo"); body == "" || w.Body.String() != `[{"code":"a"}]` {
		t.Errorf("answered is %s, and the shelf holds %s", body, w.Body)
	}
}

func TestOfAHundredRequestsForOneParcelOneIsTaken(t *testing.T) {
	s := parcelDesk(t, parcelRules, nil)
	var all sync.WaitGroup
	codes := make([]int, 100)
	for i := range codes {
		all.Go(func() { codes[i] = post(s, "/parcels/v1/parcels", `[{"code": "a"}]`).Code })
	}
	all.Wait()
	taken := 0
	for _, code := range codes {
		if code == 200 {
			taken++
		} else if code != 409 {
			t.Errorf("answered is %d", code)
		}
	}
	if taken != 1 {
		t.Errorf("%d requests have got it", taken)
	}
}

func TestAGoHandlerIsHeldToTheContractAndChangesNothingWhereItBreaksIt(t *testing.T) {
	off := func(o *server.Options) {
		o.GoHandlers["parcels"]["takeParcels"] = server.GoHandler{Answer: func(turn *engine.Turn) (engine.Reply, error) {
			_, err := takeParcels(turn)
			return engine.Reply{Body: []byte(`[{"code": 1}]`)}, err
		}}
	}
	s := parcelDesk(t, parcelRules, off)
	w := post(s, "/parcels/v1/parcels", `[{"code": "a"}]`)
	problemOf(t, w, 500, "RESPONSE_OFF_CONTRACT")
	if !strings.Contains(w.Body.String(), `Rule \"handler\" of scenario go failed: /0/code must be a string`) {
		t.Errorf("the answer says %s", w.Body)
	}
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels"); w.Body.String() != `[]` {
		t.Errorf("the shelf holds %s", w.Body)
	}
}

func TestSteeringReachesGoHandlers(t *testing.T) {
	s := parcelDesk(t, parcelRules, nil)
	w := post(s, "/sandbox/v1/overrides", `{"operation": "takeParcels/parcel", "rule": {"match": {"item": {"code": "a"}}, "outcome": {"status": "refused", "reason": "Not today."}}}`)
	if w.Code != 201 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if w := post(s, "/parcels/v1/parcels", `[{"code": "a"}]`); !strings.Contains(w.Body.String(), "Not today.") {
		t.Errorf("with an override: %d %s", w.Code, w.Body)
	}
	w = post(s, "/sandbox/v1/overrides", `{"operation": "takeParcels/parcle", "rule": {"outcome": {"status": "refused"}}}`)
	if w.Code != 422 || !strings.Contains(w.Body.String(), `has no decision point \"parcle\"`) {
		t.Errorf("an override of a point that there is not: %d %s", w.Code, w.Body)
	}
	w = post(s, "/sandbox/v1/overrides", `{"operation": "takeParcles/parcel", "rule": {"outcome": {"status": "refused"}}}`)
	if w.Code != 422 || !strings.Contains(w.Body.String(), `did you mean \"takeParcels\"`) {
		t.Errorf("an override of an operation that there is not: %d %s", w.Code, w.Body)
	}
	r := request(http.MethodPost, "/parcels/v1/parcels", `[{"code": "b"}]`, "Prefer", "code=200")
	preferred := httptest.NewRecorder()
	s.ServeHTTP(preferred, r)
	if preferred.Code != 200 || preferred.Header().Get("X-Sandbox-Rule") != "" {
		t.Errorf("the document's own answer: %d %s", preferred.Code, preferred.Body)
	}
	if w := ask(s, http.MethodGet, "/parcels/v1/parcels", "X-Api-Key", "demo"); w.Body.String() != `[]` {
		t.Errorf("the shelf holds %s", w.Body)
	}
}

func TestAnAnswerOfAGoHandlerIsExplainedWithTheVerdictsThatItAskedFor(t *testing.T) {
	s := parcelDesk(t, parcelRules, nil)
	post(s, "/parcels/v1/parcels", `[{"code": "a"}, {"code": "glass"}]`)
	var e struct {
		Answer struct{ Source, Scenario, Rule string }
		Rules  []struct {
			Rule, Point, Outcome string
			Item                 int
		}
	}
	w := ask(s, http.MethodGet, "/sandbox/v1/journal/1/explanation")
	if err := json.Unmarshal(w.Body.Bytes(), &e); err != nil || w.Code != 200 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if e.Answer.Source != "handler" || e.Answer.Scenario != "go" || e.Answer.Rule != "handler" || len(e.Rules) != 3 || e.Rules[0].Point != "" {
		t.Fatalf("%s", w.Body)
	}
	for i, want := range []string{"missed", "answered"} {
		if r := e.Rules[i+1]; r.Rule != "fragile" || r.Point != "parcel" || r.Item != i+1 || r.Outcome != want {
			t.Errorf("item %d: %+v, want %s", i+1, r, want)
		}
	}
	if broken := controlDocument().Operation("explainJournalEntry").CheckResponse(w.Code, w.Header(), w.Body.Bytes()); len(broken) > 0 {
		t.Errorf("%v", broken)
	}
}
