package e2e_test

import "testing"

// formCases are those of forms.yaml: a form of the source, changed so that it breaks one rule, or none.
func formCases(tb testing.TB) []scenarioCase {
	form := func(id string, changes ...any) any {
		v := sourceRequest(tb, id)
		for i := 0; i+1 < len(changes); i += 2 {
			v = with(v, changes[i].(string), changes[i+1])
		}
		return v
	}
	refused := func(code, place, rule string, body any) scenarioCase {
		return scenarioCase{name: rule + " at " + place, operation: "submitMyForm", body: body, status: 422, code: code, place: place, rule: rule}
	}
	accepted := func(name string, body any) scenarioCase {
		return scenarioCase{name: name, operation: "submitMyForm", body: body, rule: "accepted", want: `{"status": "success"}`}
	}
	rupees := func(amount string) any { return map[string]any{"amount": amount, "currency": "INR"} }
	section := func(id, transaction, amount string) any {
		paid := form("form-pay-cash").(map[string]any)["sections"].([]any)[0]
		return with(with(with(paid, "/id", id), "/paymentTxnId", transaction), "/amount", rupees(amount))
	}
	nominee := form("form-sa-nominee-one").(map[string]any)["instructions"].([]any)[0].(map[string]any)["nomination"].(map[string]any)["nominees"].([]any)[0]
	const nominees = "/instructions/0/nomination/nominees"

	return []scenarioCase{
		refused("INSTRUCTION_ID_REPEATED", "/instructions/3/id", "an instruction id is repeated", form("form-2-fd-and-2-sa", "/instructions/3/id", "i-1")),
		refused("SECTION_ID_REPEATED", "/sections/1/id", "a section id is repeated", form("form-fd-solo", "/sections/0/amount", rupees("400"), "/sections/-", section("s-1", "2", "600"))),

		refused("HOLDERS_TOO_FEW", "/instructions/0/holders", "a joint account with fewer than two holders", form("form-sa-joint-anyone", "/instructions/0/holders/1", removed{})),
		refused("HOLDERS_TOO_FEW", "/instructions/1/holders", "a joint account with fewer than two holders", form("form-2-fd-and-2-sa", "/instructions/1/holders", removed{})),
		refused("HOLDER_ORDER_REPEATED", "/instructions/3/holders/1/order", "two holders with one order", form("form-2-fd-and-2-sa", "/instructions/3/holders/1/order", 1)),
		refused("OPERATED_BY_MISSING", "/instructions/0/operatedBy", "a joint account that nobody operates", form("form-sa-joint-former", "/instructions/0/operatedBy", removed{})),
		refused("OPERATED_BY_MISSING", "/instructions/0/operatedBy", "a joint account that nobody operates", form("form-fd-joint-jointly", "/instructions/0/operatedBy", removed{})),
		refused("MINOR_MISSING", "/instructions/0/minor", "a minor's account without the minor", form("form-sa-minor", "/instructions/0/minor", removed{})),
		refused("MINOR_MISSING", "/instructions/0/minor", "a minor's account without the minor", form("form-fd-minor", "/instructions/0/minor", removed{})),

		refused("NOMINEES_TOO_MANY", nominees, "more than four nominees", form("form-sa-nominee-one", nominees, []any{nominee, nominee, nominee, nominee, nominee})),
		accepted("four nominees", form("form-sa-nominee-one", nominees, []any{nominee, nominee, nominee, nominee})),
		refused("SHARE_MISSING", nominees+"/1/sharePct", "a simultaneous nominee without a share", form("form-sa-nominee-two-simultaneous", nominees+"/1/sharePct", removed{})),
		refused("SHARE_UNEXPECTED", nominees+"/1/sharePct", "a successive nominee with a share", form("form-sa-nominee-two-successive", nominees+"/1/sharePct", "50")),
		refused("SHARES_TOTAL_MISMATCH", nominees, "shares do not total 100", form("form-sa-nominee-two-simultaneous", nominees+"/1/sharePct", "49.99")),
		refused("SHARES_TOTAL_MISMATCH", "/instructions/0/nomination/nominees", "shares do not total 100", form("form-fd-nominee-two-simultaneous", nominees+"/0/sharePct", "51")),
		accepted("shares with fractions", form("form-sa-nominee-two-simultaneous", nominees+"/0/sharePct", "33.33", nominees+"/1/sharePct", "66.67")),

		refused("AMOUNT_TOO_LARGE", "/instructions/0", "a deposit beyond all bounds", form("form-fd-solo", "/instructions/0/depositAmount", rupees("1000000000000001"))),
		refused("AMOUNT_TOO_LARGE", "/sections/0/amount/amount", "a payment beyond all bounds", form("form-fd-solo", "/sections/0/amount", rupees("1000000000000001"))),
		refused("CURRENCIES_MIXED", "/instructions/1/depositAmount/currency", "deposits in several currencies", form("form-2-fd-and-2-sa", "/instructions/1/depositAmount/currency", "USD")),
		refused("CURRENCIES_MIXED", "/instructions/2/initialDeposit/currency", "deposits in several currencies",
			form("form-2-fd-and-2-sa", "/instructions/2/initialDeposit", map[string]any{"amount": "1", "currency": "USD"})),
		refused("CURRENCIES_MIXED", "/sections/0/amount/currency", "a payment in another currency", form("form-fd-solo", "/sections/0/amount/currency", "USD")),

		refused("PAYMENT_NOT_PAID", "/sections/0/status", "a payment that is not paid", form("form-pay-upi", "/sections/0/status", "pending")),
		refused("PAYMENT_NOT_PAID", "/sections/0/status", "a payment that is not paid", form("form-pay-cheque", "/sections/0/status", "failed")),
		refused("PAYMENT_TXN_REPEATED", "/sections/1/paymentTxnId", "one payment twice",
			form("form-fd-solo", "/sections/0/amount", rupees("400"), "/sections/-", section("s-2", "999999100000", "600"))),
		refused("PAYMENT_MISSING", "/sections", "a deposit that nobody paid", form("form-fd-solo", "/sections", []any{})),
		refused("PAYMENT_UNEXPECTED", "/sections", "a payment for nothing", form("form-sa-solo", "/sections/-", section("s-1", "1", "1"))),
		refused("PAYMENT_TOTAL_MISMATCH", "/sections", "payments of another sum", form("form-fd-solo", "/sections/0/amount", rupees("999.99"))),
		refused("PAYMENT_TOTAL_MISMATCH", "/sections", "payments of another sum", form("form-fd-solo", "/sections/-", section("s-2", "2", "0.01"))),

		accepted("two payments that come to the deposit", form("form-fd-solo", "/sections/0/amount", rupees("400"), "/sections/-", section("s-2", "2", "600.00"))),
		accepted("the deposit written with more places", form("form-fd-solo", "/instructions/0/depositAmount", rupees("1000.00"), "/sections/0/amount", rupees("1000"))),
		accepted("paise that no float could add up", form("form-2-fd-and-2-sa", "/instructions/0/depositAmount", rupees("0.10"), "/instructions/1/depositAmount", rupees("0.20"),
			"/sections/0/amount", rupees("0.30"))),
		accepted("an initial deposit of nothing", form("form-sa-solo", "/instructions/0/initialDeposit", rupees("0.00"))),
		accepted("everything in dollars", form("form-fd-solo", "/instructions/0/depositAmount/currency", "USD", "/sections/0/amount/currency", "USD")),
	}
}

// strictCases are some of those of strict.yaml, which must be asked for. strict_test.yaml beside it has the others.
func strictCases(tb testing.TB) []scenarioCase {
	form := func(variant, transaction string) any {
		v := with(sourceRequest(tb, "form-pay-cash"), "/instructions/0/productVariant", variant)
		v = with(v, "/instructions/0/initialDeposit/amount", "5000")
		return with(with(v, "/sections/0/amount/amount", "5000.00"), "/sections/0/paymentTxnId", transaction)
	}
	strict := func(name, token string, body any, status int, code, place, rule string) scenarioCase {
		return scenarioCase{name: "strict: " + name, operation: "submitMyForm", scenario: "strict", token: token, body: body,
			status: status, code: code, place: place, rule: rule}
	}
	return []scenarioCase{
		strict("a product that is not offered", "", form("gold", "strict-1"), 422, "VARIANT_UNKNOWN", "/instructions/0/productVariant", "an unknown variant"),
		strict("a form of nobody", "issued to Nobody000001", form("regular", "strict-1"), 404, "CUSTOMER_NOT_FOUND", "", "nobody's token"),
		strict("a payment that was used before", "", form("regular", "USED00000001"), 409, "PAYMENT_TXN_REUSED", "/sections/0/paymentTxnId", "a payment of an earlier form"),
		strict("a payment", "", form("regular", "strict-1"), 0, "", "", "accepted"),
		strict("the payment again", "", form("regular", "strict-1"), 409, "PAYMENT_TXN_REUSED", "/sections/0/paymentTxnId", "a payment of an earlier form"),
		{name: "the payment again, without strict", operation: "submitMyForm", body: form("regular", "strict-1"), rule: "accepted"},
		strict("the payment again, in another sandbox", "", form("regular", "strict-1"), 0, "", "", "accepted").of("another"),
	}
}

// of sends a case with another key, and so to another sandbox.
func (c scenarioCase) of(app string) scenarioCase {
	c.app = app
	return c
}
