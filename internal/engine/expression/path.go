package expression

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// path is a value and the members that lead on from it. It is evaluated in one
// loop, as most of what expressions do is follow paths.
type path struct {
	root  rootKind
	slot  int
	base  evalFunc // rootValue
	steps []step
}

type rootKind uint8

const (
	rootFact    rootKind = iota // Env.Slots
	rootLet                     // Env.lets
	rootElement                 // Env.elements
	rootValue                   // what base gives
)

// step leads to a member. At a value that is nil the path ends when the step
// is optional, and fails otherwise.
type step struct {
	name     string
	optional bool
	at       int
}

func (p *path) eval(env *Env) (any, *RuntimeError) {
	var v any
	switch p.root {
	case rootFact:
		v = env.Slots[p.slot]
	case rootLet:
		v = env.lets[p.slot]
	case rootElement:
		v = env.elements[p.slot]
	default:
		var err *RuntimeError
		if v, err = p.base(env); err != nil {
			return nil, err
		}
	}
	for i := range p.steps {
		s := &p.steps[i]
		object, ok := v.(map[string]any)
		if !ok {
			if v == nil && s.optional {
				return nil, nil
			}
			return nil, noMembers(v, s.at)
		}
		v = object[s.name]
	}
	return v, nil
}

func noMembers(v any, at int) *RuntimeError {
	if v == nil {
		return fail(at, "the value that the member should be in is absent")
	}
	return fail(at, "the value is no object and has no members")
}

// code gives the code of a path with one more step, or none.
func (p *path) code(t *Type, key string, more ...step) code {
	extended := *p
	extended.steps = slices.Concat(p.steps, more)
	return code{typ: t, eval: extended.eval, steps: &extended, path: key}
}

// identifier compiles a bare name: one that let gave, a fact, or omit.
func (c *compiler) identifier(n *ast.IdentifierNode) code {
	for _, l := range slices.Backward(c.lets) {
		if l.name == n.Value {
			return c.localValue(l)
		}
	}
	if t, slot, ok := c.scope.Lookup(n.Value); ok {
		c.read(slot)
		key := slotKey(slot)
		if c.known[key] {
			t = t.required()
		}
		return (&path{root: rootFact, slot: slot}).code(t, key)
	}
	if n.Value == "omit" {
		return literal(omitType, Omit)
	}
	c.report(n, CodeUnknownName, c.nameHint(n.Value), "there is no %q here", n.Value)
	return invalid()
}

func (c *compiler) localValue(l local) code {
	if l.code.constant || l.code.invalid() {
		return l.code
	}
	key := "l" + strconv.Itoa(l.slot)
	t := l.code.typ
	if c.known[key] {
		t = t.required()
	}
	out := (&path{root: rootLet, slot: l.slot}).code(t, key)
	out.yes, out.no = l.code.yes, l.code.no // values do not change, so what they prove still holds
	return out
}

// nameHint says what an unknown name may have meant: a name that is spelt
// alike, a member of a fact, or text without its quotes.
func (c *compiler) nameHint(name string) string {
	if len(c.elements) > 0 && c.elements[len(c.elements)-1].Fields[name] != nil {
		return fmt.Sprintf("did you mean %q, the element's own?", "."+name)
	}
	for _, fact := range c.scope.Names() {
		if t, _, _ := c.scope.Lookup(fact); t.Kind == Object && t.Fields[name] != nil {
			return fmt.Sprintf("did you mean %q?", fact+"."+name)
		}
	}
	names := append(c.scope.Names(), "omit")
	for _, l := range c.lets {
		names = append(names, l.name)
	}
	if hint := didYouMean(name, names); hint != "" {
		return hint
	}
	if _, ok := functionTable[name]; ok {
		return name + " is a function: " + functionTable[name].signature()
	}
	return fmt.Sprintf("known here: %s; text stands in quotes", listed(c.scope.Names(), 12))
}

// pointer compiles # and #index, and the # that .name leaves out.
func (c *compiler) pointer(n *ast.PointerNode) code {
	depth := len(c.elements) - 1
	switch {
	case depth < 0 || depth >= maxPredicates:
		// Outside predicates the parser lets none through; too deep ones were reported.
		return invalid()
	case n.Name == "index":
		return code{typ: intType, eval: func(env *Env) (any, *RuntimeError) { return env.indexes[depth], nil }}
	case n.Name != "":
		c.report(n, CodeUnsupported, "# is the element, #index its place from 0", "there is no #%s", n.Name)
		return invalid()
	}
	key := "e" + strconv.Itoa(depth)
	t := c.elements[depth]
	if c.known[key] && t != invalidType {
		t = t.required()
	}
	return (&path{root: rootElement, slot: depth}).code(t, key)
}

// member compiles a.b, a?.b, a["b"], a[i] and a?.[i].
func (c *compiler) member(n *ast.MemberNode) code {
	base := c.compile(n.Node)
	name, named := n.Property.(*ast.StringNode)
	if !named {
		return c.index(n, base)
	}
	if base.invalid() || !c.reachable(base, n.Optional, "."+name.Value) {
		return invalid()
	}
	if base.typ.Kind != Object && base.typ.Kind != Any {
		hint := ""
		if base.typ.Kind == List {
			hint = fmt.Sprintf("map(%s, .%s) takes it of every element", c.text(base), name.Value)
		}
		c.report(n.Property, CodeUnknownMember, hint, "%s is %s and has no member %q", c.quoted(base), base.typ.required(), name.Value)
		return invalid()
	}
	t, ok := base.typ.member(name.Value)
	if !ok {
		c.reportUnknownMember(n.Property, base, name.Value)
		return invalid()
	}
	from := base.steps
	if from == nil {
		from = &path{root: rootValue, base: base.eval}
	}
	key := memberKey(base.path, name.Value)
	out := from.code(t, key, step{name: name.Value, optional: n.Optional, at: c.offsets.at(n.Property.Location().From)})
	out.short = base.short || n.Optional && base.typ.Optional
	c.applyKnown(&out)
	return out
}

// reachable reports a value that may be absent where something inside it is
// wanted. rest is what follows it in the source.
func (c *compiler) reachable(base code, optional bool, rest string) bool {
	if base.typ.Omit || base.typ.Kind == Null {
		return c.usable(base)
	}
	if !base.typ.Optional || optional {
		return true
	}
	text := c.text(base)
	hint := fmt.Sprintf("write %s?.%s", text, strings.TrimPrefix(rest, "."))
	if base.path != "" {
		hint += fmt.Sprintf(", or ask first: %s != nil && …", text)
	}
	c.report(base.node, CodeOptional, hint, "%s may be absent", c.quoted(base))
	return false
}

// applyKnown makes a path required that is known to have a value here.
func (c *compiler) applyKnown(x *code) {
	if x.path != "" && c.known[x.path] {
		x.typ, x.short = x.typ.required(), false
	}
}

func (c *compiler) reportUnknownMember(at ast.Node, base code, name string) {
	names := base.typ.names()
	hint := didYouMean(name, names)
	if hint == "" && len(names) > 0 && len(names) <= 12 {
		hint = "it has " + strings.Join(names, ", ")
	}
	what := c.quoted(base)
	if base.typ.Name != "" {
		what += " (" + base.typ.Name + ")"
	}
	c.report(at, CodeUnknownMember, hint, "%s has no member %q", what, name)
}

// chain compiles a whole a?.b.c, which is nil when a ?. ended it.
func (c *compiler) chain(n *ast.ChainNode) code {
	x := c.compile(n.Node)
	if x.short && !x.invalid() {
		x.typ, x.short = x.typ.maybe(), false
	}
	return x
}
