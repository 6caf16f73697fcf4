package server

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

// ListErrors answers GET /errors.
func (portalAPI) ListErrors(c *gin.Context, params portalapi.ListErrorsParams) {
	k := callOf(c)
	text := strings.ToLower(given(params.Text))
	k.errors(given(params.Cursor), limitOf(params.Limit), func(e *portalapi.ErrorEntry) bool {
		return (params.Api == nil || e.Apis == nil || slices.Contains(*e.Apis, *params.Api)) &&
			(params.Status == nil || e.Status == *params.Status) &&
			(strings.Contains(strings.ToLower(e.Code), text) || strings.Contains(strings.ToLower(e.Title), text))
	})
}

// GetError answers GET /errors/{code}.
func (portalAPI) GetError(c *gin.Context, code portalapi.CodeParameter) {
	k := callOf(c)
	is := func(e *portalapi.ErrorEntry) bool { return e.Code == code }
	if !slices.ContainsFunc(k.errorEntries(), func(e portalapi.ErrorEntry) bool { return is(&e) }) {
		k.declined(portal.ErrNotFound)
		return
	}
	k.errors("", maxErrorPage, is)
}

// maxErrorPage is the largest page.
const maxErrorPage = 200

// errors answers with a page of the error catalogue.
func (k *call) errors(cursor string, limit int, fits func(*portalapi.ErrorEntry) bool) {
	var list []portalapi.ErrorEntry
	for _, e := range k.errorEntries() {
		if fits(&e) {
			list = append(list, e)
		}
	}
	if cursor != "" {
		after, err := base64.RawURLEncoding.DecodeString(cursor)
		at := slices.IndexFunc(list, func(e portalapi.ErrorEntry) bool { return errorKey(&e) == string(after) })
		if err != nil || at < 0 {
			k.problem(problem.Problem{Definition: problem.Must(problem.SchemaViolation), Detail: "The cursor is not one that this list has given.",
				Errors: []problem.Violation{{In: "query", Parameter: "cursor", Message: "is not the next of an earlier page"}}})
			return
		}
		list = list[at+1:]
	}
	out := portalapi.ErrorEntryPage{Errors: full(list)}
	if len(list) > limit {
		out.Errors = list[:limit]
		next := base64.RawURLEncoding.EncodeToString([]byte(errorKey(&list[limit-1])))
		out.Next = &next
	}
	k.json(http.StatusOK, out)
}

// errorKey tells the entries apart.
func errorKey(e *portalapi.ErrorEntry) string {
	return fmt.Sprint(e.Code, " ", e.Status, " ", e.Title, " ", strings.Join(given(e.Apis), ","))
}

// errorEntries gives the error catalogue by status and code: the shared entries, then those that scenario files of single
// APIs declare. What several APIs declare alike is one entry.
func (k *call) errorEntries() []portalapi.ErrorEntry {
	shared := problem.All()
	list := make([]portalapi.ErrorEntry, 0, len(shared))
	for _, d := range shared {
		list = append(list, errorEntryOf(d, nil))
	}
	having := map[problem.Definition][]string{}
	for _, a := range k.server.playedAPIs() {
		for _, d := range k.server.everybody().Problems(a.Name) {
			having[d] = append(having[d], a.Name)
		}
	}
	for d, apis := range having {
		slices.Sort(apis)
		list = append(list, errorEntryOf(d, apis))
	}
	slices.SortFunc(list, func(a, b portalapi.ErrorEntry) int {
		return cmp.Or(cmp.Compare(a.Status, b.Status), cmp.Compare(a.Code, b.Code), cmp.Compare(errorKey(&a), errorKey(&b)))
	})
	return list
}

func errorEntryOf(d problem.Definition, apis []string) portalapi.ErrorEntry {
	return portalapi.ErrorEntry{Code: d.Code, Status: d.Status, Title: d.Title, Handling: d.Handling, Apis: unlessEmpty(apis)}
}
