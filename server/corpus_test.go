package server_test

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/server"
)

// corpusDir holds documents in the manner of public ones, of both versions; together they use every construct.
const corpusDir = "../internal/contract/testdata/corpus"

// corpus lists the documents, by file name.
func corpus(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(corpusDir)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{"library/library.yaml"}
	for _, e := range entries {
		if !e.IsDir() {
			out = append(out, e.Name())
		}
	}
	if len(out) < 40 {
		t.Fatalf("the corpus holds %d documents", len(out))
	}
	return out
}

func loadDocument(t *testing.T, file string) *contract.API {
	t.Helper()
	api, found := contract.Load(os.DirFS(path.Join(corpusDir, path.Dir(file))), path.Base(file))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return api
}

// mocked serves documents without any scenario.
func mocked(t *testing.T, apis ...*contract.API) *server.Server {
	t.Helper()
	p, found := engine.Load(embed.FS{}, apis)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	keys, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	s, err := server.New(server.Options{
		Documents: apis, Program: p, Keys: keys, Clock: func() time.Time { return start }, Logger: slog.New(slog.DiscardHandler), Seed: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryOperationOfTheCorpusAnswersWithinItsContract(t *testing.T) {
	for _, file := range corpus(t) {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			x := &examination{api: loadDocument(t, file)}
			x.handler = mocked(t, x.api).Handler()
			second, err := openapi3.NewLoader().LoadFromData(x.api.JSON)
			if err != nil {
				t.Fatalf("another reader of OpenAPI refuses the bundled document: %v", err)
			}
			x.second = second
			for seed := range uint64(3) {
				c := &caller{api: x.api, second: second, random: rand.New(rand.NewPCG(seed, 3)), all: seed%2 == 0}
				for _, o := range x.api.Operations {
					x.call(t, c, o)
				}
			}
		})
	}
}

// examination is one document under test.
type examination struct {
	api     *contract.API
	second  *openapi3.T
	handler http.Handler

	compiling sync.Once
	plain     *jsonschema.Compiler
	document  any
	failed    error
}

// call sends what an operation takes in each media type, and asks for each of its answers in each media type.
func (x *examination) call(t *testing.T, c *caller, o *contract.Operation) {
	t.Helper()
	bodies := []*contract.MediaType{nil}
	if o.Body != nil {
		bodies = o.Body.Content
	}
	for _, m := range bodies {
		x.expect(t, c, o, m, o.DefaultStatus(), "", "")
	}
	for _, r := range o.Responses {
		status := statusOf(r)
		types := []string{""}
		for _, m := range r.Content {
			types = append(types, m.Concrete())
		}
		for _, accept := range types {
			if status == o.DefaultStatus() && status != http.StatusNoContent {
				x.expect(t, c, o, bodies[0], status, accept, "")
			}
			x.expect(t, c, o, bodies[0], status, "", fmt.Sprintf("code=%d", status))
			x.expect(t, c, o, bodies[0], status, "", fmt.Sprintf("code=%d, dynamic=true", status))
		}
	}
}

// statusOf is a status that a response stands for.
func statusOf(r *contract.Response) int {
	switch {
	case r.Status == "default":
		return 599
	case strings.HasSuffix(r.Status, "XX"):
		return int(r.Status[0]-'0')*100 + 18
	}
	status, err := strconv.Atoi(r.Status)
	if err != nil {
		panic(err)
	}
	return status
}

func (x *examination) expect(t *testing.T, c *caller, o *contract.Operation, m *contract.MediaType, status int, accept, prefer string) {
	t.Helper()
	r, err := c.request(o, m)
	if err != nil {
		t.Errorf("%s: no request can be made: %v", o.ID, err)
		return
	}
	if accept != "" {
		r.Header.Set("Accept", accept)
	}
	if prefer != "" {
		r.Header.Set("Prefer", prefer)
	}
	w := httptest.NewRecorder()
	x.handler.ServeHTTP(w, r)
	asked := fmt.Sprintf("%s: %s %s (accept %q, prefer %q, %v)", o.ID, r.Method, r.URL, accept, prefer, r.Header)
	if w.Code != status {
		t.Errorf("%s\nis answered with %d, want %d: %s", asked, w.Code, status, w.Body)
		return
	}
	if got := w.Header().Get("Content-Type"); accept != "" && !strings.HasPrefix(got, accept) {
		t.Errorf("%s\nis answered as %s", asked, got)
	}
	if r.Method == http.MethodHead {
		w.Body.Reset() // net/http sends none
	}
	if bad := o.CheckResponse(w.Code, w.Header(), w.Body.Bytes()); len(bad) > 0 {
		t.Errorf("%s\nis answered off its contract: %+v\n%s", asked, bad, w.Body)
	}
	if err := x.secondOpinion(o, w); err != nil {
		t.Errorf("%s\nis answered off its contract by another reader's opinion: %v\n%s", asked, err, w.Body)
	}
}

// secondOpinion holds an answer against the document as kin-openapi understands it.
func (x *examination) secondOpinion(o *contract.Operation, w *httptest.ResponseRecorder) error {
	item := x.second.Paths.Value(o.Path)
	if item == nil {
		return fmt.Errorf("there is no path %s", o.Path)
	}
	responses := item.GetOperation(o.Method).Responses
	declared := responses.Status(w.Code)
	if declared == nil {
		declared = responses.Default()
	}
	if declared == nil {
		return fmt.Errorf("status %d is not declared", w.Code)
	}
	for name, h := range declared.Value.Headers {
		if h.Value.Required && w.Header().Get(name) == "" {
			return fmt.Errorf("header %s is missing", name)
		}
	}
	content := declared.Value.Content
	if w.Code == http.StatusNoContent || w.Code == http.StatusNotModified {
		if w.Body.Len() > 0 {
			return fmt.Errorf("status %d has no body", w.Code)
		}
		return nil
	}
	if len(content) == 0 || o.Method == http.MethodHead {
		return nil
	}
	mediaType := w.Header().Get("Content-Type")
	media := content.Get(mediaType)
	if media == nil {
		media = content.Get(mediaType + "; charset=utf-8") // JSON needs none (RFC 8259), and is sent without
	}
	if media == nil {
		return fmt.Errorf("media type %s is not declared", mediaType)
	}
	if media.Schema == nil || !strings.HasPrefix(mediaType, "application/json") && !strings.Contains(mediaType, "+json") {
		return nil
	}
	var v any
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		return err
	}
	if !strings.HasPrefix(x.second.OpenAPI, "3.0") {
		return x.thirdOpinion(o, w.Code, mediaType, v)
	}
	return x.second.ValidateSchemaJSON(media.Schema.Value, v, openapi3.VisitAsResponse(), openapi3.MultiErrors())
}

// thirdOpinion holds a body against the schemas of the bundled document as plain JSON Schema. kin-openapi 0.152 cannot
// be asked about 3.1: for schemas with references inside it goes back to its validator for 3.0, which knows neither
// const nor patternProperties, prefixItems or dependentRequired.
func (x *examination) thirdOpinion(o *contract.Operation, status int, mediaType string, v any) error {
	x.compiling.Do(func() { x.plain, x.document, x.failed = plainSchemas(x.api.JSON) })
	if x.failed != nil {
		return x.failed
	}
	pointer, err := schemaPointer(x.document, o, status, mediaType)
	if err != nil || pointer == "" {
		return err
	}
	schema, err := x.plain.Compile("schema:///bundle.json#" + pointer)
	if err != nil {
		return err
	}
	return schema.Validate(v)
}

// plainSchemas prepares a document for a validator of JSON Schema. What OpenAPI adds to the meaning of schemas is
// taken away: required members that are only ever written. So are patterns that it cannot compile.
func plainSchemas(document []byte) (*jsonschema.Compiler, any, error) {
	var tree any
	if err := json.Unmarshal(document, &tree); err != nil {
		return nil, nil, err
	}
	answersOnly(tree)
	data, err := json.Marshal(tree)
	if err != nil {
		return nil, nil, err
	}
	c := jsonschema.NewCompiler()
	c.Draft, c.AssertFormat = jsonschema.Draft2020, true
	return c, tree, c.AddResource("schema:///bundle.json", bytes.NewReader(data))
}

func answersOnly(v any) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			answersOnly(item)
		}
	case map[string]any:
		properties, _ := v["properties"].(map[string]any)
		if required, ok := v["required"].([]any); ok {
			v["required"] = slices.DeleteFunc(required, func(name any) bool {
				p, _ := properties[name.(string)].(map[string]any)
				return p["writeOnly"] == true
			})
		}
		if p, ok := v["pattern"].(string); ok {
			if _, err := regexp.Compile(p); err != nil {
				delete(v, "pattern")
			}
		}
		for _, member := range v {
			answersOnly(member)
		}
	}
}

// schemaPointer finds the schema of an answer in a document; "" when it has none.
func schemaPointer(document any, o *contract.Operation, status int, mediaType string) (string, error) {
	at, pointer := document, ""
	down := func(token string) bool {
		m, _ := at.(map[string]any)
		next, ok := m[token]
		if !ok {
			return false
		}
		at = next
		pointer += "/" + url.PathEscape(strings.NewReplacer("~", "~0", "/", "~1").Replace(token))
		for {
			m, _ := at.(map[string]any)
			ref, ok := m["$ref"].(string)
			if !ok || strings.HasPrefix(pointer, "/components/schemas") || token == "schema" {
				return true
			}
			at, pointer = document, ""
			plain, err := url.PathUnescape(ref)
			if err != nil {
				return false
			}
			for _, t := range strings.Split(strings.TrimPrefix(plain, "#/"), "/") {
				t = strings.NewReplacer("~1", "/", "~0", "~").Replace(t)
				at = at.(map[string]any)[t]
				pointer += "/" + url.PathEscape(strings.NewReplacer("~", "~0", "/", "~1").Replace(t))
			}
		}
	}
	for _, token := range []string{"paths", o.Path, strings.ToLower(o.Method), "responses"} {
		if !down(token) {
			return "", fmt.Errorf("there is no %s below %s", token, pointer)
		}
	}
	exact := strconv.Itoa(status)
	if !down(exact) && !down(exact[:1]+"XX") && !down("default") {
		return "", fmt.Errorf("there is no status %d below %s", status, pointer)
	}
	if !down("content") {
		return "", nil
	}
	content, _ := at.(map[string]any)
	for _, name := range names(content) {
		plain, _, _ := strings.Cut(name, ";")
		if sent, _, _ := strings.Cut(mediaType, ";"); plain == sent || plain == "*/*" {
			down(name)
			if down("schema") {
				return pointer, nil
			}
		}
	}
	return "", nil
}
