package expression_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// computed holds a value of every sort that an expression can give.
func computed(t *testing.T) map[string]any {
	t.Helper()
	amount, err := bank.ParseDecimal("10.50")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]any{
		"decimal": amount, "date": bank.Date{Year: 2026, Month: time.March, Day: 1}, "duration": bank.Duration{Years: 1, Days: 2},
		"at":   time.Date(2026, 3, 1, 5, 30, 0, 0, bank.India),
		"list": []any{expression.Omit, amount, nil, true, 5, "<\u2028\"é\\\n>"}, "gone": expression.Omit,
		"number": json.Number("1.50e3"), "empty": map[string]any{}, "none": []any{},
	}
}

const computedJSON = `{"at":"2026-03-01T00:00:00Z","date":"2026-03-01","decimal":"10.5","duration":"P1Y2D","empty":{},` +
	`"list":["10.5",null,true,5,"<` + "\u2028" + `\"é\\\n>"],"none":[],"number":1.50e3}`

func TestEncodeWritesJSONThatDecodesToPlain(t *testing.T) {
	v := computed(t)
	got, err := expression.Encode([]byte("x"), v)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != "x"+computedJSON {
		t.Errorf("\n got %s\nwant x%s", got, computedJSON)
	}
	var decoded any
	d := json.NewDecoder(strings.NewReader(computedJSON))
	d.UseNumber()
	if err := d.Decode(&decoded); err != nil {
		t.Fatal(err)
	}
	again, err := expression.Encode(nil, expression.Plain(v))
	if err != nil {
		t.Fatal(err)
	}
	if string(again) != computedJSON {
		t.Errorf("plain: %s", again)
	}
	if _, still := v["gone"]; !still {
		t.Error("Plain changed the value that it was given")
	}
	list := expression.Plain(v).(map[string]any)["list"]
	if want := []any{"10.5", nil, true, 5, "<\u2028\"é\\\n>"}; !reflect.DeepEqual(list, want) {
		t.Errorf("plain list is %v, want %v", list, want)
	}
}

func TestPlainGivesBackWhatIsPlain(t *testing.T) {
	v := map[string]any{"a": []any{1, "x"}}
	if got := expression.Plain(v); reflect.ValueOf(got).Pointer() != reflect.ValueOf(v).Pointer() {
		t.Error("a plain object was copied")
	}
	if got := expression.Plain(expression.Omit); got != nil {
		t.Errorf("omit is %v, want nil", got)
	}
}

func TestEncodeRefusesWhatHasNoJSON(t *testing.T) {
	deep := any("x")
	for range 300 {
		deep = []any{deep}
	}
	wide := any("xxxxxxxxxx")
	for range 12 {
		wide = []any{wide, wide, wide, wide}
	}
	for name, v := range map[string]any{"float": 1.5, "not UTF-8": "\xff", "deep": deep, "wide": wide, "a struct": struct{}{}} {
		if got, err := expression.Encode(nil, v); err == nil {
			t.Errorf("%s: no error, but %d bytes", name, len(got))
		}
	}
}

func TestTextTakesSingleValuesOnly(t *testing.T) {
	v := computed(t)
	for name, want := range map[string]string{
		"decimal": "10.5", "date": "2026-03-01", "duration": "P1Y2D", "at": "2026-03-01T00:00:00Z", "number": "1.50e3",
	} {
		if got, err := expression.Text(v[name]); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	for name, v := range map[string]any{"nil": nil, "list": []any{}, "object": map[string]any{}, "omit": expression.Omit} {
		if got, err := expression.Text(v); err == nil {
			t.Errorf("%s: no error, but %q", name, got)
		}
	}
}
