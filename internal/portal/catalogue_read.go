package portal

import (
	"context"
	"slices"
	"strings"
)

// ListedAPI is an API of the catalogue with where it stands.
type ListedAPI struct {
	CatalogueAPI
	Products, Groups []string
}

// APIUse is an application of the caller's organisation that has an API.
type APIUse struct {
	Subscription
	ApplicationName string
	// ProductionURL is where the bank serves it; "" but at stage production.
	ProductionURL string
}

// OpenedAPI is an API with what it can be on and, for members of an organisation, who has it.
type OpenedAPI struct {
	ListedAPI
	Plans []APIPlan
	// Member tells whether Uses, and in groups Usage, are there: the caller belongs to an organisation.
	Member bool
	Uses   []APIUse
	Usage  Figures // of the organisation, over the last 30 days
}

// sees tells whether somebody sees an entry of the catalogue: what is not published is there for the bank's staff alone.
func (a Actor) sees(api CatalogueAPI) bool { return api.Published || a.Role.Staff() }

// seen leaves out what somebody does not see: APIs, and shelves without one that is seen.
func (m ManagedCatalogue) seen(by Actor) ManagedCatalogue {
	shown := map[string]bool{}
	categories := map[string]bool{}
	m.APIs = slices.DeleteFunc(m.APIs, func(a CatalogueAPI) bool { return !by.sees(a) })
	for _, a := range m.APIs {
		shown[a.API], categories[a.Category] = true, true
	}
	bundles := func(list []Shelf) []Shelf {
		out := list[:0]
		for _, s := range list {
			s.APIs = slices.DeleteFunc(s.APIs, func(api string) bool { return !shown[api] })
			if len(s.APIs) > 0 {
				out = append(out, s)
			}
		}
		return out
	}
	m.Products, m.Groups = bundles(m.Products), bundles(m.Groups)
	for _, p := range m.Products {
		categories[p.Category] = true
	}
	m.Categories = slices.DeleteFunc(m.Categories, func(c Shelf) bool { return !categories[c.Name] })
	return m
}

// Shelves lists the shelves of a kind that have a published API. With a category only its products are listed.
func (s *Service) Shelves(ctx context.Context, kind ShelfKind, category string) (list []Shelf, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		m, err := readCatalogue(ctx, tx)
		list = m.seen(Actor{}).of(kind)
		return err
	})
	if category != "" {
		list = slices.DeleteFunc(list, func(p Shelf) bool { return p.Category != category })
	}
	return list, err
}

func (m ManagedCatalogue) of(kind ShelfKind) []Shelf {
	switch kind {
	case CategoryShelf:
		return m.Categories
	case ProductShelf:
		return m.Products
	}
	return m.Groups
}

// APISearch narrows the catalogue; empty members narrow nothing.
type APISearch struct {
	Text, Category, Product, Group string
	Featured                       *bool
	Cursor                         string
	Limit                          int
}

// SearchAPIs lists the published APIs that fit, featured ones first, and gives the cursor of the next page.
func (s *Service) SearchAPIs(ctx context.Context, q APISearch) (list []ListedAPI, next string, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		m, err := readCatalogue(ctx, tx)
		if err != nil {
			return err
		}
		list = nil
		m = m.seen(Actor{})
		for _, a := range m.APIs {
			if found := m.listed(a); q.fits(found) {
				list = append(list, found)
			}
		}
		list, next, err = pageAfter(list, q.Cursor, q.Limit, func(a ListedAPI) string { return a.API })
		return err
	})
	return list, next, err
}

// listed says where an API stands.
func (m ManagedCatalogue) listed(a CatalogueAPI) ListedAPI {
	in := func(list []Shelf) (names []string) {
		for _, s := range list {
			if slices.Contains(s.APIs, a.API) {
				names = append(names, s.Name)
			}
		}
		return names
	}
	return ListedAPI{CatalogueAPI: a, Products: in(m.Products), Groups: in(m.Groups)}
}

func (q APISearch) fits(a ListedAPI) bool {
	text := strings.ToLower(q.Text)
	return (strings.Contains(strings.ToLower(a.API), text) || strings.Contains(strings.ToLower(a.Title), text)) &&
		(q.Category == "" || a.Category == q.Category) &&
		(q.Product == "" || slices.Contains(a.Products, q.Product)) &&
		(q.Group == "" || slices.Contains(a.Groups, q.Group)) &&
		(q.Featured == nil || a.Featured == *q.Featured)
}

// Shelf gives a product or a group with its APIs. What is not published is there for the bank's staff alone.
func (s *Service) Shelf(ctx context.Context, by Actor, kind ShelfKind, name string) (shelf Shelf, apis []OpenedAPI, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		m, err := readCatalogue(ctx, tx)
		if err != nil {
			return err
		}
		if !by.Role.Staff() {
			m = m.seen(by)
		}
		at := slices.IndexFunc(m.of(kind), func(s Shelf) bool { return s.Name == name })
		if at < 0 {
			return ErrNotFound
		}
		shelf, apis = m.of(kind)[at], nil
		for _, api := range shelf.APIs {
			i := slices.IndexFunc(m.APIs, func(a CatalogueAPI) bool { return a.API == api })
			if i < 0 {
				continue
			}
			opened, err := s.opened(ctx, tx, by, m.listed(m.APIs[i]), kind == GroupShelf)
			if err != nil {
				return err
			}
			apis = append(apis, opened)
		}
		return nil
	})
	return shelf, apis, err
}

// API gives everything about an API. What is not published is there for the bank's staff alone.
func (s *Service) API(ctx context.Context, by Actor, name string) (api OpenedAPI, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		m, err := readCatalogue(ctx, tx)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(m.APIs, func(a CatalogueAPI) bool { return a.API == name && by.sees(a) })
		if i < 0 {
			return ErrNotFound
		}
		listed := m.APIs[i]
		if !by.Role.Staff() {
			m = m.seen(by)
		}
		api, err = s.opened(ctx, tx, by, m.listed(listed), false)
		return err
	})
	return api, err
}

// usageDays is how many days of usage a group shows.
const usageDays = 30

// opened adds to an API its plans and, for members of an organisation, who has it and how it is used.
func (s *Service) opened(ctx context.Context, tx Tx, by Actor, a ListedAPI, usage bool) (OpenedAPI, error) {
	out := OpenedAPI{ListedAPI: a, Member: by.Organisation != ""}
	plans, err := tx.APIPlans(ctx)
	if err != nil {
		return out, err
	}
	for _, p := range plans {
		if slices.Contains(a.Plans, p.Name) && (len(p.APIs) == 0 || slices.Contains(p.APIs, a.API)) && (p.Offered || by.Role.Staff()) {
			out.Plans = append(out.Plans, p)
		}
	}
	if !out.Member {
		return out, nil
	}
	applications, err := tx.ApplicationsOf(ctx, by.Organisation, false)
	if err != nil {
		return out, err
	}
	for _, application := range applications {
		subscriptions, err := tx.SubscriptionsOf(ctx, application.ID)
		if err != nil {
			return out, err
		}
		for _, sub := range subscriptions {
			if sub.API != a.API {
				continue
			}
			use := APIUse{Subscription: sub, ApplicationName: application.Name}
			if sub.Stage == StageProduction {
				use.ProductionURL = a.ProductionURL
			}
			out.Uses = append(out.Uses, use)
		}
	}
	if usage {
		last := DayOf(s.now())
		list, err := tx.Usage(ctx, UsageFilter{Organisation: by.Organisation, API: a.API, From: last.Before(usageDays - 1), To: last})
		if err != nil {
			return out, err
		}
		for _, u := range list {
			out.Usage.Add(u.Figures)
		}
	}
	return out, nil
}
