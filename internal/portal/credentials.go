package portal

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Sizes of what identifies an application, in random bytes.
const (
	keyBytes        = 16
	secretBytes     = 32
	serverHashBytes = 24
)

// serverHashAPI is the API that asks for a server-hash besides the key.
const serverHashAPI = "bank-connect"

// Purposes of what is sealed of a credential.
func keyPurpose(id string) string        { return "credential key " + id }
func secretPurpose(id string) string     { return "credential secret " + id }
func serverHashPurpose(id string) string { return "credential server-hash " + id }

// Pair is a credential as its organisation sees it. Nothing of it is sealed.
type Pair struct {
	ID, ClientID, ClientSecret string
	ServerHash                 string // "" where the application has no API that asks for one
	CreatedAt                  time.Time
	EndsAt                     time.Time // zero for the current pair
}

// issue makes a client id and a client secret for an application, and a server-hash where one of its APIs asks for it.
func (s *Service) issue(ctx context.Context, tx Tx, application string) (Pair, error) {
	serverHash, err := asksServerHash(ctx, tx, application)
	if err != nil {
		return Pair{}, err
	}
	c := Credential{ID: s.newID(), Application: application, CreatedAt: s.now()}
	if c.Key, c.KeyDigest, err = s.random(keyBytes, keyPurpose(c.ID)); err != nil {
		return Pair{}, err
	}
	if c.Secret, c.SecretDigest, err = s.random(secretBytes, secretPurpose(c.ID)); err != nil {
		return Pair{}, err
	}
	if serverHash {
		if c.ServerHash, c.ServerHashDigest, err = s.random(serverHashBytes, serverHashPurpose(c.ID)); err != nil {
			return Pair{}, err
		}
	}
	if err := tx.InsertCredential(ctx, c); err != nil {
		return Pair{}, err
	}
	return s.pair(c, serverHash)
}

// random makes a secret, sealed and digested.
func (s *Service) random(bytes int, purpose string) (sealed, digest string, err error) {
	plain := s.secrets.Random(bytes)
	if sealed, err = s.secrets.Seal(plain, purpose); err != nil {
		return "", "", fmt.Errorf("seal a secret: %w", err)
	}
	return sealed, s.secrets.Digest(plain), nil
}

// giveServerHash gives the pairs of an application that work a server-hash, if one of its APIs asks for it.
func (s *Service) giveServerHash(ctx context.Context, tx Tx, application string) error {
	asks, err := asksServerHash(ctx, tx, application)
	if err != nil || !asks {
		return err
	}
	credentials, err := s.working(ctx, tx, application)
	if err != nil {
		return err
	}
	for _, c := range credentials {
		if c.ServerHash != "" {
			continue
		}
		if c.ServerHash, c.ServerHashDigest, err = s.random(serverHashBytes, serverHashPurpose(c.ID)); err != nil {
			return err
		}
		if err := tx.UpdateCredential(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// asksServerHash tells whether an application is approved for an API that asks for a server-hash.
func asksServerHash(ctx context.Context, tx Tx, application string) (bool, error) {
	list, err := tx.SubscriptionsOf(ctx, application)
	return slices.ContainsFunc(list, func(sub Subscription) bool {
		return sub.API == serverHashAPI && sub.State == SubscriptionApproved
	}), err
}

// pair opens a credential for its organisation.
func (s *Service) pair(c Credential, serverHash bool) (p Pair, err error) {
	p = Pair{ID: c.ID, CreatedAt: c.CreatedAt, EndsAt: c.EndsAt}
	if p.ClientID, err = s.secrets.Open(c.Key, keyPurpose(c.ID)); err != nil {
		return p, fmt.Errorf("open a key: %w", err)
	}
	if p.ClientSecret, err = s.secrets.Open(c.Secret, secretPurpose(c.ID)); err != nil {
		return p, fmt.Errorf("open a client secret: %w", err)
	}
	if serverHash && c.ServerHash != "" {
		if p.ServerHash, err = s.secrets.Open(c.ServerHash, serverHashPurpose(c.ID)); err != nil {
			return p, fmt.Errorf("open a server-hash: %w", err)
		}
	}
	return p, nil
}

// working lists the credentials of an application that work, the current one first.
func (s *Service) working(ctx context.Context, tx Tx, application string) ([]Credential, error) {
	list, err := tx.CredentialsOf(ctx, application)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(c Credential) bool { return !c.Works(s.now()) })
	slices.SortStableFunc(list, func(a, b Credential) int {
		switch {
		case a.Current() == b.Current():
			return 0
		case a.Current():
			return -1
		}
		return 1
	})
	return list, nil
}

// Credentials shows the pairs of an application that work, the current one first. Who has seen them is written down.
func (s *Service) Credentials(ctx context.Context, by Actor, application string) (list []Pair, err error) {
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := ownApplication(ctx, tx, by, application)
		if err != nil {
			return err
		}
		if err := a.take(stepShowSecrets); err != nil {
			return err
		}
		credentials, err := s.working(ctx, tx, a.ID)
		if err != nil || len(credentials) == 0 {
			list = nil
			return err
		}
		serverHash, err := asksServerHash(ctx, tx, a.ID)
		if err != nil {
			return err
		}
		list = make([]Pair, len(credentials))
		for i, c := range credentials {
			if list[i], err = s.pair(c, serverHash); err != nil {
				return err
			}
		}
		return s.audit(ctx, tx, by, AuditEntry{Action: "credential.read", ObjectKind: "credential", Object: credentials[0].ID, ObjectName: a.Name, Application: a.ID})
	})
	return list, err
}

// RotateCredentials makes another pair. The one before works on for the overlap.
func (s *Service) RotateCredentials(ctx context.Context, by Actor, application string, overlap time.Duration) (p Pair, err error) {
	_, err = s.changeApplication(ctx, by, application, 0, func(tx Tx, a *Application) (bool, error) {
		if err := a.take(stepCredentials); err != nil {
			return false, err
		}
		before, err := s.working(ctx, tx, a.ID)
		if err != nil {
			return false, err
		}
		if len(before) > 1 {
			return false, refuse(problem.RotationRunning, "Two pairs work already. Wait until "+until(before[1].EndsAt)+", or revoke the old one.")
		}
		ends := s.now().Add(overlap)
		for _, c := range before {
			c.EndsAt = ends
			if err := tx.UpdateCredential(ctx, c); err != nil {
				return false, err
			}
		}
		if p, err = s.issue(ctx, tx, a.ID); err != nil {
			return false, err
		}
		err = s.audit(ctx, tx, by, AuditEntry{Action: "credential.rotated", ObjectKind: "credential", Object: p.ID, ObjectName: a.Name, Application: a.ID,
			Changes: []AuditChange{{Member: "endsAt", After: ends.Format(time.RFC3339)}}})
		if err != nil {
			return false, err
		}
		return true, s.mailMembers(ctx, tx, a.Organisation, letterRotated(*a, by, ends))
	})
	return p, err
}

// RevokeCredential ends a pair that a rotation has replaced, before its time, and the tokens that were got with it.
func (s *Service) RevokeCredential(ctx context.Context, by Actor, application, id string) error {
	_, err := s.changeApplication(ctx, by, application, 0, func(tx Tx, a *Application) (bool, error) {
		if err := a.take(stepCredentials); err != nil {
			return false, err
		}
		list, err := s.working(ctx, tx, a.ID)
		if err != nil {
			return false, err
		}
		i := slices.IndexFunc(list, func(c Credential) bool { return c.ID == id })
		if i < 0 {
			return false, ErrNotFound
		}
		c := list[i]
		if c.Current() {
			return false, refuse(problem.CredentialCurrent, "This is the current pair. Make new credentials without an overlap, or disable the application.")
		}
		c.RevokedAt = s.now()
		if err := tx.UpdateCredential(ctx, c); err != nil {
			return false, err
		}
		if err := s.audit(ctx, tx, by, AuditEntry{Action: "credential.revoked", ObjectKind: "credential", Object: c.ID, ObjectName: a.Name, Application: a.ID}); err != nil {
			return false, err
		}
		return true, s.mailMembers(ctx, tx, a.Organisation, letterRevoked(*a, by))
	})
	return err
}
