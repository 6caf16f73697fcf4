//go:build pact

package contracts_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	pact "github.com/pact-foundation/pact-go/v2/consumer"
	"github.com/pact-foundation/pact-go/v2/matchers"
	"github.com/pact-foundation/pact-go/v2/models"

	"github.com/sandbank/sandbank/gen/common"
)

// pactFolder is where the pacts are committed.
const pactFolder = "pacts"

// What the consumers authenticate with. It is sent, and must not get into a pact.
const (
	consumerKey   = "key-of-the-consumer"
	consumerToken = "token-of-the-consumer"
	consumerHash  = "hash-of-the-consumer"
)

// provided is an API that consumers call with a generated client of the type C.
type provided[C any] struct {
	// name is what the pacts call the API.
	name string
	// basePath is where the API is mounted. The paths in a pact contain it, so that one verification can reach every API
	// of the program and its state-change address.
	basePath string
	// errors is the media type of the API's refusals.
	errors string
	// connect gives a client for the API at an address, which sends the consumer's credentials.
	connect func(address string) (*C, error)
}

// interactionOf is one request that a consumer makes with a client of the type C, and what it relies on in the answer.
type interactionOf[C any] struct {
	description string
	given       []models.ProviderState
	method      string
	path        string // below the API's basePath
	// pathOf is the path with the names of values that the provider states hand back, /refunds/${refundId}; "" when path
	// is what every provider is asked for.
	pathOf string
	query  map[string]string
	send   map[string]string // headers of the request, beside its Content-Type
	body   any               // with matchers; nil for none
	status int
	header map[string]string // of the answer, beside its Content-Type
	answer any               // with matchers
	// use makes the request with the client, and checks what the client has read.
	use func(t *testing.T, c *C)
}

// given is one provider state, with parameters as pairs of name and value. The library reads a parameter's text as JSON
// where it can, and would make a number of an account number: so that texts stay texts, they are written as JSON here.
func given(state string, params ...string) []models.ProviderState {
	s := models.ProviderState{Name: state}
	for i := 0; i+1 < len(params); i += 2 {
		if s.Parameters == nil {
			s.Parameters = map[string]any{}
		}
		s.Parameters[params[i]] = strconv.Quote(params[i+1])
	}
	return []models.ProviderState{s}
}

// fromState is a value that the provider hands back when it sets up the state, and the one that the mock server uses.
func fromState(name, example string) matchers.Matcher {
	return matchers.FromProviderState("${"+name+"}", example)
}

// refused gives what a consumer relies on in a problem: the status, the code to tell it by, and texts to show. Violations
// are pairs of a pointer, or a parameter's name, and a message's example.
func refused(status int, code string, violations ...string) map[string]any {
	problem := map[string]any{
		"type":   matchers.Regex("urn:problem:"+strings.ToLower(strings.ReplaceAll(code, "_", "-")), `^urn:problem:[a-z0-9-]+$`),
		"title":  matchers.Like("What went wrong"),
		"status": status,
		"code":   code,
	}
	var errors []any
	for i := 0; i+1 < len(violations); i += 2 {
		member := "parameter"
		if strings.HasPrefix(violations[i], "/") {
			member = "pointer"
		}
		errors = append(errors, map[string]any{member: violations[i], "message": matchers.Like(violations[i+1])})
	}
	if errors != nil {
		problem["errors"] = errors
	}
	return problem
}

// answered gives what a call came to, and ends the test when it came to an error.
func answered[R any](answer R, err error) func(*testing.T) R {
	return func(t *testing.T) R {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
}

// read gives the body of an answer as the client has read it, and ends the test when the client has not.
func read[B any](t *testing.T, body *B, raw []byte) B {
	t.Helper()
	if body == nil {
		t.Fatalf("the client has not read the answer %s", raw)
	}
	return *body
}

// wantProblem fails the test unless the client has read a problem of that status and code, which has a title to show,
// and a violation at each place.
func wantProblem(t *testing.T, p *common.Problem, status int, code string, places ...string) {
	t.Helper()
	if p == nil {
		t.Fatal("the client has read no problem")
	}
	if p.Status != status || p.Code != code || p.Title == "" {
		t.Errorf("the client read the problem %d %s %q, want %d %s with a title", p.Status, p.Code, p.Title, status, code)
	}
	var got []string
	if p.Errors != nil {
		for _, v := range *p.Errors {
			switch {
			case v.Pointer != nil:
				got = append(got, *v.Pointer)
			case v.Parameter != nil:
				got = append(got, *v.Parameter)
			}
		}
	}
	if !reflect.DeepEqual(got, places) {
		t.Errorf("the client read violations at %q, want %q", got, places)
	}
}

// want fails the test unless two values are equal.
func want[V comparable](t *testing.T, got, want V) {
	t.Helper()
	if got != want {
		t.Errorf("the client read %v, want %v", got, want)
	}
}

// writePact has a consumer make every interaction against Pact's mock server, each as a subtest. When all of them have
// succeeded, what the consumer relies on replaces its file in the folder of pacts.
func writePact[C any](t *testing.T, consumer string, api provided[C], interactions []interactionOf[C]) {
	t.Helper()
	folder := t.TempDir()
	seen, made := map[string]bool{}, 0
	for _, i := range interactions {
		key := fmt.Sprint(i.description, i.given)
		if seen[key] {
			t.Fatalf("two interactions are described as %q, with the same provider states: the pact would hold one", i.description)
		}
		seen[key] = true
		t.Run(i.description, func(t *testing.T) {
			made++
			if err := i.make(t, consumer, api, folder); err != nil {
				t.Error(err)
			}
		})
	}
	if t.Failed() || made < len(interactions) {
		return // a pact of some interactions would say that the consumer needs no others
	}
	text, err := os.ReadFile(filepath.Join(folder, consumer+"-"+api.name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	if text, err = normalised(text, made); err != nil {
		t.Fatal(err)
	}
	written := filepath.Join(pactFolder, consumer+"-"+api.name+".json")
	if err := os.WriteFile(written, text, 0o644); err != nil {
		t.Fatal(err)
	}
	fmt.Printf("%s: %d interactions\n", written, made)
}

// make has the consumer make the interaction against a mock server, and adds it to the consumer's pact in the folder.
func (i interactionOf[C]) make(t *testing.T, consumer string, api provided[C], folder string) error {
	mock, err := pact.NewV4Pact(pact.MockHTTPProviderConfig{Consumer: consumer, Provider: api.name, Host: "127.0.0.1", PactDir: folder, LogDir: folder})
	if err != nil {
		return err
	}
	building := mock.AddInteraction().UponReceiving(i.description)
	for _, state := range i.given {
		building.GivenWithParameter(state)
	}
	path := matchers.Matcher(matchers.S(api.basePath + i.path))
	if i.pathOf != "" {
		path = matchers.FromProviderState(api.basePath+i.pathOf, api.basePath+i.path)
	}
	return building.WithRequestPathMatcher(pact.Method(i.method), path, func(b *pact.V4RequestBuilder) {
		for name, value := range i.query {
			b.Query(name, matchers.S(value))
		}
		for name, value := range i.send {
			b.Header(name, matchers.Like(value))
		}
		if i.body != nil {
			b.JSONBody(i.body)
		}
	}).WillRespondWith(i.status, func(b *pact.V4ResponseBuilder) {
		mediaType := "application/json"
		if i.status >= http.StatusBadRequest {
			mediaType = api.errors
		}
		b.Header("Content-Type", matchers.S(mediaType))
		for name, value := range i.header {
			b.Header(name, matchers.S(value))
		}
		b.JSONBody(i.answer)
	}).ExecuteTest(t, func(server pact.MockServerConfig) error {
		c, err := api.connect(fmt.Sprintf("http://%s:%d%s", server.Host, server.Port, api.basePath))
		if err != nil {
			return err
		}
		// A test of its own, so that the mock server is asked what it missed also when the client has failed.
		if !t.Run("client", func(t *testing.T) { i.use(t, c) }) {
			return fmt.Errorf("the client does not work with the answer to %s %s", i.method, i.path)
		}
		return nil
	})
}

// authenticate has a request carry whatever credentials any of the APIs asks for.
func authenticate(_ context.Context, r *http.Request) error {
	r.Header.Set("X-Api-Key", consumerKey)
	r.Header.Set("Authorization", "Bearer "+consumerToken)
	r.Header.Set("Server-Hash", consumerHash)
	return nil
}

// normalised gives a pact in the form in which it is committed: members and interactions in order, no matcher twice in one
// rule, and without the versions of the tools that wrote it. It refuses one that does not hold the number of interactions, or that holds credentials.
func normalised(text []byte, interactions int) ([]byte, error) {
	lower := bytes.ToLower(text)
	for _, secret := range []string{"x-api-key", "authorization", "server-hash", consumerKey, consumerToken, consumerHash} {
		if bytes.Contains(lower, []byte(secret)) {
			return nil, fmt.Errorf("the pact holds the credential %q; credentials are the verifier's business", secret)
		}
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var file map[string]any
	if err := decoder.Decode(&file); err != nil {
		return nil, err
	}
	metadata, _ := file["metadata"].(map[string]any)
	file["metadata"] = map[string]any{"pactSpecification": metadata["pactSpecification"]}
	if list, _ := file["interactions"].([]any); len(list) != interactions {
		return nil, fmt.Errorf("the pact holds %d interactions, and %d were made", len(list), interactions)
	}
	matcherOnce(file)
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(file)
	return out.Bytes(), err
}

// matcherOnce drops the repetitions in every list of matchers below a value: the library lists those of a list's elements
// once for each element of the example.
func matcherOnce(value any) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			matcherOnce(element)
		}
	case map[string]any:
		for name, member := range v {
			if list, ok := member.([]any); ok && name == "matchers" {
				v[name] = slices.CompactFunc(list, reflect.DeepEqual)
			}
			matcherOnce(member)
		}
	}
}
