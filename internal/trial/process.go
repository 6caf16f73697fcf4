package trial

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// Process is the target inside this process: every case gets a handler of its own, with an empty registry of sandboxes
// and a clock that moves only when the case says so. Delays do not let time pass.
type Process struct {
	// Program is the one that the handlers serve.
	Program *engine.Program
	// Serve makes the handler that serves the sandboxes of a case.
	Serve func(Environment) (http.Handler, error)
	// Services sign what the handlers accept, as for requests to an origin.
	Services func(origin string) expression.Services
	// Coverage, if there is one, notes what the cases use.
	Coverage *engine.Coverage
}

// Environment is what a handler for one case stands on.
type Environment struct {
	Sandboxes *sandbox.Registry
	Clock     func() time.Time
	// Send takes the callbacks of a sandbox.
	Send func(key string, c engine.Callback)
}

// DefaultStart is what the clocks of cases show at first that do not say when they begin.
var DefaultStart = time.Date(2026, 1, 15, 10, 0, 0, 0, time.FixedZone("", 5*3600+1800))

const (
	processKey    = "test"
	processOrigin = "http://sandbank.test"
)

// process is one case's session.
type process struct {
	*Process
	registry *sandbox.Registry
	handler  http.Handler
	sent     map[string][]engine.Callback
}

// Begin gives a case a registry and a handler of its own.
func (p *Process) Begin(_ context.Context, s Setting) (Session, error) {
	start := s.Start
	if start.IsZero() {
		start = DefaultStart
	}
	clock := func() time.Time { return start }
	out := &process{Process: p, sent: map[string][]engine.Callback{}}
	out.registry = sandbox.NewRegistry(sandbox.Options{Clock: clock, Seed: s.Seed, JournalEntries: journalEntries})
	handler, err := p.Serve(Environment{Sandboxes: out.registry, Clock: clock, Send: out.send})
	if err != nil {
		return nil, fmt.Errorf("make the server for a case: %w", err)
	}
	out.handler = handler
	for _, key := range append([]string{processKey}, s.Keys...) {
		if err := out.registry.Get(key).SetSeed(s.Seed); err != nil {
			return nil, err
		}
		out.cover(key)
	}
	return out, nil
}

// journalEntries is how far back the request is looked for that was just answered.
const journalEntries = 8

// cover has the coverage note what a caller's sandbox decides.
func (p *process) cover(key string) {
	if p.Coverage != nil && key != "" {
		p.registry.Get(key).Cover(p.Coverage)
	}
}

func (p *process) send(key string, c engine.Callback) { p.sent[key] = append(p.sent[key], c) }

func (p *process) sendAll(key string, list []engine.Callback) {
	for _, c := range list {
		p.send(key, c)
	}
}

// Key is the caller of steps that name none.
func (p *process) Key() string { return processKey }

// Origin is where requests go.
func (p *process) Origin() string { return processOrigin }

// Services sign as the target does.
func (p *process) Services() expression.Services {
	if p.Process.Services == nil {
		return nil
	}
	return p.Process.Services(processOrigin)
}

// Send has the handler answer. What the rule did is read from the journal of the caller's sandbox.
func (p *process) Send(r *http.Request, key string) (*Answer, error) {
	r.RequestURI, r.RemoteAddr = r.URL.RequestURI(), "127.0.0.1:1"
	if r.Body == nil {
		r.Body = http.NoBody
	}
	apiKey := r.Header.Get("X-Api-Key")
	if apiKey != key {
		p.cover(apiKey)
	}
	w := &recorder{header: http.Header{}}
	if err := w.serve(p.handler, r); err != nil {
		return nil, err
	}
	a := &Answer{Status: cmp.Or(w.status, http.StatusOK), Header: w.sent, Body: w.body.Bytes()}
	if a.Header == nil {
		a.Header = w.header
	}
	a.Scenario, a.Rule = a.Header.Get("X-Sandbox-Scenario"), a.Header.Get("X-Sandbox-Rule")
	entry := p.entry(a.Header.Get("X-Request-Id"), key, apiKey)
	if entry == nil {
		if w.aborted {
			a.Fault = engine.Reset
		}
		return a, nil
	}
	a.Fault, a.Delay = entry.Fault.Kind, entry.Delay
	a.Scenario, a.Rule, a.Continued, a.Verdicts, a.Document = entry.Scenario, entry.Rule, entry.Continued, entry.Verdicts, entry.Contract
	a.OffContract = entry.OffContract
	if a.Fault != "" {
		a.Status = entry.Status
	}
	if entry.Request != nil {
		a.Explain = func() []engine.Trace {
			world := entry.World
			world.Coverage = nil
			return entry.Program.Explain(entry.Request, &world)
		}
	}
	return a, nil
}

// entry finds the request that was just answered: in the caller's sandbox, or in that of the key that was sent.
func (p *process) entry(id string, keys ...string) *sandbox.Entry {
	for _, key := range keys {
		if key == "" {
			continue
		}
		page, _, _ := p.registry.Get(key).Entries(sandbox.Filter{Limit: 1})
		if len(page) > 0 && page[0].World.RequestID == id {
			return page[0]
		}
	}
	return nil
}

// recorder takes an answer.
type recorder struct {
	header  http.Header
	sent    http.Header // as it was when the status was written
	status  int
	body    bytes.Buffer
	aborted bool
}

// serve runs the handler. A handler that cuts the connection ends like one that has answered.
func (w *recorder) serve(h http.Handler, r *http.Request) (err error) {
	defer func() {
		cause := recover()
		if cause == nil {
			return
		}
		if failure, ok := cause.(error); ok && errors.Is(failure, http.ErrAbortHandler) {
			w.aborted = true
			return
		}
		err = fmt.Errorf("the server panicked: %v", cause)
	}()
	h.ServeHTTP(w, r)
	return nil
}

// Header is what will be sent with the status.
func (w *recorder) Header() http.Header { return w.header }

// WriteHeader settles the status.
func (w *recorder) WriteHeader(status int) {
	if w.status == 0 && status >= 200 {
		w.status, w.sent = status, w.header.Clone()
	}
}

// Write takes a part of the body.
func (w *recorder) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}

// Flush does nothing: everything is kept until the end.
func (w *recorder) Flush() {}

// Now tells what the caller's clock shows.
func (p *process) Now(_ context.Context, key string) (time.Time, error) {
	return p.registry.Get(key).Now(), nil
}

// Advance moves the caller's clock forwards.
func (p *process) Advance(_ context.Context, key string, d time.Duration) error {
	sent, err := p.registry.Get(key).Advance(p.Program, d)
	p.sendAll(key, sent)
	return err
}

// SetClock sets the caller's clock.
func (p *process) SetClock(_ context.Context, key string, t time.Time) error {
	sent, err := p.registry.Get(key).SetClock(p.Program, t)
	p.sendAll(key, sent)
	return err
}

// Freeze has the caller's clock stand still.
func (p *process) Freeze(_ context.Context, key string) error {
	sent, err := p.registry.Get(key).Freeze(p.Program)
	p.sendAll(key, sent)
	return err
}

// Resume has the caller's clock go on.
func (p *process) Resume(_ context.Context, key string) error {
	sent, err := p.registry.Get(key).Resume(p.Program)
	p.sendAll(key, sent)
	return err
}

// Reset has the caller's sandbox begin anew.
func (p *process) Reset(_ context.Context, key string) error {
	return p.registry.Get(key).Reset()
}

// Select has scenarios speak for the caller.
func (p *process) Select(_ context.Context, key string, names []string) error {
	return p.registry.Get(key).Select(p.Program, names)
}

// Provide sets up a provider state.
func (p *process) Provide(_ context.Context, key, state string, params map[string]any) (map[string]any, error) {
	world := &engine.World{Services: p.Services(), Base: processOrigin}
	returns, sent, err := p.registry.Get(key).ProviderState(p.Program, world, sandbox.Setup, state, params)
	p.sendAll(key, sent)
	return returns, err
}

// SetState gives a declared state another value.
func (p *process) SetState(_ context.Context, key, api, name, value string) error {
	return p.registry.Get(key).SetState(p.Program, api, name, value)
}

// PutRow puts a row into a table.
func (p *process) PutRow(_ context.Context, key, api, table string, row map[string]any) error {
	return p.registry.Get(key).PutRow(p.Program, api, table, row)
}

// DeleteRow deletes the rows that have all these values.
func (p *process) DeleteRow(_ context.Context, key, api, table string, where map[string]any) error {
	return p.registry.Get(key).DeleteRow(p.Program, api, table, where)
}

// Values gives an API's declared states.
func (p *process) Values(_ context.Context, key, api string) (map[string]string, error) {
	return p.Program.Values(api, p.registry.Get(key).State()), nil
}

// Rows gives the rows of a table.
func (p *process) Rows(_ context.Context, key, api, table string) ([]any, error) {
	_, rows, ok := p.Program.Rows(api, table, p.registry.Get(key).State())
	if !ok {
		return nil, fmt.Errorf("API %s has no table %s", api, table)
	}
	out := make([]any, len(rows))
	for i, row := range rows {
		out[i] = expression.Plain(row)
	}
	return out, nil
}

// Callbacks gives what has been sent since it was asked the last time.
func (p *process) Callbacks(_ context.Context, key string) ([]engine.Callback, error) {
	sent := p.sent[key]
	p.sent[key] = nil
	return sent, nil
}

// End leaves the target as it was.
func (p *process) End(context.Context) error { return nil }
