package portal

import (
	"context"
	"fmt"
	"net/mail"
	"regexp"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/problem"
)

// This file is for the first minute: the first admin of the bank, whom nobody can invite, and a bank and a partner to try
// everything with.

// usernames are what user names can be.
var usernames = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$`)

// CreateBankAdmin makes an admin of the bank whom nobody has invited. Only the program itself can do this.
func (s *Service) CreateBankAdmin(ctx context.Context, n NewPerson) (p Person, err error) {
	if err := checkNewPerson(n); err != nil {
		return p, err
	}
	hash, err := s.secrets.HashPassword(ctx, n.Password)
	if err != nil {
		return p, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		p, err = s.insertStaff(ctx, tx, n, hash)
		return err
	})
	return p, err
}

func (s *Service) insertStaff(ctx context.Context, tx Tx, n NewPerson, hash string) (Person, error) {
	if err := s.takeUsername(ctx, tx, n.Username, "/username"); err != nil {
		return Person{}, err
	}
	if _, inUse, err := holder(ctx, tx, n.Email); err != nil || inUse {
		if err == nil {
			err = refuse(problem.EmailInUse, "This e-mail address belongs to somebody already.")
		}
		return Person{}, err
	}
	p := s.person(n, hash, s.now())
	p.Role, p.JoinedAt = BankAdmin, p.CreatedAt
	if err := tx.InsertPerson(ctx, p); err != nil {
		return Person{}, err
	}
	return p, s.auditPerson(ctx, tx, system, "staff.joined", p)
}

// checkNewPerson refuses what the forms of the portal would refuse.
func checkNewPerson(n NewPerson) error {
	if !usernames.MatchString(n.Username) {
		return refuse(problem.SchemaViolation, "A user name has 3 to 64 letters, digits, dots, underscores and hyphens, and begins with a letter or a digit.")
	}
	if a, err := mail.ParseAddress(n.Email); err != nil || a.Address != n.Email {
		return refuse(problem.SchemaViolation, "The e-mail address cannot be one.")
	}
	if length := utf8.RuneCountInString(n.Password); length < 12 || length > 256 {
		return refuse(problem.PasswordTooWeak, "A password has 12 to 256 characters.")
	}
	return checkPassword(n.Password, n.Username, "/password")
}

// Names of the demo.
const (
	demoPartner  = "Demo Partner"
	demoUsername = "demo"
	demoStaff    = "demo-bank"
	demoPlan     = "unlimited"
)

// Demo is what somebody needs to try everything.
type Demo struct {
	Organisation, Application string // ids
	ClientID, ClientSecret    string
	// Username is that of the partner's admin, Staff that of the bank's.
	Username, Staff string
}

// DemoFits tells whether there is the demo, or nobody at all who could mind it.
func (s *Service) DemoFits(ctx context.Context) (fits bool, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		_, err := tx.OrganisationByName(ctx, nameKey(demoPartner))
		if fits = err == nil; fits || !notFound(err) {
			return err
		}
		organisations, err := tx.Organisations(ctx, OrganisationFilter{Limit: 1})
		if err != nil {
			return err
		}
		staff, err := tx.People(ctx, PersonFilter{Role: BankAdmin, Limit: 1})
		fits = len(organisations) == 0 && len(staff) == 0
		return err
	})
	return fits, err
}

// Demo gives the demo partner, whose application has every test API without practical limits, and makes it, with an admin
// of the bank, where it is missing. The people's passwords are set when they are made.
func (s *Service) Demo(ctx context.Context, password, staffPassword string) (d Demo, err error) {
	hash, err := s.secrets.HashPassword(ctx, password)
	if err != nil {
		return d, err
	}
	staffHash, err := s.secrets.HashPassword(ctx, staffPassword)
	if err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		d = Demo{Username: demoUsername, Staff: demoStaff}
		o, err := tx.OrganisationByName(ctx, nameKey(demoPartner))
		if notFound(err) {
			if o, err = s.makeDemo(ctx, tx, hash); err == nil {
				_, err = s.insertStaff(ctx, tx, NewPerson{Username: demoStaff, FirstName: "Demo", LastName: "Bank", Email: "bank@bank.example"}, staffHash)
			}
		}
		if err != nil {
			return err
		}
		a, err := sandboxOf(ctx, tx, o.ID)
		if err != nil {
			return err
		}
		d.Organisation, d.Application = o.ID, a.ID
		if err := unlimit(ctx, tx, a.ID); err != nil {
			return err
		}
		working, err := s.working(ctx, tx, a.ID)
		if err != nil || len(working) == 0 {
			return err
		}
		pair, err := s.pair(working[0], false)
		d.ClientID, d.ClientSecret = pair.ClientID, pair.ClientSecret
		return err
	})
	if err != nil {
		return d, fmt.Errorf("make the demo: %w", err)
	}
	return d, nil
}

// makeDemo makes the demo partner with its plans.
func (s *Service) makeDemo(ctx context.Context, tx Tx, hash string) (o Organisation, err error) {
	if err := tx.InsertQuotaPlan(ctx, QuotaPlan{Name: demoPlan, Title: "Unlimited", Description: "Without practical limits.", Version: 1}); err != nil {
		return o, err
	}
	if err := tx.InsertAPIPlan(ctx, APIPlan{Name: demoPlan, Title: "Unlimited", Rules: "Without practical limits.", Version: 1}); err != nil {
		return o, err
	}
	now := s.now()
	p := s.person(NewPerson{Username: demoUsername, FirstName: "Demo", LastName: "Partner", Email: "demo@partner.example"}, hash, now)
	o = Organisation{ID: s.newID(), Name: demoPartner, NameKey: nameKey(demoPartner), Status: OrganisationPending, Access: firstAccess, Quota: demoPlan,
		PlanSince: now, FirstContact: p.named(), CreatedAt: now, UpdatedAt: now, Version: 1}
	p.Organisation, p.Role, p.Status = o.ID, Admin, PersonPending
	if err := tx.InsertOrganisation(ctx, o); err != nil {
		return o, err
	}
	if err := tx.InsertPerson(ctx, p); err != nil {
		return o, err
	}
	made, err := s.enrol(ctx, tx, system, p, o)
	if err != nil {
		return o, err
	}
	return made.Organisation, nil
}

// unlimit puts what the demo's application has on the plan Sandbox, as every application Sandbox has it at first, on the
// plan without practical limits.
func unlimit(ctx context.Context, tx Tx, application string) error {
	subscriptions, err := tx.SubscriptionsOf(ctx, application)
	if err != nil {
		return err
	}
	for _, sub := range subscriptions {
		if sub.Plan != SandboxPlan {
			continue
		}
		sub.Plan = demoPlan
		if err := tx.PutSubscription(ctx, sub); err != nil {
			return err
		}
	}
	return nil
}
