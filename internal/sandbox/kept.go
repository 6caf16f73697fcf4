package sandbox

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
)

// keptFormat is the version of the form in which cores are kept. Another form gets another number; what is kept in a
// form that is not known here is refused, and never read in part.
const keptFormat = 1

// keptCore is a core as a store keeps it, in JSON. Its state follows the rules of engine.State: everything in it is
// named, and what the running program does not have says nothing until it has it.
type keptCore struct {
	Format int `json:"format"`
	// State is absent where nothing has happened.
	State     *engine.State  `json:"state,omitempty"`
	Clock     keptClock      `json:"clock"`
	Seed      uint64         `json:"seed"`
	Selected  []string       `json:"selected,omitempty"`
	Overrides []keptOverride `json:"overrides,omitempty"`
	Number    int            `json:"number,omitempty"`
	Called    bool           `json:"called,omitempty"`
}

// keptClock is a clock; Offset is in nanoseconds.
type keptClock struct {
	Offset time.Duration `json:"offset,omitempty"`
	At     *time.Time    `json:"at,omitempty"` // of a clock that stands
}

type keptOverride struct {
	ID        string        `json:"id"`
	API       string        `json:"api"`
	Operation string        `json:"operation"`
	Rule      string        `json:"rule"`
	Times     int           `json:"times,omitempty"`
	TTL       time.Duration `json:"ttl,omitempty"` // nanoseconds
	Set       time.Time     `json:"set"`
	Ends      *time.Time    `json:"ends,omitempty"`
}

// keptSnapshot is a snapshot as a store keeps it under its name.
type keptSnapshot struct {
	Taken time.Time `json:"taken"`
	At    time.Time `json:"at"`
	Bytes int       `json:"bytes"`
	Draws uint64    `json:"draws"`
	Core  keptCore  `json:"core"`
}

// providerSnapshot is the name under which a store keeps what provider states go back to. No other has it.
const providerSnapshot = ""

// encode gives what a store is to keep of a draft that takes the place of a core; same tells that the core stays.
func (s *Sandbox) encode(before *core, d *draft, same bool) (*Change, error) {
	out := &Change{Forget: d.forget, Answer: d.answer, Now: s.registry.clock()}
	if same {
		return out, nil
	}
	var err error
	if out.Core, err = json.Marshal(d.kept()); err != nil {
		return nil, fmt.Errorf("write the sandbox: %w", err)
	}
	out.Wake = d.wake(out.Now)
	had, has := before.byName(), d.byName()
	for name := range had {
		if has[name] == nil {
			out.snapshot(name, nil)
		}
	}
	for name, taken := range has {
		if had[name] == taken {
			continue
		}
		body, err := json.Marshal(taken.kept())
		if err != nil {
			return nil, fmt.Errorf("write snapshot %q: %w", name, err)
		}
		out.snapshot(name, body)
	}
	return out, nil
}

func (c *Change) snapshot(name string, body []byte) {
	if c.Snapshots == nil {
		c.Snapshots = map[string][]byte{}
	}
	c.Snapshots[name] = body
}

// byName gives the snapshots by the names under which they are kept.
func (c *core) byName() map[string]*saved {
	if len(c.snapshots) == 0 && c.provider == nil {
		return nil
	}
	out := make(map[string]*saved, len(c.snapshots)+1)
	for _, taken := range c.snapshots {
		out[taken.Name] = taken
	}
	if c.provider != nil {
		out[providerSnapshot] = c.provider
	}
	return out
}

// wake tells when there is something to do, by the server's clock; zero is never.
func (c *core) wake(server time.Time) time.Time {
	due, ok := c.state.Due()
	switch {
	case !ok:
		return time.Time{}
	case !c.clock.frozen:
		return due.Add(-c.clock.offset)
	case due.After(c.clock.at):
		return time.Time{}
	}
	return server
}

func (c *core) kept() *keptCore {
	out := &keptCore{Format: keptFormat, State: c.state, Seed: c.seed, Selected: c.selected, Number: c.number, Called: c.called}
	if out.Clock.Offset = c.clock.offset; c.clock.frozen {
		out.Clock.At = &c.clock.at
	}
	for i := range c.overrides {
		o := &c.overrides[i]
		kept := keptOverride{o.id, o.spec.API, o.spec.Operation, o.spec.Rule, o.spec.Times, o.spec.TTL, o.set, nil}
		if !o.ends.IsZero() {
			kept.Ends = &o.ends
		}
		out.Overrides = append(out.Overrides, kept)
	}
	return out
}

func (s *saved) kept() *keptSnapshot {
	return &keptSnapshot{Taken: s.Taken, At: s.At, Bytes: s.Bytes, Draws: s.draws, Core: *s.core.kept()}
}

// decode gives the core that is kept; nothing stands for one in which nothing has happened.
func (s *Sandbox) decode(kept *Kept) (*core, error) {
	if kept == nil {
		return newSandbox(s.registry, s.key).core.Load(), nil
	}
	var in keptCore
	if err := readKept(kept.Core, &in); err != nil {
		return nil, err
	}
	c, err := in.core()
	if err != nil {
		return nil, err
	}
	c.version = kept.Version
	for name, body := range kept.Snapshots {
		var in keptSnapshot
		if err := readKept(body, &in); err != nil {
			return nil, fmt.Errorf("snapshot %q: %w", name, err)
		}
		inner, err := in.Core.core()
		if err != nil {
			return nil, fmt.Errorf("snapshot %q: %w", name, err)
		}
		taken := &saved{Snapshot: Snapshot{Name: name, Taken: in.Taken, At: in.At, Bytes: in.Bytes}, core: inner, draws: in.Draws}
		if name == providerSnapshot {
			c.provider = taken
		} else {
			c.snapshots = append(c.snapshots, taken)
		}
	}
	slices.SortFunc(c.snapshots, func(a, b *saved) int { return cmp.Or(a.Taken.Compare(b.Taken), cmp.Compare(a.Name, b.Name)) })
	return c, nil
}

// core gives the core that is kept; it has no version.
func (k *keptCore) core() (*core, error) {
	if k.Format != keptFormat {
		return nil, fmt.Errorf("the sandbox is kept in form %d; this program reads form %d: use the program that has written it, or a later one", k.Format, keptFormat)
	}
	c := &core{state: k.State, seed: k.Seed, selected: k.Selected, number: k.Number, called: k.Called, clock: clock{offset: k.Clock.Offset}}
	if k.Clock.At != nil {
		c.clock = clock{frozen: true, at: *k.Clock.At}
	}
	if len(k.Overrides) == 0 {
		return c, nil
	}
	list := make([]override, len(k.Overrides))
	for i, o := range k.Overrides {
		list[i] = override{id: o.ID, spec: OverrideSpec{o.API, o.Operation, o.Rule, o.Times, o.TTL}, set: o.Set}
		if o.Ends != nil {
			list[i].ends = *o.Ends
		}
	}
	c.setOverrides(list)
	return c, nil
}

// readKept reads one JSON value of which every member is known. A form of a later program may have members that are
// not; that it is one is said first.
func readKept(b []byte, to any) error {
	var form struct {
		Format int `json:"format"`
		Core   struct {
			Format int `json:"format"`
		} `json:"core"`
	}
	if err := json.Unmarshal(b, &form); err != nil {
		return fmt.Errorf("read what is kept: %w", err)
	}
	if later := max(form.Format, form.Core.Format); later > keptFormat {
		_, err := (&keptCore{Format: later}).core()
		return err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		return fmt.Errorf("read what is kept: %w", err)
	}
	return nil
}
