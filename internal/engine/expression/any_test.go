package expression_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// Where the types say nothing, operators and functions look at the values; what
// does not fit is an error of that request and never a panic.
func TestOperatorsLookAtValuesOfUnknownTypes(t *testing.T) {
	scope, _ := expression.NewScope().With("a", unknown)
	scope, _ = scope.With("b", unknown)
	tenth, err := bank.ParseDecimal("0.10")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 1, 31, 0, 0, 0, 0, bank.India)
	date := bank.Date{Year: 2026, Month: time.January, Day: 31}
	month := bank.Duration{Months: 1}
	list, members := []any{1, "x"}, map[string]any{"k": 1}
	const (
		none   = "error: a value is needed here and there is none"
		apply  = "error: + cannot be applied to these values"
		noSort = "error: the two values have no order"
	)
	for _, c := range []struct {
		source string
		a, b   any
		want   string
	}{
		{`a + b`, 1, 2, `3`}, {`a + b`, 1, json.Number("0.5"), `1.5`}, {`a + b`, 1, tenth, `"1.1"`}, {`a + b`, "x", "y", `"xy"`},
		{`a + b`, at, month, `"2026-02-27T18:30:00Z"`}, {`a + b`, date, "P1M", `"2026-02-28"`}, {`a - b`, "2026-03-31", month, `"2026-02-28"`},
		{`a + b`, 1, "2", apply}, {`a + b`, list, 1, apply}, {`a + b`, nil, 1, none}, {`a / b`, 1, 4, `"0.25"`}, {`a % b`, 7, 4, `3`},
		{`a % b`, json.Number("1.5"), 4, "error: % takes whole numbers"}, {`-a`, json.Number("1.5"), nil, `-1.5`}, {`-a`, "x", nil, "error: - cannot be applied to these values"},
		{`a + 1`, "x", nil, apply}, {`a + "x"`, 1, nil, "error: the value is no text"}, {`a * decimal("2")`, "0.5", nil, `"1"`}, {`a * 2.5`, true, nil, "error: * cannot be applied to these values"},

		{`a < b`, 1, 2, `true`}, {`a < b`, json.Number("1e400"), json.Number("1e401"), `true`}, {`a < b`, json.Number("-1e401"), json.Number("1e400"), `true`},
		{`a >= b`, 5, json.Number("12345678901234567890123"), `false`}, {`a < b`, tenth, "1", `true`}, {`a > b`, at, "2026-01-01", `true`},
		{`a <= b`, at, date, `true`}, {`a < b`, "1", "2", "error: texts have no order; say what they are with decimal, date or dateTime"}, {`a < b`, true, 1, noSort},
		{`a < b`, at, 1, noSort}, {`a < b`, nil, 1, none}, {`a < 1`, "x", nil, "error: the text is no decimal number of at most 19 digits"},
		{`a < 1`, list, nil, noSort}, {`a > date("2026-01-01")`, "nonsense", nil, "error: the text is no date (YYYY-MM-DD) or date-time (RFC 3339)"},

		{`a == b`, 1, json.Number("1.0"), `true`}, {`a == b`, tenth, "0.1", `true`}, {`a == b`, "1.0", "1", `false`}, {`a == b`, 1, "1", `false`},
		{`a == b`, date, at, `true`}, {`a == b`, "2026-01-31", date, `true`}, {`a == b`, at, "2026-01-30T18:30:00Z", `true`}, {`a == b`, at, 1, `false`},
		{`a == b`, month, "P1M", `true`}, {`a == b`, month, month, `true`}, {`a == b`, true, true, `true`}, {`a == b`, true, "true", `false`}, {`a == b`, nil, nil, `true`},
		{`a == b`, list, list, `true`}, {`a == b`, members, members, `true`}, {`a == b`, list, members, `false`}, {`a == b`, members, map[string]any{"j": 1}, `false`},
		{`a == b`, json.Number("1e9999999999"), json.Number("1e9999999999"), `true`}, {`a == b`, json.Number("1e9999999999"), 1, `false`},

		{`a in b`, "x", list, `true`}, {`a in b`, "k", members, `true`}, {`a in b`, "k", nil, none}, {`a in b`, 1, members, "error: the value is no text"},
		{`a in b`, 1, 2, "error: in looks into lists and objects, and the value is neither"},
		{`a.k`, members, nil, `1`}, {`a?.k`, nil, nil, `null`}, {`a.k`, nil, nil, "error: the value that the member should be in is absent"},
		{`a.k`, 1, nil, "error: the value is no object and has no members"}, {`a[b]`, list, 1, `"x"`}, {`a[b]`, members, "k", `1`}, {`a?.[b]`, nil, 1, `null`},
		{`a[b]`, list, "x", "error: the place in a list is no whole number"}, {`a[b]`, members, 1, "error: the name of a member is no text"},
		{`a[b]`, 1, 1, "error: the value is no object and has no members"}, {`a[b:]`, list, 1, `["x"]`}, {`a[b:]`, "xyz", 1, `"yz"`}, {`a[b:]`, 1, 1, "error: the value is no text"},
		{`a[b:]`, list, "1", "error: the value is no whole number"}, {`a[:b]`, list, nil, none},

		{`a ? 1 : 2`, true, nil, `1`}, {`a ? 1 : 2`, 1, nil, "error: a condition is neither true nor false"}, {`a && b`, true, false, `false`},
		{`len(a)`, members, nil, `1`}, {`len(a)`, tenth, nil, `3`}, {`len(a)`, 1, nil, "error: the value has no length"}, {`len(a)`, nil, nil, none},
		{`filter(a, # == 1)`, list, nil, `[1]`}, {`map(a, #)`, 1, nil, "error: the value is no list"}, {`any(a, b)`, list, 1, "error: a condition is neither true nor false"},
		{`all(a, # == 1)`, nil, nil, none}, {`merge(a, b)`, members, map[string]any{"j": 2}, `{"j":2,"k":1}`}, {`merge(a, b)`, members, 1, "error: the value is no object"},
		{`total(a)`, []any{1, "2", tenth, nil, map[string]any{"amount": "0.9"}}, nil, `"4"`}, {`total(a, b)`, true, 1, "error: the value is no number"},
		{`total(a)`, []any{"9999999999999999999", 1}, nil, "error: the sum has more than 19 digits"},
		{`distinct(a)`, []any{1, json.Number("1.0"), "1", list, list}, nil, `[1,"1",[1,"x"]]`}, {`first(a)`, 1, nil, "error: the value is no list"},
		{`string(a)`, list, nil, "error: the value is no single value and cannot stand inside text"}, {`string(a)`, at, nil, `"2026-01-30T18:30:00Z"`},
		{`int(a)`, "12", nil, `12`}, {`int(a)`, json.Number("1e2"), nil, `100`}, {`int(a)`, json.Number("1e40"), nil, "error: the number has more than 19 digits"},
		{`decimal(a)`, json.Number("1.5e-3"), nil, `"0.0015"`}, {`decimal(a)`, json.Number("-12.5e1"), nil, `"-125"`}, {`decimal(a)`, json.Number("0e5"), nil, `"0"`},
		{`abs(a)`, json.Number("-0.5"), nil, `0.5`}, {`min(a, b)`, 2, json.Number("1.5"), `1.5`}, {`max(a, b)`, date, at, `"2026-01-31"`}, {`max(a, b)`, "x", "y", "error: texts have no order; say what they are with decimal, date or dateTime"},
		{`lower(a)`, tenth, nil, `"0.1"`}, {`lower(a)`, list, nil, "error: the value is no text"}, {`join(a, ",")`, []any{1, true, "x"}, nil, `"1,true,x"`},
		{`join(a, ",")`, []any{nil}, nil, "error: the value is absent and cannot stand inside text"}, {`split(a, "")`, "xy", nil, `["x","y"]`},
		{`date(a)`, at, nil, `"2026-01-31"`}, {`date(a)`, 1, nil, "error: the value is no date or date-time"}, {`duration(a)`, "P1X", nil, "error: the text is no ISO 8601 duration such as P1Y6M or PT5M"},
		{`duration(a)`, 1, nil, "error: the value is no duration"}, {`addDuration(a, b)`, date, month, `"2026-02-28"`}, {`ageOn(a, b)`, "2000-01-31", at, `26`}, {`utc(a, b)`, date, 1, "error: the value is no text"}, {`daysBetween(a, b)`, date, 1, "error: the value is no date or date-time"},
		{`a matches "^x"`, "xy", nil, `true`}, {`a contains b`, "xy", nil, none}, {`page(a, b, 1, "http://h")`, list, 3, `{"count":2,"exists":false,"items":[],"next":null,"number":3,"pages":2,"previous":null}`},
		{`page(a, 1, 1, b)`, list, "http://h/\x7f", "error: the page's address is no URL"}, {`random(a, b)`, 1, "x", "error: the value is no whole number"},
		{`random(a, b)`, -9223372036854775807 - 1, 9223372036854775807, "error: there is no randomness here"}, {`jwt(a, b)`, members, month, "error: there are no tokens and links here"},
		{`link(a, b)`, 1, month, "error: the value is no text"}, {`claims(a)`, "x", nil, "error: there are no tokens and links here"},
		{`fd(a).rate`, map[string]any{"principal": "1", "rate": "1", "tenure": "P1M", "start": "2026-01-01", "payout": "monthly"}, nil,
			"error: the deposit cannot be worked out: regular payouts need a tenure of at least six months"},
		{`fd(a)`, map[string]any{"principal": "1", "rate": "1", "tenure": "P1Y", "start": "2026-01-01", "payout": "daily"}, nil, "error: the deposit's payout is none of at_maturity, monthly, quarterly"},
		{`fd(a)`, map[string]any{"principal": "1", "rate": "1", "tenure": "P1Y", "start": "2026-01-01", "senior": 1}, nil, "error: the deposit's senior is neither true nor false"},
		{`fd(a)`, map[string]any{"principal": "1", "rate": "1", "tenure": "P1Y", "start": "soon"}, nil, "error: the deposit's start: the text is no date (YYYY-MM-DD) or date-time (RFC 3339)"},
		{`fd(a)`, map[string]any{}, nil, "error: the deposit's principal: a value is needed here and there is none"},
		{`{(a): b}`, "k", 1, `{"k":1}`}, {`{(a): b}`, 1, 1, "error: the value is no text"},
	} {
		e, problems := expression.Compile(c.source, scope)
		if len(problems) > 0 {
			t.Errorf("%s: %s", c.source, show(problems))
			continue
		}
		v, err := e.Eval(&expression.Env{Slots: []any{c.a, c.b}, Steps: expression.DefaultSteps})
		got := ""
		if err != nil {
			got = "error: " + err.Error()
		} else if b, err := expression.Encode(nil, v); err != nil {
			t.Errorf("%s: %v", c.source, err)
		} else {
			got = string(b)
		}
		if got != c.want {
			t.Errorf("%s with %#v, %#v\n got %s\nwant %s", c.source, c.a, c.b, got, c.want)
		}
	}
}

func TestRandomNumbersStayInTheirRange(t *testing.T) {
	scope, _ := expression.NewScope().With("a", whole)
	scope, _ = scope.With("b", whole)
	e, problems := expression.Compile(`random(a, b)`, scope)
	if len(problems) > 0 {
		t.Fatal(show(problems))
	}
	env := testEnv()
	for _, c := range [][2]int{{1, 6}, {-3, -3}, {-9223372036854775808, 9223372036854775807}, {9223372036854775806, 9223372036854775807}} {
		for range 100 {
			v, err := e.Eval(&expression.Env{Slots: []any{c[0], c[1]}, Random: env.Random, Steps: 100})
			if n, ok := v.(int); err != nil || !ok || n < c[0] || n > c[1] {
				t.Fatalf("random(%d, %d) is %v, %v", c[0], c[1], v, err)
			}
		}
	}
}

func TestTypesOfAlternativesAreJoined(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`body.yes ? {"a": 1, "b": "x"} : {"a": 2.5, "c": now}`, "{a: number, b: x?, c: date-time?}"},
		{`body.yes ? {"a": 1} : {"a": body.amount}`, "{a: any}"},
		{`body.yes ? {"a": body.dob} : {"a": now}`, "{a: string}"},
		{`body.yes ? {"a": 1} : body.free`, "{a: any?, …}"},
		{`body.yes ? body.prices : {"tea": body.amount}`, "{tea: decimal?, …}"},
		{`body.yes ? body.prices : body.prices`, "{*: decimal}"},
		{`[[1], [body.amount], []]`, "[[any]]"},
		{`[{"a": [1]}, {"a": nil}]`, "[{a: [int]??}]"},
		{`body.yes ? body.tags : 1`, "any"},
		{`body.yes ? body.notes : omit`, "string!?"},
		{`body.yes ? body.kind : "closed"`, "open_fd|open_sa|closed"},
		{`body.yes ? body.kind : body.pan`, "string"},
		{`merge(body.free, {"a": 1})`, "{a: int, …}"},
		{`merge(body.prices, {"a": 1})`, "{a: int, …}"},
		{`merge(body.prices, body.prices)`, "{*: decimal}"},
		{`find(body.instructions, .kind == "open_fd" && .nomination?.nominees != nil)?.nomination`,
			"{method: successive|simultaneous, nominees: [{name: string, sharePct: decimal?}]}?"},
	} {
		if got := typeText(compile(t, c.source).Type()); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.source, got, c.want)
		}
	}
}
