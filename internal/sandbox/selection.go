package sandbox

import (
	"fmt"
	"slices"

	"github.com/sandbank/sandbank/internal/engine"
)

// maxSelected bounds how many scenarios may be selected.
const maxSelected = 100

// Selected lists the scenarios that are selected, in order of selection. A name without an API means the scenarios of
// that name of all APIs. Names that the running program does not have say nothing until it has them.
func (s *Sandbox) Selected() []string { return slices.Clone(s.own().core.Load().selected) }

// Select has scenarios speak in this sandbox, in this order and in place of those selected before; none clears the
// selection. Names are those of scenarios, or api/scenario. The error is an *engine.UnknownScenarioError, or says that
// there are too many, or wraps ErrStorage; nothing is changed then.
func (s *Sandbox) Select(p *engine.Program, names []string) error {
	if err := p.CheckNames(nil, names); err != nil {
		return err
	}
	var list []string
	for _, name := range names {
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	if len(list) > maxSelected {
		return fmt.Errorf("at most %d scenarios can be selected", maxSelected)
	}
	return s.change(func(d *draft) error {
		d.selected = list
		return nil
	})
}
