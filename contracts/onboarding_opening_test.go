//go:build pact

package contracts_test

import (
	"testing"

	openapi_types "github.com/oapi-codegen/runtime/types"

	"github.com/sandbank/sandbank/gen/common"
	"github.com/sandbank/sandbank/gen/deposits"
)

// opening is what one instruction of a form opens: a savings account of the logged-in customer, unless it says otherwise.
type opening struct {
	fd         bool
	mode       string // joint or minor
	operatedBy deposits.OperatedBy
	variant    string // regular, when it is empty
	deposit    string // into a savings account, in rupees; empty for none
	assigned   string // the account number that the bank gave beforehand, for a savings account
	nomination *deposits.Nomination
}

func (o opening) joint(operatedBy deposits.OperatedBy) opening {
	o.mode, o.operatedBy = "joint", operatedBy
	return o
}

func (o opening) forMinor() opening {
	o.mode = "minor"
	return o
}

func (o opening) nominate(by func() (deposits.Nomination, error)) opening {
	n, err := by()
	if err != nil {
		panic(err) // of values that are written in this file
	}
	o.nomination = &n
	return o
}

// everyOpening gives what an opening can be varied to.
func everyOpening(o opening) []opening {
	return []opening{
		o, o.joint("former"), o.joint("anyone"), o.joint("jointly"), o.forMinor(),
		o.nominate(sameNominees), o.nominate(successive(son())), o.nominate(successive(son().under(guardian))),
		o.nominate(successive(son(), daughter())), o.nominate(simultaneous(son().share("50"), daughter().share("50"))),
	}
}

// instruction gives the opening as the instruction of a form.
func (o opening) instruction(t *testing.T, id string) (i deposits.FormInstruction) {
	t.Helper()
	if o.variant == "" {
		o.variant = "regular"
	}
	var err error
	if o.fd {
		err = i.FromOpenFd(o.openFd(t, id))
	} else {
		err = i.FromOpenSa(o.openSa(t, id))
	}
	if err != nil {
		t.Fatal(err)
	}
	return i
}

var (
	holders = deposits.HolderList{{Type: "customer_id", CustomerId: "12345", Order: 1}, {Type: "customer_id", CustomerId: "67890", Order: 2}}
	child   = deposits.Minor{Type: "customer_id", CustomerId: "54321"}
)

func (o opening) openFd(t *testing.T, id string) (open deposits.OpenFd) {
	t.Helper()
	var maturity deposits.MaturityInstruction
	if err := maturity.FromCloseAtMaturity(deposits.CloseAtMaturity{}); err != nil {
		t.Fatal(err)
	}
	interest := deposits.InterestPaymentInstruction{Option: "at_maturity"}
	var err error
	switch o.mode {
	case "joint":
		err = open.FromOpenFdJoint(deposits.OpenFdJoint{
			Id: id, ProductVariant: o.variant, DepositAmount: rupees("1000"), Tenure: openapi_types.Duration{Years: 1}, InterestPaymentInstruction: interest, MaturityInstruction: maturity,
			Nomination: o.nomination, Holders: &holders, OperatedBy: &o.operatedBy,
		})
	case "minor":
		err = open.FromOpenFdMinor(deposits.OpenFdMinor{
			Id: id, ProductVariant: o.variant, DepositAmount: rupees("1000"), Tenure: openapi_types.Duration{Years: 1}, InterestPaymentInstruction: interest, MaturityInstruction: maturity,
			Nomination: o.nomination, Minor: &child,
		})
	default:
		err = open.FromOpenFdSolo(deposits.OpenFdSolo{
			Id: id, ProductVariant: o.variant, DepositAmount: rupees("1000"), Tenure: openapi_types.Duration{Years: 1}, InterestPaymentInstruction: interest, MaturityInstruction: maturity,
			Nomination: o.nomination,
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	return open
}

func (o opening) openSa(t *testing.T, id string) (open deposits.OpenSa) {
	t.Helper()
	var initial *common.Money
	if o.deposit != "" {
		initial = new(rupees(o.deposit))
	}
	var assigned *string
	if o.assigned != "" {
		assigned = &o.assigned
	}
	var err error
	switch o.mode {
	case "joint":
		err = open.FromOpenSaJoint(deposits.OpenSaJoint{
			Id: id, ProductVariant: o.variant, InitialDeposit: initial, AccountId: assigned, Nomination: o.nomination, Holders: &holders, OperatedBy: &o.operatedBy,
		})
	case "minor":
		err = open.FromOpenSaMinor(deposits.OpenSaMinor{
			Id: id, ProductVariant: o.variant, InitialDeposit: initial, AccountId: assigned, Nomination: o.nomination, Minor: &child,
		})
	default:
		err = open.FromOpenSaSolo(deposits.OpenSaSolo{Id: id, ProductVariant: o.variant, InitialDeposit: initial, AccountId: assigned, Nomination: o.nomination})
	}
	if err != nil {
		t.Fatal(err)
	}
	return open
}

// sameNominees nominates those of another account.
func sameNominees() (n deposits.Nomination, err error) {
	err = n.FromReplicateNomination(deposits.ReplicateNomination{AccountId: "2010000000122"})
	return n, err
}

// successive nominates people who receive the account one after another.
func successive(people ...nominee) func() (deposits.Nomination, error) {
	return inline("successive", people)
}

// simultaneous nominates people who share the account.
func simultaneous(people ...nominee) func() (deposits.Nomination, error) {
	return inline("simultaneous", people)
}

func inline(method deposits.NominationMethod, people []nominee) func() (deposits.Nomination, error) {
	return func() (n deposits.Nomination, err error) {
		of := deposits.InlineNomination{Method: method}
		for i, p := range people {
			p.Order = i + 1
			of.Nominees = append(of.Nominees, deposits.Nominee(p))
		}
		err = n.FromInlineNomination(of)
		return n, err
	}
}

// nominee is somebody who receives an account.
type nominee deposits.Nominee

var guardian = deposits.Guardian{Name: "John Doe", Address: mumbai("456 Elm St", "400002")}

func son() nominee {
	return nominee{Name: "Baby John", Dob: on("2000-01-01"), Relationship: "son", Address: mumbai("123 Main St", "400001")}
}

func daughter() nominee {
	return nominee{Name: "Baby Doe", Dob: on("2005-01-01"), Relationship: "daughter", Address: mumbai("789 Oak St", "400003")}
}

func (n nominee) under(g deposits.Guardian) nominee {
	n.Guardian = &g
	return n
}

func (n nominee) share(percent string) nominee {
	n.SharePct = &percent
	return n
}

func mumbai(line, pin string) deposits.FormAddress {
	return deposits.FormAddress{Lines: []string{line}, City: "Mumbai", State: "MH", Country: "India", Pin: pin}
}
