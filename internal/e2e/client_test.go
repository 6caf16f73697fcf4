package e2e_test

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"
	"testing"

	gen "github.com/sandbank/sandbank/gen/deposits"
)

// TestTheGeneratedClientCallsEveryOperation calls each operation once with what the source or the document shows, and
// wants the answer decoded.
func TestTheGeneratedClientCallsEveryOperation(t *testing.T) {
	transport := newChecked(t)
	origin := start(t).origin
	client, err := gen.NewClientWithResponses(origin+deposits(t).BasePath, gen.WithHTTPClient(&http.Client{Transport: transport, Timeout: patience}),
		gen.WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
			r.Header.Set("x-api-key", "demo")
			r.Header.Set("Authorization", "Bearer "+exampleToken)
			return nil
		}))
	if err != nil {
		t.Fatal(err)
	}
	for operation, do := range clientCalls(t, client) {
		t.Run(operation, func(t *testing.T) {
			decoded, err := do(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if reflect.ValueOf(decoded).IsNil() {
				t.Error("the answer was not decoded")
			}
			if got := transport.seen[outcome{operation, http.StatusOK}]; got != 1 {
				t.Errorf("the server answered %d calls of %s with 200, want 1", got, operation)
			}
		})
	}
	for _, op := range deposits(t).Operations {
		if transport.seen[outcome{op.ID, http.StatusOK}] == 0 {
			t.Errorf("the client did not call %s", op.ID)
		}
	}
}

// clientCalls gives for each operation a function that calls it and gives the decoded answer.
func clientCalls(t *testing.T, c *gen.ClientWithResponses) map[string]func(context.Context) (any, error) {
	country, state := "IN", "IN-MH"
	district, city := "Mumbai Suburban", "Mumbai"
	currency, permission := "INR", gen.AccountPermissionDebit
	variant, meta, key := "regular", true, "e2e-1"
	return map[string]func(context.Context) (any, error){
		"listFields": func(ctx context.Context) (any, error) {
			r, err := c.ListFieldsWithResponse(ctx)
			return r.JSON200, err
		},
		"listChoices": func(ctx context.Context) (any, error) {
			r, err := c.ListChoicesWithResponse(ctx, &gen.ListChoicesParams{Meta: &meta})
			return r.JSON200, err
		},
		"getLocale": func(ctx context.Context) (any, error) {
			r, err := c.GetLocaleWithResponse(ctx, &gen.GetLocaleParams{Locale: gen.LocaleHi})
			return r.JSON200, err
		},
		"listStates": func(ctx context.Context) (any, error) {
			r, err := c.ListStatesWithResponse(ctx, &gen.ListStatesParams{Country: country, Facility: gen.FacilityBranch})
			return r.JSON200, err
		},
		"listDistricts": func(ctx context.Context) (any, error) {
			r, err := c.ListDistrictsWithResponse(ctx, &gen.ListDistrictsParams{Country: country, Facility: gen.FacilityBranch, State: state})
			return r.JSON200, err
		},
		"listCities": func(ctx context.Context) (any, error) {
			r, err := c.ListCitiesWithResponse(ctx, &gen.ListCitiesParams{Country: country, Facility: gen.FacilityBranch, State: state, District: district})
			return r.JSON200, err
		},
		"findBranches": func(ctx context.Context) (any, error) {
			r, err := c.FindBranchesWithResponse(ctx, &gen.FindBranchesParams{Country: &country, State: &state, District: &district, City: &city})
			return r.JSON200, err
		},
		"getLoginTerms": func(ctx context.Context) (any, error) {
			r, err := c.GetLoginTermsWithResponse(ctx)
			return r.JSON200, err
		},
		"authorizeLogin": func(ctx context.Context) (any, error) {
			body := usualCall(t, deposits(t).Operation("authorizeLogin")).body
			r, err := c.AuthorizeLoginWithResponse(ctx, typed[gen.LoginAuthorization](t, body))
			return r.JSON200, err
		},
		"issueLoginToken": func(ctx context.Context) (any, error) {
			r, err := c.IssueLoginTokenWithResponse(ctx, typed[gen.ChallengeAnswer](t, sourceRequest(t, "login-token")))
			return r.JSON200, err
		},
		"exchangeToken": func(ctx context.Context) (any, error) {
			r, err := c.ExchangeTokenWithResponse(ctx, typed[gen.TokenExchange](t, sourceRequest(t, "token-exchange-1")))
			return r.JSON200, err
		},
		"getMyProfile": func(ctx context.Context) (any, error) {
			r, err := c.GetMyProfileWithResponse(ctx)
			return r.JSON200, err
		},
		"listMyAccounts": func(ctx context.Context) (any, error) {
			r, err := c.ListMyAccountsWithResponse(ctx, &gen.ListMyAccountsParams{Currency: &currency, Permission: &permission})
			return r.JSON200, err
		},
		"calculateMyFd": func(ctx context.Context) (any, error) {
			r, err := c.CalculateMyFdWithResponse(ctx, typed[gen.FdCalculation](t, sourceRequest(t, "my-fd-calculator")))
			return r.JSON200, err
		},
		"verifyMyVpa": func(ctx context.Context) (any, error) {
			r, err := c.VerifyMyVpaWithResponse(ctx, gen.VpaVerification{Vpa: "john@okhdfc"})
			return r.JSON200, err
		},
		"verifyMyBankAccount": func(ctx context.Context) (any, error) {
			r, err := c.VerifyMyBankAccountWithResponse(ctx, gen.BankAccountVerification{AccountNo: "123456789000", Ifsc: "HDFC000001"})
			return r.JSON200, err
		},
		"listMyProducts": func(ctx context.Context) (any, error) {
			r, err := c.ListMyProductsWithResponse(ctx, &gen.ListMyProductsParams{})
			return r.JSON200, err
		},
		"listMyFdProducts": func(ctx context.Context) (any, error) {
			r, err := c.ListMyFdProductsWithResponse(ctx, &gen.ListMyFdProductsParams{})
			return r.JSON200, err
		},
		"listMySaProducts": func(ctx context.Context) (any, error) {
			r, err := c.ListMySaProductsWithResponse(ctx, &gen.ListMySaProductsParams{Variant: &variant})
			return r.JSON200, err
		},
		"submitMyForm": func(ctx context.Context) (any, error) {
			r, err := c.SubmitMyFormWithResponse(ctx, &gen.SubmitMyFormParams{IdempotencyKey: &key}, typed[gen.FormSubmission](t, sourceRequest(t, "form-all-fd")))
			return r.JSON200, err
		},
		"findCustomer": func(ctx context.Context) (any, error) {
			r, err := c.FindCustomerWithResponse(ctx, typed[gen.CustomerSearch](t, sourceRequest(t, "customer-find-9876543210")))
			return r.JSON200, err
		},
		"getCustomerProfile": func(ctx context.Context) (any, error) {
			r, err := c.GetCustomerProfileWithResponse(ctx, gen.CustomerProfileQuery{CustomerId: jane})
			return r.JSON200, err
		},
		"calculateCustomerFd": func(ctx context.Context) (any, error) {
			r, err := c.CalculateCustomerFdWithResponse(ctx, typed[gen.CustomerFdCalculation](t, sourceRequest(t, "customer-fd-calculator")))
			return r.JSON200, err
		},
	}
}

// typed reads a value as a generated type.
func typed[T any](t *testing.T, v any) (out T) {
	t.Helper()
	if err := json.Unmarshal(encode(v), &out); err != nil {
		t.Fatal(err)
	}
	return out
}
