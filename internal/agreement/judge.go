package agreement

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// judge holds what the matchers of a rule allow and refuse against what the document says.
func (e *examination) judge(r *pact.Rule, s subject) {
	if len(r.Matchers) == 0 {
		return
	}
	if e.otherKind(r, s) {
		return
	}
	if !r.Any {
		for _, m := range r.Matchers {
			if !e.numbers(m, s) || !e.length(m, s) {
				return
			}
		}
	}
	l := e.newLanguage(r, s)
	first := r.Matchers[0].Pointer
	if l.accepts(s.example) == no {
		s.related = nil // the document has no part in it
		e.once(finding.Warning, "rule-refuses-example", first, s, "refuses the example that stands beside it")
		return
	}
	e.matchesPart(l, s)
	e.allowsMore(first, l, s)
	if s.name == responseSide.name && s.documented != nil && !l.exact() {
		for _, v := range s.documented() {
			if l.accepts(v) == no {
				e.once(finding.Warning, "rule-refuses-documented", first, s, "refuses %s, which the document allows", s.show(v))
				break
			}
		}
	}
}

// allowsMore looks for a value that the rule takes and the document forbids.
func (e *examination) allowsMore(pointer string, l *language, s subject) {
	if s.allows == nil {
		return
	}
	samples, finite := l.samples()
	severity := finding.Warning
	switch {
	case s.name == responseSide.name && !finite:
		return // a tolerant reader
	case s.name == requestSide.name && finite:
		severity = finding.Error // each alternative is written down, as examples are
	}
	for _, v := range samples {
		if why, ok := s.allows(v); !ok {
			e.once(severity, "rule-allows-more", pointer, s, "allows %s, which the document forbids: %s", s.show(v), why)
			return
		}
	}
}

// numbers judges the matchers that tell whole numbers from others. The specification takes 5 for no decimal. It is false
// when the matcher takes nothing that the document allows.
func (e *examination) numbers(m pact.Matcher, s subject) bool {
	whole, any := numberTypes(s.schemas)
	switch {
	case m.Match == "decimal" && whole:
		e.once(finding.Error, "rule-contradicts-document", m.Pointer, s, "(decimal) takes fractions only, and the document has an integer")
		return false
	case m.Match == "number" && whole:
		e.once(finding.Warning, "rule-allows-more", m.Pointer, s, "(number) allows fractions, which the document forbids: it is an integer; write integer")
	case s.name != responseSide.name || !any || enumerated(s.schemas) != nil:
	case m.Match == "integer":
		e.once(finding.Warning, "rule-refuses-documented", m.Pointer, s, "(integer) refuses fractions, which the document allows; write number")
	case m.Match == "decimal":
		e.once(finding.Warning, "rule-refuses-documented", m.Pointer, s, "(decimal) refuses whole numbers such as 5, which the document allows; write number")
	}
	return true
}

// numberTypes tells whether the schemas take numbers: whole ones only, or any.
func numberTypes(schemas []*contract.Schema) (whole, any bool) {
	for _, s := range schemas {
		types := s.JSONTypes()
		switch {
		case slices.Contains(types, "number"):
			any = true
		case slices.Contains(types, "integer"):
			whole = true
		case len(types) > 0:
			return false, false
		}
	}
	return whole, any && !whole
}

// length judges how long a rule lets a list be. It is false when no length suits both sides.
func (e *examination) length(m pact.Matcher, s subject) bool {
	if _, list := s.example.([]any); !list || m.Min == nil && m.Max == nil {
		return true
	}
	least, most := lengths(s.schemas)
	switch {
	case m.Min != nil && most != nil && *m.Min > *most:
		e.once(finding.Error, "rule-contradicts-document", m.Pointer, s, "wants at least %s, and the document has at most %d", items(*m.Min), *most)
		return false
	case m.Max != nil && least != nil && *m.Max < *least:
		e.once(finding.Error, "rule-contradicts-document", m.Pointer, s, "wants at most %s, and the document has at least %d", items(*m.Max), *least)
		return false
	case s.name == requestSide.name:
		if m.Min != nil && least != nil && *m.Min < *least {
			e.once(finding.Warning, "rule-allows-more", m.Pointer, s, "allows %s, and the document wants at least %d", items(*m.Min), *least)
		}
		if m.Max != nil && most != nil && *m.Max > *most {
			e.once(finding.Warning, "rule-allows-more", m.Pointer, s, "allows %s, and the document takes at most %d", items(*m.Max), *most)
		}
	case m.Max != nil && (most == nil || *m.Max < *most):
		e.once(finding.Warning, "rule-refuses-documented", m.Pointer, s, "refuses lists of more than %s, which the document allows", items(*m.Max))
	}
	return true
}

func items(n int) string {
	if n == 1 {
		return "1 item"
	}
	return strconv.Itoa(n) + " items"
}

// lengths gives the bounds of a list that schemas set together.
func lengths(schemas []*contract.Schema) (least, most *int) {
	for _, s := range schemas {
		if s.MinItems != nil && (least == nil || *s.MinItems > *least) {
			least = s.MinItems
		}
		if s.MaxItems != nil && (most == nil || *s.MaxItems < *most) {
			most = s.MaxItems
		}
		innerLeast, innerMost := lengths(s.AllOf)
		if innerLeast != nil && (least == nil || *innerLeast > *least) {
			least = innerLeast
		}
		if innerMost != nil && (most == nil || *innerMost < *most) {
			most = innerMost
		}
	}
	return least, most
}

// show writes a value for a message; those of sensitive schemas are not shown.
func (s subject) show(v any) string {
	for _, schema := range s.schemas {
		if schema.Sensitive {
			return "a value"
		}
	}
	b, err := json.Marshal(v)
	if err != nil {
		return "a value"
	}
	return shorten(string(b))
}
