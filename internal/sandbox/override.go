package sandbox

import (
	"fmt"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
)

// Bounds of the overrides of one sandbox.
const (
	maxOverrides    = 100
	maxOverrideText = 64 << 10 // bytes
	maxTTL          = 366 * 24 * time.Hour
)

// OverrideSpec describes a rule that is to be set on a sandbox.
type OverrideSpec struct {
	// Operation is an operation's id, or operation/point for a decision point.
	API, Operation string
	// Rule is one rule as in a scenario file, in YAML or JSON; its name may be left out.
	Rule string
	// Times is how many requests the rule answers; 0 is as many as come, or as the rule itself says.
	Times int
	// TTL is after how long the override ends, by the server's clock; 0 is never.
	TTL time.Duration
}

// Override is a rule that was set on a sandbox.
type Override struct {
	// ID names the override in its sandbox.
	ID string
	OverrideSpec
	// Set is when it was set and Ends when it ends, by the server's clock; Ends is zero when it does not.
	Set, Ends time.Time
	// Active is false when the rule does not compile for the program that is running: Findings say why. An override
	// whose program comes back is active again.
	Active   bool
	Findings finding.List
	// Hits is how many requests the rule has been counted for, where it has times or chance.
	Hits int
}

// override is an override as a core keeps it.
type override struct {
	id   string
	spec OverrideSpec
	set  time.Time
	ends time.Time
}

// compiled keeps overrides compiled for the program that asked last. It is shared by all cores that have the same ones.
type compiled struct{ last atomic.Pointer[compiledFor] }

// compiledFor holds overrides compiled for one program.
type compiledFor struct {
	program  *engine.Program
	active   []*engine.Override // the latest first
	all      []*engine.Override // as the core has them; nil for those that do not compile
	findings []finding.List
}

// of gives the overrides for a program, compiling them when it is another than before.
func (c *compiled) of(p *engine.Program, overrides []override) *compiledFor {
	if last := c.last.Load(); last != nil && last.program == p {
		return last
	}
	out := &compiledFor{program: p}
	for i := range overrides {
		o, findings := overrides[i].compile(p)
		out.add(o, findings)
	}
	c.last.Store(out)
	return out
}

func (c *compiledFor) add(o *engine.Override, findings finding.List) {
	c.all, c.findings = append(c.all, o), append(c.findings, findings)
	if o != nil {
		c.active = slices.Insert(c.active, 0, o)
	}
}

// compile compiles the override for a program; nil when it does not compile.
func (o *override) compile(p *engine.Program) (*engine.Override, finding.List) {
	made, findings := p.CompileOverride(o.spec.API, o.spec.Operation, o.id, []byte(o.spec.Rule))
	if made == nil || o.spec.Times == 0 {
		return made, findings
	}
	limited, err := made.Limit(o.spec.Times)
	if err != nil {
		return nil, append(findings, refused("bad-times", "the override cannot be limited to a number of requests: %v", err)...)
	}
	return limited, findings
}

// refused is one finding about an override as a whole.
func refused(code, message string, args ...any) finding.List {
	return finding.List{{Code: code, Place: finding.Place{File: "override", Line: 1, Column: 1}, Message: fmt.Sprintf(message, args...)}}
}

// AddOverride sets a rule on the sandbox; it comes before those that were set earlier. Findings that are errors mean
// that nothing was set. The error wraps ErrStorage.
func (s *Sandbox) AddOverride(p *engine.Program, spec OverrideSpec) (Override, finding.List, error) {
	switch {
	case len(spec.Rule) > maxOverrideText:
		return Override{}, refused("override-too-large", "the rule has more than %d bytes", maxOverrideText), nil
	case spec.Times < 0:
		return Override{}, refused("bad-times", "times cannot be negative"), nil
	case spec.TTL < 0 || spec.TTL > maxTTL:
		return Override{}, refused("bad-ttl", "the time to live is from 0 to %d days", maxTTL/(24*time.Hour)), nil
	}
	var out Override
	var findings finding.List
	err := s.change(func(d *draft) error {
		c := &d.core
		s.dropEnded(c)
		if len(c.overrides) >= maxOverrides {
			findings = refused("too-many-overrides", "the sandbox has %d overrides already; remove some", maxOverrides)
			return nil
		}
		o := override{id: "o" + strconv.Itoa(c.number+1), spec: spec, set: s.registry.clock()}
		if spec.TTL > 0 {
			o.ends = o.set.Add(spec.TTL)
		}
		var made *engine.Override
		if made, findings = o.compile(p); made == nil {
			return nil
		}
		c.number++
		c.setOverrides(append(slices.Clip(c.overrides), o))
		out = o.shown(made, findings, c.state)
		return nil
	})
	return out, findings, err
}

func (o *override) shown(made *engine.Override, findings finding.List, state *engine.State) Override {
	out := Override{ID: o.id, OverrideSpec: o.spec, Set: o.set, Ends: o.ends, Active: made != nil, Findings: findings}
	if made != nil {
		out.Hits = made.Hits(state)
	}
	return out
}

// setOverrides puts other overrides in place of those of a core that is being edited.
func (c *core) setOverrides(list []override) {
	c.overrides, c.compiled, c.ends = list, &compiled{}, time.Time{}
	for i := range list {
		if ends := list[i].ends; !ends.IsZero() && (c.ends.IsZero() || ends.Before(c.ends)) {
			c.ends = ends
		}
	}
}

// dropEnded drops overrides whose time is up from a core that is being edited.
func (s *Sandbox) dropEnded(c *core) {
	now := s.registry.clock()
	if c.ends.IsZero() || now.Before(c.ends) {
		return
	}
	c.setOverrides(slices.DeleteFunc(slices.Clone(c.overrides), func(o override) bool {
		return !o.ends.IsZero() && !now.Before(o.ends)
	}))
}

// Overrides lists the overrides of the sandbox that have not ended, the latest first.
func (s *Sandbox) Overrides(p *engine.Program) []Override {
	c := *s.own().core.Load()
	s.dropEnded(&c)
	if len(c.overrides) == 0 {
		return nil
	}
	made := c.compiled.of(p, c.overrides)
	out := make([]Override, 0, len(c.overrides))
	for i := range c.overrides {
		out = append(out, c.overrides[i].shown(made.all[i], made.findings[i], c.state))
	}
	slices.Reverse(out)
	return out
}

// RemoveOverride takes an override away; it is false when there is none of that id. The error wraps ErrStorage.
func (s *Sandbox) RemoveOverride(id string) (found bool, err error) {
	err = s.change(func(d *draft) error {
		left := slices.DeleteFunc(slices.Clone(d.overrides), func(o override) bool { return o.id == id })
		if found = len(left) < len(d.overrides); found {
			d.setOverrides(left)
		}
		return nil
	})
	return found, err
}

// ClearOverrides takes all overrides away and tells how many there were. The error wraps ErrStorage.
func (s *Sandbox) ClearOverrides() (n int, err error) {
	err = s.change(func(d *draft) error {
		if n = len(d.overrides); n > 0 {
			d.setOverrides(nil)
		}
		return nil
	})
	return n, err
}
