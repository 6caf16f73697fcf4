package portal

import (
	"context"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// SignIn gives whose session may begin. An unknown user name, a wrong password, a locked account and a registration that
// has lapsed have the same answer after the same time. A failure is counted and written down; once there were too many,
// nothing more is looked at.
func (s *Service) SignIn(ctx context.Context, by Actor, username, password string) (Person, error) {
	key := fold(username)
	attempt := s.newID()
	var p Person
	err := s.store.Update(ctx, func(tx Tx) error {
		// It counts as a failure until it has succeeded, so that no more guesses than these can be under way at once.
		if err := s.heldUp(ctx, tx, signInOfAddress, by.Address); err != nil {
			return err
		}
		if err := s.heldUp(ctx, tx, signInOfName, key); err != nil {
			return err
		}
		if err := s.countAs(ctx, tx, attempt, signInOfAddress, by.Address); err != nil {
			return err
		}
		if err := s.countAt(ctx, tx, signInOfName, key); err != nil {
			return err
		}
		var err error
		p, err = tx.PersonByUsername(ctx, key)
		if notFound(err) {
			err = nil
		}
		return err
	})
	if err != nil {
		return Person{}, err
	}
	fits, err := s.secrets.CheckPassword(ctx, password, p.PasswordHash)
	if err != nil {
		return Person{}, err
	}
	if !fits || p.Status == PersonLocked || s.lapsed(p) {
		return Person{}, s.signInFailed(ctx, by, p)
	}
	var refused error
	err = s.store.Update(ctx, func(tx Tx) error {
		now, err := tx.Person(ctx, p.ID)
		if err != nil {
			return err
		}
		if err := s.forgive(ctx, tx, signInOfName, key); err != nil {
			return err
		}
		if err := tx.DeleteAttempt(ctx, attempt); err != nil {
			return err
		}
		if now.Status != PersonActive {
			refused = refuse(problem.AccountNotActivated, "The account was never activated. Follow the link in the mail, or ask for another one.")
			return s.auditSession(ctx, tx, by, "session.refused", now)
		}
		p = now
		p.SignedInAt = s.now()
		if err := tx.NoteSignIn(ctx, p.ID, p.SignedInAt); err != nil {
			return err
		}
		who := Actor{Person: p.ID, Name: p.Username, FullName: p.FullName(), Role: p.Role, Organisation: p.Organisation, Address: by.Address, RequestID: by.RequestID}
		return s.auditSession(ctx, tx, who, "session.started", p)
	})
	if err == nil {
		err = refused
	}
	return p, err
}

// signInFailed writes a failure down and gives the refusal. p is nobody where there is no such account.
func (s *Service) signInFailed(ctx context.Context, by Actor, p Person) error {
	err := s.store.Update(ctx, func(tx Tx) error { return s.auditSession(ctx, tx, by, "session.refused", p) })
	if err != nil {
		return err
	}
	return refuse(problem.SignInFailed, "User name and password do not fit together.")
}

// SignOut writes down that the actor's session has ended; nothing for nobody.
func (s *Service) SignOut(ctx context.Context, by Actor) error {
	if by.Person == "" {
		return nil
	}
	return s.store.Update(ctx, func(tx Tx) error {
		return s.auditSession(ctx, tx, by, "session.ended", Person{ID: by.Person, Username: by.Name, Organisation: by.Organisation})
	})
}

// auditSession writes down what became of somebody's session. The name that an unknown person has typed is not written
// down: it may be a password in the wrong field.
func (s *Service) auditSession(ctx context.Context, tx Tx, by Actor, action string, p Person) error {
	return s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "session", Object: p.ID, ObjectName: p.Username, Organisation: p.Organisation})
}

// SessionTimes gives when a session that began at a time ends: without another call after now, and in any case. Since not
// every call is written down, it may end earlier than idleUntil by sessionTouch.
func (s *Service) SessionTimes(started time.Time) (idleUntil, expiresAt time.Time) {
	expiresAt = started.Add(sessionLife)
	idleUntil = s.now().Add(sessionIdle)
	if expiresAt.Before(idleUntil) {
		idleUntil = expiresAt
	}
	return idleUntil, expiresAt
}

// SessionEnd gives when a session that begins now ends in any case; started is when it begins.
func (s *Service) SessionEnd() (started, end time.Time) {
	started = s.now()
	return started, started.Add(sessionLife)
}
