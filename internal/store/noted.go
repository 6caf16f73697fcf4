package store

import (
	"context"
	"database/sql"
	"strings"

	"github.com/uptrace/bun"
)

// gateTables are the tables that a gate reads, through portal.GateSource: a change of any of them makes another edition.
// Everything else of the portal (people, sessions, letters, requests, audits, figures) changes without one.
var gateTables = map[string]bool{
	"organisations": true, "applications": true, "credentials": true, "subscriptions": true, "plans": true, "catalogue": true,
}

// noted is a transaction that notes whether its statements have changed what a gate reads.
type noted struct {
	bun.Tx
	changed bool
}

// ExecContext runs a statement as it stands: those who make it have written its values into it.
func (n *noted) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	r, err := n.Tx.Tx.ExecContext(ctx, query, args...)
	if err != nil || n.changed || !gateTables[writtenTable(query)] {
		return r, err
	}
	rows, err := r.RowsAffected()
	n.changed = rows > 0
	return r, err
}

// NewRaw implements bun.IDB.
func (n *noted) NewRaw(query string, args ...any) *bun.RawQuery {
	return n.Tx.NewRaw(query, args...).Conn(n)
}

// NewInsert implements bun.IDB.
func (n *noted) NewInsert() *bun.InsertQuery { return n.Tx.NewInsert().Conn(n) }

// NewUpdate implements bun.IDB.
func (n *noted) NewUpdate() *bun.UpdateQuery { return n.Tx.NewUpdate().Conn(n) }

// NewDelete implements bun.IDB.
func (n *noted) NewDelete() *bun.DeleteQuery { return n.Tx.NewDelete().Conn(n) }

// writtenTable gives the table that a statement writes; "" for one that only reads.
func writtenTable(query string) string {
	words := strings.Fields(query[:min(len(query), 200)])
	at := 2
	switch {
	case len(words) == 0:
		return ""
	case words[0] == "UPDATE":
		at = 1
	case words[0] != "INSERT" && words[0] != "DELETE":
		return ""
	}
	if len(words) <= at {
		return ""
	}
	return strings.Trim(words[at], `"`)
}
