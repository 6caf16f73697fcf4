// Package store keeps sandboxes in a database: SQLite in a folder of this machine, for one process, or PostgreSQL for
// any number of processes. It is the only package that knows SQL, and it knows nothing of what it keeps.
//
// Both engines run the same statements, which stay within what engines that speak PostgreSQL's protocol take: no
// advisory locks, no notifications, no procedures. A transaction that the engine could not fit in with others is tried
// again. What Save has answered is on the disk.
package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/sandbox"
)

// Store is a sandbox.Store in a database. It is safe for concurrent use.
type Store struct {
	// reads and writes are the same for an engine that takes many writers.
	reads, writes *bun.DB
	shared        bool
	key           *Key
	// changes counts what this process has changed of the portal; slot is where the next change is noted.
	changes, slot atomic.Uint64
	// usual adds as many rows of journals as most statements do, for an engine with one connection that writes.
	usual *sql.Stmt
	// refused tells whether the engine could not fit a transaction in that has failed so; pause lets a while pass before it
	// is tried again.
	refused func(error) bool
	pause   Pause
	close   []func() error
}

var _ sandbox.Store = (*Store)(nil)

// Close ends all connections. Closing again does nothing.
func (s *Store) Close() error {
	var err error
	for _, end := range s.close {
		err = errors.Join(err, end())
	}
	s.close = nil
	return err
}

// Shared tells whether other processes may use the same database.
func (s *Store) Shared() bool { return s.shared }

// Ready fails when the database does not answer.
func (s *Store) Ready(ctx context.Context) error {
	var one int
	if err := s.reads.NewRaw("SELECT 1").Scan(ctx, &one); err != nil {
		return fmt.Errorf("ask the database: %w", err)
	}
	return nil
}

// part is one row of what is kept of a sandbox: the core, or a snapshot.
type part struct {
	Version int64 // 0 for a snapshot
	Name    string
	Body    []byte
}

// Load implements sandbox.Store. One statement reads everything, so that the parts belong together.
func (s *Store) Load(ctx context.Context, key string, known int64) (*sandbox.Kept, error) {
	var parts []part
	err := s.reads.NewRaw(`
		SELECT version, '' AS name, core AS body FROM sandboxes WHERE sandbox = ? AND version <> ?
		UNION ALL
		SELECT 0, p.name, p.body FROM snapshots AS p JOIN sandboxes AS s ON s.sandbox = p.sandbox WHERE p.sandbox = ? AND s.version <> ?`,
		key, known, key, known).Scan(ctx, &parts)
	if err != nil {
		return nil, fmt.Errorf("load a sandbox: %w", err)
	}
	var kept *sandbox.Kept
	snapshots := map[string][]byte{}
	for _, p := range parts {
		if p.Version > 0 {
			kept = &sandbox.Kept{Version: p.Version, Core: p.Body, Snapshots: snapshots}
		} else {
			snapshots[p.Name] = p.Body
		}
	}
	return kept, nil
}

// Save implements sandbox.Store.
func (s *Store) Save(ctx context.Context, key string, from int64, c *sandbox.Change) (int64, error) {
	version := from
	if c.Core != nil {
		version++
	}
	alone := len(c.Snapshots) == 0 && !c.Forget && c.Answer == nil // one statement is a transaction by itself
	err := s.transact(ctx, alone, func(ctx context.Context, db bun.IDB) error { return save(ctx, db, key, from, c) })
	switch {
	case errors.Is(err, sandbox.ErrStale), errors.Is(err, sandbox.ErrAnswered):
		return from, err
	case err != nil:
		return from, fmt.Errorf("save a sandbox: %w", err)
	}
	return version, nil
}

// save makes a change within a transaction.
func save(ctx context.Context, db bun.IDB, key string, from int64, c *sandbox.Change) error {
	if c.Core != nil {
		if err := saveCore(ctx, db, key, from, c); err != nil {
			return err
		}
		for name, body := range c.Snapshots {
			if err := saveSnapshot(ctx, db, key, name, body); err != nil {
				return err
			}
		}
	}
	if c.Forget {
		if _, err := db.NewRaw("DELETE FROM answers WHERE sandbox = ?", key).Exec(ctx); err != nil {
			return err
		}
	}
	if c.Answer != nil {
		return saveAnswer(ctx, db, key, c.Now, c.Answer)
	}
	return nil
}

func saveCore(ctx context.Context, db bun.IDB, key string, from int64, c *sandbox.Change) error {
	var wake *int64
	if !c.Wake.IsZero() {
		ms := c.Wake.UnixMilli()
		wake = &ms
	}
	put := db.NewRaw("UPDATE sandboxes SET version = ?, core = ?, wake = ? WHERE sandbox = ? AND version = ?", from+1, c.Core, wake, key, from)
	if from == 0 {
		put = db.NewRaw("INSERT INTO sandboxes (sandbox, version, core, wake) VALUES (?, 1, ?, ?) ON CONFLICT (sandbox) DO NOTHING", key, c.Core, wake)
	}
	return one(put.Exec(ctx))(sandbox.ErrStale)
}

func saveSnapshot(ctx context.Context, db bun.IDB, key, name string, body []byte) error {
	var err error
	if body == nil {
		_, err = db.NewRaw("DELETE FROM snapshots WHERE sandbox = ? AND name = ?", key, name).Exec(ctx)
	} else {
		_, err = db.NewRaw(`INSERT INTO snapshots (sandbox, name, body) VALUES (?, ?, ?)
			ON CONFLICT (sandbox, name) DO UPDATE SET body = excluded.body`, key, name, body).Exec(ctx)
	}
	return err
}

// answer is a row of answers.
type answer struct {
	Name, Print          string
	Status               int
	Header               string // JSON
	Body                 []byte
	Scenario, Rule, Code string
	Ready, Expires       int64
}

func saveAnswer(ctx context.Context, db bun.IDB, key string, now time.Time, a *sandbox.Answer) error {
	header, err := json.Marshal(a.Header)
	if err != nil {
		return err
	}
	body := a.Body
	if body == nil {
		body = []byte{}
	}
	put := db.NewRaw(`INSERT INTO answers (sandbox, name, print, status, header, body, scenario, rule, code, ready, expires)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (sandbox, name) DO UPDATE SET print = excluded.print, status = excluded.status, header = excluded.header,
			body = excluded.body, scenario = excluded.scenario, rule = excluded.rule, code = excluded.code,
			ready = excluded.ready, expires = excluded.expires
		WHERE answers.expires <= ?`,
		key, a.Name, a.Print, a.Status, string(header), body, a.Scenario, a.Rule, a.Code, a.Ready.UnixMilli(), a.Expires.UnixMilli(), now.UnixMilli())
	return one(put.Exec(ctx))(sandbox.ErrAnswered)
}

// one gives a function that gives its error when a statement has changed no row, and otherwise that of the statement.
func one(r sql.Result, err error) func(none error) error {
	return func(none error) error {
		if err != nil {
			return err
		}
		n, err := r.RowsAffected()
		if err == nil && n == 0 {
			err = none
		}
		return err
	}
}

// transact runs statements in one transaction, again and again while the engine says that it could not fit them in.
// alone tells that there is only one.
func (s *Store) transact(ctx context.Context, alone bool, do func(context.Context, bun.IDB) error) error {
	return s.again(ctx, func() error {
		if alone {
			return do(ctx, s.writes)
		}
		return s.writes.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return do(ctx, tx) })
	})
}

// Answer implements sandbox.Store.
func (s *Store) Answer(ctx context.Context, key, name string, now time.Time) (*sandbox.Answer, error) {
	var row answer
	err := s.reads.NewRaw(`SELECT name, print, status, header, body, scenario, rule, code, ready, expires FROM answers
		WHERE sandbox = ? AND name = ? AND expires > ?`, key, name, now.UnixMilli()).Scan(ctx, &row)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for an answer: %w", err)
	}
	header := http.Header{}
	if err := json.Unmarshal([]byte(row.Header), &header); err != nil {
		return nil, fmt.Errorf("read the header of an answer: %w", err)
	}
	return &sandbox.Answer{
		Name: row.Name, Print: row.Print, Status: row.Status, Header: header, Body: row.Body, Scenario: row.Scenario, Rule: row.Rule, Code: row.Code,
		Ready: time.UnixMilli(row.Ready), Expires: time.UnixMilli(row.Expires),
	}, nil
}

// Waiting implements sandbox.Store.
func (s *Store) Waiting(ctx context.Context, by time.Time, most int) ([]string, error) {
	var keys []string
	err := s.reads.NewRaw("SELECT sandbox FROM sandboxes WHERE wake <= ? ORDER BY wake LIMIT ?", by.UnixMilli(), most).Scan(ctx, &keys)
	if err != nil {
		return nil, fmt.Errorf("ask who has something to do: %w", err)
	}
	return keys, nil
}

// Sweep implements sandbox.Store.
func (s *Store) Sweep(ctx context.Context, now time.Time) error {
	if _, err := s.writes.NewRaw("DELETE FROM answers WHERE expires <= ?", now.UnixMilli()).Exec(ctx); err != nil {
		return fmt.Errorf("clear expired answers: %w", err)
	}
	return nil
}
