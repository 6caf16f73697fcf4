package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
)

const (
	// connections bounds those of one process.
	connections    = 16
	connectionAge  = 30 * time.Minute
	connectTimeout = 5 * time.Second
)

// Several processes may start at once: one migrates, the others wait so long for it, in periods of migrationWait. One
// that was killed at it holds the others up for migrationLease.
const (
	migrationWait  = 100 * time.Millisecond
	migrationTries = 600
	migrationLease = 15 * time.Second
	migrationBeat  = 3 * time.Second
)

// OpenDatabase opens a PostgreSQL database by its URL, postgres://user:password@host:port/name. key is what secrets are
// encrypted with. pause is made between the tries of a transaction; nil makes none. Errors never show the password.
func OpenDatabase(ctx context.Context, address string, key *Key, pause Pause) (*Store, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("the address of the database: %w", err)
	}
	// bun writes values into its statements itself, so preparing them would gain nothing.
	config.DefaultQueryExecMode = pgx.QueryExecModeSimpleProtocol
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = connectTimeout
	}
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	db.SetConnMaxLifetime(connectionAge)
	s := &Store{shared: true, key: key, refused: notSerialised, pause: pause, close: []func() error{db.Close}}
	s.writes = bun.NewDB(db, postgresDialect{pgdialect.New()})
	s.reads = s.writes
	locker, err := lock.NewPostgresTableLocker(
		lock.WithTableLockTimeout(migrationWait, migrationTries), lock.WithTableUnlockTimeout(migrationWait, migrationTries),
		lock.WithTableLeaseDuration(migrationLease), lock.WithTableHeartbeatInterval(migrationBeat))
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := s.Ready(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := migrate(ctx, db, goose.DialectPostgres, "postgres", goose.WithLocker(locker)); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// notSerialised tells whether the engine could not fit a transaction in with others: serialization_failure and
// deadlock_detected. Nothing of it has happened.
func notSerialised(err error) bool {
	var refused *pgconn.PgError
	return errors.As(err, &refused) && (refused.Code == "40001" || refused.Code == "40P01")
}
