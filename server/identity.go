package server

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"

	"github.com/sandbank/sandbank/internal/token"
)

const (
	// headerSandbox names a sandbox for callers that have no credentials to be told apart by.
	headerSandbox = "X-Sandbox"
	// defaultSandbox is the sandbox of callers who say nothing about themselves.
	defaultSandbox = "default"
	// maxKey is how long a sandbox's key may be; a longer one is known by its digest.
	maxKey = 256
)

// identify notes the caller and finds the sandbox: by the API key, by the application of a token of ours, by the user
// of Basic credentials, by the header X-Sandbox, or else the default one. Tokens that are not ours pass; one of ours
// that has expired by the sandbox's clock is refused.
func (k *call) identify() bool {
	caller := &k.world.Caller
	header := k.gin.Request.Header
	caller.App = k.apiKey()
	var claims map[string]any
	verdict := token.Foreign
	if authorization := header["Authorization"]; len(authorization) > 0 {
		scheme, credentials, _ := strings.Cut(authorization[0], " ")
		switch {
		case strings.EqualFold(scheme, "bearer"):
			caller.Token = strings.TrimLeft(credentials, " ")
			claims, verdict = k.server.keys.Read(caller.Token, k.start)
			if caller.App == "" {
				caller.App, _ = claims["client_id"].(string) // RFC 9068, section 2.2
			}
		case caller.App == "":
			caller.App, _, _ = k.gin.Request.BasicAuth()
		}
	}
	box, err := k.server.sandboxes.Open(k.gin.Request.Context(), k.server.sandboxKey(caller.App, header))
	if err != nil {
		k.failed(err)
		return false
	}
	k.box = box
	if verdict == token.Foreign {
		return true
	}
	// The token was read by the server's clock, and counts by the sandbox's.
	if expires, _ := claims["exp"].(int); k.box.Now().Unix() >= int64(expires) {
		k.gin.Writer.Header()["Www-Authenticate"] = []string{`Bearer error="invalid_token", error_description="The token has expired"`}
		k.fail(unauthorized, "The token has expired.")
		return false
	}
	caller.Subject, _ = claims["sub"].(string)
	if scope, ok := claims["scope"].(string); ok {
		caller.Scopes = strings.Fields(scope)
	}
	return true
}

// apiKey is the key that identifies the application: what stands in x-api-key, or else where the operation demands a
// key; "" when there is none.
func (k *call) apiKey() string {
	r := k.gin.Request
	if key := r.Header["X-Api-Key"]; len(key) > 0 {
		return key[0]
	}
	if k.route.op == nil {
		return ""
	}
	for _, alternative := range k.route.op.Security {
		for i := range alternative {
			c := &alternative[i]
			if c.Type != "apiKey" || http.CanonicalHeaderKey(c.Name) == headerSandbox { // that names a sandbox, and no application
				continue
			}
			key := ""
			switch c.In {
			case "header":
				key = r.Header.Get(c.Name)
			case "query":
				key = r.URL.Query().Get(c.Name)
			case "cookie":
				if cookie, err := r.Cookie(c.Name); err == nil {
					key = cookie.Value
				}
			}
			if key != "" {
				return key
			}
		}
	}
	return ""
}

// sandboxKey gives the key of the sandbox of an application, or of a caller who is none.
func (s *Server) sandboxKey(app string, header http.Header) string {
	key := app
	if named := header[headerSandbox]; key == "" && len(named) > 0 {
		key = named[0]
	}
	switch {
	case key == "":
		return defaultSandbox
	case s.sandboxes.Kept():
		return keptKey(key, app != "")
	case len(key) > maxKey:
		return "sha256:" + digest(key)
	}
	return key
}

// keptKey gives the key under which a sandbox is kept beyond the process. That of an application is a digest, since
// what it identifies itself with is written nowhere; no name that a caller gives is the same.
func keptKey(key string, isApp bool) string {
	switch {
	case isApp:
		return "app:" + digest(key)
	case len(key) > maxKey, strings.Contains(key, ":"), strings.ContainsFunc(key, notPrintable):
		return "name:" + digest(key)
	}
	return key
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// notPrintable is what no printable ASCII character is.
func notPrintable(r rune) bool { return r < ' ' || r > '~' }
