package portal

import (
	"context"
	"fmt"
	"time"
)

// Outgoing is a delivery on its way, with the open secrets that it is signed with.
type Outgoing struct {
	Delivery
	Secrets []string
}

// deliveryPauses are the times between the attempts at a delivery, about as Standard Webhooks propose; deliveryEnds is
// when it is given up, counted from its making.
var deliveryPauses = []time.Duration{5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 14 * time.Hour,
	20 * time.Hour, 24 * time.Hour}

const (
	deliveryEnds = 72 * time.Hour
	// deliveryLease is how long whoever tries a delivery has for it until another process does.
	deliveryLease = time.Minute
	// deliveriesLast is how long finished deliveries can be read.
	deliveriesLast = 30 * 24 * time.Hour
	maxTold        = 500 // characters of a failure
)

// ClaimDeliveries gives deliveries whose time has come. Nobody else gets them for a minute.
func (s *Service) ClaimDeliveries(ctx context.Context, limit int) (list []Outgoing, err error) {
	waiting := false
	err = s.store.View(ctx, func(tx Tx) error {
		due, err := tx.DueDeliveries(ctx, s.now(), 1)
		waiting = len(due) > 0
		return err
	})
	if err != nil || !waiting {
		return nil, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		list = nil
		now := s.now()
		due, err := tx.DueDeliveries(ctx, now, limit)
		if err != nil {
			return err
		}
		for _, d := range due {
			out, err := s.claimDelivery(ctx, tx, d, now)
			if err != nil {
				return err
			}
			if out != nil {
				list = append(list, *out)
			}
		}
		return tx.DeleteDeliveries(ctx, now.Add(-deliveriesLast))
	})
	if err != nil {
		return nil, fmt.Errorf("claim deliveries: %w", err)
	}
	return list, nil
}

// claimDelivery claims one delivery; nil is one that is given up because its application is gone.
func (s *Service) claimDelivery(ctx context.Context, tx Tx, d Delivery, now time.Time) (*Outgoing, error) {
	a, err := tx.Application(ctx, d.Application)
	if err != nil && !notFound(err) {
		return nil, err
	}
	if err != nil || a.State == ApplicationDeleted {
		d.State = DeliveryFailed
		return nil, tx.UpdateDelivery(ctx, d)
	}
	w, err := s.webhook(ctx, tx, a)
	if err != nil {
		return nil, err
	}
	out := &Outgoing{Delivery: d}
	for _, secret := range w.Secrets {
		out.Secrets = append(out.Secrets, secret.Secret)
	}
	d.NextAt = now.Add(deliveryLease)
	return out, tx.UpdateDelivery(ctx, d)
}

// NoteDelivery notes an attempt at a delivery. final tells that there is to be no other; asked is how long the receiver
// wants to be left alone.
func (s *Service) NoteDelivery(ctx context.Context, id string, a DeliveryAttempt, final bool, asked time.Duration) error {
	return s.store.Update(ctx, func(tx Tx) error {
		d, err := tx.Delivery(ctx, id)
		if err != nil {
			return err
		}
		if d.State != DeliveryPending {
			return nil // another process was faster, after all
		}
		a.Failure = shorten(a.Failure, maxTold)
		d.Attempts = append(d.Attempts, a)
		now := s.now()
		next := now.Add(max(deliveryPauses[min(len(d.Attempts), len(deliveryPauses))-1], asked))
		switch {
		case a.Failure == "" && a.Status/100 == 2:
			d.State = DeliveryDelivered
		case final, next.Sub(d.CreatedAt) > deliveryEnds:
			d.State = DeliveryFailed
		default:
			d.NextAt = next
		}
		return tx.UpdateDelivery(ctx, d)
	})
}
