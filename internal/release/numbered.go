package release

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// numbered is a document written with one member or element a line. oasdiff tells where a change is by lines; pointers
// holds what stands on each, the first line being number 1.
type numbered struct {
	text     strings.Builder
	pointers []string
}

// number writes a decoded document. The text is YAML, because of JSON the OpenAPI library keeps no lines.
func number(document any) *numbered {
	n := &numbered{pointers: []string{"", ""}} // there is no line 0
	n.text.WriteString("---")
	n.line("")
	n.write(document, "")
	return n
}

func (n *numbered) line(pointer string) {
	n.text.WriteByte('\n')
	n.pointers = append(n.pointers, pointer)
}

func (n *numbered) write(value any, pointer string) {
	switch v := value.(type) {
	case map[string]any:
		n.text.WriteByte('{')
		for i, name := range slices.Sorted(maps.Keys(v)) {
			if i > 0 {
				n.text.WriteByte(',')
			}
			at := below(pointer, name)
			n.line(at)
			n.text.WriteString(strconv.QuoteToASCII(name) + ": ")
			n.write(v[name], at)
		}
		n.text.WriteByte('}')
	case []any:
		n.text.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				n.text.WriteByte(',')
			}
			at := below(pointer, strconv.Itoa(i))
			n.line(at)
			n.write(item, at)
		}
		n.text.WriteByte(']')
	case string:
		n.text.WriteString(strconv.QuoteToASCII(v)) // its escapes are YAML's
	case nil:
		n.text.WriteString("null")
	case json.Number:
		n.text.WriteString(v.String())
	default: // bool, int
		fmt.Fprint(&n.text, v)
	}
}

// aligned gives two documents in which a constant stands as a list of one where the other document has a list of
// values at the same place: oasdiff compares lists value by value, and a list with a constant not at all.
func aligned(a, b any) (any, any) {
	switch x := a.(type) {
	case map[string]any:
		y, both := b.(map[string]any)
		if !both {
			return a, b
		}
		x, y = listed(x, y), listed(y, x)
		outX, outY := maps.Clone(x), maps.Clone(y)
		for name := range x {
			if _, shared := y[name]; shared {
				outX[name], outY[name] = aligned(x[name], y[name])
			}
		}
		return outX, outY
	case []any:
		y, both := b.([]any)
		if !both {
			return a, b
		}
		outX, outY := slices.Clone(x), slices.Clone(y)
		for i := range min(len(x), len(y)) {
			outX[i], outY[i] = aligned(x[i], y[i])
		}
		return outX, outY
	}
	return a, b
}

func listed(schema, other map[string]any) map[string]any {
	value, constant := schema["const"]
	_, list := other["enum"].([]any)
	if !constant || !list || schema["enum"] != nil || other["const"] != nil {
		return schema
	}
	out := maps.Clone(schema)
	delete(out, "const")
	out["enum"] = []any{value}
	return out
}
