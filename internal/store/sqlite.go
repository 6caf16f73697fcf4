package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Names of the files in the data folder.
const (
	dataFile = "sandbank.db"
	lockFile = "sandbank.lock"
	keyFile  = "sandbank.key"
)

// In WAL mode a commit waits for the disk or goes on before: it then outlives the process, and the loss of power once a
// later one has waited.
const (
	waitForDisk    = "PRAGMA synchronous = FULL"
	goOnBeforeDisk = "PRAGMA synchronous = NORMAL"
)

// readers is how many connections read beside the one that writes.
const readers = 4

// OpenFolder opens the database in a folder, making both where they are missing; what it makes belongs to this user
// alone. key is what secrets are encrypted with; nil is the key in a file of the folder, which is made, too. One process at a time may have a folder open: it fails while another one has.
func OpenFolder(ctx context.Context, folder string, key *Key) (s *Store, err error) {
	folder, err = filepath.Abs(folder)
	if err != nil {
		return nil, fmt.Errorf("open the data folder: %w", err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	s = &Store{refused: func(error) bool { return false }}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
			s = nil
		}
	}()
	if err := s.lock(ctx, folder); err != nil {
		return s, err
	}
	if s.key = key; key == nil {
		if s.key, err = KeyFile(filepath.Join(folder, keyFile)); err != nil {
			return s, err
		}
	}
	file := filepath.Join(folder, dataFile)
	if err := private(file); err != nil {
		return s, err
	}
	// A commit is answered once it is on the disk: in WAL mode that is synchronous=FULL.
	const both = "_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=foreign_keys(1)"
	writes, err := s.connect(file, both+"&_pragma=synchronous(FULL)&_txlock=immediate", 1)
	if err != nil {
		return s, err
	}
	if err := migrate(ctx, writes, goose.DialectSQLite3, "sqlite"); err != nil {
		return s, fmt.Errorf("%s: %w", file, err)
	}
	if s.usual, err = writes.PrepareContext(ctx, insertLines('?', linesOfStatement)); err != nil {
		return s, fmt.Errorf("%s: %w", file, err)
	}
	reads, err := s.connect(file, both+"&_pragma=query_only(1)", readers)
	if err != nil {
		return s, err
	}
	s.writes, s.reads = bun.NewDB(writes, sqliteDialect{sqlitedialect.New()}), bun.NewDB(reads, sqliteDialect{sqlitedialect.New()})
	return s, nil
}

// connect gives connections to a file. They are closed with the store.
func (s *Store) connect(file, parameters string, most int) (*sql.DB, error) {
	name := (&url.URL{Scheme: "file", Path: filepath.ToSlash(file), RawQuery: parameters}).String()
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	s.close = append(s.close, db.Close)
	return db, nil
}

// private makes a file that this user alone may read, if it is not there.
func private(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("open the database: %w", err)
	}
	return f.Close()
}

// lock keeps other processes from opening the folder as long as this one lives: it has an exclusive transaction in a
// database of its own, whose lock the system lifts when the process ends, however it ends.
func (s *Store) lock(ctx context.Context, folder string) error {
	file := filepath.Join(folder, lockFile)
	if err := private(file); err != nil {
		return err
	}
	db, err := s.connect(file, "_pragma=busy_timeout(2000)&_txlock=exclusive", 1)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(context.WithoutCancel(ctx), nil)
	var refused *sqlite.Error
	if errors.As(err, &refused) && refused.Code()&0xff == sqlite3.SQLITE_BUSY {
		return fmt.Errorf("another process serves from %s; one at a time can (several share a PostgreSQL database)", folder)
	}
	if err != nil {
		return fmt.Errorf("lock the data folder: %w", err)
	}
	s.close = append(s.close, tx.Rollback)
	return nil
}
