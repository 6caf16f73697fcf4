//go:build pact

package contracts_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/pact-foundation/pact-go/v2/matchers"
)

// shape says where in an answer the value is not the point: by JSON pointer, in which * stands for every member or
// element, how the value is to be matched. Everything that no entry speaks of must be equal, except below a list that is
// matched by each: there the type must be equal.
type shape map[string]matching

// matching wraps a value into what it is matched by.
type matching func(value any) any

// like accepts any value of the same type, and below it too.
func like(value any) any { return matchers.Like(value) }

// each accepts a list of at least one element, each of which has the shape of the example's elements.
func each(value any) any {
	return map[string]any{"pact:matcher:type": "type", "min": 1, "value": value}
}

// integer accepts any whole number.
func integer(value any) any { return matchers.Integer(int(value.(float64))) }

// form accepts the texts of a pattern.
func form(pattern string) matching {
	return func(value any) any { return matchers.Regex(value.(string), pattern) }
}

// The forms of values that the consumers rely on without caring for the value.
var (
	decimal = form(`^[0-9]+(\.[0-9]{1,2})?$`)
	day     = form(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	year    = form(`^[0-9]{4}$`)
	masked  = form(`^\*\*\*.{2}$`)
	ifsc    = form(`^[A-Z]{4}0[A-Z0-9]{6}$`)
	period  = form(`^P[0-9]+[YMD]$`)
	jwt     = form(`^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$`)
	anyText = form(`^.+$`)
)

// cast gives an example as an expectation of its shape. Every entry of the shape must find its place.
func (s shape) cast(t *testing.T, example any) any {
	t.Helper()
	used := map[string]bool{}
	expected := s.walk(t, example, nil, used)
	for pointer := range s {
		if !used[pointer] {
			t.Errorf("the example has nothing at %q", pointer)
		}
	}
	return expected
}

func (s shape) walk(t *testing.T, value any, path []string, used map[string]bool) any {
	t.Helper()
	switch v := value.(type) {
	case map[string]any:
		members := make(map[string]any, len(v))
		for name, member := range v {
			members[name] = s.walk(t, member, append(path[:len(path):len(path)], name), used)
		}
		value = members
	case []any:
		elements := make([]any, len(v))
		for i, element := range v {
			elements[i] = s.walk(t, element, append(path[:len(path):len(path)], strconv.Itoa(i)), used)
		}
		value = elements
	}
	var match matching
	for pointer, m := range s {
		if !fits(pointer, path) {
			continue
		}
		if match != nil {
			t.Errorf("two entries of the shape speak of /%s", strings.Join(path, "/"))
		}
		match, used[pointer] = m, true
	}
	if match != nil {
		return match(value)
	}
	return value
}

// fits tells whether a pointer with stars leads to a place.
func fits(pointer string, path []string) bool {
	return slices.EqualFunc(strings.Split(pointer, "/")[1:], path, func(want, name string) bool { return want == "*" || want == name })
}

// plain gives a value as JSON reads it back: objects as maps, numbers as float64.
func plain(t *testing.T, value any) any {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}
