package contract

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// template is a path template taken apart.
type template struct {
	text     string
	segments []segment
	names    []string // of the variables, in order
}

// segment is what stands between two slashes: literals around variables, so that literals has one entry more than
// there are variables. A segment without variables is its single literal.
type segment struct {
	literals []string
}

func (s segment) fixed() bool { return len(s.literals) == 1 }

func (s segment) key() string { return strings.Join(s.literals, "\x00") }

// weight orders the patterns of one place: the more literal text, the earlier it is tried.
func (s segment) weight() int {
	n := 0
	for _, l := range s.literals {
		n += len(l)
	}
	return n
}

// match takes a decoded segment apart; values are appended to vals. A variable is never empty.
func (s segment) match(text string, vals []string) ([]string, bool) {
	rest, ok := strings.CutPrefix(text, s.literals[0])
	if !ok {
		return nil, false
	}
	for i, next := range s.literals[1:] {
		var end int
		switch {
		case i == len(s.literals)-2: // the last literal stands at the end
			end = len(rest) - len(next)
			if !strings.HasSuffix(rest, next) {
				return nil, false
			}
		case len(rest) < 2:
			return nil, false
		default:
			if end = strings.Index(rest[1:], next) + 1; end < 1 {
				return nil, false
			}
		}
		if end < 1 {
			return nil, false
		}
		vals = append(vals, rest[:end])
		rest = rest[end+len(next):]
	}
	return vals, true
}

// parseTemplate takes a path template apart; problem says what is wrong with it.
func parseTemplate(text string) (t *template, problem string) {
	t = &template{text: text}
	for part := range strings.SplitSeq(text[1:], "/") {
		s := segment{}
		for {
			literal, rest, found := strings.Cut(part, "{")
			if strings.Contains(literal, "}") {
				return nil, "a brace is closed in " + text + " that was not opened"
			}
			if len(s.literals) > 0 && literal == "" && found {
				return nil, "two variables follow each other in " + text + ", so it cannot be told where the first ends"
			}
			if plain, err := url.PathUnescape(literal); err == nil {
				literal = plain
			}
			s.literals = append(s.literals, literal)
			if !found {
				break
			}
			name, after, closed := strings.Cut(rest, "}")
			if !closed || name == "" || strings.Contains(name, "{") {
				return nil, "a variable in " + text + " is not written as {name}"
			}
			t.names = append(t.names, name)
			part = after
		}
		t.segments = append(t.segments, s)
	}
	return t, ""
}

func templateNames(text string) []string {
	if t, problem := parseTemplate(text); problem == "" {
		return t.names
	}
	return nil
}

// pathTree matches paths segment by segment. Literal segments are tried before those with variables, and these with
// the most literal text first.
type pathTree struct {
	literal    map[string]*pathTree
	patterns   []patternBranch
	template   *template // nil where no path ends
	operations map[string]*Operation
}

type patternBranch struct {
	segment segment
	next    *pathTree
}

// leaf gives the place of a template in the tree, made when it is new.
func (t *pathTree) leaf(of *template) *pathTree {
	at := t
	for _, s := range of.segments {
		if s.fixed() {
			if at.literal == nil {
				at.literal = map[string]*pathTree{}
			}
			if at.literal[s.literals[0]] == nil {
				at.literal[s.literals[0]] = &pathTree{}
			}
			at = at.literal[s.literals[0]]
			continue
		}
		i := slices.IndexFunc(at.patterns, func(p patternBranch) bool { return p.segment.key() == s.key() })
		if i < 0 {
			next := &pathTree{}
			at.patterns = append(at.patterns, patternBranch{s, next})
			slices.SortStableFunc(at.patterns, func(a, b patternBranch) int {
				return cmp.Or(b.segment.weight()-a.segment.weight(), len(a.segment.literals)-len(b.segment.literals))
			})
			at = next
			continue
		}
		at = at.patterns[i].next
	}
	return at
}

// Match finds the operation for a method and a path below BasePath, as it stands in the URL, still escaped. A concrete
// path wins over a templated one. params holds the unescaped values of the path's variables. When the path is known
// but not with this method, op is nil and allow lists the methods; when it is unknown, allow is empty.
func (a *API) Match(method, path string) (op *Operation, params map[string]string, allow []string) {
	if path == "" || path[0] != '/' {
		return nil, nil, nil
	}
	segments := strings.Split(path[1:], "/")
	for i, s := range segments {
		if strings.IndexByte(s, '%') >= 0 {
			plain, err := url.PathUnescape(s)
			if err != nil {
				return nil, nil, nil
			}
			segments[i] = plain
		}
	}
	m := &pathMatch{method: method}
	if !m.find(a.paths, segments, nil) {
		slices.Sort(m.allow)
		return nil, nil, slices.Compact(m.allow)
	}
	if len(m.values) > 0 {
		params = make(map[string]string, len(m.values))
		for i, name := range m.leaf.template.names {
			params[name] = m.values[i]
		}
	}
	return m.leaf.operations[method], params, nil
}

type pathMatch struct {
	method string
	leaf   *pathTree
	values []string
	allow  []string
}

func (m *pathMatch) find(t *pathTree, segments, values []string) bool {
	if len(segments) == 0 {
		if t.template == nil {
			return false
		}
		if t.operations[m.method] == nil {
			for method := range t.operations {
				m.allow = append(m.allow, method)
			}
			return false
		}
		m.leaf, m.values = t, values
		return true
	}
	if next := t.literal[segments[0]]; next != nil && m.find(next, segments[1:], values) {
		return true
	}
	for _, p := range t.patterns {
		if vals, ok := p.segment.match(segments[0], values[:len(values):len(values)]); ok && m.find(p.next, segments[1:], vals) {
			return true
		}
	}
	return false
}
