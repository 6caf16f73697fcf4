package server

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListCategories answers GET /catalogue/categories.
func (portalAPI) ListCategories(c *gin.Context) {
	k := callOf(c)
	list, err := k.portal().Shelves(c.Request.Context(), portal.CategoryShelf, "")
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.CategoryList{Categories: mapped(list, categoryOf)})
}

// ListProducts answers GET /catalogue/products.
func (portalAPI) ListProducts(c *gin.Context, params portalapi.ListProductsParams) {
	k := callOf(c)
	list, err := k.portal().Shelves(c.Request.Context(), portal.ProductShelf, given(params.Category))
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.ProductList{Products: mapped(list, productOf)})
}

// GetProduct answers GET /catalogue/products/{product}.
func (portalAPI) GetProduct(c *gin.Context, name portalapi.ProductParameter) {
	k := callOf(c)
	shelf, apis, err := k.portal().Shelf(c.Request.Context(), k.actor(), portal.ProductShelf, name)
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.ProductDetail{Product: productOf(shelf), Apis: mapped(apis, func(a portal.OpenedAPI) portalapi.CatalogueApi {
		return catalogueAPIOf(a.ListedAPI)
	})})
}

// ListGroups answers GET /catalogue/groups.
func (portalAPI) ListGroups(c *gin.Context) {
	k := callOf(c)
	list, err := k.portal().Shelves(c.Request.Context(), portal.GroupShelf, "")
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.ApiGroupList{Groups: mapped(list, groupOf)})
}

// GetGroup answers GET /catalogue/groups/{group}.
func (portalAPI) GetGroup(c *gin.Context, name portalapi.GroupParameter) {
	k := callOf(c)
	shelf, apis, err := k.portal().Shelf(c.Request.Context(), k.actor(), portal.GroupShelf, name)
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.ApiGroupDetail{Group: groupOf(shelf), Members: mapped(apis, func(a portal.OpenedAPI) portalapi.ApiGroupMember {
		m := portalapi.ApiGroupMember{Api: a.API, Title: a.Title, Summary: a.Summary, Plans: mapped(a.Plans, apiPlanOf)}
		if a.Member {
			uses, usage := mapped(a.Uses, apiUseOf), figuresOf(&a.Usage)
			m.Subscriptions, m.Usage = &uses, &usage
		}
		return m
	})})
}

// SearchApis answers GET /catalogue/apis.
func (portalAPI) SearchApis(c *gin.Context, params portalapi.SearchApisParams) {
	k := callOf(c)
	list, next, err := k.portal().SearchAPIs(c.Request.Context(), portal.APISearch{
		Text: given(params.Text), Category: given(params.Category), Product: given(params.Product), Group: given(params.Group), Featured: params.Featured,
		Cursor: given(params.Cursor), Limit: limitOf(params.Limit),
	})
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.CatalogueApiPage{Apis: mapped(list, catalogueAPIOf), Next: unlessZero(next)})
}

// GetApi answers GET /catalogue/apis/{api}.
func (portalAPI) GetApi(c *gin.Context, name portalapi.ApiParameter) {
	k := callOf(c)
	a, err := k.portal().API(c.Request.Context(), k.actor(), name)
	at := slices.IndexFunc(k.server.everyAPI(), func(d *contract.API) bool { return d.Name == name })
	if err == nil && at < 0 {
		err = portal.ErrNotFound // its document is no longer served
	}
	if err != nil {
		k.declined(err)
		return
	}
	document := k.server.everyAPI()[at]
	page := listed(document)
	console := page.Docs
	if k.server.app != nil {
		console = consolePath + url.PathEscape(name)
	}
	out := portalapi.CatalogueApiDetail{
		Api: catalogueAPIOf(a.ListedAPI), Description: unlessZero(document.Description), DocumentVersion: unlessZero(document.Version),
		Links: portalapi.ApiLinks{Document: page.YAML, Documentation: page.Docs, Console: console}, Plans: mapped(a.Plans, apiPlanOf),
		Scopes: []portalapi.ApiScope{},
	}
	if scope := scopeOf(document); scope != "" {
		out.NeedsToken = true
		out.Scopes = []portalapi.ApiScope{{Scope: scope, Description: "What needs an access token in " + document.Title + "."}}
	}
	if a.Member {
		uses := mapped(a.Uses, apiUseOf)
		out.Subscriptions = &uses
	}
	k.json(http.StatusOK, out)
}

// scopeOf gives the scope of an API: "" where none of its operations needs an access token of an application.
func scopeOf(a *contract.API) string {
	for _, o := range a.Operations {
		if needed := scopesNeeded(o); len(needed) > 0 {
			return needed[0]
		}
	}
	return ""
}

// mapped writes every entry of a list.
func mapped[V, T any](list []V, write func(V) T) []T {
	out := make([]T, len(list))
	for i, v := range list {
		out[i] = write(v)
	}
	return out
}

func categoryOf(s portal.Shelf) portalapi.Category {
	return portalapi.Category{Category: s.Name, Title: s.Title, Description: unlessZero(s.Description), Order: int(s.Order), Version: int(s.Version)}
}

func productOf(s portal.Shelf) portalapi.Product {
	return portalapi.Product{Product: s.Name, Title: s.Title, Description: unlessZero(s.Description), Category: unlessZero(s.Category), Apis: full(s.APIs),
		Order: int(s.Order), Version: int(s.Version)}
}

func groupOf(s portal.Shelf) portalapi.ApiGroup {
	return portalapi.ApiGroup{Group: s.Name, Title: s.Title, Description: unlessZero(s.Description), Apis: full(s.APIs), Order: int(s.Order), Version: int(s.Version)}
}

func catalogueAPIOf(a portal.ListedAPI) portalapi.CatalogueApi {
	return portalapi.CatalogueApi{Api: a.API, Title: a.Title, Summary: a.Summary, Category: unlessZero(a.Category), Featured: a.Featured, Test: a.Test,
		Products: unlessEmpty(a.Products), Groups: unlessEmpty(a.Groups)}
}

// unlessEmpty leaves a list out that has no entry.
func unlessEmpty[T any](list []T) *[]T {
	if len(list) == 0 {
		return nil
	}
	return &list
}

func apiUseOf(u portal.APIUse) portalapi.ApiUse {
	return portalapi.ApiUse{Application: portalapi.ApplicationReference{Id: idOf(u.Application), Name: u.ApplicationName},
		State: portalapi.SubscriptionState(u.State), Stage: portalapi.Stage(u.Stage), Plan: u.Plan, ProductionUrl: unlessZero(u.ProductionURL)}
}
