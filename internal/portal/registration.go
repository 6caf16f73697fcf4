package portal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// NewPerson is what somebody says of themselves at a registration.
type NewPerson struct {
	Username, Password, FirstName, LastName, Email, Mobile string
	Custom                                                 map[string]string
}

// Registration is that of a person and an organisation that is new to the portal.
type Registration struct {
	Person             NewPerson
	Name, Website      string // of the organisation
	Custom             map[string]string
	Agreements         []AcceptedAgreement
	Access, Quota      string // the account plan that is asked for; "" for none
	Proof              string // of the human check
	AsksForAccountPlan bool
}

// Names that nobody can register.
var (
	reservedUsernames     = []string{"admin", "administrator", "bank", "postmaster", "root", "sandbank", "security", "support", "system", "webmaster"}
	reservedOrganisations = []string{"bank", "sandbank", "the bank"}
)

// RegistrationForm is what a registration must contain.
type RegistrationForm struct {
	BankName   string
	Fields     []Field
	Agreements []Agreement
	// Human tells whether the human check is on; Provider and SiteKey are of its widget.
	Human             bool
	Provider, SiteKey string
}

// RegistrationForm tells what a registration needs.
func (s *Service) RegistrationForm(ctx context.Context) (f RegistrationForm, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		b, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		f.BankName, f.Fields = b.BankName, b.Fields
		f.Agreements, err = demanded(ctx, tx, ForRegistration)
		return err
	})
	if s.human != nil {
		f.Human = true
		f.Provider, f.SiteKey = s.human.Describe()
	}
	return f, err
}

// HumanChallenge gives a task of the human check, where that sets any; else ErrNotFound.
func (s *Service) HumanChallenge() (HumanChallenge, error) {
	c, ok := s.human.(Challenger)
	if !ok {
		return HumanChallenge{}, ErrNotFound
	}
	return c.Challenge(), nil
}

// passHuman refuses a proof that does not pass the human check, where there is one.
func (s *Service) passHuman(ctx context.Context, by Actor, proof string) error {
	if s.human == nil {
		return nil
	}
	passed := false
	if proof != "" {
		var err error
		if passed, err = s.human.Passed(ctx, proof, by.Address); err != nil {
			return fmt.Errorf("ask the human check: %w", errors.Join(err, ErrUnavailable))
		}
	}
	if !passed {
		return refuseField(problem.HumanCheckFailed, "The human check was not passed.", "/humanProof", "does not pass the check")
	}
	return nil
}

// Available tells whether a user name and an organisation's name can be registered now.
func (s *Service) Available(ctx context.Context, by Actor, username, organisation, proof string) (usernameFree, organisationFree bool, err error) {
	if err := s.attempt(ctx, by.Address, availabilityMinute, availabilityDay); err != nil {
		return false, false, err
	}
	if err := s.passHuman(ctx, by, proof); err != nil {
		return false, false, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		p, taken, err := s.usernameTaken(ctx, tx, username)
		if err != nil {
			return err
		}
		usernameFree = !taken || p.ID != "" && s.lapsed(p)
		_, organisationFree, err = s.organisationName(ctx, tx, organisation)
		return err
	})
	return usernameFree, organisationFree, err
}

// lapsed tells whether a registration was not activated in time and keeps its names no more.
func (s *Service) lapsed(p Person) bool {
	return p.Status == PersonPending && !s.now().Before(p.CreatedAt.Add(s.settings.Reserved))
}

// usernameTaken tells whether a user name is reserved, or somebody's: the person's, whose registration may have lapsed.
func (s *Service) usernameTaken(ctx context.Context, tx Tx, username string) (p Person, taken bool, err error) {
	key := fold(username)
	p, err = tx.PersonByUsername(ctx, key)
	if notFound(err) {
		return Person{}, slices.Contains(reservedUsernames, key), nil
	}
	return p, true, err
}

// organisationName tells whether a name is free, and whose it is when it is that of a registration that has lapsed.
func (s *Service) organisationName(ctx context.Context, tx Tx, name string) (lapsed string, free bool, err error) {
	key := nameKey(name)
	b, err := bankSettings(ctx, tx)
	if err != nil {
		return "", false, err
	}
	if key == nameKey(b.BankName) || slices.Contains(reservedOrganisations, key) {
		return "", false, nil
	}
	o, err := tx.OrganisationByName(ctx, key)
	if notFound(err) {
		return "", true, nil
	}
	if err != nil {
		return "", false, err
	}
	if o.Status == OrganisationPending && !s.now().Before(o.CreatedAt.Add(s.settings.Reserved)) {
		return o.ID, true, nil
	}
	return "", false, nil
}

// takeUsername makes a user name free for a new person, or refuses.
func (s *Service) takeUsername(ctx context.Context, tx Tx, username, pointer string) error {
	p, taken, err := s.usernameTaken(ctx, tx, username)
	if err != nil || !taken {
		return err
	}
	if p.ID == "" || !s.lapsed(p) {
		return refuseField(problem.UsernameTaken, "This user name is not available.", pointer, "is not available")
	}
	return s.forget(ctx, tx, p)
}

// forget takes away a registration that has lapsed, with its organisation.
func (s *Service) forget(ctx context.Context, tx Tx, p Person) error {
	for _, purpose := range []TicketPurpose{ForActivation, ForPasswordReset, ForEmailChange} {
		if err := tx.DeleteTickets(ctx, purpose, p.ID); err != nil {
			return err
		}
	}
	if err := tx.DeletePerson(ctx, p.ID); err != nil {
		return err
	}
	if p.Organisation == "" {
		return nil
	}
	return tx.DeleteOrganisation(ctx, p.Organisation)
}

// Register registers the first person of a new organisation. keptUntil is until when the names are kept without an
// activation, activateUntil until when the link works that is sent.
//
// Whether the e-mail address belongs to an account makes no difference but in the mail.
func (s *Service) Register(ctx context.Context, by Actor, r Registration) (activateUntil, keptUntil time.Time, err error) {
	if err := s.attempt(ctx, by.Address, registrationLimit); err != nil {
		return activateUntil, keptUntil, err
	}
	if err := s.passHuman(ctx, by, r.Proof); err != nil {
		return activateUntil, keptUntil, err
	}
	if err := checkPassword(r.Person.Password, r.Person.Username, "/person/password"); err != nil {
		return activateUntil, keptUntil, err
	}
	hash, err := s.secrets.HashPassword(ctx, r.Person.Password)
	if err != nil {
		return activateUntil, keptUntil, err
	}
	now := s.now()
	activateUntil, keptUntil = now.Add(s.settings.Activation), now.Add(s.settings.Reserved)
	err = s.store.Update(ctx, func(tx Tx) error {
		if err := s.takeNames(ctx, tx, r); err != nil {
			return err
		}
		b, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		if err := checkCustom(b.Fields, PersonTab, r.Person.Custom, nil, "/person/custom"); err != nil {
			return err
		}
		if err := checkCustom(b.Fields, OrganisationTab, r.Custom, nil, "/organisation/custom"); err != nil {
			return err
		}
		accepted, err := mustAccept(ctx, tx, ForRegistration, r.Agreements, "/agreements")
		if err != nil {
			return err
		}
		if r.AsksForAccountPlan {
			if err := s.planOffered(ctx, tx, r.Access, r.Quota); err != nil {
				return err
			}
		}
		p := s.person(r.Person, hash, now)
		o := Organisation{ID: s.newID(), Name: r.Name, NameKey: nameKey(r.Name), Website: r.Website, Custom: r.Custom, Status: OrganisationPending,
			Access: firstAccess, Quota: firstQuota, PlanSince: now, WantedAccess: r.Access, WantedQuota: r.Quota, FirstContact: p.named(),
			CreatedAt: now, UpdatedAt: now, Version: 1}
		p.Organisation, p.Role, p.Status = o.ID, Admin, PersonPending
		if err := tx.InsertOrganisation(ctx, o); err != nil {
			return err
		}
		if err := tx.InsertPerson(ctx, p); err != nil {
			return err
		}
		if err := s.recordAccepted(ctx, tx, p, accepted); err != nil {
			return err
		}
		if err := s.mailRegistered(ctx, tx, p, o, activateUntil); err != nil {
			return err
		}
		return s.auditPerson(ctx, tx, by, "person.registered", p)
	})
	if errors.Is(err, ErrTaken) {
		err = refuse(problem.UsernameTaken, "This user name is not available.") // somebody was faster
	}
	return activateUntil, keptUntil, err
}

// takeNames makes the names of a registration free for it, or refuses.
func (s *Service) takeNames(ctx context.Context, tx Tx, r Registration) error {
	if err := s.takeUsername(ctx, tx, r.Person.Username, "/person/username"); err != nil {
		return err
	}
	lapsed, free, err := s.organisationName(ctx, tx, r.Name)
	if err != nil {
		return err
	}
	if !free {
		return errOrganisationExists("/organisation/name")
	}
	return s.forgetOrganisation(ctx, tx, lapsed)
}

func errOrganisationExists(pointer string) error {
	return refuseField(problem.OrganisationExists, "An organisation of this name is registered. Ask one of its admins for an invitation.", pointer,
		"is the name of another organisation")
}

// person makes an active person without a place.
func (s *Service) person(n NewPerson, hash string, now time.Time) Person {
	return Person{ID: s.newID(), Username: n.Username, UsernameKey: fold(n.Username), Email: n.Email, EmailKey: fold(n.Email), FirstName: n.FirstName,
		LastName: n.LastName, Mobile: n.Mobile, Custom: n.Custom, Status: PersonActive, PasswordHash: hash, CreatedAt: now, UpdatedAt: now, Version: 1}
}

// recordAccepted records what somebody has accepted when registering.
func (s *Service) recordAccepted(ctx context.Context, tx Tx, p Person, accepted []Agreement) error {
	for _, a := range accepted {
		r := AgreementRecord{ID: s.newID(), Organisation: p.Organisation, Agreement: a.Name, Number: a.Number, AcceptedAt: s.now(), AcceptedBy: p.named()}
		if err := tx.InsertAgreementRecord(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// mailRegistered sends the link for the activation; or, to the owner of an address that is in use, a note. Both take the
// same work.
func (s *Service) mailRegistered(ctx context.Context, tx Tx, p Person, o Organisation, ends time.Time) error {
	owner, inUse, err := holder(ctx, tx, p.Email)
	if err != nil {
		return err
	}
	link, err := s.link(ctx, tx, Ticket{Purpose: ForActivation, Subject: p.ID, ExpiresAt: ends})
	if err != nil {
		return err
	}
	said := mailActivation(p, o.Name, link, ends)
	if inUse {
		said = mailAddressInUse(owner, s.settings.Link+"/forgotten-password")
	}
	return s.mail(ctx, tx, p.Email, said)
}
