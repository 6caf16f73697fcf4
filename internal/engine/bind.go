package engine

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// find binds a name to one row of a table, or to a list of rows. A find for one row holds only when there is one.
type find struct {
	name  string
	slot  int
	table *table
	all   bool

	where    []whereTerm
	index    *tableIndex // over the columns of the first len(indexed) terms; nil = look at every row
	indexed  int
	project  []string // select
	single   bool     // select names one column: a list of values, not of objects
	distinct bool
	covered  bool // where names every column of the table's key
}

// whereTerm demands something of one column.
type whereTerm struct {
	column string
	kind   expression.Kind
	value  *template
	// certain terms are never left out and always give one value, never a list.
	certain bool
}

// binding is what a rule binds before its conditions run.
type binding struct {
	name string
	slot int
	expr *expression.Expression
}

// compileFinds reads find: and gives the scope with the new names.
func (l *loader) compileFinds(r *ruleDecl, scope *expression.Scope) ([]find, *expression.Scope) {
	if r.find == nil {
		return nil, scope
	}
	s := r.src()
	if r.find.Kind != yaml.MappingNode || len(r.find.Content) == 0 {
		l.error("not-a-mapping", s.place(r.find), "write find: {name: {table: …, where: …}}", "find must be a mapping of names to what they are bound to")
		return nil, scope
	}
	var finds []find
	for i := 0; i+1 < len(r.find.Content); i += 2 {
		key, value := r.find.Content[i], r.find.Content[i+1]
		if !l.newName(s, key, scope) {
			continue
		}
		f, typ := l.compileFind(r, key, value, scope)
		if f == nil {
			typ = &expression.Type{Kind: expression.Any, Optional: true} // keeps later expressions from failing for this mistake
		}
		var slot int
		scope, slot = scope.With(key.Value, typ)
		if f != nil {
			f.slot = slot
			finds = append(finds, *f)
		}
	}
	return finds, scope
}

// newName refuses names that are no identifiers or already mean something.
func (l *loader) newName(s *source, key *yaml.Node, scope *expression.Scope) bool {
	if !identifier.MatchString(key.Value) {
		l.error("bad-name", s.place(key), "", "a name is letters, digits and _; %q is not", key.Value)
		return false
	}
	if _, _, taken := scope.Lookup(key.Value); taken || key.Value == "omit" {
		l.error("name-taken", s.place(key), "choose another name", "%q already means something here", key.Value)
		return false
	}
	return true
}

func (l *loader) compileFind(r *ruleDecl, key, value *yaml.Node, scope *expression.Scope) (*find, *expression.Type) {
	s := r.src()
	f := &find{name: key.Value}
	var where, project *yaml.Node
	ok := l.readFields(s, value, "a find", []field{
		{name: "table", required: true, read: func(_, v *yaml.Node) { f.table = l.tableOf(r, v) }},
		{name: "where", read: func(_, v *yaml.Node) { where = v }},
		{name: "all", read: func(_, v *yaml.Node) { f.all = l.flag(s, v, "all") }},
		{name: "select", read: func(_, v *yaml.Node) { project = v }},
		{name: "distinct", read: func(_, v *yaml.Node) { f.distinct = l.flag(s, v, "distinct") }},
	})
	if !ok || f.table == nil {
		return nil, nil
	}
	if where != nil {
		l.compileWhere(s, f, where, scope)
	}
	l.chooseIndex(f)
	f.covered = len(f.table.key) > 0 && !slices.ContainsFunc(f.table.key, func(k string) bool {
		return !slices.ContainsFunc(f.where, func(w whereTerm) bool { return w.column == k })
	})
	if !f.all {
		l.checkKeyCovered(s, key, f)
	}
	typ := l.project(s, f, project)
	if f.distinct && !f.all {
		l.error("distinct-row", s.place(value), "add all: true", "distinct speaks of a list of rows")
	}
	if f.all {
		typ = &expression.Type{Kind: expression.List, Elem: typ}
	}
	return f, typ
}

func (l *loader) tableOf(r *ruleDecl, v *yaml.Node) *table {
	name, ok := l.text(r.src(), v, "table")
	if !ok {
		return nil
	}
	tables := l.tables[r.decl.api.Name]
	t := tables[name]
	if t == nil {
		l.error("unknown-table", r.src().place(v), finding.DidYouMean(name, sortedNames(tables)), "API %s has no table %q", r.decl.api.Name, name)
	}
	return t
}

func (l *loader) compileWhere(s *source, f *find, where *yaml.Node, scope *expression.Scope) {
	if where.Kind != yaml.MappingNode {
		l.error("not-a-mapping", s.place(where), "write where: {column: value}", "where must be a mapping of columns to values")
		return
	}
	for i := 0; i+1 < len(where.Content); i += 2 {
		key, value := where.Content[i], where.Content[i+1]
		column := f.table.row.Fields[key.Value]
		if column == nil {
			l.error("unknown-column", s.place(key), finding.DidYouMean(key.Value, f.table.columns()), "table %s has no column %q", f.table.name, key.Value)
			continue
		}
		t := l.template(s, value, scope, nil)
		term := whereTerm{column: key.Value, kind: column.Kind, value: t}
		term.certain = l.checkTerm(s, value, f.table, key.Value, column, t)
		f.where = append(f.where, term)
	}
	slices.SortStableFunc(f.where, func(a, b whereTerm) int {
		switch {
		case a.certain == b.certain:
			return 0
		case a.certain:
			return -1
		}
		return 1
	})
}

// checkTerm holds a where value against its column and tells whether it always is one value.
func (l *loader) checkTerm(s *source, n *yaml.Node, t *table, name string, column *expression.Type, value *template) (certain bool) {
	switch value.kind {
	case literal:
		if list, ok := value.value.([]any); ok {
			for _, v := range list {
				l.checkConstant(s, n, t, name, column, v)
			}
			return false
		}
		l.checkConstant(s, n, t, name, column, value.value)
		return true
	case hole:
		if value.hole == nil {
			return false
		}
		typ := value.hole.Type()
		if typ.Kind == expression.List {
			if typ.Elem != nil && !comparableKinds(typ.Elem.Kind, column.Kind) {
				l.error("column-type", s.place(n), "", "column %s of %s is %s, and the list holds %s", name, t.name, column, typ.Elem)
			}
			return false
		}
		if !comparableKinds(typ.Kind, column.Kind) {
			l.error("column-type", s.place(n), "", "column %s of %s is %s, and this is %s", name, t.name, column, typ)
		}
		return !typ.Omit && typ.Kind != expression.Any
	case text:
		return true
	}
	l.error("column-type", s.place(n), "", "a where value is one value or a list of them")
	return false
}

func (l *loader) checkConstant(s *source, n *yaml.Node, t *table, name string, column *expression.Type, v any) {
	if v == nil {
		l.error("column-type", s.place(n), "", "nothing equals null; leave the condition out")
		return
	}
	if _, ok := canonical(column.Kind, v); !ok || !comparableKinds(inferred(v).Kind, column.Kind) {
		l.error("column-type", s.place(n), "", "column %s of %s is %s, and %s is not", name, t.name, column, short(v))
	}
}

// comparableKinds tells whether values of two kinds can be equal.
func comparableKinds(a, b expression.Kind) bool {
	switch {
	case a == b, a == expression.Any, b == expression.Any:
		return true
	case textual(a) && textual(b):
		return a == expression.String || b == expression.String
	}
	number := func(k expression.Kind) bool { return numeric(k) || k == expression.Decimal }
	return number(a) && number(b)
}

// chooseIndex puts an index over the columns that always have one value: of a find for one row the key, else all of them.
func (l *loader) chooseIndex(f *find) {
	var columns []string
	for _, w := range f.where {
		if w.certain {
			columns = append(columns, w.column)
		}
	}
	if len(columns) > 0 {
		f.index, f.indexed = f.table.index(columns), len(columns)
	}
}

func (l *loader) checkKeyCovered(s *source, key *yaml.Node, f *find) {
	if len(f.table.key) == 0 {
		l.error("key-not-covered", s.place(key), "give the table a key:, or find all: true", "table %s has no key, so one row of it cannot be found", f.table.name)
		return
	}
	for _, k := range f.table.key {
		covered := slices.ContainsFunc(f.where, func(w whereTerm) bool { return w.column == k && (w.certain || w.value.kind == hole) })
		if !covered {
			l.error("key-not-covered", s.place(key), fmt.Sprintf("add %s to where, or find all: true", k),
				"a find for one row names the table's whole key, and %s is not in where", k)
		}
	}
}

// project reads select: and gives the type of what one row becomes.
func (l *loader) project(s *source, f *find, n *yaml.Node) *expression.Type {
	if n == nil {
		return f.table.row
	}
	names := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		names = n.Content
	} else {
		f.single = true
	}
	typ := &expression.Type{Kind: expression.Object, Fields: map[string]*expression.Type{}}
	for _, c := range names {
		name, ok := l.text(s, c, "select")
		if !ok {
			continue
		}
		column := f.table.row.Fields[name]
		if column == nil {
			l.error("unknown-column", s.place(c), finding.DidYouMean(name, f.table.columns()), "table %s has no column %q", f.table.name, name)
			continue
		}
		f.project = append(f.project, name)
		typ.Fields[name] = column
		if f.single {
			if f.all {
				return required(column) // rows without the column are left out
			}
			return column
		}
	}
	return typ
}
