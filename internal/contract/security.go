package contract

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/problem"
)

// authenticate looks for the credentials that the operation demands: one alternative must be there completely. Whether
// they are right is not asked here.
func (o *Operation) authenticate(r *http.Request, req *Request) *Refusal {
	req.readAuthorization(headerValue(r, "Authorization"))
	if len(o.Security) == 0 {
		return nil
	}
	for _, alternative := range o.Security {
		if !slices.ContainsFunc(alternative, func(c Credential) bool { return !c.present(r, req) }) {
			return nil
		}
	}
	return o.credentialsMissing(r)
}

// headerValue is the first value of a header whose name is in canonical form.
func headerValue(r *http.Request, canonical string) string {
	if values := r.Header[canonical]; len(values) > 0 {
		return values[0]
	}
	return ""
}

func (c *Credential) present(r *http.Request, req *Request) bool {
	switch c.Type {
	case "apiKey":
		switch c.In {
		case "header":
			return headerValue(r, c.canonical) != ""
		case "query":
			return r.URL.RawQuery != "" && r.URL.Query().Get(c.Name) != ""
		}
		cookie, err := r.Cookie(c.Name)
		return err == nil && cookie.Value != ""
	case "mutualTLS":
		return r.TLS != nil && len(r.TLS.PeerCertificates) > 0
	}
	switch c.HTTP {
	case "bearer":
		return req.Bearer != ""
	case "basic":
		return req.HasBasic
	}
	scheme, rest, _ := strings.Cut(headerValue(r, "Authorization"), " ")
	return strings.EqualFold(scheme, c.HTTP) && strings.TrimSpace(rest) != ""
}

// readAuthorization takes apart `Bearer token` (RFC 6750) and `Basic base64(user:password)` (RFC 7617).
func (r *Request) readAuthorization(header string) {
	scheme, rest, ok := strings.Cut(header, " ")
	if !ok {
		return
	}
	rest = strings.TrimSpace(rest)
	switch {
	case strings.EqualFold(scheme, "Bearer") && rest != "" && !strings.ContainsAny(rest, " ,"):
		r.Bearer = rest
	case strings.EqualFold(scheme, "Basic"):
		if plain, err := base64.StdEncoding.DecodeString(rest); err == nil {
			r.BasicUser, r.BasicPassword, r.HasBasic = strings.Cut(string(plain), ":")
		}
	}
}

func (o *Operation) credentialsMissing(r *http.Request) *Refusal {
	refusal := &Refusal{Code: problem.CredentialsMissing}
	var ways []string
	malformed := false
	for _, alternative := range o.Security {
		var parts []string
		for i := range alternative {
			c := &alternative[i]
			parts = append(parts, c.describe())
			if challenge := c.challenge(o.API); challenge != "" && !slices.Contains(refusal.Schemes, challenge) {
				refusal.Schemes = append(refusal.Schemes, challenge)
			}
			malformed = malformed || c.Name == "authorization"
		}
		ways = append(ways, strings.Join(parts, " and "))
	}
	refusal.Detail = "This operation needs " + strings.Join(ways, ", or ") + "."
	if malformed && headerValue(r, "Authorization") != "" {
		refusal.Detail += " The Authorization header that was sent has another form."
	}
	return refusal
}

func (c *Credential) describe() string {
	switch {
	case c.Type == "apiKey" && c.In == "query":
		return "the query parameter " + c.Name
	case c.Type == "apiKey":
		return "the " + c.In + " " + c.Name
	case c.Type == "mutualTLS":
		return "a client certificate"
	case c.HTTP == "bearer":
		return "the header Authorization: Bearer <token>"
	case c.HTTP == "basic":
		return "the header Authorization: Basic <user and password in base64>"
	}
	return "the header Authorization: " + c.HTTP + " <credentials>"
}

// challenge is the WWW-Authenticate value (RFC 9110, section 11.6.1), "" for schemes that have none.
func (c *Credential) challenge(a *API) string {
	realm := ` realm="` + url.PathEscape(a.Name) + `"`
	switch {
	case c.HTTP == "bearer" && len(c.Scopes) > 0:
		return "Bearer" + realm + `, scope="` + strings.Join(c.Scopes, " ") + `"`
	case c.HTTP == "bearer":
		return "Bearer" + realm
	case c.HTTP == "basic":
		return "Basic" + realm + `, charset="UTF-8"`
	case c.HTTP != "":
		return strings.ToUpper(c.HTTP[:1]) + c.HTTP[1:] + realm
	}
	return ""
}
