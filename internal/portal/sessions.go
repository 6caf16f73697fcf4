package portal

import (
	"context"
	"errors"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// A session ends sessionIdle after its last use, and sessionLife after its beginning in any case. It is written down as
// used once in sessionTouch, so that not every call is a write.
const (
	sessionIdle  = 30 * time.Minute
	sessionLife  = 12 * time.Hour
	sessionTouch = 30 * time.Second
)

// Session is somebody's signing in. Digest is that of its identifier, which is not kept.
type Session struct {
	Digest string
	Data   []byte // what the server keeps in it
	// EndsAt is when it ends whatever happens, UsedAt when it was last used.
	EndsAt, UsedAt time.Time
}

// Sessions is what a Store keeps of sessions.
type Sessions interface {
	Session(ctx context.Context, digest string) (Session, error)
	PutSession(ctx context.Context, s Session) error
	// UseSession notes that a session was used.
	UseSession(ctx context.Context, digest string, at time.Time) error
	DeleteSession(ctx context.Context, digest string) error
	// DeleteSessions takes away those that ended, or were last used, before the times.
	DeleteSessions(ctx context.Context, ended, used time.Time) error
}

// SessionStore is a scs.CtxStore: it keeps sessions where the portal keeps everything, under digests that its caller
// makes, and lets them end by the portal's clock.
type SessionStore struct{ portal *Service }

// Sessions gives where sessions are kept.
func (s *Service) Sessions() SessionStore { return SessionStore{s} }

// FindCtx gives what is kept under a digest; found is false when there is no such session or it has ended.
func (t SessionStore) FindCtx(ctx context.Context, digest string) (data []byte, found bool, err error) {
	s := t.portal
	var session Session
	err = s.store.View(ctx, func(tx Tx) (err error) {
		session, err = tx.Session(ctx, digest)
		return err
	})
	if errors.Is(err, ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	now := s.now()
	if !now.Before(session.EndsAt) || !now.Before(session.UsedAt.Add(sessionIdle)) {
		return nil, false, nil
	}
	if now.Sub(session.UsedAt) >= sessionTouch {
		err = s.store.Update(ctx, func(tx Tx) error { return tx.UseSession(ctx, digest, now) })
	}
	return session.Data, err == nil, err
}

// CommitCtx keeps a session until a time.
func (t SessionStore) CommitCtx(ctx context.Context, digest string, data []byte, end time.Time) error {
	session := Session{Digest: digest, Data: data, EndsAt: end.UTC(), UsedAt: t.portal.now()}
	return t.portal.store.Update(ctx, func(tx Tx) error { return tx.PutSession(ctx, session) })
}

// DeleteCtx ends a session.
func (t SessionStore) DeleteCtx(ctx context.Context, digest string) error {
	return t.portal.store.Update(ctx, func(tx Tx) error { return tx.DeleteSession(ctx, digest) })
}

// Find is FindCtx without a context, as scs.Store wants it; so are Commit and Delete.
func (t SessionStore) Find(digest string) ([]byte, bool, error) {
	return t.FindCtx(context.Background(), digest)
}

// Commit keeps a session until a time.
func (t SessionStore) Commit(digest string, data []byte, end time.Time) error {
	return t.CommitCtx(context.Background(), digest, data, end)
}

// Delete ends a session.
func (t SessionStore) Delete(digest string) error { return t.DeleteCtx(context.Background(), digest) }

// SessionOf is whose a session is: that of a person, since a time, in the person's era: a number that grows whenever all
// of the person's sessions are to end.
type SessionOf struct {
	Person  string
	Era     int64
	Started time.Time
}

// Recognise gives the actor of a session. It refuses one whose person has been removed or locked since, or has ended all
// sessions.
func (s *Service) Recognise(ctx context.Context, of SessionOf) (Actor, error) {
	var a Actor
	err := s.store.View(ctx, func(tx Tx) error {
		p, err := tx.Person(ctx, of.Person)
		if err != nil {
			return err
		}
		if p.Status != PersonActive || p.Era != of.Era {
			return ErrNotFound
		}
		a, err = actorOf(ctx, tx, p)
		return err
	})
	if errors.Is(err, ErrNotFound) {
		return Actor{}, refuse(problem.SessionEnded, "The session has ended. Sign in again.")
	}
	return a, err
}

// actorOf makes an actor of a person.
func actorOf(ctx context.Context, tx Tx, p Person) (Actor, error) {
	a := Actor{Person: p.ID, Name: p.Username, FullName: p.FullName(), Role: p.Role, Organisation: p.Organisation}
	if a.Organisation == "" {
		return a, nil
	}
	o, err := tx.Organisation(ctx, a.Organisation)
	a.Suspended = o.Status == OrganisationSuspended
	return a, err
}
