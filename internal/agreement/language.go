package agreement

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// verdict is whether a rule takes a value. What libraries decide differently is unsure.
type verdict int

const (
	unsure verdict = iota
	yes
	no
)

// language is the set of values that the matchers of a rule take.
type language struct {
	any      bool
	matchers []pact.Matcher
	// expressions are those of matchers that compare texts, by index; nil for the others and for those beyond RE2.
	expressions []*regexp.Regexp
	example     any
	// written is set for values that are texts as they are sent, in which libraries read numbers.
	written bool
}

// newLanguage compiles the matchers, and warns of expressions that cannot be judged.
func (e *examination) newLanguage(r *pact.Rule, s subject) *language {
	l := &language{any: r.Any, matchers: r.Matchers, expressions: make([]*regexp.Regexp, len(r.Matchers)), example: s.example, written: s.written}
	for i, m := range r.Matchers {
		expression := m.Regex
		switch m.Match {
		case "regex":
		case "semver":
			expression = semver
		case "date", "time", "datetime":
			if expression = datePattern(m.Match, m.Format).expression(); expression == "" {
				continue
			}
		default:
			continue
		}
		compiled, err := regexp.Compile(expression)
		if err != nil {
			s.related = nil
			e.once(finding.Warning, "unchecked-pattern", m.Pointer, s, "has an expression that cannot be judged here: %v", err)
			continue
		}
		l.expressions[i] = compiled
	}
	return l
}

// semver is the form of versions (Semantic Versioning 2.0.0, backus-naur form).
const semver = `^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`

// exact tells of a rule that takes the example alone, as without a rule: it is what the interaction's state is about.
func (l *language) exact() bool {
	return slices.ContainsFunc(l.matchers, func(m pact.Matcher) bool { return m.Match == "equality" })
}

// accepts combines the verdicts of the matchers.
func (l *language) accepts(v any) verdict {
	refused, taken := 0, 0
	for i := range l.matchers {
		switch l.takes(i, v) {
		case no:
			refused++
		case yes:
			taken++
		}
	}
	switch {
	case l.any && taken > 0, !l.any && taken == len(l.matchers):
		return yes
	case !l.any && refused > 0, l.any && refused == len(l.matchers):
		return no
	}
	return unsure
}

func verdictOf(ok bool) verdict {
	if ok {
		return yes
	}
	return no
}

// takes tells whether one matcher takes a value.
func (l *language) takes(i int, v any) verdict {
	m := &l.matchers[i]
	text, isText := v.(string)
	switch m.Match {
	case "equality":
		return verdictOf(reflect.DeepEqual(v, l.example))
	case "type":
		if kind(v) == kind(l.example) {
			return yes
		}
		return no
	case "null":
		return verdictOf(v == nil)
	case "boolean", "number", "integer", "decimal":
		if l.written {
			return unsure
		}
		return takesKind(m.Match, v)
	case "include":
		if isText {
			return verdictOf(strings.Contains(text, m.Value))
		}
	case "notEmpty":
		switch kind(v) {
		case "number", "boolean":
			return yes
		}
		return verdictOf(text != "" || len(children(v)) > 0)
	case "regex", "semver", "date", "time", "datetime":
		return l.matches(i, v)
	}
	return unsure
}

// matches tells whether a value, written as text, matches. Some libraries look for a match in the text and some want
// the text to match as a whole: only the first is refused by both.
func (l *language) matches(i int, v any) verdict {
	expression := l.expressions[i]
	if expression == nil {
		return unsure
	}
	text, ok := asText(v)
	if !ok {
		return unsure
	}
	return verdictOf(expression.MatchString(text))
}

// asText writes a text, number or boolean as expressions are held against it.
func asText(v any) (text string, ok bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case int, bool, json.Number:
		b, err := json.Marshal(v)
		return string(b), err == nil
	}
	return "", false
}

// takesKind judges the matchers of numbers and booleans.
func takesKind(match string, v any) verdict {
	number, isNumber := v.(json.Number)
	_, isInt := v.(int)
	switch match {
	case "boolean":
		return verdictOf(kind(v) == "boolean")
	case "number":
		return verdictOf(isNumber || isInt)
	case "integer":
		if isNumber && !strings.ContainsAny(number.String(), ".eE") {
			return yes // beyond 2^53
		}
		if isNumber && strings.TrimRight(number.String(), "0") == number.String() {
			return no
		}
		if isNumber {
			return unsure // 5.0
		}
		return verdictOf(isInt)
	}
	if isNumber && !strings.ContainsAny(number.String(), ".eE") {
		return no
	}
	return verdictOf(isNumber)
}

// kind gives the JSON type of a value; integers are numbers.
func kind(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "number"
}

// samples gives values that the rule takes; finite tells that these are all.
func (l *language) samples() (values []any, finite bool) {
	finite = l.any
	for i := range l.matchers {
		some, all := l.samplesOf(i)
		values = append(values, some...)
		if l.any {
			finite = finite && all
		} else {
			finite = finite || all
		}
	}
	var out []any
	for _, v := range values {
		if l.accepts(v) == yes {
			out = append(out, v)
		}
	}
	return out, finite
}

func (l *language) samplesOf(i int) (values []any, finite bool) {
	m := &l.matchers[i]
	switch m.Match {
	case "regex":
		if l.expressions[i] == nil {
			return nil, false
		}
		texts, finite := textsOf(m.Regex)
		lists := false // the example among the texts, as alternatives do
		for _, text := range texts {
			if v, ok := l.as(text); ok {
				values = append(values, v)
				lists = lists || reflect.DeepEqual(v, l.example)
			}
		}
		return values, finite && lists
	case "boolean":
		return []any{true, false}, true
	case "include":
		return []any{m.Value}, false
	case "semver":
		return []any{"0.0.4", "1.0.0-alpha.1+build.7"}, false
	case "date", "time", "datetime":
		for _, text := range datePattern(m.Match, m.Format).samples() {
			values = append(values, text)
		}
	}
	return values, false
}

// as gives the value of the example's type that a text stands for.
func (l *language) as(text string) (any, bool) {
	if _, isText := l.example.(string); isText {
		return text, true
	}
	v, err := contract.DecodeJSON([]byte(text), 0)
	return v, err == nil && kind(v) == kind(l.example)
}
