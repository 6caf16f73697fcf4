package yamlerror

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"
)

// bracket is an opening bracket, or a closing one that fits none.
type bracket struct {
	line, column int
	sign         rune
}

// brackets follows the brackets of some lines. It knows quotes and remarks, not block scalars.
type brackets struct {
	open  []bracket
	wrong *bracket // the first closing one that does not fit
	quote rune     // 0 outside of quotes
	began bracket  // where the quote stands
	ready bool     // a value may begin here
}

var closing = map[rune]rune{'[': ']', '{': '}'}

// follow reads a line.
func (b *brackets) follow(n int, line string) {
	previous := ' '
	b.ready = b.ready || len(b.open) == 0
	column, escaped := 0, false
	for _, r := range line {
		column++
		at := bracket{n, column, r}
		switch {
		case b.quote != 0:
			if r == b.quote && !escaped {
				b.quote = 0
			}
			escaped = b.quote == '"' && r == '\\' && !escaped
		case r == '#' && (previous == ' ' || previous == '\t'):
			return
		case b.ready && (r == '"' || r == '\''):
			b.quote, b.began, b.ready, escaped = r, at, false, false
		case (b.ready || len(b.open) > 0) && closing[r] != 0:
			b.open, b.ready = append(b.open, at), true
		case len(b.open) > 0 && (r == ']' || r == '}'):
			if last := b.open[len(b.open)-1]; closing[last.sign] == r {
				b.open = b.open[:len(b.open)-1]
			} else if b.wrong == nil {
				b.wrong = &at
			}
			b.ready = false
		case r == ',' && len(b.open) > 0, r == ':', r == '-' && (b.ready || previous == ' '):
			b.ready = true
		case r != ' ' && r != '\t' && r != '\r':
			b.ready = false
		}
		previous = r
	}
}

// reading follows the brackets of the lines from first to last.
func (t *text) reading(first, last int) *brackets {
	b := &brackets{}
	for n := max(first, 1); n <= last; n++ {
		b.follow(n, string(bytes.TrimRight(t.lines[n-1], "\r\n")))
	}
	return b
}

// inBrackets finds the mistake in a list or an object in brackets of which the parser names the line: a closing
// bracket that does not fit, what stands where a comma is missing, or the opening bracket that is left open.
func (t *text) inBrackets(begin int) (line, column int) {
	if t.message == "did not find expected node content" {
		return t.noContent(begin)
	}
	sign := rune('[')
	if strings.HasSuffix(t.message, "'}'") {
		sign = '{'
	}
	whole := t.reading(begin, len(t.lines))
	if whole.wrong == nil && len(whole.open) == 0 && len(t.data) <= maxSearched {
		line = begin + sort.Search(len(t.lines)-begin, func(i int) bool { return t.failsClosed(begin, begin+i) })
		if line > begin && t.failsClosed(begin, line) {
			return line, t.indented(line)
		}
	}
	here := t.reading(begin, begin)
	if here.wrong != nil {
		return begin, here.wrong.column
	}
	for i := len(here.open) - 1; i >= 0; i-- {
		if here.open[i].sign == sign {
			return begin, here.open[i].column
		}
	}
	return begin, 0
}

// failsClosed tells whether the parser objects to the lines up to last with the brackets closed that are open there.
func (t *text) failsClosed(begin, last int) bool {
	b := t.reading(begin, last)
	beginning := append(t.upTo(last), '\n')
	indent := max(t.indented(last)-1, 1)
	beginning = append(beginning, strings.Repeat(" ", indent)...)
	for i := len(b.open) - 1; i >= 0; i-- {
		beginning = append(beginning, byte(closing[b.open[i].sign]))
	}
	return b.quote == 0 && failure(beginning) != ""
}

// maxBack bounds how far above the end of the text a bracket left open is looked for, in lines.
const maxBack = 200

// noContent finds what stands where a value was expected. At the end of the text that is a bracket left open.
func (t *text) noContent(begin int) (line, column int) {
	if strings.TrimSpace(string(bytes.Join(t.lines[begin:], nil))) == "" {
		for n := begin; n >= 1 && begin-n < maxBack; n-- {
			if here := t.reading(n, begin); here.wrong == nil && len(here.open) > 0 {
				last := here.open[len(here.open)-1]
				return last.line, last.column
			}
		}
	}
	here := t.reading(begin, begin)
	if here.wrong != nil {
		return begin, here.wrong.column
	}
	if len(here.open) > 0 {
		return begin, here.open[len(here.open)-1].column
	}
	if text := t.line(begin); t.fails(t.upTo(begin)) && !strings.ContainsAny(text, "[{") {
		return begin, t.column(begin)
	}
	return begin, 0
}

// openQuote gives the column of the quote that is left open in a line.
func (t *text) openQuote(n int) int {
	line := t.line(n)
	if here := t.reading(n, n); here.quote != 0 {
		return here.began.column
	}
	if at := strings.IndexAny(line, `"'`); at >= 0 {
		return 1 + utf8.RuneCountInString(line[:at])
	}
	return 0
}
