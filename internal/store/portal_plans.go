package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// plans is a portal.Plans.
type plans struct{ db bun.IDB }

// Kinds of plans, as the table has them.
const (
	accessKind = "access"
	quotaKind  = "quota"
	apiKind    = "api"
)

// planRow is a row of plans. Body is the plan as JSON; what has a column of its own counts as the column says.
type planRow struct {
	Name    string
	Version int64
	Body    string
}

// plansOf lists the plans of a kind. own gives where the name and the version of a plan are.
func plansOf[P any](ctx context.Context, db bun.IDB, kind string, own func(*P) (*string, *int64)) ([]P, error) {
	var rows []planRow
	if err := db.NewRaw("SELECT name, version, body FROM plans WHERE kind = ? ORDER BY position, name", kind).Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("list plans: %w", err)
	}
	list := make([]P, len(rows))
	for i, r := range rows {
		if err := json.Unmarshal([]byte(r.Body), &list[i]); err != nil {
			return nil, fmt.Errorf("read a plan: %w", err)
		}
		name, version := own(&list[i])
		*name, *version = r.Name, r.Version
	}
	return list, nil
}

// insert adds a plan behind the others of its kind.
func (p plans) insert(ctx context.Context, kind, name string, version int64, plan any) error {
	body, err := json.Marshal(plan)
	if err != nil {
		return fmt.Errorf("write a plan: %w", err)
	}
	return added(p.db.NewRaw(`INSERT INTO plans (kind, name, position, version, body)
		SELECT ?, ?, COALESCE(MAX(position), 0) + 1, ?, ? FROM plans WHERE kind = ?
		ON CONFLICT (kind, name) DO NOTHING`, kind, name, version, string(body), kind).Exec(ctx))("add a plan")
}

func (p plans) update(ctx context.Context, kind, name string, version int64, plan any) error {
	body, err := json.Marshal(plan)
	if err != nil {
		return fmt.Errorf("write a plan: %w", err)
	}
	r, err := p.db.NewRaw("UPDATE plans SET version = ?, body = ? WHERE kind = ? AND name = ? AND version = ?", version, string(body), kind, name, version-1).Exec(ctx)
	return changed(r, err, "a plan")
}

func (p plans) remove(ctx context.Context, kind, name string) error {
	_, err := p.db.NewRaw("DELETE FROM plans WHERE kind = ? AND name = ?", kind, name).Exec(ctx)
	return done(err, "remove a plan")
}

// AccessPlans implements portal.Plans.
func (p plans) AccessPlans(ctx context.Context) ([]portal.AccessPlan, error) {
	return plansOf(ctx, p.db, accessKind, func(a *portal.AccessPlan) (*string, *int64) { return &a.Name, &a.Version })
}

// QuotaPlans implements portal.Plans.
func (p plans) QuotaPlans(ctx context.Context) ([]portal.QuotaPlan, error) {
	return plansOf(ctx, p.db, quotaKind, func(q *portal.QuotaPlan) (*string, *int64) { return &q.Name, &q.Version })
}

// APIPlans implements portal.Plans.
func (p plans) APIPlans(ctx context.Context) ([]portal.APIPlan, error) {
	return plansOf(ctx, p.db, apiKind, func(a *portal.APIPlan) (*string, *int64) { return &a.Name, &a.Version })
}

// InsertQuotaPlan implements portal.Plans.
func (p plans) InsertQuotaPlan(ctx context.Context, q portal.QuotaPlan) error {
	return p.insert(ctx, quotaKind, q.Name, q.Version, q)
}

// InsertAPIPlan implements portal.Plans.
func (p plans) InsertAPIPlan(ctx context.Context, a portal.APIPlan) error {
	return p.insert(ctx, apiKind, a.Name, a.Version, a)
}

// UpdateAccessPlan implements portal.Plans.
func (p plans) UpdateAccessPlan(ctx context.Context, a portal.AccessPlan) error {
	return p.update(ctx, accessKind, a.Name, a.Version, a)
}

// UpdateQuotaPlan implements portal.Plans.
func (p plans) UpdateQuotaPlan(ctx context.Context, q portal.QuotaPlan) error {
	return p.update(ctx, quotaKind, q.Name, q.Version, q)
}

// UpdateAPIPlan implements portal.Plans.
func (p plans) UpdateAPIPlan(ctx context.Context, a portal.APIPlan) error {
	return p.update(ctx, apiKind, a.Name, a.Version, a)
}

// DeleteQuotaPlan implements portal.Plans.
func (p plans) DeleteQuotaPlan(ctx context.Context, name string) error {
	return p.remove(ctx, quotaKind, name)
}

// DeleteAPIPlan implements portal.Plans.
func (p plans) DeleteAPIPlan(ctx context.Context, name string) error {
	return p.remove(ctx, apiKind, name)
}
