package contract

import (
	"net/url"
	"strings"
)

// Below takes the base path off the path of a URL, both still escaped, and tells whether the path stands below it. A
// character that was escaped without need makes no difference.
func (a *API) Below(path string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(path, a.BasePath)
	if ok && (rest == "" || rest[0] == '/') {
		return rest, true
	}
	if strings.IndexByte(path, '%') < 0 && strings.IndexByte(a.BasePath, '%') < 0 {
		return "", false
	}
	rest = path
	for segment := range strings.SplitSeq(strings.TrimPrefix(a.BasePath, "/"), "/") {
		if rest == "" || rest[0] != '/' {
			return "", false
		}
		end := strings.IndexByte(rest[1:], '/') + 1
		if end == 0 {
			end = len(rest)
		}
		if !sameSegment(rest[1:end], segment) {
			return "", false
		}
		rest = rest[end:]
	}
	return rest, true
}

func sameSegment(a, b string) bool {
	x, errX := url.PathUnescape(a)
	y, errY := url.PathUnescape(b)
	return errX == nil && errY == nil && x == y
}

// MoreConcrete tells whether the operation's path, base path included, says more about a path that it matches than the
// other's: the first segment that differs in this decides. Paths of one document never need the question.
func (o *Operation) MoreConcrete(than *Operation) bool {
	mine := strings.Split(o.API.BasePath+o.Path, "/")
	others := strings.Split(than.API.BasePath+than.Path, "/")
	for i := 0; i < len(mine) && i < len(others); i++ {
		if a, b := literalText(mine[i]), literalText(others[i]); a != b {
			return a > b
		}
	}
	return false
}

// literalText weighs a segment of a template: one without variables most, then by the text around its variables.
func literalText(segment string) int {
	if !strings.Contains(segment, "{") {
		return 1 << 30
	}
	n, inside := 0, false
	for _, r := range segment {
		switch {
		case r == '{':
			inside = true
		case r == '}':
			inside = false
		case !inside:
			n++
		}
	}
	return n
}

// Shape is the operation's method and whole path with its variables unnamed: operations of one shape are called in the
// same way.
func (o *Operation) Shape() string {
	var b strings.Builder
	b.WriteString(o.Method + " ")
	inside := false
	for _, r := range o.API.BasePath + o.Path {
		switch {
		case r == '{':
			inside = true
			b.WriteString("{}")
		case r == '}':
			inside = false
		case !inside:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// API is the document that the schema stands in.
func (s *Schema) API() *API { return s.api }
