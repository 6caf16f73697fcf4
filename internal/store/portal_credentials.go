package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// credentialRow is a row of credentials.
type credentialRow struct {
	bun.BaseModel `bun:"table:credentials"`

	ID, Application              string
	SealedKey, KeyDigest         string
	SealedSecret, SecretDigest   string
	SealedHash, HashDigest       string
	CreatedAt, EndsAt, RevokedAt int64
}

func rowOfCredential(c portal.Credential) *credentialRow {
	return &credentialRow{
		ID: c.ID, Application: c.Application, SealedKey: c.Key, KeyDigest: c.KeyDigest, SealedSecret: c.Secret, SecretDigest: c.SecretDigest,
		SealedHash: c.ServerHash, HashDigest: c.ServerHashDigest, CreatedAt: micros(c.CreatedAt), EndsAt: micros(c.EndsAt), RevokedAt: micros(c.RevokedAt),
	}
}

func (r *credentialRow) credential() portal.Credential {
	return portal.Credential{
		ID: r.ID, Application: r.Application, Key: r.SealedKey, KeyDigest: r.KeyDigest, Secret: r.SealedSecret, SecretDigest: r.SecretDigest,
		ServerHash: r.SealedHash, ServerHashDigest: r.HashDigest, CreatedAt: fromMicros(r.CreatedAt), EndsAt: fromMicros(r.EndsAt), RevokedAt: fromMicros(r.RevokedAt),
	}
}

// CredentialsOf implements portal.Applications.
func (a applications) CredentialsOf(ctx context.Context, ids ...string) ([]portal.Credential, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []credentialRow
	err := a.db.NewSelect().Model(&rows).Where("application IN (?)", bun.List(ids)).Order("created_at DESC", "id DESC").Scan(ctx)
	if err != nil {
		return nil, done(err, "list credentials")
	}
	list := make([]portal.Credential, len(rows))
	for i := range rows {
		list[i] = rows[i].credential()
	}
	return list, nil
}

// CredentialByKey implements portal.Applications.
func (a applications) CredentialByKey(ctx context.Context, keyDigest string) (portal.Credential, error) {
	var row credentialRow
	err := a.db.NewSelect().Model(&row).Where("key_digest = ?", keyDigest).Scan(ctx)
	if err := found(err, "a credential"); err != nil {
		return portal.Credential{}, err
	}
	return row.credential(), nil
}

// InsertCredential implements portal.Applications.
func (a applications) InsertCredential(ctx context.Context, c portal.Credential) error {
	return added(a.db.NewInsert().Model(rowOfCredential(c)).On("CONFLICT DO NOTHING").Exec(ctx))("add a credential")
}

// UpdateCredential implements portal.Applications.
func (a applications) UpdateCredential(ctx context.Context, c portal.Credential) error {
	_, err := a.db.NewUpdate().Model(rowOfCredential(c)).Where("id = ?", c.ID).Exec(ctx)
	return done(err, "change a credential")
}

// added gives a function that says what was attempted when an insert has failed; ErrTaken when it met another row.
func added(r sql.Result, err error) func(what string) error {
	return func(what string) error {
		var n int64
		if err == nil {
			n, err = r.RowsAffected()
		}
		if err == nil && n == 0 {
			return portal.ErrTaken
		}
		return done(err, what)
	}
}

// containing is what LIKE takes, with ! for ESCAPE, for texts that hold another one.
func containing(text string) string {
	return "%" + strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(text) + "%"
}
