package contract

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/sandbank/sandbank/internal/problem"
)

// maxViolations bounds what one refusal lists.
const maxViolations = 100

// Accepts tells whether v, a decoded JSON value, satisfies the schema.
func (s *Schema) Accepts(v any, d Direction) bool {
	if s.fast(d)(v) {
		return true
	}
	run, err := s.authority(d)
	return err == nil && run.Validate(v) == nil
}

// Validate gives every way in which v, a decoded JSON value, breaks the schema, ordered by pointer; the pointers are
// relative to v. It gives nil when v satisfies the schema. At most 100 violations are listed, then one that says how
// many more there are. Values are not shown in the messages.
func (s *Schema) Validate(v any, d Direction) []problem.Violation {
	return s.violations(v, d, explainer{})
}

func (s *Schema) violations(v any, d Direction, how explainer) []problem.Violation {
	if s.fast(d)(v) {
		return nil
	}
	return s.explain(v, d, how)
}

// explainer says how messages speak of values. Values of parameters came as text, and are shown unless they are
// sensitive; those of bodies are never shown.
type explainer struct{ text, show bool }

// explain asks the authority for a verdict and its reasons.
func (s *Schema) explain(v any, d Direction, how explainer) []problem.Violation {
	run, err := s.authority(d)
	if err == nil {
		err = run.Validate(v)
	}
	if err == nil {
		return nil
	}
	var tree *jsonschema.ValidationError
	if !errors.As(err, &tree) {
		return []problem.Violation{{In: "body", Message: "cannot be checked: " + err.Error(), Keyword: "schema"}}
	}
	e := &explanation{explainer: how, schemas: s.api.compile.schemas, root: v, direction: d}
	e.walk(tree, "")
	if len(e.found) == 0 {
		e.add(nil, "schema", "breaks the schema of the contract")
	}
	return e.finish()
}

// explanation turns v5's tree of errors into violations. Of the tree it uses places only: the number of the schema,
// the keyword and the instance; names and limits are computed from the schema and the value, never read from texts.
type explanation struct {
	explainer
	schemas   []*Schema
	root      any
	direction Direction
	found     []found
}

// found is a violation before it is ordered.
type found struct {
	tokens           []string
	keyword, message string
}

func (e *explanation) add(tokens []string, keyword, message string) {
	e.found = append(e.found, found{tokens: tokens, keyword: keyword, message: message})
}

// walk visits an error; note is added to every message below it.
func (e *explanation) walk(err *jsonschema.ValidationError, note string) {
	schema, path := e.place(err)
	keyword := path[strings.LastIndexByte(path, '/')+1:]
	switch {
	case keyword == "oneOf" || keyword == "anyOf":
		if len(err.Causes) > 0 {
			e.union(err, schema, keyword, note)
			return
		}
	case keyword == "contains" || keyword == "minContains" || keyword == "maxContains":
		// its causes say why items do not count, which is no fault of theirs
	case len(err.Causes) > 0:
		for _, cause := range err.Causes {
			e.walk(cause, note)
		}
		return
	}
	from := len(e.found)
	e.leaf(err, schema, path, keyword)
	for i := from; i < len(e.found); i++ {
		e.found[i].message += note
	}
}

// place gives the schema that an error names and the place below it.
func (e *explanation) place(err *jsonschema.ValidationError) (*Schema, string) {
	resource, path, _ := strings.Cut(strings.TrimPrefix(err.AbsoluteKeywordLocation, resourcePrefix), "#")
	n, bad := strconv.Atoi(resource)
	if bad != nil || n < 0 || n >= len(e.schemas) {
		return &Schema{}, path
	}
	return e.schemas[n], path
}

// instance decodes an instance location, which v5 writes as a pointer with percent-escaped tokens.
func (e *explanation) instance(location string) ([]string, any) {
	if location == "" {
		return nil, e.root
	}
	tokens := strings.Split(location[1:], "/")
	v := e.root
	for i, t := range tokens {
		if plain, err := url.PathUnescape(t); err == nil {
			t = plain
		}
		t = unescapeToken(t)
		tokens[i] = t
		switch parent := v.(type) {
		case map[string]any:
			v = parent[t]
		case []any:
			if n, err := strconv.Atoi(t); err == nil && n < len(parent) {
				v = parent[n]
			}
		}
	}
	return tokens, v
}

// leaf writes the violations of one failed keyword.
func (e *explanation) leaf(err *jsonschema.ValidationError, s *Schema, path, keyword string) {
	tokens, v := e.instance(err.InstanceLocation)
	from := len(e.found)
	e.failed(err, s, path, keyword, tokens, v)
	if members, ok := v.(map[string]any); ok && len(e.found) == from {
		// v5 leaves a member whose name is empty out of the location.
		if inner, there := members[""]; there {
			e.failed(err, s, path, keyword, append(slices.Clone(tokens), ""), inner)
		}
	}
}

func (e *explanation) failed(err *jsonschema.ValidationError, s *Schema, path, keyword string, tokens []string, v any) {
	if strings.Contains(err.KeywordLocation, "/propertyNames/") && len(tokens) > 0 {
		e.add(tokens, "propertyNames", "has a name that "+e.describe(s, keyword, tokens[len(tokens)-1]))
		return
	}
	members, _ := v.(map[string]any)
	switch keyword {
	case "required":
		for _, name := range s.requiredFor(e.direction) {
			if _, given := members[name]; !given {
				e.add(append(slices.Clone(tokens), name), keyword, "is required")
			}
		}
	case "additionalProperties":
		known := s.memberNames(0)
		for name := range members {
			if s.Properties[name] == nil && !s.matchesPattern(name) {
				e.add(append(slices.Clone(tokens), name), keyword, unknownMember(name, known))
			}
		}
	case "unevaluatedProperties":
		if len(tokens) == 0 {
			tokens = []string{""} // v5 leaves a member out of the location whose name is empty
		}
		e.add(tokens, keyword, unknownMember(tokens[len(tokens)-1], s.memberNames(0)))
	case "readOnly":
		e.add(tokens, keyword, "is set by the bank and may not be sent")
	case "writeOnly":
		e.add(tokens, keyword, "is taken in requests only and may not be answered")
	case "missing", "tag":
		if d := s.Discriminator; d != nil {
			e.add(append(slices.Clone(tokens), d.Property), "discriminator", tagMessage(d, keyword == "missing"))
		}
	default:
		if names := strings.Split(path, "/"); len(names) > 3 && names[len(names)-3] == "dependentRequired" {
			e.dependent(s, tokens, members, unescapeToken(names[len(names)-2]))
			return
		}
		e.add(tokens, keyword, e.describe(s, keyword, v))
	}
}

func (e *explanation) dependent(s *Schema, tokens []string, members map[string]any, trigger string) {
	if plain, err := url.PathUnescape(trigger); err == nil {
		trigger = plain
	}
	for _, a := range s.assertions {
		var needs map[string][]string
		if a.keyword != "dependentRequired" || json.Unmarshal(a.raw, &needs) != nil {
			continue
		}
		for _, name := range needs[trigger] {
			if _, given := members[name]; !given {
				e.add(append(slices.Clone(tokens), name), a.keyword, fmt.Sprintf("is required when %q is given", trigger))
			}
		}
	}
}

// union explains a oneOf or anyOf of which no member fits. When the type of the value leaves one member, its errors
// are the answer; else those of the nearest member, and the messages say so.
func (e *explanation) union(err *jsonschema.ValidationError, s *Schema, keyword, note string) {
	members := s.OneOf
	if keyword == "anyOf" {
		members = s.AnyOf
	}
	tokens, v := e.instance(err.InstanceLocation)
	byMember := make([][]*jsonschema.ValidationError, len(members))
	for _, cause := range err.Causes {
		if i := memberIndex(cause.KeywordLocation, err.KeywordLocation); i >= 0 && i < len(members) {
			byMember[i] = append(byMember[i], cause)
		}
	}
	var ofType []int
	var types []string
	for i, m := range members {
		if m.admitsType(v, 0) {
			ofType = append(ofType, i)
		}
		types = append(types, m.typeNames(0)...)
	}
	if len(ofType) == 0 {
		e.add(tokens, keyword, e.typeMessage(types, v)+note)
		return
	}
	if len(ofType) == 1 {
		for _, cause := range byMember[ofType[0]] {
			e.walk(cause, note)
		}
		return
	}
	best, bestCost, bestFound := -1, 0, []found(nil)
	for _, i := range ofType {
		trial := &explanation{explainer: e.explainer, schemas: e.schemas, root: e.root, direction: e.direction}
		for _, cause := range byMember[i] {
			trial.walk(cause, "")
		}
		if cost := trial.cost(len(tokens)); len(trial.found) > 0 && (best < 0 || cost < bestCost) {
			best, bestCost, bestFound = i, cost, trial.found
		}
	}
	if best < 0 {
		e.add(tokens, keyword, fmt.Sprintf("fits none of the %d forms that are allowed here", len(members))+note)
		return
	}
	near := fmt.Sprintf(" (as %s, the nearest of %d forms)", members[best].label(best), len(members))
	for _, f := range bestFound {
		f.message += near + note
		e.found = append(e.found, f)
	}
}

// cost weighs how far a value is from a member of a union: a wrong constant directly below the union's value is
// likely a tag, and says that another member was meant.
func (e *explanation) cost(depth int) int {
	total := 0
	for _, f := range e.found {
		switch {
		case len(f.tokens) == depth:
			total += 20
		case (f.keyword == "const" || f.keyword == "enum") && len(f.tokens) == depth+1:
			total += 10
		default:
			total += 2
		}
	}
	return total
}

// memberIndex reads which member of a union a cause belongs to from the path of keywords that led to it.
func memberIndex(cause, union string) int {
	rest, ok := strings.CutPrefix(cause, union+"/")
	if !ok {
		return -1
	}
	digits, _, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

// finish orders the violations by pointer, drops repetitions, and bounds their number.
func (e *explanation) finish() []problem.Violation {
	slices.SortStableFunc(e.found, func(a, b found) int {
		return cmp.Or(compareTokens(a.tokens, b.tokens), cmp.Compare(a.keyword, b.keyword), cmp.Compare(a.message, b.message))
	})
	e.found = slices.CompactFunc(e.found, func(a, b found) bool { return slices.Equal(a.tokens, b.tokens) && a.message == b.message })
	out := make([]problem.Violation, 0, min(len(e.found), maxViolations+1))
	for _, f := range e.found[:min(len(e.found), maxViolations)] {
		out = append(out, problem.Violation{In: "body", Pointer: joinPointer(f.tokens), Message: f.message, Keyword: f.keyword})
	}
	return boundViolations(out, len(e.found))
}

// boundViolations keeps the first of total violations and adds one that counts what was left out.
func boundViolations(list []problem.Violation, total int) []problem.Violation {
	list = list[:min(len(list), maxViolations)]
	if left := total - len(list); left > 0 {
		list = append(list, problem.Violation{In: "body", Message: fmt.Sprintf("%d more violations were left out", left), Keyword: "more"})
	}
	return list
}

func joinPointer(tokens []string) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteByte('/')
		b.WriteString(escapeToken(shorten(t)))
	}
	return b.String()
}

// compareTokens orders pointers by their tokens, indexes as numbers.
func compareTokens(a, b []string) int {
	for i := range min(len(a), len(b)) {
		if a[i] == b[i] {
			continue
		}
		x, errX := strconv.Atoi(a[i])
		y, errY := strconv.Atoi(b[i])
		if errX == nil && errY == nil && x != y {
			return cmp.Compare(x, y)
		}
		return cmp.Compare(a[i], b[i])
	}
	return cmp.Compare(len(a), len(b))
}
