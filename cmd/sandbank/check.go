package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/finding"
)

func checkCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check the documents and the scenarios",
		Long: `Check loads the documents and the scenarios of DIR as serving would, and reports everything that is
wrong with them in one pass, with the place of each finding. Without DIR it checks the scenarios
that the program carries.

The exit status is 0 when all is fine (there may be warnings), 1 when there are errors, 2 when the
check could not run.`,
		Example: `  sandbank check
  sandbank check ./scenarios
  sandbank check --format json ./scenarios`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			dir := ""
			if len(args) == 1 {
				dir = args[0]
			}
			l, err := load(dir)
			if err != nil {
				return err
			}
			write := writeCheckText
			if format == "json" {
				write = writeCheckJSON
			}
			if err := write(c.OutOrStdout(), l); err != nil {
				return err
			}
			if l.findings.Errors() > 0 {
				return errFindings
			}
			return nil
		},
	}
	c.Flags().StringVar(&format, "format", "text", "how to write the findings: text or json")
	return c
}

func writeCheckText(w io.Writer, l *loaded) error {
	if err := l.findings.WriteText(w); err != nil {
		return err
	}
	if len(l.findings) > 0 {
		fmt.Fprintln(w)
	}
	_, err := fmt.Fprintln(w, summary(l))
	return err
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
}

func writeCheckJSON(w io.Writer, l *loaded) error {
	errors := l.findings.Errors()
	return writeJSON(w, checkReport{Errors: errors, Warnings: len(l.findings) - errors, Findings: l.findings})
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
