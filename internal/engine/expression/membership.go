package expression

import (
	"github.com/expr-lang/expr/ast"
)

// contained compiles x in list and "name" in object.
func (c *compiler) contained(n *ast.BinaryNode) code {
	x := c.compile(n.Left)
	if list, ok := n.Right.(*ast.ArrayNode); ok {
		return c.amongLiterals(n, x, list)
	}
	within := c.compile(n.Right)
	if x.invalid() || !c.usable(within) || !c.noOmit(x) {
		return invalid()
	}
	at := c.offsets.at(n.Location().From)
	switch within.typ.Kind {
	case Object:
		return c.inObject(x, within, at)
	case List:
		elem := code{typ: within.typ.elem(), node: within.node, elements: true}
		if x.typ.Kind != Null && !c.comparable(&x, &elem) {
			return invalid()
		}
		out := logic(containedTest(x, within, elem.typ, at))
		if elem.hasValue() {
			out.yes = present(x.path)
		}
		out.explain = append(x.operand(), within.operand()...)
		return out
	case Any:
		out := logic(containedTest(x, within, anything, at))
		out.explain = append(x.operand(), within.operand()...)
		return out
	}
	hint := ""
	if within.typ.Kind.textual() {
		hint = "text contains part asks for a part of a text"
	}
	c.report(n.Right, CodeOperand, hint, "in looks into lists and objects, and %s is %s", c.quoted(within), within.typ)
	return invalid()
}

// inObject compiles "name" in object: whether the member is there, be it null.
func (c *compiler) inObject(x, object code, at int) code {
	if !c.wantText("in", x) {
		return invalid()
	}
	var out code
	name, isLiteral := x.value.(string)
	if isLiteral && x.constant {
		t, ok := object.typ.member(name)
		if !ok {
			c.reportUnknownMember(x.node, object, name)
			return invalid()
		}
		eval := object.eval
		out = logic(func(env *Env) (bool, *RuntimeError) {
			v, err := eval(env)
			if err != nil {
				return false, err
			}
			members, err := toObject(v, at)
			_, ok := members[name]
			return ok, err
		})
		if !t.Nullable && t.Kind != Any {
			out.yes = present(memberKey(object.path, name))
		}
	} else {
		out = logic(containedTest(x, object, anything, at))
	}
	out.explain = append(x.operand(), object.operand()...)
	return out
}

// containedTest looks for an equal element of a list, or a member of an object.
func containedTest(x, within code, elem *Type, at int) testFunc {
	eval, list, t := x.eval, within.eval, x.typ
	return func(env *Env) (bool, *RuntimeError) {
		v, err := eval(env)
		if err != nil {
			return false, err
		}
		in, err := list(env)
		if err != nil {
			return false, err
		}
		switch in := in.(type) {
		case []any:
			return among(env, at, t, elem, v, in)
		case map[string]any:
			if v == nil {
				return false, nil
			}
			name, err := toText(v, at)
			_, ok := in[name]
			return ok, err
		case nil:
			return false, absent(at)
		}
		return false, fail(at, "in looks into lists and objects, and the value is neither")
	}
}

func among(env *Env, at int, t, elem *Type, v any, list []any) (bool, *RuntimeError) {
	if err := env.charge(len(list), at); err != nil {
		return false, err
	}
	for _, item := range list {
		if same, err := equal(env, at, t, elem, v, item); err != nil || same {
			return same, err
		}
	}
	return false, nil
}

// amongLiterals compiles x in [a, b]. Every element is checked by itself.
func (c *compiler) amongLiterals(n *ast.BinaryNode, x code, list *ast.ArrayNode) code {
	c.nodes++
	items := make([]code, 0, len(list.Nodes))
	ok, fixed, valued := !x.invalid() && c.noOmit(x), true, len(list.Nodes) > 0
	for _, node := range list.Nodes {
		item := c.compile(node)
		if item.invalid() || !ok {
			ok = false
			continue
		}
		compared := x // the literal side only; x keeps its kind for the other elements
		if !c.noOmit(item) || !c.comparable(&compared, &item) {
			ok = false
			continue
		}
		fixed, valued = fixed && item.constant, valued && item.hasValue()
		items = append(items, item)
	}
	if !ok {
		return invalid()
	}
	at := c.offsets.at(n.Location().From)
	out := logic(literalsTest(x, items, fixed, at))
	if valued {
		out.yes = present(x.path)
	}
	out.explain = x.operand()
	return out
}

func literalsTest(x code, items []code, fixed bool, at int) testFunc {
	eval, t := x.eval, x.typ
	types := make([]*Type, len(items))
	evals := make([]evalFunc, len(items))
	values := make([]any, len(items))
	for i, item := range items {
		types[i], evals[i], values[i] = item.typ, item.eval, item.value
	}
	return func(env *Env) (bool, *RuntimeError) {
		v, err := eval(env)
		if err != nil {
			return false, err
		}
		for i := range types {
			item := values[i]
			if !fixed {
				if item, err = evals[i](env); err != nil {
					return false, err
				}
			}
			if same, err := equal(env, at, t, types[i], v, item); err != nil || same {
				return same, err
			}
		}
		return false, nil
	}
}
