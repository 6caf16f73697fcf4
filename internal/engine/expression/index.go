package expression

import (
	"strconv"

	"github.com/expr-lang/expr/ast"
)

// index compiles xs[i], and object[key] with a key that is worked out.
func (c *compiler) index(n *ast.MemberNode, base code) code {
	at := c.compile(n.Property)
	if base.invalid() || at.invalid() || !c.reachable(base, n.Optional, "["+c.text(at)+"]") || !c.usable(at) {
		return invalid()
	}
	out := code{short: base.short || n.Optional && base.typ.Optional}
	switch {
	case base.typ.Kind == List && (at.typ.Kind == Int || at.typ.Kind == Any):
		out.typ = inherit(base.typ, base.typ.elem().maybe())
		if i, ok := at.value.(int); ok && at.constant {
			out.path = memberKey(base.path, "["+strconv.Itoa(i)+"]")
		}
	case base.typ.Kind == Object && (at.typ.Kind.textual() || at.typ.Kind == Any):
		out.typ = anything
		if base.typ.Elem != nil && len(base.typ.Fields) == 0 {
			out.typ = base.typ.Elem.maybe()
		}
		out.typ = inherit(base.typ, out.typ)
	case base.typ.Kind == Any:
		out.typ = anything
	case base.typ.Kind == List || base.typ.Kind == Object:
		c.report(n.Property, CodeOperand, "", "%s is %s and cannot be indexed by %s", c.quoted(base), base.typ.required(), at.typ)
		return invalid()
	default:
		hint := ""
		if base.typ.Kind.textual() {
			hint = "s[0:1] takes a part of a text"
		}
		c.report(n, CodeOperand, hint, "%s is %s and has no elements", c.quoted(base), base.typ.required())
		return invalid()
	}
	where := c.offsets.at(n.Location().From)
	baseEval, atEval, optional := base.eval, at.eval, n.Optional
	out.eval = func(env *Env) (any, *RuntimeError) {
		v, err := baseEval(env)
		if err != nil || v == nil && optional {
			return nil, err
		}
		key, err := atEval(env)
		if err != nil {
			return nil, err
		}
		return elementAt(v, key, where)
	}
	c.applyKnown(&out)
	return out
}

func elementAt(v, key any, at int) (any, *RuntimeError) {
	switch v := v.(type) {
	case []any:
		i, ok := key.(int)
		if !ok {
			return nil, fail(at, "the place in a list is no whole number")
		}
		if i < 0 {
			i += len(v)
		}
		if i < 0 || i >= len(v) {
			return nil, nil
		}
		return v[i], nil
	case map[string]any:
		name, ok := key.(string)
		if !ok {
			return nil, fail(at, "the name of a member is no text")
		}
		return v[name], nil
	}
	return nil, noMembers(v, at)
}

// slice compiles xs[a:b] and text[a:b]. Places beyond the ends are moved to
// the ends; negative ones count from the end.
func (c *compiler) slice(n *ast.SliceNode) code {
	base := c.compile(n.Node)
	from, okFrom := c.place(n.From)
	to, okTo := c.place(n.To)
	if !c.usable(base) || !okFrom || !okTo {
		return invalid()
	}
	t := base.typ
	switch {
	case t.Kind.textual():
		t = inherit(base.typ, stringType)
	case t.Kind != List && t.Kind != Any:
		c.report(n, CodeOperand, "", "%s is %s; only lists and texts can be cut", c.quoted(base), t)
		return invalid()
	}
	at := c.offsets.at(n.Location().From)
	eval := base.eval
	return code{typ: t, eval: func(env *Env) (any, *RuntimeError) {
		v, err := eval(env)
		if err != nil {
			return nil, err
		}
		list, isList := v.([]any)
		var text []rune
		size := len(list)
		if !isList {
			s, err := toText(v, at)
			if err != nil {
				return nil, err
			}
			if err := env.chargeText(len(s), at); err != nil {
				return nil, err
			}
			text = []rune(s)
			size = len(text)
		}
		first, err := cut(env, from, 0, size, at)
		if err != nil {
			return nil, err
		}
		last, err := cut(env, to, size, size, at)
		if err != nil {
			return nil, err
		}
		last = max(first, last)
		if isList {
			return list[first:last:last], nil
		}
		return string(text[first:last]), nil
	}}
}

// place compiles one end of a slice; a missing one is nil.
func (c *compiler) place(n ast.Node) (evalFunc, bool) {
	if n == nil {
		return nil, true
	}
	x := c.compile(n)
	if !c.usable(x) {
		return nil, false
	}
	if x.typ.Kind != Int && x.typ.Kind != Any {
		c.report(n, CodeOperand, "", "a place is a whole number, and %s is %s", c.quoted(x), x.typ)
		return nil, false
	}
	return x.eval, true
}

// cut evaluates one end of a slice and moves it into the list.
func cut(env *Env, place evalFunc, missing, size, at int) (int, *RuntimeError) {
	if place == nil {
		return missing, nil
	}
	v, err := place(env)
	if err != nil {
		return 0, err
	}
	i, err := toInt(v, at)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += size
	}
	return min(max(i, 0), size), nil
}
