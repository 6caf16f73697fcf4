package portal

import "context"

// Activated is what an activation has brought.
type Activated struct {
	Person       Person
	Organisation Organisation
	// Sandbox is the organisation's first application.
	Sandbox Application
}

// Activate activates the account that a link was sent for, and its organisation.
func (s *Service) Activate(ctx context.Context, by Actor, token string) (a Activated, err error) {
	if err := s.attempt(ctx, by.Address, linkLimit); err != nil {
		return a, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		_, p, err := s.ticketOf(ctx, tx, ForActivation, token)
		if err != nil {
			return err
		}
		_, inUse, err := holder(ctx, tx, p.Email)
		if err != nil {
			return err
		}
		if p.Status != PersonPending || s.lapsed(p) || inUse {
			return errLink()
		}
		o, err := tx.Organisation(ctx, p.Organisation)
		if err != nil {
			return err
		}
		if err := tx.DeleteTickets(ctx, ForActivation, p.ID); err != nil {
			return err
		}
		a, err = s.enrol(ctx, tx, by, p, o)
		if err != nil {
			return err
		}
		return s.mail(ctx, tx, p.Email, mailWelcome(p, o.Name))
	})
	return a, err
}

// enrol makes a registration active: the person, the organisation, and its application Sandbox.
func (s *Service) enrol(ctx context.Context, tx Tx, by Actor, p Person, o Organisation) (a Activated, err error) {
	now := s.now()
	who := Actor{Person: p.ID, Name: p.Username, FullName: p.FullName(), Role: p.Role, Organisation: o.ID, Address: by.Address, RequestID: by.RequestID}
	access, quota := o.WantedAccess, o.WantedQuota
	p.Status, p.JoinedAt = PersonActive, now
	o.Status, o.PlanSince, o.WantedAccess, o.WantedQuota = OrganisationActive, now, "", ""
	if err := s.changePerson(ctx, tx, &p); err != nil {
		return a, err
	}
	if err := s.changeOrganisation(ctx, tx, &o); err != nil {
		return a, err
	}
	if err := s.auditPerson(ctx, tx, who, "person.activated", p); err != nil {
		return a, err
	}
	if err := s.audit(ctx, tx, who, AuditEntry{Action: "organisation.created", ObjectKind: "organisation", Object: o.ID, ObjectName: o.Name}); err != nil {
		return a, err
	}
	if err := s.openSandbox(ctx, tx, o, who); err != nil {
		return a, err
	}
	if access != "" && (access != o.Access || quota != o.Quota) {
		if err := s.requestPlanAtActivation(ctx, tx, o, who, access, quota); err != nil {
			return a, err
		}
	}
	a.Person, a.Organisation = p, o
	a.Sandbox, err = sandboxOf(ctx, tx, o.ID)
	return a, err
}

// ResendActivation sends another link to an account that is registered and not activated, if there is one.
func (s *Service) ResendActivation(ctx context.Context, by Actor, account, proof string) error {
	if err := s.passHuman(ctx, by, proof); err != nil {
		return err
	}
	return s.mailAccount(ctx, by, account, func(p Person) bool { return p.Status == PersonPending && !s.lapsed(p) },
		func(tx Tx, p Person) error {
			ends := s.now().Add(s.settings.Activation)
			if kept := p.CreatedAt.Add(s.settings.Reserved); p.ID != "" && kept.Before(ends) {
				ends = kept
			}
			if err := s.auditPerson(ctx, tx, by, "person.activation-resent", p); err != nil {
				return err
			}
			o, err := tx.Organisation(ctx, p.Organisation)
			if err != nil && !notFound(err) {
				return err
			}
			return s.mailRegistered(ctx, tx, p, o, ends)
		})
}

// ForgotPassword sends a link for a new password to an account, if there is one.
func (s *Service) ForgotPassword(ctx context.Context, by Actor, account, proof string) error {
	if err := s.passHuman(ctx, by, proof); err != nil {
		return err
	}
	return s.mailAccount(ctx, by, account, func(p Person) bool { return p.Status == PersonActive },
		func(tx Tx, p Person) error {
			ends := s.now().Add(s.settings.Reset)
			link, err := s.link(ctx, tx, Ticket{Purpose: ForPasswordReset, Subject: p.ID, ExpiresAt: ends})
			if err != nil {
				return err
			}
			if err := s.auditPerson(ctx, tx, by, "person.password-forgotten", p); err != nil {
				return err
			}
			return s.mail(ctx, tx, p.Email, mailPasswordReset(p, link, ends))
		})
}

// mailAccount finds the account of a user name or an e-mail address that is fit for something, and does it; with nobody
// where there is none, so that both take the same work. What is done for nobody is seen by nobody.
func (s *Service) mailAccount(ctx context.Context, by Actor, account string, fit func(Person) bool, do func(Tx, Person) error) error {
	if err := s.attempt(ctx, by.Address, mailOfAddress); err != nil {
		return err
	}
	if err := s.attempt(ctx, fold(account), mailOfAccount); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		named, err := tx.PersonByUsername(ctx, fold(account))
		if err != nil && !notFound(err) {
			return err
		}
		people, err := tx.PeopleByEmail(ctx, fold(account))
		if err != nil {
			return err
		}
		var who Person
		for _, p := range append(people, named) {
			if p.ID != "" && fit(p) {
				who = p
			}
		}
		return do(tx, who)
	})
}
