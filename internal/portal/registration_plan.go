package portal

import (
	"context"
	"slices"

	"github.com/sandbank/sandbank/internal/problem"
)

// planOffered refuses an account plan that organisations cannot ask for.
func (s *Service) planOffered(ctx context.Context, tx Tx, access, quota string) error {
	known, err := tx.AccessPlans(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(known, func(p AccessPlan) bool { return p.Name == access }) {
		return refuseField(problem.PlanUnknown, "There is no such account plan.", "/accountPlan/access", "is no plan that is offered")
	}
	quotas, err := tx.QuotaPlans(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(quotas, func(p QuotaPlan) bool { return p.Name == quota && p.Offered }) {
		return refuseField(problem.PlanUnknown, "There is no such account plan.", "/accountPlan/quota", "is no plan that is offered")
	}
	return nil
}

// requestPlanAtActivation makes the request for the account plan that was asked for in a registration.
func (s *Service) requestPlanAtActivation(ctx context.Context, tx Tx, o Organisation, by Actor, access, quota string) error {
	r := Request{ID: s.newID(), Kind: AccountPlanRequest, State: RequestOpen, Organisation: o.ID, Access: access, Quota: quota,
		Comment: "Asked for in the registration.", CreatedBy: by.named(), CreatedAt: s.now(), Version: 1}
	if err := tx.InsertRequest(ctx, r); err != nil {
		return err
	}
	return s.audit(ctx, tx, by, AuditEntry{Action: "request.created", ObjectKind: "request", Object: r.ID, ObjectName: access + " and " + quota})
}

// sandboxOf gives the application that an organisation has from its activation on.
func sandboxOf(ctx context.Context, tx Tx, organisation string) (Application, error) {
	all, err := tx.Applications(ctx, ApplicationFilter{Organisation: organisation})
	if err != nil {
		return Application{}, err
	}
	for _, a := range all {
		if a.Sandbox {
			return a, nil
		}
	}
	return Application{}, ErrNotFound
}
