package finding

import "slices"

// Suggest gives the name among known that was probably meant by got, or "" when none is near. Distance is the
// number of insertions, deletions, substitutions and swaps of neighbours; up to a third of the longer name may differ.
func Suggest(got string, known []string) string {
	best, bestDistance := "", 1<<30
	sorted := slices.Sorted(slices.Values(known))
	for _, k := range sorted {
		if d := distance([]rune(got), []rune(k)); d < bestDistance {
			best, bestDistance = k, d
		}
	}
	limit := max(len([]rune(got)), len([]rune(best))) / 3
	if best == "" || best == got || bestDistance > max(limit, 1) || bestDistance >= len([]rune(got)) {
		return ""
	}
	return best
}

// DidYouMean gives the hint `did you mean "x"?`, or "" when nothing is near.
func DidYouMean(got string, known []string) string {
	if s := Suggest(got, known); s != "" {
		return `did you mean "` + s + `"?`
	}
	return ""
}

// distance is the optimal string alignment distance. Names longer than 80 characters are not worth comparing.
func distance(a, b []rune) int {
	if len(a) > 80 || len(b) > 80 {
		return 1 << 20
	}
	prev2, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if foldRune(a[i-1]) == foldRune(b[j-1]) {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(b)]
}

func foldRune(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}
