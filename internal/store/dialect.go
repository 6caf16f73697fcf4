package store

import (
	"strings"
	"unicode/utf8"

	"github.com/uptrace/bun/dialect/pgdialect"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"github.com/uptrace/bun/schema"
)

// bun writes values into its statements, where neither engine takes the character U+0000 in a text. Such a text is written
// with the replacement character in its place, as bun writes what is no UTF-8: what is looked for by it is not found,
// instead of making a statement that fails.
const replacement = string(utf8.RuneError)

// sqliteDialect is how statements for SQLite are written, and postgresDialect how those for PostgreSQL are.
type (
	sqliteDialect   struct{ *sqlitedialect.Dialect }
	postgresDialect struct{ *pgdialect.Dialect }
)

var (
	_ schema.Dialect = sqliteDialect{}
	_ schema.Dialect = postgresDialect{}
)

// AppendString implements schema.Dialect.
func (d sqliteDialect) AppendString(b []byte, s string) []byte {
	return d.Dialect.AppendString(b, strings.ReplaceAll(s, "\x00", replacement))
}

// AppendString implements schema.Dialect.
func (d postgresDialect) AppendString(b []byte, s string) []byte {
	return d.Dialect.AppendString(b, strings.ReplaceAll(s, "\x00", replacement))
}
