package engine

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// This file tells what the program holds, for people and for programs that look at it. Nothing here decides.

// ScenarioDescription is one scenario.
type ScenarioDescription struct {
	API, Name, Title, File string
	Default                bool
	Operations             []OperationDescription
}

// OperationDescription holds a scenario's rules for one operation, "*" for every one, or one decision point, which is
// written operation/point, in the order in which they are tried.
type OperationDescription struct {
	Operation string
	Rules     []RuleDescription
}

// RuleDescription is one rule: its conditions in the order of evaluation, and what it does.
type RuleDescription struct {
	Name, File string
	Line       int
	Conditions []ConditionDescription
	// Effects and Delay are in words; Delay is "" for none.
	Effects     []string
	Delay       string
	Answer      AnswerDescription
	OffContract bool
}

// Kinds of conditions.
const (
	MatchCondition  = "match"
	StateCondition  = "state"
	FindCondition   = "find"
	WhenCondition   = "when"
	TimesCondition  = "times"
	ChanceCondition = "chance"
)

// ConditionDescription is one condition. Place is the place of the request, the state, or the name that is bound; Wants
// completes "must be …".
type ConditionDescription struct {
	Kind, Place, Wants string
	Line               int
	// Values are the constants of an equality, or, where Prefix is set, of a beginning: decoded JSON. Other conditions
	// have none.
	Values []any
	Prefix bool
	// Table and Terms say where a find looks, as far as it compares columns with places of the request.
	Table string
	Terms []LookupTerm
}

// LookupTerm is a column that is compared with a place of the request, such as body.vpa.
type LookupTerm struct{ Column, Place string }

// AnswerDescription is what a rule answers, as far as every request gets the same. Kind is one of the words below.
type AnswerDescription struct {
	Kind   string
	Status int
	// Type is the media type of a body, Problem the code of a problem.
	Type, Problem string
	Fault         FaultKind
}

// Kinds of answers.
const (
	BodyAnswer      = "body"
	EmptyAnswer     = "empty"
	ProblemAnswer   = "problem"
	GeneratedAnswer = "generated"
	FaultAnswer     = "fault"
	NoAnswer        = "continue"
	OutcomeAnswer   = "outcome"
)

// Describe gives the scenarios of an API in the order in which they were loaded.
func (p *Program) Describe(api *contract.API) []ScenarioDescription {
	out := make([]ScenarioDescription, 0, len(p.scenarios[api]))
	for _, s := range p.scenarios[api] {
		d := ScenarioDescription{API: api.Name, Name: s.name, Title: s.title, File: s.file, Default: s.isDefault}
		for _, o := range api.Operations {
			for _, t := range targetsOf(o) {
				if set := s.targets[t]; set != nil {
					d.Operations = append(d.Operations, set.describe(t.String()))
				}
			}
		}
		if s.star != nil {
			d.Operations = append(d.Operations, s.star.describe("*"))
		}
		out = append(out, d)
	}
	return out
}

func (set *ruleSet) describe(operation string) OperationDescription {
	d := OperationDescription{Operation: operation, Rules: make([]RuleDescription, 0, len(set.rules))}
	for _, r := range set.rules {
		d.Rules = append(d.Rules, r.describe())
	}
	return d
}

func (r *rule) describe() RuleDescription {
	d := RuleDescription{Name: r.name, File: r.file, Line: r.line, Conditions: r.describeConditions(), Delay: r.delay.words(), OffContract: r.off}
	for i := range r.effects {
		d.Effects = append(d.Effects, r.effects[i].words())
	}
	d.Answer = r.describeAnswer()
	return d
}

// describeConditions lists what can fail, in the order of evaluation, which is that of the rule's lines; a find of a
// list never fails and has no line there.
func (r *rule) describeConditions() []ConditionDescription {
	var out []ConditionDescription
	next := 0
	add := func(d ConditionDescription) {
		d.Line = r.line
		if next < len(r.lines) {
			d.Line = r.lines[next]
		}
		next++
		out = append(out, d)
	}
	for i := range r.conditions {
		add(r.conditions[i].describe())
	}
	for _, c := range r.states {
		add(ConditionDescription{Kind: StateCondition, Place: c.state.name, Wants: quotedOr(c.want)})
	}
	for i := range r.finds {
		f := &r.finds[i]
		d := ConditionDescription{Kind: FindCondition, Place: f.name, Wants: "a row of " + f.table.name, Table: f.table.name, Terms: f.lookups()}
		if !f.all {
			add(d)
			continue
		}
		d.Wants, d.Line = "any rows of "+f.table.name, r.line
		out = append(out, d)
	}
	for _, w := range r.whens {
		add(ConditionDescription{Kind: WhenCondition, Wants: w.expr.Source()})
	}
	if r.times != nil {
		add(ConditionDescription{Kind: TimesCondition, Wants: r.times.String()})
	}
	if r.chance < 1 {
		add(ConditionDescription{Kind: ChanceCondition, Wants: strconv.FormatFloat(r.chance, 'g', -1, 64)})
	}
	return out
}

func (c *condition) describe() ConditionDescription {
	d := ConditionDescription{Kind: MatchCondition, Place: c.where(), Wants: c.test.wants()}
	if kind, values, ok := c.equality(); ok {
		for _, v := range values {
			d.Values = append(d.Values, constant(kind, v))
		}
	}
	if t, ok := c.test.(*prefixTest); ok {
		d.Values, d.Prefix = []any{t.prefix}, true
	}
	return d
}

// constant gives a canonical value as decoded JSON of its kind.
func constant(kind expression.Kind, v any) any {
	switch x := v.(type) {
	case instant:
		return time.Unix(0, int64(x)).UTC().Format(time.RFC3339Nano)
	case bank.Decimal:
		if kind == expression.Number {
			return json.Number(x.String())
		}
	}
	return expression.Plain(v)
}

// requestPlace is an expression that gives one place of the request, or of what is known of the caller.
var requestPlace = regexp.MustCompile(`^(?:path|query|header|cookie|body|caller)(?:\??\.[A-Za-z_]\w*|\??\.?\["[^"\\]+"\])*$`)

// lookups gives the columns of a find that are compared with a place of the request.
func (f *find) lookups() []LookupTerm {
	var out []LookupTerm
	for _, w := range f.where {
		if w.value.kind != hole || w.value.hole == nil {
			continue
		}
		place := strings.TrimSpace(strings.TrimSuffix(w.value.hole.Source(), "?? omit"))
		if requestPlace.MatchString(place) {
			out = append(out, LookupTerm{Column: w.column, Place: strings.ReplaceAll(place, "?.", ".")})
		}
	}
	return out
}

func (r *rule) describeAnswer() AnswerDescription {
	d := AnswerDescription{Fault: r.fault.Kind}
	a := r.answer
	switch {
	case r.target.point != nil:
		d.Kind = OutcomeAnswer
		return d
	case r.goesOn:
		d.Kind = NoAnswer
		return d
	case a == nil:
		d.Kind = FaultAnswer
		return d
	case a.problem != nil:
		d.Kind, d.Problem = ProblemAnswer, a.problem.definition.Code
	case a.generate != nil:
		d.Kind = GeneratedAnswer
	case a.body == nil && a.template == nil && a.byRow == nil:
		d.Kind = EmptyAnswer
	default:
		d.Kind = BodyAnswer
	}
	d.Status, d.Type = a.status, a.mediaType
	if a.problem != nil && d.Status == 0 {
		d.Status = a.problem.definition.Status
	}
	return d
}

// words says how long a delay is, "" for none.
func (d *delay) words() string {
	switch d.kind {
	case fixedDelay:
		return d.low.String()
	case uniformDelay:
		return d.low.String() + " to " + d.high.String()
	case lognormalDelay:
		return "about " + d.low.String()
	}
	return ""
}

// words says what an effect changes.
func (e *effect) words() string {
	var parts []string
	if e.table != nil {
		link := map[string]string{"insert": "into", "upsert": "into", "delete": "from"}[e.kind]
		parts = append(parts, strings.Join(strings.Fields(e.kind+" "+link+" "+e.table.name), " "))
	}
	for _, s := range e.sets {
		to := ""
		if text, ok := s.value.value.(string); ok && s.value.kind == literal {
			to = " to " + text
		}
		parts = append(parts, "set "+s.state.name+to)
	}
	if e.callback != nil {
		parts = append(parts, "send the callback "+e.callback.name)
	}
	out := strings.Join(parts, ", ")
	if after := e.after.words(); after != "" {
		out += fmt.Sprintf(", after %s", after)
	}
	return out
}
