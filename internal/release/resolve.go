package release

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/oasdiff/oasdiff/checker/rules"

	"github.com/sandbank/sandbank/internal/contract"
)

// resolve finds the schemas that a change is about by its property or parameter, for the rules of oasdiff that say no
// place.
func (c *comparer) resolve(ch *Change) {
	if s := named(ch, ch.before, ch.property); s != nil {
		ch.from = s.Pointer
	}
	if s := named(ch, ch.after, ch.property); s != nil {
		ch.to = s.Pointer
	}
}

// named gives the schema of an operation that a change names, at a path of its body; nil when there is none.
func named(ch *Change, o *contract.Operation, path string) *contract.Schema {
	if o == nil {
		return nil
	}
	if name := ch.wording.value(ch.roles.parameter); name != "" {
		location := ch.wording.value(ch.roles.location)
		if location == "header" {
			name = strings.ToLower(name)
		}
		if p := o.Parameter(location, name); p != nil && p.Schema != nil {
			return p.Schema
		}
		return nil
	}
	var content []*contract.MediaType
	switch {
	case ch.direction == rules.DirectionRequest && o.Body != nil:
		content = o.Body.Content
	case ch.direction == rules.DirectionResponse:
		for _, r := range o.Responses {
			if len(ch.Statuses) == 0 || r.Status == ch.Statuses[0] {
				content = append(content, r.Content...)
			}
		}
	}
	for _, m := range content {
		if m.Schema == nil {
			continue
		}
		if s := follow(m.Schema, path); s != nil {
			return s
		}
	}
	return nil
}

var (
	step       = regexp.MustCompile(`(?:oneOf|anyOf|allOf)\[[^\]]*\]|[^/]+`)
	unionStep  = regexp.MustCompile(`^(oneOf|anyOf|allOf)\[(?:subschema #([0-9]+)|#/components/schemas/([^\]]*))`)
	singleStep = map[string]func(*contract.Schema) *contract.Schema{
		"items":                func(s *contract.Schema) *contract.Schema { return s.Items },
		"additionalProperties": func(s *contract.Schema) *contract.Schema { return s.Additional },
		"propertyNames":        func(s *contract.Schema) *contract.Schema { return s.PropertyNames },
	}
)

// follow walks a path of properties as oasdiff writes it: "items/payment/oneOf[subschema #2: Transfer]/account".
func follow(s *contract.Schema, path string) *contract.Schema {
	for _, name := range step.FindAllString(path, -1) {
		next := s.Properties[name]
		if m := unionStep.FindStringSubmatch(name); m != nil {
			next = member(s, m[1], m[2], m[3])
		} else if single := singleStep[name]; next == nil && single != nil {
			next = single(s)
		}
		if next == nil {
			return nil
		}
		s = next
	}
	return s
}

// member gives a member of a union by its number, which begins at 1, or by its component's name.
func member(s *contract.Schema, keyword, number, name string) *contract.Schema {
	members := map[string][]*contract.Schema{"oneOf": s.OneOf, "anyOf": s.AnyOf, "allOf": s.AllOf}[keyword]
	if i, err := strconv.Atoi(number); err == nil && i >= 1 && i <= len(members) {
		return members[i-1]
	}
	for _, m := range members {
		if name != "" && m.Name == name {
			return m
		}
	}
	return nil
}
