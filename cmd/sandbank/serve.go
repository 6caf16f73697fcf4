package main

import (
	"github.com/spf13/cobra"
)

func serveCommand() *cobra.Command {
	f := &serveFlags{title: "sandbank serve"}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the APIs as a deployment",
		Long: `Serve answers the APIs of the documents from scenarios, for a deployment that partners use. It takes
the same requests and gives the same answers as mock.`,
		Example: `  sandbank serve
  sandbank serve --addr 0.0.0.0:8080 --behind-proxy --log-format json --access-log`,
		Args: cobra.NoArgs,
		RunE: f.run,
	}
	f.register(c)
	return c
}
