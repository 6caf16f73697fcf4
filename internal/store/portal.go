package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// Portal is a portal.Store in the same database as the sandboxes. Its parts stand in the files portal_*.go.
type Portal struct{ store *Store }

var _ portal.Store = Portal{}

// Portal gives what keeps the developer portal.
func (s *Store) Portal() Portal { return Portal{s} }

// View implements portal.Store.
func (p Portal) View(ctx context.Context, do func(portal.Tx) error) error {
	options := &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelSerializable}
	begun := false
	err := p.store.again(ctx, func() error {
		begun = false
		return p.store.reads.RunInTx(ctx, options, func(_ context.Context, tx bun.Tx) error {
			begun = true
			return do(inPortal(tx))
		})
	})
	return p.unavailable(err, begun)
}

// unavailable tells a database that does not answer, has no room, or could not fit a transaction in with others, from
// what else may fail: those errors wrap portal.ErrUnavailable. Nothing was done then.
func (p Portal) unavailable(err error, begun bool) error {
	if err != nil && (!begun || p.store.refused(err) || errors.Is(err, errNoRoom)) {
		return fmt.Errorf("%w: %w", portal.ErrUnavailable, err)
	}
	return err
}

// Update implements portal.Store. Where it changes what gates read, they notice, in whatever process they stand.
func (p Portal) Update(ctx context.Context, do func(portal.Tx) error) error {
	changed := false
	err := p.update(ctx, func(ctx context.Context, tx bun.Tx) error {
		n := &noted{Tx: tx}
		if err := do(inPortal(n)); err != nil {
			return err
		}
		if changed = n.changed; !changed {
			return nil
		}
		return p.store.noteChange(ctx, tx)
	})
	if err == nil && changed {
		p.store.changes.Add(1)
	}
	return err
}

// update does work in one transaction, as if no other were under way.
func (p Portal) update(ctx context.Context, do func(context.Context, bun.Tx) error) error {
	options := &sql.TxOptions{Isolation: sql.LevelSerializable}
	begun := false
	err := p.store.again(ctx, func() error {
		begun = false
		return p.store.writes.RunInTx(ctx, options, func(ctx context.Context, tx bun.Tx) error {
			begun = true
			return do(ctx, tx)
		})
	})
	return p.unavailable(err, begun)
}

// portalTx is a portal.Tx.
type portalTx struct {
	accounts
	sessions
	invitations
	tickets
	attempts
	bankBook
	claims
	applications
	requests
	plans
	agreements
	outbox
	audits
	catalogue
	enquiries
	usage
	deliveries
	overlays
}

func inPortal(db bun.IDB) portal.Tx {
	return portalTx{accounts{db: db}, sessions{db: db}, invitations{db: db}, tickets{db: db}, attempts{db: db}, bankBook{db: db}, claims{db: db}, applications{db: db}, requests{db: db}, plans{db: db}, agreements{db: db}, outbox{db: db}, audits{db: db}, catalogue{db: db}, enquiries{db: db}, usage{db: db}, deliveries{db: db}, overlays{db: db}}
}

// found turns the error of a statement that reads one row into that of the portal.
func found(err error, what string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return portal.ErrNotFound
	}
	return fmt.Errorf("read %s: %w", what, err)
}

// changed gives ErrStale when an update of one version of a row has found none.
func changed(r sql.Result, err error, what string) error {
	if err != nil {
		return fmt.Errorf("change %s: %w", what, err)
	}
	n, err := r.RowsAffected()
	if err != nil {
		return fmt.Errorf("change %s: %w", what, err)
	}
	if n == 0 {
		return portal.ErrStale
	}
	return nil
}

// micros writes a time as microseconds since 1970, and the zero time as 0.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// fromMicros is the opposite of micros.
func fromMicros(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}
