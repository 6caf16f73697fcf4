package contract

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"
)

// check says for certain that a value satisfies a schema. A false is no verdict: the authority decides then.
type check func(v any) bool

// fast gives the accept-only check of a schema for a direction, compiled with all that it refers to when it is first
// asked for. It allocates nothing; differential_test.go holds that whatever it accepts jsonschema/v5 accepts.
func (s *Schema) fast(d Direction) check {
	if c := s.checks.fast[d].Load(); c != nil {
		return *c
	}
	s.api.compile.mu.Lock()
	defer s.api.compile.mu.Unlock()
	return (&checkCompiler{direction: d, started: map[*checks]*check{}}).check(s)
}

// checkCompiler compiles one schema and what it refers to. It runs under the lock of the compiler.
type checkCompiler struct {
	direction Direction
	started   map[*checks]*check
}

// check gives the check of a schema. A schema that is met again while it is being compiled contains itself; then the
// check is called through its place.
func (c *checkCompiler) check(s *Schema) check {
	if done := s.checks.fast[c.direction].Load(); done != nil {
		return *done
	}
	if place := c.started[s.checks]; place != nil {
		return func(v any) bool { return (*place)(v) }
	}
	place := new(check)
	c.started[s.checks] = place
	*place = c.compile(s)
	s.checks.fast[c.direction].Store(place)
	return *place
}

// ask leaves a schema to the authority: it uses a keyword that cannot be decided cheaply, or rarely is.
func (c *checkCompiler) ask(s *Schema) check {
	d := c.direction
	return func(v any) bool {
		run, err := s.authority(d)
		return err == nil && run.Validate(v) == nil
	}
}

func (c *checkCompiler) compile(s *Schema) check {
	if s.never {
		return func(any) bool { return false }
	}
	var all []check
	for _, a := range s.assertions {
		switch a.keyword {
		case "properties", "additionalProperties", "required":
			// together, below
		case "patternProperties", "dependentRequired", "dependentSchemas", "propertyNames", "contains", "minContains", "maxContains",
			"not", "if", "then", "else", "unevaluatedProperties", "unevaluatedItems", "prefixItems", "multipleOf":
			return c.ask(s)
		case "$ref":
			all = append(all, c.check(a.child))
		case "allOf":
			for _, part := range a.list {
				all = append(all, c.check(part))
			}
		case "oneOf", "anyOf":
			union := c.union(s, a)
			if union == nil {
				return c.ask(s)
			}
			all = append(all, union)
		case "items":
			all = append(all, c.items(s.Items))
		default:
			keyword := keywordCheck(s, a)
			if keyword == nil {
				return c.ask(s)
			}
			all = append(all, keyword)
		}
	}
	if s.Properties != nil || s.Closed || s.Additional != nil || len(s.requireds) > 0 {
		all = append(all, c.members(s))
	}
	switch len(all) {
	case 0:
		return func(any) bool { return true }
	case 1:
		return all[0]
	case 2:
		first, second := all[0], all[1]
		return func(v any) bool { return first(v) && second(v) }
	}
	return func(v any) bool {
		for _, c := range all {
			if !c(v) {
				return false
			}
		}
		return true
	}
}

func (c *checkCompiler) items(s *Schema) check {
	each := c.check(s)
	return listCheck(func(list []any) bool {
		for _, item := range list {
			if !each(item) {
				return false
			}
		}
		return true
	})
}

// keywordCheck compiles a keyword that looks at the value itself; nil when it cannot.
func keywordCheck(s *Schema, a assertion) check {
	switch a.keyword {
	case "type":
		return typeCheck(s.Types)
	case "enum", "const":
		return enumCheck(a.values)
	case "pattern":
		return stringCheck(newPattern(s.pattern).match)
	case "format":
		if f, ok := formats[s.Format]; ok {
			return stringCheck(f.ok)
		}
		if limits, ok := numericFormats[s.Format]; ok {
			return func(v any) bool { return fitsInteger(v, limits) }
		}
		return func(any) bool { return true }
	case "minLength":
		n := *s.MinLength
		return stringCheck(func(text string) bool { return utf8.RuneCountInString(text) >= n })
	case "maxLength":
		n := *s.MaxLength
		return stringCheck(func(text string) bool { return len(text) <= n || utf8.RuneCountInString(text) <= n })
	case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
		return boundCheck(s, a.keyword)
	case "minItems":
		n := *s.MinItems
		return listCheck(func(list []any) bool { return len(list) >= n })
	case "maxItems":
		n := *s.MaxItems
		return listCheck(func(list []any) bool { return len(list) <= n })
	case "uniqueItems":
		if !s.UniqueItems {
			return func(any) bool { return true }
		}
		return listCheck(uniqueStrings)
	case "minProperties":
		n := *s.MinProperties
		return func(v any) bool { m, ok := v.(map[string]any); return !ok || len(m) >= n }
	case "maxProperties":
		n := *s.MaxProperties
		return func(v any) bool { m, ok := v.(map[string]any); return !ok || len(m) <= n }
	}
	return nil
}

func stringCheck(ok func(string) bool) check {
	return func(v any) bool { text, is := v.(string); return !is || ok(text) }
}

func listCheck(ok func([]any) bool) check {
	return func(v any) bool { items, is := v.([]any); return !is || ok(items) }
}

func typeCheck(types []string) check {
	if len(types) == 1 && types[0] == "string" {
		return func(v any) bool { _, ok := v.(string); return ok }
	}
	if len(types) == 1 && types[0] == "object" {
		return func(v any) bool { _, ok := v.(map[string]any); return ok }
	}
	allowed := map[string]bool{}
	for _, t := range types {
		allowed[t] = true
	}
	str, obj, arr, none, truth := allowed["string"], allowed["object"], allowed["array"], allowed["null"], allowed["boolean"]
	num, integer := allowed["number"], allowed["integer"]
	return func(v any) bool {
		switch v.(type) {
		case string:
			return str
		case map[string]any:
			return obj
		case []any:
			return arr
		case nil:
			return none
		case bool:
			return truth
		case int:
			return num || integer
		case json.Number:
			return num
		}
		return false
	}
}

// enumCheck takes strings, booleans, null and integers; lists with anything else are the authority's.
func enumCheck(values []any) check {
	set := make(map[any]bool, len(values))
	for _, v := range values {
		switch v.(type) {
		case string, bool, nil, int:
			set[v] = true
		default:
			return nil
		}
	}
	return func(v any) bool {
		switch v := v.(type) {
		case string:
			return set[v]
		case bool, nil, int:
			return set[v]
		}
		return false
	}
}

// uniqueStrings compares short lists of strings; the authority compares everything else.
func uniqueStrings(items []any) bool {
	if len(items) > 32 {
		return false
	}
	for i, item := range items {
		text, ok := item.(string)
		if !ok {
			return len(items) < 2
		}
		for _, before := range items[:i] {
			if before == any(text) {
				return false
			}
		}
	}
	return true
}

// member is one property in a check of members.
type member struct {
	name     string
	check    check
	required bool
}

// members is properties with additionalProperties and required. Members that may not travel in this direction are
// refused. The schema's members are looked up in the value, not the other way round: what is left is counted.
func (c *checkCompiler) members(s *Schema) check {
	list := make([]member, 0, len(s.Order))
	required := map[string]bool{}
	for _, name := range s.requiredFor(c.direction) {
		required[name] = true
	}
	for _, name := range s.Order {
		p := s.Properties[name]
		m := member{name: name, required: required[name], check: func(any) bool { return false }}
		if p.forbidden(c.direction) == "" {
			m.check = c.check(p)
		}
		list = append(list, m)
	}
	for _, name := range s.requireds {
		if s.Properties[name] == nil && required[name] {
			list = append(list, member{name: name, required: true})
		}
	}
	var rest check
	if s.Additional != nil {
		rest = c.check(s.Additional)
	}
	closed, named := s.Closed, s.Properties
	return func(v any) bool {
		m, ok := v.(map[string]any)
		if !ok {
			return true
		}
		found := 0
		for i := range list {
			member := &list[i]
			value, given := m[member.name]
			if !given {
				if member.required {
					return false
				}
				continue
			}
			if member.check == nil {
				continue // required, and left to additionalProperties
			}
			if !member.check(value) {
				return false
			}
			found++
		}
		switch {
		case found == len(m) || !closed && rest == nil:
			return true
		case closed:
			return false
		}
		for name, value := range m {
			if named[name] == nil && !rest(value) {
				return false
			}
		}
		return true
	}
}

// union compiles oneOf and anyOf: by discriminator, or by type where the members' types exclude each other. Any
// member's acceptance is enough for anyOf. A oneOf of overlapping types is nil: it takes refusals to be decided.
func (c *checkCompiler) union(s *Schema, a assertion) check {
	if s.Discriminator != nil && s.isUnion(a.list) {
		return c.discriminator(s.Discriminator)
	}
	if a.keyword == "oneOf" && !disjoint(a.list) {
		return nil
	}
	return anyCheck(c.list(a.list))
}

func (c *checkCompiler) list(schemas []*Schema) []check {
	out := make([]check, len(schemas))
	for i, s := range schemas {
		out[i] = c.check(s)
	}
	return out
}

func anyCheck(members []check) check {
	return func(v any) bool {
		for _, c := range members {
			if c(v) {
				return true
			}
		}
		return false
	}
}

func (c *checkCompiler) discriminator(d *Discriminator) check {
	by := make(map[string]check, len(d.Mapping))
	for _, tag := range d.Tags {
		by[tag] = c.check(d.Mapping[tag])
	}
	others := anyCheck(c.list(d.others))
	property := d.Property
	return func(v any) bool {
		m, ok := v.(map[string]any)
		if !ok {
			return others(v)
		}
		tag, _ := m[property].(string)
		branch := by[tag]
		return branch != nil && branch(v)
	}
}

// disjoint tells whether no value can be of the type of two members. Their own type keywords decide.
func disjoint(members []*Schema) bool {
	var seen []string
	for _, m := range members {
		if len(m.Types) == 0 {
			return false
		}
		for _, t := range m.Types {
			if t == "integer" {
				t = "number"
			}
			if slices.Contains(seen, t) {
				return false
			}
		}
		for _, t := range m.Types {
			seen = append(seen, strings.Replace(t, "integer", "number", 1))
		}
	}
	return true
}
