package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// This file has code written in Go answer operations of the banks' APIs as part of the caller's sandbox: its decisions
// are made in turn, kept, explained and replayed as those of rules are.

// GoHandler answers an operation inside the caller's sandbox, where no scenario speaks. The zero value answers nothing.
type GoHandler struct {
	Answer engine.Handler
	// Reads tells that it changes nothing, so that requests need not take turns.
	Reads bool
}

// Handle answers an operation by a Go handler inside the caller's sandbox, where no scenario speaks.
func (p player) Handle(c *gin.Context, h engine.Handler) { p.handle(c, GoHandler{Answer: h}) }

// HandleRead is Handle for a handler that changes nothing, so that requests need not take turns.
func (p player) HandleRead(c *gin.Context, h engine.Handler) { p.handle(c, GoHandler{h, true}) }

func (p player) handle(c *gin.Context, h GoHandler) {
	k := callOf(c)
	if k.probe != nil {
		*k.probe = h
		return
	}
	k.world.Handler, k.world.Reads = h.Answer, h.Reads
	p.Play(c)
}

// wrappers takes the handlers that generated code registers, by operation id, and routes nothing.
type wrappers struct {
	gin.IRouter
	last string
	of   map[string]gin.HandlerFunc
}

// wrappersOf gives the handlers of an API that has a generated server and is the bank's; nil for others.
func wrappersOf(api *contract.API) map[string]gin.HandlerFunc {
	register := mounts[api.Name]
	if register == nil || unrecorded[api.Name] {
		return nil
	}
	w := &wrappers{of: map[string]gin.HandlerFunc{}}
	register(w, mounting{
		base: api.BasePath, player: player{}, refused: func(*gin.Context, error, int) {},
		before: func(id string) []gin.HandlerFunc {
			w.last = id
			return nil
		},
	})
	return w.of
}

// Handle takes the last handler, which is the operation's own.
func (w *wrappers) Handle(_, _ string, handlers ...gin.HandlerFunc) gin.IRoutes {
	w.of[w.last] = handlers[len(handlers)-1]
	return w
}

// GET takes the last handler.
func (w *wrappers) GET(p string, h ...gin.HandlerFunc) gin.IRoutes { return w.Handle("GET", p, h...) }

// POST takes the last handler.
func (w *wrappers) POST(p string, h ...gin.HandlerFunc) gin.IRoutes { return w.Handle("POST", p, h...) }

// PUT takes the last handler.
func (w *wrappers) PUT(p string, h ...gin.HandlerFunc) gin.IRoutes { return w.Handle("PUT", p, h...) }

// PATCH takes the last handler.
func (w *wrappers) PATCH(p string, h ...gin.HandlerFunc) gin.IRoutes {
	return w.Handle("PATCH", p, h...)
}

// DELETE takes the last handler.
func (w *wrappers) DELETE(p string, h ...gin.HandlerFunc) gin.IRoutes {
	return w.Handle("DELETE", p, h...)
}

// OPTIONS takes the last handler.
func (w *wrappers) OPTIONS(p string, h ...gin.HandlerFunc) gin.IRoutes {
	return w.Handle("OPTIONS", p, h...)
}

// HEAD takes the last handler.
func (w *wrappers) HEAD(p string, h ...gin.HandlerFunc) gin.IRoutes { return w.Handle("HEAD", p, h...) }

// probed asks a handler of generated code what would answer a request, without having it answered.
func probed(e *gin.Engine, wrapper gin.HandlerFunc, r *http.Request, params gin.Params) (h GoHandler) {
	if wrapper == nil {
		return GoHandler{}
	}
	c := gin.CreateTestContextOnly(newAnswerBuffer(nil), e)
	k := newCall(nil)
	k.probe = &h
	c.Request, c.Params, c.Keys = r, params, k.keys
	k.gin = c
	wrapper(c)
	return h
}

// GoHandlerOf gives the Go handler that answers a request for an operation of an API that code was generated for; the
// zero value when there is none.
func GoHandlerOf(op *contract.Operation, r *http.Request, params map[string]string) GoHandler {
	gin.SetMode(gin.ReleaseMode)
	return probed(gin.New(), wrappersOf(op.API)[op.ID], r, ginParams(params))
}

func ginParams(values map[string]string) gin.Params {
	var params gin.Params
	for name, value := range values {
		params = append(params, gin.Param{Key: name, Value: value})
	}
	return params
}

// goHandler gives the Go handler that answers a request for an operation of this server.
func (k *call) goHandler(op *contract.Operation, r *http.Request, params gin.Params) GoHandler {
	if h, ok := k.server.foreign.Load().goHandlers[op]; ok {
		return h
	}
	return probed(k.server.engine, k.server.wrappers[op.API.Name][op.ID], r, params)
}
