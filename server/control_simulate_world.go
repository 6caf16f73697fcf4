package server

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/bankconnect"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/internal/virtualaccounts"
)

// This file is about what happens to the money and documents of a sandbox without a request of the bank's APIs.

// simulate changes the caller's sandbox on behalf of an API, in one step, and sends what that calls back. It is false
// after a failure, which it answers; refused answers those of the API itself.
func (k *call) simulate(name string, do func(*engine.Turn) error, refused func(error) bool) bool {
	api := k.server.apiNamed(name)
	if api == nil {
		k.fail(problem.SimulationTargetUnknown, "This server does not serve the API "+quoted(name)+".")
		return false
	}
	sent, err := k.box.Turn(k.playing(), api, k.outside(api), do)
	k.server.send(k.gin.Request.Context(), k.box, sent)
	switch {
	case err == nil:
		return true
	case errors.Is(err, sandbox.ErrStorage), errors.Is(err, engine.ErrStateFull):
		k.failed(err)
	case !refused(err):
		k.failed(err)
	}
	return false
}

// apiNamed finds one of the APIs that scenarios speak for; nil when it is not served.
func (s *Server) apiNamed(name string) *contract.API {
	for _, a := range s.everyAPI() {
		if a.Name == name {
			return a
		}
	}
	return nil
}

// outside is the world of a step that no request of an API has caused.
func (k *call) outside(api *contract.API) *engine.World {
	scheme, host := k.server.origin(k.gin.Request)
	base := scheme + "://" + host + api.BasePath
	return &engine.World{Caller: k.world.Caller, RequestID: k.id, URL: base, Base: base, Services: &token.Site{Keys: k.server.keys, Base: base}}
}

// SimulateCredit answers POST /simulate/credit.
func (controller) SimulateCredit(c *gin.Context) {
	k := callOf(c)
	var in control.SimulatedCredit
	if !k.read(&in) {
		return
	}
	count := either(in.Count, 1)
	if in.Utr != nil && count > 1 {
		k.refuseField(problem.SimulationInvalid, "/utr", "is for one credit alone; leave it out to have one made for each")
		return
	}
	credit := virtualaccounts.NewCredit{
		VirtualAccountNumber: in.VirtualAccountNumber, Amount: in.Amount, Mode: string(in.Mode), UTR: either(in.Utr, ""),
		Remitter: virtualaccounts.Remitter{Name: in.Remitter.Name, Account: in.Remitter.Account, IFSC: in.Remitter.Ifsc},
	}
	var references []string
	done := k.simulate(virtualaccounts.API, func(t *engine.Turn) error {
		references = make([]string, count)
		for i := range references {
			var err error
			if references[i], err = virtualaccounts.Credit(t, credit); err != nil {
				return err
			}
		}
		return nil
	}, k.ledgerRefused)
	if done {
		k.json(http.StatusCreated, control.SimulatedCredits{References: references})
	}
}

// SimulateRefund answers POST /simulate/refund.
func (controller) SimulateRefund(c *gin.Context) {
	k := callOf(c)
	var in control.SimulatedRefund
	if !k.read(&in) {
		return
	}
	done := k.simulate(virtualaccounts.API, func(t *engine.Turn) error {
		return virtualaccounts.SettleRefund(t, in.RefundId, in.Outcome == control.RefundOutcomeSettled, either(in.Reason, ""))
	}, k.ledgerRefused)
	if done {
		k.done()
	}
}

// ledgerRefused answers what the ledger of virtual accounts refuses; false is another error.
func (k *call) ledgerRefused(err error) bool {
	var invalid *virtualaccounts.CreditInvalid
	switch {
	case errors.As(err, &invalid):
		k.refuseField(problem.SimulationInvalid, "/"+strings.ReplaceAll(invalid.Field, ".", "/"), invalid.Message)
	case errors.Is(err, virtualaccounts.ErrAccountUnknown), errors.Is(err, virtualaccounts.ErrRefundUnknown):
		k.fail(problem.SimulationTargetUnknown, sentence(err.Error()))
	case errors.Is(err, virtualaccounts.ErrAccountDeleted), errors.Is(err, virtualaccounts.ErrAccountExpired),
		errors.Is(err, virtualaccounts.ErrPhysicalAccountClosed), errors.Is(err, virtualaccounts.ErrUTRUsed), errors.Is(err, virtualaccounts.ErrRefundEnded):
		k.fail(problem.SimulationConflict, sentence(err.Error()))
	default:
		return false
	}
	return true
}

// SimulateStatement answers POST /simulate/statement.
func (controller) SimulateStatement(c *gin.Context) {
	k := callOf(c)
	var in control.SimulatedStatement
	if !k.read(&in) {
		return
	}
	statement := bankconnect.NewStatement{Entity: in.EntityId.String(), Bank: in.BankName, Password: either(in.PdfPassword, "")}
	if in.AccountId != nil {
		statement.Account = in.AccountId.String()
	}
	var out control.SimulatedUpload
	done := k.simulate(bankconnect.API, func(t *engine.Turn) (err error) {
		out.StatementId, err = bankconnect.Upload(t, statement)
		return err
	}, k.statementsRefused)
	if done {
		k.json(http.StatusCreated, out)
	}
}

// SimulateBankHealth answers POST /simulate/bank-health.
func (controller) SimulateBankHealth(c *gin.Context) {
	k := callOf(c)
	var in control.SimulatedBankHealth
	if !k.read(&in) {
		return
	}
	done := k.simulate(bankconnect.API, func(t *engine.Turn) error {
		return bankconnect.SetHealth(t, in.Bank, in.Up, either(in.Issue, ""))
	}, k.statementsRefused)
	if done {
		k.done()
	}
}

// statementMembers are the members of a simulation's body by the names that package bankconnect has for them.
var statementMembers = map[string]string{"entity": "entityId", "bank": "bankName", "account": "accountId", "password": "pdfPassword", "issue": "issue"}

// statementsRefused answers what BankConnect refuses; false is another error.
func (k *call) statementsRefused(err error) bool {
	var field *bankconnect.FieldError
	switch {
	case errors.As(err, &field):
		k.refuseField(problem.SimulationInvalid, "/"+statementMembers[field.Field], field.Message)
	case errors.Is(err, bankconnect.ErrUnknownEntity), errors.Is(err, bankconnect.ErrUnknownBank):
		k.fail(problem.SimulationTargetUnknown, sentence(err.Error()))
	default:
		return false
	}
	return true
}
