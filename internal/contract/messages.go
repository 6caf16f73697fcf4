package contract

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/finding"
)

// describe writes what a failed keyword of s demands of v.
func (e explainer) describe(s *Schema, keyword string, v any) string {
	switch keyword {
	case "type":
		types := s.Types
		if len(types) == 0 && s.Discriminator != nil {
			types = []string{"object"}
			for _, other := range s.Discriminator.others {
				types = append(types, other.Types...)
			}
		}
		return e.typeMessage(types, v)
	case "enum", "const":
		if a := s.assertion(keyword); a != nil {
			return choiceMessage(a.values)
		}
	case "pattern":
		return "must match the pattern " + s.Pattern
	case "format":
		if f, ok := formats[s.Format]; ok {
			return "must be " + f.must
		}
		if limits, ok := numericFormats[s.Format]; ok {
			return fmt.Sprintf("must be an integer from %d to %d", limits[0], limits[1])
		}
	case "minLength", "maxLength":
		text, _ := v.(string)
		return countMessage(keyword, s.MinLength, s.MaxLength, utf8.RuneCountInString(text), "be", "character")
	case "minItems", "maxItems":
		list, _ := v.([]any)
		return countMessage(keyword, s.MinItems, s.MaxItems, len(list), "have", "item")
	case "minProperties", "maxProperties":
		members, _ := v.(map[string]any)
		return countMessage(keyword, s.MinProperties, s.MaxProperties, len(members), "have", "member")
	case "minimum":
		return "must be at least " + string(*s.Minimum)
	case "maximum":
		return "must be at most " + string(*s.Maximum)
	case "exclusiveMinimum":
		return "must be more than " + string(*s.ExclusiveMinimum)
	case "exclusiveMaximum":
		return "must be less than " + string(*s.ExclusiveMaximum)
	case "multipleOf":
		return "must be a multiple of " + string(*s.MultipleOf)
	case "uniqueItems":
		list, _ := v.([]any)
		if i, j, ok := firstRepeated(list); ok {
			return fmt.Sprintf("must not repeat an item; items %d and %d (counted from 0) are equal", i, j)
		}
		return "must not repeat an item"
	case "oneOf":
		return fitsSeveral(s, v)
	case "contains", "minContains", "maxContains":
		return containsMessage(s, keyword)
	case "not":
		return "has a form that is excluded here"
	case "unevaluatedItems":
		return "is an item beyond those that are allowed"
	}
	return "is not allowed here"
}

// typeMessage reads `must be a string or null, is a number`.
func (e explainer) typeMessage(types []string, v any) string {
	var names []string
	for _, t := range types {
		if name := typeName(t); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "has a type that is not allowed here"
	}
	if given, ok := v.(string); ok && e.text {
		if e.show && utf8.RuneCountInString(given) <= 40 {
			return "must be " + orList(names) + ", is " + encodeValue(given)
		}
		return "must be " + orList(names)
	}
	is := valueType(v)
	if n, ok := v.(json.Number); ok && slices.Contains(types, "integer") {
		if r, ok := rational(n); ok && !r.IsInt() {
			is = "a fraction"
		}
	}
	return "must be " + orList(names) + ", is " + is
}

func typeName(t string) string {
	switch t {
	case "null":
		return "null"
	case "array":
		return "a list"
	case "object", "integer":
		return "an " + t
	case "boolean":
		return "true or false"
	}
	return "a " + t
}

func valueType(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "a boolean"
	case int, json.Number:
		return "a number"
	case string:
		return "a string"
	case []any:
		return "a list"
	}
	return "an object"
}

func orList(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// maxChoices bounds the values that a message lists.
const maxChoices = 20

// choiceMessage reads `must be one of "en", "hi"`.
func choiceMessage(values []any) string {
	shown := make([]string, 0, min(len(values), maxChoices))
	for _, v := range values[:min(len(values), maxChoices)] {
		shown = append(shown, encodeValue(v))
	}
	if len(values) == 1 {
		return "must be " + shown[0]
	}
	more := ""
	if len(values) > maxChoices {
		more = fmt.Sprintf(" and %d more", len(values)-maxChoices)
	}
	return "must be one of " + strings.Join(shown, ", ") + more
}

func encodeValue(v any) string {
	if text, ok := v.(string); ok {
		return string(appendString(nil, text))
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

func tagMessage(d *Discriminator, missing bool) string {
	tags := make([]any, len(d.Tags))
	for i, t := range d.Tags {
		tags[i] = t
	}
	if missing {
		return "is required; it " + choiceMessage(tags)
	}
	return choiceMessage(tags)
}

func unknownMember(name string, known []string) string {
	message := "is not a known member"
	if near := finding.DidYouMean(name, known); near != "" {
		message += "; " + near
	}
	return message
}

// countMessage reads `must be at most 64 characters, has 80`.
func countMessage(keyword string, least, most *int, has int, verb, unit string) string {
	limit, words := most, "at most"
	if strings.HasPrefix(keyword, "min") {
		limit, words = least, "at least"
		if *limit == 1 && has == 0 {
			return "must not be empty"
		}
	}
	if *limit != 1 {
		unit += "s"
	}
	return fmt.Sprintf("must %s %s %d %s, has %d", verb, words, *limit, unit, has)
}

func containsMessage(s *Schema, keyword string) string {
	word, count := "at least ", "1"
	if keyword == "maxContains" {
		word = "at most "
	} else {
		keyword = "minContains"
	}
	if a := s.assertion(keyword); a != nil {
		count = string(a.raw)
	}
	return "must hold " + word + count + " of the items that are looked for"
}

func fitsSeveral(s *Schema, v any) string {
	var fits []string
	for i, m := range s.OneOf {
		if m.Accepts(v, Inbound) {
			fits = append(fits, m.label(i))
		}
	}
	if len(fits) < 2 {
		return "fits more than one of the forms of which it must fit exactly one"
	}
	return "fits " + strings.Join(fits, " and ") + ", and must fit exactly one of them"
}

// label names a member of a union for a person.
func (s *Schema) label(index int) string {
	switch {
	case s.Title != "":
		return strconv.Quote(s.Title)
	case s.Name != "":
		return s.Name
	}
	return fmt.Sprintf("form %d", index+1)
}

// admitsType tells whether the type of v is among those of the schema, looking through allOf and unions.
func (s *Schema) admitsType(v any, depth int) bool {
	types := s.typeNames(depth)
	if len(types) == 0 {
		return true
	}
	switch v := v.(type) {
	case nil:
		return slices.Contains(types, "null")
	case bool:
		return slices.Contains(types, "boolean")
	case string:
		return slices.Contains(types, "string")
	case []any:
		return slices.Contains(types, "array")
	case map[string]any:
		return slices.Contains(types, "object")
	case int:
		return slices.Contains(types, "number") || slices.Contains(types, "integer")
	case json.Number:
		r, ok := rational(v)
		return slices.Contains(types, "number") || ok && r.IsInt() && slices.Contains(types, "integer")
	}
	return true
}

// typeNames gives the JSON types that a value may have, looking through allOf and unions; nil means any.
func (s *Schema) typeNames(depth int) []string {
	if len(s.Types) > 0 || depth > 8 {
		return s.Types
	}
	for _, part := range s.AllOf {
		if types := part.typeNames(depth + 1); len(types) > 0 {
			return types
		}
	}
	var all []string
	for _, m := range append(slices.Clone(s.OneOf), s.AnyOf...) {
		types := m.typeNames(depth + 1)
		if len(types) == 0 {
			return nil
		}
		all = append(all, types...)
	}
	if len(all) == 0 && len(s.Enum) > 0 {
		for _, v := range s.Enum {
			all = append(all, jsonType(v))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func jsonType(v any) string {
	switch v := v.(type) {
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
	case json.Number:
		if r, ok := rational(v); ok && !r.IsInt() {
			return "number"
		}
	}
	return "integer"
}

// memberNames lists the members that the schema knows, its parts' included.
func (s *Schema) memberNames(depth int) []string {
	names := slices.Clone(s.Order)
	if depth > 4 {
		return names
	}
	for _, part := range slices.Concat(s.AllOf, s.OneOf, s.AnyOf) {
		names = append(names, part.memberNames(depth+1)...)
	}
	return names
}

func (s *Schema) matchesPattern(name string) bool {
	for _, p := range s.PatternProperties {
		if p.expression.MatchString(name) {
			return true
		}
	}
	return false
}

func firstRepeated(list []any) (i, j int, ok bool) {
	seen := make(map[string]int, len(list))
	for j, v := range list {
		key := canonical(v)
		if i, twice := seen[key]; twice {
			return i, j, true
		}
		seen[key] = j
	}
	return 0, 0, false
}

// canonical writes equal JSON values as equal texts: members sorted, numbers as fractions.
func canonical(v any) string {
	switch v := v.(type) {
	case int:
		return new(big.Rat).SetInt64(int64(v)).RatString()
	case json.Number:
		if r, ok := rational(v); ok {
			return r.RatString()
		}
	case []any:
		parts := make([]string, len(v))
		for i, item := range v {
			parts[i] = canonical(item)
		}
		return "[" + strings.Join(parts, ",") + "]"
	case map[string]any:
		parts := make([]string, 0, len(v))
		for name, member := range v {
			parts = append(parts, strconv.Quote(name)+":"+canonical(member))
		}
		slices.Sort(parts)
		return "{" + strings.Join(parts, ",") + "}"
	}
	return encodeValue(v)
}
