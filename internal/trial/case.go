package trial

import (
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// testCase reads one case and adds it to the plan, once for each of its rows.
func (f *file) testCase(n *yaml.Node) {
	c := &caseDecl{suite: f.suite, place: f.Place(n), withSlot: -1}
	var name, with, skip, key, selected, given, seed, start, steps *yaml.Node
	keep := func(to **yaml.Node) func(_, v *yaml.Node) { return func(_, v *yaml.Node) { *to = v } }
	ok := f.Fields(n, "a case", []engine.Member{
		{Name: "name", Required: true, Read: keep(&name)}, {Name: "with", Read: keep(&with)}, {Name: "skip", Read: keep(&skip)},
		{Name: "key", Read: keep(&key)}, {Name: "select", Read: keep(&selected)}, {Name: "given", Read: keep(&given)},
		{Name: "seed", Read: keep(&seed)}, {Name: "start", Read: keep(&start)}, {Name: "steps", Required: true, Read: keep(&steps)},
	})
	if !ok || name == nil || steps == nil {
		return
	}
	scope := &scopeOf{expression.NewScope()}
	scope.bind("now", &expression.Type{Kind: expression.DateTime})
	var rows []any
	if with != nil {
		var typ *expression.Type
		if rows, typ = f.rows(with); rows == nil {
			return
		}
		typ.Name = "with"
		c.withSlot = scope.bind("with", typ)
	}
	title := f.title(name, scope)
	c.skip = f.skip(skip)
	if key != nil {
		c.key = f.caller(key)
	}
	c.seed, c.start = f.seed(seed), f.start(start)
	if selected != nil {
		c.selected = f.selections(selected)
	}
	if given != nil {
		c.given = f.givens(given, scope)
	}
	if steps.Kind != yaml.SequenceNode || len(steps.Content) == 0 {
		f.Error("no-steps", steps, "write steps: [{call: …, expect: {…}}]", "steps is a list with at least one step")
		return
	}
	for _, s := range steps.Content {
		if read := f.step(s, scope); read != nil {
			c.steps = append(c.steps, read)
		}
	}
	c.slots = scope.Size()
	f.expand(c, name, title, rows)
}

// title compiles a case's name, which may speak of its row alone.
func (f *file) title(n *yaml.Node, scope *scopeOf) *engine.Template {
	text, ok := f.Text(n, "name")
	if !ok {
		return nil
	}
	if text == "" || len(text) > 200 {
		f.Error("bad-name", n, "", "a case's name has 1 to 200 characters")
		return nil
	}
	return f.Template(n, scope.Scope)
}

// expand adds the case to the plan. Its names must differ from those of the other cases in the file.
func (f *file) expand(c *caseDecl, n *yaml.Node, title *engine.Template, rows []any) {
	if title == nil {
		return
	}
	if rows == nil {
		rows = []any{nil}
	}
	for _, row := range rows {
		env := &expression.Env{Slots: make([]any, c.slots), Steps: expression.DefaultSteps}
		if c.withSlot >= 0 {
			env.Slots[c.withSlot] = row
		}
		v, ok := title.Literal()
		if !ok && f.reader.Errors() > 0 {
			return // its holes may not have been compiled
		}
		if !ok {
			var err error
			if v, err = title.Eval(env); err != nil {
				f.Error("bad-name", n, "", "the name has no value for one of the rows: %v", err)
				return
			}
		}
		name, err := expression.Text(v)
		if err != nil {
			f.Error("bad-name", n, "", "the name is no text for one of the rows")
			return
		}
		if first, ok := f.names[name]; ok {
			if c.withSlot >= 0 && first == f.Place(n) {
				f.Error("duplicate-case", n, "name something of the row: ${with.…}", "two rows give the name %q", name)
				return
			}
			f.duplicate("duplicate-case", f.Place(n), first, "another case of this file is named %q", name)
			return
		}
		f.names[name] = f.Place(n)
		f.plan.cases = append(f.plan.cases, &testCase{caseDecl: c, name: name, row: row})
	}
}

// skip reads the reason for which a case is not run; there must be one.
func (f *file) skip(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!str" || len(n.Value) < 3 {
		f.Error("skip-without-reason", n, "write skip: and why, or remove it", "a case is skipped for a reason that is written down")
		return "?"
	}
	return n.Value
}

func (f *file) caller(n *yaml.Node) string {
	key, ok := f.Text(n, "key")
	if !ok {
		return ""
	}
	for _, r := range key {
		if r <= ' ' || r > '~' {
			ok = false
		}
	}
	if !ok || key == "" || len(key) > 128 {
		f.Error("bad-key", n, "", "a caller's key is 1 to 128 printable ASCII characters without spaces")
	}
	return key
}

func (f *file) seed(n *yaml.Node) *uint64 {
	if n == nil {
		return nil
	}
	seed := uint64(f.Count(n, "seed", 0, 1<<53))
	return &seed
}

// start reads when a clock begins: a date-time, or a date, which begins in India.
func (f *file) start(n *yaml.Node) time.Time {
	if n == nil {
		return time.Time{}
	}
	text, ok := f.Text(n, "a time")
	if !ok {
		return time.Time{}
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t
	}
	if d, err := bank.ParseDate(text); err == nil {
		return d.Start()
	}
	f.Error("bad-time", n, "write 2026-01-15T10:00:00+05:30, or 2026-01-15 for midnight in India", "%q is no time", text)
	return time.Time{}
}

// selections reads select: [name, {scenario, key}].
func (f *file) selections(n *yaml.Node) []selection {
	if n.Kind != yaml.SequenceNode {
		f.Error("not-a-list", n, "write select: [name]", "select is a list of scenarios")
		return nil
	}
	var out []selection
	at := map[string]int{}
	for _, item := range n.Content {
		key, name := "", item
		if item.Kind == yaml.MappingNode {
			name = nil
			f.Fields(item, "a selection", []engine.Member{
				{Name: "scenario", Required: true, Read: func(_, v *yaml.Node) { name = v }},
				{Name: "key", Read: func(_, v *yaml.Node) { key = f.caller(v) }},
			})
		}
		if name == nil {
			continue
		}
		text, ok := f.Text(name, "a scenario's name")
		if !ok {
			continue
		}
		if err := f.program.CheckNames(f.suite.api, []string{text}); err != nil {
			f.Error("unknown-scenario", name, hint(text, f.program.ScenarioNames(f.suite.api)), "API %s has no scenario %q", f.suite.api.Name, text)
			continue
		}
		i, known := at[key]
		if !known {
			i = len(out)
			at[key] = i
			out = append(out, selection{key: key, place: f.Place(item)})
		}
		out[i].names = append(out[i].names, text)
	}
	return out
}

// givens reads given: [state, {state, params, as, key}].
func (f *file) givens(n *yaml.Node, scope *scopeOf) []givenState {
	if n.Kind != yaml.SequenceNode {
		f.Error("not-a-list", n, "write given: [a provider state]", "given is a list of provider states")
		return nil
	}
	var out []givenState
	for _, item := range n.Content {
		if g, ok := f.given(item, scope); ok {
			out = append(out, g)
		}
	}
	return out
}

func (f *file) given(n *yaml.Node, scope *scopeOf) (g givenState, ok bool) {
	g = givenState{slot: -1, place: f.Place(n)}
	state := n
	var as, params *yaml.Node
	if n.Kind == yaml.MappingNode {
		state = nil
		f.Fields(n, "a provider state", []engine.Member{
			{Name: "state", Required: true, Read: func(_, v *yaml.Node) { state = v }},
			{Name: "params", Read: func(_, v *yaml.Node) { params = v }},
			{Name: "key", Read: func(_, v *yaml.Node) { g.key = f.caller(v) }},
			{Name: "as", Read: func(_, v *yaml.Node) { as = v }},
		})
	}
	if state == nil {
		return g, false
	}
	if g.state, ok = f.Text(state, "a provider state"); !ok {
		return g, false
	}
	var names []string
	var declared *engine.GivenState
	for _, s := range f.program.GivenStates() {
		if s.API != f.suite.api.Name {
			continue
		}
		names = append(names, s.State)
		if s.State == g.state {
			declared = &s
		}
	}
	if declared == nil {
		f.Error("unknown-given", state, hint(g.state, names), "no scenario of API %s declares the provider state %q", f.suite.api.Name, g.state)
		return g, false
	}
	if params != nil {
		f.known(params, "the provider state", "parameter", declared.Params)
		g.params = f.Template(params, scope.Scope)
	}
	if as != nil {
		g.slot = f.bind(as, scope, &expression.Type{Kind: expression.Object, Open: true, Fields: map[string]*expression.Type{}})
	}
	return g, true
}
