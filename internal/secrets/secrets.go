// Package secrets makes, hides and recognises what identifies people and applications: it is the portal.Secrets of a
// running program. Passwords are hashed with argon2id; random secrets are found again by a keyed digest; what must be
// shown again is encrypted with the key of the store. The algorithms are those of libraries.
package secrets

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/alexedwards/argon2id"

	"github.com/sandbank/sandbank/internal/portal"
)

// DigestKeySize is the number of bytes of the key of digests.
const DigestKeySize = 32

// Sealer encrypts texts, and opens them only for the purpose that they were encrypted for.
type Sealer interface {
	Seal(plain []byte, purpose string) ([]byte, error)
	Open(sealed []byte, purpose string) ([]byte, error)
}

// Options are what secrets are made with. Key and Sealer are required.
type Options struct {
	// Key is that of digests: DigestKeySize random bytes, which stay the same.
	Key    []byte
	Sealer Sealer
	// Passwords say how costly a hash is; nil is 19 MiB, two passes, one thread (OWASP's least for argon2id).
	Passwords *argon2id.Params
	// AtOnce bounds how many passwords are hashed at a time, each taking its memory; 0 is twice the processors.
	AtOnce int
}

// Secrets is a portal.Secrets. It is safe for concurrent use.
type Secrets struct {
	key       []byte
	sealer    Sealer
	passwords *argon2id.Params
	nobody    string // the hash of a password that nobody has
	turns     chan struct{}
	waiting   atomic.Int64
}

var _ portal.Secrets = (*Secrets)(nil)

// New prepares secrets.
func New(o Options) (*Secrets, error) {
	if len(o.Key) != DigestKeySize || o.Sealer == nil {
		return nil, fmt.Errorf("secrets: a key of %d bytes and what encrypts are required", DigestKeySize)
	}
	s := &Secrets{key: o.Key, sealer: o.Sealer, passwords: o.Passwords}
	if s.passwords == nil {
		s.passwords = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	}
	if o.AtOnce <= 0 {
		o.AtOnce = 2 * runtime.GOMAXPROCS(0)
	}
	s.turns = make(chan struct{}, o.AtOnce)
	var err error
	s.nobody, err = argon2id.CreateHash(s.Random(tokenOfNobody), s.passwords)
	return s, err
}

const tokenOfNobody = 32

// Random implements portal.Secrets.
func (*Secrets) Random(bytes int) string {
	b := make([]byte, bytes)
	rand.Read(b) // never fails
	return base64.RawURLEncoding.EncodeToString(b)
}

// maxWaiting bounds how many wait for their turn, for each of those that are hashed at a time.
const maxWaiting = 32

// turn waits until a password may be hashed. It fails when the context ends first, and with portal.ErrUnavailable when too
// many wait already.
func (s *Secrets) turn(ctx context.Context) (done func(), err error) {
	defer s.waiting.Add(-1)
	if s.waiting.Add(1) > int64(maxWaiting*cap(s.turns)) {
		return nil, fmt.Errorf("too many passwords wait to be checked: %w", portal.ErrUnavailable)
	}
	select {
	case s.turns <- struct{}{}:
		return func() { <-s.turns }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// HashPassword implements portal.Secrets.
func (s *Secrets) HashPassword(ctx context.Context, password string) (string, error) {
	done, err := s.turn(ctx)
	if err != nil {
		return "", err
	}
	defer done()
	return argon2id.CreateHash(password, s.passwords)
}

// CheckPassword implements portal.Secrets.
func (s *Secrets) CheckPassword(ctx context.Context, password, hash string) (bool, error) {
	done, err := s.turn(ctx)
	if err != nil {
		return false, err
	}
	defer done()
	if hash == "" {
		_, err := argon2id.ComparePasswordAndHash(password, s.nobody)
		return false, err
	}
	return argon2id.ComparePasswordAndHash(password, hash)
}

// Digest implements portal.Secrets.
func (s *Secrets) Digest(secret string) string {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(secret)) // never fails
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// Seal implements portal.Secrets.
func (s *Secrets) Seal(plain, purpose string) (string, error) {
	sealed, err := s.sealer.Seal([]byte(plain), purpose)
	return base64.RawStdEncoding.EncodeToString(sealed), err
}

// Open implements portal.Secrets.
func (s *Secrets) Open(sealed, purpose string) (string, error) {
	raw, err := base64.RawStdEncoding.DecodeString(sealed)
	if err != nil {
		return "", errors.New("what was encrypted is damaged")
	}
	plain, err := s.sealer.Open(raw, purpose)
	return string(plain), err
}
