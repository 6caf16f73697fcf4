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
	s.noteCall()
	e.World.Coverage = nil // looking at an entry later uses no rule
	e.size = e.measure()
	if gone := s.registry.programs.note(e.Program); gone != nil {
		s.registry.forget(gone)
	}
	used := limits.used.Add(s.journal.add(e, limits))
	if !s.kept.Load() { // it was evicted meanwhile
		s.journal.discard(limits)
		return
	}
	if used > limits.bytes {
		s.registry.trimJournals()
	}
}

// add puts an entry behind the others and gives by how many bytes the journal has grown.
func (j *journal) add(e *Entry, limits *journalLimits) (grown int64) {
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
	j.number++
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
	limits.dropped.Add(int64(j.count))
	j.dropped += uint64(j.count)
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

// Entry gives an entry by its number, or else the latest one of a request id; nil when the journal has none.
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

// ClearJournal forgets all entries of the sandbox. They do not count as dropped.
func (s *Sandbox) ClearJournal() {
	j := &s.own().journal
	j.guard.Lock()
	defer j.guard.Unlock()
	s.registry.limits.used.Add(-j.bytes)
	j.ring, j.first, j.count, j.bytes, j.dropped = nil, 0, 0, 0, 0
}
