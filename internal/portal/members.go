package portal

import (
	"context"

	"github.com/sandbank/sandbank/internal/problem"
)

// Members lists the people of the actor's organisation, by user name. cursor is that of an earlier page.
func (s *Service) Members(ctx context.Context, by Actor, cursor string, limit int) (list []Person, next string, err error) {
	if err := by.inOrganisation(); err != nil {
		return nil, "", err
	}
	return s.people(ctx, PersonFilter{Organisation: by.Organisation, Limit: limit}, cursor)
}

// people lists people, by user name, which is what a cursor holds.
func (s *Service) people(ctx context.Context, f PersonFilter, cursor string) (list []Person, next string, err error) {
	if cursor != "" {
		if f.After, err = readCursor(cursor); err != nil {
			return nil, "", err
		}
	}
	limit := f.Limit
	f.Limit++
	err = s.store.View(ctx, func(tx Tx) (err error) {
		list, err = tx.People(ctx, f)
		return err
	})
	if len(list) > limit {
		list = list[:limit]
		next = writeCursor(list[limit-1].UsernameKey)
	}
	return list, next, err
}

// ChangeMemberRole makes a member of the actor's organisation an admin or a developer.
func (s *Service) ChangeMemberRole(ctx context.Context, by Actor, person string, role Role) (p Person, err error) {
	if err := by.adminOfOwn(); err != nil {
		return p, err
	}
	err = s.store.Update(ctx, func(tx Tx) (err error) {
		p, err = s.changeRole(ctx, tx, by, person, role, "member.role-changed")
		return err
	})
	return p, err
}

// RemoveMember ends a membership in the actor's organisation, and all sessions of the person.
func (s *Service) RemoveMember(ctx context.Context, by Actor, person string) error {
	if err := by.adminOfOwn(); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		p, place, err := s.remove(ctx, tx, by, person, "member.removed")
		if err != nil {
			return err
		}
		return s.mail(ctx, tx, p.Email, mailRemoved(p, place))
	})
}

// ChangeStaffRole makes somebody of the bank a reviewer or an admin.
func (s *Service) ChangeStaffRole(ctx context.Context, by Actor, person string, role Role) (p Person, err error) {
	if err := by.bankAdmin(); err != nil {
		return p, err
	}
	err = s.store.Update(ctx, func(tx Tx) (err error) {
		p, err = s.changeRole(ctx, tx, by, person, role, "staff.role-changed")
		return err
	})
	return p, err
}

// RemoveStaff takes the role of somebody of the bank away, and ends all sessions of the person.
func (s *Service) RemoveStaff(ctx context.Context, by Actor, person string) error {
	if err := by.bankAdmin(); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		_, _, err := s.remove(ctx, tx, by, person, "staff.removed")
		return err
	})
}

// colleague gives somebody who belongs where the actor does: to the same organisation, or to the bank. place is its name.
func (s *Service) colleague(ctx context.Context, tx Tx, by Actor, person string) (p Person, place string, err error) {
	p, err = tx.Person(ctx, person)
	if err != nil {
		return p, "", err
	}
	if by.Organisation == "" {
		if !p.Role.Staff() {
			return p, "", ErrNotFound
		}
		b, err := bankSettings(ctx, tx)
		return p, b.BankName, err
	}
	if p.Organisation != by.Organisation || p.Status == PersonPending {
		return p, "", ErrNotFound
	}
	o, err := tx.Organisation(ctx, p.Organisation)
	return p, o.Name, err
}

// changeRole changes the role of a colleague of the actor.
func (s *Service) changeRole(ctx context.Context, tx Tx, by Actor, person string, role Role, action string) (Person, error) {
	p, place, err := s.colleague(ctx, tx, by, person)
	if err != nil || p.Role == role {
		return p, err
	}
	if err := notLast(ctx, tx, p); err != nil {
		return p, err
	}
	before := p.Role
	p.Role = role
	if err := s.changePerson(ctx, tx, &p); err != nil {
		return p, err
	}
	if err := s.mail(ctx, tx, p.Email, mailRole(p, place)); err != nil {
		return p, err
	}
	return p, s.auditPerson(ctx, tx, by, action, p, changed("role", string(before), string(role))...)
}

// remove takes a colleague of the actor out of the place where both are.
func (s *Service) remove(ctx context.Context, tx Tx, by Actor, person, action string) (p Person, place string, err error) {
	p, place, err = s.colleague(ctx, tx, by, person)
	if err != nil {
		return p, place, err
	}
	if err := notLast(ctx, tx, p); err != nil {
		return p, place, err
	}
	if err := s.auditPerson(ctx, tx, by, action, p); err != nil { // still of its organisation
		return p, place, err
	}
	p.Organisation, p.Role = "", ""
	p.Era++
	return p, place, s.changePerson(ctx, tx, &p)
}

// notLast refuses to take away the last admin of an organisation, or of the bank. Who is locked cannot act as one.
func notLast(ctx context.Context, tx Tx, p Person) error {
	if p.Role != Admin && p.Role != BankAdmin {
		return nil
	}
	admins, err := tx.People(ctx, PersonFilter{Organisation: p.Organisation, Role: p.Role, Status: PersonActive})
	if err != nil {
		return err
	}
	for _, a := range admins {
		if a.ID != p.ID {
			return nil
		}
	}
	if p.Role == BankAdmin {
		return refuse(problem.LastBankAdmin, "This is the last admin of the bank.")
	}
	return refuse(problem.LastAdmin, "This is the last admin of the organisation.")
}
