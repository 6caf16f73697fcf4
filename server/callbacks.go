package server

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/webhook"
)

// CallbackLedger is a CallbackSender that can be asked what became of the callbacks of a sandbox. Errors are
// ErrNoCallback, ErrCallbackUnderWay, a *CallbackRefused, or those of package portal.
type CallbackLedger interface {
	CallbackSender
	// CallbackPage gives callbacks of a sandbox, the latest first: at most a number, of a status unless that is "", and
	// older than the one of an id unless that is "". more tells that there are others.
	CallbackPage(ctx context.Context, sandboxKey string, f CallbackFilter) (list []CallbackDelivery, more bool, err error)
	// CallbackDelivery gives one callback of a sandbox.
	CallbackDelivery(ctx context.Context, sandboxKey, id string) (CallbackDelivery, error)
	// ResendCallback sends a callback once more for somebody, and gives the delivery that is on its way.
	ResendCallback(ctx context.Context, by portal.Actor, sandboxKey, id string) (CallbackDelivery, error)
}

// CallbackFilter narrows a list of callbacks.
type CallbackFilter struct {
	Status CallbackStatus
	Before string
	Most   int
}

// CallbackStatus says what became of a callback.
type CallbackStatus string

// A callback is pending until it was taken, given up, or dropped because too many were waiting.
const (
	CallbackPending   CallbackStatus = "pending"
	CallbackDelivered CallbackStatus = "delivered"
	CallbackFailed    CallbackStatus = "failed"
	CallbackDropped   CallbackStatus = "dropped"
)

// CallbackDelivery is a callback and what became of it. Whoever shows the callback's body must redact it.
type CallbackDelivery struct {
	ID       string
	Callback engine.Callback
	// URL is where it goes, whether the callback brings the address or not.
	URL     string
	Status  CallbackStatus
	Failure string
	Created time.Time
	// Next is when it is tried again, where that is known; ResendOf is the delivery that it repeats, if any.
	Next     time.Time
	ResendOf string
	Attempts []CallbackAttempt
}

// CallbackAttempt is one attempt to deliver a callback; Status is 0 without an answer.
type CallbackAttempt struct {
	At      time.Time
	Status  int
	Failure string
	Took    time.Duration
}

// ErrNoCallback is the error for a callback that the sandbox has not sent, or that is not kept any more.
var ErrNoCallback = errors.New("the sandbox has no such callback")

// ErrCallbackUnderWay is the error for sending again what is still being sent.
var ErrCallbackUnderWay = errors.New("the callback is still being delivered")

// CallbackRefused is the error for sending again what cannot be sent.
type CallbackRefused struct{ Reason string }

// Error says why.
func (e *CallbackRefused) Error() string { return e.Reason }

// SandboxCallbacks is a CallbackLedger that keeps callbacks in memory.
type SandboxCallbacks struct{ *webhook.Sender }

var (
	_ CallbackLedger  = SandboxCallbacks{}
	_ CallbackCounter = SandboxCallbacks{}
)

// CallbackStats implements CallbackCounter.
func (c SandboxCallbacks) CallbackStats() CallbackStats {
	s := c.Stats()
	return CallbackStats{Pending: s.Pending, Delivered: s.Delivered, Failed: s.Failed, Dropped: s.Dropped, Retries: s.Retries}
}

// CallbackPage implements CallbackLedger.
func (c SandboxCallbacks) CallbackPage(_ context.Context, sandboxKey string, f CallbackFilter) (list []CallbackDelivery, more bool, err error) {
	all := c.Deliveries(sandboxKey)
	slices.Reverse(all)
	if f.Before != "" {
		i := slices.IndexFunc(all, func(d webhook.Delivery) bool { return d.ID == f.Before })
		if i < 0 {
			return nil, false, ErrNoCallback
		}
		all = all[i+1:]
	}
	for i := range all {
		d := sentCallback(&all[i])
		if f.Status != "" && d.Status != f.Status {
			continue
		}
		if len(list) == f.Most {
			return list, true, nil
		}
		list = append(list, d)
	}
	return list, false, nil
}

// CallbackDelivery implements CallbackLedger.
func (c SandboxCallbacks) CallbackDelivery(_ context.Context, sandboxKey, id string) (CallbackDelivery, error) {
	d, ok := c.Delivery(sandboxKey, id)
	if !ok {
		return CallbackDelivery{}, ErrNoCallback
	}
	return sentCallback(&d), nil
}

// ResendCallback implements CallbackLedger.
func (c SandboxCallbacks) ResendCallback(ctx context.Context, _ portal.Actor, sandboxKey, id string) (CallbackDelivery, error) {
	d, err := c.Resend(ctx, sandboxKey, id)
	switch {
	case errors.Is(err, webhook.ErrUnknownDelivery):
		return CallbackDelivery{}, ErrNoCallback
	case errors.Is(err, webhook.ErrPending):
		return CallbackDelivery{}, ErrCallbackUnderWay
	case err != nil:
		return CallbackDelivery{}, &CallbackRefused{d.Error}
	}
	return sentCallback(&d), nil
}

func sentCallback(d *webhook.Delivery) CallbackDelivery {
	out := CallbackDelivery{ID: d.ID, Callback: d.Callback, URL: d.URL, Status: CallbackStatus(d.Status), Failure: d.Error, Created: d.Created}
	if d.Status == webhook.Queued || d.Status == webhook.Waiting {
		out.Status = CallbackPending
	}
	for _, a := range d.Attempts {
		out.Attempts = append(out.Attempts, CallbackAttempt{At: a.At, Status: a.Code, Failure: a.Error, Took: a.Took})
	}
	return out
}
