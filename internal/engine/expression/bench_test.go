package expression_test

import (
	"testing"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

// formExpressions are what the rules for a form evaluate until it is accepted.
var formExpressions = []string{
	`len(distinct(map(body.instructions, .id))) != len(body.instructions)`,
	`findIndex(body.instructions, len(distinct(map(.holders ?? [], .order))) != len(.holders ?? [])) != nil`,
	`findIndex(body.instructions, len(.nomination?.nominees ?? []) > 4) != nil`,
	`findIndex(body.instructions, .nomination?.method == "simultaneous" &&
		total(map(.nomination?.nominees ?? [], .sharePct)) != decimal("100")) != nil`,
	`(len(body.sections) == 0) != (total(map(body.instructions, .depositAmount), map(body.instructions, .initialDeposit)) == decimal("0"))`,
	`total(map(body.sections, .amount)) != total(map(body.instructions, .depositAmount), map(body.instructions, .initialDeposit))`,
}

func TestTheFormOfTheBenchmarkIsAccepted(t *testing.T) {
	for _, source := range formExpressions {
		if refused, err := compile(t, source).EvalBool(testEnv()); err != nil || refused {
			t.Errorf("%s: %v, %v", source, refused, err)
		}
	}
}

// BenchmarkForm evaluates the conditions of all rules for one form. The aim is
// 8 µs for a form of 3 KB.
func BenchmarkForm(b *testing.B) {
	var conditions []*expression.Expression
	for _, source := range formExpressions {
		conditions = append(conditions, compile(b, source))
	}
	env := testEnv()
	b.ReportAllocs()
	for b.Loop() {
		env.Steps = expression.DefaultSteps
		for _, c := range conditions {
			if _, err := c.EvalBool(env); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkSingle(b *testing.B) {
	for _, source := range []string{
		`body.kind == "open_sa"`, `body.count >= 9`, `body.payment != nil && body.payment.method == "upi"`,
		`body.amount == "1000"`, `body.amount > "5"`, `any(rows, .id == "9")`, `now > body.at`, formExpressions[0], formExpressions[3], formExpressions[5],
	} {
		b.Run(source, func(b *testing.B) {
			e := compile(b, source)
			env := testEnv()
			b.ReportAllocs()
			for b.Loop() {
				env.Steps = expression.DefaultSteps
				if _, err := e.EvalBool(env); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	scope := testScope()
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := expression.Compile(formExpressions[3], scope); len(problems) > 0 {
			b.Fatal(show(problems))
		}
	}
}
