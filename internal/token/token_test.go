package token_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/token"
)

var _ expression.Services = token.Site{}

var now = time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)

func newKeys(t *testing.T) *token.Keys {
	t.Helper()
	k, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func sign(t *testing.T, k *token.Keys, claims map[string]any) string {
	t.Helper()
	signed, err := k.SignToken(claims, bank.Duration{Time: time.Hour}, now)
	if err != nil {
		t.Fatal(err)
	}
	return signed
}

func TestATokenGivesItsClaimsBackUntilItExpires(t *testing.T) {
	k := newKeys(t)
	signed := sign(t, k, map[string]any{"sub": "ZKFWiEyTKTkT", "n": 7, "rate": json.Number("10.50"), "list": []any{"a", true, nil}})

	claims, verdict := k.Read(signed, now.Add(time.Hour-time.Second))
	if verdict != token.Valid || claims["sub"] != "ZKFWiEyTKTkT" || claims["n"] != 7 || claims["rate"] != json.Number("10.50") {
		t.Errorf("a second before it expires: %v %v", claims, verdict)
	}
	if claims["iat"] != int(now.Unix()) || claims["exp"] != int(now.Add(time.Hour).Unix()) {
		t.Errorf("iat and exp are %v and %v", claims["iat"], claims["exp"])
	}
	claims, verdict = k.Read(signed, now.Add(time.Hour))
	if verdict != token.Expired || claims["sub"] != "ZKFWiEyTKTkT" {
		t.Errorf("when it expires: %v %v", claims, verdict)
	}
	if _, ok := k.TokenClaims(signed, now); !ok {
		t.Error("TokenClaims refuses a token that works")
	}
	if claims, ok := k.TokenClaims(signed, now.Add(2*time.Hour)); ok || claims != nil {
		t.Error("TokenClaims gives the claims of an expired token")
	}
}

func TestClaimsCannotSetTheirOwnExpiry(t *testing.T) {
	k := newKeys(t)
	signed := sign(t, k, map[string]any{"exp": 99999999999, "iat": 1})
	if _, verdict := k.Read(signed, now.Add(time.Hour)); verdict != token.Expired {
		t.Errorf("verdict is %v", verdict)
	}
}

func TestWhatOthersSignedIsForeign(t *testing.T) {
	k := newKeys(t)
	own := sign(t, k, map[string]any{"sub": "a"})
	parts := strings.Split(own, ".")
	source, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "a"}).SignedString([]byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	none, err := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"sub": "a"}).SignedString(jwt.UnsafeAllowNoneSignatureType)
	if err != nil {
		t.Fatal(err)
	}
	for name, foreign := range map[string]string{
		"nothing": "", "words": "demo", "another key": source, "no signature": none,
		"another program's":       sign(t, newKeys(t), map[string]any{"sub": "a"}),
		"our header, no payload":  parts[0] + ".",
		"our header, cut":         parts[0] + "." + parts[1],
		"our header, other claim": parts[0] + "." + strings.Split(source, ".")[1] + "." + parts[2],
		"our claims, other proof": parts[0] + "." + parts[1] + "." + strings.Split(source, ".")[2],
	} {
		if claims, verdict := k.Read(foreign, now); verdict != token.Foreign || claims != nil {
			t.Errorf("%s: %v %v", name, claims, verdict)
		}
	}
}

func link(t *testing.T, k *token.Keys, base, path string) *url.URL {
	t.Helper()
	made, err := token.Site{Keys: k, Base: base}.SignLink(path, bank.Duration{Time: time.Hour}, now)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(made, base+path) {
		t.Fatalf("the link %s does not lead to %s%s", made, base, path)
	}
	u, err := url.Parse(made)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestALinkWorksUntilItExpires(t *testing.T) {
	k := newKeys(t)
	for _, path := range []string{"/statements/1/pdf", "/statements/a%2Fb/pdf", "/statements/1?page=2&expires=1"} {
		u := link(t, k, "https://bank.example/bank-connect/v1", path)
		l, ok := k.ReadLink(u)
		if !ok || !l.WorksAt(now.Add(time.Hour-time.Second)) {
			t.Errorf("%s a second before it expires: %v %t", path, l, ok)
		}
		if l.WorksAt(now.Add(time.Hour)) || l.Holder != "" {
			t.Errorf("%s when it expires: %v", path, l)
		}
	}
}

func TestALinkWorksBehindAnotherHostName(t *testing.T) {
	k := newKeys(t)
	u := link(t, k, "http://127.0.0.1:8080/v1", "/a")
	u.Scheme, u.Host = "", ""
	if l, ok := k.ReadLink(u); !ok || !l.WorksAt(now) {
		t.Errorf("it says %v, %t", l, ok)
	}
}

func TestAChangedLinkIsForeign(t *testing.T) {
	k := newKeys(t)
	made := link(t, k, "http://h/v1", "/statements/1?page=2").String()
	for name, changed := range map[string]string{
		"path": strings.Replace(made, "/1?", "/2?", 1), "query": strings.Replace(made, "page=2", "page=3", 1),
		"expiry": strings.Replace(made, "expires=", "expires=9", 1), "signature": made + "A",
		"none": "http://h/v1/statements/1", "empty signature": made[:strings.LastIndex(made, "=")+1],
		"a parameter behind": made + "&x=1", "another program's": link(t, newKeys(t), "http://h/v1", "/statements/1?page=2").String(),
	} {
		u, err := url.Parse(changed)
		if err != nil {
			t.Fatal(err)
		}
		if l, ok := k.ReadLink(u); ok {
			t.Errorf("%s: %v", name, l)
		}
	}
}

func TestALinkTellsWhomItWasMadeForToNobodyElse(t *testing.T) {
	k := newKeys(t)
	for _, holder := range []string{"shop-key", "sha256:0f", "q&holder=x", strings.Repeat("k", 256), "schlüssel \x00"} {
		for _, path := range []string{"/statements/1/pdf", "/statements/1?holder=aG9sZGVy", "/a?x=holder=1"} {
			site := token.Site{Keys: k, Base: "http://h/v1", Holder: holder}
			made, err := site.SignLink(path, bank.Duration{Time: time.Hour}, now)
			if err != nil {
				t.Fatal(err)
			}
			again, err := site.SignLink(path, bank.Duration{Time: time.Hour}, now)
			if err != nil || again != made {
				t.Errorf("%s is made once more as %s, %v", made, again, err)
			}
			u, err := url.Parse(made)
			if err != nil {
				t.Fatal(err)
			}
			if l, ok := k.ReadLink(u); !ok || l.Holder != holder {
				t.Errorf("%s is for %q, %t, want %q", made, l.Holder, ok, holder)
			}
			if plain, _ := url.QueryUnescape(made); strings.Contains(plain, holder) {
				t.Errorf("%s shows %q", made, holder)
			}
		}
	}
	// A link of nobody is nobody's, whatever its path brings along.
	other, err := token.Site{Keys: k, Base: "http://h/v1", Holder: "shop-key"}.SignLink("/a", bank.Duration{Time: time.Hour}, now)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/a", "/a?holder=aG9sZGVy", "/a?my" + other[strings.Index(other, "?")+1:strings.Index(other, "&")]} {
		if l, ok := k.ReadLink(link(t, k, "http://h/v1", path)); !ok || l.Holder != "" {
			t.Errorf("%s is for %q, %t", path, l.Holder, ok)
		}
	}
}

func TestALinkLeadsNowhereElse(t *testing.T) {
	site := token.Site{Keys: newKeys(t), Base: "https://bank.example/v1"}
	for _, path := range []string{"", "a", "@evil.example/", "//evil.example/a", "/a#b", "/a b", "/a\\b", "/%zz", "/a\r\nb"} {
		if made, err := site.SignLink(path, bank.Duration{Time: time.Hour}, now); err == nil {
			t.Errorf("%q gives %s", path, made)
		}
	}
}
