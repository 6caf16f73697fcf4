package expression_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// evalIn evaluates a source text with facts a and b of the given types.
func evalIn(t *rapid.T, source string, ta, tb *expression.Type, a, b any) (any, error) {
	scope, _ := expression.NewScope().With("a", ta)
	scope, _ = scope.With("b", tb)
	e, problems := expression.Compile(source, scope)
	if len(problems) > 0 {
		t.Fatalf("%s: %s", source, show(problems))
	}
	return e.Eval(&expression.Env{Slots: []any{a, b}, Steps: expression.DefaultSteps})
}

func holds(t *rapid.T, source string, ta, tb *expression.Type, a, b any) bool {
	v, err := evalIn(t, source, ta, tb, a, b)
	if err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return v.(bool)
}

func TestWholeNumbersAddUpAsBigIntegersDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int().Draw(t, "a"), rapid.Int().Draw(t, "b")
		if rapid.Bool().Draw(t, "small") {
			a, b = a%1000, b%1000
		}
		x, y := big.NewInt(int64(a)), big.NewInt(int64(b))
		for operator, want := range map[string]*big.Int{"+": new(big.Int).Add(x, y), "-": new(big.Int).Sub(x, y), "*": new(big.Int).Mul(x, y)} {
			got, err := evalIn(t, "a "+operator+" b", whole, whole, a, b)
			switch {
			case !want.IsInt64() && err == nil:
				t.Fatalf("%d %s %d = %v, which should not fit", a, operator, b, got)
			case want.IsInt64() && (err != nil || int64(got.(int)) != want.Int64()):
				t.Fatalf("%d %s %d = %v, %v; want %v", a, operator, b, got, err, want)
			}
		}
		if b != 0 {
			if got, err := evalIn(t, "a % b", whole, whole, a, b); err != nil || int64(got.(int)) != new(big.Int).Rem(x, y).Int64() {
				t.Fatalf("%d %% %d = %v, %v", a, b, got, err)
			}
		}
	})
}

// decimalText draws the text of a decimal, with zeros where they do not count.
func decimalText(t *rapid.T, name string) string {
	s := rapid.StringMatching(`-?[0-9]{1,6}(\.[0-9]{1,3})?`).Draw(t, name)
	return s
}

func rat(t *rapid.T, s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return r
}

func TestDecimalsAddUpAndCompareExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := decimalText(t, "a"), decimalText(t, "b")
		if rapid.Bool().Draw(t, "equal") {
			b = a
			if strings.Contains(a, ".") {
				b += "0"
			}
		}
		x, y := rat(t, a), rat(t, b)
		for operator, want := range map[string]*big.Rat{"+": new(big.Rat).Add(x, y), "-": new(big.Rat).Sub(x, y), "*": new(big.Rat).Mul(x, y)} {
			// As decimals, and as JSON numbers.
			got, err := evalIn(t, "a "+operator+" b", amount, amount, a, b)
			if err != nil || got.(bank.Decimal).Rat().Cmp(want) != 0 {
				t.Fatalf("%s %s %s = %v, %v; want %s", a, operator, b, got, err, want.FloatString(10))
			}
			got, err = evalIn(t, "a "+operator+" b", number, number, json.Number(a), json.Number(b))
			if err != nil || rat(t, fmt.Sprint(got)).Cmp(want) != 0 {
				t.Fatalf("%s %s %s = %v, %v; want %s", a, operator, b, got, err, want.FloatString(10))
			}
		}
		for operator, want := range map[string]bool{"<": x.Cmp(y) < 0, "<=": x.Cmp(y) <= 0, "==": x.Cmp(y) == 0, "!=": x.Cmp(y) != 0, ">": x.Cmp(y) > 0, ">=": x.Cmp(y) >= 0} {
			if got := holds(t, "a "+operator+" b", amount, amount, a, b); got != want {
				t.Fatalf("%s %s %s is %v", a, operator, b, got)
			}
			if got := holds(t, "a "+operator+" b", amount, number, a, json.Number(b)); got != want {
				t.Fatalf("%s %s %s (a number) is %v", a, operator, b, got)
			}
			if got := holds(t, fmt.Sprintf("a %s %q", operator, b), amount, amount, a, b); got != want {
				t.Fatalf("%s %s %q (a literal) is %v", a, operator, b, got)
			}
		}
		if y.Sign() != 0 {
			got, err := evalIn(t, "a / b", amount, amount, a, b)
			if err != nil {
				t.Fatal(err)
			}
			difference := new(big.Rat).Sub(got.(bank.Decimal).Rat(), new(big.Rat).Quo(x, y))
			bound := new(big.Rat).Mul(new(big.Rat).Abs(new(big.Rat).Quo(x, y)), big.NewRat(1, 1_000_000_000_000_000))
			if bound.Sign() > 0 && difference.Abs(difference).Cmp(bound) > 0 && bound.Cmp(big.NewRat(1, 1_000_000_000_000_000_000)) > 0 {
				t.Fatalf("%s / %s = %v", a, b, got)
			}
		}
	})
}

// typed is a value with a type that it has.
type typed struct {
	typ   *expression.Type
	value any
}

func drawTyped(t *rapid.T, depth int) typed {
	limit := 9
	if depth == 0 {
		limit = 7
	}
	switch rapid.IntRange(0, limit).Draw(t, "kind") {
	case 0:
		return typed{whole, rapid.Int().Draw(t, "int")}
	case 1:
		return typed{number, json.Number(rapid.StringMatching(`-?(0|[1-9][0-9]{0,25})(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,4})?`).Draw(t, "number"))}
	case 2:
		return typed{amount, rapid.OneOf(rapid.StringMatching(`-?[0-9]{1,25}(\.[0-9]{1,3})?`), rapid.String()).Draw(t, "decimal")}
	case 3:
		return typed{day, rapid.StringMatching(`20[0-9]{2}-[01][0-9]-[0-3][0-9]`).Draw(t, "date")}
	case 4:
		return typed{instant, rapid.StringMatching(`20[0-9]{2}-0[1-9]-[0-2][0-9]T[0-2][0-9]:[0-5][0-9]:00(Z|\+05:30)`).Draw(t, "date-time")}
	case 5:
		return typed{text, rapid.String().Draw(t, "text")}
	case 6:
		return typed{optional(unknown), rapid.SampledFrom([]any{nil, true, 5, "5"}).Draw(t, "any")}
	case 7:
		return typed{tenure, rapid.SampledFrom([]string{"P1Y", "P12M", "PT5M", "nonsense"}).Draw(t, "duration")}
	case 8:
		elem := drawTyped(t, depth-1)
		return typed{listOf(elem.typ), []any{elem.value, elem.value}}
	}
	member := drawTyped(t, depth-1)
	return typed{object("", map[string]*expression.Type{"m": member.typ}), map[string]any{"m": member.value}}
}

func TestEveryValueEqualsItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawTyped(t, 2)
		for source, want := range map[string]bool{
			"a == b": true, "a != b": false, "a in [b]": true, "[a] == [b]": true, `{"x": a} == {"x": b}`: true, "len(distinct([a, b, a])) == 1": true,
		} {
			if got := holds(t, source, v.typ, v.typ, v.value, v.value); got != want {
				t.Fatalf("%s is %v for %#v", source, got, v.value)
			}
		}
	})
}

func TestEqualityIsSymmetricAndRepetitionsAreWhatIsEqual(t *testing.T) {
	kinds := map[*expression.Type][]any{
		amount:  {"1000", "1000.00", "1e3", "", "12345678901234567890", "12345678901234567890.0", "-0", "0"},
		day:     {"2026-01-01", "2026-01-02", "2026-13-01", "x"},
		instant: {"2026-01-01T00:00:00+05:30", "2025-12-31T18:30:00Z", "2025-12-31t18:30:00z", "x"},
		tenure:  {"P1Y", "P12M", "P365D", "x"},
		number:  {1, json.Number("1.0"), json.Number("1e0"), json.Number("1e400"), json.Number("10e399"), json.Number("1e99999999999"), 2},
	}
	for typ, values := range kinds {
		for _, a := range values {
			for _, b := range values {
				rapid.Check(t, func(t *rapid.T) {
					same := holds(t, "a == b", typ, typ, a, b)
					if other := holds(t, "b == a", typ, typ, a, b); same != other {
						t.Fatalf("%v == %v is %v, and the other way round %v", a, b, same, other)
					}
					// Long lists are searched by keys, short ones by comparing.
					long := "[" + strings.Repeat("a, ", 20) + "b]"
					if got := holds(t, "len(distinct("+long+")) == 1", typ, typ, a, b); got != same {
						t.Fatalf("%v == %v is %v, but a list of both has one value: %v", a, b, same, got)
					}
				})
			}
		}
	}
}
