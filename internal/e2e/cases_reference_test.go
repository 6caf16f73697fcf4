package e2e_test

// referenceCases are those of reference-data.yaml and products.yaml beside the bank's own exchanges.
func referenceCases() []scenarioCase {
	place := func(pairs ...string) map[string]string {
		q := map[string]string{}
		for i := 0; i+1 < len(pairs); i += 2 {
			q[pairs[i]] = pairs[i+1]
		}
		return q
	}
	const selection = "BRANCH_SELECTION"
	return []scenarioCase{
		{name: "fields", operation: "listFields", rule: "every field", want: `{"otp": {"type": "string", "pattern": "^[0-9]{6}$"}}`},
		{name: "meta=false is the same as none", operation: "listChoices", query: place("meta", "false"), rule: "choices alone",
			want: `{"product.category": ["fd", "sa"]}`},
		{name: "meta=true", operation: "listChoices", query: place("meta", "true"), rule: "choices with meta",
			want: `{"product.category": {"enum": true, "values": ["fd", "sa"]}}`},
		{name: "English", operation: "getLocale", query: place("locale", "en"), rule: "English"},
		{name: "Hindi", operation: "getLocale", query: place("locale", "hi"), rule: "Hindi"},
		{name: "a language that is not offered", operation: "getLocale", query: place("locale", "fr"), status: 400, code: "SCHEMA_VIOLATION", place: "parameter locale"},

		{name: "a country without a branch", operation: "listStates", query: place("country", "LK", "facility", "branch"), rule: "states with a branch",
			want: `{"country": "LK", "facility": "branch", "states": []}`},
		{name: "another facility", operation: "listStates", query: place("country", "IN", "facility", "atm"), status: 400, code: "SCHEMA_VIOLATION", place: "parameter facility"},
		{name: "a state without a branch", operation: "listDistricts", query: place("country", "IN", "facility", "branch", "state", "IN-KA"), rule: "districts with a branch",
			want: `{"state": "IN-KA", "districts": []}`},
		{name: "a district without a branch", operation: "listCities", query: place("country", "IN", "facility", "branch", "state", "IN-MH", "district", "Pune"),
			rule: "cities with a branch", want: `{"district": "Pune", "cities": []}`},

		{name: "no country", operation: "findBranches", query: place("pin", "110001"), status: 400, code: selection, place: "parameter country", rule: "no country"},
		{name: "nothing at all", operation: "findBranches", status: 400, code: selection, place: "parameter country", rule: "no country"},
		{name: "neither a PIN code nor a place", operation: "findBranches", query: place("country", "IN"), status: 400, code: selection, place: "parameter pin",
			rule: "neither a PIN code nor a place"},
		{name: "both", operation: "findBranches", query: place("country", "IN", "pin", "110001", "state", "IN-DL"), status: 400, code: selection, place: "parameter pin",
			rule: "both a PIN code and a place"},
		{name: "no state", operation: "findBranches", query: place("country", "IN", "district", "Mumbai", "city", "Mumbai"), status: 400, code: selection,
			place: "parameter state", rule: "a place without its state"},
		{name: "no district", operation: "findBranches", query: place("country", "IN", "state", "IN-MH", "city", "Mumbai"), status: 400, code: selection,
			place: "parameter district", rule: "a place without its district"},
		{name: "no city", operation: "findBranches", query: place("country", "IN", "state", "IN-MH", "district", "Mumbai"), status: 400, code: selection,
			place: "parameter city", rule: "a place without its city"},
		{name: "a PIN code without a branch", operation: "findBranches", query: place("country", "IN", "pin", "560001"), rule: "branches found", want: `{"branches": []}`},
		{name: "a PIN code of another country", operation: "findBranches", query: place("country", "LK", "pin", "110001"), rule: "branches found", want: `{"branches": []}`},

		{name: "every product", operation: "listMyProducts", rule: "every product"},
		{name: "one variant", operation: "listMyProducts", query: place("variant", "womens"), rule: "every product",
			want: `[{"category": "sa", "variant": "womens", "currency": "INR"}]`},
		{name: "an unknown variant", operation: "listMyProducts", query: place("variant", "gold"), rule: "every product", want: `[]`},
		{name: "an unknown variant", operation: "listMyFdProducts", query: place("variant", "gold"), rule: "fixed deposits", want: `{"products": []}`},
		{name: "a variant of savings accounts", operation: "listMyFdProducts", query: place("variant", "regular"), rule: "fixed deposits", want: `{"products": []}`},
		{name: "an unknown variant", operation: "listMySaProducts", query: place("variant", "gold"), rule: "savings accounts", want: `{"products": []}`},
	}
}
