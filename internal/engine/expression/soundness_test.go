package expression_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// misfit says how a value does not have a type; "" when it does.
func misfit(t *expression.Type, v any, where string) string {
	switch {
	case t.Kind == expression.Any && v != nil:
		return ""
	case v == nil:
		if !t.Optional {
			return where + " is nil"
		}
		return ""
	case v == expression.Omit:
		if !t.Omit {
			return where + " is omit"
		}
		return ""
	}
	ok := false
	switch x := v.(type) {
	case bool:
		ok = t.Kind == expression.Bool
	case int:
		ok = t.Kind == expression.Int || t.Kind == expression.Number
	case json.Number:
		ok = t.Kind == expression.Number
	case string:
		ok = textFits(t, x)
	case bank.Decimal:
		ok = t.Kind == expression.Decimal || t.Kind == expression.String
	case bank.Date:
		ok = t.Kind == expression.Date || t.Kind == expression.String
	case time.Time:
		ok = t.Kind == expression.DateTime || t.Kind == expression.String
	case bank.Duration:
		ok = t.Kind == expression.Duration || t.Kind == expression.String
	case []any:
		ok = t.Kind == expression.List
		for i, item := range x {
			if t.Elem != nil {
				if wrong := misfit(t.Elem, item, fmt.Sprintf("%s[%d]", where, i)); wrong != "" {
					return wrong
				}
			}
		}
	case map[string]any:
		return objectMisfit(t, x, where)
	}
	if !ok {
		return fmt.Sprintf("%s is %#v", where, v)
	}
	return ""
}

func textFits(t *expression.Type, s string) bool {
	var err error
	switch t.Kind {
	case expression.String:
		return len(t.Enum) == 0 || slices.Contains(t.Enum, s)
	case expression.Decimal:
		_, err = bank.ParseDecimal(s)
	case expression.Date:
		_, err = bank.ParseDate(s)
	case expression.DateTime:
		_, err = time.Parse(time.RFC3339, s)
	case expression.Duration:
		_, err = bank.ParseDuration(s)
	default:
		return false
	}
	return err == nil
}

func objectMisfit(t *expression.Type, members map[string]any, where string) string {
	if t.Kind != expression.Object {
		return where + " is an object"
	}
	for name, field := range t.Fields {
		v, ok := members[name]
		if !ok {
			if !field.Optional {
				return where + "." + name + " is not there"
			}
			continue
		}
		if v == nil && !field.Nullable && field.Kind != expression.Any {
			return where + "." + name + " is null"
		}
		if wrong := misfit(field, v, where+"."+name); wrong != "" {
			return wrong
		}
	}
	for name, v := range members {
		switch {
		case t.Fields[name] != nil:
		case t.Elem != nil:
			if wrong := misfit(t.Elem, v, where+"."+name); wrong != "" {
				return wrong
			}
		case !t.Open:
			return where + " has a member " + name
		}
	}
	return ""
}

// Pieces of expressions; each X is replaced by another piece.
var (
	leaves = []string{
		`1`, `-2`, `2.5`, `"a"`, `"1000"`, `"open_fd"`, `"2026-01-31"`, `"P1M"`, `true`, `nil`, `omit`, `[]`, `{}`,
		`body.kind`, `body.notes`, `body.n`, `body.count`, `body.rate`, `body.yes`, `body.maybe`, `body.amount`, `body.fee`, `body.dob`, `body.start`,
		`body.at`, `body.tenure`, `body.payment`, `body.payment?.vpa`, `body.payment.vpa`, `body.tags`, `body.amounts`, `body.instructions`, `body.sections`,
		`body.prices`, `body.prices.tea`, `rows`, `row`, `row.reason`, `now`, `i`, `query.page`, `#`, `.id`, `.amount`, `.reason`, `.price`, `.holders`, `.nomination`, `.depositAmount`,
		`.nomination?.nominees`, `.order`, `.sharePct`, `#index`,
	}
	forms = []string{
		`(X == X)`, `(X != X)`, `(X != nil && X)`, `(X == nil || X)`, `(X and X)`, `(X or X)`, `not (X)`, `(X ? X : X)`, `(X != nil ? X : X)`, `(X ?? X)`, `(X ?? omit)`,
		`(X < X)`, `(X >= X)`, `(X + X)`, `(X - X)`, `(X * X)`, `(X / X)`, `(X % X)`, `-(X)`, `(X in X)`, `(X in [X, X])`, `("payment" in body && X)`,
		`(X startsWith X)`, `(X matches "^a")`, `[X, X]`, `{"a": X, "b": X}`, `{"a": X, "amount": X}`, `X[0]`, `X[X]`, `X[1:]`, `(X)?.a`, `(X).a`, `(X)?.id`, `(X).b`,
		`(let v = X; X)`, `(let v = X; v != nil && v)`, `(let v = X; [v, v])`,
		`len(X)`, `first(X)`, `last(X)?.id`, `distinct(X)`, `total(X)`, `total(X, X)`, `filter(X, X)`, `filter(X, .reason != nil)`, `map(X, X)`, `map(X, (X))`, `find(X, X)`,
		`filter(rows, X)`, `map(rows, X)`, `any(rows, X)`, `find(rows, X)?.reason`, `findIndex(rows, X)`, `map(filter(rows, X), X)`, `total(map(rows, X))`,
		`filter(body.instructions, X)`, `map(body.instructions, X)`, `all(body.instructions, X)`, `find(body.instructions, X)?.depositAmount`,
		`map(body.instructions, ({"a": X, "b": X}))`, `map(body.instructions, any(.holders ?? [], X))`, `map(filter(body.instructions, X), X)`,
		`find(map(rows, ({"r": .reason})), .r != nil)?.r`, `(let v = find(rows, X); v != nil && X)`, `findIndex(X, X)`, `count(X, X)`, `any(X, X)`, `all(X, X)`, `none(X, X)`, `decimal(X)`, `int(X)`, `string(X)`, `abs(X)`, `min(X, X)`, `max(X, X)`, `date(X)`, `dateTime(X)`,
		`duration(X)`, `addDuration(X, X)`, `ageOn(X, X)`, `daysBetween(X, X)`, `utc(X, X)`, `lower(X)`, `split(X, X)`, `join(X, X)`, `mask(X)`, `merge(X, X)`, `merge(row, {"id": X})`,
		`merge({"a": X}, {"a": X})`, `page(X, 1, 2, request.url)`, `fd({"principal": X, "rate": X, "tenure": X, "start": X})`,
	}
)

func drawSource(t *rapid.T, depth int) string {
	if depth == 0 || rapid.IntRange(0, 3).Draw(t, "leaf") == 0 {
		return rapid.SampledFrom(leaves).Draw(t, "piece")
	}
	form := rapid.SampledFrom(forms).Draw(t, "form")
	var b strings.Builder
	for i, part := range strings.Split(form, "X") {
		if i > 0 {
			b.WriteString(drawSource(t, depth-1))
		}
		b.WriteString(part)
	}
	return b.String()
}

// Messages that would mean that the types promised a value where there is
// none, as the facts of the tests have the types that they are said to have.
var brokenPromises = []string{"a value is needed here", "is absent"}

func TestValuesHaveTheTypesThatWereInferred(t *testing.T) {
	ran := 0
	rapid.Check(t, func(t *rapid.T) {
		source := ""
		var e *expression.Expression
		for range 30 { // most texts have problems
			source = drawSource(t, 3)
			if e, _ = expression.Compile(source, testScope()); e != nil {
				break
			}
		}
		if e == nil {
			return
		}
		ran++
		v, err := e.Eval(testEnv())
		if err != nil {
			var failed *expression.RuntimeError
			if !errors.As(err, &failed) {
				t.Fatalf("%s: %v", source, err)
			}
			for _, broken := range brokenPromises {
				if strings.Contains(failed.Message, broken) {
					t.Fatalf("%s\nfailed at %d: %s", source, failed.Offset, failed.Message)
				}
			}
			return
		}
		if wrong := misfit(e.Type(), v, "it"); wrong != "" {
			t.Fatalf("%s\n%s; its type is %s", source, wrong, typeText(e.Type()))
		}
		if _, is := v.(bool); is {
			if holds, err := e.EvalBool(testEnv()); err != nil || holds != v {
				t.Fatalf("%s is %v and %v, %v", source, v, holds, err)
			}
		}
	})
	if ran == 0 {
		t.Error("no expression was evaluated")
	}
}
