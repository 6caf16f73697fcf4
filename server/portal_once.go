package server

import (
	"net/http"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// This file has a call of the portal done once that comes again under the same Idempotency-Key, where the operation
// declares the header. That something was done is noted in one transaction with what was done; the answer is kept before
// it is sent. What fails on our side, or is told to come again (429, 5xx), has not been done and keeps nothing.

// claimPortal begins a call of the portal that carries a key. It is false when the call is not to be done, which is
// answered.
func (k *call) claimPortal() bool {
	key := k.gin.Request.Header[headerIdempotencyKey]
	if k.route.op.API.Name != portalDocument || !k.route.once || len(key) == 0 {
		return true
	}
	r := k.gin.Request
	print := sandbox.Fingerprint(k.route.op, r.URL.RequestURI(), k.request.RawBody)
	kept, inside, keep, err := k.portal().Begin(r.Context(), k.who, key[0], print)
	switch {
	case err != nil:
		k.declined(err)
		return false
	case kept != nil:
		h := k.gin.Writer.Header()
		for name, values := range kept.Header {
			h[name] = values
		}
		h[headerReplayed] = []string{"true"}
		k.code = kept.Code
		mediaType := ""
		if values := kept.Header["Content-Type"]; len(values) > 0 {
			mediaType = values[0]
		}
		k.write(kept.Status, mediaType, kept.Body)
		return false
	}
	k.gin.Request = r.WithContext(inside)
	k.keep = keep
	return true
}

// keptHeaders are what an answer of the portal has beside what every answer has.
var keptHeaders = []string{"Cache-Control", "Content-Disposition", "Etag", "Location", "Www-Authenticate"}

// keepAnswer keeps the answer that is about to be sent. What cannot be kept is sent all the same.
func (k *call) keepAnswer(status int, mediaType string, body []byte) {
	keep := k.keep
	k.keep = nil
	var a *portal.KeptAnswer
	if status < http.StatusInternalServerError && status != http.StatusTooManyRequests {
		a = &portal.KeptAnswer{Status: status, Header: map[string][]string{}, Body: body, Code: k.code}
		for _, name := range keptHeaders {
			if values := k.gin.Writer.Header()[name]; len(values) > 0 {
				a.Header[name] = values
			}
		}
		if mediaType != "" {
			a.Header["Content-Type"] = []string{mediaType}
		}
	}
	if err := keep(a); err != nil {
		k.log(problem.StorageUnavailable, "an answer cannot be kept: "+err.Error())
	}
}
