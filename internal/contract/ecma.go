package contract

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
)

// Patterns of documents are ECMA-262's; they are matched by RE2, which has no lookaround and no references back, spells
// some escapes differently, and bounds repetitions. What can be said in its words is translated.

// compilePattern compiles a pattern. beyond tells that it is a pattern, but not one that RE2 can match; an error
// without it means that it is none.
func compilePattern(text string) (re *regexp.Regexp, beyond bool, err error) {
	re, err = regexp.Compile(text)
	if err == nil {
		return re, false, nil
	}
	first := err
	translated := translatePattern(text)
	if re, err = regexp.Compile(translated); err == nil {
		return re, false, nil
	}
	var bad *syntax.Error
	if errors.As(err, &bad) {
		switch bad.Code {
		case syntax.ErrInvalidPerlOp, syntax.ErrInvalidEscape, syntax.ErrInvalidRepeatSize, syntax.ErrLarge, syntax.ErrInvalidCharRange:
			return nil, true, first
		}
	}
	return nil, false, first
}

// translatePattern writes the escapes \uXXXX and \u{X}, the class [^] and repetitions of more than a thousand as RE2
// has them.
func translatePattern(text string) string {
	var out strings.Builder
	atom := 0 // where the last atom begins in out
	var open []int
	class := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		start := out.Len()
		switch {
		case c == '\\' && i+1 < len(text):
			i += escapeOf(text[i:], &out) - 1
			if !class {
				atom = start
			}
		case class:
			out.WriteByte(c)
			class = c != ']'
		case strings.HasPrefix(text[i:], "[^]"):
			out.WriteString(`[\s\S]`)
			atom = start
			i += 2
		case c == '[':
			class, atom = true, start
			out.WriteByte(c)
			if strings.HasPrefix(text[i+1:], "^") {
				out.WriteByte('^')
				i++
			}
		case c == '(':
			open = append(open, start)
			out.WriteByte(c)
		case c == ')':
			if len(open) > 0 {
				atom, open = open[len(open)-1], open[:len(open)-1]
			}
			out.WriteByte(c)
		case c == '{':
			i += repetitionOf(text[i:], &out, atom) - 1
		case c == '*' || c == '+' || c == '?' || c == '|':
			out.WriteByte(c)
		default:
			out.WriteByte(c)
			atom = start
		}
	}
	return out.String()
}

// escapeOf writes the escape that a text begins with and gives its length.
func escapeOf(text string, out *strings.Builder) int {
	if text[1] == 'u' {
		if len(text) >= 6 && isHex(text[2:6]) {
			out.WriteString(`\x{` + text[2:6] + "}")
			return 6
		}
		if end := strings.IndexByte(text, '}'); end > 3 && text[2] == '{' && isHex(text[3:end]) {
			out.WriteString(`\x` + text[2:end+1])
			return end + 1
		}
	}
	if text[1] == 'd' || text[1] == '/' || text[1] != 'u' {
		out.WriteString(text[:2])
	} else {
		out.WriteByte('u')
	}
	return 2
}

func isHex(s string) bool {
	_, err := strconv.ParseUint(s, 16, 32)
	return err == nil
}

var repetition = regexp.MustCompile(`^\{([0-9]{1,6})(,?)([0-9]{0,6})\}`)

// maxRepetition is how often RE2 repeats at most in one go, and maxTranslated how often a translation repeats at all.
const (
	maxRepetition = 1000
	maxTranslated = 20_000
)

// repetitionOf writes the repetition of the atom that out ends with and gives the length of its notation. x{1,2500} is
// x{1,1000}x{0,1000}x{0,500}.
func repetitionOf(text string, out *strings.Builder, atom int) int {
	m := repetition.FindStringSubmatch(text)
	if m == nil {
		out.WriteByte('{')
		return 1
	}
	least, _ := strconv.Atoi(m[1]) // digits only, by the pattern
	most, bounded := least, true
	if m[2] != "" {
		most, _ = strconv.Atoi(m[3])
		bounded = m[3] != ""
	}
	if max(least, most) <= maxRepetition || max(least, most) > maxTranslated || bounded && most < least {
		out.WriteString(m[0])
		return len(m[0])
	}
	whole := out.String()
	repeated := whole[atom:]
	out.Reset()
	out.WriteString(whole[:atom] + "(?:")
	part := func(low, high string) { out.WriteString(repeated + "{" + low + "," + high + "}") }
	for least > 0 || bounded && most > 0 {
		low, high := min(least, maxRepetition), min(max(least, most), maxRepetition)
		if !bounded {
			high = low
		}
		part(strconv.Itoa(low), strconv.Itoa(high))
		least, most = least-low, most-high
	}
	if !bounded {
		part("0", "")
	}
	out.WriteByte(')')
	return len(m[0])
}
