package portal

import (
	"context"
	"errors"
	"slices"

	"github.com/sandbank/sandbank/internal/problem"
)

// Verdict is what one of the bank's staff decides about a request.
type Verdict struct {
	Approve bool
	Reason  string
	// Final is for a stage that is rejected: that it cannot be requested again. Plan is for stage production that is
	// approved: the API plan that comes with it; "" is the first one for production that the API can be on.
	Final bool
	Plan  string
}

// decision is a request while it is decided.
type decision struct {
	*Request
	Verdict
	by           Actor
	organisation Organisation
	application  *Application // nil where the request is about the organisation
}

// decided says for every kind of request what approving and rejecting it does, besides to the request itself.
func (s *Service) decided(kind RequestKind) (approve, reject func(context.Context, Tx, *decision) error) {
	nothing := func(context.Context, Tx, *decision) error { return nil }
	switch kind {
	case ApplicationRequest:
		return s.approveApplication, rejectApplication
	case SubscriptionRequest:
		return s.approveSubscription, s.rejectSubscription
	case AccountPlanRequest:
		return s.approveAccountPlan, nothing
	case APIPlanRequest:
		return s.approveAPIPlan, nothing
	case StageRequest:
		return s.approveStage, nothing
	}
	return nothing, nothing
}

// Decide approves or rejects a request. match is the version of the request that was judged; 0 is any.
func (s *Service) Decide(ctx context.Context, by Actor, id string, match int64, v Verdict) (shown RequestDetail, err error) {
	if err := by.staff(); err != nil {
		return shown, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		r, err := tx.Request(ctx, id)
		switch {
		case err != nil:
			return err
		case match != 0 && match != r.Version:
			return ErrStale
		case r.State != RequestOpen:
			return refuse(problem.RequestClosed, "The request is "+string(r.State)+" already.")
		}
		if err := v.check(r); err != nil {
			return err
		}
		d := &decision{Request: &r, Verdict: v, by: by}
		if err := s.decide(ctx, tx, d); err != nil {
			return err
		}
		shown, err = showOne(ctx, tx, by, r)
		return err
	})
	return shown, err
}

// check refuses a verdict that does not fit what is decided.
func (v Verdict) check(r Request) error {
	if v.Final && (v.Approve || r.Kind != StageRequest) {
		return refuseField(problem.DecisionInvalid, "Only the rejection of a stage can be final.", "/final", "is for a stage that is rejected")
	}
	if v.Plan != "" && (!v.Approve || r.Kind != StageRequest || r.Stage != StageProduction) {
		return refuseField(problem.DecisionInvalid, "A plan comes only with the approval of stage Production.", "/plan", "is for stage production that is approved")
	}
	return nil
}

func (s *Service) decide(ctx context.Context, tx Tx, d *decision) (err error) {
	if d.organisation, err = tx.Organisation(ctx, d.Organisation); err != nil {
		return err
	}
	if d.organisation.Status == OrganisationSuspended {
		return refuse(problem.OrganisationStateConflict, "The organisation is suspended. Lift the suspension first.")
	}
	if d.Application != "" {
		a, err := tx.Application(ctx, d.Application)
		if err != nil {
			return err
		}
		d.application = &a
	}
	approve, reject := s.decided(d.Kind)
	d.Decision = &Decision{Reason: d.Reason, Final: d.Final, By: d.by.named(), At: s.now()}
	outcome, do := RequestRejected, reject
	if d.Approve {
		outcome, do = RequestApproved, approve
	}
	if err := do(ctx, tx, d); err != nil {
		return err
	}
	d.State = outcome
	d.Request.Version++
	if err := tx.UpdateRequest(ctx, *d.Request); err != nil {
		return err
	}
	if d.application != nil {
		d.application.Version++
		if err := tx.UpdateApplication(ctx, *d.application); err != nil {
			return err
		}
	}
	action := string(d.Kind) + "." + string(outcome)
	if err := s.auditDecision(ctx, tx, d, action); err != nil {
		return err
	}
	if err := s.mailDecision(ctx, tx, d); err != nil {
		return err
	}
	return s.tellDecision(ctx, tx, d, action)
}

// auditDecision writes down a decision about what it is about: the application, or else the request.
func (s *Service) auditDecision(ctx context.Context, tx Tx, d *decision, action string) error {
	if d.Kind != ApplicationRequest {
		return s.auditRequest(ctx, tx, d.by, *d.Request, action)
	}
	return s.audit(ctx, tx, d.by, AuditEntry{Action: action, ObjectKind: "application", Object: d.Application, ObjectName: d.application.Name,
		Organisation: d.Organisation, Reason: d.Reason})
}

// approveApplication makes an application work: with credentials, and the APIs that it asks for.
func (s *Service) approveApplication(ctx context.Context, tx Tx, d *decision) error {
	if err := d.application.take(stepApprove); err != nil {
		return err
	}
	a := d.application
	known, err := catalogueByName(ctx, tx)
	if err != nil {
		return err
	}
	has, err := tx.SubscriptionsOf(ctx, a.ID)
	if err != nil {
		return err
	}
	for _, sub := range has {
		if err := checkAccess(ctx, tx, d.organisation, []CatalogueAPI{known[sub.API]}); err != nil {
			return err
		}
		sub.State, sub.Since = SubscriptionApproved, s.now()
		if err := tx.PutSubscription(ctx, sub); err != nil {
			return err
		}
	}
	a.Reason, a.ApprovedAt = "", s.now()
	_, err = s.issue(ctx, tx, a.ID)
	return err
}

func rejectApplication(_ context.Context, _ Tx, d *decision) error {
	if err := d.application.take(stepReject); err != nil {
		return err
	}
	d.application.Reason = d.Reason
	return nil
}

// subscription gives the one subscription that a decision is about, with its entry in the catalogue.
func (d *decision) subscription(ctx context.Context, tx Tx) (Subscription, CatalogueAPI, error) {
	sub, err := subscriptionOf(ctx, tx, d.Application, d.APIs[0])
	if err != nil {
		return sub, CatalogueAPI{}, err
	}
	api, err := tx.CatalogueAPI(ctx, sub.API)
	if errors.Is(err, ErrNotFound) {
		return sub, api, refuse(problem.APIUnknown, "The catalogue does not have the API "+sub.API+" any more.")
	}
	return sub, api, err
}

func (s *Service) approveSubscription(ctx context.Context, tx Tx, d *decision) error {
	sub, api, err := d.subscription(ctx, tx)
	if err != nil {
		return err
	}
	if err := checkAccess(ctx, tx, d.organisation, []CatalogueAPI{api}); err != nil {
		return err
	}
	sub.State, sub.Since = SubscriptionApproved, s.now()
	if err := tx.PutSubscription(ctx, sub); err != nil {
		return err
	}
	return s.giveServerHash(ctx, tx, d.Application)
}

func (s *Service) rejectSubscription(ctx context.Context, tx Tx, d *decision) error {
	sub, err := subscriptionOf(ctx, tx, d.Application, d.APIs[0])
	if err != nil {
		return err
	}
	sub.State, sub.Reason, sub.Since = SubscriptionRejected, d.Reason, s.now()
	return tx.PutSubscription(ctx, sub)
}

func (s *Service) approveAccountPlan(ctx context.Context, tx Tx, d *decision) error {
	return s.putOnAccountPlan(ctx, tx, &d.organisation, d.Access, d.Quota)
}

func (s *Service) approveAPIPlan(ctx context.Context, tx Tx, d *decision) error {
	sub, api, err := d.subscription(ctx, tx)
	if err != nil {
		return err
	}
	plan, err := apiPlan(ctx, tx, d.Request.Plan)
	if err != nil {
		return err
	}
	if err := fitsPlan(ctx, tx, d.organisation, api, plan, ""); err != nil {
		return err
	}
	sub.Plan = plan.Name
	return tx.PutSubscription(ctx, sub)
}

// approveStage moves an API on. Open requests for an API plan are overtaken by the plan that the stage comes with.
func (s *Service) approveStage(ctx context.Context, tx Tx, d *decision) error {
	sub, api, err := d.subscription(ctx, tx)
	if err != nil {
		return err
	}
	if err := checkAccess(ctx, tx, d.organisation, []CatalogueAPI{api}); err != nil {
		return err
	}
	sub.Stage, sub.Plan, sub.Since = d.Stage, SandboxPlan, s.now()
	if d.Stage == StageProduction {
		plan, err := s.productionPlan(ctx, tx, d, api)
		if err != nil {
			return err
		}
		sub.Plan, d.Decision.Plan = plan.Name, plan.Name
	}
	if err := tx.PutSubscription(ctx, sub); err != nil {
		return err
	}
	return withdraw(ctx, tx, d.Application, func(r Request) bool { return r.Kind == APIPlanRequest && slices.Contains(r.APIs, sub.API) })
}

// productionPlan gives the plan that stage production comes with.
func (s *Service) productionPlan(ctx context.Context, tx Tx, d *decision, api CatalogueAPI) (APIPlan, error) {
	plans, err := tx.APIPlans(ctx)
	if err != nil {
		return APIPlan{}, err
	}
	i := slices.IndexFunc(plans, func(p APIPlan) bool {
		return p.Production && p.Takes(api) && (p.Name == d.Verdict.Plan || d.Verdict.Plan == "" && p.Offered)
	})
	if i < 0 {
		return APIPlan{}, refuseField(problem.PlanUnknown, "The API "+api.API+" cannot be on such a plan for production.", "/plan", "is no plan for production that the API can be on")
	}
	return plans[i], fitsPlan(ctx, tx, d.organisation, api, plans[i], "/plan")
}
