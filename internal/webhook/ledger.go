package webhook

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
)

// Status says what has become of a delivery.
type Status string

const (
	// Queued deliveries wait for their first attempt, or for one that was asked for again.
	Queued Status = "queued"
	// Waiting deliveries have failed and will be tried again.
	Waiting Status = "waiting"
	// Delivered ones were answered with a 2xx status.
	Delivered Status = "delivered"
	// Failed ones are not tried again.
	Failed Status = "failed"
	// Dropped ones were never tried: too many were waiting.
	Dropped Status = "dropped"
)

// Delivery is one callback and what has become of it.
type Delivery struct {
	// ID is also sent as webhook-id: it stays the same whenever the callback is sent again, so that the receiver can
	// tell.
	ID      string
	Sandbox string
	// Callback is what is sent. Whoever shows its body must redact it.
	Callback engine.Callback
	// URL is where it goes: the callback's own address, or that of the sandbox.
	URL     string
	Created time.Time
	Status  Status
	// Error says why the status is Waiting, Failed or Dropped.
	Error    string
	Attempts []Attempt
}

// Attempt is one try of a delivery.
type Attempt struct {
	At   time.Time
	Took time.Duration
	// Code is the status that the receiver answered with; 0 when there was no answer.
	Code int
	// Error is "" for an attempt that was successful.
	Error string
}

// record is a delivery as the sender holds it; the sender's lock guards it.
type record struct {
	Delivery
	signer *signer
	kept   *list.Element // in ledger.order; nil once forgotten
}

// ErrUnknownDelivery is the error for a delivery that is not kept, or no longer.
var ErrUnknownDelivery = errors.New("there is no such delivery")

// ErrPending is the error for sending again what is still being sent.
var ErrPending = errors.New("the delivery is not finished yet")

// ledger keeps deliveries: at most so many of each sandbox, and of all so many that their bodies stay within bounds.
// The oldest are forgotten first.
type ledger struct {
	most, mostBytes  int
	bytes, forgotten int
	order            *list.List // of *record, oldest first
	sandboxes        map[string][]*record
}

// maxKept bounds the deliveries kept in all.
const maxKept = 100_000

func newLedger(most, mostBytes int) ledger {
	return ledger{most: most, mostBytes: mostBytes, order: list.New(), sandboxes: map[string][]*record{}}
}

func (l *ledger) add(r *record) {
	r.kept = l.order.PushBack(r)
	l.sandboxes[r.Sandbox] = append(l.sandboxes[r.Sandbox], r)
	l.bytes += len(r.Callback.Body)
	if own := l.sandboxes[r.Sandbox]; len(own) > l.most {
		l.forget(own[0])
	}
	for l.order.Len() > 1 && (l.bytes > l.mostBytes || l.order.Len() > maxKept) {
		l.forget(l.order.Front().Value.(*record))
	}
}

func (l *ledger) forget(r *record) {
	l.order.Remove(r.kept)
	r.kept = nil
	l.forgotten++
	l.bytes -= len(r.Callback.Body)
	own := l.sandboxes[r.Sandbox]
	own = slices.DeleteFunc(own, func(o *record) bool { return o == r })
	if len(own) == 0 {
		delete(l.sandboxes, r.Sandbox)
		return
	}
	l.sandboxes[r.Sandbox] = own
}

func (l *ledger) find(sandbox, id string) *record {
	for _, r := range l.sandboxes[sandbox] {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// maxAttempts bounds the attempts that are listed of one delivery; sending it again adds to them.
const maxAttempts = 50

func (r *record) note(a Attempt) {
	if len(r.Attempts) == maxAttempts {
		r.Attempts = slices.Delete(r.Attempts, 0, 1)
	}
	r.Attempts = append(r.Attempts, a)
}

func (r *record) copy() Delivery {
	d := r.Delivery
	d.Attempts = slices.Clone(d.Attempts)
	return d
}

// Deliveries gives the deliveries of a sandbox that are kept, oldest first.
func (s *Sender) Deliveries(sandbox string) []Delivery {
	s.mu.Lock()
	defer s.mu.Unlock()
	own := s.ledger.sandboxes[sandbox]
	out := make([]Delivery, 0, len(own))
	for _, r := range own {
		out = append(out, r.copy())
	}
	return out
}

// Delivery gives one delivery of a sandbox; ok is false when it is not kept.
func (s *Sender) Delivery(sandbox, id string) (d Delivery, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.ledger.find(sandbox, id)
	if r == nil {
		return Delivery{}, false
	}
	return r.copy(), true
}

// Resend sends a finished delivery once more, under its id, to where the sandbox's callbacks go by now. The attempts
// made before stay listed. Errors are ErrUnknownDelivery, ErrPending, or say why the callback cannot be sent.
func (s *Sender) Resend(ctx context.Context, sandbox, id string) (Delivery, error) {
	s.mu.Lock()
	r := s.ledger.find(sandbox, id)
	if r == nil {
		s.mu.Unlock()
		return Delivery{}, fmt.Errorf("%s: %w", id, ErrUnknownDelivery)
	}
	if r.Status == Queued || r.Status == Waiting {
		defer s.mu.Unlock()
		return r.copy(), fmt.Errorf("%s: %w", id, ErrPending)
	}
	r.Status, r.Error = Queued, "" // claimed: nobody else sends it now
	s.mu.Unlock()

	t, err := s.aim(sandbox, r.Callback)
	s.mu.Lock()
	var dropped drop
	if err != nil {
		r.Status, r.Error = Failed, err.Error()
		err = fmt.Errorf("%s cannot be sent again: %w", id, err)
	} else {
		r.URL, r.signer = t.url, t.signer
		dropped = s.enqueue(r)
	}
	d := r.copy()
	s.mu.Unlock()
	s.tellDropped(ctx, dropped)
	return d, err
}

// Forget drops what is kept of a sandbox, for when the sandbox is reset. What is under way goes on.
func (s *Sender) Forget(sandbox string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range slices.Clone(s.ledger.sandboxes[sandbox]) {
		s.ledger.forget(r)
	}
}
