package agreement

import (
	"net/http"
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
)

// early are statuses that a server may give before it looks at what the request holds: the caller is not admitted, or
// not now.
var early = []int{http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests}

// expectsRefusal tells whether the status that the consumer expects is one that a request with these objections is
// answered with, so that what is wrong with it is the point of the interaction. One objection that the status is for is
// enough: a server may give any of several.
func expectsRefusal(expected int, objections []contract.Objection) bool {
	return slices.Contains(early, expected) || slices.ContainsFunc(objections, func(o contract.Objection) bool { return refuses(expected, o) })
}

// refuses tells whether a status is one that servers refuse a request with for a reason. The document's own is 400,
// 406, 413 or 415; many servers give 422 for what breaks the schema, 404 for a path that holds no possible identifier,
// and 400 for anything.
func refuses(status int, o contract.Objection) bool {
	switch status {
	case o.Status, http.StatusBadRequest:
		return true
	case http.StatusUnprocessableEntity:
		return o.Status == http.StatusBadRequest
	case http.StatusNotFound:
		return o.In == "path"
	}
	return false
}

// refusal tells whether a status says nothing but that the request is wrong, so that some objection must be there.
func refusal(status int) bool {
	return status == http.StatusBadRequest || status == http.StatusUnsupportedMediaType || status == http.StatusNotAcceptable
}
