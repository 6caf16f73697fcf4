package pact

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

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

var (
	escaped   = strings.NewReplacer("~", "~0", "/", "~1")
	unescaped = strings.NewReplacer("~1", "/", "~0", "~")
)

// Escape writes a member's name as a token of a JSON pointer.
func Escape(name string) string { return escaped.Replace(name) }

func tokensOf(pointer string) []string {
	if pointer == "" {
		return nil
	}
	tokens := strings.Split(pointer[1:], "/")
	for i, t := range tokens {
		tokens[i] = unescaped.Replace(t)
	}
	return tokens
}

// locate finds a value; with last, of several members of one name the last. depth counts the tokens that lead to it.
func (f *File) locate(pointer string, last bool) (here at, depth int) {
	tokens := tokensOf(pointer)
	s := scanner{data: f.data}
	here = at{name: -1, start: s.space(0), end: len(f.data)}
	for ; depth < len(tokens); depth++ {
		var next at
		var ok bool
		if last && depth == len(tokens)-1 {
			next, ok = s.child(here.start, tokens[depth], true)
		} else {
			next, ok = f.child(here, tokens[depth])
		}
		if !ok {
			break
		}
		here = next
	}
	if depth == 0 {
		here.end = s.value(here.start)
	}
	return here, depth
}

// maxSearched is the size in bytes up to which a value is searched anew each time. The places in larger ones are kept:
// searching those for each of many findings takes quadratic time.
const maxSearched = 4096

// places are those of the members or items of a value.
type places struct {
	members map[string]at
	items   [][2]int32 // start and end
}

// child finds a member or an item of a value.
func (f *File) child(around at, token string) (found at, ok bool) {
	s := scanner{data: f.data}
	if around.end-around.start <= maxSearched {
		return s.child(around.start, token, false)
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	kept, ok := f.kept[around.start]
	if !ok {
		kept = places{members: map[string]at{}}
		s.each(around.start, func(_ int, name string, here at) bool {
			if _, twice := kept.members[name]; here.name >= 0 && !twice {
				kept.members[name] = here
			} else if here.name < 0 {
				kept.items = append(kept.items, [2]int32{int32(here.start), int32(here.end)}) //nolint:gosec // files are smaller than 2 GiB
			}
			return true
		})
		f.kept[around.start] = kept
	}
	if i := indexOf(token); i >= 0 && i < len(kept.items) {
		return at{name: -1, start: int(kept.items[i][0]), end: int(kept.items[i][1])}, true
	}
	found, ok = kept.members[token]
	return found, ok
}

// indexOf reads a token as the index of an item, -1 when it is none.
func indexOf(token string) int {
	if i, err := strconv.Atoi(token); err == nil && strconv.Itoa(i) == token {
		return i
	}
	return -1
}

// maxShownLine bounds the lines that findings show, in bytes: a pact may be one line of megabytes.
const maxShownLine = 4096

func (f *File) placeOf(where at) finding.Place {
	from := where.start
	if where.name >= 0 {
		from = where.name
	}
	line, start, end := f.line(from)
	p := finding.Place{File: f.Name, Line: line, Column: f.runesBefore(from) - f.runesBefore(start) + 1}
	to := where.end
	switch {
	case to <= end:
	case where.name >= 0:
		s := scanner{data: f.data}
		to = s.text(where.name)
	default:
		to = from + 1
	}
	p.EndColumn = p.Column + f.runesBefore(max(from, min(to, end))) - f.runesBefore(from)
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

// runeBlock is the distance between the offsets up to which characters are counted beforehand: counting each column from
// the beginning of its line takes quadratic time in a file of one line.
const runeBlock = 4096

// countRunes counts the characters before each block of a text.
func countRunes(data []byte) []int {
	counts := make([]int, 1, len(data)/runeBlock+1)
	for start := 0; start+runeBlock <= len(data); start += runeBlock {
		counts = append(counts, counts[len(counts)-1]+runesIn(data[start:start+runeBlock]))
	}
	return counts
}

// runesIn counts the bytes that begin a character of UTF-8, so that counts of parts add up wherever a text is cut.
func runesIn(data []byte) (n int) {
	for _, c := range data {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// runesBefore counts the characters of the file before an offset.
func (f *File) runesBefore(offset int) int {
	offset = min(max(offset, 0), len(f.data))
	block := offset / runeBlock
	return f.runes[block] + runesIn(f.data[block*runeBlock:offset])
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
	index := indexOf(token)
	s.each(i, func(n int, name string, here at) bool {
		if here.name >= 0 && name == token || here.name < 0 && n == index {
			found, ok = here, true
		}
		return !ok || last
	})
	return found, ok
}

// each visits the members or items of the value that begins at i until it is told to stop; an item has no name.
func (s scanner) each(i int, visit func(n int, name string, here at) bool) {
	open := s.at(i)
	if open != '{' && open != '[' {
		return
	}
	i = s.space(i + 1)
	for n := 0; i < len(s.data) && s.data[i] != '}' && s.data[i] != ']'; n++ {
		begin, name := i, ""
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
		if !visit(n, name, here) {
			return
		}
		if i = s.next(here.end); i <= begin {
			return // no progress: the text is broken here
		}
	}
}

func unquote(raw []byte) string {
	if plain, err := jsontext.AppendUnquote(nil, raw); err == nil {
		return string(plain)
	}
	return string(raw)
}
