package trial

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
)

// checker holds one answer, and the sandbox after it, against what is expected.
type checker struct {
	*running
	step   *step
	expect *expectation
	key    string
	answer *Answer // nil for a step that called nothing
	found  finding.List
}

// check gives nil when everything is as expected.
func (t *running) check(ctx context.Context, s *step, key string, a *Answer) (*Failure, error) {
	c := &checker{running: t, step: s, expect: s.expect, key: key, answer: a}
	what := "expect"
	if a != nil && a.Blind && (s.expect.rule != nil || s.expect.scenario != nil || s.expect.contract != nil || len(s.expect.hits) > 0) {
		return nil, &UnsupportedError{"there is no control API, and a broken answer does not say which rule it comes from"}
	}
	if a != nil {
		what = s.call.operation.ID
		c.answered()
	} else if s.action.kind != look {
		what = string(s.action.kind)
	}
	if err := c.sandbox(ctx); err != nil {
		return t.stopped(s.place, what, err)
	}
	if len(c.found) == 0 {
		return nil, nil
	}
	if a != nil {
		last := &c.found[len(c.found)-1]
		last.Related = append(last.Related, c.why()...)
	}
	f := &Failure{What: what, Findings: c.found}
	if a != nil {
		f.Answer = summary(a)
	}
	return f, nil
}

func (c *checker) fail(code string, at finding.Place, format string, args ...any) {
	c.found = append(c.found, finding.Finding{Code: code, Place: at, Message: fmt.Sprintf(format, args...)})
}

// differs reports what was wanted and what came.
func (c *checker) differs(what string, at finding.Place, wanted, got string) {
	c.compared(what, at, what, wanted, got)
}

// compared reports that a part of what is looked at was not as wanted.
func (c *checker) compared(what string, at finding.Place, part, wanted, got string) {
	c.fail("expect-"+what, at, "%s: wanted %s, got %s", part, wanted, got)
	last := &c.found[len(c.found)-1]
	last.Wanted, last.Got = wanted, got
}

// answered checks the answer itself.
func (c *checker) answered() {
	a, e := c.answer, c.expect
	c.fault()
	if a.Fault != "" && a.Fault != engine.Dribble && a.Fault != engine.Truncate {
		c.names()
		c.delay()
		return
	}
	if e.statuses != nil && !slices.ContainsFunc(e.statuses, func(s string) bool { return overlaps(s, strconv.Itoa(a.Status)) }) {
		c.differs("status", e.statusAt, either(e.statuses), strconv.Itoa(a.Status))
	}
	c.names()
	cmp := &comparison{eval: c.eval}
	for _, h := range e.header {
		values := a.Header.Values(h.name)
		cmp.compare(h.want, headerValue(values), len(values) > 0, "header "+h.name)
	}
	c.mismatches("header", cmp)
	c.delay()
	if a.Fault == engine.Truncate {
		return
	}
	c.body()
	c.keepsContract()
}

func headerValue(values []string) any { return strings.Join(values, ", ") }

func (c *checker) mismatches(what string, cmp *comparison) {
	for _, m := range cmp.found {
		c.compared(what, m.place, m.path, m.wanted, m.got)
	}
}

func either(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

func (c *checker) fault() {
	wanted, got := "none", "none"
	at := c.step.call.place
	if c.expect.fault != nil {
		wanted, at = c.expect.fault.name, c.expect.fault.place
	}
	if c.answer.Fault != "" {
		got = string(c.answer.Fault)
	}
	if wanted != got {
		c.differs("fault", at, wanted, got)
	}
}

// names checks who answered.
func (c *checker) names() {
	a, e := c.answer, c.expect
	got := "no rule"
	switch {
	case a.Document:
		got = "the document's own answer"
	case a.Rule != "":
		got = fmt.Sprintf("rule %q of scenario %s", a.Rule, a.Scenario)
	}
	if e.rule != nil && e.rule.name != a.Rule && !c.contributed(func(_, rule string) bool { return rule == e.rule.name }) {
		c.differs("rule", e.rule.place, strconv.Quote(e.rule.name), got)
	}
	if e.scenario != nil && e.scenario.name != a.Scenario && !c.contributed(func(scenario, _ string) bool { return scenario == e.scenario.name }) {
		c.differs("scenario", e.scenario.place, e.scenario.name, got)
	}
	if e.problem != nil {
		code := problemCode(a)
		if code != e.problem.name {
			if code == "" {
				code = "an answer without a problem"
			}
			c.differs("problem", e.problem.place, e.problem.name, code)
		}
	}
	if e.contract != nil && e.contract.value != a.Document {
		c.differs("contract", e.contract.place, strconv.FormatBool(e.contract.value), got)
	}
	if e.offContract != nil && e.offContract.value != a.OffContract {
		c.differs("offContract", e.offContract.place, strconv.FormatBool(e.offContract.value), strconv.FormatBool(a.OffContract))
	}
}

// contributed tells whether a rule that went on is meant.
func (c *checker) contributed(meant func(scenario, rule string) bool) bool {
	return slices.ContainsFunc(c.answer.Continued, func(name string) bool {
		scenario, rule, _ := strings.Cut(name, "/")
		return meant(scenario, rule)
	})
}

// problemCode gives the code of a problem answer: that of its body, else of the last part of its type.
func problemCode(a *Answer) string {
	body, _ := decoded(a)
	m, _ := body.(map[string]any)
	if code, ok := m["code"].(string); ok && a.Status >= 400 {
		return code
	}
	return a.Header.Get("X-Sandbox-Problem")
}

func (c *checker) delay() {
	d := c.expect.delay
	if d == nil {
		return
	}
	got := c.answer.Delay
	if got < d.low || got > d.high && !c.answer.AtLeast {
		wanted := d.low.String()
		if d.high != d.low {
			wanted += " to " + d.high.String()
		}
		c.differs("delay", d.place, wanted, got.String())
	}
}

func (c *checker) body() {
	e := c.expect
	body, present := decoded(c.answer)
	if e.body != nil {
		cmp := &comparison{eval: c.eval, exact: e.exact}
		cmp.compare(e.body, body, present, "body")
		c.mismatches("body", cmp)
	}
	for _, a := range e.absent {
		if v, there := at(body, a.path); there {
			c.compared("absent", a.place, "body."+a.text, "nothing", engine.Show(v))
		}
	}
}

// at follows names and indexes through decoded JSON.
func at(v any, path []string) (any, bool) {
	for _, name := range path {
		switch inner := v.(type) {
		case map[string]any:
			next, ok := inner[name]
			if !ok {
				return nil, false
			}
			v = next
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i < 0 || i >= len(inner) {
				return nil, false
			}
			v = inner[i]
		default:
			return nil, false
		}
	}
	return v, true
}

// keepsContract holds the answer against the document, unless the rule says that it breaks it.
func (c *checker) keepsContract() {
	if c.answer.OffContract {
		if c.expect.offContract == nil {
			c.fail("off-contract", c.step.call.place, "the answer breaks the contract on purpose; say so with expect: {offContract: true}")
		}
		return
	}
	a := c.answer
	for _, v := range c.step.call.operation.CheckResponse(a.Status, a.Header, a.Body) {
		where := v.Parameter
		if v.In == "body" {
			where = "body" + v.Pointer
		}
		c.fail("off-contract", c.step.call.place, "the answer breaks the contract: %s %s", where, v.Message)
	}
}

// sandbox checks what the sandbox is like now.
func (c *checker) sandbox(ctx context.Context) error {
	e := c.expect
	if e == nil {
		return nil
	}
	api := c.suite.api.Name
	if len(e.state) > 0 {
		values, err := c.session.Values(ctx, c.key, api)
		if err != nil {
			return err
		}
		cmp := &comparison{eval: c.eval}
		for _, s := range e.state {
			v, ok := values[s.name]
			cmp.compare(s.want, v, ok, "state "+s.name)
		}
		c.mismatches("state", cmp)
	}
	for _, t := range e.tables {
		rows, err := c.session.Rows(ctx, c.key, api, t.name)
		if err != nil {
			return err
		}
		cmp := &comparison{eval: c.eval}
		cmp.compare(t.want, rows, true, "table "+t.name)
		c.mismatches("tables", cmp)
	}
	c.countHits()
	if e.callbacks != nil {
		if c.deaf != "" {
			return &UnsupportedError{c.deaf}
		}
		c.callbacks(c.sent[c.key])
	}
	return nil
}

func (c *checker) countHits() {
	for _, h := range c.expect.hits {
		n := 0
		if h.rule == "" {
			n = c.hits[c.key+" "+c.answer.Scenario+"/"+c.answer.Rule]
		} else {
			for name, count := range c.hits {
				key, rule, _ := strings.Cut(name, " ")
				if _, rule, _ = strings.Cut(rule, "/"); key == c.key && rule == h.rule {
					n += count
				}
			}
		}
		if n != h.count {
			c.differs("hits", h.place, strconv.Itoa(h.count), strconv.Itoa(n))
		}
	}
}

// callbacks holds what was sent since the previous call against what is expected.
func (c *checker) callbacks(sent []engine.Callback) {
	got := make([]any, 0, len(sent))
	names := make([]string, 0, len(sent))
	for _, cb := range sent {
		one := map[string]any{"name": cb.Name, "url": cb.URL}
		if len(cb.Body) > 0 {
			body, _ := decoded(&Answer{Body: cb.Body, Header: map[string][]string{"Content-Type": {cb.Type}}})
			one["body"] = body
		}
		got, names = append(got, one), append(names, cb.Name)
	}
	want := c.expect.callbacks
	if len(want.items) != len(got) {
		list := "none"
		if len(names) > 0 {
			list = strings.Join(names, ", ")
		}
		c.differs("callbacks", want.place, strconv.Itoa(len(want.items)), list)
		return
	}
	cmp := &comparison{eval: c.eval}
	cmp.compare(want, got, true, "callbacks")
	c.mismatches("callbacks", cmp)
}
