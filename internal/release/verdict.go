package release

import (
	"github.com/sandbank/sandbank/internal/agreement"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// verdict is what an interaction has to do with a document. disagrees is the first thing that they cannot both be right
// about, "" for nothing.
type verdict struct {
	interaction *pact.Interaction
	operation   *contract.Operation // nil when the document has no such operation
	disagrees   string
}

// verdicts holds pacts against one document, or against none, in the order of the interactions.
func verdicts(pacts []*pact.File, d *Document) []verdict {
	var apis []*contract.API
	if d.tree != nil {
		apis = append(apis, d.API)
	}
	report := agreement.Check(pacts, apis, nil)
	out := make([]verdict, len(report.Interactions))
	for n, i := range report.Interactions {
		out[n] = verdict{interaction: i.Interaction, operation: i.Operation}
		if i.Operation == nil {
			out[n].disagrees = "the document has no such operation"
		}
		for _, f := range i.Findings {
			if f.Severity == finding.Error {
				out[n].disagrees = f.Message
				break
			}
		}
	}
	return out
}
