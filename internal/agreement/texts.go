package agreement

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

const (
	maxTexts     = 64 // of one expression
	maxTextBytes = 512
	maxRepeated  = 3 // how often an unbounded repetition is tried beyond what it demands
	maxCharacter = 16
)

// textsOf gives texts that an expression matches as a whole, the shortest among them; finite tells that these are all.
func textsOf(expression string) (texts []string, finite bool) {
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil, false
	}
	whole, err := wholly(expression)
	if err != nil {
		return nil, false
	}
	all, finite := spell(parsed)
	// Anchors and word boundaries are passed over when spelling, so what they rule out is sorted out here.
	all = slices.DeleteFunc(all, func(text string) bool { return !whole.MatchString(text) })
	return all, finite
}

// wholly compiles an expression so that it matches texts as a whole.
func wholly(expression string) (*regexp.Regexp, error) {
	return regexp.Compile(`\A(?:` + expression + `)\z`)
}

// matchesWhole tells whether an expression matches all of a text. Of one that cannot be read nothing is claimed.
func matchesWhole(expression, text string) bool {
	whole, err := wholly(expression)
	return err != nil || whole.MatchString(text)
}

// spell gives texts of a part of an expression.
func spell(e *syntax.Regexp) (texts []string, finite bool) {
	switch e.Op {
	case syntax.OpNoMatch:
		return nil, true
	case syntax.OpLiteral:
		return []string{string(e.Rune)}, e.Flags&syntax.FoldCase == 0
	case syntax.OpCharClass:
		return characters(e.Rune)
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return []string{"a", "0", " "}, false
	case syntax.OpCapture:
		return spell(e.Sub[0])
	case syntax.OpStar:
		return repeat(e.Sub[0], 0, -1)
	case syntax.OpPlus:
		return repeat(e.Sub[0], 1, -1)
	case syntax.OpQuest:
		return repeat(e.Sub[0], 0, 1)
	case syntax.OpRepeat:
		return repeat(e.Sub[0], e.Min, e.Max)
	case syntax.OpAlternate:
		finite = true
		for _, sub := range e.Sub {
			some, all := spell(sub)
			texts, finite = append(texts, some...), finite && all
		}
		return bounded(texts, finite)
	case syntax.OpConcat:
		texts, finite = []string{""}, true
		for _, sub := range e.Sub {
			some, all := spell(sub)
			texts, finite = joined(texts, some, finite && all)
		}
		return texts, finite
	}
	return []string{""}, true // anchors, boundaries and the empty text
}

// characters gives those of a class, or the first and last of each of its ranges.
func characters(ranges []rune) (texts []string, finite bool) {
	count := 0
	for i := 0; i+1 < len(ranges); i += 2 {
		count += int(ranges[i+1]-ranges[i]) + 1
	}
	for i := 0; i+1 < len(ranges) && len(texts) < maxCharacter; i += 2 {
		if count <= maxCharacter {
			for c := ranges[i]; c <= ranges[i+1]; c++ {
				texts = append(texts, string(c))
			}
			continue
		}
		texts = append(texts, string(ranges[i]))
		if ranges[i+1] > ranges[i] {
			texts = append(texts, string(ranges[i+1]))
		}
	}
	return texts, count <= maxCharacter
}

// repeat gives texts of an expression that is repeated; most is -1 for no bound.
func repeat(e *syntax.Regexp, least, most int) (texts []string, finite bool) {
	some, all := spell(e)
	finite = all && most >= 0
	if most < 0 {
		most = least + maxRepeated
	} else if most > least+maxRepeated {
		most, finite = least+maxRepeated, false
	}
	power := []string{""}
	for n := 0; n <= most; n++ {
		if n >= least {
			texts = append(texts, power...)
		}
		if n < most {
			power, finite = joined(power, some, finite)
		}
	}
	return bounded(texts, finite)
}

// joined gives the texts of one list followed by those of another.
func joined(heads, tails []string, finite bool) ([]string, bool) {
	var out []string
	for i, head := range heads {
		for j, tail := range tails {
			switch {
			case len(head)+len(tail) > maxTextBytes:
				finite = false
			case len(heads)*len(tails) <= maxTexts || i == j || i == 0 || j == 0: // each part is seen at least once
				out = append(out, head+tail)
			default:
				finite = false
			}
		}
	}
	return bounded(out, finite)
}

func bounded(texts []string, finite bool) ([]string, bool) {
	slices.SortStableFunc(texts, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	texts = slices.Compact(texts)
	if len(texts) > maxTexts {
		return texts[:maxTexts], false
	}
	return texts, finite
}
