package sandbox

import (
	"context"
	"errors"
	"time"
)

// Store keeps sandboxes beyond the process. It knows nothing of what it keeps: a sandbox is a version and some bytes.
// It is safe for concurrent use, by several processes where Shared says so.
type Store interface {
	// Shared tells whether other processes may change what is kept. What a process has in memory is then compared with
	// the version that is kept before it is used.
	Shared() bool
	// Load gives what is kept of a sandbox; nil when that is nothing, or has the version that is known already. Versions
	// count from 1 on; 0 stands for nothing and -1 for no version at all.
	Load(ctx context.Context, key string, known int64) (*Kept, error)
	// Save puts a change in place of the version from, 0 being nothing, and gives the version that is kept then: all of
	// it is kept, or nothing. What it has answered survives the end of the process. The error is ErrStale when another
	// version is kept now, and ErrAnswered when the change has an answer and one of its key is kept already; nothing is
	// changed then. After any other error the change may have been made or not.
	Save(ctx context.Context, key string, from int64, c *Change) (int64, error)
	// Answer gives the answer that is kept under a key of a sandbox and has not expired; nil when there is none.
	Answer(ctx context.Context, key, name string, now time.Time) (*Answer, error)
	// Waiting gives the keys of sandboxes that have something to do by a time of the server's clock, those that have
	// waited the longest first.
	Waiting(ctx context.Context, by time.Time, most int) ([]string, error)
	// Append writes rows of journals. Of each sandbox no more than most are left, the latest. Rows may be lost when the
	// process is killed, and those of a number that is there already are left out.
	Append(ctx context.Context, rows []JournalRow, most int) error
	// Journal gives rows of a sandbox's journal, the latest first.
	Journal(ctx context.Context, key string, q JournalQuery) ([]JournalRow, error)
	// ClearJournal takes all rows of a sandbox's journal away.
	ClearJournal(ctx context.Context, key string) error
	// Sweep clears what has expired by a time of the server's clock.
	Sweep(ctx context.Context, now time.Time) error
}

// Kept is what a store keeps of one sandbox.
type Kept struct {
	Version int64
	Core    []byte
	// Snapshots are kept copies by name; "" is the one that provider states go back to.
	Snapshots map[string][]byte
}

// Change is what one Save puts in place.
type Change struct {
	// Core takes the place of the one that was there; nil leaves it and the version as they are.
	Core []byte
	// Wake is when the sandbox has something to do, by the server's clock; zero is never. It goes with Core.
	Wake time.Time
	// Snapshots are put in place by name; nil takes one away. They go with Core.
	Snapshots map[string][]byte
	// Forget has the answers of the sandbox go.
	Forget bool
	// Answer is kept under its name, in place of one that has expired by Now, the time by the server's clock.
	Answer *Answer
	Now    time.Time
}

// JournalRow is an entry of a journal as a store keeps it.
type JournalRow struct {
	Sandbox string
	// Number is the entry's, Request the id of the request.
	Number  uint64
	Request string
	// Summary is what lists show; Detail holds the messages as they may be shown, and the explanation.
	Summary, Detail []byte
	// Original holds what Detail hides of the messages; the store encrypts it. nil is one that is not kept.
	Original []byte
}

// JournalQuery says which rows are wanted; the zero value wants all. All that is given has to hold.
type JournalQuery struct {
	Number  uint64
	Below   uint64 // numbers below it
	Request string
	Most    int
	// Detail and Original ask for these, which are large. Nothing can be made of an original without the detail.
	Detail, Original bool
}

// Errors of stores.
var (
	ErrStale    = errors.New("the sandbox has been changed by somebody else meanwhile")
	ErrAnswered = errors.New("the request has been answered already")
)

// ErrStorage is the error of everything that could not be read or kept. What it was about is as it was before; where
// that cannot be known, it is found out before the sandbox is used again.
var ErrStorage = errors.New("the sandbox cannot be read or kept at the moment")

// storageError is an ErrStorage with its cause.
type storageError struct{ cause error }

func (e *storageError) Error() string   { return ErrStorage.Error() + ": " + e.cause.Error() }
func (e *storageError) Unwrap() []error { return []error{ErrStorage, e.cause} }

const (
	// storePatience bounds what one use of the store may take. A change is not cut short when the caller leaves.
	storePatience = 10 * time.Second
	// maxTurns is how often a change is tried that others come before.
	maxTurns = 20
)

func patience() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), storePatience)
}

// Open gives the sandbox of a key as it is kept now. Without a store it does what Get does and cannot fail; else the
// error wraps ErrStorage.
func (r *Registry) Open(ctx context.Context, key string) (*Sandbox, error) {
	s := r.find(key)
	if r.store == nil {
		if s == nil {
			s = newSandbox(r, key)
		}
		return s, nil
	}
	if s == nil {
		return r.load(ctx, key)
	}
	if r.shared || s.doubtful.Load() {
		return s, s.refresh(ctx)
	}
	return s, nil
}

// load brings a sandbox into memory. Those of one shard take turns, so that none is put in place that has been changed
// and evicted since it was read.
func (r *Registry) load(ctx context.Context, key string) (*Sandbox, error) {
	sh := r.shardOf(key)
	sh.loading.Lock()
	defer sh.loading.Unlock()
	if s := r.find(key); s != nil {
		return s, nil
	}
	s := newSandbox(r, key)
	kept, err := r.store.Load(ctx, key, 0)
	if err != nil {
		return nil, &storageError{err}
	}
	if err := s.take(kept); err != nil {
		return nil, err
	}
	return r.enter(s), nil
}

// refresh has the sandbox be what is kept, if that is another version than the one in memory.
func (s *Sandbox) refresh(ctx context.Context) error {
	var kept *Kept
	if !s.doubtful.Load() {
		var err error
		if kept, err = s.registry.store.Load(ctx, s.key, s.core.Load().version); err != nil {
			return &storageError{err}
		}
		if kept == nil {
			return nil // nobody who reads waits for one who changes
		}
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	switch {
	case s.doubtful.Load(): // what was read may be older than the change that is in doubt
		return s.reload()
	case kept == nil || kept.Version <= s.core.Load().version: // it was settled, or changed here, meanwhile
		return nil
	}
	return s.take(kept)
}

// reload has the sandbox be what is kept, whatever is in memory; the guard is held.
func (s *Sandbox) reload() error {
	ctx, cancel := patience()
	defer cancel()
	kept, err := s.registry.store.Load(ctx, s.key, -1)
	if err != nil {
		s.doubtful.Store(true)
		return &storageError{err}
	}
	return s.take(kept)
}

// take puts what is kept in place of what is in memory; nil is nothing. The guard is held, or nobody knows the sandbox
// yet.
func (s *Sandbox) take(kept *Kept) error {
	c, err := s.decode(kept)
	if err != nil {
		return &storageError{err}
	}
	if own := s.registry.draws; kept != nil && s.draws.Load() < own {
		s.draws.Store(own)
	}
	s.publish(c)
	s.doubtful.Store(false)
	return nil
}

// put keeps a draft and puts it in place; the guard is held. Nothing is kept of a draft that changes nothing. The error
// is ErrStale or ErrAnswered, or wraps ErrStorage.
func (s *Sandbox) put(d *draft) error {
	before := s.core.Load()
	same := d.core.same(before)
	if same && d.draws == nil && !d.forget && d.answer == nil {
		return nil
	}
	if store := s.registry.store; store != nil {
		change, err := s.encode(before, d, same)
		if err != nil {
			return &storageError{err}
		}
		ctx, cancel := patience()
		defer cancel()
		switch d.version, err = store.Save(ctx, s.key, before.version, change); {
		case errors.Is(err, ErrStale), errors.Is(err, ErrAnswered):
			return err
		case err != nil:
			s.doubtful.Store(true)
			return &storageError{err}
		}
	} else {
		s.registry.answers.keep(s.key, d)
	}
	if d.draws != nil {
		s.draws.Store(*d.draws)
	}
	if !same {
		next := d.core
		s.publish(&next)
	}
	return nil
}

// publish puts a core in place; the guard is held.
func (s *Sandbox) publish(c *core) {
	s.core.Store(c)
	if _, ok := c.state.Due(); ok {
		s.registry.due.add(s)
	}
}
