package expression

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"github.com/sandbank/sandbank/internal/bank"
)

// code is a compiled part of an expression. It lives while its expression is
// compiled; closures keep only its functions.
type code struct {
	typ      *Type
	eval     evalFunc
	test     testFunc // Bool: the same as eval, without making an interface of the answer
	constant bool     // value is what eval always gives
	value    any
	path     string // for what is known of it; "" = not a path
	steps    *path  // how it is reached; nil = not a path
	short    bool   // a ?. on the way here may have ended the chain
	yes, no  facts  // Bool: what is known where it was true, where it was false
	explain  []code // Bool: the operands whose values explain it; nil = itself
	instead  *instead
	elements bool // it stands for the elements of its node, in messages
	impure   bool // evaluating it twice is not the same as once
	node     ast.Node
	at       int // where run-time errors point to
}

// compiler walks one tree. Its methods report what is wrong and then go on with
// [invalid] code, of which nothing more is reported.
type compiler struct {
	source   string
	scope    *Scope
	offsets  offsets
	spans    *spans
	problems []Problem
	known    facts // what holds where the walk is
	lets     []local
	letCount int
	elements []*Type // of the predicates around the walk, outermost first
	reads    []int
	nodes    int
	effects  int  // parts compiled so far that are impure
	builds   bool // a list or object is built of lists or objects
}

// local is a name that let gives, and its slot in Env.lets.
type local struct {
	name string
	code code
	slot int
}

func newCompiler(source string, scope *Scope) *compiler {
	return &compiler{source: source, scope: scope, offsets: newOffsets(source), known: scope.known}
}

var (
	invalidType = &Type{Kind: Any}
	boolType    = &Type{Kind: Bool}
	intType     = &Type{Kind: Int}
	stringType  = &Type{Kind: String}
	decimalType = &Type{Kind: Decimal}
	nilType     = &Type{Kind: Null, Optional: true, Nullable: true}
	omitType    = &Type{Kind: Nothing, Omit: true}
)

// invalid stands for a part with a problem. An expression with it never runs.
func invalid() code { return code{typ: invalidType, eval: constantly(nil)} }

func (x code) invalid() bool { return x.typ == invalidType }

// mayBeLarge tells whether the value can have parts.
func (x code) mayBeLarge() bool {
	return x.typ.Kind == List || x.typ.Kind == Object || x.typ.Kind == Any
}

func constantly(v any) evalFunc { return func(*Env) (any, *RuntimeError) { return v, nil } }

func literal(t *Type, v any) code {
	return code{typ: t, eval: constantly(v), constant: true, value: v}
}

// logic gives the code of what is true or false.
func logic(test testFunc) code {
	return code{typ: boolType, test: test, eval: func(env *Env) (any, *RuntimeError) {
		ok, err := test(env)
		return ok, err
	}}
}

// report notes a problem with a part.
func (c *compiler) report(n ast.Node, problem, hint, format string, args ...any) {
	at := c.span(n)
	c.problems = append(c.problems, Problem{
		Code: problem, Offset: at.from, End: at.to, Message: fmt.Sprintf(format, args...), Hint: hint,
	})
}

func (c *compiler) span(n ast.Node) span {
	if c.spans == nil {
		c.spans = newSpans(c.source)
	}
	return c.spans.of(n, c.offsets)
}

// text is the source of a part, for messages.
func (c *compiler) text(x code) string {
	at := c.span(x.node)
	if _, ok := x.node.(*ast.PointerNode); ok && c.source[at.from] == '.' {
		return "#" // .name leaves it out
	}
	return c.spans.text(at)
}

// quoted is the source of a part, marked as such.
func (c *compiler) quoted(x code) string {
	if x.elements {
		return "an element of `" + c.text(x) + "`"
	}
	return "`" + c.text(x) + "`"
}

// compile compiles one node of the tree and what is below it.
func (c *compiler) compile(n ast.Node) code {
	if c.nodes++; c.nodes > maxNodes {
		if c.nodes == maxNodes+1 {
			c.problems = append(c.problems, Problem{Code: CodeTooLarge, End: len(c.source),
				Message: fmt.Sprintf("the expression has more than %d parts", maxNodes), Hint: "split it with let"})
		}
		return invalid()
	}
	before := c.effects
	out := c.dispatch(n)
	out.node, out.impure = n, c.effects != before
	if out.at == 0 {
		out.at = c.offsets.at(n.Location().From)
	}
	return out
}

func (c *compiler) dispatch(n ast.Node) code {
	switch n := n.(type) {
	case *ast.NilNode:
		return literal(nilType, nil)
	case *ast.BoolNode:
		value := n.Value
		x := logic(func(*Env) (bool, *RuntimeError) { return value, nil })
		x.constant, x.value = true, value
		return x
	case *ast.IntegerNode:
		return literal(intType, n.Value)
	case *ast.FloatNode:
		return c.fraction(n)
	case *ast.StringNode:
		return stringLiteral(n.Value)
	case *ast.IdentifierNode:
		return c.identifier(n)
	case *ast.PointerNode:
		return c.pointer(n)
	case *ast.MemberNode:
		return c.member(n)
	case *ast.ChainNode:
		return c.chain(n)
	case *ast.SliceNode:
		return c.slice(n)
	case *ast.UnaryNode:
		return c.unary(n)
	case *ast.BinaryNode:
		return c.binary(n)
	case *ast.ConditionalNode:
		return c.conditional(n)
	case *ast.VariableDeclaratorNode:
		return c.let(n)
	case *ast.ArrayNode:
		return c.list(n)
	case *ast.MapNode:
		return c.object(n)
	case *ast.BuiltinNode:
		return c.call(n, n.Name, n.Arguments)
	case *ast.CallNode:
		if name, ok := n.Callee.(*ast.IdentifierNode); ok {
			return c.call(n, name.Value, n.Arguments)
		}
		c.report(n, CodeUnsupported, "write f(x)", "values have no functions of their own")
		return invalid()
	case *ast.SequenceNode:
		c.report(n, CodeUnsupported, "name the first value: let x = …; …", "only the last of several expressions would count")
		return invalid()
	case *ast.BytesNode:
		c.report(n, CodeUnsupported, "write the text without the b in front", "there are no bytes, only text")
		return invalid()
	}
	c.report(n, CodeUnsupported, "", "this cannot stand in an expression")
	return invalid()
}

// fraction compiles a number with a point. The tree holds a float, so the
// number is read again from the source.
func (c *compiler) fraction(n *ast.FloatNode) code {
	loc := n.Location()
	text := strings.ReplaceAll(c.source[c.offsets.at(loc.From):c.offsets.at(loc.To)], "_", "")
	if strings.HasPrefix(text, ".") {
		text = "0" + text
	}
	value, err := bank.ParseDecimal(strings.TrimSuffix(text, "."))
	if err != nil {
		c.report(n, CodeLiteral, "write all its digits, at most 19", "the number %s cannot be kept exactly", text)
		return invalid()
	}
	return literal(&Type{Kind: Number}, json.Number(value.String()))
}

// stringLiteral gives code whose type knows the one value that it has.
func stringLiteral(s string) code { return literal(&Type{Kind: String, Enum: []string{s}}, s) }

// condition checks that a part is true or false, and gives its test.
func (c *compiler) condition(x code) testFunc {
	switch {
	case x.invalid():
	case !c.usable(x):
	case x.typ.Kind == Bool && x.test != nil:
		return x.test
	case x.typ.Kind != Bool && x.typ.Kind != Any:
		hint := ""
		if x.typ.Kind == List || x.typ.Kind == String {
			hint = "len(…) > 0 asks whether there is something in it"
		}
		c.report(x.node, CodeNotBool, hint, "a condition is true or false, and %s is %s", c.quoted(x), x.typ)
	}
	eval, at := x.eval, x.at
	return func(env *Env) (bool, *RuntimeError) {
		v, err := eval(env)
		if err != nil {
			return false, err
		}
		return isTrue(v, at)
	}
}

func isTrue(v any, at int) (bool, *RuntimeError) {
	if ok, is := v.(bool); is {
		return ok, nil
	}
	return false, fail(at, "a condition is neither true nor false")
}

// usable reports a part that may have no value where one is needed.
func (c *compiler) usable(x code) bool {
	switch {
	case x.invalid():
		return false
	case x.typ.Kind == Null && x.constant:
		c.report(x.node, CodeOptional, "", "nil is no value, and one is needed here")
		return false
	case x.typ.Kind == Null:
		c.report(x.node, CodeOptional, "", "%s is always nil, and a value is needed here", c.quoted(x))
		return false
	case x.typ.Omit && x.typ.Kind == Nothing:
		c.report(x.node, CodeOmit, "omit leaves out a member or an element that it is given to", "omit is no value, and one is needed here")
		return false
	case x.typ.Omit:
		c.report(x.node, CodeOmit, "omit leaves out a member or an element that it is given to", "%s may be omit, and a value is needed here", c.quoted(x))
		return false
	case x.typ.Optional:
		text := c.text(x)
		hint := fmt.Sprintf("give it a value for that case: (%s ?? …)", text)
		if x.path != "" {
			hint += fmt.Sprintf(", or ask first: %s != nil && …", text)
		}
		c.report(x.node, CodeOptional, hint, "%s may be absent, and a value is needed here", c.quoted(x))
		return false
	}
	return true
}

// assuming compiles with more knowledge than there is around.
func (c *compiler) assuming(known facts, n ast.Node) code {
	before := c.known
	c.known = before.and(known)
	out := c.compile(n)
	c.known = before
	return out
}

// read notes that the expression reads a fact.
func (c *compiler) read(slot int) {
	if !slices.Contains(c.reads, slot) {
		c.reads = append(c.reads, slot)
	}
}
