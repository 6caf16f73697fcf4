package server

import (
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
)

// This file breaks answers on the wire. Over HTTP/1.1 the caller sees what a broken server would do to its connection;
// over HTTP/2, where one connection carries many calls, the stream of this call is reset instead. Only a slow answer is
// the same over both. Where there is no connection at all, because the handler was called directly, all that is left is
// the panic with http.ErrAbortHandler that ends every broken answer.

// spoil breaks an answer that has been decided about. It returns only after an answer that was merely slow.
func (k *call) spoil(f engine.Fault, status int, mediaType string, body []byte) {
	if f.Kind == engine.Dribble {
		k.dribble(f, status, mediaType, body)
		return
	}
	k.gin.Writer.WriteHeader(status) // for the metrics and the log; nothing is sent by it
	if k.gin.Request.ProtoMajor < 2 {
		switch f.Kind {
		case engine.Reset:
			k.cut(func(c net.Conn) { reset(c) })
		case engine.Garbage:
			k.cut(func(c net.Conn) { _, _ = c.Write(k.garbage()) }) // a caller who is gone misses nothing
		case engine.Truncate:
			k.truncate(f, mediaType, body)
		default:
			k.cut(func(net.Conn) {})
		}
	}
	panic(http.ErrAbortHandler)
}

// connection gives what controls the connection of the call. gin's own writer would panic where it cannot be had.
func (k *call) connection() *http.ResponseController {
	var w http.ResponseWriter = k.gin.Writer
	if wrapped, ok := w.(interface{ Unwrap() http.ResponseWriter }); ok {
		w = wrapped.Unwrap()
	}
	return http.NewResponseController(w)
}

// cut takes the connection over, does something to it, and closes it.
func (k *call) cut(do func(net.Conn)) {
	conn, _, err := k.connection().Hijack()
	if err != nil {
		if !errors.Is(err, http.ErrNotSupported) {
			k.log("", "the connection of an answer that is to break cannot be taken over: "+err.Error())
		}
		return
	}
	do(conn)
	_ = conn.Close() // it may be closed already
}

// reset closes a TCP connection so that the other side gets a reset: nothing lingers (SO_LINGER of 0). Below TLS it is
// the TCP connection that is reset, without TLS's own farewell.
func reset(c net.Conn) {
	for {
		inner, ok := c.(interface{ NetConn() net.Conn })
		if !ok {
			break
		}
		c = inner.NetConn()
	}
	if tcp, ok := c.(interface{ SetLinger(seconds int) error }); ok {
		_ = tcp.SetLinger(0) // fails on a connection that is closed already, which is as good
	}
	_ = c.Close()
}

// garbageSize is how many bytes are sent that are no HTTP.
const garbageSize = 256

// garbage makes bytes that are no HTTP, the same for the same seed. The first one cannot begin a status line.
func (k *call) garbage() []byte {
	source := rand.NewPCG(k.world.Seed, k.world.Number)
	b := make([]byte, garbageSize)
	for i := 1; i < len(b); i++ {
		b[i] = byte(source.Uint64())
	}
	return b
}

// truncate announces the whole body and sends a part of it. An answer without a body is not sent at all.
func (k *call) truncate(f engine.Fault, mediaType string, body []byte) {
	if len(body) == 0 || k.gin.Request.Method == http.MethodHead {
		k.cut(func(net.Conn) {})
		return
	}
	w := k.gin.Writer
	k.announce(mediaType, len(body))
	w.WriteHeaderNow()
	_, _ = w.Write(body[:len(body)*f.Percent/100]) // a caller who is gone misses nothing
	k.flush()
}

// dribble sends the body in parts, the first one at once and the last one when the time is up.
func (k *call) dribble(f engine.Fault, status int, mediaType string, body []byte) {
	defer k.server.delayed.Add(-1)
	if k.server.delayed.Add(1) > maxDelayed {
		k.fault = engine.Fault{}
		k.fail(problem.ServiceUnavailable, tooManyDelayed)
		return
	}
	w := k.gin.Writer
	w.WriteHeader(status)
	parts := max(1, min(f.Chunks, len(body)))
	pause := f.Over / time.Duration(max(1, parts-1))
	if parts == 1 && !k.linger(f.Over) { // too short to be parted
		panic(http.ErrAbortHandler)
	}
	if mediaType != "" {
		k.announce(mediaType, len(body))
	}
	w.WriteHeaderNow()
	for i := range parts {
		if i > 0 && !k.linger(pause) {
			panic(http.ErrAbortHandler) // the rest will not be sent
		}
		if _, err := w.Write(body[len(body)*i/parts : len(body)*(i+1)/parts]); err != nil {
			panic(http.ErrAbortHandler)
		}
		k.flush()
	}
}

// announce sets the headers that every answer with a body has.
func (k *call) announce(mediaType string, length int) {
	h := k.gin.Writer.Header()
	h["Content-Type"] = contentTypes.of(mediaType)
	k.values.length[0] = strconv.Itoa(length)
	h["Content-Length"] = k.values.length[:]
}

// flush sends what has been written so far.
func (k *call) flush() {
	if err := k.connection().Flush(); err != nil && !errors.Is(err, http.ErrNotSupported) {
		panic(http.ErrAbortHandler) // the caller is gone
	}
}
