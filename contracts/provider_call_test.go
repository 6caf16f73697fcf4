//go:build pact

package contracts_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/pact-foundation/pact-go/v2/models"
)

// sandboxed is the running program without accounts: a sandbox, whose provider states scenarios declare.
type sandboxed struct{ address string }

func (v *sandboxed) origin() string { return v.address }

// names gives the names under which pacts may know the program: those of its APIs, or the one that was given.
func (v *sandboxed) names(t *testing.T) []string {
	t.Helper()
	if name := os.Getenv(providerVariable); name != "" {
		return []string{name}
	}
	var index struct {
		APIs []struct {
			Name string `json:"name"`
		} `json:"apis"`
	}
	if err := v.call(t.Context(), http.MethodGet, "/openapi", nil, &index); err != nil {
		t.Fatal(err)
	}
	names := slices.Clone(programmeAPIs)
	for _, api := range index.APIs {
		names = append(names, api.Name)
	}
	slices.Sort(names)
	return names
}

func (v *sandboxed) authenticate(r *http.Request) {
	r.Header.Set("X-Api-Key", verifierKey)
	r.Header.Set("Server-Hash", verifierHash)
	if r.Header.Get("Authorization") == "" {
		r.Header.Set("Authorization", verifierToken)
	}
}

func (v *sandboxed) state(ctx context.Context, consumer, name, action string, params map[string]any) (models.ProviderStateResponse, error) {
	change := map[string]any{"consumer": consumer, "state": name, "action": action}
	if params != nil {
		change["params"] = params
	}
	returned := models.ProviderStateResponse{}
	return returned, v.call(ctx, http.MethodPost, "/sandbox/v1/provider-states", change, &returned)
}

// caller calls the program's own addresses, which answer at once.
var caller = &http.Client{Timeout: 10 * time.Second}

// call sends a JSON body, nil for none, to a path of the program and reads the answer into out. The error of an answer
// that is a problem says its detail.
func (v *sandboxed) call(ctx context.Context, method, path string, body, out any) (err error) {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return err
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, v.address+path, content)
	if err != nil {
		return err
	}
	request.Header.Set("X-Api-Key", verifierKey)
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	answer, err := caller.Do(request)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, answer.Body.Close()) }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		var p struct{ Detail string }
		if json.Unmarshal(text, &p) != nil || p.Detail == "" {
			return fmt.Errorf("%s %s was answered with %s: %s", method, path, answer.Status, text)
		}
		return errors.New(p.Detail)
	}
	return json.Unmarshal(text, out)
}
