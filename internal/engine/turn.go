package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/problem"
)

// Turn is what code written in Go sees of a sandbox and does to it, in one step that is made as a whole or not at all.
// Nothing that it gives depends on anything but the program, the request and the world. Values are decoded JSON:
// integers are int, other numbers json.Number. A Turn serves one goroutine.
type Turn struct {
	program *Program
	api     *contract.API
	world   *World
	request *contract.Request // nil outside a request
	rule    string            // what steps name as the rule that asked for them
	next    *State
	sent    []Callback
	ids     uint64
	ev      *evaluation // nil until it is needed
	// verdicts are the rules that have decided about items.
	verdicts []verdictHits
	failed   error // of a method that gives no error itself; the turn ends with it
}

// Turn has do change the state of the world outside any request: Request gives nil then, and Ask is refused. It gives
// the state after it, and what is to be sent. After an error, which is that of do, the state is what it was.
func (p *Program) Turn(api *contract.API, w *World, do func(*Turn) error) (next *State, sent []Callback, err error) {
	t := p.turn(api, w, w.State)
	t.rule = handlerID(nil)
	defer t.end()
	if err = do(t); err == nil {
		err = t.failed
	}
	if err != nil {
		return w.State, nil, err
	}
	return t.next, t.sent, nil
}

func (p *Program) turn(api *contract.API, w *World, st *State) *Turn {
	return &Turn{program: p, api: api, world: w, next: st}
}

func (t *Turn) end() {
	if t.ev != nil {
		t.program.release(t.ev)
	}
}

// evaluation gives what expressions see during this turn.
func (t *Turn) evaluation() *evaluation {
	switch {
	case t.ev != nil:
	case t.request != nil:
		t.ev = t.program.evaluation(t.request, t.world)
	default:
		t.ev = t.program.blank(t.world)
		t.ev.api = t.api.Name
	}
	return t.ev
}

// fail has the turn end with an error, the first one that is told.
func (t *Turn) fail(err error) {
	if t.failed == nil {
		t.failed = err
	}
}

// Request gives the request, decoded and checked; nil outside one. It must not be changed.
func (t *Turn) Request() *contract.Request { return t.request }

// Now tells the time by the sandbox's clock.
func (t *Turn) Now() time.Time { return t.world.Now }

// Caller tells who makes the request. It must not be changed.
func (t *Turn) Caller() *Caller { return &t.world.Caller }

// RequestID gives the id of the request.
func (t *Turn) RequestID() string { return t.world.RequestID }

// Base gives the absolute URL of the API's base path as the caller sees it.
func (t *Turn) Base() string { return t.world.Base }

// ID makes an identifier, in the form of a UUID. It is a function of the sandbox's seed, the number of the request, the
// kind, and how many identifiers this turn has made before: the same decision makes the same ones.
func (t *Turn) ID(kind string) string {
	t.ids++
	chance := generated(mix(t.world.draws(hashText(kind)), t.ids))
	return expression.UUID(chance.Uint64(), chance.Uint64())
}

// Link makes an absolute URL of a path below the base that works until its time is up, as the function link() does.
func (t *Turn) Link(path string, ttl time.Duration) (string, error) {
	if t.world.Services == nil {
		return "", errors.New("there is nothing here to sign links with")
	}
	return t.world.Services.SignLink(path, bank.Duration{Time: ttl}, t.world.Now)
}

// Rows gives the rows of a table of the API as this turn sees them, its own changes included: those that ship first,
// then the others in the order in which they were inserted. They belong to the caller. A table that the scenarios do
// not declare has the turn fail.
func (t *Turn) Rows(table string) []map[string]any {
	found := t.table(table)
	if found == nil {
		return nil
	}
	_, rows, _ := t.program.Rows(t.api.Name, table, t.next)
	out := make([]map[string]any, len(rows))
	for i, r := range rows {
		out[i] = cloneRowDeep(r)
	}
	return out
}

// Row gives the first row that has all these values, nil when there is none. Where they cover the table's key it is
// found at once. The row belongs to the caller. A table that the scenarios do not declare has the turn fail.
func (t *Turn) Row(table string, key map[string]any) map[string]any {
	found := t.table(table)
	if found == nil {
		return nil
	}
	return cloneRowDeep(found.first(t.next, key))
}

func (t *Turn) table(name string) *table {
	found := t.program.tables[t.api.Name][name]
	if found == nil {
		known := sortedNames(t.program.tables[t.api.Name])
		t.fail(fmt.Errorf("API %s has no table %q%s", t.api.Name, name, hinted(name, known)))
	}
	return found
}

// hinted gives the hint of a message that ends there.
func hinted(got string, known []string) string {
	if hint := didYouMean(got, known); hint != "" {
		return "; " + hint
	}
	return ""
}

func cloneRowDeep(r row) row {
	if r == nil {
		return nil
	}
	out, _ := cloneValue(r).(map[string]any)
	return out
}

var errReads = errors.New("the handler is one that only reads")

// Do makes one change at once: of the step, Kind (insert, upsert, update, delete, set, or replace, which puts a row in
// the place of the whole row that has its key), Table, Row, Where, State, Value and Callback are read. After an error
// nothing is changed.
func (t *Turn) Do(s Step) error {
	if t.world.Reads {
		return errReads
	}
	s = t.step(s)
	next, err := t.program.Change(t.next, s)
	if err != nil {
		return err
	}
	if s.calls(t.next, next) {
		t.Send(*s.Callback)
	}
	t.next = next
	return nil
}

// Later does a step after a time by the sandbox's clock; its Kind may also be callback then. When the time has come,
// what it finds no row for does nothing. A step that can never be done has the turn fail.
func (t *Turn) Later(d time.Duration, s Step) {
	if s.Kind != "callback" {
		if err := t.program.changes(t.api.Name, &s); err != nil {
			t.fail(err)
			return
		}
	} else if s.Callback == nil {
		t.fail(errors.New("a step that sends a callback needs one"))
		return
	}
	if t.world.Reads {
		t.fail(errReads)
		return
	}
	s = t.step(s)
	s.Due = t.world.Now.Add(max(d, 0))
	next, err := t.next.withStep(s)
	if err != nil {
		t.fail(err)
		return
	}
	t.next = next
}

// step completes a step; what it holds is the state's from then on.
func (t *Turn) step(s Step) Step {
	s.API, s.Rule, s.Request = t.api.Name, t.rule, t.world.RequestID
	s.Row, s.Where = cloneRowDeep(s.Row), cloneRowDeep(s.Where)
	return s
}

// Callback makes a callback: one of the operation's, else a webhook of the document; outside a request, a webhook or one
// of any operation. The body is anything that can be written as JSON, nil for none, and held against the document. The
// address is the document's as far as the request gives it; else it is empty, which stands for the one that the
// application has given.
func (t *Turn) Callback(name string, body any) (Callback, error) {
	declared, operation, err := t.callbackNamed(name)
	if err != nil {
		return Callback{}, err
	}
	out := Callback{API: t.api.Name, Name: name, Method: declared.Method}
	if operation != nil {
		out.Operation = operation.ID
	}
	if declared.Expression != "" && t.request != nil {
		if out.URL, err = callbackURL(declared.Expression, t.evaluation()); err != nil {
			return Callback{}, fmt.Errorf("the address of callback %s: %w", name, err)
		}
	}
	var content []*contract.MediaType
	if declared.Body != nil {
		content = declared.Body.Content
	}
	switch {
	case body == nil && len(content) > 0 && declared.Body.Required:
		return Callback{}, fmt.Errorf("callback %s has a body", name)
	case body == nil:
		return out, nil
	case len(content) == 0:
		return Callback{}, fmt.Errorf("callback %s has no body", name)
	}
	if out.Body, err = json.Marshal(body); err != nil {
		return Callback{}, fmt.Errorf("the body of callback %s: %w", name, err)
	}
	v, err := contract.DecodeJSON(out.Body, 0)
	if err != nil {
		return Callback{}, fmt.Errorf("the body of callback %s: %w", name, err)
	}
	if err := (&answer{schema: content[0].Schema}).check(v); err != nil {
		return Callback{}, fmt.Errorf("callback %s: %w", name, err)
	}
	out.Type = content[0].Type
	return out, nil
}

// callbackNamed finds a callback, with the operation that it is one of.
func (t *Turn) callbackNamed(name string) (*contract.Callback, *contract.Operation, error) {
	source := callbackSource{api: t.api}
	operations := t.api.Operations
	if t.request != nil {
		operations = []*contract.Operation{t.request.Operation}
	}
	var known []string
	for _, o := range operations {
		source.operation = o
		found, own, names := source.named(name)
		switch {
		case found != nil && own:
			return found, o, nil
		case found != nil && t.request != nil:
			return found, nil, nil
		}
		known = append(known, names...)
	}
	source.operation = nil
	found, _, names := source.named(name)
	if found != nil {
		return found, nil, nil
	}
	known = slices.Compact(slices.Sorted(slices.Values(append(known, names...))))
	return nil, nil, fmt.Errorf("the document declares no callback %q here%s", name, hinted(name, known))
}

// Send has a callback be sent when the request is answered.
func (t *Turn) Send(c Callback) { t.sent = append(t.sent, c) }

// Problem gives an entry of the error catalogue, the API's own entries first, with what is particular to this request.
func (t *Turn) Problem(code, detail string) (*problem.Problem, error) {
	definition, ok := t.program.ProblemOf(t.api.Name, code)
	if !ok {
		return nil, fmt.Errorf("the error catalogue has no %q%s", code, hinted(code, t.program.ProblemCodes(t.api.Name)))
	}
	return &problem.Problem{Definition: definition, Detail: detail}, nil
}
