package main

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/store"
)

// adminCommand gathers what the one who runs a deployment does beside serving.
func adminCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "admin",
		Short: "Make the first admin of the bank; back up and restore the database",
		Args:  cobra.NoArgs,
	}
	c.AddCommand(createCommand(), backupCommand(), restoreCommand())
	return c
}

// createCommand makes an admin of the bank.
func createCommand() *cobra.Command {
	keep, platform := &keepFlags{}, &platformFlags{}
	var n portal.NewPerson
	c := &cobra.Command{
		Use:   "create USERNAME",
		Short: "Create an admin of the bank",
		Long: `Create makes an account for an admin of the bank, who can sign in to the portal at once and invite the
others. Without --password a password is made and printed. A database in a folder is used by one process
at a time: stop the server first.`,
		Example: `  sandbank admin create asha.rao --email asha.rao@bank.example
  sandbank admin create asha.rao --email asha.rao@bank.example --database @/run/secrets/database-url --key-file key
  echo "$PASSWORD" | sandbank admin create asha.rao --email asha.rao@bank.example --password -`,
		Args:    cobra.ExactArgs(1),
		PreRunE: func(c *cobra.Command, _ []string) error { return configure(c) },
		RunE: func(c *cobra.Command, args []string) (err error) {
			n.Username = args[0]
			made, err := password(c, &n)
			if err != nil {
				return err
			}
			s, err := keep.open(c)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			service, err := platform.newPortal(c.Context(), s, "", nil)
			if err != nil {
				return err
			}
			p, err := service.CreateBankAdmin(c.Context(), n)
			var refusal *portal.Refusal
			if errors.As(err, &refusal) {
				return errors.New(refusal.Detail)
			}
			if err != nil {
				return err
			}
			text := fmt.Sprintf("%s can sign in as an admin of the bank", p.Username)
			if made {
				text += " with the password " + n.Password
			}
			_, err = fmt.Fprintln(c.OutOrStdout(), text)
			return err
		},
	}
	keep.register(c)
	flags := c.Flags()
	flags.StringVar(&n.Email, "email", "", "the e-mail address")
	flags.StringVar(&n.FirstName, "first-name", "Bank", "the first name")
	flags.StringVar(&n.LastName, "last-name", "Admin", "the last name")
	flags.StringVar(&n.Password, "password", "", "the password as @FILE, or - to read it from the standard input (default: a new one, which is printed)")
	registerConfig(c)
	if err := c.MarkFlagRequired("email"); err != nil {
		panic(err) // the flag is registered above
	}
	return c
}

// maxPassword bounds what is read as a password.
const maxPassword = 4096

// password completes the password of a new person; made tells that it is a new one.
func password(c *cobra.Command, n *portal.NewPerson) (made bool, err error) {
	switch {
	case n.Password == "":
		var random [15]byte
		if _, err := rand.Read(random[:]); err != nil {
			return false, err
		}
		n.Password = base64.RawURLEncoding.EncodeToString(random[:])
		return true, nil
	case n.Password == "-":
		text, err := io.ReadAll(io.LimitReader(c.InOrStdin(), maxPassword))
		n.Password = strings.TrimRight(string(text), "\r\n")
		return false, err
	case !strings.HasPrefix(n.Password, "@"):
		return false, errors.New("--password is @FILE or -: a password on the command line could be seen by others")
	}
	if n.Password, err = fromArgument(n.Password); err != nil {
		return false, fmt.Errorf("--password: %w", err)
	}
	return false, nil
}

// backupCommand copies the database of a folder.
func backupCommand() *cobra.Command {
	var data string
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the database of the data folder into a file, also while it is used",
		Long: `Backup writes what the database in the data folder has at this moment into FILE, which must not be there
yet. A server may go on serving from the folder. Keep the key with which secrets are encrypted too, at
another place: without it the backup cannot be restored. It is the file sandbank.key in the data folder,
unless SANDBANK_KEY or --key-file names another. A PostgreSQL database is backed up with its own tools.`,
		Example: "  sandbank admin backup /backup/sandbank-2026-03-01.db --data /var/lib/sandbank",
		Args:    cobra.ExactArgs(1),
		PreRunE: func(c *cobra.Command, _ []string) error { return configure(c) },
		RunE: func(c *cobra.Command, args []string) error {
			if err := store.Backup(c.Context(), data, args[0]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(c.OutOrStdout(), "%s has what is in %s; keep the key too, at another place\n", args[0], data)
			return err
		},
	}
	c.Flags().StringVar(&data, "data", "data", "the data folder")
	registerConfig(c)
	return c
}

// restoreCommand puts a backup in place.
func restoreCommand() *cobra.Command {
	keep := &keepFlags{}
	var replace bool
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the database of the data folder",
		Long: `Restore checks a backup, that it is whole, not of a later version of this program, and of the key, and puts
it into the data folder. With --replace it takes the place of a database, which is kept beside it as
sandbank.db.before. Stop the server first.`,
		Example: "  sandbank admin restore /backup/sandbank-2026-03-01.db --data /var/lib/sandbank --replace",
		Args:    cobra.ExactArgs(1),
		PreRunE: func(c *cobra.Command, _ []string) error { return configure(c) },
		RunE: func(c *cobra.Command, args []string) error {
			key, err := keep.key()
			if err != nil {
				return err
			}
			err = store.Restore(c.Context(), args[0], keep.data, key, replace)
			if errors.Is(err, store.ErrThere) {
				return fmt.Errorf("%w; --replace puts the backup in its place", err)
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(c.OutOrStdout(), "%s has what is in %s\n", keep.data, args[0])
			return err
		},
	}
	c.Flags().StringVar(&keep.data, "data", "data", "the data folder")
	c.Flags().StringVar(&keep.keyFile, "key-file", "", "the key that secrets are encrypted with (default: SANDBANK_KEY, else the file in the data folder)")
	c.Flags().BoolVar(&replace, "replace", false, "take the place of a database that is there")
	registerConfig(c)
	return c
}
