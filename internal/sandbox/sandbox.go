package sandbox

import (
	"hash/fnv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// Sandbox is what one caller has: nothing in it is visible to another. It is safe for concurrent use.
type Sandbox struct {
	key      string
	registry *Registry

	kept   atomic.Bool   // it stands in the registry
	used   atomic.Uint64 // the registry's tick when it was last used
	draws  atomic.Uint64 // requests that chance was dealt to
	called atomic.Bool   // a request has come since the last provider state
	waits  atomic.Bool   // it stands in the registry's set of those that have something left to do

	coverage atomic.Pointer[engine.Coverage]

	core  atomic.Pointer[core]
	guard sync.Mutex // held while core is replaced, and over what follows
	// snapshots are those that were asked for; provider is the one that provider states go back to.
	snapshots []*saved
	provider  *saved

	journal journal
}

// core is everything that a decision may depend on. It is immutable: a change puts another one in its place.
type core struct {
	state    *engine.State
	clock    clock
	seed     uint64
	selected []string
	// overrides are in the order in which they were set; number is that of the last one that was ever set.
	overrides []override
	number    int
	ends      time.Time // of the override that ends first; zero when none does
	compiled  *compiled
}

func newSandbox(r *Registry, key string) *Sandbox {
	s := &Sandbox{key: key, registry: r}
	h := fnv.New64a()
	h.Write([]byte(key)) // never fails
	s.core.Store(&core{seed: mix(r.seed, h.Sum64()) & maxSeed})
	return s
}

// maxSeed keeps the seeds that are made here within the integers that every JSON reader keeps exactly.
const maxSeed = 1<<53 - 1

// Key gives the sandbox's key.
func (s *Sandbox) Key() string { return s.key }

// own gives the sandbox that stands in the registry under the key, or else this one.
func (s *Sandbox) own() *Sandbox {
	if s.kept.Load() {
		return s
	}
	if other := s.registry.find(s.key); other != nil {
		return other
	}
	return s
}

// keep gives the sandbox that stands in the registry under the key, which is this one if there is none yet.
func (s *Sandbox) keep() *Sandbox {
	if s.kept.Load() {
		return s
	}
	return s.registry.keep(s)
}

// with gives a copy of the core that an edit has changed.
func (c *core) with(edit func(*core)) *core {
	next := *c
	edit(&next)
	return &next
}

// change replaces the core by an edited copy of it, in turn with others.
func (s *Sandbox) change(edit func(*core) error) error {
	s = s.keep()
	s.touch()
	s.guard.Lock()
	defer s.guard.Unlock()
	next := *s.core.Load()
	if err := edit(&next); err != nil {
		return err
	}
	s.store(&next)
	return nil
}

// store puts a core in place; the guard is held.
func (s *Sandbox) store(c *core) {
	s.core.Store(c)
	if _, ok := c.state.Due(); ok {
		s.registry.due.add(s)
	}
}

// Decide decides about a request in this sandbox. It completes the world: Now, Seed, Number, State, Levels.Overrides
// and Levels.Selected are the sandbox's. What is due by the sandbox's clock is done first. When neither that nor a rule
// can change the sandbox, no lock is taken.
//
// Callbacks of the decision include those of what was due; they are to be sent after an error, too. The error is that
// of engine.Program.Decide.
func (s *Sandbox) Decide(p *engine.Program, req *contract.Request, w *engine.World) (engine.Decision, error) {
	s = s.keep()
	s.touch()
	s.noteCall()
	draw := s.draws.Add(1)
	c := s.core.Load()
	if s.complete(c, p, w, draw) && !p.Writes(req.Operation, &w.Levels) {
		return p.Decide(req, w)
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	c = s.expire(s.core.Load())
	c, sent := s.catchUp(c, p)
	s.complete(c, p, w, draw)
	d, err := p.Decide(req, w)
	if d.State != c.state {
		s.store(c.with(func(c *core) { c.state = d.State }))
	}
	if len(sent) > 0 {
		d.Callbacks = append(sent, d.Callbacks...)
	}
	return d, err
}

// Prefer gives the document's own answer as a request prefers it, in this sandbox: nothing of it changes. The world is
// completed as Decide does. The error is that of engine.Program.Prefer.
func (s *Sandbox) Prefer(p *engine.Program, o *contract.Operation, pref engine.Preference, w *engine.World) (engine.Decision, error) {
	s = s.keep()
	s.touch()
	s.noteCall()
	s.complete(s.core.Load(), p, w, s.draws.Add(1))
	return p.Prefer(o, pref, w)
}

// complete tells the world what the sandbox knows. It is false when something is due, or an override has ended, so
// that the core has to be changed first.
func (s *Sandbox) complete(c *core, p *engine.Program, w *engine.World, draw uint64) (current bool) {
	now := s.registry.clock()
	w.Now, w.Seed, w.Number, w.State = c.clock.now(now), c.seed, draw, c.state
	w.Levels.Selected, w.Levels.Overrides = c.selected, nil
	if s.coverage.Load() != nil {
		w.Coverage = s.coverageOf(p)
	}
	if len(c.overrides) > 0 {
		w.Levels.Overrides = c.compiled.of(p, c.overrides).active
		if !c.ends.IsZero() && !now.Before(c.ends) {
			return false
		}
	}
	due, ok := c.state.Due()
	return !ok || due.After(w.Now)
}

// catchUp does what is due by the sandbox's clock; the guard is held.
func (s *Sandbox) catchUp(c *core, p *engine.Program) (*core, []engine.Callback) {
	now := c.clock.now(s.registry.clock())
	if due, ok := c.state.Due(); !ok || due.After(now) {
		return c, nil
	}
	state, sent, failed := p.Advance(c.state, now)
	for _, err := range failed {
		s.registry.failures.Add(1)
		if s.registry.failed != nil {
			s.registry.failed(s.key, err)
		}
	}
	next := c.with(func(c *core) { c.state = state })
	s.store(next)
	return next, sent
}

// runDue does what is due, if anything is.
func (s *Sandbox) runDue(p *engine.Program) []engine.Callback {
	c := s.core.Load()
	due, ok := c.state.Due()
	if ok && due.After(c.clock.now(s.registry.clock())) {
		return nil
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	c, sent := s.catchUp(s.core.Load(), p)
	if _, more := c.state.Due(); !more {
		s.registry.due.remove(s)
	}
	return sent
}

// State gives the sandbox's state; nil when nothing has happened. States are immutable.
func (s *Sandbox) State() *engine.State { return s.own().core.Load().state }

// Seed gives where the sandbox's chance comes from.
func (s *Sandbox) Seed() uint64 { return s.own().core.Load().seed }

// SetSeed has chance begin anew from a seed: the same requests then meet the same chance again.
func (s *Sandbox) SetSeed(seed uint64) {
	s = s.keep()
	s.edit(func(c *core) {
		c.seed = seed
		s.draws.Store(0)
	})
}

// edit is change for edits that cannot fail.
func (s *Sandbox) edit(do func(*core)) {
	_ = s.change(func(c *core) error { // nil, since the edit gives nil
		do(c)
		return nil
	})
}

// Reset has the sandbox begin anew: state, what was left to do, counters, chance, clock, selection and overrides are as
// in a new one. Its seed, its snapshots and its journal stay.
func (s *Sandbox) Reset() {
	s = s.keep()
	s.edit(func(c *core) {
		*c = core{seed: c.seed}
		s.draws.Store(0)
		s.provider = nil
	})
}

// mix spreads a seed and a number over 64 bits (the finaliser of SplitMix64).
func mix(seed, n uint64) uint64 {
	z := seed + n*0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
