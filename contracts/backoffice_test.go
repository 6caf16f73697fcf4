//go:build pact

package contracts_test

import (
	"net/http"
	"testing"

	openapi_types "github.com/oapi-codegen/runtime/types"
	"github.com/pact-foundation/pact-go/v2/matchers"

	"github.com/sandbank/sandbank/gen/common"
	"github.com/sandbank/sandbank/gen/deposits"
)

// TestConsumerBackOffice writes the pact of an application with which a partner's staff look customers up and tell them what
// a deposit would earn, with no login of the customer, or with a token from elsewhere.
func TestConsumerBackOffice(t *testing.T) {
	writePact(t, "back-office", depositsAPI, append(backOfficeCustomers(t), backOfficeCalculators(t)...))
}

func backOfficeCustomers(t *testing.T) []interaction {
	find := func(id string, who deposits.FindCustomerJSONRequestBody, customerID string) interaction {
		return shown(t, id, shape{"/customerId": anyText, "/name": anyText}, func(t *testing.T, c *client) deposits.Customer {
			r := answered(c.FindCustomerWithResponse(t.Context(), who))(t)
			customer := read(t, r.JSON200, r.Body)
			want(t, customer.CustomerId, customerID)
			want(t, customer.Pan, who.Pan)
			return customer
		})
	}
	return []interaction{
		find("customer-find-1234567890", deposits.FindCustomerJSONRequestBody{Mobile: "1234567890", Dob: on("1985-05-15"), Pan: "FGHIJ5678K"}, "zHTgHC1SAiew"),
		find("customer-find-9876543210", deposits.FindCustomerJSONRequestBody{Mobile: "9876543210", Dob: on("1990-01-01"), Pan: "ABCDE1234F"}, "ZKFWiEyTKTkT"),
		shown(t, "customer-profile", aProfile, func(t *testing.T, c *client) deposits.Profile {
			r := answered(c.GetCustomerProfileWithResponse(t.Context(), deposits.GetCustomerProfileJSONRequestBody{CustomerId: "zHTgHC1SAiew"}))(t)
			profile := read(t, r.JSON200, r.Body)
			want(t, profile.Mobile, "***90")
			return profile
		}),
		shown(t, "token-exchange-2", aTokenSet, func(t *testing.T, c *client) deposits.TokenSet {
			x := sourceExchange(t, "token-exchange-2").Request.(map[string]any)
			r := answered(c.ExchangeTokenWithResponse(t.Context(), deposits.ExchangeTokenJSONRequestBody{Token: x["token"].(string)}))(t)
			tokens := read(t, r.JSON200, r.Body)
			want(t, tokens.TokenType, "Bearer")
			return tokens
		}),
		{
			description: "a request to find a customer who is none",
			method:      http.MethodPost, path: "/customers/find", body: map[string]any{"mobile": "9876543210", "dob": "1990-01-01", "pan": "ZZZZZ9999Z"},
			status: http.StatusNotFound, answer: refused(http.StatusNotFound, "CUSTOMER_NOT_FOUND"),
			use: func(t *testing.T, c *client) {
				r := answered(c.FindCustomerWithResponse(t.Context(), deposits.FindCustomerJSONRequestBody{Mobile: "9876543210", Dob: on("1990-01-01"), Pan: "ZZZZZ9999Z"}))(t)
				wantProblem(t, r.Problem, http.StatusNotFound, "CUSTOMER_NOT_FOUND")
			},
		},
		{
			description: "a request to find a customer with a PAN that is none",
			method:      http.MethodPost, path: "/customers/find", body: map[string]any{"mobile": "9876543210", "dob": "1990-01-01", "pan": "ABCDE"},
			status: http.StatusBadRequest, answer: refused(http.StatusBadRequest, "SCHEMA_VIOLATION", "/pan", "does not have the required form"),
			use: func(t *testing.T, c *client) {
				r := answered(c.FindCustomerWithResponse(t.Context(), deposits.FindCustomerJSONRequestBody{Mobile: "9876543210", Dob: on("1990-01-01"), Pan: "ABCDE"}))(t)
				wantProblem(t, r.Problem, http.StatusBadRequest, "SCHEMA_VIOLATION", "/pan")
			},
		},
		{
			description: "a request to get the profile of a customer that the bank names",
			given:       given("a customer exists"),
			method:      http.MethodPost, path: "/customers/info/profile", body: map[string]any{"customerId": fromState("customerId", "ZKFWiEyTKTkT")},
			status: http.StatusOK,
			answer: aProfile.cast(t, map[string]any{"name": "***oe", "mobile": "***10", "email": "***om", "dob": "1990", "pan": "***4F"}),
			use: func(t *testing.T, c *client) {
				r := answered(c.GetCustomerProfileWithResponse(t.Context(), deposits.GetCustomerProfileJSONRequestBody{CustomerId: "ZKFWiEyTKTkT"}))(t)
				want(t, read(t, r.JSON200, r.Body).Pan, "***4F")
			},
		},
		{
			description: "a request to get the profile of a customer who is none",
			method:      http.MethodPost, path: "/customers/info/profile", body: map[string]any{"customerId": "Nobody000001"},
			status: http.StatusNotFound, answer: refused(http.StatusNotFound, "CUSTOMER_NOT_FOUND", "/customerId", "is unknown"),
			use: func(t *testing.T, c *client) {
				r := answered(c.GetCustomerProfileWithResponse(t.Context(), deposits.GetCustomerProfileJSONRequestBody{CustomerId: "Nobody000001"}))(t)
				wantProblem(t, r.Problem, http.StatusNotFound, "CUSTOMER_NOT_FOUND", "/customerId")
			},
		},
	}
}

// returns are what the back office relies on in what a deposit earns: money, days and a rate, and not how much.
var returns = shape{"/interestEarned/amount": decimal, "/maturityAmount/amount": decimal, "/startDate": day, "/maturityDate": day, "/roi": decimal}

func backOfficeCalculators(t *testing.T) []interaction {
	my := shown(t, "my-fd-calculator", returns, func(t *testing.T, c *client) deposits.FdReturns {
		r := answered(c.CalculateMyFdWithResponse(t.Context(), deposits.CalculateMyFdJSONRequestBody{
			DepositAmount: rupees("10000"), InterestPaymentOption: "monthly", ProductVariant: "withdrawable", Tenure: openapi_types.Duration{Years: 1},
		}))(t)
		earned := read(t, r.JSON200, r.Body)
		want(t, earned.MaturityAmount.Amount, "15000")
		want(t, earned.MaturityDate.String(), "2026-01-01")
		return earned
	})
	my.description += " for the customer of a token"
	forAny := shown(t, "customer-fd-calculator", returns, func(t *testing.T, c *client) deposits.FdReturns {
		r := answered(c.CalculateCustomerFdWithResponse(t.Context(), calculation("ZKFWiEyTKTkT", "10000", openapi_types.Duration{Months: 12})))(t)
		earned := read(t, r.JSON200, r.Body)
		want(t, earned.MaturityAmount.Amount, "11000")
		want(t, earned.Roi, "10.5")
		return earned
	})
	forAny.description += " for any customer"
	return []interaction{
		my,
		forAny,
		{
			description: "a request to calculate fd returns for a senior",
			given:       given("a senior customer exists"),
			method:      http.MethodPost, path: "/customers/fd/calculator",
			body: map[string]any{
				"customerId": fromState("customerId", "Senior000001"), "depositAmount": rupees("10000"), "interestPaymentOption": "at_maturity", "tenure": "P2Y",
			},
			status: http.StatusOK,
			// That seniors earn half a point more is what the back office tells them.
			answer: map[string]any{
				"interestEarned": map[string]any{"amount": matchers.Regex("2424.24", `^[0-9]+(\.[0-9]{1,2})?$`), "currency": "INR"},
				"maturityAmount": map[string]any{"amount": matchers.Regex("12424.24", `^[0-9]+(\.[0-9]{1,2})?$`), "currency": "INR"},
				"startDate":      matchers.Regex("2026-01-15", `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`),
				"maturityDate":   matchers.Regex("2028-01-15", `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`),
				"roi":            "11",
			},
			use: func(t *testing.T, c *client) {
				body := calculation("Senior000001", "10000", openapi_types.Duration{Years: 2})
				body.InterestPaymentOption = "at_maturity"
				r := answered(c.CalculateCustomerFdWithResponse(t.Context(), body))(t)
				want(t, read(t, r.JSON200, r.Body).Roi, "11")
			},
		},
		calculationRefused("a request to calculate fd returns for a customer who is none", calculation("Nobody000001", "10000", openapi_types.Duration{Years: 1}), http.StatusNotFound, "CUSTOMER_NOT_FOUND", "/customerId", "is unknown"),
		calculationRefused("a request to calculate fd returns of too little", calculation("ZKFWiEyTKTkT", "4999.99", openapi_types.Duration{Years: 1}), http.StatusUnprocessableEntity, "AMOUNT_OUT_OF_RANGE", "/depositAmount/amount", "must be at least 5000"),
	}
}

func calculation(customerID, amount string, tenure openapi_types.Duration) deposits.CalculateCustomerFdJSONRequestBody {
	return deposits.CalculateCustomerFdJSONRequestBody{CustomerId: customerID, DepositAmount: rupees(amount), InterestPaymentOption: "monthly", Tenure: tenure}
}

func calculationRefused(description string, body deposits.CalculateCustomerFdJSONRequestBody, status int, code, place, message string) interaction {
	return interaction{
		description: description, method: http.MethodPost, path: "/customers/fd/calculator", body: body,
		status: status, answer: refused(status, code, place, message),
		use: func(t *testing.T, c *client) {
			r := answered(c.CalculateCustomerFdWithResponse(t.Context(), body))(t)
			wantProblem(t, r.Problem, status, code, place)
		},
	}
}

func rupees(amount string) common.Money { return common.Money{Amount: amount, Currency: "INR"} }
