package server

import (
	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/gen/bankconnect"
)

// mountBankConnect registers the BankConnect API.
func mountBankConnect(r gin.IRouter, m mounting) []operation {
	bankconnect.RegisterHandlersWithOptions(r, bankconnect.Played{Player: m.player}, bankconnect.GinServerOptions{
		BaseURL: m.base, Before: m.before, ErrorHandler: m.refused,
	})
	var out []operation
	for _, o := range bankconnect.Operations() {
		out = append(out, operation{o.ID, o.Method, o.Path})
	}
	return out
}
