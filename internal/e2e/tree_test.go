package e2e_test

import (
	"fmt"
	"strconv"
	"strings"
)

// This file changes decoded JSON values, which it never does in place.

// clone copies a decoded JSON value.
func clone(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, member := range v {
			out[name] = clone(member)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = clone(item)
		}
		return out
	}
	return v
}

// removed, as a value to set, takes a member or item away.
type removed struct{}

// with gives a copy of v that has another value at a JSON Pointer (RFC 6901). A member need not have been there; "-"
// is the item after a list's last. It panics where the pointer leads nowhere: that is a mistake in the test.
func with(v any, pointer string, value any) any {
	if pointer == "" {
		return value
	}
	token, rest, more := strings.Cut(pointer[1:], "/")
	if more {
		rest = "/" + rest
	}
	token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
	switch v := v.(type) {
	case map[string]any:
		out := clone(v).(map[string]any)
		if _, remove := value.(removed); remove && rest == "" {
			delete(out, token)
			return out
		}
		out[token] = with(out[token], rest, value)
		return out
	case []any:
		out := clone(v).([]any)
		if token == "-" {
			return append(out, value)
		}
		i, err := strconv.Atoi(token)
		if err != nil || i >= len(out) {
			break
		}
		if _, remove := value.(removed); remove && rest == "" {
			return append(out[:i], out[i+1:]...)
		}
		out[i] = with(out[i], rest, value)
		return out
	}
	panic(fmt.Sprintf("nothing at %q of %v", pointer, v))
}
