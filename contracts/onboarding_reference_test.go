//go:build pact

package contracts_test

import (
	"net/http"
	"testing"

	"github.com/sandbank/sandbank/gen/deposits"
)

// onboardingReferenceData is what the app's screens are drawn from.
func onboardingReferenceData(t *testing.T) []interaction {
	return append(onboardingPlaces(t),
		shown(t, "fields", shape{"/*/pattern": like}, func(t *testing.T, c *client) deposits.FieldCatalogue {
			r := answered(c.ListFieldsWithResponse(t.Context()))(t)
			fields := read(t, r.JSON200, r.Body)
			if mode := fields["account.openMode"].Choice; mode == nil || !*mode {
				t.Errorf("account.openMode is not read as a choice: %v", mode)
			}
			if otp := fields["otp"].Pattern; otp == nil || *otp != "^[0-9]{6}$" {
				t.Errorf("the pattern of the OTP is read as %v", otp)
			}
			return fields
		}),
		// The app shows what open lists hold, whatever that is; it has screens for the values of the closed ones.
		shown(t, "choices", shape{"/fd.interestPaymentOption": each, "/nomination.nominee.relationship": each},
			func(t *testing.T, c *client) deposits.ChoiceCatalogue {
				r := answered(c.ListChoicesWithResponse(t.Context(), &deposits.ListChoicesParams{}))(t)
				choices := read(t, r.JSON200, r.Body)
				modes, err := choices["account.openMode"].AsChoiceValues()
				if err != nil || len(modes) != 3 || modes[2] != "minor" {
					t.Errorf("the choices of account.openMode are read as %v, %v", modes, err)
				}
				return choices
			}),
		shown(t, "choices-meta", shape{"/fd.interestPaymentOption/values": each, "/nomination.nominee.relationship/values": each},
			func(t *testing.T, c *client) deposits.ChoiceCatalogue {
				r := answered(c.ListChoicesWithResponse(t.Context(), &deposits.ListChoicesParams{Meta: new(true)}))(t)
				choices := read(t, r.JSON200, r.Body)
				relationship, err := choices["nomination.nominee.relationship"].AsChoiceMeta()
				if err != nil || relationship.Enum || len(relationship.Values) != 6 {
					t.Errorf("the choices of a nominee's relationship are read as %v, %v", relationship, err)
				}
				return choices
			}),
		onboardingLocale(t, "locales-en", "en", "Joint"),
		onboardingLocale(t, "locales-hi", "hi", "संयुक्त"),
		interaction{
			description: "a request for the labels of a language that the bank does not have",
			method:      http.MethodGet, path: "/i18n/locales", query: map[string]string{"locale": "fr"},
			status: http.StatusBadRequest, answer: refused(http.StatusBadRequest, "SCHEMA_VIOLATION", "locale", "must be one of en, hi"),
			use: func(t *testing.T, c *client) {
				r := answered(c.GetLocaleWithResponse(t.Context(), &deposits.GetLocaleParams{Locale: "fr"}))(t)
				wantProblem(t, r.Problem, http.StatusBadRequest, "SCHEMA_VIOLATION", "locale")
			},
		},
		interaction{
			description: "a request to find all fields while the bank is down",
			given:       given("down"),
			method:      http.MethodGet, path: "/fields",
			status: http.StatusServiceUnavailable, header: map[string]string{"Retry-After": "30"},
			answer: refused(http.StatusServiceUnavailable, "SERVICE_UNAVAILABLE"),
			use: func(t *testing.T, c *client) {
				r := answered(c.ListFieldsWithResponse(t.Context()))(t)
				wantProblem(t, r.Problem, http.StatusServiceUnavailable, "SERVICE_UNAVAILABLE")
				want(t, r.HTTPResponse.Header.Get("Retry-After"), "30")
			},
		},
	)
}

// onboardingLocale is the labels of one language. Which there are matters to the app, and not what they say.
func onboardingLocale(t *testing.T, id string, locale deposits.Locale, joint string) interaction {
	return shown(t, id, shape{"": like}, func(t *testing.T, c *client) deposits.LocaleMessages {
		r := answered(c.GetLocaleWithResponse(t.Context(), &deposits.GetLocaleParams{Locale: locale}))(t)
		labels := read(t, r.JSON200, r.Body)
		want(t, labels["choices.account.openMode.joint"], joint)
		return labels
	})
}

// onboardingPlaces is how a customer chooses a branch: from state to district to city, or by PIN code.
func onboardingPlaces(t *testing.T) []interaction {
	district := func(id, state, first string) interaction {
		return shown(t, id, shape{"/districts": each, "/districts/*": anyText}, func(t *testing.T, c *client) deposits.DistrictList {
			r := answered(c.ListDistrictsWithResponse(t.Context(), &deposits.ListDistrictsParams{Country: "IN", Facility: "branch", State: state}))(t)
			list := read(t, r.JSON200, r.Body)
			want(t, list.State, state)
			want(t, list.Districts[0], first)
			return list
		})
	}
	city := func(id, state, district, first string) interaction {
		return shown(t, id, shape{"/cities": each, "/cities/*": anyText}, func(t *testing.T, c *client) deposits.CityList {
			r := answered(c.ListCitiesWithResponse(t.Context(), &deposits.ListCitiesParams{Country: "IN", Facility: "branch", State: state, District: district}))(t)
			list := read(t, r.JSON200, r.Body)
			want(t, list.District, district)
			want(t, list.Cities[0], first)
			return list
		})
	}
	branch := func(id string, where deposits.FindBranchesParams, code string) interaction {
		where.Country = new("IN")
		return shown(t, id, shape{"/branches": each, "/branches/*/ifsc": ifsc}, func(t *testing.T, c *client) deposits.BranchList {
			r := answered(c.FindBranchesWithResponse(t.Context(), &where))(t)
			list := read(t, r.JSON200, r.Body)
			want(t, list.Branches[0].Ifsc, code)
			return list
		})
	}
	return []interaction{
		shown(t, "states-in", shape{"/states": each, "/states/*": form(`^IN-[A-Z]{2}$`)}, func(t *testing.T, c *client) deposits.StateList {
			r := answered(c.ListStatesWithResponse(t.Context(), &deposits.ListStatesParams{Country: "IN", Facility: "branch"}))(t)
			list := read(t, r.JSON200, r.Body)
			want(t, list.States[0], "IN-MH")
			return list
		}),
		district("districts-in-dl", "IN-DL", "New Delhi"),
		district("districts-in-mh", "IN-MH", "Mumbai"),
		city("cities-new-delhi", "IN-DL", "New Delhi", "Delhi"),
		city("cities-mumbai", "IN-MH", "Mumbai", "Mumbai"),
		city("cities-mumbai-suburban", "IN-MH", "Mumbai Suburban", "Mumbai"),
		branch("branches-pin-110001", deposits.FindBranchesParams{Pin: new("110001")}, "HDFC0000003"),
		branch("branches-pin-400021", deposits.FindBranchesParams{Pin: new("400021")}, "HDFC0000001"),
		branch("branches-pin-400052", deposits.FindBranchesParams{Pin: new("400052")}, "HDFC0000002"),
		branch("branches-new-delhi", deposits.FindBranchesParams{State: new("IN-DL"), District: new("New Delhi"), City: new("Delhi")}, "HDFC0000003"),
		branch("branches-mumbai-suburban", deposits.FindBranchesParams{State: new("IN-MH"), District: new("Mumbai Suburban"), City: new("Mumbai")}, "HDFC0000002"),
		branch("branches-mumbai", deposits.FindBranchesParams{State: new("IN-MH"), District: new("Mumbai"), City: new("Mumbai")}, "HDFC0000001"),
		{
			description: "a request to find all branches at a pin that has none",
			method:      http.MethodGet, path: "/branches", query: map[string]string{"country": "IN", "pin": "999999"},
			status: http.StatusOK, answer: map[string]any{"branches": []any{}},
			use: func(t *testing.T, c *client) {
				r := answered(c.FindBranchesWithResponse(t.Context(), &deposits.FindBranchesParams{Country: new("IN"), Pin: new("999999")}))(t)
				want(t, len(read(t, r.JSON200, r.Body).Branches), 0)
			},
		},
		{
			description: "a request to find all branches at a pin of five digits",
			method:      http.MethodGet, path: "/branches", query: map[string]string{"country": "IN", "pin": "40002"},
			status: http.StatusBadRequest,
			answer: refused(http.StatusBadRequest, "SCHEMA_VIOLATION", "pin", "does not have the required form"),
			use: func(t *testing.T, c *client) {
				r := answered(c.FindBranchesWithResponse(t.Context(), &deposits.FindBranchesParams{Country: new("IN"), Pin: new("40002")}))(t)
				wantProblem(t, r.Problem, http.StatusBadRequest, "SCHEMA_VIOLATION", "pin")
			},
		},
	}
}
