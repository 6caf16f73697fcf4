package openapi_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/gen/virtualaccounts"
)

func TestVirtualAccountsDeclareTheirOperations(t *testing.T) {
	want := []string{
		"get /refunds/{refundId} getRefund",
		"get /virtual-accounts listVirtualAccounts",
		"get /virtual-accounts/{virtualAccountNumber} getVirtualAccount",
		"patch /virtual-accounts modifyVirtualAccounts",
		"post /refunds refundTransaction",
		"post /transactions/acknowledge acknowledgeTransactions",
		"post /transactions/fetch fetchTransactions",
		"post /virtual-accounts createVirtualAccounts",
		"post /virtual-accounts/delete deleteVirtualAccounts",
	}
	var got, generated []string
	for _, op := range operations(t, "virtual-accounts.yaml") {
		got = append(got, op.method+" "+op.path+" "+op.id)
	}
	for _, op := range virtualaccounts.Operations() {
		generated = append(generated, strings.ToLower(op.Method)+" "+op.Path+" "+op.ID)
	}
	slices.Sort(got)
	slices.Sort(generated)
	if !slices.Equal(got, want) || !slices.Equal(generated, want) {
		t.Errorf("operations\n got %s\ngenerated %s\nwant %s", strings.Join(got, "\n     "), strings.Join(generated, "\n     "), strings.Join(want, "\n     "))
	}
}

func TestWhatChangesTheLedgerIsDoneOnce(t *testing.T) {
	once := []string{"createVirtualAccounts", "modifyVirtualAccounts", "deleteVirtualAccounts", "acknowledgeTransactions", "refundTransaction"}
	for _, op := range operations(t, "virtual-accounts.yaml") {
		takes := slices.ContainsFunc(parameters(t, "virtual-accounts.yaml", op), func(p map[string]any) bool { return p["name"] == "Idempotency-Key" })
		if takes != slices.Contains(once, op.id) {
			t.Errorf("%s takes an Idempotency-Key: %t", op.id, takes)
		}
	}
}

func TestVirtualAccountsNeedKeyAndToken(t *testing.T) {
	want := []any{map[string]any{"apiKey": []any{}, "applicationToken": []any{"virtual-accounts"}}}
	if got := tree(t, "virtual-accounts.yaml")["security"]; !equal(got, want) {
		t.Errorf("the document needs %v, want %v", got, want)
	}
	for _, op := range operations(t, "virtual-accounts.yaml") {
		if _, ok := op.node["security"]; ok {
			t.Errorf("%s needs other credentials", op.id)
		}
	}
}

// TestVirtualAccountsTakeWhatTheBankRefuses holds that what a rule refuses satisfies the schema, and what is malformed
// does not.
func TestVirtualAccountsTakeWhatTheBankRefuses(t *testing.T) {
	item := `{"virtualAccountNumber":"` + strings.Repeat("A", 64) + `","clientName":"A"}`
	list := func(n int) string {
		return `{"physicalAccountNumber":"1","virtualAccounts":[` + strings.TrimSuffix(strings.Repeat(item+",", n), ",") + `]}`
	}
	for _, c := range []struct {
		name, component, body string
		valid                 bool
	}{
		{"a number of 64 characters", "VirtualAccountCreation", list(1), true},
		{"a number of 65 characters", "VirtualAccountCreation", strings.Replace(list(1), "AAAA", "AAAAA", 1), false},
		{"1,001 virtual accounts", "VirtualAccountCreation", list(1001), true},
		{"no virtual account", "VirtualAccountCreation", list(0), false},
		{"a number in small letters", "VirtualAccountCreation", strings.Replace(list(1), "AAAA", "aaaa", 1), false},
		{"no last day any more", "VirtualAccountChange", `{"virtualAccountNumber":"A","validTo":null}`, true},
		{"another number", "VirtualAccountChange", `{"virtualAccountNumber":"A","newNumber":"B"}`, false},
		{"a period that is empty", "TransactionQuery", `{"physicalAccountNumber":"1","from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}`, true},
		{"a wrong count", "Acknowledgement", `{"batchId":"x","count":1000}`, true},
		{"an amount of zero", "RefundRequest", `{"clientName":"A","transactionReference":"x","amount":"0"}`, true},
		{"an amount as a number", "RefundRequest", `{"clientName":"A","transactionReference":"x","amount":1}`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var value any
			if err := json.Unmarshal([]byte(c.body), &value); err != nil {
				t.Fatal(err)
			}
			err := validator(t, "virtual-accounts.yaml", pointer("components", "schemas", c.component)).Validate(value)
			if (err == nil) != c.valid {
				t.Errorf("satisfies the schema: %t, want %t: %v", err == nil, c.valid, err)
			}
		})
	}
}
