package server

import (
	"net/http"
	"strings"

	oauthapi "github.com/sandbank/sandbank/gen/oauth"
	"github.com/sandbank/sandbank/internal/problem"
)

// maxDescription bounds an error_description, as the document has it.
const maxDescription = 512

// oauthChallenge says how clients authenticate (RFC 6749, section 5.2).
var oauthChallenge = []string{`Basic realm="oauth", charset="UTF-8"`}[:1:1]

// ofOAuth tells whether the call is one of the authorisation server, whose errors have the form of RFC 6749.
func (k *call) ofOAuth() bool {
	if k.route != nil && k.route.op != nil {
		return k.route.op.API.Name == oauthDocument
	}
	base := k.server.oauthBase()
	return base != "" && strings.HasPrefix(k.gin.Request.URL.Path, base+"/")
}

// oauthError answers an error of the authorisation server.
func (k *call) oauthError(status int, code oauthapi.OAuthErrorCode, description string) {
	k.code = strings.ToUpper(string(code))
	k.writeOAuthError(status, code, description)
}

// oauthProblem answers a problem in the form of RFC 6749.
func (k *call) oauthProblem(p *problem.Problem) {
	code := oauthapi.OAuthErrorCodeInvalidRequest
	switch {
	case p.Status == http.StatusUnauthorized:
		code = oauthapi.OAuthErrorCodeInvalidClient
	case p.Status == http.StatusForbidden:
		code = oauthapi.OAuthErrorCodeUnauthorizedClient
	case p.Status == http.StatusTooManyRequests, p.Status == http.StatusServiceUnavailable:
		code = oauthapi.OAuthErrorCodeTemporarilyUnavailable
	case p.Status >= http.StatusInternalServerError:
		code = oauthapi.OAuthErrorCodeServerError
	}
	description := p.Detail
	for _, v := range p.Errors {
		if v.Message != "" && v.Pointer != "" {
			description += " " + strings.TrimPrefix(v.Pointer, "/") + " " + v.Message + "."
		}
	}
	k.writeOAuthError(p.Status, code, description)
}

func (k *call) writeOAuthError(status int, code oauthapi.OAuthErrorCode, description string) {
	h := k.gin.Writer.Header()
	if status == http.StatusUnauthorized {
		h["Www-Authenticate"] = oauthChallenge
	}
	h["Cache-Control"] = []string{"no-store"}
	k.json(status, oauthapi.OAuthError{Error: code, ErrorDescription: shorten(describable(description), maxDescription)})
}

// describable keeps a text to the characters that an error_description may have (RFC 6749, section 5.2).
func describable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '"':
			return '\''
		case r == '\\':
			return '/'
		case r < ' ', r > '~':
			return '?'
		}
		return r
	}, s)
}
