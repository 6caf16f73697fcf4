package server

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/portal"
)

// GetManagedCatalogue answers GET /bank/catalogue.
func (portalAPI) GetManagedCatalogue(c *gin.Context) {
	k := callOf(c)
	m, err := k.portal().ManagedCatalogue(c.Request.Context(), k.actor())
	if err != nil {
		k.declined(err)
		return
	}
	m.APIs = slices.DeleteFunc(m.APIs, func(a portal.CatalogueAPI) bool {
		return !slices.ContainsFunc(k.server.everyAPI(), func(d *contract.API) bool { return d.Name == a.API })
	})
	k.json(http.StatusOK, portalapi.ManagedCatalogue{Apis: mapped(m.APIs, catalogueEntryOf), Categories: mapped(m.Categories, categoryOf),
		Products: mapped(m.Products, productOf), Groups: mapped(m.Groups, groupOf)})
}

func catalogueEntryOf(a portal.CatalogueAPI) portalapi.CatalogueEntry {
	return portalapi.CatalogueEntry{Api: a.API, Title: a.Title, Summary: a.Summary, Category: unlessZero(a.Category), Featured: a.Featured,
		Published: a.Published, Test: a.Test, Order: int(a.Order), Plans: full(a.Plans), ProductionUrl: unlessZero(a.ProductionURL), Version: int(a.Version)}
}

// UpdateCatalogueEntry answers PUT /bank/catalogue/apis/{api}.
func (portalAPI) UpdateCatalogueEntry(c *gin.Context, api portalapi.ApiParameter, params portalapi.UpdateCatalogueEntryParams) {
	k := callOf(c)
	var in portalapi.CatalogueEntryChange
	if !k.read(&in) {
		return
	}
	a, err := k.portal().UpdateCatalogueAPI(c.Request.Context(), k.actor(), matchOf(params.IfMatch), portal.CatalogueAPI{
		API: api, Title: in.Title, Summary: in.Summary, Category: given(in.Category), Featured: in.Featured, Published: in.Published, Test: in.Test,
		Order: int64(in.Order), Plans: in.Plans, ProductionURL: given(in.ProductionUrl),
	})
	if err != nil {
		k.declined(err)
		return
	}
	k.tag(a.Version)
	k.json(http.StatusOK, catalogueEntryOf(a))
}

// shelf answers with a shelf that was made or changed.
func (k *call) shelf(status int, s portal.Shelf, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.tag(s.Version)
	switch s.Kind {
	case portal.CategoryShelf:
		k.json(status, categoryOf(s))
	case portal.ProductShelf:
		k.json(status, productOf(s))
	default:
		k.json(status, groupOf(s))
	}
}

func (k *call) createShelf(s portal.Shelf) {
	made, err := k.portal().CreateShelf(k.gin.Request.Context(), k.actor(), s)
	k.shelf(http.StatusCreated, made, err)
}

func (k *call) updateShelf(ifMatch string, s portal.Shelf) {
	changed, err := k.portal().UpdateShelf(k.gin.Request.Context(), k.actor(), matchOf(ifMatch), s)
	k.shelf(http.StatusOK, changed, err)
}

func (k *call) deleteShelf(kind portal.ShelfKind, name string) {
	if err := k.portal().DeleteShelf(k.gin.Request.Context(), k.actor(), kind, name); err != nil {
		k.declined(err)
		return
	}
	k.done()
}

// CreateCategory answers POST /bank/catalogue/categories.
func (portalAPI) CreateCategory(c *gin.Context, _ portalapi.CreateCategoryParams) {
	k := callOf(c)
	var in portalapi.NewCategory
	if k.read(&in) {
		k.createShelf(portal.Shelf{Kind: portal.CategoryShelf, Name: in.Category, Title: in.Title, Description: given(in.Description), Order: int64(in.Order)})
	}
}

// UpdateCategory answers PUT /bank/catalogue/categories/{category}.
func (portalAPI) UpdateCategory(c *gin.Context, name portalapi.CategoryParameter, params portalapi.UpdateCategoryParams) {
	k := callOf(c)
	var in portalapi.CategoryChange
	if k.read(&in) {
		k.updateShelf(params.IfMatch, portal.Shelf{Kind: portal.CategoryShelf, Name: name, Title: in.Title, Description: given(in.Description), Order: int64(in.Order)})
	}
}

// DeleteCategory answers DELETE /bank/catalogue/categories/{category}.
func (portalAPI) DeleteCategory(c *gin.Context, name portalapi.CategoryParameter) {
	callOf(c).deleteShelf(portal.CategoryShelf, name)
}

// CreateProduct answers POST /bank/catalogue/products.
func (portalAPI) CreateProduct(c *gin.Context, _ portalapi.CreateProductParams) {
	k := callOf(c)
	var in portalapi.NewProduct
	if k.read(&in) {
		k.createShelf(portal.Shelf{Kind: portal.ProductShelf, Name: in.Product, Title: in.Title, Description: given(in.Description), Category: given(in.Category),
			APIs: in.Apis, Order: int64(in.Order)})
	}
}

// UpdateProduct answers PUT /bank/catalogue/products/{product}.
func (portalAPI) UpdateProduct(c *gin.Context, name portalapi.ProductParameter, params portalapi.UpdateProductParams) {
	k := callOf(c)
	var in portalapi.ProductChange
	if k.read(&in) {
		k.updateShelf(params.IfMatch, portal.Shelf{Kind: portal.ProductShelf, Name: name, Title: in.Title, Description: given(in.Description),
			Category: given(in.Category), APIs: in.Apis, Order: int64(in.Order)})
	}
}

// DeleteProduct answers DELETE /bank/catalogue/products/{product}.
func (portalAPI) DeleteProduct(c *gin.Context, name portalapi.ProductParameter) {
	callOf(c).deleteShelf(portal.ProductShelf, name)
}

// CreateGroup answers POST /bank/catalogue/groups.
func (portalAPI) CreateGroup(c *gin.Context, _ portalapi.CreateGroupParams) {
	k := callOf(c)
	var in portalapi.NewApiGroup
	if k.read(&in) {
		k.createShelf(portal.Shelf{Kind: portal.GroupShelf, Name: in.Group, Title: in.Title, Description: given(in.Description), APIs: in.Apis, Order: int64(in.Order)})
	}
}

// UpdateGroup answers PUT /bank/catalogue/groups/{group}.
func (portalAPI) UpdateGroup(c *gin.Context, name portalapi.GroupParameter, params portalapi.UpdateGroupParams) {
	k := callOf(c)
	var in portalapi.ApiGroupChange
	if k.read(&in) {
		k.updateShelf(params.IfMatch, portal.Shelf{Kind: portal.GroupShelf, Name: name, Title: in.Title, Description: given(in.Description), APIs: in.Apis, Order: int64(in.Order)})
	}
}

// DeleteGroup answers DELETE /bank/catalogue/groups/{group}.
func (portalAPI) DeleteGroup(c *gin.Context, name portalapi.GroupParameter) {
	callOf(c).deleteShelf(portal.GroupShelf, name)
}
