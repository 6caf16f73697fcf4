package contract

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
)

// Generate makes a value that satisfies the schema, the same for the same state of r. Examples, defaults and constants
// of the document are used where they fit. Optional members are sometimes left out. It is an error when no value is
// found, as for schemas that contradict themselves.
func (s *Schema) Generate(r *rand.Rand, d Direction) (any, error) {
	const attempts = 60
	for attempt := range attempts {
		g := &generator{random: r, direction: d, attempt: attempt, left: 20_000}
		if v, ok := g.value(s, 0); ok && s.Accepts(v, d) {
			return v, nil
		}
	}
	return nil, fmt.Errorf("no value was found that satisfies the schema at %s", s.Place())
}

// generator makes one value. Later attempts are more frugal: they leave optional members and examples out.
type generator struct {
	random    *rand.Rand
	direction Direction
	attempt   int
	left      int // schemas that may still be visited
}

const maxGeneratedDepth = 40

// value makes a value for a schema; false when it cannot.
func (g *generator) value(s *Schema, depth int) (any, bool) {
	if g.left--; s.never || depth > maxGeneratedDepth || g.left < 0 {
		return nil, false
	}
	if v, ok := g.given(s); ok {
		return v, true
	}
	flat := g.flatten(s, 0)
	if flat == nil {
		return nil, false
	}
	if len(flat.Enum) > 0 {
		return g.choice(flat)
	}
	switch g.pickType(flat) {
	case "null":
		return nil, true
	case "boolean":
		return g.random.IntN(2) == 0, true
	case "integer":
		return g.number(flat, true)
	case "number":
		return g.number(flat, false)
	case "array":
		return g.list(flat, depth)
	case "object":
		return g.object(flat, depth)
	}
	return g.text(flat)
}

// given takes an example or default of the document when it fits.
func (g *generator) given(s *Schema) (any, bool) {
	if g.attempt%4 == 3 {
		return nil, false
	}
	candidates := slices.Clone(s.Examples)
	if s.HasExample {
		candidates = append(candidates, s.Example)
	}
	if len(candidates) == 0 && s.HasDefault {
		candidates = append(candidates, s.Default)
	}
	if len(candidates) == 0 {
		return nil, false
	}
	v := candidates[g.random.IntN(len(candidates))]
	return v, s.Accepts(v, g.direction)
}

func (g *generator) choice(s *Schema) (any, bool) {
	var fitting []any
	for _, v := range s.Enum {
		if len(s.Types) == 0 || s.admitsType(v, 0) {
			fitting = append(fitting, v)
		}
	}
	if len(fitting) == 0 {
		return nil, false
	}
	return fitting[g.random.IntN(len(fitting))], true
}

func (g *generator) pickType(s *Schema) string {
	var types []string
	for _, t := range s.Types {
		if t != "null" {
			types = append(types, t)
		}
	}
	switch {
	case len(types) > 0:
		return types[g.random.IntN(len(types))]
	case len(s.Types) > 0:
		return "null"
	case len(s.Properties) > 0 || len(s.requireds) > 0 || s.Additional != nil || s.MinProperties != nil:
		return "object"
	case s.Items != nil || s.MinItems != nil || len(s.PrefixItems) > 0:
		return "array"
	case s.Minimum != nil || s.Maximum != nil || s.ExclusiveMinimum != nil || s.ExclusiveMaximum != nil || s.MultipleOf != nil:
		return "number"
	}
	return "string"
}

// flatten merges a schema with the parts of its allOf and with one member of each union into one plain schema. The
// result is for generating only.
func (g *generator) flatten(s *Schema, depth int) *Schema {
	if s.never || depth > 16 {
		return nil
	}
	flat := *s
	flat.Properties = make(map[string]*Schema, len(s.Properties))
	for _, name := range s.Order {
		flat.Properties[name] = s.Properties[name]
	}
	flat.Order, flat.requireds = slices.Clone(s.Order), slices.Clone(s.requireds)
	parts := slices.Clone(s.AllOf)
	if d := s.Discriminator; d != nil {
		tag := d.Tags[g.random.IntN(len(d.Tags))]
		parts = append(parts, d.Mapping[tag])
		own := Schema{api: s.api, checks: s.checks, Types: []string{"string"}, Enum: []any{tag}}
		defer func() { flat.Properties[d.Property] = &own }()
		if !slices.Contains(flat.requireds, d.Property) {
			flat.requireds = append(flat.requireds, d.Property)
		}
	} else {
		for _, union := range [][]*Schema{s.OneOf, s.AnyOf} {
			if len(union) > 0 {
				parts = append(parts, union[g.random.IntN(len(union))])
			}
		}
	}
	for _, a := range s.assertions {
		if a.keyword == "then" && g.attempt%2 == 0 || a.keyword == "else" && g.attempt%2 == 1 || a.keyword == "if" && g.attempt%2 == 0 {
			parts = append(parts, a.child)
		}
	}
	for _, part := range parts {
		inner := g.flatten(part, depth+1)
		if inner == nil || !flat.merge(inner) {
			return nil
		}
	}
	return &flat
}

// merge narrows a flat schema by another one; false when their types exclude each other.
func (s *Schema) merge(o *Schema) bool {
	switch {
	case len(s.Types) == 0:
		s.Types = o.Types
	case len(o.Types) > 0:
		var both []string
		for _, t := range s.Types {
			if o.Allows(t) {
				both = append(both, t)
			} else if t == "number" && o.Allows("integer") {
				both = append(both, "integer")
			}
		}
		if s.Types = both; len(both) == 0 {
			return false
		}
	}
	if len(s.Enum) == 0 || len(o.Enum) > 0 && len(o.Enum) < len(s.Enum) {
		s.Enum = o.Enum
	}
	if s.Pattern == "" {
		s.Pattern, s.pattern = o.Pattern, o.pattern
	}
	if s.Format == "" {
		s.Format = o.Format
	}
	s.MinLength, s.MaxLength = larger(s.MinLength, o.MinLength), smaller(s.MaxLength, o.MaxLength)
	s.MinItems, s.MaxItems = larger(s.MinItems, o.MinItems), smaller(s.MaxItems, o.MaxItems)
	s.MinProperties, s.MaxProperties = larger(s.MinProperties, o.MinProperties), smaller(s.MaxProperties, o.MaxProperties)
	s.Minimum, s.Maximum = tighter(s.Minimum, o.Minimum, 1), tighter(s.Maximum, o.Maximum, -1)
	s.ExclusiveMinimum, s.ExclusiveMaximum = tighter(s.ExclusiveMinimum, o.ExclusiveMinimum, 1), tighter(s.ExclusiveMaximum, o.ExclusiveMaximum, -1)
	if s.MultipleOf == nil {
		s.MultipleOf = o.MultipleOf
	}
	s.UniqueItems = s.UniqueItems || o.UniqueItems
	if s.Items == nil {
		s.Items = o.Items
	}
	if s.PrefixItems == nil {
		s.PrefixItems = o.PrefixItems
	}
	if s.PropertyNames == nil {
		s.PropertyNames = o.PropertyNames
	}
	if s.Additional == nil {
		s.Additional = o.Additional
	}
	s.Closed = s.Closed || o.Closed
	s.PatternProperties = slices.Concat(s.PatternProperties, o.PatternProperties)
	s.assertions = slices.Concat(s.assertions, o.assertions)
	for _, name := range o.Order {
		if before := s.Properties[name]; before == nil {
			s.Order = append(s.Order, name)
			s.Properties[name] = o.Properties[name]
		} else if before != o.Properties[name] {
			s.Properties[name] = &Schema{api: before.api, checks: before.checks, AllOf: []*Schema{before, o.Properties[name]},
				ReadOnly: before.ReadOnly || o.Properties[name].ReadOnly, WriteOnly: before.WriteOnly || o.Properties[name].WriteOnly}
		}
	}
	for _, name := range o.requireds {
		if !slices.Contains(s.requireds, name) {
			s.requireds = append(s.requireds, name)
		}
	}
	return true
}

func larger(a, b *int) *int {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}

func smaller(a, b *int) *int {
	if a == nil || b != nil && *b < *a {
		return b
	}
	return a
}

// tighter gives the larger limit for sign 1, the smaller for -1.
func tighter(a, b *json.Number, sign int) *json.Number {
	if a == nil || b == nil {
		if a == nil {
			return b
		}
		return a
	}
	x, okX := rational(*a)
	y, okY := rational(*b)
	if okX && okY && y.Cmp(x)*sign > 0 {
		return b
	}
	return a
}

// number picks a number within the limits: a multiple of multipleOf, of 1 for integers, else with two decimals.
func (g *generator) number(s *Schema, integer bool) (any, bool) {
	step := big.NewRat(1, 1)
	if !integer && g.attempt%2 == 1 {
		step = big.NewRat(1, 100)
	}
	if s.MultipleOf != nil {
		step, _ = rational(*s.MultipleOf)
		if integer && !step.IsInt() {
			step = new(big.Rat).SetInt(step.Num())
		}
	}
	low, high := big.NewRat(0, 1), big.NewRat(1000, 1)
	lowest, highest := tighter(s.Minimum, s.ExclusiveMinimum, 1), tighter(s.Maximum, s.ExclusiveMaximum, -1)
	if lowest != nil {
		low, _ = rational(*lowest)
		high = new(big.Rat).Add(low, new(big.Rat).Mul(step, big.NewRat(1000, 1)))
	}
	if highest != nil {
		high, _ = rational(*highest)
		if lowest == nil && high.Cmp(low) <= 0 {
			low = new(big.Rat).Sub(high, new(big.Rat).Mul(step, big.NewRat(1000, 1)))
		}
	}
	first := ceiling(new(big.Rat).Quo(low, step))
	last := floor(new(big.Rat).Quo(high, step))
	if s.ExclusiveMinimum != nil && isMultiple(low, step) && sameNumber(*s.ExclusiveMinimum, low) {
		first.Add(first, big.NewInt(1))
	}
	if s.ExclusiveMaximum != nil && isMultiple(high, step) && sameNumber(*s.ExclusiveMaximum, high) {
		last.Sub(last, big.NewInt(1))
	}
	span := new(big.Int).Sub(last, first)
	if span.Sign() < 0 {
		return nil, false
	}
	if limit := big.NewInt(1000); span.Cmp(limit) > 0 {
		span = limit
	}
	first.Add(first, big.NewInt(g.random.Int64N(span.Int64()+1)))
	v := new(big.Rat).Mul(new(big.Rat).SetInt(first), step)
	if v.IsInt() {
		if n, ok := parseInt([]byte(v.Num().String())); ok {
			return n, true
		}
		return json.Number(v.Num().String()), true
	}
	digits, exact := v.FloatPrec()
	if !exact {
		return nil, false
	}
	return json.Number(v.FloatString(digits)), true
}

func ceiling(r *big.Rat) *big.Int {
	n := new(big.Int)
	n.Add(r.Num(), new(big.Int).Sub(r.Denom(), big.NewInt(1)))
	return n.Div(n, r.Denom())
}

func floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

func isMultiple(v, step *big.Rat) bool { return new(big.Rat).Quo(v, step).IsInt() }

func sameNumber(n json.Number, r *big.Rat) bool {
	v, ok := rational(n)
	return ok && v.Cmp(r) == 0
}

// list makes as many items as are demanded, and a few more where there is room.
func (g *generator) list(s *Schema, depth int) (any, bool) {
	least, most := 0, 3
	if s.MinItems != nil {
		least = *s.MinItems
		most = least + 2
	}
	if s.MaxItems != nil {
		most = min(most, *s.MaxItems)
	}
	if depth > 4 || g.attempt%3 == 2 {
		most = least
	}
	if least > most || least > 10_000 {
		return nil, false
	}
	count := least
	if most > least {
		count += g.random.IntN(most-least) + 1
	}
	list, seen := make([]any, 0, count), map[string]bool{}
	for i := 0; i < count; i++ {
		var v any
		ok := false
		for try := 0; try < 20 && !ok; try++ {
			v, ok = g.item(s, i, depth)
			ok = ok && !(s.UniqueItems && seen[canonical(v)])
		}
		if !ok {
			if len(list) >= least {
				break
			}
			return nil, false
		}
		seen[canonical(v)] = true
		list = append(list, v)
	}
	return list, true
}

// item makes the item at index i. What contains looks for comes first, as often as it is demanded.
func (g *generator) item(s *Schema, i, depth int) (any, bool) {
	if i < len(s.PrefixItems) {
		return g.value(s.PrefixItems[i], depth+1)
	}
	if wanted := s.assertion("contains"); wanted != nil {
		times := 1
		if least := s.assertion("minContains"); least != nil {
			times, _ = parseInt(least.raw)
		}
		if i-len(s.PrefixItems) < times {
			return g.value(wanted.child, depth+1)
		}
	}
	if s.Items != nil {
		return g.value(s.Items, depth+1)
	}
	return "item " + strconv.Itoa(i+1), true
}
