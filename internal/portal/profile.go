package portal

import (
	"context"
	"time"
)

// Member is a person with the name of the organisation that the person belongs to.
type Member struct {
	Person
	OrganisationName string
}

// inPlace adds the name of a person's organisation.
func inPlace(ctx context.Context, tx Tx, p Person) (Member, error) {
	m := Member{Person: p}
	if p.Organisation == "" {
		return m, nil
	}
	o, err := tx.Organisation(ctx, p.Organisation)
	m.OrganisationName = o.Name
	return m, err
}

// Profile gives the actor's own data.
func (s *Service) Profile(ctx context.Context, by Actor) (m Member, err error) {
	if err := by.SignedIn(); err != nil {
		return m, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		p, err := tx.Person(ctx, by.Person)
		if err == nil {
			m, err = inPlace(ctx, tx, p)
		}
		return err
	})
	return m, err
}

// ProfileChange is what people can change of their own data at once.
type ProfileChange struct {
	FirstName, LastName, Mobile string
	Custom                      map[string]string
}

// ChangeProfile replaces what the actor can change of the own data. match is the version that the change is made on; 0 is
// any.
func (s *Service) ChangeProfile(ctx context.Context, by Actor, match int64, c ProfileChange) (m Member, err error) {
	if err := by.SignedIn(); err != nil {
		return m, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		p, err := tx.Person(ctx, by.Person)
		if err != nil {
			return err
		}
		if match != 0 && match != p.Version {
			return ErrStale
		}
		b, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		if err := checkCustom(b.Fields, PersonTab, c.Custom, p.Custom, "/custom"); err != nil {
			return err
		}
		changes := changed("firstName", p.FirstName, c.FirstName)
		changes = append(changes, changed("lastName", p.LastName, c.LastName)...)
		changes = append(changes, changed("mobile", p.Mobile, c.Mobile)...)
		changes = append(changes, changedCustom(p.Custom, c.Custom)...)
		p.FirstName, p.LastName, p.Mobile, p.Custom = c.FirstName, c.LastName, c.Mobile, c.Custom
		if err := s.changePerson(ctx, tx, &p); err != nil {
			return err
		}
		if err := s.auditPerson(ctx, tx, by, "person.changed", p, changes...); err != nil {
			return err
		}
		m, err = inPlace(ctx, tx, p)
		return err
	})
	return m, err
}

// RequestEmailChange sends a link to a new address of the actor; to the account that has the address already, a note
// instead.
func (s *Service) RequestEmailChange(ctx context.Context, by Actor, email, password string) error {
	if _, err := s.proved(ctx, by, password); err != nil {
		return err
	}
	if err := s.attempt(ctx, by.Person, mailOfAccount); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		p, err := tx.Person(ctx, by.Person)
		if err != nil {
			return err
		}
		owner, inUse, err := holder(ctx, tx, email)
		if err != nil {
			return err
		}
		ends := s.now().Add(s.settings.EmailChange)
		link, err := s.link(ctx, tx, Ticket{Purpose: ForEmailChange, Subject: p.ID, Email: email, ExpiresAt: ends})
		if err != nil {
			return err
		}
		said := mailConfirmEmail(p, link, ends)
		if inUse {
			said = mailAddressInUse(owner, s.settings.Link+"/forgotten-password")
		}
		if err := s.mail(ctx, tx, email, said); err != nil {
			return err
		}
		if err := s.mail(ctx, tx, p.Email, mailEmailAsked(p)); err != nil {
			return err
		}
		return s.auditPerson(ctx, tx, by, "person.email-change-requested", p)
	})
}

// ConfirmEmailChange changes the address of whom a link was sent to.
func (s *Service) ConfirmEmailChange(ctx context.Context, by Actor, token string) error {
	if err := s.attempt(ctx, by.Address, linkLimit); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		t, p, err := s.ticketOf(ctx, tx, ForEmailChange, token)
		if err != nil {
			return err
		}
		owner, inUse, err := holder(ctx, tx, t.Email)
		if err != nil {
			return err
		}
		if p.Status != PersonActive || inUse && owner.ID != p.ID {
			return errLink()
		}
		if err := tx.DeleteTickets(ctx, ForEmailChange, p.ID); err != nil {
			return err
		}
		before := p
		p.Email, p.EmailKey = t.Email, fold(t.Email)
		if err := s.changePerson(ctx, tx, &p); err != nil {
			return err
		}
		if err := s.mail(ctx, tx, before.Email, mailEmailChanged(p)); err != nil {
			return err
		}
		return s.auditPerson(ctx, tx, by, "person.email-changed", p, changed("email", before.Email, p.Email)...)
	})
}

// changedCustom tells which of the bank's own fields were changed.
func changedCustom(before, after map[string]string) []AuditChange {
	var changes []AuditChange
	for _, key := range sortedKeys(before, after) {
		changes = append(changes, changed("custom."+key, before[key], after[key])...)
	}
	return changes
}

// SessionPerson gives the actor, with how long a session lasts that began at a time.
func (s *Service) SessionPerson(ctx context.Context, by Actor, started time.Time) (m Member, idleUntil, expiresAt time.Time, err error) {
	m, err = s.Profile(ctx, by)
	idleUntil, expiresAt = s.SessionTimes(started)
	return m, idleUntil, expiresAt, err
}
