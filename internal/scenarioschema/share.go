package scenarioschema

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// shareFrom is the size in bytes of JSON from which a schema that stands in several places is written once.
const shareFrom = 160

// sharer finds schemas that are written in several places, and moves them to $defs. A document with hundreds of
// operations repeats its headers and errors in each of them, and editors load the schema at every start.
type sharer struct {
	count map[string]int
	names map[string]string
	defs  m
}

// share rewrites a schema and its $defs. The schema is a tree: no part of it stands in two places.
func share(schema m) error {
	s := &sharer{count: map[string]int{}, names: map[string]string{}, defs: schema["$defs"].(m)}
	var err error
	each(schema, func(sub m) m {
		var text string
		if text, err = keyOf(sub, err); len(text) >= shareFrom {
			s.count[text]++
		}
		return sub
	})
	if err != nil {
		return err
	}
	own := slices.Collect(func(yield func(string) bool) {
		for name := range s.defs {
			if !yield(name) {
				return
			}
		}
	})
	slices.Sort(own)
	for _, name := range own { // a schema that has a name already is referred to by it
		if d, ok := s.defs[name].(m); ok {
			var text string
			if text, err = keyOf(d, err); s.count[text] > 1 && s.names[text] == "" {
				s.names[text] = name
			}
		}
	}
	made := m{}
	var replace func(sub m) m
	replace = func(sub m) m {
		var text string
		if text, err = keyOf(sub, err); s.count[text] < 2 {
			inside(sub, replace)
			return sub
		}
		name := s.names[text]
		if name == "" {
			name = fmt.Sprintf("shared.%d", len(made)+1)
			s.names[text] = name
			made[name] = sub
		}
		return ref(name)
	}
	// From the outside in: what is inside of a shared schema is rewritten once, where it is kept.
	inside(schema, replace)
	for _, name := range own {
		if d, ok := s.defs[name].(m); ok {
			inside(d, replace)
		}
	}
	for done := 0; done < len(made); done++ {
		inside(made[fmt.Sprintf("shared.%d", done+1)].(m), replace)
	}
	for name, d := range made {
		s.defs[name] = d
	}
	return err
}

// keyOf writes a schema as the text that tells it from others.
func keyOf(schema m, before error) (string, error) {
	if before != nil {
		return "", before
	}
	b, err := json.Marshal(schema)
	return string(b), err
}

// each visits every schema below a schema, itself not included.
func each(schema m, visit func(m) m) {
	inside(schema, func(sub m) m {
		visit(sub)
		each(sub, visit)
		return sub
	})
	if defs, ok := schema["$defs"].(m); ok {
		for _, d := range defs {
			if sub, ok := d.(m); ok {
				visit(sub)
				each(sub, visit)
			}
		}
	}
}

// inside replaces the schemas that stand directly in a schema, $defs left alone. Keywords are visited in order, so that
// the result is the same each time.
func inside(schema m, replace func(m) m) {
	keywords := make([]string, 0, len(schema))
	for k := range schema {
		keywords = append(keywords, k)
	}
	slices.Sort(keywords)
	for _, keyword := range keywords {
		switch v := schema[keyword].(type) {
		case m:
			switch keyword {
			case "properties", "patternProperties":
				names := make([]string, 0, len(v))
				for name := range v {
					names = append(names, name)
				}
				slices.Sort(names)
				next := make(m, len(v))
				for _, name := range names {
					next[name] = v[name]
					if sub, ok := v[name].(m); ok {
						next[name] = replace(sub)
					}
				}
				schema[keyword] = next
			case "items", "not", "if", "then", "else", "additionalProperties", "propertyNames":
				schema[keyword] = replace(v)
			}
		case []any:
			if !strings.HasSuffix(keyword, "Of") {
				continue
			}
			next := slices.Clone(v)
			for i, sub := range v {
				if sub, ok := sub.(m); ok {
					next[i] = replace(sub)
				}
			}
			schema[keyword] = next
		}
	}
}
