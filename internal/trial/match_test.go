package trial_test

import (
	"context"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/trial"
)

// free loads a document whose answers may be anything.
func free(t *testing.T) (*contract.API, *engine.Program) {
	t.Helper()
	api, findings := contract.Load(os.DirFS("testdata/openapi"), "free.yaml")
	if api == nil {
		t.Fatal(findings.Err())
	}
	program, findings := engine.Load(fstest.MapFS{}, []*contract.API{api})
	if program == nil {
		t.Fatal(findings.Err())
	}
	return api, program
}

// runOne runs the cases of one file against a handler.
func runOne(t *testing.T, file string, handler http.HandlerFunc) *trial.Report {
	t.Helper()
	api, program := free(t)
	plan, findings := trial.Load(fstest.MapFS{"free/a_test.yaml": {Data: []byte(file)}}, []*contract.API{api}, program)
	if plan == nil {
		t.Fatalf("%s\n%s", file, text(t, findings))
	}
	target := &trial.Process{Program: program, Serve: func(trial.Environment) (http.Handler, error) { return handler, nil }}
	report, err := plan.Run(context.Background(), trial.Options{Target: target, Clock: func() time.Time { return trial.DefaultStart }})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// messages gives what a report says of its only case.
func messages(t *testing.T, r *trial.Report) []string {
	t.Helper()
	if len(r.Results) != 1 {
		t.Fatalf("%d results", len(r.Results))
	}
	var out []string
	if f := r.Results[0].Failure; f != nil {
		for _, one := range f.Findings {
			out = append(out, one.Message)
		}
	}
	return out
}

func TestBodiesAreComparedPartially(t *testing.T) {
	const answer = `{"id":"a1","n":1.0,"text":"1.0","none":null,"list":[{"a":1,"b":2},{"a":3}],"deep":{"x":{"y":true}},"day":"2026-02-01"}`
	for name, c := range map[string]struct{ expect, want string }{
		"what is not named may be anything":              {`body: {id: a1}`, ""},
		"an empty mapping is any object":                 {`body: {deep: {}}`, ""},
		"members of members":                             {`body: {deep: {x: {y: true}}}`, ""},
		"a member that differs":                          {`body: {deep: {x: {y: false}}}`, "body.deep.x.y: wanted false, got true"},
		"a member that is not there":                     {`body: {more: 1}`, "body.more: wanted 1, got nothing"},
		"numbers are equal by value":                     {`body: {n: 1}`, ""},
		"text is no number":                              {`body: {text: 1.0}`, `body.text: wanted 1.0, got "1.0"`},
		"null is a value":                                {`body: {none: null}`, ""},
		"null is not absence":                            {`body: {more: null}`, "body.more: wanted null, got nothing"},
		"elements are compared partially":                {`body: {list: [{a: 1}, {a: 3}]}`, ""},
		"a list has as many elements":                    {`body: {list: [{a: 1}]}`, `body.list: wanted 1 element, got 2 elements: [{"a":1,"b":2},{"a":3}]`},
		"an element that differs":                        {`body: {list: [{a: 1}, {a: 4}]}`, "body.list.1.a: wanted 4, got 3"},
		"an object where a list is":                      {`body: {list: {a: 1}}`, `body.list: wanted an object, got [{"a":1,"b":2},{"a":3}]`},
		"all that differs is told":                       {`body: {id: b, n: 2}`, `body.id: wanted "b", got "a1" | body.n: wanted 2, got 1.0`},
		"exact refuses more":                             {"body: {deep: {x: {}}}, exact: true", `body.deep.x.y: wanted nothing, got true | body.day: wanted nothing, got "2026-02-01" | body.id: wanted nothing, got "a1" | body.list: wanted nothing, got [{"a":1,"b":2},{"a":3}] | body.n: wanted nothing, got 1.0 | body.none: wanted nothing, got null | body.text: wanted nothing, got "1.0"`},
		"$equals is exact at its place":                  {`body: {deep: {$equals: {x: {y: true}}}, list: [{$equals: {a: 1}}, {a: 3}]}`, "body.list.0.b: wanted nothing, got 2"},
		"absent":                                         {`absent: [more, deep.z, list.2, list.1.b]`, ""},
		"absent, and there":                              {`absent: [deep.x, list.0.b]`, `body.deep.x: wanted nothing, got {"y":true} | body.list.0.b: wanted nothing, got 2`},
		"a hole that is omitted wants absence":           {`body: {more: "${omit}", id: "${omit}"}`, `body.id: wanted nothing, got "a1"`},
		"$present":                                       {`body: {id: {$present: true}, more: {$present: false}, none: {$present: true}}`, ""},
		"$present, and not there":                        {`body: {more: {$present: true}, id: {$present: false}}`, `body.more: wanted something, got nothing | body.id: wanted nothing, got "a1"`},
		"$pattern and $prefix":                           {`body: {id: {$pattern: "^a[0-9]$", $prefix: a}}`, ""},
		"$pattern of a number":                           {`body: {n: {$pattern: "."}}`, "body.n: wanted text that matches ., got 1.0"},
		"$prefix that differs":                           {`body: {id: {$prefix: b}}`, `body.id: wanted text that begins with "b", got "a1"`},
		"numbers in order":                               {`body: {n: {$gt: 0, $gte: 1, $lt: 2, $lte: 1}}`, ""},
		"numbers out of order":                           {`body: {n: {$gt: 1}}`, "body.n: wanted more than 1, got 1.0"},
		"decimals are ordered by value":                  {`body: {text: {$lt: "10"}}`, ""},
		"days are ordered":                               {`body: {day: {$gt: "2026-01-31", $lt: "2026-02-02"}}`, ""},
		"text and numbers are not ordered":               {`body: {id: {$gt: 1}}`, `body.id: wanted more than 1, got "a1"`},
		"$not":                                           {`body: {id: {$not: b}, list: {$not: {$size: 3}}}`, ""},
		"$not of what is there":                          {`body: {id: {$not: a1}}`, `body.id: wanted another value, got "a1"`},
		"$not of what is not there":                      {`body: {more: {$not: b}}`, "body.more: wanted another value, got nothing"},
		"$oneOf":                                         {`body: {id: {$oneOf: [b, a1]}}`, ""},
		"$oneOf others":                                  {`body: {id: {$oneOf: [b, c]}}`, `body.id: wanted one of 2 values, got "a1"`},
		"$contains":                                      {`body: {list: {$contains: {a: 3}}}`, ""},
		"$contains no such":                              {`body: {list: {$contains: {a: 4}}}`, `body.list: wanted a list with such an element, got [{"a":1,"b":2},{"a":3}]`},
		"$every":                                         {`body: {list: {$every: {a: {$gt: 0}}}}`, ""},
		"$every but one":                                 {`body: {list: {$every: {a: {$lt: 3}}}}`, "body.list.1.a: wanted less than 3, got 3"},
		"$size":                                          {`body: {list: {$size: 2}, id: {$size: {$gt: 1}}, deep: {$size: 1}}`, ""},
		"$size that differs":                             {`body: {list: {$size: 3}}`, "body.list's size: wanted 3, got 2"},
		"holes know the clock":                           {`body: {day: "${date(now)}"}`, `body.day: wanted "2026-01-15", got "2026-02-01"`},
		"a header":                                       {`header: {X-Two: "a, b", x-one: {$prefix: o}, x-none: {$present: false}}`, ""},
		"a header that differs":                          {`header: {X-Two: a}`, `header x-two: wanted "a", got "a, b"`},
		"a call must succeed where nothing else is said": {``, ""},
	} {
		t.Run(name, func(t *testing.T) {
			report := runOne(t, "test: a\ncases:\n  - name: a\n    steps:\n      - {call: ask, expect: {"+c.expect+"}}\n", func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "application/json")
				w.Header()["X-Two"] = []string{"a", "b"}
				w.Header().Set("X-One", "one")
				_, _ = io.WriteString(w, answer)
			})
			if got := strings.Join(messages(t, report), " | "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
