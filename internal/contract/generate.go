package contract

import (
	"math/rand/v2"
	"path"
	"slices"
)

// Generate makes a value that satisfies the schema, the same for the same state of r. Examples, defaults and constants
// of the document are used where they fit. Optional members are sometimes left out. It is an error, which names the
// place, when no value is found, as for schemas that contradict themselves.
func (s *Schema) Generate(r *rand.Rand, d Direction) (any, error) {
	g := &generator{random: r, direction: d, fit: map[fitKey]bool{}}
	for try := range 60 {
		g.left, g.try = 10_000, try
		if v, ok := g.value([]*Schema{s}, 0); ok {
			return v, nil
		}
	}
	none := &NoValueError{Schema: s, Part: s, Why: g.why}
	if g.blame != nil {
		none.Part = g.blame
	}
	return nil, none
}

// NoValueError says that no value was found that satisfies a schema. Part is the schema, deepest in the value, that it
// failed at; it may be the schema itself.
type NoValueError struct {
	Schema, Part *Schema
	// Why reads as a clause: "no text is as long as it demands".
	Why string
}

// Error names the places by file name, without folders.
func (e *NoValueError) Error() string {
	at := func(s *Schema) string {
		p := s.Place()
		p.File = path.Base(p.File)
		return p.String()
	}
	text := "no value was found that satisfies the schema at " + at(e.Schema)
	if e.Part != e.Schema {
		text += ": its part at " + at(e.Part)
	}
	if e.Why != "" {
		text += ": " + e.Why
	}
	return text
}

// generator makes one value. The schemas of a value are always a list that must all be satisfied, since allOf, unions
// and overlapping names make many of one. Later tries are more frugal: they leave optional members and examples out.
type generator struct {
	random    *rand.Rand
	direction Direction
	try       int // of the whole value
	left      int // schemas that may still be visited in this try

	// blame is the schema deepest in the value that nothing was found for, and why.
	blame *Schema
	why   string
	deep  int

	fit map[fitKey]bool
}

const (
	maxGeneratedDepth = 40
	roomyDepth        = 5 // below it, values are kept as small as they can be
)

// fail notes why nothing was found for a schema.
func (g *generator) fail(s *Schema, depth int, why string) {
	if g.blame == nil || depth > g.deep {
		g.blame, g.why, g.deep = s, why, depth
	}
}

// optional makes a value that can be left out, so that no one is to blame when there is none.
func (g *generator) optional(all []*Schema, depth int) (any, bool) {
	blame, why, deep := g.blame, g.why, g.deep
	v, ok := g.value(all, depth)
	if !ok {
		g.blame, g.why, g.deep = blame, why, deep
	}
	return v, ok
}

// value makes a value for schemas that must all be satisfied; false when it finds none. Where schemas say more than
// can be followed while the value is made, it is tried several times.
func (g *generator) value(all []*Schema, depth int) (any, bool) {
	if depth > maxGeneratedDepth {
		g.fail(all[0], depth, "it contains itself without end")
		return nil, false
	}
	tries := 10
	if depth == 0 {
		tries = 1 // Generate tries again itself
	}
	for n := range tries {
		if g.left--; g.left < 0 {
			return nil, false
		}
		try := g.try + n
		if v, ok := g.given(all, try); ok {
			return v, true
		}
		d := g.demand(all, depth, try)
		if d == nil {
			g.fail(all[0], depth, "its parts contradict each other")
			continue
		}
		v, ok := g.make(d, depth, try)
		if !ok {
			continue
		}
		if depth > 0 && !d.risky || g.accepted(all, v) {
			return v, true
		}
		g.fail(all[0], depth, "no combination of its parts was found that holds")
	}
	return nil, false
}

func (g *generator) accepted(all []*Schema, v any) bool {
	return !slices.ContainsFunc(all, func(s *Schema) bool { return !s.Accepts(v, g.direction) })
}

// given takes an example or default of the document when it fits.
func (g *generator) given(all []*Schema, try int) (any, bool) {
	if try%4 == 3 {
		return nil, false
	}
	var candidates []any
	for _, s := range all {
		candidates = append(candidates, s.Examples...)
		if s.HasExample {
			candidates = append(candidates, s.Example)
		}
	}
	if len(candidates) == 0 {
		for _, s := range all {
			if s.HasDefault {
				candidates = append(candidates, s.Default)
			}
		}
	}
	if len(candidates) == 0 {
		return nil, false
	}
	v := candidates[g.random.IntN(len(candidates))]
	return v, g.accepted(all, v)
}

// make makes a value of one of the types that a demand leaves.
func (g *generator) make(d *demand, depth, try int) (any, bool) {
	if values, finite := d.enumerated(g.direction); finite {
		if len(values) == 0 {
			g.fail(d.all[0], depth, "none of the values that it lists fits")
			return nil, false
		}
		return values[g.random.IntN(len(values))], true
	}
	switch g.pickType(d, try) {
	case "null":
		return nil, true
	case "boolean":
		return g.random.IntN(2) == 0, true
	case "integer":
		return g.number(d, true, depth)
	case "number":
		return g.number(d, false, depth)
	case "array":
		return g.list(d, depth, try)
	case "object":
		return g.object(d, depth, try)
	}
	return g.text(d, depth)
}

// pickType chooses among the types that are left, null last. Without a type the keywords tell what is meant.
func (g *generator) pickType(d *demand, try int) string {
	if d.typed {
		var types []string
		for _, t := range d.types {
			if t != "null" {
				types = append(types, t)
			}
		}
		if len(types) == 0 || len(types) < len(d.types) && try%8 == 6 {
			return "null"
		}
		return types[g.random.IntN(len(types))]
	}
	guesses := []string{"string", "object", "integer", "boolean", "array", "null"}
	first := guesses[0]
	for _, s := range d.parts {
		switch {
		case len(s.Properties) > 0 || len(s.requireds) > 0 || s.Additional != nil || s.MinProperties != nil || s.PropertyNames != nil || len(s.PatternProperties) > 0:
			first = "object"
		case s.Items != nil || s.MinItems != nil || len(s.PrefixItems) > 0 || s.UniqueItems || s.assertion("contains") != nil:
			first = "array"
		case s.Minimum != nil || s.Maximum != nil || s.ExclusiveMinimum != nil || s.ExclusiveMaximum != nil || s.MultipleOf != nil:
			first = "number"
		}
	}
	if try%3 == 0 || !d.risky && try < 6 {
		return first
	}
	return guesses[try/2%len(guesses)]
}

// enumerated lists the values that enum and const leave; finite is false without these keywords.
func (d *demand) enumerated(direction Direction) (values []any, finite bool) {
	var shortest *Schema
	for _, s := range d.parts {
		if len(s.Enum) > 0 && (shortest == nil || len(s.Enum) < len(shortest.Enum)) {
			shortest = s
		}
	}
	if shortest == nil {
		return nil, false
	}
	for _, v := range shortest.Enum {
		if !slices.ContainsFunc(d.all, func(s *Schema) bool { return !s.Accepts(v, direction) }) {
			values = append(values, v)
		}
	}
	return values, true
}

// domain lists all values of a demand that has few of them; false when it has many.
func (g *generator) domain(d *demand) ([]any, bool) {
	if values, finite := d.enumerated(g.direction); finite {
		return values, true
	}
	if !d.typed {
		return nil, false
	}
	var values []any
	for _, t := range d.types {
		switch t {
		case "boolean":
			values = append(values, false, true)
		case "null":
			values = append(values, nil)
		case "integer":
			first, last, step, ok := d.range64()
			if !ok {
				return nil, false
			}
			for n := first; n <= last; n += step {
				values = append(values, int(n))
			}
		default:
			return nil, false
		}
	}
	return slices.DeleteFunc(values, func(v any) bool { return !g.accepted(d.all, v) }), true
}
