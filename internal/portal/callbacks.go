package portal

import (
	"cmp"
	"context"
	"errors"

	"github.com/sandbank/sandbank/internal/problem"
)

// This file is about what scenarios call back from the sandbox of an application. It is delivered like what applications
// are told of decisions; whoever has the application's key can read it and have it sent again.

// CallbackSource says what was called back.
type CallbackSource struct {
	// API, Operation and Name are those of the document; Operation is empty for a webhook.
	API, Operation, Name string
	// URL is the address that the callback brings; "" for one that goes where the application has its webhooks.
	URL string
}

// CallBack sends what a scenario calls back from the sandbox of an application: to the address that it brings, or else to
// the application's, or else to the fallback. A callback without any address is not sent.
func (s *Service) CallBack(ctx context.Context, application, fallback string, d Delivery) error {
	return s.store.Update(ctx, func(tx Tx) error {
		a, err := tx.Application(ctx, application)
		if err != nil {
			return err
		}
		d.URL = cmp.Or(d.Callback.URL, a.WebhookURL, fallback)
		if d.URL == "" || len(d.URL) > maxDeliveryURL {
			return errNoAddress
		}
		now := s.now()
		d.ID, d.Message, d.Application, d.Type, d.State, d.CreatedAt, d.NextAt = s.newID(), s.newID(), a.ID, ScenarioCallback, DeliveryPending, now, now
		return tx.InsertDelivery(ctx, d)
	})
}

var errNoAddress = errors.New("there is no address to call back, or it is too long")

// Callbacks lists what was called back from the sandbox of an application, the latest first, with what is sent: at most a
// number, older than the one of an id, which may be "". more tells that there are others. The caller has made sure that
// the application's sandbox may be seen.
func (s *Service) Callbacks(ctx context.Context, application string, state DeliveryState, before string, most int) (list []Delivery, more bool, err error) {
	f := DeliveryFilter{Application: application, Type: ScenarioCallback, State: state, Payloads: true, Limit: most + 1}
	err = s.store.View(ctx, func(tx Tx) error {
		if before != "" {
			d, err := callbackOf(ctx, tx, application, before)
			if err != nil {
				return err
			}
			f.After = Place{d.CreatedAt, d.ID}
		}
		list, err = tx.Deliveries(ctx, f)
		return err
	})
	if more = len(list) > most; more {
		list = list[:most]
	}
	return list, more, err
}

// Callback gives one callback from the sandbox of an application.
func (s *Service) Callback(ctx context.Context, application, id string) (d Delivery, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		d, err = callbackOf(ctx, tx, application, id)
		return err
	})
	return d, err
}

// callbackOf finds a callback of an application. The error is a *Refusal when there is none.
func callbackOf(ctx context.Context, tx Tx, application, id string) (Delivery, error) {
	d, err := tx.Delivery(ctx, id)
	if notFound(err) || err == nil && (d.Application != application || d.Type != ScenarioCallback) {
		return Delivery{}, refuse(problem.CallbackNotFound, "This sandbox has no callback of this id.")
	}
	return d, err
}

// ResendCallback sends a callback once more, as a delivery of its own, on behalf of somebody who may act on the sandbox of
// the application.
func (s *Service) ResendCallback(ctx context.Context, by Actor, application, fallback, id string) (d Delivery, err error) {
	err = s.store.Update(ctx, func(tx Tx) error {
		before, err := callbackOf(ctx, tx, application, id)
		if err != nil {
			return err
		}
		d, err = s.resend(ctx, tx, by, before, fallback)
		return err
	})
	return d, err
}
