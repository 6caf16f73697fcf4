package server

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	oauthapi "github.com/sandbank/sandbank/gen/oauth"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/problem"
)

// oauthDocument is the name of the API that issues access tokens. Its calls have no sandbox and no journal, and its
// errors a form of their own (oauth_error.go).
const oauthDocument = "oauth"

// tokenAPI answers the authorisation server: RFC 6749 with the one grant of client credentials, RFC 7662, RFC 7009, and
// the keys and the description that go with them. It holds nothing. No scenario plays it.
type tokenAPI struct{}

var _ oauthapi.ServerInterface = tokenAPI{}

// mountOAuth registers the authorisation server.
func mountOAuth(r gin.IRouter, m mounting) []operation {
	oauthapi.RegisterHandlersWithOptions(r, tokenAPI{}, oauthapi.GinServerOptions{
		BaseURL: m.base, Before: m.before, ErrorHandler: m.refused,
	})
	var out []operation
	for _, o := range oauthapi.Operations() {
		out = append(out, operation{o.ID, o.Method, o.Path})
	}
	return out
}

// enterOAuth refuses where no tokens are issued. It is false after a refusal, which it answers.
func (k *call) enterOAuth() bool {
	if k.server.gate == nil {
		k.fail(problem.NotFound, "This server issues no access tokens.")
		return false
	}
	k.gin.Writer.Header()["Cache-Control"] = []string{"no-store"}
	return true
}

// IssueToken answers POST /token.
func (tokenAPI) IssueToken(c *gin.Context, _ oauthapi.IssueTokenParams) {
	k := callOf(c)
	client, form, ok := k.proven()
	if !ok {
		return
	}
	if refusal := k.server.gate.Standing(client); refusal != nil {
		k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeUnauthorizedClient, refusal.Detail)
		return
	}
	switch grant := form.Get("grant_type"); {
	case !client.OAuth:
		k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeUnauthorizedClient, "This application does not use OAuth 2.0.")
		return
	case grant == "":
		k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeInvalidRequest, "The parameter grant_type is missing.")
		return
	case grant != string(oauthapi.GrantTypeClientCredentials):
		k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeUnsupportedGrantType, "Only the grant client_credentials is supported.")
		return
	}
	scopes, why := k.server.scopesOf(client, form.Get("scope"))
	if why != "" {
		k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeInvalidScope, why)
		return
	}
	if !k.countOAuth(client) {
		return
	}
	box, err := k.server.sandboxes.Open(c.Request.Context(), client.Application)
	if err != nil {
		k.failed(err)
		return
	}
	scope := strings.Join(scopes, " ")
	text, err := k.server.tokens.Issue(c.Request.Context(), oauth.Token{
		Client: client.ID, Scope: scope, Issuer: k.issuer(), Audience: k.server.audience(scopes),
	}, box.Now())
	if err != nil {
		k.unreadable(err)
		return
	}
	c.Writer.Header()["Pragma"] = []string{"no-cache"}
	k.json(http.StatusOK, oauthapi.TokenResponse{
		AccessToken: text, TokenType: oauthapi.TokenResponseTokenTypeBearer, ExpiresIn: int(oauth.Lifetime.Seconds()), Scope: scope,
	})
}

// IntrospectToken answers POST /introspect.
func (tokenAPI) IntrospectToken(c *gin.Context, _ oauthapi.IntrospectTokenParams) {
	k := callOf(c)
	t, box, ok := k.ownToken()
	if !ok {
		return
	}
	if t == nil || !t.ValidAt(box) {
		k.json(http.StatusOK, oauthapi.Introspection{Active: false})
		return
	}
	kind := oauthapi.IntrospectionTokenTypeBearer
	issued, expires := int(t.Issued.Unix()), int(t.Expires.Unix())
	k.json(http.StatusOK, oauthapi.Introspection{
		Active: true, Scope: &t.Scope, ClientId: &t.Client, Sub: &t.Client, TokenType: &kind, Aud: &t.Audience, Iss: &t.Issuer, Jti: &t.ID,
		Iat: &issued, Nbf: &issued, Exp: &expires,
	})
}

// RevokeToken answers POST /revoke.
func (tokenAPI) RevokeToken(c *gin.Context, _ oauthapi.RevokeTokenParams) {
	k := callOf(c)
	t, _, ok := k.ownToken()
	if !ok {
		return
	}
	if t != nil {
		if err := k.server.tokens.Revoke(c.Request.Context(), t); err != nil {
			k.unreadable(err)
			return
		}
	}
	k.write(http.StatusOK, "", nil)
}

// keysLast is for how many seconds the list of keys may be kept; a key is listed 30 days before it signs.
const keysLast = "public, max-age=3600"

// ListSigningKeys answers GET /jwks.
func (tokenAPI) ListSigningKeys(c *gin.Context) {
	k := callOf(c)
	keys, err := k.server.tokens.PublicKeys(c.Request.Context())
	if err != nil {
		k.unreadable(err)
		return
	}
	c.Writer.Header()["Cache-Control"] = []string{keysLast}
	k.json(http.StatusOK, map[string]any{"keys": keys})
}

// GetServerMetadata answers GET /.well-known/oauth-authorization-server.
func (tokenAPI) GetServerMetadata(c *gin.Context) {
	k := callOf(c)
	issuer := k.issuer()
	basic := []oauthapi.ClientAuthentication{oauthapi.ClientAuthenticationClientSecretBasic}
	docs := strings.TrimSuffix(issuer, k.server.oauthBase()) + "/docs/" + oauthDocument
	c.Writer.Header()["Cache-Control"] = []string{keysLast}
	k.json(http.StatusOK, oauthapi.ServerMetadata{
		Issuer: issuer, TokenEndpoint: issuer + "/token", IntrospectionEndpoint: issuer + "/introspect", RevocationEndpoint: issuer + "/revoke",
		JwksUri: issuer + "/jwks", ScopesSupported: k.server.scopes.names, ResponseTypesSupported: []string{},
		GrantTypesSupported:               []oauthapi.GrantType{oauthapi.GrantTypeClientCredentials},
		TokenEndpointAuthMethodsSupported: basic, IntrospectionEndpointAuthMethodsSupported: basic, RevocationEndpointAuthMethodsSupported: basic,
		ServiceDocumentation: &docs,
	})
}

// describeOAuth registers the address at which RFC 8414, section 3.1, looks for the description of an issuer with a path.
func (s *Server) describeOAuth() {
	if base := s.oauthBase(); base != "" && s.gate != nil {
		s.engine.GET("/.well-known/oauth-authorization-server"+base, tokenAPI{}.GetServerMetadata)
	}
}

// oauthBase is the path of the authorisation server; "" without one.
func (s *Server) oauthBase() string {
	for _, a := range s.apis {
		if a.Name == oauthDocument {
			return a.BasePath
		}
	}
	return ""
}

// issuer is the address of the authorisation server as the caller sees it.
func (k *call) issuer() string { return k.server.public(k.gin.Request) + k.server.oauthBase() }

// public gives the scheme, host and port under which the server is known: as it was told, or as the caller sees it.
func (s *Server) public(r *http.Request) string {
	if s.publicURL != "" {
		return s.publicURL
	}
	scheme, host := s.origin(r)
	return scheme + "://" + host
}

// scopes are those of the APIs, each with the API that it is for.
type scopes struct {
	names []string
	api   map[string]string
	base  map[string]string // of the API
}

// collectScopes finds the scopes that the documents declare.
func (s *Server) collectScopes() {
	s.scopes = scopes{names: []string{}, api: map[string]string{}, base: map[string]string{}}
	for _, a := range s.apis {
		for _, o := range a.Operations {
			for _, scope := range scopesNeeded(o) {
				if _, known := s.scopes.api[scope]; !known {
					s.scopes.names = append(s.scopes.names, scope)
					s.scopes.api[scope], s.scopes.base[scope] = a.Name, a.BasePath
				}
			}
		}
	}
	slices.Sort(s.scopes.names)
}

// scopesOf gives the scopes of a request for a token; why says in words why there are none.
func (s *Server) scopesOf(c *gate.Client, wanted string) (granted []string, why string) {
	has := func(scope string) bool {
		a, ok := c.APIs[s.scopes.api[scope]]
		return ok && a.Approved && a.Admitted
	}
	if wanted == "" {
		for _, scope := range s.scopes.names {
			if has(scope) {
				granted = append(granted, scope)
			}
		}
		if len(granted) == 0 {
			return nil, "The application is not subscribed to an API that has a scope."
		}
		return granted, ""
	}
	for scope := range strings.SplitSeq(wanted, " ") {
		switch {
		case scope == "" || strings.ContainsFunc(scope, func(r rune) bool { return r < '!' || r > '~' || r == '"' || r == '\\' }):
			return nil, "Scopes are separated by single blanks and have no quotation marks and backslashes."
		case s.scopes.api[scope] == "":
			return nil, "There is no such scope as one of those asked for."
		case !has(scope):
			return nil, "The application is not subscribed to an API of one of the scopes."
		case !slices.Contains(granted, scope):
			granted = append(granted, scope)
		}
	}
	return granted, ""
}

// audience says where a token is taken: below the path of the API that its scopes are of, or on the whole server.
func (s *Server) audience(scopes []string) string {
	base := s.scopes.base[scopes[0]]
	for _, scope := range scopes[1:] {
		if s.scopes.base[scope] != base {
			return "/"
		}
	}
	return base
}

// countOAuth counts the call against the organisation's quota. It is false when that is spent, which it answers.
func (k *call) countOAuth(c *gate.Client) bool {
	pass, refusal, err := k.server.gate.Count(k.gin.Request.Context(), c, "")
	if err != nil {
		k.unreadable(err)
		return false
	}
	k.limits(&pass)
	if refusal != nil {
		k.gin.Writer.Header()["Retry-After"] = []string{strconv.Itoa(int(refusal.RetryAfter.Seconds()))}
		k.fail(refusal.Code, refusal.Detail)
		return false
	}
	return true
}

// parameters gives the form of a request in which each parameter has at most one value. It is false after a refusal,
// which it answers.
func (k *call) parameters() (url.Values, bool) {
	form, err := url.ParseQuery(string(k.request.RawBody))
	if err != nil {
		k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeInvalidRequest, "The form cannot be read.")
		return nil, false
	}
	for name, values := range form {
		if len(values) > 1 {
			k.oauthError(http.StatusBadRequest, oauthapi.OAuthErrorCodeInvalidRequest, "A parameter is there more than once.")
			return nil, false
		}
		if values[0] == "" {
			delete(form, name) // it counts as left out (RFC 6749, section 3.2)
		}
	}
	return form, true
}
