package expression

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// global keeps what is known of facts; names that let gave and elements end
// with their expression.
func (f facts) global() facts {
	var kept facts
	for path := range f {
		if strings.HasPrefix(path, "s") {
			if kept == nil {
				kept = facts{}
			}
			kept[path] = true
		}
	}
	return kept
}

// hasValue tells whether a part is never nil, so that what equals it is not either.
func (x code) hasValue() bool {
	return !x.typ.Optional && !x.typ.Omit && x.typ.Kind != Any && x.typ.Kind != Null && x.typ.Kind != Nothing
}

// unary compiles not, ! and the signs.
func (c *compiler) unary(n *ast.UnaryNode) code {
	switch n.Operator {
	case "not", "!":
		x := c.compile(n.Node)
		test := c.condition(x)
		if x.invalid() {
			return invalid()
		}
		out := logic(func(env *Env) (bool, *RuntimeError) {
			ok, err := test(env)
			return !ok, err
		})
		out.yes, out.no, out.explain = x.no, x.yes, x.explained()
		return out
	case "-", "+":
		return c.sign(n)
	}
	c.report(n, CodeUnsupported, "", "there is no operator %s", n.Operator)
	return invalid()
}

// explained are the parts whose values explain why a condition holds or not.
func (x code) explained() []code {
	if x.explain != nil {
		return x.explain
	}
	if x.constant {
		return nil
	}
	return []code{x}
}

// binary compiles an operator between two operands.
func (c *compiler) binary(n *ast.BinaryNode) code {
	switch n.Operator {
	case "&&", "and", "||", "or":
		return c.junction(n)
	case "??":
		return c.fallback(n)
	case "==", "!=":
		return c.equality(n)
	case "<", "<=", ">", ">=":
		return c.order(n)
	case "in":
		return c.contained(n)
	case "contains", "startsWith", "endsWith":
		return c.textTest(n)
	case "matches":
		return c.pattern(n)
	case "+", "-", "*", "/", "%":
		return c.arithmetic(n)
	case "..":
		c.report(n, CodeUnsupported, "name the elements, or use a table", "there are no ranges")
	case "**", "^":
		c.report(n, CodeUnsupported, "multiply", "there are no powers")
	default:
		c.report(n, CodeUnsupported, "", "there is no operator %s", n.Operator)
	}
	return invalid()
}

// junction compiles and, or. The right side is checked, and runs, only where
// the left side has not decided yet.
func (c *compiler) junction(n *ast.BinaryNode) code {
	isAnd := n.Operator == "&&" || n.Operator == "and"
	left := c.compile(n.Left)
	first := c.condition(left)
	reached := left.no
	if isAnd {
		reached = left.yes
	}
	right := c.assuming(reached, n.Right)
	second := c.condition(right)
	if left.invalid() || right.invalid() {
		return invalid()
	}
	var out code
	if isAnd {
		out = logic(func(env *Env) (bool, *RuntimeError) {
			if ok, err := first(env); err != nil || !ok {
				return false, err
			}
			return second(env)
		})
		out.yes, out.no = left.yes.and(right.yes), left.no.or(left.yes.and(right.no))
	} else {
		out = logic(func(env *Env) (bool, *RuntimeError) {
			if ok, err := first(env); err != nil || ok {
				return ok, err
			}
			return second(env)
		})
		out.yes, out.no = left.yes.or(left.no.and(right.yes)), left.no.and(right.no)
	}
	out.explain = slices.Concat(left.explained(), right.explained())
	return out
}

// conditional compiles c ? a : b and if c { a } else { b }.
func (c *compiler) conditional(n *ast.ConditionalNode) code {
	cond := c.compile(n.Cond)
	test := c.condition(cond)
	branches := []code{c.assuming(cond.yes, n.Exp1), c.assuming(cond.no, n.Exp2)}
	if cond.invalid() || branches[0].invalid() || branches[1].invalid() {
		return invalid()
	}
	t := c.unify(branches)
	yes, no := branches[0].eval, branches[1].eval
	out := code{typ: t, eval: func(env *Env) (any, *RuntimeError) {
		ok, err := test(env)
		switch {
		case err != nil:
			return nil, err
		case ok:
			return yes(env)
		}
		return no(env)
	}}
	if t.Kind == Bool {
		out.yes = cond.yes.and(branches[0].yes).or(cond.no.and(branches[1].yes))
		out.no = cond.yes.and(branches[0].no).or(cond.no.and(branches[1].no))
	}
	return out
}

// fallback compiles a ?? b.
func (c *compiler) fallback(n *ast.BinaryNode) code {
	left, right := c.compile(n.Left), c.compile(n.Right)
	if left.invalid() || right.invalid() {
		return invalid()
	}
	if left.typ.Omit {
		c.usable(left)
		return invalid()
	}
	path := left.path
	left.typ = left.typ.required()
	if left.typ.Kind == Null {
		left.typ = left.typ.with(func(t *Type) { t.Kind = Nothing })
	}
	sides := []code{left, right}
	t := c.unify(sides)
	first, second := sides[0].eval, sides[1].eval
	out := code{typ: t, eval: func(env *Env) (any, *RuntimeError) {
		v, err := first(env)
		if err != nil || v != nil {
			return v, err
		}
		return second(env)
	}}
	out.explain = left.operand()
	// Where the result is not the literal on the right, the left has a value.
	if right.constant && path != "" {
		out.instead = &instead{path: path, value: right.value}
		if ok, isBool := right.value.(bool); isBool {
			if ok {
				out.no = present(path)
			} else {
				out.yes = present(path)
			}
		}
	}
	return out
}

// instead is the literal that a path has when it is absent: path ?? value.
type instead struct {
	path  string
	value any
}
