package agreement

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/pact"
	"github.com/sandbank/sandbank/internal/problem"
)

// body is an example of a body with what its schema says of it.
type body struct {
	side
	schema  *contract.Schema
	content any
	excerpt *contract.Excerpt
	// known are the violations of the example, which have been reported; broken are their places.
	known  map[problem.Violation]bool
	broken map[string]bool
}

func newBody(s side, schema *contract.Schema, content any, bad []problem.Violation) *body {
	b := &body{side: s, schema: schema, content: content, excerpt: schema.Excerpt(content, s.direction), known: map[problem.Violation]bool{}, broken: map[string]bool{}}
	for _, v := range bad {
		b.known[v], b.broken[v.Pointer] = true, true
	}
	return b
}

// violations holds a body against the schema: whole in a request, an excerpt in a response.
func (b *body) violations(content any) []problem.Violation {
	if b.direction == contract.Inbound {
		return b.schema.Validate(content, b.direction)
	}
	return b.schema.Excerpt(content, b.direction).Faults
}

// with tells whether the document allows the body with another value in one place.
func (b *body) with(tokens []string, v any) (why string, ok bool) {
	for _, bad := range b.violations(replaced(b.content, tokens, v)) {
		switch {
		case bad.Keyword == "minItems" || b.known[bad]:
		case bad.Pointer == pointerTo(tokens):
			return "it " + bad.Message, false
		default:
			return bad.Pointer + " " + bad.Message, false
		}
	}
	return "", true
}

// replaced gives a copy of a value with another one in one place.
func replaced(content any, tokens []string, v any) any {
	if len(tokens) == 0 {
		return v
	}
	switch content := content.(type) {
	case map[string]any:
		out := maps.Clone(content)
		out[tokens[0]] = replaced(content[tokens[0]], tokens[1:], v)
		return out
	case []any:
		out := slices.Clone(content)
		if i, err := strconv.Atoi(tokens[0]); err == nil && i < len(out) {
			out[i] = replaced(out[i], tokens[1:], v)
		}
		return out
	}
	return content
}

// at gives the value at a place of the body.
func (b *body) at(tokens []string) any {
	v := b.content
	for _, t := range tokens {
		v = children(v)[t]
	}
	return v
}

// bodyRules judges the rules of the values below a value of a body.
func (e *examination) bodyRules(b *body, rules []pact.Rule, below []string) {
	pact.Walk(rules, b.at(below), func(tokens []string, _ any, best *pact.Rule, exact bool) {
		if exact {
			e.bodyRule(b, best, slices.Concat(below, tokens))
		}
	})
}

// bodyRule judges a rule for one value of a body, and the rules inside it for the values below. A value that is wrong by
// itself needs no more to be said of it.
func (e *examination) bodyRule(b *body, r *pact.Rule, tokens []string) {
	pointer, v := pointerTo(tokens), b.at(tokens)
	schemas := b.excerpt.At(pointer)
	if b.broken[pointer] || len(schemas) == 0 {
		return
	}
	s := subject{side: b.side, pointer: r.Pointer, what: strings.TrimSuffix("the "+b.name+"'s body "+pointer, " "), example: v, schemas: schemas}
	s.related = declaredHere(schemas[0], "what it is held against")
	s.allows = func(v any) (string, bool) { return b.with(tokens, v) }
	s.documented = func() []any { return documented(schemas, b.direction) }
	e.judge(r, s)
	for _, m := range r.Matchers {
		switch m.Match {
		case "eachKey":
			e.keyRules(r, m, s)
		case "eachValue":
			inner := pact.Rule{Matchers: m.Rules, Pointer: r.Pointer}
			for _, name := range slices.Sorted(maps.Keys(children(v))) {
				e.bodyRule(b, &inner, slices.Concat(tokens, []string{name}))
			}
		case "arrayContains":
			list, _ := v.([]any)
			for _, variant := range m.Variants {
				if variant.Index < len(list) {
					e.bodyRules(b, variant.Rules, slices.Concat(tokens, []string{strconv.Itoa(variant.Index)}))
				}
			}
		}
	}
}

// keyRules judges the rules of the names of an object's members.
func (e *examination) keyRules(r *pact.Rule, m pact.Matcher, s subject) {
	members, _ := s.example.(map[string]any)
	inner := pact.Rule{Any: r.Any, Matchers: m.Rules}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		keys := s
		keys.what, keys.example, keys.schemas, keys.documented, keys.allows = "the names in "+s.what, name, nil, nil, nil
		for _, schema := range s.schemas {
			if schema.PropertyNames != nil {
				names := []*contract.Schema{schema.PropertyNames}
				keys.allows = func(v any) (string, bool) { return allowed(names, v, s.direction) }
				keys.documented = func() []any { return documented(names, s.direction) }
			}
		}
		e.judge(&inner, keys)
	}
}

// children gives the members or items of a value by their tokens.
func children(v any) map[string]any {
	switch v := v.(type) {
	case map[string]any:
		return v
	case []any:
		out := make(map[string]any, len(v))
		for i, item := range v {
			out[strconv.Itoa(i)] = item
		}
		return out
	}
	return nil
}

// allowed tells whether all schemas accept a value.
func allowed(schemas []*contract.Schema, v any, d contract.Direction) (why string, ok bool) {
	for _, s := range schemas {
		if !s.Accepts(v, d) {
			for _, bad := range s.Validate(v, d) {
				return "it " + bad.Message, false
			}
			return "it breaks its schema", false
		}
	}
	return "", true
}
