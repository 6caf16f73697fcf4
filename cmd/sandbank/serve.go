package main

import (
	"cmp"
	"fmt"
	"net"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/store"
)

func serveCommand() *cobra.Command {
	f := &serveFlags{title: "sandbank serve"}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the APIs as a deployment, with the developer portal",
		Long: `Serve answers the APIs of the documents from scenarios, for a deployment that partners use: with the
developer portal, where organisations register and get keys for their applications, with access tokens
(OAuth 2.0), and with plans and quotas. Every call of the bank's APIs needs the key of an application that
is subscribed to the API. Each application has a sandbox of its own.

Started with nothing set, it makes a demo partner and prints its key, its secret and three lines that work.
'sandbank admin create' makes the first admin of a real bank.

Everything is kept: what a request has changed is on the disk before it is answered, and is there again
after the program has ended in whatever way. By default that is a database in the folder that --data names,
which one process uses at a time. With --database it is a PostgreSQL database, which any number of
processes may share: what one changes the others see within a second, and quotas hold over all of them.

Secrets are encrypted with a key that is not in the database: in the file that --key-file names, or in the
environment variable SANDBANK_KEY, as 32 bytes in Base64. Processes that share a database share the key.
Without either, the key is made in the data folder.

An address that others can reach needs --tls-cert and --tls-key, --tls-self-signed, or --behind-proxy. With
them plain HTTP is answered with 403, never with a redirect.

Each flag can be set as an environment variable as well, such as SANDBANK_LOG_FORMAT for --log-format, or
in the YAML file that --config names, under the flag's name. The command line comes first, then the
environment, then the file; 'sandbank config' prints a file to begin with.`,
		Example: `  sandbank serve
  sandbank serve --addr 0.0.0.0:8443 --tls-cert bank.crt --tls-key bank.key --public-url https://sandbox.bank.example
  sandbank serve --addr 0.0.0.0:8080 --behind-proxy --data /var/lib/sandbank --log-format json
  sandbank serve --database postgres://sandbank@db.internal/sandbank --key-file /run/secrets/sandbank.key
  sandbank serve --config /etc/sandbank.yaml`,
		Args: cobra.NoArgs,
		PreRunE: func(c *cobra.Command, _ []string) error {
			if err := configure(c); err != nil {
				return err
			}
			return f.platform.check()
		},
		RunE: f.run,
	}
	f.register(c)
	f.keep.register(c)
	f.secure.register(c.Flags())
	f.platform.register(c.Flags())
	c.Flags().BoolVar(&f.demo, "demo", false, "make a demo partner, and print its key and how to use it (default: when nothing else is set)")
	registerConfig(c)
	return c
}

// begin prepares what only a deployment has, before anything is served, and gives the address under which this machine
// reaches the server.
func (f *serveFlags) begin(c *cobra.Command, kept *store.Store, l *loaded, addr net.Addr) (origin string, err error) {
	folder := ""
	if f.keep.database == "" {
		folder = f.keep.data
	}
	host, _, err := net.SplitHostPort(cmp.Or(f.addr, addr.String()))
	if err != nil {
		return "", err
	}
	if f.secured, f.fingerprint, err = f.secure.config(folder, host); err != nil {
		return "", err
	}
	if origin = "http://" + reachable(addr); f.secured != nil {
		origin = "https://" + reachable(addr)
	}
	if kept == nil {
		return origin, nil
	}
	f.programme, err = f.newPlatform(c.Context(), kept, l.apis, origin)
	return origin, err
}

// greet tells how to begin: with the demo, or with an admin.
func (f *serveFlags) greet(c *cobra.Command, l *loaded, origin string) error {
	wanted, err := f.wantsDemo(c)
	if err != nil || !wanted {
		return err
	}
	d, err := newDemo(c.Context(), f.programme.store, f.programme.portal)
	if err != nil {
		return err
	}
	option := ""
	if f.fingerprint != "" {
		option = " -k"
	}
	if err := d.write(c.OutOrStdout(), origin, option, tryLine(l.apis, origin)); err != nil {
		return fmt.Errorf("say how to begin: %w", err)
	}
	return nil
}
