package contract

import (
	"encoding/json"
	"sync"
	"unicode/utf8"
)

// plainParser reads the JSON that callers mostly send: no escapes in strings, no numbers but plain integers and
// decimals, nothing wrong. It only ever says what the value is, or that it does not know: then the decoder, which is the
// authority, reads the text again and explains. A fuzz test holds the two to the same values.
type plainParser struct {
	text   string
	at     int
	depth  int
	max    int
	names  []string // of the members of the objects that are being read
	values []any    // of those members, and of the elements of lists
}

var plainParsers = sync.Pool{New: func() any { return &plainParser{} }}

// parsePlain gives the value of a text; ok is false when the text is not as plain as that.
func parsePlain(text string, maxDepth int) (v any, ok bool) {
	if !utf8.ValidString(text) {
		return nil, false
	}
	p := plainParsers.Get().(*plainParser)
	p.text, p.at, p.depth, p.max = text, 0, 0, maxDepth
	v, ok = p.value()
	p.space()
	ok = ok && p.at == len(text)
	p.text = ""
	clear(p.values[:cap(p.values)])
	clear(p.names[:cap(p.names)])
	p.values, p.names = p.values[:0], p.names[:0]
	plainParsers.Put(p)
	return v, ok
}

func (p *plainParser) space() {
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ' ', '\n', '\t', '\r':
			p.at++
		default:
			return
		}
	}
}

// next skips space and gives the byte that follows, 0 at the end.
func (p *plainParser) next() byte {
	p.space()
	if p.at == len(p.text) {
		return 0
	}
	return p.text[p.at]
}

func (p *plainParser) value() (any, bool) {
	switch c := p.next(); c {
	case '"':
		return p.stringValue()
	case '{':
		return p.object()
	case '[':
		return p.array()
	case 't':
		return true, p.word("true")
	case 'f':
		return false, p.word("false")
	case 'n':
		return nil, p.word("null")
	default:
		return p.number()
	}
}

func (p *plainParser) word(w string) bool {
	if len(p.text)-p.at < len(w) || p.text[p.at:p.at+len(w)] != w {
		return false
	}
	p.at += len(w)
	return true
}

func (p *plainParser) stringValue() (any, bool) {
	s, ok := p.string()
	return s, ok
}

// string cuts a string without escapes out of the text; the opening quote is at hand.
func (p *plainParser) string() (string, bool) {
	start := p.at + 1
	for i := start; i < len(p.text); i++ {
		c := p.text[i]
		if c == '"' {
			p.at = i + 1
			return p.text[start:i], true
		}
		if c == '\\' || c < ' ' {
			return "", false
		}
	}
	return "", false
}

// number reads an integer of at most 15 digits, or digits with a fraction.
func (p *plainParser) number() (any, bool) {
	start := p.at
	if p.at < len(p.text) && p.text[p.at] == '-' {
		p.at++
	}
	first := p.at
	n := 0
	for p.at < len(p.text) && p.text[p.at]-'0' < 10 {
		n = n*10 + int(p.text[p.at]-'0')
		p.at++
	}
	digits := p.at - first
	if digits == 0 || digits > 15 || digits > 1 && p.text[first] == '0' {
		return nil, false
	}
	if p.at < len(p.text) && p.text[p.at] == '.' {
		p.at++
		fraction := p.at
		for p.at < len(p.text) && p.text[p.at]-'0' < 10 {
			p.at++
		}
		if p.at == fraction || p.at-start > maxNumberText {
			return nil, false
		}
		return json.Number(p.text[start:p.at]), p.ends()
	}
	if first > start {
		n = -n
	}
	return n, p.ends()
}

// ends tells that a number is over, and goes on with neither a letter nor a point.
func (p *plainParser) ends() bool {
	if p.at == len(p.text) {
		return true
	}
	switch p.text[p.at] {
	case ',', ']', '}', ' ', '\n', '\t', '\r':
		return true
	}
	return false
}

func (p *plainParser) object() (any, bool) {
	p.at++
	if p.depth++; p.depth > p.max {
		return nil, false
	}
	names, values := len(p.names), len(p.values)
	if p.next() != '}' {
		for {
			if p.next() != '"' {
				return nil, false
			}
			name, ok := p.string()
			if !ok || p.next() != ':' {
				return nil, false
			}
			p.at++
			v, ok := p.value()
			if !ok {
				return nil, false
			}
			p.names, p.values = append(p.names, name), append(p.values, v)
			if c := p.next(); c == '}' {
				break
			} else if c != ',' {
				return nil, false
			}
			p.at++
		}
	}
	p.at++
	p.depth--
	m := make(map[string]any, len(p.names)-names)
	for i, name := range p.names[names:] {
		m[name] = p.values[values+i]
	}
	unique := len(m) == len(p.names)-names
	p.names, p.values = p.names[:names], p.values[:values]
	return m, unique
}

func (p *plainParser) array() (any, bool) {
	p.at++
	if p.depth++; p.depth > p.max {
		return nil, false
	}
	values := len(p.values)
	if p.next() != ']' {
		for {
			v, ok := p.value()
			if !ok {
				return nil, false
			}
			p.values = append(p.values, v)
			if c := p.next(); c == ']' {
				break
			} else if c != ',' {
				return nil, false
			}
			p.at++
		}
	}
	p.at++
	p.depth--
	list := make([]any, len(p.values)-values)
	copy(list, p.values[values:])
	p.values = p.values[:values]
	return list, true
}
