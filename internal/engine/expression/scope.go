package expression

import (
	"slices"
	"strconv"
	"strings"
)

// Scope says which facts an expression may name, of which type they are, and
// in which slot of [Env.Slots] each stands. Scopes are immutable; [Scope.With]
// gives a larger one.
type Scope struct {
	outer *Scope
	name  string
	typ   *Type
	slot  int
	size  int
	known facts
}

// NewScope is the scope without names.
func NewScope() *Scope { return &Scope{slot: -1} }

// With is the scope with one more name, and the index of its slot. A name that
// was there before stands for the new fact from here on.
func (s *Scope) With(name string, t *Type) (*Scope, int) {
	if t == nil {
		t = anything
	}
	return &Scope{outer: s, name: name, typ: t, slot: s.size, size: s.size + 1, known: s.known}, s.size
}

// Assuming is the scope for what is evaluated only where e was true. After
// `i != nil`, i is no longer optional. e must have been compiled in s or in a
// scope that s extends.
func (s *Scope) Assuming(e *Expression) *Scope {
	if len(e.whenTrue) == 0 {
		return s
	}
	narrowed := *s
	narrowed.known = s.known.and(e.whenTrue)
	return &narrowed
}

// Lookup gives the type and the slot of a name.
func (s *Scope) Lookup(name string) (t *Type, slot int, ok bool) {
	for at := s; at != nil && at.slot >= 0; at = at.outer {
		if at.name == name {
			if s.known[slotKey(at.slot)] {
				return at.typ.required(), at.slot, true
			}
			return at.typ, at.slot, true
		}
	}
	return nil, 0, false
}

// Size is the number of slots.
func (s *Scope) Size() int { return s.size }

// Names lists the names in alphabetical order.
func (s *Scope) Names() []string {
	var names []string
	for at := s; at != nil && at.slot >= 0; at = at.outer {
		names = append(names, at.name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// facts are paths that are known to have a value. A path is written as a root
// and the members that lead from it, each behind a separator. Sets are never
// changed once made; nil is the empty one.
type facts map[string]bool

// separator stands between the parts of a path. No member that a source text
// can name contains it, as the parser takes no control characters in names and
// [memberKey] makes no path of others.
const separator = "\x00"

func slotKey(slot int) string { return "s" + strconv.Itoa(slot) }

// memberKey is the path of a member; "" when either part has none.
func memberKey(path, name string) string {
	if path == "" || strings.Contains(name, separator) {
		return ""
	}
	return path + separator + name
}

// present is the knowledge that a path has a value, and so all that leads to it.
func present(path string) facts {
	if path == "" {
		return nil
	}
	known := facts{path: true}
	for i := range path {
		if path[i] == separator[0] {
			known[path[:i]] = true
		}
	}
	return known
}

// and is what is known when both are.
func (f facts) and(g facts) facts {
	switch {
	case len(f) == 0:
		return g
	case len(g) == 0:
		return f
	}
	both := make(facts, len(f)+len(g))
	for path := range f {
		both[path] = true
	}
	for path := range g {
		both[path] = true
	}
	return both
}

// or is what is known when one of them is, but not which.
func (f facts) or(g facts) facts {
	var common facts
	for path := range f {
		if g[path] {
			if common == nil {
				common = facts{}
			}
			common[path] = true
		}
	}
	return common
}
