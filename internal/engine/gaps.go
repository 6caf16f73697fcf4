package engine

import (
	"slices"
	"strconv"

	"github.com/sandbank/sandbank/internal/contract"
)

// Gap names the statuses of an operation's contract that nothing answers with: no rule of any scenario, no check of
// the request.
type Gap struct {
	Operation *contract.Operation
	Statuses  []string
}

// Gaps lists, in document order, the documented answers that cannot be had from this program.
func (p *Program) Gaps(apis []*contract.API) []Gap {
	var gaps []Gap
	for _, a := range apis {
		for _, o := range a.Operations {
			reached := p.reached(a, o)
			g := Gap{Operation: o}
			for _, r := range o.Responses {
				if !slices.ContainsFunc(reached, func(status int) bool { return covers(r.Status, status) }) {
					g.Statuses = append(g.Statuses, r.Status)
				}
			}
			if len(g.Statuses) > 0 {
				gaps = append(gaps, g)
			}
		}
	}
	return gaps
}

// covers tells whether a status of the document ("404", "4XX" or "default") stands for a status.
func covers(declared string, status int) bool {
	exact := strconv.Itoa(status)
	return declared == exact || declared == "default" || len(declared) == 3 && declared[1:] == "XX" && declared[0] == exact[0]
}

func (p *Program) reached(a *contract.API, o *contract.Operation) []int {
	reached := o.Refusals()
	for _, s := range p.scenarios[a] {
		for _, set := range []*ruleSet{s.targets[target{operation: o}], s.star} {
			if set == nil {
				continue
			}
			for _, r := range set.rules {
				if r.answer != nil {
					reached = append(reached, r.answer.status)
				}
			}
		}
	}
	if !p.Covers(o) {
		reached = append(reached, o.DefaultStatus())
	}
	return reached
}
