package store

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// bankBook is a portal.BankBook.
type bankBook struct{ db bun.IDB }

// BankSettings implements portal.BankBook.
func (b bankBook) BankSettings(ctx context.Context) (portal.BankSettings, error) {
	return readBody[portal.BankSettings](ctx, b.db.NewRaw("SELECT body FROM settings WHERE id = 1"), "the settings")
}

// PutBankSettings implements portal.BankBook.
func (b bankBook) PutBankSettings(ctx context.Context, v portal.BankSettings) error {
	r, err := b.db.NewRaw(`INSERT INTO settings (id, version, body) VALUES (1, ?, ?)
		ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body WHERE settings.version = ?`,
		v.Version, bodyOf(v), v.Version-1).Exec(ctx)
	return changed(r, err, "the settings")
}

// agreements is a portal.Agreements.
type agreements struct{ db bun.IDB }

type agreementRow struct {
	WithdrawnAt int64
	Body        string
}

// AgreementVersions implements portal.Agreements.
func (a agreements) AgreementVersions(ctx context.Context, name string) ([]portal.Agreement, error) {
	var c conditions
	c.equal("name", name)
	var rows []agreementRow
	err := a.db.NewRaw("SELECT withdrawn_at, body FROM agreements"+c.where()+" ORDER BY name, number", c.values...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("list agreements: %w", err)
	}
	list := make([]portal.Agreement, len(rows))
	for i, row := range rows {
		if list[i], err = fromBody[portal.Agreement](row.Body, "an agreement"); err != nil {
			return nil, err
		}
		list[i].WithdrawnAt = fromMicros(row.WithdrawnAt)
	}
	return list, nil
}

// InsertAgreement implements portal.Agreements.
func (a agreements) InsertAgreement(ctx context.Context, v portal.Agreement) error {
	return put(ctx, a.db.NewRaw("INSERT INTO agreements (name, number, withdrawn_at, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
		v.Name, v.Number, micros(v.WithdrawnAt), bodyOf(v)), "an agreement")
}

// WithdrawAgreement implements portal.Agreements.
func (a agreements) WithdrawAgreement(ctx context.Context, name string, at time.Time) error {
	_, err := a.db.NewRaw("UPDATE agreements SET withdrawn_at = ? WHERE name = ?", micros(at), name).Exec(ctx)
	return done(err, "withdraw an agreement")
}

// InsertAgreementRecord implements portal.Agreements.
func (a agreements) InsertAgreementRecord(ctx context.Context, r portal.AgreementRecord) error {
	return put(ctx, a.db.NewRaw("INSERT INTO agreement_records (id, organisation, at, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
		r.ID, r.Organisation, micros(r.AcceptedAt), bodyOf(r)), "the record of an agreement")
}

// AgreementRecords implements portal.Agreements.
func (a agreements) AgreementRecords(ctx context.Context, organisation string, after portal.Place, limit int) ([]portal.AgreementRecord, error) {
	var c conditions
	c.add("organisation = ?", organisation)
	c.before(after)
	q := a.db.NewRaw("SELECT body FROM agreement_records"+c.where()+" ORDER BY at DESC, id DESC"+limited(limit), c.values...)
	return readBodies[portal.AgreementRecord](ctx, q, "records of agreements")
}

// outbox is a portal.Outbox.
type outbox struct{ db bun.IDB }

// InsertMessage implements portal.Outbox.
func (o outbox) InsertMessage(ctx context.Context, m portal.Message) error {
	return put(ctx, o.db.NewRaw("INSERT INTO messages (id, recipient, state, at, next_at, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		m.ID, folded(m.To), m.State, micros(m.CreatedAt), micros(m.NextAt), bodyOf(m)), "a mail")
}

// UpdateMessage implements portal.Outbox.
func (o outbox) UpdateMessage(ctx context.Context, m portal.Message) error {
	_, err := o.db.NewRaw("UPDATE messages SET state = ?, next_at = ?, body = ? WHERE id = ?", m.State, micros(m.NextAt), bodyOf(m), m.ID).Exec(ctx)
	return done(err, "change a mail")
}

// Message implements portal.Outbox.
func (o outbox) Message(ctx context.Context, id string) (portal.Message, error) {
	return readBody[portal.Message](ctx, o.db.NewRaw("SELECT body FROM messages WHERE id = ?", id), "a mail")
}

// Messages implements portal.Outbox.
func (o outbox) Messages(ctx context.Context, f portal.MessageFilter) ([]portal.Message, error) {
	var c conditions
	c.add("recipient <> ''")
	c.equal("recipient", folded(f.To))
	c.equal("state", string(f.State))
	c.before(f.After)
	q := o.db.NewRaw("SELECT body FROM messages"+c.where()+" ORDER BY at DESC, id DESC"+limited(f.Limit), c.values...)
	return readBodies[portal.Message](ctx, q, "mails")
}

// DueMessages implements portal.Outbox.
func (o outbox) DueMessages(ctx context.Context, now time.Time, limit int) ([]portal.Message, error) {
	q := o.db.NewRaw("SELECT body FROM messages WHERE state = ? AND next_at <= ? ORDER BY next_at, id"+limited(limit), portal.MessageQueued, micros(now))
	return readBodies[portal.Message](ctx, q, "mails")
}

// DeleteMessages implements portal.Outbox.
func (o outbox) DeleteMessages(ctx context.Context, before time.Time) error {
	_, err := o.db.NewRaw("DELETE FROM messages WHERE at < ?", micros(before)).Exec(ctx)
	return done(err, "clear mails")
}
