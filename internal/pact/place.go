package pact

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/sandbank/sandbank/internal/finding"
)

// at is the place of a value in the file, in bytes; name is where its member's name begins, -1 for a value without one.
type at struct{ name, start, end int }

// Place gives the place of the value that a JSON pointer (RFC 6901) leads to: of a member, from its name to the end of
// its value, or where that is on other lines, its name alone. A pointer that leads beyond what the file holds has the
// place of the nearest value around.
func (f *File) Place(pointer string) finding.Place {
	where, _ := f.locate(pointer, false)
	return f.placeOf(where)
}

// Nearest gives the longest part of a pointer that leads to a value of the file.
func (f *File) Nearest(pointer string) string {
	_, depth := f.locate(pointer, false)
	out := ""
	for _, token := range tokensOf(pointer)[:depth] {
		out += "/" + Escape(token)
	}
	return out
}

// text gives a value as it is written in the file.
func (f *File) text(pointer string) []byte {
	where, _ := f.locate(pointer, false)
	return f.data[where.start:where.end]
}

// Escape writes a member's name as a token of a JSON pointer.
func Escape(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}

func unescape(token string) string {
	return strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
}

func tokensOf(pointer string) []string {
	if pointer == "" {
		return nil
	}
	tokens := strings.Split(pointer[1:], "/")
	for i, t := range tokens {
		tokens[i] = unescape(t)
	}
	return tokens
}

// locate finds a value; with last, of several members of one name the last. depth counts the tokens that lead to it.
func (f *File) locate(pointer string, last bool) (here at, depth int) {
	tokens := tokensOf(pointer)
	s := scanner{data: f.data}
	here = at{name: -1, start: s.space(0)}
	if len(tokens) >= 2 {
		if span, ok := f.spans["/"+tokens[0]+"/"+tokens[1]]; ok {
			here, depth = span, 2
		}
	}
	for ; depth < len(tokens); depth++ {
		next, ok := s.child(here.start, tokens[depth], last && depth == len(tokens)-1)
		if !ok {
			break
		}
		here = next
	}
	if here.end == 0 {
		here.end = s.value(here.start)
	}
	return here, depth
}

// index remembers where the items of a list of the file stand.
func (f *File) index(list string) {
	s := scanner{data: f.data}
	whole, ok := s.child(s.space(0), list, false)
	if !ok || s.at(whole.start) != '[' {
		return
	}
	for i, p := 0, s.space(whole.start+1); p < len(s.data) && s.at(p) != ']'; i++ {
		end := s.value(p)
		f.spans["/"+list+"/"+strconv.Itoa(i)] = at{-1, p, end}
		p = s.next(end)
	}
}

// maxShownLine bounds the lines that findings show, in bytes: a pact may be one line of megabytes.
const maxShownLine = 4096

func (f *File) placeOf(where at) finding.Place {
	from := where.start
	if where.name >= 0 {
		from = where.name
	}
	line, start, end := f.line(from)
	p := finding.Place{File: f.Name, Line: line, Column: utf8.RuneCount(f.data[start:from]) + 1}
	to := where.end
	switch {
	case to <= end:
	case where.name >= 0:
		s := scanner{data: f.data}
		to = s.text(where.name)
	default:
		to = from + 1
	}
	p.EndColumn = p.Column + utf8.RuneCount(f.data[from:max(from, min(to, end))])
	if end-start <= maxShownLine {
		p.Source = string(f.data[start:end])
	}
	return p
}

// line gives the number of the line that an offset is on, and where the line begins and ends.
func (f *File) line(offset int) (number, start, end int) {
	offset = min(max(offset, 0), len(f.data))
	i, exact := slices.BinarySearch(f.starts, offset)
	if !exact {
		i--
	}
	end = len(f.data)
	if i+1 < len(f.starts) {
		end = f.starts[i+1] - 1
	}
	return i + 1, f.starts[i], max(f.starts[i], len(bytes.TrimRight(f.data[:end], "\r")))
}

func lineStarts(data []byte) []int {
	starts := []int{0}
	for i, c := range data {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// scanner finds its way in a JSON text that has been read before. On any other text it stays within bounds.
type scanner struct{ data []byte }

func (s scanner) at(i int) byte {
	if i >= len(s.data) {
		return 0
	}
	return s.data[i]
}

func (s scanner) space(i int) int {
	for i < len(s.data) && strings.IndexByte(" \t\r\n", s.data[i]) >= 0 {
		i++
	}
	return i
}

// next goes on behind a value to the next one.
func (s scanner) next(i int) int {
	if i = s.space(i); s.at(i) == ',' {
		i = s.space(i + 1)
	}
	return i
}

// text gives the end of the string that begins at i.
func (s scanner) text(i int) int {
	for i++; i < len(s.data); i++ {
		switch s.data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s.data)
}

// value gives the end of the value that begins at i.
func (s scanner) value(i int) int {
	for depth := 0; i < len(s.data); {
		switch c := s.data[i]; {
		case c == '"':
			i = s.text(i)
		case c == '{' || c == '[':
			depth++
			i++
		case c == '}' || c == ']':
			depth--
			i++
		case strings.IndexByte(" \t\r\n,:", c) >= 0:
			i++
			continue
		default:
			for i < len(s.data) && strings.IndexByte(" \t\r\n,:]}", s.data[i]) < 0 {
				i++
			}
		}
		if depth <= 0 {
			return i
		}
	}
	return len(s.data)
}

// child finds a member or an item of the value that begins at i.
func (s scanner) child(i int, token string, last bool) (found at, ok bool) {
	open, n := s.at(i), 0
	if open != '{' && open != '[' {
		return at{}, false
	}
	for i = s.space(i + 1); i < len(s.data) && s.data[i] != '}' && s.data[i] != ']'; n++ {
		begin, name := i, strconv.Itoa(n)
		here := at{name: -1, start: i}
		if open == '{' {
			end := s.text(i)
			name = unquote(s.data[i:end])
			if end = s.space(end); s.at(end) == ':' {
				end++
			}
			here = at{name: i, start: s.space(end)}
		}
		here.end = s.value(here.start)
		if name == token {
			if found, ok = here, true; !last {
				return found, true
			}
		}
		if i = s.next(here.end); i <= begin {
			break // no progress: the text is broken here
		}
	}
	return found, ok
}

func unquote(raw []byte) string {
	if plain, err := jsontext.AppendUnquote(nil, raw); err == nil {
		return string(plain)
	}
	return string(raw)
}
