package server

import (
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// This file has a request done once that is sent again under the same Idempotency-Key, where the operation declares the
// header. What was answered is kept in one step with what the request has changed, for a day and for each application:
// the same request gets it once more, another one is refused, and so is the same one while the first is being answered.
// A request that the contract's check refuses, one that no rule answers, and one that is told to come again (429, 503)
// have not been done, and keep nothing.

const (
	headerIdempotencyKey = "Idempotency-Key"
	// headerReplayed tells that an answer was given before.
	headerReplayed = "Idempotency-Replayed"
)

// idempotent tells whether an operation declares the header.
func idempotent(o *contract.Operation) bool {
	return o != nil && slices.ContainsFunc(o.Parameters, func(p *contract.Parameter) bool {
		return p.In == "header" && http.CanonicalHeaderKey(p.Name) == headerIdempotencyKey
	})
}

// once is a request that is to be done once.
type once struct {
	name, print string
	end         func()
}

// claim begins a request that carries a key; it gives nil for any other. ok is false when the request is not to be
// done, which is answered.
func (k *call) claim() (o *once, ok bool) {
	if !k.route.once {
		return nil, true
	}
	key := k.gin.Request.Header[headerIdempotencyKey]
	if len(key) == 0 {
		return nil, true
	}
	o = &once{name: sandbox.AnswerName(key[0]), print: sandbox.Fingerprint(k.route.op, k.gin.Request.URL.RequestURI(), k.request.RawBody)}
	kept, end, err := k.box.Claim(k.gin.Request.Context(), o.name)
	if kept != nil || err != nil {
		k.repeat(o, kept, err)
		return nil, false
	}
	o.end = end
	return o, true
}

// repeat answers a request whose key is known.
func (k *call) repeat(o *once, kept *sandbox.Answer, err error) {
	h := k.gin.Writer.Header()
	switch {
	case errors.Is(err, sandbox.ErrRunning):
		h["Retry-After"] = []string{"1"}
		k.fail(problem.IdempotencyKeyInUse, "A request with this Idempotency-Key is still being answered.")
	case err != nil:
		k.failed(err)
	case kept.Print != o.print:
		k.fail(problem.IdempotencyKeyReused, "This Idempotency-Key has come with another request.")
	default:
		k.played(kept.Scenario, kept.Rule)
		for name, values := range kept.Header {
			h[name] = values
		}
		h[headerReplayed] = []string{"true"}
		k.code = kept.Code
		k.write(kept.Status, kept.Header.Get("Content-Type"), kept.Body)
	}
}

// decideOnce has the sandbox decide about a request that was claimed; delay comes on top of what rules ask for. ok is false when there is no decision to be
// answered, because that failed or another process has answered already; it is answered then.
func (k *call) decideOnce(p *engine.Program, delay time.Duration, o *once) (d engine.Decision, ok bool) {
	d, err := k.box.DecideOnce(p, k.request, k.world, &sandbox.Once{Name: o.name, Finish: func(d *engine.Decision) *sandbox.Answer {
		return k.rehearse(d, delay, o)
	}})
	if errors.Is(err, sandbox.ErrAnswered) {
		kept, err := k.box.Answered(k.gin.Request.Context(), o.name)
		if kept == nil && err == nil {
			err = sandbox.ErrRunning // it has expired this very moment
		}
		k.repeat(o, kept, err)
		return d, false
	}
	if err != nil {
		k.failed(err)
	}
	return d, err == nil
}

// rehearse gives what a decision will answer, to be kept; nil when it is not to be kept.
func (k *call) rehearse(d *engine.Decision, delay time.Duration, o *once) *sandbox.Answer {
	if d.None {
		return nil
	}
	buffer := newAnswerBuffer(k.connection())
	other := *k
	stage := gin.CreateTestContextOnly(buffer, k.server.engine)
	stage.Request = k.gin.Request
	other.gin, other.values, other.fault, other.code = stage, new(headerValues), engine.Fault{}, ""
	other.answer(d)
	status := stage.Writer.Status()
	if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable || other.code == problem.ScenarioError {
		return nil
	}
	buffer.header.Del("Content-Length")
	now := k.server.clock()
	return &sandbox.Answer{
		Name: o.name, Print: o.print, Status: status, Header: buffer.header, Body: other.answered, Code: other.code,
		Scenario: d.Scenario, Rule: d.Rule, Ready: now.Add(min(d.Delay+delay, maxWishedDelay)), Expires: now.Add(sandbox.AnswersLast),
	}
}
