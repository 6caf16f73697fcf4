package contract_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

func TestDecodeJSONTypesValues(t *testing.T) {
	got, err := contract.DecodeJSON([]byte(` {"a":[1,-7,1.50,9007199254740992,9007199254740993,1e3,true,null,"é\n"],"b":{}} `), 0)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"a": []any{1, -7, json.Number("1.50"), 1 << 53, json.Number("9007199254740993"), json.Number("1e3"), true, nil, "é\n"},
		"b": map[string]any{},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %#v", got)
	}
}

func TestDecodeJSONRefusesEachKindOfBadTextWithItsOwnMessage(t *testing.T) {
	cases := []struct{ name, text, pointer, message string }{
		{"empty", "", "", "is empty"},
		{"only space", " \n", "", "is empty"},
		{"cut off", `{"a":`, "", "ends before its value is complete"},
		{"cut off in a list", `[1,2`, "", "ends before its value is complete"},
		{"trailing data", `{} {}`, "", "goes on after its value, at byte 4"},
		{"trailing garbage", `1 x`, "", "goes on after its value, at byte 3"},
		{"duplicate name", `{"a":{"b":1,"b":2}}`, "/a/b", "repeats the member /a/b"},
		{"duplicate by escape", `{"a":1,"\u0061":2}`, "/a", "repeats the member /a"},
		{"not UTF-8", "{\"a\":\"\xff\"}", "", "is not UTF-8 at byte 7"},
		{"grammar", "{\"a\":\n tru}", "", "breaks the grammar at line 2, column 5"},
		{"single quotes", `{'a':1}`, "", "breaks the grammar at line 1, column 2"},
		{"too deep", strings.Repeat("[", 65) + strings.Repeat("]", 65), "", "is nested deeper than 64 levels"},
		{"exponent", `{"n":1e999999999}`, "/n", "exponent beyond 400"},
		{"long number", `[` + strings.Repeat("9", 101) + `]`, "", "more than 100 characters"},
		{"lone surrogate", `"\ud800"`, "", "breaks the grammar"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := contract.DecodeJSON([]byte(c.text), 0)
			var syntax *contract.SyntaxError
			if !errors.As(err, &syntax) {
				t.Fatalf("got %v, want a *SyntaxError", err)
			}
			if !strings.Contains(syntax.Message, c.message) {
				t.Errorf("message %q, want it to contain %q", syntax.Message, c.message)
			}
			if c.pointer != "" && syntax.Pointer != c.pointer {
				t.Errorf("pointer %q, want %q", syntax.Pointer, c.pointer)
			}
		})
	}
	if _, err := contract.DecodeJSON([]byte(strings.Repeat("[", 64)+strings.Repeat("]", 64)), 0); err != nil {
		t.Errorf("64 levels are allowed: %v", err)
	}
}
