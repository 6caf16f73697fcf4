package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// deliveries is a portal.Deliveries.
type deliveries struct{ db bun.IDB }

// deliveryRow is a row of deliveries.
type deliveryRow struct {
	ID, Message, Application, Type, URL, Method, MediaType, State, Attempts, ResendOf string
	CallbackAPI, CallbackOperation, CallbackName, CallbackURL                         string
	Payload                                                                           []byte
	At, NextAt                                                                        int64
}

const deliveryColumns = "id, at, message, application, type, url, method, media_type, state, attempts, next_at, resend_of, " +
	"callback_api, callback_operation, callback_name, callback_url"

func (r deliveryRow) delivery() (portal.Delivery, error) {
	d := portal.Delivery{ID: r.ID, Message: r.Message, Application: r.Application, Type: r.Type, URL: r.URL, Method: r.Method, MediaType: r.MediaType,
		Payload: r.Payload, State: portal.DeliveryState(r.State), CreatedAt: fromMicros(r.At), NextAt: fromMicros(r.NextAt), ResendOf: r.ResendOf,
		Callback: portal.CallbackSource{API: r.CallbackAPI, Operation: r.CallbackOperation, Name: r.CallbackName, URL: r.CallbackURL}}
	if err := json.Unmarshal([]byte(r.Attempts), &d.Attempts); err != nil {
		return d, fmt.Errorf("read a delivery: %w", err)
	}
	return d, nil
}

func (d deliveries) list(ctx context.Context, query string, values ...any) ([]portal.Delivery, error) {
	var rows []deliveryRow
	if err := d.db.NewRaw(query, values...).Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("list deliveries: %w", err)
	}
	list := make([]portal.Delivery, len(rows))
	for i, r := range rows {
		var err error
		if list[i], err = r.delivery(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Delivery implements portal.Deliveries.
func (d deliveries) Delivery(ctx context.Context, id string) (portal.Delivery, error) {
	var r deliveryRow
	if err := d.db.NewRaw("SELECT "+deliveryColumns+", payload FROM deliveries WHERE id = ?", id).Scan(ctx, &r); err != nil {
		return portal.Delivery{}, found(err, "a delivery")
	}
	return r.delivery()
}

// Deliveries implements portal.Deliveries.
func (d deliveries) Deliveries(ctx context.Context, f portal.DeliveryFilter) ([]portal.Delivery, error) {
	q := conditions{}
	q.equal("application", f.Application)
	q.equal("type", f.Type)
	q.equal("state", string(f.State))
	q.before(f.After)
	columns := deliveryColumns
	if f.Payloads {
		columns += ", payload"
	}
	return d.list(ctx, "SELECT "+columns+" FROM deliveries"+q.where()+" ORDER BY at DESC, id DESC LIMIT ?", append(q.values, f.Limit)...)
}

// DueDeliveries implements portal.Deliveries.
func (d deliveries) DueDeliveries(ctx context.Context, now time.Time, limit int) ([]portal.Delivery, error) {
	return d.list(ctx, "SELECT "+deliveryColumns+", payload FROM deliveries WHERE state = 'pending' AND next_at <= ? ORDER BY next_at, id LIMIT ?", micros(now), limit)
}

// InsertDelivery implements portal.Deliveries.
func (d deliveries) InsertDelivery(ctx context.Context, v portal.Delivery) error {
	attempts, err := json.Marshal(v.Attempts)
	if err != nil {
		return fmt.Errorf("add a delivery: %w", err)
	}
	payload := v.Payload
	if payload == nil {
		payload = []byte{}
	}
	_, err = d.db.NewRaw("INSERT INTO deliveries ("+deliveryColumns+", payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		v.ID, micros(v.CreatedAt), v.Message, v.Application, v.Type, v.URL, v.Method, v.MediaType, v.State, string(attempts), micros(v.NextAt), v.ResendOf,
		v.Callback.API, v.Callback.Operation, v.Callback.Name, v.Callback.URL, payload).Exec(ctx)
	return done(err, "add a delivery")
}

// UpdateDelivery implements portal.Deliveries.
func (d deliveries) UpdateDelivery(ctx context.Context, v portal.Delivery) error {
	attempts, err := json.Marshal(v.Attempts)
	if err != nil {
		return fmt.Errorf("change a delivery: %w", err)
	}
	_, err = d.db.NewRaw("UPDATE deliveries SET state = ?, attempts = ?, next_at = ? WHERE id = ?", v.State, string(attempts), micros(v.NextAt), v.ID).Exec(ctx)
	return done(err, "change a delivery")
}

// DeleteDeliveries implements portal.Deliveries.
func (d deliveries) DeleteDeliveries(ctx context.Context, before time.Time) error {
	_, err := d.db.NewRaw("DELETE FROM deliveries WHERE state <> 'pending' AND at < ?", micros(before)).Exec(ctx)
	return done(err, "remove old deliveries")
}

// webhookSecretRow is a row of webhook_secrets.
type webhookSecretRow struct {
	ID, Application, Sealed string
	CreatedAt, EndsAt       int64
}

// WebhookSecrets implements portal.Deliveries.
func (d deliveries) WebhookSecrets(ctx context.Context, application string) ([]portal.WebhookSecret, error) {
	var rows []webhookSecretRow
	err := d.db.NewRaw("SELECT id, application, sealed, created_at, ends_at FROM webhook_secrets WHERE application = ? ORDER BY created_at DESC, id DESC",
		application).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("list the secrets of a webhook: %w", err)
	}
	list := make([]portal.WebhookSecret, len(rows))
	for i, r := range rows {
		list[i] = portal.WebhookSecret{ID: r.ID, Application: r.Application, Secret: r.Sealed, CreatedAt: fromMicros(r.CreatedAt), EndsAt: fromMicros(r.EndsAt)}
	}
	return list, nil
}

// InsertWebhookSecret implements portal.Deliveries.
func (d deliveries) InsertWebhookSecret(ctx context.Context, w portal.WebhookSecret) error {
	_, err := d.db.NewRaw("INSERT INTO webhook_secrets (id, application, sealed, created_at, ends_at) VALUES (?, ?, ?, ?, ?)",
		w.ID, w.Application, w.Secret, micros(w.CreatedAt), micros(w.EndsAt)).Exec(ctx)
	return done(err, "add a secret of a webhook")
}

// UpdateWebhookSecret implements portal.Deliveries. Only the end of one ever changes.
func (d deliveries) UpdateWebhookSecret(ctx context.Context, w portal.WebhookSecret) error {
	_, err := d.db.NewRaw("UPDATE webhook_secrets SET ends_at = ? WHERE id = ?", micros(w.EndsAt), w.ID).Exec(ctx)
	return done(err, "change a secret of a webhook")
}

// DeleteWebhookSecret implements portal.Deliveries.
func (d deliveries) DeleteWebhookSecret(ctx context.Context, id string) error {
	_, err := d.db.NewRaw("DELETE FROM webhook_secrets WHERE id = ?", id).Exec(ctx)
	return done(err, "remove a secret of a webhook")
}
