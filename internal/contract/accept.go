package contract

import (
	"strconv"
	"strings"
)

// mediaTypeName gives a media type in lower case without its parameters.
func mediaTypeName(s string) string {
	s, _, _ = strings.Cut(s, ";")
	return strings.ToLower(strings.TrimSpace(s))
}

// findMediaType finds the entry for a media type: an exact one, else type/*, else */*.
func findMediaType(content []*MediaType, name string) *MediaType {
	name = mediaTypeName(name)
	var best *MediaType
	rank := 0
	for _, m := range content {
		if r := rangeRank(m.Type, name); r > rank {
			best, rank = m, r
		}
	}
	return best
}

// rangeRank tells how closely a media range covers a type: 3 exactly, 2 by its first half, 1 as */*, 0 not at all.
func rangeRank(mediaRange, name string) int {
	switch {
	case mediaRange == name:
		return 3
	case mediaRange == "*/*" || mediaRange == "*":
		return 1
	case strings.HasSuffix(mediaRange, "/*") && strings.HasPrefix(name, mediaRange[:len(mediaRange)-1]):
		return 2
	}
	return 0
}

// acceptList is the text of an Accept header (RFC 9110, section 12.5.1); "" admits everything.
type acceptList string

// Best gives the index of the media type that the caller's Accept header weighs most, the first of equal ones; 0 when
// it admits none of them.
func (r *Request) Best(types []string) int {
	best, most := 0, 0.0
	for i, t := range types {
		if w := r.accept.weigh(t); w > most {
			best, most = i, w
		}
	}
	return best
}

// admits tells whether the most specific range that covers the type has a weight above zero.
func (a acceptList) admits(name string) bool { return a.weigh(name) > 0 }

// weigh gives the weight of the most specific range that covers the type, 0 when there is none.
func (a acceptList) weigh(name string) float64 {
	if a == "" || a == "*/*" {
		return 1
	}
	name = mediaTypeName(name)
	rank, heaviest, any := 0, 0.0, false
	for element := range strings.SplitSeq(string(a), ",") {
		mediaRange, parameters, _ := strings.Cut(element, ";")
		mediaRange = strings.ToLower(strings.TrimSpace(mediaRange))
		if mediaRange == "" {
			continue
		}
		any = true
		r := rangeRank(mediaRange, name)
		if wild := strings.HasSuffix(name, "/*"); wild && r == 0 && (name == "*/*" || strings.HasPrefix(mediaRange, name[:len(name)-1])) {
			r = 2 // the document itself declares a range
		}
		if w := weight(parameters); r > rank || r == rank && r > 0 && w > heaviest {
			rank, heaviest = r, w
		}
	}
	if !any {
		return 1
	}
	return heaviest
}

func weight(parameters string) float64 {
	for p := range strings.SplitSeq(parameters, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(p), "=")
		if strings.EqualFold(name, "q") {
			if q, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err == nil {
				return q
			}
			return 1
		}
	}
	return 1
}
