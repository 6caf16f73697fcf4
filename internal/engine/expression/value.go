package expression

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
)

// Omit is the value of omit: the member or element that has it is left out.
var Omit any = omitted{}

type omitted struct{}

// nature sorts run-time values by what can be done with them.
type nature uint8

const (
	natureNil nature = iota
	natureBool
	natureText
	natureNumber // int, json.Number, bank.Decimal
	natureMoment // bank.Date, time.Time
	natureDuration
	natureList
	natureObject
	natureOther // Omit
)

func natureOf(v any) nature {
	switch v.(type) {
	case nil:
		return natureNil
	case bool:
		return natureBool
	case string:
		return natureText
	case int, json.Number, bank.Decimal:
		return natureNumber
	case bank.Date, time.Time:
		return natureMoment
	case bank.Duration:
		return natureDuration
	case []any:
		return natureList
	case map[string]any:
		return natureObject
	}
	return natureOther
}

func toInt(v any, at int) (int, *RuntimeError) {
	if i, ok := v.(int); ok {
		return i, nil
	}
	if v == nil {
		return 0, absent(at)
	}
	return 0, fail(at, "the value is no whole number")
}

func absent(at int) *RuntimeError { return fail(at, "a value is needed here and there is none") }

// toDecimal reads a number, a decimal, or a decimal's text.
func toDecimal(v any, at int) (bank.Decimal, *RuntimeError) {
	switch v := v.(type) {
	case int:
		return bank.DecimalOf(int64(v)), nil
	case bank.Decimal:
		return v, nil
	case string:
		if d, err := bank.ParseDecimal(v); err == nil {
			return d, nil
		}
		return bank.Decimal{}, fail(at, "the text is no decimal number of at most 19 digits")
	case json.Number:
		if d, ok := decimalOf(v); ok {
			return d, nil
		}
		return bank.Decimal{}, fail(at, "the number has more than 19 digits")
	case nil:
		return bank.Decimal{}, absent(at)
	}
	return bank.Decimal{}, fail(at, "the value is no number")
}

// decimalOf is the exact value of a JSON number, if a Decimal can hold it.
func decimalOf(n json.Number) (bank.Decimal, bool) {
	if !strings.ContainsAny(string(n), "eE") {
		d, err := bank.ParseDecimal(string(n))
		return d, err == nil
	}
	digits, ok := parseNumber(string(n))
	if !ok {
		return bank.Decimal{}, false
	}
	plain, ok := digits.plain()
	if !ok {
		return bank.Decimal{}, false
	}
	d, err := bank.ParseDecimal(plain)
	return d, err == nil
}

// toText gives the text of what is a string in JSON.
func toText(v any, at int) (string, *RuntimeError) {
	switch v := v.(type) {
	case string:
		return v, nil
	case nil:
		return "", absent(at)
	}
	if s, ok := computedText(v); ok {
		return s, nil
	}
	return "", fail(at, "the value is no text")
}

// computedText is how values that are strings in JSON are written, once computed.
func computedText(v any) (string, bool) {
	switch v := v.(type) {
	case bank.Decimal:
		return v.String(), true
	case bank.Date:
		return v.String(), true
	case time.Time:
		return v.UTC().Format(time.RFC3339), true
	case bank.Duration:
		return v.String(), true
	}
	return "", false
}

// moment is a point in time: a day, which compares as its start in India, or an instant.
type moment struct {
	isDay bool
	day   bank.Date
	time  time.Time
}

func (m moment) start() time.Time {
	if m.isDay {
		return m.day.Start()
	}
	return m.time
}

func (m moment) compare(o moment) int {
	if m.isDay && o.isDay {
		return m.day.Compare(o.day)
	}
	return m.start().Compare(o.start())
}

// date is the calendar day in India.
func (m moment) date() bank.Date {
	if m.isDay {
		return m.day
	}
	return bank.DateOf(m.time)
}

// parseMoment reads a date (YYYY-MM-DD) or a date-time (RFC 3339).
func parseMoment(s string) (moment, bool) {
	if len(s) == len("YYYY-MM-DD") {
		day, err := bank.ParseDate(s)
		return moment{isDay: true, day: day}, err == nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		// RFC 3339 allows t and z.
		t, err = time.Parse(time.RFC3339Nano, strings.ToUpper(s))
	}
	return moment{time: t}, err == nil
}

func toMoment(v any, at int) (moment, *RuntimeError) {
	switch v := v.(type) {
	case bank.Date:
		return moment{isDay: true, day: v}, nil
	case time.Time:
		return moment{time: v}, nil
	case string:
		if m, ok := parseMoment(v); ok {
			return m, nil
		}
		return moment{}, fail(at, "the text is no date (YYYY-MM-DD) or date-time (RFC 3339)")
	case nil:
		return moment{}, absent(at)
	}
	return moment{}, fail(at, "the value is no date or date-time")
}

// toTime is the instant of a date or date-time.
func toTime(v any, at int) (time.Time, *RuntimeError) {
	m, err := toMoment(v, at)
	return m.start(), err
}

func toDuration(v any, at int) (bank.Duration, *RuntimeError) {
	switch v := v.(type) {
	case bank.Duration:
		return v, nil
	case string:
		if d, err := bank.ParseDuration(v); err == nil {
			return d, nil
		}
		return bank.Duration{}, fail(at, "the text is no ISO 8601 duration such as P1Y6M or PT5M")
	case nil:
		return bank.Duration{}, absent(at)
	}
	return bank.Duration{}, fail(at, "the value is no duration")
}

func toList(v any, at int) ([]any, *RuntimeError) {
	switch v := v.(type) {
	case []any:
		return v, nil
	case nil:
		return nil, absent(at)
	}
	return nil, fail(at, "the value is no list")
}

func toObject(v any, at int) (map[string]any, *RuntimeError) {
	switch v := v.(type) {
	case map[string]any:
		return v, nil
	case nil:
		return nil, absent(at)
	}
	return nil, fail(at, "the value is no object")
}

// convert reads a literal as a value of a kind that is a string in JSON.
func convert(s string, kind Kind) (any, bool) {
	switch kind {
	case Decimal:
		d, err := bank.ParseDecimal(s)
		return d, err == nil
	case Date:
		d, err := bank.ParseDate(s)
		return d, err == nil
	case DateTime:
		m, ok := parseMoment(s)
		return m.start(), ok && !m.isDay
	case Duration:
		d, err := bank.ParseDuration(s)
		return d, err == nil
	}
	return nil, false
}

// form says how the literals of a kind are written.
func (k Kind) form() string {
	switch k {
	case Decimal:
		return `digits with an optional fraction, such as "1000.00"`
	case Date:
		return `a real date, such as "2026-01-31"`
	case DateTime:
		return `RFC 3339, such as "2026-01-31T10:00:00+05:30"`
	case Duration:
		return `ISO 8601, such as "P1Y6M", "P30D" or "PT5M"`
	}
	return ""
}
