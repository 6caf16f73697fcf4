package engine

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"strconv"

	"github.com/benbjohnson/immutable"
)

func bytesReader(b []byte) io.Reader { return bytes.NewReader(b) }

// all walks a map of the state; a nil map has nothing.
func all[K, V any](m *immutable.Map[K, V]) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		if m == nil {
			return
		}
		for it := m.Iterator(); !it.Done(); {
			k, v, _ := it.Next()
			if !yield(k, v) {
				return
			}
		}
	}
}

func collect[V any](m *immutable.Map[string, V]) map[string]V {
	if m == nil || m.Len() == 0 {
		return nil
	}
	out := make(map[string]V, m.Len())
	for k, v := range all(m) {
		out[k] = v
	}
	return out
}

// plainRow turns the numbers of a row read by encoding/json into those of decoded JSON as the program knows it:
// integers are int.
func plainRow(r row) row {
	if r == nil {
		return nil
	}
	out, _ := plainNumbers(r).(map[string]any)
	return out
}

func plainNumbers(v any) any {
	switch x := v.(type) {
	case json.Number:
		if jsonInteger.MatchString(string(x)) {
			if n, err := strconv.Atoi(string(x)); err == nil && n >= -1<<53 && n <= 1<<53 {
				return n
			}
		}
		return x
	case map[string]any:
		for k, e := range x {
			x[k] = plainNumbers(e)
		}
	case []any:
		for i, e := range x {
			x[i] = plainNumbers(e)
		}
	}
	return v
}
