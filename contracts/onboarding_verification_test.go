//go:build pact

package contracts_test

import (
	"net/http"
	"testing"

	"github.com/sandbank/sandbank/gen/deposits"
)

// onboardingVerifications is whether money comes from the customer. What the bank found is the point, so answers are exact.
func onboardingVerifications(t *testing.T) []interaction {
	vpa := func(id, vpa, outcome string) interaction {
		return shown(t, id, shape{}, func(t *testing.T, c *client) deposits.VpaVerificationOutcome {
			return verifiedVpa(t, c, vpa, outcome)
		})
	}
	account := func(id, accountNo, ifsc, outcome string) interaction {
		return shown(t, id, shape{}, func(t *testing.T, c *client) deposits.BankAccountVerificationOutcome {
			return verifiedAccount(t, c, accountNo, ifsc, outcome)
		})
	}
	return []interaction{
		vpa("verify-vpa-jane-okhdfc", "jane@okhdfc", "urn:verification:vpa:name-mismatch"),
		vpa("verify-vpa-jane-paytm", "jane@paytm", "urn:verification:vpa:name-mismatch"),
		vpa("verify-vpa-john-okhdfc", "john@okhdfc", ""),
		vpa("verify-vpa-john-paytm", "john@paytm", ""),
		account("verify-bank-123456789000-hdfc000001", "123456789000", "HDFC000001", ""),
		account("verify-bank-123456789000-sbi0009101", "123456789000", "SBI0009101", ""),
		account("verify-bank-123456789001-hdfc000001", "123456789001", "HDFC000001", "urn:verification:bank-account:name-mismatch"),
		account("verify-bank-987654321001-sbi0009101", "987654321001", "SBI0009101", "urn:verification:bank-account:name-mismatch"),
		{
			description: "a request to verify a VPA that is blocked",
			given:       given("a VPA with an outcome", "vpa", "mary@okhdfc", "outcome", "failed", "reason", "urn:verification:vpa:blocked"),
			method:      http.MethodPost, path: "/my/verifications/upi-vpa", body: map[string]any{"vpa": fromState("vpa", "mary@okhdfc")},
			status: http.StatusOK, answer: map[string]any{"status": "failed", "reason": "urn:verification:vpa:blocked"},
			use: func(t *testing.T, c *client) { verifiedVpa(t, c, "mary@okhdfc", "urn:verification:vpa:blocked") },
		},
		{
			description: "a request to verify a VPA while its provider cannot be reached",
			given:       given("psp-down"),
			method:      http.MethodPost, path: "/my/verifications/upi-vpa", body: map[string]any{"vpa": "john@okhdfc"},
			status: http.StatusOK, answer: map[string]any{"status": "failed", "reason": "urn:verification:vpa:psp-down"},
			use: func(t *testing.T, c *client) { verifiedVpa(t, c, "john@okhdfc", "urn:verification:vpa:psp-down") },
		},
		vpaRefused("a request to verify a VPA whose provider does not answer in time", "psp-timeout", "john@okhdfc", http.StatusGatewayTimeout, "PSP_TIMEOUT"),
		vpaRefused("a request to verify what is no VPA", "", "john at okhdfc", http.StatusBadRequest, "SCHEMA_VIOLATION", "/vpa", "does not have the required form"),
		{
			description: "a request to verify a bank account that is closed",
			given:       given("a bank account with an outcome", "accountNo", "700000000008", "ifsc", "HDFC0000002", "outcome", "failed", "reason", "urn:verification:bank-account:closed"),
			method:      http.MethodPost, path: "/my/verifications/bank-account",
			body:   map[string]any{"accountNo": fromState("accountNo", "700000000008"), "ifsc": fromState("ifsc", "HDFC0000002")},
			status: http.StatusOK, answer: map[string]any{"status": "failed", "reason": "urn:verification:bank-account:closed"},
			use: func(t *testing.T, c *client) {
				verifiedAccount(t, c, "700000000008", "HDFC0000002", "urn:verification:bank-account:closed")
			},
		},
		{
			description: "a request to verify a bank account whose bank does not answer in time",
			given:       given("psp-timeout"),
			method:      http.MethodPost, path: "/my/verifications/bank-account", body: map[string]any{"accountNo": "123456789000", "ifsc": "HDFC000001"},
			status: http.StatusGatewayTimeout, answer: refused(http.StatusGatewayTimeout, "BANK_TIMEOUT"),
			use: func(t *testing.T, c *client) {
				r := answered(c.VerifyMyBankAccountWithResponse(t.Context(), deposits.VerifyMyBankAccountJSONRequestBody{AccountNo: "123456789000", Ifsc: "HDFC000001"}))(t)
				wantProblem(t, r.Problem, http.StatusGatewayTimeout, "BANK_TIMEOUT")
			},
		},
	}
}

// vpaRefused is a VPA that is not verified at all, in a state or, with "", in none.
func vpaRefused(description, state, vpa string, status int, code string, violation ...string) interaction {
	i := interaction{
		description: description, method: http.MethodPost, path: "/my/verifications/upi-vpa", body: map[string]any{"vpa": vpa},
		status: status, answer: refused(status, code, violation...),
		use: func(t *testing.T, c *client) {
			r := answered(c.VerifyMyVpaWithResponse(t.Context(), deposits.VerifyMyVpaJSONRequestBody{Vpa: vpa}))(t)
			wantProblem(t, r.Problem, status, code, violation[:len(violation)/2]...)
		},
	}
	if state != "" {
		i.given = given(state)
	}
	return i
}

// verifiedVpa verifies a VPA: it fails for a reason, or with "" for none.
func verifiedVpa(t *testing.T, c *client, vpa, reason string) deposits.VpaVerificationOutcome {
	r := answered(c.VerifyMyVpaWithResponse(t.Context(), deposits.VerifyMyVpaJSONRequestBody{Vpa: vpa}))(t)
	outcome := read(t, r.JSON200, r.Body)
	switch found, err := outcome.ValueByDiscriminator(); found := found.(type) {
	case deposits.VpaVerificationSuccess:
		want(t, "", reason)
	case deposits.VpaVerificationFailure:
		want(t, string(found.Reason), reason)
	default:
		t.Errorf("the outcome is read as %T, %v", found, err)
	}
	return outcome
}

// verifiedAccount verifies a bank account: it fails for a reason, or with "" for none.
func verifiedAccount(t *testing.T, c *client, accountNo, ifsc, reason string) deposits.BankAccountVerificationOutcome {
	r := answered(c.VerifyMyBankAccountWithResponse(t.Context(), deposits.VerifyMyBankAccountJSONRequestBody{AccountNo: accountNo, Ifsc: ifsc}))(t)
	outcome := read(t, r.JSON200, r.Body)
	switch found, err := outcome.ValueByDiscriminator(); found := found.(type) {
	case deposits.BankAccountVerificationSuccess:
		want(t, "", reason)
	case deposits.BankAccountVerificationFailure:
		want(t, string(found.Reason), reason)
	default:
		t.Errorf("the outcome is read as %T, %v", found, err)
	}
	return outcome
}
