package bank_test

import (
	"errors"
	"testing"

	"github.com/sandbank/sandbank/internal/bank"
)

func TestTaxIsDeductedFromAllInterestAboveTheThreshold(t *testing.T) {
	for _, c := range []struct {
		interest string
		who      bank.Taxpayer
		want     string
	}{
		{"0", bank.Taxpayer{PAN: true}, "0"},
		{"50000", bank.Taxpayer{PAN: true}, "0"},
		{"50000", bank.Taxpayer{}, "0"},
		{"50000.01", bank.Taxpayer{PAN: true}, "5000"},
		{"50000.05", bank.Taxpayer{PAN: true}, "5000.01"},
		{"50000.01", bank.Taxpayer{}, "10000"},
		{"60000", bank.Taxpayer{PAN: true}, "6000"},
		{"60000", bank.Taxpayer{}, "12000"},
		{"60000", bank.Taxpayer{Senior: true, PAN: true}, "0"},
		{"100000", bank.Taxpayer{Senior: true, PAN: true}, "0"},
		{"100000", bank.Taxpayer{Senior: true}, "0"},
		{"100000.10", bank.Taxpayer{Senior: true, PAN: true}, "10000.01"},
		{"200000", bank.Taxpayer{Senior: true}, "40000"},
		{"9999999999999999999", bank.Taxpayer{PAN: true}, "999999999999999999.9"},
	} {
		got, err := bank.TDS(dec(c.interest), c.who)
		if err != nil || got != dec(c.want) {
			t.Errorf("TDS(%s, %+v) = %v, %v; want %s", c.interest, c.who, got, err, c.want)
		}
	}
	if got, err := bank.TDS(dec("-1"), bank.Taxpayer{}); !errors.Is(err, bank.ErrRange) {
		t.Errorf("negative interest: %v, %v", got, err)
	}
}
