package main

import "github.com/spf13/cobra"

func contractsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "contracts",
		Short: "Hold consumers' contracts against the documents",
		Long: `Contracts looks at what consumers expect (their pact files) beside what the documents promise. It needs no
native library and calls no server: the documents and the pact files are enough.`,
		Example: `  sandbank contracts check contracts/pacts
  sandbank contracts diff origin/main openapi
  sandbank contracts coverage contracts/pacts`,
		Args: cobra.NoArgs,
	}
	c.AddCommand(contractsCheckCommand(), contractsDiffCommand(), contractsCoverageCommand())
	return c
}
