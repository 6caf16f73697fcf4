//go:build independent

package independent_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/e2e/program"
)

// planted are pacts of a partner who gets something wrong in each interaction, but for those that say "agrees".
const planted = "../testdata/broken"

// differences are the interactions on which the two may judge differently, by description, each with the reason. One on which
// they do not is an error too, so that the list stays true.
var differences = map[string]string{
	"a query parameter that does not exist":   "the comparator only warns; the program refuses what the document does not declare, and so the interaction cannot be kept",
	"a provider state that no scenario names": "the comparator knows documents alone, and no scenarios",
	"an answer of a branch that is not said":  "an answer in a pact lists what the consumer reads. The comparator lets members be missing, but not the one that tells branches apart; ours asks whether some branch has the others",
}

func TestAnotherComparatorJudgesAsContractsCheckDoes(t *testing.T) {
	origin := program.StartServe(t).Origin // which serves every document
	documents := map[string]string{}
	compared, agreeing := 0, 0
	differ := map[string]bool{}
	for _, folder := range []string{committed, planted} {
		for _, f := range read(t, folder) {
			if documents[f.Provider] == "" {
				documents[f.Provider] = prepared(t, origin, f.Provider)
			}
			theirs := comparator(t, documents[f.Provider], f.Name, len(f.Interactions))
			ours := contractsCheck(t, f.Name, len(f.Interactions))
			for k, i := range f.Interactions {
				compared++
				if folder == committed && (ours[k] || theirs[k]) {
					t.Errorf("%s: %s\n%q is found to disagree with the document: by ours %t, by the comparator %t", f.Place(i.Pointer), i.Pointer, i.Description, ours[k], theirs[k])
				}
				if ours[k] == theirs[k] {
					agreeing++
					continue
				}
				differ[i.Description] = true
				if differences[i.Description] == "" {
					t.Errorf("%s: %s\n%q is found to disagree with the document: by ours %t, by the comparator %t", f.Place(i.Pointer), i.Pointer, i.Description, ours[k], theirs[k])
				}
			}
		}
	}
	for description, reason := range differences {
		if !differ[description] {
			t.Errorf("%q is judged alike, though it is said that %s", description, reason)
		}
	}
	fmt.Printf("another comparator: the same verdict on %d of %d interactions, and %d known differences\n", agreeing, compared, len(differ))
}

// TestContractsCheckFindsEveryPlantedDisagreement holds the planted pacts to what their descriptions say.
func TestContractsCheckFindsEveryPlantedDisagreement(t *testing.T) {
	// The first two are warnings; about the third see differences.
	lenient := []string{
		"a rule that allows in a request what the document forbids",
		"a request with a header that is not declared",
		"an answer of a branch that is not said",
	}
	for _, f := range read(t, planted) {
		disagrees := contractsCheck(t, f.Name, len(f.Interactions))
		for k, i := range f.Interactions {
			agrees := strings.HasPrefix(i.Description, "agrees: ") || slices.Contains(lenient, i.Description)
			if disagrees[k] == agrees {
				t.Errorf("%s: %s\n%q is found to disagree with the document: %t", f.Place(i.Pointer), i.Pointer, i.Description, disagrees[k])
			}
		}
	}
}

// prepared gives a file with the document of one of the running program's APIs, made ready for the comparator in two ways:
// its base path is told in the comparator's own member, because it does not look at servers; and security is taken away,
// because it would want credentials in every pact, and here they are the verifier's business.
func prepared(t *testing.T, origin, api string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, origin+"/openapi/"+api+".json", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(answer.Body)
	if err := errors.Join(err, answer.Body.Close()); err != nil {
		t.Fatal(err)
	}
	var document map[string]any
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	server := document["servers"].([]any)[0].(map[string]any)
	document["info"].(map[string]any)["x-opc-config-base-path"] = server["url"]
	delete(document, "security")
	for _, item := range document["paths"].(map[string]any) {
		for _, operation := range item.(map[string]any) {
			if operation, ok := operation.(map[string]any); ok {
				delete(operation, "security")
			}
		}
	}
	text, err = json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), api+".json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

var interactionAt = regexp.MustCompile(`^\[root\]\.interactions\[([0-9]+)\]`)

// comparator tells for each interaction of a pact whether the comparator finds an error in it.
func comparator(t *testing.T, document, file string, interactions int) []bool {
	t.Helper()
	out, err := tool(t, "opc", "--oas", document, file)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	var results []struct {
		Type        string `json:"type"`
		MockDetails struct {
			Location string `json:"location"`
		} `json:"mockDetails"`
	}
	if err := json.Unmarshal(out, &results); err != nil {
		t.Fatalf("the comparator says of %s: %s", file, out)
	}
	disagrees := make([]bool, interactions)
	for _, r := range results {
		found := interactionAt.FindStringSubmatch(r.MockDetails.Location)
		if found == nil {
			t.Fatalf("the comparator speaks of %q, which is no interaction", r.MockDetails.Location)
		}
		k, err := strconv.Atoi(found[1])
		if err != nil || k >= interactions {
			t.Fatalf("the comparator speaks of %q, and there are %d interactions", r.MockDetails.Location, interactions)
		}
		disagrees[k] = disagrees[k] || r.Type == "error"
	}
	return disagrees
}

// contractsCheck tells for each interaction of a pact whether `sandbank contracts check` finds an error in it.
func contractsCheck(t *testing.T, file string, interactions int) []bool {
	t.Helper()
	sandbank, err := program.Build()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, sandbank, "contracts", "check", "--format", "json", file).Output()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		t.Fatalf("contracts check could not run: %v\n%s", err, out)
	}
	var report struct {
		Interactions []struct {
			Pointer string `json:"pointer"`
			Errors  int    `json:"errors"`
		} `json:"interactions"`
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if len(report.Interactions) != interactions {
		t.Fatalf("contracts check looked at %d interactions of %s, which holds %d", len(report.Interactions), file, interactions)
	}
	disagrees := make([]bool, interactions)
	for k, i := range report.Interactions {
		if want := fmt.Sprintf("/interactions/%d", k); i.Pointer != want {
			t.Fatalf("contracts check tells of %s where %s was expected", i.Pointer, want)
		}
		disagrees[k] = i.Errors > 0
	}
	return disagrees
}
