package server

import (
	"net/http"
	"unicode/utf8"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// GetWebhook answers GET /applications/{application}/webhook.
func (portalAPI) GetWebhook(c *gin.Context, application portalapi.ApplicationParameter) {
	k := callOf(c)
	w, err := k.portal().Webhook(c.Request.Context(), k.actor(), application.String())
	k.webhook(&w, err)
}

// RotateWebhookSecret answers POST /applications/{application}/webhook/rotate-secret.
func (portalAPI) RotateWebhookSecret(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.RotateWebhookSecretParams) {
	k := callOf(c)
	w, err := k.portal().RotateWebhookSecret(c.Request.Context(), k.actor(), application.String())
	k.webhook(&w, err)
}

func (k *call) webhook(w *portal.Webhook, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.gin.Writer.Header()["Cache-Control"] = []string{"no-store"}
	k.json(http.StatusOK, portalapi.Webhook{Url: unlessZero(w.URL), Secrets: mapped(w.Secrets, func(s portal.WebhookSecret) portalapi.WebhookSecret {
		return portalapi.WebhookSecret{Secret: s.Secret, CreatedAt: s.CreatedAt, EndsAt: unlessZero(s.EndsAt)}
	})})
}

// SendTestEvent answers POST /applications/{application}/webhook/test.
func (portalAPI) SendTestEvent(c *gin.Context, application portalapi.ApplicationParameter, _ portalapi.SendTestEventParams) {
	k := callOf(c)
	d, err := k.portal().SendTestEvent(c.Request.Context(), k.actor(), application.String())
	k.delivery(http.StatusAccepted, &d, err)
}

// ListDeliveries answers GET /applications/{application}/deliveries.
func (portalAPI) ListDeliveries(c *gin.Context, application portalapi.ApplicationParameter, params portalapi.ListDeliveriesParams) {
	k := callOf(c)
	after, ok := k.place(params.Cursor)
	if !ok {
		return
	}
	list, next, err := k.portal().Deliveries(c.Request.Context(), k.actor(), portal.DeliveryFilter{
		Application: application.String(), State: portal.DeliveryState(given(params.State)), After: after, Limit: limitOf(params.Limit),
	})
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.DeliveryPage{Next: unlessZero(next), Deliveries: mapped(list, func(d portal.Delivery) portalapi.Delivery { return deliveryOf(&d) })})
}

// GetDelivery answers GET /applications/{application}/deliveries/{delivery}.
func (portalAPI) GetDelivery(c *gin.Context, application portalapi.ApplicationParameter, id portalapi.DeliveryParameter) {
	k := callOf(c)
	d, err := k.portal().Delivery(c.Request.Context(), k.actor(), application.String(), id.String())
	k.delivery(http.StatusOK, &d, err)
}

// ResendDelivery answers POST /applications/{application}/deliveries/{delivery}/resend.
func (portalAPI) ResendDelivery(c *gin.Context, application portalapi.ApplicationParameter, id portalapi.DeliveryParameter, _ portalapi.ResendDeliveryParams) {
	k := callOf(c)
	d, err := k.portal().ResendDelivery(c.Request.Context(), k.actor(), application.String(), id.String())
	k.delivery(http.StatusAccepted, &d, err)
}

// delivery answers with a delivery and its payload.
func (k *call) delivery(status int, d *portal.Delivery, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	out := deliveryOf(d)
	payload := string(d.Payload)
	if !utf8.ValidString(payload) {
		payload = "(not a text)"
	}
	out.Payload = &payload
	k.json(status, out)
}

func deliveryOf(d *portal.Delivery) portalapi.Delivery {
	out := portalapi.Delivery{Id: idOf(d.ID), Type: portalapi.WebhookEventType(d.Type), Url: d.URL, State: portalapi.DeliveryState(d.State), CreatedAt: d.CreatedAt,
		Attempts: mapped(d.Attempts, func(a portal.DeliveryAttempt) portalapi.DeliveryAttempt {
			return portalapi.DeliveryAttempt{At: a.At, Status: unlessZero(a.Status), Failure: unlessZero(a.Failure), TookMillis: wholeMillis(a.Took)}
		})}
	if d.State == portal.DeliveryPending {
		out.NextAttemptAt = &d.NextAt
	}
	if d.ResendOf != "" {
		before := uuid.MustParse(d.ResendOf)
		out.ResendOf = &before
	}
	return out
}
