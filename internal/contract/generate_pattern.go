package contract

import (
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// endless stands for a length without bound.
const endless = 1 << 16

// matching makes a text for a pattern, of a length within bounds where the pattern has one. Later tries spread the
// lengths wider.
func (g *generator) matching(pattern string, least, most, try int) (string, bool) {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return "", false
	}
	shortest, longest := patternLength(tree)
	low, high := max(least, shortest), min(most, longest)
	if low > high {
		low, high = shortest, longest // text around the match makes up for it
	}
	spread := []int{4, 0, 12, 2, 40, 200}[try%6]
	b := &patternText{generator: g}
	b.write(tree, low+g.random.IntN(min(spread, high-low)+1))
	return b.text.String(), b.text.Len() < 4*endless
}

// patternLength gives the lengths that matches of a pattern can have, in characters; some between may be impossible.
func patternLength(re *syntax.Regexp) (shortest, longest int) {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune), len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1, 1
	case syntax.OpCapture:
		return patternLength(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			low, high := patternLength(sub)
			shortest, longest = shortest+low, min(endless, longest+high)
		}
		return min(shortest, endless), longest
	case syntax.OpAlternate:
		shortest = endless
		for _, sub := range re.Sub {
			low, high := patternLength(sub)
			shortest, longest = min(shortest, low), max(longest, high)
		}
		return shortest, longest
	case syntax.OpQuest, syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		fewest, mostTimes := repetitions(re)
		low, high := patternLength(re.Sub[0])
		return min(endless, fewest*low), min(endless, mostTimes*high)
	}
	return 0, 0
}

func repetitions(re *syntax.Regexp) (fewest, most int) {
	switch re.Op {
	case syntax.OpQuest:
		return 0, 1
	case syntax.OpStar:
		return 0, endless
	case syntax.OpPlus:
		return 1, endless
	}
	if re.Max < 0 {
		return re.Min, endless
	}
	return re.Min, re.Max
}

type patternText struct {
	*generator
	text strings.Builder
}

// write writes a match of as many characters as are wanted, where the pattern has one.
func (b *patternText) write(re *syntax.Regexp, want int) {
	if b.text.Len() > 4*endless {
		return
	}
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			b.text.WriteRune(r)
		}
	case syntax.OpCharClass:
		b.text.WriteRune(b.fromClass(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.text.WriteByte(byte('a' + b.random.IntN(26)))
	case syntax.OpCapture:
		b.write(re.Sub[0], want)
	case syntax.OpConcat:
		b.share(re.Sub, want)
	case syntax.OpAlternate:
		var fitting []*syntax.Regexp
		for _, sub := range re.Sub {
			if low, high := patternLength(sub); low <= want && want <= high {
				fitting = append(fitting, sub)
			}
		}
		if len(fitting) == 0 {
			fitting = re.Sub
		}
		b.write(fitting[b.random.IntN(len(fitting))], want)
	case syntax.OpQuest, syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		b.repeat(re, want)
	}
}

// share writes parts one after the other, the characters that are wanted divided among them.
func (b *patternText) share(parts []*syntax.Regexp, want int) {
	lows, room := make([]int, len(parts)), make([]int, len(parts))
	rest, roomAfter := want, 0
	for i, part := range parts {
		low, high := patternLength(part)
		lows[i], room[i] = low, high-low
		rest -= low
		roomAfter += room[i]
	}
	for i, part := range parts {
		roomAfter -= room[i]
		extra := 0
		if rest > 0 {
			least, most := max(0, rest-roomAfter), min(rest, room[i])
			if extra = min(least, most); most > least {
				extra = least + b.random.IntN(most-least+1)
			}
			rest -= extra
		}
		b.write(part, lows[i]+extra)
	}
}

func (b *patternText) repeat(re *syntax.Regexp, want int) {
	fewest, most := repetitions(re)
	low, high := patternLength(re.Sub[0])
	n := fewest
	if high > 0 && want > 0 {
		n = max(fewest, (want+high-1)/high)
		if low > 0 {
			most = min(most, max(n, want/low))
		} else {
			most = min(most, n+2)
		}
		if most > n {
			n += b.random.IntN(min(most-n, 8) + 1)
		}
	}
	parts := make([]*syntax.Regexp, min(n, endless))
	for i := range parts {
		parts[i] = re.Sub[0]
	}
	b.share(parts, want)
}

// fromClass picks a character, letters and digits before other visible ones before the rest.
func (b *patternText) fromClass(ranges []rune) rune {
	in := func(r rune) bool {
		for i := 0; i+1 < len(ranges); i += 2 {
			if r >= ranges[i] && r <= ranges[i+1] {
				return true
			}
		}
		return false
	}
	var plain, visible []rune
	for r := rune('!'); r <= '~'; r++ {
		if !in(r) {
			continue
		}
		visible = append(visible, r)
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			plain = append(plain, r)
		}
	}
	switch {
	case len(plain) > 0:
		return plain[b.random.IntN(len(plain))]
	case len(visible) > 0:
		return visible[b.random.IntN(len(visible))]
	}
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if utf8.ValidRune(r) {
				return r
			}
		}
	}
	return 'x'
}
