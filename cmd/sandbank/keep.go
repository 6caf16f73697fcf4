package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/internal/webhook"
)

// keepFlags say where sandboxes are kept; the zero value keeps them in memory only.
type keepFlags struct {
	data, database, keyFile string
	signing                 []byte // what signing keys are made of; nil makes new ones
}

// keyVariable names the environment variable that may hold the key.
const keyVariable = "SANDBANK_KEY"

func (f *keepFlags) register(c *cobra.Command) {
	c.Flags().StringVar(&f.data, "data", "data", "the folder where sandboxes are kept; made if it is missing")
	c.Flags().StringVar(&f.database, "database", "", "keep sandboxes in PostgreSQL instead: postgres://…, or @FILE that holds the address")
	c.Flags().StringVar(&f.keyFile, "key-file", "", "the key that secrets are encrypted with; made if the file is missing (default: SANDBANK_KEY, else a file in the data folder)")
}

// open opens what the flags name; nil is memory only.
func (f *keepFlags) open(c *cobra.Command) (*store.Store, error) {
	if f.database != "" && c.Flags().Changed("data") {
		return nil, errors.New("--data and --database name two places; sandboxes are kept in one")
	}
	key, err := f.key()
	if err != nil {
		return nil, err
	}
	switch {
	case f.database != "":
		address, err := f.address()
		if err != nil {
			return nil, err
		}
		if key == nil {
			return nil, errors.New("--database needs the key that secrets are encrypted with: name a file with --key-file, or set " + keyVariable)
		}
		s, err := store.OpenDatabase(c.Context(), address, key, store.Jittered(waitFor, rand.Int64N))
		if err != nil {
			return nil, fmt.Errorf("--database: %w", err)
		}
		return s, nil
	case f.data != "":
		s, err := store.OpenFolder(c.Context(), f.data, key)
		if err != nil {
			return nil, fmt.Errorf("--data: %w", err)
		}
		return s, nil
	case c.Flags().Lookup("data") != nil:
		return nil, errors.New("--data is empty; name a folder, or use 'sandbank mock' to keep nothing")
	}
	return nil, nil
}

// waitFor lets real time pass. It fails when the context ends first.
func waitFor(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// key gives the key that is named; nil when none is.
func (f *keepFlags) key() (*store.Key, error) {
	if f.keyFile != "" {
		k, err := store.KeyFile(f.keyFile)
		if err != nil {
			return nil, fmt.Errorf("--key-file: %w", err)
		}
		return k, nil
	}
	text := os.Getenv(keyVariable)
	if text == "" || f.data == "" && f.database == "" {
		return nil, nil
	}
	k, err := store.ParseKey(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", keyVariable, err)
	}
	return k, nil
}

// remember takes from the store what chance would else decide anew: the seed and the secret of callbacks, where the
// flags do not say them, and what signing keys are made of.
func (f *serveFlags) remember(c *cobra.Command, s *store.Store) (err error) {
	defer func() {
		if errors.Is(err, store.ErrKey) {
			err = fmt.Errorf("%w; start with the key that it was written with: --key-file, %s, or the file in the data folder", err, keyVariable)
		}
	}()
	if !c.Flags().Changed("seed") {
		seed, err := s.Secret(c.Context(), "seed", 8)
		if err != nil {
			return err
		}
		f.seed = binary.BigEndian.Uint64(seed)
	}
	if f.callbacks.secret == "" {
		secret, err := s.Secret(c.Context(), "callbacks", 32)
		if err != nil {
			return err
		}
		if f.callbacks.secret, err = webhook.NewSecret(bytes.NewReader(secret)); err != nil {
			return err
		}
	}
	f.keep.signing, err = s.Secret(c.Context(), "signing keys", token.MaterialSize)
	return err
}

// signingKeys gives the keys that tokens are signed with.
func (f *keepFlags) signingKeys() (*token.Keys, error) {
	if f.signing != nil {
		return token.KeysOf(f.signing)
	}
	return token.NewKeys()
}

// address gives the address of the database, which may hold a password and then better stands in a file.
func (f *keepFlags) address() (string, error) {
	address := f.database
	if file, ok := strings.CutPrefix(address, "@"); ok {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("--database: %w", err)
		}
		address = strings.TrimSpace(string(text))
	}
	if !strings.HasPrefix(address, "postgres://") && !strings.HasPrefix(address, "postgresql://") {
		return "", errors.New("--database is no address of a PostgreSQL database, such as postgres://user@host:5432/name")
	}
	return address, nil
}

// where says for people where sandboxes are kept; "" is memory only.
func (f *keepFlags) where() string {
	switch {
	case f.database != "":
		return "kept in the PostgreSQL database"
	case f.data != "":
		return "kept in " + f.data
	}
	return ""
}
