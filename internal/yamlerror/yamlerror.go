// Package yamlerror finds where a text breaks YAML. The parser's own errors are not enough for that: they count lines
// from 0 or from 1, name where a collection begins instead of where it goes wrong, never name a column, and some name
// no line at all. What is missing is found by giving the parser beginnings of the text: the shortest one that it
// objects to in the same way ends where the mistake stands.
package yamlerror

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Problem is what the parser objects to. Line and Column count from 1, Column and Width in characters; they are 0 when
// unknown. A line in which no column can be told is meant whole.
type Problem struct {
	Line, Column, Width int
	Message, Hint       string
}

const (
	// maxSearched bounds the texts, in bytes, of which beginnings are tried: each takes the time of parsing it. In
	// longer ones the line is that at which the parser began to read what is wrong.
	maxSearched = 1 << 20
	// maxLine bounds the lines, in bytes, in which a column is looked for.
	maxLine = 4096
	// maxDocuments is how many documents of a text are parsed: readers refuse a second one.
	maxDocuments = 2
)

// Of tells of an error that the parser gave for a text, which begins with no byte order mark.
func Of(data []byte, err error) Problem {
	p := Problem{Message: message(err), Width: 1}
	if at := badCharacter(data); at >= 0 && isReaderError(p.Message) {
		p.Line, p.Column = 1+bytes.Count(data[:at], []byte{'\n'}), 1+utf8.RuneCount(data[bytes.LastIndexByte(data[:at], '\n')+1:at])
		return p
	}
	t := &text{data: data, lines: bytes.SplitAfter(data, []byte{'\n'}), message: p.Message}
	p.Line, p.Column = t.place()
	if p.Column == 0 {
		p.Column, p.Width = t.indented(p.Line), utf8.RuneCountInString(strings.TrimSpace(t.line(p.Line)))
	}
	p.Hint = hint(p.Message, t.line(p.Line))
	return p
}

func hint(message, line string) string {
	switch {
	case tabbed(line):
		return "indent with spaces; this line is indented with a tab"
	case strings.Contains(message, "mapping values are not allowed"), strings.Contains(message, "could not find expected"):
		return `quote a value that contains ": "`
	case strings.Contains(message, "cannot start any token"):
		return "quote a value that begins with @, ` or a tab; indent with spaces"
	}
	return ""
}

func tabbed(line string) bool { return strings.HasPrefix(strings.TrimLeft(line, " "), "\t") }

var lineOf = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

func message(err error) string {
	text := err.Error()
	return text[len(lineOf.FindString(text)):]
}

// badCharacter gives where the first character stands that YAML 1.2, section 5.1, does not allow, -1 without one.
func badCharacter(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		allowed := r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= '~' || r == 0x85 || r >= 0xa0 && r != 0xfffe && r != 0xffff
		if !allowed || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func isReaderError(message string) bool {
	return strings.HasPrefix(message, "control characters") || strings.Contains(message, "UTF-8") && !strings.Contains(message, "found an incorrect") ||
		message == "invalid Unicode character"
}

// text is a text that the parser objects to.
type text struct {
	data    []byte
	lines   [][]byte // with their ends
	message string
}

// line gives a line without its end, "" for one that is not there or too long.
func (t *text) line(n int) string {
	if n < 1 || n > len(t.lines) || len(t.lines[n-1]) > maxLine {
		return ""
	}
	return strings.TrimRight(string(t.lines[n-1]), "\r\n")
}

// upTo gives the first n lines.
func (t *text) upTo(n int) []byte {
	size := 0
	for _, line := range t.lines[:n] {
		size += len(line)
	}
	return t.data[:size:size]
}

// fromParser are the messages that come with a line counted from 0. All others count from 1.
var fromParser = map[string]bool{
	"did not find expected <stream-start>":   true,
	"did not find expected <document start>": true,
	"found undefined tag handle":             true,
	"did not find expected node content":     true,
	"did not find expected '-' indicator":    true,
	"did not find expected key":              true,
	"did not find expected ',' or ']'":       true,
	"did not find expected ',' or '}'":       true,
	"found duplicate %YAML directive":        true,
	"found incompatible YAML document":       true,
	"found duplicate %TAG directive":         true,
}

// place finds the line and the column.
func (t *text) place() (line, column int) {
	begin := t.begin()
	switch t.message {
	case "did not find expected node content", "did not find expected ',' or ']'", "did not find expected ',' or '}'":
		return t.inBrackets(begin)
	case "found unexpected end of stream", "found unexpected document indicator": // a quote that is left open
		return begin, t.openQuote(begin)
	case "could not find expected ':'":
		return begin, t.indented(begin)
	}
	if line = begin; !isExact[t.message] {
		line = t.search(begin)
	}
	return line, t.column(line)
}

// isExact are the messages that come with the line of the mistake itself.
var isExact = map[string]bool{
	"found character that cannot start any token":            true,
	"block sequence entries are not allowed in this context": true,
	"mapping keys are not allowed in this context":           true,
	"mapping values are not allowed in this context":         true,
}

// begin gives the line that the parser names: where what it was reading begins. A line is put before the text, since
// the parser takes a line counted as 0 for none.
func (t *text) begin() int {
	m := lineOf.FindStringSubmatch(failure(append([]byte{'\n'}, t.data...)))
	if m == nil || m[1] == "" {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	if !fromParser[t.message] {
		n--
	}
	return min(max(n, 1), len(t.lines))
}

// failure gives the whole text of the parser's error, "" without one.
func failure(data []byte) string {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	for range maxDocuments {
		var document yaml.Node
		if err := decoder.Decode(&document); errors.Is(err, io.EOF) {
			return ""
		} else if err != nil {
			return err.Error()
		}
	}
	return ""
}

// fails tells whether the parser objects to a beginning of the text in the same way.
func (t *text) fails(beginning []byte) bool {
	found := failure(beginning)
	return found != "" && found[len(lineOf.FindString(found)):] == t.message
}

// search gives the first line, from begin on, with which the mistake is in the text.
func (t *text) search(begin int) int {
	if len(t.data) > maxSearched {
		return begin
	}
	from := max(begin, 1)
	n := from + sort.Search(len(t.lines)-from, func(i int) bool { return t.fails(t.upTo(from + i)) })
	if alias, ok := t.alias(); ok {
		for n > 1 && !strings.Contains(t.line(n), alias) {
			n--
		}
	}
	return n
}

// alias gives the alias that the message speaks of, as it is written.
func (t *text) alias() (written string, ok bool) {
	name, ok := strings.CutPrefix(t.message, "unknown anchor '")
	return "*" + strings.TrimSuffix(name, "' referenced"), ok
}

// column gives the column of the mistake in its line, 0 when the line is too long to be searched.
func (t *text) column(n int) int {
	line := t.line(n)
	if strings.TrimSpace(line) == "" || len(t.data) > maxSearched {
		return 0
	}
	if tabbed(line) {
		return 1 + strings.IndexByte(line, '\t')
	}
	if alias, ok := t.alias(); ok {
		if at := strings.Index(line, alias); at >= 0 {
			return 1 + utf8.RuneCountInString(line[:at])
		}
		return 0
	}
	before := t.upTo(n - 1)
	with := func(characters int) bool {
		return t.fails(append(before, string([]rune(line)[:characters])...))
	}
	first := t.indented(n)
	if with(first) || inBlock[t.message] && with(t.firstWord(n)) {
		return first
	}
	return 1 + sort.Search(utf8.RuneCountInString(line)-1, func(i int) bool { return with(i + 1) })
}

// inBlock are the messages that speak of a whole key or item, the place of which is where it begins.
var inBlock = map[string]bool{
	"did not find expected '-' indicator":            true,
	"did not find expected key":                      true,
	"mapping values are not allowed in this context": true,
}

// firstWord gives the column of the last character of the first word of a line.
func (t *text) firstWord(n int) int {
	line := t.line(n)
	indent := t.indented(n) - 1
	if end := strings.IndexAny(line[indent:], " \t"); end > 0 {
		line = line[:indent+end]
	}
	return utf8.RuneCountInString(line)
}

// indented gives the column of the first character of a line that is no blank.
func (t *text) indented(n int) int {
	line := t.line(n)
	if strings.TrimSpace(line) == "" {
		return 0
	}
	return 1 + len(line) - len(strings.TrimLeft(line, " \t"))
}
