package sandbox

import (
	"errors"

	"github.com/sandbank/sandbank/internal/engine"
)

// ErrNoRow is the error for a row that is not there.
var ErrNoRow = errors.New("the table has no such row")

// PutRow puts a row into a writable table, in the place of the one that has its key. Integers are int, other numbers
// json.Number. The error says why the table does not take it, or wraps ErrStorage; nothing is changed then.
func (s *Sandbox) PutRow(p *engine.Program, api, table string, row map[string]any) error {
	return s.do(p, engine.Step{Kind: "replace", API: api, Table: table, Row: row})
}

// DeleteRow takes the rows of a writable table away that have all these values; where names at least one column. The
// error is ErrNoRow when there is none, or wraps ErrStorage.
func (s *Sandbox) DeleteRow(p *engine.Program, api, table string, where map[string]any) error {
	return s.do(p, engine.Step{Kind: "delete", API: api, Table: table, Where: where})
}

// SetState gives a declared value another one. The error says that it is not declared, or cannot have that value,
// or wraps ErrStorage.
func (s *Sandbox) SetState(p *engine.Program, api, name, value string) error {
	return s.do(p, engine.Step{Kind: "set", API: api, State: name, Value: value})
}

func (s *Sandbox) do(p *engine.Program, step engine.Step) error {
	return s.change(func(d *draft) error {
		next, err := p.Change(d.state, step)
		if err == nil && next == d.state && step.Kind == "delete" {
			err = ErrNoRow
		}
		d.state = next
		return err
	})
}
