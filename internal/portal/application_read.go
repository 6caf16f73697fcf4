package portal

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
)

// ApplicationDetail is an application with everything that is shown of it.
type ApplicationDetail struct {
	Application
	OrganisationName string
	// ClientID is there from the approval to the deletion.
	ClientID      string
	Subscriptions []SubscriptionDetail
	// Request is the id of the open request that decides about the application.
	Request string
}

// SubscriptionDetail is a subscription with everything that is shown of it.
type SubscriptionDetail struct {
	Subscription
	Title string
	// Requests are the ids of the open requests about it.
	Requests []string
	// ProductionURL is where the bank serves the API; "" but at stage production.
	ProductionURL string
}

// ApplicationList narrows a list of applications, and says which page of it is meant.
type ApplicationList struct {
	Organisation, API string
	State             ApplicationState // "" is every state but deleted
	Text              string
	Cursor            string
	Limit             int
}

// Applications lists the applications of the actor's organisation, by name.
func (s *Service) Applications(ctx context.Context, by Actor, q ApplicationList) (list []ApplicationDetail, next string, err error) {
	if err := by.inOrganisation(); err != nil {
		return nil, "", err
	}
	q.Organisation = by.Organisation
	return s.listApplications(ctx, q)
}

// AllApplications lists the applications of all organisations for the bank's staff, by name.
func (s *Service) AllApplications(ctx context.Context, by Actor, q ApplicationList) (list []ApplicationDetail, next string, err error) {
	if err := by.staff(); err != nil {
		return nil, "", err
	}
	return s.listApplications(ctx, q)
}

func (s *Service) listApplications(ctx context.Context, q ApplicationList) (list []ApplicationDetail, next string, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		after, err := afterApplication(ctx, tx, q.Cursor)
		if err != nil {
			return err
		}
		found, err := tx.Applications(ctx, ApplicationFilter{Organisation: q.Organisation, API: q.API, State: q.State, Text: fold(q.Text), After: after, Limit: q.Limit + 1})
		if err != nil {
			return err
		}
		if next = ""; len(found) > q.Limit {
			found = found[:q.Limit]
			next = base64.RawURLEncoding.EncodeToString([]byte(found[q.Limit-1].ID))
		}
		list, err = s.detailed(ctx, tx, found)
		return err
	})
	return list, next, err
}

// afterApplication reads the cursor of a list of applications. It holds the id of the last one, since names are longer
// than a cursor may be.
func afterApplication(ctx context.Context, tx Tx, cursor string) (NamePlace, error) {
	if cursor == "" {
		return NamePlace{}, nil
	}
	id, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return NamePlace{}, errCursor
	}
	a, err := tx.Application(ctx, string(id))
	if errors.Is(err, ErrNotFound) {
		return NamePlace{}, errCursor
	}
	return NamePlace{a.NameKey, a.ID}, err
}

// Application gives an application to the people of its organisation.
func (s *Service) Application(ctx context.Context, by Actor, id string) (d ApplicationDetail, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		a, err := ownApplication(ctx, tx, by, id)
		if err == nil {
			d, err = s.detail(ctx, tx, a)
		}
		return err
	})
	return d, err
}

// AnyApplication gives an application of any organisation to the bank's staff.
func (s *Service) AnyApplication(ctx context.Context, by Actor, id string) (d ApplicationDetail, err error) {
	if err := by.staff(); err != nil {
		return d, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		a, err := tx.Application(ctx, id)
		if err == nil {
			d, err = s.detail(ctx, tx, a)
		}
		return err
	})
	return d, err
}

// Subscription gives one API of an application to the people of its organisation.
func (s *Service) Subscription(ctx context.Context, by Actor, application, api string) (SubscriptionDetail, error) {
	d, err := s.Application(ctx, by, application)
	if err != nil {
		return SubscriptionDetail{}, err
	}
	for _, sub := range d.Subscriptions {
		if sub.API == api {
			return sub, nil
		}
	}
	return SubscriptionDetail{}, ErrNotFound
}

// ownApplication gives an application of the actor's organisation.
func ownApplication(ctx context.Context, tx Tx, by Actor, id string) (Application, error) {
	if err := by.inOrganisation(); err != nil {
		return Application{}, err
	}
	a, err := tx.Application(ctx, id)
	if err != nil {
		return Application{}, err
	}
	return a, by.member(a.Organisation)
}

// subscriptionOf gives one API of an application.
func subscriptionOf(ctx context.Context, tx Tx, application, api string) (Subscription, error) {
	list, err := tx.SubscriptionsOf(ctx, application)
	if err != nil {
		return Subscription{}, err
	}
	i := slices.IndexFunc(list, func(s Subscription) bool { return s.API == api })
	if i < 0 {
		return Subscription{}, ErrNotFound
	}
	return list[i], nil
}

func (s *Service) detail(ctx context.Context, tx Tx, a Application) (ApplicationDetail, error) {
	list, err := s.detailed(ctx, tx, []Application{a})
	if err != nil {
		return ApplicationDetail{}, err
	}
	return list[0], nil
}

// detailed adds to applications what is shown of them.
func (s *Service) detailed(ctx context.Context, tx Tx, applications []Application) ([]ApplicationDetail, error) {
	if len(applications) == 0 {
		return nil, nil
	}
	var ids []string
	list := make([]ApplicationDetail, len(applications))
	at := map[string]*ApplicationDetail{}
	names := map[string]string{}
	for i, a := range applications {
		list[i].Application = a
		ids = append(ids, a.ID)
		at[a.ID] = &list[i]
		if _, known := names[a.Organisation]; !known {
			o, err := tx.Organisation(ctx, a.Organisation)
			if err != nil {
				return nil, fmt.Errorf("read the organisation of an application: %w", err)
			}
			names[a.Organisation] = o.Name
		}
		list[i].OrganisationName = names[a.Organisation]
	}
	credentials, err := tx.CredentialsOf(ctx, ids...)
	if err != nil {
		return nil, err
	}
	for _, c := range credentials {
		if !c.Current() {
			continue
		}
		if at[c.Application].ClientID, err = s.secrets.Open(c.Key, keyPurpose(c.ID)); err != nil {
			return nil, fmt.Errorf("open a key: %w", err)
		}
	}
	open, err := tx.Requests(ctx, RequestFilter{State: RequestOpen, Applications: ids})
	if err != nil {
		return nil, err
	}
	for _, r := range open {
		if r.Kind == ApplicationRequest {
			at[r.Application].Request = r.ID
		}
	}
	subscriptions, err := tx.SubscriptionsOf(ctx, ids...)
	if err != nil {
		return nil, err
	}
	known, err := catalogueByName(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, sub := range subscriptions {
		d := SubscriptionDetail{Subscription: sub, Title: sub.API}
		if api, ok := known[sub.API]; ok {
			d.Title = api.Title
			if sub.Stage == StageProduction {
				d.ProductionURL = api.ProductionURL
			}
		}
		for _, r := range open {
			if r.Application == sub.Application && r.Kind != ApplicationRequest && slices.Contains(r.APIs, sub.API) {
				d.Requests = append(d.Requests, r.ID)
			}
		}
		at[sub.Application].Subscriptions = append(at[sub.Application].Subscriptions, d)
	}
	return list, nil
}

// catalogueByName gives the whole catalogue, published or not, by the names of the APIs.
func catalogueByName(ctx context.Context, tx Tx) (map[string]CatalogueAPI, error) {
	list, err := tx.CatalogueAPIs(ctx)
	if err != nil {
		return nil, err
	}
	out := make(map[string]CatalogueAPI, len(list))
	for _, a := range list {
		out[a.API] = a
	}
	return out, nil
}
