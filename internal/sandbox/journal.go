package sandbox

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
)

// journal keeps the latest entries of one sandbox in a ring. Its guard is held for a few assignments at a time.
type journal struct {
	guard   sync.Mutex
	ring    []*Entry // grows until it has as many places as there may be entries
	first   int      // place of the oldest entry
	count   int
	number  uint64 // of the last entry
	dropped uint64
	bytes   int64
	tails   []*Tail
}

// journalLimits bound the journals of a registry together.
type journalLimits struct {
	entries int   // of each
	bytes   int64 // of all
	used    atomic.Int64
	dropped atomic.Int64
	trim    sync.Mutex // held by the one that makes room
	kept    bool       // in a store, so that what memory no longer has is not lost
}

// Record adds an entry to the sandbox's journal, which the entry belongs to from then on. The oldest entry makes room
// where the journal is full; where all journals together are too large, the largest ones lose their oldest entries.
func (s *Sandbox) Record(e *Entry) {
	limits := &s.registry.limits
	if limits.entries <= 0 {
		return
	}
	s = s.keep()
	s.touch()
	if err := s.noteCall(); err != nil {
		s.registry.tell(s.key, err)
	}
	e.World.Coverage = nil // looking at an entry later uses no rule
	e.size = e.measure()
	if gone := s.registry.programs.note(e.Program); gone != nil {
		s.registry.forget(gone)
	}
	used := limits.used.Add(s.journal.add(e, s.registry))
	if limits.kept && !s.registry.pending.add(s, e, limits.entries) {
		s.journal.lose(limits)
	}
	if !s.kept.Load() { // it was evicted meanwhile
		s.journal.discard(limits)
		return
	}
	if used > limits.bytes {
		s.registry.trimJournals()
	}
}

// nextNumber gives the number of an entry that follows another one. In memory entries are counted from 1 on; where
// several processes may write, now or one after the other, numbers follow the time, in microseconds, and the last eight
// bits tell processes apart.
func (r *Registry) nextNumber(last uint64) uint64 {
	if r.store == nil {
		return last + 1
	}
	return max(last+1<<8, uint64(r.clock().UnixMicro())<<8|r.draws>>32&0xff)
}

// add puts an entry behind the others and gives by how many bytes the journal has grown.
func (j *journal) add(e *Entry, r *Registry) (grown int64) {
	limits := &r.limits
	j.guard.Lock()
	defer j.guard.Unlock()
	before := j.bytes
	if j.count == 0 || j.at(j.count-1).World.State != e.World.State {
		e.size += int64(e.World.State.Weight())
	}
	if j.count == limits.entries {
		j.drop(limits)
	}
	if j.count == len(j.ring) {
		j.grow(limits.entries)
	}
	j.number = r.nextNumber(j.number)
	e.Number = j.number
	j.ring[(j.first+j.count)%len(j.ring)] = e
	j.count++
	j.bytes += e.size
	for _, t := range j.tails {
		t.offer(e)
	}
	return j.bytes - before
}

func (j *journal) grow(most int) {
	ring := make([]*Entry, min(most, max(16, 2*len(j.ring))))
	for i := range j.count {
		ring[i] = j.at(i)
	}
	j.ring, j.first = ring, 0
}

// at gives an entry by its age, the oldest first.
func (j *journal) at(i int) *Entry { return j.ring[(j.first+i)%len(j.ring)] }

// drop forgets the oldest entry.
func (j *journal) drop(limits *journalLimits) {
	j.bytes -= j.ring[j.first].size
	j.ring[j.first] = nil
	j.first = (j.first + 1) % len(j.ring)
	j.count--
	if !limits.kept {
		j.dropped++
		limits.dropped.Add(1)
	}
}

// lose counts an entry that could not be kept.
func (j *journal) lose(limits *journalLimits) {
	j.guard.Lock()
	defer j.guard.Unlock()
	j.dropped++
	limits.dropped.Add(1)
}

// shrink forgets the oldest entries until no more than the bytes are left, and gives how many were freed.
func (j *journal) shrink(bytes int64, limits *journalLimits) (freed int64) {
	j.guard.Lock()
	defer j.guard.Unlock()
	before := j.bytes
	for j.bytes > bytes {
		j.drop(limits)
	}
	return before - j.bytes
}

// discard forgets everything, because the sandbox has been evicted.
func (j *journal) discard(limits *journalLimits) {
	j.guard.Lock()
	defer j.guard.Unlock()
	limits.used.Add(-j.bytes)
	if !limits.kept {
		limits.dropped.Add(int64(j.count))
		j.dropped += uint64(j.count)
	}
	j.ring, j.first, j.count, j.bytes = nil, 0, 0, 0
	for _, t := range j.tails {
		t.end()
	}
	j.tails = nil
}

func (j *journal) size() int64 {
	j.guard.Lock()
	defer j.guard.Unlock()
	return j.bytes
}

// trimJournals makes room: the largest journals lose their oldest entries until all are of a size at which the whole
// fits, with a sixteenth to spare so that it is some time until the next turn.
func (r *Registry) trimJournals() {
	limits := &r.limits
	if !limits.trim.TryLock() {
		return // somebody is at it
	}
	defer limits.trim.Unlock()
	type sized struct {
		*Sandbox
		bytes int64
	}
	var list []sized
	for _, s := range r.all() {
		if n := s.journal.size(); n > 0 {
			list = append(list, sized{s, n})
		}
	}
	slices.SortFunc(list, func(a, b sized) int { return cmp.Compare(a.bytes, b.bytes) })
	left := limits.bytes - limits.bytes/16
	level := int64(0)
	for i := range list {
		level = left / int64(len(list)-i)
		if list[i].bytes > level {
			break
		}
		left -= list[i].bytes
	}
	for i := range list {
		if list[i].bytes > level {
			limits.used.Add(-list[i].journal.shrink(level, limits))
		}
	}
}

// KeptEntry is Entry with what the store has. The error wraps ErrStorage.
func (s *Sandbox) KeptEntry(id string) (*Entry, error) {
	s = s.own()
	e := s.Entry(id)
	if e != nil || s.registry.store == nil {
		return e, nil
	}
	q := JournalQuery{Most: 1, Detail: true, Original: true}
	if number, err := strconv.ParseInt(id, 10, 64); err == nil && number > 0 {
		q.Number = uint64(number)
		if found, err := s.keptEntries(q); err != nil || len(found) > 0 {
			return first(found), err
		}
		q.Number = 0
	}
	q.Request = id
	found, err := s.keptEntries(q)
	return first(found), err
}

func first(list []*Entry) *Entry {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// Entry gives an entry that is in memory by its number, or else the latest one of a request id; nil when there is none.
func (s *Sandbox) Entry(id string) *Entry {
	number, err := strconv.ParseUint(id, 10, 64)
	isNumber := err == nil
	var named *Entry
	for _, e := range s.own().journal.entries() {
		if isNumber && e.Number == number {
			return e
		}
		if named == nil && e.World.RequestID == id {
			named = e
		}
	}
	return named
}

// entries gives the entries, the latest first.
func (j *journal) entries() []*Entry {
	j.guard.Lock()
	defer j.guard.Unlock()
	out := make([]*Entry, 0, j.count)
	for i := j.count - 1; i >= 0; i-- {
		out = append(out, j.at(i))
	}
	return out
}

// Dropped tells how many entries the journal has had and no longer has.
func (s *Sandbox) Dropped() uint64 {
	j := &s.own().journal
	j.guard.Lock()
	defer j.guard.Unlock()
	return j.dropped
}

// ClearJournal forgets all entries of the sandbox. They do not count as dropped. The error wraps ErrStorage.
func (s *Sandbox) ClearJournal() error {
	s = s.own()
	if store := s.registry.store; store != nil {
		if err := s.registry.writeJournals(true); err != nil {
			return err
		}
		ctx, cancel := patience()
		defer cancel()
		if err := store.ClearJournal(ctx, s.key); err != nil {
			return &storageError{err}
		}
	}
	j := &s.journal
	j.guard.Lock()
	defer j.guard.Unlock()
	s.registry.limits.used.Add(-j.bytes)
	j.ring, j.first, j.count, j.bytes, j.dropped = nil, 0, 0, 0, 0
	return nil
}
