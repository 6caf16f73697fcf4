package store

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// applications is a portal.Applications.
type applications struct{ db bun.IDB }

// applicationRow is a row of applications.
type applicationRow struct {
	bun.BaseModel `bun:"table:applications"`

	ID, Organisation, Name, NameKey, Platform, Description, PartnerScope string
	OAuthType                                                            string `bun:"oauth_type"`
	OAuthCallback                                                        string `bun:"oauth_callback"`
	WebhookURL                                                           string `bun:"webhook_url"`
	State, StateBefore, Reason                                           string
	Sandbox                                                              bool
	CreatedBy, CreatedByName                                             string
	CreatedAt, ApprovedAt, Version                                       int64
}

func rowOfApplication(a portal.Application) *applicationRow {
	return &applicationRow{
		ID: a.ID, Organisation: a.Organisation, Name: a.Name, NameKey: a.NameKey, Platform: a.Platform, Description: a.Description,
		PartnerScope: a.PartnerScope, OAuthType: a.OAuthType, OAuthCallback: a.OAuthCallback, WebhookURL: a.WebhookURL,
		State: string(a.State), StateBefore: string(a.Before), Reason: a.Reason, Sandbox: a.Sandbox,
		CreatedBy: a.CreatedBy.ID, CreatedByName: a.CreatedBy.Name, CreatedAt: micros(a.CreatedAt), ApprovedAt: micros(a.ApprovedAt), Version: a.Version,
	}
}

func (r *applicationRow) application() portal.Application {
	return portal.Application{
		ID: r.ID, Organisation: r.Organisation, NameKey: r.NameKey,
		ApplicationText: portal.ApplicationText{
			Name: r.Name, Platform: r.Platform, Description: r.Description, PartnerScope: r.PartnerScope,
			OAuthType: r.OAuthType, OAuthCallback: r.OAuthCallback, WebhookURL: r.WebhookURL,
		},
		State: portal.ApplicationState(r.State), Before: portal.ApplicationState(r.StateBefore), Reason: r.Reason, Sandbox: r.Sandbox,
		CreatedBy: portal.PersonName{ID: r.CreatedBy, Name: r.CreatedByName}, CreatedAt: fromMicros(r.CreatedAt),
		ApprovedAt: fromMicros(r.ApprovedAt), Version: r.Version,
	}
}

// Application implements portal.Applications.
func (a applications) Application(ctx context.Context, id string) (portal.Application, error) {
	var row applicationRow
	err := a.db.NewSelect().Model(&row).Where("id = ?", id).Scan(ctx)
	if err := found(err, "an application"); err != nil {
		return portal.Application{}, err
	}
	return row.application(), nil
}

// ApplicationByName implements portal.Applications.
func (a applications) ApplicationByName(ctx context.Context, organisation, nameKey string) (portal.Application, error) {
	var row applicationRow
	err := a.db.NewSelect().Model(&row).Where("organisation = ? AND name_key = ? AND state <> ?", organisation, nameKey, portal.ApplicationDeleted).Scan(ctx)
	if err := found(err, "an application by its name"); err != nil {
		return portal.Application{}, err
	}
	return row.application(), nil
}

// Applications implements portal.Applications.
func (a applications) Applications(ctx context.Context, f portal.ApplicationFilter) ([]portal.Application, error) {
	var rows []applicationRow
	q := a.db.NewSelect().Model(&rows).Order("name_key", "id")
	if f.Organisation != "" {
		q = q.Where("organisation = ?", f.Organisation)
	}
	if f.API != "" {
		q = q.Where("EXISTS (SELECT 1 FROM subscriptions AS s WHERE s.application = application_row.id AND s.api = ?)", f.API)
	}
	if f.State != "" {
		q = q.Where("state = ?", f.State)
	} else {
		q = q.Where("state <> ?", portal.ApplicationDeleted)
	}
	if f.Text != "" {
		q = q.Where("name_key LIKE ? ESCAPE '!'", containing(f.Text))
	}
	if f.After != (portal.NamePlace{}) {
		q = q.Where("(name_key > ? OR name_key = ? AND id > ?)", f.After.Name, f.After.Name, f.After.ID)
	}
	if f.Limit > 0 {
		q = q.Limit(int64(f.Limit))
	}
	err := q.Scan(ctx)
	return applicationsOf(rows), done(err, "list applications")
}

// ApplicationsOf implements portal.Applications.
func (a applications) ApplicationsOf(ctx context.Context, organisation string, all bool) ([]portal.Application, error) {
	var rows []applicationRow
	q := a.db.NewSelect().Model(&rows).Where("organisation = ?", organisation).Order("name_key", "id")
	if !all {
		q = q.Where("state <> ?", portal.ApplicationDeleted)
	}
	err := q.Scan(ctx)
	return applicationsOf(rows), done(err, "list applications")
}

func applicationsOf(rows []applicationRow) []portal.Application {
	list := make([]portal.Application, len(rows))
	for i := range rows {
		list[i] = rows[i].application()
	}
	return list
}

// InsertApplication implements portal.Applications.
func (a applications) InsertApplication(ctx context.Context, n portal.Application) error {
	return added(a.db.NewInsert().Model(rowOfApplication(n)).On("CONFLICT DO NOTHING").Exec(ctx))("add an application")
}

// UpdateApplication implements portal.Applications.
func (a applications) UpdateApplication(ctx context.Context, n portal.Application) error {
	r, err := a.db.NewUpdate().Model(rowOfApplication(n)).Where("id = ? AND version = ?", n.ID, n.Version-1).Exec(ctx)
	return changed(r, err, "an application")
}

// RemoveSandbox implements portal.Applications. The key of an application's sandbox is the application's id.
func (a applications) RemoveSandbox(ctx context.Context, application string) error {
	for _, table := range []string{"answers", "snapshots", "sandboxes"} {
		if _, err := a.db.NewRaw("DELETE FROM ? WHERE sandbox = ?", bun.Ident(table), application).Exec(ctx); err != nil {
			return done(err, "remove a sandbox")
		}
	}
	return nil
}

// subscriptionRow is a row of subscriptions.
type subscriptionRow struct {
	bun.BaseModel `bun:"table:subscriptions"`

	Application, API           string
	State, Stage, Plan, Reason string
	Since                      int64
}

func subscriptionsOf(rows []subscriptionRow) []portal.Subscription {
	list := make([]portal.Subscription, len(rows))
	for i, r := range rows {
		list[i] = portal.Subscription{Application: r.Application, API: r.API, State: portal.SubscriptionState(r.State), Stage: portal.Stage(r.Stage),
			Plan: r.Plan, Reason: r.Reason, Since: fromMicros(r.Since)}
	}
	return list
}

// SubscriptionsOf implements portal.Applications.
func (a applications) SubscriptionsOf(ctx context.Context, ids ...string) ([]portal.Subscription, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []subscriptionRow
	err := a.db.NewSelect().Model(&rows).Where("application IN (?)", bun.List(ids)).Order("application", "api").Scan(ctx)
	return subscriptionsOf(rows), done(err, "list subscriptions")
}

// Subscriptions implements portal.Applications.
func (a applications) Subscriptions(ctx context.Context, organisation, api, plan string) ([]portal.Subscription, error) {
	var rows []subscriptionRow
	q := a.db.NewSelect().Model(&rows).Join("JOIN applications AS a ON a.id = subscription_row.application").
		Where("a.state <> ?", portal.ApplicationDeleted).Order("application", "api")
	for column, value := range map[string]string{"a.organisation": organisation, "subscription_row.api": api, "subscription_row.plan": plan} {
		if value != "" {
			q = q.Where(column+" = ?", value)
		}
	}
	err := q.Scan(ctx)
	return subscriptionsOf(rows), done(err, "list subscriptions")
}

// PutSubscription implements portal.Applications.
func (a applications) PutSubscription(ctx context.Context, s portal.Subscription) error {
	row := &subscriptionRow{Application: s.Application, API: s.API, State: string(s.State), Stage: string(s.Stage), Plan: s.Plan, Reason: s.Reason, Since: micros(s.Since)}
	_, err := a.db.NewInsert().Model(row).On("CONFLICT (application, api) DO UPDATE").
		Set("state = excluded.state, stage = excluded.stage, plan = excluded.plan, reason = excluded.reason, since = excluded.since").Exec(ctx)
	return done(err, "keep a subscription")
}

// DeleteSubscription implements portal.Applications.
func (a applications) DeleteSubscription(ctx context.Context, application, api string) error {
	_, err := a.db.NewRaw("DELETE FROM subscriptions WHERE application = ? AND api = ?", application, api).Exec(ctx)
	return done(err, "remove a subscription")
}
