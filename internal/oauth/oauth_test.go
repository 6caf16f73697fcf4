package oauth_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"

	"github.com/sandbank/sandbank/internal/oauth"
)

var start = time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)

// kept is an oauth.Store.
type kept struct {
	guard   sync.Mutex
	keys    map[int64][]byte
	revoked map[string]time.Time
	asked   int
	fails   error
}

func newKept() *kept { return &kept{keys: map[int64][]byte{}, revoked: map[string]time.Time{}} }

func (k *kept) TokenKey(_ context.Context, period int64, made []byte) ([]byte, error) {
	k.guard.Lock()
	defer k.guard.Unlock()
	if k.keys[period] == nil && made != nil {
		k.keys[period] = made
	}
	return k.keys[period], k.fails
}

func (k *kept) Revoke(_ context.Context, id string, until time.Time) error {
	k.guard.Lock()
	defer k.guard.Unlock()
	k.revoked[id] = until
	return k.fails
}

func (k *kept) Revoked(_ context.Context, id string) (bool, error) {
	k.guard.Lock()
	defer k.guard.Unlock()
	k.asked++
	_, ok := k.revoked[id]
	return ok, k.fails
}

func (k *kept) Sweep(_ context.Context, now time.Time, period int64) error {
	k.guard.Lock()
	defer k.guard.Unlock()
	maps.DeleteFunc(k.keys, func(p int64, _ []byte) bool { return p < period })
	maps.DeleteFunc(k.revoked, func(_ string, until time.Time) bool { return !until.After(now) })
	return k.fails
}

// issuer is an issuer whose clock a test moves.
type issuer struct {
	*oauth.Issuer
	*kept
	now time.Time
	t   *testing.T
}

func newIssuer(t *testing.T, k *kept) *issuer {
	t.Helper()
	i := &issuer{kept: k, now: start, t: t}
	n := 0
	i.Issuer = oauth.New(oauth.Options{Store: k, Clock: func() time.Time { return i.now }, NewID: func() string {
		n++
		return fmt.Sprint("id-", n)
	}})
	return i
}

func (i *issuer) issue(now time.Time) string {
	i.t.Helper()
	text, err := i.Issue(i.t.Context(), oauth.Token{Client: "shop", Scope: "customers pan", Issuer: "https://bank.example/oauth/v1", Audience: "/deposits/v1"}, now)
	if err != nil {
		i.t.Fatal(err)
	}
	return text
}

func (i *issuer) read(text string, edition int64) *oauth.Token {
	i.t.Helper()
	t, err := i.Read(i.t.Context(), text, edition)
	if err != nil {
		i.t.Fatal(err)
	}
	return t
}

func (i *issuer) kids() []string {
	i.t.Helper()
	keys, err := i.PublicKeys(i.t.Context())
	if err != nil {
		i.t.Fatal(err)
	}
	var out []string
	for _, k := range keys {
		if !k.IsPublic() || k.Algorithm != "ES256" || k.Use != "sig" || !k.Valid() {
			i.t.Errorf("a key is published that is none to check tokens with: %s", k.KeyID)
		}
		out = append(out, k.KeyID)
	}
	return out
}

func TestATokenSaysWhoseItIsAndIsReadByAnotherProcess(t *testing.T) {
	k := newKept()
	text := newIssuer(t, k).issue(start.Add(time.Hour))
	got := newIssuer(t, k).read(text, 1)
	want := oauth.Token{
		ID: "id-1", Client: "shop", Scope: "customers pan", Issuer: "https://bank.example/oauth/v1", Audience: "/deposits/v1",
		Issued: start.Add(time.Hour), Expires: start.Add(2 * time.Hour),
	}
	if got == nil || *got != want {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if !got.Has("pan") || got.Has("customer") || got.Has("") {
		t.Error("the scopes are not told apart")
	}
	for at, want := range map[time.Duration]bool{59 * time.Minute: false, time.Hour: true, 2*time.Hour - time.Second: true, 2 * time.Hour: false} {
		if got.ValidAt(start.Add(at)) != want {
			t.Errorf("valid after %s is %v", at, !want)
		}
	}
}

func TestATokenIsAnAccessTokenThatTheListedKeysCheck(t *testing.T) {
	i := newIssuer(t, newKept())
	parsed, err := jwt.ParseSigned(i.issue(start), []jose.SignatureAlgorithm{jose.ES256})
	if err != nil {
		t.Fatal(err)
	}
	h := parsed.Headers[0]
	if h.ExtraHeaders[jose.HeaderType] != "at+jwt" || h.KeyID != i.kids()[0] {
		t.Errorf("the header is %+v", h)
	}
	keys, err := i.PublicKeys(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var claims map[string]any
	if err := parsed.Claims(keys[0].Key, &claims); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{"client_id": "shop", "sub": "shop", "scope": "customers pan", "jti": "id-1", "iss": "https://bank.example/oauth/v1"} {
		if claims[name] != want {
			t.Errorf("%s is %v", name, claims[name])
		}
	}
}

func TestOtherTextsAreNoTokens(t *testing.T) {
	i := newIssuer(t, newKept())
	own := i.issue(start)
	parts := strings.Split(own, ".")
	for name, text := range map[string]string{
		"nothing": "", "words": "anything", "cut": parts[0] + "." + parts[1], "without signature": parts[0] + "." + parts[1] + ".",
		"another's": newIssuer(t, newKept()).issue(start), "other claims": parts[0] + "." + parts[1][:len(parts[1])-4] + "AAAA." + parts[2],
		"too long": own + strings.Repeat("A", 9000), "no algorithm": "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0." + parts[1] + ".",
	} {
		if got := i.read(text, 1); got != nil {
			t.Errorf("%s is read as %+v", name, got)
		}
	}
}

func TestKeysAreListedBeforeTheySignAndAsLongAsTheirTokensAreTaken(t *testing.T) {
	k := newKept()
	i := newIssuer(t, k)
	old, first := i.issue(start), i.kids()
	if len(first) != 2 {
		t.Fatalf("%d keys are listed at the beginning, want the one that signs and the next", len(first))
	}
	i.now = i.now.Add(30 * 24 * time.Hour)
	second := i.kids()
	if second[0] != first[1] || !slices.Contains(second, first[0]) || len(second) != 3 {
		t.Errorf("a period later %v are listed after %v", second, first)
	}
	if i.read(old, 1) == nil || newIssuer(t, k).read(i.issue(i.now), 1) == nil {
		t.Error("a token of the period before, or of this one, is not taken")
	}
	i.now = i.now.Add(30 * 24 * time.Hour)
	if third := i.kids(); slices.Contains(third, first[0]) || i.read(old, 2) != nil {
		t.Errorf("two periods later the first key is still taken: %v", third)
	}
	if err := i.Issuer.Sweep(t.Context()); err != nil || len(k.keys) != 3 {
		t.Errorf("%d keys are kept, %v", len(k.keys), err)
	}
}

func TestReplicasSignWithTheSameKeys(t *testing.T) {
	k := newKept()
	if a, b := newIssuer(t, k).kids(), newIssuer(t, k).kids(); !slices.Equal(a, b) {
		t.Errorf("%v and %v", a, b)
	}
}

func TestARevokedTokenIsRefusedFromTheNextEditionOn(t *testing.T) {
	k := newKept()
	here, there := newIssuer(t, k), newIssuer(t, k)
	text := here.issue(start)
	for range 10 {
		if there.read(text, 1) == nil {
			t.Fatal("the token is not taken")
		}
	}
	if k.asked != 1 {
		t.Errorf("ten readings asked %d times whether it was revoked", k.asked)
	}
	if err := here.Issuer.Revoke(t.Context(), here.read(text, 1)); err != nil {
		t.Fatal(err)
	}
	if there.read(text, 2) != nil || here.read(text, 2) != nil {
		t.Error("the token is still taken")
	}
	if until := k.revoked["id-1"]; until.Before(start.Add(60 * 24 * time.Hour)) {
		t.Errorf("the revocation is forgotten at %s, while the key is still taken", until)
	}
}

func TestWithoutTheStoreNothingIsIssuedOrRead(t *testing.T) {
	k := newKept()
	i := newIssuer(t, k)
	text := i.issue(start)
	k.fails = errors.New("the database is down")
	if _, err := i.Read(t.Context(), text, 5); !errors.Is(err, k.fails) {
		t.Errorf("read: %v", err)
	}
	if _, err := newIssuer(t, k).Issue(t.Context(), oauth.Token{}, start); !errors.Is(err, k.fails) {
		t.Errorf("issue: %v", err)
	}
}
