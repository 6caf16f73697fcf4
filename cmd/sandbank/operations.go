package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// operationEntry is one operation in JSON.
type operationEntry struct {
	API       string `json:"api"`
	Operation string `json:"operation"`
	Method    string `json:"method"`
	Path      string `json:"path"`
	Summary   string `json:"summary"`
	// DecisionPoints are those at which scenarios can decide, as their rules name them.
	DecisionPoints []pointEntry `json:"decisionPoints,omitempty"`
}

// pointEntry is one decision point in JSON.
type pointEntry struct {
	Rules       string `json:"rules"`
	Description string `json:"description"`
}

func operationsCommand() *cobra.Command {
	var format string
	var source sourceFlags
	c := &cobra.Command{
		Use:   "operations [API]",
		Short: "List the operations of the APIs",
		Long: "Operations lists what can be called, by API, or the operations of one API. Paths include the API's base path.\n" +
			"The decision points of an operation stand behind it, as rules of scenarios name them.",
		Example: `  sandbank operations
  sandbank operations deposits
  sandbank operations --document shop.yaml
  sandbank operations --format json`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "table", "json"); err != nil {
				return err
			}
			apis, err := source.loadDocumentsOnly()
			if err != nil {
				return err
			}
			if len(args) == 1 {
				if apis, err = only(apis, args[0]); err != nil {
					return err
				}
			}
			entries := operationEntries(apis)
			if format == "json" {
				return writeJSON(c.OutOrStdout(), entries)
			}
			table := tabwriter.NewWriter(c.OutOrStdout(), 0, 0, 2, ' ', 0)
			fmt.Fprintln(table, "API\tOPERATION\tMETHOD\tPATH\tSUMMARY")
			for _, e := range entries {
				fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", e.API, e.Operation, e.Method, e.Path, e.Summary)
				for _, p := range e.DecisionPoints {
					fmt.Fprintf(table, "%s\t%s\t\t\t%s\n", e.API, p.Rules, p.Description)
				}
			}
			return table.Flush()
		},
	}
	source.registerDocuments(c)
	c.Flags().StringVar(&format, "format", "table", "how to write the list: table or json")
	return c
}

func only(apis []*contract.API, name string) ([]*contract.API, error) {
	var names []string
	for _, a := range apis {
		if a.Name == name {
			return []*contract.API{a}, nil
		}
		names = append(names, a.Name)
	}
	hint := finding.DidYouMean(name, names)
	if hint == "" {
		hint = "known: " + either(names)
	}
	return nil, fmt.Errorf("there is no API %q; %s", name, hint)
}

func operationEntries(apis []*contract.API) []operationEntry {
	entries := []operationEntry{}
	for _, a := range apis {
		for _, o := range a.Operations {
			e := operationEntry{API: a.Name, Operation: o.ID, Method: o.Method, Path: a.BasePath + o.Path, Summary: o.Summary}
			for _, p := range o.Points {
				e.DecisionPoints = append(e.DecisionPoints, pointEntry{o.ID + "/" + p.Name, p.Description})
			}
			entries = append(entries, e)
		}
	}
	return entries
}
