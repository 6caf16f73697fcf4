package store

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// sessions is a portal.Sessions.
type sessions struct{ db bun.IDB }

type sessionRow struct {
	Digest       string
	Data         []byte
	EndsAt, Used int64
}

// Session implements portal.Sessions.
func (s sessions) Session(ctx context.Context, digest string) (portal.Session, error) {
	var row sessionRow
	err := s.db.NewRaw("SELECT digest, data, ends_at, used FROM sessions WHERE digest = ?", digest).Scan(ctx, &row)
	if err := found(err, "a session"); err != nil {
		return portal.Session{}, err
	}
	return portal.Session{Digest: row.Digest, Data: row.Data, EndsAt: fromMicros(row.EndsAt), UsedAt: fromMicros(row.Used)}, nil
}

// PutSession implements portal.Sessions.
func (s sessions) PutSession(ctx context.Context, p portal.Session) error {
	_, err := s.db.NewRaw(`INSERT INTO sessions (digest, data, ends_at, used) VALUES (?, ?, ?, ?)
		ON CONFLICT (digest) DO UPDATE SET data = excluded.data, ends_at = excluded.ends_at, used = excluded.used`,
		p.Digest, p.Data, micros(p.EndsAt), micros(p.UsedAt)).Exec(ctx)
	return done(err, "keep a session")
}

// UseSession implements portal.Sessions.
func (s sessions) UseSession(ctx context.Context, digest string, at time.Time) error {
	_, err := s.db.NewRaw("UPDATE sessions SET used = ? WHERE digest = ? AND used < ?", micros(at), digest, micros(at)).Exec(ctx)
	return done(err, "note the use of a session")
}

// DeleteSession implements portal.Sessions.
func (s sessions) DeleteSession(ctx context.Context, digest string) error {
	_, err := s.db.NewRaw("DELETE FROM sessions WHERE digest = ?", digest).Exec(ctx)
	return done(err, "end a session")
}

// DeleteSessions implements portal.Sessions.
func (s sessions) DeleteSessions(ctx context.Context, ended, used time.Time) error {
	_, err := s.db.NewRaw("DELETE FROM sessions WHERE ends_at <= ? OR used <= ?", micros(ended), micros(used)).Exec(ctx)
	return done(err, "clear sessions that have ended")
}

// done says what was attempted when a statement has failed.
func done(err error, what string) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
