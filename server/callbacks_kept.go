package server

import (
	"context"
	"log/slog"
	"sync/atomic"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/webhook"
)

// ApplicationCallbacks sends what scenarios call back through the deliveries of applications, whose sandboxes are named by
// their ids.
type ApplicationCallbacks struct {
	portal   *portal.Service
	courier  *webhook.Courier
	fallback string
	log      *slog.Logger
	dropped  *atomic.Uint64
}

var (
	_ CallbackLedger  = ApplicationCallbacks{}
	_ CallbackCounter = ApplicationCallbacks{}
)

// NewApplicationCallbacks makes a sender whose deliveries a courier makes. Callbacks go to the fallback when neither they
// nor the application have an address; "" is none.
func NewApplicationCallbacks(p *portal.Service, courier *webhook.Courier, fallback string, log *slog.Logger) ApplicationCallbacks {
	return ApplicationCallbacks{p, courier, fallback, log, new(atomic.Uint64)}
}

// Send implements CallbackSender: it keeps the callback, which is delivered later. What cannot be kept is logged.
func (a ApplicationCallbacks) Send(ctx context.Context, sandboxKey string, c engine.Callback) {
	err := a.portal.CallBack(ctx, sandboxKey, a.fallback, portal.Delivery{
		Method: c.Method, MediaType: c.Type, Payload: c.Body,
		Callback: portal.CallbackSource{API: c.API, Operation: c.Operation, Name: c.Name, URL: c.URL},
	})
	if err != nil {
		a.dropped.Add(1)
		a.log.WarnContext(ctx, "a callback is not sent", "callback", c.Name, "application", sandboxKey, "reason", err.Error())
	}
}

// CallbackStats implements CallbackCounter, for all deliveries that this process has made. What waits stands in the
// database, for whatever process comes first.
func (a ApplicationCallbacks) CallbackStats() CallbackStats {
	s := a.courier.Stats()
	return CallbackStats{Pending: s.Pending, Delivered: s.Delivered, Failed: s.Failed, Dropped: a.dropped.Load(), Retries: s.Retries}
}

// CallbackPage implements CallbackLedger.
func (a ApplicationCallbacks) CallbackPage(ctx context.Context, sandboxKey string, f CallbackFilter) (list []CallbackDelivery, more bool, err error) {
	if f.Status == CallbackDropped {
		return nil, false, nil // nothing that could not be kept is listed
	}
	found, more, err := a.portal.Callbacks(ctx, sandboxKey, portal.DeliveryState(f.Status), f.Before, f.Most)
	for i := range found {
		list = append(list, keptCallback(&found[i]))
	}
	return list, more, err
}

// CallbackDelivery implements CallbackLedger.
func (a ApplicationCallbacks) CallbackDelivery(ctx context.Context, sandboxKey, id string) (CallbackDelivery, error) {
	d, err := a.portal.Callback(ctx, sandboxKey, id)
	return keptCallback(&d), err
}

// ResendCallback implements CallbackLedger.
func (a ApplicationCallbacks) ResendCallback(ctx context.Context, by portal.Actor, sandboxKey, id string) (CallbackDelivery, error) {
	d, err := a.portal.ResendCallback(ctx, by, sandboxKey, a.fallback, id)
	return keptCallback(&d), err
}

func keptCallback(d *portal.Delivery) CallbackDelivery {
	out := CallbackDelivery{
		ID: d.ID, URL: d.URL, Status: CallbackStatus(d.State), Created: d.CreatedAt, ResendOf: d.ResendOf,
		Callback: engine.Callback{API: d.Callback.API, Operation: d.Callback.Operation, Name: d.Callback.Name, URL: d.Callback.URL,
			Method: d.Method, Type: d.MediaType, Body: d.Payload},
	}
	if d.State == portal.DeliveryPending {
		out.Next = d.NextAt
	}
	for _, t := range d.Attempts {
		out.Attempts = append(out.Attempts, CallbackAttempt{At: t.At, Status: t.Status, Failure: t.Failure, Took: t.Took})
		out.Failure = t.Failure
	}
	return out
}
