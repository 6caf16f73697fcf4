package expression

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// list compiles [a, b]. An element that is omit is left out.
func (c *compiler) list(n *ast.ArrayNode) code {
	items := make([]code, len(n.Nodes))
	ok := true
	for i, node := range n.Nodes {
		items[i] = c.compile(node)
		ok = ok && !items[i].invalid()
		c.builds = c.builds || items[i].mayBeLarge()
	}
	if !ok {
		return invalid()
	}
	elem := c.unify(items).with(func(t *Type) { t.Omit = false })
	evals := make([]evalFunc, len(items))
	for i, item := range items {
		evals[i] = item.eval
	}
	return code{typ: &Type{Kind: List, Elem: elem}, eval: func(env *Env) (any, *RuntimeError) {
		out := make([]any, 0, len(evals))
		for _, eval := range evals {
			v, err := eval(env)
			if err != nil {
				return nil, err
			}
			if v != Omit {
				out = append(out, v)
			}
		}
		return out, nil
	}}
}

// objectMember is one name: value of {…}.
type objectMember struct {
	name  string
	key   evalFunc // the name where it is worked out, else nil
	value evalFunc
	at    int
}

// object compiles {"name": value}. A member that is omit is left out.
func (c *compiler) object(n *ast.MapNode) code {
	t := &Type{Kind: Object, Fields: make(map[string]*Type, len(n.Pairs))}
	members := make([]objectMember, 0, len(n.Pairs))
	ok := true
	for _, node := range n.Pairs {
		pair, isPair := node.(*ast.PairNode)
		if !isPair {
			continue
		}
		m := objectMember{at: c.offsets.at(pair.Key.Location().From)}
		name, isLiteral := pair.Key.(*ast.StringNode)
		if !isLiteral {
			key := c.compile(pair.Key)
			ok = c.wantText("a member's name", key) && ok
			m.key, t.Open = key.eval, true
		}
		value := c.compile(pair.Value)
		if value.invalid() {
			ok = false
			continue
		}
		if isLiteral {
			m.name = name.Value
			if _, twice := t.Fields[m.name]; twice {
				c.report(pair.Key, CodeName, "", "the object has %q twice", m.name)
				ok = false
			}
			t.Fields[m.name] = memberType(value.typ)
		}
		c.builds = c.builds || value.mayBeLarge()
		m.value = value.eval
		members = append(members, m)
	}
	if !ok {
		return invalid()
	}
	return code{typ: t, eval: objectEval(members)}
}

// memberType is the type of a member that is given a value: one that may be
// nil is there and null, one that may be omit may not be there.
func memberType(value *Type) *Type {
	if !value.Optional && !value.Omit {
		return value
	}
	return value.with(func(t *Type) {
		t.Nullable = value.Optional
		t.Optional, t.Omit = true, false
	})
}

func objectEval(members []objectMember) evalFunc {
	return func(env *Env) (any, *RuntimeError) {
		out := make(map[string]any, len(members))
		for i := range members {
			m := &members[i]
			name := m.name
			if m.key != nil {
				key, err := evalText(env, m.key, m.at)
				if err != nil {
					return nil, err
				}
				name = key
			}
			v, err := m.value(env)
			if err != nil {
				return nil, err
			}
			if v != Omit {
				out[name] = v
			}
		}
		return out, nil
	}
}

// let compiles let name = value; rest.
func (c *compiler) let(n *ast.VariableDeclaratorNode) code {
	value := c.compile(n.Value)
	_, _, isFact := c.scope.Lookup(n.Name)
	taken := isFact || n.Name == "omit"
	for _, l := range c.lets {
		taken = taken || l.name == n.Name
	}
	from := c.offsets.at(n.Location().From)
	problem := func(about, message, hint string) {
		c.problems = append(c.problems, Problem{Code: about, Offset: from, End: from + len(n.Name), Message: message, Hint: hint})
	}
	slot := c.letCount
	switch {
	case taken:
		problem(CodeName, fmt.Sprintf("the name %q is taken", n.Name), "choose another name")
		value = invalid()
	case slot == maxLets:
		problem(CodeTooLarge, fmt.Sprintf("there are more than %d let in one expression", maxLets), "")
		value = invalid()
	case slot < maxLets:
		c.letCount++
	}
	c.lets = append(c.lets, local{name: n.Name, code: value, slot: slot})
	rest := c.compile(n.Expr)
	c.lets = c.lets[:len(c.lets)-1]
	if value.invalid() || rest.invalid() || slot >= maxLets {
		return invalid()
	}
	rest.path, rest.steps, rest.explain = "", nil, rest.explained()
	if value.constant {
		return rest
	}
	first, then, test := value.eval, rest.eval, rest.test
	rest.constant, rest.value = false, nil
	rest.eval = func(env *Env) (any, *RuntimeError) {
		v, err := first(env)
		if err != nil {
			return nil, err
		}
		env.lets[slot] = v
		return then(env)
	}
	if test != nil {
		rest.test = func(env *Env) (bool, *RuntimeError) {
			v, err := first(env)
			if err != nil {
				return false, err
			}
			env.lets[slot] = v
			return test(env)
		}
	}
	return rest
}

// narrowed is the type of a list's elements of which something is known to
// have a value: root stands for the element in the paths.
func narrowed(elem *Type, known facts, root string) *Type {
	for path := range known {
		if path == root {
			elem = elem.required()
			continue
		}
		if rest, ok := strings.CutPrefix(path, root+separator); ok {
			elem = narrowMember(elem, strings.Split(rest, separator))
		}
	}
	return elem
}

func narrowMember(t *Type, names []string) *Type {
	if len(names) == 0 {
		return t.required()
	}
	field := t.Fields[names[0]]
	if t.Kind != Object || field == nil {
		return t
	}
	return t.with(func(t *Type) {
		fields := make(map[string]*Type, len(t.Fields))
		for name, f := range t.Fields {
			fields[name] = f
		}
		fields[names[0]] = narrowMember(field, names[1:])
		t.Fields = fields
	})
}
