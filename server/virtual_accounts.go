package server

import (
	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/gen/virtualaccounts"
)

// mountVirtualAccounts registers the virtual accounts API. Scenarios play its operations.
func mountVirtualAccounts(r gin.IRouter, m mounting) []operation {
	virtualaccounts.RegisterHandlersWithOptions(r, virtualaccounts.Played{Player: m.player}, virtualaccounts.GinServerOptions{
		BaseURL: m.base, Before: m.before, ErrorHandler: m.refused,
	})
	var out []operation
	for _, o := range virtualaccounts.Operations() {
		out = append(out, operation{o.ID, o.Method, o.Path})
	}
	return out
}
