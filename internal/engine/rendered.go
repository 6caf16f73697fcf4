package engine

import (
	"slices"

	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// maxRendered bounds the bodies that are kept rendered, one for each row of a table; larger tables are still checked.
const maxRendered = 10_000

// renderRows renders the body for every row when its holes read nothing but one row of a shipped table: each is held
// against the contract now, and kept.
func (p *responder) renderRows() {
	f := p.onlyRow()
	if f == nil {
		return
	}
	size := p.scope.Size()
	bodies := make([][]byte, 0, len(f.table.rows))
	clean := true
	for i, r := range f.table.rows {
		env := expression.Env{Slots: make([]any, size), Steps: expression.DefaultSteps}
		env.Slots[f.slot] = f.shape(r)
		body, err := p.renderRow(&env)
		if err != nil {
			clean = false
			p.l.report(finding.Finding{Code: "row-breaks-contract", Place: f.table.placeOf(i),
				Message: "this row makes " + p.what + " that breaks the contract: " + err.Error(),
				Related: []finding.Related{{Place: p.s.place(p.decl.body), Message: "it is written here"}}})
			continue
		}
		bodies = append(bodies, body)
	}
	if !clean {
		return
	}
	p.out.proven = true
	if len(bodies) <= maxRendered {
		p.out.byRow = &renderedRows{slot: f.slot, bodies: bodies}
	}
}

func (p *responder) renderRow(env *expression.Env) ([]byte, error) {
	v, err := p.out.template.eval(env)
	if err != nil {
		return nil, err
	}
	if err := p.out.check(v); err != nil {
		return nil, err
	}
	return p.out.template.encode(nil, v)
}

// onlyRow gives the find whose row is all that the body's holes read; nil when they read anything else.
func (p *responder) onlyRow() *find {
	var only *find
	pure := true
	p.out.template.holes(func(e *expression.Expression) {
		if e.Volatile() {
			pure = false
		}
		for _, slot := range e.Slots() {
			i := slices.IndexFunc(p.finds, func(f find) bool { return f.slot == slot && !f.all && !f.table.writable })
			if i < 0 || only != nil && only.slot != slot {
				pure = false
				return
			}
			only = &p.finds[i]
		}
	})
	if !pure {
		return nil
	}
	return only
}
