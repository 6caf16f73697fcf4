package openapi_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/sandbank/sandbank/gen/deposits"
)

// sourceCase is one exchange that the source of the deposits API shows. A nil Response is not shown.
type sourceCase struct {
	ID       string            `json:"id"`
	Method   string            `json:"method"`
	Path     string            `json:"path"`
	Query    map[string]string `json:"query"`
	Request  any               `json:"request"`
	Response any               `json:"response"`
}

// sourceCases reads the source's exchanges, by id.
func sourceCases(t *testing.T) map[string]sourceCase {
	t.Helper()
	text, err := os.ReadFile("../server/testdata/source/deposits.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []sourceCase
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	cases := map[string]sourceCase{}
	for _, c := range list {
		cases[c.ID] = c
	}
	if len(cases) != 73 {
		t.Fatalf("%d source cases, want 73", len(cases))
	}
	return cases
}

// TestTheSourcesExchangesSatisfyTheContract checks all 72 exchanges, and the request that has no answer, with two
// implementations of JSON Schema.
func TestTheSourcesExchangesSatisfyTheContract(t *testing.T) {
	const name = "deposits.yaml"
	doc := bundled(t, name)
	second := func(schema *openapi3.SchemaRef, value any) error {
		return schema.Value.VisitJSON(value, openapi3.EnableJSONSchema2020(), openapi3.MultiErrors())
	}
	exchanges := 0
	for _, c := range sourceCases(t) {
		t.Run(c.ID, func(t *testing.T) {
			op := doc.Paths.Find(c.Path).GetOperation(c.Method)
			place := pointer("paths", c.Path, strings.ToLower(c.Method))
			checkQuery(t, c, op)
			if c.Request != nil {
				if err := validator(t, name, place+"/requestBody/content/application~1json/schema").Validate(c.Request); err != nil {
					t.Errorf("request: %#v", err)
				}
				if err := second(op.RequestBody.Value.Content["application/json"].Schema, c.Request); err != nil {
					t.Errorf("request, second opinion: %v", err)
				}
			}
			if c.Response != nil {
				exchanges++
				if err := validator(t, name, place+"/responses/200/content/application~1json/schema").Validate(c.Response); err != nil {
					t.Errorf("response: %#v", err)
				}
				if err := second(op.Responses.Status(http.StatusOK).Value.Content["application/json"].Schema, c.Response); err != nil {
					t.Errorf("response, second opinion: %v", err)
				}
			}
		})
	}
	if exchanges != 72 {
		t.Errorf("checked %d exchanges, want 72", exchanges)
	}
}

// checkQuery fails unless a case's query has only declared parameters, all required ones, and values that fit.
func checkQuery(t *testing.T, c sourceCase, op *openapi3.Operation) {
	t.Helper()
	for key, text := range c.Query {
		parameter := op.Parameters.GetByInAndName("query", key)
		if parameter == nil {
			t.Errorf("query parameter %s is not declared", key)
			continue
		}
		var value any = text
		if parameter.Schema.Value.Type.Is("boolean") {
			value = text == "true"
		}
		if err := parameter.Schema.Value.VisitJSON(value, openapi3.EnableJSONSchema2020()); err != nil {
			t.Errorf("query parameter %s: %v", key, err)
		}
	}
	for _, parameter := range op.Parameters {
		if _, sent := c.Query[parameter.Value.Name]; parameter.Value.Required && !sent {
			t.Errorf("query parameter %s is required, and the source does not send it", parameter.Value.Name)
		}
	}
}

// TestGeneratedTypesCarryTheSourcesExchanges decodes every body into its generated type and encodes it again.
func TestGeneratedTypesCarryTheSourcesExchanges(t *testing.T) {
	requests := map[string]func() any{
		"/login/token":                   func() any { return new(deposits.IssueLoginTokenJSONRequestBody) },
		"/token/exchange":                func() any { return new(deposits.ExchangeTokenJSONRequestBody) },
		"/my/fd/calculator":              func() any { return new(deposits.CalculateMyFdJSONRequestBody) },
		"/my/verifications/upi-vpa":      func() any { return new(deposits.VerifyMyVpaJSONRequestBody) },
		"/my/verifications/bank-account": func() any { return new(deposits.VerifyMyBankAccountJSONRequestBody) },
		"/my/forms":                      func() any { return new(deposits.SubmitMyFormJSONRequestBody) },
		"/customers/find":                func() any { return new(deposits.FindCustomerJSONRequestBody) },
		"/customers/info/profile":        func() any { return new(deposits.GetCustomerProfileJSONRequestBody) },
		"/customers/fd/calculator":       func() any { return new(deposits.CalculateCustomerFdJSONRequestBody) },
	}
	responses := map[string]func() any{
		"/fields":                        func() any { return new(deposits.FieldCatalogue) },
		"/choices":                       func() any { return new(deposits.ChoiceCatalogue) },
		"/i18n/locales":                  func() any { return new(deposits.LocaleMessages) },
		"/locations/states":              func() any { return new(deposits.StateList) },
		"/locations/districts":           func() any { return new(deposits.DistrictList) },
		"/locations/cities":              func() any { return new(deposits.CityList) },
		"/branches":                      func() any { return new(deposits.BranchList) },
		"/login/terms":                   func() any { return new(deposits.LoginTermList) },
		"/login/token":                   func() any { return new(deposits.TokenSet) },
		"/token/exchange":                func() any { return new(deposits.TokenSet) },
		"/my/info/profile":               func() any { return new(deposits.Profile) },
		"/my/info/accounts":              func() any { return new(deposits.AccountList) },
		"/my/fd/calculator":              func() any { return new(deposits.FdReturns) },
		"/my/verifications/upi-vpa":      func() any { return new(deposits.VpaVerificationOutcome) },
		"/my/verifications/bank-account": func() any { return new(deposits.BankAccountVerificationOutcome) },
		"/my/products":                   func() any { return new(deposits.ProductSummaryList) },
		"/my/products/fd":                func() any { return new(deposits.FdProductList) },
		"/my/products/sa":                func() any { return new(deposits.SaProductList) },
		"/my/forms":                      func() any { return new(deposits.FormReceipt) },
		"/customers/find":                func() any { return new(deposits.Customer) },
		"/customers/info/profile":        func() any { return new(deposits.Profile) },
		"/customers/fd/calculator":       func() any { return new(deposits.FdReturns) },
	}
	used := map[string]bool{}
	for _, c := range sourceCases(t) {
		if c.Request != nil {
			used["request "+c.Path] = true
			carry(t, c.ID+" request", c.Request, requests[c.Path])
		}
		if c.Response != nil {
			used["response "+c.Path] = true
			carry(t, c.ID+" response", c.Response, responses[c.Path])
		}
	}
	if want := len(requests) + len(responses); len(used) != want {
		t.Errorf("%d types used, want %d: %v", len(used), want, slices.Sorted(maps.Keys(used)))
	}
}

// carry fails unless a value survives decoding into a type and encoding again.
func carry(t *testing.T, label string, value any, target func() any) {
	t.Helper()
	if target == nil {
		t.Errorf("%s: no generated type", label)
		return
	}
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	decoded := target()
	if err := json.Unmarshal(text, decoded); err != nil {
		t.Errorf("%s: %v", label, err)
		return
	}
	if got := plain(t, decoded); !equal(got, value) {
		t.Errorf("%s: got %v, want %v", label, got, value)
	}
}
