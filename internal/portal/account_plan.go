package portal

import (
	"context"
	"errors"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// AccountPlan is the account plan of an organisation: its set of APIs, and its quota.
type AccountPlan struct {
	Access, Quota string
	Limits        Limits
	Since         time.Time
	// Request is the id of the open request for another one.
	Request string
}

// AccountPlan gives the account plan of the actor's organisation.
func (s *Service) AccountPlan(ctx context.Context, by Actor) (p AccountPlan, err error) {
	if err := by.inOrganisation(); err != nil {
		return p, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		o, err := tx.Organisation(ctx, by.Organisation)
		if err == nil {
			p, err = accountPlanOf(ctx, tx, o)
		}
		return err
	})
	return p, err
}

func accountPlanOf(ctx context.Context, tx Tx, o Organisation) (AccountPlan, error) {
	quota, err := quotaPlan(ctx, tx, o.Quota)
	if err != nil {
		return AccountPlan{}, err
	}
	p := AccountPlan{Access: o.Access, Quota: o.Quota, Limits: quota.Limits, Since: o.PlanSince}
	open, err := openAccountPlanRequests(ctx, tx, o.ID)
	if err == nil && len(open) > 0 {
		p.Request = open[0].ID
	}
	return p, err
}

func openAccountPlanRequests(ctx context.Context, tx Tx, organisation string) ([]Request, error) {
	return tx.Requests(ctx, RequestFilter{Kind: AccountPlanRequest, State: RequestOpen, Organisation: organisation})
}

// RequestAccountPlan asks the bank for another set of APIs, another quota, or both.
func (s *Service) RequestAccountPlan(ctx context.Context, by Actor, access, quota, comment string) (d RequestDetail, err error) {
	if err := by.adminOfOwn(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		o, err := tx.Organisation(ctx, by.Organisation)
		if err != nil {
			return err
		}
		if access == o.Access && quota == o.Quota {
			return refuse(problem.AccountPlanUnchanged, "The organisation is on this account plan.")
		}
		wanted, err := quotaPlan(ctx, tx, quota)
		if errors.Is(err, ErrNotFound) || err == nil && !wanted.Offered && quota != o.Quota {
			return refuseField(problem.PlanUnknown, "The quota "+quota+" is not offered.", "/quota", "is not offered")
		}
		if err != nil {
			return err
		}
		err = pending(ctx, tx, RequestFilter{Kind: AccountPlanRequest, Organisation: o.ID}, "an account plan")
		if err != nil {
			return err
		}
		d, err = s.requestFor(ctx, tx, by, o, Request{Kind: AccountPlanRequest, Organisation: o.ID, Access: access, Quota: quota, Comment: comment})
		return err
	})
	return d, err
}

// requestFor opens a request for a plan or a stage, writes it down and tells the reviewers.
func (s *Service) requestFor(ctx context.Context, tx Tx, by Actor, o Organisation, r Request) (RequestDetail, error) {
	r, err := s.openRequest(ctx, tx, by, r)
	if err != nil {
		return RequestDetail{}, err
	}
	if err := s.auditRequest(ctx, tx, by, r, "request.created"); err != nil {
		return RequestDetail{}, err
	}
	d, err := showOne(ctx, tx, by, r)
	if err != nil {
		return d, err
	}
	return d, s.mailReviewers(ctx, tx, letterAsked(o, d))
}

// AssignAccountPlan gives an organisation an account plan without a request, also one that is not offered. An open
// request for one is withdrawn.
func (s *Service) AssignAccountPlan(ctx context.Context, by Actor, organisation, access, quota, reason string) (p AccountPlan, err error) {
	if err := by.bankAdmin(); err != nil {
		return p, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		o, err := activeOrganisation(ctx, tx, organisation)
		if err != nil {
			return err
		}
		before := o
		if err := s.putOnAccountPlan(ctx, tx, &o, access, quota); err != nil {
			return err
		}
		open, err := openAccountPlanRequests(ctx, tx, o.ID)
		if err != nil {
			return err
		}
		if err := withdrawAll(ctx, tx, open); err != nil {
			return err
		}
		err = s.audit(ctx, tx, by, AuditEntry{Action: "account-plan.assigned", ObjectKind: "organisation", Object: o.ID, ObjectName: o.Name,
			Organisation: o.ID, Reason: reason, Changes: changesBetween(
				[]member{{"access", before.Access}, {"quota", before.Quota}}, []member{{"access", access}, {"quota", quota}})})
		if err != nil {
			return err
		}
		if err := s.mailAdmins(ctx, tx, o.ID, letterAssigned(o, reason)); err != nil {
			return err
		}
		p, err = accountPlanOf(ctx, tx, o)
		return err
	})
	return p, err
}

// putOnAccountPlan gives an organisation an account plan.
func (s *Service) putOnAccountPlan(ctx context.Context, tx Tx, o *Organisation, access, quota string) error {
	for _, check := range []struct {
		member string
		find   func() error
	}{
		{"/access", func() error { _, err := accessPlan(ctx, tx, access); return err }},
		{"/quota", func() error { _, err := quotaPlan(ctx, tx, quota); return err }},
	} {
		if err := check.find(); errors.Is(err, ErrNotFound) {
			return refuseField(problem.PlanUnknown, "There is no such account plan.", check.member, "there is no such plan")
		} else if err != nil {
			return err
		}
	}
	if o.Access == access && o.Quota == quota {
		return nil
	}
	o.Access, o.Quota, o.PlanSince = access, quota, s.now()
	return s.changeOrganisation(ctx, tx, o)
}

// RequestAPIPlan asks the bank for another plan for one API of an application.
func (s *Service) RequestAPIPlan(ctx context.Context, by Actor, application, api, plan, comment string) (d RequestDetail, err error) {
	if err := by.adminOfOwn(); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := ownApplication(ctx, tx, by, application)
		if err != nil {
			return err
		}
		sub, err := subscriptionOf(ctx, tx, a.ID, api)
		if err != nil {
			return err
		}
		o, err := tx.Organisation(ctx, a.Organisation)
		if err != nil {
			return err
		}
		if err := checkPlanRequest(ctx, tx, o, a, sub, plan); err != nil {
			return err
		}
		d, err = s.requestFor(ctx, tx, by, o, Request{Kind: APIPlanRequest, Organisation: o.ID, Application: a.ID, APIs: []string{api}, Plan: plan, Comment: comment})
		return err
	})
	return d, err
}

// checkPlanRequest refuses to ask for an API plan that cannot be had.
func checkPlanRequest(ctx context.Context, tx Tx, o Organisation, a Application, sub Subscription, name string) error {
	if err := a.take(stepAskPlan); err != nil {
		return err
	}
	if sub.State != SubscriptionApproved {
		return refuse(problem.SubscriptionStateConflict, "The API is "+string(sub.State)+", not approved.")
	}
	if sub.Stage == StageUAT {
		return refuse(problem.StageUsesSandboxPlan, "At stage UAT the API stays on the plan Sandbox.")
	}
	api, err := tx.CatalogueAPI(ctx, sub.API)
	if err != nil {
		return err
	}
	plan, err := apiPlan(ctx, tx, name)
	if errors.Is(err, ErrNotFound) || err == nil && !plan.Offered {
		return errPlan("/plan")
	}
	if err != nil {
		return err
	}
	if sub.Plan == name {
		return refuse(problem.APIPlanUnchanged, "The API is on this plan.")
	}
	if err := fitsPlan(ctx, tx, o, api, plan, "/plan"); err != nil {
		return err
	}
	return pending(ctx, tx, RequestFilter{Kind: APIPlanRequest, Applications: []string{a.ID}, API: sub.API}, "a plan of this API")
}

func errPlan(pointer string) error {
	return refuseField(problem.PlanUnknown, "The API cannot be on this plan.", pointer, "is no plan that the API can be on")
}

// fitsPlan refuses a plan that an API of an organisation cannot be on. pointer is where the plan is named; "" where it
// is not.
func fitsPlan(ctx context.Context, tx Tx, o Organisation, api CatalogueAPI, plan APIPlan, pointer string) error {
	if !plan.Takes(api) {
		if pointer == "" {
			return refuse(problem.PlanUnknown, "The API cannot be on this plan any more.")
		}
		return errPlan(pointer)
	}
	if !plan.Production {
		return nil
	}
	return allowsProduction(ctx, tx, o)
}

// allowsProduction refuses production to an organisation whose account plan does not allow it.
func allowsProduction(ctx context.Context, tx Tx, o Organisation) error {
	access, err := accessPlan(ctx, tx, o.Access)
	if err == nil && !access.Production {
		err = refuse(problem.AccountPlanTooLow, "The account plan "+access.Title+" does not allow production. Request another account plan first.")
	}
	return err
}
