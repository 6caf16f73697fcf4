package pact_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/pact"
)

func TestEveryPointerHasAPlace(t *testing.T) {
	f := read(t, "\uFEFF"+`{
  "consumer": {"name": "c"}, "provider": {"name": "p"},
  "interactions": [
    {"description": "früh", "request": {"method": "GET", "path": "/x"},
     "response": {"body": {"a/b": [10,
        20], "ü~": "x", "deep": {
          "a": true}}}}
  ]
}`)
	for _, c := range []struct{ pointer, want, nearest string }{
		{"", "1:1-2", ""},
		{"/provider/name", "2:43-54", "/provider/name"},
		{"/interactions", "3:3-17", "/interactions"},
		{"/interactions/0", "4:5-6", "/interactions/0"},
		{"/interactions/0/description", "4:6-27", "/interactions/0/description"},
		{"/interactions/0/request/path", "4:58-70", "/interactions/0/request/path"},
		{"/interactions/0/response/body/a~1b/0", "5:36-38", "/interactions/0/response/body/a~1b/0"},
		{"/interactions/0/response/body/a~1b/1", "6:9-11", "/interactions/0/response/body/a~1b/1"},
		{"/interactions/0/response/body/ü~0", "6:14-23", "/interactions/0/response/body/ü~0"},
		{"/interactions/0/response/body/deep", "6:25-31", "/interactions/0/response/body/deep"},
		{"/interactions/0/response/body/deep/a/gone/further", "7:11-20", "/interactions/0/response/body/deep/a"},
		{"/interactions/7", "3:3-17", "/interactions"},
	} {
		p := f.Place(c.pointer)
		if got := fmt.Sprintf("%d:%d-%d", p.Line, p.Column, p.EndColumn); got != c.want || p.File != "p.json" {
			t.Errorf("%s: %s, want %s", c.pointer, got, c.want)
		}
		if got := f.Nearest(c.pointer); got != c.nearest {
			t.Errorf("%s: nearest %s, want %s", c.pointer, got, c.nearest)
		}
	}
	if got := f.Place("/interactions/0/response/body/ü~0").Source; got != `        20], "ü~": "x", "deep": {` {
		t.Errorf("the line is %q", got)
	}
}

func TestALineThatIsTooLongIsNotShown(t *testing.T) {
	f := read(t, wrap("2.0.0", "", `, "body": "`+strings.Repeat("x", 5000)+`"`))
	if p := f.Place("/interactions/0/response/status"); p.Line != 2 || p.Source != "" {
		t.Errorf("%+v", p)
	}
}

func TestColumnsAreCountedInCharactersThroughoutALongLine(t *testing.T) {
	for _, filler := range []string{"x", "ü", "€", "😀"} {
		for _, length := range []int{1000, 4090, 4095, 4096, 9000} {
			before := `{"consumer": {"name": "` + strings.Repeat(filler, length) + `"}, "provider": {"name": "p"}, `
			f := read(t, before+`"interactions": [{"description": "ü", "request": {"method": "GET", "path": "/x"}}]}`)
			p := f.Place("/interactions/0/description")
			if want := utf8.RuneCountInString(before) + len(`"interactions": [{`) + 1; p.Column != want || p.EndColumn != want+len(`"description": "u"`) {
				t.Errorf("%d × %s: %d-%d, want %d", length, filler, p.Column, p.EndColumn, want)
			}
		}
	}
}

func TestAPactOfOneLineIsReadInLinearTime(t *testing.T) {
	one := `{"descriptio": "` + strings.Repeat("ü", 150) + `", "request": {"method": "GET", "path": "/x"}},`
	many := strings.Repeat(one, 4<<20/len(one))
	begun := time.Now()
	_, found := pact.Read([]byte(`{"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [`+strings.TrimSuffix(many, ",")+"]}"), "p.json")
	if took := time.Since(begun); len(found) < 15_000 || took > 30*time.Second {
		t.Errorf("%d findings in %v", len(found), took)
	}
}

func TestThePlacesInALargeBodyAreFoundInLinearTime(t *testing.T) {
	one := `{"id": "x", "colour": "` + strings.Repeat("r", 60) + `"},`
	count := 4 << 20 / len(one)
	f := read(t, wrap("3.0.0", "", `, "body": [`+strings.TrimSuffix(strings.Repeat(one, count), ",")+"]"))
	begun := time.Now()
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			for i := 0; i < count; i += 8 {
				if pointer := fmt.Sprintf("/interactions/0/response/body/%d/colour", i); f.Place(pointer).Line != 2 || f.Nearest(pointer) != pointer {
					t.Errorf("%s leads nowhere", pointer)
				}
			}
		})
	}
	both.Wait()
	if took := time.Since(begun); took > 15*time.Second {
		t.Errorf("%d places in %v", count, took)
	}
}

func TestTheRuleWithTheGreatestWeightSpeaks(t *testing.T) {
	f := read(t, wrap("3.0.0", "", `, "body": {"a": [{"b": 1, "c": {"d": 2}}], "e": 3}, "matchingRules": {"body": {
 "$.a": {"matchers": [{"match": "type", "min": 1}]}, "$.a[*].b": {"matchers": [{"match": "integer"}]}, "$.a[0].b": {"matchers": [{"match": "decimal"}]},
 "$.*": {"matchers": [{"match": "number"}]}, "$['a'][0].c": {"matchers": [{"match": "equality"}]}}}`))
	i := f.Interactions[0]
	got := map[string]string{}
	pact.Walk(i.Response.Rules, i.Response.Body.Content, func(tokens []string, _ any, best *pact.Rule, exact bool) {
		pointer := strings.Join(tokens, "/")
		if best == nil {
			got[pointer] = "-"
			return
		}
		got[pointer] = fmt.Sprint(best.Path, " ", exact)
	})
	want := map[string]string{"": "-", "a": "$.a true", "a/0": "$.a false", "a/0/b": "$.a[0].b true", "a/0/c": "$['a'][0].c true", "a/0/c/d": "$['a'][0].c false", "e": "$.* true"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
}
