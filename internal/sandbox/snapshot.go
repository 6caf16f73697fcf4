package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"
)

// Bounds of the snapshots of one sandbox.
const (
	maxSnapshots     = 20
	maxSnapshotBytes = 4 << 20
)

var snapshotName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// Errors of snapshots.
var (
	ErrNoSnapshot     = errors.New("the sandbox has no snapshot of this name")
	ErrSnapshotName   = errors.New("a snapshot's name is 1 to 64 letters, digits, dots, hyphens and underscores, and begins with a letter or digit")
	ErrSnapshotsLimit = fmt.Errorf("a sandbox keeps at most %d snapshots, of %d MiB together", maxSnapshots, maxSnapshotBytes>>20)
)

// Snapshot is a kept copy of a sandbox: its state with what is left to do and its counters, clock, selection,
// overrides, and where its chance stands.
type Snapshot struct {
	Name string
	// Taken is when, by the server's clock, and At what the sandbox's clock showed.
	Taken, At time.Time
	// Bytes is the size of the state in JSON, with the text of the overrides.
	Bytes int
}

// saved is a snapshot with what it keeps. Cores are immutable, so it shares all that has not changed since.
type saved struct {
	Snapshot
	core  *core
	draws uint64
}

func (s *Sandbox) save() *saved { return &saved{core: s.core.Load(), draws: s.draws.Load()} }

// restore puts a snapshot in place; the guard is held.
func (s *Sandbox) restore(from *saved) {
	s.draws.Store(from.draws)
	s.store(from.core)
}

// Snapshots lists the sandbox's snapshots, the latest first.
func (s *Sandbox) Snapshots() []Snapshot {
	s = s.own()
	s.guard.Lock()
	defer s.guard.Unlock()
	out := make([]Snapshot, 0, len(s.snapshots))
	for _, kept := range slices.Backward(s.snapshots) {
		out = append(out, kept.Snapshot)
	}
	return out
}

// Snapshot keeps a copy of the sandbox under a name, in place of an earlier one of that name. The error is
// ErrSnapshotName or ErrSnapshotsLimit.
func (s *Sandbox) Snapshot(name string) (Snapshot, error) {
	if !snapshotName.MatchString(name) {
		return Snapshot{}, ErrSnapshotName
	}
	s = s.keep()
	s.touch()
	s.guard.Lock()
	defer s.guard.Unlock()
	made := s.save()
	server := s.registry.clock()
	made.Snapshot = Snapshot{Name: name, Taken: server, At: made.core.clock.now(server)}
	size, err := made.core.size()
	if err != nil {
		return Snapshot{}, err
	}
	made.Bytes = size
	left := slices.DeleteFunc(slices.Clone(s.snapshots), func(k *saved) bool { return k.Name == name })
	total := made.Bytes
	for _, kept := range left {
		total += kept.Bytes
	}
	if len(left) >= maxSnapshots || total > maxSnapshotBytes {
		return Snapshot{}, ErrSnapshotsLimit
	}
	left = append(left, made)
	s.snapshots = left
	return made.Snapshot, nil
}

func (c *core) size() (int, error) {
	state, err := json.Marshal(c.state)
	if err != nil {
		return 0, fmt.Errorf("measuring the sandbox's state: %w", err)
	}
	n := len(state)
	for i := range c.overrides {
		n += len(c.overrides[i].spec.Rule)
	}
	return n, nil
}

// Restore puts the sandbox back to what a snapshot has kept. A clock that follows the server's goes on doing so, by the
// offset that it had; one that stood stands where it did. What is due by it is done with the next request. The error is
// ErrNoSnapshot.
func (s *Sandbox) Restore(name string) error {
	s = s.keep()
	s.touch()
	s.guard.Lock()
	defer s.guard.Unlock()
	for _, kept := range s.snapshots {
		if kept.Name == name {
			s.provider = nil
			s.restore(kept)
			return nil
		}
	}
	return ErrNoSnapshot
}

// DropSnapshot forgets a snapshot. The error is ErrNoSnapshot.
func (s *Sandbox) DropSnapshot(name string) error {
	s = s.own()
	s.guard.Lock()
	defer s.guard.Unlock()
	before := len(s.snapshots)
	s.snapshots = slices.DeleteFunc(s.snapshots, func(k *saved) bool { return k.Name == name })
	if len(s.snapshots) == before {
		return ErrNoSnapshot
	}
	return nil
}
