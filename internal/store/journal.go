package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/sandbox"
)

// line is a row of the journal.
type line struct {
	bun.BaseModel `bun:"table:journal"`

	Sandbox  string
	Number   int64
	Request  string
	Summary  []byte
	Detail   []byte
	Original []byte // encrypted
}

// purpose binds an original to its place.
func purpose(key string, number int64) string {
	return "journal " + strconv.FormatInt(number, 10) + " " + key
}

// Append implements sandbox.Store.
func (s *Store) Append(ctx context.Context, rows []sandbox.JournalRow, most int) error {
	if len(rows) == 0 {
		return nil
	}
	lines := make([]line, len(rows))
	touched := map[string]bool{}
	for i, r := range rows {
		lines[i] = line{Sandbox: r.Sandbox, Number: int64(r.Number), Request: r.Request, Summary: r.Summary, Detail: r.Detail}
		touched[r.Sandbox] = true
		if r.Original == nil {
			continue
		}
		var err error
		if lines[i].Original, err = s.key.seal(r.Original, purpose(r.Sandbox, lines[i].Number)); err != nil {
			return err
		}
	}
	err := s.transact(ctx, false, func(ctx context.Context, db bun.IDB) error {
		if _, err := db.NewInsert().Model(&lines).On("CONFLICT (sandbox, number) DO NOTHING").Exec(ctx); err != nil {
			return err
		}
		for _, key := range slices.Sorted(maps.Keys(touched)) {
			_, err := db.NewRaw(`DELETE FROM journal WHERE sandbox = ? AND number <
				(SELECT MIN(number) FROM (SELECT number FROM journal WHERE sandbox = ? ORDER BY number DESC LIMIT ?) AS latest)`, key, key, most).Exec(ctx)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	return nil
}

// Journal implements sandbox.Store.
func (s *Store) Journal(ctx context.Context, key string, q sandbox.JournalQuery) ([]sandbox.JournalRow, error) {
	var lines []line
	query := s.reads.NewSelect().Model(&lines).Column("number", "request", "summary").Where("sandbox = ?", key).Order("number DESC")
	if q.Detail {
		query.Column("detail")
	}
	if q.Original {
		query.Column("original")
	}
	if q.Number > 0 {
		query.Where("number = ?", int64(q.Number))
	}
	if q.Below > 0 {
		query.Where("number < ?", int64(q.Below))
	}
	if q.Request != "" {
		query.Where("request = ?", q.Request)
	}
	if q.Most > 0 {
		query.Limit(int64(q.Most))
	}
	if err := query.Scan(ctx); err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	out := make([]sandbox.JournalRow, len(lines))
	for i, l := range lines {
		out[i] = sandbox.JournalRow{Sandbox: key, Number: uint64(l.Number), Request: l.Request, Summary: l.Summary, Detail: l.Detail}
		if len(l.Original) == 0 {
			continue
		}
		var err error
		if out[i].Original, err = s.key.open(l.Original, purpose(key, l.Number)); err != nil {
			return nil, fmt.Errorf("read the journal: %w", err)
		}
	}
	return out, nil
}

// ClearJournal implements sandbox.Store.
func (s *Store) ClearJournal(ctx context.Context, key string) error {
	if _, err := s.writes.NewRaw("DELETE FROM journal WHERE sandbox = ?", key).Exec(ctx); err != nil {
		return fmt.Errorf("clear the journal: %w", err)
	}
	return nil
}
