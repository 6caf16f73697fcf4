package pact

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// step is one step of a rule's expression; any stands for * and [*].
type step struct {
	name string
	any  bool
}

// parsePath reads an expression of the values in a body: $ and then .name, ['name'], [0], .* or [*]. bad says what is
// wrong with it.
func parsePath(text string) (steps []step, bad string) {
	rest, ok := strings.CutPrefix(text, "$")
	if !ok {
		return nil, "does not begin with $"
	}
	for rest != "" {
		var s step
		switch {
		case rest[0] == '.':
			end := strings.IndexAny(rest[1:], ".[") + 1
			if end == 0 {
				end = len(rest)
			}
			s.name, rest = rest[1:end], rest[end:]
			if s.name == "" {
				return nil, "has a step without a name"
			}
			s.any = s.name == "*"
		case strings.HasPrefix(rest, "['") || strings.HasPrefix(rest, `["`):
			end := strings.Index(rest[2:], rest[1:2]+"]")
			if end < 0 {
				return nil, "has a bracket that is not closed"
			}
			s.name, rest = rest[2:2+end], rest[4+end:]
		case rest[0] == '[':
			end := strings.IndexByte(rest, ']')
			if end < 0 {
				return nil, "has a bracket that is not closed"
			}
			s.name, rest = rest[1:end], rest[end+1:]
			s.any = s.name == "*"
			if s.name == "" || !s.any && strings.Trim(s.name, "0123456789") != "" {
				return nil, "has a bracket that holds no index"
			}
		default:
			return nil, "goes on with " + rest[:1] + " where . or [ is expected"
		}
		steps = append(steps, s)
	}
	return steps, ""
}

// Walk visits every value of a body with the rule that speaks of it: nil when none does; exact tells whether the rule's
// expression leads to the value itself, or to one around it, from which rules are inherited. Of several rules the one
// with the greatest weight speaks (Pact specification 2, "Matching rules": exact steps weigh more than *, longer
// expressions more than short ones). The tokens of the value's pointer are valid during the call only.
func Walk(rules []Rule, content any, visit func(tokens []string, v any, best *Rule, exact bool)) {
	root := &branch{}
	for i := range rules {
		if rules[i].Category == "body" {
			root.add(&rules[i])
		}
	}
	w := &walk{visit: visit}
	w.value(content, nil, []weighed{{root, 2}}, nil, 0)
}

// branch is a place in the tree of the expressions of all rules.
type branch struct {
	named map[string]*branch
	any   *branch
	rule  *Rule
}

func (b *branch) add(r *Rule) {
	for _, s := range r.steps {
		next := b.any
		if !s.any {
			next = b.named[s.name]
		}
		if next == nil {
			next = &branch{}
			switch {
			case s.any:
				b.any = next
			case b.named == nil:
				b.named = map[string]*branch{s.name: next}
			default:
				b.named[s.name] = next
			}
		}
		b = next
	}
	if b.rule == nil {
		b.rule = r
	}
}

// weighed is a branch that the steps so far lead to, with the product of their weights.
type weighed struct {
	*branch
	weight float64
}

type walk struct {
	visit func(tokens []string, v any, best *Rule, exact bool)
}

func (w *walk) value(v any, tokens []string, here []weighed, inherited *Rule, most float64) {
	best, exact := inherited, false
	for _, b := range here {
		if weight := b.weight * float64(len(tokens)+1); b.rule != nil && weight > most {
			best, exact, most = b.rule, true, weight
		}
	}
	w.visit(tokens, v, best, exact)
	step := func(name string, inner any) {
		var next []weighed
		for _, b := range here {
			if n := b.named[name]; n != nil {
				next = append(next, weighed{n, b.weight * 2})
			}
			if b.any != nil {
				next = append(next, weighed{b.any, b.weight})
			}
		}
		w.value(inner, append(tokens, name), next, best, most)
	}
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			step(name, v[name])
		}
	case []any:
		for i, item := range v {
			step(strconv.Itoa(i), item)
		}
	}
}
