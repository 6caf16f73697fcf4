// Package human keeps programs from using the portal's public forms in masses, without asking anybody else: a page fetches
// a challenge, finds a number for it, which takes a computer a moment, and sends both as proof. It is a portal.HumanCheck.
//
// A challenge is signed and names when it expires, so nothing is kept of those that are handed out. A proof that was used
// is noted in the portal's store, where all processes see it, and works once. What it shows is that somebody spent a
// moment of a computer's time on each form, no more: a service that looks at the person can stand in its place.
package human

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"math/bits"
	"strconv"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

const (
	// Provider is the name of the check in the portal's registration form.
	Provider = "proof-of-work"
	// Lasts is how long a challenge can be answered.
	Lasts = 10 * time.Minute
	// LeastBits is how easy a challenge can be; what it takes doubles with each bit.
	LeastBits = 8
	// MostBits is how difficult a challenge can be.
	MostBits = 26
)

// Options are what a check works with; all are required.
type Options struct {
	// Bits is with how many zero bits the digest of a proof begins: finding it takes 2^Bits digests on average.
	Bits int
	// Clock is the server's clock, NewID makes identifiers that nothing else has.
	Clock   func() time.Time
	NewID   func() string
	Secrets portal.Secrets
	Store   portal.Store
}

// Work is a check by proof of work. It is safe for concurrent use, also by several processes on one store.
type Work struct{ o Options }

var _ portal.Challenger = (*Work)(nil)

// New prepares a check.
func New(o Options) (*Work, error) {
	if o.Clock == nil || o.NewID == nil || o.Secrets == nil || o.Store == nil {
		return nil, errors.New("human: a clock, identifiers, secrets and a store are required")
	}
	if o.Bits < LeastBits || o.Bits > MostBits {
		return nil, fmt.Errorf("human: a challenge has from %d to %d bits, not %d", LeastBits, MostBits, o.Bits)
	}
	return &Work{o}, nil
}

// Describe implements portal.HumanCheck. There is no public key.
func (*Work) Describe() (provider, siteKey string) { return Provider, "" }

// Challenge implements portal.Challenger.
func (w *Work) Challenge() portal.HumanChallenge {
	expires := w.o.Clock().Add(Lasts).UTC().Truncate(time.Second)
	said := fmt.Sprintf("%s.%d.%s", strconv.FormatInt(expires.Unix(), 36), w.o.Bits, w.o.Secrets.Random(16))
	return portal.HumanChallenge{Text: said + "." + w.sign(said), Bits: w.o.Bits, ExpiresAt: expires}
}

func (w *Work) sign(said string) string { return w.o.Secrets.Digest("human challenge " + said) }

// maxProof is how long a proof can be.
const maxProof = 512

// Passed implements portal.HumanCheck. A proof is the challenge, a colon and a number whose SHA-256 together begins with as
// many zero bits as the challenge says. It passes once.
func (w *Work) Passed(ctx context.Context, proof, _ string) (bool, error) {
	challenge, _, found := strings.Cut(proof, ":")
	if !found || len(proof) > maxProof {
		return false, nil
	}
	end := max(strings.LastIndexByte(challenge, '.'), 0)
	said, signature := challenge[:end], strings.TrimPrefix(challenge[end:], ".")
	if subtle.ConstantTimeCompare([]byte(signature), []byte(w.sign(said))) != 1 {
		return false, nil
	}
	expires, wanted, whole := readSaid(said)
	if !whole || w.o.Clock().Unix() >= expires || zeroBits(sha256.Sum256([]byte(proof))) < wanted {
		return false, nil
	}
	return w.first(ctx, challenge)
}

// readSaid reads what a challenge says before its signature. It is false for what no challenge says.
func readSaid(said string) (expires int64, wanted int, whole bool) {
	parts := strings.Split(said, ".")
	if len(parts) != 3 {
		return 0, 0, false
	}
	expires, late := strconv.ParseInt(parts[0], 36, 64)
	wanted, bad := strconv.Atoi(parts[1])
	return expires, wanted, late == nil && bad == nil
}

// first notes that a challenge was answered, and tells whether that was the first time.
func (w *Work) first(ctx context.Context, challenge string) (first bool, err error) {
	const kind = "human-proof"
	subject := w.o.Secrets.Digest("answered " + challenge)
	err = w.o.Store.Update(ctx, func(tx portal.Tx) error {
		now := w.o.Clock().UTC().Truncate(time.Microsecond)
		n, _, err := tx.AttemptsSince(ctx, kind, subject, now.Add(-Lasts))
		if first = err == nil && n == 0; !first {
			return err
		}
		return tx.InsertAttempt(ctx, w.o.NewID(), kind, subject, now)
	})
	if err != nil {
		return false, fmt.Errorf("note that a challenge was answered: %w", err)
	}
	return first, nil
}

// zeroBits counts the zero bits that a digest begins with.
func zeroBits(digest [sha256.Size]byte) (n int) {
	for _, b := range digest {
		n += bits.LeadingZeros8(b)
		if b != 0 {
			break
		}
	}
	return n
}
