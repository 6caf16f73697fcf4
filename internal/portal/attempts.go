package portal

import (
	"context"
	"fmt"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Attempts is what a Store keeps of attempts at what could be guessed or overdone. A subject is a digest: of a client
// address, an account's name, or an id.
type Attempts interface {
	InsertAttempt(ctx context.Context, id, kind, subject string, at time.Time) error
	DeleteAttempt(ctx context.Context, id string) error
	// AttemptsSince gives how many there were after a time, and when the first of them was.
	AttemptsSince(ctx context.Context, kind, subject string, after time.Time) (n int, first time.Time, err error)
	// DeleteAttempts takes away those of a subject for a kind.
	DeleteAttempts(ctx context.Context, kind, subject string) error
	// DeleteAttemptsBefore takes away all that are older.
	DeleteAttemptsBefore(ctx context.Context, before time.Time) error
}

// limit is how many attempts there may be in a time. They are counted in the database, so that it holds over all
// processes.
type limit struct {
	kind   string
	most   int
	within time.Duration
}

// Limits of attempts, for one client address, account or invitation.
var (
	availabilityMinute = limit{"availability-minute", 10, time.Minute}
	availabilityDay    = limit{"availability-day", 100, 24 * time.Hour}
	registrationLimit  = limit{"registration", 20, time.Hour}
	linkLimit          = limit{"link", 30, 15 * time.Minute}
	signInOfName       = limit{"sign-in-name", 10, 15 * time.Minute}
	signInOfAddress    = limit{"sign-in-address", 100, 15 * time.Minute}
	mailOfAccount      = limit{"mail-account", 5, time.Hour}
	mailOfAddress      = limit{"mail-address", 30, time.Hour}
	passwordLimit      = limit{"password", 10, 15 * time.Minute}
	invitationLimit    = limit{"invitation", 100, 24 * time.Hour}
	resendLimit        = limit{"invitation-resend", 5, 24 * time.Hour}
)

// attemptsLast is the longest time of a limit.
const attemptsLast = 24 * time.Hour

// attemptAt counts an attempt, or refuses it when there were too many.
func (s *Service) attemptAt(ctx context.Context, tx Tx, l limit, subject string) error {
	if err := s.heldUp(ctx, tx, l, subject); err != nil {
		return err
	}
	return s.countAt(ctx, tx, l, subject)
}

// heldUp refuses when there were too many attempts.
func (s *Service) heldUp(ctx context.Context, tx Tx, l limit, subject string) error {
	now := s.now()
	n, first, err := tx.AttemptsSince(ctx, l.kind, s.attemptSubject(subject), now.Add(-l.within))
	if err != nil {
		return fmt.Errorf("count attempts: %w", err)
	}
	if n < l.most {
		return nil
	}
	return &Refusal{Code: problem.TooManyAttempts, Detail: "There were too many attempts. Wait a while and try again.",
		RetryAfter: max(first.Add(l.within).Sub(now), time.Second)}
}

func (s *Service) countAt(ctx context.Context, tx Tx, l limit, subject string) error {
	return s.countAs(ctx, tx, s.newID(), l, subject)
}

// countAs counts an attempt that can be taken back by its id.
func (s *Service) countAs(ctx context.Context, tx Tx, id string, l limit, subject string) error {
	if err := tx.InsertAttempt(ctx, id, l.kind, s.attemptSubject(subject), s.now()); err != nil {
		return fmt.Errorf("count an attempt: %w", err)
	}
	return nil
}

// attempt counts an attempt in a transaction of its own, against several limits of one subject.
func (s *Service) attempt(ctx context.Context, subject string, limits ...limit) error {
	ctx = aside(ctx)
	return s.store.Update(ctx, func(tx Tx) error {
		for _, l := range limits {
			if err := s.attemptAt(ctx, tx, l, subject); err != nil {
				return err
			}
		}
		return nil
	})
}

// forgive forgets the attempts of a subject.
func (s *Service) forgive(ctx context.Context, tx Tx, l limit, subject string) error {
	return tx.DeleteAttempts(ctx, l.kind, s.attemptSubject(subject))
}

// attemptSubject hides whose attempts are counted.
func (s *Service) attemptSubject(subject string) string {
	return s.secrets.Digest("attempts of " + subject)
}
