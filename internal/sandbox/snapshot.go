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

// save gives a copy of a core as a snapshot keeps it.
func (s *Sandbox) save(c *core) *saved {
	copied := *c
	copied.version, copied.snapshots, copied.provider, copied.called = 0, nil, nil, false
	return &saved{core: &copied, draws: s.draws.Load()}
}

// restore puts a snapshot in place, and forgets the answers that are kept for requests that are sent again: what they
// tell of is gone.
func (d *draft) restore(from *saved) {
	before := d.core
	d.core = *from.core
	d.version, d.snapshots, d.provider, d.called = before.version, before.snapshots, before.provider, before.called
	d.rewind(from.draws)
	d.forget = true
}

// Snapshots lists the sandbox's snapshots, the latest first.
func (s *Sandbox) Snapshots() []Snapshot {
	list := s.own().core.Load().snapshots
	out := make([]Snapshot, 0, len(list))
	for _, kept := range slices.Backward(list) {
		out = append(out, kept.Snapshot)
	}
	return out
}

// Snapshot keeps a copy of the sandbox under a name, in place of an earlier one of that name. The error is
// ErrSnapshotName or ErrSnapshotsLimit, or wraps ErrStorage.
func (s *Sandbox) Snapshot(name string) (made Snapshot, err error) {
	if !snapshotName.MatchString(name) {
		return Snapshot{}, ErrSnapshotName
	}
	err = s.change(func(d *draft) error {
		taken := s.save(&d.core)
		server := s.registry.clock()
		taken.Snapshot = Snapshot{Name: name, Taken: server, At: d.clock.now(server)}
		if taken.Bytes, err = taken.core.size(); err != nil {
			return err
		}
		left := slices.DeleteFunc(slices.Clone(d.snapshots), func(k *saved) bool { return k.Name == name })
		total := taken.Bytes
		for _, kept := range left {
			total += kept.Bytes
		}
		if len(left) >= maxSnapshots || total > maxSnapshotBytes {
			return ErrSnapshotsLimit
		}
		left = append(left, taken)
		d.snapshots, made = left, taken.Snapshot
		return nil
	})
	return made, err
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
// ErrNoSnapshot, or wraps ErrStorage.
func (s *Sandbox) Restore(name string) error {
	return s.change(func(d *draft) error {
		for _, kept := range d.snapshots {
			if kept.Name == name {
				d.provider, d.called = nil, false
				d.restore(kept)
				return nil
			}
		}
		return ErrNoSnapshot
	})
}

// DropSnapshot forgets a snapshot. The error is ErrNoSnapshot, or wraps ErrStorage.
func (s *Sandbox) DropSnapshot(name string) error {
	return s.change(func(d *draft) error {
		left := slices.DeleteFunc(slices.Clone(d.snapshots), func(k *saved) bool { return k.Name == name })
		if len(left) == len(d.snapshots) {
			return ErrNoSnapshot
		}
		d.snapshots = left
		return nil
	})
}
