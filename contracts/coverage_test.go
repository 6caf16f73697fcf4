//go:build pact

package contracts_test

import (
	"net/http"
	"reflect"
	"slices"
	"testing"

	"github.com/sandbank/sandbank/internal/pact"
)

// covered counts the exchanges of the source that are interactions of the pacts, and fails the test for each that is not.
// One interaction stands for one exchange: the source shows the exchange of a token twice, so two consumers must need it.
func covered(t *testing.T, files []*pact.File) int {
	t.Helper()
	var free []*pact.Interaction
	for _, f := range files {
		for _, i := range f.Interactions {
			if i.Kind == pact.HTTP {
				free = append(free, i)
			}
		}
	}
	n := 0
	for _, x := range source(t) {
		k := slices.IndexFunc(free, func(i *pact.Interaction) bool { return x.isIn(t, i) })
		if k < 0 {
			t.Errorf("the source's exchange %q (%s %s) is no interaction of any consumer", x.ID, x.Method, x.Path)
			continue
		}
		free = slices.Delete(free, k, k+1)
		n++
	}
	return n
}

// isIn tells whether an interaction's examples are the exchange, nothing more and nothing less.
func (x exchange) isIn(t *testing.T, i *pact.Interaction) bool {
	t.Helper()
	if i.Request.Method != x.Method || i.Request.Path != depositsAPI.basePath+x.Path || i.Response.Status != http.StatusOK || len(i.Request.Query) != len(x.Query) {
		return false
	}
	for name, value := range x.Query {
		if !slices.Equal(i.Request.Query[name], []string{value}) {
			return false
		}
	}
	if i.Request.Body.Present != (x.Request != nil) {
		return false
	}
	return reflect.DeepEqual(plain(t, i.Request.Body.Content), x.Request) && reflect.DeepEqual(plain(t, i.Response.Body.Content), x.Response)
}
