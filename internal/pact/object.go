package pact

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// reader reads one file and gathers what is wrong with it.
type reader struct {
	file          *File
	specification int
	list          finding.List
	looked        int // values that were looked at for the expressions of rules
}

func (r *reader) add(severity finding.Severity, code, pointer, hint, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	if pointer != "" {
		message += " (" + shorten(pointer) + ")"
	}
	r.list = append(r.list, finding.Finding{Code: code, Severity: severity, Place: r.file.Place(pointer), Message: message, Hint: hint})
}

func (r *reader) fail(code, pointer, format string, args ...any) {
	r.add(finding.Error, code, pointer, "", format, args...)
}

func (r *reader) warn(code, pointer, hint, format string, args ...any) {
	r.add(finding.Warning, code, pointer, hint, format, args...)
}

// value is a decoded JSON value with its place. What is missing has given unset, and is of no type.
type value struct {
	*reader
	plain   any
	given   bool
	pointer string
}

// member gives a member of an object; of anything else it is missing.
func (v value) member(name string) value {
	m, _ := v.plain.(map[string]any)
	inner, given := m[name]
	return value{v.reader, inner, given, v.pointer + "/" + Escape(name)}
}

// either gives the first of several spellings of a member that is there.
func (v value) either(names ...string) value {
	for _, name := range names {
		if m := v.member(name); m.given {
			return m
		}
	}
	return v.member(names[0])
}

// set tells whether there is a value that is not null: files write null for what they leave out.
func (v value) set() bool { return v.given && v.plain != nil }

// names lists the members of an object in alphabetical order.
func (v value) names() []string {
	m, _ := v.plain.(map[string]any)
	out := make([]string, 0, len(m))
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// items gives the items of a list; anything else but null is wrong.
func (v value) items() []value {
	if !v.set() {
		return nil
	}
	list, ok := v.plain.([]any)
	if !ok {
		v.wrongType("a list")
		return nil
	}
	out := make([]value, len(list))
	for i, item := range list {
		out[i] = value{v.reader, item, true, v.pointer + "/" + strconv.Itoa(i)}
	}
	return out
}

// object tells whether the value is an object; anything else but null is wrong.
func (v value) object() bool {
	_, ok := v.plain.(map[string]any)
	if !ok && v.set() {
		v.wrongType("an object")
	}
	return ok
}

// text gives a string, "" for a value that is left out; anything else is wrong.
func (v value) text() string {
	text, ok := v.plain.(string)
	if !ok && v.set() {
		v.wrongType("a string")
	}
	return text
}

// needed gives a string that must be there and not be empty.
func (v value) needed(what string) string {
	text := v.text()
	if _, ok := v.plain.(string); ok && strings.TrimSpace(text) == "" || !v.set() {
		v.fail("missing-member", v.pointer, "%s is missing", what)
	}
	return text
}

// scalar gives a string, or a number or boolean as the text that it is sent as; anything else is wrong.
func (v value) scalar() string {
	switch scalar := v.plain.(type) {
	case string:
		return scalar
	case bool, int, json.Number:
		return fmt.Sprint(scalar)
	case nil:
		return ""
	}
	v.wrongType("a string")
	return ""
}

// number gives a whole number that is not negative, nil for a value that is left out; anything else is wrong.
func (v value) number() *int {
	if !v.set() {
		return nil
	}
	n, ok := v.plain.(int)
	if !ok || n < 0 {
		v.wrongType("a whole number that is not negative")
		return nil
	}
	return &n
}

func (v value) flag() bool {
	b, ok := v.plain.(bool)
	if !ok && v.set() {
		v.wrongType("true or false")
	}
	return b
}

func (v value) wrongType(want string) {
	v.fail("wrong-type", v.pointer, "must be %s, is %s", want, typeOf(v.plain))
}

// stray warns of members that are nearly, but not quite, those that the format has. Others are tolerated: the
// specifications say so, and brokers and libraries add their own.
func (v value) stray(known ...string) {
	for _, name := range v.names() {
		if slices.Contains(known, name) {
			continue
		}
		if near := finding.Suggest(name, known); near != "" && !v.member(near).given {
			v.warn("stray-member", v.pointer+"/"+Escape(name), `did you mean "`+near+`"?`, "the format has no member %q here, so it says nothing", shorten(name))
		}
	}
}

func typeOf(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "a boolean"
	case int, json.Number:
		return "a number"
	case string:
		return "a string"
	case []any:
		return "a list"
	}
	return "an object"
}

// shorten bounds text of the file that is shown again.
func shorten(s string) string {
	const limit = 200
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return s
}
