package contract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/yamlerror"
)

const (
	maxSourceSize = 16 << 20
	maxTreeDepth  = 200
	maxTreeNodes  = 2_000_000
)

// source is one file of a document.
type source struct {
	name   string
	data   []byte
	root   *node // nil when the file could not be read
	starts []int // of the lines; made when a line is first asked for
}

// maxShownLine bounds the lines that findings show, in bytes: a document may be one line of megabytes.
const maxShownLine = 4096

// line gives the text of a line, "" for one that is too long to be shown.
func (s *source) line(n int) string {
	if s.starts == nil {
		s.starts = append(s.starts, 0)
		for i, c := range s.data {
			if c == '\n' {
				s.starts = append(s.starts, i+1)
			}
		}
		s.starts = append(s.starts, len(s.data)+1)
	}
	if n < 1 || n >= len(s.starts) || s.starts[n]-s.starts[n-1] > maxShownLine {
		return ""
	}
	return strings.TrimRight(string(s.data[s.starts[n-1]:s.starts[n]-1]), "\r")
}

// report gathers the findings of one load.
type report struct{ list finding.List }

func (r *report) add(severity finding.Severity, code string, at position, hint, format string, args ...any) {
	r.list = append(r.list, finding.Finding{Code: code, Severity: severity, Place: at.place(), Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (r *report) fail(code string, at position, format string, args ...any) {
	r.add(finding.Error, code, at, "", format, args...)
}

func (r *report) warn(code string, at position, format string, args ...any) {
	r.add(finding.Warning, code, at, "", format, args...)
}

// read parses a file of fsys, once. The root is nil, and a finding says why, when that fails.
func (l *loader) read(name string) *source {
	if s, ok := l.files[name]; ok {
		return s
	}
	s := &source{name: name}
	l.files[name] = s
	whole := position{file: s}
	f, err := l.fsys.Open(name)
	if err != nil {
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		l.fail("unreadable-file", whole, "cannot be opened: %v", err)
		return s
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSourceSize+1))
	if pathError := (*fs.PathError)(nil); errors.As(err, &pathError) {
		err = pathError.Err
	}
	switch {
	case err != nil:
		l.fail("unreadable-file", whole, "cannot be read: %v", err)
		return s
	case len(data) > maxSourceSize:
		l.fail("unreadable-file", whole, "is larger than %d MiB", maxSourceSize>>20)
		return s
	case !utf8.Valid(data):
		line, col := lineAndColumn(data, invalidAt(data))
		l.fail("bad-syntax", position{s, int32(line), int32(col), 0}, "the file is not UTF-8 here")
		return s
	}
	s.data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if len(bytes.TrimSpace(s.data)) == 0 {
		l.fail("empty-file", whole, "the file is empty")
		return s
	}
	if strings.EqualFold(path.Ext(name), ".json") {
		s.root = l.parseJSON(s)
	} else {
		s.root = l.parseYAML(s)
	}
	return s
}

func (l *loader) parseYAML(s *source) *node {
	decoder := yaml.NewDecoder(bytes.NewReader(s.data))
	var document yaml.Node
	if err := decoder.Decode(&document); err != nil {
		l.failYAML(s, err)
		return nil
	}
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		l.fail("second-document", position{s, int32(second.Line), int32(second.Column), 0}, "a second YAML document begins here; a file holds one")
	} else if !errors.Is(err, io.EOF) {
		l.failYAML(s, err)
		return nil
	}
	c := &yamlTree{report: &l.report, file: s, done: map[*yaml.Node]*node{}}
	return c.convert(document.Content[0], 0)
}

func (l *loader) failYAML(s *source, err error) {
	p := yamlerror.Of(s.data, err)
	l.add(finding.Error, "bad-syntax", position{s, int32(p.Line), int32(p.Column), int32(p.Width)}, p.Hint, "this is not YAML: %s", p.Message)
}

// yamlTree turns YAML nodes into ours: aliases are followed, merge keys merged, numbers spelt as JSON spells them.
type yamlTree struct {
	*report
	file  *source
	done  map[*yaml.Node]*node // nil while a node is being converted
	count int
}

func (c *yamlTree) convert(y *yaml.Node, depth int) *node {
	at := position{c.file, int32(y.Line), int32(y.Column), 0}
	if c.count++; depth > maxTreeDepth || c.count > maxTreeNodes {
		c.fail("too-large", at, "the document is nested deeper than %d levels, or holds more than %d values", maxTreeDepth, maxTreeNodes)
		return &node{at: at}
	}
	if y.Kind == yaml.AliasNode || y.Anchor != "" {
		target := y
		if y.Kind == yaml.AliasNode {
			target = y.Alias
		}
		if n, seen := c.done[target]; seen {
			if n == nil {
				c.fail("bad-syntax", at, "the anchor %q contains itself", target.Anchor)
				return &node{at: at}
			}
			return n
		}
		c.done[target] = nil
		n := c.plain(target, position{c.file, int32(target.Line), int32(target.Column), 0}, depth)
		c.done[target] = n
		return n
	}
	return c.plain(y, at, depth)
}

func (c *yamlTree) plain(y *yaml.Node, at position, depth int) *node {
	n := &node{at: at}
	switch y.Kind {
	case yaml.SequenceNode:
		n.kind = list
		n.items = make([]*node, len(y.Content))
		for i, item := range y.Content {
			n.items[i] = c.convert(item, depth+1)
		}
	case yaml.MappingNode:
		n.kind = object
		c.members(n, y, depth)
	default:
		c.scalar(n, y)
	}
	return n
}

func (c *yamlTree) members(n *node, y *yaml.Node, depth int) {
	n.keys = make([]key, 0, len(y.Content)/2)
	n.items = make([]*node, 0, len(y.Content)/2)
	seen := make(map[string]position, len(y.Content)/2)
	var merged []*node
	for i := 0; i+1 < len(y.Content); i += 2 {
		k, v := y.Content[i], y.Content[i+1]
		at := position{c.file, int32(k.Line), int32(k.Column), int32(utf8.RuneCountInString(k.Value))}
		switch {
		case k.ShortTag() == "!!merge":
			m := c.convert(v, depth+1)
			if m.kind == list {
				merged = append(merged, m.items...)
			} else {
				merged = append(merged, m)
			}
			continue
		case k.Kind == yaml.AliasNode && k.Alias.Kind == yaml.ScalarNode:
			k = k.Alias
		case k.Kind != yaml.ScalarNode:
			c.fail("bad-syntax", at, "a member's name must be text")
			continue
		}
		if first, twice := seen[k.Value]; twice {
			c.fail("duplicate-key", at, "%q is given twice; it stands on line %d already", k.Value, first.line)
			continue
		}
		seen[k.Value] = at
		n.keys = append(n.keys, key{k.Value, at})
		n.items = append(n.items, c.convert(v, depth+1))
	}
	for _, m := range merged {
		for i, k := range m.keys {
			if _, own := seen[k.name]; !own {
				seen[k.name] = k.at
				n.keys, n.items = append(n.keys, k), append(n.items, m.items[i])
			}
		}
	}
}

var jsonNumber = regexp.MustCompile(`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$`)

func (c *yamlTree) scalar(n *node, y *yaml.Node) {
	n.text = y.Value
	if y.Style == 0 {
		n.at.width = int32(utf8.RuneCountInString(y.Value))
	}
	switch y.ShortTag() {
	case "!!null":
		n.kind = null
	case "!!bool":
		n.kind, n.text = boolean, strings.ToLower(y.Value)
	case "!!int", "!!float":
		n.kind = number
		if jsonNumber.MatchString(y.Value) {
			if !reasonableNumber(y.Value) {
				c.fail("bad-number", n.at, "a number has at most %d characters and an exponent of at most %d", maxNumberText, maxExponent)
				n.text = "0"
			}
			return
		}
		plain := strings.ReplaceAll(y.Value, "_", "")
		if i, err := strconv.ParseInt(plain, 0, 64); err == nil {
			n.text = strconv.FormatInt(i, 10)
		} else if f, err := strconv.ParseFloat(plain, 64); err == nil && jsonNumber.MatchString(strconv.FormatFloat(f, 'g', -1, 64)) {
			n.text = strconv.FormatFloat(f, 'g', -1, 64)
		} else {
			c.fail("bad-number", n.at, "%s is not a number that JSON can hold", y.Value)
			n.text = "0"
		}
	default: // dates and everything else that YAML knows are text in JSON
		n.kind = text
	}
}

// jsonTree reads JSON through the tokenizer, for exact places and because YAML does not take every JSON text.
type jsonTree struct {
	*report
	file      *source
	tokens    *jsontext.Decoder
	offset    int // where line and col stand
	line, col int32
}

func (l *loader) parseJSON(s *source) *node {
	if _, err := DecodeJSON(s.data, maxTreeDepth); err != nil {
		var syntax *SyntaxError
		if errors.As(err, &syntax) {
			line, col := lineAndColumn(s.data, int(syntax.Offset))
			l.fail("bad-syntax", position{s, int32(line), int32(col), 0}, "%v", err)
		}
		return nil
	}
	t := &jsonTree{report: &l.report, file: s, tokens: jsontext.NewDecoder(bytes.NewBuffer(s.data)), line: 1, col: 1}
	return t.convert()
}

// here gives the position of the next token. Tokens are visited in order, so lines are counted once.
func (t *jsonTree) here() position {
	t.tokens.PeekKind()
	at := int(t.tokens.InputOffset())
	for at < len(t.file.data) && strings.IndexByte(" \t\r\n,:", t.file.data[at]) >= 0 {
		at++
	}
	for ; t.offset < at; t.offset++ {
		switch c := t.file.data[t.offset]; {
		case c == '\n':
			t.line, t.col = t.line+1, 1
		case utf8.RuneStart(c):
			t.col++
		}
	}
	return position{t.file, t.line, t.col, 0}
}

// convert reads a value of a text that DecodeJSON has already accepted, so tokens cannot fail.
func (t *jsonTree) convert() *node {
	n := &node{at: t.here()}
	token, err := t.tokens.ReadToken()
	if err != nil {
		t.fail("bad-syntax", n.at, "%v", err)
		return n
	}
	switch token.Kind() {
	case 'n':
		n.kind = null
	case 't', 'f':
		n.kind, n.text = boolean, token.String()
	case '0':
		n.kind, n.text = number, token.String()
	case '"':
		n.kind, n.text = text, token.String()
	case '[':
		n.kind = list
		for t.tokens.PeekKind() != ']' && t.tokens.PeekKind() > 0 {
			n.items = append(n.items, t.convert())
		}
		_, err = t.tokens.ReadToken()
	case '{':
		n.kind = object
		for t.tokens.PeekKind() == '"' {
			k := t.convert()
			k.at.width = int32(utf8.RuneCountInString(k.text)) + 2
			n.keys = append(n.keys, key{k.text, k.at})
			n.items = append(n.items, t.convert())
		}
		_, err = t.tokens.ReadToken()
	}
	if err != nil {
		t.fail("bad-syntax", n.at, "%v", err)
	}
	return n
}
