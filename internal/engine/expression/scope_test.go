package expression_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// The facts that most tests use.
var (
	text     = &expression.Type{Kind: expression.String}
	whole    = &expression.Type{Kind: expression.Int}
	number   = &expression.Type{Kind: expression.Number}
	boolean  = &expression.Type{Kind: expression.Bool}
	amount   = &expression.Type{Kind: expression.Decimal}
	day      = &expression.Type{Kind: expression.Date}
	instant  = &expression.Type{Kind: expression.DateTime}
	tenure   = &expression.Type{Kind: expression.Duration}
	unknown  = &expression.Type{Kind: expression.Any}
	money    = object("Money", map[string]*expression.Type{"amount": amount, "currency": text})
	secret   = &expression.Type{Kind: expression.String, Sensitive: true}
	kindEnum = &expression.Type{Kind: expression.String, Enum: []string{"open_fd", "open_sa"}}
)

func optional(t *expression.Type) *expression.Type {
	changed := *t
	changed.Optional = true
	return &changed
}

func listOf(t *expression.Type) *expression.Type {
	return &expression.Type{Kind: expression.List, Elem: t}
}

func object(name string, fields map[string]*expression.Type) *expression.Type {
	return &expression.Type{Kind: expression.Object, Name: name, Fields: fields}
}

func formType() *expression.Type {
	nominee := object("Nominee", map[string]*expression.Type{"name": text, "sharePct": optional(amount)})
	nomination := object("Nomination", map[string]*expression.Type{
		"method":   {Kind: expression.String, Enum: []string{"successive", "simultaneous"}},
		"nominees": optional(listOf(nominee)),
	})
	holder := object("Holder", map[string]*expression.Type{"customerId": text, "order": whole})
	instruction := object("Instruction", map[string]*expression.Type{
		"id": text, "kind": kindEnum, "depositAmount": optional(money), "initialDeposit": optional(money),
		"holders": optional(listOf(holder)), "nomination": optional(nomination),
	})
	section := object("Section", map[string]*expression.Type{
		"id": text, "amount": money, "status": {Kind: expression.String, Enum: []string{"paid", "pending", "failed"}},
	})
	return object("Form", map[string]*expression.Type{
		"instructions": listOf(instruction), "sections": listOf(section),
		"kind": kindEnum, "notes": optional(text), "n": optional(whole), "count": whole, "rate": number, "yes": boolean, "maybe": optional(boolean),
		"amount": amount, "fee": optional(amount), "dob": day, "start": optional(day), "at": instant, "tenure": tenure, "pan": secret,
		"payment": optional(object("Payment", map[string]*expression.Type{"vpa": optional(text), "method": text})),
		"tags":    listOf(text), "amounts": listOf(amount), "any": unknown, "free": {Kind: expression.Object, Open: true},
		"prices": {Kind: expression.Object, Elem: amount},
	})
}

func rowType() *expression.Type {
	return object("row", map[string]*expression.Type{"id": text, "state": text, "price": amount, "reason": optional(text), "uploaded": instant})
}

func testScope() *expression.Scope {
	s := expression.NewScope()
	s, _ = s.With("body", formType())
	s, _ = s.With("query", object("", map[string]*expression.Type{"page": optional(whole), "link_id": optional(text)}))
	s, _ = s.With("rows", listOf(rowType()))
	s, _ = s.With("row", rowType())
	s, _ = s.With("now", instant)
	s, _ = s.With("request", object("", map[string]*expression.Type{"url": text, "base": text}))
	s, _ = s.With("i", optional(whole))
	return s
}

const formJSON = `{
	"instructions": [
		{"id": "a", "kind": "open_fd", "depositAmount": {"amount": "1000.00", "currency": "INR"},
		 "holders": [{"customerId": "x", "order": 1}, {"customerId": "y", "order": 2}],
		 "nomination": {"method": "simultaneous", "nominees": [{"name": "A", "sharePct": "60"}, {"name": "B", "sharePct": "40.0"}]}},
		{"id": "b", "kind": "open_sa", "initialDeposit": {"amount": "500.50", "currency": "INR"}}
	],
	"sections": [{"id": "s", "amount": {"amount": "1500.5", "currency": "INR"}, "status": "paid"}],
	"kind": "open_fd", "count": 7, "rate": 1.50, "yes": true, "amount": "1000.00", "dob": "2000-02-29", "at": "2026-01-31T10:00:00+05:30",
	"tenure": "P1Y6M", "pan": "ABCDE1234F", "tags": ["a", "b", "a"], "amounts": ["1", "1.0", "2.50"], "any": {"x": [1, "two"]},
	"free": {"k": "v", "null": null}, "prices": {"tea": "10.00"}
}`

// decode reads JSON as the server does: whole numbers are int, others json.Number.
func decode(s string) any {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		panic(err)
	}
	return numbers(v)
}

func numbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return int(n)
		}
	case []any:
		for i := range v {
			v[i] = numbers(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = numbers(v[k])
		}
	}
	return v
}

func testEnv() *expression.Env {
	now := time.Date(2026, 3, 31, 20, 0, 0, 0, time.UTC) // 1 April in India
	r := rand.New(rand.NewPCG(1, 2))
	return &expression.Env{
		Slots: []any{
			decode(formJSON), map[string]any{"page": 2},
			decode(`[{"id": "1", "state": "MH", "price": "10.0", "uploaded": "2026-03-01T00:00:00Z"},
				{"id": "2", "state": "KA", "price": "20", "reason": "late", "uploaded": "2026-01-01T00:00:00Z"},
				{"id": "3", "state": "MH", "price": "30", "uploaded": "2026-03-30T00:00:00Z"}]`),
			decode(`{"id": "1", "state": "MH", "price": "10.0", "uploaded": "2026-03-01T00:00:00Z"}`),
			now, map[string]any{"url": "https://bank.test/v1/x?page=2&b=%20c&page=9", "base": "https://bank.test/v1"}, nil,
		},
		Now: now, Random: func() *rand.Rand { return r }, Services: fakeServices{}, Steps: expression.DefaultSteps,
	}
}

// fakeServices write down what they were asked.
type fakeServices struct{}

func (fakeServices) SignToken(claims map[string]any, ttl bank.Duration, now time.Time) (string, error) {
	if claims["refuse"] == true {
		return "", fmt.Errorf("refused")
	}
	b, err := expression.Encode(nil, claims)
	return fmt.Sprintf("token(%s, %s)", b, ttl), err
}

func (fakeServices) TokenClaims(token string, now time.Time) (map[string]any, bool) {
	return map[string]any{"sub": "john"}, token == "good"
}

func (fakeServices) SignLink(path string, ttl bank.Duration, now time.Time) (string, error) {
	return fmt.Sprintf("https://bank.test%s?for=%s", path, ttl), nil
}

// compile compiles what the test takes to be right.
func compile(t testing.TB, source string) *expression.Expression {
	t.Helper()
	e, problems := expression.Compile(source, testScope())
	if len(problems) > 0 {
		t.Fatalf("%s: unexpected problems\n%s", source, show(problems))
	}
	return e
}

// show writes problems as the tests' tables have them.
func show(problems []expression.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%d-%d %s: %s", p.Offset, p.End, p.Code, p.Message)
		if p.Hint != "" {
			fmt.Fprintf(&b, " [%s]", p.Hint)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// typeText writes a type with all its parts: ? optional, ?? optional and nullable, ! may be omit, … open.
func typeText(t *expression.Type) string {
	var s string
	switch t.Kind {
	case expression.List:
		s = "list"
		if t.Elem != nil {
			s = "[" + typeText(t.Elem) + "]"
		}
	case expression.Object:
		var fields []string
		for _, name := range slices.Sorted(maps.Keys(t.Fields)) {
			fields = append(fields, name+": "+typeText(t.Fields[name]))
		}
		if t.Elem != nil {
			fields = append(fields, "*: "+typeText(t.Elem))
		}
		if t.Open {
			fields = append(fields, "…")
		}
		s = "{" + strings.Join(fields, ", ") + "}"
	default:
		s = t.Kind.String()
		if len(t.Enum) > 0 {
			s = strings.Join(t.Enum, "|")
		}
	}
	if t.Omit {
		s += "!"
	}
	if t.Optional {
		s += "?"
	}
	if t.Nullable {
		s += "?"
	}
	return s
}
