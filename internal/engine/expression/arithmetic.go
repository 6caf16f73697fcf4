package expression

import (
	"errors"
	"fmt"
	"math"
	"math/big"

	"github.com/expr-lang/expr/ast"

	"github.com/sandbank/sandbank/internal/bank"
)

// operation works out a operator b.
type operation func(env *Env, operator byte, a, b any, at int) (any, *RuntimeError)

// arithmetic compiles + - * / %: on numbers, on texts (+), and on a point in
// time and a duration (+ and -).
func (c *compiler) arithmetic(n *ast.BinaryNode) code {
	left, right := c.compile(n.Left), c.compile(n.Right)
	okLeft, okRight := c.usable(left), c.usable(right)
	if !okLeft || !okRight || !c.adaptOperands(n.Operator, &left, &right) {
		return invalid()
	}
	operator := n.Operator[0]
	kind := resultKind(operator, left.typ.Kind, right.typ.Kind)
	if kind == Nothing {
		c.reportOperands(n, left, right)
		return invalid()
	}
	work := operationOn(kind)
	at := c.offsets.at(n.Location().From)
	first, second := left.eval, right.eval
	return code{
		typ: &Type{Kind: kind, Sensitive: left.typ.Sensitive || right.typ.Sensitive},
		eval: func(env *Env) (any, *RuntimeError) {
			a, err := first(env)
			if err != nil {
				return nil, err
			}
			b, err := second(env)
			if err != nil {
				return nil, err
			}
			return work(env, operator, a, b, at)
		},
	}
}

// adaptOperands makes literals values of the kind that stands beside them: a
// text beside a decimal is a decimal, one beside a duration a point in time.
func (c *compiler) adaptOperands(operator string, left, right *code) bool {
	switch {
	case operator != "+" && operator != "-":
		return c.adapt(left, right.typ.Kind) && c.adapt(right, left.typ.Kind)
	case left.typ.Kind.temporal():
		return c.adapt(right, Duration)
	case right.typ.Kind == Duration && left.typ.Kind == String:
		return c.adapt(left, DateTime)
	case left.typ.Kind == Decimal || right.typ.Kind == Decimal:
		return c.adaptSummand(left, right.typ.Kind) && c.adaptSummand(right, left.typ.Kind)
	}
	return true
}

// adaptSummand is adapt, but thinks of texts that are meant to be joined.
func (c *compiler) adaptSummand(x *code, kind Kind) bool {
	before := len(c.problems)
	ok := c.adapt(x, kind)
	if !ok {
		c.problems[before].Hint += "; string(…) makes text of a decimal"
	}
	return ok
}

// resultKind is the kind of a operator b; Nothing when there is no such operation.
func resultKind(operator byte, a, b Kind) Kind {
	number := func(k Kind) bool { return k.numeric() || k == Any }
	switch {
	case operator == '+' && (a == String || b == String) && (a == String || a == Any) && (b == String || b == Any):
		return String
	case (operator == '+' || operator == '-') && a.temporal() && (b == Duration || b == Any):
		return a
	case (operator == '+' || operator == '-') && a == Any && (b == Duration || b == Any):
		return Any
	case !number(a) || !number(b):
		return Nothing
	case operator == '%':
		if a == Int && b == Int {
			return Int
		}
		if (a == Any || a == Int) && (b == Any || b == Int) {
			return Any
		}
		return Nothing
	case operator == '/', a == Decimal, b == Decimal:
		return Decimal
	case a == Any || b == Any:
		return Any
	}
	return joinKinds(a, b)
}

func (c *compiler) reportOperands(n *ast.BinaryNode, left, right code) {
	hint := ""
	a, b := left.typ.Kind, right.typ.Kind
	switch {
	case n.Operator == "+" && (a == String || b == String) && (a.textual() || a.numeric()) && (b.textual() || b.numeric()):
		hint = "string(…) makes text of a value, decimal(…) a number of text"
	case a.textual() && b.textual() && a != Duration && b != Duration && !a.temporal():
		hint = "decimal(…) reads a number from text"
	case a.temporal() && b.temporal():
		hint = "daysBetween(a, b) counts the days from one to the other"
	case n.Operator == "%":
		hint = "% takes whole numbers"
	}
	c.report(n, CodeOperand, hint, "%s cannot be applied: %s is %s and %s is %s", n.Operator, c.quoted(left), left.typ, c.quoted(right), right.typ)
}

func operationOn(kind Kind) operation {
	switch kind {
	case Int:
		return intOperation
	case Number:
		return numberOperation
	case Decimal:
		return decimalOperation
	case String:
		return joinTexts
	case Date, DateTime:
		return shift
	}
	return anyOperation
}

func intOperation(_ *Env, operator byte, a, b any, at int) (any, *RuntimeError) {
	x, err := toInt(a, at)
	if err != nil {
		return nil, err
	}
	y, err := toInt(b, at)
	if err != nil {
		return nil, err
	}
	n, ok := 0, false
	switch operator {
	case '+':
		n = x + y
		ok = (n > x) == (y > 0)
	case '-':
		n = x - y
		ok = (n < x) == (y > 0)
	case '*':
		n = x * y
		ok = x == 0 || n/x == y && !(x == -1 && y == math.MinInt)
	case '%':
		if y == 0 {
			return nil, fail(at, "division by zero")
		}
		if y != -1 { // MinInt % -1 is 0 as well
			n = x % y
		}
		ok = true
	}
	if !ok {
		return nil, fail(at, "the result does not fit a whole number of 64 bits")
	}
	return n, nil
}

// numberOperation keeps JSON numbers JSON numbers.
func numberOperation(env *Env, operator byte, a, b any, at int) (any, *RuntimeError) {
	v, err := decimalOperation(env, operator, a, b, at)
	if err != nil {
		return nil, err
	}
	return numberOf(v.(bank.Decimal)), nil
}

func decimalOperation(_ *Env, operator byte, a, b any, at int) (any, *RuntimeError) {
	x, bad := toDecimal(a, at)
	if bad != nil {
		return nil, bad
	}
	y, bad := toDecimal(b, at)
	if bad != nil {
		return nil, bad
	}
	var d bank.Decimal
	var err error
	switch operator {
	case '+':
		d, err = x.Add(y)
	case '-':
		d, err = x.Sub(y)
	case '*':
		d, err = x.Mul(y)
	case '/':
		d, err = quotient(x, y)
	default:
		return nil, fail(at, "% takes whole numbers")
	}
	switch {
	case errors.Is(err, bank.ErrDivisionByZero):
		return nil, fail(at, "division by zero")
	case err != nil:
		return nil, fail(at, "the result has more than 19 digits")
	}
	return d, nil
}

// quotientDigits is how precise a quotient is that has no end.
const quotientDigits = 16

// quotient is x / y, exactly when a Decimal can hold that, and else to 16
// significant digits, half up.
func quotient(x, y bank.Decimal) (bank.Decimal, error) {
	d, err := x.Quo(y)
	if err != nil {
		return d, err
	}
	if back, err := d.Mul(y); err == nil && back == x {
		return d, nil
	}
	figures, _ := parseNumber(d.String()) // the text of a Decimal is always a number
	places := min(max(quotientDigits-figures.exponent, 0), 19)
	return bank.DecimalFromRat(new(big.Rat).Quo(x.Rat(), y.Rat()), places)
}

// joinTexts puts two texts together.
func joinTexts(env *Env, _ byte, a, b any, at int) (any, *RuntimeError) {
	x, err := toText(a, at)
	if err != nil {
		return nil, err
	}
	y, err := toText(b, at)
	if err != nil {
		return nil, err
	}
	if len(x)+len(y) > maxText {
		return nil, tooLong(at)
	}
	return x + y, env.chargeText(len(x)+len(y), at)
}

func tooLong(at int) *RuntimeError {
	return fail(at, fmt.Sprintf("the text is longer than %d bytes", maxText))
}

// shift moves a point in time by a duration.
func shift(_ *Env, operator byte, a, b any, at int) (any, *RuntimeError) {
	m, err := toMoment(a, at)
	if err != nil {
		return nil, err
	}
	d, err := toDuration(b, at)
	if err != nil {
		return nil, err
	}
	if operator == '-' {
		d = bank.Duration{Years: -d.Years, Months: -d.Months, Days: -d.Days, Time: -d.Time}
	}
	return addDuration(m, d, at)
}

func addDuration(m moment, d bank.Duration, at int) (any, *RuntimeError) {
	if m.isDay {
		if d.Time != 0 {
			return nil, fail(at, "a date has no time of day that hours and minutes could change")
		}
		day := m.day.Add(d)
		if day.Year < 0 || day.Year > 9999 {
			return nil, fail(at, "the date is beyond the year 9999")
		}
		return day, nil
	}
	t := d.AddTo(m.time)
	if year := t.UTC().Year(); year < 0 || year > 9999 {
		return nil, fail(at, "the time is beyond the year 9999")
	}
	return t, nil
}

// anyOperation looks at the values, as the types say too little.
func anyOperation(env *Env, operator byte, a, b any, at int) (any, *RuntimeError) {
	x, y := natureOf(a), natureOf(b)
	switch {
	case x == natureNil || y == natureNil:
		return nil, absent(at)
	case x == natureNumber && y == natureNumber:
		_, isInt := a.(int)
		_, isInt2 := b.(int)
		switch {
		case isInt && isInt2 && operator != '/':
			return intOperation(env, operator, a, b, at)
		case isDecimal(a) || isDecimal(b) || operator == '/':
			return decimalOperation(env, operator, a, b, at)
		}
		return numberOperation(env, operator, a, b, at)
	case operator == '+' && x == natureText && y == natureText:
		return joinTexts(env, operator, a, b, at)
	case (operator == '+' || operator == '-') && x == natureMoment && (y == natureDuration || y == natureText):
		return shift(env, operator, a, b, at)
	case (operator == '+' || operator == '-') && x == natureText && y == natureDuration:
		return shift(env, operator, a, b, at)
	}
	return nil, fail(at, fmt.Sprintf("%c cannot be applied to these values", operator))
}

func isDecimal(v any) bool {
	_, ok := v.(bank.Decimal)
	return ok
}

// sign compiles -x and +x.
func (c *compiler) sign(n *ast.UnaryNode) code {
	x := c.compile(n.Node)
	if !c.usable(x) {
		return invalid()
	}
	if !x.typ.Kind.numeric() && x.typ.Kind != Any {
		c.report(n, CodeOperand, "", "%s takes a number, and %s is %s", n.Operator, c.quoted(x), x.typ)
		return invalid()
	}
	if i, ok := x.value.(int); ok && x.constant && n.Operator == "-" {
		return literal(intType, -i) // the parser gives no literal that has no negative
	}
	operator, at := n.Operator[0], c.offsets.at(n.Location().From)
	kind, eval := x.typ.Kind, x.eval
	work := operationOn(kind)
	return code{typ: &Type{Kind: kind, Sensitive: x.typ.Sensitive}, eval: func(env *Env) (any, *RuntimeError) {
		v, err := eval(env)
		if err != nil {
			return nil, err
		}
		return work(env, operator, 0, v, at)
	}}
}
