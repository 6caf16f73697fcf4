package portal

import (
	"context"
	"slices"
)

// PlanList is the plans that somebody can see.
type PlanList struct {
	Access []AccessPlan
	Quota  []QuotaPlan
	API    []APIPlan
}

// Plans lists the plans. Those that are not offered are shown to the bank's staff, and to organisations that are on them.
func (s *Service) Plans(ctx context.Context, by Actor) (list PlanList, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		if list, err = allPlans(ctx, tx); err != nil || by.Role.Staff() {
			return err
		}
		quota, on := "", map[string]bool{}
		if by.Organisation != "" {
			o, err := tx.Organisation(ctx, by.Organisation)
			if err != nil {
				return err
			}
			has, err := tx.Subscriptions(ctx, o.ID, "", "")
			if err != nil {
				return err
			}
			for _, sub := range has {
				on[sub.Plan] = true
			}
			quota = o.Quota
		}
		list.Quota = slices.DeleteFunc(list.Quota, func(p QuotaPlan) bool { return !p.Offered && p.Name != quota })
		list.API = slices.DeleteFunc(list.API, func(p APIPlan) bool { return !p.Offered && !on[p.Name] })
		return nil
	})
	return list, err
}

// allPlans gives every plan, sets of APIs with the test APIs that they have by that.
func allPlans(ctx context.Context, tx Tx) (list PlanList, err error) {
	if list.Access, err = tx.AccessPlans(ctx); err != nil {
		return list, err
	}
	known, err := tx.CatalogueAPIs(ctx)
	if err != nil {
		return list, err
	}
	for i := range list.Access {
		list.Access[i] = list.Access[i].shown(known)
	}
	if list.Quota, err = tx.QuotaPlans(ctx); err != nil {
		return list, err
	}
	list.API, err = tx.APIPlans(ctx)
	return list, err
}

// shown gives a set of APIs as people see it: with the published test APIs, which every set has.
func (p AccessPlan) shown(known []CatalogueAPI) AccessPlan {
	if p.Every {
		p.APIs = nil
		return p
	}
	p.APIs = slices.Clone(p.APIs)
	for _, api := range known {
		if api.Test && api.Published {
			p.APIs = append(p.APIs, api.API)
		}
	}
	slices.Sort(p.APIs)
	p.APIs = slices.Compact(p.APIs)
	return p
}

func accessPlan(ctx context.Context, tx Tx, name string) (AccessPlan, error) {
	list, err := tx.AccessPlans(ctx)
	return planNamed(list, err, func(p AccessPlan) bool { return p.Name == name })
}

func quotaPlan(ctx context.Context, tx Tx, name string) (QuotaPlan, error) {
	list, err := tx.QuotaPlans(ctx)
	return planNamed(list, err, func(p QuotaPlan) bool { return p.Name == name })
}

func apiPlan(ctx context.Context, tx Tx, name string) (APIPlan, error) {
	list, err := tx.APIPlans(ctx)
	return planNamed(list, err, func(p APIPlan) bool { return p.Name == name })
}

func planNamed[P any](list []P, err error, is func(P) bool) (found P, _ error) {
	if err != nil {
		return found, err
	}
	i := slices.IndexFunc(list, is)
	if i < 0 {
		return found, ErrNotFound
	}
	return list[i], nil
}
