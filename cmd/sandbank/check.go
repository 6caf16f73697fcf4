package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
)

func checkCommand() *cobra.Command {
	var format string
	var gaps bool
	var source sourceFlags
	c := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check the documents and the scenarios",
		Long: `Check loads the documents and the scenarios of DIR as serving would, and reports everything that is
wrong with them in one pass, with the place of each finding. Without DIR it checks the scenarios
that the program carries. With --document it checks that document instead of those in the program.

Answers that a document declares and no rule gives are counted, and listed with --gaps: they can be had
with the header Prefer: code=STATUS alone.

The exit status is 0 when all is fine (there may be warnings), 1 when there are errors, 2 when the
check could not run.`,
		Example: `  sandbank check
  sandbank check ./scenarios
  sandbank check --gaps ./scenarios
  sandbank check ./scenarios --document shop.yaml
  sandbank check --format json ./scenarios`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			if len(args) == 1 {
				source.scenarios = args[0]
			}
			l, err := source.load()
			if err != nil {
				return err
			}
			for _, api := range l.apis {
				l.findings = append(l.findings, api.SecondOpinion(c.Context())...)
			}
			if format == "json" {
				err = writeCheckJSON(c.OutOrStdout(), l)
			} else {
				err = writeCheckText(c.OutOrStdout(), l, gaps)
			}
			if err != nil {
				return err
			}
			if l.findings.Errors() > 0 {
				return errFindings
			}
			return nil
		},
	}
	source.registerDocuments(c)
	c.Flags().StringVar(&format, "format", "text", "how to write the findings: text or json")
	c.Flags().BoolVar(&gaps, "gaps", false, "list the documented answers that no rule gives")
	return c
}

func writeCheckText(w io.Writer, l *loaded, gaps bool) error {
	if err := l.findings.WriteText(w); err != nil {
		return err
	}
	if len(l.findings) > 0 {
		fmt.Fprintln(w)
	}
	if _, err := fmt.Fprintln(w, summary(l)); err != nil || l.program == nil {
		return err
	}
	return writeGaps(w, l.program.Gaps(tested(l.asked())), gaps)
}

// writeGaps counts the documented answers that no rule gives, or lists them, operations with the same gaps together.
func writeGaps(w io.Writer, gaps []engine.Gap, list bool) error {
	answers := 0
	var order []string
	operations := map[string][]string{}
	for _, g := range gaps {
		answers += len(g.Statuses)
		statuses := strings.Join(g.Statuses, " ")
		if operations[statuses] == nil {
			order = append(order, statuses)
		}
		operations[statuses] = append(operations[statuses], g.Operation.ID)
	}
	if answers == 0 {
		return nil
	}
	hint := "; --gaps lists them"
	if list {
		hint = ":"
	}
	if _, err := fmt.Fprintf(w, "%s of the documents without a rule%s\n", count(answers, "answer"), hint); err != nil || !list {
		return err
	}
	for _, statuses := range order {
		if _, err := fmt.Fprintf(w, "  %s\n      %s\n", statuses, strings.Join(operations[statuses], ", ")); err != nil {
			return err
		}
	}
	return nil
}

// summary says in one line what was checked and what was found.
func summary(l *loaded) string {
	errors := l.findings.Errors()
	warnings := len(l.findings) - errors
	found := "nothing found"
	if len(l.findings) > 0 {
		found = count(errors, "error") + ", " + count(warnings, "warning")
	}
	return l.counts() + ": " + found
}

// checkReport is the result of check in JSON.
type checkReport struct {
	Errors   int          `json:"errors"`
	Warnings int          `json:"warnings"`
	Findings finding.List `json:"findings"`
	// Gaps are the documented answers that no rule gives.
	Gaps []gap `json:"gaps,omitempty"`
}

type gap struct {
	API       string   `json:"api"`
	Operation string   `json:"operation"`
	Statuses  []string `json:"statuses"`
}

func writeCheckJSON(w io.Writer, l *loaded) error {
	errors := l.findings.Errors()
	report := checkReport{Errors: errors, Warnings: len(l.findings) - errors, Findings: l.findings}
	if l.program != nil {
		for _, g := range l.program.Gaps(tested(l.asked())) {
			report.Gaps = append(report.Gaps, gap{g.Operation.API.Name, g.Operation.ID, g.Statuses})
		}
	}
	return writeJSON(w, report)
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
