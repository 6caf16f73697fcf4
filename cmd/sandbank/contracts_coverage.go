package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/agreement"
	"github.com/sandbank/sandbank/internal/finding"
)

func contractsCoverageCommand() *cobra.Command {
	f := &pactFlags{}
	least := 0
	c := &cobra.Command{
		Use:   "coverage [PACT...]",
		Short: "Tell which answers of the documents no pact touches",
		Long: `Coverage counts the answers of the documents, one for each status of each operation, that some interaction of a
pact expects, and lists the others: what could change without any known consumer noticing. PACT is a pact file or a
folder of them; without it, the files below contracts/pacts are read.

Interactions that disagree with the documents count where they name an answer that the document has; what is wrong
with them is told by 'sandbank contracts check'.

The exit status is 0, 1 when pacts cannot be read or the share is less than --min, and 2 when nothing could be
counted.`,
		Example: `  sandbank contracts coverage
  sandbank contracts coverage ./pacts --min 20
  sandbank contracts coverage --format json ./pacts`,
		RunE: func(c *cobra.Command, args []string) error {
			if least < 0 || least > 100 {
				return fmt.Errorf("--min is %d; it is a share in per cent", least)
			}
			p, err := f.check(args)
			if err != nil {
				return err
			}
			// What makes a pact unreadable, or useless, leaves nothing to count; other findings are for check.
			bad := unusable(p)
			coverage := p.Coverage(tested(p.asked()))
			if f.format == "json" {
				err = writeJSON(c.OutOrStdout(), coverageEntries(coverage, bad))
			} else {
				err = writeCoverage(c.OutOrStdout(), p, coverage, bad)
			}
			if err != nil {
				return err
			}
			if coverage.Percent() < least {
				fmt.Fprintf(c.ErrOrStderr(), "the coverage is %d%%, less than %d%%\n", coverage.Percent(), least)
				return errFindings
			}
			if len(bad) > 0 {
				return errFindings
			}
			return nil
		},
	}
	f.register(c)
	c.Flags().IntVar(&least, "min", 0, "fail when pacts touch less than this share of the answers, in per cent")
	return c
}

// unusable gives the errors of pacts that count for nothing: they cannot be read, or are of another provider.
func unusable(p *pactCheck) finding.List {
	own := map[string]bool{}
	for _, i := range p.Interactions {
		for _, f := range i.Findings {
			own[f.Error()] = true
		}
	}
	var out finding.List
	for _, f := range p.findings {
		if f.Severity == finding.Error && !own[f.Error()] {
			out = append(out, f)
		}
	}
	return out
}

// writeCoverage writes the counts and the gaps, operations with the same gaps together.
func writeCoverage(w io.Writer, p *pactCheck, c agreement.Coverage, bad finding.List) error {
	if err := writeFindings(w, bad); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s: %d of %s, %d of %s (%d%%)\n", p.counts(), c.TouchedOperations, count(c.Operations, "operation"),
		c.TouchedAnswers, count(c.Answers, "answer"), c.Percent()); err != nil {
		return err
	}
	var untouched []string
	var order []string
	operations := map[string][]string{}
	for _, g := range c.Gaps {
		if g.Untouched {
			untouched = append(untouched, g.Operation.ID)
			continue
		}
		statuses := strings.Join(g.Statuses, " ")
		if operations[statuses] == nil {
			order = append(order, statuses)
		}
		operations[statuses] = append(operations[statuses], g.Operation.ID)
	}
	if len(untouched) > 0 {
		if _, err := fmt.Fprintf(w, "operations that no pact touches:\n      %s\n", strings.Join(untouched, ", ")); err != nil {
			return err
		}
	}
	if len(order) > 0 {
		if _, err := fmt.Fprintln(w, "answers that no pact touches:"); err != nil {
			return err
		}
	}
	for _, statuses := range order {
		if _, err := fmt.Fprintf(w, "  %s\n      %s\n", statuses, strings.Join(operations[statuses], ", ")); err != nil {
			return err
		}
	}
	return nil
}

// coverageReport is the coverage in JSON.
type coverageReport struct {
	Percent    int     `json:"percent"`
	Answers    touched `json:"answers"`
	Operations touched `json:"operations"`
	// Gaps are the operations with answers that no pact touches.
	Gaps     []gap        `json:"gaps"`
	Findings finding.List `json:"findings"`
}

type touched struct {
	Touched int `json:"touched"`
	All     int `json:"all"`
}

func coverageEntries(c agreement.Coverage, bad finding.List) coverageReport {
	out := coverageReport{Percent: c.Percent(), Answers: touched{c.TouchedAnswers, c.Answers}, Operations: touched{c.TouchedOperations, c.Operations},
		Gaps: []gap{}, Findings: bad}
	for _, g := range c.Gaps {
		out.Gaps = append(out.Gaps, gap{g.Operation.API.Name, g.Operation.ID, g.Statuses})
	}
	return out
}
