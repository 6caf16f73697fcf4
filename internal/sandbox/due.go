package sandbox

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
)

// Due is what became due in one sandbox: callbacks to be sent.
type Due struct {
	Sandbox   *Sandbox
	Callbacks []engine.Callback
}

const (
	// pollPeriod is how often a store is asked for sandboxes that are not in memory and have something to do.
	pollPeriod = time.Second
	// sweepPeriod is how often a store is asked to clear what has expired.
	sweepPeriod = 10 * time.Minute
	// maxWoken bounds how many of them are brought into memory at a time.
	maxWoken = 100
)

// RunDue does whatever is due in any sandbox, each by its own clock and by the program that plays it, and gives what is
// to be sent. It is called again
// and again while the server runs; a request runs the steps of its own sandbox in any case. What cannot be kept is not
// done, and Options.Failed is told; it is tried again with the next poll of the store.
func (r *Registry) RunDue(program func(key string) *engine.Program) []Due {
	polls := r.store != nil && r.isTime(&r.polled, pollPeriod)
	if polls {
		r.wake()
	}
	if r.store != nil && r.isTime(&r.swept, sweepPeriod) {
		r.sweep()
	}
	var out []Due
	for _, s := range r.due.all() {
		if !s.kept.Load() {
			r.due.remove(s)
			continue
		}
		if s.doubtful.Load() && !polls {
			continue
		}
		sent, err := s.runDue(program(s.key))
		if err != nil {
			r.tell(s.key, err)
		}
		if len(sent) > 0 {
			out = append(out, Due{s, sent})
		}
	}
	return out
}

// isTime tells whether a period is over since it was true the last time.
func (r *Registry) isTime(last *atomic.Int64, period time.Duration) bool {
	now, before := r.clock().UnixMilli(), last.Load()
	return (now-before >= period.Milliseconds() || now < before) && last.CompareAndSwap(before, now)
}

func (r *Registry) sweep() {
	ctx, cancel := patience()
	defer cancel()
	if err := r.store.Sweep(ctx, r.clock()); err != nil {
		r.tell("", &storageError{err})
	}
}

// wake brings sandboxes into memory that have something to do.
func (r *Registry) wake() {
	ctx, cancel := patience()
	defer cancel()
	keys, err := r.store.Waiting(ctx, r.clock(), maxWoken)
	if err != nil {
		r.tell("", &storageError{err})
		return
	}
	for _, key := range keys {
		if _, err := r.Open(ctx, key); err != nil {
			r.tell(key, err)
		}
	}
}

// fail counts and tells a later effect that could not be done.
func (r *Registry) fail(key string, err error) {
	r.failures.Add(1)
	r.tell(key, err)
}

func (r *Registry) tell(key string, err error) {
	if r.failed != nil {
		r.failed(key, err)
	}
}

// dueSet holds the sandboxes that have something left to do.
type dueSet struct {
	guard   sync.Mutex
	waiting map[*Sandbox]struct{}
}

func (d *dueSet) add(s *Sandbox) {
	if s.waits.Swap(true) {
		return
	}
	d.guard.Lock()
	d.waiting[s] = struct{}{}
	d.guard.Unlock()
}

func (d *dueSet) remove(s *Sandbox) {
	d.guard.Lock()
	delete(d.waiting, s)
	d.guard.Unlock()
	s.waits.Store(false)
}

func (d *dueSet) all() []*Sandbox {
	d.guard.Lock()
	defer d.guard.Unlock()
	out := make([]*Sandbox, 0, len(d.waiting))
	for s := range d.waiting {
		out = append(out, s)
	}
	return out
}
