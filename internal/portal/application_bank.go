package portal

import "context"

// SuspendApplication switches an application off for the bank.
func (s *Service) SuspendApplication(ctx context.Context, by Actor, id, reason string) (ApplicationDetail, error) {
	return s.bankSwitches(ctx, by, id, stepSuspend, "application.suspended", reason)
}

// LiftApplication gives a suspended application back to its organisation, as it was.
func (s *Service) LiftApplication(ctx context.Context, by Actor, id, reason string) (ApplicationDetail, error) {
	return s.bankSwitches(ctx, by, id, stepLift, "application.lifted", reason)
}

func (s *Service) bankSwitches(ctx context.Context, by Actor, id string, to step, action, reason string) (d ApplicationDetail, err error) {
	if err := by.bankAdmin(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := tx.Application(ctx, id)
		if err != nil {
			return err
		}
		d, err = s.changed(ctx, tx, a, func(tx Tx, a *Application) (bool, error) {
			if err := a.take(to); err != nil {
				return false, err
			}
			if a.Reason = ""; a.State == ApplicationSuspended {
				a.Reason = reason
			}
			err := s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "application", Object: a.ID, ObjectName: a.Name,
				Organisation: a.Organisation, Reason: reason})
			if err != nil {
				return false, err
			}
			if err := s.mailMembers(ctx, tx, a.Organisation, letterSwitched(*a, reason)); err != nil {
				return false, err
			}
			return true, s.tellApplication(ctx, tx, *a, EventData{Type: action, Reason: reason})
		})
		return err
	})
	return d, err
}

// SetPartnerScope gives an application another partner scope, for the bank.
func (s *Service) SetPartnerScope(ctx context.Context, by Actor, id, scope, reason string) (d ApplicationDetail, err error) {
	if err := by.staff(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := tx.Application(ctx, id)
		if err != nil {
			return err
		}
		d, err = s.changed(ctx, tx, a, func(tx Tx, a *Application) (bool, error) {
			if err := a.take(stepPartnerScope); err != nil {
				return false, err
			}
			before := a.PartnerScope
			a.PartnerScope = scope
			return true, s.audit(ctx, tx, by, AuditEntry{Action: "application.partner-scope-set", ObjectKind: "application", Object: a.ID, ObjectName: a.Name,
				Organisation: a.Organisation, Reason: reason, Changes: []AuditChange{{Member: "partnerScope", Before: before, After: scope}}})
		})
		return err
	})
	return d, err
}
