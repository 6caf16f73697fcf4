package engine

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/benbjohnson/immutable"
)

// maxState bounds what one sandbox may hold, in bytes of JSON: 1,000 virtual accounts, which take 238 bytes each, and five
// thousand credits of 366 bytes. A store writes all of it with every change. maxSteps bounds what it may still have to do.
const (
	maxState = 2 << 20
	maxSteps = 10_000
)

// State is what the rules of one sandbox have changed: declared values, rows of writable tables, the hits of rules that
// count, and what is still to be done. A State is immutable: a change gives another one that shares what is the same,
// so that a kept State stays what it was. nil is the state of a sandbox in which nothing has happened.
//
// Everything in it is named, not pointed to, so that it outlives the program that made it.
type State struct {
	values *immutable.Map[string, string]      // "api/state"
	tables *immutable.Map[string, *tableState] // "api/table"
	hits   *immutable.Map[string, int]         // "api/scenario/operation/rule"
	steps  []Step                              // by due time, then number
	number uint64                              // of the last step
	bytes  int
}

// tableState is what has changed in one table. Rows are found by the text of their key.
type tableState struct {
	changed *immutable.Map[string, changedRow]
	added   *immutable.SortedMap[int, string] // keys of rows that do not ship, in order of insertion
	last    int
}

// changedRow is a row as it is now; nil is a row that is gone. number is its place in added, 0 for a row that ships.
type changedRow struct {
	row    row
	number int
}

// Step is something to be done at a time by the sandbox's clock: a change of one table or value, or a callback.
type Step struct {
	Due    time.Time `json:"due"`
	Number uint64    `json:"number"`
	// Rule names the rule that asked for it, as scenario/operation/rule, and Request the request.
	Rule    string `json:"rule"`
	Request string `json:"request,omitempty"`
	// API is the API whose tables and values are meant.
	API string `json:"api"`
	// Kind is insert, upsert, update, delete, set or callback.
	Kind  string         `json:"kind"`
	Table string         `json:"table,omitempty"`
	Row   map[string]any `json:"row,omitempty"`   // insert, upsert: the row; update: what is set
	Where map[string]any `json:"where,omitempty"` // update, delete
	State string         `json:"state,omitempty"`
	Value string         `json:"value,omitempty"`
	// Callback is sent when the step is done.
	Callback *Callback `json:"callback,omitempty"`
}

// Callback is a request to be sent to whoever listens.
type Callback struct {
	// Operation names the operation whose callback it is, "" for a webhook of the document; Name is the callback's.
	API       string `json:"api"`
	Operation string `json:"operation,omitempty"`
	Name      string `json:"name"`
	// Method and URL are the document's; an empty URL means the address that the application has given.
	Method string          `json:"method"`
	URL    string          `json:"url,omitempty"`
	Type   string          `json:"type,omitempty"`
	Body   json.RawMessage `json:"body,omitempty"`
}

// ErrStateFull is the error of a change that would have a sandbox hold more than it may.
var ErrStateFull = errors.New("the sandbox holds as much as it may; reset it or delete rows")

// emptyState is what nil stands for.
var emptyState = &State{}

func (s *State) orEmpty() *State {
	if s == nil {
		return emptyState
	}
	return s
}

func (s *State) value(name string) (string, bool) {
	if s == nil || s.values == nil {
		return "", false
	}
	return s.values.Get(name)
}

func (s *State) table(name string) *tableState {
	if s == nil || s.tables == nil {
		return nil
	}
	t, _ := s.tables.Get(name)
	return t
}

func (s *State) hitsOf(rule string) int {
	if s == nil || s.hits == nil {
		return 0
	}
	n, _ := s.hits.Get(rule)
	return n
}

// Due tells when the next step is to be done; ok is false when nothing is left to do.
func (s *State) Due() (at time.Time, ok bool) {
	if s == nil || len(s.steps) == 0 {
		return time.Time{}, false
	}
	return s.steps[0].Due, true
}

// Pending gives a copy of the steps that are still to be done, in the order in which they will be.
func (s *State) Pending() []Step {
	if s == nil {
		return nil
	}
	return slices.Clone(s.steps)
}

// with gives a copy of the state that an edit has changed.
func (s *State) with(edit func(*State)) *State {
	copied := *s.orEmpty()
	edit(&copied)
	return &copied
}

func (s *State) withValue(name, value string) *State {
	return s.with(func(c *State) {
		if c.values == nil {
			c.values = immutable.NewMap[string, string](nil)
		}
		c.values = c.values.Set(name, value)
	})
}

func (s *State) withHits(rule string, n int) *State {
	return s.with(func(c *State) {
		if c.hits == nil {
			c.hits = immutable.NewMap[string, int](nil)
		}
		c.hits = c.hits.Set(rule, n)
	})
}

func (s *State) withStep(step Step) (*State, error) {
	if len(s.orEmpty().steps) >= maxSteps {
		return s, fmt.Errorf("%w: more than %d effects are still to come", ErrStateFull, maxSteps)
	}
	return s.with(func(c *State) {
		c.number++
		step.Number = c.number
		at, _ := slices.BinarySearchFunc(c.steps, step, func(a, b Step) int {
			return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Number, b.Number))
		})
		c.steps = slices.Insert(slices.Clone(c.steps), at, step)
	}), nil
}

// next takes the first step off.
func (s *State) next() (*State, Step) {
	step := s.steps[0]
	return s.with(func(c *State) { c.steps = slices.Clone(c.steps[1:]) }), step
}

// withRow puts a row under its key, or takes it away when r is nil. ships tells that the table ships a row of that key.
func (s *State) withRow(table, key string, r row, ships bool) (*State, error) {
	var err error
	next := s.with(func(c *State) {
		t := tableState{}
		if old := c.table(table); old != nil {
			t = *old
		}
		if t.changed == nil {
			t.changed = immutable.NewMap[string, changedRow](nil)
			t.added = immutable.NewSortedMap[int, string](nil)
		}
		before, known := t.changed.Get(key)
		if known {
			c.bytes -= sizeOf(before.row)
		}
		now := changedRow{row: r, number: before.number}
		switch {
		case r == nil && before.number > 0:
			t.added = t.added.Delete(before.number)
			now.number = 0
		case r != nil && before.row == nil && (known || !ships):
			t.last++
			now.number = t.last
			t.added = t.added.Set(t.last, key)
		}
		if r == nil && !ships {
			t.changed = t.changed.Delete(key)
		} else {
			t.changed = t.changed.Set(key, now)
		}
		c.bytes += sizeOf(r)
		if c.tables == nil {
			c.tables = immutable.NewMap[string, *tableState](nil)
		}
		c.tables = c.tables.Set(table, &t)
		if c.bytes > maxState {
			err = ErrStateFull
		}
	})
	if err != nil {
		return s, err
	}
	return next, nil
}

func sizeOf(r row) int {
	if r == nil {
		return 0
	}
	b, err := json.Marshal(r)
	if err != nil {
		return 0
	}
	return len(b) + 32
}

// savedState is a State as JSON.
type savedState struct {
	Values map[string]string     `json:"values,omitempty"`
	Tables map[string]savedTable `json:"tables,omitempty"`
	Hits   map[string]int        `json:"hits,omitempty"`
	Steps  []Step                `json:"steps,omitempty"`
	Number uint64                `json:"number,omitempty"`
}

type savedTable struct {
	// Changed holds rows that ship and are different now, by key; null is a row that is gone.
	Changed map[string]row `json:"changed,omitempty"`
	Added   []savedRow     `json:"added,omitempty"`
}

type savedRow struct {
	Key string `json:"key"`
	Row row    `json:"row"`
}

// MarshalJSON writes the whole state.
func (s *State) MarshalJSON() ([]byte, error) {
	var out savedState
	if s != nil {
		out.Values, out.Hits = collect(s.values), collect(s.hits)
		out.Steps, out.Number = s.steps, s.number
		for name, t := range all(s.tables) {
			if out.Tables == nil {
				out.Tables = map[string]savedTable{}
			}
			out.Tables[name] = t.saved()
		}
	}
	return json.Marshal(out)
}

func (t *tableState) saved() savedTable {
	out := savedTable{Changed: map[string]row{}}
	for key, c := range all(t.changed) {
		if c.number == 0 {
			out.Changed[key] = c.row
		}
	}
	for it := t.added.Iterator(); !it.Done(); {
		_, key, _ := it.Next()
		c, _ := t.changed.Get(key)
		out.Added = append(out.Added, savedRow{key, c.row})
	}
	return out
}

// UnmarshalJSON reads what MarshalJSON wrote, and refuses members that it does not know.
func (s *State) UnmarshalJSON(b []byte) error {
	var in savedState
	decoder := json.NewDecoder(bytesReader(b))
	decoder.UseNumber()
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&in); err != nil {
		return fmt.Errorf("reading a sandbox's state: %w", err)
	}
	next := &State{number: in.Number}
	for name, v := range in.Values {
		next = next.withValue(name, v)
	}
	for name, n := range in.Hits {
		next = next.withHits(name, n)
	}
	for i := range in.Steps {
		in.Steps[i].Row, in.Steps[i].Where = plainRow(in.Steps[i].Row), plainRow(in.Steps[i].Where)
	}
	next.steps = in.Steps
	var err error
	for name, t := range in.Tables {
		for key, r := range t.Changed {
			if next, err = next.withRow(name, key, plainRow(r), true); err != nil {
				return err
			}
		}
		for _, r := range t.Added {
			if next, err = next.withRow(name, r.Key, plainRow(r.Row), false); err != nil {
				return err
			}
		}
	}
	*s = *next
	return nil
}
