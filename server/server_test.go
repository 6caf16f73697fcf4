package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/scenarios"
	"github.com/sandbank/sandbank/server"
)

var start = time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)

// depositsAPI is the real document, loaded once.
var depositsAPI = sync.OnceValue(func() *contract.API {
	api, found := contract.Load(openapi.Documents, "deposits.yaml")
	if err := found.Err(); err != nil {
		panic(err)
	}
	return api
})

// sandbox is a server under test with what it stands on.
type sandbox struct {
	*server.Server
	api  *contract.API
	keys *token.Keys
	log  *lines
	now  *atomic.Pointer[time.Time]
}

// lines collects a log; it may be written to while it is read.
type lines struct {
	guard sync.Mutex
	text  bytes.Buffer
}

func (l *lines) Write(b []byte) (int, error) {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.text.Write(b)
}

func (l *lines) String() string {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.text.String()
}

// yaml makes a scenario folder of one file. Its rules are given from "rules:" on.
func yaml(rules string) fs.FS {
	return fstest.MapFS{"deposits/test.yaml": {Data: []byte("scenario: test\ntitle: Test\napi: deposits\ndefault: true\n" + rules)}}
}

// document gives the documents with some texts of common.yaml or deposits.yaml replaced by others.
func document(t *testing.T, pairs ...string) *contract.API {
	t.Helper()
	files := fstest.MapFS{}
	replaced := 0
	for _, name := range []string{"common.yaml", "deposits.yaml"} {
		data, err := fs.ReadFile(openapi.Documents, name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for i := 0; i < len(pairs); i += 2 {
			if strings.Contains(text, pairs[i]) {
				text = strings.Replace(text, pairs[i], pairs[i+1], 1)
				replaced++
			}
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if replaced != len(pairs)/2 {
		t.Fatalf("%d of %d texts stand in the documents", replaced, len(pairs)/2)
	}
	api, found := contract.Load(files, "deposits.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return api
}

func program(t *testing.T, api *contract.API, folder fs.FS) *engine.Program {
	t.Helper()
	p, found := engine.Load(folder, []*contract.API{api})
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return p
}

// newSandbox serves the document with the scenarios; its clock stands still.
func newSandbox(t *testing.T, folder fs.FS, change ...func(*server.Options)) *sandbox {
	t.Helper()
	keys, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	b := &sandbox{api: depositsAPI(), keys: keys, log: &lines{}, now: &atomic.Pointer[time.Time]{}}
	b.set(start)
	o := server.Options{
		APIs: []*contract.API{b.api}, Keys: keys, Version: "1.2.3", Seed: 7,
		Clock:  func() time.Time { return *b.now.Load() },
		Logger: slog.New(slog.NewTextHandler(b.log, nil)),
	}
	for _, c := range change {
		c(&o)
	}
	b.api = o.APIs[0]
	if o.Program == nil {
		o.Program = program(t, b.api, folder)
	}
	if b.Server, err = server.New(o); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *sandbox) set(now time.Time) { b.now.Store(&now) }

// shipped serves what the program ships.
func shipped(t *testing.T, change ...func(*server.Options)) *sandbox {
	t.Helper()
	return newSandbox(t, scenariosOfDeposits(), change...)
}

// scenariosOfDeposits are the shipped scenarios of the one API that most of these tests serve.
var scenariosOfDeposits = sync.OnceValue(func() fs.FS { return scenariosOf("deposits") })

// scenariosOf gives the shipped scenarios of some APIs.
func scenariosOf(apis ...string) fs.FS {
	out := fstest.MapFS{}
	for _, api := range apis {
		err := fs.WalkDir(scenarios.FS, api, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(scenarios.FS, name)
			out[name] = &fstest.MapFile{Data: text}
			return err
		})
		if err != nil {
			panic(err)
		}
	}
	return out
}

// request makes a request with the credentials that every operation takes. Pairs are further header fields.
func request(method, target, body string, pairs ...string) *http.Request {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Header.Set("X-Api-Key", "demo")
	r.Header.Set("Authorization", "Bearer somebody")
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(pairs); i += 2 {
		r.Header.Set(pairs[i], pairs[i+1])
	}
	return r
}

func (b *sandbox) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	b.Handler().ServeHTTP(w, r)
	return w
}

func (b *sandbox) get(target string, pairs ...string) *httptest.ResponseRecorder {
	return b.do(request(http.MethodGet, target, "", pairs...))
}

const (
	fields  = "/deposits/v1/fields"
	locales = "/deposits/v1/i18n/locales?locale=en"
	vpa     = "/deposits/v1/my/verifications/upi-vpa"
)

func (b *sandbox) verify(body string, pairs ...string) *httptest.ResponseRecorder {
	return b.do(request(http.MethodPost, vpa, body, pairs...))
}

// problemBody is a problem as a caller reads it.
type problemBody struct {
	Type, Title, Detail, Instance, Code, Handling string
	Status                                        int
	RequestID                                     string `json:"requestId"`
	Errors                                        []struct{ Pointer, Parameter, Message string }
}

// problemOf reads a problem and holds what every problem keeps.
func problemOf(t *testing.T, w *httptest.ResponseRecorder, status int, code string) problemBody {
	t.Helper()
	var p problemBody
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatalf("status %d with %q: %v", w.Code, w.Body, err)
	}
	if w.Code != status || p.Status != status || p.Code != code {
		t.Fatalf("status %d with %s, want %d %s", w.Code, w.Body, status, code)
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("content type is %s", got)
	}
	if p.RequestID == "" || p.RequestID != w.Header().Get("X-Request-Id") {
		t.Errorf("request id is %q in the body and %q in the header", p.RequestID, w.Header().Get("X-Request-Id"))
	}
	if p.Title == "" || p.Handling == "" || !strings.HasPrefix(p.Type, "urn:problem:") {
		t.Errorf("the problem is incomplete: %s", w.Body)
	}
	return p
}

// waiting is a Wait that tells when it begins and ends when it is told to.
type waiting struct {
	begun chan time.Duration
	end   chan struct{}
}

func newWaiting() *waiting { return &waiting{make(chan time.Duration), make(chan struct{})} }

func (w *waiting) wait(ctx context.Context, d time.Duration) error {
	w.begun <- d
	select {
	case <-w.end:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
