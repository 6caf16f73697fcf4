//go:build pact

package contracts_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/pact-foundation/pact-go/v2/matchers"
	"github.com/pact-foundation/pact-go/v2/models"

	"github.com/sandbank/sandbank/gen/bankconnect"
)

func lenderStatements() []collection {
	link := matchers.Regex("https://sandbox.example/bank-connect/v1/statements/"+givenStatement+"/pdf?holder=aG9sZGVy&expires=1768455000&signature=c2ln",
		`^https?://.+/bank-connect/v1/statements/.+$`)
	tooOld := slices.Concat(given("an entity with a statement"), given("old-statements"))
	return []collection{
		statementRead("a request to list the statement of an entity", given("an entity with a statement", "bank", "axis"), "axis", nil, link),
		statementRead("a request to list a statement with a password", given("an entity with a statement", "bank", "hdfc", "password", "20021990"), "hdfc", "20021990", link),
		statementRead("a request to list a statement that is too old to be downloaded", tooOld, "axis", nil, ""),
		{
			description: "a request to list the statements of an entity that gave none",
			given:       given("an entity"),
			method:      http.MethodGet, path: "/entity/" + givenEntity + "/get_pdfs/", pathOf: "/entity/${entityId}/get_pdfs/",
			status: http.StatusOK, answer: map[string]any{"statements": []any{}},
			use: func(t *testing.T, c *collector) {
				r := answered(c.GetEntityPdfsWithResponse(t.Context(), givenEntity))(t)
				want(t, len(read(t, r.JSON200, r.Body).Statements), 0)
			},
		},
		{
			description: "a request to list the statements of an entity that does not exist",
			method:      http.MethodGet, path: "/entity/" + unknownEntity + "/get_pdfs/",
			status: http.StatusNotFound, answer: map[string]any{"detail": matchers.Like("Not found.")},
			use: func(t *testing.T, c *collector) {
				r := answered(c.GetEntityPdfsWithResponse(t.Context(), unknownEntity))(t)
				want(t, read(t, r.JSON404, r.Body).Detail, "Not found.")
			},
		},
		{
			description: "a request to download a statement with an address that is not whole",
			method:      http.MethodGet, path: "/statements/" + givenStatement + "/pdf",
			status: http.StatusUnauthorized, answer: map[string]any{"detail": refusedWords},
			use: func(t *testing.T, c *collector) {
				r := answered(c.DownloadStatementWithResponse(t.Context(), givenStatement, &bankconnect.DownloadStatementParams{}))(t)
				want(t, string(read(t, r.JSON401, r.Body).Detail), refusedWords)
			},
		},
	}
}

// statementRead lists the one statement of an entity: its bank, its password, nil for none, and its address, "" when it
// cannot be downloaded any more.
func statementRead(description string, states []models.ProviderState, bank string, password, address any) collection {
	return collection{
		description: description, given: states,
		method: http.MethodGet, path: "/entity/" + givenEntity + "/get_pdfs/", pathOf: "/entity/${entityId}/get_pdfs/",
		status: http.StatusOK,
		answer: map[string]any{"statements": []any{map[string]any{
			"statement_id": fromState("statementId", givenStatement), "bank_name": bank, "pdf_password": password, "pdf_url": address,
			"account_id": anID("5a6b7c8d-9e0f-4a1b-8c2d-3e4f5a6b7c8d"),
		}}},
		use: func(t *testing.T, c *collector) {
			r := answered(c.GetEntityPdfsWithResponse(t.Context(), givenEntity))(t)
			statements := read(t, r.JSON200, r.Body).Statements
			want(t, len(statements), 1)
			want(t, statements[0].StatementId.String(), givenStatement)
			want(t, statements[0].BankName, bank)
			want(t, statements[0].PdfUrl == "", address == "")
			if password == nil {
				want(t, statements[0].PdfPassword.IsNull(), true)
			} else {
				want(t, any(statements[0].PdfPassword.MustGet()), password)
			}
		},
	}
}
