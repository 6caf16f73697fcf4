// Package webhook sends callbacks: the requests that an API makes by itself. It takes engine.Callback values from the
// server, signs each one as Standard Webhooks says, and delivers it in the background, so that no answer waits for one.
//
// A callback passes through: Send (webhook.go) → its address is looked at (address.go) → the line of its sandbox, where
// the order is kept → an attempt (attempt.go), whose connection is checked again when it is dialled → later attempts
// after a pause, beside the line → what became of it stays in the ledger (ledger.go), to be listed and sent again.
//
// Everything is bounded: what waits, what is sent at one time, what is kept, how often and how long something is tried.
package webhook

import (
	"cmp"
	"context"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"math/bits"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
)

// Endpoint is where the callbacks of a sandbox go, and what they are signed with.
type Endpoint struct {
	// URL is taken for a callback that brings no address of its own.
	URL string
	// Secret is the key in the notation of Standard Webhooks: "whsec_" and base64.
	Secret string
}

// Options say how callbacks are sent. Clock, Random, Logger and Endpoint are required; zero values of the others stand
// for the defaults.
type Options struct {
	// Clock tells the time of attempts. Signatures carry it, so it is the machine's, not a sandbox's.
	Clock func() time.Time
	// Random gives uniformly distributed numbers, for ids and for spreading repetitions.
	Random func() uint64
	Logger *slog.Logger
	// Endpoint gives the address and the secret of a sandbox. It is asked when a callback is sent, and when it is sent
	// again.
	Endpoint func(sandbox string, c engine.Callback) Endpoint
	// AllowPrivate lets callbacks go to loopback, private, shared and unique-local addresses, and to any port. Other
	// addresses that are not of the public Internet stay refused.
	AllowPrivate bool
	// Resolver finds the addresses of hosts; nil is the machine's.
	Resolver *net.Resolver
	// Wait lets time pass between attempts, ending with the context; nil waits for real.
	Wait func(ctx context.Context, d time.Duration) error

	// Timeout bounds one attempt (5 s). Attempts bounds their number (5). Pause is the time before the second one (1 s);
	// it doubles each time, up to LongestPause (30 s), which also bounds what a receiver can ask for with Retry-After.
	Timeout, Pause, LongestPause time.Duration
	Attempts                     int
	// Queue bounds the callbacks that are not finished (10,000), SandboxQueue those of one sandbox (1,000), Concurrency
	// the attempts under way (32).
	Queue, SandboxQueue, Concurrency int
	// Kept bounds the deliveries kept for one sandbox (100), KeptBytes the bodies kept in all (64 MiB).
	Kept      int
	KeptBytes int
}

func (o Options) orDefault() Options {
	o.Timeout = cmp.Or(o.Timeout, 5*time.Second)
	o.Pause = cmp.Or(o.Pause, time.Second)
	o.LongestPause = cmp.Or(o.LongestPause, 30*time.Second)
	o.Attempts = cmp.Or(o.Attempts, 5)
	o.Queue = cmp.Or(o.Queue, 10_000)
	o.SandboxQueue = cmp.Or(o.SandboxQueue, 1_000)
	o.Concurrency = cmp.Or(o.Concurrency, 32)
	o.Kept = cmp.Or(o.Kept, 100)
	o.KeptBytes = cmp.Or(o.KeptBytes, 64<<20)
	if o.Wait == nil {
		o.Wait = wait
	}
	return o
}

// Sender delivers callbacks in the background. Make one with New and end it with Close. It is safe for concurrent use.
type Sender struct {
	o      Options
	client *http.Client
	slots  chan struct{} // one for each attempt under way
	life   context.Context
	kill   context.CancelFunc
	work   sync.WaitGroup // lines that run, and repetitions

	mu      sync.Mutex
	closing bool
	pending int
	lines   map[string]*line
	ledger  ledger
	stats   Stats
}

// line holds what one sandbox has to send, in order. It exists while it is being worked off. Only first attempts stand
// in line: a receiver that fails does not hold up what comes after.
type line struct {
	waiting []*record
	pending int // in line, under way, or to be repeated
	running bool
}

// Stats counts callbacks since the start. Pending are not finished; of the rest each is in one of the other numbers,
// and Retries are attempts beyond the first.
type Stats struct {
	Pending                              int
	Delivered, Failed, Dropped, Retries  uint64
	KeptDeliveries, KeptBytes, Forgotten int
}

// New makes a sender.
func New(o Options) (*Sender, error) {
	if o.Clock == nil || o.Random == nil || o.Logger == nil || o.Endpoint == nil {
		return nil, errors.New("webhook: clock, random, logger and endpoint are required")
	}
	o = o.orDefault()
	s := &Sender{o: o, slots: make(chan struct{}, o.Concurrency), lines: map[string]*line{}}
	s.ledger = newLedger(o.Kept, o.KeptBytes)
	s.client = newClient(o)
	s.life, s.kill = context.WithCancel(context.Background())
	return s, nil
}

// Send hands a callback of a sandbox over and returns at once. What cannot be sent is noted as failed, what finds the
// queue full as dropped; both are logged, counted, and listed among the sandbox's deliveries. The context only gives
// the log its values: delivering goes on when the request that caused it is over.
func (s *Sender) Send(ctx context.Context, sandbox string, c engine.Callback) {
	r := &record{Delivery: Delivery{ID: s.id(), Sandbox: sandbox, Callback: c, Created: s.o.Clock(), Status: Queued}}
	t, err := s.aim(sandbox, c)
	r.URL, r.signer = t.url, t.signer
	if err != nil {
		s.mu.Lock()
		r.Status, r.Error = Failed, err.Error()
		s.stats.Failed++
		s.ledger.add(r)
		s.mu.Unlock()
		s.o.Logger.WarnContext(ctx, "a callback cannot be sent", "callback", c.Name, "delivery", r.ID, "reason", err.Error())
		return
	}
	s.mu.Lock()
	s.ledger.add(r)
	dropped := s.enqueue(r)
	s.mu.Unlock()
	s.tellDropped(ctx, dropped)
}

// drop says why a callback was dropped, and how many have been by then.
type drop struct {
	reason string
	count  uint64
}

// tellDropped logs the first drop, the second, the fourth and so on, so that a flood is told without another.
func (s *Sender) tellDropped(ctx context.Context, d drop) {
	if bits.OnesCount64(d.count) == 1 {
		s.o.Logger.WarnContext(ctx, "callbacks are dropped", "reason", d.reason, "dropped", d.count)
	}
}

// aim finds out where a callback goes, and how it is signed, and refuses what is no place to send one to.
func (s *Sender) aim(sandbox string, c engine.Callback) (target, error) {
	e := s.o.Endpoint(sandbox, c)
	t := target{url: cmp.Or(c.URL, e.URL)}
	if t.url == "" {
		return t, errors.New("no address is known: the document gives none, and none is set for callbacks")
	}
	if err := CheckURL(t.url, s.o.AllowPrivate); err != nil {
		return t, err
	}
	if err := checkRequest(c); err != nil {
		return t, err
	}
	var err error
	t.signer, err = newSigner(e.Secret)
	return t, err
}

// target is where a callback goes.
type target struct {
	url    string
	signer *signer
}

// enqueue puts a record into the line of its sandbox, or drops it; the lock is held.
func (s *Sender) enqueue(r *record) drop {
	l := s.lines[r.Sandbox]
	if l == nil {
		l = &line{}
	}
	reason := ""
	switch {
	case s.closing:
		reason = "the server is stopping"
	case s.pending >= s.o.Queue:
		reason = "too many callbacks are waiting"
	case l.pending >= s.o.SandboxQueue:
		reason = "too many callbacks of this sandbox are waiting"
	}
	if reason != "" {
		r.Status, r.Error = Dropped, reason
		s.stats.Dropped++
		return drop{reason, s.stats.Dropped}
	}
	s.pending++
	l.pending++
	s.lines[r.Sandbox] = l
	l.waiting = append(l.waiting, r)
	if !l.running {
		l.running = true
		s.work.Add(1)
		go s.workOff(l)
	}
	return drop{}
}

// workOff makes the first attempt for everything in a line, in order.
func (s *Sender) workOff(l *line) {
	defer s.work.Done()
	for {
		s.mu.Lock()
		if len(l.waiting) == 0 {
			l.running = false
			s.mu.Unlock()
			return
		}
		r := l.waiting[0]
		l.waiting[0], l.waiting = nil, l.waiting[1:]
		s.mu.Unlock()
		if pause, again := s.try(r, 1); again {
			s.work.Add(1)
			go s.repeat(r, pause)
		}
	}
}

// repeat makes the attempts after the first.
func (s *Sender) repeat(r *record, pause time.Duration) {
	defer s.work.Done()
	again := true
	for n := 2; again; n++ {
		if err := s.o.Wait(s.life, pause); err != nil {
			s.finish(r, Failed, stopped)
			return
		}
		pause, again = s.try(r, n)
	}
}

const stopped = "the server stopped before the callback was delivered"

// try makes one attempt. again tells that there is to be another, after the pause.
func (s *Sender) try(r *record, n int) (pause time.Duration, again bool) {
	select {
	case s.slots <- struct{}{}:
	case <-s.life.Done():
		s.finish(r, Failed, stopped)
		return 0, false
	}
	a, repeatable, asked := s.attempt(r)
	<-s.slots
	s.mu.Lock()
	r.note(a)
	if n > 1 {
		s.stats.Retries++
	}
	s.mu.Unlock()
	switch {
	case a.Error == "":
		s.finish(r, Delivered, "")
	case s.life.Err() != nil:
		s.finish(r, Failed, stopped)
	case !repeatable || n >= s.o.Attempts:
		s.finish(r, Failed, a.Error)
	default:
		s.mu.Lock()
		r.Status, r.Error = Waiting, a.Error
		s.mu.Unlock()
		return s.pause(n, asked), true
	}
	return 0, false
}

// pause is the time after the nth attempt: it doubles, is spread over half to one and a half, and is no shorter than
// what the receiver asked for.
func (s *Sender) pause(n int, asked time.Duration) time.Duration {
	d := min(s.o.Pause<<min(n-1, 20), s.o.LongestPause)
	d = d/2 + time.Duration(s.o.Random()%uint64(d+1))
	return min(max(d, asked), s.o.LongestPause)
}

// finish notes what became of a callback.
func (s *Sender) finish(r *record, status Status, reason string) {
	s.mu.Lock()
	r.Status, r.Error = status, reason
	s.pending--
	l := s.lines[r.Sandbox]
	if l.pending--; l.pending == 0 {
		delete(s.lines, r.Sandbox)
	}
	if status == Delivered {
		s.stats.Delivered++
	} else {
		s.stats.Failed++
	}
	s.mu.Unlock()
	if status != Delivered {
		s.o.Logger.Warn("a callback was not delivered", "callback", r.Callback.Name, "delivery", r.ID, "reason", reason)
	}
}

// Stats gives what has been counted.
func (s *Sender) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := s.stats
	out.Pending = s.pending
	out.KeptDeliveries, out.KeptBytes, out.Forgotten = s.ledger.order.Len(), s.ledger.bytes, s.ledger.forgotten
	return out
}

// Close takes nothing new and waits until everything is delivered or given up. When the context ends first, the rest is
// given up; the error then says how much that was.
func (s *Sender) Close(ctx context.Context) error {
	s.mu.Lock()
	s.closing = true
	s.mu.Unlock()
	done := make(chan struct{})
	go func() {
		s.work.Wait()
		close(done)
	}()
	defer s.client.CloseIdleConnections()
	defer s.kill()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
	}
	left := s.Stats().Pending
	s.kill()
	<-done
	if left == 0 {
		return nil
	}
	return fmt.Errorf("%d callbacks were given up: %w", left, ctx.Err())
}

var idText = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// id makes the id of a delivery, which is also its webhook-id.
func (s *Sender) id() string {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], s.o.Random())
	binary.BigEndian.PutUint64(b[8:], s.o.Random())
	return "msg_" + idText.EncodeToString(b[:])
}

// wait lets real time pass. It fails when the context ends first.
func wait(ctx context.Context, d time.Duration) error {
	timer, stop := context.WithTimeout(context.WithoutCancel(ctx), d)
	defer stop()
	select {
	case <-timer.Done():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
