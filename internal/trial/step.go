package trial

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// maxAdvance bounds by how much one step moves the clock.
const maxAdvance = 10 * 366 * 24 * time.Hour

var identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// stepReader reads one step.
type stepReader struct {
	*file
	scope *scopeOf
	out   *step

	actions          []string // the keys that name what the step does
	as, expect       *yaml.Node
	call             *yaml.Node
	url, path, query *yaml.Node
	header, cookie   *yaml.Node
	body, raw, media *yaml.Node
}

// step reads one step; nil after a report that leaves nothing to go on with.
func (f *file) step(n *yaml.Node, scope *scopeOf) *step {
	r := &stepReader{file: f, scope: scope, out: &step{place: f.Place(n), slot: -1, repeat: 1}}
	keep := func(to **yaml.Node) func(_, v *yaml.Node) { return func(_, v *yaml.Node) { *to = v } }
	does := func(kind actionKind, read func(a *action, v *yaml.Node)) engine.Member {
		return engine.Member{Name: string(kind), Read: func(_, v *yaml.Node) {
			r.actions = append(r.actions, string(kind))
			r.out.action = &action{kind: kind}
			read(r.out.action, v)
		}}
	}
	flag := func(a *action, v *yaml.Node) {
		if !f.Flag(v, string(a.kind)) {
			f.Error("bad-step", v, "write "+string(a.kind)+": true, or remove the step", "the step does nothing")
		}
	}
	ok := f.Fields(n, "a step", []engine.Member{
		{Name: "key", Read: func(_, v *yaml.Node) { r.out.key = f.caller(v) }},
		{Name: "call", Read: func(_, v *yaml.Node) { r.call, r.actions = v, append(r.actions, "call") }},
		{Name: "url", Read: keep(&r.url)}, {Name: "path", Read: keep(&r.path)}, {Name: "query", Read: keep(&r.query)}, {Name: "header", Read: keep(&r.header)},
		{Name: "cookie", Read: keep(&r.cookie)}, {Name: "body", Read: keep(&r.body)}, {Name: "raw", Read: keep(&r.raw)},
		{Name: "type", Read: keep(&r.media)}, {Name: "as", Read: keep(&r.as)},
		{Name: "repeat", Read: func(_, v *yaml.Node) { r.out.repeat = f.Count(v, "repeat", 1, maxRepeat) }},
		does(advanceClock, func(a *action, v *yaml.Node) { a.duration = f.Duration(v, maxAdvance) }),
		does(freezeClock, flag), does(resumeClock, flag), does(resetAll, flag),
		does(setClock, func(a *action, v *yaml.Node) { a.time = f.start(v) }),
		does(setState, r.setState),
		does(selectNames, r.selectNames),
		does(provide, func(a *action, v *yaml.Node) { a.given, _ = f.given(v, scope) }),
		does(upsertRow, r.change), does(deleteRows, r.change),
		{Name: "expect", Read: keep(&r.expect)},
	})
	if !ok {
		return nil
	}
	if len(r.actions) == 0 && r.expect != nil {
		r.out.action = &action{kind: look}
	} else if len(r.actions) != 1 {
		f.Error("bad-step", n, "write call: operationId, or one of advance, freeze, resume, setClock, setState, select, given, upsert, delete, reset",
			"a step does one thing, and this one does %s", number(r.actions))
		return nil
	}
	if r.call != nil {
		r.readCall()
	} else {
		r.onlyForCalls()
	}
	return r.out
}

func number(words []string) string {
	if len(words) == 0 {
		return "nothing"
	}
	return strings.Join(words, " and ")
}

// onlyForCalls refuses what only a step that calls an operation can have, and reads the expectation.
func (r *stepReader) onlyForCalls() {
	for name, n := range map[string]*yaml.Node{
		"url": r.url, "path": r.path, "query": r.query, "header": r.header, "cookie": r.cookie, "body": r.body, "raw": r.raw, "type": r.media, "as": r.as,
	} {
		if n != nil {
			r.Error("bad-step", n, "", "only a step with call has %q", name)
		}
	}
	if r.expect != nil {
		r.out.expect = r.expectation(r.expect, nil)
	}
}

// setState reads setState: {bank: down}.
func (r *stepReader) setState(a *action, n *yaml.Node) {
	api := r.suite.api.Name
	if !r.known(n, "API "+api, "state", r.program.StateNames(api)) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i].Value, n.Content[i+1]
		values := r.program.StateValues(api, name)
		text, ok := r.Text(value, "a state's value")
		if ok && values != nil && !slices.Contains(values, text) {
			r.Error("unknown-value", value, hint(text, values), "state %s is never %q", name, text)
		}
		a.changes = append(a.changes, change{state: name, value: text, place: r.Place(n.Content[i])})
	}
}

func (r *stepReader) selectNames(a *action, n *yaml.Node) {
	a.selected.place = r.Place(n)
	for _, s := range r.selections(n) {
		if s.key != "" {
			r.Error("bad-step", n, "give the step the key", "a step selects for one caller")
		}
		a.selected.names = append(a.selected.names, s.names...)
	}
}

// change reads upsert: {table: row} and delete: {table: {column: value}}.
func (r *stepReader) change(a *action, n *yaml.Node) {
	api := r.suite.api.Name
	if !r.known(n, "API "+api, "table", r.program.TableNames(api)) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		c := change{table: n.Content[i].Value, place: r.Place(n.Content[i])}
		what := "a row"
		if a.kind == deleteRows {
			what = "the rows to delete"
		}
		c.row = r.mapping(n.Content[i+1], what)
		a.changes = append(a.changes, c)
	}
}

func (r *stepReader) mapping(n *yaml.Node, what string) *engine.Template {
	if n.Kind != yaml.MappingNode && !strings.HasPrefix(n.Value, "${") {
		r.Error("not-a-mapping", n, "", "%s must be a mapping of columns to values", what)
	}
	return r.Template(n, r.scope.Scope)
}

// known holds the keys of a mapping against the names that there are.
func (f *file) known(n *yaml.Node, owner, what string, names []string) bool {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		f.Error("not-a-mapping", n, "", "write a mapping of each %s to its value", what)
		return false
	}
	ok := true
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; !slices.Contains(names, k.Value) {
			f.Error("unknown-"+what, k, hint(k.Value, names), "%s has no %s %q", owner, what, k.Value)
			ok = false
		}
	}
	return ok
}

// bind gives what a step yields a name; -1 after a report.
func (f *file) bind(n *yaml.Node, scope *scopeOf, typ *expression.Type) int {
	name, ok := f.Text(n, "as")
	if !ok {
		return -1
	}
	_, _, taken := scope.Lookup(name)
	switch {
	case !identifier.MatchString(name):
		f.Error("bad-name", n, "", "a name is letters, digits and _; %q is not", name)
	case taken:
		f.Error("duplicate-name", n, "", "%q has a meaning here already", name)
	default:
		return scope.bind(name, typ)
	}
	return -1
}

// answerType is the type of what a call is bound to.
func (f *file) answerType(o *contract.Operation, statuses []string) *expression.Type {
	header := &expression.Type{Kind: expression.Object, Name: "header", Open: true, Fields: map[string]*expression.Type{}}
	var bodies []*contract.Schema
	typed := true
	for _, r := range o.Responses {
		for _, h := range r.Headers {
			header.Fields[strings.ToLower(h.Name)] = &expression.Type{Kind: expression.String, Optional: true}
		}
		if !slices.Contains(statuses, r.Status) {
			continue
		}
		for _, m := range r.Content {
			if m.Schema != nil {
				bodies = append(bodies, m.Schema)
			}
		}
		typed = typed && len(r.Content) > 0
	}
	body := &expression.Type{Kind: expression.Any, Optional: true}
	if typed {
		body = f.reader.TypeOf(bodies...)
	}
	return &expression.Type{Kind: expression.Object, Name: "the answer", Fields: map[string]*expression.Type{
		"status": {Kind: expression.Int}, "header": header, "body": body,
	}}
}
