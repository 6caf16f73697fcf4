package portal

import (
	"context"
	"errors"
	"fmt"
)

// lapsedAtOnce bounds how many registrations one sweep takes away.
const lapsedAtOnce = 200

// Sweep takes away what nobody needs any more: registrations that were never activated, links and sessions that have
// ended, attempts that no limit counts, mails that are old, answers that are kept no longer. Several processes may do it
// at once.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.now()
	err := s.store.Update(ctx, func(tx Tx) error {
		return errors.Join(
			tx.DeleteExpiredTickets(ctx, now), tx.DeleteSessions(ctx, now, now.Add(-sessionIdle)),
			tx.DeleteAttemptsBefore(ctx, now.Add(-attemptsLast)), tx.DeleteMessages(ctx, now.Add(-messagesLast)),
			tx.DeleteClaims(ctx, now))
	})
	if err != nil {
		return fmt.Errorf("clear what has ended: %w", err)
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		lapsed, err := tx.NeverActivated(ctx, now.Add(-s.settings.Reserved), lapsedAtOnce)
		if err != nil {
			return err
		}
		for _, p := range lapsed {
			if err := s.forget(ctx, tx, p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("clear registrations that have lapsed: %w", err)
	}
	return nil
}
