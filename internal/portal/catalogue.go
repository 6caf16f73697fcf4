package portal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/problem"
)

// CatalogueAPI is an API as the catalogue has it. What it does is said by its document, of the same name.
type CatalogueAPI struct {
	API, Title, Summary string
	Category            string // the name of a category; "" is none
	Featured            bool
	// Published tells whether partners see it. Test tells whether every account plan has it.
	Published, Test bool
	// Order is where it stands in lists: the lower, the further in front.
	Order int64
	// Plans are the names of the API plans that it can be on.
	Plans []string
	// ProductionURL is where the bank serves it; it is shown at stage production. "" is nowhere.
	ProductionURL string
	Version       int64
}

// Shelf is what APIs of the catalogue are arranged by: a category, a product, which bundles APIs, or a group, whose APIs
// an application can choose together.
type Shelf struct {
	Kind                     ShelfKind
	Name, Title, Description string
	Category                 string   // of a product; "" is none
	APIs                     []string // of a product or a group, in their order
	Order                    int64
	Version                  int64
}

// ShelfKind tells what kind of shelf it is.
type ShelfKind string

// Kinds of shelves.
const (
	CategoryShelf ShelfKind = "category"
	ProductShelf  ShelfKind = "product"
	GroupShelf    ShelfKind = "group"
)

// Catalogue is what a Store keeps of APIs and how they are arranged.
type Catalogue interface {
	// CatalogueAPIs lists featured APIs first, then by order and name. CatalogueAPI gives one.
	CatalogueAPIs(ctx context.Context) ([]CatalogueAPI, error)
	CatalogueAPI(ctx context.Context, api string) (CatalogueAPI, error)
	InsertCatalogueAPI(ctx context.Context, a CatalogueAPI) error
	// Updates change the version before the value's; ErrStale when there is another by now.
	UpdateCatalogueAPI(ctx context.Context, a CatalogueAPI) error
	// Shelves lists those of a kind, by order and name.
	Shelves(ctx context.Context, kind ShelfKind) ([]Shelf, error)
	Shelf(ctx context.Context, kind ShelfKind, name string) (Shelf, error)
	InsertShelf(ctx context.Context, s Shelf) error
	UpdateShelf(ctx context.Context, s Shelf) error
	DeleteShelf(ctx context.Context, kind ShelfKind, name string) error
}

// Document is what the catalogue takes from the document of an API.
type Document struct {
	API, Title, Summary string
	// Test has the API published as a test API as soon as the catalogue knows it, as the first ones are.
	Test bool
}

// firstCategories are those that a bank begins with.
var firstCategories = []Shelf{
	{Name: "building-blocks", Title: "Building Blocks"},
	{Name: "business-banking", Title: "Business Banking"},
	{Name: "loans-and-cards", Title: "Loans and Cards"},
	{Name: "accounts-and-deposits", Title: "Accounts and Deposits"},
	{Name: "payments-and-upi", Title: "Payments & UPI"},
	{Name: "trade-service", Title: "Trade Service"},
	{Name: "corporate-api-suite", Title: "Corporate API Suite"},
}

// firstCategory is the category that an API begins with.
var firstCategory = map[string]string{
	"deposits": "accounts-and-deposits", "iwish": "accounts-and-deposits", "virtual-accounts": "corporate-api-suite",
	"bank-connect": "loans-and-cards", "credit-score": "building-blocks", "pan-verification": "building-blocks", "upi-collect": "payments-and-upi",
}

// PrepareCatalogue gives every API that is served an entry in the catalogue. The first ones are published as test APIs,
// and the categories made. Of those that come later, test APIs are published and given to the application Sandbox of every
// organisation; the others wait for the bank.
func (s *Service) PrepareCatalogue(ctx context.Context, documents []Document) error {
	err := s.store.Update(ctx, func(tx Tx) error {
		known, err := tx.CatalogueAPIs(ctx)
		if err != nil {
			return err
		}
		first := len(known) == 0
		if first {
			for i, c := range firstCategories {
				c.Kind, c.Order, c.Version = CategoryShelf, int64(i+1)*10, 1
				if err := tx.InsertShelf(ctx, c); err != nil && !errors.Is(err, ErrTaken) {
					return err
				}
			}
		}
		for i, d := range documents {
			if slices.ContainsFunc(known, func(a CatalogueAPI) bool { return a.API == d.API }) {
				continue
			}
			open := first || d.Test
			entry := CatalogueAPI{API: d.API, Title: d.Title, Summary: cmp.Or(d.Summary, d.Title), Published: open, Test: open, Order: int64(i+1) * 10,
				Plans: []string{SandboxPlan, ProductionPlan}, Version: 1}
			if entry.Category, err = categoryToBeginWith(ctx, tx, entry); err != nil {
				return err
			}
			if err := tx.InsertCatalogueAPI(ctx, entry); err != nil {
				return err
			}
			if open && !first {
				if err := s.openToSandboxes(ctx, tx, entry); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("prepare the catalogue: %w", err)
	}
	return nil
}

// categoryToBeginWith gives the category of a new entry: none while it waits for the bank, or where the bank has taken the
// category away.
func categoryToBeginWith(ctx context.Context, tx Tx, entry CatalogueAPI) (string, error) {
	name := firstCategory[entry.API]
	if !entry.Published || name == "" {
		return "", nil
	}
	_, err := tx.Shelf(ctx, CategoryShelf, name)
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return name, err
}

// ProductionPlan is the API plan for production.
const ProductionPlan = "production"

// ManagedCatalogue is everything in the catalogue, published or not.
type ManagedCatalogue struct {
	APIs                         []CatalogueAPI
	Categories, Products, Groups []Shelf
}

// ManagedCatalogue gives the whole catalogue to the bank's staff.
func (s *Service) ManagedCatalogue(ctx context.Context, by Actor) (m ManagedCatalogue, err error) {
	if err := by.staff(); err != nil {
		return m, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		m, err = readCatalogue(ctx, tx)
		return err
	})
	return m, err
}

func readCatalogue(ctx context.Context, tx Tx) (m ManagedCatalogue, err error) {
	if m.APIs, err = tx.CatalogueAPIs(ctx); err != nil {
		return m, err
	}
	for kind, to := range map[ShelfKind]*[]Shelf{CategoryShelf: &m.Categories, ProductShelf: &m.Products, GroupShelf: &m.Groups} {
		if *to, err = tx.Shelves(ctx, kind); err != nil {
			return m, err
		}
	}
	return m, nil
}

// UpdateCatalogueAPI replaces what the catalogue says about an API. match is the version that the change is made on; 0
// is any.
func (s *Service) UpdateCatalogueAPI(ctx context.Context, by Actor, match int64, a CatalogueAPI) (CatalogueAPI, error) {
	if err := by.bankAdmin(); err != nil {
		return CatalogueAPI{}, err
	}
	err := s.store.Update(ctx, func(tx Tx) error {
		before, err := tx.CatalogueAPI(ctx, a.API)
		if err != nil {
			return err
		}
		if match != 0 && match != before.Version {
			return ErrStale
		}
		if err := checkCategory(ctx, tx, a.Category); err != nil {
			return err
		}
		if err := checkPlans(ctx, tx, a.Plans); err != nil {
			return err
		}
		if err := checkPlansInUse(ctx, tx, before, a); err != nil {
			return err
		}
		a.Version = before.Version + 1
		if err := tx.UpdateCatalogueAPI(ctx, a); err != nil {
			return err
		}
		return s.audit(ctx, tx, by, AuditEntry{Action: "catalogue.changed", ObjectKind: "catalogue-api", Object: a.API, ObjectName: a.Title,
			Changes: changesBetween(before.members(), a.members())})
	})
	return a, err
}

func (a CatalogueAPI) members() []member {
	return []member{{"title", a.Title}, {"summary", a.Summary}, {"category", a.Category}, {"featured", fmt.Sprint(a.Featured)},
		{"published", fmt.Sprint(a.Published)}, {"test", fmt.Sprint(a.Test)}, {"order", fmt.Sprint(a.Order)},
		{"plans", strings.Join(a.Plans, ", ")}, {"productionUrl", a.ProductionURL}}
}

func checkCategory(ctx context.Context, tx Tx, name string) error {
	if name == "" {
		return nil
	}
	_, err := tx.Shelf(ctx, CategoryShelf, name)
	if errors.Is(err, ErrNotFound) {
		return refuseField(problem.CatalogueEntryUnknown, "There is no category "+name+".", "/category", "there is no such category")
	}
	return err
}

func checkPlans(ctx context.Context, tx Tx, names []string) error {
	plans, err := tx.APIPlans(ctx)
	if err != nil {
		return err
	}
	for i, name := range names {
		if !slices.ContainsFunc(plans, func(p APIPlan) bool { return p.Name == name }) {
			return refuseField(problem.PlanUnknown, "There is no API plan "+name+".", fmt.Sprintf("/plans/%d", i), "there is no such plan")
		}
	}
	return nil
}

// checkPlansInUse refuses to take a plan from an API that an application has it on. A plan that the API could not be on
// before, such as the demo's, keeps nothing from being changed.
func checkPlansInUse(ctx context.Context, tx Tx, before, a CatalogueAPI) error {
	used, err := tx.Subscriptions(ctx, "", a.API, "")
	if err != nil {
		return err
	}
	for _, sub := range used {
		if slices.Contains(before.Plans, sub.Plan) && !slices.Contains(a.Plans, sub.Plan) {
			return refuseField(problem.InUse, "An application has the API on plan "+sub.Plan+".", "/plans", sub.Plan+" is in use")
		}
	}
	return nil
}

// CreateShelf adds a category, a product or a group.
func (s *Service) CreateShelf(ctx context.Context, by Actor, shelf Shelf) (Shelf, error) {
	if err := by.bankAdmin(); err != nil {
		return Shelf{}, err
	}
	shelf.Version = 1
	err := s.store.Update(ctx, func(tx Tx) error {
		if err := checkShelf(ctx, tx, shelf); err != nil {
			return err
		}
		switch _, err := tx.Shelf(ctx, shelf.Kind, shelf.Name); {
		case err == nil:
			return refuseField(problem.IdentifierTaken, "There is a "+string(shelf.Kind)+" of this name.", "/"+string(shelf.Kind), "is taken")
		case !errors.Is(err, ErrNotFound):
			return err
		}
		if err := tx.InsertShelf(ctx, shelf); err != nil {
			return err
		}
		return s.auditShelf(ctx, tx, by, Shelf{}, shelf)
	})
	return shelf, err
}

// UpdateShelf replaces a category, a product or a group. match is the version that the change is made on; 0 is any.
func (s *Service) UpdateShelf(ctx context.Context, by Actor, match int64, shelf Shelf) (Shelf, error) {
	if err := by.bankAdmin(); err != nil {
		return Shelf{}, err
	}
	err := s.store.Update(ctx, func(tx Tx) error {
		before, err := tx.Shelf(ctx, shelf.Kind, shelf.Name)
		if err != nil {
			return err
		}
		if match != 0 && match != before.Version {
			return ErrStale
		}
		if err := checkShelf(ctx, tx, shelf); err != nil {
			return err
		}
		shelf.Version = before.Version + 1
		if err := tx.UpdateShelf(ctx, shelf); err != nil {
			return err
		}
		return s.auditShelf(ctx, tx, by, before, shelf)
	})
	return shelf, err
}

// DeleteShelf takes a category that nothing is in, a product or a group out of the catalogue.
func (s *Service) DeleteShelf(ctx context.Context, by Actor, kind ShelfKind, name string) error {
	if err := by.bankAdmin(); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		before, err := tx.Shelf(ctx, kind, name)
		if err != nil {
			return err
		}
		if kind == CategoryShelf {
			m, err := readCatalogue(ctx, tx)
			if err != nil {
				return err
			}
			if slices.ContainsFunc(m.APIs, func(a CatalogueAPI) bool { return a.Category == name }) ||
				slices.ContainsFunc(m.Products, func(p Shelf) bool { return p.Category == name }) {
				return refuse(problem.InUse, "An API or a product is in the category.")
			}
		}
		if err := tx.DeleteShelf(ctx, kind, name); err != nil {
			return err
		}
		return s.auditShelf(ctx, tx, by, before, Shelf{})
	})
}

// checkShelf refuses a shelf of a category or with APIs that there are not.
func checkShelf(ctx context.Context, tx Tx, shelf Shelf) error {
	if err := checkCategory(ctx, tx, shelf.Category); err != nil {
		return err
	}
	for i, api := range shelf.APIs {
		_, err := tx.CatalogueAPI(ctx, api)
		if errors.Is(err, ErrNotFound) {
			return refuseField(problem.APIUnknown, "There is no API "+api+".", fmt.Sprintf("/apis/%d", i), "there is no such API")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) auditShelf(ctx context.Context, tx Tx, by Actor, before, after Shelf) error {
	is := after
	if is.Name == "" {
		is = before
	}
	return s.audit(ctx, tx, by, AuditEntry{Action: "catalogue.changed", ObjectKind: string(is.Kind), Object: is.Name, ObjectName: is.Title,
		Changes: changesBetween(before.members(), after.members())})
}

func (s Shelf) members() []member {
	order := ""
	if s.Name != "" {
		order = fmt.Sprint(s.Order)
	}
	return []member{{"title", s.Title}, {"description", s.Description}, {"category", s.Category}, {"apis", strings.Join(s.APIs, ", ")}, {"order", order}}
}
