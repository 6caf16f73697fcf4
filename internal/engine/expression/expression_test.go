package expression_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

func TestScopesGiveSlotsInOrderAndStayAsTheyAre(t *testing.T) {
	a, first := expression.NewScope().With("a", text)
	b, second := a.With("b", whole)
	hidden, third := b.With("a", amount)
	if first != 0 || second != 1 || third != 2 || hidden.Size() != 3 {
		t.Errorf("slots are %d, %d, %d of %d", first, second, third, hidden.Size())
	}
	if _, slot, ok := b.Lookup("a"); !ok || slot != 0 {
		t.Errorf("a is in slot %d, %v", slot, ok)
	}
	if typ, slot, _ := hidden.Lookup("a"); slot != 2 || typ != amount {
		t.Errorf("the later a is %v in slot %d", typ, slot)
	}
	if _, _, ok := a.Lookup("b"); ok {
		t.Error("b is known in the scope that it was added to")
	}
	if got := hidden.Names(); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("names are %v", got)
	}
}

func TestWhatAConditionProvedHoldsInLaterExpressions(t *testing.T) {
	scope := testScope()
	condition := func(source string) *expression.Expression {
		e, problems := expression.CompileBool(source, scope)
		if len(problems) > 0 {
			t.Fatal(show(problems))
		}
		return e
	}
	for _, c := range []struct {
		when, then string
		ok         bool
	}{
		{`i != nil`, `i + 1`, true},
		{`i == nil`, `i + 1`, false},
		{`i == 3`, `i + 1`, true},
		{`i != nil || body.yes`, `i + 1`, false},
		{`i != nil && body.notes != nil`, `i + len(body.notes)`, true},
		{`not (i == nil)`, `i + 1`, true},
		{`(i ?? 0) > 3`, `i + 1`, false},
		{`(i ?? 0) == 3`, `i + 1`, true},
		{`(i ?? 3) != 3`, `i + 1`, true},
		{`i in [1, 2]`, `i + 1`, true},
		{`i in [1, nil]`, `i + 1`, false},
		{`body.maybe ?? false`, `body.maybe && true`, true},
		{`body.payment?.vpa == "x"`, `body.payment.vpa startsWith "x"`, true},
		{`body.payment?.vpa in body.tags`, `body.payment.vpa startsWith "x"`, true},
		{`"payment" in body`, `body.payment.method`, true},
		{`body.yes ? i != nil : false`, `i + 1`, false}, // the branch that is false is not looked into
		{`let x = i; x != nil`, `i + 1`, false},
		{`let x = i != nil; x`, `i + 1`, true},
		{`any(rows, i != nil)`, `i + 1`, false},
	} {
		assumed := scope.Assuming(condition(c.when))
		_, problems := expression.Compile(c.then, assumed)
		if ok := len(problems) == 0; ok != c.ok {
			t.Errorf("after %s, %s is fine: %v, want %v\n%s", c.when, c.then, ok, c.ok, show(problems))
		}
		if _, problems := expression.Compile(c.then, scope); c.ok && len(problems) == 0 {
			t.Errorf("%s is fine without %s", c.then, c.when)
		}
	}
	// A new fact of the same name knows nothing of the old one.
	renamed, _ := scope.Assuming(condition(`i != nil`)).With("i", optional(whole))
	if _, problems := expression.Compile(`i + 1`, renamed); len(problems) == 0 {
		t.Error("what was known of a fact is taken to hold for another of its name")
	}
}

func TestConditionsMustBeTrueOrFalse(t *testing.T) {
	for source, want := range map[string]string{
		`body.kind`:  `not-a-condition`,
		`body.maybe`: `optional-value`,
		`omit`:       `omit-value`,
		`nil`:        `optional-value`,
	} {
		if _, problems := expression.CompileBool(source, testScope()); len(problems) != 1 || problems[0].Code != want {
			t.Errorf("%s: %s", source, show(problems))
		}
	}
	e, problems := expression.CompileBool(`body.any`, testScope())
	if len(problems) > 0 {
		t.Fatal(show(problems))
	}
	var failed *expression.RuntimeError
	if _, err := e.EvalBool(testEnv()); !errors.As(err, &failed) {
		t.Errorf("an object as condition gives %v", err)
	}
}

func TestExpressionsKnowWhatTheyRead(t *testing.T) {
	e := compile(t, `body.count + (query.page ?? 1) + body.count`)
	if got := e.Slots(); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("slots are %v", got)
	}
	for source, want := range map[string]bool{`body.kind`: false, `uuid()`: true, `now`: false, `claims("x")`: true, `map(rows, random(1, 2))`: true} {
		if got := compile(t, source).Volatile(); got != want {
			t.Errorf("%s is volatile: %v", source, got)
		}
	}
}

func TestAnExpressionServesManyGoroutines(t *testing.T) {
	e := compile(t, `let x = body.count; total(map(filter(rows, .state == "MH"), .price)) + x == 47`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			env := testEnv()
			for range 200 {
				if ok, err := e.EvalBool(env); err != nil || !ok {
					t.Errorf("%v, %v", ok, err)
					return
				}
			}
		})
	}
	all.Wait()
}

func TestMissingFactsAreAnError(t *testing.T) {
	e := compile(t, `i == nil`)
	var failed *expression.RuntimeError
	if _, err := e.Eval(&expression.Env{Steps: 10}); !errors.As(err, &failed) {
		t.Errorf("error is %v", err)
	}
	if _, err := e.EvalBool(&expression.Env{Slots: make([]any, 2), Steps: 10}); !errors.As(err, &failed) {
		t.Errorf("error is %v", err)
	}
	if _, err := compile(t, `uuid()`).Eval(&expression.Env{Slots: make([]any, 7), Steps: 10}); !errors.As(err, &failed) {
		t.Errorf("without randomness the error is %v", err)
	}
}

func TestWorkIsBounded(t *testing.T) {
	env := func() *expression.Env {
		e := testEnv()
		rows := make([]any, 5000)
		for i := range rows {
			rows[i] = map[string]any{"id": fmt.Sprint(i), "state": "MH", "price": "1", "uploaded": "2026-01-01T00:00:00Z"}
		}
		e.Slots[2] = rows
		e.Slots[0].(map[string]any)["notes"] = strings.Repeat("x", 1<<19)
		return e
	}
	for name, source := range map[string]string{
		"nested predicates":  `len(filter(rows, any(rows, .id == "none")))`,
		"equality of lists":  `any(rows, rows == map(rows, merge(#, {"id": "x"})))`,
		"in":                 `filter(rows, "none" in map(rows, .id))`,
		"distinct":           `distinct(map(rows, {let r = #; map(rows, merge(r, #))}))`,
		"a long text":        `let a = body.notes ?? ""; let b = a + a; b + b`,
		"text in a loop":     `map(rows, (body.notes ?? "") + .id)`,
		"search in a loop":   `filter(rows, (body.notes ?? "") contains .id)`,
		"a pattern":          `filter(rows, (body.notes ?? "") matches "(x+x+)+y")`,
		"a doubling list":    `let a = [rows, rows]; let b = [a, a, a, a]; let c = [b, b, b, b]; let d = [c, c, c, c]; [d, d, d, d]`,
		"a doubling map":     `map(rows, {let r = rows; [r, r]})`,
		"claims that double": `let a = [rows, rows]; let b = [a, a, a, a]; let c = [b, b, b, b]; jwt({"c": [c, c, c, c]}, "PT1H")`,
		"joined text":        `join(map(rows, body.notes ?? ""), "")`,
		"split text":         `map(rows, split(body.notes ?? "", ""))`,
	} {
		e := compile(t, source)
		limited := env()
		_, err := e.Eval(limited)
		var failed *expression.RuntimeError
		if !errors.As(err, &failed) {
			t.Errorf("%s: error is %v, steps left %d", name, err, limited.Steps)
		}
	}
}

func TestSourceTextsAreBounded(t *testing.T) {
	chain := "1"
	for range 40 { // the parser shares the middle of a < b < c, so that each level doubles the tree
		chain = "(1 < " + chain + " < 2 ? 1 : 2)"
	}
	choice := "true" // so does a ?: b
	for range 40 {
		choice = "(" + choice + " ?: true)"
	}
	for name, source := range map[string]string{
		"length":           strings.Repeat("x", 1<<15),
		"parts":            "1" + strings.Repeat("+1", 4000),
		"parentheses":      strings.Repeat("(", 16000),
		"shared operands":  chain,
		"shared with ?:":   choice,
		"many let":         strings.Repeat("let a = body.n; ", 14) + "1",
		"unary":            strings.Repeat("!", 16000) + "true",
		"not UTF-8":        "\"\xff\"",
		"a long pattern":   `"x" matches "` + strings.Repeat("a", 2000) + `"`,
		"nested predicate": `map(rows, map(rows, map(rows, #)))`,
	} {
		if e, _ := expression.Compile(source, testScope()); e != nil {
			t.Errorf("%s: compiled", name)
		}
	}
}

func TestExplanationsTellWhatWasCompared(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`body.count >= 9`, `body.count >= 9: body.count is 7`},
		{`body.count >= 9 && body.kind == "open_sa"`, `body.count >= 9 && body.kind == "open_sa": body.count is 7, body.kind is "open_fd"`},
		{`body.payment != nil && body.payment.vpa == "x"`, `body.payment != nil && body.payment.vpa == "x": body.payment is absent`},
		{`len(body.tags) == len(distinct(body.tags))`, `len(body.tags) == len(distinct(body.tags)): len(body.tags) is 3, len(distinct(body.tags)) is 2`},
		{`any(rows, .id == "9")`, `any(rows, .id == "9"): rows is a list of 3`},
		{`"x" in body.free`, `"x" in body.free: body.free is an object`},
		{`not body.yes`, `not body.yes: body.yes is true`},
		{`body.yes`, `body.yes is true`},
		{`body.maybe ?? false`, `body.maybe ?? false: body.maybe is absent`},
		{`body.pan == "X"`, `body.pan == "X": body.pan is hidden`},
		{`lower(body.pan) == "x"`, `lower(body.pan) == "x": lower(body.pan) is hidden`},
		{`uuid() == "X"`, `uuid() == "X"`},
		{`let x = body.count; x > 3`, `let x = body.count; x > 3: x is 7`},
		{`body.amount  >   "5"`, `body.amount > "5": body.amount is "1000.00"`},
		{`total(body.amounts) > 5`, `total(body.amounts) > 5: total(body.amounts) is 4.5`},
		{`decimal(row.state) > 5`, `decimal(row.state) > 5: the text is no decimal number of at most 19 digits`},
		{`true`, `true`},
	} {
		if got := compile(t, c.source).Explain(testEnv()); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.source, got, c.want)
		}
	}
	env := testEnv()
	env.Slots[0].(map[string]any)["notes"] = strings.Repeat("ü", 5000)
	long := compile(t, `body.notes == "`+strings.Repeat("long ", 1000)+`"`).Explain(env)
	if n := len([]rune(long)); n > 400 {
		t.Errorf("an explanation has %d characters", n)
	}
}

func TestEveryFunctionIsDescribedWithAnExampleThatCompiles(t *testing.T) {
	scope := testScope()
	scope, _ = scope.With("terms", listOf(object("Term", map[string]*expression.Type{"id": text})))
	scope, _ = scope.With("session", object("session", map[string]*expression.Type{"mobile": text}))
	scope, _ = scope.With("goal", object("Goal", map[string]*expression.Type{"id": text}))
	scope, _ = scope.With("deposit", object("deposit", map[string]*expression.Type{"start": day}))
	seen := map[string]bool{}
	for _, f := range expression.Functions() {
		if f.Doc == "" || !strings.HasPrefix(f.Signature, f.Name+"(") || !strings.Contains(f.Example, f.Name+"(") || seen[f.Name] {
			t.Errorf("%+v is not described", f)
		}
		seen[f.Name] = true
		_, problems := expression.Compile(f.Example, scope)
		for _, p := range problems {
			// The form of the tests lacks some members of the examples.
			if p.Code != expression.CodeUnknownMember {
				t.Errorf("%s: %s", f.Example, show(problems))
			}
		}
	}
	if len(seen) < 30 {
		t.Errorf("there are %d functions", len(seen))
	}
}
