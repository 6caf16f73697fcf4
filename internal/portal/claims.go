package portal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Claim is a request that is to be done once, since it came with an Idempotency-Key. Name is a digest of the key and of
// whose it is, Print one of the request.
type Claim struct {
	Name, Print string
	State       ClaimState
	// Answer is sealed; it is there once the state is ClaimAnswered.
	Answer    string
	ExpiresAt time.Time
}

// ClaimState is how far a claimed request has come.
type ClaimState string

// A request is running until it has changed something, which it notes in the same transaction; then it is done, and
// answered once the answer is kept.
const (
	ClaimRunning  ClaimState = "running"
	ClaimDone     ClaimState = "done"
	ClaimAnswered ClaimState = "answered"
)

// Claims is what a Store keeps of claims.
type Claims interface {
	Claim(ctx context.Context, name string) (Claim, error)
	// PutClaim adds a claim, or changes the one of the same name.
	PutClaim(ctx context.Context, c Claim) error
	// MarkClaim notes that the request of a running claim has changed something, which is known until a time.
	MarkClaim(ctx context.Context, name string, until time.Time) error
	DeleteClaim(ctx context.Context, name string) error
	// DeleteClaims takes away those that have expired by a time.
	DeleteClaims(ctx context.Context, by time.Time) error
}

// An answer is kept for answersLast. A request that is neither done nor answered within claimLease has ended with its
// process, and nothing of it has happened.
const (
	answersLast = 24 * time.Hour
	claimLease  = time.Minute
)

// KeptAnswer is an answer that was given.
type KeptAnswer struct {
	Status int
	Header map[string][]string
	Body   []byte
	Code   string // of the problem
}

type claimKey struct{}

// claimed is what a context says of the request that it is for: the claim, and until when it is known that it was done.
type claimed struct {
	name  string
	until func() time.Time
}

// aside gives a context for what happens beside a request, such as counting attempts: that is not what the request is for.
func aside(ctx context.Context) context.Context { return context.WithValue(ctx, claimKey{}, claimed{}) }

// Begin claims a request that came with a key, of the actor or else of the client's address. It gives the answer that
// was given before, if there is one; else a context for the request, with which what it changes notes that, and a
// function that keeps its answer, or with nil gives the claim back.
func (s *Service) Begin(ctx context.Context, by Actor, key, request string) (kept *KeptAnswer, inside context.Context, end func(*KeptAnswer) error, err error) {
	whose := by.Person
	if whose == "" {
		whose = by.Address
	}
	c := Claim{Name: s.secrets.Digest("claim " + whose + "\n" + key), Print: s.secrets.Digest("request " + request), State: ClaimRunning}
	err = s.store.Update(ctx, func(tx Tx) error {
		kept = nil
		now := s.now()
		c.ExpiresAt = now.Add(claimLease)
		known, err := tx.Claim(ctx, c.Name)
		if notFound(err) || err == nil && !now.Before(known.ExpiresAt) {
			return tx.PutClaim(ctx, c)
		}
		if err != nil {
			return err
		}
		kept, err = s.repeated(known, c.Print)
		return err
	})
	if err != nil || kept != nil {
		return kept, nil, nil, err
	}
	return nil, context.WithValue(ctx, claimKey{}, claimed{c.Name, func() time.Time { return s.now().Add(answersLast) }}), func(a *KeptAnswer) error { return s.endClaim(ctx, c, a) }, nil
}

// repeated gives the answer to a request that comes again.
func (s *Service) repeated(c Claim, print string) (*KeptAnswer, error) {
	switch {
	case c.Print != print:
		return nil, refuse(problem.IdempotencyKeyReused, "This Idempotency-Key has come with another request.")
	case c.State == ClaimRunning:
		return nil, &Refusal{Code: problem.IdempotencyKeyInUse, Detail: "A request with this Idempotency-Key is still being answered.", RetryAfter: time.Second}
	case c.State == ClaimDone:
		return nil, &Refusal{Code: problem.IdempotencyKeyInUse, RetryAfter: time.Second,
			Detail: "The request of this Idempotency-Key was done, and is being answered. If that does not end, its answer was lost; read what it has changed."}
	}
	text, err := s.secrets.Open(c.Answer, "answer "+c.Name)
	if err != nil {
		return nil, fmt.Errorf("open an answer: %w", err)
	}
	kept := new(KeptAnswer)
	if err := json.Unmarshal([]byte(text), kept); err != nil {
		return nil, fmt.Errorf("read an answer: %w", err)
	}
	return kept, nil
}

// endClaim keeps the answer of a claimed request, or gives the claim back where nothing was done.
func (s *Service) endClaim(ctx context.Context, c Claim, a *KeptAnswer) error {
	// The answer is kept even where who has asked is gone by now.
	ctx = context.WithoutCancel(ctx)
	if a == nil {
		return s.store.Update(ctx, func(tx Tx) error {
			known, err := tx.Claim(ctx, c.Name)
			if notFound(err) || err == nil && known.State == ClaimDone {
				return nil
			}
			return errors.Join(err, tx.DeleteClaim(ctx, c.Name))
		})
	}
	text, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("write an answer: %w", err)
	}
	if c.Answer, err = s.secrets.Seal(string(text), "answer "+c.Name); err != nil {
		return fmt.Errorf("seal an answer: %w", err)
	}
	c.State, c.ExpiresAt = ClaimAnswered, s.now().Add(answersLast)
	return s.store.Update(ctx, func(tx Tx) error { return tx.PutClaim(ctx, c) })
}

// claiming is a Store whose updates note that the request is done for which they work.
type claiming struct{ Store }

// Update implements Store.
func (c claiming) Update(ctx context.Context, do func(Tx) error) error {
	claim, found := ctx.Value(claimKey{}).(claimed)
	if !found || claim.name == "" {
		return c.Store.Update(ctx, do)
	}
	return c.Store.Update(ctx, func(tx Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		return tx.MarkClaim(ctx, claim.name, claim.until())
	})
}
