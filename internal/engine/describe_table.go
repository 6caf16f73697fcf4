package engine

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

// TableDescription is one table. Key is empty for a table without a key, Title for one that nobody looks things up in.
type TableDescription struct {
	API, Name, Title string
	Columns, Key     []string
	Writable         bool
}

// Table describes a table of an API; ok is false when there is none of that name.
func (p *Program) Table(api, name string) (d TableDescription, ok bool) {
	t := p.tables[api][name]
	if t == nil {
		return d, false
	}
	return TableDescription{API: api, Name: name, Title: t.title, Columns: t.columns(), Key: slices.Clone(t.key), Writable: t.writable}, true
}

// StateDescription is one declared value: what it may be, and what it is in the beginning.
type StateDescription struct {
	API, Name, Initial string
	Values             []string
}

// State describes a declared value of an API; ok is false when there is none of that name.
func (p *Program) State(api, name string) (d StateDescription, ok bool) {
	s := p.states[api][name]
	if s == nil {
		return d, false
	}
	return StateDescription{API: api, Name: name, Initial: s.initial, Values: slices.Clone(s.values)}, true
}

// RowKey writes the key of a row as one text: the values of the key's columns joined by commas, with a backslash before
// a comma or backslash in a value. ok is false for a row that lacks a part of the key.
func (d *TableDescription) RowKey(r map[string]any) (key string, ok bool) {
	if len(d.Key) == 0 {
		return "", false
	}
	parts := make([]string, 0, len(d.Key))
	for _, column := range d.Key {
		text, err := expression.Text(r[column])
		if r[column] == nil || err != nil {
			return "", false
		}
		parts = append(parts, strings.NewReplacer(`\`, `\\`, `,`, `\,`).Replace(text))
	}
	return strings.Join(parts, ","), true
}

// ReadRowKey gives the values of the key's columns that RowKey has written. The error says why the text is no key of
// this table.
func (p *Program) ReadRowKey(api, name, key string) (map[string]any, error) {
	t := p.tables[api][name]
	if t == nil || len(t.key) == 0 {
		return nil, fmt.Errorf("table %s has no key", name)
	}
	parts := splitKey(key)
	if len(parts) != len(t.key) {
		return nil, fmt.Errorf("the key of %s is %s: %d values joined by commas, not %d", name, strings.Join(t.key, ","), len(t.key), len(parts))
	}
	out := make(map[string]any, len(parts))
	for i, column := range t.key {
		v, err := cellValue(t.kind(column), parts[i])
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", column, err)
		}
		if number, ok := v.(json.Number); ok {
			v = plainNumbers(number)
		}
		out[column] = v
	}
	return out, nil
}

// splitKey takes a text apart at commas that have no backslash before them.
func splitKey(key string) []string {
	parts := []string{""}
	escaped := false
	for _, c := range key {
		last := &parts[len(parts)-1]
		switch {
		case escaped:
			*last += string(c)
			escaped = false
		case c == '\\':
			escaped = true
		case c == ',':
			parts = append(parts, "")
		default:
			*last += string(c)
		}
	}
	return parts
}

// Row gives the row of a key, as ReadRowKey gives it, in a table as the state has it; nil when there is none.
func (p *Program) Row(api, name string, key map[string]any, st *State) map[string]any {
	t := p.tables[api][name]
	if t == nil {
		return nil
	}
	if t.writable {
		if text, ok := t.keyText(key); ok {
			return t.at(st, text)
		}
		return nil
	}
	for _, r := range t.rows {
		if !slices.ContainsFunc(t.key, func(c string) bool { return !cellEquals(t.kind(c), r[c], key[c]) }) {
			return r
		}
	}
	return nil
}
