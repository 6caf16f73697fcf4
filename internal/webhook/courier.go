package webhook

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

// Depot keeps deliveries until they are taken. Several processes may work on one.
type Depot interface {
	// ClaimDeliveries gives deliveries whose time has come, with the open secrets that they are signed with. Nobody else
	// gets them for a while.
	ClaimDeliveries(ctx context.Context, limit int) ([]portal.Outgoing, error)
	// NoteDelivery notes an attempt. final tells that there is to be no other; asked is how long the receiver wants to be
	// left alone.
	NoteDelivery(ctx context.Context, id string, a portal.DeliveryAttempt, final bool, asked time.Duration) error
}

// CourierOptions say how deliveries are made. Depot, Clock and Logger are required; zero values of the others stand for
// the defaults.
type CourierOptions struct {
	Depot  Depot
	Clock  func() time.Time
	Logger *slog.Logger
	// AllowPrivate and Resolver are as in Options.
	AllowPrivate bool
	Resolver     *net.Resolver
	// Timeout bounds an attempt (5 s), Concurrency those under way (16), Period is how often the depot is asked (1 s).
	Timeout, Period time.Duration
	Concurrency     int
	// Wait is as in Options.
	Wait func(ctx context.Context, d time.Duration) error
}

// Courier delivers what a depot keeps. Make one with NewCourier. It is safe for concurrent use.
type Courier struct {
	o      CourierOptions
	poster poster

	pending                    atomic.Int64
	delivered, failed, retries atomic.Uint64
}

// Stats counts the deliveries of this process. Pending are being tried this moment.
func (c *Courier) Stats() Stats {
	return Stats{Pending: int(c.pending.Load()), Delivered: c.delivered.Load(), Failed: c.failed.Load(), Retries: c.retries.Load()}
}

// NewCourier makes a courier.
func NewCourier(o CourierOptions) (*Courier, error) {
	if o.Depot == nil || o.Clock == nil || o.Logger == nil {
		return nil, errors.New("webhook: depot, clock and logger are required")
	}
	o.Timeout, o.Period, o.Concurrency = cmp.Or(o.Timeout, 5*time.Second), cmp.Or(o.Period, time.Second), cmp.Or(o.Concurrency, 16)
	if o.Wait == nil {
		o.Wait = wait
	}
	client := newClient(Options{Timeout: o.Timeout, Resolver: o.Resolver, AllowPrivate: o.AllowPrivate})
	return &Courier{o: o, poster: poster{client, o.Clock, o.Timeout}}, nil
}

// Run delivers until the context is done.
func (c *Courier) Run(ctx context.Context) {
	defer c.poster.client.CloseIdleConnections()
	for ctx.Err() == nil {
		tried, err := c.Deliver(ctx)
		if err != nil && ctx.Err() == nil {
			c.o.Logger.ErrorContext(ctx, "deliveries of webhooks are held up", "error", err.Error())
		}
		if tried == c.o.Concurrency && err == nil {
			continue // there may be more
		}
		if c.o.Wait(ctx, c.o.Period) != nil {
			return
		}
	}
}

// Deliver tries the deliveries whose time has come, a handful at most, and tells how many it has tried.
func (c *Courier) Deliver(ctx context.Context) (tried int, err error) {
	list, err := c.o.Depot.ClaimDeliveries(ctx, c.o.Concurrency)
	if err != nil {
		return 0, err
	}
	failures := make([]error, len(list))
	var group sync.WaitGroup
	for i := range list {
		group.Go(func() { failures[i] = c.deliver(ctx, &list[i]) })
	}
	group.Wait()
	return len(list), errors.Join(failures...)
}

// deliver makes one attempt and notes it. One that the end of the program has cut off is not noted: another process, or
// the next start, makes it again.
func (c *Courier) deliver(ctx context.Context, out *portal.Outgoing) error {
	c.pending.Add(1)
	defer c.pending.Add(-1)
	a, again, asked := c.attempt(ctx, out)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if len(out.Attempts) > 0 {
		c.retries.Add(1)
	}
	final := a.Error == "" || a.Code == http.StatusGone || a.Code == 0 && !again
	switch {
	case a.Error == "":
		c.delivered.Add(1)
	case final:
		c.failed.Add(1)
	}
	noted := portal.DeliveryAttempt{At: a.At.UTC(), Took: a.Took, Status: a.Code}
	if a.Code == 0 || a.Code/100 == 2 && a.Error != "" {
		noted.Failure = a.Error
	}
	return c.o.Depot.NoteDelivery(ctx, out.ID, noted, final, asked)
}

func (c *Courier) attempt(ctx context.Context, out *portal.Outgoing) (a Attempt, again bool, asked time.Duration) {
	m := message{out.Message, out.URL, out.Method, out.MediaType, out.Payload, nil}
	for _, secret := range out.Secrets {
		s, err := newSigner(secret)
		if err != nil {
			return Attempt{At: c.o.Clock(), Error: err.Error()}, false, 0
		}
		m.signers = append(m.signers, s)
	}
	if err := CheckURL(m.url, c.o.AllowPrivate); err != nil {
		return Attempt{At: c.o.Clock(), Error: err.Error()}, false, 0
	}
	if !isToken(m.method) {
		return Attempt{At: c.o.Clock(), Error: "the method is none"}, false, 0
	}
	return c.poster.post(ctx, m)
}
