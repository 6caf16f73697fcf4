package server

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
)

// wishes are what a request asks of its own answer.
type wishes struct {
	// scenarios speak before all others (X-Sandbox-Scenario).
	scenarios []string
	// document is true when the document itself is to answer, as preference says (Prefer).
	document   bool
	preference engine.Preference
	delay      time.Duration
	// applied is what Preference-Applied says.
	applied []string
}

// Bounds of what a request may ask for.
const (
	maxWishedScenarios = 50
	maxWishedDelay     = 10 * time.Minute
)

// wishes reads the headers X-Sandbox-Scenario and Prefer. ok is false when they ask for something impossible, which is
// answered.
func (k *call) wishes(p *engine.Program) (w wishes, ok bool) {
	h := k.gin.Request.Header
	if values := h[headerScenario]; len(values) > 0 {
		for name := range strings.SplitSeq(strings.Join(values, ","), ",") {
			if name = strings.TrimSpace(name); name != "" {
				w.scenarios = append(w.scenarios, name)
			}
		}
		if len(w.scenarios) > maxWishedScenarios {
			return w, k.refuseHeader(problem.UnknownScenario, headerScenario, "names more than "+strconv.Itoa(maxWishedScenarios)+" scenarios")
		}
		if err := p.CheckNames(k.route.op.API, w.scenarios); err != nil {
			return w, k.refuseHeader(problem.UnknownScenario, headerScenario, err.Error())
		}
	}
	if values := h["Prefer"]; len(values) > 0 {
		if bad := w.prefer(values); bad != "" {
			return w, k.refuseHeader(problem.BadPreference, "Prefer", bad)
		}
	}
	return w, true
}

// refuseHeader answers a header that asks for something impossible. It gives false, for those who pass it on.
func (k *call) refuseHeader(code, name, message string) bool {
	k.problem(problem.Problem{
		Definition: problem.Must(code), Detail: sentence(message),
		Errors: []problem.Violation{{In: "header", Parameter: name, Message: message, Keyword: "header"}},
	})
	return false
}

// prefer reads preferences (RFC 7240) as other OpenAPI mocks understand them: code, example, dynamic and delay. Others
// are not ours and stay without effect. bad says what is wrong with one of ours.
func (w *wishes) prefer(values []string) (bad string) {
	seen := map[string]bool{}
	for _, p := range preferences(values) {
		if seen[p.name] {
			continue // only the first one counts (RFC 7240, section 2)
		}
		seen[p.name] = true
		switch p.name {
		case "code":
			code, err := strconv.Atoi(p.value)
			if err != nil || code < 100 || code > 599 || len(p.value) != 3 {
				return "code is a status such as 503, and this is " + strconv.Quote(p.value)
			}
			w.preference.Code, w.document = code, true
		case "example":
			if p.value == "" {
				return "example needs the name of an example"
			}
			w.preference.Example, w.document = p.value, true
		case "dynamic":
			switch strings.ToLower(p.value) {
			case "", "true":
				w.preference.Dynamic, w.document = true, true
			case "false":
				w.document = true
			default:
				return "dynamic is true or false, and this is " + strconv.Quote(p.value)
			}
		case "delay":
			d, err := bank.ParseDelay(p.value)
			if err != nil || d > maxWishedDelay {
				return "delay is a time of at most 10m, written as 200ms, 30s or 5m, and this is " + strconv.Quote(p.value)
			}
			w.delay = d
		default:
			continue
		}
		w.applied = append(w.applied, p.raw)
	}
	return ""
}

// preference is one preference without its parameters; raw is how it was written. The name is in small letters.
type preference struct{ name, value, raw string }

// preferences takes Prefer headers apart. What is no preference is left out.
func preferences(values []string) []preference {
	var out []preference
	for _, header := range values {
		for _, part := range splitOutsideQuotes(header, ',') {
			raw := strings.TrimSpace(splitOutsideQuotes(part, ';')[0])
			name, value, _ := strings.Cut(raw, "=")
			if name = strings.ToLower(strings.TrimSpace(name)); name == "" {
				continue
			}
			out = append(out, preference{name, unquote(strings.TrimSpace(value)), raw})
		}
	}
	return out
}

// splitOutsideQuotes splits a header at a separator, but not within a quoted string (RFC 9110, section 5.6.4).
func splitOutsideQuotes(s string, separator byte) []string {
	var parts []string
	begin, quoted := 0, false
	for i := 0; i < len(s); i++ {
		switch {
		case quoted && s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == separator && !quoted:
			parts = append(parts, s[begin:i])
			begin = i + 1
		}
	}
	return append(parts, s[begin:])
}

// unquote takes the quotes off a quoted string; a token is itself.
func unquote(s string) string {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return s
	}
	var b strings.Builder
	for i := 1; i < len(s)-1; i++ {
		if s[i] == '\\' && i < len(s)-2 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// asPreferred has the document answer. ok is false when it cannot, which is answered.
func (k *call) asPreferred(p *engine.Program, w *wishes) (d engine.Decision, ok bool) {
	d, err := k.box.Prefer(p, k.route.op, w.preference, k.world)
	if err == nil && d.Problem != nil && !declares(k.route.op, d.Problem) {
		// The document declares errors that no problem can be written as; a value made from its schema can.
		w.preference.Dynamic = true
		d, err = k.box.Prefer(p, k.route.op, w.preference, k.world)
	}
	var impossible *engine.PreferenceError
	switch {
	case errors.As(err, &impossible):
		return d, k.refuseHeader(problem.BadPreference, "Prefer", impossible.Message)
	case err != nil:
		k.failed(err)
		return d, false
	}
	return d, true
}
