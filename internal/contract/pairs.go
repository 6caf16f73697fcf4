package contract

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// pair is one name=value of a query or form; value is still escaped.
type pair struct {
	name, value string
	owner       *serialised // nil until a parameter takes it
}

// parsePairs splits a query or form. Names are unescaped; bad names are given back as a complaint.
func parsePairs(raw string) (pairs []pair, complaint string) {
	if raw == "" {
		return nil, ""
	}
	pairs = make([]pair, 0, strings.Count(raw, "&")+1)
	for part := range strings.SplitSeq(raw, "&") {
		if part == "" {
			continue
		}
		name, value, _ := strings.Cut(part, "=")
		plain, bad := unescape(name)
		if bad != "" {
			complaint = "has a name that " + bad
			continue
		}
		pairs = append(pairs, pair{name: plain, value: value})
	}
	return pairs, complaint
}

// unescape decodes a query component; bad says what is wrong with it.
func unescape(raw string) (text, bad string) {
	if strings.IndexByte(raw, '%') >= 0 || strings.IndexByte(raw, '+') >= 0 {
		plain, err := url.QueryUnescape(raw)
		if err != nil {
			return "", "has a % that does not begin an escape; write %25"
		}
		raw = plain
	}
	if !utf8.ValidString(raw) {
		return "", "is not UTF-8"
	}
	return raw, ""
}
