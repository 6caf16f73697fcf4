package sandbox

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// pending are entries of journals that are still to be written to the store. They are written in batches, by
// KeepJournals, and before a journal is read. An entry that has as many later ones of its sandbox behind it as a journal
// keeps is not written at all: it would be taken away by the same batch. When more sandboxes come with more than can be
// written, the new entries are dropped and counted.
type pending struct {
	guard   sync.Mutex
	queues  []*queue // that have entries
	count   int
	bytes   int64
	full    chan struct{} // gets one when much has come together
	writing sync.Mutex    // held while a batch is written
}

// queue are the entries of one sandbox that wait, the oldest first. It belongs to the sandbox; the guard of pending
// guards it.
type queue struct {
	sandbox *Sandbox
	list    []*Entry // the first gone ones have left
	gone    int
	queued  bool // it stands in pending
	// ripe is how many entries are to be written in this round, and late how many rounds it was passed over.
	ripe, late int
}

func (q *queue) len() int { return len(q.list) - q.gone }

// pendingEntry is an entry that is about to be written.
type pendingEntry struct {
	sandbox *Sandbox
	entry   *Entry
}

// Bounds of what waits, how much of it is written without waiting for the end of a period, and how much is written at a
// time: other writers wait that long.
const (
	maxPending      = 10_000
	maxPendingBytes = 32 << 20
	muchPending     = maxPending / 4
	pendingBatch    = 250
	// A queue that is full, so that what is in it now will soon be displaced, is passed over for so many rounds.
	lateRounds = 3
)

// add has an entry be written, unless most later ones of the sandbox come before it is. It is false when too many wait.
func (p *pending) add(s *Sandbox, e *Entry, most int) bool {
	p.guard.Lock()
	defer p.guard.Unlock()
	q := &s.waiting
	if q.len() == most {
		p.drop(q)
	}
	if p.count >= maxPending || p.bytes+e.size > maxPendingBytes {
		return false
	}
	if !q.queued {
		q.sandbox, q.queued = s, true
		p.queues = append(p.queues, q)
	}
	if q.gone >= most { // half of the list is unused
		q.list, q.gone = slices.Delete(q.list, 0, q.gone), 0
	}
	q.list = append(q.list, e)
	p.count, p.bytes = p.count+1, p.bytes+e.size
	if p.count == muchPending || p.bytes >= maxPendingBytes/4 {
		select {
		case p.full <- struct{}{}:
		default:
		}
	}
	return true
}

// drop takes the oldest entry of a queue; the guard is held.
func (p *pending) drop(q *queue) *Entry {
	e := q.list[q.gone]
	q.list[q.gone] = nil
	q.gone++
	p.count, p.bytes = p.count-1, p.bytes-e.size
	return e
}

// ripen begins a round: it says what is to be written in it, which is what waits now. Unless all is wanted, queues that
// have most entries wait for some rounds: of what comes that fast, a journal keeps a moment only.
func (p *pending) ripen(all bool, most int) {
	p.guard.Lock()
	defer p.guard.Unlock()
	var first, rest []*queue
	for _, q := range p.queues {
		if !all && q.len() >= most && q.late < lateRounds {
			q.late++
			rest = append(rest, q)
			continue
		}
		q.ripe, q.late = q.len(), 0
		first = append(first, q)
	}
	p.queues = slices.Concat(first, rest)
}

// take gives the entries of the next batch, those of a sandbox one after the other; none when the round is over.
func (p *pending) take() []pendingEntry {
	p.guard.Lock()
	defer p.guard.Unlock()
	batch := make([]pendingEntry, 0, min(p.count, pendingBatch))
	for len(batch) < cap(batch) && p.queues[0].ripe > 0 {
		q := p.queues[0]
		for q.ripe > 0 && q.len() > 0 && len(batch) < cap(batch) {
			batch = append(batch, pendingEntry{q.sandbox, p.drop(q)})
			q.ripe--
		}
		if q.len() == 0 {
			q.ripe = 0
		}
		if q.ripe > 0 {
			continue
		}
		p.queues[0] = nil
		p.queues = p.queues[1:]
		if q.len() == 0 {
			*q = queue{}
		} else {
			p.queues = append(p.queues, q) // more has come meanwhile
		}
	}
	return batch
}

// KeepJournals writes entries of journals to the store as they come, until the context is done; then it writes the rest.
// Wait lets a while pass, ending with the context. Without a store it returns at once.
func (r *Registry) KeepJournals(ctx context.Context, wait func(context.Context) error) {
	if r.store == nil || !r.Journals() {
		return
	}
	for ctx.Err() == nil {
		pause, cancel := context.WithCancel(ctx)
		go func() {
			select {
			case <-r.pending.full:
				cancel()
			case <-pause.Done():
			}
		}()
		_ = wait(pause) // however it ends, what waits is written
		cancel()
		if err := r.writeJournals(ctx.Err() != nil); err != nil {
			r.tell("", err)
		}
	}
}

// writeJournals writes what waits now, all of it or what is ripe. What cannot be written is dropped and counted; the
// error wraps ErrStorage.
func (r *Registry) writeJournals(all bool) error {
	r.pending.writing.Lock()
	defer r.pending.writing.Unlock()
	r.pending.ripen(all, r.limits.entries)
	var failures error
	for batch := r.pending.take(); len(batch) > 0; batch = r.pending.take() {
		if err := r.writeBatch(batch); err != nil {
			failures = errors.Join(failures, &storageError{err})
			for _, p := range batch {
				p.sandbox.journal.lose(&r.limits)
			}
		}
	}
	return failures
}

func (r *Registry) writeBatch(batch []pendingEntry) error {
	rows := make([]JournalRow, 0, len(batch))
	for _, p := range batch {
		row, err := p.entry.row(p.sandbox.key)
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	ctx, cancel := patience()
	defer cancel()
	return r.store.Append(ctx, rows, r.limits.entries)
}

// keptEntries gives the entries of a sandbox that the store has, the latest first: those that are in memory as they are
// there. Entries that cannot be written now are counted as dropped; those that were written before are read all the same.
func (s *Sandbox) keptEntries(q JournalQuery) ([]*Entry, error) {
	r := s.registry
	if err := r.writeJournals(true); err != nil {
		r.tell(s.key, err)
	}
	ctx, cancel := patience()
	defer cancel()
	rows, err := r.store.Journal(ctx, s.key, q)
	if err != nil {
		return nil, &storageError{err}
	}
	inMemory := map[uint64]*Entry{}
	for _, e := range s.journal.entries() {
		inMemory[e.Number] = e
	}
	out := make([]*Entry, len(rows))
	for i := range rows {
		if out[i] = inMemory[rows[i].Number]; out[i] != nil {
			continue
		}
		if out[i], err = rows[i].entry(); err != nil {
			return nil, &storageError{err}
		}
	}
	return out, nil
}
