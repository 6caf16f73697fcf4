package token

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
)

// sealer hides whom a link was made for from everybody who sees the link, since that may be a key. The same text is
// always sealed to the same, because a decision is worked out again to explain it: the nonce is made from the text, under
// a key of its own, so that two texts never share one (as in RFC 5297).
type sealer struct {
	aead  cipher.AEAD
	nonce []byte // the key that nonces are made with
}

func newSealer(secret []byte) (*sealer, error) {
	material, err := hkdf.Expand(sha256.New, secret, "whom a link was made for", 2*keySize)
	if err != nil {
		return nil, fmt.Errorf("make the key that seals links: %w", err)
	}
	block, err := aes.NewCipher(material[:keySize])
	if err != nil {
		return nil, fmt.Errorf("make the key that seals links: %w", err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("make the key that seals links: %w", err)
	}
	return &sealer{aead, material[keySize:]}, nil
}

// seal gives a text that can stand in a URL.
func (s *sealer) seal(plain string) string {
	mac := hmac.New(sha256.New, s.nonce)
	mac.Write([]byte(plain))
	nonce := mac.Sum(nil)[:s.aead.NonceSize()]
	return base64.RawURLEncoding.EncodeToString(s.aead.Seal(nonce, nonce, []byte(plain), nil))
}

// open gives what was sealed; ok is false for anything else.
func (s *sealer) open(sealed string) (plain string, ok bool) {
	b, err := base64.RawURLEncoding.DecodeString(sealed)
	if err != nil || len(b) < s.aead.NonceSize() {
		return "", false
	}
	opened, err := s.aead.Open(nil, b[:s.aead.NonceSize()], b[s.aead.NonceSize():], nil)
	return string(opened), err == nil
}
