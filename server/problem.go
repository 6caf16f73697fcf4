package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// Bounds of the Problem schema in the documents.
const (
	maxDetail   = 4096
	maxInstance = 8192
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
	if h := k.gin.Writer.Header(); p.Status == http.StatusTooManyRequests || p.Status == http.StatusServiceUnavailable {
		if len(h["Retry-After"]) == 0 {
			h["Retry-After"] = []string{"1"} // what handling speaks of, where nobody has said how long
		}
	}
	var op *contract.Operation
	if k.route != nil {
		op = k.route.op
	}
	mediaType, body := problemBody(op, &p)
	k.write(p.Status, mediaType, body)
}

// problemBody renders a problem as the operation declares errors of its status: as problem details where these, or
// nothing, are declared, else in the declared JSON schema as far as its members are known ones. A schema that cannot
// be filled gives way to problem details: an answer off the contract is better than none. op is nil outside the APIs.
func problemBody(op *contract.Operation, p *problem.Problem) (mediaType string, body []byte) {
	var declared *contract.Response
	if op != nil {
		declared = op.Response(p.Status)
	}
	if declared != nil && len(declared.Content) > 0 && declared.MediaType(problem.MediaType) == nil {
		for _, m := range declared.Content {
			if !isJSON(m.Type) || m.Schema == nil {
				continue
			}
			if v, ok := fillError(m.Schema, p, 0); ok && m.Schema.Accepts(v, contract.Outbound) {
				if body, err := json.Marshal(v); err == nil {
					return m.Type, body
				}
			}
		}
	}
	body, err := json.Marshal(p)
	if err != nil {
		panic(err) // text, numbers and lists of text can always be encoded
	}
	return problem.MediaType, body
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
