package engine

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// This file holds what whoever owns a sandbox does to it beside the rules.

// Operation finds an operation of the APIs that the program was loaded for; nil if there is none.
func (p *Program) Operation(api, id string) *contract.Operation {
	for o := range p.documents {
		if o.API.Name == api {
			return o.API.Operation(id)
		}
	}
	return nil
}

// Change does one change of a writable table or a declared value at once. Of the step, API and Kind (insert, upsert,
// update, delete, set, or replace, which puts a row in the place of the whole row that has its key) and what they need
// are read; integers of a row are int, other numbers json.Number. After an error the state is what it was.
func (p *Program) Change(st *State, step Step) (*State, error) {
	if err := p.changes(step.API, &step); err != nil {
		return st, err
	}
	return p.apply(st, &step)
}

// changes tells why a step is no change of an API, whatever the state.
func (p *Program) changes(api string, step *Step) error {
	switch step.Kind {
	case "set":
		return p.knowsValue(api, step)
	case "insert", "upsert", "replace":
	case "update", "delete":
		if len(step.Where) == 0 {
			return fmt.Errorf("%s needs to be told which rows", step.Kind)
		}
	default:
		return fmt.Errorf("%q changes nothing", step.Kind)
	}
	_, err := p.writable(api, step.Table)
	return err
}

// writable finds a table that can be changed.
func (p *Program) writable(api, name string) (*table, error) {
	t := p.tables[api][name]
	if t == nil || !t.writable {
		return nil, fmt.Errorf("there is no writable table %q", name)
	}
	return t, nil
}

func (p *Program) knowsValue(api string, step *Step) error {
	if d := p.states[api][step.State]; d == nil || !slices.Contains(d.values, step.Value) {
		return fmt.Errorf("state %s has no value %q", step.State, step.Value)
	}
	return nil
}

func (t *table) replace(st *State, given row) (*State, error) {
	r := cloneRow(given)
	key, ok := t.keyText(r)
	if !ok {
		return st, fmt.Errorf("the row has no %s, which is the key of %s", strings.Join(t.key, ", "), t.name)
	}
	if err := t.checkRow(r); err != nil {
		return st, err
	}
	return st.withRow(t.id, key, r, t.ships(key))
}

// ErrTimesTwice is the error of a limit for an override whose rule has times: of its own.
var ErrTimesTwice = errors.New("the rule says itself how many times it answers")

// Limit gives the override as one that answers only the first n requests for which everything else in it holds.
func (o *Override) Limit(n int) (*Override, error) {
	r := *o.set.rules[0]
	if r.times != nil {
		return nil, ErrTimesTwice
	}
	if n < 1 || n > maxTimes {
		return nil, fmt.Errorf("times is a whole number from 1 to %d", maxTimes)
	}
	r.times = &times{from: 1, to: n}
	set := &ruleSet{}
	set.add(&r)
	set.index = newRuleIndex(set.rules)
	return &Override{target: o.target, set: set}, nil
}

// Hits tells how many requests have satisfied the override so far, up to its times and chance; 0 when it has neither,
// because nothing counts then.
func (o *Override) Hits(st *State) int { return st.hitsOf(o.set.rules[0].id) }

// stepBytes and versionBytes estimate what one version of a state does not share with the one before it.
const (
	stepBytes    = 256
	versionBytes = 1024
)

// Weight estimates the memory, in bytes, that a version of a state holds beside what it shares with the one before it.
func (s *State) Weight() int {
	if s == nil {
		return 0
	}
	return versionBytes + stepBytes*len(s.steps)
}

// Of tells whether the coverage is that of a program.
func (c *Coverage) Of(p *Program) bool { return c.program == p }
