package portal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/problem"
)

// CreateQuotaPlan adds a quota for account plans.
func (s *Service) CreateQuotaPlan(ctx context.Context, by Actor, p QuotaPlan) (QuotaPlan, error) {
	if err := by.bankAdmin(); err != nil {
		return p, err
	}
	if err := p.Limits.check(); err != nil {
		return p, err
	}
	p.Version = 1
	return p, s.store.Update(ctx, func(tx Tx) error {
		if err := tx.InsertQuotaPlan(ctx, p); err != nil {
			return taken(err, "There is a quota of this name.")
		}
		return s.auditPlan(ctx, tx, by, "plan.created", "quota-plan", p.Name, QuotaPlan{}.members(), p.members())
	})
}

// UpdateQuotaPlan replaces a quota. match is the version that the change is made on; 0 is any.
func (s *Service) UpdateQuotaPlan(ctx context.Context, by Actor, match int64, p QuotaPlan) (QuotaPlan, error) {
	if err := by.bankAdmin(); err != nil {
		return p, err
	}
	err := s.store.Update(ctx, func(tx Tx) error {
		before, err := quotaPlan(ctx, tx, p.Name)
		if err != nil {
			return err
		}
		if match != 0 && match != before.Version {
			return ErrStale
		}
		if err := p.Limits.check(); err != nil {
			return err
		}
		p.Version = before.Version + 1
		if err := tx.UpdateQuotaPlan(ctx, p); err != nil {
			return err
		}
		return s.auditPlan(ctx, tx, by, "plan.changed", "quota-plan", p.Name, before.members(), p.members())
	})
	return p, err
}

// DeleteQuotaPlan takes away a quota that no organisation is on and nobody asks for.
func (s *Service) DeleteQuotaPlan(ctx context.Context, by Actor, name string) error {
	if err := by.bankAdmin(); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		before, err := quotaPlan(ctx, tx, name)
		if err != nil {
			return err
		}
		if name == StandardQuota {
			return refuse(problem.InUse, "Registrations start with the quota Standard.")
		}
		organisations, err := tx.Organisations(ctx, OrganisationFilter{})
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(organisations, func(o Organisation) bool { return o.Quota == name }); i >= 0 {
			return refuse(problem.InUse, "The organisation "+organisations[i].Name+" is on this quota.")
		}
		err = notAsked(ctx, tx, AccountPlanRequest, func(r Request) bool { return r.Quota == name })
		if err != nil {
			return err
		}
		if err := tx.DeleteQuotaPlan(ctx, name); err != nil {
			return err
		}
		return s.auditPlan(ctx, tx, by, "plan.deleted", "quota-plan", name, before.members(), QuotaPlan{}.members())
	})
}

// UpdateAccessPlan replaces a set of APIs. match is the version that the change is made on; 0 is any.
func (s *Service) UpdateAccessPlan(ctx context.Context, by Actor, match int64, p AccessPlan) (AccessPlan, error) {
	if err := by.bankAdmin(); err != nil {
		return p, err
	}
	if p.Every {
		p.APIs = nil
	}
	shown := p
	err := s.store.Update(ctx, func(tx Tx) error {
		before, err := accessPlan(ctx, tx, p.Name)
		if err != nil {
			return err
		}
		if match != 0 && match != before.Version {
			return ErrStale
		}
		if err := checkAPIs(ctx, tx, p.APIs); err != nil {
			return err
		}
		p.Version = before.Version + 1
		if err := tx.UpdateAccessPlan(ctx, p); err != nil {
			return err
		}
		known, err := tx.CatalogueAPIs(ctx)
		if err != nil {
			return err
		}
		shown = p.shown(known)
		return s.auditPlan(ctx, tx, by, "plan.changed", "access-plan", p.Name, before.members(), p.members())
	})
	return shown, err
}

// CreateAPIPlan adds an API plan.
func (s *Service) CreateAPIPlan(ctx context.Context, by Actor, p APIPlan) (APIPlan, error) {
	if err := by.bankAdmin(); err != nil {
		return p, err
	}
	if err := p.Limits.check(); err != nil {
		return p, err
	}
	p.Version = 1
	return p, s.store.Update(ctx, func(tx Tx) error {
		if err := checkAPIs(ctx, tx, p.APIs); err != nil {
			return err
		}
		if err := tx.InsertAPIPlan(ctx, p); err != nil {
			return taken(err, "There is an API plan of this name.")
		}
		if err := enterPlan(ctx, tx, p, p.forAPI); err != nil {
			return err
		}
		return s.auditPlan(ctx, tx, by, "plan.created", "api-plan", p.Name, APIPlan{}.members(), p.members())
	})
}

// UpdateAPIPlan replaces an API plan. match is the version that the change is made on; 0 is any.
func (s *Service) UpdateAPIPlan(ctx context.Context, by Actor, match int64, p APIPlan) (APIPlan, error) {
	if err := by.bankAdmin(); err != nil {
		return p, err
	}
	err := s.store.Update(ctx, func(tx Tx) error {
		before, err := apiPlan(ctx, tx, p.Name)
		if err != nil {
			return err
		}
		if match != 0 && match != before.Version {
			return ErrStale
		}
		if err := p.Limits.check(); err != nil {
			return err
		}
		if err := checkAPIs(ctx, tx, p.APIs); err != nil {
			return err
		}
		if p.Name == SandboxPlan && (p.Production || len(p.APIs) > 0) {
			return refuse(problem.PlanInvalid, "Every API starts on the plan Sandbox, so it is for every API and not for production.")
		}
		used, err := tx.Subscriptions(ctx, "", "", p.Name)
		if err != nil {
			return err
		}
		for _, sub := range used {
			if len(p.APIs) > 0 && !slices.Contains(p.APIs, sub.API) {
				return refuseField(problem.InUse, "An application has the API "+sub.API+" on this plan.", "/apis", "leaves out "+sub.API+", which is on this plan")
			}
		}
		p.Version = before.Version + 1
		if err := tx.UpdateAPIPlan(ctx, p); err != nil {
			return err
		}
		if err := enterPlan(ctx, tx, p, func(api string) bool { return p.forAPI(api) && !before.forAPI(api) }); err != nil {
			return err
		}
		return s.auditPlan(ctx, tx, by, "plan.changed", "api-plan", p.Name, before.members(), p.members())
	})
	return p, err
}

// DeleteAPIPlan takes away an API plan that no application is on and nobody asks for.
func (s *Service) DeleteAPIPlan(ctx context.Context, by Actor, name string) error {
	if err := by.bankAdmin(); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		before, err := apiPlan(ctx, tx, name)
		if err != nil {
			return err
		}
		if name == SandboxPlan {
			return refuse(problem.InUse, "Every API starts on the plan Sandbox.")
		}
		used, err := tx.Subscriptions(ctx, "", "", name)
		if err != nil {
			return err
		}
		if len(used) > 0 {
			return refuse(problem.InUse, "An application has the API "+used[0].API+" on this plan.")
		}
		if err := notAsked(ctx, tx, APIPlanRequest, func(r Request) bool { return r.Plan == name }); err != nil {
			return err
		}
		if err := tx.DeleteAPIPlan(ctx, name); err != nil {
			return err
		}
		if err := strikePlan(ctx, tx, name); err != nil {
			return err
		}
		return s.auditPlan(ctx, tx, by, "plan.deleted", "api-plan", name, before.members(), APIPlan{}.members())
	})
}

// enterPlan notes in the catalogue that APIs can be on a plan: those that it is newly for.
func enterPlan(ctx context.Context, tx Tx, p APIPlan, newly func(api string) bool) error {
	known, err := tx.CatalogueAPIs(ctx)
	if err != nil {
		return err
	}
	for _, api := range known {
		if !newly(api.API) || slices.Contains(api.Plans, p.Name) {
			continue
		}
		api.Plans = append(slices.Clone(api.Plans), p.Name)
		api.Version++
		if err := tx.UpdateCatalogueAPI(ctx, api); err != nil {
			return err
		}
	}
	return nil
}

// strikePlan takes a plan that is gone out of the catalogue.
func strikePlan(ctx context.Context, tx Tx, name string) error {
	known, err := tx.CatalogueAPIs(ctx)
	if err != nil {
		return err
	}
	for _, api := range known {
		if !slices.Contains(api.Plans, name) {
			continue
		}
		api.Plans = slices.DeleteFunc(slices.Clone(api.Plans), func(p string) bool { return p == name })
		api.Version++
		if err := tx.UpdateCatalogueAPI(ctx, api); err != nil {
			return err
		}
	}
	return nil
}

// notAsked refuses with IN_USE while an open request asks for a plan.
func notAsked(ctx context.Context, tx Tx, kind RequestKind, asks func(Request) bool) error {
	open, err := tx.Requests(ctx, RequestFilter{Kind: kind, State: RequestOpen})
	if err == nil && slices.ContainsFunc(open, asks) {
		err = refuse(problem.InUse, "An open request asks for this plan. Decide it first.")
	}
	return err
}

// taken says in the portal's words that a name is taken.
func taken(err error, detail string) error {
	if errors.Is(err, ErrTaken) {
		return refuseField(problem.IdentifierTaken, detail, "/name", "is taken")
	}
	return err
}

// checkAPIs refuses APIs that the catalogue does not have.
func checkAPIs(ctx context.Context, tx Tx, names []string) error {
	known, err := catalogueByName(ctx, tx)
	if err != nil {
		return err
	}
	for i, name := range names {
		if _, ok := known[name]; !ok {
			return refuseField(problem.APIUnknown, "The catalogue has no API "+name+".", fmt.Sprintf("/apis/%d", i), "the catalogue has no such API")
		}
	}
	return nil
}

// check refuses limits where a longer time allows fewer calls than a shorter one.
func (l Limits) check() error {
	type span struct {
		member, name string
		calls        int64
	}
	spans := []span{{"callsPerSecond", "a second", l.PerSecond}, {"callsPerHour", "an hour", l.PerHour}, {"callsPerDay", "a day", l.PerDay}}
	for i, long := range spans {
		for _, short := range spans[:i] {
			if long.calls > 0 && short.calls > long.calls {
				return refuseField(problem.PlanInvalid, fmt.Sprintf("The plan allows %d calls %s, and only %d %s.", short.calls, short.name, long.calls, long.name),
					"/limits/"+long.member, "allows fewer calls than "+short.member)
			}
		}
	}
	return nil
}

// auditPlan writes down what was done with a plan.
func (s *Service) auditPlan(ctx context.Context, tx Tx, by Actor, action, kind, name string, before, after []member) error {
	title := after[0].value
	if title == "" {
		title = before[0].value
	}
	return s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: kind, Object: name, ObjectName: title, Changes: changesBetween(before, after)})
}

// members of plans begin with the title.
func (p AccessPlan) members() []member {
	return []member{{"title", p.Title}, {"description", p.Description}, {"every", strconv.FormatBool(p.Every)}, {"apis", strings.Join(p.APIs, ", ")},
		{"productionPlans", strconv.FormatBool(p.Production)}}
}

func (p QuotaPlan) members() []member {
	return append([]member{{"title", p.Title}, {"description", p.Description}, {"chargeable", strconv.FormatBool(p.Chargeable)},
		{"personalSupport", strconv.FormatBool(p.PersonalSupport)}, {"offered", strconv.FormatBool(p.Offered)}}, p.Limits.members()...)
}

func (p APIPlan) members() []member {
	return append([]member{{"title", p.Title}, {"rules", p.Rules}, {"apis", strings.Join(p.APIs, ", ")}, {"production", strconv.FormatBool(p.Production)},
		{"offered", strconv.FormatBool(p.Offered)}}, p.Limits.members()...)
}

func (l Limits) members() []member {
	words := func(n int64) string {
		if n == 0 {
			return "without bound"
		}
		return strconv.FormatInt(n, 10)
	}
	return []member{{"callsPerDay", words(l.PerDay)}, {"callsPerHour", words(l.PerHour)}, {"callsPerSecond", words(l.PerSecond)}}
}
