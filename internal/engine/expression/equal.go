package expression

import (
	"encoding/json"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
)

// equal compares two values of the given types as == does: by value and to any
// depth, nil only with nil. What the text of a decimal, a date, a date-time or
// a duration means is decided by the types. Steps are charged for the parts of
// lists and objects and for long texts.
func equal(env *Env, at int, ta, tb *Type, a, b any) (bool, *RuntimeError) {
	switch x := a.(type) {
	case nil:
		return b == nil, nil
	case string:
		if y, ok := b.(string); ok {
			if len(x) > 64 {
				if err := env.chargeText(len(x), at); err != nil {
					return false, err
				}
			}
			return x == y || equalTexts(meaning(ta, tb), x, y), nil
		}
		return equalToText(meaning(ta, tb), b, x), nil
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			return false, nil
		}
		return equalLists(env, at, ta, tb, x, y)
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || len(x) != len(y) {
			return false, nil
		}
		return equalObjects(env, at, ta, tb, x, y)
	}
	if y, ok := b.(string); ok {
		return equalToText(meaning(ta, tb), a, y), nil
	}
	return equalScalars(a, b), nil
}

// meaning is how texts are compared when one of them has a kind with a meaning.
func meaning(ta, tb *Type) Kind {
	switch {
	case ta.Kind == Decimal || tb.Kind == Decimal:
		return Decimal
	case ta.Kind.temporal() || tb.Kind.temporal():
		return DateTime
	case ta.Kind == Duration || tb.Kind == Duration:
		return Duration
	}
	return String
}

// equalTexts compares two texts that differ. One that cannot be read as what
// it should be is equal to nothing else.
func equalTexts(kind Kind, a, b string) bool {
	switch kind {
	case Decimal:
		return equalNumbers(a, b)
	case DateTime:
		x, okX := parseMoment(a)
		y, okY := parseMoment(b)
		return okX && okY && x.compare(y) == 0
	case Duration:
		x, errX := bank.ParseDuration(a)
		y, errY := bank.ParseDuration(b)
		return errX == nil && errY == nil && equalDurations(x, y)
	}
	return false
}

// equalToText compares a value that is no text with one that is. Numbers are
// equal to texts only where decimals are meant.
func equalToText(kind Kind, v any, text string) bool {
	switch v := v.(type) {
	case int, json.Number:
		return kind == Decimal && equalNumbers(v, text)
	case bank.Decimal:
		d, err := bank.ParseDecimal(text)
		return err == nil && d == v
	case bank.Date:
		m, ok := parseMoment(text)
		return ok && m.compare(moment{isDay: true, day: v}) == 0
	case time.Time:
		m, ok := parseMoment(text)
		return ok && m.start().Equal(v)
	case bank.Duration:
		d, err := bank.ParseDuration(text)
		return err == nil && equalDurations(d, v)
	}
	return false
}

// equalScalars compares values of which neither is text, list or object.
func equalScalars(a, b any) bool {
	switch x := a.(type) {
	case bool:
		y, ok := b.(bool)
		return ok && x == y
	case int:
		if y, ok := b.(int); ok {
			return x == y
		}
		return equalNumbers(a, b)
	case json.Number, bank.Decimal:
		return equalNumbers(a, b)
	case bank.Date, time.Time:
		if natureOf(b) != natureMoment {
			return false
		}
		first, err := toMoment(a, 0)
		second, err2 := toMoment(b, 0)
		return err == nil && err2 == nil && first.compare(second) == 0
	case bank.Duration:
		y, ok := b.(bank.Duration)
		return ok && equalDurations(x, y)
	case omitted:
		return b == Omit
	}
	return false
}

// equalNumbers compares numbers, and texts of decimals, by their exact values.
func equalNumbers(a, b any) bool {
	x, errX := toDecimal(a, 0)
	y, errY := toDecimal(b, 0)
	if errX == nil && errY == nil {
		return x == y
	}
	if errX == nil || errY == nil {
		return false // only one of them fits a Decimal
	}
	first, okX := digitsOf(a)
	second, okY := digitsOf(b)
	if okX && okY {
		return first == second
	}
	return natureOf(a) == natureNumber && natureOf(b) == natureNumber && a == b // exponents beyond all bounds
}

// equalDurations compares durations part by part; a year is twelve months.
func equalDurations(a, b bank.Duration) bool {
	return a.Years*12+a.Months == b.Years*12+b.Months && a.Days == b.Days && a.Time == b.Time
}

func equalLists(env *Env, at int, ta, tb *Type, a, b []any) (bool, *RuntimeError) {
	if err := env.charge(len(a), at); err != nil {
		return false, err
	}
	ea, eb := elemOf(ta), elemOf(tb)
	for i := range a {
		if same, err := equal(env, at, ea, eb, a[i], b[i]); err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

func equalObjects(env *Env, at int, ta, tb *Type, a, b map[string]any) (bool, *RuntimeError) {
	if err := env.charge(len(a), at); err != nil {
		return false, err
	}
	for name, v := range a {
		w, ok := b[name]
		if !ok {
			return false, nil
		}
		if same, err := equal(env, at, fieldOf(ta, name), fieldOf(tb, name), v, w); err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

func elemOf(t *Type) *Type {
	if t.Kind == List && t.Elem != nil {
		return t.Elem
	}
	return anything
}

func fieldOf(t *Type, name string) *Type {
	if t.Kind != Object {
		return anything
	}
	if f := t.Fields[name]; f != nil {
		return f
	}
	if t.Elem != nil {
		return t.Elem
	}
	return anything
}

// key is a value that two scalars of one type share exactly if they are equal,
// for looking for repetitions; false for what has none.
func key(t *Type, v any) (any, bool) {
	switch v := v.(type) {
	case nil, bool:
		return v, true
	case int, json.Number, bank.Decimal:
		d, ok := digitsOf(v)
		return d, ok
	case bank.Date:
		return v.Start().UnixNano(), true
	case time.Time:
		return v.UnixNano(), true
	case bank.Duration:
		return bank.Duration{Months: v.Years*12 + v.Months, Days: v.Days, Time: v.Time}, true
	case string:
		return textKey(t.Kind, v), true
	}
	return nil, false
}

func textKey(kind Kind, s string) any {
	switch kind {
	case Decimal:
		if d, ok := digitsOf(s); ok {
			return d
		}
	case Date, DateTime:
		if m, ok := parseMoment(s); ok {
			return m.start().UnixNano()
		}
	case Duration:
		if d, err := bank.ParseDuration(s); err == nil {
			return bank.Duration{Months: d.Years*12 + d.Months, Days: d.Days, Time: d.Time}
		}
	}
	return s
}
