package agreement

import (
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// kinds are the matchers that take values of one kind: what they take, and the JSON types that some of it is of.
var kinds = map[string]struct {
	takes string
	types []string
}{
	"null":    {"null", []string{"null"}},
	"boolean": {"true and false", []string{"boolean"}},
	"number":  {"numbers", []string{"number", "integer"}},
	"integer": {"whole numbers", []string{"number", "integer"}},
	"decimal": {"fractions", []string{"number"}},
}

// otherKind tells whether a rule takes values of a kind only that the document does not have, and reports it. Of texts
// as they are sent nothing is said: libraries read numbers and booleans in them.
func (e *examination) otherKind(r *pact.Rule, s subject) bool {
	if s.written {
		return false
	}
	var first pact.Matcher
	var has []string
	for _, m := range r.Matchers {
		types := excluded(m, s.schemas)
		if types == nil && r.Any {
			return false
		}
		if types != nil && has == nil {
			first, has = m, types
		}
	}
	if has == nil {
		return false
	}
	e.once(finding.Error, "rule-contradicts-document", first.Pointer, s, "(%s) takes %s only, and the document has %s", first.Match, kinds[first.Match].takes, alternatives(has))
	return true
}

// excluded gives the types of a schema that has none of those that a matcher takes; nil when there is none.
func excluded(m pact.Matcher, schemas []*contract.Schema) []string {
	kind, ok := kinds[m.Match]
	if !ok {
		return nil
	}
	for _, s := range schemas {
		types := s.JSONTypes()
		if len(types) > 0 && !slices.ContainsFunc(types, func(t string) bool { return slices.Contains(kind.types, t) }) {
			return types
		}
	}
	return nil
}

// articles are types as they stand in a sentence.
var articles = map[string]string{"array": "a list", "boolean": "a boolean", "integer": "an integer", "null": "null", "number": "a number", "object": "an object", "string": "a string"}

func alternatives(types []string) string {
	out := make([]string, len(types))
	for i, t := range types {
		out[i] = articles[t]
	}
	return strings.Join(out, " or ")
}

// matchesPart warns of an expression that is found in the example, and does not match all of it: libraries that look for
// it in the text take the example, those that hold it against the whole text refuse it.
func (e *examination) matchesPart(l *language, s subject) {
	text, ok := asText(s.example)
	if !ok || l.any && len(l.matchers) > 1 {
		return
	}
	for i, m := range l.matchers {
		if m.Match == "regex" && l.expressions[i] != nil && !matchesWhole(m.Regex, text) {
			e.once(finding.Warning, "rule-matches-part", m.Pointer, s, "matches a part of the example only, and is refused by verifiers that match the whole value")
		}
	}
}
