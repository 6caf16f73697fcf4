package openapi_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// Forms are written here as instructions and sections that the cases change in one place.
const (
	solo   = `{"id":"i-1","instruction":"open_sa","openMode":"solo","productVariant":"regular"%s}`
	joint  = `{"id":"i-1","instruction":"open_sa","openMode":"joint","productVariant":"regular"%s}`
	minor  = `{"id":"i-1","instruction":"open_sa","openMode":"minor","productVariant":"regular"%s}`
	fd     = `{"id":"i-1","instruction":"open_fd","openMode":"solo","productVariant":"regular","depositAmount":{"amount":"1000","currency":"INR"},"tenure":"P1Y","interestPaymentInstruction":{"option":"at_maturity"},"maturityInstruction":%s}`
	pay    = `{"id":"s-1","section":"payment","amount":{"amount":"1000.00","currency":"INR"},"paymentDate":"2025-04-23","paymentTxnId":"1","status":"paid"%s}`
	holder = `{"type":"customer_id","customerId":"12345","order":%d}`
	person = `{"name":"Baby John","dob":"2000-01-01","relationship":"son","order":%d,"address":{"lines":["123 Main St"],"city":"Mumbai","state":"MH","country":"India","pin":"400001"}%s}`
)

// form gives a form with one instruction and any number of sections.
func form(instruction string, sections ...string) string {
	return fmt.Sprintf(`{"instructions":[%s],"sections":[%s]}`, instruction, strings.Join(sections, ","))
}

// inline gives a solo account's form with nominees.
func inline(method string, nominees ...string) string {
	return form(fmt.Sprintf(solo, fmt.Sprintf(`,"nomination":{"type":"inline","method":%q,"nominees":[%s]}`, method, strings.Join(nominees, ","))))
}

// bodies is a table of request bodies by the operation's path.
type bodies []struct{ name, path, body string }

// check validates every body and compares the outcome.
func (cases bodies) check(t *testing.T, valid bool) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var value any
			if err := json.Unmarshal([]byte(c.body), &value); err != nil {
				t.Fatal(err)
			}
			schema := validator(t, "deposits.yaml", pointer("paths", c.path, "post", "requestBody", "content", "application/json", "schema"))
			if err := schema.Validate(value); (err == nil) != valid {
				t.Errorf("satisfies the schema: %t, want %t: %v", err == nil, valid, err)
			}
		})
	}
}

// TestRulesOfTheBankAreNotInTheSchema holds that what a rule refuses with 422 satisfies the schema.
func TestRulesOfTheBankAreNotInTheSchema(t *testing.T) {
	five := make([]string, 5)
	for i := range five {
		five[i] = fmt.Sprintf(person, i+1, "")
	}
	bodies{
		{"a joint account of one holder", "/my/forms", form(fmt.Sprintf(joint, `,"operatedBy":"former","holders":[`+fmt.Sprintf(holder, 1)+`]`))},
		{"a joint account without holders", "/my/forms", form(fmt.Sprintf(joint, `,"operatedBy":"former"`))},
		{"a joint account that nobody operates", "/my/forms", form(fmt.Sprintf(joint, `,"holders":[`+fmt.Sprintf(holder, 1)+`,`+fmt.Sprintf(holder, 2)+`]`))},
		{"two holders with one order", "/my/forms", form(fmt.Sprintf(joint, `,"operatedBy":"former","holders":[`+fmt.Sprintf(holder, 1)+`,`+fmt.Sprintf(holder, 1)+`]`))},
		{"a minor's account without the minor", "/my/forms", form(fmt.Sprintf(minor, ""))},
		{"five nominees", "/my/forms", inline("successive", five...)},
		{"simultaneous nominees without shares", "/my/forms", inline("simultaneous", fmt.Sprintf(person, 1, ""))},
		{"a successive nominee with a share", "/my/forms", inline("successive", fmt.Sprintf(person, 1, `,"sharePct":"50"`))},
		{"shares over 100", "/my/forms", inline("simultaneous", fmt.Sprintf(person, 1, `,"sharePct":"99.5"`), fmt.Sprintf(person, 2, `,"sharePct":"50"`))},
		{"a payment for nothing", "/my/forms", form(fmt.Sprintf(solo, ""), fmt.Sprintf(pay, `,"method":"cash"`))},
		{"a deposit without a payment", "/my/forms", form(fmt.Sprintf(fd, `{"option":"close"}`))},
		{"a pending payment", "/my/forms", strings.Replace(form(fmt.Sprintf(fd, `{"option":"close"}`), fmt.Sprintf(pay, `,"method":"cash"`)), `"paid"`, `"pending"`, 1)},
		{"another option of interest payment", "/my/forms", strings.Replace(form(fmt.Sprintf(fd, `{"option":"close"}`)), `"at_maturity"`, `"half_yearly"`, 1)},
		{"another relationship", "/my/forms", strings.Replace(inline("successive", fmt.Sprintf(person, 1, "")), `"son"`, `"nephew"`, 1)},
		{"a login with neither date of birth nor PAN", "/login/authorize", `{"mobile":"9876543210","acceptedTerms":["1"]}`},
		{"a login with both", "/login/authorize", `{"mobile":"9876543210","acceptedTerms":["1"],"dob":"1990-01-01","pan":"ABCDE1234F"}`},
		{"a login without accepted terms", "/login/authorize", `{"mobile":"9876543210","acceptedTerms":[],"dob":"1990-01-01"}`},
		{"an amount below the product's range", "/my/fd/calculator", `{"depositAmount":{"amount":"1","currency":"INR"},"tenure":"P99Y","interestPaymentOption":"weekly","productVariant":"unknown"}`},
	}.check(t, true)
}

// TestTheContractAcceptsWhatItDocuments holds what the source's exchanges do not show.
func TestTheContractAcceptsWhatItDocuments(t *testing.T) {
	bodies{
		{"renewal of everything", "/my/forms", form(fmt.Sprintf(fd, `{"option":"renew","renewalOption":"full"}`))},
		{"renewal of the principal", "/my/forms", form(fmt.Sprintf(fd, `{"option":"renew","renewalOption":"principal"}`))},
		{"conversion", "/my/forms", form(fmt.Sprintf(fd, `{"option":"convert"}`))},
		{"a state with its country", "/my/forms", strings.Replace(inline("successive", fmt.Sprintf(person, 1, "")), `"MH","country":"India"`, `"IN-MH","country":"IN"`, 1)},
		{"a tenure in months and days", "/my/fd/calculator", `{"depositAmount":{"amount":"10000.5","currency":"INR"},"tenure":"P1Y6M10D","interestPaymentOption":"monthly","productVariant":"withdrawable"}`},
		{"an IFSC of eleven characters", "/my/verifications/bank-account", `{"accountNo":"123456789000","ifsc":"HDFC0000001"}`},
		{"a mobile number with its country code", "/customers/find", `{"mobile":"+919876543210","dob":"1990-01-01","pan":"ABCDE1234F"}`},
	}.check(t, true)
}

// TestTheContractRefusesWhatIsMalformed holds that what is refused with 400 breaks the schema.
func TestTheContractRefusesWhatIsMalformed(t *testing.T) {
	account := `,"accountId":"1","ifsc":"ICIC0001234"`
	bodies{
		{"a form without sections", "/my/forms", `{"instructions":[` + fmt.Sprintf(solo, "") + `]}`},
		{"a form without instructions", "/my/forms", `{"instructions":[],"sections":[]}`},
		{"an unknown instruction", "/my/forms", strings.Replace(form(fmt.Sprintf(solo, "")), "open_sa", "open_ca", 1)},
		{"an unknown mode", "/my/forms", strings.Replace(form(fmt.Sprintf(solo, "")), "solo", "duo", 1)},
		{"holders of a solo account", "/my/forms", form(fmt.Sprintf(solo, `,"holders":[`+fmt.Sprintf(holder, 1)+`]`))},
		{"the minor of a joint account", "/my/forms", form(fmt.Sprintf(joint, `,"minor":{"type":"customer_id","customerId":"1"}`))},
		{"a tenure of a savings account", "/my/forms", form(fmt.Sprintf(solo, `,"tenure":"P1Y"`))},
		{"an empty list of holders", "/my/forms", form(fmt.Sprintf(joint, `,"operatedBy":"former","holders":[]`))},
		{"a renewal without its option", "/my/forms", form(fmt.Sprintf(fd, `{"option":"renew"}`))},
		{"a renewal option of a closed deposit", "/my/forms", form(fmt.Sprintf(fd, `{"option":"close","renewalOption":"full"}`))},
		{"a replicated nomination with nominees", "/my/forms", form(fmt.Sprintf(solo, `,"nomination":{"type":"replicate","accountId":"1","nominees":[]}`))},
		{"an inline nomination without nominees", "/my/forms", inline("successive")},
		{"a nominee without an address", "/my/forms", inline("successive", `{"name":"A","dob":"2000-01-01","relationship":"son","order":1}`)},
		{"a nominee's date of birth that is no date", "/my/forms", strings.Replace(inline("successive", fmt.Sprintf(person, 1, "")), "2000-01-01", "2000-02-30", 1)},
		{"a share as a number", "/my/forms", inline("simultaneous", fmt.Sprintf(person, 1, `,"sharePct":50`))},
		{"another country", "/my/forms", strings.Replace(inline("successive", fmt.Sprintf(person, 1, "")), "India", "Nepal", 1)},
		{"cash with an IFSC", "/my/forms", form(fmt.Sprintf(solo, ""), fmt.Sprintf(pay, `,"method":"cash","ifsc":"ICIC0001234"`))},
		{"a cheque without a number", "/my/forms", form(fmt.Sprintf(solo, ""), fmt.Sprintf(pay, `,"method":"cheque","chequeDate":"2025-04-23","depositDate":"2025-04-24"`+account))},
		{"net banking without a gateway", "/my/forms", form(fmt.Sprintf(solo, ""), fmt.Sprintf(pay, `,"method":"net_banking"`+account))},
		{"a transfer by an unknown network", "/my/forms", form(fmt.Sprintf(solo, ""), fmt.Sprintf(pay, `,"method":"transfer","network":"swift"`+account))},
		{"UPI without a VPA", "/my/forms", form(fmt.Sprintf(solo, ""), fmt.Sprintf(pay, `,"method":"upi","pg":{"name":"ccAvenue"}`+account))},
		{"an IFSC of ten characters in a payment", "/my/forms", form(fmt.Sprintf(solo, ""), fmt.Sprintf(pay, `,"method":"transfer","network":"imps","accountId":"1","ifsc":"HDFC000001"`))},
		{"an unknown payment status", "/my/forms", strings.Replace(form(fmt.Sprintf(solo, ""), fmt.Sprintf(pay, `,"method":"cash"`)), `"paid"`, `"done"`, 1)},
		{"an amount as a number", "/my/fd/calculator", `{"depositAmount":{"amount":10000,"currency":"INR"},"tenure":"P1Y","interestPaymentOption":"monthly","productVariant":"withdrawable"}`},
		{"an amount with three places", "/my/fd/calculator", `{"depositAmount":{"amount":"1.005","currency":"INR"},"tenure":"P1Y","interestPaymentOption":"monthly","productVariant":"withdrawable"}`},
		{"a negative amount", "/my/fd/calculator", `{"depositAmount":{"amount":"-1","currency":"INR"},"tenure":"P1Y","interestPaymentOption":"monthly","productVariant":"withdrawable"}`},
		{"a tenure in weeks", "/my/fd/calculator", `{"depositAmount":{"amount":"10000","currency":"INR"},"tenure":"P2W","interestPaymentOption":"monthly","productVariant":"withdrawable"}`},
		{"a variant in the customers' calculator", "/customers/fd/calculator", `{"customerId":"1","depositAmount":{"amount":"10000","currency":"INR"},"tenure":"P1Y","interestPaymentOption":"monthly","productVariant":"regular"}`},
		{"an OTP of five digits", "/login/token", `{"otp":"12345","sessionId":"1"}`},
		{"a token of 4097 characters", "/token/exchange", `{"token":"` + strings.Repeat("x", 4097) + `"}`},
		{"a VPA without a handle", "/my/verifications/upi-vpa", `{"vpa":"john"}`},
		{"a PAN in lower case", "/customers/find", `{"mobile":"9876543210","dob":"1990-01-01","pan":"abcde1234f"}`},
		{"an unknown member", "/customers/info/profile", `{"customerId":"1","name":"John"}`},
	}.check(t, false)
}

// TestTheContractRefusesAnswersThatAreOff checks answers against components of the document.
func TestTheContractRefusesAnswersThatAreOff(t *testing.T) {
	profile := `{"name":"***oe","mobile":"***10","email":"***om","dob":%q,"pan":%q}`
	for _, c := range []struct {
		name, component, body string
		valid                 bool
	}{
		{"a verification that failed for a reason", "VpaVerificationOutcome", `{"status":"failed","reason":"urn:verification:vpa:blocked"}`, true},
		{"a verification that failed without one", "VpaVerificationOutcome", `{"status":"failed"}`, false},
		{"a success with a reason", "VpaVerificationOutcome", `{"status":"success","reason":"urn:verification:vpa:blocked"}`, false},
		{"an account's failure for a VPA's reason", "BankAccountVerificationOutcome", `{"status":"failed","reason":"urn:verification:vpa:blocked"}`, false},
		{"a masked profile", "Profile", fmt.Sprintf(profile, "1990", "***4F"), true},
		{"a profile with the whole PAN", "Profile", fmt.Sprintf(profile, "1990", "ABCDE1234F"), false},
		{"a profile with the whole date of birth", "Profile", fmt.Sprintf(profile, "1990-01-01", "***4F"), false},
		{"choices with and without meta", "ChoiceCatalogue", `{"a":["x"],"b":{"enum":false,"values":["x"]}}`, true},
		{"choices as a string", "ChoiceCatalogue", `{"a":"x"}`, false},
		{"options of a savings account", "SaOptions", `{"chequeBook":true}`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var value any
			if err := json.Unmarshal([]byte(c.body), &value); err != nil {
				t.Fatal(err)
			}
			err := validator(t, "deposits.yaml", pointer("components", "schemas", c.component)).Validate(value)
			if (err == nil) != c.valid {
				t.Errorf("satisfies the schema: %t, want %t: %v", err == nil, c.valid, err)
			}
		})
	}
}
