package contract

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// SyntaxError says where a text stops being JSON as it is taken here. Offset counts bytes; Pointer is the place
// reached, as far as it is known.
type SyntaxError struct {
	Pointer string
	Offset  int64
	// Message reads as a sentence after the name of what was parsed: "repeats the member …".
	Message string
}

func (e *SyntaxError) Error() string { return "the JSON text " + e.Message }

const (
	maxSafeInteger = 1 << 53
	maxNumberText  = 100 // characters
	maxExponent    = 400
)

// uniqueByMap leaves it to the maps that are filled anyway to notice a name that is repeated.
var uniqueByMap = jsontext.AllowDuplicateNames(true)

var decoders = sync.Pool{New: func() any {
	d := &decoder{}
	d.tokens = jsontext.NewDecoder(&d.source, uniqueByMap)
	return d
}}

type decoder struct {
	source bytes.Buffer
	tokens *jsontext.Decoder
	max    int
	text   string // the whole text; plain strings are parts of it
}

// DecodeJSON decodes one JSON text into nil, bool, string, int, json.Number, []any and map[string]any. Integers up to
// 2^53 are int; all other numbers keep their text. Refused, each with a message of its own, are: names that an object
// repeats, bytes that are not UTF-8, anything after the value, nesting deeper than maxDepth (0 stands for 64), and
// numbers of absurd size. The error is a *SyntaxError.
func DecodeJSON(b []byte, maxDepth int) (any, error) {
	if maxDepth <= 0 {
		maxDepth = defaultDepth
	}
	text := string(b)
	if v, ok := parsePlain(text, maxDepth); ok {
		return v, nil
	}
	return decodeStrict(b, text, maxDepth)
}

// decodeStrict is the authority on what JSON is.
func decodeStrict(b []byte, text string, maxDepth int) (any, error) {
	d := decoders.Get().(*decoder)
	d.source = *bytes.NewBuffer(b)
	d.tokens.Reset(&d.source, uniqueByMap)
	d.max, d.text = maxDepth, text
	defer func() {
		d.source, d.text = bytes.Buffer{}, "" // they belong to the caller
		decoders.Put(d)
	}()
	v, err := d.value(0)
	if err == nil {
		rest := bytes.TrimLeft(b[d.tokens.InputOffset():], " \t\r\n")
		if len(rest) == 0 {
			return v, nil
		}
		at := len(b) - len(rest)
		return nil, &SyntaxError{Offset: int64(at), Message: fmt.Sprintf("goes on after its value, at byte %d", at+1)}
	}
	return nil, d.explain(b, err)
}

func (d *decoder) value(depth int) (any, error) {
	switch d.tokens.PeekKind() {
	case '{':
		return d.object(depth + 1)
	case '[':
		return d.array(depth + 1)
	case '0':
		raw, err := d.tokens.ReadValue()
		if err != nil {
			return nil, err
		}
		return d.number(raw)
	case '"':
		return d.string()
	}
	t, err := d.tokens.ReadToken()
	if err != nil {
		return nil, err
	}
	switch t.Kind() {
	case 'n':
		return nil, nil
	case 't':
		return true, nil
	}
	return false, nil
}

// string reads a string or a member's name. Without escapes it is cut out of the text instead of being copied.
func (d *decoder) string() (string, error) {
	raw, err := d.tokens.ReadValue()
	if err != nil {
		return "", err
	}
	if bytes.IndexByte(raw, '\\') < 0 {
		end := int(d.tokens.InputOffset())
		return d.text[end-len(raw)+1 : end-1], nil
	}
	plain, err := jsontext.AppendUnquote(nil, raw)
	return string(plain), err
}

func (d *decoder) object(depth int) (any, error) {
	if err := d.open(depth); err != nil {
		return nil, err
	}
	m := make(map[string]any)
	for d.tokens.PeekKind() != '}' {
		key, err := d.string()
		if err != nil {
			return nil, err
		}
		before := len(m)
		if m[key], err = d.value(depth); err != nil {
			return nil, err
		}
		if len(m) == before {
			pointer := string(d.tokens.StackPointer())
			return nil, &SyntaxError{Pointer: pointer, Offset: d.tokens.InputOffset(), Message: "repeats the member " + shorten(pointer)}
		}
	}
	_, err := d.tokens.ReadToken()
	return m, err
}

func (d *decoder) array(depth int) (any, error) {
	if err := d.open(depth); err != nil {
		return nil, err
	}
	list := make([]any, 0, 4)
	for d.tokens.PeekKind() != ']' {
		v, err := d.value(depth)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	_, err := d.tokens.ReadToken()
	return list, err
}

func (d *decoder) open(depth int) error {
	if depth > d.max {
		return &SyntaxError{Pointer: string(d.tokens.StackPointer()), Offset: d.tokens.InputOffset(),
			Message: fmt.Sprintf("is nested deeper than %d levels", d.max)}
	}
	_, err := d.tokens.ReadToken()
	return err
}

func (d *decoder) number(raw []byte) (any, error) {
	if n, ok := parseInt(raw); ok {
		return n, nil
	}
	if !reasonableNumber(string(raw)) {
		return nil, &SyntaxError{Pointer: string(d.tokens.StackPointer()), Offset: d.tokens.InputOffset(),
			Message: fmt.Sprintf("holds a number with more than %d characters or an exponent beyond %d", maxNumberText, maxExponent)}
	}
	return json.Number(raw), nil
}

// parseInt reads a plain integer of at most 2^53.
func parseInt(raw []byte) (int, bool) {
	digits := raw
	if len(digits) > 0 && digits[0] == '-' {
		digits = digits[1:]
	}
	if len(digits) == 0 || len(digits) > 16 {
		return 0, false
	}
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	if n > maxSafeInteger {
		return 0, false
	}
	if len(digits) < len(raw) {
		n = -n
	}
	return n, true
}

// reasonableNumber keeps exact arithmetic from being asked for numbers such as 1e999999999.
func reasonableNumber(text string) bool {
	if len(text) > maxNumberText {
		return false
	}
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		e, err := strconv.Atoi(strings.TrimPrefix(text[i+1:], "+"))
		return err == nil && e >= -maxExponent && e <= maxExponent
	}
	return true
}

// explain turns the tokenizer's error into ours. Its kinds are told apart by identity, not by text.
func (d *decoder) explain(b []byte, err error) error {
	var ours *SyntaxError
	if errors.As(err, &ours) {
		return ours
	}
	var syntax *jsontext.SyntacticError
	if !errors.As(err, &syntax) {
		if errors.Is(err, io.EOF) {
			return &SyntaxError{Message: "is empty"}
		}
		return &SyntaxError{Message: "cannot be read: " + err.Error()}
	}
	e := &SyntaxError{Pointer: string(syntax.JSONPointer), Offset: syntax.ByteOffset}
	switch {
	case errors.Is(syntax, io.ErrUnexpectedEOF):
		e.Message = "ends before its value is complete"
	case !utf8.Valid(b):
		e.Offset = int64(invalidAt(b))
		e.Message = fmt.Sprintf("is not UTF-8 at byte %d", e.Offset+1)
	default:
		line, column := lineAndColumn(b, int(syntax.ByteOffset))
		e.Message = fmt.Sprintf("breaks the grammar at line %d, column %d: %s", line, column, syntax.Err)
	}
	return e
}

func invalidAt(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return len(b)
}

// lineAndColumn gives the 1-based line and the column in characters of a byte offset.
func lineAndColumn(b []byte, offset int) (line, column int) {
	offset = min(max(offset, 0), len(b))
	before := b[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte{'\n'}) + 1, utf8.RuneCount(before[start:]) + 1
}

// shorten bounds text of a caller that is shown again.
func shorten(s string) string {
	const limit = 200
	if len(s) <= limit {
		return s
	}
	cut := limit
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}
