package e2e_test

import (
	"encoding/json"
	"os"
	"reflect"
	"sync"
	"testing"
)

// sourceCase is one exchange that the bank's own description of the deposits API shows.
type sourceCase struct {
	ID       string            `json:"id"`
	Method   string            `json:"method"`
	Path     string            `json:"path"`
	Query    map[string]string `json:"query"`
	Request  any               `json:"request"`
	Response any               `json:"response"`
}

var readSource = sync.OnceValues(func() ([]sourceCase, error) {
	text, err := os.ReadFile("../../server/testdata/source/deposits.json")
	if err != nil {
		return nil, err
	}
	var cases []sourceCase
	return cases, json.Unmarshal(text, &cases)
})

// source gives the exchanges that have an answer, in the order of the page. Nobody changes them.
func source(tb testing.TB) []sourceCase {
	tb.Helper()
	all, err := readSource()
	if err != nil {
		tb.Fatal(err)
	}
	var shown []sourceCase
	for _, c := range all {
		if c.Response != nil {
			shown = append(shown, c)
		}
	}
	if len(shown) != 72 {
		tb.Fatalf("the source shows %d exchanges, want 72", len(shown))
	}
	return shown
}

// sourceRequest gives a copy of the request body of one exchange.
func sourceRequest(tb testing.TB, id string) any {
	tb.Helper()
	for _, c := range source(tb) {
		if c.ID == id && c.Request != nil {
			return clone(c.Request)
		}
	}
	tb.Fatalf("the source shows no request %q", id)
	return nil
}

func (c sourceCase) call() call {
	return call{method: c.Method, path: c.Path, query: c.Query, body: c.Request}
}

func TestTheProgramAnswersEveryExchangeOfTheSource(t *testing.T) {
	client := newClient(t, start(t).origin)
	for _, c := range source(t) {
		t.Run(c.ID, func(t *testing.T) {
			a := client.send(t, c.call())
			if a.status != 200 {
				t.Fatalf("status %d: %s", a.status, a.body)
			}
			if got := a.json(t); !reflect.DeepEqual(got, c.Response) {
				t.Errorf("got  %s\nwant %s", a.body, encode(c.Response))
			}
		})
	}
}
