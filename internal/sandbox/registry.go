package sandbox

import (
	"cmp"
	"container/heap"
	"hash/maphash"
	"sync"
	"sync/atomic"
	"time"
)

// Options bound a registry. Clock is required; zero values of the others stand for the defaults.
type Options struct {
	// Clock is the server's clock.
	Clock func() time.Time
	// Seed is where the seeds of the sandboxes come from: the same key has the same seed again.
	Seed uint64
	// Sandboxes is how many are kept; 0 is 10,000.
	Sandboxes int
	// JournalEntries is how many entries a sandbox's journal keeps; 0 is 1,000, and less than 0 keeps no journal.
	JournalEntries int
	// JournalBytes is what the journals of all sandboxes may hold together in memory; 0 is 64 MiB, or 16 MiB where a Store
	// has what memory has not.
	JournalBytes int64
	// Programs is how many programs journals keep alive; 0 is 4. With fewer than play sandboxes at a time, entries lose
	// theirs again and again.
	Programs int
	// Failed is told of later effects that could not be done when they were due, which are counted in any case, and of
	// sandboxes that cannot be read or kept while nobody asks: these wrap ErrStorage.
	Failed func(key string, err error)
	// Store keeps sandboxes beyond the process; nil keeps them in memory only, as long as there is room.
	Store Store
	// Process tells this process from others that use the store, now or earlier: a number made at random. Chance that is
	// dealt to the requests of a sandbox that comes from the store begins there, so that no other process deals the same.
	Process uint32
}

// Registry keeps sandboxes by their key. It is safe for concurrent use.
type Registry struct {
	clock  func() time.Time
	seed   uint64
	failed func(key string, err error)
	most   int

	shards [shardCount]shard
	hash   maphash.Seed
	tick   atomic.Uint64 // moves on when another sandbox is used than the last one
	order  ageOrder
	limits journalLimits
	// programs are those that journals keep alive.
	programs programs
	due      dueSet
	answers  answers
	pending  pending

	store  Store
	shared bool
	draws  uint64       // where this process begins
	polled atomic.Int64 // when the store was last asked who waits, in milliseconds
	swept  atomic.Int64 // when it was last asked to clear up

	evictions, failures atomic.Int64
}

const shardCount = 64

// shard holds the sandboxes of some of the keys, so that finding one contends with few others.
type shard struct {
	guard   sync.RWMutex
	kept    map[string]*Sandbox
	loading sync.Mutex // held while one is brought from the store
}

// NewRegistry makes an empty registry.
func NewRegistry(o Options) *Registry {
	r := &Registry{
		clock: o.Clock, seed: o.Seed, failed: o.Failed, most: cmp.Or(o.Sandboxes, 10_000), hash: maphash.MakeSeed(),
		limits: journalLimits{entries: cmp.Or(o.JournalEntries, 1000), bytes: cmp.Or(o.JournalBytes, 64<<20)},
	}
	for i := range r.shards {
		r.shards[i].kept = map[string]*Sandbox{}
	}
	if o.Store != nil && o.JournalBytes == 0 {
		r.limits.bytes = 16 << 20
	}
	r.programs.most = cmp.Or(o.Programs, fewPrograms)
	r.tick.Store(1) // a sandbox that was never used has 0
	r.due.waiting = map[*Sandbox]struct{}{}
	if o.Store != nil {
		r.limits.kept, r.pending.full = true, make(chan struct{}, 1)
		r.store, r.shared, r.draws = o.Store, o.Store.Shared(), uint64(o.Process)<<32|1<<31
	}
	return r
}

// Stats counts what a registry holds and what it had to give up.
type Stats struct {
	// Sandboxes is how many are kept, Evictions how many had to make room for others.
	Sandboxes, Evictions int64
	// JournalBytes is the memory of all journals; Dropped counts the entries that journals no longer have.
	JournalBytes, Dropped int64
	// FailedSteps counts later effects that could not be done.
	FailedSteps int64
}

// Stats tells how the registry stands.
func (r *Registry) Stats() Stats {
	return Stats{
		Sandboxes: r.order.count(), Evictions: r.evictions.Load(),
		JournalBytes: r.limits.used.Load(), Dropped: r.limits.dropped.Load(), FailedSteps: r.failures.Load(),
	}
}

// Get gives the sandbox of a key as it is in memory; Open looks into the store as well. There is always one: a key that
// is new has a sandbox in which nothing has happened, which is kept from its first use by a request, or its first
// change, on.
func (r *Registry) Get(key string) *Sandbox {
	if s := r.find(key); s != nil {
		return s
	}
	return newSandbox(r, key)
}

// Kept tells whether sandboxes are kept beyond the process.
func (r *Registry) Kept() bool { return r.store != nil }

// Journals tells whether journals are kept.
func (r *Registry) Journals() bool { return r.limits.entries > 0 }

func (r *Registry) shardOf(key string) *shard {
	return &r.shards[maphash.String(r.hash, key)%shardCount]
}

func (r *Registry) find(key string) *Sandbox {
	sh := r.shardOf(key)
	sh.guard.RLock()
	s := sh.kept[key]
	sh.guard.RUnlock()
	return s
}

// keep puts a sandbox in its place, if no other of its key is there, and gives the one that is there. It is one that
// was evicted, or was never looked for in the store: what that has is found out before it is used.
func (r *Registry) keep(s *Sandbox) *Sandbox {
	s.doubtful.Store(r.store != nil)
	return r.enter(s)
}

// enter is keep for a sandbox that is as the store has it.
func (r *Registry) enter(s *Sandbox) *Sandbox {
	sh := r.shardOf(s.key)
	sh.guard.Lock()
	if other := sh.kept[s.key]; other != nil {
		sh.guard.Unlock()
		return other
	}
	sh.kept[s.key] = s
	s.kept.Store(true)
	sh.guard.Unlock()
	s.touch()
	for _, old := range r.order.enter(s, r.most) {
		r.evict(old)
	}
	return s
}

func (r *Registry) evict(s *Sandbox) {
	sh := r.shardOf(s.key)
	sh.guard.Lock()
	if sh.kept[s.key] == s {
		delete(sh.kept, s.key)
	}
	s.kept.Store(false)
	sh.guard.Unlock()
	r.evictions.Add(1)
	r.due.remove(s)
	s.journal.discard(&r.limits)
}

// all gives the sandboxes that are kept, in no order.
func (r *Registry) all() []*Sandbox {
	out := make([]*Sandbox, 0, r.order.count())
	for i := range r.shards {
		sh := &r.shards[i]
		sh.guard.RLock()
		for _, s := range sh.kept {
			out = append(out, s)
		}
		sh.guard.RUnlock()
	}
	return out
}

// touch notes that the sandbox is in use. A sandbox that is used again and again costs two loads.
func (s *Sandbox) touch() {
	if t := &s.registry.tick; s.used.Load() != t.Load() {
		s.used.Store(t.Add(1))
	}
}

// ageOrder knows which sandbox was used the longest ago. Uses are not brought to it: a place is corrected when it is
// looked at, so that using a sandbox costs nothing here.
type ageOrder struct {
	guard sync.Mutex
	heap  ageHeap
}

func (a *ageOrder) count() int64 {
	a.guard.Lock()
	defer a.guard.Unlock()
	return int64(len(a.heap))
}

// enter adds a sandbox and gives those that have to go, so that no more than most are left.
func (a *ageOrder) enter(s *Sandbox, most int) (gone []*Sandbox) {
	a.guard.Lock()
	defer a.guard.Unlock()
	heap.Push(&a.heap, aged{s, s.used.Load()})
	for len(a.heap) > most {
		first := &a.heap[0]
		if now := first.sandbox.used.Load(); now != first.used {
			first.used = now
			heap.Fix(&a.heap, 0)
			continue
		}
		gone = append(gone, heap.Pop(&a.heap).(aged).sandbox)
	}
	return gone
}

// aged is a sandbox with the time of its use as it was last looked at.
type aged struct {
	sandbox *Sandbox
	used    uint64
}

// ageHeap is a container/heap with the longest unused sandbox first.
type ageHeap []aged

func (h ageHeap) Len() int           { return len(h) }
func (h ageHeap) Less(i, j int) bool { return h[i].used < h[j].used }
func (h ageHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push adds an aged.
func (h *ageHeap) Push(x any) { *h = append(*h, x.(aged)) }

// Pop takes the last aged off.
func (h *ageHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	old[len(old)-1] = aged{}
	*h = old[:len(old)-1]
	return last
}
