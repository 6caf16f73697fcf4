package sandbox

import (
	"errors"
	"slices"
	"sync/atomic"
)

// Bounds of those who follow one journal.
const (
	maxTails      = 16
	maxTailBuffer = 1000
)

// ErrTails is the error of one listener too many.
var ErrTails = errors.New("too many follow this journal already")

// Tail follows a journal. Entries that come faster than they are taken are dropped and counted.
type Tail struct {
	journal *journal
	entries chan *Entry
	dropped atomic.Uint64
}

// Follow gives the entries that are recorded from now on, holding at most a number of them (1 to 1,000) until they are
// taken. Close ends it. The error is ErrTails.
func (s *Sandbox) Follow(buffer int) (*Tail, error) {
	s = s.keep()
	s.touch()
	j := &s.journal
	t := &Tail{journal: j, entries: make(chan *Entry, min(maxTailBuffer, max(1, buffer)))}
	j.guard.Lock()
	defer j.guard.Unlock()
	if len(j.tails) >= maxTails {
		return nil, ErrTails
	}
	j.tails = append(j.tails, t)
	return t, nil
}

// Entries gives the entries as they are recorded. It is closed by Close, and when the sandbox is evicted.
func (t *Tail) Entries() <-chan *Entry { return t.entries }

// Dropped tells how many entries came while nobody took them.
func (t *Tail) Dropped() uint64 { return t.dropped.Load() }

// Close ends the tail.
func (t *Tail) Close() {
	t.journal.guard.Lock()
	defer t.journal.guard.Unlock()
	if i := slices.Index(t.journal.tails, t); i >= 0 {
		t.journal.tails = slices.Delete(t.journal.tails, i, i+1)
		t.end()
	}
}

// offer and end are called under the journal's guard, so that nothing is sent after the end.
func (t *Tail) offer(e *Entry) {
	select {
	case t.entries <- e:
	default:
		t.dropped.Add(1)
	}
}

func (t *Tail) end() { close(t.entries) }
