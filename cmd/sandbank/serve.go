package main

import "github.com/spf13/cobra"

func serveCommand() *cobra.Command {
	f := &serveFlags{title: "sandbank serve"}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the APIs as a deployment",
		Long: `Serve answers the APIs of the documents from scenarios, for a deployment that partners use. It takes
the same requests and gives the same answers as mock.

Sandboxes are kept: what a request or the control API has changed is on the disk before it is answered,
and is there again after the program has ended in whatever way. By default that is a database in the
folder that --data names, which one process uses at a time. With --database it is a PostgreSQL database,
which any number of processes may share: what one changes the others see.

Tokens that were issued, and the secret that callbacks are signed with, outlive the program too. They are
encrypted with a key that is not in the database: in the file that --key-file names, or in the environment
variable SANDBANK_KEY, as 32 bytes in Base64. Processes that share a database share the key. Without either,
the key is made in the data folder.`,
		Example: `  sandbank serve
  sandbank serve --addr 0.0.0.0:8080 --behind-proxy --data /var/lib/sandbank --log-format json
  sandbank serve --database postgres://sandbank@db.internal/sandbank --key-file /run/secrets/sandbank.key
  SANDBANK_KEY=$(cat key) sandbank serve --database @/run/secrets/database-url`,
		Args: cobra.NoArgs,
		RunE: f.run,
	}
	f.register(c)
	f.keep.register(c)
	return c
}
