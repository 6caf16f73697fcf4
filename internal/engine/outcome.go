package engine

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// This file compiles and gives the outcome of rules of decision points.

// cutPoint takes operation/point apart.
func cutPoint(key string) (operation, point string) {
	if i := strings.LastIndexByte(key, '/'); i >= 0 {
		return key[:i], key[i+1:]
	}
	return key, ""
}

func unknownPoint(o *contract.Operation, name string, place finding.Place) finding.Finding {
	known := pointNames(o)
	hint := didYouMean(name, known)
	switch {
	case hint != "":
	case len(known) == 0:
		hint = "the document declares decision points under x-decision-points of an operation"
	default:
		hint = "declared: " + strings.Join(known, ", ")
	}
	return finding.Finding{Code: "unknown-point", Place: place, Hint: hint,
		Message: fmt.Sprintf("operation %s has no decision point %q", o.ID, name),
		Related: []finding.Related{{Place: o.Place(), Message: "the operation is declared here"}}}
}

func pointNames(o *contract.Operation) []string {
	names := make([]string, 0, len(o.Points))
	for _, p := range o.Points {
		names = append(names, p.Name)
	}
	return names
}

// checkOutcome demands that a rule of a decision point gives an outcome, and does nothing else.
func (l *loader) checkOutcome(r *ruleDecl) {
	s := r.src()
	wrong := func(n *yaml.Node, key, hint string) {
		if n != nil {
			l.error("not-at-a-point", s.place(n), hint, "a rule of a decision point has no %q", key)
		}
	}
	wrong(r.respond, "respond", "write outcome: the handler answers")
	wrong(r.fault, "fault", "write a rule of operation "+r.operation.ID)
	wrong(r.delay, "delay", "write a rule of operation "+r.operation.ID+" with continue: true")
	wrong(r.do, "do", "remove it: the handler alone changes the sandbox")
	if r.goesOn {
		wrong(child(r.node, "continue"), "continue", "remove it: the first rule that matches gives the outcome")
	}
	if r.off {
		wrong(child(r.node, "offContract"), "offContract", "remove it")
	}
	if r.outcome == nil {
		l.error("missing-key", s.place(r.node), "", `a rule of a decision point needs "outcome"`)
	}
}

// outcomeOutside reports an outcome in a rule that answers requests.
func (l *loader) outcomeOutside(r *ruleDecl) {
	hint := "write respond"
	if r.operation != nil && len(r.operation.Points) > 0 {
		hint += ", or move the rule to " + target{r.operation, r.operation.Points[0]}.String()
	}
	l.error("outcome-outside-a-point", r.src().place(r.outcome), hint, `"outcome" is for rules of decision points`)
}

// compileOutcome compiles outcome:, and holds it against the verdict that the decision point declares as a body is held
// against its schema.
func (l *loader) compileOutcome(r *ruleDecl, scope *expression.Scope, finds []find) *answer {
	if r.outcome == nil {
		return nil
	}
	verdict := r.point.Verdict
	before := l.findings.Errors()
	t := l.template(r.src(), r.outcome, scope, []*contract.Schema{verdict})
	p := &responder{l: l, r: r, s: r.src(), scope: scope, finds: finds, out: &answer{template: t, schema: verdict}, what: "an outcome"}
	p.decl.body = r.outcome
	p.out.proven = prover{l, p.s}.template(t, verdict)
	if t.kind != literal && !p.out.proven && l.findings.Errors() == before {
		p.renderRows()
		p.out.byRow = nil // outcomes are values
	}
	return p.out
}

var errNoOutcome = errors.New("the outcome is no object")

// outcome gives the verdict that the answer of a rule of a decision point says, as decoded JSON that belongs to the
// caller.
func (a *answer) outcome(env *expression.Env) (map[string]any, error) {
	v, err := a.template.eval(env)
	if err != nil {
		return nil, err
	}
	if !a.proven {
		if err := a.check(v); err != nil {
			return nil, err
		}
	}
	out, ok := cloneValue(expression.Plain(v)).(map[string]any)
	if !ok {
		return nil, errNoOutcome
	}
	return out, nil
}

// cloneValue copies a decoded JSON value, so that whoever gets it may change it.
func cloneValue(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if v == nil {
			return v
		}
		out := make(map[string]any, len(v))
		for name, member := range v {
			out[name] = cloneValue(member)
		}
		return out
	case []any:
		if v == nil {
			return v
		}
		out := make([]any, len(v))
		for i, element := range v {
			out[i] = cloneValue(element)
		}
		return out
	}
	return v
}
