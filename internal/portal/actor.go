package portal

import "github.com/sandbank/sandbank/internal/problem"

// Role is what a person may do.
type Role string

// Roles of an organisation's people, then of the bank's staff. Who was removed from an organisation has none.
const (
	Admin     Role = "admin"
	Developer Role = "developer"
	Reviewer  Role = "reviewer"
	BankAdmin Role = "bank-admin"
)

// Staff tells whether the role is one of the bank.
func (r Role) Staff() bool { return r == Reviewer || r == BankAdmin }

// Actor is on whose behalf something is done. The zero Actor is nobody.
type Actor struct {
	// Person is the id of who it is, Name the user name and FullName the name as the audit log shows them.
	Person, Name, FullName string
	Role                   Role
	// Organisation is the id of the person's organisation; "" for the bank's staff, and for people without one.
	Organisation string
	// Suspended tells that the bank has suspended the organisation: its people read and change nothing.
	Suspended bool
	// Address is that of the client, by which attempts are limited; RequestID that of the call, for the audit log.
	Address, RequestID string
}

// The bank itself, where nobody's call is the cause.
var system = Actor{Name: "sandbank"}

func (a Actor) named() PersonName { return PersonName{a.Person, a.FullName} }

// SignedIn refuses nobody.
func (a Actor) SignedIn() error {
	if a.Person == "" {
		return refuse(problem.CredentialsMissing, "Sign in first.")
	}
	return nil
}

// MayChange refuses the people of a suspended organisation. The server asks it before every operation that changes
// something but what is a person's own.
func (a Actor) MayChange() error {
	if a.Suspended {
		return refuse(problem.OrganisationSuspended, "The bank has suspended the organisation; nothing of it can be changed.")
	}
	return nil
}

// inOrganisation refuses everybody who belongs to no organisation.
func (a Actor) inOrganisation() error {
	if err := a.SignedIn(); err != nil {
		return err
	}
	if a.Organisation == "" {
		return refuse(problem.NoOrganisation, "This is for members of an organisation, and you belong to none.")
	}
	return nil
}

// adminOfOwn refuses everybody but the admins of some organisation, who do something to their own.
func (a Actor) adminOfOwn() error { return a.admin(a.Organisation) }

// member refuses everybody but the people of an organisation. Those of another learn no more than that there is no such
// thing.
func (a Actor) member(organisation string) error {
	if err := a.inOrganisation(); err != nil {
		return err
	}
	if a.Organisation != organisation {
		return ErrNotFound
	}
	return nil
}

// admin refuses everybody but the admins of an organisation.
func (a Actor) admin(organisation string) error {
	if err := a.member(organisation); err != nil {
		return err
	}
	if a.Role != Admin {
		return refuse(problem.AdminNeeded, "Only an admin of the organisation can do this.")
	}
	return nil
}

// staff refuses everybody but the bank's staff.
func (a Actor) staff() error {
	if err := a.SignedIn(); err != nil {
		return err
	}
	if !a.Role.Staff() {
		return refuse(problem.BankStaffNeeded, "Only the bank's staff can do this.")
	}
	return nil
}

// bankAdmin refuses everybody but the bank's admins.
func (a Actor) bankAdmin() error {
	if err := a.SignedIn(); err != nil {
		return err
	}
	if a.Role != BankAdmin {
		return refuse(problem.BankAdminNeeded, "Only an admin of the bank can do this.")
	}
	return nil
}
