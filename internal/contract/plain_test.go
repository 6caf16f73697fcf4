package contract_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/sandbank/sandbank/internal/contract"
)

// FuzzDecodeJSON holds the decoder to two others: a strict one says whether a text is JSON, the standard one what it is.
func FuzzDecodeJSON(f *testing.F) {
	for _, text := range []string{
		`{}`, `[]`, `{"a":1,"b":[true,false,null,"x",-0,1.50,1e3]}`, ` { "a" : { "b" : [ ] } } `, `{"a":1,"a":2}`, `"\u00e9\n"`, "\"\xff\"",
		`01`, `-`, `1.`, `.5`, `123456789012345678`, `9007199254740993`, `tru`, `nulll`, `[1,]`, `{"a":}`, `{"a":1}x`, `[[[[]]]]`, "\"\x01\"", `"`, ``, `-1`, `1 2`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := contract.DecodeJSON(text, 8)
		valid := jsontext.Value(bytes.Clone(text)).IsValid()
		if err == nil && !valid {
			t.Fatalf("%q is taken for %#v and is no JSON", text, got)
		}
		if err != nil {
			return // whether it may be refused is what the other tests say: depth, sizes of numbers
		}
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		var want any
		if err := decoder.Decode(&want); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if !reflect.DeepEqual(got, typed(want)) {
			t.Fatalf("%q is %#v, want %#v", text, got, typed(want))
		}
	})
}

// typed turns plain integers of the standard decoder into int, as DecodeJSON promises.
func typed(v any) any {
	switch x := v.(type) {
	case json.Number:
		if n, err := x.Int64(); err == nil && n >= -1<<53 && n <= 1<<53 {
			return int(n)
		}
	case map[string]any:
		for k, e := range x {
			x[k] = typed(e)
		}
	case []any:
		for i, e := range x {
			x[i] = typed(e)
		}
	}
	return v
}
