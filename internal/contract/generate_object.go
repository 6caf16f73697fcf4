package contract

import (
	"fmt"
	"slices"
)

// object makes the required members and, on the first tries and near the root, most of the optional ones.
func (g *generator) object(d *demand, depth, try int) (any, bool) {
	least, most := bounds(d.parts, func(s *Schema) (*int, *int) { return s.MinProperties, s.MaxProperties })
	if len(d.required) > most || least > most || least > maxGeneratedItems {
		g.fail(d.all[0], depth, "no object has as many members as it demands")
		return nil, false
	}
	m := make(map[string]any, len(d.required))
	for _, name := range d.required {
		v, ok := g.member(d, name, depth, false)
		if !ok {
			return nil, false
		}
		m[name] = v
	}
	order := d.names()
	share := 8 // of ten optional members
	switch {
	case depth > roomyDepth || try%3 == 2:
		share = 0
	case try%7 == 4:
		share = 4
	}
	for _, name := range order {
		if _, done := m[name]; done || d.absent[name] || len(m) >= most || g.random.IntN(10) >= share {
			continue
		}
		if v, ok := g.member(d, name, depth, true); ok {
			m[name] = v
		}
	}
	for _, name := range order {
		if _, done := m[name]; !done && !d.absent[name] && len(m) < least {
			if v, ok := g.member(d, name, depth, true); ok {
				m[name] = v
			}
		}
	}
	want := least
	if isMap := len(order) == 0 && d.hasFreeMembers(); isMap && share > 0 {
		want = max(least, min(most, 1+g.random.IntN(2)))
	}
	g.fillUp(d, m, want, depth)
	if len(m) < least {
		g.fail(d.all[0], depth, "too few names for the members that it demands were found")
		return nil, false
	}
	return m, true
}

// names lists the members that the parts name, in the order of the document.
func (d *demand) names() []string {
	var names []string
	for _, s := range d.parts {
		for _, name := range s.Order {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func (d *demand) hasFreeMembers() bool {
	return slices.ContainsFunc(d.parts, func(s *Schema) bool {
		return s.Additional != nil && !isTrue(s.Additional) || len(s.PatternProperties) > 0 || s.PropertyNames != nil
	})
}

// isTrue tells whether a schema asks nothing.
func isTrue(s *Schema) bool {
	return len(s.assertions) == 0 && !s.never && s.Title == "" && !s.HasExample
}

// member makes one member. An optional one that cannot be made may be left out.
func (g *generator) member(d *demand, name string, depth int, optional bool) (any, bool) {
	all, allowed := d.memberSchemas(name, g.direction)
	if !allowed {
		if !optional {
			g.fail(d.all[0], depth, "it demands a member "+shorten(name)+" that it does not allow")
		}
		return nil, false
	}
	if tag, fixed := d.tags[name]; fixed {
		return tag, g.accepted(all, tag)
	}
	switch {
	case len(all) == 0:
		return words[g.random.IntN(len(words))], true
	case optional:
		return g.optional(all, depth+1)
	}
	return g.value(all, depth+1)
}

// memberSchemas lists what the parts ask of a member; false when one of them does not allow it, or it may not travel in
// this direction.
func (d *demand) memberSchemas(name string, direction Direction) (all []*Schema, allowed bool) {
	evaluated := false
	for _, s := range d.parts {
		found := len(all)
		if p := s.Properties[name]; p != nil {
			if p.forbidden(direction) != "" || p.never {
				return nil, false
			}
			all = append(all, p)
		}
		for _, p := range s.PatternProperties {
			if p.expression.MatchString(name) {
				all = append(all, p.Schema)
			}
		}
		switch own := len(all) > found; {
		case own:
			evaluated = true
		case s.Closed:
			return nil, false
		case s.Additional != nil:
			evaluated = true
			if !isTrue(s.Additional) {
				all = append(all, s.Additional)
			}
		}
		if s.PropertyNames != nil && !s.PropertyNames.Accepts(name, direction) {
			return nil, false
		}
	}
	for _, s := range d.parts {
		if a := s.assertion("unevaluatedProperties"); a != nil && !evaluated {
			if a.child.never {
				return nil, false
			}
			all = append(all, a.child)
		}
	}
	return all, !slices.ContainsFunc(all, func(s *Schema) bool { return s.never })
}

// fillUp adds members with names of its own making until there are as many as are wanted.
func (g *generator) fillUp(d *demand, m map[string]any, want, depth int) {
	for try := 0; len(m) < want && try < 6*want+30; try++ {
		name, ok := g.name(d, try)
		if _, there := m[name]; !ok || there || d.absent[name] {
			continue
		}
		if v, ok := g.member(d, name, depth, true); ok {
			m[name] = v
		}
	}
}

// name makes the name of a member that no part names.
func (g *generator) name(d *demand, try int) (string, bool) {
	var rules []*Schema
	var patterns []PatternProperty
	for _, s := range d.parts {
		if s.PropertyNames != nil {
			rules = append(rules, s.PropertyNames)
		}
		patterns = append(patterns, s.PatternProperties...)
	}
	switch {
	case len(patterns) > 0 && (len(rules) == 0 || try%3 != 0) && try%4 != 3:
		p := patterns[try%len(patterns)]
		return g.matching(p.expression.String(), 0, 40, try)
	case len(rules) > 0:
		v, ok := g.optional(rules, 1)
		name, isText := v.(string)
		if values, few := g.nameDomain(rules); few && len(values) > 0 {
			name, isText = values[try%len(values)], true
			ok = true
		}
		return name, ok && isText
	}
	return fmt.Sprintf("key%d", try+1), true
}

// nameDomain lists the names that propertyNames leaves, where it lists them.
func (g *generator) nameDomain(rules []*Schema) ([]string, bool) {
	d := g.demand(rules, 1, g.try)
	if d == nil {
		return nil, false
	}
	values, few := d.enumerated(g.direction)
	var names []string
	for _, v := range values {
		if name, ok := v.(string); ok {
			names = append(names, name)
		}
	}
	return names, few
}
