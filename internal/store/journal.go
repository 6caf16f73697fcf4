package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"
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

// linesOfStatement is how many rows one statement adds.
const linesOfStatement = 25

// lineColumns is how many values a row has.
const lineColumns = 6

// insertLines writes the statement that adds a number of rows, with placeholders that begin with a mark.
func insertLines(mark byte, rows int) string {
	b := []byte("INSERT INTO journal (sandbox, number, request, summary, detail, original) VALUES ")
	for i := range rows * lineColumns {
		switch {
		case i%lineColumns != 0:
			b = append(b, ", "...)
		case i > 0:
			b = append(b, "), ("...)
		default:
			b = append(b, '(')
		}
		b = strconv.AppendInt(append(b, mark), int64(i+1), 10)
	}
	return string(append(b, ") ON CONFLICT (sandbox, number) DO NOTHING"...))
}

// Append implements sandbox.Store. It is done behind every call of a bank's API, so its statements take values as they
// are, instead of as text within them.
func (s *Store) Append(ctx context.Context, rows []sandbox.JournalRow, most int) error {
	values, keys, err := s.lines(rows)
	if err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	err = s.again(ctx, func() error {
		return s.lightly(ctx, func(ctx context.Context, tx bun.Tx) error { return s.addLines(ctx, tx, values, keys, most) })
	})
	if err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	return nil
}

// lightly runs a transaction that outlives the process, and on SQLite not the loss of power before the next one that is
// kept against that: it does not wait for the disk. PostgreSQL is left as it is configured.
func (s *Store) lightly(ctx context.Context, do func(context.Context, bun.Tx) error) (err error) {
	if s.shared {
		return s.writes.RunInTx(ctx, nil, do)
	}
	c, err := s.writes.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	defer func() {
		// Whoever writes next must not write lightly: a connection that cannot be set back is not used again.
		if _, e := c.ExecContext(context.WithoutCancel(ctx), waitForDisk); e != nil {
			err = errors.Join(err, e, c.Raw(func(any) error { return driver.ErrBadConn }))
		}
	}()
	if _, err := c.ExecContext(ctx, goOnBeforeDisk); err != nil {
		return err
	}
	return c.RunInTx(ctx, nil, do)
}

// addLines adds rows within a transaction, and takes those away that their sandboxes have too many of.
func (s *Store) addLines(ctx context.Context, tx bun.Tx, values []any, keys []string, most int) error {
	for some := range slices.Chunk(values, linesOfStatement*lineColumns) {
		if err := s.addSome(ctx, tx, some); err != nil {
			return err
		}
	}
	for _, key := range keys {
		_, err := tx.NewRaw(`DELETE FROM journal WHERE sandbox = ? AND number <=
			(SELECT number FROM journal WHERE sandbox = ? ORDER BY number DESC LIMIT 1 OFFSET ?)`, key, key, most).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}

// addSome adds the rows of one statement. On SQLite that of the usual size stays prepared; PostgreSQL is sent it whole,
// since what stands between may hand each transaction another connection.
func (s *Store) addSome(ctx context.Context, tx bun.Tx, values []any) (err error) {
	rows := len(values) / lineColumns
	switch {
	case s.shared:
		_, err = tx.Tx.ExecContext(ctx, insertLines('$', rows), append([]any{pgx.QueryExecModeExec}, values...)...)
	case rows == linesOfStatement:
		_, err = tx.StmtContext(ctx, s.usual).ExecContext(ctx, values...)
	default:
		_, err = tx.Tx.ExecContext(ctx, insertLines('?', rows), values...)
	}
	return err
}

// lines gives the values of rows as statements take them, and the sandboxes that the rows belong to, sorted.
func (s *Store) lines(rows []sandbox.JournalRow) (values []any, keys []string, err error) {
	values = make([]any, 0, len(rows)*lineColumns)
	for i := range rows {
		r := &rows[i]
		var original any // nothing, unless it is kept
		if r.Original != nil {
			if original, err = s.key.seal(r.Original, purpose(r.Sandbox, int64(r.Number))); err != nil {
				return nil, nil, err
			}
		}
		values = append(values, r.Sandbox, int64(r.Number), r.Request, r.Summary, r.Detail, original)
		keys = append(keys, r.Sandbox)
	}
	slices.Sort(keys)
	return values, slices.Compact(keys), nil
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
