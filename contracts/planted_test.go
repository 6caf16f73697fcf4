//go:build pact

package contracts_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/e2e/program"
)

// TestTheProviderVerificationCannotPassSilently runs the verification on pacts of a partner, and on a program, in each of
// which something is wrong, and wants it to fail with a message that names the place. Each run is a process of its own.
func TestTheProviderVerificationCannotPassSilently(t *testing.T) {
	for _, c := range []struct {
		name  string
		pacts string
		env   []string
		says  []string
	}{
		{"an empty folder", t.TempDir(), nil, []string{"no-pacts"}},
		{"a folder that does not exist", "testdata/provider/nowhere", nil, []string{"testdata/provider/nowhere"}},
		{"a file that is cut off", "testdata/provider/truncated", nil, []string{"testdata/provider/truncated/pact.json:32:25: error: the JSON text ends before its value is complete"}},
		{"a pact with another provider", "testdata/provider/another-provider", nil, []string{
			`testdata/provider/another-provider/pact.json:6:5: the pact is with the provider "orders", and this one is bank-connect or `, " or deposits or ", " or sandbox or ", "verified 0 of 1 interactions"}},
		{"a pact without interactions", "testdata/provider/no-interactions", nil, []string{"testdata/provider/no-interactions/pact.json:1:1: error: the pact holds no interactions"}},
		{"an interaction that is a message", "testdata/provider/message", nil, []string{
			"testdata/provider/message/pact.json:9:5: the interaction is of the kind Asynchronous/Messages", "verified 0 of 1 interactions"}},
		{"a state that no scenario names", "testdata/provider/unknown-state", nil, []string{
			"testdata/provider/unknown-state/pact.json:", `the setup of the provider state "psp-don" failed`, `did you mean "psp-down"?`, "verified 0 of 1 interactions"}},
		{"a parameter that the state does not have", "testdata/provider/unknown-parameter", nil, []string{
			"testdata/provider/unknown-parameter/pact.json:", `the setup of the provider state "a VPA with an outcome" failed`, "there is no parameter colour"}},
		{"an answer that the program does not give", "testdata/provider/another-answer", nil, []string{
			"testdata/provider/another-answer/pact.json:44:5: /interactions/1", "$.status -> Expected", "verified 1 of 2 interactions"}},
		{"a program that breaks a pact", "testdata/provider/kept", []string{scenariosVariable + "=" + brokenScenarios(t)}, []string{
			"testdata/provider/kept/pact.json:9:5: /interactions/0", "$.status -> Expected", "verified 0 of 1 interactions"}},
		{"a filter in the environment", "testdata/provider/kept", []string{"PACT_DESCRIPTION=something else"}, []string{
			"testdata/provider/kept/pact.json:9:5: /interactions/0", "it has not been verified", "verified 0 of 1 interactions"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, passed := verify(t, c.pacts, c.env...)
			if passed {
				t.Fatalf("the verification passed:\n%s", out)
			}
			for _, text := range c.says {
				if !strings.Contains(out, text) {
					t.Errorf("the verification does not say %q:\n%s", text, out)
				}
			}
		})
	}
}

func TestTheProviderVerificationCountsWhatItVerified(t *testing.T) {
	for _, c := range []struct{ name, pacts, env, says string }{
		{"a partner's pact", "testdata/provider/kept", "", "verified 1 interaction of 1 consumer\n"},
		{"a single file", "testdata/provider/kept/pact.json", "", "verified 1 interaction of 1 consumer\n"},
		{"a provider that is called otherwise", "testdata/provider/another-provider", providerVariable + "=orders", "verified 1 interaction of 1 consumer\n"},
		{"an interaction that is pending", "testdata/provider/pending", "", "verified 2 interactions of 1 consumer, 1 of them pending, whose failures do not count\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, passed := verify(t, c.pacts, c.env)
			if !passed || !strings.Contains(out, c.says) {
				t.Errorf("want it to pass and to say %q:\n%s", c.says, out)
			}
		})
	}
}

// verify runs the verification of pacts in a process of its own, and gives what it said and whether it passed.
func verify(t *testing.T, pacts string, env ...string) (out string, passed bool) {
	t.Helper()
	file, err := program.Build()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestTheProviderHonoursThePacts$", "-test.count=1")
	run.Env = append(os.Environ(), append(env, pactsVariable+"="+pacts, program.FileVariable+"="+file)...)
	text, err := run.CombinedOutput()
	return string(text), err == nil
}

// brokenScenarios gives a copy of the program's scenarios in which everybody's own VPA fails to be verified.
func brokenScenarios(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "scenarios")
	if err := os.CopyFS(folder, os.DirFS("../scenarios")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "deposits", "verifications.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const kept, broken = "respond: {body: {status: success}}", `respond: {body: {status: failed, reason: "urn:verification:vpa:blocked"}}`
	if !strings.Contains(string(text), kept) {
		t.Fatalf("%s has no rule that says %q", file, kept)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), kept, broken, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}
