package engine

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// condition is one constant demand of a rule's match on one place of the request. Conditions are immutable.
type condition struct {
	in   string // path, query, header, cookie or body
	slot int
	path []string // member names below it
	test test
	// sensitive places are named in explanations, and what stands there is not shown.
	sensitive bool
}

// where names the place, such as body.payment.vpa.
func (c *condition) where() string {
	if len(c.path) == 0 {
		return c.in
	}
	return c.in + "." + strings.Join(c.path, ".")
}

// holds looks the place up in a part of the request and tests what is there.
func (c *condition) holds(part any) bool {
	v, present := lookup(part, c.path)
	return c.test.matches(v, present)
}

func lookup(v any, path []string) (any, bool) {
	for _, name := range path {
		m, ok := v.(map[string]any)
		if !ok {
			return nil, false
		}
		if v, ok = m[name]; !ok {
			return nil, false
		}
	}
	return v, true
}

// test is what a condition demands of the value at its place. A value that is absent satisfies only a test for absence.
type test interface {
	matches(v any, present bool) bool
	// wants completes the sentence "must be …" for an explanation.
	wants() string
}

// equalTest demands one scalar; want is canonical.
type equalTest struct {
	kind expression.Kind
	want any
}

func (t *equalTest) matches(v any, present bool) bool {
	if !present {
		return false
	}
	if s, ok := v.(string); ok && t.kind == expression.String {
		w, ok := t.want.(string)
		return ok && w == s
	}
	got, ok := canonical(t.kind, v)
	return ok && got == t.want
}

func (t *equalTest) wants() string { return shown(t.want) }

// oneOfTest demands one of several scalars; the keys of set are canonical.
type oneOfTest struct {
	kind  expression.Kind
	set   map[any]struct{}
	order []any
}

func (t *oneOfTest) matches(v any, present bool) bool {
	if !present {
		return false
	}
	got, ok := canonical(t.kind, v)
	if !ok {
		return false
	}
	_, found := t.set[got]
	return found
}

func (t *oneOfTest) wants() string {
	words := make([]string, 0, len(t.order))
	for _, v := range t.order {
		words = append(words, shown(v))
	}
	if len(words) > 8 {
		words = append(words[:7], fmt.Sprintf("%d others", len(words)-7))
	}
	return "one of " + orList(words)
}

// deepTest demands an equal object or list. want is decoded JSON.
type deepTest struct{ want any }

func (t *deepTest) matches(v any, present bool) bool { return present && reflect.DeepEqual(v, t.want) }
func (t *deepTest) wants() string                    { return short(t.want) }

type patternTest struct{ re *regexp.Regexp }

func (t *patternTest) matches(v any, present bool) bool {
	s, ok := v.(string)
	return present && ok && t.re.MatchString(s)
}
func (t *patternTest) wants() string { return "text that matches " + t.re.String() }

type prefixTest struct{ prefix string }

func (t *prefixTest) matches(v any, present bool) bool {
	s, ok := v.(string)
	return present && ok && strings.HasPrefix(s, t.prefix)
}
func (t *prefixTest) wants() string { return "text that begins with " + strconv.Quote(t.prefix) }

// orderTest demands a value before or after another, as its kind orders them. operator is $lt, $lte, $gt or $gte.
type orderTest struct {
	kind     expression.Kind
	operator string
	want     any
}

func (t *orderTest) matches(v any, present bool) bool {
	if !present {
		return false
	}
	got, ok := canonical(t.kind, v)
	if !ok {
		return false
	}
	c, ok := compareCanonical(got, t.want)
	if !ok {
		return false
	}
	switch t.operator {
	case "$lt":
		return c < 0
	case "$lte":
		return c <= 0
	case "$gt":
		return c > 0
	}
	return c >= 0
}

func (t *orderTest) wants() string {
	words := map[string]string{"$lt": "less than ", "$lte": "at most ", "$gt": "more than ", "$gte": "at least "}
	return words[t.operator] + shown(t.want)
}

type presentTest struct{ want bool }

func (t *presentTest) matches(_ any, present bool) bool { return present == t.want }
func (t *presentTest) wants() string {
	if t.want {
		return "present"
	}
	return "absent"
}

// notTest turns a test round for a value that is present.
type notTest struct{ inner test }

func (t *notTest) matches(v any, present bool) bool { return present && !t.inner.matches(v, present) }
func (t *notTest) wants() string                    { return "anything but " + t.inner.wants() }

// allTest demands several things of one value.
type allTest struct{ tests []test }

func (t *allTest) matches(v any, present bool) bool {
	for _, inner := range t.tests {
		if !inner.matches(v, present) {
			return false
		}
	}
	return true
}

func (t *allTest) wants() string {
	words := make([]string, 0, len(t.tests))
	for _, inner := range t.tests {
		words = append(words, inner.wants())
	}
	return strings.Join(words, " and ")
}

// membersTest demands things of an object's members: the elements of a list under $contains and $every.
type membersTest struct{ conditions []condition }

func (t *membersTest) matches(v any, present bool) bool {
	for i := range t.conditions {
		if !t.conditions[i].holds(v) {
			return false
		}
	}
	return present
}

func (t *membersTest) wants() string {
	words := make([]string, 0, len(t.conditions))
	for i := range t.conditions {
		words = append(words, strings.Join(t.conditions[i].path, ".")+" "+t.conditions[i].test.wants())
	}
	return "an object with " + strings.Join(words, " and ")
}

// elementsTest demands that one element ($contains) or every element ($every) of a list satisfies a test.
type elementsTest struct {
	every bool
	inner test
}

func (t *elementsTest) matches(v any, present bool) bool {
	list, ok := v.([]any)
	if !present || !ok {
		return false
	}
	for _, e := range list {
		if t.inner.matches(e, true) != t.every {
			return !t.every
		}
	}
	return t.every
}

func (t *elementsTest) wants() string {
	if t.every {
		return "a list of which every element is " + t.inner.wants()
	}
	return "a list with an element that is " + t.inner.wants()
}

// sizeTest demands a number of elements, members or characters.
type sizeTest struct{ inner test }

func (t *sizeTest) matches(v any, present bool) bool {
	switch x := v.(type) {
	case []any:
		return present && t.inner.matches(len(x), true)
	case map[string]any:
		return present && t.inner.matches(len(x), true)
	case string:
		return present && t.inner.matches(utf8.RuneCountInString(x), true)
	}
	return false
}

func (t *sizeTest) wants() string { return "of size " + t.inner.wants() }

// canonical gives a comparable value that is equal for values which the kind holds to be equal: "1000" and "1000.00"
// of a decimal, 7 and 7.0 of a number. ok is false for a value that the kind cannot have.
func canonical(kind expression.Kind, v any) (any, bool) {
	switch x := v.(type) {
	case nil, bool:
		return x, true
	case int:
		return v, true
	case json.Number:
		d, err := bank.ParseDecimal(string(x))
		if err != nil {
			return string(x), true
		}
		return ofDecimal(d), true
	case string:
		if !textual(kind) || kind == expression.String {
			return v, true // as it is: putting the text into an interface anew would cost an allocation
		}
		return canonicalText(kind, x)
	case bank.Decimal:
		if kind == expression.Decimal {
			return x, true
		}
		return ofDecimal(x), true
	case bank.Date, bank.Duration:
		return x, true
	case time.Time:
		return instant(x.UnixNano()), true
	}
	return nil, false
}

// instant is a point in time that compares with ==, in nanoseconds.
type instant int64

func canonicalText(kind expression.Kind, s string) (any, bool) {
	switch kind {
	case expression.Decimal:
		d, err := bank.ParseDecimal(s)
		return d, err == nil
	case expression.Date:
		d, err := bank.ParseDate(s)
		return d, err == nil
	case expression.DateTime:
		t, err := time.Parse(time.RFC3339, s)
		return instant(t.UnixNano()), err == nil
	case expression.Duration:
		d, err := bank.ParseDuration(s)
		return d, err == nil
	}
	return s, true
}

// ofDecimal gives whole numbers as int, so that they equal the integers of a body.
func ofDecimal(d bank.Decimal) any {
	if n, ok := d.Int(); ok {
		return int(n)
	}
	return d
}

// compareCanonical orders two canonical values of one kind.
func compareCanonical(a, b any) (int, bool) {
	if x, ok := decimalOf(a); ok {
		y, ok := decimalOf(b)
		return x.Compare(y), ok
	}
	switch x := a.(type) {
	case bank.Date:
		y, ok := b.(bank.Date)
		return x.Compare(y), ok
	case instant:
		y, ok := b.(instant)
		return cmp.Compare(x, y), ok
	}
	return 0, false
}

func decimalOf(v any) (bank.Decimal, bool) {
	switch x := v.(type) {
	case int:
		return bank.DecimalOf(int64(x)), true
	case bank.Decimal:
		return x, true
	}
	return bank.Decimal{}, false
}

// shown writes a canonical value for an explanation.
func shown(v any) string {
	switch x := v.(type) {
	case string:
		return strconv.Quote(x)
	case bank.Decimal, bank.Date, bank.Duration:
		return fmt.Sprint(x)
	case instant:
		return time.Unix(0, int64(x)).UTC().Format(time.RFC3339)
	}
	return short(v)
}

func sortedNames[V any](m map[string]V) []string { return slices.Sorted(keys(m)) }
