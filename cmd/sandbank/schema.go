package main

import (
	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/scenarioschema"
)

func schemaCommand() *cobra.Command {
	var f sourceFlags
	var tests bool
	c := &cobra.Command{
		Use:   "schema API",
		Short: "Print the JSON Schema of an API's scenario files",
		Long: `Schema prints a JSON Schema (2020-12) of the scenario files of one API, or of its test files with --tests.
It knows the API's operations, statuses, media types, examples and bodies, and the tables, states, problems
and rules that the scenario folder declares, so that an editor completes and checks what is typed. Scenario
files that have errors count, too. Print it again when tables or states have been added.

VS Code, with the extension YAML by Red Hat: write the schemas into the folder .vscode,

  sandbank schema deposits > .vscode/deposits.schema.json
  sandbank schema deposits --tests > .vscode/deposits-test.schema.json

and name them in .vscode/settings.json:

  "yaml.schemas": {
    ".vscode/deposits.schema.json": ["scenarios/deposits/*.yaml", "!*_test.yaml"],
    ".vscode/deposits-test.schema.json": ["scenarios/deposits/*_test.yaml"]
  }

Other editors that use yaml-language-server take the schema from the first line of a file:

  # yaml-language-server: $schema=../../.vscode/deposits.schema.json`,
		Example: `  sandbank schema deposits
  sandbank schema deposits --tests
  sandbank schema shop --document shop.yaml --scenarios ./scenarios`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			apis, err := f.loadDocumentsOnly()
			if err != nil {
				return err
			}
			chosen, err := only(apis, args[0])
			if err != nil {
				return err
			}
			declared, err := f.declared(apis, chosen[0])
			if err != nil {
				return err
			}
			write := scenarioschema.Scenarios
			if tests {
				write = scenarioschema.Tests
			}
			text, err := write(chosen[0], declared)
			if err != nil {
				return err
			}
			_, err = c.OutOrStdout().Write(text)
			return err
		},
	}
	f.register(c)
	c.Flags().BoolVar(&tests, "tests", false, "the schema of test files")
	return c
}
