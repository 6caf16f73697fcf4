package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// claims is a portal.Claims.
type claims struct{ db bun.IDB }

type claimRow struct {
	Name, Print, State, Answer string
	ExpiresAt                  int64
}

// Claim implements portal.Claims.
func (c claims) Claim(ctx context.Context, name string) (portal.Claim, error) {
	var row claimRow
	err := c.db.NewRaw("SELECT name, print, state, answer, expires_at FROM portal_answers WHERE name = ?", name).Scan(ctx, &row)
	if err := found(err, "a claim"); err != nil {
		return portal.Claim{}, err
	}
	return portal.Claim{Name: row.Name, Print: row.Print, State: portal.ClaimState(row.State), Answer: row.Answer, ExpiresAt: fromMicros(row.ExpiresAt)}, nil
}

// PutClaim implements portal.Claims.
func (c claims) PutClaim(ctx context.Context, v portal.Claim) error {
	_, err := c.db.NewRaw(`INSERT INTO portal_answers (name, print, state, answer, expires_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (name) DO UPDATE SET print = excluded.print, state = excluded.state, answer = excluded.answer, expires_at = excluded.expires_at`,
		v.Name, v.Print, v.State, v.Answer, micros(v.ExpiresAt)).Exec(ctx)
	return done(err, "keep a claim")
}

// MarkClaim implements portal.Claims.
func (c claims) MarkClaim(ctx context.Context, name string, until time.Time) error {
	_, err := c.db.NewRaw("UPDATE portal_answers SET state = ?, expires_at = ? WHERE name = ? AND state = ?",
		portal.ClaimDone, micros(until), name, portal.ClaimRunning).Exec(ctx)
	return done(err, "note that a claimed request is done")
}

// DeleteClaim implements portal.Claims.
func (c claims) DeleteClaim(ctx context.Context, name string) error {
	_, err := c.db.NewRaw("DELETE FROM portal_answers WHERE name = ?", name).Exec(ctx)
	return done(err, "give a claim back")
}

// DeleteClaims implements portal.Claims.
func (c claims) DeleteClaims(ctx context.Context, by time.Time) error {
	_, err := c.db.NewRaw("DELETE FROM portal_answers WHERE expires_at <= ?", micros(by)).Exec(ctx)
	return done(err, "clear claims")
}
