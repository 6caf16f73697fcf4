package sandbox

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
)

// Bounds of what is kept of one entry. A body that is longer is cut, and the original is not kept then; of more rules
// than that the nearest are explained.
const (
	maxKeptBody   = 64 << 10 // bytes
	maxKeptTraces = 200
)

// keptSummary is what a store keeps of an entry for lists, in JSON.
type keptSummary struct {
	Format      int           `json:"format"`
	Received    time.Time     `json:"received"`
	Took        time.Duration `json:"took"` // nanoseconds
	Delay       time.Duration `json:"delay,omitempty"`
	Operation   keptOperation `json:"operation"`
	Method      string        `json:"method"`
	Target      string        `json:"target"` // as it may be shown
	Status      int           `json:"status"`
	Scenario    string        `json:"scenario,omitempty"`
	Rule        string        `json:"rule,omitempty"`
	Continued   []string      `json:"continued,omitempty"`
	Contract    bool          `json:"contract,omitempty"`
	Code        string        `json:"code,omitempty"`
	Fault       engine.Fault  `json:"fault,omitzero"`
	OffContract bool          `json:"offContract,omitempty"`
}

// keptOperation names an operation, whose document may be another one when the entry is read.
type keptOperation struct {
	API      string `json:"api"`
	Title    string `json:"title"`
	BasePath string `json:"basePath"`
	ID       string `json:"id"`
	Method   string `json:"method"`
	Path     string `json:"path"`
}

// keptDetail is the rest of an entry.
type keptDetail struct {
	Format     int             `json:"format"`
	Request    keptMessage     `json:"request"`
	Answer     keptMessage     `json:"answer"`
	Violations []keptViolation `json:"violations,omitempty"`
	Rules      []engine.Trace  `json:"rules,omitempty"`
}

type keptMessage struct {
	Header http.Header `json:"header,omitempty"`
	Body   []byte      `json:"body,omitempty"`
}

type keptViolation struct {
	In        string `json:"in"`
	Pointer   string `json:"pointer,omitempty"`
	Parameter string `json:"parameter,omitempty"`
	Message   string `json:"message"`
}

// row gives the entry as a store keeps it. What the rules did is worked out now, from the request as it came.
func (e *Entry) row(key string) (JournalRow, error) {
	shown := e.Shown()
	out := JournalRow{Sandbox: key, Number: e.Number, Request: e.World.RequestID, Detail: e.detail(&shown)}
	var err error
	if out.Summary, err = e.summary(&shown); err != nil {
		return out, fmt.Errorf("write an entry of the journal: %w", err)
	}
	if raw := &e.Original; !e.Lost && len(raw.Request.Body) <= maxKeptBody && len(raw.Answer.Body) <= maxKeptBody {
		out.Original = raw.beside(&shown)
	}
	return out, nil
}

// summary writes a keptSummary.
func (e *Entry) summary(shown *Original) ([]byte, error) {
	o := e.Operation
	if o == nil {
		o = &contract.Operation{API: &contract.API{}}
	}
	t := make(jsonText, 0, 512)
	t.open('{')
	t.number("format", keptFormat)
	t.moment("received", e.Received)
	t.number("took", int64(e.Took))
	t.number("delay", int64(e.Delay))
	t.name("operation")
	t.open('{')
	t.text("api", o.API.Name)
	t.text("title", o.API.Title)
	t.text("basePath", o.API.BasePath)
	t.text("id", o.ID)
	t.text("method", o.Method)
	t.text("path", o.Path)
	t.shut('}')
	t.text("method", shown.Method)
	t.text("target", shown.Target)
	t.number("status", int64(e.Status))
	t.text("scenario", e.Scenario)
	t.text("rule", e.Rule)
	t.texts("continued", e.Continued)
	t.truth("contract", e.Contract)
	t.text("code", e.Code)
	if e.Fault != (engine.Fault{}) {
		fault, err := json.Marshal(e.Fault)
		if err != nil {
			return nil, err
		}
		t.name("fault")
		t = append(t, fault...)
	}
	t.truth("offContract", e.OffContract)
	t.shut('}')
	return t, nil
}

// detail writes a keptDetail.
func (e *Entry) detail(shown *Original) []byte {
	rules := e.Explain()
	t := make(jsonText, 0, 2048)
	t.open('{')
	t.number("format", keptFormat)
	t.message("request", shown.Request.kept())
	t.message("answer", shown.Answer.kept())
	if len(e.Violations) > 0 {
		t.name("violations")
		t.open('[')
		for i := range e.Violations {
			v := &e.Violations[i]
			t.next()
			t.open('{')
			t.text("in", v.In)
			t.text("pointer", v.Pointer)
			t.text("parameter", v.Parameter)
			t.text("message", v.Message)
			t.shut('}')
		}
		t.shut(']')
	}
	if len(rules) > 0 {
		t.name("rules")
		t.open('[')
		for i := range rules[:min(len(rules), maxKeptTraces)] {
			t.trace(&rules[i])
		}
		t.shut(']')
	}
	t.shut('}')
	return t
}

func (t *jsonText) message(name string, m keptMessage) {
	t.name(name)
	t.open('{')
	t.header("header", m.Header, func(string, []string) bool { return true })
	t.bytes("body", m.Body)
	t.shut('}')
}

// trace writes what became of a rule, under the names of engine.Trace.
func (t *jsonText) trace(r *engine.Trace) {
	t.next()
	t.open('{')
	t.text("Scenario", r.Scenario)
	t.text("Rule", r.Rule)
	t.text("Condition", r.Condition)
	t.text("Wanted", r.Wanted)
	t.text("Got", r.Got)
	t.number("Passed", int64(r.Passed))
	t.text("File", r.File)
	t.number("Line", int64(r.Line))
	t.truth("Matched", r.Matched)
	t.truth("Answered", r.Answered)
	t.truth("Continued", r.Continued)
	t.truth("Tried", r.Tried)
	t.shut('}')
}

// keptOriginal is what a store keeps of an original, encrypted, in JSON. Beside tells that it holds only what may not be
// shown: the rest is as it is shown.
type keptOriginal struct {
	Beside          bool
	Target          string
	Request, Answer keptSecrets
}

type keptSecrets struct {
	Header http.Header
	Body   []byte
}

// beside writes a keptOriginal of what may be shown.
func (o *Original) beside(shown *Original) []byte {
	t := make(jsonText, 0, 512)
	t.open('{')
	t.truth("Beside", true)
	if o.Target != shown.Target {
		t.text("Target", o.Target)
	}
	t.secrets("Request", &o.Request, &shown.Request)
	t.secrets("Answer", &o.Answer, &shown.Answer)
	t.shut('}')
	return t
}

// secrets writes what of a message is not as it is shown.
func (t *jsonText) secrets(name string, m, shown *Message) {
	t.name(name)
	t.open('{')
	t.header("Header", m.Header, func(field string, values []string) bool { return !slices.Equal(values, shown.Header[field]) })
	if !bytes.Equal(m.Body, shown.Body) {
		t.bytes("Body", m.Body)
	}
	t.shut('}')
}

// readOriginal puts an original together again from what is kept of it and what may be shown.
func readOriginal(kept []byte, shown *Original) (Original, error) {
	var k keptOriginal
	if err := json.Unmarshal(kept, &k); err != nil {
		return Original{}, err
	}
	if !k.Beside { // as earlier programs have kept it, whole
		var whole Original
		err := json.Unmarshal(kept, &whole)
		return whole, err
	}
	out := Original{Method: shown.Method, Target: cmp.Or(k.Target, shown.Target)}
	out.Request, out.Answer = k.Request.beside(&shown.Request), k.Answer.beside(&shown.Answer)
	return out, nil
}

// beside puts secrets into the message that is shown without them.
func (s *keptSecrets) beside(shown *Message) Message {
	out := Message{Header: maps.Clone(shown.Header), Body: shown.Body}
	if out.Header == nil {
		out.Header = http.Header{}
	}
	maps.Copy(out.Header, s.Header)
	if s.Body != nil {
		out.Body = s.Body
	}
	return out
}

func (m Message) kept() keptMessage {
	body := m.Body
	if len(body) > maxKeptBody {
		body = body[:maxKeptBody]
		for len(body) > maxKeptBody-utf8.UTFMax && !utf8.Valid(body[max(0, len(body)-utf8.UTFMax):]) && utf8.Valid(m.Body) {
			body = body[:len(body)-1]
		}
	}
	return keptMessage{m.Header, body}
}

// entry reads what row has written, as far as the store gives it.
func (r *JournalRow) entry() (*Entry, error) {
	var s keptSummary
	if err := readKept(r.Summary, &s); err != nil {
		return nil, fmt.Errorf("entry %d of the journal: %w", r.Number, err)
	}
	api := &contract.API{Name: s.Operation.API, Title: s.Operation.Title, BasePath: s.Operation.BasePath}
	e := &Entry{
		Number: r.Number, Received: s.Received, Took: s.Took, Delay: s.Delay, Status: s.Status, Scenario: s.Scenario, Rule: s.Rule,
		Operation: &contract.Operation{API: api, ID: s.Operation.ID, Method: s.Operation.Method, Path: s.Operation.Path},
		Continued: s.Continued, Contract: s.Contract, Code: s.Code, Fault: s.Fault, OffContract: s.OffContract,
		World: engine.World{RequestID: r.Request}, Lost: true,
	}
	shown := Original{Method: s.Method, Target: s.Target}
	if r.Detail != nil {
		var d keptDetail
		if err := readKept(r.Detail, &d); err != nil {
			return nil, fmt.Errorf("entry %d of the journal: %w", r.Number, err)
		}
		shown.Request, shown.Answer = Message(d.Request), Message(d.Answer)
		for _, v := range d.Violations {
			e.Violations = append(e.Violations, problem.Violation{In: v.In, Pointer: v.Pointer, Parameter: v.Parameter, Message: v.Message})
		}
		e.rules = d.Rules
	}
	e.shown, e.Original = &shown, shown
	if r.Original != nil {
		raw, err := readOriginal(r.Original, &shown)
		if err != nil {
			return nil, fmt.Errorf("entry %d of the journal: %w", r.Number, err)
		}
		e.Original, e.Lost = raw, false
	}
	return e, nil
}
