package e2e_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// mutation is one way to break a request body: another value at one place.
type mutation struct {
	// kind says what was done to the value.
	kind string
	// at is the pointer that is changed to value; blamed is the one that the refusal must name.
	at, blamed string
	value      any
}

// mutator derives mutations of a value from its schema. Below the members of the body each kind is derived once for
// each place of the schema: the amount of the second deposit is the place that the amount of the first one is.
type mutator struct {
	done map[string]bool
	out  []mutation
}

// mutations lists the ways to break a value of the schema that done does not hold yet, and notes them there.
func mutations(s *contract.Schema, v any, done map[string]bool) []mutation {
	m := &mutator{done: done}
	m.value(s, v, "", "")
	return m.out
}

// add notes one mutation unless there is one of this kind at the schema's place already.
func (m *mutator) add(place string, n mutation) {
	key := place + " " + n.kind
	if deep := strings.Count(place, "/") > 1; deep && m.done[key] {
		return
	}
	m.done[key] = true
	m.out = append(m.out, n)
}

// value breaks v, which stands at pointer; place is the same with the items of lists and the members of unions named
// alike.
func (m *mutator) value(s *contract.Schema, v any, pointer, place string) {
	change := func(kind string, value any) {
		m.add(place, mutation{kind: kind, at: pointer, blamed: pointer, value: value})
	}
	m.types(s, change)
	s, place = choose(s, v, place)
	if s == nil {
		return
	}
	if len(s.Enum) > 0 {
		change("outside the list", "no-such-value")
	}
	switch v := v.(type) {
	case string:
		m.text(s, v, change)
	case int, json.Number, float64:
		m.number(s, change)
	case []any:
		m.list(s, v, pointer, place, change)
	case map[string]any:
		m.object(s, v, pointer, place)
	}
}

// samples holds a value of each JSON type.
var samples = []struct {
	jsonType string
	value    any
}{
	{"null", nil}, {"boolean", true}, {"integer", 7}, {"number", json.Number("7.5")}, {"string", "text"},
	{"array", []any{}}, {"object", map[string]any{}},
}

// types replaces the value by one of each type that the schema does not take.
func (m *mutator) types(s *contract.Schema, change func(string, any)) {
	for _, sample := range samples {
		if !takesType(s, sample.jsonType) {
			change("a "+sample.jsonType, sample.value)
		}
	}
}

func takesType(s *contract.Schema, jsonType string) bool {
	members := slices.Concat(s.OneOf, s.AnyOf, s.AllOf)
	if len(s.Types) > 0 || len(members) == 0 {
		return s.Allows(jsonType)
	}
	return slices.ContainsFunc(members, func(member *contract.Schema) bool { return takesType(member, jsonType) })
}

// choose follows the discriminators to the schema that v has to satisfy.
func choose(s *contract.Schema, v any, place string) (*contract.Schema, string) {
	for s != nil && s.Discriminator != nil {
		object, _ := v.(map[string]any)
		tag, _ := object[s.Discriminator.Property].(string)
		place += "[" + tag + "]"
		s = s.Discriminator.Mapping[tag]
	}
	return s, place
}

func (m *mutator) text(s *contract.Schema, v string, change func(string, any)) {
	if s.MinLength != nil && *s.MinLength > 0 {
		change("empty", "")
		change("too short", strings.Repeat("x", *s.MinLength-1))
	}
	if s.MaxLength != nil {
		change("too long", strings.Repeat("7", *s.MaxLength+1))
		change("too long in characters", strings.Repeat("é", *s.MaxLength+1))
		change("a valid value, prolonged", v+strings.Repeat("0", *s.MaxLength+1))
	}
	if s.Pattern != "" || s.Format != "" {
		change("no such form", "!")
		change("a line end after it", v+"\n")
		change("a space before it", " "+v)
		change("half of it", v[:len(v)/2])
		change("empty", "")
	}
	switch s.Format {
	case "date":
		change("no such day", "2025-02-30")
		change("a date and time", v+"T00:00:00Z")
		change("another order", "01-02-2025")
	case "duration":
		change("a bare P", "P")
		change("a number", "12")
	}
}

func (m *mutator) number(s *contract.Schema, change func(string, any)) {
	if s.Minimum != nil {
		change("too small", beyond(*s.Minimum, -1))
	}
	if s.Maximum != nil {
		change("too large", beyond(*s.Maximum, 1))
		change("far too large", json.Number("1e30"))
	}
}

func beyond(limit json.Number, by int) any {
	n, err := strconv.Atoi(string(limit))
	if err != nil {
		panic(fmt.Sprintf("the limit %s is no integer", limit))
	}
	return n + by
}

func (m *mutator) list(s *contract.Schema, v []any, pointer, place string, change func(string, any)) {
	if s.MinItems != nil && *s.MinItems > 0 {
		change("too few items", v[:*s.MinItems-1])
	}
	if len(v) == 0 {
		return
	}
	if s.MaxItems != nil {
		change("too many items", slices.Repeat(v[:1], *s.MaxItems+1))
	}
	if s.Items == nil {
		return
	}
	for i, item := range slices.Backward(v) { // the last first, so that pointers have other indexes than 0
		m.value(s.Items, item, pointer+"/"+strconv.Itoa(i), place+"/*")
	}
}

// awkward is a member's name that a pointer has to escape.
const awkward = "un/known~member"

func (m *mutator) object(s *contract.Schema, v map[string]any, pointer, place string) {
	if s.Closed {
		m.add(place, mutation{kind: "an unknown member", at: pointer + "/unknown", blamed: pointer + "/unknown", value: "x"})
		escaped := pointer + "/un~1known~0member"
		m.add(place, mutation{kind: "an unknown member, escaped", at: escaped, blamed: escaped, value: map[string]any{awkward: 1}})
	}
	for _, name := range slices.Sorted(maps.Keys(v)) {
		member := s.Properties[name]
		if member == nil {
			continue
		}
		at := pointer + "/" + name
		if s.Required[name] {
			m.add(place, mutation{kind: "without " + name, at: at, blamed: at, value: removed{}})
		}
		m.value(member, v[name], at, place+"/"+name)
	}
}
