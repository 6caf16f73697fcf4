package portal

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/sandbank/sandbank/internal/problem"
)

// Has tells whether an account plan with this set of APIs has an API of the catalogue.
func (p AccessPlan) Has(api CatalogueAPI) bool {
	return p.Every || api.Test || slices.Contains(p.APIs, api.API)
}

// Takes tells whether an API of the catalogue can be on a plan: the plan is for the API, and the catalogue has it there.
func (p APIPlan) Takes(api CatalogueAPI) bool {
	return p.forAPI(api.API) && slices.Contains(api.Plans, p.Name)
}

func (p APIPlan) forAPI(api string) bool { return len(p.APIs) == 0 || slices.Contains(p.APIs, api) }

// selection is APIs that somebody has chosen, by themselves and by groups.
type selection struct{ apis, groups []string }

// resolve gives the APIs of a selection, by name and each once. It refuses what the catalogue does not show to partners,
// and with NO_API_CHOSEN when nothing is left.
func (c selection) resolve(ctx context.Context, tx Tx) ([]CatalogueAPI, error) {
	known, err := catalogueByName(ctx, tx)
	if err != nil {
		return nil, err
	}
	names := slices.Clone(c.apis)
	for i, name := range names {
		if !known[name].Published {
			return nil, refuseField(problem.APIUnknown, "The catalogue has no API "+name+".", fmt.Sprintf("/apis/%d", i), "the catalogue has no such API")
		}
	}
	for i, name := range c.groups {
		group, err := tx.Shelf(ctx, GroupShelf, name)
		if errors.Is(err, ErrNotFound) {
			return nil, refuseField(problem.GroupUnknown, "The catalogue has no group "+name+".", fmt.Sprintf("/groups/%d", i), "the catalogue has no such group")
		}
		if err != nil {
			return nil, err
		}
		for _, api := range group.APIs {
			if known[api].Published {
				names = append(names, api)
			}
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if len(names) == 0 {
		return nil, errNoAPI
	}
	out := make([]CatalogueAPI, len(names))
	for i, name := range names {
		out[i] = known[name]
	}
	return out, nil
}

var errNoAPI = refuseField(problem.NoAPIChosen, "Choose an API, or a group with an API.", "/apis", "no API is chosen")

// checkAccess refuses APIs that the organisation's account plan does not have.
func checkAccess(ctx context.Context, tx Tx, o Organisation, apis []CatalogueAPI) error {
	plan, err := accessPlan(ctx, tx, o.Access)
	if err != nil {
		return err
	}
	for _, api := range apis {
		if !plan.Has(api) {
			return refuse(problem.AccountPlanTooLow, fmt.Sprintf("The account plan %s does not have the API %s.", plan.Title, api.API))
		}
	}
	return nil
}

// AddAPIs adds APIs, by themselves and by groups, to an application, and gives all that it has then. What is added to an
// application that works waits for the bank by itself; one that the bank has rejected is asked for anew.
func (s *Service) AddAPIs(ctx context.Context, by Actor, id string, apis, groups []string) (ApplicationDetail, error) {
	return s.changeApplication(ctx, by, id, 0, func(tx Tx, a *Application) (bool, error) {
		if err := a.take(stepChangeAPIs); err != nil {
			return false, err
		}
		open, err := openRequests(ctx, tx, a.ID)
		if err != nil {
			return false, err
		}
		chosen, err := selection{apis, groups}.resolve(ctx, tx)
		if err != nil {
			return false, err
		}
		has, err := tx.SubscriptionsOf(ctx, a.ID)
		if err != nil {
			return false, err
		}
		added := slices.DeleteFunc(chosen, func(api CatalogueAPI) bool {
			return slices.ContainsFunc(has, func(sub Subscription) bool { return sub.API == api.API && sub.State != SubscriptionRejected })
		})
		if len(added) == 0 {
			return false, refuse(problem.APIAlreadyAdded, "The application has all of these APIs.")
		}
		if err := s.addAPIs(ctx, tx, by, a, added); err != nil {
			return false, err
		}
		return true, renewReview(ctx, tx, a.ID, open)
	})
}

// addAPIs adds APIs to an application that is there already.
func (s *Service) addAPIs(ctx context.Context, tx Tx, by Actor, a *Application, apis []CatalogueAPI) error {
	o, err := tx.Organisation(ctx, a.Organisation)
	if err != nil {
		return err
	}
	if err := s.subscribe(ctx, tx, o, a, apis); err != nil {
		return err
	}
	alone := !a.ApprovedAt.IsZero()
	var titles []string
	for _, api := range apis {
		titles = append(titles, api.Title)
		err := s.audit(ctx, tx, by, AuditEntry{Action: "subscription.requested", ObjectKind: "subscription", Object: api.API, ObjectName: api.Title, Application: a.ID})
		if err != nil {
			return err
		}
		if !alone {
			continue
		}
		_, err = s.openRequest(ctx, tx, by, Request{Kind: SubscriptionRequest, Organisation: a.Organisation, Application: a.ID, APIs: []string{api.API}})
		if err != nil {
			return err
		}
	}
	if !alone {
		return nil
	}
	return s.mailReview(ctx, tx, o.ID, letterAPIsAsked(o, *a, titles))
}

// subscribe has an application ask for APIs, if the account plan has them.
func (s *Service) subscribe(ctx context.Context, tx Tx, o Organisation, a *Application, apis []CatalogueAPI) error {
	if err := checkAccess(ctx, tx, o, apis); err != nil {
		return err
	}
	for _, api := range apis {
		err := tx.PutSubscription(ctx, Subscription{Application: a.ID, API: api.API, State: SubscriptionRequested, Stage: StageSandbox, Plan: SandboxPlan, Since: s.now()})
		if err != nil {
			return err
		}
	}
	return nil
}

// RemoveAPI takes an API out of an application at once.
func (s *Service) RemoveAPI(ctx context.Context, by Actor, id, api string) error {
	_, err := s.changeApplication(ctx, by, id, 0, func(tx Tx, a *Application) (bool, error) {
		if err := a.take(stepChangeAPIs); err != nil {
			return false, err
		}
		has, err := tx.SubscriptionsOf(ctx, a.ID)
		if err != nil {
			return false, err
		}
		if !slices.ContainsFunc(has, func(sub Subscription) bool { return sub.API == api }) {
			return false, ErrNotFound
		}
		if len(has) == 1 {
			return false, refuse(problem.LastAPI, "It is the last API of the application. Delete the application, or add another API first.")
		}
		open, err := openRequests(ctx, tx, a.ID)
		if err != nil {
			return false, err
		}
		if err := s.removeAPI(ctx, tx, by, a, api); err != nil {
			return false, err
		}
		return true, renewReview(ctx, tx, a.ID, open)
	})
	return err
}

// removeAPI ends a subscription and withdraws what is asked for about it.
func (s *Service) removeAPI(ctx context.Context, tx Tx, by Actor, a *Application, api string) error {
	if err := tx.DeleteSubscription(ctx, a.ID, api); err != nil {
		return err
	}
	err := withdraw(ctx, tx, a.ID, func(r Request) bool { return r.Kind != ApplicationRequest && slices.Contains(r.APIs, api) })
	if err != nil {
		return err
	}
	return s.audit(ctx, tx, by, AuditEntry{Action: "subscription.removed", ObjectKind: "subscription", Object: api, ObjectName: api, Application: a.ID})
}
