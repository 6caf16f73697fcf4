package engine

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// This file holds a table as a sandbox sees it: the rows that ship, with what the sandbox's state has changed.

// keyText gives the text under which a row's key is kept. ok is false for a row that lacks a part of its key.
func (t *table) keyText(r row) (key string, ok bool) {
	var b strings.Builder
	for i, column := range t.key {
		v, known := canonical(t.kind(column), r[column])
		if !known || v == nil {
			return "", false
		}
		if i > 0 {
			b.WriteByte(0)
		}
		if text, isText := v.(string); isText {
			b.WriteString(text)
		} else {
			fmt.Fprint(&b, v)
		}
	}
	return b.String(), true
}

// keyTexts fills the keys of the rows that ship; a writable table needs them to tell which of its rows have changed.
func (t *table) keyTexts() {
	t.shipped = make(map[string]int32, len(t.rows))
	t.keys = make([]string, len(t.rows))
	for i, r := range t.rows {
		key, _ := t.keyText(r)
		t.keys[i] = key
		t.shipped[key] = int32(i)
	}
}

// ships tells whether the table ships a row of the key.
func (t *table) ships(key string) bool {
	_, ok := t.shipped[key]
	return ok
}

// at gives the row of a key as the state has it; nil when there is none.
func (t *table) at(st *State, key string) row {
	if changed := st.table(t.id); changed != nil {
		if c, ok := changed.changed.Get(key); ok {
			return c.row
		}
	}
	if i, ok := t.shipped[key]; ok {
		return t.rows[i]
	}
	return nil
}

// each walks the rows as the state has them: those that ship in their order, then those that were added.
func (t *table) each(st *State, visit func(key string, r row) bool) {
	changed := st.table(t.id)
	for i, r := range t.rows {
		if changed != nil {
			if c, ok := changed.changed.Get(t.keys[i]); ok {
				if c.number > 0 || c.row == nil {
					continue
				}
				r = c.row
			}
		}
		if !visit(t.keys[i], r) {
			return
		}
	}
	if changed == nil {
		return
	}
	for it := changed.added.Iterator(); !it.Done(); {
		_, key, _ := it.Next()
		c, _ := changed.changed.Get(key)
		if !visit(key, c.row) {
			return
		}
	}
}

// Rows gives a table's rows as the state has them, and the names of its columns; ok is false for a table that the
// program does not have.
func (p *Program) Rows(api, name string, st *State) (columns []string, rows []map[string]any, ok bool) {
	t := p.tables[api][name]
	if t == nil {
		return nil, nil, false
	}
	if !t.writable {
		return t.columns(), slices.Clone(t.rows), true
	}
	t.each(st, func(_ string, r row) bool {
		rows = append(rows, r)
		return true
	})
	return t.columns(), rows, true
}

// checkRow holds a row against the table's columns or schema and drops members that are nil where the table has no
// null. The row is changed in place.
func (t *table) checkRow(r row) error {
	for name, v := range r {
		column := t.row.Fields[name]
		if column == nil && !t.row.Open {
			return fmt.Errorf("table %s has no column %q", t.name, name)
		}
		if v == nil && (column == nil || !column.Nullable) {
			delete(r, name)
			continue
		}
		if column != nil && v != nil && t.schema == nil {
			if err := fitsColumn(column, v); err != nil {
				return fmt.Errorf("column %s of %s: %w", name, t.name, err)
			}
		}
	}
	for _, name := range t.required {
		if r[name] == nil {
			return fmt.Errorf("a row of %s needs %s", t.name, name)
		}
	}
	if t.schema != nil && !t.schema.Accepts(r, contract.Outbound) {
		return fmt.Errorf("a row of %s breaks its schema: %w", t.name, &offContract{t.schema.Validate(r, contract.Outbound)})
	}
	return nil
}

func fitsColumn(column *expression.Type, v any) error {
	ok := true
	switch column.Kind {
	case expression.String:
		_, ok = v.(string)
	case expression.Bool:
		_, ok = v.(bool)
	case expression.Int:
		_, ok = v.(int)
	case expression.Number:
		switch v.(type) {
		case int, json.Number:
		default:
			ok = false
		}
	case expression.Decimal, expression.Date, expression.DateTime, expression.Duration:
		var text string
		if text, ok = v.(string); ok {
			_, ok = canonicalText(column.Kind, text)
		}
	}
	if !ok {
		return fmt.Errorf("the value is no %s", column.Kind)
	}
	return nil
}

// matching gives the keys and rows of a writable table that satisfy a where of concrete values.
func (t *table) matching(st *State, where map[string]any) (keys []string, rows []row) {
	if key, ok := t.keyText(where); ok {
		if r := t.at(st, key); r != nil && t.has(r, where) {
			return []string{key}, []row{r}
		}
		return nil, nil
	}
	t.each(st, func(key string, r row) bool {
		if t.has(r, where) {
			keys, rows = append(keys, key), append(rows, r)
		}
		return true
	})
	return keys, rows
}

// has tells whether a row has all these values, one of those of a list.
func (t *table) has(r row, where map[string]any) bool {
	for column, want := range where {
		if !cellEquals(t.kind(column), r[column], want) {
			return false
		}
	}
	return true
}

// first gives the first row that has all these values; nil when there is none.
func (t *table) first(st *State, where map[string]any) row {
	if t.writable {
		if key, ok := t.keyText(where); ok {
			if r := t.at(st, key); r != nil && t.has(r, where) {
				return r
			}
			return nil
		}
		var found row
		t.each(st, func(_ string, r row) bool {
			if t.has(r, where) {
				found = r
			}
			return found == nil
		})
		return found
	}
	if ix := t.index(t.key); len(t.key) > 0 {
		if key, ok := ix.keyOf(where); ok {
			for _, i := range ix.rows[key] {
				if t.has(t.rows[i], where) {
					return t.rows[i]
				}
			}
			return nil
		}
	}
	for _, r := range t.rows {
		if t.has(r, where) {
			return r
		}
	}
	return nil
}

// apply does a step. A step that cannot be done leaves the state as it is and says why.
func (p *Program) apply(st *State, step *Step) (*State, error) {
	switch step.Kind {
	case "set":
		if err := p.knowsValue(step.API, step); err != nil {
			return st, err
		}
		return st.withValue(p.states[step.API][step.State].id, step.Value), nil
	case "callback":
		return st, nil
	}
	t, err := p.writable(step.API, step.Table)
	if err != nil {
		return st, err
	}
	switch step.Kind {
	case "insert", "upsert":
		return t.put(st, step)
	case "replace":
		return t.replace(st, step.Row)
	case "update":
		return t.update(st, step)
	}
	keys, _ := t.matching(st, step.Where)
	for _, key := range keys {
		if st, err = st.withRow(t.id, key, nil, t.ships(key)); err != nil {
			return st, err
		}
	}
	return st, nil
}

func (t *table) put(st *State, step *Step) (*State, error) {
	r := cloneRow(step.Row)
	key, ok := t.keyText(r)
	if !ok {
		return st, fmt.Errorf("the row has no %s, which is the key of %s", strings.Join(t.key, ", "), t.name)
	}
	before := t.at(st, key)
	if before != nil {
		if step.Kind == "insert" {
			return st, fmt.Errorf("%s already has a row of this %s; use upsert to change it", t.name, strings.Join(t.key, ", "))
		}
		merged := cloneRow(before)
		for name, v := range r {
			merged[name] = v
		}
		r = merged
	}
	if err := t.checkRow(r); err != nil {
		return st, err
	}
	return st.withRow(t.id, key, r, t.ships(key))
}

func (t *table) update(st *State, step *Step) (*State, error) {
	next := st
	keys, rows := t.matching(st, step.Where)
	for i, key := range keys {
		r := cloneRow(rows[i])
		for name, v := range step.Row {
			r[name] = v
		}
		if err := t.checkRow(r); err != nil {
			return st, err
		}
		now, ok := t.keyText(r)
		if !ok || now != key {
			return st, fmt.Errorf("an update cannot change %s, the key of %s", strings.Join(t.key, ", "), t.name)
		}
		var err error
		if next, err = next.withRow(t.id, key, r, t.ships(key)); err != nil {
			return st, err
		}
	}
	return next, nil
}

func cloneRow(r row) row {
	out := make(row, len(r)+2)
	for name, v := range r {
		out[name] = v
	}
	return out
}
