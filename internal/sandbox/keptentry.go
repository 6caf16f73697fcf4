package sandbox

import (
	"encoding/json"
	"fmt"
	"net/http"
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
	o := e.Operation
	if o == nil {
		o = &contract.Operation{API: &contract.API{}}
	}
	summary := keptSummary{
		Format: keptFormat, Received: e.Received, Took: e.Took, Delay: e.Delay, Method: shown.Method, Target: shown.Target, Status: e.Status,
		Operation: keptOperation{o.API.Name, o.API.Title, o.API.BasePath, o.ID, o.Method, o.Path},
		Scenario:  e.Scenario, Rule: e.Rule, Continued: e.Continued, Contract: e.Contract, Code: e.Code, Fault: e.Fault, OffContract: e.OffContract,
	}
	rules := e.Explain()
	detail := keptDetail{Format: keptFormat, Request: shown.Request.kept(), Answer: shown.Answer.kept(), Rules: rules[:min(len(rules), maxKeptTraces)]}
	for _, v := range e.Violations {
		detail.Violations = append(detail.Violations, keptViolation{v.In, v.Pointer, v.Parameter, v.Message})
	}
	out := JournalRow{Sandbox: key, Number: e.Number, Request: e.World.RequestID}
	var err error
	if out.Summary, err = json.Marshal(summary); err != nil {
		return out, fmt.Errorf("write an entry of the journal: %w", err)
	}
	if out.Detail, err = json.Marshal(detail); err != nil {
		return out, fmt.Errorf("write an entry of the journal: %w", err)
	}
	if raw := &e.Original; !e.Lost && len(raw.Request.Body) <= maxKeptBody && len(raw.Answer.Body) <= maxKeptBody {
		if out.Original, err = json.Marshal(raw); err != nil {
			return out, fmt.Errorf("write an entry of the journal: %w", err)
		}
	}
	return out, nil
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
		var raw Original
		if err := json.Unmarshal(r.Original, &raw); err != nil {
			return nil, fmt.Errorf("entry %d of the journal: %w", r.Number, err)
		}
		e.Original, e.Lost = raw, false
	}
	return e, nil
}
