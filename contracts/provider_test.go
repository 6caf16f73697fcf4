//go:build pact

package contracts_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/pact-foundation/pact-go/v2/models"
	verifier "github.com/pact-foundation/pact-go/v2/provider"

	"github.com/sandbank/sandbank/internal/e2e/program"
	"github.com/sandbank/sandbank/internal/pact"
)

// What the environment may say to TestTheProviderHonoursThePacts.
const (
	// pactsVariable names the pacts to verify instead of those that are committed: a file, or a folder of them.
	pactsVariable = "PACTS"
	// providerVariable is the provider's name in those pacts, where it is not the name of an API of the program.
	providerVariable = "PACT_PROVIDER_NAME"
	// scenariosVariable names a folder of scenarios to serve instead of the program's own.
	scenariosVariable = "CONTRACTS_SCENARIOS"
)

// What the verifier authenticates with. Any key has a sandbox of its own, any token stands for a customer, and any
// server hash goes with the key.
const (
	verifierKey   = "contracts"
	verifierToken = "Bearer contracts"
	verifierHash  = "contracts"
)

// TestTheProviderHonoursThePacts starts the program and holds it to every interaction of the pacts, each as a subtest. It
// fails rather than verify less than the files hold: on an empty folder, a file it cannot read whole, a pact with another
// provider, an interaction that is not HTTP, a provider state that no scenario names, an interaction that the verifier
// passes over.
func TestTheProviderHonoursThePacts(t *testing.T) {
	folder := cmp.Or(os.Getenv(pactsVariable), pactFolder)
	files, wrong := pact.ReadAll([]string{folder})
	if wrong.Errors() > 0 {
		var text strings.Builder
		if err := wrong.WriteText(&text); err != nil {
			t.Error(err)
		}
		t.Fatalf("the pacts cannot be verified:\n%s", &text)
	}
	var args []string
	if folder := os.Getenv(scenariosVariable); folder != "" {
		args = []string{"--scenarios", folder}
	}
	sandbox := &sandboxed{program.Start(t, args...).Origin}
	v := &verification{sandbox: sandbox, programme: sync.OnceValue(func() *programme { return newProgramme(t) })}
	v.providers = sandbox.names(t)
	consumers := map[string]bool{}
	total := 0
	for _, f := range files {
		consumers[f.Consumer] = true
		total += len(f.Interactions)
		v.file(t, f)
	}
	if v.verified < total {
		t.Errorf("verified %d of %d interactions", v.verified, total)
	}
	result := fmt.Sprintf("verified %s of %s", counted(v.verified, "interaction"), counted(len(consumers), "consumer"))
	if v.pending > 0 {
		result += fmt.Sprintf(", %d of them pending, whose failures do not count", v.pending)
	}
	if folder == pactFolder {
		result += fmt.Sprintf(" (%d of %d exchanges of the source)", covered(t, files), exchanges)
	}
	if !t.Failed() {
		fmt.Println(result)
	}
}

// verification holds the running program to pacts.
type verification struct {
	// sandbox is the program without accounts, whose states scenarios declare.
	sandbox *sandboxed
	// programme starts the program with accounts when an interaction is first of it.
	programme func() *programme
	// providers are the names under which pacts may know the program.
	providers []string
	// verified counts the interactions that the program keeps, pending those of them that need not be kept.
	verified, pending int
}

// provider is one way in which the program runs.
type provider interface {
	origin() string
	// authenticate adds the credentials to a request of the verifier.
	authenticate(r *http.Request)
	// state sets a provider state up, or takes it back, and gives the values that it hands back.
	state(ctx context.Context, consumer, name, action string, params map[string]any) (models.ProviderStateResponse, error)
}

// of gives the provider of an interaction. The API that steers sandboxes is in both: there the state decides.
func (v *verification) of(i *pact.Interaction) provider {
	if slices.Contains(programmeAPIs, i.File.Provider) {
		return v.programme()
	}
	for _, s := range i.States {
		if programmeStates[s.Name] != nil {
			return v.programme()
		}
	}
	return v.sandbox
}

// file verifies every interaction of one pact.
func (v *verification) file(t *testing.T, f *pact.File) {
	if !slices.Contains(v.providers, f.Provider) {
		t.Errorf("%s: the pact is with the provider %q, and this one is %s; %s=%q says that they are the same",
			f.Place("/provider/name"), f.Provider, strings.Join(v.providers, " or "), providerVariable, f.Provider)
		return
	}
	text, err := os.ReadFile(f.Name)
	if err != nil {
		t.Error(err)
		return
	}
	for _, i := range f.Interactions {
		t.Run(f.Consumer+"/"+i.Description, func(t *testing.T) {
			if i.Kind != pact.HTTP {
				t.Fatalf("%s: the interaction is of the kind %s, which cannot be verified against an HTTP API", f.Place(i.Pointer), i.Kind)
			}
			alone, err := only(text, i.Pointer)
			if err != nil {
				t.Fatalf("%s: %v", f.Place(i.Pointer), err)
			}
			v.interaction(t, i, alone)
		})
	}
}

// interaction verifies one interaction, given as a pact that holds no other.
func (v *verification) interaction(t *testing.T, i *pact.Interaction, alone []byte) {
	place, by := i.File.Place(i.Pointer), v.of(i)
	file := filepath.Join(t.TempDir(), "pact.json")
	if err := os.WriteFile(file, alone, 0o600); err != nil {
		t.Fatal(err)
	}
	var requests atomic.Int32
	var err error
	report := reported(t, func() {
		err = verifier.NewVerifier().VerifyProvider(t, verifier.VerifyRequest{
			Provider:             i.File.Provider,
			ProviderBaseURL:      by.origin(),
			PactFiles:            []string{file},
			FailIfNoPactsFound:   true,
			DisableColoredOutput: true,
			StateHandlers:        stateHandlers(t, by, i),
			RequestFilter: func(next http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					requests.Add(1)
					by.authenticate(r)
					next.ServeHTTP(w, r)
				})
			},
		})
	})
	switch n := requests.Load(); {
	case err != nil:
		t.Errorf("%s: %s: the program does not keep this interaction\n%s", place, i.Pointer, report)
	case n != 1 && !t.Failed():
		t.Errorf("%s: %s: the verifier sent %d requests for this interaction, and not one: it has not been verified\n%s", place, i.Pointer, n, report)
	}
	if t.Failed() {
		return
	}
	v.verified++
	if i.Pending {
		v.pending++
	}
}

// stateHandlers gives a handler for each state of an interaction. All of them hand the state to the provider, and the values
// that it returns to the verifier's generators. There is one for the empty name too, which the verifier calls when an
// interaction has no states.
func stateHandlers(t *testing.T, by provider, i *pact.Interaction) models.StateHandlers {
	handlers := models.StateHandlers{}
	for _, s := range append([]pact.State{{Pointer: i.Pointer}}, i.States...) {
		var tell sync.Once // the verifier tries three times
		handlers[s.Name] = func(setup bool, called models.ProviderState) (models.ProviderStateResponse, error) {
			action := "teardown"
			if setup {
				action = "setup"
			}
			params, _ := called.Parameters["params"].(map[string]any)
			returned, err := by.state(t.Context(), i.File.Consumer, s.Name, action, params)
			if err != nil {
				tell.Do(func() {
					t.Errorf("%s: the %s of the provider state %q failed: %v", i.File.Place(s.Pointer), action, s.Name, err)
				})
				return nil, err
			}
			return returned, nil
		}
	}
	return handlers
}

// only gives a pact file with one interaction, found by its pointer: /interactions/3.
func only(text []byte, pointer string) ([]byte, error) {
	var file map[string]json.RawMessage
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, err
	}
	member, number, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	index, err := strconv.Atoi(number)
	if err != nil {
		return nil, fmt.Errorf("%s is no pointer to an interaction: %w", pointer, err)
	}
	var list []json.RawMessage
	if err := json.Unmarshal(file[member], &list); err != nil {
		return nil, err
	}
	if index >= len(list) {
		return nil, fmt.Errorf("the file holds no %s", pointer)
	}
	one, err := json.Marshal(list[index : index+1])
	if err != nil {
		return nil, err
	}
	file[member] = one
	return json.Marshal(file)
}

// counted gives a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
