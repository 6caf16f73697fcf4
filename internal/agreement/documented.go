package agreement

import (
	"math/rand/v2"
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
)

// samplesOfDocument is how many values are made of a schema that says what its texts look like.
const samplesOfDocument = 24

// documented gives values that schemas allow together: all of them where they are listed, true and false of a boolean,
// and samples where a pattern or a format says what a text looks like. There are none for values that the document
// leaves open.
func documented(schemas []*contract.Schema, d contract.Direction) []any {
	candidates := enumerated(schemas)
	if candidates == nil && len(schemas) > 0 {
		switch types := schemas[0].JSONTypes(); {
		case slices.Equal(types, []string{"boolean"}):
			candidates = []any{true, false}
		case slices.Equal(types, []string{"string"}):
			candidates = made(schemas, d)
		}
	}
	return slices.DeleteFunc(slices.Clone(candidates), func(v any) bool {
		_, ok := allowed(schemas, v, d)
		return !ok
	})
}

// enumerated gives the values that one of the schemas lists, nil when none does.
func enumerated(schemas []*contract.Schema) []any {
	for _, s := range schemas {
		if s.Enum != nil {
			return s.Enum
		}
		if values := enumerated(s.AllOf); values != nil {
			return values
		}
		var all []any
		for _, member := range slices.Concat(s.OneOf, s.AnyOf) {
			values := enumerated([]*contract.Schema{member})
			if values == nil {
				all = nil
				break
			}
			all = append(all, values...)
		}
		if all != nil {
			return all
		}
	}
	return nil
}

// made gives texts of the first schema that says what they look like.
func made(schemas []*contract.Schema, d contract.Direction) []any {
	for _, s := range schemas {
		if !described(s) {
			continue
		}
		var out []any
		for seed := range uint64(samplesOfDocument) {
			v, err := s.Generate(rand.New(rand.NewPCG(seed, 0)), d)
			if err != nil {
				return nil // the document admits texts that cannot be made; nothing is claimed of it
			}
			if text, ok := v.(string); ok {
				out = append(out, text)
			}
		}
		return out
	}
	return nil
}

// shaped are the formats whose texts look alike. Others, such as uri and email, leave more open than they say.
var shaped = []string{"date", "time", "date-time", "duration", "uuid", "ipv4"}

// described tells whether a schema says what a text looks like.
func described(s *contract.Schema) bool {
	return s.Pattern != "" || slices.Contains(shaped, s.Format) || slices.ContainsFunc(s.AllOf, described)
}
