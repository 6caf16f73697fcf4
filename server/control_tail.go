package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

const (
	// tailBuffer is how many entries may wait for a reader who is slow.
	tailBuffer = 256
	// heartbeat is how long a stream is silent at most, so that what stands between does not take it for dead.
	heartbeat = 15 * time.Second
)

// TailJournal answers GET /journal/events with a stream that ends with the caller, the sandbox or the server.
func (controller) TailJournal(c *gin.Context, params control.TailJournalParams) {
	k := callOf(c)
	tail, err := k.box.Follow(tailBuffer)
	if errors.Is(err, sandbox.ErrTails) {
		k.fail(problem.TooManyJournalReaders, sentence(err.Error()))
		return
	}
	if err != nil {
		k.failed(err)
		return
	}
	defer tail.Close()
	h := c.Writer.Header()
	h["Content-Type"] = contentTypes.of("text/event-stream")
	h["Cache-Control"] = []string{"no-store"}
	t := &tailStream{call: k, params: &params}
	if !t.begin(params.LastEventID) {
		return
	}
	t.follow(c.Request.Context(), tail)
}

// tailStream writes entries of a journal as server-sent events.
type tailStream struct {
	call    *call
	params  *control.TailJournalParams
	last    uint64 // number of the last entry that was looked at
	dropped uint64 // as the reader was last told
}

// begin opens the stream and sends what the reader has missed. It is false when the reader is gone.
func (t *tailStream) begin(lastID *string) bool {
	t.call.gin.Writer.WriteHeaderNow()
	if lastID == nil {
		return t.send(": the journal from now on\n\n")
	}
	seen, err := strconv.ParseUint(*lastID, 10, 64)
	if err != nil {
		return t.send(": the journal from now on; the last event's id was none of ours\n\n")
	}
	t.last = seen
	missed, _, _, err := t.call.box.KeptEntries(sandbox.Filter{})
	if err != nil {
		t.call.log(problem.StorageUnavailable, err.Error())
		return false
	}
	for _, e := range slices.Backward(missed) {
		if !t.entry(e) {
			return false
		}
	}
	return t.send(": the journal from now on\n\n")
}

// follow sends entries until the caller, the sandbox or the server is gone.
func (t *tailStream) follow(ctx context.Context, tail *sandbox.Tail) {
	for {
		quiet, cancel := context.WithTimeout(ctx, heartbeat)
		alive := t.next(quiet, tail)
		cancel()
		if !alive || ctx.Err() != nil {
			return
		}
	}
}

// next sends the next entry, or a comment when there is none for a while.
func (t *tailStream) next(quiet context.Context, tail *sandbox.Tail) (alive bool) {
	select {
	case <-t.call.server.over:
		return false
	case <-quiet.Done():
		return t.send(": still here\n\n")
	case e, open := <-tail.Entries():
		if !open || !t.entry(e) {
			return false
		}
	}
	if dropped := tail.Dropped(); dropped != t.dropped {
		t.dropped = dropped
		return t.send(fmt.Sprintf("event: dropped\ndata: {\"dropped\":%d}\n\n", dropped))
	}
	return true
}

// entry sends an entry that is wanted and has not been sent yet.
func (t *tailStream) entry(e *sandbox.Entry) bool {
	if e.Number <= t.last {
		return true
	}
	t.last = e.Number
	if o := e.Operation; o != nil && (t.params.Api != nil && *t.params.Api != o.API.Name ||
		t.params.Operation != nil && *t.params.Operation != o.ID) {
		return true
	}
	data, err := json.Marshal(summaryOf(e))
	if err != nil {
		t.call.log(problem.InternalError, "an entry of the journal cannot be written: "+err.Error())
		return false
	}
	return t.send("id: " + e.ID() + "\nevent: entry\ndata: " + string(data) + "\n\n")
}

// send writes and flushes. It is false when the reader is gone, or takes nothing for too long.
func (t *tailStream) send(text string) bool {
	k := t.call
	connection := k.connection()
	if err := connection.SetWriteDeadline(k.server.clock().Add(k.server.timeouts.Write)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return false
	}
	if _, err := k.gin.Writer.WriteString(text); err != nil {
		return false
	}
	err := connection.Flush()
	return err == nil || errors.Is(err, http.ErrNotSupported) && strings.HasPrefix(text, ":")
}
