package server

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/token"
)

// unauthorized is the code of credentials that are sent and do not work.
const unauthorized = "UNAUTHORIZED"

// enter is the first step of an operation's route: it notes the operation, finds out who is calling, and has the
// contract check the request. What is refused goes no further.
func (s *Server) enter(r *route) gin.HandlerFunc {
	return func(c *gin.Context) {
		k := callOf(c)
		k.route = r
		k.open()
		if !k.identified() {
			c.Abort()
			return
		}
		request, refusal := k.check()
		if refusal != nil {
			k.refuse(refusal)
			c.Abort()
			return
		}
		k.request = request
		if !k.claimPortal() {
			c.Abort()
		}
	}
}

// identified finds out who is calling. It is false after a refusal, which it answers.
func (k *call) identified() bool {
	switch {
	case k.route.op.API.Name == portalDocument:
		return k.enterPortal()
	case k.route.op.API.Name == oauthDocument:
		return k.enterOAuth()
	case k.route.op.SignedLink:
		return k.enterByLink()
	case k.server.gate != nil:
		return k.admit()
	}
	return k.identify()
}

// refuse answers what the contract's check refused.
func (k *call) refuse(r *contract.Refusal) {
	h := k.gin.Writer.Header()
	if len(r.Allow) > 0 {
		h["Allow"] = []string{strings.Join(r.Allow, ", ")}
	}
	if len(r.Schemes) > 0 {
		h["Www-Authenticate"] = r.Schemes
	}
	if len(r.Supported) > 0 && r.Code == problem.UnsupportedMediaType {
		h["Accept"] = []string{strings.Join(r.Supported, ", ")} // RFC 9110, section 15.5.16
	}
	k.problem(problem.Problem{Definition: problem.Must(r.Code), Detail: r.Detail, Errors: r.Violations})
}

// bindingRefused answers parameters that the generated wrapper cannot bind although the contract takes them: the
// generated code and the document have drifted apart, which is a fault of ours.
func bindingRefused(c *gin.Context, err error, _ int) {
	k := callOf(c)
	k.server.log.ErrorContext(c, "the generated code refuses what the contract takes", "request_id", k.id, "route", k.where())
	_ = c.Error(err)
	k.fail(problem.InternalError, "The generated code and the contract disagree about this request.")
	c.Abort()
}

// world tells the engine what the answer may depend on beside the request and the sandbox.
func (s *Server) world(k *call) *engine.World {
	r := k.gin.Request
	scheme, host := s.origin(r)
	base := k.route.op.API.BasePath
	path := r.URL.EscapedPath()
	address := scheme + "://" + host + path
	if r.URL.RawQuery != "" {
		address += "?" + r.URL.RawQuery
	}
	w := k.world
	w.RequestID, w.URL = k.id, address
	if strings.HasPrefix(path, base) {
		w.Base = address[:len(scheme)+len("://")+len(host)+len(base)]
	} else {
		w.Base = scheme + "://" + host + base // a letter of the base path was sent percent-encoded
	}
	k.record.site = token.Site{Keys: s.keys, Base: w.Base, Holder: k.holder()}
	w.Services = &k.record.site
	return w
}

// origin gives the scheme and host under which the caller sees this server.
func (s *Server) origin(r *http.Request) (scheme, host string) {
	scheme, host = "http", r.Host
	if r.TLS != nil {
		scheme = "https"
	}
	if !s.behindProxy {
		return scheme, host
	}
	if given := strings.ToLower(first(r.Header["X-Forwarded-Proto"])); given == "http" || given == "https" {
		scheme = given
	}
	if given := first(r.Header["X-Forwarded-Host"]); given != "" && !strings.ContainsAny(given, "/\\?#@\"<> ") {
		host = given
	}
	return scheme, host
}

// first gives the first of the comma-separated values of a header: what the outermost proxy saw.
func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	value, _, _ := strings.Cut(values[0], ",")
	return strings.TrimSpace(value)
}
