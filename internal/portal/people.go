package portal

import (
	"context"

	"github.com/sandbank/sandbank/internal/problem"
)

// People lists people with accounts for the bank's staff, by user name. cursor is that of an earlier page.
func (s *Service) People(ctx context.Context, by Actor, f PersonFilter, cursor string) (list []Member, next string, err error) {
	if err := by.staff(); err != nil {
		return nil, "", err
	}
	people, next, err := s.people(ctx, f, cursor)
	if err != nil {
		return nil, "", err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		list = nil
		for _, p := range people {
			m, err := inPlace(ctx, tx, p)
			if notFound(err) { // it has gone this very moment
				continue
			}
			if err != nil {
				return err
			}
			list = append(list, m)
		}
		return nil
	})
	return list, next, err
}

// Person gives somebody to the bank's staff.
func (s *Service) Person(ctx context.Context, by Actor, id string) (m Member, err error) {
	if err := by.staff(); err != nil {
		return m, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		p, err := tx.Person(ctx, id)
		if err == nil {
			m, err = inPlace(ctx, tx, p)
		}
		return err
	})
	return m, err
}

// LockPerson ends all sessions of a person and refuses new ones.
func (s *Service) LockPerson(ctx context.Context, by Actor, id, reason string) (Member, error) {
	return s.lock(ctx, by, id, PersonActive, PersonLocked, "person.locked", reason)
}

// UnlockPerson lets a person sign in again.
func (s *Service) UnlockPerson(ctx context.Context, by Actor, id, reason string) (Member, error) {
	return s.lock(ctx, by, id, PersonLocked, PersonActive, "person.unlocked", reason)
}

func (s *Service) lock(ctx context.Context, by Actor, id string, from, to PersonStatus, action, reason string) (m Member, err error) {
	if err := by.bankAdmin(); err != nil {
		return m, err
	}
	if id == by.Person {
		return m, refuse(problem.OwnAccount, "This is your own account.")
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		p, err := tx.Person(ctx, id)
		if err != nil {
			return err
		}
		if p.Status != from {
			return refuse(problem.PersonStateConflict, "The account is "+string(p.Status)+".")
		}
		p.Status = to
		p.Era++
		if err := s.changePerson(ctx, tx, &p); err != nil {
			return err
		}
		if err := s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "person", Object: p.ID, ObjectName: p.Username,
			Organisation: p.Organisation, Reason: reason}); err != nil {
			return err
		}
		m, err = inPlace(ctx, tx, p)
		return err
	})
	return m, err
}
