package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/portal"
)

// Gate keeps what the gate in front of the bank's APIs counts, and what access tokens are signed and revoked with.
type Gate struct{ store *Store }

var (
	_ gate.Store  = Gate{}
	_ oauth.Store = Gate{}

	_ portal.UsageSink = Gate{}
)

// Gate gives what keeps the gate.
func (s *Store) Gate() Gate { return Gate{s} }

// Shared implements gate.Ledger.
func (g Gate) Shared() bool { return g.store.shared }

// tally is a row of tallies.
type tally struct{ Version, Day, InDay, Hour, InHour, Second, InSecond int64 }

// Tally implements gate.Ledger.
func (g Gate) Tally(ctx context.Context, subject string) (gate.Tally, error) {
	var t tally
	err := g.store.reads.NewRaw("SELECT version, day, in_day, hour, in_hour, second, in_second FROM tallies WHERE subject = ?", subject).Scan(ctx, &t)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return gate.Tally{}, fmt.Errorf("read a tally: %w", err)
	}
	return gate.Tally{
		Windows: gate.Windows{Day: t.Day, Hour: t.Hour, Second: t.Second},
		InDay:   t.InDay, InHour: t.InHour, InSecond: t.InSecond, Version: t.Version,
	}, nil
}

// PutTally implements gate.Ledger.
func (g Gate) PutTally(ctx context.Context, subject string, t gate.Tally) (bool, error) {
	put := g.store.writes.NewRaw(`UPDATE tallies SET version = ?, day = ?, in_day = ?, hour = ?, in_hour = ?, second = ?, in_second = ?
		WHERE subject = ? AND version = ?`, t.Version, t.Day, t.InDay, t.Hour, t.InHour, t.Second, t.InSecond, subject, t.Version-1)
	if t.Version == 1 {
		put = g.store.writes.NewRaw(`INSERT INTO tallies (subject, version, day, in_day, hour, in_hour, second, in_second)
			VALUES (?, 1, ?, ?, ?, ?, ?, ?) ON CONFLICT (subject) DO NOTHING`, subject, t.Day, t.InDay, t.Hour, t.InHour, t.Second, t.InSecond)
	}
	r, err := put.Exec(ctx)
	if g.store.refused(err) {
		return false, nil // another came before
	}
	if err != nil {
		return false, fmt.Errorf("write a tally: %w", told(err))
	}
	n, err := r.RowsAffected()
	if err != nil {
		return false, fmt.Errorf("write a tally: %w", err)
	}
	return n == 1, nil
}

// editionSlots is over how many rows changes are counted.
const editionSlots = 64

// Edition implements gate.Store.
func (g Gate) Edition(ctx context.Context) (int64, error) {
	var edition int64
	if err := g.store.reads.NewRaw("SELECT CAST(COALESCE(SUM(edition), 0) AS BIGINT) FROM editions").Scan(ctx, &edition); err != nil {
		return 0, fmt.Errorf("ask for changes: %w", err)
	}
	return edition, nil
}

// Changes implements gate.Store.
func (g Gate) Changes() uint64 { return g.store.changes.Load() }

// noteChange counts a change of the portal in its transaction, so that gates see it.
func (s *Store) noteChange(ctx context.Context, tx bun.IDB) error {
	slot := int64(s.slot.Add(1) % editionSlots)
	_, err := tx.NewRaw("INSERT INTO editions (slot, edition) VALUES (?, 1) ON CONFLICT (slot) DO UPDATE SET edition = editions.edition + 1", slot).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note a change: %w", err)
	}
	return nil
}

// AddUsage implements portal.UsageSink. It is no change that gates would have to notice.
func (g Gate) AddUsage(ctx context.Context, list []portal.Usage) error {
	err := Portal(g).update(ctx, func(ctx context.Context, tx bun.Tx) error { return usage{db: tx}.add(ctx, list) })
	if err != nil {
		return fmt.Errorf("keep what was counted: %w", err)
	}
	return nil
}

// TokenKey implements oauth.Store.
func (g Gate) TokenKey(ctx context.Context, period int64, made []byte) ([]byte, error) {
	s, purpose := g.store, fmt.Sprintf("token key %d", period)
	read := func() (kept []byte, err error) {
		var sealed []byte
		if err := s.reads.NewRaw("SELECT sealed FROM token_keys WHERE period = ?", period).Scan(ctx, &sealed); err != nil {
			return nil, err
		}
		return s.key.open(sealed, purpose)
	}
	kept, err := read()
	if errors.Is(err, sql.ErrNoRows) {
		if made == nil {
			return nil, nil
		}
		sealed, err := s.key.seal(made, purpose)
		if err != nil {
			return nil, err
		}
		if _, err := s.writes.NewRaw("INSERT INTO token_keys (period, sealed) VALUES (?, ?) ON CONFLICT (period) DO NOTHING", period, sealed).Exec(ctx); err != nil {
			return nil, fmt.Errorf("keep a key of tokens: %w", told(err))
		}
		kept, err = read()
		if err != nil {
			return nil, fmt.Errorf("read a key of tokens: %w", err)
		}
		return kept, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read a key of tokens: %w", err)
	}
	return kept, nil
}

// Revoke implements oauth.Store.
func (g Gate) Revoke(ctx context.Context, id string, until time.Time) error {
	s := g.store
	err := s.transact(ctx, false, func(ctx context.Context, db bun.IDB) error {
		if _, err := db.NewRaw("INSERT INTO revocations (token, until) VALUES (?, ?) ON CONFLICT (token) DO NOTHING", id, micros(until)).Exec(ctx); err != nil {
			return err
		}
		return s.noteChange(ctx, db)
	})
	if err != nil {
		return fmt.Errorf("revoke a token: %w", err)
	}
	s.changes.Add(1)
	return nil
}

// Revoked implements oauth.Store.
func (g Gate) Revoked(ctx context.Context, id string) (bool, error) {
	var n int64
	if err := g.store.reads.NewRaw("SELECT COUNT(*) FROM revocations WHERE token = ?", id).Scan(ctx, &n); err != nil {
		return false, fmt.Errorf("ask whether a token was revoked: %w", err)
	}
	return n > 0, nil
}

// Sweep implements oauth.Store.
func (g Gate) Sweep(ctx context.Context, now time.Time, period int64) error {
	if _, err := g.store.writes.NewRaw("DELETE FROM revocations WHERE until <= ?", micros(now)).Exec(ctx); err != nil {
		return fmt.Errorf("clear old revocations: %w", err)
	}
	if _, err := g.store.writes.NewRaw("DELETE FROM token_keys WHERE period < ?", period).Exec(ctx); err != nil {
		return fmt.Errorf("clear old keys of tokens: %w", err)
	}
	return nil
}
