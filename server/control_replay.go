package server

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// ReplayJournalEntry answers POST /journal/{entry}/replay: the request goes through the whole server again, as it came.
func (controller) ReplayJournalEntry(c *gin.Context, id control.EntryIdParameter) {
	k := callOf(c)
	e := k.entryNamed(id)
	if e == nil {
		return
	}
	if e.Code == problem.BodyTooLarge || e.Lost {
		k.fail(problem.ReplayImpossible, "The body was too large to be kept.")
		return
	}
	r, err := k.again(e)
	if err != nil {
		k.fail(problem.ReplayImpossible, sentence(err.Error()))
		return
	}
	w := newAnswerBuffer(k.connection())
	if err := w.serve(k.server.engine, r); err != nil {
		k.failed(err)
		return
	}
	status, original := e.Status, e.Original.Answer
	answer := sandbox.Message{Header: w.header, Body: w.body.Bytes()}
	out := control.Replay{Entry: e.ID(), Original: recordedOf(status, e.Shown().Answer)}
	again, err := k.box.KeptEntry(r.Header.Get(headerRequestID))
	if err != nil {
		k.failed(err)
		return
	}
	if again != nil { // it knows what was decided before anything went wrong on the wire
		w.status, answer = again.Status, again.Original.Answer
		out.Replay = optional(again.ID())
		out.Replayed = recordedOf(again.Status, again.Shown().Answer)
	} else {
		o := e.Operation
		out.Replayed = recordedOf(w.status, sandbox.Message{
			Header: o.RedactResponseHeader(w.status, answer.Header),
			Body:   o.RedactResponseBody(w.status, answer.Header.Get("Content-Type"), answer.Body),
		})
	}
	// Problems name the request that they answer.
	named := bytes.ReplaceAll(answer.Body, []byte(r.Header.Get(headerRequestID)), []byte(e.World.RequestID))
	out.Same = w.status == status && bytes.Equal(named, original.Body)
	k.json(http.StatusOK, out)
}

// again makes the request of an entry once more, under an id of its own.
func (k *call) again(e *sandbox.Entry) (*http.Request, error) {
	target, err := url.ParseRequestURI(e.Original.Target)
	if err != nil {
		return nil, err
	}
	r := k.gin.Request.Clone(k.gin.Request.Context())
	r.Method, r.URL, r.RequestURI = e.Original.Method, target, e.Original.Target
	r.Header = e.Original.Request.Header.Clone()
	r.Header.Set(headerRequestID, k.server.ids.make())
	r.Body, r.ContentLength, r.TransferEncoding = http.NoBody, 0, nil
	if body := e.Original.Request.Body; len(body) > 0 {
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	}
	return r, nil
}

// answerBuffer takes an answer that is not sent to anybody. It has no connection that could break; the time that the
// answer takes is that of the call which waits for it.
type answerBuffer struct {
	outer  *http.ResponseController
	header http.Header
	status int // 0 when nothing was written
	body   bytes.Buffer
}

func newAnswerBuffer(outer *http.ResponseController) *answerBuffer {
	return &answerBuffer{outer: outer, header: http.Header{}}
}

// Header gives the answer's header.
func (w *answerBuffer) Header() http.Header { return w.header }

// WriteHeader keeps the status.
func (w *answerBuffer) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

// Write keeps the body.
func (w *answerBuffer) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(b)
}

// SetWriteDeadline moves the deadline of the call that waits for this answer.
func (w *answerBuffer) SetWriteDeadline(t time.Time) error { return w.outer.SetWriteDeadline(t) }

// errPanicked is the error of a handler that failed and had nothing to answer with.
var errPanicked = errors.New("the replayed request failed inside the server")

// serve has a handler answer. An answer that the handler has cut off is complete as far as it came.
func (w *answerBuffer) serve(h http.Handler, r *http.Request) (err error) {
	defer func() {
		switch cause := recover(); cause {
		case nil, http.ErrAbortHandler:
		default:
			err = errPanicked
		}
	}()
	h.ServeHTTP(w, r)
	return nil
}
