package engine

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// effect is one entry of a rule's do: a change of a table or of declared values, now or later, and perhaps a callback.
type effect struct {
	kind     string // insert, upsert, update, delete, set; "" for a callback alone
	table    *table
	row      *template // insert, upsert, and what update sets
	where    []whereTerm
	sets     []stateSet
	after    delay
	callback *callbackEffect
}

type stateSet struct {
	state *stateDecl
	value *template
}

// effects reads do:.
func (l *loader) effects(s *source, api string, n *yaml.Node, scope *expression.Scope, operations *callbackSource) []effect {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		l.error("not-a-list", s.place(n), "write do: [{insert: …}]", "do is a list of effects")
		return nil
	}
	var out []effect
	for _, c := range n.Content {
		if e := l.effect(s, api, c, scope, operations); e != nil {
			out = append(out, *e)
		}
	}
	return out
}

func (l *loader) effect(s *source, api string, n *yaml.Node, scope *expression.Scope, from *callbackSource) *effect {
	e := &effect{}
	var kinds []*yaml.Node
	change := func(kind string) field {
		return field{name: kind, read: func(k, v *yaml.Node) {
			kinds = append(kinds, k)
			e.kind = kind
			if kind == "set" {
				l.setEffect(s, api, e, v, scope)
			} else {
				l.tableEffect(s, api, e, v, scope)
			}
		}}
	}
	ok := l.readFields(s, n, "an effect", []field{
		change("insert"), change("upsert"), change("update"), change("delete"), change("set"),
		{name: "after", read: func(_, v *yaml.Node) { e.after = l.delayOf(s, v, maxAfter) }},
		{name: "callback", read: func(_, v *yaml.Node) { e.callback = l.callbackEffect(s, v, scope, from) }},
	})
	switch {
	case !ok:
		return nil
	case len(kinds) > 1:
		l.error("two-effects", s.place(kinds[1]), "begin another entry of the list", "an entry of do makes one change")
		return nil
	case len(kinds) == 0 && e.callback == nil:
		l.error("empty-effect", s.place(n), "", "the entry changes nothing")
		return nil
	}
	return e
}

// setEffect reads set: {bank: down}.
func (l *loader) setEffect(s *source, api string, e *effect, n *yaml.Node, scope *expression.Scope) {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		l.error("not-a-mapping", s.place(n), "write set: {name: value}", "set must be a mapping of states to values")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		declared := l.stateNamed(s, api, n.Content[i])
		if declared == nil {
			continue
		}
		t := l.template(s, n.Content[i+1], scope, nil)
		switch t.kind {
		case literal:
			l.stateValue(s, n.Content[i+1], declared)
		case hole:
			if t.hole != nil && !textual(t.hole.Type().Kind) && t.hole.Type().Kind != expression.Any {
				l.error("wrong-type", s.place(n.Content[i+1]), "", "a state's value is text, and this is %s", t.hole.Type())
			}
		case object, array:
			l.error("wrong-type", s.place(n.Content[i+1]), "", "a state's value is text")
		}
		e.sets = append(e.sets, stateSet{declared, t})
	}
}

// tableEffect reads {table: …}: a row, a where, or {where, set}.
func (l *loader) tableEffect(s *source, api string, e *effect, n *yaml.Node, scope *expression.Scope) {
	if n.Kind != yaml.MappingNode || len(n.Content) != 2 {
		l.error("not-a-mapping", s.place(n), "write "+e.kind+": {table: {…}}", "%s names one table", e.kind)
		return
	}
	key, value := n.Content[0], n.Content[1]
	t := l.tables[api][key.Value]
	if t == nil {
		l.error("unknown-table", s.place(key), didYouMean(key.Value, sortedNames(l.tables[api])), "API %s has no table %q", api, key.Value)
		return
	}
	if !t.writable {
		l.report(finding.Finding{Code: "not-writable", Place: s.place(key), Message: "table " + t.name + " cannot be changed", Hint: "declare it writable: true",
			Related: []finding.Related{{Place: t.place, Message: "the table is declared here"}}})
		return
	}
	e.table = t
	switch e.kind {
	case "insert", "upsert":
		e.row = l.rowTemplate(s, t, value, scope, e.kind)
	case "delete":
		e.where = l.whereTerms(s, t, value, scope)
	case "update":
		l.readFields(s, value, "an update", []field{
			{name: "where", required: true, read: func(_, v *yaml.Node) { e.where = l.whereTerms(s, t, v, scope) }},
			{name: "set", required: true, read: func(_, v *yaml.Node) { e.row = l.rowTemplate(s, t, v, scope, "set") }},
		})
	}
}

// rowTemplate compiles a row, or the part of one, and holds it against the table's columns.
func (l *loader) rowTemplate(s *source, t *table, n *yaml.Node, scope *expression.Scope, kind string) *template {
	tmpl := l.template(s, n, scope, schemaList(t.schema))
	given := map[string]bool{}
	switch tmpl.kind {
	case object:
		for _, m := range tmpl.members {
			given[m.name] = true
			l.checkColumn(s, t, n, m.name, m.value)
		}
	case literal:
		members, ok := tmpl.value.(map[string]any)
		if !ok {
			l.error("wrong-type", s.place(n), "write {column: value}", "a row is a mapping of columns to values")
			return nil
		}
		for _, name := range sortedNames(members) {
			given[name] = true
			l.checkColumn(s, t, n, name, &template{kind: literal, value: members[name], node: child(n, name)})
		}
	case hole:
		if tmpl.hole == nil {
			return tmpl
		}
		typ := tmpl.hole.Type()
		if typ.Kind == expression.List && kind != "set" && typ.Elem != nil {
			typ = typ.Elem // a row for each element
		}
		if typ.Kind != expression.Object && typ.Kind != expression.Any {
			l.error("wrong-type", s.place(n), "", "a row is an object, and this is %s", typ)
		}
		for _, name := range sortedNames(typ.Fields) {
			given[name] = true
			if t.row.Fields[name] == nil && !t.row.Open {
				l.error("unknown-column", s.place(n), didYouMean(name, t.columns()), "table %s has no column %q, which the value has", t.name, name)
			}
		}
		if typ.Open || typ.Kind == expression.Any {
			return tmpl
		}
	default:
		l.error("wrong-type", s.place(n), "write {column: value}", "a row is a mapping of columns to values")
		return nil
	}
	for _, k := range t.key {
		if kind != "set" && !given[k] {
			l.error("row-without-key", s.place(n), "", "the row needs %q, the key of table %s", k, t.name)
		}
	}
	return tmpl
}

func (l *loader) checkColumn(s *source, t *table, n *yaml.Node, name string, value *template) {
	column := t.row.Fields[name]
	at := s.place(keyOf(n, name))
	if column == nil {
		if !t.row.Open {
			l.error("unknown-column", at, didYouMean(name, t.columns()), "table %s has no column %q", t.name, name)
		}
		return
	}
	switch value.kind {
	case literal:
		if value.value == nil {
			return
		}
		if err := fitsColumn(column, value.value); err != nil {
			l.error("column-type", s.place(orNode(value.node, n)), "", "column %s of %s is %s: %v", name, t.name, column, err)
		}
	case hole:
		if value.hole == nil {
			return
		}
		if typ := value.hole.Type(); !storable(typ.Kind, column.Kind) {
			l.error("column-type", s.place(orNode(value.node, n)), "", "column %s of %s is %s, and this is %s", name, t.name, column, typ)
		}
	case text:
		if !textual(column.Kind) && column.Kind != expression.Any {
			l.error("column-type", s.place(orNode(value.node, n)), "", "column %s of %s is %s, and this is text", name, t.name, column)
		}
	}
}

func orNode(a, b *yaml.Node) *yaml.Node {
	if a != nil {
		return a
	}
	return b
}

// keyOf gives the key node of a member of a mapping, or the mapping itself.
func keyOf(n *yaml.Node, name string) *yaml.Node {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == name {
				return n.Content[i]
			}
		}
	}
	return n
}

// storable tells whether a value of one kind may be kept in a column of another.
func storable(value, column expression.Kind) bool {
	switch {
	case value == column, value == expression.Any, column == expression.Any, value == expression.Null, value == expression.Nothing:
		return true
	case textual(value) && textual(column):
		return value == expression.String || column == expression.String
	}
	return value == expression.Int && column == expression.Number
}

// whereTerms compiles a where: that stands by itself.
func (l *loader) whereTerms(s *source, t *table, n *yaml.Node, scope *expression.Scope) []whereTerm {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		l.error("not-a-mapping", s.place(n), "write {column: value}; {} would mean every row", "where must be a mapping of columns to values")
		return nil
	}
	f := &find{table: t}
	l.compileWhere(s, f, n, scope)
	return f.where
}

// prepare fills the holes of an effect as the world is now and gives what is to be done, without doing it.
func (e *effect) prepare(ev *evaluation) ([]Step, error) {
	env := &ev.env
	base := Step{Kind: e.kind, API: ev.api}
	if e.table != nil {
		base.Table = e.table.name
	}
	var rows []any
	if e.row != nil {
		v, err := e.row.eval(env)
		if err != nil {
			return nil, err
		}
		if rows = rowsOf(expression.Plain(v)); e.kind == "update" && len(rows) != 1 {
			return nil, errNoRow
		}
	}
	for i := range e.where {
		v, err := e.where[i].value.eval(env)
		if err != nil {
			return nil, err
		}
		if v == expression.Omit {
			continue
		}
		if base.Where == nil {
			base.Where = map[string]any{}
		}
		base.Where[e.where[i].column] = expression.Plain(v)
	}
	steps := []Step{base}
	if e.row != nil {
		steps = steps[:0]
		for _, r := range rows {
			step := base
			var ok bool
			if step.Row, ok = r.(map[string]any); !ok {
				return nil, errNoRow
			}
			steps = append(steps, step)
		}
	}
	if e.kind == "set" {
		steps = steps[:0]
		for _, set := range e.sets {
			v, err := set.value.eval(env)
			if err != nil {
				return nil, err
			}
			text, err := expression.Text(v)
			if err != nil {
				return nil, err
			}
			step := base
			step.State, step.Value = set.state.name, text
			steps = append(steps, step)
		}
	}
	if e.callback != nil && len(steps) > 0 {
		c, err := e.callback.prepare(ev)
		if err != nil {
			return nil, err
		}
		steps[len(steps)-1].Callback = c
		if e.kind == "" {
			steps[len(steps)-1].Kind = "callback"
		}
	}
	return steps, nil
}

// rowsOf gives the rows of a value: the elements of a list, or the value itself.
func rowsOf(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}

// perform does a rule's effects, or notes them for later. It either does all of them or none.
func (p *Program) perform(r *rule, ev *evaluation, d *Decision) error {
	next := ev.next
	var sent []Callback
	for i := range r.effects {
		e := &r.effects[i]
		steps, err := e.prepare(ev)
		if err != nil {
			return err
		}
		after := e.after.draw(ev)
		for j := range steps {
			step := &steps[j]
			step.Rule, step.Request = r.id, ev.world.RequestID
			if after > 0 {
				step.Due = ev.world.Now.Add(after)
				next, err = next.withStep(*step)
			} else {
				before := next
				if next, err = p.apply(before, step); err == nil && step.calls(before, next) {
					sent = append(sent, *step.Callback)
				}
			}
			if err != nil {
				return err
			}
		}
	}
	ev.next = next
	d.Callbacks = slices.Concat(d.Callbacks, sent)
	return nil
}

// calls tells whether a step that has been done sends its callback: one beside an update or a delete tells of rows that
// there are.
func (s *Step) calls(before, after *State) bool {
	if s.Kind == "update" || s.Kind == "delete" {
		return s.Callback != nil && after != before
	}
	return s.Callback != nil
}
