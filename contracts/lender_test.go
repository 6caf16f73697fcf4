//go:build pact

package contracts_test

import (
	"net/http"
	"testing"

	"github.com/pact-foundation/pact-go/v2/matchers"

	"github.com/sandbank/sandbank/gen/bankconnect"
)

// What the lender's requests name: entities of the demonstration, and the one that provider states make.
const (
	givenEntity    = "3f0c2f6e-8d55-4a0e-9a51-6f2b1c7d9e01"
	givenStatement = "7d4e1a90-2c3b-4f6d-8e15-0a9b8c7d6e5f"
	unknownEntity  = "00000000-0000-4000-8000-000000000000"
	refusedWords   = "Authentication credentials were not provided."
)

// collector is what the lender calls BankConnect with.
type collector = bankconnect.ClientWithResponses

// collection is one request to BankConnect.
type collection = interactionOf[collector]

var bankConnectAPI = provided[collector]{
	name: "bank-connect", basePath: "/bank-connect/v1", errors: "application/json",
	connect: func(address string) (*collector, error) {
		return bankconnect.NewClientWithResponses(address, bankconnect.WithRequestEditorFn(authenticate))
	},
}

// TestConsumerLender writes the pact of a lender, which asks its borrowers for bank statements and reads what they gave.
func TestConsumerLender(t *testing.T) {
	interactions := append(lenderHealth(), lenderEntities()...)
	writePact(t, "lender", bankConnectAPI, append(interactions, lenderStatements()...))
}

// anID is any identifier of an entity, a statement or an account.
func anID(example string) matchers.Matcher {
	return matchers.Regex(example, `^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)
}

func lenderHealth() []collection {
	health := func(t *testing.T, c *collector) *bankconnect.GetNetBankingHealthResponse {
		return answered(c.GetNetBankingHealthWithResponse(t.Context()))(t)
	}
	bank := func(up bool, issue any) map[string]any {
		return map[string]any{
			"bank":       matchers.Regex("AXIS", "^[A-Z]+$"),
			"updated_at": matchers.Regex("2026-01-15 04:12:09", `^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$`),
			"health_up":  up, "issue_details": issue,
		}
	}
	return []collection{
		{
			description: "a request to tell which banks' net banking works",
			given:       given("banks-up"),
			method:      http.MethodGet, path: "/net_banking_health/",
			status: http.StatusOK, answer: matchers.EachLike(bank(true, nil), 1),
			use: func(t *testing.T, c *collector) {
				r := health(t, c)
				banks := read(t, r.JSON200, r.Body)
				want(t, banks[0].HealthUp, true)
				want(t, banks[0].IssueDetails.IsNull(), true)
			},
		},
		{
			description: "a request to tell which banks' net banking works while none does",
			given:       given("banks-down"),
			method:      http.MethodGet, path: "/net_banking_health/",
			status: http.StatusOK, answer: matchers.EachLike(bank(false, matchers.Like("Net banking is closed for maintenance")), 1),
			use: func(t *testing.T, c *collector) {
				r := health(t, c)
				banks := read(t, r.JSON200, r.Body)
				want(t, banks[0].HealthUp, false)
				want(t, banks[0].IssueDetails.MustGet() != "", true)
			},
		},
		{
			description: "a request to tell which banks' net banking works with a key that is not accepted",
			given:       given("credentials-refused"),
			method:      http.MethodGet, path: "/net_banking_health/",
			status: http.StatusUnauthorized, answer: map[string]any{"detail": refusedWords},
			use: func(t *testing.T, c *collector) {
				r := health(t, c)
				want(t, string(read(t, r.JSON401, r.Body).Detail), refusedWords)
			},
		},
	}
}

// anEntity is what the lender relies on in an entity that it did not name.
func anEntity() map[string]any { return map[string]any{"entity_id": anID(givenEntity)} }

func lenderEntities() []collection {
	list := func(t *testing.T, c *collector, page, link string) *bankconnect.ListEntitiesResponse {
		params := bankconnect.ListEntitiesParams{}
		if page != "" {
			params.Page = &page
		}
		if link != "" {
			params.LinkId = &link
		}
		return answered(c.ListEntitiesWithResponse(t.Context(), &params))(t)
	}
	page := func(description string, query map[string]string, next, previous any, check func(*testing.T, bankconnect.EntityPage)) collection {
		return collection{
			description: description, method: http.MethodGet, path: "/entity/", query: query,
			status: http.StatusOK,
			answer: map[string]any{"count": matchers.Integer(123), "next": next, "previous": previous, "results": matchers.EachLike(anEntity(), 1)},
			use: func(t *testing.T, c *collector) {
				r := list(t, c, query["page"], query["link_id"])
				check(t, read(t, r.JSON200, r.Body))
			},
		}
	}
	return []collection{
		page("a request to list the first entities", nil, address(), nil, func(t *testing.T, p bankconnect.EntityPage) {
			want(t, p.Next.MustGet() != "", true)
			want(t, p.Previous.IsNull(), true)
		}),
		page("a request to list more entities", map[string]string{"page": "2"}, address(), address(), func(t *testing.T, p bankconnect.EntityPage) {
			want(t, p.Next.MustGet() != "", true)
			want(t, p.Previous.MustGet() != "", true)
		}),
		page("a request to list the last entities", map[string]string{"page": "13"}, nil, address(), func(t *testing.T, p bankconnect.EntityPage) {
			want(t, p.Next.IsNull(), true)
			want(t, p.Count, 123)
		}),
		{
			description: "a request to list the entities of a link",
			given:       given("an entity", "link", "loan-of-the-lender", "meta", `{"product": "home loan"}`),
			method:      http.MethodGet, path: "/entity/", query: map[string]string{"link_id": "loan-of-the-lender"},
			status: http.StatusOK,
			answer: map[string]any{"count": 1, "next": nil, "previous": nil, "results": []any{map[string]any{
				"entity_id": fromState("entityId", givenEntity), "link_id": "loan-of-the-lender", "meta_data": `{"product": "home loan"}`}}},
			use: func(t *testing.T, c *collector) {
				r := list(t, c, "", "loan-of-the-lender")
				found := read(t, r.JSON200, r.Body).Results
				want(t, len(found), 1)
				want(t, found[0].EntityId.String(), givenEntity)
				want(t, found[0].LinkId.MustGet(), "loan-of-the-lender")
			},
		},
		{
			description: "a request to list entities beyond the last",
			method:      http.MethodGet, path: "/entity/", query: map[string]string{"page": "14"},
			status: http.StatusNotFound, answer: map[string]any{"detail": matchers.Like("Invalid page.")},
			use: func(t *testing.T, c *collector) {
				r := list(t, c, "14", "")
				want(t, read(t, r.JSON404, r.Body).Detail, "Invalid page.")
			},
		},
		{
			description: "a request to list entities with credentials that are not accepted",
			given:       given("credentials-refused"),
			method:      http.MethodGet, path: "/entity/",
			status: http.StatusUnauthorized, answer: map[string]any{"detail": refusedWords},
			use: func(t *testing.T, c *collector) {
				r := list(t, c, "", "")
				want(t, string(read(t, r.JSON401, r.Body).Detail), refusedWords)
			},
		},
		{
			description: "a request to get an entity without a link",
			given:       given("an entity"),
			method:      http.MethodGet, path: "/entity/" + givenEntity + "/", pathOf: "/entity/${entityId}/",
			status: http.StatusOK, answer: map[string]any{"entity_id": fromState("entityId", givenEntity), "link_id": nil, "meta_data": nil},
			use: func(t *testing.T, c *collector) {
				r := answered(c.GetEntityWithResponse(t.Context(), givenEntity))(t)
				entity := read(t, r.JSON200, r.Body)
				want(t, entity.EntityId.String(), givenEntity)
				want(t, entity.LinkId.IsNull(), true)
			},
		},
		{
			description: "a request to get an entity that does not exist",
			method:      http.MethodGet, path: "/entity/" + unknownEntity + "/",
			status: http.StatusNotFound, answer: map[string]any{"detail": matchers.Like("Not found.")},
			use: func(t *testing.T, c *collector) {
				r := answered(c.GetEntityWithResponse(t.Context(), unknownEntity))(t)
				want(t, read(t, r.JSON404, r.Body).Detail, "Not found.")
			},
		},
	}
}
