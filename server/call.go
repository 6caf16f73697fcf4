package server

import (
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// call is one request on its way: what the steps tell each other, and what is reported when it is over. Calls are
// pooled; nothing may hold one beyond its request.
type call struct {
	server *Server
	gin    *gin.Context
	start  time.Time
	id     string
	values *headerValues

	// route is the operation, or where the request went outside the APIs; nil until that is known.
	route   *route
	request *contract.Request
	// box is the caller's sandbox; nil outside the APIs.
	box *sandbox.Sandbox
	// client is the application that calls, where keys are known ones; nil for others.
	client *gate.Client
	// who calls the portal; nobody outside it.
	who portal.Actor
	// keep keeps the answer to a call of the portal that is to be done once; nil for others.
	keep func(*portal.KeptAnswer) error
	// record is what is kept of the call, and recorded whether a journal keeps it. world is that of the record.
	record   *record
	recorded bool
	world    *engine.World
	program  *engine.Program // that plays it; nil until somebody asks (playing)

	// What became of it: the rule that answered, or the code of the problem.
	scenario, rule, code string
	delay                time.Duration
	// fault is what is to happen to the answer; answered is its body.
	fault    engine.Fault
	answered []byte

	keys map[any]any // the context's, with the call in it; kept so that each request need not make one
	path func(name string) string

	// probe takes the handler that would answer, of a call that is answered by nobody; nil for others.
	probe *GoHandler

	spare record   // of calls that no journal keeps
	body  keptBody // its buffer is used again
}

// callKey finds the call in a gin context.
type callKey struct{}

// headerValues backs the response headers that every answer has, so that they cost one allocation.
type headerValues struct{ id, scenario, rule, length, limit, policy [1]string }

func newCall(s *Server) *call {
	k := &call{server: s}
	k.keys = map[any]any{callKey{}: k}
	k.path = func(name string) string { return k.gin.Param(name) }
	return k
}

// callOf gives the call that a context serves. There is one for every request, since observe runs first.
func callOf(c *gin.Context) *call { return c.Keys[callKey{}].(*call) }

// begin takes a call from the pool for a request.
func (s *Server) begin(c *gin.Context) *call {
	k := s.calls.Get().(*call)
	k.gin, k.start, k.values = c, s.clock(), new(headerValues)
	c.Keys = k.keys
	return k
}

// release gives the call back to the pool.
func (s *Server) release(k *call) {
	k.gin.Keys = nil
	if len(k.keys) > 1 {
		clear(k.keys)
		k.keys[callKey{}] = k
	}
	*k = call{server: s, keys: k.keys, path: k.path, body: keptBody{kept: k.body.kept}}
	s.calls.Put(k)
}

// route is where requests go, with its counters at hand.
type route struct {
	// op is nil outside the APIs.
	op       *contract.Operation
	template string
	counts   routeCounts
	once     bool // requests with an Idempotency-Key are done once
}

func (s *Server) newRoute(op *contract.Operation, template string) *route {
	r := &route{op: op, template: template, once: idempotent(op)}
	api, name := "", template
	if op != nil {
		api, name, r.template = op.API.Name, op.ID, op.API.BasePath+template
	}
	r.counts = s.metrics.route(api, name)
	return r
}
