package engine

import (
	"errors"
	"fmt"
	"net/textproto"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// Handler answers an operation in Go. It must be a function of what the turn gives: it may be called several times for
// one request (another process was faster; an explanation is asked for), and only the last call counts. The turn is
// not to be used after the handler has returned, nor by several goroutines at a time.
type Handler func(t *Turn) (Reply, error)

// Reply is what a handler answers.
type Reply struct {
	// Status is that of the answer; 0 is that of the problem, or else the operation's default.
	Status int
	// Type is the media type of Body; "" is application/json where there is a body, and none where Body is nil.
	Type   string
	Header []Field
	// Body is encoded by the handler, and the decision's from then on.
	Body []byte
	// Problem is set instead of Body.
	Problem *problem.Problem
}

// HandlerScenario and HandlerRule name a handler's answer where those of rules are named by scenario and rule.
const (
	HandlerScenario = "go"
	HandlerRule     = "handler"
)

// handle has the handler of the world answer.
func (p *Program) handle(d *Decision, ev *evaluation) error {
	t := p.turn(ev.request.Operation.API, ev.world, ev.next)
	t.request, t.rule = ev.request, handlerID(ev.request.Operation)
	defer t.end()
	reply, err := ev.world.Handler(t)
	if err == nil {
		err = t.failed
	}
	if err == nil {
		err = reply.fill(d, t)
	}
	if err != nil {
		return &ScenarioError{Scenario: HandlerScenario, Rule: HandlerRule, Err: err}
	}
	d.Scenario, d.Rule, d.State = HandlerScenario, HandlerRule, t.next
	d.Callbacks = slices.Concat(d.Callbacks, t.sent)
	for _, hit := range t.verdicts {
		d.Verdicts = append(d.Verdicts, VerdictHits{hit.rule.scenario.name, hit.rule.name, hit.items})
	}
	return nil
}

// handlerID names the handler of an operation where a rule has its id; nil stands for what is done without a request.
func handlerID(o *contract.Operation) string {
	operation := "*"
	if o != nil {
		operation = o.ID
	}
	return HandlerScenario + "/" + operation + "/" + HandlerRule
}

// fill puts the reply into a decision, after it has been held against the contract.
func (r *Reply) fill(d *Decision, t *Turn) error {
	o := t.request.Operation
	d.Status, d.Type, d.Header, d.Body, d.Problem = r.Status, r.Type, r.Header, r.Body, r.Problem
	if r.Problem != nil {
		if r.Body != nil || r.Type != "" {
			return errors.New("the reply has a problem and a body")
		}
		if d.Status == 0 {
			d.Status = r.Problem.Status
		}
		if o.Response(d.Status) == nil {
			return &offContract{o.CheckResponse(d.Status, nil, nil)}
		}
		return r.checkHeader()
	}
	if d.Status == 0 {
		d.Status = o.DefaultStatus()
	}
	switch {
	case r.Body == nil && r.Type != "":
		return errors.New("the reply has a media type and no body")
	case r.Body != nil && r.Type == "":
		d.Type = "application/json"
	}
	if err := r.checkHeader(); err != nil {
		return err
	}
	if found := o.CheckResponse(d.Status, r.headers(d.Type, t.world.RequestID), d.Body); len(found) > 0 {
		return &offContract{found}
	}
	return nil
}

// reservedHeaders are what the server says about an answer itself, in lower case.
var reservedHeaders = []string{"content-length", "content-type", "transfer-encoding", "connection", "date", "x-request-id"}

func (r *Reply) checkHeader() error {
	for _, f := range r.Header {
		switch {
		case !headerName.MatchString(f.Name):
			return fmt.Errorf("%q is no header name", f.Name)
		case slices.Contains(reservedHeaders, strings.ToLower(f.Name)):
			return fmt.Errorf("the server sets the header %s itself", f.Name)
		}
	}
	return nil
}

// headers gives the headers as the answer will have them.
func (r *Reply) headers(mediaType, requestID string) map[string][]string {
	out := map[string][]string{"X-Request-Id": {requestID}}
	if mediaType != "" {
		out["Content-Type"] = []string{mediaType}
	}
	for _, f := range r.Header {
		name := textproto.CanonicalMIMEHeaderKey(f.Name)
		out[name] = append(out[name], f.Value)
	}
	return out
}
