package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
)

// explanation is what explain tells of a request, as it is written in JSON.
type explanation struct {
	Method    string    `json:"method"`
	Path      string    `json:"path"`
	API       string    `json:"api"`
	Operation string    `json:"operation"`
	At        time.Time `json:"at"`
	Seed      uint64    `json:"seed"`
	Selected  []string  `json:"selected,omitempty"`
	// Filled lists what was added to the request.
	Filled  []string `json:"filled,omitempty"`
	Refused *refused `json:"refused,omitempty"`
	// Failed says what went wrong with the rule that matched.
	Failed string       `json:"failed,omitempty"`
	Answer *given       `json:"answer,omitempty"`
	Rules  []tracedRule `json:"rules,omitempty"`
}

// refused is a request that the contract does not take.
type refused struct {
	Code       string              `json:"code"`
	Status     int                 `json:"status"`
	Title      string              `json:"title"`
	Detail     string              `json:"detail"`
	Violations []problem.Violation `json:"violations,omitempty"`
}

// given is the answer. From is "rule", "handler", "document" or "nothing".
type given struct {
	From        string          `json:"from"`
	Scenario    string          `json:"scenario,omitempty"`
	Rule        string          `json:"rule,omitempty"`
	Status      int             `json:"status,omitempty"`
	Type        string          `json:"type,omitempty"`
	Header      []headerField   `json:"header,omitempty"`
	Body        json.RawMessage `json:"body,omitempty"`
	Text        string          `json:"text,omitempty"`
	Problem     string          `json:"problem,omitempty"`
	Detail      string          `json:"detail,omitempty"`
	Delay       string          `json:"delay,omitempty"`
	Fault       string          `json:"fault,omitempty"`
	OffContract bool            `json:"offContract,omitempty"`
	Continued   []string        `json:"continued,omitempty"`
	Callbacks   []string        `json:"callbacks,omitempty"`
}

type headerField struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// tracedRule is what became of one rule, or of the handler written in Go, which has no file. Outcome is "answered", "continued", "missed" or "not tried".
type tracedRule struct {
	Scenario string `json:"scenario"`
	Rule     string `json:"rule"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	// Point and Item say at which decision point, and about which of the items that were asked about, from 1 on.
	Point     string `json:"point,omitempty"`
	Item      int    `json:"item,omitempty"`
	Outcome   string `json:"outcome"`
	Condition string `json:"condition,omitempty"`
	Wanted    string `json:"wanted,omitempty"`
	Got       string `json:"got,omitempty"`
}

func (e *explanation) rules(traces []engine.Trace, place func(string) string) {
	for _, t := range traces {
		r := tracedRule{Scenario: t.Scenario, Rule: t.Rule, Line: t.Line, Point: t.Point, Item: t.Item, Outcome: "missed", Condition: t.Condition, Wanted: t.Wanted, Got: t.Got}
		if t.File != "" {
			r.File = place(t.File)
		}
		switch {
		case t.Answered:
			r.Outcome = "answered"
		case t.Continued:
			r.Outcome = "continued"
		case !t.Tried:
			r.Outcome = "not tried"
		}
		e.Rules = append(e.Rules, r)
	}
}

func (e *explanation) answer(d *engine.Decision) {
	a := &given{
		From: "rule", Scenario: d.Scenario, Rule: d.Rule, Status: d.Status, Type: d.Type, OffContract: d.OffContract, Continued: d.Continued,
		Fault: string(d.Fault.Kind),
	}
	switch {
	case d.None:
		a.From, a.Problem = "nothing", problem.NoRuleMatched
		a.Status = problem.Must(problem.NoRuleMatched).Status
	case d.Contract:
		a.From = "document"
	case d.Scenario == engine.HandlerScenario && d.Rule == engine.HandlerRule:
		a.From = "handler"
	}
	if d.Delay > 0 {
		a.Delay = d.Delay.String()
	}
	for _, h := range d.Header {
		a.Header = append(a.Header, headerField{h.Name, h.Value})
	}
	for _, c := range d.Callbacks {
		a.Callbacks = append(a.Callbacks, c.Name)
	}
	if d.Problem != nil {
		a.Problem, a.Detail = d.Problem.Code, d.Problem.Detail
		if a.Status == 0 {
			a.Status = d.Problem.Status
		}
	}
	if json.Valid(d.Body) {
		a.Body = d.Body
	} else if utf8.Valid(d.Body) {
		a.Text = string(d.Body)
	} else {
		a.Text = count(len(d.Body), "byte")
	}
	e.Answer = a
}

// writeText writes the explanation for a person.
func (e *explanation) writeText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s is %s of %s\n", e.Method, e.Path, e.Operation, e.API)
	for _, f := range e.Filled {
		fmt.Fprintf(&b, "  with %s, which was not given\n", f)
	}
	b.WriteString("\n")
	switch {
	case e.Refused != nil:
		e.Refused.write(&b)
	case e.Failed != "":
		fmt.Fprintf(&b, "It is answered 500 SCENARIO_ERROR: %s\n", e.Failed)
	default:
		e.Answer.write(&b, e)
	}
	if len(e.Rules) > 0 {
		b.WriteString("\n")
		if err := e.table(&b); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *refused) write(b *strings.Builder) {
	fmt.Fprintf(b, "The contract refuses it: %d %s. %s\n", r.Status, r.Code, r.Detail)
	for _, v := range r.Violations {
		at := "body " + v.Pointer
		if v.Parameter != "" {
			at = v.In + " " + v.Parameter
		}
		fmt.Fprintf(b, "  %s: %s\n", strings.TrimSpace(at), v.Message)
	}
}

func (a *given) write(b *strings.Builder, e *explanation) {
	switch a.From {
	case "nothing":
		b.WriteString("No rule answers it: 501 NO_RULE_MATCHED.\n")
		return
	case "handler":
		fmt.Fprintf(b, "No rule answers it. The handler written in Go answers %d.\n", a.Status)
	case "document":
		fmt.Fprintf(b, "No scenario has a rule for it. The document answers %d.\n", a.Status)
	default:
		place := ""
		for _, r := range e.Rules {
			if r.Outcome == "answered" {
				place = fmt.Sprintf(" (%s:%d)", r.File, r.Line)
			}
		}
		fmt.Fprintf(b, "Rule %q of scenario %s answers", a.Rule, a.Scenario)
		if a.Status != 0 {
			fmt.Fprintf(b, " %d", a.Status)
		}
		b.WriteString(place + ".\n")
	}
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "  %-11s %s\n", name, value)
		}
	}
	line("problem", a.Problem)
	line("detail", a.Detail)
	for _, h := range a.Header {
		line("header", h.Name+": "+h.Value)
	}
	line("type", a.Type)
	line("body", string(a.Body)+a.Text)
	line("delay", a.Delay)
	line("fault", a.Fault)
	line("callbacks", strings.Join(a.Callbacks, ", "))
	line("continued", strings.Join(a.Continued, ", "))
	if a.OffContract {
		line("contract", "the answer is outside of it on purpose")
	}
}

// widest bounds a column of the table, in characters.
const widest = 60

func (e *explanation) table(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "RULE\tSCENARIO\tOUTCOME\tCONDITION\tWANTED\tGOT\tPLACE")
	for _, r := range e.Rules {
		got := strings.TrimPrefix(r.Got, strings.TrimPrefix(r.Condition, "when ")+": ")
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.shownName(), r.Scenario, r.Outcome, cell(r.Condition), cell(r.Wanted), cell(got), cell(r.place()))
	}
	return t.Flush()
}

// shownName is the rule's name, behind the item that it was tried for.
func (r *tracedRule) shownName() string {
	if r.Point == "" {
		return r.Rule
	}
	return fmt.Sprintf("%s %d: %s", r.Point, r.Item, r.Rule)
}

func (r *tracedRule) place() string {
	if r.File == "" {
		return ""
	}
	return r.File + ":" + strconv.Itoa(r.Line)
}

// cell fits a text into one line of a column.
func cell(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > widest {
		return string(r[:widest-1]) + "…"
	}
	if s == "" {
		return "-"
	}
	return s
}
