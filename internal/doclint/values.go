package doclint

import (
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// Words that tell of money, wherever they stand in a name or only as its last word, and last words that tell of
// something else.
var (
	moneyWords = setOf("amount", "amt", "balance", "price", "fee", "fees", "cost", "salary", "payout", "rupees", "inr")
	moneyLast  = setOf("total", "payment", "deposit", "withdrawal", "charge", "charges", "tax", "interest", "discount", "refund",
		"principal", "premium", "credit", "debit", "money")
	countLast = setOf("count", "rate", "percent", "percentage", "pct", "ratio", "factor", "index", "days", "months")
)

func isMoney(name string) bool {
	parts := splitWords(name)
	if len(parts) == 0 {
		return false
	}
	last := parts[len(parts)-1]
	return !countLast[last] && (moneyLast[last] || slices.ContainsFunc(parts, func(w string) bool { return moneyWords[w] }))
}

// schemaName is the name that says what a schema's values are: that of the component, the member or the parameter.
func schemaName(o *contract.Object) string {
	switch {
	case o.Component(), o.Field == "properties":
		return o.Key
	case o.Parent.Kind == "parameter":
		return o.Parent.Text("name")
	case o.Parent.Kind == "schema" && o.Field != "$defs":
		return schemaName(o.Parent)
	}
	return ""
}

func moneyAsFloat(l *linter, o *contract.Object) {
	target := o.Target()
	if !slices.Contains(types(target), "number") || !isMoney(schemaName(o)) || target != o && isMoney(schemaName(target)) {
		return
	}
	l.report(o, at{place: o.Place(), hint: "make it a string of decimal digits, or an integer of the currency's smallest unit"},
		"%s is money, and a number: floating-point numbers cannot hold amounts", subject(o))
}

// secrets are names of what may not be shown, without case and punctuation, each with the least length that it has: a
// value that cannot be as long is masked, or only a part.
var secrets = map[string]int{
	"token": 8, "accesstoken": 8, "refreshtoken": 8, "idtoken": 8, "sessiontoken": 8, "bearertoken": 8, "jwt": 8,
	"password": 1, "passphrase": 1, "passcode": 1, "secret": 1, "clientsecret": 1, "privatekey": 1, "apikey": 1,
	"otp": 4, "mpin": 4, "upipin": 4, "cvv": 3, "cvc": 3,
	"pan": 10, "pannumber": 10, "panno": 10, "aadhaar": 12, "aadhaarnumber": 12, "aadhaarno": 12, "passportnumber": 7, "passportno": 7,
	"accountno": 6, "accountnumber": 6, "cardnumber": 12, "cardno": 12,
	"mobile": 7, "mobilenumber": 7, "mobileno": 7, "phone": 7, "phonenumber": 7, "dob": 8, "dateofbirth": 8, "birthdate": 8,
}

// maxPlaces bounds how many places of use a finding lists.
const maxPlaces = 3

// unmarkedSecret looks at the whole document, to report a schema once for all the members that have its values.
func unmarkedSecret(l *linter, _ *contract.Object) {
	type use struct {
		name   string
		places []finding.Related
	}
	uses := map[*contract.Object]*use{}
	var order []*contract.Object
	for _, o := range l.document.Objects {
		name, value := o.Key, o
		switch {
		case o.Kind == "schema" && o.Field == "properties":
		case o.Kind == "parameter" && !o.IsReference() && o.Value("x-sensitive") != true:
			name, value = o.Text("name"), parameterSchema(o)
		default:
			continue
		}
		least, secret := secrets[strings.Join(splitWords(name), "")]
		if !secret || value == nil || o.Value("x-sensitive") == true {
			continue
		}
		target := value.Target()
		if target.Value("x-sensitive") == true || !canHold(target, least) {
			continue
		}
		if uses[target] == nil {
			uses[target] = &use{name: name}
			order = append(order, target)
		}
		if target != value && len(uses[target].places) < maxPlaces {
			uses[target].places = append(uses[target].places, finding.Related{Place: o.Place(), Message: subject(o)})
		}
	}
	for _, target := range order {
		u := uses[target]
		l.report(target, at{place: target.Place(), related: u.places, hint: "add x-sensitive: true, so that it is hidden in logs and journals"},
			"%s holds a secret by its name, %s, and is not marked as one", subject(target), u.name)
	}
}

func parameterSchema(o *contract.Object) *contract.Object {
	for _, child := range o.Children {
		if child.Field == "schema" {
			return child
		}
	}
	return nil
}

// canHold tells whether values of a schema can be texts or numbers of a length.
func canHold(o *contract.Object, length int) bool {
	if o.Has("enum") || o.Has("const") {
		return false
	}
	if own := types(o); len(own) > 0 && !slices.Contains(own, "string") && !slices.Contains(own, "integer") {
		return false
	}
	switch longest := o.Value("maxLength").(type) {
	case int:
		return longest >= length && !strings.Contains(o.Text("pattern"), `\*`)
	default:
		return !strings.Contains(o.Text("pattern"), `\*`)
	}
}
