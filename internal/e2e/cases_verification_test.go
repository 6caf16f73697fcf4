package e2e_test

// owners says whose token owns which VPA and account.
var owners = []struct{ customer, token, vpa, account, ifsc string }{
	{john, "john-token", "john@okhdfc", "123456789000", "HDFC000001"},
	{john, "unheard-of", "john@paytm", "123456789000", "SBI0009101"},
	{jane, "jane-token", "jane@okhdfc", "123456789001", "HDFC000001"},
	{senior, "senior-token", "senior@okhdfc", "600000000060", "HDFC0000001"},
	{minor, "minor-token", "minor@okhdfc", "600000000012", "HDFC0000001"},
}

// verificationCases are those of verifications.yaml: what one owns succeeds with one's own token and is a name
// mismatch with everybody else's; magic values fail for everybody.
func verificationCases() []scenarioCase {
	var list []scenarioCase
	for _, owner := range owners {
		for _, caller := range owners {
			vpa := vpaCase(owner.vpa+" asked by "+caller.token, caller.token, owner.vpa, "name-mismatch", "somebody else's VPA")
			account := accountCase(owner.account+" "+owner.ifsc+" asked by "+caller.token, caller.token, owner.account, owner.ifsc, "name-mismatch", "somebody else's account")
			if owner.customer == caller.customer {
				vpa.want, vpa.rule = `{"status": "success"}`, "my VPA"
				account.want, account.rule = `{"status": "success"}`, "my account"
			}
			list = append(list, vpa, account)
		}
	}
	own := vpaCase("jane's with a token that the sandbox issued to her", "issued to "+jane, "jane@paytm", "", "my VPA")
	own.want = `{"status": "success"}`
	list = append(list, own, vpaCase("john's with a token issued to jane", "issued to "+jane, "john@okhdfc", "name-mismatch", "somebody else's VPA"))

	for _, reason := range []string{"name-mismatch", "not-found", "blocked", "psp-down", "name-unavailable"} {
		list = append(list, vpaCase(reason, "john-token", reason+"@okhdfc", reason, "a magic VPA"),
			vpaCase(reason+" for jane, at another provider", "jane-token", reason+"@ybl", reason, "a magic VPA"))
	}
	list = append(list, vpaCase("that is not listed", "john-token", "nobody@okhdfc", "not-found", "any other VPA"),
		vpaCase("that differs in one letter's case", "john-token", "John@okhdfc", "not-found", "any other VPA"),
		scenarioCase{name: "whose provider does not answer", operation: "verifyMyVpa", body: map[string]any{"vpa": "timeout@okhdfc"},
			status: 504, code: "PSP_TIMEOUT", rule: "the provider does not answer"})

	for number, reason := range map[string]string{
		"500000000001": "name-mismatch", "500000000002": "not-found", "500000000003": "closed", "500000000004": "frozen",
		"500000000005": "bank-down", "500000000006": "name-unavailable",
	} {
		list = append(list, accountCase(reason, "john-token", number, "HDFC0000001", reason, "a magic account"))
	}
	return append(list, accountCase("with an invalid IFSC", "john-token", "123456789000", "INVALID0000", "invalid-ifsc", "an invalid IFSC"),
		accountCase("that is not listed", "john-token", "999999999999", "HDFC0000001", "not-found", "any other account"),
		accountCase("at another branch", "john-token", "123456789000", "HDFC0000001", "not-found", "any other account"),
		scenarioCase{name: "whose bank does not answer", operation: "verifyMyBankAccount", body: map[string]any{"accountNo": "500000000504", "ifsc": "HDFC0000001"},
			status: 504, code: "BANK_TIMEOUT", rule: "the bank does not answer"})
}

func vpaCase(name, token, vpa, reason, rule string) scenarioCase {
	return scenarioCase{name: name, operation: "verifyMyVpa", token: token, body: map[string]any{"vpa": vpa}, rule: rule,
		want: `{"status": "failed", "reason": "urn:verification:vpa:` + reason + `"}`}
}

func accountCase(name, token, number, ifsc, reason, rule string) scenarioCase {
	return scenarioCase{name: name, operation: "verifyMyBankAccount", token: token, body: map[string]any{"accountNo": number, "ifsc": ifsc}, rule: rule,
		want: `{"status": "failed", "reason": "urn:verification:bank-account:` + reason + `"}`}
}
