package expression

import (
	"slices"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"
)

// spans finds the part of the source that a node of the tree was read from.
// The tree keeps one token's place for each node, so the rest is worked out
// from the tokens. It is made when the first problem is found.
type spans struct {
	source string
	tokens []token // in source order
	known  map[ast.Node]span
}

type token struct {
	span
	sort    byte // of brackets and operators their first byte, else a space
	partner int  // of brackets the token that closes or opens them; -1 = none
}

// span is a part of a source text, in bytes; to is exclusive.
type span struct{ from, to int }

func newSpans(source string) *spans {
	s := &spans{source: source, known: map[ast.Node]span{}}
	tokens, err := lexer.Lex(file.NewSource(source))
	if err != nil { // cannot be, as the parser has read the same text
		return s
	}
	offsets := newOffsets(source)
	var open []int
	for _, t := range tokens {
		if t.Kind == lexer.EOF {
			break
		}
		i, at := len(s.tokens), token{span: span{offsets.at(t.From), offsets.at(t.To)}, sort: ' ', partner: -1}
		if t.Kind == lexer.Bracket || t.Kind == lexer.Operator {
			at.sort = source[at.from]
		}
		if t.Kind == lexer.Bracket {
			switch at.sort {
			case '(', '[', '{':
				open = append(open, i)
			default:
				if last := len(open) - 1; last >= 0 {
					at.partner, s.tokens[open[last]].partner = open[last], i
					open = open[:last]
				}
			}
		}
		s.tokens = append(s.tokens, at)
	}
	return s
}

// text is the source of a part, cut to a readable length.
func (s *spans) text(at span) string {
	const limit = 48
	text := []rune(s.source[at.from:at.to])
	if len(text) > limit {
		return string(text[:limit-1]) + "…"
	}
	return string(text)
}

// of gives the part that a node was read from, without parentheses around it.
func (s *spans) of(n ast.Node, offsets offsets) span {
	if at, ok := s.known[n]; ok {
		return at
	}
	loc := n.Location()
	at := span{offsets.at(loc.From), offsets.at(loc.To)}
	grow := func(children ...ast.Node) {
		for _, child := range children {
			if child != nil {
				at = at.union(s.widen(s.of(child, offsets)))
			}
		}
	}
	switch n := n.(type) {
	case *ast.UnaryNode:
		grow(n.Node)
	case *ast.BinaryNode:
		grow(n.Left, n.Right)
	case *ast.ChainNode:
		at = s.of(n.Node, offsets)
	case *ast.MemberNode:
		at = s.bracketed(at)
		grow(n.Node)
	case *ast.SliceNode:
		at = s.bracketed(at)
		grow(n.Node)
	case *ast.ConditionalNode:
		at = s.of(n.Cond, offsets)
		grow(n.Cond, n.Exp1, n.Exp2)
	case *ast.CallNode:
		at = s.call(at)
		grow(n.Callee)
		s.arguments(&at, n.Arguments, offsets)
	case *ast.BuiltinNode:
		at = s.call(at)
		s.arguments(&at, n.Arguments, offsets)
	case *ast.PredicateNode:
		at = s.bracketed(at)
		at = at.union(s.of(n.Node, offsets))
	case *ast.PointerNode:
		if i := s.tokenAt(at.from); i >= 0 && n.Name != "" && i+1 < len(s.tokens) {
			at = at.union(s.tokens[i+1].span)
		}
	case *ast.VariableDeclaratorNode:
		grow(n.Value, n.Expr)
	case *ast.SequenceNode:
		grow(n.Nodes...)
	case *ast.ArrayNode, *ast.MapNode:
		at = s.bracketed(at)
	case *ast.PairNode:
		at = s.of(n.Key, offsets)
		grow(n.Value)
	}
	s.known[n] = at
	return at
}

func (a span) union(b span) span { return span{min(a.from, b.from), max(a.to, b.to)} }

// tokenAt finds the token that starts at an offset; -1 if none does.
func (s *spans) tokenAt(offset int) int {
	i, ok := slices.BinarySearchFunc(s.tokens, offset, func(t token, offset int) int { return t.from - offset })
	if !ok {
		return -1
	}
	return i
}

// tokenTo finds the token that ends at an offset; -1 if none does.
func (s *spans) tokenTo(offset int) int {
	i, ok := slices.BinarySearchFunc(s.tokens, offset, func(t token, offset int) int { return t.to - offset })
	if !ok {
		return -1
	}
	return i
}

// bracketed extends an opening bracket to the closing one.
func (s *spans) bracketed(at span) span {
	if i := s.tokenAt(at.from); i >= 0 && s.tokens[i].partner >= 0 {
		return at.union(s.tokens[s.tokens[i].partner].span)
	}
	return at
}

// call extends a function's name to the end of its arguments.
func (s *spans) call(at span) span {
	if i := s.tokenAt(at.from); i >= 0 && i+1 < len(s.tokens) && s.tokens[i+1].sort == '(' {
		return at.union(s.bracketed(s.tokens[i+1].span))
	}
	return at
}

// arguments extends a call to what was piped into it.
func (s *spans) arguments(at *span, arguments []ast.Node, offsets offsets) {
	if len(arguments) > 0 && arguments[0] != nil {
		if first := s.of(arguments[0], offsets); first.from < at.from {
			*at = at.union(s.widen(first))
		}
	}
}

// widen adds the parentheses that stand directly around an operand.
func (s *spans) widen(at span) span {
	for {
		first, last := s.tokenAt(at.from), s.tokenTo(at.to)
		if first < 1 || last < 0 || last+1 >= len(s.tokens) || s.tokens[first-1].sort != '(' || s.tokens[first-1].partner != last+1 {
			return at
		}
		at = span{s.tokens[first-1].from, s.tokens[last+1].to}
	}
}
