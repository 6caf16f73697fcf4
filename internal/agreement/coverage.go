package agreement

import "github.com/sandbank/sandbank/internal/contract"

// Coverage tells which of the documents' answers consumers' pacts touch: one for each status of each operation.
type Coverage struct {
	// Answers and Operations count all of them; TouchedAnswers and TouchedOperations those that an interaction has.
	Answers, Operations               int
	TouchedAnswers, TouchedOperations int
	// Gaps lists, in document order, the operations with statuses that no pact touches.
	Gaps []Gap
}

// Gap names the statuses of an operation that no pact touches. Untouched is set when no pact has the operation at all.
type Gap struct {
	Operation *contract.Operation
	Statuses  []string
	Untouched bool
}

// Percent is the share of the answers that are touched, rounded down; 100 when there are none.
func (c Coverage) Percent() int {
	if c.Answers == 0 {
		return 100
	}
	return c.TouchedAnswers * 100 / c.Answers
}

// Coverage counts what the interactions of the report touch of the documents. Those with findings count too: they name
// an answer that the document has.
func (r *Report) Coverage(apis []*contract.API) Coverage {
	seen := map[*contract.Operation]map[int]bool{}
	for _, i := range r.Interactions {
		if i.Operation == nil {
			continue
		}
		if seen[i.Operation] == nil {
			seen[i.Operation] = map[int]bool{}
		}
		seen[i.Operation][i.Response.Status] = true
	}
	var c Coverage
	for _, api := range apis {
		for _, o := range api.Operations {
			g := Gap{Operation: o, Untouched: seen[o] == nil}
			touched := map[string]bool{}
			for status := range seen[o] {
				if r := o.Response(status); r != nil {
					touched[r.Status] = true
				}
			}
			for _, status := range o.StatusCodes() {
				if !touched[status] {
					g.Statuses = append(g.Statuses, status)
				}
			}
			c.Operations++
			c.Answers += len(o.Responses)
			c.TouchedAnswers += len(o.Responses) - len(g.Statuses)
			if !g.Untouched {
				c.TouchedOperations++
			}
			if len(g.Statuses) > 0 {
				c.Gaps = append(c.Gaps, g)
			}
		}
	}
	return c
}
