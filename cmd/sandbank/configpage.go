package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// configCommand prints the settings of serve as a YAML file that can be edited.
func configCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Print the settings of 'sandbank serve' as a YAML file to begin with",
		Long: `Config prints every setting of 'sandbank serve' as a YAML file, with what it means, the environment
variable that sets it too, and its default. Everything is commented out. A flag of the command line comes
before the variable, and the variable before the file.`,
		Example: "  sandbank config > sandbank.yaml\n  sandbank serve --config sandbank.yaml",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprint(c.OutOrStdout(), configFile(serveCommand()))
			return err
		},
	}
}

// configFile writes the settings of a command as a YAML file.
func configFile(c *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Settings of '%s'. The command line comes first, then the environment, then this file.\n", c.CommandPath())
	for _, f := range settings(c) {
		value := f.DefValue
		if f.Value.Type() == "string" {
			value = fmt.Sprintf("%q", value)
		}
		fmt.Fprintf(&b, "\n# %s (%s)\n#%s: %s\n", f.Usage, variableOf(f.Name), f.Name, value)
	}
	return b.String()
}

// configPage writes the settings of a command as a page of the documentation.
func configPage(c *cobra.Command) string {
	var b strings.Builder
	b.WriteString(`# Settings of a deployment

` + "`sandbank serve`" + ` is set up by flags, by environment variables, or by a YAML file that ` + "`--config`" + ` names. A flag comes
before the variable, and the variable before the file. ` + "`sandbank config`" + ` prints a file to begin with. An unknown key in the
file is refused. This page is made from the program itself.

| flag and key of the file | variable | default | meaning |
|---|---|---|---|
`)
	for _, f := range settings(c) {
		value := "–"
		if f.DefValue != "" {
			value = "`" + f.DefValue + "`"
		}
		fmt.Fprintf(&b, "| `%s` | `%s` | %s | %s |\n", f.Name, variableOf(f.Name), value, strings.ReplaceAll(f.Usage, "|", `\|`))
	}
	b.WriteString("\nBeside these, `" + keyVariable + "` may hold the key that secrets are encrypted with, and the variables of OpenTelemetry\n(`OTEL_EXPORTER_OTLP_ENDPOINT` and others) say where traces go; without them none are made.\n")
	return b.String()
}
