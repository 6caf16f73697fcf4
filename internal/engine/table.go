package engine

import (
	"fmt"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// maxRows bounds one table; maxFile bounds a file in bytes.
const (
	maxRows = 1_000_000
	maxFile = 16 << 20
)

// table is a set of rows that ships with the scenarios. It is immutable: what sandboxes change stands in their State.
type table struct {
	id      string // "api/name"
	name    string
	title   string // of a sheet of magic values or personas that people look things up in; "" for other tables
	place   finding.Place
	places  []finding.Place // of the rows, only while loading
	key     []string
	row     *expression.Type // of every row
	rows    []row
	indexes map[string]*tableIndex // by the joined names of the columns

	// A writable table is the start of a collection that each sandbox changes for itself.
	writable bool
	schema   *contract.Schema // of a row, if the table has one
	required []string         // columns that every row fills
	keys     []string         // key text of each row
	shipped  map[string]int32 // row number by key text
	mu       sync.Mutex       // guards indexes while rules are compiled
}

// row is one row: decoded JSON by column; an absent cell is no member.
type row = map[string]any

// tableIndex finds rows by the values of some columns.
type tableIndex struct {
	columns []string
	kinds   []expression.Kind
	rows    map[any][]int32
}

// placeOf gives where a row is written, as long as that is known.
func (t *table) placeOf(i int) finding.Place {
	if i < len(t.places) {
		return t.places[i]
	}
	return t.place
}

// kind gives the kind of a column.
func (t *table) kind(column string) expression.Kind {
	if f := t.row.Fields[column]; f != nil {
		return f.Kind
	}
	return expression.Any
}

func (t *table) columns() []string { return sortedNames(t.row.Fields) }

// index gives the index over the columns, making it at the first call. What loading has made is
// found without it.
func (t *table) index(columns []string) *tableIndex {
	t.mu.Lock()
	defer t.mu.Unlock()
	name := strings.Join(columns, "\x00")
	if ix := t.indexes[name]; ix != nil {
		return ix
	}
	ix := &tableIndex{columns: columns, rows: make(map[any][]int32, len(t.rows))}
	for _, c := range columns {
		ix.kinds = append(ix.kinds, t.kind(c))
	}
	for i, r := range t.rows {
		if k, ok := ix.keyOf(r); ok {
			ix.rows[k] = append(ix.rows[k], int32(i))
		}
	}
	if t.indexes == nil {
		t.indexes = map[string]*tableIndex{}
	}
	t.indexes[name] = ix
	return ix
}

// keyOf gives a row's key in the index; ok is false for a row that lacks one of the columns, which equals nothing.
func (ix *tableIndex) keyOf(r row) (any, bool) {
	values := make([]any, len(ix.columns))
	for i, c := range ix.columns {
		values[i] = r[c]
	}
	return ix.key(values)
}

// key joins the values of the index's columns into one comparable value.
func (ix *tableIndex) key(values []any) (any, bool) {
	if len(values) == 1 {
		if values[0] == nil {
			return nil, false
		}
		return canonical(ix.kinds[0], values[0])
	}
	var b strings.Builder
	for i, v := range values {
		c, ok := canonical(ix.kinds[i], v)
		if !ok || c == nil {
			return nil, false
		}
		if text, ok := c.(string); ok { // most are, and need not be found out by reflection
			b.WriteString("string\x00" + text + "\x00")
		} else {
			fmt.Fprintf(&b, "%T\x00%v\x00", c, c)
		}
	}
	return b.String(), true
}

// declareTables reads the tables of a file; all of them are known before any rule is compiled.
func (l *loader) declareTables(d *scenarioDecl, into map[string]*table) {
	if d.tables == nil {
		return
	}
	if d.tables.Kind != yaml.MappingNode {
		l.error("not-a-mapping", d.src.place(d.tables), "", "tables must be a mapping of names to tables")
		return
	}
	for i := 0; i+1 < len(d.tables.Content); i += 2 {
		key, value := d.tables.Content[i], d.tables.Content[i+1]
		t := l.declareTable(d, key, value)
		if t == nil {
			continue
		}
		if first := into[t.name]; first != nil {
			l.report(finding.Finding{Code: "duplicate-table", Place: t.place, Message: fmt.Sprintf("table %q is declared a second time for this API", t.name),
				Related: []finding.Related{{Place: first.place, Message: "first here"}}})
			continue
		}
		into[t.name] = t
	}
}

// tableDecl is a table's declaration as written.
type tableDecl struct {
	file, rows, key, columns, schema *yaml.Node
	writable                         bool
	title                            string
}

func (l *loader) declareTable(d *scenarioDecl, key, value *yaml.Node) *table {
	var decl tableDecl
	keep := func(to **yaml.Node) func(_, v *yaml.Node) { return func(_, v *yaml.Node) { *to = v } }
	ok := l.readFields(d.src, value, "a table", []field{
		{name: "file", read: keep(&decl.file)}, {name: "rows", read: keep(&decl.rows)}, {name: "key", read: keep(&decl.key)},
		{name: "columns", read: keep(&decl.columns)}, {name: "schema", read: keep(&decl.schema)},
		{name: "title", read: func(_, v *yaml.Node) { decl.title, _ = l.text(d.src, v, "title") }},
		{name: "writable", read: func(_, v *yaml.Node) { decl.writable = l.flag(d.src, v, "writable") }},
	})
	if !ok {
		return nil
	}
	if !identifier.MatchString(key.Value) {
		l.error("bad-name", d.src.place(key), "", "a table's name is letters, digits and _, such as fdProducts; %q is not", key.Value)
		return nil
	}
	if decl.writable && decl.file == nil && decl.rows == nil {
		decl.rows = &yaml.Node{Kind: yaml.SequenceNode}
	}
	if (decl.file == nil) == (decl.rows == nil) {
		l.error("table-source", d.src.place(key), "give either file: or rows:", "table %q needs one source of rows", key.Value)
		return nil
	}
	t := &table{id: d.api.Name + "/" + key.Value, name: key.Value, title: decl.title, writable: decl.writable, place: d.src.place(key), row: &expression.Type{Kind: expression.Object, Name: "row of " + key.Value}}
	r := &rowReader{l: l, decl: d, table: t, keyNames: plainWords(decl.key)}
	if !r.declared(decl) {
		return nil
	}
	if decl.file != nil {
		r.file(decl.file)
	} else {
		r.yamlRows(d.src, decl.rows)
	}
	r.finish()
	r.checkRequired()
	t.places = r.places
	if decl.key != nil {
		l.tableKey(d.src, decl.key, t)
	}
	if t.writable {
		l.checkWritable(d.src, key, t, decl)
	}
	return t
}

// checkWritable demands of a writable table what rows need that do not ship: a key, and columns known beforehand.
func (l *loader) checkWritable(s *source, key *yaml.Node, t *table, decl tableDecl) {
	if len(t.key) == 0 {
		if decl.key == nil {
			l.error("missing-key", s.place(key), "add key: [column]", "writable table %q needs a key", t.name)
		}
		return
	}
	if decl.columns == nil && decl.schema == nil && decl.file == nil && len(t.rows) == 0 {
		l.error("table-source", s.place(key), "add columns: or schema:", "writable table %q ships no rows, so its columns must be declared", t.name)
	}
	t.keyTexts()
}

// plainWords gives the words of a scalar or a list.
func plainWords(n *yaml.Node) []string {
	switch {
	case n == nil:
		return nil
	case n.Kind == yaml.ScalarNode:
		return []string{n.Value}
	}
	var out []string
	for _, c := range n.Content {
		out = append(out, c.Value)
	}
	return out
}

// tableKey reads the key and refuses rows that have the same one, or none.
func (l *loader) tableKey(s *source, n *yaml.Node, t *table) {
	names := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		names = n.Content
	}
	for _, c := range names {
		name, ok := l.text(s, c, "key")
		if !ok {
			return
		}
		if t.row.Fields[name] == nil {
			l.error("unknown-column", s.place(c), finding.DidYouMean(name, t.columns()), "table %s has no column %q", t.name, name)
			return
		}
		t.key = append(t.key, name)
	}
	if len(t.key) == 0 {
		l.error("missing-key", s.place(n), "", "a key names at least one column")
		return
	}
	ix := t.index(t.key)
	for i, r := range t.rows {
		k, ok := ix.keyOf(r)
		switch {
		case !ok:
			l.error("row-without-key", t.places[i], "", "the row has no %s, which is the table's key", strings.Join(t.key, ", "))
		case ix.rows[k][0] != int32(i):
			first := ix.rows[k][0]
			l.report(finding.Finding{Code: "duplicate-row", Place: t.places[i], Message: "another row has the same " + strings.Join(t.key, ", "),
				Related: []finding.Related{{Place: t.places[first], Message: "first here"}}})
		}
	}
}
