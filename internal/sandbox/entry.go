package sandbox

import (
	"net/http"
	"strconv"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
)

// Entry is one request with its answer, and all that is needed to say later why it was answered so. An entry belongs to
// the journal from the moment on in which it is recorded; neither it nor what it points to may be changed then.
type Entry struct {
	// Number counts the entries of the sandbox from 1 on; Record sets it.
	Number uint64
	// Received and Took are by the server's clock; Delay is the part of Took that the answer was held back for.
	Received    time.Time
	Took, Delay time.Duration
	Operation   *contract.Operation
	// Original is what was sent and answered, with all its secrets: only a replay may use it. Shown is for people. Where
	// it was Lost, because it was too large to be kept, it is what may be shown.
	Original Original
	Lost     bool
	Status   int
	// Scenario and Rule name the rule that answered, Continued (as scenario/rule) those that contributed; Contract
	// tells that the document itself answered. Code is that of the problem, "" when the answer was none.
	Scenario, Rule string
	Continued      []string
	// Verdicts are the rules of decision points that have decided about items of a handler.
	Verdicts    []engine.VerdictHits
	Contract    bool
	Code        string
	Fault       engine.Fault
	OffContract bool
	// Violations are what the contract's check refused the request for.
	Violations []problem.Violation

	// Request is the request as it was decided about, nil when it was refused before. Program.Explain(Request, &World)
	// says what became of every rule; World is that of the decision, with the sandbox's state before it. When other
	// programs have taken the place of this one several times since, Request and Program are nil, and of the operation
	// no more is kept than its names.
	Request *contract.Request
	Program *engine.Program
	World   engine.World

	size  int64
	shown *Original      // worked out already, because the document is gone
	rules []engine.Trace // worked out already, because the program is gone
}

// Original is a request as it came and its answer as it was decided, before any fault on the wire.
type Original struct {
	Method string
	// Target is the path with the query.
	Target          string
	Request, Answer Message
}

// Message is what travels one way.
type Message struct {
	Header http.Header
	Body   []byte
}

// ID names the entry within its sandbox.
func (e *Entry) ID() string { return strconv.FormatUint(e.Number, 10) }

// Shown gives the request and its answer with everything hidden that is secret: credentials, and the values that the
// document marks as sensitive.
func (e *Entry) Shown() Original {
	if e.shown != nil {
		return *e.shown
	}
	raw, o := &e.Original, e.Operation
	return Original{
		Method: raw.Method,
		Target: o.RedactTarget(raw.Target),
		Request: Message{
			Header: o.RedactRequestHeader(raw.Request.Header),
			Body:   o.RedactRequestBody(raw.Request.Header.Get("Content-Type"), raw.Request.Body),
		},
		Answer: Message{
			Header: o.RedactResponseHeader(e.Status, raw.Answer.Header),
			Body:   o.RedactResponseBody(e.Status, raw.Answer.Header.Get("Content-Type"), raw.Answer.Body),
		},
	}
}

// ShownTarget gives the target of the request as Shown does.
func (e *Entry) ShownTarget() string {
	if e.shown != nil {
		return e.shown.Target
	}
	return e.Operation.RedactTarget(e.Original.Target)
}

// Explain says what became of every rule that may speak for the operation, as engine.Program.Explain does; nil when the
// request was refused before, or nothing of that is known any more.
func (e *Entry) Explain() []engine.Trace {
	if e.Request == nil || e.Program == nil {
		return e.rules
	}
	return e.Program.Explain(e.Request, &e.World)
}

// entryOverhead estimates what an entry holds beside the texts of its messages, in bytes.
const entryOverhead = 1536

// measure estimates the memory that the entry holds.
func (e *Entry) measure() int64 {
	n := entryOverhead + len(e.Original.Target) + len(e.World.URL) + len(e.Original.Request.Body) + len(e.Original.Answer.Body)
	if e.Request != nil {
		n += 4 * len(e.Original.Request.Body) // the decoded body
	}
	for _, h := range []http.Header{e.Original.Request.Header, e.Original.Answer.Header} {
		for name, values := range h {
			n += len(name) + 48
			for _, v := range values {
				n += len(v) + 16
			}
		}
	}
	for i := range e.Violations {
		v := &e.Violations[i]
		n += len(v.Pointer) + len(v.Parameter) + len(v.Message) + 96
	}
	return int64(n)
}
