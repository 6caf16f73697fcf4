package sandbox

import (
	"context"
	"errors"
	"sync"
)

// pending are entries of journals that are still to be written to the store. They are written in batches, by
// KeepJournals, and before a journal is read. When more come than can be written, the new ones are dropped and counted.
type pending struct {
	guard   sync.Mutex
	list    []pendingEntry
	bytes   int64
	full    chan struct{} // gets one when a batch has come together
	writing sync.Mutex    // held while a batch is written
}

type pendingEntry struct {
	sandbox *Sandbox
	entry   *Entry
}

// Bounds of what waits, and how much is written at a time.
const (
	maxPending      = 10_000
	maxPendingBytes = 32 << 20
	pendingBatch    = 200
)

// add has an entry be written. It is false when too many wait.
func (p *pending) add(s *Sandbox, e *Entry) bool {
	p.guard.Lock()
	defer p.guard.Unlock()
	if len(p.list) >= maxPending || p.bytes+e.size > maxPendingBytes {
		return false
	}
	p.list, p.bytes = append(p.list, pendingEntry{s, e}), p.bytes+e.size
	if len(p.list) == pendingBatch {
		select {
		case p.full <- struct{}{}:
		default:
		}
	}
	return true
}

func (p *pending) count() int {
	p.guard.Lock()
	defer p.guard.Unlock()
	return len(p.list)
}

// take gives the entries of the next batch.
func (p *pending) take() []pendingEntry {
	p.guard.Lock()
	defer p.guard.Unlock()
	n := min(len(p.list), pendingBatch)
	batch := p.list[:n:n]
	if p.list = p.list[n:]; len(p.list) == 0 {
		p.list, p.bytes = nil, 0
	}
	for _, e := range batch {
		p.bytes = max(0, p.bytes-e.entry.size)
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
		if err := r.writeJournals(); err != nil {
			r.tell("", err)
		}
	}
}

// writeJournals writes everything that waits now. What cannot be written is dropped and counted; the error wraps
// ErrStorage.
func (r *Registry) writeJournals() error {
	r.pending.writing.Lock()
	defer r.pending.writing.Unlock()
	var failures error
	for left := r.pending.count(); left > 0; {
		batch := r.pending.take()
		left -= len(batch)
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
// there.
func (s *Sandbox) keptEntries(q JournalQuery) ([]*Entry, error) {
	r := s.registry
	if err := r.writeJournals(); err != nil {
		return nil, err
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
