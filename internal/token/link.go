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
	// Holder is whom links are made for. It is sealed into them, so that nobody reads it there; "" is nobody.
	Holder string
}

// The parameters that a signed link ends with, in this order. A link of nobody has no holder.
const (
	holderParameter    = "holder="
	expiresParameter   = "expires="
	signatureParameter = "signature="
)

// SignLink makes an absolute URL of a path below the site's base, which may have a query of its own. It works until
// ttl has passed. The signature (HMAC-SHA256) covers path, query, holder and expiry, not the host.
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
	if s.Holder != "" {
		u.RawQuery += holderParameter + s.holders.seal(s.Holder) + "&"
	}
	u.RawQuery += expiresParameter + strconv.FormatInt(ttl.AddTo(now).Unix(), 10)
	u.RawQuery += "&" + signatureParameter + s.signature(u.EscapedPath()+"?"+u.RawQuery)
	return u.String(), nil
}

// Link is what a link that was signed with these keys says.
type Link struct {
	// Holder is whom it was made for; "" is nobody.
	Holder string
	// Expires is when it ends.
	Expires time.Time
}

// WorksAt tells whether the link still works.
func (l Link) WorksAt(now time.Time) bool { return now.Unix() < l.Expires.Unix() }

// ReadLink gives what a request's URL says that is a link signed with these keys, whether it still works or not. ok is
// false for any other URL, and for a link of which anything but the host was changed.
func (k *Keys) ReadLink(u *url.URL) (l Link, ok bool) {
	cut := strings.LastIndex(u.RawQuery, "&"+signatureParameter)
	if cut < 0 {
		return Link{}, false
	}
	query, signature := u.RawQuery[:cut], u.RawQuery[cut+len("&"+signatureParameter):]
	if !hmac.Equal([]byte(signature), []byte(k.signature(u.EscapedPath()+"?"+query))) {
		return Link{}, false
	}
	rest, expires, _ := cutLast(query, expiresParameter)
	seconds, err := strconv.ParseInt(expires, 10, 64)
	if err != nil {
		return Link{}, false
	}
	l.Expires = time.Unix(seconds, 0)
	before, sealed, found := cutLast(strings.TrimSuffix(rest, "&"), holderParameter)
	if found && (before == "" || strings.HasSuffix(before, "&")) {
		// What the path brought along may look like a holder; only what was sealed here is one.
		l.Holder, _ = k.holders.open(sealed)
	}
	return l, true
}

// cutLast cuts a text around the last occurrence of a separator.
func cutLast(s, separator string) (before, after string, found bool) {
	i := strings.LastIndex(s, separator)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(separator):], true
}

func (k *Keys) signature(signed string) string {
	mac := hmac.New(sha256.New, k.link)
	mac.Write([]byte(signed))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
