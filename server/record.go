package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/internal/token"
)

// controlAPI is the API that steers sandboxes. Its calls are not written into their journals.
const controlAPI = "sandbox"

// unrecorded are the APIs whose calls no journal keeps: they are not the bank's.
var unrecorded = map[string]bool{controlAPI: true, portalDocument: true, oauthDocument: true}

// record is what the journal keeps of a call. With a journal it is made for each call and handed over at its end; else
// the call's own one is used again and again.
type record struct {
	entry sandbox.Entry
	site  token.Site
}

// keptBody keeps what has been read of a body, because a request that is refused gives it back to nobody.
type keptBody struct {
	io.ReadCloser
	kept []byte
}

func (b *keptBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	b.kept = append(b.kept, p[:n]...)
	return n, err
}

// maxKeptBuffer is the largest buffer for a body that a call keeps for the next one.
const maxKeptBuffer = 64 << 10

// open begins the record of a call whose operation is known.
func (k *call) open() {
	k.recorded = k.server.sandboxes.Journals() && !unrecorded[k.route.op.API.Name]
	if k.recorded {
		k.record = new(record)
	} else {
		k.record = &k.spare
	}
	k.world = &k.record.entry.World
}

// check has the contract check the request, keeping the body of one that is refused.
func (k *call) check() (*contract.Request, *contract.Refusal) {
	r := k.gin.Request
	if !k.recorded || r.Body == nil || r.Body == http.NoBody {
		return k.route.op.Check(r, k.path, contract.Limits{})
	}
	body := r.Body
	k.body.ReadCloser, k.body.kept = body, k.body.kept[:0]
	r.Body = &k.body
	request, refusal := k.route.op.Check(r, k.path, contract.Limits{})
	r.Body = body
	if refusal != nil {
		k.record.entry.Violations = refusal.Violations
		k.record.entry.Original.Request.Body = bytes.Clone(k.body.kept)
	} else {
		k.record.entry.Original.Request.Body = request.RawBody
	}
	k.body.ReadCloser = nil
	if cap(k.body.kept) > maxKeptBuffer {
		k.body.kept = nil
	}
	return request, refusal
}

// close hands the record of a call over to the journal of its sandbox.
func (k *call) close(status int, took time.Duration) {
	if !k.recorded || k.box == nil {
		return
	}
	r, e := k.gin.Request, &k.record.entry
	e.Received, e.Took, e.Delay = k.start, took, k.delay
	e.Operation, e.Status, e.Request = k.route.op, status, k.request
	e.Scenario, e.Rule, e.Code = k.scenario, k.rule, k.code
	e.World.RequestID = k.id
	e.Original.Method, e.Original.Target = r.Method, r.RequestURI
	if e.Original.Target == "" {
		e.Original.Target = r.URL.RequestURI() // the handler was called directly
	}
	e.Original.Request.Header, e.Original.Answer.Header = r.Header, k.gin.Writer.Header()
	e.Original.Answer.Body = k.answered
	k.box.Record(e)
	k.record, k.world = nil, nil // they are the journal's now
}

// CallbackSender sends what scenarios have called back. Send must not wait for the other side.
type CallbackSender interface {
	// Send takes a callback of a sandbox. The context says whose call it belongs to; it does not end with that call.
	Send(ctx context.Context, sandboxKey string, c engine.Callback)
}

// send hands callbacks over.
func (s *Server) send(ctx context.Context, box *sandbox.Sandbox, callbacks []engine.Callback) {
	if len(callbacks) == 0 {
		return
	}
	if s.callbacks == nil {
		s.unsent.Do(func() {
			s.log.WarnContext(ctx, "callbacks are dropped: there is nothing to send them with; this is said only once", "callback", callbacks[0].Name)
		})
		return
	}
	for i := range callbacks {
		s.callbacks.Send(context.WithoutCancel(ctx), box.Key(), callbacks[i])
	}
}

// failedAlone reports what has failed in a sandbox while no request was there to tell.
func (s *Server) failedAlone(_ string, err error) {
	if errors.Is(err, sandbox.ErrStorage) {
		s.log.Error("a sandbox cannot be read or kept", "code", problem.StorageUnavailable, "cause", err.Error())
		return
	}
	s.log.Warn("a later effect could not be done", "cause", err.Error())
}

// duePeriod is how often the sandboxes are asked for what has become due.
const duePeriod = 100 * time.Millisecond

// runDue does what becomes due in sandboxes while no request comes, until the context is done.
func (s *Server) runDue(ctx context.Context) {
	for wait(ctx, duePeriod) == nil {
		for _, due := range s.sandboxes.RunDue(func(key string) *engine.Program { return s.programOf(ctx, key) }) {
			s.send(ctx, due.Sandbox, due.Callbacks)
		}
	}
}
