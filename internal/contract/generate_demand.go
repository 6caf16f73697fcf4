package contract

import (
	"encoding/json"
	"slices"
)

// demand is what schemas, with the parts of their allOf, the chosen members of their unions and the chosen branches of
// their conditions, ask of one value. Of each part only its own keywords count.
type demand struct {
	all   []*Schema // as they were given
	parts []*Schema
	// types are those that are left; they bind only when typed is set.
	types []string
	typed bool
	// required lists members in the order of the document; absent are those that must not be there; tags are values
	// that discriminators fix.
	required []string
	absent   map[string]bool
	tags     map[string]string
	// risky tells that a value may satisfy every part's own keywords and still not the schemas.
	risky bool

	g     *generator
	depth int
	try   int
}

// demand gathers what schemas ask, choosing where there is a choice; nil when the choices contradict each other.
func (g *generator) demand(all []*Schema, depth, try int) *demand {
	d := &demand{all: all, g: g, depth: depth, try: try, absent: map[string]bool{}, tags: map[string]string{}, risky: len(all) > 1}
	for _, s := range all {
		if !d.add(s) {
			return nil
		}
	}
	if !d.dependents() {
		return nil
	}
	for _, name := range d.required {
		if d.absent[name] {
			return nil
		}
	}
	return d
}

// add takes a schema in.
func (d *demand) add(s *Schema) bool {
	if d.g.left--; s.never || d.g.left < 0 {
		return false
	}
	if slices.Contains(d.parts, s) {
		return true
	}
	d.parts = append(d.parts, s)
	if len(s.Types) > 0 && !d.narrow(s.Types) {
		return false
	}
	for _, name := range s.requireds {
		if p := s.property(name, 0); p == nil || p.forbidden(d.g.direction) == "" {
			d.require(name)
		}
	}
	for _, part := range s.AllOf {
		if !d.add(part) {
			return false
		}
	}
	return d.unions(s) && d.conditions(s)
}

func (d *demand) require(name string) {
	if !slices.Contains(d.required, name) {
		d.required = append(d.required, name)
	}
}

// narrow keeps the types that are also among others.
func (d *demand) narrow(types []string) bool {
	if !d.typed {
		d.types, d.typed = types, true
		return true
	}
	d.types = bothTypes(d.types, types)
	return len(d.types) > 0
}

func bothTypes(a, b []string) []string {
	var both []string
	for _, t := range a {
		switch {
		case slices.Contains(b, t), t == "integer" && slices.Contains(b, "number"):
			both = append(both, t)
		case t == "number" && slices.Contains(b, "integer"):
			both = append(both, "integer")
		}
	}
	return both
}

// unions chooses a member of oneOf and one of anyOf.
func (d *demand) unions(s *Schema) bool {
	tagged := s.OneOf
	if tagged == nil {
		tagged = s.AnyOf
	}
	for i, members := range [][]*Schema{s.OneOf, s.AnyOf} {
		if len(members) == 0 {
			continue
		}
		if s.Discriminator != nil && &members[0] == &tagged[0] {
			if !d.tag(s.Discriminator) {
				return false
			}
			continue
		}
		overlapping := len(members) > 1 && !disjoint(members)
		d.risky = d.risky || overlapping
		chosen := d.choose(members)
		if chosen == nil || !d.add(chosen) {
			return false
		}
		if exclusive := i == 0; exclusive && overlapping && d.try%2 == 1 {
			for _, other := range members {
				if other != chosen && !d.avoid(other) {
					return false
				}
			}
		}
	}
	return true
}

// choose picks a member of a union: one whose types are possible and, deep in a value, one that comes to an end soon.
func (d *demand) choose(members []*Schema) *Schema {
	fitting := slices.DeleteFunc(slices.Clone(members), func(m *Schema) bool {
		types := m.typeNames(0)
		return m.never || d.typed && len(types) > 0 && len(bothTypes(d.types, types)) == 0
	})
	if d.depth >= roomyDepth {
		fitting = d.g.shallowest(fitting)
	}
	if len(fitting) == 0 {
		return nil
	}
	return fitting[d.g.random.IntN(len(fitting))]
}

// tag chooses a value of a discriminator and the schema that it stands for.
func (d *demand) tag(x *Discriminator) bool {
	if fixed, chosen := d.tags[x.Property]; chosen {
		return x.Mapping[fixed] != nil && d.add(x.Mapping[fixed])
	}
	tags := slices.DeleteFunc(slices.Clone(x.Tags), func(tag string) bool { return !d.admitsTag(x, tag) })
	if d.depth >= roomyDepth {
		var members []*Schema
		for _, tag := range tags {
			members = append(members, x.Mapping[tag])
		}
		soon := d.g.shallowest(members)
		tags = slices.DeleteFunc(tags, func(tag string) bool { return !slices.Contains(soon, x.Mapping[tag]) })
	}
	if others := len(x.others) > 0 && (len(tags) == 0 || d.try%8 == 6); others {
		return d.add(d.choose(x.others))
	}
	if len(tags) == 0 {
		return false
	}
	tag := tags[d.g.random.IntN(len(tags))]
	d.tags[x.Property] = tag
	d.require(x.Property)
	return d.narrow([]string{"object"}) && d.add(x.Mapping[tag])
}

// admitsTag tells whether the member that a tag stands for admits the tag itself.
func (d *demand) admitsTag(x *Discriminator, tag string) bool {
	m := x.Mapping[tag]
	p := m.memberSchema(x.Property, 0)
	return !m.never && (p == nil || p.Accepts(tag, d.g.direction))
}

// conditions chooses a branch of if, and takes note of what must not hold.
func (d *demand) conditions(s *Schema) bool {
	var branch [3]*Schema
	for _, a := range s.assertions {
		switch a.keyword {
		case "if":
			branch[0] = a.child
		case "then":
			branch[1] = a.child
		case "else":
			branch[2] = a.child
		case "not":
			d.risky = true
			if !d.avoid(a.child) {
				return false
			}
		case "unevaluatedProperties", "unevaluatedItems", "dependentSchemas", "dependentRequired", "propertyNames", "contains":
			d.risky = true
		}
	}
	if branch[0] == nil || branch[1] == nil && branch[2] == nil {
		return true
	}
	d.risky = true
	if (d.try+d.g.random.IntN(2))%2 == 0 {
		return d.add(branch[0]) && (branch[1] == nil || d.add(branch[1]))
	}
	return d.avoid(branch[0]) && (branch[2] == nil || d.add(branch[2]))
}

// dependents settles dependentRequired and dependentSchemas: what a required member demands is demanded, and of the
// others some are taken in with all that they demand, and some kept out.
func (d *demand) dependents() bool {
	settled := map[string]bool{}
	for i := 0; i < len(d.parts); i++ {
		for _, a := range d.parts[i].assertions {
			switch a.keyword {
			case "dependentSchemas":
				for j, name := range a.names {
					if d.takes(name, settled) && !d.add(a.list[j]) {
						return false
					}
				}
			case "dependentRequired":
				var needs map[string][]string
				if json.Unmarshal(a.raw, &needs) != nil {
					continue
				}
				for _, name := range sortedKeys(needs) {
					if !d.takes(name, settled) {
						continue
					}
					for _, other := range needs[name] {
						d.require(other)
					}
				}
			}
		}
	}
	return true
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// takes decides once whether a member that others depend on is there.
func (d *demand) takes(name string, settled map[string]bool) bool {
	if slices.Contains(d.required, name) {
		return true
	}
	if taken, done := settled[name]; done {
		return taken
	}
	taken := d.depth < roomyDepth && d.try%3 != 2 && !d.absent[name] && d.g.random.IntN(2) == 0
	settled[name] = taken
	if taken {
		d.require(name)
	} else {
		d.absent[name] = true
	}
	return taken
}

// fitKey asks whether a schema has a value of at most a depth.
type fitKey struct {
	schema *Schema
	depth  int
}

// shallowest keeps the schemas whose smallest values are nested least.
func (g *generator) shallowest(members []*Schema) []*Schema {
	for depth := range maxGeneratedDepth {
		var fitting []*Schema
		for _, m := range members {
			if g.fits(m, depth) {
				fitting = append(fitting, m)
			}
		}
		if len(fitting) > 0 {
			return fitting
		}
	}
	return nil
}

// fits tells whether a schema can have a value that is nested no deeper than a depth.
func (g *generator) fits(s *Schema, depth int) bool {
	if depth < 0 || s.never {
		return false
	}
	key := fitKey{s, depth}
	if known, ok := g.fit[key]; ok {
		return known
	}
	g.fit[key] = false // while it is found out: a schema that needs itself at the same depth does not fit
	ok := g.nests(s, depth)
	g.fit[key] = ok
	return ok
}

func (g *generator) nests(s *Schema, depth int) bool {
	if len(s.Enum) > 0 || slices.Contains(s.Types, "null") {
		return true
	}
	for _, part := range s.AllOf {
		if !g.fits(part, depth) {
			return false
		}
	}
	for _, members := range [][]*Schema{s.OneOf, s.AnyOf} {
		if len(members) > 0 && !slices.ContainsFunc(members, func(m *Schema) bool { return g.fits(m, depth) }) {
			return false
		}
	}
	if simple := slices.ContainsFunc(s.Types, func(t string) bool { return t != "object" && t != "array" }); simple {
		return true
	}
	if s.Allows("object") {
		for _, name := range s.requireds {
			if p := s.Properties[name]; p != nil && p.forbidden(g.direction) == "" && !g.fits(p, depth-1) {
				return false
			}
		}
		if len(s.Types) > 0 && s.MinProperties != nil && *s.MinProperties > 0 && s.Additional != nil && !g.fits(s.Additional, depth-1) {
			return false
		}
	}
	if s.Allows("array") && s.MinItems != nil && *s.MinItems > 0 && s.Items != nil {
		return g.fits(s.Items, depth-1)
	}
	return true
}
