package contract

import "net/http"

// Refusals are the statuses that checking a request of the operation can end with, wrong methods included.
func (o *Operation) Refusals() []int {
	out := []int{http.StatusBadRequest, http.StatusMethodNotAllowed}
	if len(o.Security) > 0 {
		out = append(out, http.StatusUnauthorized)
	}
	if o.Body != nil {
		out = append(out, http.StatusUnsupportedMediaType, http.StatusRequestEntityTooLarge)
	}
	if len(o.success) > 0 {
		out = append(out, http.StatusNotAcceptable)
	}
	return out
}
