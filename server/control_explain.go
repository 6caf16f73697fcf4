package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// ExplainJournalEntry answers GET /journal/{entry}/explanation. The reasons are worked out now, from what was kept.
func (controller) ExplainJournalEntry(c *gin.Context, id control.EntryIdParameter) {
	k := callOf(c)
	if e := k.entryNamed(id); e != nil {
		k.json(http.StatusOK, explanationOf(e))
	}
}

// explanationOf explains an answer, kept in the journal or not.
func explanationOf(e *sandbox.Entry) control.Explanation {
	shown := e.Shown()
	out := control.Explanation{Rules: []control.RuleTrace{}}
	if o := e.Operation; o != nil {
		out.Api, out.Operation = optional(o.API.Name), optional(o.ID)
	}
	a := control.ExplainedAnswer{Source: sourceOf(e), Status: e.Status, MediaType: optional(shown.Answer.Header.Get("Content-Type")),
		Scenario: optional(e.Scenario), Rule: optional(e.Rule), Problem: optional(e.Code), Fault: optional(string(e.Fault.Kind)),
		DelayMillis: optional(wholeMillis(e.Delay))}
	if len(e.Continued) > 0 {
		a.Continued = &e.Continued
	}
	if len(e.Violations) > 0 {
		list := make([]control.RequestViolation, 0, len(e.Violations))
		for _, v := range e.Violations {
			list = append(list, violationOf(&v))
		}
		a.Violations = &list
	}
	if e.Code != "" {
		a.Detail = detailOf(e.Original.Answer.Body)
	}
	body := bodyOf(shown.Answer.Body)
	a.Body = &body
	out.Answer = a
	for _, t := range e.Explain() {
		out.Rules = append(out.Rules, traceOf(&t, a.Source))
	}
	return out
}

// sourceOf says where an answer came from.
func sourceOf(e *sandbox.Entry) control.ExplainedAnswerSource {
	switch {
	case e.Code == problem.NoRuleMatched && e.Rule == "":
		return control.ExplainedAnswerSourceNone
	case e.Code == problem.ScenarioError || e.Code == problem.ResponseOffContract || e.Code == problem.InternalError && e.Rule == "":
		return control.ExplainedAnswerSourceFailure
	case e.Scenario == engine.HandlerScenario && e.Rule == engine.HandlerRule:
		return control.ExplainedAnswerSourceHandler
	case e.Rule != "":
		return control.ExplainedAnswerSourceRule
	case e.Contract:
		return control.ExplainedAnswerSourceDocument
	}
	return control.ExplainedAnswerSourceRefusal
}

func violationOf(v *problem.Violation) control.RequestViolation {
	if v.Parameter != "" {
		return control.RequestViolation{Parameter: &v.Parameter, Message: v.Message}
	}
	return control.RequestViolation{Pointer: &v.Pointer, Message: v.Message}
}

// detailOf gives what a problem says about the very call; nil when the body is no such problem.
func detailOf(body []byte) *string {
	var p struct {
		Detail string `json:"detail"`
	}
	if json.Unmarshal(body, &p) != nil {
		return nil // the operation declares errors of another form
	}
	return optional(p.Detail)
}

// traceOf gives what became of a rule. Where no rule was to answer, none was tried to the end, but for those that give
// verdicts to a handler.
func traceOf(t *engine.Trace, source control.ExplainedAnswerSource) control.RuleTrace {
	out := control.RuleTrace{Scenario: t.Scenario, Rule: t.Rule, File: t.File, Line: t.Line, Passed: t.Passed,
		Point: optional(t.Point), Item: optional(t.Item)}
	spoke := t.Point != "" || source == control.ExplainedAnswerSourceRule || source == control.ExplainedAnswerSourceHandler || source == control.ExplainedAnswerSourceFailure
	switch {
	case t.Answered && spoke:
		out.Outcome = control.RuleTraceOutcomeAnswered
	case t.Continued:
		out.Outcome = control.RuleTraceOutcomeContinued
	case t.Tried && !t.Matched:
		out.Outcome = control.RuleTraceOutcomeMissed
		out.Condition, out.Wanted, out.Got = optional(t.Condition), optional(t.Wanted), optional(t.Got)
	default:
		out.Outcome = control.RuleTraceOutcomeUntried
	}
	return out
}

// ExplainRequest answers POST /explanations: the request goes through the same steps as one that was sent, but for what
// would change the sandbox or the journal.
func (controller) ExplainRequest(c *gin.Context) {
	k := callOf(c)
	var in control.ExplanationRequest
	if !k.read(&in) {
		return
	}
	r, err := k.imagined(&in)
	if err != nil {
		k.refuseField(problem.RequestUnexplainable, "/path", err.Error())
		return
	}
	op, params := k.operationAt(r)
	if op == nil {
		k.refuseField(problem.RequestUnexplainable, "/path", fmt.Sprintf("no API has an operation %s %s", r.Method, r.URL.Path))
		return
	}
	if in.Body != nil && in.Text != nil {
		k.refuseField(problem.RequestUnexplainable, "/text", "stands beside body; give one of them")
		return
	}
	e, own := k.imagine(op, params, r)
	if !own {
		k.refuseField(problem.RequestUnexplainable, "/headers", "the credentials are those of another sandbox")
		return
	}
	k.json(http.StatusOK, explanationOf(e))
}

// imagined makes the request that is to be explained. Credentials that it lacks are those of the call.
func (k *call) imagined(in *control.ExplanationRequest) (*http.Request, error) {
	target, err := url.ParseRequestURI(in.Path)
	if err != nil {
		return nil, fmt.Errorf("is no path: %w", err)
	}
	r := k.gin.Request.Clone(k.gin.Request.Context())
	r.Method, r.URL, r.RequestURI, r.Header = string(in.Method), target, in.Path, http.Header{}
	r.Body, r.ContentLength, r.TransferEncoding = http.NoBody, 0, nil
	if in.Headers != nil {
		for name, value := range *in.Headers {
			r.Header.Set(name, value)
		}
	}
	for _, name := range []string{"X-Api-Key", "Authorization", headerSandbox} {
		if given := k.gin.Request.Header[name]; len(given) > 0 && r.Header.Get(name) == "" {
			r.Header[name] = given
		}
	}
	var body []byte
	if in.Text != nil {
		body = []byte(*in.Text)
	} else if sent, ok := k.request.Body.(map[string]any)["body"]; ok {
		if body, err = json.Marshal(sent); err != nil {
			return nil, err
		}
		if r.Header.Get("Content-Type") == "" {
			r.Header.Set("Content-Type", "application/json")
		}
	}
	if len(body) > 0 {
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	}
	return r, nil
}

// operationAt finds the operation that a request is for; nil when there is none.
func (k *call) operationAt(r *http.Request) (*contract.Operation, gin.Params) {
	var op *contract.Operation
	var params gin.Params
	for _, a := range k.servedAPIs(nil) {
		rest, ok := a.Below(r.URL.EscapedPath())
		if !ok {
			continue
		}
		o, values, _ := a.Match(r.Method, rest)
		if o == nil || op != nil && !o.MoreConcrete(op) {
			continue
		}
		op, params = o, ginParams(values)
	}
	return op, params
}

// imagine answers a request without changing anything, and gives what the journal would keep of it. own is false when
// the request is not one of the call's own sandbox.
func (k *call) imagine(op *contract.Operation, params gin.Params, r *http.Request) (e *sandbox.Entry, own bool) {
	w := newAnswerBuffer(k.connection())
	g := gin.CreateTestContextOnly(w, k.server.engine)
	other := newCall(k.server)
	g.Request, g.Params, g.Keys = r, params, other.keys
	other.gin, other.start, other.id, other.values = g, k.start, k.id, new(headerValues)
	other.route, other.record = &route{op: op, template: op.API.BasePath + op.Path}, new(record)
	e = &other.record.entry
	other.world = &e.World
	e.Operation, e.Received = op, k.start
	e.Original = sandbox.Original{Method: r.Method, Target: r.RequestURI, Request: sandbox.Message{Header: r.Header}}
	var identified bool
	if k.server.gate != nil {
		identified = other.admitImagined()
	} else {
		identified = other.identify()
	}
	if other.box != nil && other.box.Key() != k.box.Key() {
		return nil, false
	}
	if identified {
		other.preview(k.playing())
	}
	e.Status, e.Scenario, e.Rule, e.Code = g.Writer.Status(), other.scenario, other.rule, other.code
	e.Original.Answer = sandbox.Message{Header: w.header, Body: other.answered}
	return e, true
}

// preview does what enter and Play do, and leaves the sandbox as it is.
func (k *call) preview(p *engine.Program) {
	e := &k.record.entry
	request, refusal := k.route.op.Check(k.gin.Request, k.path, contract.Limits{})
	if refusal != nil {
		e.Violations = refusal.Violations
		k.refuse(refusal)
		return
	}
	k.server.world(k)
	asked, ok := k.wishes(p)
	if !ok {
		return
	}
	h := k.goHandler(k.route.op, k.gin.Request, k.gin.Params)
	k.world.Handler, k.world.Reads = h.Answer, h.Reads
	e.Request, e.Program = request, p
	k.world.Levels.Requested = asked.scenarios
	k.box.Preview(p, k.world)
	var d engine.Decision
	var err error
	if asked.document {
		d, err = p.Prefer(k.route.op, asked.preference, k.world)
	} else {
		d, err = p.Decide(request, k.world)
	}
	e.Continued, e.Contract, e.Fault, e.Delay = d.Continued, d.Contract, d.Fault, min(d.Delay+asked.delay, maxWishedDelay)
	switch {
	case err != nil:
		k.failed(err)
	case d.None:
		k.fail(problem.NoRuleMatched, nearest(d.Nearest))
	default:
		k.played(d.Scenario, d.Rule)
		k.answer(&d)
	}
}
