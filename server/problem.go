package server

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// Bounds of the Problem schema in the documents.
const (
	maxDetail   = 4096
	maxInstance = 8192
	maxMessage  = 1024
)

// fail answers with an entry of the shared catalogue.
func (k *call) fail(code, detail string) {
	k.problem(problem.Problem{Definition: problem.Must(code), Detail: detail})
}

// problem answers with a problem, in the error schema that the operation declares for its status.
func (k *call) problem(p problem.Problem) {
	k.code = p.Code
	p.RequestID = k.id
	if path := k.gin.Request.URL.EscapedPath(); len(path) <= maxInstance {
		p.Instance = path
	}
	p.Detail = shorten(p.Detail, maxDetail)
	for i := range p.Errors {
		p.Errors[i].Message = shorten(p.Errors[i].Message, maxMessage)
	}
	if h := k.gin.Writer.Header(); p.Status == http.StatusTooManyRequests || p.Status == http.StatusServiceUnavailable {
		if len(h["Retry-After"]) == 0 {
			h["Retry-After"] = []string{"1"} // what handling speaks of, where nobody has said how long
		}
	}
	op := k.errorsLike()
	if h := k.gin.Writer.Header(); p.Status == http.StatusUnauthorized && len(h["Www-Authenticate"]) == 0 {
		h["Www-Authenticate"] = []string{challenge(op)}
	}
	if k.ofOAuth() {
		k.oauthProblem(&p)
		return
	}
	mediaType, body := problemBody(op, &p)
	k.write(p.Status, mediaType, body)
}

// errorsLike gives the operation whose errors the call's are like: its own, or, where the request went to none, any of
// the API below whose base path it went; nil outside the APIs.
func (k *call) errorsLike() *contract.Operation {
	if k.route != nil && k.route.op != nil {
		return k.route.op
	}
	for _, api := range k.server.apis {
		if len(api.Operations) > 0 && api.BasePath != "" && strings.HasPrefix(k.gin.Request.URL.Path, api.BasePath+"/") {
			return api.Operations[0]
		}
	}
	return nil
}

// challenge says how to authenticate, which every 401 must (RFC 9110, section 15.5.2), where the contract's check has
// not said it: a key has no registered scheme, so its scheme is called ApiKey. op is nil outside the APIs.
func challenge(op *contract.Operation) string {
	if op == nil {
		return `ApiKey realm="sandbank"`
	}
	scheme := "ApiKey"
	for _, alternative := range op.Security {
		for _, c := range alternative {
			if c.HTTP == "bearer" {
				scheme = "Bearer"
			}
		}
	}
	return scheme + ` realm="` + url.PathEscape(op.API.Name) + `"`
}

// problemBody renders a problem as the operation declares errors of its status: as problem details where these, or
// nothing, are declared, else in the declared JSON schema as far as its members are known ones. A schema that cannot
// be filled gives way to problem details: an answer off the contract is better than none. op is nil outside the APIs.
func problemBody(op *contract.Operation, p *problem.Problem) (mediaType string, body []byte) {
	var declared *contract.Response
	if op != nil {
		declared = errorResponse(op, p.Status)
	}
	if declared != nil && len(declared.Content) > 0 && !takesProblem(declared.MediaType(problem.MediaType), p) {
		for _, m := range declared.Content {
			if !isJSON(m.Type) || m.Schema == nil {
				continue
			}
			if v, ok := fillError(m.Schema, spelledOut(m.Schema, p), 0); ok && m.Schema.Accepts(v, contract.Outbound) {
				if body, err := json.Marshal(v); err == nil {
					return m.Type, body
				}
			}
		}
	}
	return problem.MediaType, encodeProblem(p)
}

// errorResponse finds how an operation declares errors of a status; where it does not, it is taken to answer as with
// its general ones.
func errorResponse(op *contract.Operation, status int) *contract.Response {
	for _, like := range []int{status, http.StatusInternalServerError, http.StatusBadRequest} {
		if r := op.Response(like); r != nil {
			return r
		}
	}
	return nil
}

// takesProblem tells whether problem details can be sent as a media type: nil is none that is declared. Schemas of
// documents that this program carries are known to take them; others may demand members that problems do not have.
func takesProblem(m *contract.MediaType, p *problem.Problem) bool {
	if m == nil || m.Schema == nil || mounts[m.Schema.API().Name] != nil {
		return m != nil
	}
	v, err := contract.DecodeJSON(encodeProblem(p), 0)
	return err == nil && m.Schema.Accepts(v, contract.Outbound)
}

// declares tells whether a problem can be answered as the operation declares errors of its status.
func declares(op *contract.Operation, p *problem.Problem) bool {
	declared := op.Response(p.Status)
	if declared == nil || len(declared.Content) == 0 {
		return true
	}
	mediaType, body := problemBody(op, p)
	if mediaType != problem.MediaType {
		return true // it was filled for the very schema
	}
	m := declared.MediaType(mediaType)
	v, err := contract.DecodeJSON(body, 0)
	return m != nil && err == nil && (m.Schema == nil || m.Schema.Accepts(v, contract.Outbound))
}

func encodeProblem(p *problem.Problem) []byte {
	body, err := json.Marshal(p)
	if err != nil {
		panic(err) // text, numbers and lists of text can always be encoded
	}
	return body
}

func isJSON(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

// shorten cuts a text to a number of characters.
func shorten(s string, limit int) string {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return s
	}
	return string([]rune(s)[:limit-1]) + "…"
}
