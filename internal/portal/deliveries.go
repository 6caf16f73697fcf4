package portal

import (
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Delivery is one message to the webhook address of an application, with what became of it.
type Delivery struct {
	ID string
	// Message is the webhook-id: it stays the same when the message is sent again.
	Message, Application string
	Type                 string
	URL, Method          string
	MediaType            string
	Payload              []byte
	State                DeliveryState
	Attempts             []DeliveryAttempt
	CreatedAt            time.Time
	// NextAt is when it is tried next, or, while somebody tries, when it is tried again if that one is never heard of.
	NextAt time.Time
	// ResendOf is the delivery that it repeats.
	ResendOf string
	// Callback says what was called back where it is a scenario's.
	Callback CallbackSource
}

// DeliveryState is what became of a delivery.
type DeliveryState string

// A delivery is pending until it was taken, or given up.
const (
	DeliveryPending   DeliveryState = "pending"
	DeliveryDelivered DeliveryState = "delivered"
	DeliveryFailed    DeliveryState = "failed"
)

// DeliveryAttempt is one attempt at a delivery. Status is 0 when no answer came back; Failure says why then.
type DeliveryAttempt struct {
	At      time.Time     `json:"at"`
	Status  int           `json:"status,omitempty"`
	Failure string        `json:"failure,omitempty"`
	Took    time.Duration `json:"took"`
}

// WebhookSecret is what is sent to an application is signed with.
type WebhookSecret struct {
	ID, Application string
	// Secret is sealed in a Store. Opened it is "whsec_" and base64, as Standard Webhooks write it.
	Secret    string
	CreatedAt time.Time
	// EndsAt is until when it is signed with as well; zero for the current one.
	EndsAt time.Time
}

// DeliveryFilter narrows a list of deliveries; empty members narrow nothing.
type DeliveryFilter struct {
	Application string
	Type        EventType
	State       DeliveryState
	// Payloads asks for what is sent as well.
	Payloads bool
	After    Place
	Limit    int
}

// Deliveries is what a Store keeps of webhooks.
type Deliveries interface {
	Delivery(ctx context.Context, id string) (Delivery, error)
	// Deliveries lists those that fit, the latest first, with their payloads only where the filter asks for them.
	Deliveries(ctx context.Context, f DeliveryFilter) ([]Delivery, error)
	InsertDelivery(ctx context.Context, d Delivery) error
	// UpdateDelivery changes State, Attempts and NextAt.
	UpdateDelivery(ctx context.Context, d Delivery) error
	// DueDeliveries lists the pending ones whose time has come, the oldest first.
	DueDeliveries(ctx context.Context, now time.Time, limit int) ([]Delivery, error)
	// DeleteDeliveries takes away those that are no longer pending and were made before a time.
	DeleteDeliveries(ctx context.Context, before time.Time) error

	// WebhookSecrets lists the secrets of an application, the latest first.
	WebhookSecrets(ctx context.Context, application string) ([]WebhookSecret, error)
	InsertWebhookSecret(ctx context.Context, w WebhookSecret) error
	UpdateWebhookSecret(ctx context.Context, w WebhookSecret) error
	DeleteWebhookSecret(ctx context.Context, id string) error
}

const (
	// secretsOverlap is how long an old secret is signed with beside the new one.
	secretsOverlap     = 24 * time.Hour
	webhookSecretBytes = 32
	maxDeliveryURL     = 2048
)

// Limits of what is sent on demand, for one application.
var (
	testLimit   = limit{"webhook-test", 10, time.Minute}
	resentLimit = limit{"webhook-resend", 10, time.Minute}
)

// Webhook is where and how an application is told what happens: at most two secrets, the current one first.
type Webhook struct {
	URL     string
	Secrets []WebhookSecret
}

// livingApplication gives an application of the actor's organisation that is not deleted.
func livingApplication(ctx context.Context, tx Tx, by Actor, id string) (Application, error) {
	a, err := ownApplication(ctx, tx, by, id)
	if err == nil && a.State == ApplicationDeleted {
		return Application{}, ErrNotFound
	}
	return a, err
}

// Webhook shows the webhook of an application with its secrets; who has read them is written down.
func (s *Service) Webhook(ctx context.Context, by Actor, application string) (w Webhook, err error) {
	if err := by.inOrganisation(); err != nil {
		return w, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := livingApplication(ctx, tx, by, application)
		if err != nil {
			return err
		}
		if w, err = s.webhook(ctx, tx, a); err != nil {
			return err
		}
		return s.auditWebhook(ctx, tx, by, a, "webhook.read")
	})
	return w, err
}

// webhook gives an application's webhook with open secrets; its first secret is made when it is first needed.
func (s *Service) webhook(ctx context.Context, tx Tx, a Application) (Webhook, error) {
	w := Webhook{URL: a.WebhookURL}
	list, err := tx.WebhookSecrets(ctx, a.ID)
	if err != nil {
		return w, err
	}
	now := s.now()
	for _, secret := range list {
		if !secret.EndsAt.IsZero() && !secret.EndsAt.After(now) {
			if err := tx.DeleteWebhookSecret(ctx, secret.ID); err != nil {
				return w, err
			}
			continue
		}
		if secret.Secret, err = s.secrets.Open(secret.Secret, webhookPurpose(secret.ID)); err != nil {
			return w, fmt.Errorf("open a secret of a webhook: %w", err)
		}
		w.Secrets = append(w.Secrets, secret)
	}
	if len(w.Secrets) == 0 {
		secret, err := s.newWebhookSecret(ctx, tx, a.ID)
		if err != nil {
			return w, err
		}
		w.Secrets = []WebhookSecret{secret}
	}
	return w, nil
}

func webhookPurpose(id string) string { return "webhook secret " + id }

// newWebhookSecret makes a secret, keeps it sealed and gives it open.
func (s *Service) newWebhookSecret(ctx context.Context, tx Tx, application string) (WebhookSecret, error) {
	raw, err := base64.RawURLEncoding.DecodeString(s.secrets.Random(webhookSecretBytes))
	if err != nil {
		return WebhookSecret{}, fmt.Errorf("make a secret of a webhook: %w", err)
	}
	w := WebhookSecret{ID: s.newID(), Application: application, CreatedAt: s.now()}
	open := "whsec_" + base64.StdEncoding.EncodeToString(raw)
	if w.Secret, err = s.secrets.Seal(open, webhookPurpose(w.ID)); err != nil {
		return w, fmt.Errorf("seal a secret of a webhook: %w", err)
	}
	if err := tx.InsertWebhookSecret(ctx, w); err != nil {
		return w, err
	}
	w.Secret = open
	return w, nil
}

// RotateWebhookSecret makes another secret, which takes over from the one before.
func (s *Service) RotateWebhookSecret(ctx context.Context, by Actor, application string) (w Webhook, err error) {
	if err := by.inOrganisation(); err != nil {
		return w, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := livingApplication(ctx, tx, by, application)
		if err != nil {
			return err
		}
		if w, err = s.webhook(ctx, tx, a); err != nil {
			return err
		}
		if len(w.Secrets) > 1 {
			return &Refusal{Code: problem.RotationRunning, Detail: "Two secrets are in use already; the older one ends at " +
				w.Secrets[1].EndsAt.Format(time.RFC3339) + "."}
		}
		old := w.Secrets[0]
		old.EndsAt = s.now().Add(secretsOverlap)
		w.Secrets[0] = old
		if err := tx.UpdateWebhookSecret(ctx, old); err != nil {
			return err
		}
		secret, err := s.newWebhookSecret(ctx, tx, a.ID)
		if err != nil {
			return err
		}
		w.Secrets = slices.Insert(w.Secrets, 0, secret)
		return s.auditWebhook(ctx, tx, by, a, "webhook.rotated")
	})
	return w, err
}

func (s *Service) auditWebhook(ctx context.Context, tx Tx, by Actor, a Application, action string) error {
	return s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "application", Object: a.ID, ObjectName: a.Name, Organisation: a.Organisation})
}

// SendTestEvent sends a webhook.test to the webhook address of an application.
func (s *Service) SendTestEvent(ctx context.Context, by Actor, application string) (d Delivery, err error) {
	if err := by.inOrganisation(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := livingApplication(ctx, tx, by, application)
		if err != nil {
			return err
		}
		if a.WebhookURL == "" {
			return errNoWebhook
		}
		if err := s.attemptAt(ctx, tx, testLimit, a.ID); err != nil {
			return err
		}
		o, err := tx.Organisation(ctx, a.Organisation)
		if err != nil {
			return err
		}
		if d, err = s.deliver(ctx, tx, a, o, EventData{Type: WebhookTest}); err != nil {
			return err
		}
		return s.auditWebhook(ctx, tx, by, a, "webhook.tested")
	})
	return d, err
}

var errNoWebhook = refuse(problem.WebhookMissing, "The application has no address for webhooks.")

// Deliveries lists what was sent to the webhook address of an application, or will be, the latest first, without payloads.
func (s *Service) Deliveries(ctx context.Context, by Actor, f DeliveryFilter) (list []Delivery, next string, err error) {
	if err := by.inOrganisation(); err != nil {
		return nil, "", err
	}
	limit := f.Limit
	f.Limit++
	err = s.store.View(ctx, func(tx Tx) error {
		if _, err := livingApplication(ctx, tx, by, f.Application); err != nil {
			return err
		}
		list, err = tx.Deliveries(ctx, f)
		return err
	})
	list, next = page(list, limit, func(d Delivery) Place { return Place{d.CreatedAt, d.ID} })
	return list, next, err
}

// Delivery gives one delivery with its payload.
func (s *Service) Delivery(ctx context.Context, by Actor, application, id string) (d Delivery, err error) {
	if err := by.inOrganisation(); err != nil {
		return d, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		d, err = ownDelivery(ctx, tx, by, application, id)
		return err
	})
	return d, err
}

func ownDelivery(ctx context.Context, tx Tx, by Actor, application, id string) (Delivery, error) {
	if _, err := livingApplication(ctx, tx, by, application); err != nil {
		return Delivery{}, err
	}
	d, err := tx.Delivery(ctx, id)
	if err == nil && d.Application != application {
		return Delivery{}, ErrNotFound
	}
	return d, err
}

// ResendDelivery sends a payload once more, as a delivery of its own, to the address that the application has now, or that a
// callback brings.
func (s *Service) ResendDelivery(ctx context.Context, by Actor, application, id string) (d Delivery, err error) {
	if err := by.inOrganisation(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		before, err := ownDelivery(ctx, tx, by, application, id)
		if err != nil {
			return err
		}
		d, err = s.resend(ctx, tx, by, before, "")
		return err
	})
	return d, err
}

// resend sends a payload once more. The fallback is the address of callbacks without another.
func (s *Service) resend(ctx context.Context, tx Tx, by Actor, before Delivery, fallback string) (Delivery, error) {
	a, err := tx.Application(ctx, before.Application)
	if err != nil {
		return Delivery{}, err
	}
	url := cmp.Or(before.Callback.URL, a.WebhookURL, fallback)
	switch {
	case url == "":
		return Delivery{}, errNoWebhook
	case before.State == DeliveryPending:
		return Delivery{}, refuse(problem.DeliveryUnderWay, "The delivery is still pending.")
	}
	if err := s.attemptAt(ctx, tx, resentLimit, a.ID); err != nil {
		return Delivery{}, err
	}
	now := s.now()
	d := before
	d.ID, d.URL, d.State, d.Attempts, d.CreatedAt, d.NextAt, d.ResendOf = s.newID(), url, DeliveryPending, nil, now, now, before.ID
	if err := tx.InsertDelivery(ctx, d); err != nil {
		return Delivery{}, err
	}
	return d, s.audit(ctx, tx, by, AuditEntry{Action: "delivery.resent", ObjectKind: "delivery", Object: before.ID, ObjectName: before.Type,
		Application: a.ID, Organisation: a.Organisation})
}
