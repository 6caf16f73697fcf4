package server

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/problem"
)

// Header names in the form that net/http keeps them in, so that setting them is one assignment.
const (
	headerRequestID = "X-Request-Id"
	headerScenario  = "X-Sandbox-Scenario"
	headerRule      = "X-Sandbox-Rule"
	headerOff       = "X-Sandbox-Off-Contract"
)

// nosniff is shared by all answers and never changed; its capacity makes appending copy it.
var nosniff = []string{"nosniff"}[:1:1]

// observe is the outermost step: it gives the request its id, turns panics into problems, and reports the request
// when it is over.
func (s *Server) observe(c *gin.Context) {
	k := s.begin(c)
	h := c.Writer.Header()
	h["X-Content-Type-Options"] = nosniff
	if given := c.Request.Header[headerRequestID]; len(given) == 1 && saneRequestID(given[0]) {
		k.id = given[0]
	} else {
		k.id = s.ids.make()
	}
	k.values.id[0] = k.id
	h[headerRequestID] = k.values.id[:]

	defer func() {
		abort := false
		if cause := recover(); cause != nil {
			abort = k.recovered(cause)
		}
		s.report(k)
		s.release(k)
		if abort {
			panic(http.ErrAbortHandler)
		}
	}()
	if !k.secure() {
		c.Abort()
		return
	}
	c.Next()
}

// recovered answers a panic with a problem. It tells whether the connection must be cut instead: because that is what
// the panic asked for, or because part of another answer is out already.
func (k *call) recovered(cause any) (abort bool) {
	if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		return true
	}
	k.server.log.LogAttrs(k.gin, slog.LevelError, "panic", slog.String("request_id", k.id), slog.String("route", k.where()),
		slog.String("cause", fmt.Sprint(cause)), slog.String("stack", string(debug.Stack())))
	if k.gin.Writer.Written() {
		return true
	}
	k.fail(problem.InternalError, "Something failed inside the sandbox. Quote the request id if it happens again.")
	return false
}

// report counts the request and logs it where that is due. Nothing that a caller sent is logged but the method and a
// sane request id.
func (s *Server) report(k *call) {
	w := k.gin.Writer
	status, took := w.Status(), s.clock().Sub(k.start)
	if k.route == nil {
		k.route = s.others.of(k.gin.FullPath())
	}
	r := k.route
	r.counts.done(status, took)
	if k.rule != "" {
		r.counts.rule(k.countedRule())
	}
	if k.code != "" {
		s.metrics.problems.of(k.countedCode()).Inc()
	}
	if k.box != nil {
		s.recordings.of(k.box.Key()).note(r.op, status)
	}
	k.trace(status)
	k.used(status, took-k.delay)
	k.close(status, took)
	if s.access != nil {
		s.access.LogAttrs(k.gin, slog.LevelInfo, "request", k.attributes(status, took)...)
	}
	if took-k.delay >= s.slow {
		s.log.LogAttrs(k.gin, slog.LevelInfo, "slow call", k.attributes(status, took)...)
	}
}

func (k *call) attributes(status int, took time.Duration) []slog.Attr {
	attributes := make([]slog.Attr, 0, 9)
	attributes = append(attributes,
		slog.String("request_id", k.id), slog.String("method", method(k.gin.Request.Method)), slog.String("route", k.where()),
		slog.Int("status", status), slog.Duration("duration", took), slog.Int("bytes", max(0, k.gin.Writer.Size())))
	if k.rule != "" {
		attributes = append(attributes, slog.String("scenario", k.scenario), slog.String("rule", k.rule))
	}
	if k.code != "" {
		attributes = append(attributes, slog.String("code", k.code))
	}
	return attributes
}

// where gives the route's template: what the request asked for, without any value of it.
func (k *call) where() string {
	if k.route != nil && k.route.template != "" {
		return k.route.template
	}
	if full := k.gin.FullPath(); full != "" {
		return full
	}
	return unmatched
}

// method bounds what a caller can put into the log through the method.
func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions,
		http.MethodTrace, http.MethodConnect:
		return m
	}
	return "other"
}
