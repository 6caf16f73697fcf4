package contract

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/sandbank/sandbank/internal/finding"
)

// kind is the JSON type of a node.
type kind uint8

const (
	null kind = iota
	boolean
	number
	text
	list
	object
)

var kindNames = [...]string{"null", "a boolean", "a number", "a string", "a list", "an object"}

func (k kind) String() string { return kindNames[k] }

// node is one value of a document with its place. Trees live only while a document is loaded. A node may stand at
// several places of a tree (YAML aliases, components moved in from other files).
type node struct {
	kind kind
	// text is the value of a string, the JSON text of a number, "true" or "false".
	text string
	keys []key
	// items are the elements of a list, or the members of an object beside keys.
	items []*node
	at    position
}

type key struct {
	name string
	at   position
}

// position is 1-based; columns count characters.
type position struct {
	file             *source
	line, col, width int32
}

func (p position) place() finding.Place {
	place := finding.Place{File: p.file.name, Line: int(p.line), Column: int(p.col), Source: p.file.line(int(p.line))}
	if p.width > 0 {
		place.EndColumn = int(p.col + p.width)
	}
	return place
}

// get gives the member of an object, nil when there is none or n is no object.
func (n *node) get(name string) *node {
	if n == nil || n.kind != object {
		return nil
	}
	for i := range n.keys {
		if n.keys[i].name == name {
			return n.items[i]
		}
	}
	return nil
}

// key gives the position of a member's name, the object's own when there is none.
func (n *node) key(name string) position {
	for _, k := range n.keys {
		if k.name == name {
			return k.at
		}
	}
	return n.at
}

// str gives the text of a string member, "" when it is absent or of another kind.
func (n *node) str(name string) string {
	if m := n.get(name); m != nil && m.kind == text {
		return m.text
	}
	return ""
}

// flag gives a boolean member, false when it is absent.
func (n *node) flag(name string) bool {
	m := n.get(name)
	return m != nil && m.kind == boolean && m.text == "true"
}

// names lists the members of an object.
func (n *node) names() []string {
	if n == nil {
		return nil
	}
	names := make([]string, len(n.keys))
	for i, k := range n.keys {
		names[i] = k.name
	}
	return names
}

func (n *node) set(name string, v *node) {
	for i := range n.keys {
		if n.keys[i].name == name {
			n.items[i] = v
			return
		}
	}
	n.keys = append(n.keys, key{name, v.at})
	n.items = append(n.items, v)
}

// lookup follows a JSON Pointer (RFC 6901). When it leads nowhere, rest is the token that was not found and near the
// node that was asked for it.
func (n *node) lookup(pointer string) (found *node, near *node, rest string) {
	if pointer == "" {
		return n, nil, ""
	}
	if pointer[0] != '/' {
		return nil, n, pointer
	}
	for _, token := range strings.Split(pointer[1:], "/") {
		token = unescapeToken(token)
		var next *node
		if n.kind == list {
			if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(n.items) {
				next = n.items[i]
			}
		} else {
			next = n.get(token)
		}
		if next == nil {
			return nil, n, token
		}
		n = next
	}
	return n, nil, ""
}

var (
	tokenEscaper   = strings.NewReplacer("~", "~0", "/", "~1")
	tokenUnescaper = strings.NewReplacer("~1", "/", "~0", "~")
)

func escapeToken(s string) string {
	if strings.IndexByte(s, '~') < 0 && strings.IndexByte(s, '/') < 0 {
		return s
	}
	return tokenEscaper.Replace(s)
}

func unescapeToken(s string) string {
	if strings.IndexByte(s, '~') < 0 {
		return s
	}
	return tokenUnescaper.Replace(s)
}

// value gives the node as decoded JSON, as DecodeJSON would.
func (n *node) value() any {
	switch n.kind {
	case null:
		return nil
	case boolean:
		return n.text == "true"
	case number:
		if i, ok := parseInt([]byte(n.text)); ok {
			return i
		}
		return json.Number(n.text)
	case text:
		return n.text
	case list:
		out := make([]any, len(n.items))
		for i, item := range n.items {
			out[i] = item.value()
		}
		return out
	}
	out := make(map[string]any, len(n.items))
	for i, k := range n.keys {
		out[k.name] = n.items[i].value()
	}
	return out
}

// appendJSON writes the node as compact JSON, members in the document's order.
func (n *node) appendJSON(b []byte) []byte {
	switch n.kind {
	case null:
		return append(b, "null"...)
	case boolean, number:
		return append(b, n.text...)
	case text:
		return appendString(b, n.text)
	case list:
		b = append(b, '[')
		for i, item := range n.items {
			if i > 0 {
				b = append(b, ',')
			}
			b = item.appendJSON(b)
		}
		return append(b, ']')
	}
	b = append(b, '{')
	for i, k := range n.keys {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, k.name), ':')
		b = n.items[i].appendJSON(b)
	}
	return append(b, '}')
}

// appendString writes a JSON string. Sources are checked to be UTF-8 when they are read, so it cannot fail.
func appendString(b []byte, s string) []byte {
	out, err := jsontext.AppendQuote(b, s)
	if err != nil {
		return strconv.AppendQuoteToASCII(b, strings.ToValidUTF8(s, "\uFFFD"))
	}
	return out
}
