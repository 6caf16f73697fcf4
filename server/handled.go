package server

import (
	"bytes"
	"errors"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
)

// Player answers the operation that a request asks for from the scenarios. Generated servers take it as theirs.
type Player interface {
	Play(c *gin.Context)
}

// handlersPlayer is the Player of handlers: what it answers needs no check any more.
type handlersPlayer struct{}

// Play answers from the scenarios.
func (handlersPlayer) Play(c *gin.Context) {
	direct(c)
	player{}.Play(c)
}

// Refused answers parameters that generated code cannot bind although the contract takes them. It is the ErrorHandler
// of generated code that Handlers of OwnOptions come from.
func Refused(c *gin.Context, err error, status int) {
	direct(c)
	bindingRefused(c, err, status)
}

// Fail answers with the problem of a status, in the error schema that the operation declares for it. The detail may be
// shown to an end user. A status that no problem stands for is answered as 500.
func Fail(c *gin.Context, status int, detail string) {
	direct(c)
	d, ok := problem.ForStatus(status)
	if !ok {
		d = problem.Must(problem.InternalError)
	}
	callOf(c).problem(problem.Problem{Definition: d, Detail: detail})
}

// maxHandled bounds the answer of a handler, in bytes.
const maxHandled = 8 << 20

// handledWriter keeps what a handler answers until it has been held against the contract.
type handledWriter struct {
	gin.ResponseWriter
	status int
	body   bytes.Buffer
	tooBig bool
}

// WriteHeader keeps the status.
func (w *handledWriter) WriteHeader(status int) { w.status = status }

// WriteHeaderNow does nothing yet.
func (w *handledWriter) WriteHeaderNow() {}

// Write keeps the body.
func (w *handledWriter) Write(b []byte) (int, error) {
	if w.body.Len()+len(b) > maxHandled {
		w.tooBig = true
		return 0, errors.New("the answer is too large")
	}
	return w.body.Write(b)
}

// WriteString keeps the body.
func (w *handledWriter) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

// Flush does nothing: the answer is sent in one piece.
func (w *handledWriter) Flush() {}

// Status is that of the answer so far.
func (w *handledWriter) Status() int { return w.status }

// Size is that of the answer so far, -1 before anything was written.
func (w *handledWriter) Size() int {
	if w.body.Len() == 0 {
		return -1
	}
	return w.body.Len()
}

// Written tells whether anything was answered.
func (w *handledWriter) Written() bool { return w.body.Len() > 0 }

// direct takes the place of a handler's writer by the connection's own, for an answer that is not the handler's.
func direct(c *gin.Context) {
	if w, ok := c.Writer.(*handledWriter); ok {
		c.Writer = w.ResponseWriter
	}
}

// handle has a handler answer a request that the contract has let pass. The handler may read the body once more.
func (k *call) handle(h gin.HandlerFunc) {
	c := k.gin
	if k.request.HasBody {
		c.Request.Body = io.NopCloser(bytes.NewReader(k.request.RawBody))
	}
	w := &handledWriter{ResponseWriter: c.Writer, status: http.StatusOK}
	c.Writer = w
	defer direct(c) // also when it panics
	h(c)
	if c.Writer != gin.ResponseWriter(w) {
		return // answered from the scenarios, or with a problem
	}
	direct(c)
	k.handled(w)
}

// handled sends the answer of a handler, if it keeps to the contract.
func (k *call) handled(w *handledWriter) {
	header := k.gin.Writer.Header()
	k.played(engine.HandlerScenario, engine.HandlerRule)
	if w.tooBig {
		k.offContract("it is larger than 8 MiB")
		return
	}
	if broken := k.route.op.CheckResponse(w.status, header, w.body.Bytes()); len(broken) > 0 {
		k.offContract(placed(broken[0]) + broken[0].Message)
		return
	}
	k.answered = bytes.Clone(w.body.Bytes())
	out := k.gin.Writer
	out.WriteHeader(w.status)
	if len(k.answered) == 0 {
		out.WriteHeaderNow()
		return
	}
	// A failure to write means that the caller is gone.
	_, _ = out.Write(k.answered)
}

// offContract answers instead of a handler whose answer breaks the contract.
func (k *call) offContract(why string) {
	why = "the handler of " + k.route.op.ID + " gave an answer that breaks the contract: " + why
	k.log(problem.ResponseOffContract, why)
	header := k.gin.Writer.Header()
	header.Del("Content-Type")
	header.Del("Content-Length")
	k.fail(problem.ResponseOffContract, sentence(why))
}

// placed names the place of a violation.
func placed(v problem.Violation) string {
	switch {
	case v.Parameter != "":
		return v.Parameter + " "
	case v.Pointer != "":
		return v.Pointer + " "
	}
	return ""
}
