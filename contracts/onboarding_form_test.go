//go:build pact

package contracts_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/sandbank/sandbank/gen/deposits"
)

// onboardingForms is every form that the app can send: it builds them from the client's types, and they must come out as
// the bank's description shows them. The message is shown as it is.
func onboardingForms(t *testing.T) []interaction {
	solo, savings := opening{fd: true}, opening{}
	paid, free := []payment{netBanking("1000.00")}, []payment(nil)
	first := opening{deposit: "2500"}
	form := func(id string, payments []payment, openings ...opening) interaction {
		return shown(t, id, shape{"/message": like}, func(t *testing.T, c *client) deposits.FormReceipt {
			r := answered(c.SubmitMyFormWithResponse(t.Context(), &deposits.SubmitMyFormParams{}, drafted(t, payments, openings...)))(t)
			receipt := read(t, r.JSON200, r.Body)
			want(t, receipt.Status, "success")
			return receipt
		})
	}
	return []interaction{
		form("form-1-fd-and-1-sa", paid, solo, savings),
		form("form-2-fd-and-2-sa", []payment{netBanking("2000.00")}, solo, solo.joint("former"), savings, savings.joint("former")),
		form("form-all-fd", []payment{netBanking("10000.00")}, everyOpening(solo)...),
		form("form-all-sa", []payment{netBanking("2500.00")}, append(everyOpening(savings), opening{variant: "salary"}, opening{deposit: "2500", assigned: "1234567890"})...),

		form("form-fd-solo", paid, solo),
		form("form-fd-joint-former", paid, solo.joint("former")),
		form("form-fd-joint-anyone", paid, solo.joint("anyone")),
		form("form-fd-joint-jointly", paid, solo.joint("jointly")),
		form("form-fd-minor", paid, solo.forMinor()),
		form("form-fd-nominee-replicate", paid, solo.nominate(sameNominees)),
		form("form-fd-nominee-one", paid, solo.nominate(successive(son()))),
		form("form-fd-nominee-minor", paid, solo.nominate(successive(son().under(guardian)))),
		form("form-fd-nominee-two-successive", paid, solo.nominate(successive(son(), daughter()))),
		form("form-fd-nominee-two-simultaneous", paid, solo.nominate(simultaneous(son().share("50"), daughter().share("50")))),

		form("form-sa-solo", free, savings),
		form("form-sa-joint-former", free, savings.joint("former")),
		form("form-sa-joint-anyone", free, savings.joint("anyone")),
		form("form-sa-joint-jointly", free, savings.joint("jointly")),
		form("form-sa-minor", free, savings.forMinor()),
		form("form-sa-nominee-replicate", free, savings.nominate(sameNominees)),
		form("form-sa-nominee-one", free, savings.nominate(successive(son()))),
		form("form-sa-nominee-minor", free, savings.nominate(successive(son().under(guardian)))),
		form("form-sa-nominee-two-successive", free, savings.nominate(successive(son(), daughter()))),
		form("form-sa-nominee-two-simultaneous", free, savings.nominate(simultaneous(son().share("50"), daughter().share("50")))),
		form("form-salary", free, opening{variant: "salary"}),

		form("form-pay-cash", []payment{cash}, first),
		form("form-pay-cheque", []payment{cheque}, first),
		form("form-pay-net-banking", []payment{netBanking("2500.00")}, first),
		form("form-pay-transfer", []payment{transfer}, first),
		form("form-pay-upi", []payment{upi}, first),
		form("form-assigned-account", []payment{netBanking("2500.00")}, opening{deposit: "2500", assigned: "1234567890"}),
	}
}

// onboardingRefusedForms is two rules of the bank that the app explains to its users.
func onboardingRefusedForms() []interaction {
	short := map[string]any{
		"instructions": []any{map[string]any{"id": "i-1", "instruction": "open_sa", "openMode": "solo", "productVariant": "regular", "initialDeposit": rupees("5000")}},
		"sections": []any{map[string]any{
			"id": "s-1", "section": "payment", "method": "cash", "status": "paid", "amount": rupees("2500.00"), "paymentDate": "2025-04-23", "paymentTxnId": "999999100000",
		}},
	}
	again := map[string]any{
		"instructions": []any{map[string]any{"id": "i-1", "instruction": "open_sa", "openMode": "solo", "productVariant": "regular", "initialDeposit": rupees("5000")}},
		"sections": []any{map[string]any{
			"id": "s-1", "section": "payment", "method": "cash", "status": "paid", "amount": rupees("5000.00"), "paymentDate": "2025-04-23",
			"paymentTxnId": fromState("paymentTxnId", "999999100000"),
		}},
	}
	refusal := func(description string, state []string, body map[string]any, paid string, status int, code, place, message string) interaction {
		i := interaction{
			description: description, method: http.MethodPost, path: "/my/forms", body: body,
			status: status, answer: refused(status, code, place, message),
			use: func(t *testing.T, c *client) {
				form := drafted(t, []payment{{deposits.CashPayment{Amount: rupees(paid)}}}, opening{deposit: "5000"})
				r := answered(c.SubmitMyFormWithResponse(t.Context(), &deposits.SubmitMyFormParams{}, form))(t)
				wantProblem(t, r.Problem, status, code, place)
			},
		}
		if state != nil {
			i.given = given(state[0], state[1:]...)
		}
		return i
	}
	return []interaction{
		refusal("a request to submit a form with a payment of less than the deposit", nil, short, "2500.00",
			http.StatusUnprocessableEntity, "PAYMENT_TOTAL_MISMATCH", "/sections", "come to 2500, and not to 5000"),
		refusal("a request to submit a form with a payment of an earlier form", []string{"a payment that was used for another form", "paymentTxnId", "999999100000"}, again, "5000.00",
			http.StatusConflict, "PAYMENT_TXN_REUSED", "/sections/0/paymentTxnId", "was used for another form"),
	}
}

// drafted gives a form with an instruction for each opening and a section for each payment, numbered.
func drafted(t *testing.T, payments []payment, openings ...opening) deposits.SubmitMyFormJSONRequestBody {
	t.Helper()
	form := deposits.SubmitMyFormJSONRequestBody{Instructions: []deposits.FormInstruction{}, Sections: []deposits.PaymentSection{}}
	for i, o := range openings {
		form.Instructions = append(form.Instructions, o.instruction(t, fmt.Sprintf("i-%d", i+1)))
	}
	for i, p := range payments {
		form.Sections = append(form.Sections, p.section(t, fmt.Sprintf("s-%d", i+1)))
	}
	return form
}

// paymentDay is the day of every payment.
var paymentDay = on("2025-04-23")

// payment is a payment in which what all payments of the app have in common is yet to be filled in.
type payment struct{ of any }

var (
	cash     = payment{deposits.CashPayment{Amount: rupees("2500.00")}}
	cheque   = payment{deposits.ChequePayment{Amount: rupees("2500.00"), ChequeNo: "100000", ChequeDate: paymentDay, DepositDate: on("2025-04-24")}}
	transfer = payment{deposits.TransferPayment{Amount: rupees("2500.00"), Network: "imps"}}
	upi      = payment{deposits.UpiPayment{Amount: rupees("2500.00"), Pg: deposits.PaymentGateway{Name: "ccAvenue"}, Vpa: "john@bhim"}}
)

func netBanking(amount string) payment {
	return payment{deposits.NetBankingPayment{Amount: rupees(amount), Pg: deposits.PaymentGateway{Name: "ccAvenue"}}}
}

// section completes the payment and gives it as the section of a form.
func (p payment) section(t *testing.T, id string) (s deposits.PaymentSection) {
	t.Helper()
	const account, code, txn = "1234100000", "ICIC0001234", "999999100000"
	var err error
	switch of := p.of.(type) {
	case deposits.CashPayment:
		of.Id, of.Section, of.Status, of.PaymentDate, of.PaymentTxnId = id, "payment", "paid", paymentDay, txn
		err = s.FromCashPayment(of)
	case deposits.ChequePayment:
		of.Id, of.Section, of.Status, of.PaymentDate, of.PaymentTxnId = id, "payment", "paid", paymentDay, txn
		of.AccountId, of.Ifsc = account, code
		err = s.FromChequePayment(of)
	case deposits.NetBankingPayment:
		of.Id, of.Section, of.Status, of.PaymentDate, of.PaymentTxnId = id, "payment", "paid", paymentDay, txn
		of.AccountId, of.Ifsc = account, code
		err = s.FromNetBankingPayment(of)
	case deposits.TransferPayment:
		of.Id, of.Section, of.Status, of.PaymentDate, of.PaymentTxnId = id, "payment", "paid", paymentDay, txn
		of.AccountId, of.Ifsc = account, code
		err = s.FromTransferPayment(of)
	case deposits.UpiPayment:
		of.Id, of.Section, of.Status, of.PaymentDate, of.PaymentTxnId = id, "payment", "paid", paymentDay, txn
		of.AccountId, of.Ifsc = account, code
		err = s.FromUpiPayment(of)
	default:
		t.Fatalf("%T is no payment", of)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}
