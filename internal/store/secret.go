package store

import (
	"context"
	"crypto/rand"
	"fmt"
)

// Secret gives the secret of a name, size bytes that are made at random when they are first asked for and are the same
// for every process from then on. The error wraps ErrKey when they were sealed with another key.
func (s *Store) Secret(ctx context.Context, name string, size int) ([]byte, error) {
	made := make([]byte, size)
	if _, err := rand.Read(made); err != nil {
		return nil, fmt.Errorf("make secret %q: %w", name, err)
	}
	purpose := "secret " + name
	sealed, err := s.key.seal(made, purpose)
	if err != nil {
		return nil, err
	}
	if _, err := s.writes.NewRaw("INSERT INTO secrets (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", name, sealed).Exec(ctx); err != nil {
		return nil, fmt.Errorf("keep secret %q: %w", name, err)
	}
	if err := s.reads.NewRaw("SELECT sealed FROM secrets WHERE name = ?", name).Scan(ctx, &sealed); err != nil {
		return nil, fmt.Errorf("read secret %q: %w", name, err)
	}
	kept, err := s.key.open(sealed, purpose)
	if err != nil {
		return nil, fmt.Errorf("read secret %q: %w", name, err)
	}
	if len(kept) != size {
		return nil, fmt.Errorf("secret %q has %d bytes and needs %d", name, len(kept), size)
	}
	return kept, nil
}
