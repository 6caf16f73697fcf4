package virtualaccounts

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/engine"
)

// Errors of SettleRefund. The ledger is as it was then.
var (
	ErrRefundUnknown = errors.New("there is no refund of this id")
	ErrRefundEnded   = errors.New("the refund has settled or failed already")
)

// settlesAfter is how long a refund takes of which scenarios say nothing.
const settlesAfter = 30 * time.Minute

const (
	refundFailed = "The payment could not be made."
	serviceDown  = "The payment service does not answer. Nothing was refunded."
)

// Refund answers refundTransaction: it validates the refund, and has it settle or fail later.
func Refund(t *engine.Turn) (engine.Reply, error) {
	body := object(t.Request().Body)
	reference := text(body["transactionReference"])
	credit := t.Row(credits, map[string]any{"transactionReference": reference})
	if credit == nil {
		return refuse(t, "TRANSACTION_UNKNOWN", "There is no transaction of this reference.")
	}
	client := text(account(t, text(credit["virtualAccountNumber"]))["clientName"])
	if !strings.EqualFold(strings.TrimSpace(client), strings.TrimSpace(text(body["clientName"]))) {
		return refuse(t, "CLIENT_NAME_MISMATCH", "The client's name is not that of the transaction's virtual account.")
	}
	left, err := leftOf(t, credit)
	if err != nil {
		return engine.Reply{}, err
	}
	amount := left
	if asked := text(body["amount"]); asked != "" {
		if amount, err = bank.ParseDecimal(asked); err != nil {
			return engine.Reply{}, fmt.Errorf("the amount to refund: %w", err)
		}
	}
	switch {
	case left.Sign() <= 0:
		return refuse(t, "ALREADY_REFUNDED", "The whole transaction was refunded before.")
	case amount.IsZero():
		return refuse(t, "REFUND_AMOUNT_INVALID", "The amount to refund is zero.")
	case amount.Compare(left) > 0:
		return refuse(t, "REFUND_AMOUNT_TOO_HIGH", "Of this transaction "+inPaise(left)+" is left to refund.")
	}
	return pay(t, credit, client, amount)
}

// leftOf gives what is left of a credit to be refunded.
func leftOf(t *engine.Turn, credit map[string]any) (bank.Decimal, error) {
	left, err := rupees(credit["amount"])
	if err != nil {
		return left, err
	}
	for _, row := range t.Rows(refunds) {
		if row["transactionReference"] != credit["transactionReference"] || row["status"] == failed {
			continue
		}
		amount, err := rupees(row["amount"])
		if err != nil {
			return left, err
		}
		if left, err = left.Sub(amount); err != nil {
			return left, err
		}
	}
	return left, nil
}

// pay hands a valid refund to the payment service.
func pay(t *engine.Turn, credit map[string]any, client string, amount bank.Decimal) (engine.Reply, error) {
	row := map[string]any{
		"transactionReference": credit["transactionReference"], "virtualAccountNumber": credit["virtualAccountNumber"],
		"clientName": client, "amount": inPaise(amount),
	}
	fact := map[string]any{"mode": credit["mode"]}
	for name, v := range row {
		fact[name] = v
	}
	v, err := verdictOn(t, fact)
	if err != nil {
		return engine.Reply{}, err
	}
	if v.fate == "unavailable" {
		return refuse(t, "PAYMENT_SERVICE_DOWN", serviceDown)
	}
	id := t.ID("refund")
	row["refundId"], row["status"], row["requestedAt"] = id, accepted, instant(t.Now())
	if err := t.Do(engine.Step{Kind: "insert", Table: refunds, Row: row}); err != nil {
		return engine.Reply{}, err
	}
	if v.fate != "pending" {
		step, err := ending(t, row, v.fate == settled, v.reason, t.Now().Add(v.after))
		if err != nil {
			return engine.Reply{}, err
		}
		t.Later(v.after, step)
	}
	return answer(map[string]string{"refundId": id, "status": accepted, "message": "The refund was accepted and handed to the payment service."})
}

// verdict is what the payment service makes of a refund.
type verdict struct {
	fate   string // settled, failed, pending, unavailable
	after  time.Duration
	reason string
}

func verdictOn(t *engine.Turn, fact map[string]any) (verdict, error) {
	out := verdict{fate: settled, after: settlesAfter}
	said, ok, err := t.Ask("payment", fact)
	if err != nil || !ok {
		return out, err
	}
	out.fate, out.reason = text(said["payment"]), text(said["reason"])
	if after := text(said["after"]); after != "" {
		d, err := bank.ParseDuration(after)
		if err != nil {
			return out, fmt.Errorf("after which time the refund ends: %w", err)
		}
		out.after = d.Time + time.Duration(d.Days)*24*time.Hour
	}
	return out, nil
}

// ending gives the change that ends a refund which is still accepted, with the webhook that tells of it.
func ending(t *engine.Turn, row map[string]any, good bool, reason string, at time.Time) (engine.Step, error) {
	ended := map[string]any{"status": settled, "endedAt": instant(at)}
	if !good {
		ended["status"], ended["reason"] = failed, refundFailed
		if reason != "" {
			ended["reason"] = reason
		}
	}
	data := map[string]any{}
	for _, columns := range []map[string]any{row, ended} {
		for name, v := range columns {
			data[name] = v
		}
	}
	c, err := t.Callback("refundUpdated", map[string]any{"type": "refund." + text(ended["status"]), "timestamp": ended["endedAt"], "data": data})
	if err != nil {
		return engine.Step{}, fmt.Errorf("webhook refundUpdated: %w", err)
	}
	return engine.Step{
		Kind: "update", Table: refunds, Where: map[string]any{"refundId": row["refundId"], "status": accepted}, Row: ended, Callback: &c,
	}, nil
}

// SettleRefund ends a refund that is still accepted, now: it settles, or fails for a reason ("" takes a general one). It
// sends the webhook refundUpdated.
func SettleRefund(t *engine.Turn, refundID string, good bool, reason string) error {
	row := t.Row(refunds, map[string]any{"refundId": refundID})
	switch {
	case row == nil:
		return ErrRefundUnknown
	case row["status"] != accepted:
		return ErrRefundEnded
	}
	step, err := ending(t, row, good, reason, t.Now())
	if err != nil {
		return err
	}
	c := *step.Callback
	step.Callback = nil
	if err := t.Do(step); err != nil {
		return err
	}
	t.Send(c)
	return nil
}
