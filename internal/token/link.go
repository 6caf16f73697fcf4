package token

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
)

// Site is where links lead: keys that sign them, and the absolute URL that their paths stand below, such as
// "https://bank.example/deposits/v1". It gives expressions the services that need keys.
type Site struct {
	*Keys
	Base string
}

// The parameters that a signed link ends with, in this order.
const (
	expiresParameter   = "expires="
	signatureParameter = "signature="
)

// SignLink makes an absolute URL of a path below the site's base, which may have a query of its own. It works until
// ttl has passed. The signature (HMAC-SHA256) covers path, query and expiry, not the host.
func (s Site) SignLink(path string, ttl bank.Duration, now time.Time) (string, error) {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "#\\ ") {
		return "", errors.New("a link's path begins with one / and has no blanks, backslashes or fragment")
	}
	u, err := url.Parse(s.Base + path)
	if err != nil {
		return "", errors.New("a link's path must fit into a URL")
	}
	if u.RawQuery != "" {
		u.RawQuery += "&"
	}
	u.RawQuery += expiresParameter + strconv.FormatInt(ttl.AddTo(now).Unix(), 10)
	u.RawQuery += "&" + signatureParameter + s.signature(u.EscapedPath()+"?"+u.RawQuery)
	return u.String(), nil
}

// VerifyLink tells whether a request's URL is a link that was signed with these keys, and whether it still works.
func (k *Keys) VerifyLink(u *url.URL, now time.Time) Verdict {
	cut := strings.LastIndex(u.RawQuery, "&"+signatureParameter)
	if cut < 0 {
		return Foreign
	}
	query, signature := u.RawQuery[:cut], u.RawQuery[cut+len("&"+signatureParameter):]
	if !hmac.Equal([]byte(signature), []byte(k.signature(u.EscapedPath()+"?"+query))) {
		return Foreign
	}
	expires, err := strconv.ParseInt(query[strings.LastIndex(query, expiresParameter)+len(expiresParameter):], 10, 64)
	if err != nil {
		return Foreign
	}
	if now.Unix() >= expires {
		return Expired
	}
	return Valid
}

func (k *Keys) signature(signed string) string {
	mac := hmac.New(sha256.New, k.link)
	mac.Write([]byte(signed))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
