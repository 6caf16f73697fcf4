package expression

import (
	"math/rand/v2"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
)

// Expression is a checked and compiled source text. It is immutable and safe
// for concurrent use.
type Expression struct {
	source   string
	typ      *Type
	slots    []int // sorted
	size     int   // Env.Slots must be at least this long
	cost     int   // steps, without those for the elements of lists
	measured bool  // the result may be far larger than what it is made of
	eval     evalFunc
	test     testFunc // nil unless the expression can be a condition
	volatile bool
	whenTrue facts
	operands []operand
}

// Env is what one evaluation may look at. An Env serves one goroutine at a
// time; it may be used for any number of expressions in turn, and Steps then
// bounds them together.
type Env struct {
	Slots    []any             // facts, by the slots of the [Scope]
	Now      time.Time         // the sandbox's clock, for tokens and links
	Random   func() *rand.Rand // called when randomness is first needed; nil if there is none
	Services Services          // nil if there are none
	Steps    int               // how much work is left; [DefaultSteps] is enough for a request

	elements [maxPredicates]any // of the predicates being evaluated, outermost first
	indexes  [maxPredicates]int
	lets     [maxLets]any
}

// Services are what expressions need keys for. Times to live count from now.
type Services interface {
	// SignToken makes a signed JWT of claims, which are as decoded from JSON.
	SignToken(claims map[string]any, ttl bank.Duration, now time.Time) (string, error)
	// TokenClaims gives the claims of a token that SignToken made and that has not expired.
	TokenClaims(token string, now time.Time) (map[string]any, bool)
	// SignLink makes an absolute URL of a path that works until its time is up.
	SignLink(path string, ttl bank.Duration, now time.Time) (string, error)
}

// The bounds on one evaluation and its result.
const (
	// DefaultSteps is the work that one request may cost: roughly the parts of
	// expressions evaluated and the elements of lists looked at.
	DefaultSteps = 1_000_000

	maxText       = 1 << 20 // bytes of a computed string
	maxPredicates = 2       // filter inside map, and no deeper
	maxLets       = 12      // let inside one expression
)

// RuntimeError says why an expression gave no value. Offset is the byte of the
// source where it happened. Message quotes no values.
type RuntimeError struct {
	Offset  int
	Message string
}

func (e *RuntimeError) Error() string { return e.Message }

func fail(at int, message string) *RuntimeError { return &RuntimeError{Offset: at, Message: message} }

type (
	evalFunc func(*Env) (any, *RuntimeError)
	testFunc func(*Env) (bool, *RuntimeError)
)

// Compile checks and compiles a source text. Either there is an expression or
// there are problems, all that the text has, in source order.
func Compile(source string, scope *Scope) (*Expression, []Problem) {
	return compileSource(source, scope, false)
}

// CompileBool is [Compile] for conditions: the expression must be true or false.
func CompileBool(source string, scope *Scope) (*Expression, []Problem) {
	return compileSource(source, scope, true)
}

func compileSource(source string, scope *Scope, condition bool) (*Expression, []Problem) {
	node, bad := parse(source)
	if bad != nil {
		return nil, []Problem{*bad}
	}
	c := newCompiler(source, scope)
	root := c.compile(node)
	if condition {
		root.test = c.condition(root)
	}
	if len(c.problems) > 0 {
		return nil, sortProblems(c.problems)
	}
	e := &Expression{
		source: source, typ: root.typ, slots: c.reads, size: scope.Size(), cost: c.nodes, measured: c.builds && root.mayBeLarge(),
		eval: root.eval, test: root.test, volatile: c.effects > 0, whenTrue: root.yes.global(),
	}
	if root.typ.Kind == Bool || condition {
		e.operands = c.explained(root)
	}
	slices.Sort(e.slots)
	return e, nil
}

// Type is the type of the result.
func (e *Expression) Type() *Type { return e.typ }

// Slots are the facts that the expression reads, in ascending order. The
// caller must not change them.
func (e *Expression) Slots() []int { return e.slots }

// Volatile tells whether the same facts may give another value another time:
// because of random, uuid, or of tokens and links, which know the time.
func (e *Expression) Volatile() bool { return e.volatile }

// Source is the text that the expression was compiled from.
func (e *Expression) Source() string { return e.source }

// Eval gives the expression's value: decoded JSON, in which bank.Decimal,
// bank.Date, time.Time and bank.Duration may stand where it was computed, or
// [Omit]. Lists and objects may be shared with the facts and must not be
// changed. An error is a *[RuntimeError].
func (e *Expression) Eval(env *Env) (any, error) {
	if err := e.begin(env); err != nil {
		return nil, err
	}
	v, err := e.eval(env)
	if err == nil && e.measured {
		err = measure(env, v)
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

// EvalBool gives the value of a condition. An error is a *[RuntimeError], also
// when the value is neither true nor false.
func (e *Expression) EvalBool(env *Env) (bool, error) {
	if err := e.begin(env); err != nil {
		return false, err
	}
	ok, err := e.holds(env)
	if err != nil {
		return false, err
	}
	return ok, nil
}

func (e *Expression) holds(env *Env) (bool, *RuntimeError) {
	if e.test != nil {
		return e.test(env)
	}
	v, err := e.eval(env)
	if err != nil {
		return false, err
	}
	return isTrue(v, 0)
}

func (e *Expression) begin(env *Env) error {
	if len(env.Slots) < e.size {
		return fail(0, "the facts of this expression are not there")
	}
	if err := env.charge(e.cost, 0); err != nil {
		return err
	}
	return nil
}

// charge takes n steps off the budget.
func (env *Env) charge(n, at int) *RuntimeError {
	env.Steps -= n
	if env.Steps < 0 {
		env.Steps = 0
		return fail(at, "the expression takes too many steps")
	}
	return nil
}

// chargeText takes the steps for looking through or copying n bytes.
func (env *Env) chargeText(n, at int) *RuntimeError { return env.charge(n>>5, at) }

// measure charges for every part of a result, so that a small text cannot make
// a value that is too large to write down.
func measure(env *Env, v any) *RuntimeError {
	switch v := v.(type) {
	case string:
		return env.chargeText(len(v), 0)
	case []any:
		if err := env.charge(len(v), 0); err != nil {
			return fail(0, "the result is too large")
		}
		for _, item := range v {
			if err := measure(env, item); err != nil {
				return err
			}
		}
	case map[string]any:
		if err := env.charge(len(v), 0); err != nil {
			return fail(0, "the result is too large")
		}
		for _, item := range v {
			if err := measure(env, item); err != nil {
				return err
			}
		}
	}
	return nil
}
