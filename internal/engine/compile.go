package engine

import (
	"fmt"
	"hash/fnv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// compileAll turns every declared rule into a compiled one.
func (l *loader) compileAll() {
	scopes := map[target]*expression.Scope{}
	for _, d := range l.scenarios {
		s := &scenario{api: d.api.Name, name: d.name, title: d.title, file: d.src.name, isDefault: d.isDefault, over: d.src.over, targets: map[target]*ruleSet{}}
		l.program.scenarios[d.api] = append(l.program.scenarios[d.api], s)
		for _, r := range d.rules {
			t := r.target()
			scope := scopes[t]
			if scope == nil {
				scope = l.targetScope(t)
				scopes[t] = scope
			}
			set := s.setFor(t)
			if _, known := l.places[set]; !known {
				l.places[set] = r.src().place(r.nameNode)
			}
			if compiled := l.compileRule(r, s, scope); compiled != nil {
				set.add(compiled)
			}
		}
		s.files = d.files()
	}
	for _, o := range l.operations() {
		l.document(o)
	}
}

// add puts a rule behind the others of the set.
func (set *ruleSet) add(r *rule) {
	set.rules = append(set.rules, r)
	set.reads |= r.reads()
	set.writes = set.writes || r.writes()
	set.answers = set.answers || !r.goesOn
}

func (l *loader) operations() []*contract.Operation {
	var out []*contract.Operation
	for _, a := range l.order {
		out = append(out, a.Operations...)
	}
	return out
}

func (s *scenario) setFor(t target) *ruleSet {
	if t.operation == nil {
		if s.star == nil {
			s.star = &ruleSet{star: true, reads: readsEverything}
		}
		return s.star
	}
	set := s.targets[t]
	if set == nil {
		set = &ruleSet{}
		s.targets[t] = set
	}
	return set
}

// compileRule compiles one rule; nil when it cannot be used, after reports.
func (l *loader) compileRule(d *ruleDecl, s *scenario, scope *expression.Scope) *rule {
	before := l.findings.Errors()
	api, t := d.decl.api.Name, d.target()
	r := &rule{scenario: s, name: d.name, target: t, id: api + "/" + s.name + "/" + t.key() + "/" + d.name, number: uint64(len(l.program.rules)),
		file: d.src().name, line: d.nameNode.Line, goesOn: d.goesOn, off: d.off}
	r.seed = hashText(r.id)
	l.program.rules = append(l.program.rules, r)
	r.conditions = l.match(d)
	r.states = l.stateConditions(d)
	r.finds, scope = l.compileFinds(d, scope)
	r.lets, scope = l.compileLets(d, scope)
	whens, scope := l.compileWhens(d, scope)
	r.lets, r.whens = inOrderOfNeed(r.lets, whens)
	r.times, r.chance = l.times(d), l.chance(d)
	r.lines = d.conditionLines(r)
	r.effects = l.effects(d.src(), api, d.do, scope, &callbackSource{d.decl.api, d.operation})
	r.delay = l.delayOf(d.src(), d.delay, maxDelay)
	r.fault = l.fault(d)
	switch {
	case d.point != nil:
		r.answer = l.compileOutcome(d, scope, r.finds)
	case d.respond != nil:
		r.answer = l.compileRespond(d, scope, r.finds)
	}
	l.program.slots = max(l.program.slots, scope.Size())
	r.release()
	if l.findings.Errors() > before {
		return nil
	}
	return r
}

// hashText gives 64 bits of a text (FNV-1a).
func hashText(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s)) // never fails
	return h.Sum64()
}

// conditionLines gives the line of every condition, in the order in which they are evaluated.
func (r *ruleDecl) conditionLines(c *rule) []int {
	var lines []int
	add := func(n *yaml.Node, count int, members bool) {
		for i := range count {
			line := r.node.Line
			if n != nil {
				line = n.Line
				if members && 2*i < len(n.Content) {
					line = n.Content[2*i].Line
				}
			}
			lines = append(lines, line)
		}
	}
	for i := range c.conditions {
		lines = append(lines, lineOf(r.match, append([]string{c.conditions[i].in}, c.conditions[i].path...)))
	}
	add(r.state, len(c.states), true)
	for i := range c.finds {
		if !c.finds[i].all {
			lines = append(lines, lineOf(r.find, []string{c.finds[i].name}))
		}
	}
	for i := range c.whens {
		line := r.when.Line
		if r.when.Kind == yaml.SequenceNode && i < len(r.when.Content) {
			line = r.when.Content[i].Line
		}
		lines = append(lines, line)
	}
	if c.times != nil {
		add(r.times, 1, false)
	}
	if c.chance < 1 {
		add(r.chance, 1, false)
	}
	return lines
}

// lineOf gives the line of a member some levels down, or of the last one found on the way.
func lineOf(n *yaml.Node, path []string) int {
	for _, name := range path {
		at := n
		for i := 0; i+1 < len(n.Content); i += 2 {
			if strings.EqualFold(n.Content[i].Value, name) {
				at = n.Content[i+1]
			}
		}
		n = at
	}
	return n.Line
}

// reads tells which facts the rule's expressions need.
func (r *rule) reads() factSet {
	var reads factSet
	r.expressions(func(e *expression.Expression) {
		for _, slot := range e.Slots() {
			switch slot {
			case slotNow:
				reads |= readsNow
			case slotCaller:
				reads |= readsCaller
			case slotRequest:
				reads |= readsRequest
			case slotState:
				reads |= readsState
			}
		}
	})
	return reads
}

// expressions calls visit for every expression of the rule.
func (r *rule) expressions(visit func(*expression.Expression)) {
	for _, f := range r.finds {
		for _, w := range f.where {
			w.value.holes(visit)
		}
	}
	for _, b := range r.lets {
		visit(b.expr)
	}
	for _, w := range r.whens {
		visit(w.expr)
	}
	for _, t := range r.answer.templates() {
		t.holes(visit)
	}
	for i := range r.effects {
		for _, t := range r.effects[i].templates() {
			t.holes(visit)
		}
	}
}

// templates gives everything in an effect that may have holes.
func (e *effect) templates() []*template {
	var out []*template
	if e.row != nil {
		out = append(out, e.row)
	}
	for _, w := range e.where {
		out = append(out, w.value)
	}
	for _, s := range e.sets {
		out = append(out, s.value)
	}
	if e.callback != nil && e.callback.body != nil {
		out = append(out, e.callback.body)
	}
	return out
}

// templates gives everything in an answer that may have holes.
func (a *answer) templates() []*template {
	if a == nil {
		return nil
	}
	var out []*template
	for _, h := range a.headers {
		if h.value != nil {
			out = append(out, h.value)
		}
	}
	if a.template != nil {
		out = append(out, a.template)
	}
	if a.problem != nil {
		if a.problem.detail != nil {
			out = append(out, a.problem.detail)
		}
		for _, e := range a.problem.errors {
			if e.pointer != nil {
				out = append(out, e.pointer)
			}
			if e.message != nil {
				out = append(out, e.message)
			}
		}
	}
	return out
}

// release drops what only loading needs.
func (r *rule) release() {
	for _, f := range r.finds {
		for _, w := range f.where {
			w.value.release()
		}
	}
	for _, t := range r.answer.templates() {
		t.release()
	}
	for i := range r.effects {
		for _, t := range r.effects[i].templates() {
			t.release()
		}
	}
}

// targetScope is the scope of the facts of a target: at a decision point, the item stands beside those of the operation.
func (l *loader) targetScope(t target) *expression.Scope {
	scope := l.factScope(t.operation)
	if t.point != nil {
		scope, _ = scope.With("item", l.types.of(t.point.Item))
	}
	return scope
}

// factScope is the scope of the facts of one operation; under "*" no path, query or body is known.
func (l *loader) factScope(o *contract.Operation) *expression.Scope {
	scope := expression.NewScope()
	open := &expression.Type{Kind: expression.Object, Open: true, Elem: &expression.Type{Kind: expression.String, Optional: true}}
	body := &expression.Type{Kind: expression.Any, Optional: true}
	parts := map[string]*expression.Type{"path": open, "query": open, "header": open, "cookie": open}
	if o != nil {
		for in := range parts {
			parts[in] = l.parameters(o, in)
		}
		body = l.bodyType(o)
	}
	text := &expression.Type{Kind: expression.String}
	maybe := &expression.Type{Kind: expression.String, Optional: true}
	secret := &expression.Type{Kind: expression.String, Optional: true, Sensitive: true}
	state := &expression.Type{Kind: expression.Object, Open: true}
	if o != nil {
		state = l.stateType(o.API.Name)
	}
	facts := []struct {
		name string
		typ  *expression.Type
	}{
		{"path", parts["path"]}, {"query", parts["query"]}, {"header", parts["header"]}, {"cookie", parts["cookie"]}, {"body", body},
		{"now", &expression.Type{Kind: expression.DateTime}},
		{"caller", &expression.Type{Kind: expression.Object, Name: "caller", Fields: map[string]*expression.Type{
			"app": maybe, "organisation": maybe, "subject": maybe, "token": secret, "scopes": {Kind: expression.List, Elem: text}}}},
		{"request", &expression.Type{Kind: expression.Object, Name: "request", Fields: map[string]*expression.Type{"id": text, "url": text, "base": text}}},
		{"state", state},
	}
	for _, f := range facts {
		scope, _ = scope.With(f.name, f.typ)
	}
	return scope
}

func (l *loader) parameters(o *contract.Operation, in string) *expression.Type {
	typ := &expression.Type{Kind: expression.Object, Name: in + " parameters", Fields: map[string]*expression.Type{}}
	for _, p := range o.Parameters {
		if p.In != in {
			continue
		}
		field := &expression.Type{Kind: expression.String}
		if p.Schema != nil {
			field = l.types.of(p.Schema)
		}
		if !p.Required { // a default is what the rules make of its absence: nobody fills it in
			field = optional(field)
		}
		if p.Sensitive || p.Credential {
			copied := *field
			copied.Sensitive = true
			field = &copied
		}
		typ.Fields[p.Name] = field
	}
	return typ
}

func (l *loader) bodyType(o *contract.Operation) *expression.Type {
	schemas := bodySchemas(o)
	if len(schemas) == 0 {
		return &expression.Type{Kind: expression.Any, Optional: true}
	}
	members := make([]*expression.Type, 0, len(schemas))
	for _, s := range schemas {
		members = append(members, l.types.of(s))
	}
	typ := mergeTypes(members)
	if !o.Body.Required {
		typ = optional(typ)
	}
	return typ
}

// checkDefaults refuses two default scenarios of one rank with rules for one target, and files the rules that always
// speak.
func (l *loader) checkDefaults() {
	ranks := map[bool]map[target]*scenarioDecl{false: {}, true: {}}
	for _, d := range l.scenarios {
		if !d.isDefault {
			continue
		}
		first := ranks[d.src.over]
		reported := map[target]bool{}
		for _, r := range d.rules {
			t := r.target()
			if t.operation == nil || reported[t] || first[t] == d {
				continue
			}
			if other := first[t]; other != nil {
				reported[t] = true
				l.report(finding.Finding{Code: "two-defaults", Place: d.src.place(r.node), Hint: "put the rules into one of the two, or select one of them",
					Message: fmt.Sprintf("%s has rules in two default scenarios, %s and %s", t.described(), other.name, d.name),
					Related: []finding.Related{{Place: other.src.place(other.nameNode), Message: "the other scenario"}}})
				continue
			}
			first[t] = d
		}
	}
	for _, over := range []bool{false, true} {
		for _, list := range l.program.scenarios {
			for _, s := range list {
				if !s.isDefault || s.over != over {
					continue
				}
				for t, set := range s.targets {
					l.program.defaults[t] = set
				}
			}
		}
	}
}
