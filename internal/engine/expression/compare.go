package expression

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// equality compiles == and !=.
func (c *compiler) equality(n *ast.BinaryNode) code {
	left, right := c.compile(n.Left), c.compile(n.Right)
	if left.invalid() || right.invalid() || !c.noOmit(left, right) || !c.comparable(&left, &right) {
		return invalid()
	}
	at := c.offsets.at(n.Location().From)
	test := equalityTest(left, right, at)
	out := logic(test)
	out.yes, out.no = equalityFacts(left, right)
	out.explain = append(left.operand(), right.operand()...)
	if n.Operator == "!=" {
		negated := logic(func(env *Env) (bool, *RuntimeError) {
			same, err := test(env)
			return !same, err
		})
		negated.yes, negated.no, negated.explain = out.no, out.yes, out.explain
		return negated
	}
	return out
}

// operand is the part itself, unless its value is plain to see.
func (x code) operand() []code {
	if x.constant {
		return []code{}
	}
	return []code{x}
}

func (c *compiler) noOmit(parts ...code) bool {
	ok := true
	for _, x := range parts {
		if x.typ.Omit {
			ok = c.usable(x) && ok
		}
	}
	return ok
}

// equalityFacts says what is known where two parts are equal, and where not.
func equalityFacts(left, right code) (yes, no facts) {
	for _, side := range [][2]code{{left, right}, {right, left}} {
		x, other := side[0], side[1]
		switch {
		case other.hasValue():
			yes = yes.and(present(x.path))
		case other.typ.Kind == Null:
			no = no.and(present(x.path))
		}
		if x.instead != nil && other.constant {
			env := Env{Steps: DefaultSteps}
			same, err := equal(&env, 0, x.typ, other.typ, x.instead.value, other.value)
			switch {
			case err != nil:
			case same:
				no = no.and(present(x.instead.path))
			default:
				yes = yes.and(present(x.instead.path))
			}
		}
	}
	return yes, no
}

// equalityTest builds the comparison, the shorter ways first.
func equalityTest(left, right code, at int) testFunc {
	if left.constant && !right.constant {
		left, right = right, left
	}
	eval, other := left.eval, right.eval
	ta, tb := left.typ, right.typ
	if right.constant {
		switch want := right.value.(type) {
		case nil:
			return func(env *Env) (bool, *RuntimeError) {
				v, err := eval(env)
				return v == nil && err == nil, err
			}
		case string:
			if meaning(ta, tb) == String {
				return func(env *Env) (bool, *RuntimeError) {
					v, err := eval(env)
					if s, ok := v.(string); ok || err != nil {
						return s == want, err
					}
					return equal(env, at, ta, tb, v, want)
				}
			}
		case bool:
			return func(env *Env) (bool, *RuntimeError) {
				v, err := eval(env)
				b, ok := v.(bool)
				return ok && b == want && err == nil, err
			}
		}
	}
	return func(env *Env) (bool, *RuntimeError) {
		a, err := eval(env)
		if err != nil {
			return false, err
		}
		b, err := other(env)
		if err != nil {
			return false, err
		}
		return equal(env, at, ta, tb, a, b)
	}
}

// comparable reports two parts that can never be equal. A literal becomes a
// value of the kind that it is compared with.
func (c *compiler) comparable(a, b *code) bool {
	if a.typ.Kind == Null || b.typ.Kind == Null {
		return true
	}
	if !c.adapt(a, b.typ.Kind) || !c.adapt(b, a.typ.Kind) {
		return false
	}
	if !comparableKinds(a.typ.Kind, b.typ.Kind) {
		c.reportNeverEqual(*a, *b)
		return false
	}
	if len(a.typ.Enum) == 0 || len(b.typ.Enum) == 0 || overlap(a.typ.Enum, b.typ.Enum) {
		return true
	}
	wrong, of := *a, *b
	if b.constant {
		wrong, of = *b, *a
	}
	if !wrong.constant || of.constant {
		c.report(b.node, CodeNeverEqual, "", "%s and %s have no value in common", c.quoted(*a), c.quoted(*b))
		return false
	}
	hint := didYouMean(wrong.typ.Enum[0], of.typ.Enum)
	if hint == "" {
		hint = "it is one of " + listed(of.typ.Enum, 12)
	}
	c.report(wrong.node, CodeNotListed, hint, "%s is never %s", c.quoted(of), c.quoted(wrong))
	return false
}

func comparableKinds(a, b Kind) bool {
	return joinKinds(a, b) != Any && !(a.textual() && b.textual() && a != b && a != String && b != String && !(a.temporal() && b.temporal())) ||
		a == Any || b == Any || a == Nothing || b == Nothing
}

func (c *compiler) reportNeverEqual(a, b code) {
	hint := ""
	for _, side := range [][2]code{{a, b}, {b, a}} {
		x, other := side[0], side[1]
		if x.constant && x.typ.Kind == String && other.typ.Kind.numeric() {
			hint = "write the number without quotes"
		}
		if x.typ.Kind == Int && x.constant && other.typ.Kind == String {
			hint = fmt.Sprintf("write it in quotes: %q", c.text(x))
		}
	}
	c.report(b.node, CodeNeverEqual, hint, "%s is %s and %s is %s; they are never equal",
		c.quoted(a), a.typ.required(), c.quoted(b), b.typ.required())
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(v string) bool { return slices.Contains(b, v) })
}

func listed(values []string, limit int) string {
	more := ""
	if len(values) > limit {
		values, more = values[:limit], " …"
	}
	return strings.Join(values, ", ") + more
}

// order compiles <, <=, > and >=.
func (c *compiler) order(n *ast.BinaryNode) code {
	left, right := c.compile(n.Left), c.compile(n.Right)
	okLeft, okRight := c.usable(left), c.usable(right)
	if !okLeft || !okRight || !c.adapt(&left, right.typ.Kind) || !c.adapt(&right, left.typ.Kind) || !c.ordered(n, left, right) {
		return invalid()
	}
	compare := compareAny
	switch {
	case left.typ.Kind.numeric() && right.typ.Kind.numeric():
		compare = compareNumbers
	case left.typ.Kind.temporal() && right.typ.Kind.temporal():
		compare = compareMoments
	}
	var holds [3]bool // for less, equal, greater
	switch n.Operator {
	case "<":
		holds = [3]bool{true, false, false}
	case "<=":
		holds = [3]bool{true, true, false}
	case ">":
		holds = [3]bool{false, false, true}
	case ">=":
		holds = [3]bool{false, true, true}
	}
	at := c.offsets.at(n.Location().From)
	first, second := left.eval, right.eval
	out := logic(func(env *Env) (bool, *RuntimeError) {
		a, err := first(env)
		if err != nil {
			return false, err
		}
		b, err := second(env)
		if err != nil {
			return false, err
		}
		order, err := compare(a, b, at)
		return err == nil && holds[order+1], err
	})
	out.explain = append(left.operand(), right.operand()...)
	return out
}

// ordered reports operands that have no order.
func (c *compiler) ordered(n ast.Node, left, right code) bool {
	a, b := left.typ.Kind, right.typ.Kind
	orderable := func(k Kind) bool { return k.numeric() || k.temporal() || k == Any }
	switch {
	case orderable(a) && orderable(b) && (a == Any || b == Any || a.numeric() == b.numeric()):
		return true
	case a == String && b == String:
		c.report(n, CodeNoOrder, "say what they are: decimal(…), date(…) or dateTime(…)", "%s and %s are texts, and texts have no order",
			c.quoted(left), c.quoted(right))
		return false
	}
	hint := ""
	switch {
	case a == Duration || b == Duration:
		hint = "compare dates: addDuration(date, duration)"
	case a == String && b.numeric() || b == String && a.numeric():
		hint = "decimal(…) reads a number from text"
	case a == String || b == String:
		hint = "date(…) and dateTime(…) read text"
	}
	c.report(n, CodeNoOrder, hint, "%s is %s and %s is %s; they have no order", c.quoted(left), left.typ, c.quoted(right), right.typ)
	return false
}

func compareMoments(a, b any, at int) (int, *RuntimeError) {
	x, err := toMoment(a, at)
	if err != nil {
		return 0, err
	}
	y, err := toMoment(b, at)
	return x.compare(y), err
}

// compareAny orders values of which the types say too little.
func compareAny(a, b any, at int) (int, *RuntimeError) {
	x, y := natureOf(a), natureOf(b)
	switch {
	case x == natureNil || y == natureNil:
		return 0, absent(at)
	case x == natureText && y == natureText:
		return 0, fail(at, "texts have no order; say what they are with decimal, date or dateTime")
	case x == natureNumber && (y == natureNumber || y == natureText), y == natureNumber && x == natureText:
		return compareNumbers(a, b, at)
	case x == natureMoment && (y == natureMoment || y == natureText), y == natureMoment && x == natureText:
		return compareMoments(a, b, at)
	}
	return 0, fail(at, "the two values have no order")
}

// textTest compiles contains, startsWith and endsWith.
func (c *compiler) textTest(n *ast.BinaryNode) code {
	left, right := c.compile(n.Left), c.compile(n.Right)
	okLeft, okRight := c.wantText(n.Operator, left), c.wantText(n.Operator, right)
	if !okLeft || !okRight {
		return invalid()
	}
	holds := strings.Contains
	switch n.Operator {
	case "startsWith":
		holds = strings.HasPrefix
	case "endsWith":
		holds = strings.HasSuffix
	}
	at := c.offsets.at(n.Location().From)
	first, second := left.eval, right.eval
	out := logic(func(env *Env) (bool, *RuntimeError) {
		a, err := evalText(env, first, at)
		if err != nil {
			return false, err
		}
		b, err := evalText(env, second, at)
		if err != nil {
			return false, err
		}
		return holds(a, b), env.chargeText(len(a), at)
	})
	out.explain = append(left.operand(), right.operand()...)
	return out
}

func evalText(env *Env, eval evalFunc, at int) (string, *RuntimeError) {
	v, err := eval(env)
	if err != nil {
		return "", err
	}
	return toText(v, at)
}

func (c *compiler) wantText(operator string, x code) bool {
	if !c.usable(x) {
		return false
	}
	if x.typ.Kind.textual() || x.typ.Kind == Any {
		return true
	}
	hint := ""
	switch {
	case x.typ.Kind == List && operator == "contains":
		hint = fmt.Sprintf("x in %s asks for an element", c.text(x))
	case x.typ.Kind.numeric():
		hint = fmt.Sprintf("string(%s) makes text of it", c.text(x))
	}
	c.report(x.node, CodeOperand, hint, "%s takes texts, and %s is %s", operator, c.quoted(x), x.typ)
	return false
}

// maxPattern bounds regular expressions, in bytes.
const maxPattern = 1000

// pattern compiles text matches "…". The pattern is compiled once, so it must
// be a literal. Go's engine takes time linear in the text.
func (c *compiler) pattern(n *ast.BinaryNode) code {
	left := c.compile(n.Left)
	ok := c.wantText(n.Operator, left)
	literal, isLiteral := n.Right.(*ast.StringNode)
	if !isLiteral {
		c.report(n.Right, CodePattern, "write the pattern as text in quotes", "the pattern behind matches must be a literal")
		return invalid()
	}
	re, err := regexp.Compile(literal.Value)
	switch {
	case len(literal.Value) > maxPattern:
		c.report(literal, CodePattern, "", "the pattern is longer than %d bytes", maxPattern)
		return invalid()
	case err != nil:
		c.report(literal, CodePattern, "patterns are RE2's: no look-around, no back references", "the pattern cannot be read: %s",
			strings.TrimPrefix(err.Error(), "error parsing regexp: "))
		return invalid()
	case !ok:
		return invalid()
	}
	at := c.offsets.at(n.Location().From)
	eval := left.eval
	out := logic(func(env *Env) (bool, *RuntimeError) {
		s, err := evalText(env, eval, at)
		if err != nil {
			return false, err
		}
		if err := env.charge(len(s), at); err != nil {
			return false, err
		}
		return re.MatchString(s), nil
	})
	out.explain = left.operand()
	return out
}
