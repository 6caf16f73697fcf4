package server

import (
	"github.com/gin-gonic/gin"

	gen "github.com/sandbank/sandbank/gen/virtualaccounts"
	"github.com/sandbank/sandbank/internal/virtualaccounts"
)

// virtualAccounts serves the virtual accounts API: what changes the books is answered by the ledger, what reads them by
// scenarios.
type virtualAccounts struct {
	gen.Played
	player player
}

// mountVirtualAccounts registers the virtual accounts API.
func mountVirtualAccounts(r gin.IRouter, m mounting) []operation {
	gen.RegisterHandlersWithOptions(r, virtualAccounts{gen.Played{Player: m.player}, m.player}, gen.GinServerOptions{
		BaseURL: m.base, Before: m.before, ErrorHandler: m.refused,
	})
	var out []operation
	for _, o := range gen.Operations() {
		out = append(out, operation{o.ID, o.Method, o.Path})
	}
	return out
}

// CreateVirtualAccounts creates virtual accounts, each by itself.
func (v virtualAccounts) CreateVirtualAccounts(c *gin.Context, _ gen.CreateVirtualAccountsParams) {
	v.player.Handle(c, virtualaccounts.Create)
}

// ModifyVirtualAccounts modifies virtual accounts, each by itself.
func (v virtualAccounts) ModifyVirtualAccounts(c *gin.Context, _ gen.ModifyVirtualAccountsParams) {
	v.player.Handle(c, virtualaccounts.Modify)
}

// DeleteVirtualAccounts deletes virtual accounts, each by itself.
func (v virtualAccounts) DeleteVirtualAccounts(c *gin.Context, _ gen.DeleteVirtualAccountsParams) {
	v.player.Handle(c, virtualaccounts.Delete)
}

// FetchTransactions gives the batch of credits that waits for its acknowledgement, or the next one.
func (v virtualAccounts) FetchTransactions(c *gin.Context) {
	v.player.Handle(c, virtualaccounts.Fetch)
}

// AcknowledgeTransactions has a batch of credits count as received.
func (v virtualAccounts) AcknowledgeTransactions(c *gin.Context, _ gen.AcknowledgeTransactionsParams) {
	v.player.Handle(c, virtualaccounts.Acknowledge)
}

// RefundTransaction refunds a credit, or a part of it.
func (v virtualAccounts) RefundTransaction(c *gin.Context, _ gen.RefundTransactionParams) {
	v.player.Handle(c, virtualaccounts.Refund)
}
