package e2e_test

// exampleToken is the token of the bank's own examples.
const exampleToken = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJQUDEyMzQ1IiwiZG9iIjoiMTk5MC0wMS0wMSIsIm1vYmlsZSI6Ijk4NzY1NDMyMTAiLCJpYXQiOjE1MTYyMzkwMjIsImV4cCI6MTUxNjIzOTAyMn0.kTVkTCr1iBJn2-1VLDR7Cvg2wf_diXp3zdxy6DTlQwM"

// exampleSession is the session of the bank's own example.
const exampleSession = "f47ac10b-58cc-4372-a567-0e02b2c3d479"

// Customers of people.yaml.
const (
	john, jane, senior, minor, withoutAccounts = "ZKFWiEyTKTkT", "zHTgHC1SAiew", "Senior000001", "Minor0000001", "NoAccount001"
)

// loginCases are those of login.yaml.
func loginCases() []scenarioCase {
	type object = map[string]any
	both := []any{"1", "2"}
	unrecognised := func(name string, body object) scenarioCase {
		return scenarioCase{name: name, operation: "authorizeLogin", body: body, status: 401, code: "CUSTOMER_NOT_RECOGNISED", rule: "nobody with these details"}
	}
	opens := func(name string, body object, masked string) scenarioCase {
		return scenarioCase{name: name, operation: "authorizeLogin", body: body, rule: "a session opens",
			want: `{"challenge": "otp", "expiresIn": 300, "maskedMobile": "` + masked + `"}`}
	}
	return []scenarioCase{
		{name: "of most applications", operation: "getLoginTerms", rule: "the application's terms"},
		{name: "of an application that asks for one", operation: "getLoginTerms", app: "privacy-only", rule: "the application's terms",
			want: `{"terms": [{"id": "1", "documentUrl": "https://www.hdfcbank.com/personal/resources/privacy-policy",
				"summary": "I/we have read, understood, and hereby accept the Privacy Policy of HDFC Bank."}]}`},

		opens("by date of birth", object{"mobile": "9876543210", "dob": "1990-01-01", "acceptedTerms": both}, "***10"),
		opens("by PAN", object{"mobile": "9876543210", "pan": "ABCDE1234F", "acceptedTerms": both}, "***10"),
		opens("of another customer", object{"mobile": "1234567890", "pan": "FGHIJ5678K", "acceptedTerms": []any{"2", "1", "3"}}, "***90"),
		{name: "with both", operation: "authorizeLogin", body: object{"mobile": "9876543210", "dob": "1990-01-01", "pan": "ABCDE1234F", "acceptedTerms": both},
			status: 400, code: "LOGIN_IDENTITY", place: "/pan", rule: "both dob and pan"},
		{name: "with neither", operation: "authorizeLogin", body: object{"mobile": "9876543210", "acceptedTerms": both},
			status: 400, code: "LOGIN_IDENTITY", place: "the body", rule: "neither dob nor pan"},
		unrecognised("with another's date of birth", object{"mobile": "9876543210", "dob": "1985-05-15", "acceptedTerms": both}),
		unrecognised("with another's PAN", object{"mobile": "9876543210", "pan": "FGHIJ5678K", "acceptedTerms": both}),
		unrecognised("with another mobile number", object{"mobile": "9876543211", "pan": "ABCDE1234F", "acceptedTerms": both}),
		{name: "without a term", operation: "authorizeLogin", body: object{"mobile": "9876543210", "dob": "1990-01-01", "acceptedTerms": []any{"1"}},
			status: 422, code: "TERMS_NOT_ACCEPTED", place: "/acceptedTerms", rule: "a term is not accepted"},
		{name: "without all terms", operation: "authorizeLogin", body: object{"mobile": "9876543210", "dob": "1990-01-01", "acceptedTerms": []any{}},
			status: 422, code: "TERMS_NOT_ACCEPTED", place: "/acceptedTerms", rule: "a term is not accepted"},
		{name: "with the one term that the application asks for", operation: "authorizeLogin", app: "privacy-only",
			body: object{"mobile": "9876543210", "dob": "1990-01-01", "acceptedTerms": []any{"1"}}, rule: "a session opens"},

		{name: "a wrong OTP", operation: "issueLoginToken", body: object{"sessionId": exampleSession, "otp": "000000"}, status: 401, code: "OTP_INVALID", place: "/otp", rule: "a wrong OTP"},
		{name: "the right OTP after a wrong one", operation: "issueLoginToken", body: object{"sessionId": exampleSession, "otp": "123456"}, rule: "the example session",
			want: `{"tokenType": "Bearer", "expiresIn": 3600}`},
		{name: "another session", operation: "issueLoginToken", body: object{"sessionId": "another", "otp": "123456"}, status: 401, code: "SESSION_UNKNOWN",
			place: "/sessionId", rule: "an unknown session"},

		{name: "of the examples", operation: "exchangeToken", body: object{"token": exampleToken}, rule: "the example token"},
		{name: "that is listed", operation: "exchangeToken", body: object{"token": "jane-token"}, rule: "a listed token", want: `{"tokenType": "Bearer", "expiresIn": 3600}`},
		{name: "that the sandbox issued", operation: "exchangeToken", body: object{"token": "issued to " + jane}, rule: "a customer's token of ours"},
		{name: "issued to nobody", operation: "exchangeToken", body: object{"token": "issued to Nobody000001"}, status: 401, code: "TOKEN_NOT_RECOGNISED",
			place: "/token", rule: "an unknown token"},
		{name: "of somebody else", operation: "exchangeToken", body: object{"token": "unheard-of"}, status: 401, code: "TOKEN_NOT_RECOGNISED", place: "/token", rule: "an unknown token"},
	}
}

// customerCases are those of profile.yaml and customers.yaml.
func customerCases() []scenarioCase {
	type object = map[string]any
	profile := func(name, token, want string) scenarioCase {
		return scenarioCase{name: name, operation: "getMyProfile", token: token, rule: "my profile", want: want}
	}
	accounts := func(name, token string, query map[string]string, want string) scenarioCase {
		return scenarioCase{name: name, operation: "listMyAccounts", token: token, query: query, rule: "my accounts", want: want}
	}
	const (
		inr    = `{"accountId": "JaneINRboth1", "accountNo": "***01", "currentBalance": {"amount": "250000.50", "currency": "INR"}, "drawingLimit": {"amount": "100000", "currency": "INR"}}`
		credit = `{"accountId": "JaneINRcred2", "accountNo": "***02", "currentBalance": {"amount": "75000", "currency": "INR"}, "drawingLimit": {"amount": "0", "currency": "INR"}}`
		usd    = `{"accountId": "JaneUSDdebt3", "accountNo": "***03", "currentBalance": {"amount": "1200.75", "currency": "USD"}, "drawingLimit": {"amount": "1000", "currency": "USD"}}`
	)
	only := func(pairs ...string) map[string]string {
		q := map[string]string{}
		for i := 0; i+1 < len(pairs); i += 2 {
			q[pairs[i]] = pairs[i+1]
		}
		return q
	}
	return []scenarioCase{
		profile("of a token that nobody knows", "unheard-of", `{"name": "***oe", "mobile": "***10", "email": "***om", "dob": "1990", "pan": "***4F"}`),
		profile("of the example's token", exampleToken, `{"name": "***oe", "dob": "1990"}`),
		profile("of john-token", "john-token", `{"name": "***oe", "dob": "1990"}`),
		profile("of jane-token", "jane-token", `{"name": "***th", "mobile": "***90", "email": "***om", "dob": "1985", "pan": "***8K"}`),
		profile("of senior-token", "senior-token", `{"name": "***oe", "dob": "1955", "pan": "***2P"}`),
		profile("of minor-token", "minor-token", `{"name": "***oe", "dob": "2014", "pan": "***6U"}`),
		profile("of no-accounts-token", "no-accounts-token", `{"name": "***or", "dob": "1998", "pan": "***0Z"}`),
		profile("of a token that the sandbox issued", "issued to "+jane, `{"name": "***th", "dob": "1985"}`),
		{name: "of a token issued to nobody", operation: "getMyProfile", token: "issued to Nobody000001", status: 404, code: "CUSTOMER_NOT_FOUND", rule: "nobody's token"},

		accounts("all", "jane-token", nil, "["+inr+","+credit+","+usd+"]"),
		accounts("in dollars", "jane-token", only("currency", "USD"), "["+usd+"]"),
		accounts("that can be debited", "jane-token", only("permission", "debit"), "["+inr+","+usd+"]"),
		accounts("that can be credited", "jane-token", only("permission", "credit"), "["+inr+","+credit+"]"),
		accounts("in rupees that can be debited", "jane-token", only("currency", "INR", "permission", "debit"), "["+inr+"]"),
		accounts("in a currency that nobody has", "jane-token", only("currency", "EUR"), "[]"),
		accounts("of a customer without any", "no-accounts-token", nil, "[]"),
		accounts("of a minor that can be debited", "minor-token", only("permission", "debit"), "[]"),
		{name: "of a token issued to nobody", operation: "listMyAccounts", token: "issued to Nobody000001", status: 404, code: "CUSTOMER_NOT_FOUND", rule: "nobody's token"},

		{name: "that exists", operation: "findCustomer", body: object{"mobile": "9000000060", "dob": "1955-07-20", "pan": "KLMNO9012P"}, rule: "a customer",
			want: `{"customerId": "Senior000001", "name": "Richard Roe", "mobile": "9000000060", "dob": "1955-07-20", "pan": "KLMNO9012P"}`},
		{name: "with another's PAN", operation: "findCustomer", body: object{"mobile": "9000000060", "dob": "1955-07-20", "pan": "ABCDE1234F"},
			status: 404, code: "CUSTOMER_NOT_FOUND", rule: "nobody"},
		{name: "that exists", operation: "getCustomerProfile", body: object{"customerId": minor}, rule: "a customer's profile", want: `{"name": "***oe", "dob": "2014"}`},
		{name: "that does not exist", operation: "getCustomerProfile", body: object{"customerId": "nobody"}, status: 404, code: "CUSTOMER_NOT_FOUND",
			place: "/customerId", rule: "an unknown customer"},
	}
}
