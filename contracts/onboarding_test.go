//go:build pact

package contracts_test

import (
	"slices"
	"testing"
)

// TestConsumerOnboardingApp writes the pact of an app with which customers open deposits and accounts themselves.
func TestConsumerOnboardingApp(t *testing.T) {
	writePact(t, "onboarding-app", depositsAPI, slices.Concat(
		onboardingReferenceData(t),
		onboardingLogin(t),
		onboardingCustomer(t),
		onboardingProducts(t),
		onboardingVerifications(t),
		onboardingForms(t),
		onboardingRefusedForms(),
	))
}
