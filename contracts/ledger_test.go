//go:build pact

package contracts_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/google/uuid"
	"github.com/pact-foundation/pact-go/v2/matchers"

	"github.com/sandbank/sandbank/gen/virtualaccounts"
)

// What the ledger's requests name: the company's accounts at the bank, and one of its clients.
const (
	ownAccount    = "919010012345678"
	closedAccount = "919010055555555"
	givenNumber   = "SBAC0000000901"
	givenClient   = "Given Client"
	onceKey       = "5f0c2f6e-8d55-4a0e-9a51-6f2b1c7d9e01"
)

// books is what the ledger calls the API of virtual accounts with.
type books = virtualaccounts.ClientWithResponses

// entry is one request to the API of virtual accounts.
type entry = interactionOf[books]

var virtualAccountsAPI = provided[books]{
	name: "virtual-accounts", basePath: "/virtual-accounts/v1", errors: "application/problem+json",
	connect: func(address string) (*books, error) {
		return virtualaccounts.NewClientWithResponses(address, virtualaccounts.WithRequestEditorFn(authenticate))
	},
}

// TestConsumerLedger writes the pact of a company's treasury, which gives each client a number to pay to, books what was
// paid, and sends back what was paid by mistake.
func TestConsumerLedger(t *testing.T) {
	writePact(t, "ledger", virtualAccountsAPI, slices.Concat(ledgerBatches(), ledgerAccounts(), ledgerTransactions(), ledgerRefunds()))
}

// once is the header with which a request is done once. Its example is another one for each interaction, because the provider
// refuses a key that comes again with another request.
func once(description string) map[string]string {
	return map[string]string{"Idempotency-Key": uuid.NewSHA1(uuid.NameSpaceURL, []byte(description)).String()}
}

// outcome is what the ledger relies on in the answer to a call about several virtual accounts: what became of each.
func outcome(status string, results ...any) map[string]any {
	return map[string]any{"batchId": matchers.Like("batch-1"), "status": status, "message": matchers.Like("What was done."), "results": results}
}

func done(index int, number string) map[string]any {
	return map[string]any{"index": index, "virtualAccountNumber": number, "status": "success", "message": matchers.Like("It was done.")}
}

func notDone(index int, number any, code string) map[string]any {
	return map[string]any{
		"index": index, "virtualAccountNumber": number, "status": "failed", "code": code,
		"reason": matchers.Like("Why it failed."), "message": matchers.Like("It was not done."),
	}
}

// wantOutcome fails the test unless the client has read what became of each item: the code of its failure, "" for success.
func wantOutcome(t *testing.T, o virtualaccounts.BatchOutcome, status virtualaccounts.BatchStatus, codes ...string) {
	t.Helper()
	want(t, o.Status, status)
	var got []string
	for i, r := range o.Results {
		want(t, r.Index, i)
		code := ""
		if r.Status == "failed" && r.Code != nil && r.Reason != nil {
			code = *r.Code
		}
		got = append(got, code)
	}
	if !slices.Equal(got, codes) {
		t.Errorf("the client read the codes %q, want %q", got, codes)
	}
}

func ledgerBatches() []entry {
	create := func(t *testing.T, c *books, physical string, numbers ...string) *virtualaccounts.CreateVirtualAccountsResponse {
		body := virtualaccounts.VirtualAccountCreation{PhysicalAccountNumber: physical}
		for _, n := range numbers {
			body.VirtualAccounts = append(body.VirtualAccounts, virtualaccounts.NewVirtualAccount{VirtualAccountNumber: n, ClientName: "Lotus Pharmacy"})
		}
		return answered(c.CreateVirtualAccountsWithResponse(t.Context(), &virtualaccounts.CreateVirtualAccountsParams{IdempotencyKey: new(onceKey)}, body))(t)
	}
	creation := func(physical string, numbers ...any) map[string]any {
		var items []any
		for _, n := range numbers {
			items = append(items, map[string]any{"virtualAccountNumber": n, "clientName": "Lotus Pharmacy"})
		}
		return map[string]any{"physicalAccountNumber": physical, "virtualAccounts": items}
	}
	refusedCreation := func(description, physical string, status int, code string) entry {
		return entry{
			description: description, method: http.MethodPost, path: "/virtual-accounts", send: once(description), body: creation(physical, "SBAC0000000101"),
			status: status, answer: refused(status, code),
			use: func(t *testing.T, c *books) {
				wantProblem(t, create(t, c, physical, "SBAC0000000101").Problem, status, code)
			},
		}
	}
	return []entry{
		{
			description: "a request to create two virtual accounts",
			given:       given("a physical account without credits"), // a state, so that what is created is taken back
			method:      http.MethodPost, path: "/virtual-accounts", send: once("a request to create two virtual accounts"), body: creation(ownAccount, "SBAC0000000101", "SBX0000000102"),
			status: http.StatusOK, answer: outcome("success", done(0, "SBAC0000000101"), done(1, "SBX0000000102")),
			use: func(t *testing.T, c *books) {
				r := create(t, c, ownAccount, "SBAC0000000101", "SBX0000000102")
				wantOutcome(t, read(t, r.JSON200, r.Body), "success", "", "")
			},
		},
		{
			description: "a request to create virtual accounts of which some cannot be created",
			given:       given("a virtual account", "number", givenNumber),
			method:      http.MethodPost, path: "/virtual-accounts", send: once("a request to create virtual accounts of which some cannot be created"),
			body:   creation(ownAccount, "SBAC0000000101", "XYZ0000000102", "SBX012345678901234567", fromState("virtualAccountNumber", givenNumber)),
			status: http.StatusOK,
			answer: outcome("partial", done(0, "SBAC0000000101"), notDone(1, "XYZ0000000102", "PREFIX_UNKNOWN"),
				notDone(2, "SBX012345678901234567", "NUMBER_TOO_LONG"), notDone(3, fromState("virtualAccountNumber", givenNumber), "NUMBER_TAKEN")),
			use: func(t *testing.T, c *books) {
				r := create(t, c, ownAccount, "SBAC0000000101", "XYZ0000000102", "SBX012345678901234567", givenNumber)
				wantOutcome(t, read(t, r.JSON200, r.Body), "partial", "", "PREFIX_UNKNOWN", "NUMBER_TOO_LONG", "NUMBER_TAKEN")
			},
		},
		refusedCreation("a request to create a virtual account under an account that the bank does not know", "919010099999999", http.StatusNotFound, "PHYSICAL_ACCOUNT_UNKNOWN"),
		refusedCreation("a request to create a virtual account under an account that is closed", closedAccount, http.StatusConflict, "PHYSICAL_ACCOUNT_CLOSED"),
		{
			description: "a request to rename a virtual account, and one that does not exist",
			given:       given("a virtual account", "number", givenNumber),
			method:      http.MethodPatch, path: "/virtual-accounts", send: once("a request to rename a virtual account, and one that does not exist"),
			body: map[string]any{"physicalAccountNumber": ownAccount, "virtualAccounts": []any{
				map[string]any{"virtualAccountNumber": fromState("virtualAccountNumber", givenNumber), "clientName": "Given and Sons"},
				map[string]any{"virtualAccountNumber": "SBAC9999999999", "clientName": "Nobody"},
			}},
			status: http.StatusOK,
			answer: outcome("partial", done(0, givenNumber), notDone(1, "SBAC9999999999", "ACCOUNT_UNKNOWN")),
			use: func(t *testing.T, c *books) {
				r := answered(c.ModifyVirtualAccountsWithResponse(t.Context(), &virtualaccounts.ModifyVirtualAccountsParams{IdempotencyKey: new(onceKey)}, virtualaccounts.VirtualAccountModification{
					PhysicalAccountNumber: ownAccount,
					VirtualAccounts: []virtualaccounts.VirtualAccountChange{
						{VirtualAccountNumber: givenNumber, ClientName: new("Given and Sons")},
						{VirtualAccountNumber: "SBAC9999999999", ClientName: new("Nobody")},
					},
				}))(t)
				wantOutcome(t, read(t, r.JSON200, r.Body), "partial", "", "ACCOUNT_UNKNOWN")
			},
		},
		{
			description: "a request to delete a virtual account twice",
			given:       given("a virtual account", "number", givenNumber),
			method:      http.MethodPost, path: "/virtual-accounts/delete", send: once("a request to delete a virtual account twice"),
			body: map[string]any{"physicalAccountNumber": ownAccount, "virtualAccountNumbers": []any{
				fromState("virtualAccountNumber", givenNumber), fromState("virtualAccountNumber", givenNumber)}},
			status: http.StatusOK,
			answer: outcome("partial", done(0, givenNumber), notDone(1, givenNumber, "ACCOUNT_DELETED")),
			use: func(t *testing.T, c *books) {
				r := answered(c.DeleteVirtualAccountsWithResponse(t.Context(), &virtualaccounts.DeleteVirtualAccountsParams{IdempotencyKey: new(onceKey)},
					virtualaccounts.VirtualAccountDeletion{PhysicalAccountNumber: ownAccount, VirtualAccountNumbers: []string{givenNumber, givenNumber}}))(t)
				wantOutcome(t, read(t, r.JSON200, r.Body), "partial", "", "ACCOUNT_DELETED")
			},
		},
	}
}

func ledgerAccounts() []entry {
	return []entry{
		{
			description: "a request to list the active virtual accounts of an account, one a page",
			method:      http.MethodGet, path: "/virtual-accounts",
			query:  map[string]string{"physicalAccountNumber": ownAccount, "status": "active", "page": "2", "size": "1"},
			status: http.StatusOK,
			answer: map[string]any{
				"total": matchers.Integer(3), "page": 2, "size": 1, "next": address(), "previous": address(),
				"virtualAccounts": matchers.EachLike(aVirtualAccount("active"), 1),
			},
			use: func(t *testing.T, c *books) {
				r := answered(c.ListVirtualAccountsWithResponse(t.Context(), &virtualaccounts.ListVirtualAccountsParams{
					PhysicalAccountNumber: new(ownAccount), Status: new(virtualaccounts.VirtualAccountStatus("active")), Page: new(2), Size: new(1),
				}))(t)
				page := read(t, r.JSON200, r.Body)
				want(t, len(page.VirtualAccounts), 1)
				want(t, page.Next != nil && page.Previous != nil, true)
			},
		},
		{
			description: "a request to get a virtual account that was deleted",
			given:       given("a virtual account", "number", givenNumber, "clientName", givenClient, "status", "deleted"),
			method:      http.MethodGet, path: "/virtual-accounts/" + givenNumber, pathOf: "/virtual-accounts/${virtualAccountNumber}",
			status: http.StatusOK,
			answer: map[string]any{"virtualAccountNumber": givenNumber, "clientName": givenClient, "status": "deleted", "deletedAt": instant()},
			use: func(t *testing.T, c *books) {
				r := answered(c.GetVirtualAccountWithResponse(t.Context(), givenNumber))(t)
				account := read(t, r.JSON200, r.Body)
				want(t, account.Status, "deleted")
				want(t, account.DeletedAt != nil, true)
			},
		},
		{
			description: "a request to get a virtual account that does not exist",
			method:      http.MethodGet, path: "/virtual-accounts/SBAC9999999999",
			status: http.StatusNotFound, answer: refused(http.StatusNotFound, "VIRTUAL_ACCOUNT_UNKNOWN"),
			use: func(t *testing.T, c *books) {
				r := answered(c.GetVirtualAccountWithResponse(t.Context(), "SBAC9999999999"))(t)
				wantProblem(t, r.Problem, http.StatusNotFound, "VIRTUAL_ACCOUNT_UNKNOWN")
			},
		},
	}
}

func aVirtualAccount(status string) map[string]any {
	return map[string]any{
		"virtualAccountNumber": matchers.Like("SBAC0000000002"), "physicalAccountNumber": ownAccount,
		"clientName": matchers.Like("Deccan Spices"), "status": status, "createdAt": instant(),
	}
}

// instant is any moment.
func instant() matchers.Matcher {
	return matchers.Regex("2026-01-06T05:45:00Z", `^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,18}(Z|[+-][0-9]{2}:[0-9]{2})$`)
}

// address is any absolute address.
func address() matchers.Matcher {
	return matchers.Regex("https://sandbox.example/page", `^https?://.+$`)
}
