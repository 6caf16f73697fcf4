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

	kept     atomic.Bool   // it stands in the registry
	used     atomic.Uint64 // the registry's tick when it was last used
	draws    atomic.Uint64 // requests that chance was dealt to
	waits    atomic.Bool   // it stands in the registry's set of those that have something left to do
	doubtful atomic.Bool   // the store may have another version

	coverage atomic.Pointer[engine.Coverage]

	core  atomic.Pointer[core]
	guard sync.Mutex // held while core is replaced

	journal journal
	waiting queue // entries of the journal that are still to be written
}

// core is everything that a decision may depend on, and what a sandbox keeps beside. It is immutable: a change puts
// another one in its place.
type core struct {
	version  int64 // in the store; 0 when it keeps none
	state    *engine.State
	clock    clock
	seed     uint64
	selected []string
	// overrides are in the order in which they were set; number is that of the last one that was ever set.
	overrides []override
	number    int
	ends      time.Time // of the override that ends first; zero when none does
	compiled  *compiled
	// snapshots are those that were asked for; provider is the one that provider states go back to, and called tells that
	// a request has come since the last of them.
	snapshots []*saved
	provider  *saved
	called    bool
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

// Prefer gives the document's own answer as a request prefers it, in this sandbox: nothing of it changes. The world is
// completed as Decide does. The error is that of engine.Program.Prefer, or wraps ErrStorage.
func (s *Sandbox) Prefer(p *engine.Program, o *contract.Operation, pref engine.Preference, w *engine.World) (engine.Decision, error) {
	s = s.keep()
	s.touch()
	if err := s.noteCall(); err != nil {
		return engine.Decision{State: s.State()}, err
	}
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

// State gives the sandbox's state; nil when nothing has happened. States are immutable.
func (s *Sandbox) State() *engine.State { return s.own().core.Load().state }

// Seed gives where the sandbox's chance comes from.
func (s *Sandbox) Seed() uint64 { return s.own().core.Load().seed }

// SetSeed has chance begin anew from a seed: the same requests then meet the same chance again. The error wraps
// ErrStorage.
func (s *Sandbox) SetSeed(seed uint64) error {
	return s.change(func(d *draft) error {
		d.seed = seed
		d.rewind(0)
		return nil
	})
}

// Reset has the sandbox begin anew: state, what was left to do, counters, chance, clock, selection and overrides are as
// in a new one, and answers for requests that are sent again are forgotten. Its seed, its snapshots and its journal
// stay. The error wraps ErrStorage.
func (s *Sandbox) Reset() error {
	return s.change(func(d *draft) error {
		d.core = core{seed: d.seed, snapshots: d.snapshots}
		d.rewind(0)
		d.forget = true
		return nil
	})
}

// mix spreads a seed and a number over 64 bits (the finaliser of SplitMix64).
func mix(seed, n uint64) uint64 {
	z := seed + n*0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
