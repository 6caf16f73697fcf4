package e2e_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/sandbank/sandbank/gen/common"
	gen "github.com/sandbank/sandbank/gen/virtualaccounts"
)

// TestTheGeneratedClientKeepsVirtualAccounts calls each operation with the generated client, in an order in which a
// company would, and wants the answers decoded.
func TestTheGeneratedClientKeepsVirtualAccounts(t *testing.T) {
	transport := newChecked(t)
	api := apiNamed(t, "virtual-accounts")
	client, err := gen.NewClientWithResponses(start(t).origin+api.BasePath, gen.WithHTTPClient(&http.Client{Transport: transport, Timeout: patience}),
		gen.WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
			r.Header.Set("x-api-key", "demo")
			r.Header.Set("Authorization", "Bearer any")
			return nil
		}))
	if err != nil {
		t.Fatal(err)
	}
	ctx, physical, number, key := t.Context(), "919010012345678", "SBAC0000000777", "e2e-1"

	created, err := client.CreateVirtualAccountsWithResponse(ctx, &gen.CreateVirtualAccountsParams{IdempotencyKey: &key},
		gen.VirtualAccountCreation{PhysicalAccountNumber: physical, VirtualAccounts: []gen.NewVirtualAccount{{VirtualAccountNumber: number, ClientName: "New Client"}}})
	if got := answered(t, created.JSON200, err); got.Status != gen.BatchStatusSuccess || got.Results[0].Status != gen.ItemStatusSuccess || got.Results[0].Code != nil {
		t.Errorf("created %+v", got)
	}
	renamed := "Renamed Client"
	change := gen.VirtualAccountChange{VirtualAccountNumber: number, ClientName: &renamed}
	change.ValidTo.SetNull()
	modified, err := client.ModifyVirtualAccountsWithResponse(ctx, &gen.ModifyVirtualAccountsParams{},
		gen.VirtualAccountModification{PhysicalAccountNumber: physical, VirtualAccounts: []gen.VirtualAccountChange{change}})
	if got := answered(t, modified.JSON200, err); got.Status != gen.BatchStatusSuccess {
		t.Errorf("modified %+v", got)
	}
	one, err := client.GetVirtualAccountWithResponse(ctx, number)
	if got := answered(t, one.JSON200, err); got.ClientName != renamed || got.Status != gen.VirtualAccountStatusActive || got.ModifiedAt == nil || got.ValidTo != nil {
		t.Errorf("read %+v", got)
	}
	active, size := gen.VirtualAccountStatusActive, 2
	page, err := client.ListVirtualAccountsWithResponse(ctx, &gen.ListVirtualAccountsParams{PhysicalAccountNumber: &physical, Status: &active, Size: &size})
	if got := answered(t, page.JSON200, err); got.Total != 4 || len(got.VirtualAccounts) != 2 || got.Next == nil {
		t.Errorf("listed %+v", got)
	}
	deleted, err := client.DeleteVirtualAccountsWithResponse(ctx, &gen.DeleteVirtualAccountsParams{},
		gen.VirtualAccountDeletion{PhysicalAccountNumber: physical, VirtualAccountNumbers: []string{number, "SBAC404"}})
	if got := answered(t, deleted.JSON200, err); got.Status != gen.BatchStatusPartial || *got.Results[1].Code != "ACCOUNT_UNKNOWN" {
		t.Errorf("deleted %+v", got)
	}

	fetched, err := client.FetchTransactionsWithResponse(ctx, gen.TransactionQuery{PhysicalAccountNumber: physical})
	batch := answered(t, fetched.JSON200, err)
	id, err := batch.BatchId.Get()
	if err != nil || batch.Count != 4 || batch.Records[0].Remitter.Ifsc != "SBIN0001234" {
		t.Fatalf("fetched %+v, %v", batch, err)
	}
	taken, err := client.AcknowledgeTransactionsWithResponse(ctx, &gen.AcknowledgeTransactionsParams{}, gen.Acknowledgement{BatchId: id, Count: batch.Count})
	if got := answered(t, taken.JSON200, err); got.Status != gen.AcknowledgementReceiptStatusAcknowledged {
		t.Errorf("acknowledged %+v", got)
	}
	nothing, err := client.FetchTransactionsWithResponse(ctx, gen.TransactionQuery{PhysicalAccountNumber: physical})
	if got := answered(t, nothing.JSON200, err); !got.BatchId.IsNull() || got.Count != 0 {
		t.Errorf("afterwards %+v is fetched", got)
	}
	amount := common.Amount("500")
	refund, err := client.RefundTransactionWithResponse(ctx, &gen.RefundTransactionParams{},
		gen.RefundRequest{ClientName: "Asha Textiles", TransactionReference: batch.Records[0].TransactionReference, Amount: &amount})
	accepted := answered(t, refund.JSON202, err)
	state, err := client.GetRefundWithResponse(ctx, accepted.RefundId)
	if got := answered(t, state.JSON200, err); got.Status != gen.RefundStatusAccepted || got.Amount != "500.00" {
		t.Errorf("refunded %+v", got)
	}
	unknown, err := client.GetRefundWithResponse(ctx, "none")
	if err != nil || unknown.Problem == nil || unknown.Problem.Code != "REFUND_UNKNOWN" {
		t.Errorf("an unknown refund is %+v, %v", unknown, err)
	}
	for _, op := range api.Operations {
		if transport.seen[outcome{op.ID, http.StatusOK}]+transport.seen[outcome{op.ID, http.StatusAccepted}] == 0 {
			t.Errorf("the client did not call %s", op.ID)
		}
	}
}
