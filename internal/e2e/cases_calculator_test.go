package e2e_test

// calculatorCases are those of calculators.yaml. The clock stands at the first of January 2026. Every refusal and every
// result is expected of both calculators; they differ in who asks and in whether a variant is named.
func calculatorCases() []scenarioCase {
	type object = map[string]any
	money := func(amount, currency string) object { return object{"amount": amount, "currency": currency} }
	var list []scenarioCase
	both := func(c scenarioCase, amount, currency, tenure, option string) {
		mine := c
		mine.operation = "calculateMyFd"
		mine.body = object{"depositAmount": money(amount, currency), "tenure": tenure, "interestPaymentOption": option, "productVariant": "withdrawable"}
		theirs := c
		theirs.operation, theirs.token = "calculateCustomerFd", ""
		customer := john
		if c.token == "senior-token" {
			customer = senior
		}
		theirs.body = object{"depositAmount": money(amount, currency), "tenure": tenure, "interestPaymentOption": option, "customerId": customer}
		list = append(list, mine, theirs)
	}
	earns := func(name, amount, tenure, option, interest, maturityAmount, maturityDate string) {
		both(scenarioCase{name: name, rule: "worked out", want: `{"roi": "10.5", "startDate": "2026-01-01", "maturityDate": "` + maturityDate + `",
			"interestEarned": {"amount": "` + interest + `", "currency": "INR"}, "maturityAmount": {"amount": "` + maturityAmount + `", "currency": "INR"}}`},
			amount, "INR", tenure, option)
	}
	seniorEarns := func(name, amount, tenure, option, interest, maturityAmount string) {
		both(scenarioCase{name: name, token: "senior-token", rule: "worked out", want: `{"roi": "11",
			"interestEarned": {"amount": "` + interest + `", "currency": "INR"}, "maturityAmount": {"amount": "` + maturityAmount + `", "currency": "INR"}}`},
			amount, "INR", tenure, option)
	}
	refused := func(name, code, place, rule, amount, currency, tenure, option string) {
		both(scenarioCase{name: name, status: 422, code: code, place: place, rule: rule}, amount, currency, tenure, option)
	}

	// The check values that Indian banks publish for 10,000 rupees at 10.5 per cent.
	earns("cumulative", "10000", "P1Y", "at_maturity", "1092.07", "11092.07", "2027-01-01")
	earns("cumulative, twelve months", "10000.00", "P12M", "at_maturity", "1092.07", "11092.07", "2027-01-01")
	earns("quarterly payouts of 262.50", "10000", "P1Y", "quarterly", "1050", "11050", "2027-01-01")
	earns("monthly payouts of 86.74", "10000.00", "P1Y", "monthly", "1040.88", "11040.88", "2027-01-01")
	earns("simple under six months", "10000", "P3M", "at_maturity", "262.5", "10262.5", "2026-04-01")
	earns("compound from six months", "10000", "P6M", "at_maturity", "531.89", "10531.89", "2026-07-01")
	earns("a week", "10000", "P7D", "at_maturity", "20.14", "10020.14", "2026-01-08")
	earns("the least amount", "5000", "P1Y", "at_maturity", "546.04", "5546.04", "2027-01-01")
	earns("the largest amount", "999999999.99", "P1Y", "at_maturity", "109207201.37", "1109207201.36", "2027-01-01")
	seniorEarns("a senior's half point more", "10000", "P1Y", "at_maturity", "1146.21", "11146.21")
	seniorEarns("a senior's quarterly payouts", "10000", "P1Y", "quarterly", "1100", "11100")
	seniorEarns("a senior's monthly payouts of 90.83", "10000.00", "P1Y", "monthly", "1089.96", "11089.96")

	refused("another currency", "CURRENCY_NOT_OFFERED", "/depositAmount/currency", "another currency", "10000", "USD", "P1Y", "at_maturity")
	refused("too little", "AMOUNT_OUT_OF_RANGE", "/depositAmount/amount", "too little", "4999.99", "INR", "P1Y", "at_maturity")
	refused("nothing", "AMOUNT_OUT_OF_RANGE", "/depositAmount/amount", "too little", "0", "INR", "P1Y", "at_maturity")
	refused("too much", "AMOUNT_OUT_OF_RANGE", "/depositAmount/amount", "too much", "1000000000", "INR", "P1Y", "at_maturity")
	refused("much too much", "AMOUNT_OUT_OF_RANGE", "/depositAmount/amount", "too much", "999999999999999.99", "INR", "P1Y", "at_maturity")
	refused("too short", "TENURE_OUT_OF_RANGE", "/tenure", "too short", "10000", "INR", "P6D", "at_maturity")
	refused("no time at all", "TENURE_OUT_OF_RANGE", "/tenure", "too short", "10000", "INR", "P0D", "at_maturity")
	refused("too long", "TENURE_OUT_OF_RANGE", "/tenure", "too long", "10000", "INR", "P10Y", "at_maturity")
	refused("too long in months", "TENURE_OUT_OF_RANGE", "/tenure", "too long", "10000", "INR", "P120M", "at_maturity")
	refused("far too long", "TENURE_OUT_OF_RANGE", "/tenure", "too long", "10000", "INR", "P99Y999M9999D", "at_maturity")
	refused("monthly under six months", "PAYOUT_TENURE_TOO_SHORT", "/interestPaymentOption", "regular payouts under six months", "10000", "INR", "P5M", "monthly")
	refused("quarterly a day under six months", "PAYOUT_TENURE_TOO_SHORT", "/interestPaymentOption", "regular payouts under six months", "10000", "INR", "P180D", "quarterly")
	refused("yearly payouts", "PAYOUT_OPTION_UNKNOWN", "/interestPaymentOption", "an unknown payout option", "10000", "INR", "P1Y", "yearly")

	usual := object{"depositAmount": money("10000", "INR"), "tenure": "P1Y", "interestPaymentOption": "at_maturity", "productVariant": "withdrawable"}
	other := with(usual, "/productVariant", "non_withdrawable")
	gold := with(usual, "/productVariant", "gold")
	savings := with(usual, "/productVariant", "regular")
	return append(list,
		scenarioCase{name: "the other variant", operation: "calculateMyFd", body: other, rule: "worked out", want: `{"maturityAmount": {"amount": "11092.07", "currency": "INR"}}`},
		scenarioCase{name: "an unknown variant", operation: "calculateMyFd", body: gold, status: 422, code: "VARIANT_UNKNOWN", place: "/productVariant", rule: "an unknown variant"},
		scenarioCase{name: "a variant of savings accounts", operation: "calculateMyFd", body: savings, status: 422, code: "VARIANT_UNKNOWN", place: "/productVariant",
			rule: "an unknown variant"},
		scenarioCase{name: "of a token issued to nobody", operation: "calculateMyFd", token: "issued to Nobody000001", body: usual, status: 404, code: "CUSTOMER_NOT_FOUND",
			rule: "nobody's token"},
		scenarioCase{name: "an unknown customer", operation: "calculateCustomerFd", status: 404, code: "CUSTOMER_NOT_FOUND", place: "/customerId", rule: "an unknown customer",
			body: object{"depositAmount": money("10000", "INR"), "tenure": "P1Y", "interestPaymentOption": "at_maturity", "customerId": "nobody"}})
}
