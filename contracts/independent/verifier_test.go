//go:build independent

package independent_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/e2e/program"
	"github.com/sandbank/sandbank/internal/pact"
)

// committed are the pacts of this repository's consumers.
const committed = "../pacts"

// webApp is the consumer whose provider states are not those of scenarios: only this project's own verification sets them up.
const webApp = "sandbank-web"

func TestMain(m *testing.M) {
	status := m.Run()
	if err := program.Clean(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

// report is what the verifier says of its run.
type report struct {
	Result             bool `json:"result"`
	InteractionResults []struct {
		Description string `json:"description"`
		Result      string `json:"result"`
	} `json:"interactionResults"`
}

func TestAnotherVerifierFindsEveryCommittedInteractionKept(t *testing.T) {
	origin := program.Start(t).Origin
	total, held := 0, map[string]int{}
	for _, f := range read(t, committed) {
		if f.Consumer == webApp {
			continue
		}
		total += len(f.Interactions)
		held[f.Provider] += len(f.Interactions)
	}
	verified := 0
	for provider, want := range held {
		r, out, err := verify(t, origin, committed, provider)
		if err != nil || !r.Result {
			t.Fatalf("the verifier is not satisfied with %s: %v\n%s", provider, err, out)
		}
		if len(r.InteractionResults) != want {
			t.Errorf("the verifier verified %d interactions with %s, and the pacts hold %d", len(r.InteractionResults), provider, want)
		}
		for _, i := range r.InteractionResults {
			if i.Result != "OK" {
				t.Errorf("%s: %s", i.Description, i.Result)
			}
		}
		verified += len(r.InteractionResults)
	}
	fmt.Printf("another verifier: %d of %d interactions are kept\n", verified, total)
}

func TestAnotherVerifierFindsWhatIsNotKept(t *testing.T) {
	origin := program.Start(t).Origin
	for folder, says := range map[string]string{
		"another-answer":    "$.status -> Expected 'success' (String) to be equal to 'failed' (String)",
		"unknown-state":     "One or more of the setup state change handlers has failed",
		"unknown-parameter": "One or more of the setup state change handlers has failed",
	} {
		t.Run(folder, func(t *testing.T) {
			_, out, err := verify(t, origin, filepath.Join("../testdata/provider", folder), "deposits")
			if err == nil || !strings.Contains(out, says) {
				t.Errorf("want the verifier to fail and to say %q: %v\n%s", says, err, out)
			}
		})
	}
}

// verify has the verifier hold a running program to the pacts of a folder with one provider, as docs/contracts.md tells a
// partner to. The error is that of the verifier's exit status.
func verify(t *testing.T, origin, folder, provider string) (r report, out string, err error) {
	t.Helper()
	address, err := url.Parse(origin)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.json")
	text, err := tool(t, "pact-verifier", "--dir", folder, "--provider-name", provider, "--hostname", address.Hostname(), "--port", address.Port(),
		"--header", "x-api-key=partner", "--header", "Authorization=Bearer partner", "--header", "server-hash=partner",
		"--state-change-url", origin+"/sandbox/v1/provider-states", "--state-change-teardown", "--json", file, "--no-colour")
	content, readErr := os.ReadFile(file)
	if readErr != nil {
		t.Fatalf("the verifier wrote no report: %v, %v\n%s", readErr, err, text)
	}
	if err := json.Unmarshal(content, &r); err != nil {
		t.Fatal(err)
	}
	return r, string(text), err
}

// tool runs one of the tools that npm has installed, and gives what it wrote. The error is that of its exit status.
func tool(t *testing.T, name string, args ...string) ([]byte, error) {
	t.Helper()
	file := filepath.Join("node_modules", ".bin", name)
	if _, err := os.Stat(file); err != nil {
		t.Fatalf("%v; make contracts-independent installs it", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, file, args...)
	command.Env = append(os.Environ(), "PACT_DO_NOT_TRACK=true")
	return command.CombinedOutput()
}

// read reads the pacts of a folder.
func read(t *testing.T, folder string) []*pact.File {
	t.Helper()
	files, wrong := pact.ReadAll([]string{folder})
	if err := wrong.Err(); err != nil {
		t.Fatal(err)
	}
	return files
}
