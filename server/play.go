package server

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// maxDelayed is the number of answers that may wait at one time.
const maxDelayed = 10_000

const tooManyDelayed = "Too many delayed answers are waiting."

// player answers operations from the scenarios. It is the Player that generated servers ask for.
type player struct{}

// Play decides about the request that enter has let pass, and writes the answer.
func (player) Play(c *gin.Context) {
	k := callOf(c)
	if k.probe != nil {
		return
	}
	s := k.server
	p := k.playing()
	s.world(k)
	asked, ok := k.wishes(p)
	if !ok {
		return
	}
	var claimed *once
	if !asked.document { // it does nothing
		if claimed, ok = k.claim(); !ok {
			return
		}
		if claimed != nil {
			defer claimed.end()
		}
	}
	d, ok := k.decide(p, &asked, claimed)
	if len(d.Callbacks) > 0 {
		// The answer comes first, however it ends.
		defer s.send(c.Request.Context(), k.box, d.Callbacks)
	}
	if !ok {
		return
	}
	if d.None {
		k.log(problem.NoRuleMatched, "no rule matched")
		k.fail(problem.NoRuleMatched, k.unanswered(p, &d))
		return
	}
	if d.Delay > 0 && !k.hold(d.Delay) {
		return
	}
	k.played(d.Scenario, d.Rule)
	if len(asked.applied) > 0 {
		c.Writer.Header()["Preference-Applied"] = []string{strings.Join(asked.applied, ", ")}
	}
	if d.OffContract {
		c.Writer.Header()[headerOff] = offContract
		s.metrics.offContract.WithLabelValues(k.route.op.API.Name, k.route.op.ID).Inc()
	}
	k.fault = d.Fault
	k.answer(&d)
}

// offContract is shared by all answers and never changed; its capacity makes appending copy it.
var offContract = []string{"true"}[:1:1]

// decide has the sandbox decide, as the request asks for it, and notes what the journal keeps of it. ok is false when
// that failed, which is answered; the decision's callbacks are to be sent all the same. claimed is nil for a request that
// may be done again and again.
func (k *call) decide(p *engine.Program, asked *wishes, claimed *once) (d engine.Decision, ok bool) {
	e := &k.record.entry
	e.Program = p
	if asked.document {
		d, ok = k.asPreferred(p, asked)
	} else {
		k.world.Levels.Requested = asked.scenarios
		if p == k.current() { // else it is about to go
			k.world.Coverage = k.server.recordings.of(k.box.Key()).of(p)
		}
		if claimed != nil {
			d, ok = k.decideOnce(p, asked.delay, claimed)
		} else {
			d, ok = k.decideAgain(p)
		}
	}
	d.Delay = min(d.Delay+asked.delay, maxWishedDelay)
	e.Continued, e.Verdicts, e.Contract, e.Fault, e.OffContract = d.Continued, d.Verdicts, d.Contract, d.Fault, d.OffContract
	return d, ok
}

// decideAgain has the sandbox decide about a request that is decided about whenever it comes.
func (k *call) decideAgain(p *engine.Program) (d engine.Decision, ok bool) {
	d, err := k.box.Decide(p, k.request, k.world)
	if err != nil {
		k.failed(err)
	}
	return d, err == nil
}

// played notes which rule has spoken; both are empty when the document itself did.
func (k *call) played(scenario, rule string) {
	if rule == "" {
		return
	}
	k.scenario, k.rule = scenario, rule
	k.values.scenario[0], k.values.rule[0] = scenario, rule
	h := k.gin.Writer.Header()
	h[headerScenario], h[headerRule] = k.values.scenario[:], k.values.rule[:]
}

// hold lets the delay of an answer pass. It is false when the caller is gone, or when too many wait already, which it
// answers.
func (k *call) hold(d time.Duration) bool {
	s := k.server
	defer s.delayed.Add(-1)
	if s.delayed.Add(1) > maxDelayed {
		k.fail(problem.ServiceUnavailable, tooManyDelayed)
		return false
	}
	if !k.linger(d) {
		k.gin.Status(statusClientGone)
		return false
	}
	return true
}

// linger lets a time pass that a scenario asked for, and moves the deadline for writing the answer behind it. It is
// false when the caller is gone.
func (k *call) linger(d time.Duration) bool {
	s := k.server
	deadline := s.clock().Add(d + s.timeouts.Write)
	if err := k.connection().SetWriteDeadline(deadline); err != nil && !errors.Is(err, http.ErrNotSupported) {
		k.log(problem.InternalError, "the write deadline of a delayed answer cannot be moved: "+err.Error())
	}
	k.delay += d
	return s.wait(k.gin, d) == nil
}

// statusClientGone is what metrics and logs show for callers that left before their answer; nothing is sent.
const statusClientGone = 499

// answer writes a decision.
func (k *call) answer(d *engine.Decision) {
	w := k.gin.Writer
	h := w.Header()
	for _, f := range d.Header {
		if strings.ContainsFunc(f.Value, isControl) {
			k.failed(&engine.ScenarioError{Scenario: d.Scenario, Rule: d.Rule, Err: fmt.Errorf("the value of header %s holds a control character", f.Name)})
			return
		}
		name := http.CanonicalHeaderKey(f.Name)
		if d.Contract && ownHeaders[name] {
			continue // the document has made up what only the server knows
		}
		h[name] = append(h[name], f.Value)
	}
	if d.Problem != nil {
		p := *d.Problem
		if d.Status != 0 {
			p.Status = d.Status
		}
		k.problem(p)
		return
	}
	k.write(d.Status, d.Type, d.Body)
}

// ownHeaders are what the server says about every answer, and no rule or document.
var ownHeaders = map[string]bool{headerRequestID: true, headerScenario: true, headerRule: true, headerOff: true, "Preference-Applied": true}

func isControl(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }

// write sends an answer in one piece. Without a media type there is no body.
func (k *call) write(status int, mediaType string, body []byte) {
	k.answered = body
	if k.keep != nil {
		k.keepAnswer(status, mediaType, body)
	}
	if k.fault.Kind != "" {
		k.spoil(k.fault, status, mediaType, body)
		return
	}
	w := k.gin.Writer
	w.WriteHeader(status)
	if mediaType == "" {
		w.WriteHeaderNow()
		return
	}
	k.announce(mediaType, len(body))
	// A failure to write means that the caller is gone; the status says what was decided.
	_, _ = w.Write(body)
}

// contentTypes holds the header for each media type that is ever sent: those of the documents. Text has its charset
// said; JSON needs none (RFC 8259, section 11).
var contentTypes = newKnown(func(mediaType string) []string {
	if strings.HasPrefix(mediaType, "text/") && !strings.Contains(mediaType, ";") {
		mediaType += "; charset=utf-8"
	}
	return []string{mediaType}[:1:1]
})

// failed answers an error of the engine, or of what keeps sandboxes.
func (k *call) failed(err error) {
	k.fault = engine.Fault{}
	if errors.Is(err, sandbox.ErrStorage) {
		if k.gin.Request.Context().Err() == nil { // else the caller has left, and nothing is wrong
			k.log(problem.StorageUnavailable, err.Error())
		}
		k.fail(problem.StorageUnavailable, "The sandbox cannot be read or kept at the moment.")
		return
	}
	if errors.Is(err, engine.ErrStateFull) {
		k.fail(problem.SandboxFull, sentence(engine.ErrStateFull.Error()))
		return
	}
	code := problem.InternalError
	detail := "Something failed inside the sandbox. Quote the request id if it happens again."
	var scenario *engine.ScenarioError
	if errors.As(err, &scenario) {
		code, detail = problem.ScenarioError, sentence(scenario.Error())
		if scenario.OffContract() {
			code = problem.ResponseOffContract
		}
		k.played(scenario.Scenario, scenario.Rule)
	}
	k.log(code, err.Error())
	k.fail(code, detail)
}

// log reports a failure that is not the caller's.
func (k *call) log(code, what string) {
	k.server.log.ErrorContext(k.gin, what, "code", code, "request_id", k.id, "route", k.where())
}

// nearest says in words which rules came closest and what they missed.
func nearest(misses []engine.Miss) string {
	if len(misses) == 0 {
		return "No scenario that is active answers this request."
	}
	var b strings.Builder
	b.WriteString("No rule matched. Nearest:")
	for i, m := range misses {
		if i > 0 {
			b.WriteByte(';')
		}
		fmt.Fprintf(&b, " rule %q of scenario %s, where %s wants %s and got %s", m.Rule, m.Scenario, m.Condition, m.Wanted, m.Got)
	}
	b.WriteByte('.')
	return b.String()
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	s = strings.ToUpper(s[:1]) + s[1:]
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}
