package virtualaccounts

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine"
)

// NewCredit is money that reaches a virtual account.
type NewCredit struct {
	VirtualAccountNumber string
	// Amount is a decimal string in rupees, more than zero, with at most two places.
	Amount string
	// Mode is NEFT, RTGS, IMPS, UPI or FT.
	Mode string
	// UTR is unique in the sandbox, capital letters and digits, at most 22; "" has one made.
	UTR      string
	Remitter Remitter
}

// Errors of Credit; a *CreditInvalid is another. The ledger is as it was then.
var (
	ErrAccountUnknown        = errors.New("there is no virtual account of this number")
	ErrAccountDeleted        = errors.New("the virtual account is deleted")
	ErrAccountExpired        = errors.New("the last day of the virtual account is over")
	ErrPhysicalAccountClosed = errors.New("the physical account of the virtual account is closed")
	ErrUTRUsed               = errors.New("another credit has this UTR")
)

// CreditInvalid says what is wrong with a member of a NewCredit. Message reads on from the member, as in "must be more than
// zero".
type CreditInvalid struct{ Field, Message string }

func (e *CreditInvalid) Error() string { return e.Field + " " + e.Message }

var (
	amountForm  = regexp.MustCompile(`^[0-9]+(\.[0-9]{1,2})?$`)
	utrForm     = regexp.MustCompile(`^[A-Z0-9]{1,22}$`)
	accountForm = regexp.MustCompile(`^[A-Za-z0-9]{1,34}$`)
	ifscForm    = regexp.MustCompile(`^[A-Z]{4}0[A-Z0-9]{6}$`)
)

// Credit books money that reaches a virtual account at this moment of the sandbox's clock, and sends the webhook
// creditReceived. It gives the transaction's reference.
func Credit(t *engine.Turn, c NewCredit) (reference string, err error) {
	amount, err := c.check()
	if err != nil {
		return "", err
	}
	row := account(t, c.VirtualAccountNumber)
	if err := takesCredits(t, row); err != nil {
		return "", err
	}
	reference = t.ID("transaction")
	if c.UTR == "" {
		c.UTR = "SBNK" + strings.ToUpper(strings.ReplaceAll(t.ID("utr"), "-", ""))[:18]
	}
	if t.Row(credits, map[string]any{"utr": c.UTR}) != nil {
		return "", ErrUTRUsed
	}
	credit := map[string]any{
		"transactionReference": reference, "virtualAccountNumber": c.VirtualAccountNumber, "amount": inPaise(amount),
		"creditedAt": instant(t.Now()), "mode": c.Mode, "utr": c.UTR,
		"remitterName": c.Remitter.Name, "remitterAccount": c.Remitter.Account, "remitterIfsc": c.Remitter.IFSC,
	}
	if err := t.Do(engine.Step{Kind: "insert", Table: credits, Row: credit}); err != nil {
		return "", err
	}
	return reference, notify(t, "creditReceived", map[string]any{
		"type": "credit.received", "timestamp": credit["creditedAt"],
		"data": map[string]any{"physicalAccountNumber": row["physicalAccountNumber"], "record": recordOf(credit)},
	})
}

// check tells what is wrong with the credit by itself.
func (c *NewCredit) check() (amount bank.Decimal, err error) {
	if amount, err = bank.ParseDecimal(c.Amount); err != nil || !amountForm.MatchString(c.Amount) || len(c.Amount) > 18 {
		return amount, &CreditInvalid{"amount", "must be a decimal number of at most 18 characters with at most two places"}
	}
	name := utf8.RuneCountInString(c.Remitter.Name)
	switch {
	case amount.Sign() <= 0:
		err = &CreditInvalid{"amount", "must be more than zero"}
	case c.Mode != "NEFT" && c.Mode != "RTGS" && c.Mode != "IMPS" && c.Mode != "UPI" && c.Mode != "FT":
		err = &CreditInvalid{"mode", "must be NEFT, RTGS, IMPS, UPI or FT"}
	case c.UTR != "" && !utrForm.MatchString(c.UTR):
		err = &CreditInvalid{"utr", "must be at most 22 capital letters and digits"}
	case name < 1 || name > 100 || !utf8.ValidString(c.Remitter.Name):
		err = &CreditInvalid{"remitter.name", "must have 1 to 100 characters"}
	case !accountForm.MatchString(c.Remitter.Account):
		err = &CreditInvalid{"remitter.account", "must be at most 34 letters and digits"}
	case !ifscForm.MatchString(c.Remitter.IFSC):
		err = &CreditInvalid{"remitter.ifsc", "must be four capital letters, 0, and six capital letters or digits"}
	}
	return amount, err
}

// takesCredits tells why a virtual account takes no credits now; nil when it does.
func takesCredits(t *engine.Turn, row map[string]any) error {
	switch {
	case row == nil:
		return ErrAccountUnknown
	case row["status"] == deleted:
		return ErrAccountDeleted
	}
	if last := text(row["validTo"]); last != "" && last < t.Now().In(bank.India).Format(time.DateOnly) {
		return ErrAccountExpired
	}
	over := t.Row(physicalAccounts, map[string]any{"physicalAccountNumber": row["physicalAccountNumber"]})
	if over == nil || over["status"] == closed {
		return ErrPhysicalAccountClosed
	}
	return nil
}

// notify sends a webhook of the document when the turn is over.
func notify(t *engine.Turn, webhook string, body any) error {
	c, err := t.Callback(webhook, body)
	if err != nil {
		return fmt.Errorf("webhook %s: %w", webhook, err)
	}
	t.Send(c)
	return nil
}
