package server

import (
	"github.com/gin-gonic/gin"

	gen "github.com/sandbank/sandbank/gen/bankconnect"
	"github.com/sandbank/sandbank/internal/bankconnect"
)

// bankConnect plays all operations from the scenarios but the PDF, which no scenario can write.
type bankConnect struct {
	gen.Played
	player player
}

// DownloadStatement gives the PDF of a statement. Only a link that this server has signed comes so far (link.go).
func (b bankConnect) DownloadStatement(c *gin.Context, _ string, _ gen.DownloadStatementParams) {
	b.player.HandleRead(c, bankconnect.Download)
}

// mountBankConnect registers the BankConnect API.
func mountBankConnect(r gin.IRouter, m mounting) []operation {
	gen.RegisterHandlersWithOptions(r, bankConnect{gen.Played{Player: m.player}, m.player}, gen.GinServerOptions{
		BaseURL: m.base, Before: m.before, ErrorHandler: m.refused,
	})
	var out []operation
	for _, o := range gen.Operations() {
		out = append(out, operation{o.ID, o.Method, o.Path})
	}
	return out
}
