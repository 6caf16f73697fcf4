//go:build pact

package contracts_test

import (
	"net/http"
	"testing"

	"github.com/pact-foundation/pact-go/v2/matchers"

	"github.com/sandbank/sandbank/gen/deposits"
)

// aTokenSet is what the app relies on in tokens: how to send them and for how long, not what they say.
var aTokenSet = shape{"/accessToken": jwt, "/refreshToken": anyText, "/expiresIn": integer}

// newTokens is an answer with tokens that nobody knows beforehand.
func newTokens() map[string]any {
	return map[string]any{
		"accessToken":  matchers.Regex("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJaS0ZXaUV5VEtUa1QifQ.c2lnbmF0dXJl", `^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$`),
		"tokenType":    "Bearer",
		"expiresIn":    matchers.Integer(3600),
		"refreshToken": matchers.Regex("b7e02a14-7db8-45a2-993f-061a130d245b", `^.+$`),
	}
}

// onboardingLogin is how a customer gets a token: terms, credentials, OTP, or a token from elsewhere.
func onboardingLogin(t *testing.T) []interaction {
	return []interaction{
		shown(t, "login-terms", shape{"/terms": each, "/terms/*/documentUrl": form(`^https://.+$`)}, func(t *testing.T, c *client) deposits.LoginTermList {
			r := answered(c.GetLoginTermsWithResponse(t.Context()))(t)
			list := read(t, r.JSON200, r.Body)
			if first, second := list.Terms[0], list.Terms[1]; first.DocumentUrl == nil || first.Content != nil || second.DocumentUrl != nil || second.Content == nil {
				t.Errorf("terms are read as %+v", list.Terms)
			}
			return list
		}),
		shown(t, "login-token", aTokenSet, func(t *testing.T, c *client) deposits.TokenSet {
			r := answered(c.IssueLoginTokenWithResponse(t.Context(), deposits.IssueLoginTokenJSONRequestBody{SessionId: "f47ac10b-58cc-4372-a567-0e02b2c3d479", Otp: "123456"}))(t)
			tokens := read(t, r.JSON200, r.Body)
			want(t, tokens.TokenType, "Bearer")
			want(t, tokens.ExpiresIn, 3600)
			return tokens
		}),
		shown(t, "token-exchange-1", aTokenSet, func(t *testing.T, c *client) deposits.TokenSet {
			x := sourceExchange(t, "token-exchange-1").Request.(map[string]any)
			r := answered(c.ExchangeTokenWithResponse(t.Context(), deposits.ExchangeTokenJSONRequestBody{Token: x["token"].(string)}))(t)
			tokens := read(t, r.JSON200, r.Body)
			want(t, tokens.RefreshToken, "b7e02a14-7db8-45a2-993f-061a130d245b")
			return tokens
		}),
		{
			description: "a request to begin a login",
			given:       given("a customer exists"),
			method:      http.MethodPost, path: "/login/authorize",
			body:   map[string]any{"mobile": fromState("mobile", "9876543210"), "pan": fromState("pan", "ABCDE1234F"), "acceptedTerms": []string{"1", "2"}},
			status: http.StatusOK,
			answer: map[string]any{
				"sessionId":    matchers.Regex("0d3b6a52-4d6c-4a08-8f0e-6f1f9d0b7c11", `^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`),
				"challenge":    "otp",
				"expiresIn":    matchers.Integer(300),
				"maskedMobile": matchers.Regex("***10", `^\*\*\*.{2}$`),
			},
			use: func(t *testing.T, c *client) {
				r := answered(c.AuthorizeLoginWithResponse(t.Context(), deposits.AuthorizeLoginJSONRequestBody{Mobile: "9876543210", Pan: new("ABCDE1234F"), AcceptedTerms: []string{"1", "2"}}))(t)
				challenge := read(t, r.JSON200, r.Body)
				want(t, challenge.Challenge, "otp")
				want(t, challenge.ExpiresIn, 300)
				want(t, challenge.MaskedMobile, "***10")
			},
		},
		loginRefused("a request to begin a login for nobody the bank knows", deposits.AuthorizeLoginJSONRequestBody{Mobile: "9123456789", Dob: new(on("1970-01-01")), AcceptedTerms: []string{"1", "2"}},
			http.StatusUnauthorized, "CUSTOMER_NOT_RECOGNISED"),
		loginRefused("a request to begin a login with a term that is not accepted", deposits.AuthorizeLoginJSONRequestBody{Mobile: "9876543210", Dob: new(on("1990-01-01")), AcceptedTerms: []string{"1"}},
			http.StatusUnprocessableEntity, "TERMS_NOT_ACCEPTED", "/acceptedTerms", "lacks term 2"),
		{
			description: "a request to get a token for a new session",
			given:       given("an open login session", "customerId", "ZKFWiEyTKTkT"),
			method:      http.MethodPost, path: "/login/token",
			body:   map[string]any{"sessionId": fromState("sessionId", exampleSession), "otp": fromState("otp", "123456")},
			status: http.StatusOK, answer: newTokens(),
			use: func(t *testing.T, c *client) {
				r := answered(c.IssueLoginTokenWithResponse(t.Context(), deposits.IssueLoginTokenJSONRequestBody{SessionId: exampleSession, Otp: "123456"}))(t)
				want(t, read(t, r.JSON200, r.Body).TokenType, "Bearer")
			},
		},
		otpRefused("a request to get a token with a wrong OTP", "an open login session", "000000", http.StatusUnauthorized, "OTP_INVALID", "/otp", "is wrong"),
		otpRefused("a request to get a token for a locked session", "a locked login session", "123456", http.StatusForbidden, "SESSION_LOCKED"),
		otpRefused("a request to get a token for an expired session", "an expired login session", "123456", http.StatusUnauthorized, "SESSION_EXPIRED", "/sessionId", "has expired"),
		{
			description: "a request to exchange a customer's token for new ones",
			given:       given("a logged-in customer", "customerId", "Senior000001"),
			method:      http.MethodPost, path: "/token/exchange",
			body:   map[string]any{"token": fromState("token", "a.customers.token")},
			status: http.StatusOK, answer: newTokens(),
			use: func(t *testing.T, c *client) {
				r := answered(c.ExchangeTokenWithResponse(t.Context(), deposits.ExchangeTokenJSONRequestBody{Token: "a.customers.token"}))(t)
				want(t, read(t, r.JSON200, r.Body).ExpiresIn, 3600)
			},
		},
		{
			description: "a request to exchange a token that the bank does not recognise",
			method:      http.MethodPost, path: "/token/exchange",
			body:   map[string]any{"token": "not.a.token"},
			status: http.StatusUnauthorized, answer: refused(http.StatusUnauthorized, "TOKEN_NOT_RECOGNISED", "/token", "is not recognised"),
			use: func(t *testing.T, c *client) {
				r := answered(c.ExchangeTokenWithResponse(t.Context(), deposits.ExchangeTokenJSONRequestBody{Token: "not.a.token"}))(t)
				wantProblem(t, r.Problem, http.StatusUnauthorized, "TOKEN_NOT_RECOGNISED", "/token")
			},
		},
	}
}

// exampleSession stands for a session whose id the provider state tells.
const exampleSession = "6f1f9d0b-7c11-4d6c-8f0e-0d3b6a524a08"

// loginRefused is a login that does not begin; violation is a place and a message, or nothing.
func loginRefused(description string, body deposits.AuthorizeLoginJSONRequestBody, status int, code string, violation ...string) interaction {
	return interaction{
		description: description, method: http.MethodPost, path: "/login/authorize", body: body,
		status: status, answer: refused(status, code, violation...),
		use: func(t *testing.T, c *client) {
			r := answered(c.AuthorizeLoginWithResponse(t.Context(), body))(t)
			wantProblem(t, r.Problem, status, code, violation[:len(violation)/2]...)
		},
	}
}

// otpRefused is an OTP that gives no token; violation is a place and a message, or nothing.
func otpRefused(description, state, otp string, status int, code string, violation ...string) interaction {
	return interaction{
		description: description, given: given(state), method: http.MethodPost, path: "/login/token",
		body:   map[string]any{"sessionId": fromState("sessionId", exampleSession), "otp": otp},
		status: status, answer: refused(status, code, violation...),
		use: func(t *testing.T, c *client) {
			r := answered(c.IssueLoginTokenWithResponse(t.Context(), deposits.IssueLoginTokenJSONRequestBody{SessionId: exampleSession, Otp: otp}))(t)
			wantProblem(t, r.Problem, status, code, violation[:len(violation)/2]...)
		},
	}
}
