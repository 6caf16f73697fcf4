package portal

import (
	"context"
	"errors"

	"github.com/sandbank/sandbank/internal/problem"
)

// Inviting is on behalf of an organisation, by its admins, or of the bank, by its admins: then the actor has none.

// inviter refuses who cannot invite with a role, and for it.
func inviter(by Actor, staff bool) error {
	if staff {
		return by.bankAdmin()
	}
	return by.adminOfOwn()
}

// Invite sends an invitation to an address, for a role in the actor's organisation or, with staff, in the bank.
func (s *Service) Invite(ctx context.Context, by Actor, staff bool, email string, role Role) (i Invitation, err error) {
	if err := inviter(by, staff); err != nil {
		return i, err
	}
	now := s.now()
	i = Invitation{ID: s.newID(), Organisation: by.Organisation, Email: email, EmailKey: fold(email), Role: role, State: InvitationOpen,
		By: by.named(), CreatedAt: now}
	action := "invitation.created"
	if staff {
		action = "staff.invited"
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		if p, found, err := holder(ctx, tx, email); err != nil {
			return err
		} else if found && p.Role != "" && p.Organisation == by.Organisation {
			return refuse(problem.AlreadyMember, "This is the address of somebody who is a member already.")
		}
		open, err := tx.Invitations(ctx, InvitationFilter{Organisation: by.Organisation, EmailKey: i.EmailKey, State: InvitationOpen, Now: now, Limit: 1})
		if err != nil {
			return err
		}
		if len(open) > 0 {
			return refuse(problem.InvitationPending, "An invitation to this address is open.")
		}
		if err := s.attemptAt(ctx, tx, invitationLimit, "organisation "+by.Organisation); err != nil {
			return err
		}
		if err := s.sendInvitation(ctx, tx, by, &i); err != nil {
			return err
		}
		if err := tx.InsertInvitation(ctx, i); err != nil {
			return err
		}
		return s.auditInvitation(ctx, tx, by, action, i)
	})
	return i, err
}

// sendInvitation sends a new link, which takes the place of the one before, and notes that.
func (s *Service) sendInvitation(ctx context.Context, tx Tx, by Actor, i *Invitation) error {
	i.SentAt = s.now()
	i.ExpiresAt = i.SentAt.Add(s.settings.Invite)
	place, err := placeName(ctx, tx, i.Organisation)
	if err != nil {
		return err
	}
	link, err := s.link(ctx, tx, Ticket{Purpose: ForInvitation, Subject: i.ID, ExpiresAt: i.ExpiresAt})
	if err != nil {
		return err
	}
	return s.mail(ctx, tx, i.Email, mailInvitation(by.FullName, place, i.Role, link, i.ExpiresAt))
}

// placeName gives the name of an organisation; "" is the bank.
func placeName(ctx context.Context, tx Tx, organisation string) (string, error) {
	if organisation == "" {
		b, err := bankSettings(ctx, tx)
		return b.BankName, err
	}
	o, err := tx.Organisation(ctx, organisation)
	return o.Name, err
}

func (s *Service) auditInvitation(ctx context.Context, tx Tx, by Actor, action string, i Invitation) error {
	return s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "invitation", Object: i.ID, ObjectName: shorten(i.Email, maxLine),
		Organisation: i.Organisation})
}

// Invitations lists those of the actor's organisation or, with staff, of the bank, the latest first.
func (s *Service) Invitations(ctx context.Context, by Actor, staff bool, state InvitationState, after Place, limit int) (list []Invitation, next string, err error) {
	if err := inviter(by, staff); err != nil {
		return nil, "", err
	}
	err = s.store.View(ctx, func(tx Tx) (err error) {
		list, err = tx.Invitations(ctx, InvitationFilter{Organisation: by.Organisation, State: state, Now: s.now(), After: after, Limit: limit + 1})
		return err
	})
	for n := range list {
		list[n] = s.seen(list[n])
	}
	list, next = page(list, limit, func(i Invitation) Place { return Place{i.CreatedAt, i.ID} })
	return list, next, err
}

// seen gives an invitation as it is now: open ones expire.
func (s *Service) seen(i Invitation) Invitation {
	if i.State == InvitationOpen && !s.now().Before(i.ExpiresAt) {
		i.State = InvitationExpired
	}
	return i
}

// invitation gives an invitation of the actor's organisation or, with staff, of the bank.
func (s *Service) invitation(ctx context.Context, tx Tx, by Actor, id string) (Invitation, error) {
	i, err := tx.Invitation(ctx, id)
	if err == nil && i.Organisation != by.Organisation {
		err = ErrNotFound
	}
	return s.seen(i), err
}

// Invitation gives one invitation.
func (s *Service) Invitation(ctx context.Context, by Actor, staff bool, id string) (i Invitation, err error) {
	if err := inviter(by, staff); err != nil {
		return i, err
	}
	err = s.store.View(ctx, func(tx Tx) (err error) {
		i, err = s.invitation(ctx, tx, by, id)
		return err
	})
	return i, err
}

// WithdrawInvitation makes the link of an open invitation useless.
func (s *Service) WithdrawInvitation(ctx context.Context, by Actor, staff bool, id string) error {
	if err := inviter(by, staff); err != nil {
		return err
	}
	action := "invitation.withdrawn"
	if staff {
		action = "staff.invitation-withdrawn"
	}
	return s.store.Update(ctx, func(tx Tx) error {
		i, err := s.invitation(ctx, tx, by, id)
		if err != nil {
			return err
		}
		if i.State != InvitationOpen {
			return refuse(problem.InvitationClosed, "The invitation is "+string(i.State)+".")
		}
		i.State = InvitationWithdrawn
		if err := tx.DeleteTickets(ctx, ForInvitation, i.ID); err != nil {
			return err
		}
		if err := tx.UpdateInvitation(ctx, i); err != nil {
			return err
		}
		return s.auditInvitation(ctx, tx, by, action, i)
	})
}

// ResendInvitation sends a new link for an invitation that is open or has expired.
func (s *Service) ResendInvitation(ctx context.Context, by Actor, staff bool, id string) (i Invitation, err error) {
	if err := inviter(by, staff); err != nil {
		return i, err
	}
	action := "invitation.resent"
	if staff {
		action = "staff.invitation-resent"
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		if i, err = s.invitation(ctx, tx, by, id); err != nil {
			return err
		}
		if i.State != InvitationOpen && i.State != InvitationExpired {
			return refuse(problem.InvitationClosed, "The invitation is "+string(i.State)+".")
		}
		if err := s.attemptAt(ctx, tx, resendLimit, i.ID); err != nil {
			return err
		}
		i.State = InvitationOpen
		if err := s.sendInvitation(ctx, tx, by, &i); err != nil {
			return err
		}
		if err := tx.UpdateInvitation(ctx, i); err != nil {
			return err
		}
		return s.auditInvitation(ctx, tx, by, action, i)
	})
	return i, err
}

// Invited is what an invitation is about.
type Invited struct {
	Invitation
	// OrganisationName is "" for an invitation to the bank's staff.
	OrganisationName string
	AccountExists    bool
	Fields           []Field // of the tab for the person
	Agreements       []Agreement
}

// ReadInvitation shows an invitation to whoever holds its link.
func (s *Service) ReadInvitation(ctx context.Context, by Actor, token string) (d Invited, err error) {
	if err := s.attempt(ctx, by.Address, linkLimit); err != nil {
		return d, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		i, err := s.invitationOf(ctx, tx, token)
		if err != nil {
			return err
		}
		d = Invited{Invitation: i}
		if i.Organisation != "" {
			if d.OrganisationName, err = placeName(ctx, tx, i.Organisation); err != nil {
				return err
			}
		}
		if _, d.AccountExists, err = holder(ctx, tx, i.Email); err != nil {
			return err
		}
		b, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		for _, f := range b.Fields {
			if f.Tab == PersonTab {
				d.Fields = append(d.Fields, f)
			}
		}
		d.Agreements, err = demanded(ctx, tx, ForRegistration)
		return err
	})
	return d, err
}

// invitationOf gives the open invitation that a link is for.
func (s *Service) invitationOf(ctx context.Context, tx Tx, token string) (Invitation, error) {
	t, err := s.ticket(ctx, tx, ForInvitation, token)
	if err != nil {
		return Invitation{}, err
	}
	i, err := tx.Invitation(ctx, t.Subject)
	if notFound(err) || err == nil && s.seen(i).State != InvitationOpen {
		return Invitation{}, errLink()
	}
	if err != nil || i.Organisation == "" {
		return i, err
	}
	o, err := tx.Organisation(ctx, i.Organisation)
	if err == nil && o.Status == OrganisationSuspended {
		err = Actor{Suspended: true}.MayChange()
	}
	return i, err
}

// AcceptInvitation makes an account for whom a link was sent to, in the organisation and role of the invitation.
// organisation is the name of what the person has joined.
func (s *Service) AcceptInvitation(ctx context.Context, by Actor, token string, n NewPerson, accepted []AcceptedAgreement) (p Person, organisation string, err error) {
	if err := s.attempt(ctx, by.Address, linkLimit); err != nil {
		return p, "", err
	}
	if err := s.store.View(ctx, func(tx Tx) error { _, err := s.invitationOf(ctx, tx, token); return err }); err != nil {
		return p, "", err
	}
	if err := checkPassword(n.Password, n.Username, "/person/password"); err != nil {
		return p, "", err
	}
	hash, err := s.secrets.HashPassword(ctx, n.Password)
	if err != nil {
		return p, "", err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		i, err := s.invitationOf(ctx, tx, token)
		if err != nil {
			return err
		}
		n.Email = i.Email
		if _, inUse, err := holder(ctx, tx, n.Email); err != nil {
			return err
		} else if inUse {
			return refuse(problem.EmailInUse, "This address belongs to an account already. Sign in with it and join.")
		}
		if err := s.takeUsername(ctx, tx, n.Username, "/person/username"); err != nil {
			return err
		}
		b, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		if err := checkCustom(b.Fields, PersonTab, n.Custom, nil, "/person/custom"); err != nil {
			return err
		}
		agreed, err := mustAccept(ctx, tx, ForRegistration, accepted, "/agreements")
		if err != nil {
			return err
		}
		p = s.person(n, hash, s.now())
		if err := tx.InsertPerson(ctx, p); err != nil {
			return err
		}
		who := Actor{Person: p.ID, Name: p.Username, FullName: p.FullName(), Address: by.Address, RequestID: by.RequestID}
		if organisation, err = s.join(ctx, tx, who, &p, i); err != nil {
			return err
		}
		if err := s.recordAccepted(ctx, tx, p, agreed); err != nil {
			return err
		}
		return s.auditPerson(ctx, tx, who, "person.activated", p)
	})
	if errors.Is(err, ErrTaken) {
		err = refuse(problem.UsernameTaken, "This user name is not available.") // somebody was faster
	}
	return p, organisation, err
}

// Join makes the actor, who belongs to no organisation, a member of that whose invitation was sent to the actor's
// address, or one of the bank's staff.
func (s *Service) Join(ctx context.Context, by Actor, token string) (m Member, err error) {
	if err := by.SignedIn(); err != nil {
		return m, err
	}
	if err := s.attempt(ctx, by.Person, linkLimit); err != nil {
		return m, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		p, err := tx.Person(ctx, by.Person)
		if err != nil {
			return err
		}
		if p.Role != "" {
			return refuse(problem.AlreadyInOrganisation, "You belong to an organisation, or to the bank, already.")
		}
		i, err := s.invitationOf(ctx, tx, token)
		if err != nil {
			return err
		}
		if i.EmailKey != p.EmailKey {
			return errLink()
		}
		if _, err := s.join(ctx, tx, by, &p, i); err != nil {
			return err
		}
		m, err = inPlace(ctx, tx, p)
		return err
	})
	return m, err
}

// join takes a person up where an invitation says, and gives the name of that place.
func (s *Service) join(ctx context.Context, tx Tx, by Actor, p *Person, i Invitation) (string, error) {
	place, err := placeName(ctx, tx, i.Organisation)
	if err != nil {
		return "", err
	}
	p.Organisation, p.Role, p.JoinedAt = i.Organisation, i.Role, s.now()
	if err := s.mailAdmins(ctx, tx, i.Organisation, mailJoined(*p, place)); err != nil {
		return "", err
	}
	if err := s.changePerson(ctx, tx, p); err != nil {
		return "", err
	}
	i.State = InvitationAccepted
	if err := tx.DeleteTickets(ctx, ForInvitation, i.ID); err != nil {
		return "", err
	}
	if err := tx.UpdateInvitation(ctx, i); err != nil {
		return "", err
	}
	action := "member.joined"
	if i.Role.Staff() {
		action = "staff.joined"
	}
	by.Role, by.Organisation = p.Role, p.Organisation
	return place, s.auditPerson(ctx, tx, by, action, *p, changed("role", "", string(p.Role))...)
}
