//go:build pact

package contracts_test

import (
	"testing"

	"github.com/sandbank/sandbank/gen/deposits"
)

// aProfile is what consumers rely on in a profile: that it is masked, and how.
var aProfile = shape{"/name": masked, "/mobile": masked, "/email": masked, "/pan": masked, "/dob": year}

// onboardingCustomer is what the app shows of the logged-in customer.
func onboardingCustomer(t *testing.T) []interaction {
	accounts := shape{
		"": each, "/*/accountNo": masked,
		"/*/currentBalance/amount": decimal, "/*/drawingLimit/amount": decimal,
		"/*/currentBalance/currency": form(`^INR$`), "/*/drawingLimit/currency": form(`^INR$`),
		"/*/nomination/method":                   form(`^(successive|simultaneous)$`),
		"/*/nomination/nominees":                 each,
		"/*/nomination/nominees/*/dob":           year,
		"/*/nomination/nominees/*/name":          masked,
		"/*/nomination/nominees/*/order":         integer,
		"/*/nomination/nominees/*/sharePct":      decimal,
		"/*/nomination/nominees/*/address/lines": each,
		"/*/nomination/nominees/*/address/pin":   form(`^[1-9][0-9]{5}$`),
		"/*/nomination/nominees/*/address/state": form(`^IN-[A-Z]{2}$`),
	}
	return []interaction{
		shown(t, "my-profile", aProfile, func(t *testing.T, c *client) deposits.Profile {
			r := answered(c.GetMyProfileWithResponse(t.Context()))(t)
			profile := read(t, r.JSON200, r.Body)
			want(t, profile.Name, "***oe")
			want(t, profile.Dob, "1990")
			return profile
		}),
		shown(t, "my-accounts", accounts, func(t *testing.T, c *client) deposits.AccountList {
			r := answered(c.ListMyAccountsWithResponse(t.Context(), &deposits.ListMyAccountsParams{Currency: new("INR"), Permission: new(deposits.AccountPermission("debit"))}))(t)
			list := read(t, r.JSON200, r.Body)
			want(t, list[0].CurrentBalance.Amount, "100000")
			if n := list[0].Nomination; n == nil || len(n.Nominees) != 1 || n.Nominees[0].Relationship != "son" || n.Nominees[0].Address.Lines[1] != "Apt 4B" {
				t.Errorf("the nomination is read as %+v", n)
			}
			return list
		}),
	}
}
