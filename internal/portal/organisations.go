package portal

import (
	"context"
	"encoding/base64"
	"errors"
	"maps"
	"slices"

	"github.com/sandbank/sandbank/internal/problem"
)

// OrganisationDetail is an organisation with what is shown beside it.
type OrganisationDetail struct {
	Organisation
	Limits Limits // of its quota plan
	// PlanRequest is the id of the open request for another account plan; "" for none.
	PlanRequest string
}

// detailOf adds what is shown beside an organisation. Where it has no relationship manager of its own, the bank's one
// stands for it.
func detailOf(ctx context.Context, tx Tx, o Organisation) (d OrganisationDetail, err error) {
	d.Organisation = o
	quotas, err := tx.QuotaPlans(ctx)
	if err != nil {
		return d, err
	}
	for _, q := range quotas {
		if q.Name == o.Quota {
			d.Limits = q.Limits
		}
	}
	open, err := tx.Requests(ctx, RequestFilter{Kind: AccountPlanRequest, State: RequestOpen, Organisation: o.ID, Limit: 1})
	if err != nil {
		return d, err
	}
	if len(open) > 0 {
		d.PlanRequest = open[0].ID
	}
	if d.Manager.Name == "" {
		b, err := bankSettings(ctx, tx)
		if err != nil {
			return d, err
		}
		d.Manager = b.Manager
	}
	return d, nil
}

// Organisation gives the actor's organisation.
func (s *Service) Organisation(ctx context.Context, by Actor) (d OrganisationDetail, err error) {
	if err := by.inOrganisation(); err != nil {
		return d, err
	}
	return s.organisation(ctx, by.Organisation)
}

// AnyOrganisation gives an organisation to the bank's staff.
func (s *Service) AnyOrganisation(ctx context.Context, by Actor, id string) (d OrganisationDetail, err error) {
	if err := by.staff(); err != nil {
		return d, err
	}
	return s.organisation(ctx, id)
}

func (s *Service) organisation(ctx context.Context, id string) (d OrganisationDetail, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		o, err := activeOrganisation(ctx, tx, id)
		if err == nil {
			d, err = detailOf(ctx, tx, o)
		}
		return err
	})
	return d, err
}

// Organisations lists organisations for the bank's staff, by name. cursor is that of an earlier page.
func (s *Service) Organisations(ctx context.Context, by Actor, f OrganisationFilter, cursor string) (list []OrganisationDetail, next string, err error) {
	if err := by.staff(); err != nil {
		return nil, "", err
	}
	limit := f.Limit
	f.Limit++
	err = s.store.View(ctx, func(tx Tx) error {
		list, next = nil, ""
		if cursor != "" {
			// The id, since names are longer than a cursor may be.
			id, err := readCursor(cursor)
			if err != nil {
				return err
			}
			o, err := tx.Organisation(ctx, id)
			if notFound(err) {
				return errBadCursor()
			}
			if err != nil {
				return err
			}
			f.After = o.NameKey
		}
		found, err := tx.Organisations(ctx, f)
		if err != nil {
			return err
		}
		if len(found) > limit {
			found = found[:limit]
			next = writeCursor(found[limit-1].ID)
		}
		for _, o := range found {
			d, err := detailOf(ctx, tx, o)
			if err != nil {
				return err
			}
			list = append(list, d)
		}
		return nil
	})
	return list, next, err
}

// writeCursor writes the id of the last entry of a page as what a caller sends back.
func writeCursor(id string) string { return base64.RawURLEncoding.EncodeToString([]byte(id)) }

// readCursor reads what writeCursor has written: letters, digits, and what user names have beside them.
func readCursor(cursor string) (string, error) {
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	plain := func(b byte) bool {
		return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '.' || b == '_'
	}
	if err != nil || slices.ContainsFunc(text, func(b byte) bool { return !plain(b) }) {
		return "", errBadCursor()
	}
	return string(text), nil
}

func errBadCursor() error {
	return &Refusal{Code: problem.SchemaViolation, Detail: "The cursor is not one that this list has given.",
		Violations: []problem.Violation{{In: "query", Parameter: "cursor", Message: "is not the next of an earlier page"}}}
}

// OrganisationChange is what an organisation's admins can change of it.
type OrganisationChange struct {
	Name, Website string
	Custom        map[string]string
}

// ChangeOrganisation replaces what the actor, an admin, can change of the own organisation. match is the version that the
// change is made on; 0 is any.
func (s *Service) ChangeOrganisation(ctx context.Context, by Actor, match int64, c OrganisationChange) (d OrganisationDetail, err error) {
	if err := by.adminOfOwn(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		o, err := tx.Organisation(ctx, by.Organisation)
		if err != nil {
			return err
		}
		if match != 0 && match != o.Version {
			return ErrStale
		}
		b, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		if err := checkCustom(b.Fields, OrganisationTab, c.Custom, o.Custom, "/custom"); err != nil {
			return err
		}
		if nameKey(c.Name) != o.NameKey {
			if err := s.freeOrganisationName(ctx, tx, c.Name); err != nil {
				return err
			}
		}
		changes := changed("name", o.Name, c.Name)
		changes = append(changes, changed("website", o.Website, c.Website)...)
		changes = append(changes, changedCustom(o.Custom, c.Custom)...)
		o.Name, o.NameKey, o.Website, o.Custom = c.Name, nameKey(c.Name), c.Website, c.Custom
		if err := s.changeOrganisation(ctx, tx, &o); errors.Is(err, ErrTaken) {
			return errOrganisationExists("/name")
		} else if err != nil {
			return err
		}
		if err := s.auditOrganisation(ctx, tx, by, "organisation.changed", o, "", changes...); err != nil {
			return err
		}
		d, err = detailOf(ctx, tx, o)
		return err
	})
	return d, err
}

// freeOrganisationName makes a name free for an organisation, or refuses.
func (s *Service) freeOrganisationName(ctx context.Context, tx Tx, name string) error {
	lapsed, free, err := s.organisationName(ctx, tx, name)
	if err != nil {
		return err
	}
	if !free {
		return errOrganisationExists("/name")
	}
	return s.forgetOrganisation(ctx, tx, lapsed)
}

// forgetOrganisation takes away an organisation whose registration has lapsed, with its people; "" is none.
func (s *Service) forgetOrganisation(ctx context.Context, tx Tx, lapsed string) error {
	if lapsed == "" {
		return nil
	}
	people, err := tx.People(ctx, PersonFilter{Organisation: lapsed})
	if err != nil {
		return err
	}
	for _, p := range people {
		if err := s.forget(ctx, tx, p); err != nil {
			return err
		}
	}
	return tx.DeleteOrganisation(ctx, lapsed)
}

// SuspendOrganisation refuses every call and change of an organisation from now on.
func (s *Service) SuspendOrganisation(ctx context.Context, by Actor, id, reason string) (OrganisationDetail, error) {
	return s.bankChanges(ctx, by, id, func(tx Tx, o *Organisation) error {
		if o.Status == OrganisationSuspended {
			return refuse(problem.OrganisationStateConflict, "The organisation is suspended already.")
		}
		o.Status, o.Reason = OrganisationSuspended, reason
		if err := s.mailAdmins(ctx, tx, o.ID, mailSuspended(*o)); err != nil {
			return err
		}
		return s.auditOrganisation(ctx, tx, by, "organisation.suspended", *o, reason)
	})
}

// LiftOrganisation ends the suspension of an organisation.
func (s *Service) LiftOrganisation(ctx context.Context, by Actor, id, reason string) (OrganisationDetail, error) {
	return s.bankChanges(ctx, by, id, func(tx Tx, o *Organisation) error {
		if o.Status != OrganisationSuspended {
			return refuse(problem.OrganisationStateConflict, "The organisation is not suspended.")
		}
		o.Status, o.Reason = OrganisationActive, ""
		if err := s.mailAdmins(ctx, tx, o.ID, mailLifted(*o, reason)); err != nil {
			return err
		}
		return s.auditOrganisation(ctx, tx, by, "organisation.lifted", *o, reason)
	})
}

// SetManager says who at the bank looks after an organisation.
func (s *Service) SetManager(ctx context.Context, by Actor, id string, manager Contact) (OrganisationDetail, error) {
	return s.bankChanges(ctx, by, id, func(tx Tx, o *Organisation) error {
		changes := changed("relationshipManager", o.Manager.Name, manager.Name)
		changes = append(changes, changed("relationshipManager.email", o.Manager.Email, manager.Email)...)
		o.Manager = manager
		return s.auditOrganisation(ctx, tx, by, "organisation.relationship-manager-set", *o, "", changes...)
	})
}

// bankChanges changes an organisation on behalf of an admin of the bank.
func (s *Service) bankChanges(ctx context.Context, by Actor, id string, do func(Tx, *Organisation) error) (d OrganisationDetail, err error) {
	if err := by.bankAdmin(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		o, err := activeOrganisation(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := do(tx, &o); err != nil {
			return err
		}
		if err := s.changeOrganisation(ctx, tx, &o); err != nil {
			return err
		}
		d, err = detailOf(ctx, tx, o)
		return err
	})
	return d, err
}

func (s *Service) auditOrganisation(ctx context.Context, tx Tx, by Actor, action string, o Organisation, reason string, changes ...AuditChange) error {
	return s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "organisation", Object: o.ID, ObjectName: o.Name, Organisation: o.ID,
		Reason: reason, Changes: changes})
}

// sortedKeys lists the keys of two maps.
func sortedKeys(a, b map[string]string) []string {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]string{}
	}
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}
