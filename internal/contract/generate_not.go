package contract

import (
	"encoding/json"
	"slices"
)

// avoid keeps away from a schema that must not hold: one of its keywords, chosen at random, is turned into its
// opposite. Keywords without an opposite that can be said in a keyword are left to chance, and so is the rest when the
// opposite contradicts what else is asked.
func (d *demand) avoid(s *Schema) bool {
	for _, alternative := range s.AnyOf {
		if !d.avoid(alternative) { // all of them must fail
			return false
		}
	}
	if a := s.assertion("not"); a != nil && len(s.assertions) == 1 {
		return d.add(a.child)
	}
	if len(s.assertions) == 0 || s.never {
		return s.never
	}
	a := &s.assertions[d.g.random.IntN(len(s.assertions))]
	switch a.keyword {
	case "required":
		d.omit(s)
		return true
	case "type":
		return d.narrow(otherTypes(s.Types))
	case "enum", "const", "pattern", "format", "properties", "items", "additionalProperties", "anyOf":
		return true
	}
	opposite, types := oppositeOf(s, a)
	if opposite == nil {
		return true
	}
	d.parts = append(d.parts, opposite)
	return d.narrow(types)
}

// omit leaves out one of the members that a schema requires.
func (d *demand) omit(s *Schema) {
	var free []string
	for _, name := range s.requireds {
		if d.absent[name] {
			return
		}
		if !slices.Contains(d.required, name) {
			free = append(free, name)
		}
	}
	if len(free) > 0 {
		d.absent[free[d.g.random.IntN(len(free))]] = true
	}
}

// otherTypes are the types that are not among those. Numbers that are no integers are left out: there is no type of
// that name.
func otherTypes(types []string) []string {
	var out []string
	for _, t := range jsonTypes {
		if !slices.Contains(types, t) && !(t == "integer" && slices.Contains(types, "number")) && !(t == "number" && slices.Contains(types, "integer")) {
			out = append(out, t)
		}
	}
	return out
}

// oppositeOf gives a schema of keywords that holds where a bound of s does not, and the types that the bound speaks of.
func oppositeOf(s *Schema, a *assertion) (*Schema, []string) {
	below, above := func(n *int) *int { m := *n - 1; return &m }, func(n *int) *int { m := *n + 1; return &m }
	o := &Schema{api: s.api, checks: s.checks}
	switch a.keyword {
	case "minLength":
		o.MaxLength = below(s.MinLength)
		return o, []string{"string"}
	case "maxLength":
		o.MinLength = above(s.MaxLength)
		return o, []string{"string"}
	case "minItems":
		o.MaxItems = below(s.MinItems)
		return o, []string{"array"}
	case "maxItems":
		o.MinItems = above(s.MaxItems)
		return o, []string{"array"}
	case "minProperties":
		o.MaxProperties = below(s.MinProperties)
		return o, []string{"object"}
	case "maxProperties":
		o.MinProperties = above(s.MaxProperties)
		return o, []string{"object"}
	}
	numbers := []string{"integer", "number"}
	limit := func(n *json.Number) *json.Number { m := *n; return &m }
	switch a.keyword {
	case "minimum":
		o.ExclusiveMaximum = limit(s.Minimum)
	case "maximum":
		o.ExclusiveMinimum = limit(s.Maximum)
	case "exclusiveMinimum":
		o.Maximum = limit(s.ExclusiveMinimum)
	case "exclusiveMaximum":
		o.Minimum = limit(s.ExclusiveMaximum)
	default:
		return nil, nil
	}
	return o, numbers
}
