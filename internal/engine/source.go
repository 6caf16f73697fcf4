package engine

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/finding"
)

// source is one file as its author wrote it, kept while loading so that findings can point into it.
type source struct {
	name  string // slash-separated, below the scenario folder
	data  []byte
	lines []string
	alone bool // it stands in no folder
	over  bool // its defaults go before others
}

func newSource(name string, data []byte) *source {
	return &source{name: name, data: data, lines: strings.Split(string(data), "\n")}
}

// line gives the text of a line counted from 1, without its line end.
func (s *source) line(n int) string {
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return strings.TrimSuffix(s.lines[n-1], "\r")
}

// whole is the file as such, for findings that have no line.
func (s *source) whole() finding.Place { return finding.Place{File: s.name} }

// at gives the place of a position counted from 1 in lines and characters; width is in characters.
func (s *source) at(line, column, width int) finding.Place {
	p := finding.Place{File: s.name, Line: line, Column: column, Source: s.line(line)}
	if width > 1 {
		p.EndColumn = column + width
	}
	return p
}

// place gives where a node begins; a scalar on one line is underlined whole.
func (s *source) place(n *yaml.Node) finding.Place {
	if n == nil {
		return s.whole()
	}
	width := 1
	if n.Kind == yaml.ScalarNode {
		width = s.scalarWidth(n)
	}
	return s.at(n.Line, n.Column, width)
}

func (s *source) scalarWidth(n *yaml.Node) int {
	runes := utf8.RuneCountInString(n.Value)
	switch n.Style {
	case yaml.LiteralStyle, yaml.FoldedStyle:
		return 1
	case yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle:
		runes += 2
	}
	rest := utf8.RuneCountInString(s.line(n.Line)) - n.Column + 1
	return max(1, min(runes, rest))
}

// inside gives the place of a byte range within a scalar's value. The value is aligned with the raw text, so that
// quotes, escapes, folding and indentation do not shift it.
func (s *source) inside(n *yaml.Node, from, to int) finding.Place {
	if from < 0 || from > len(n.Value) {
		return s.place(n)
	}
	a := s.align(n)
	line, column, ok := a.position(from)
	if !ok {
		return s.place(n)
	}
	width := 1
	if endLine, endColumn, ok := a.position(to); ok && endLine == line && endColumn > column {
		width = endColumn - column
	} else if to > from {
		width = utf8.RuneCountInString(n.Value[from:min(to, len(n.Value))])
		width = max(1, min(width, utf8.RuneCountInString(s.line(line))-column+1))
	}
	return s.at(line, column, width)
}

// alignment walks a scalar's raw text beside its value.
type alignment struct {
	s    *source
	node *yaml.Node
}

func (s *source) align(n *yaml.Node) alignment { return alignment{s, n} }

// position finds the line and column, in characters from 1, of the value's byte offset.
func (a alignment) position(offset int) (line, column int, ok bool) {
	n := a.node
	line, column = n.Line, n.Column
	switch n.Style {
	case yaml.LiteralStyle, yaml.FoldedStyle:
		line, column = n.Line+1, 1
	case yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle:
		column++
	}
	raw := []rune(a.s.line(line))
	next := func() { line, column = line+1, 1; raw = []rune(a.s.line(line)) }
	for i := 0; i <= len(n.Value); {
		value, size := utf8.DecodeRuneInString(n.Value[i:])
		if i < len(n.Value) && (value == '\n' || value == ' ') && column > len(raw) {
			if i == offset {
				return line, column, true
			}
			next()
			i += size
			continue
		}
		for column > len(raw) || raw[column-1] != value {
			if width, escaped := a.escape(raw, column); escaped {
				if i == offset {
					return line, column, true
				}
				column += width - 1
				break
			}
			switch {
			case i == len(n.Value):
				return line, column, i == offset
			case line > len(a.s.lines):
				return 0, 0, false
			case column > len(raw):
				next()
			case raw[column-1] == ' ' || raw[column-1] == '\t':
				column++
			case raw[column-1] == '\'' && n.Style == yaml.SingleQuotedStyle: // the second of a doubled quote
				column++
			default:
				return 0, 0, false
			}
		}
		if i >= offset {
			return line, column, true
		}
		i += size
		column++
	}
	return 0, 0, false
}

// escape tells whether an escape sequence of a quoted scalar stands at the column, and its width in characters.
func (a alignment) escape(raw []rune, column int) (width int, ok bool) {
	if column >= len(raw) {
		return 0, false
	}
	if a.node.Style != yaml.DoubleQuotedStyle || raw[column-1] != '\\' {
		return 0, false
	}
	switch raw[column] {
	case 'x':
		return 4, true
	case 'u':
		return 6, true
	case 'U':
		return 10, true
	case '"', '\\', '/', 'n', 't', 'r', 'a', 'b', 'e', 'f', 'v', '0', ' ', 'N', '_', 'L', 'P':
		return 2, true
	}
	return 0, false
}

// stripBOM takes a byte order mark off; editors on some systems write one.
func stripBOM(b []byte) []byte { return bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")) }
