package trial

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// mismatch is one way in which a value is not as it must be.
type mismatch struct {
	place       finding.Place
	path        string
	wanted, got string
}

// comparison holds values against what they must be, and gathers what differs.
type comparison struct {
	eval  func(*engine.Template) (any, error)
	exact bool // objects have no members beside those that are named
	found []mismatch
}

func (c *comparison) differs(place finding.Place, path, wanted, got string) {
	c.found = append(c.found, mismatch{place, path, wanted, got})
}

// shown writes what is there, or that nothing is.
func shown(v any, present bool) string {
	if !present {
		return "nothing"
	}
	return engine.Show(v)
}

// compare holds one value, at a path such as body.items.0, against what it must be.
func (c *comparison) compare(w *want, v any, present bool, path string) {
	switch w.kind {
	case objectWant:
		c.object(w, v, present, path)
	case listWant:
		c.list(w, v, present, path)
	case testsWant:
		for i := range w.tests {
			c.test(&w.tests[i], v, present, path)
		}
	default:
		wanted, err := c.eval(w.value)
		switch {
		case err != nil:
			place := w.place
			var hole *engine.HoleError
			if errors.As(err, &hole) && hole.Line > 0 {
				place = hole.Place
			}
			c.differs(place, path, "a value", err.Error())
		case wanted == expression.Omit:
			if present {
				c.differs(w.place, path, "nothing", engine.Show(v))
			}
		case !present || !c.equal(wanted, v):
			c.differs(w.place, path, engine.Show(wanted), shown(v, present))
		}
	}
}

func (c *comparison) object(w *want, v any, present bool, path string) {
	m, ok := v.(map[string]any)
	if !present || !ok {
		c.differs(w.place, path, "an object", shown(v, present))
		return
	}
	for _, member := range w.members {
		inner, has := m[member.name]
		c.compare(member.want, inner, has, path+"."+member.name)
	}
	if !c.exact {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(m)) {
		if !slices.ContainsFunc(w.members, func(member wantMember) bool { return member.name == name }) {
			c.differs(w.place, path+"."+name, "nothing", engine.Show(m[name]))
		}
	}
}

func (c *comparison) list(w *want, v any, present bool, path string) {
	items, ok := v.([]any)
	switch {
	case !present || !ok:
		c.differs(w.place, path, "a list", shown(v, present))
	case len(items) != len(w.items):
		c.differs(w.place, path, elements(len(w.items)), elements(len(items))+": "+engine.Show(v))
	default:
		for i, item := range w.items {
			c.compare(item, items[i], true, path+"."+strconv.Itoa(i))
		}
	}
}

func elements(n int) string {
	switch n {
	case 0:
		return "an empty list"
	case 1:
		return "1 element"
	}
	return strconv.Itoa(n) + " elements"
}

// holds tells whether a value is as it must be.
func (c *comparison) holds(w *want, v any) bool {
	inner := comparison{eval: c.eval, exact: c.exact}
	inner.compare(w, v, true, "")
	return len(inner.found) == 0
}

// test holds a value against one operator.
func (c *comparison) test(op *operator, v any, present bool, path string) {
	if op.name == "$present" {
		if present != op.flag {
			c.differs(op.place, path, map[bool]string{true: "something", false: "nothing"}[op.flag], shown(v, present))
		}
		return
	}
	wanted, ok := c.tested(op, v, present, path)
	if !ok {
		c.differs(op.place, path, wanted, shown(v, present))
	}
}

// tested tells whether an operator holds, and says what it wants.
func (c *comparison) tested(op *operator, v any, present bool, path string) (wanted string, ok bool) {
	text, isText := v.(string)
	list, isList := v.([]any)
	switch op.name {
	case "$pattern":
		return "text that matches " + op.pattern.String(), present && isText && op.pattern.MatchString(text)
	case "$not":
		return "another value", present && !c.holds(op.want, v)
	case "$oneOf":
		return "one of " + strconv.Itoa(len(op.list)) + " values", present && slices.ContainsFunc(op.list, func(w *want) bool { return c.holds(w, v) })
	case "$contains":
		return "a list with such an element", isList && slices.ContainsFunc(list, func(item any) bool { return c.holds(op.want, item) })
	case "$every":
		if !isList {
			return "a list", false
		}
		for i, item := range list {
			c.compare(op.want, item, true, path+"."+strconv.Itoa(i))
		}
		return "", true
	case "$equals":
		inner := comparison{eval: c.eval, exact: true}
		inner.compare(op.want, v, present, path)
		c.found = append(c.found, inner.found...)
		return "", true
	case "$size":
		size, sized := sizeOf(v)
		if !sized {
			return "a list, an object or text", false
		}
		c.compare(op.want, size, true, path+"'s size")
		return "", true
	}
	return c.ordered(op, v, present)
}

func sizeOf(v any) (int, bool) {
	switch v := v.(type) {
	case []any:
		return len(v), true
	case map[string]any:
		return len(v), true
	case string:
		return len([]rune(v)), true
	}
	return 0, false
}

// ordered tests $prefix and the operators of order.
func (c *comparison) ordered(op *operator, v any, present bool) (wanted string, ok bool) {
	limit, err := c.eval(op.value)
	if err != nil {
		return "a value for " + op.name + ": " + err.Error(), false
	}
	if op.name == "$prefix" {
		prefix, _ := limit.(string)
		text, isText := v.(string)
		return "text that begins with " + strconv.Quote(prefix), present && isText && strings.HasPrefix(text, prefix)
	}
	words := map[string]string{"$lt": "less than ", "$lte": "at most ", "$gt": "more than ", "$gte": "at least "}
	d, comparable := order(v, limit)
	wanted = words[op.name] + engine.Show(limit)
	if !present || !comparable {
		return wanted, false
	}
	return wanted, map[string]bool{"$lt": d < 0, "$lte": d <= 0, "$gt": d > 0, "$gte": d >= 0}[op.name]
}

// order compares numbers and decimals by value, and dates and times, which ISO 8601 writes in order.
func order(a, b any) (int, bool) {
	x, okX := decimalOf(a)
	y, okY := decimalOf(b)
	if okX && okY {
		return x.Compare(y), true
	}
	s, okS := a.(string)
	t, okT := b.(string)
	return strings.Compare(s, t), okS && okT && !okX && !okY
}

func decimalOf(v any) (bank.Decimal, bool) {
	switch v := v.(type) {
	case int:
		return bank.DecimalOf(int64(v)), true
	case json.Number:
		d, err := bank.ParseDecimal(string(v))
		return d, err == nil
	case string:
		d, err := bank.ParseDecimal(v)
		return d, err == nil
	}
	return bank.Decimal{}, false
}

// equal compares decoded JSON: numbers by value, texts by their characters, objects partially unless exact.
func (c *comparison) equal(wanted, got any) bool {
	switch w := wanted.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok || c.exact && len(g) != len(w) {
			return false
		}
		for name, inner := range w {
			if v, has := g[name]; !has || !c.equal(inner, v) {
				return false
			}
		}
		return true
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return false
		}
		for i := range w {
			if !c.equal(w[i], g[i]) {
				return false
			}
		}
		return true
	case int, json.Number:
		switch got.(type) {
		case int, json.Number:
			return sameNumber(w, got)
		}
		return false
	}
	return wanted == got
}

func sameNumber(a, b any) bool {
	if x, ok := decimalOf(a); ok {
		y, ok := decimalOf(b)
		return ok && x == y
	}
	return fmt.Sprint(a) == fmt.Sprint(b)
}
