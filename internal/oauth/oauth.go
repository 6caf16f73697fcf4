// Package oauth makes and reads the access tokens of applications: JWTs (RFC 9068) that are signed with keys which change
// every 30 days. It knows no HTTP and no SQL, and nothing of who may have a token.
//
// Tokens live by the clock of the application's sandbox, which their times are of; keys live by the server's.
package oauth

import (
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

const (
	// Lifetime is how long a token lives by the clock of its sandbox.
	Lifetime = time.Hour
	// keyPeriod is how long a key signs. It is known in the period before, and taken in the one after.
	keyPeriod = 30 * 24 * time.Hour
	// typ tells access tokens from other JWTs (RFC 9068, section 2.1).
	typ = "at+jwt"
	// maxTokens bounds the tokens that are known at a time, maxText the length of one.
	maxTokens = 20_000
	maxText   = 8192
)

// Store keeps keys and revocations. It is safe for concurrent use, by several processes as well.
type Store interface {
	// TokenKey gives the key of a period, encrypted where it is kept. If there is none it keeps what was made, unless that
	// is nil, and gives what is kept then, which another process may have made; nil when there is none.
	TokenKey(ctx context.Context, period int64, made []byte) ([]byte, error)
	// Revoke notes that the token of an id is not to be taken any more. It counts as a change that other processes see.
	Revoke(ctx context.Context, id string, until time.Time) error
	Revoked(ctx context.Context, id string) (bool, error)
	// Sweep clears revocations that are over by now, and keys of periods before one.
	Sweep(ctx context.Context, now time.Time, period int64) error
}

// Token is an access token.
type Token struct {
	// ID is its own, Client the client ID that it was issued to.
	ID, Client string
	// Scope lists its scopes with blanks between them.
	Scope            string
	Issuer, Audience string
	Issued, Expires  time.Time // by the sandbox's clock, in whole seconds
}

// Has tells whether the token has a scope.
func (t *Token) Has(scope string) bool {
	for own := range strings.FieldsSeq(t.Scope) {
		if own == scope {
			return true
		}
	}
	return false
}

// ValidAt tells whether the token is valid by a time of the sandbox's clock, which may have been set back.
func (t *Token) ValidAt(now time.Time) bool {
	return now.Unix() >= t.Issued.Unix() && now.Before(t.Expires)
}

// Options are what an Issuer works with; all are required.
type Options struct {
	Store Store
	// Clock is the server's clock.
	Clock func() time.Time
	// NewID makes an identifier that is unique.
	NewID func() string
}

// Issuer issues tokens and knows them again. It is safe for concurrent use.
type Issuer struct {
	store Store
	clock func() time.Time
	newID func() string

	loading sync.Mutex
	ring    atomic.Pointer[ring]
	known   atomic.Pointer[tokens]
}

// New makes an issuer.
func New(o Options) *Issuer {
	i := &Issuer{store: o.Store, clock: o.Clock, newID: o.NewID}
	i.known.Store(new(tokens))
	return i
}

// ring holds the keys that are known in one period, the one that signs first.
type ring struct {
	period int64
	keys   []jose.JSONWebKey
	signer jose.Signer
}

func (i *Issuer) period() int64 { return i.clock().Unix() / int64(keyPeriod/time.Second) }

// current gives the keys of now.
func (i *Issuer) current(ctx context.Context) (*ring, error) {
	period := i.period()
	if r := i.ring.Load(); r != nil && r.period == period {
		return r, nil
	}
	i.loading.Lock()
	defer i.loading.Unlock()
	if r := i.ring.Load(); r != nil && r.period == period {
		return r, nil
	}
	r := &ring{period: period}
	for _, p := range []struct {
		period int64
		make   bool
	}{{period, true}, {period + 1, true}, {period - 1, false}} {
		key, err := i.key(ctx, p.period, p.make)
		if err != nil {
			return nil, err
		}
		if key != nil {
			r.keys = append(r.keys, *key)
		}
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.ES256, Key: r.keys[0]}, new(jose.SignerOptions).WithType(typ))
	if err != nil {
		return nil, fmt.Errorf("prepare the signing of tokens: %w", err)
	}
	r.signer = signer
	i.ring.Store(r)
	return r, nil
}

// key gives the key of a period; nil when there is none and none is to be made.
func (i *Issuer) key(ctx context.Context, period int64, make bool) (*jose.JSONWebKey, error) {
	var made []byte
	if make {
		fresh, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			return nil, fmt.Errorf("make a key for tokens: %w", err)
		}
		if made, err = x509.MarshalPKCS8PrivateKey(fresh); err != nil {
			return nil, fmt.Errorf("write a key for tokens: %w", err)
		}
	}
	kept, err := i.store.TokenKey(ctx, period, made)
	if err != nil || kept == nil {
		return nil, err
	}
	private, err := x509.ParsePKCS8PrivateKey(kept)
	if err != nil {
		return nil, fmt.Errorf("read a key for tokens: %w", err)
	}
	key := &jose.JSONWebKey{Key: private, Use: "sig", Algorithm: string(jose.ES256)}
	thumb, err := key.Thumbprint(crypto.SHA256)
	if err != nil {
		return nil, fmt.Errorf("name a key for tokens: %w", err)
	}
	key.KeyID = base64.RawURLEncoding.EncodeToString(thumb[:12])
	return key, nil
}

// PublicKeys gives the keys that tokens can be checked with, the one that signs now first.
func (i *Issuer) PublicKeys(ctx context.Context) ([]jose.JSONWebKey, error) {
	r, err := i.current(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]jose.JSONWebKey, len(r.keys))
	for n := range r.keys {
		out[n] = r.keys[n].Public()
	}
	return out, nil
}

// claims are those of an access token (RFC 9068, section 2.2).
type claims struct {
	jwt.Claims
	Client string `json:"client_id"`
	Scope  string `json:"scope"`
}

// Issue makes a token for a client. now is the time by the clock of its sandbox; Client, Scope, Issuer and Audience are
// to be said.
func (i *Issuer) Issue(ctx context.Context, t Token, now time.Time) (string, error) {
	r, err := i.current(ctx)
	if err != nil {
		return "", err
	}
	now = now.Truncate(time.Second)
	signed, err := jwt.Signed(r.signer).Claims(claims{
		Claims: jwt.Claims{
			Issuer: t.Issuer, Subject: t.Client, Audience: jwt.Audience{t.Audience}, ID: i.newID(),
			IssuedAt: jwt.NewNumericDate(now), NotBefore: jwt.NewNumericDate(now), Expiry: jwt.NewNumericDate(now.Add(Lifetime)),
		},
		Client: t.Client, Scope: t.Scope,
	}).Serialize()
	if err != nil {
		return "", fmt.Errorf("sign a token: %w", err)
	}
	return signed, nil
}

// tokens are those that were read. When there are too many they are forgotten.
type tokens struct {
	count atomic.Int64
	texts sync.Map // *knownToken by its text
}

// knownToken is a token whose signature is right.
type knownToken struct {
	token   Token
	period  int64 // in which it was read
	edition int64 // at which it was asked whether the token was revoked
	revoked bool
}

// Read gives the token of a text; nil when it is none of ours, or was revoked. It is not asked whether it has expired.
// edition counts the changes of the database: what was found out under one holds until there is another.
func (i *Issuer) Read(ctx context.Context, text string, edition int64) (*Token, error) {
	if len(text) > maxText {
		return nil, nil
	}
	r, err := i.current(ctx)
	if err != nil {
		return nil, err
	}
	known, _ := i.known.Load().texts.Load(text)
	have, _ := known.(*knownToken)
	if have == nil || have.period != r.period {
		t := r.verify(text)
		if t == nil {
			return nil, nil
		}
		have = &knownToken{token: *t, period: r.period, edition: edition - 1}
	}
	if have.edition != edition {
		revoked, err := i.store.Revoked(ctx, have.token.ID)
		if err != nil {
			return nil, err
		}
		have = &knownToken{have.token, have.period, edition, revoked}
		i.keep(text, have)
	}
	if have.revoked {
		return nil, nil
	}
	return &have.token, nil
}

func (i *Issuer) keep(text string, t *knownToken) {
	all := i.known.Load()
	if all.count.Add(1) > maxTokens {
		i.known.CompareAndSwap(all, new(tokens))
		all = i.known.Load()
	}
	all.texts.Store(text, t)
}

// verify gives the token of a text that was signed with one of the keys; nil for any other.
func (r *ring) verify(text string) *Token {
	parsed, err := jwt.ParseSigned(text, []jose.SignatureAlgorithm{jose.ES256})
	if err != nil || len(parsed.Headers) != 1 || parsed.Headers[0].ExtraHeaders[jose.HeaderType] != typ {
		return nil
	}
	for n := range r.keys {
		if r.keys[n].KeyID != parsed.Headers[0].KeyID {
			continue
		}
		var c claims
		if err := parsed.Claims(r.keys[n].Public().Key, &c); err != nil || c.Expiry == nil || c.NotBefore == nil || len(c.Audience) != 1 {
			return nil
		}
		return &Token{
			ID: c.ID, Client: c.Client, Scope: c.Scope, Issuer: c.Issuer, Audience: c.Audience[0],
			Issued: c.NotBefore.Time().UTC(), Expires: c.Expiry.Time().UTC(),
		}
	}
	return nil
}

// Revoke has a token refused from now on, by every process.
func (i *Issuer) Revoke(ctx context.Context, t *Token) error {
	return i.store.Revoke(ctx, t.ID, i.clock().Add(2*keyPeriod))
}

// Sweep clears keys and revocations that are no longer needed.
func (i *Issuer) Sweep(ctx context.Context) error {
	return i.store.Sweep(ctx, i.clock(), i.period()-1)
}
