package engine

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

// bind fills the find's slot; ok is false when one row was wanted and there is none.
func (f *find) bind(ev *evaluation) (ok bool, err error) {
	env := &ev.env
	if f.table.writable && ev.state.table(f.table.id) != nil {
		return f.bindStored(ev)
	}
	if !f.all && f.index != nil && f.indexed == len(f.where) && len(f.where) == 1 && f.project == nil {
		return f.bindByKey(ev)
	}
	rows, err := f.rows(env)
	if err != nil {
		return false, err
	}
	if f.all {
		env.Slots[f.slot] = f.list(f.numbered(rows))
		return true, nil
	}
	if len(rows) == 0 {
		return false, nil
	}
	ev.found[f.slot] = rows[0]
	env.Slots[f.slot] = f.shape(f.table.rows[rows[0]])
	return true, nil
}

// bindByKey is the common case of one condition on the key.
func (f *find) bindByKey(ev *evaluation) (bool, error) {
	v, err := f.where[0].value.eval(&ev.env)
	if err != nil || v == nil {
		return false, err
	}
	k, ok := canonical(f.index.kinds[0], v)
	if !ok {
		return false, nil
	}
	rows := f.index.rows[k]
	if len(rows) == 0 {
		return false, nil
	}
	ev.found[f.slot] = rows[0]
	ev.env.Slots[f.slot] = f.table.rows[rows[0]]
	return true, nil
}

// rows gives the numbers of the rows that satisfy where, in table order.
func (f *find) rows(env *expression.Env) ([]int32, error) {
	values := make([]any, len(f.where))
	for i := range f.where {
		v, err := f.where[i].value.eval(env)
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	if f.index != nil {
		k, ok := f.index.key(values[:f.indexed])
		if !ok {
			return nil, nil
		}
		return f.filter(f.index.rows[k], f.where[f.indexed:], values[f.indexed:]), nil
	}
	all := make([]int32, len(f.table.rows))
	for i := range all {
		all[i] = int32(i)
	}
	return f.filter(all, f.where, values), nil
}

func (f *find) filter(rows []int32, terms []whereTerm, values []any) []int32 {
	if len(terms) == 0 {
		return rows
	}
	var out []int32
	for _, i := range rows {
		if f.satisfies(f.table.rows[i], terms, values) {
			out = append(out, i)
		}
	}
	return out
}

func (f *find) satisfies(r row, terms []whereTerm, values []any) bool {
	for i, w := range terms {
		if values[i] == expression.Omit {
			continue
		}
		if !cellEquals(w.kind, r[w.column], values[i]) {
			return false
		}
	}
	return true
}

// cellEquals tells whether a cell equals a value, or one of a list of them. Nothing equals nil.
func cellEquals(kind expression.Kind, cell, v any) bool {
	if list, ok := v.([]any); ok {
		return slices.ContainsFunc(list, func(e any) bool { return cellEquals(kind, cell, e) })
	}
	if cell == nil || v == nil {
		return false
	}
	a, ok := canonical(kind, cell)
	b, ok2 := canonical(kind, v)
	return ok && ok2 && a == b
}

// shape gives what select makes of a row.
func (f *find) shape(r row) any {
	if f.project == nil {
		return r
	}
	if f.single {
		return r[f.project[0]]
	}
	out := make(map[string]any, len(f.project))
	for _, c := range f.project {
		if v, ok := r[c]; ok {
			out[c] = v
		}
	}
	return out
}

// bindStored binds from a table that the sandbox has changed.
func (f *find) bindStored(ev *evaluation) (bool, error) {
	values := make([]any, len(f.where))
	key := make(row, len(f.where))
	for i := range f.where {
		v, err := f.where[i].value.eval(&ev.env)
		if err != nil {
			return false, err
		}
		values[i], key[f.where[i].column] = v, v
	}
	if text, ok := f.table.keyText(key); ok && f.covered {
		r := f.table.at(ev.state, text)
		if r == nil || !f.satisfies(r, f.where, values) {
			f.bindRows(ev, nil)
			return f.all, nil
		}
		f.bindRows(ev, []row{r})
		return true, nil
	}
	var rows []row
	f.table.each(ev.state, func(_ string, r row) bool {
		if f.satisfies(r, f.where, values) {
			rows = append(rows, r)
		}
		return f.all || len(rows) == 0
	})
	f.bindRows(ev, rows)
	return f.all || len(rows) > 0, nil
}

func (f *find) bindRows(ev *evaluation, rows []row) {
	switch {
	case f.all:
		ev.env.Slots[f.slot] = f.list(rows)
	case len(rows) > 0:
		ev.env.Slots[f.slot] = f.shape(rows[0])
	}
}

// numbered gives the rows of some numbers.
func (f *find) numbered(numbers []int32) []row {
	rows := make([]row, len(numbers))
	for i, n := range numbers {
		rows[i] = f.table.rows[n]
	}
	return rows
}

func (f *find) list(rows []row) []any {
	out := make([]any, 0, len(rows))
	var seen map[any]bool
	if f.distinct {
		seen = make(map[any]bool, len(rows))
	}
	for _, r := range rows {
		v := f.shape(r)
		if f.single && v == nil {
			continue
		}
		if f.distinct {
			k := identity(v)
			if seen[k] {
				continue
			}
			seen[k] = true
		}
		out = append(out, v)
	}
	return out
}

// identity gives a comparable value that is the same for equal values.
func identity(v any) any {
	switch v.(type) {
	case map[string]any, []any:
		b, err := json.Marshal(v)
		if err != nil {
			return fmt.Sprintf("%v", v)
		}
		return string(b)
	}
	return v
}
