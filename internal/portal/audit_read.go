package portal

import "context"

// ListedAudit is an entry of the audit log with the name of its organisation as it is now; "" when that is gone.
type ListedAudit struct {
	AuditEntry
	OrganisationName string
}

// Audit lists what was done in the caller's organisation and to it, the latest first, to its admins. Who of the bank has
// done something, and from where anybody did, is not told.
func (s *Service) Audit(ctx context.Context, by Actor, f AuditFilter) ([]ListedAudit, string, error) {
	if err := by.adminOfOwn(); err != nil {
		return nil, "", err
	}
	f.Organisation = by.Organisation
	list, next, err := s.listAudit(ctx, f)
	for i := range list {
		e := &list[i]
		e.ClientAddress = ""
		if e.Actor == BankActor {
			e.Person, e.PersonName, e.Username = "", "", ""
		}
	}
	return list, next, err
}

// BankAudit lists what was done by anybody, the latest first, to the bank's staff.
func (s *Service) BankAudit(ctx context.Context, by Actor, f AuditFilter) ([]ListedAudit, string, error) {
	if err := by.staff(); err != nil {
		return nil, "", err
	}
	return s.listAudit(ctx, f)
}

func (s *Service) listAudit(ctx context.Context, f AuditFilter) (list []ListedAudit, next string, err error) {
	limit := f.Limit
	f.Limit++
	err = s.store.View(ctx, func(tx Tx) error {
		found, err := tx.Audit(ctx, f)
		if err != nil {
			return err
		}
		found, next = page(found, limit, func(e AuditEntry) Place { return Place{e.At, e.ID} })
		name := organisationNames(tx)
		list = make([]ListedAudit, len(found))
		for i, e := range found {
			list[i].AuditEntry = e
			if list[i].OrganisationName, err = name(ctx, e.Organisation); err != nil {
				return err
			}
		}
		return nil
	})
	return list, next, err
}

// organisationNames gives a function that gives the names of organisations, each read once; "" for those that are gone.
func organisationNames(tx Tx) func(ctx context.Context, id string) (string, error) {
	names := map[string]string{"": ""}
	return func(ctx context.Context, id string) (string, error) {
		if name, known := names[id]; known {
			return name, nil
		}
		o, err := tx.Organisation(ctx, id)
		if err != nil && !notFound(err) {
			return "", err
		}
		names[id] = o.Name
		return o.Name, nil
	}
}
