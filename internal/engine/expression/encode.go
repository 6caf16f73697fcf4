package expression

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

var (
	errTextNil  = errors.New("the value is absent and cannot stand inside text")
	errTextKind = errors.New("the value is no single value and cannot stand inside text")
	errTooLarge = fmt.Errorf("the value takes more than %d bytes of JSON", maxEncoded)
)

const (
	maxEncoded = 4 << 20 // bytes that Encode writes
	maxDepth   = 200     // of lists and objects in each other
)

// Encode appends a value as JSON. Decimals, dates, date-times and durations
// are strings (date-times in UTC, RFC 3339), numbers stay as they were read,
// members come in alphabetical order, and [Omit] leaves out its member or
// element; by itself it is null. It fails for text that is not UTF-8, for
// values of other Go types, and beyond 4 MiB or 200 levels.
func Encode(dst []byte, v any) ([]byte, error) { return encode(dst, v, len(dst)+maxEncoded, maxDepth) }

func encode(dst []byte, v any, limit, depth int) ([]byte, error) {
	if len(dst) > limit {
		return nil, errTooLarge
	}
	switch v := v.(type) {
	case nil:
		return append(dst, "null"...), nil
	case bool:
		return strconv.AppendBool(dst, v), nil
	case int:
		return strconv.AppendInt(dst, int64(v), 10), nil
	case json.Number:
		return append(dst, v...), nil
	case string:
		return encodeText(dst, v)
	case omitted:
		return append(dst, "null"...), nil
	case []any:
		if depth == 0 {
			return nil, errTooLarge
		}
		dst = append(dst, '[')
		first := true
		for _, item := range v {
			if item == Omit {
				continue
			}
			if !first {
				dst = append(dst, ',')
			}
			first = false
			var err error
			if dst, err = encode(dst, item, limit, depth-1); err != nil {
				return nil, err
			}
		}
		return append(dst, ']'), nil
	case map[string]any:
		if depth == 0 {
			return nil, errTooLarge
		}
		return encodeObject(dst, v, limit, depth)
	}
	if s, ok := computedText(v); ok {
		return encodeText(dst, s)
	}
	return nil, fmt.Errorf("a value of Go type %T has no JSON here", v)
}

func encodeText(dst []byte, s string) ([]byte, error) {
	out, err := jsontext.AppendQuote(dst, s)
	if err != nil {
		return nil, fmt.Errorf("encoding text: %w", err)
	}
	return out, nil
}

func encodeObject(dst []byte, object map[string]any, limit, depth int) ([]byte, error) {
	names := make([]string, 0, len(object))
	for name, v := range object {
		if v != Omit {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	dst = append(dst, '{')
	for i, name := range names {
		if i > 0 {
			dst = append(dst, ',')
		}
		var err error
		if dst, err = encodeText(dst, name); err != nil {
			return nil, err
		}
		if dst, err = encode(append(dst, ':'), object[name], limit, depth-1); err != nil {
			return nil, err
		}
	}
	return append(dst, '}'), nil
}

// Plain gives a value as it would be decoded from its JSON: what was computed
// becomes a string, members and elements that are [Omit] are left out, and
// Omit by itself is nil. What holds nothing computed is given back as it is.
func Plain(v any) any {
	switch v := v.(type) {
	case []any:
		return plainList(v)
	case map[string]any:
		return plainObject(v)
	case omitted:
		return nil
	}
	if s, ok := computedText(v); ok {
		return s
	}
	return v
}

// isPlain tells whether a value holds nothing computed.
func isPlain(v any) bool {
	switch v := v.(type) {
	case []any:
		return !slices.ContainsFunc(v, func(item any) bool { return !isPlain(item) })
	case map[string]any:
		for _, item := range v {
			if !isPlain(item) {
				return false
			}
		}
		return true
	case omitted:
		return false
	}
	_, computed := computedText(v)
	return !computed
}

func plainList(list []any) any {
	if isPlain(list) {
		return list
	}
	out := make([]any, 0, len(list))
	for _, item := range list {
		if item != Omit {
			out = append(out, Plain(item))
		}
	}
	return out
}

func plainObject(object map[string]any) any {
	if isPlain(object) {
		return object
	}
	out := make(map[string]any, len(object))
	for name, v := range object {
		if v != Omit {
			out[name] = Plain(v)
		}
	}
	return out
}

// Text is how a single value is written inside text. Lists, objects, nil and
// omit cannot be.
func Text(v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case bool:
		return strconv.FormatBool(v), nil
	case int:
		return strconv.Itoa(v), nil
	case json.Number:
		return string(v), nil
	case nil:
		return "", errTextNil
	}
	if s, ok := computedText(v); ok {
		return s, nil
	}
	return "", errTextKind
}
