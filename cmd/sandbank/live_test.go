package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// places is in how many places an edition's answer says which one it is.
const places = 12

// edition is a whole scenario file whose answer says in many places which edition it is of.
func edition(n int) string {
	var b strings.Builder
	b.WriteString("scenario: mine\ntitle: Mine\napi: deposits\ndefault: true\nrules:\n  getLocale:\n    - name: edition\n      respond:\n        body:\n")
	for i := range places {
		fmt.Fprintf(&b, "          k%d: \"%d\"\n", i, n)
	}
	return b.String()
}

// folder makes a scenario folder with one file.
func folder(t *testing.T, text string) (dir, file string) {
	t.Helper()
	dir = t.TempDir()
	file = filepath.Join(dir, "deposits", "mine.yaml")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	save(t, file, text)
	return dir, file
}

func save(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Error(err)
	}
}

// lockedBuffer is a log that is read while it is written.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// served is a real server over a scenario folder that is watched.
type served struct {
	*live
	*httptest.Server
	log *lockedBuffer
}

func serve(t *testing.T, f *serveFlags, documents ...string) *served {
	t.Helper()
	f.watch, f.seed = true, 7
	v, err := newLive(f, documents)
	if err != nil {
		t.Fatal(err)
	}
	l, err := v.load()
	if err != nil {
		t.Fatal(err)
	}
	if l.program == nil {
		t.Fatal(l.findings.Err())
	}
	out := &served{live: v, log: &lockedBuffer{}}
	logs := &logs{Logger: slog.New(slog.NewTextHandler(out.log, nil))}
	back, err := f.callbacks.sender(logs.Logger)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := back.finish(context.Background()); err != nil {
			t.Error(err)
		}
	})
	s, err := f.server(v, nil, back, logs)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); v.run(ctx, s, logs.Logger) }()
	out.Server = httptest.NewServer(s.Handler())
	t.Cleanup(func() { out.Close(); cancel(); <-done })
	return out
}

// eventually waits for what a reload brings about.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("%s does not come about", what)
}

func (s *served) get(t *testing.T, path string) (int, string) {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, s.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Api-Key", "demo")
	response, err := s.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

const locale = "/deposits/v1/i18n/locales?locale=en"

func TestReloadingUnderLoadLosesNoRequestAndMixesNoVersions(t *testing.T) {
	const requests, clients = 20_000, 8
	dir, file := folder(t, edition(0))
	s := serve(t, &serveFlags{scenarios: dir})
	s.Client().Transport.(*http.Transport).MaxIdleConnsPerHost = clients

	var good sync.Map // editions that were written without a mistake
	good.Store("0", true)
	stop := make(chan struct{})
	var writer, readers sync.WaitGroup
	writer.Add(1)
	last := 0
	var enough atomic.Bool // edits have been loaded and refused while requests were made
	go func() {
		defer writer.Done()
		tick := time.NewTicker(50 * time.Millisecond)
		defer tick.Stop()
		for n := 1; ; n++ {
			select {
			case <-stop:
				return
			case <-tick.C:
			}
			status := s.Status()
			enough.Store(status.Failed >= 3 && status.Version >= 4 || n > 300)
			text := edition(n)
			switch {
			case n%4 == 1:
				text = strings.Replace(text, "getLocale", "getLocal", 1) // an operation that does not exist
			case n%4 == 3:
				text = text[:len(text)*2/3] + ": [" // torn in the middle
			default:
				good.Store(strconv.Itoa(n), true)
			}
			next := file + "~"
			save(t, next, text)
			if err := os.Rename(next, file); err != nil {
				t.Error(err)
			}
			last = n
		}
	}()

	var left atomic.Int64
	left.Store(requests) // and more, until enough has happened
	seen := make([]map[string]bool, clients)
	for c := range clients {
		seen[c] = map[string]bool{}
		readers.Add(1)
		go func() {
			defer readers.Done()
			r, err := http.NewRequest(http.MethodGet, s.URL+locale, nil)
			if err != nil {
				t.Error(err)
				return
			}
			r.Header.Set("X-Api-Key", "demo")
			for left.Add(-1) >= 0 || !enough.Load() {
				version, err := whole(s.Client(), r)
				if err != nil {
					t.Error(err)
					return
				}
				seen[c][version] = true
			}
		}()
	}
	readers.Wait()
	close(stop)
	writer.Wait()

	versions := map[string]bool{}
	for _, m := range seen {
		for v := range m {
			versions[v] = true
			if _, ok := good.Load(v); !ok {
				t.Errorf("edition %s answers, which has mistakes or was never written", v)
			}
		}
	}
	if len(versions) < 3 {
		t.Errorf("only %d editions have answered, so little was reloaded", len(versions))
	}
	t.Logf("%d requests over %d editions of %d, %d loads failed", requests-left.Load(), len(versions), last, s.Status().Failed)

	save(t, file, edition(last+1))
	final := strconv.Itoa(last + 1)
	eventually(t, "the last edition", func() bool { _, body := s.get(t, locale); return strings.Contains(body, `"`+final+`"`) })
	if status := s.Status(); !status.Serving || status.Failed < 3 || status.Version < 4 {
		t.Errorf("status %+v", status)
	}
}

// whole makes a request and gives the edition that answers. It is an error when the answer is not one edition's.
func whole(client *http.Client, r *http.Request) (string, error) {
	response, err := client.Do(r)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("status %d %s %w", response.StatusCode, body, err)
	}
	_, version, _ := strings.Cut(string(body), `"k0":"`)
	version, _, _ = strings.Cut(version, `"`)
	if string(body) != answerOf(version) {
		return "", fmt.Errorf("an answer is not of one edition: %s", body)
	}
	return version, nil
}

// answerOf is what an edition answers.
func answerOf(version string) string {
	members := make([]string, places)
	for i := range members {
		members[i] = fmt.Sprintf(`"k%d":"%s"`, i, version)
	}
	return "{" + strings.Join(members, ",") + "}"
}

func TestABadEditIsReportedAndTheLastGoodOneServesOn(t *testing.T) {
	dir, file := folder(t, edition(0))
	s := serve(t, &serveFlags{scenarios: dir})
	if status := s.Status(); status.Version != 1 || !status.Serving || len(status.Findings) != 0 || status.LoadedAt.IsZero() {
		t.Errorf("at the start the status is %+v", status)
	}

	save(t, file, strings.Replace(edition(1), "getLocale", "getLocal", 1))
	eventually(t, "the report of a bad edit", func() bool { return s.Status().Failed > 0 })
	status := s.Status()
	if status.Serving || status.Version != 1 || status.FailedAt.IsZero() || status.Findings.Errors() == 0 {
		t.Errorf("after a bad edit the status is %+v", status)
	}
	at := filepath.ToSlash(file) + ":6:3"
	if f := status.Findings[0]; f.Code != "unknown-operation" || f.Place.String() != at {
		t.Errorf("the finding is %s, want it at %s", f.Error(), at)
	}
	if _, body := s.get(t, locale); !strings.Contains(body, `"k0":"0"`) {
		t.Errorf("after a bad edit the answer is %s", body)
	}
	for _, want := range []string{"cannot be served", "place=" + at, "code=unknown-operation", "getLocale"} {
		if !strings.Contains(s.log.String(), want) {
			t.Errorf("the log has no %q: %s", want, s.log.String())
		}
	}
	_, metrics := s.get(t, "/metrics")
	for _, want := range []string{"sandbank_scenarios_load_failed_total 1\n", "sandbank_scenarios_up_to_date 0\n", "sandbank_scenarios_version 1\n", "sandbank_scenarios_loaded_timestamp_seconds 1."} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics have no %q", want)
		}
	}

	save(t, file, edition(2))
	eventually(t, "the repaired file", func() bool { return s.Status().Serving })
	if status := s.Status(); status.Version != 2 || !status.FailedAt.IsZero() || len(status.Findings) != 0 || status.Failed != 1 {
		t.Errorf("after the repair the status is %+v", status)
	}
	if _, body := s.get(t, locale); !strings.Contains(body, `"k0":"2"`) {
		t.Errorf("after the repair the answer is %s", body)
	}
}

func TestALostFolderKeepsWhatServes(t *testing.T) {
	dir, _ := folder(t, edition(0))
	s := serve(t, &serveFlags{scenarios: dir})
	if err := os.Rename(dir, dir+"-away"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the report of the loss", func() bool { return s.Status().Failed > 0 })
	if f := s.Status().Findings; len(f) != 1 || f[0].Code != "unreadable" || !strings.Contains(f[0].Message, "does not exist") {
		t.Errorf("findings %v", f)
	}
	if status, body := s.get(t, locale); status != http.StatusOK || !strings.Contains(body, `"k0":"0"`) {
		t.Errorf("%d %s", status, body)
	}
	if err := os.Rename(dir+"-away", dir); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the return of the folder", func() bool { return s.Status().Serving })
}

const ordersDocument = `openapi: 3.1.0
info: {title: Orders, version: "1"}
servers: [{url: /orders}]
paths:
  /greeting:
    get:
      operationId: greet
      responses:
        "200": {$ref: "parts/shared.yaml#/components/responses/Greeting"}
`

func sharedPart(word string) string {
	return `components:
  responses:
    Greeting:
      description: d
      content:
        application/json:
          schema: {type: object, required: [word], properties: {word: {type: string}}}
          example: {word: ` + word + "}\n"
}

func TestDocumentsAndWhatTheyReferToAreLoadedAgain(t *testing.T) {
	dir := t.TempDir()
	document, part := filepath.Join(dir, "orders.yaml"), filepath.Join(dir, "parts", "shared.yaml")
	if err := os.Mkdir(filepath.Dir(part), 0o755); err != nil {
		t.Fatal(err)
	}
	save(t, document, ordersDocument)
	save(t, part, sharedPart("hello"))
	s := serve(t, &serveFlags{}, document)
	answers := func(word string) func() bool {
		return func() bool { _, body := s.get(t, "/orders/greeting"); return body == `{"word":"`+word+`"}` }
	}
	if !answers("hello")() {
		t.Fatal("the document does not answer")
	}
	save(t, part, sharedPart("welcome"))
	eventually(t, "the edit of the referenced file", answers("welcome"))

	save(t, document, strings.Replace(ordersDocument, "/greeting:", "/salute:", 1))
	eventually(t, "the new path", func() bool { status, _ := s.get(t, "/orders/salute"); return status == http.StatusOK })

	failed := s.Status().Failed
	save(t, document, "openapi: 3.1.0\n")
	eventually(t, "the report of the broken document", func() bool { return s.Status().Failed > failed })
	if status, _ := s.get(t, "/orders/salute"); status != http.StatusOK {
		t.Errorf("after the document was broken its last good edition answers %d", status)
	}
	if !strings.Contains(s.log.String(), "the document of orders can no longer be served") && !strings.Contains(s.log.String(), "there are errors in the files") {
		t.Errorf("the log says %s", s.log.String())
	}
}

func TestWatchingCanBeSwitchedOff(t *testing.T) {
	dir, _ := folder(t, edition(0))
	v, err := newLive(&serveFlags{scenarios: dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if v.watcher != nil {
		t.Error("the folder is watched although --watch=false")
	}
}
