package sandbox

import (
	"slices"

	"github.com/sandbank/sandbank/internal/engine"
)

// Part names something in a sandbox that can begin anew by itself.
type Part string

// Parts of a sandbox.
const (
	StatePart     Part = "state" // declared values, tables, counters, what was left to do, and where chance stands
	ClockPart     Part = "clock"
	SeedPart      Part = "seed"
	SelectionPart Part = "selection"
	OverridesPart Part = "overrides"
	JournalPart   Part = "journal"
	SnapshotsPart Part = "snapshots"
)

// Parts lists all parts of a sandbox.
func Parts() []Part {
	return []Part{StatePart, ClockPart, SeedPart, SelectionPart, OverridesPart, JournalPart, SnapshotsPart}
}

// ResetParts has parts of the sandbox begin anew, in one step but for the journal. Provider states that are set up stay
// as they are, and are not gone back from any more. With the state, answers for requests that are sent again are
// forgotten. The error wraps ErrStorage.
func (s *Sandbox) ResetParts(parts []Part) error {
	has := func(p Part) bool { return slices.Contains(parts, p) }
	first := newSandbox(s.registry, s.key)
	err := s.change(func(d *draft) error {
		d.provider, d.called = nil, false
		if has(StatePart) {
			d.state, d.forget = nil, true
			d.rewind(0)
		}
		if has(ClockPart) {
			d.clock = clock{}
		}
		if has(SeedPart) {
			d.seed = first.core.Load().seed
			d.rewind(0)
		}
		if has(SelectionPart) {
			d.selected = nil
		}
		if has(OverridesPart) {
			d.setOverrides(nil)
		}
		if has(SnapshotsPart) {
			d.snapshots = nil
		}
		return nil
	})
	if err == nil && has(JournalPart) {
		err = s.ClearJournal()
	}
	return err
}

// Preview completes a world as Decide does for the next request, with what is due done first, and changes nothing: not
// the sandbox, and not the chance that the next request meets.
func (s *Sandbox) Preview(p *engine.Program, w *engine.World) {
	s = s.own()
	copied := *s.core.Load()
	s.dropEnded(&copied)
	if !s.complete(&copied, p, w, s.draws.Load()+1) {
		w.State, _, _ = p.Advance(w.State, w.Now)
	}
}
