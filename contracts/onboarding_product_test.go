//go:build pact

package contracts_test

import (
	"testing"

	"github.com/sandbank/sandbank/gen/deposits"
)

// aDeposit and aSavingsAccount are what the app relies on in a product: its bounds, whatever they are, and their form.
var (
	aDeposit = shape{
		"/products": each, "/products/*/category": form(`^fd$`), "/products/*/currency": form(`^[A-Z]{3}$`), "/products/*/variant": anyText,
		"/products/*/conditions/depositAmountRange/*/value/amount":   decimal,
		"/products/*/conditions/depositAmountRange/*/value/currency": form(`^[A-Z]{3}$`),
		"/products/*/conditions/tenureRange/*/value":                 period,
		"/products/*/eligibility/ageRange/*/value":                   integer,
		"/products/*/options/interestPaymentOptions":                 each,
		"/products/*/options/maturityInstructions":                   each,
		"/products/*/options/maturityInstructions/*":                 form(`^(close|renew|convert)$`),
	}
	aSavingsAccount = shape{
		"/products": each, "/products/*/category": form(`^sa$`), "/products/*/currency": form(`^[A-Z]{3}$`), "/products/*/variant": anyText,
		"/products/*/conditions/minBalance/value/amount":   decimal,
		"/products/*/conditions/minBalance/value/currency": form(`^[A-Z]{3}$`),
		"/products/*/eligibility/ageRange/*/value":         integer,
	}
)

// onboardingProducts is what the customer can open.
func onboardingProducts(t *testing.T) []interaction {
	fd := func(id string, variant *string, products int) interaction {
		return shown(t, id, aDeposit, func(t *testing.T, c *client) deposits.FdProductList {
			r := answered(c.ListMyFdProductsWithResponse(t.Context(), &deposits.ListMyFdProductsParams{Variant: variant}))(t)
			list := read(t, r.JSON200, r.Body)
			want(t, len(list.Products), products)
			first := list.Products[0]
			want(t, first.Variant, "withdrawable")
			want(t, first.Conditions.DepositAmountRange.Min.Value.Amount, "5000")
			want(t, first.Conditions.DepositAmountRange.Max.Inclusive, false)
			want(t, first.Conditions.TenureRange.Max.Value.Years, 10)
			want(t, first.Eligibility.AgeRange.Min.Value, 18)
			want(t, first.Options.MaturityInstructions[1], "renew")
			return list
		})
	}
	sa := func(id string, rely shape, variant *string, products int) interaction {
		return shown(t, id, rely, func(t *testing.T, c *client) deposits.SaProductList {
			r := answered(c.ListMySaProductsWithResponse(t.Context(), &deposits.ListMySaProductsParams{Variant: variant}))(t)
			list := read(t, r.JSON200, r.Body)
			want(t, len(list.Products), products)
			want(t, list.Products[0].Conditions.MinBalance.Value.Amount, "5000")
			want(t, list.Products[0].Eligibility.Genders == nil, true)
			return list
		})
	}
	return []interaction{
		shown(t, "my-products", shape{"": each, "/*/category": form(`^(fd|sa)$`), "/*/currency": form(`^[A-Z]{3}$`), "/*/variant": anyText},
			func(t *testing.T, c *client) deposits.ProductSummaryList {
				r := answered(c.ListMyProductsWithResponse(t.Context(), &deposits.ListMyProductsParams{}))(t)
				list := read(t, r.JSON200, r.Body)
				want(t, len(list), 4)
				want(t, list[3].Category, "sa")
				return list
			}),
		fd("my-products-fd", nil, 2),
		fd("my-products-fd-withdrawable", new("withdrawable"), 1),
		sa("my-products-sa", aSavingsAccount, nil, 2),
		sa("my-products-sa-regular", aSavingsAccount, new("regular"), 1),
	}
}
