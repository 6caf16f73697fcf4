package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/finding"
)

func contractsCheckCommand() *cobra.Command {
	f := &pactFlags{}
	c := &cobra.Command{
		Use:   "check [PACT...]",
		Short: "Hold pacts against the documents",
		Long: `Check holds each interaction of consumers' pacts against the documents: the path, parameters, headers and body
of the request, the status, headers and body of the response, and what the matching rules allow. Provider states
must be those that scenarios declare. PACT is a pact file, of specification 1 to 4, or a folder of them; without it,
the files below contracts/pacts are checked.

A response in a pact lists what the consumer reads, so members may be missing; a member that the document does not
name, or a value that it does not allow, is an error. A request may break the document where the consumer expects
that it is refused. Credentials are not asked for, as verifiers add them.

The exit status is 0 when the two sides agree (there may be warnings), 1 when there are errors, an empty folder or a
pact without interactions among them, and 2 when the check could not run.`,
		Example: `  sandbank contracts check
  sandbank contracts check partner.json
  sandbank contracts check ./pacts --provider deposits
  sandbank contracts check ./pacts --document shop.yaml --scenarios ./scenarios
  sandbank contracts check --format json ./pacts`,
		RunE: func(c *cobra.Command, args []string) error {
			p, err := f.check(args)
			if err != nil {
				return err
			}
			if f.format == "json" {
				err = writeJSON(c.OutOrStdout(), p.entries())
			} else if err = writeFindings(c.OutOrStdout(), p.findings); err == nil {
				_, err = fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", p.counts(), verdict(p.findings))
			}
			if err != nil {
				return err
			}
			if p.findings.Errors() > 0 {
				return errFindings
			}
			return nil
		},
	}
	f.register(c)
	return c
}

// pactReport is the result of a check of pacts in JSON.
type pactReport struct {
	Errors       int                `json:"errors"`
	Warnings     int                `json:"warnings"`
	Pacts        []pactEntry        `json:"pacts"`
	Interactions []interactionEntry `json:"interactions"`
	Findings     finding.List       `json:"findings"`
}

type pactEntry struct {
	File          string `json:"file"`
	Consumer      string `json:"consumer"`
	Provider      string `json:"provider"`
	Specification string `json:"specification"`
	Interactions  int    `json:"interactions"`
}

// interactionEntry is one interaction: where it stands, what it asks of whom, and what is wrong with it.
type interactionEntry struct {
	File        string `json:"file"`
	Pointer     string `json:"pointer"`
	Consumer    string `json:"consumer"`
	Key         string `json:"key,omitempty"`
	Description string `json:"description"`
	Kind        string `json:"kind"`
	API         string `json:"api,omitempty"`
	Operation   string `json:"operation,omitempty"`
	Status      int    `json:"status,omitempty"`
	Pending     bool   `json:"pending,omitempty"`
	Errors      int    `json:"errors"`
	Warnings    int    `json:"warnings"`
	// Refused is what is wrong with a request that the consumer expects to be refused.
	Refused []string `json:"refused,omitempty"`
}

func (p *pactCheck) entries() pactReport {
	errors := p.findings.Errors()
	report := pactReport{Errors: errors, Warnings: len(p.findings) - errors, Pacts: []pactEntry{}, Interactions: []interactionEntry{}, Findings: p.findings}
	for _, f := range p.Files {
		report.Pacts = append(report.Pacts, pactEntry{f.Name, f.Consumer, f.Provider, f.Specification, len(f.Interactions)})
	}
	for _, i := range p.Interactions {
		e := interactionEntry{File: i.File.Name, Pointer: i.Pointer, Consumer: i.File.Consumer, Key: i.Key, Description: i.Description, Kind: i.Kind,
			Status: i.Response.Status, Pending: i.Pending, Errors: i.Findings.Errors(), Refused: i.Refused}
		e.Warnings = len(i.Findings) - e.Errors
		if i.Operation != nil {
			e.API, e.Operation = i.Operation.API.Name, i.Operation.ID
		}
		report.Interactions = append(report.Interactions, e)
	}
	return report
}
