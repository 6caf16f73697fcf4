package expression

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
)

// The bounds on a source text. They keep the parser's and the compiler's
// recursion, and the closures', far from the end of a stack.
const (
	maxSource = 16 << 10 // bytes
	maxNodes  = 4096     // compiled parts
)

// parse reads a source text. The tree's places count characters, not bytes.
func parse(source string) (node ast.Node, bad *Problem) {
	switch {
	case len(source) > maxSource:
		return nil, &Problem{Code: CodeTooLarge, End: len(source), Message: fmt.Sprintf("the expression is longer than %d bytes", maxSource)}
	case !utf8.ValidString(source):
		return nil, &Problem{Code: CodeSyntax, End: len(source), Message: "the expression is not valid UTF-8"}
	case strings.TrimSpace(source) == "":
		return nil, &Problem{Code: CodeSyntax, End: len(source), Message: "the expression is empty"}
	}
	defer func() {
		// The parser is not ours; a text that it fails on is a text it cannot read.
		if r := recover(); r != nil {
			node, bad = nil, &Problem{Code: CodeSyntax, End: len(source), Message: "the expression cannot be read"}
		}
	}()
	tree, err := parser.Parse(source)
	if err != nil {
		return nil, syntaxProblem(source, err)
	}
	return tree.Node, nil
}

// syntaxProblem puts the parser's error into words for people who do not know
// how a parser works.
func syntaxProblem(source string, err error) *Problem {
	p := &Problem{Code: CodeSyntax, End: len(source), Message: err.Error()}
	var parsed *file.Error
	if !errors.As(err, &parsed) {
		return p
	}
	offsets := newOffsets(source)
	p.Offset, p.End = offsets.at(parsed.From), offsets.at(parsed.To)
	p.Message, p.Hint = friendly(parsed.Message)
	if strings.HasPrefix(parsed.Message, "invalid ") && strings.Contains(parsed.Message, " literal") {
		p.Offset, p.End = numberBefore(source, p.Offset)
	}
	if p.Message == endsEarly {
		p.Offset, p.End = len(source), len(source)
	}
	return p
}

// numberBefore finds the number that ends before an offset, to which the
// parser has moved on when it finds that it cannot read the number.
func numberBefore(source string, at int) (from, to int) {
	inNumber := func(i int) bool {
		c := source[i]
		return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '.'
	}
	from = max(at-1, 0)
	for from > 0 && !inNumber(from) {
		from--
	}
	to = from
	for to < len(source) && inNumber(to) {
		to++
	}
	for from > 0 && inNumber(from-1) {
		from--
	}
	return from, to
}

const endsEarly = "the expression ends too early"

var unexpectedToken = regexp.MustCompile(`(?s)^unexpected token (\w+)(?:\((".*")\))?$`)

// friendlyWords are the parser's messages, by how they begin, and ours.
var friendlyWords = []struct{ begins, message, hint string }{
	{"unexpected end of expression", endsEarly, "something is missing at its end"},
	{"literal not terminated", "a text has no closing quote", "texts stand between two \" or two ' and on one line"},
	{"invalid char escape", "a text has a \\ with no known meaning behind it", `write \\ for a backslash, or use back quotes`},
	{"unclosed comment", "a comment has no end", "close it with */"},
	{"bad number syntax", "a number runs into letters", "put text in quotes"},
	{"invalid integer literal", "a whole number does not fit 64 bits", `write decimal("…")`},
	{"invalid hex literal", "a number cannot be read", ""},
	{"invalid binary literal", "a number cannot be read", ""},
	{"invalid octal literal", "a number cannot be read", ""},
	{"invalid float literal", "a number cannot be read", ""},
	{"Operator (", "?? stands beside another operator", "put parentheses around it: (a ?? b) == c"},
	{"expected name", "a name is missing behind the dot", ""},
	{"expected at least", "an argument is missing", ""},
	{"wrap predicate with brackets", "a let inside a predicate needs braces around the predicate", "any(xs, {let x = .a; x == 1})"},
	{"a map key must be", "a member's name must be text, a number or a word", `{"name": value}`},
	{"compilation failed", "the expression has too many parts", "split it with let"},
	{"unrecognized character", "a character has no meaning here", "put text in quotes"},
}

func friendly(message string) (text, hint string) {
	if m := unexpectedToken.FindStringSubmatch(message); m != nil {
		if m[1] == "EOF" {
			return endsEarly, "something is missing at its end"
		}
		token := strings.ReplaceAll(strings.Trim(m[2], `"`), `\"`, `"`)
		return "`" + token + "` does not belong here", tokenHint(token)
	}
	for _, w := range friendlyWords {
		if strings.HasPrefix(message, w.begins) {
			return w.message, w.hint
		}
	}
	return message, ""
}

func tokenHint(token string) string {
	switch token {
	case "=":
		return "== compares"
	case "&":
		return "&& means and"
	case ">":
		return "!= means not equal"
	case "#", ".":
		return "# and .name stand for the element inside filter, map, any and the like; here there is none"
	case ":":
		return "inside map, filter and the like an object stands in parentheses: ({\"name\": value})"
	}
	return ""
}

// offsets turns places counted in characters into byte offsets.
type offsets struct {
	size int
	at16 []uint16 // of each character; nil when every character is one byte
}

func newOffsets(source string) offsets {
	o := offsets{size: len(source)}
	if utf8.RuneCountInString(source) == len(source) {
		return o
	}
	for i := range source {
		o.at16 = append(o.at16, uint16(i))
	}
	return o
}

func (o offsets) at(character int) int {
	switch {
	case character < 0:
		return 0
	case o.at16 == nil:
		return min(character, o.size)
	case character >= len(o.at16):
		return o.size
	}
	return int(o.at16[character])
}
