package server

import (
	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/gen/deposits"
)

// mountDeposits registers the deposits API. Scenarios play all of its operations.
func mountDeposits(r gin.IRouter, m mounting) []operation {
	deposits.RegisterHandlersWithOptions(r, deposits.Played{Player: m.player}, deposits.GinServerOptions{
		BaseURL: m.base, Before: m.before, ErrorHandler: m.refused,
	})
	var out []operation
	for _, o := range deposits.Operations() {
		out = append(out, operation{o.ID, o.Method, o.Path})
	}
	return out
}
