package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

// migrations are the steps to the tables that this program needs, for each engine. A step that was released is never
// changed; a later one follows it.
//
//go:embed migrations
var migrations embed.FS

// migrate brings a database to the tables that this program needs. It refuses one that a later program has changed.
func migrate(ctx context.Context, db *sql.DB, dialect goose.Dialect, folder string, options ...goose.ProviderOption) error {
	steps, err := fs.Sub(migrations, "migrations/"+folder)
	if err != nil {
		return err
	}
	options = append(options, goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true))
	p, err := goose.NewProvider(dialect, db, steps, options...)
	if err != nil {
		return fmt.Errorf("prepare the tables: %w", err)
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("prepare the tables: %w", err)
	}
	current, target, err := p.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("prepare the tables: %w", err)
	}
	if current > target {
		return fmt.Errorf("the database is of version %d, made by a later program; this one knows version %d", current, target)
	}
	return nil
}
