package expression

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"
)

// Segment is a stretch of text, or a hole in it.
type Segment struct {
	Text   string // what stands there, with $${ read as ${; empty for a hole
	Hole   string // the source between ${ and }; empty for text
	Offset int    // of Text or Hole in the whole, in bytes
}

// ParseText takes apart a text with holes: "abc ${expression} def". The end of
// a hole is found by reading the expression's tokens, so that strings,
// comments and braces inside it do not end it. $${ stands for ${. Stretches of
// text and holes come in order; a text without holes is one segment, an empty
// one none.
func ParseText(s string) ([]Segment, *Problem) {
	if !utf8.ValidString(s) {
		return nil, &Problem{Code: CodeHole, End: len(s), Message: "the text is not valid UTF-8"}
	}
	var segments []Segment
	var text strings.Builder
	start := 0
	flush := func() {
		if text.Len() > 0 {
			segments = append(segments, Segment{Text: text.String(), Offset: start})
			text.Reset()
		}
	}
	for i := 0; i < len(s); {
		rest := s[i:]
		next := strings.IndexByte(rest, '$')
		if next < 0 {
			next = len(rest)
		}
		if next > 0 {
			text.WriteString(rest[:next])
			i += next
			continue
		}
		switch {
		case strings.HasPrefix(rest, "$${"):
			text.WriteString("${")
			i += len("$${")
		case strings.HasPrefix(rest, "${"):
			flush()
			end, bad := holeEnd(s, i+len("${"))
			if bad != nil {
				return nil, bad
			}
			hole := s[i+len("${") : end]
			if strings.TrimSpace(hole) == "" {
				return nil, &Problem{Code: CodeHole, Offset: i, End: end + 1, Message: "the hole is empty", Hint: "$${ writes ${ itself"}
			}
			segments = append(segments, Segment{Hole: hole, Offset: i + len("${")})
			i = end + 1
			start = i
		default:
			text.WriteByte('$')
			i++
		}
	}
	flush()
	return segments, nil
}

// holeEnd finds the brace that ends the hole whose source begins at from.
func holeEnd(s string, from int) (int, *Problem) {
	source := s[from:]
	if len(source) > maxSource { // a longer expression is refused in any case
		cut := maxSource
		for !utf8.RuneStart(source[cut]) {
			cut--
		}
		source = source[:cut]
	}
	l := lexer.New()
	l.Reset(file.NewSource(source))
	depth := 0
	offset, character := 0, 0 // of the last token, kept in step
	seek := func(to int) int {
		for character < to && offset < len(source) {
			_, size := utf8.DecodeRuneInString(source[offset:])
			offset += size
			character++
		}
		return offset
	}
	for {
		token, err := l.Next()
		switch {
		case errors.Is(err, io.EOF), err == nil && token.Kind == lexer.EOF:
			return 0, &Problem{Code: CodeHole, Offset: from - len("${"), End: from, Message: "the hole has no end",
				Hint: "close it with }, or write $${ for ${ itself"}
		case err != nil:
			bad := syntaxProblem(source, err)
			bad.Offset, bad.End = bad.Offset+from, bad.End+from
			return 0, bad
		case token.Is(lexer.Bracket, "{"):
			depth++
		case token.Is(lexer.Bracket, "}"):
			if depth == 0 {
				return from + seek(token.From), nil
			}
			depth--
		}
	}
}
