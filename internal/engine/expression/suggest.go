package expression

import (
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// didYouMean is the hint for a name that does not exist: one that is spelt
// alike, or shares its beginning, or is a part of it. It may be empty.
func didYouMean(name string, known []string) string {
	if best := finding.Suggest(name, known); len(best) > 1 && len(name) > 1 {
		return `did you mean "` + best + `"?`
	}
	best, shared := "", 0
	for _, k := range known {
		if n := resemblance(strings.ToLower(name), strings.ToLower(k)); n > shared {
			best, shared = k, n
		}
	}
	if best == "" {
		return ""
	}
	return `did you mean "` + best + `"?`
}

// resemblance is how many letters two names share: all of the shorter one, at
// least three, or a common beginning of at least half of one and four letters.
func resemblance(a, b string) int {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) >= 3 && strings.Contains(long, short) {
		return len(short)
	}
	n := 0
	for n < len(short) && short[n] == long[n] {
		n++
	}
	if n >= 4 && 2*n >= len(short) {
		return n
	}
	return 0
}
