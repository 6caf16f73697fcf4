package sandbox

import "github.com/sandbank/sandbank/internal/engine"

// Cover has the decisions of this sandbox noted in a coverage, which several sandboxes may share; nil ends it. When
// another program decides, a new coverage of that program takes its place.
func (s *Sandbox) Cover(c *engine.Coverage) { s.keep().coverage.Store(c) }

// Coverage gives what decisions of this sandbox are noted in, for a program; nil when they are not noted.
func (s *Sandbox) Coverage(p *engine.Program) *engine.Coverage { return s.own().coverageOf(p) }

func (s *Sandbox) coverageOf(p *engine.Program) *engine.Coverage {
	for {
		c := s.coverage.Load()
		if c == nil || c.Of(p) {
			return c
		}
		if anew := p.NewCoverage(); s.coverage.CompareAndSwap(c, anew) {
			return anew
		}
	}
}
