// Command sandbank is a bank's API sandbox: it serves the APIs of the documents that it was built with, and answers
// them from scenarios. This package is the only place that wires the parts together, and the only one that looks at
// the machine: its clock, its random source, its files and its signals. One file holds one command.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// Exit statuses.
const (
	exitFine     = 0
	exitFindings = 1 // what was checked has errors
	exitFailed   = 2 // the command could not run
)

// errFindings ends a command whose findings have been written already.
var errFindings = errors.New("findings")

// run executes one command line and gives the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	}
	fmt.Fprintf(stderr, "sandbank: %v\n", err)
	return exitFailed
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "sandbank",
		Short: "A bank's API sandbox that cannot drift from its contract",
		Long: `sandbank serves a bank's APIs from their OpenAPI documents and answers them from scenarios.
Every request and every answer is held against the document. The program carries the documents,
the scenarios and the reference, and needs nothing beside itself.`,
		Example: `  sandbank serve                        serve the APIs with the developer portal, on 127.0.0.1:8080
  sandbank mock                         serve the APIs without accounts, on 127.0.0.1:8080
  sandbank check ./scenarios            check scenario files before they are served
  sandbank test ./scenarios             run the tests of the scenarios
  sandbank init shop.yaml               write a first scenario, with its test, for a document
  sandbank operations --format json     list what can be called`,
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w\nRun '%s --help' for the flags", err, c.CommandPath())
	})
	root.AddCommand(serveCommand(), adminCommand(), configCommand(), mockCommand(), checkCommand(), testCommand(), explainCommand(), initCommand(),
		generateCommand(), contractsCommand(), lintCommand(), changelogCommand(), ciCommand(),
		schemaCommand(), operationsCommand(), versionCommand())
	return root
}

// oneOf refuses a flag's value that is not one of those it can have.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return fmt.Errorf("--%s is %q; it can be %s", flag, value, either(allowed))
}

func either(words []string) string {
	out := words[0]
	for i, w := range words[1:] {
		if i == len(words)-2 {
			out += " or " + w
		} else {
			out += ", " + w
		}
	}
	return out
}
