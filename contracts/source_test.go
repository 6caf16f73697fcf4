//go:build pact

package contracts_test

import (
	"encoding/json"
	"os"
	"sync"
	"testing"
)

// exchanges is how many exchanges the bank's own description of the deposits API shows with their answer.
const exchanges = 72

// exchange is one of them.
type exchange struct {
	ID          string            `json:"id"`
	Method      string            `json:"method"`
	Path        string            `json:"path"`
	Query       map[string]string `json:"query"`
	Description string            `json:"description"`
	Request     any               `json:"request"`
	Response    any               `json:"response"`
}

var readSource = sync.OnceValues(func() ([]exchange, error) {
	text, err := os.ReadFile("../server/testdata/source/deposits.json")
	if err != nil {
		return nil, err
	}
	var all []exchange
	return all, json.Unmarshal(text, &all)
})

// source gives the exchanges that have an answer, in the order of the page. Nobody changes them.
func source(t *testing.T) []exchange {
	t.Helper()
	all, err := readSource()
	if err != nil {
		t.Fatal(err)
	}
	var answered []exchange
	for _, x := range all {
		if x.Response != nil {
			answered = append(answered, x)
		}
	}
	if len(answered) != exchanges {
		t.Fatalf("the source shows %d exchanges with an answer, want %d", len(answered), exchanges)
	}
	return answered
}

// sourceExchange gives the exchange of an id.
func sourceExchange(t *testing.T, id string) exchange {
	t.Helper()
	for _, x := range source(t) {
		if x.ID == id {
			return x
		}
	}
	t.Fatalf("the source has no exchange %q with an answer", id)
	return exchange{}
}
