// Package token makes and reads what the program signs: JWTs (RFC 7519) and links that work for a while. The keys are
// made at random. Unless somebody keeps their material, nothing signed outlives the program and nobody else can sign.
//
// It stands beside the engine: scenario expressions sign through it, and the server tells by it whose tokens come back.
// It has no clock; every time comes from the caller.
package token

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
)

// Keys are the program's signing keys. They never change, and are safe for concurrent use.
type Keys struct {
	jwt, link []byte
	holders   *sealer
	proved    proved
	// header is the encoded first part of every token made here. It holds a random key id, so that a token of
	// somebody else is recognised by a comparison of texts, without any cryptography.
	header string
	id     string
}

const keySize = 32

// MaterialSize is how many random bytes keys are made of.
const MaterialSize = 2*keySize + 12

// NewKeys makes keys from the operating system's random source.
func NewKeys() (*Keys, error) {
	var material [MaterialSize]byte
	if _, err := io.ReadFull(rand.Reader, material[:]); err != nil {
		return nil, fmt.Errorf("make signing keys: %w", err)
	}
	return KeysOf(material[:])
}

// KeysOf makes keys of MaterialSize random bytes: the same keys of the same bytes.
func KeysOf(material []byte) (*Keys, error) {
	if len(material) != MaterialSize {
		return nil, fmt.Errorf("signing keys are made of %d random bytes, not %d", MaterialSize, len(material))
	}
	material = slices.Clone(material)
	k := &Keys{jwt: material[:keySize], link: material[keySize : 2*keySize], id: base64.RawURLEncoding.EncodeToString(material[2*keySize:])}
	sample, err := k.sign(jwt.MapClaims{})
	if err != nil {
		return nil, err
	}
	if k.holders, err = newSealer(k.link); err != nil {
		return nil, err
	}
	k.header = sample[:strings.IndexByte(sample, '.')+1]
	return k, nil
}

// Verdict says whose token it is and whether it still works.
type Verdict int

const (
	// Foreign tokens were not signed with these keys, or are no tokens.
	Foreign Verdict = iota
	// Valid tokens were signed with these keys and have not expired.
	Valid
	// Expired tokens were signed with these keys; their time is up.
	Expired
)

// SignToken makes a JWT of claims as decoded from JSON. Its iat and exp are set from now and ttl, whatever claims say.
func (k *Keys) SignToken(claims map[string]any, ttl bank.Duration, now time.Time) (string, error) {
	all := make(jwt.MapClaims, len(claims)+2)
	maps.Copy(all, claims)
	all["iat"], all["exp"] = now.Unix(), ttl.AddTo(now).Unix()
	return k.sign(all)
}

func (k *Keys) sign(claims jwt.MapClaims) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	t.Header["kid"] = k.id
	signed, err := t.SignedString(k.jwt)
	if err != nil {
		return "", fmt.Errorf("sign a token: %w", err)
	}
	return signed, nil
}

// Read gives the claims of a token, decoded as contract.DecodeJSON decodes, and the verdict on it. Claims are nil for a
// foreign token; they must not be changed. A token expires at the second that its exp names.
func (k *Keys) Read(token string, now time.Time) (map[string]any, Verdict) {
	if !strings.HasPrefix(token, k.header) {
		return nil, Foreign
	}
	if t := k.proved.find(token); t != nil {
		if now.Before(t.expires) {
			return t.claims, Valid
		}
		return t.claims, Expired
	}
	parser := jwt.NewParser(
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
		jwt.WithExpirationRequired(),
		jwt.WithTimeFunc(func() time.Time { return now }),
	)
	var raw payload
	_, err := parser.ParseWithClaims(token, &raw, func(*jwt.Token) (any, error) { return k.jwt, nil })
	switch {
	case err == nil:
		if raw.NotBefore == nil { // else the verdict depends on more than the expiry
			k.proved.add(token, &provedToken{raw.claims, raw.ExpiresAt.Time})
		}
		return raw.claims, Valid
	case errors.Is(err, jwt.ErrTokenExpired):
		return raw.claims, Expired
	}
	return nil, Foreign
}

// TokenClaims gives the claims of a token that was signed with these keys and has not expired.
func (k *Keys) TokenClaims(token string, now time.Time) (map[string]any, bool) {
	claims, verdict := k.Read(token, now)
	if verdict != Valid {
		return nil, false
	}
	return claims, true
}

// payload is the second part of a token: the claims that the library looks at, and all of them as the contract
// decodes JSON.
type payload struct {
	jwt.RegisteredClaims
	claims map[string]any
}

// UnmarshalJSON reads the claims both ways.
func (p *payload) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, &p.RegisteredClaims); err != nil {
		return err
	}
	v, err := contract.DecodeJSON(b, 64)
	if err != nil {
		return err
	}
	p.claims, _ = v.(map[string]any)
	return nil
}
