package store

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// invitations is a portal.Invitations.
type invitations struct{ db bun.IDB }

// Invitation implements portal.Invitations.
func (i invitations) Invitation(ctx context.Context, id string) (portal.Invitation, error) {
	return readBody[portal.Invitation](ctx, i.db.NewRaw("SELECT body FROM invitations WHERE id = ?", id), "an invitation")
}

// Invitations implements portal.Invitations.
func (i invitations) Invitations(ctx context.Context, f portal.InvitationFilter) ([]portal.Invitation, error) {
	var c conditions
	c.add("organisation = ?", f.Organisation)
	c.equal("email_key", f.EmailKey)
	switch f.State {
	case portal.InvitationOpen:
		c.add("state = ? AND expires_at > ?", portal.InvitationOpen, micros(f.Now))
	case portal.InvitationExpired:
		c.add("state = ? AND expires_at <= ?", portal.InvitationOpen, micros(f.Now))
	default:
		c.equal("state", string(f.State))
	}
	c.before(f.After)
	q := i.db.NewRaw("SELECT body FROM invitations"+c.where()+" ORDER BY at DESC, id DESC"+limited(f.Limit), c.values...)
	return readBodies[portal.Invitation](ctx, q, "invitations")
}

// InsertInvitation implements portal.Invitations.
func (i invitations) InsertInvitation(ctx context.Context, v portal.Invitation) error {
	return put(ctx, i.db.NewRaw(`INSERT INTO invitations (id, organisation, email_key, state, at, expires_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO NOTHING`, v.ID, v.Organisation, v.EmailKey, v.State, micros(v.CreatedAt), micros(v.ExpiresAt), bodyOf(v)), "an invitation")
}

// UpdateInvitation implements portal.Invitations.
func (i invitations) UpdateInvitation(ctx context.Context, v portal.Invitation) error {
	_, err := i.db.NewRaw("UPDATE invitations SET state = ?, expires_at = ?, body = ? WHERE id = ?", v.State, micros(v.ExpiresAt), bodyOf(v), v.ID).Exec(ctx)
	return done(err, "change an invitation")
}

// tickets is a portal.Tickets.
type tickets struct{ db bun.IDB }

type ticketRow struct {
	Digest, Purpose, Subject, Email string
	CreatedAt, ExpiresAt            int64
}

// Ticket implements portal.Tickets.
func (t tickets) Ticket(ctx context.Context, digest string) (portal.Ticket, error) {
	var row ticketRow
	err := t.db.NewRaw("SELECT digest, purpose, subject, email, created_at, expires_at FROM tickets WHERE digest = ?", digest).Scan(ctx, &row)
	if err := found(err, "a link"); err != nil {
		return portal.Ticket{}, err
	}
	return portal.Ticket{Digest: row.Digest, Purpose: portal.TicketPurpose(row.Purpose), Subject: row.Subject, Email: row.Email,
		CreatedAt: fromMicros(row.CreatedAt), ExpiresAt: fromMicros(row.ExpiresAt)}, nil
}

// InsertTicket implements portal.Tickets.
func (t tickets) InsertTicket(ctx context.Context, v portal.Ticket) error {
	return put(ctx, t.db.NewRaw("INSERT INTO tickets (digest, purpose, subject, email, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		v.Digest, v.Purpose, v.Subject, v.Email, micros(v.CreatedAt), micros(v.ExpiresAt)), "a link")
}

// DeleteTickets implements portal.Tickets.
func (t tickets) DeleteTickets(ctx context.Context, purpose portal.TicketPurpose, subject string) error {
	var c conditions
	c.add("subject = ?", subject)
	c.equal("purpose", string(purpose))
	_, err := t.db.NewRaw("DELETE FROM tickets"+c.where(), c.values...).Exec(ctx)
	return done(err, "take away links")
}

// DeleteExpiredTickets implements portal.Tickets.
func (t tickets) DeleteExpiredTickets(ctx context.Context, by time.Time) error {
	_, err := t.db.NewRaw("DELETE FROM tickets WHERE expires_at <= ?", micros(by)).Exec(ctx)
	return done(err, "clear expired links")
}

// attempts is a portal.Attempts.
type attempts struct{ db bun.IDB }

// InsertAttempt implements portal.Attempts.
func (a attempts) InsertAttempt(ctx context.Context, id, kind, subject string, at time.Time) error {
	_, err := a.db.NewRaw("INSERT INTO attempts (id, kind, subject, at) VALUES (?, ?, ?, ?)", id, kind, subject, micros(at)).Exec(ctx)
	return done(err, "note an attempt")
}

// AttemptsSince implements portal.Attempts.
func (a attempts) AttemptsSince(ctx context.Context, kind, subject string, after time.Time) (int, time.Time, error) {
	var row struct{ N, First int64 }
	err := a.db.NewRaw("SELECT COUNT(*) AS n, COALESCE(MIN(at), 0) AS first FROM attempts WHERE kind = ? AND subject = ? AND at > ?",
		kind, subject, micros(after)).Scan(ctx, &row)
	return int(row.N), fromMicros(row.First), done(err, "count attempts")
}

// DeleteAttempt implements portal.Attempts.
func (a attempts) DeleteAttempt(ctx context.Context, id string) error {
	_, err := a.db.NewRaw("DELETE FROM attempts WHERE id = ?", id).Exec(ctx)
	return done(err, "forget an attempt")
}

// DeleteAttempts implements portal.Attempts.
func (a attempts) DeleteAttempts(ctx context.Context, kind, subject string) error {
	_, err := a.db.NewRaw("DELETE FROM attempts WHERE kind = ? AND subject = ?", kind, subject).Exec(ctx)
	return done(err, "forget attempts")
}

// DeleteAttemptsBefore implements portal.Attempts.
func (a attempts) DeleteAttemptsBefore(ctx context.Context, before time.Time) error {
	_, err := a.db.NewRaw("DELETE FROM attempts WHERE at < ?", micros(before)).Exec(ctx)
	return done(err, "clear attempts")
}
