package server_test

import (
	"compress/gzip"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/server"
	"github.com/sandbank/sandbank/web"
)

// wantsPage is what browsers say they take, of a page that somebody opens.
const wantsPage = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

// withApp serves the deposits API with a web app.
func withApp(t *testing.T, app fs.FS) *sandbox {
	t.Helper()
	return newSandbox(t, fstest.MapFS{}, func(o *server.Options) { o.Web = app })
}

func small() fstest.MapFS {
	return fstest.MapFS{
		"index.html":            {Data: []byte(`<!doctype html><meta name="style-nonce" content="STYLE-NONCE"><script type="module" src="/assets/app-1a2b.js"></script>`)},
		"assets/app-1a2b.js":    {Data: []byte(strings.Repeat("let a = 1;\n", 200))},
		"assets/type-3c4d.png":  {Data: []byte("\x89PNG")},
		"icon.svg":              {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)},
		".vite/manifest.json":   {Data: []byte(`{}`)},
		"assets/plain/empty.js": {Data: nil},
	}
}

func TestTheAppsPageIsAtEveryAddressThatABrowserOpens(t *testing.T) {
	b := withApp(t, small())
	for _, target := range []string{"/", "/sign-in", "/applications/0198c1d2/keys", "/activate?x=1", "/depositsome"} {
		w := b.get(target, "Accept", wantsPage)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/html; charset=utf-8" || !strings.Contains(w.Body.String(), "/assets/app-1a2b.js") {
			t.Errorf("%s gives %d, %s, %s", target, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s may be kept: %s", target, got)
		}
	}
	if w := b.do(request(http.MethodHead, "/", "", "Accept", wantsPage)); w.Code != http.StatusOK || w.Body.Len() != 0 {
		t.Errorf("HEAD gives %d with %q", w.Code, w.Body)
	}
}

func TestTheAppTakesNothingFromTheAPIs(t *testing.T) {
	b := withApp(t, small())
	page := []string{"Accept", wantsPage}
	problemOf(t, b.get("/deposits/v1/nothing", page...), 404, "NOT_FOUND")
	problemOf(t, b.get("/docs/nothing", page...), 404, "NOT_FOUND")
	problemOf(t, b.get("/clients/nothing/go.zip", page...), 404, "NOT_FOUND")
	problemOf(t, b.get("/assets/gone-5e6f.js", page...), 404, "NOT_FOUND")
	problemOf(t, b.get("/.vite/manifest.json"), 404, "NOT_FOUND")
	problemOf(t, b.get("/sign-in", "Accept", "application/json"), 404, "NOT_FOUND")
	problemOf(t, b.get("/sign-in", "Accept", "*/*"), 404, "NOT_FOUND")
	problemOf(t, b.do(request(http.MethodPost, "/sign-in", "{}", page...)), 404, "NOT_FOUND")
	for target, want := range map[string]string{"/docs": "text/html; charset=utf-8", "/openapi": "application/json", "/docs/deposits": "text/html; charset=utf-8"} {
		if w := b.get(target, page...); w.Code != http.StatusOK || w.Header().Get("Content-Type") != want || strings.Contains(w.Body.String(), "app-1a2b") {
			t.Errorf("%s gives %d, %s", target, w.Code, w.Header().Get("Content-Type"))
		}
	}
}

func TestTheAppTakesNothingFromAPIsWithoutGeneratedCode(t *testing.T) {
	api := apiOf(t, "crm", pathsBelow("/crm/v1", "  /leads:\n    get:\n      operationId: listLeads\n      responses: {'200': {description: Leads.}}\n"))
	b := newSandbox(t, fstest.MapFS{}, func(o *server.Options) {
		o.Web, o.Documents = small(), []*contract.API{api}
		p, found := engine.Load(fstest.MapFS{}, []*contract.API{depositsAPI(), api})
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		o.Program = p
	})
	problemOf(t, b.get("/crm/v1/nothing", "Accept", wantsPage), 404, "NOT_FOUND")
	if w := b.get("/crm", "Accept", wantsPage); w.Code != http.StatusOK {
		t.Errorf("beside the API there is %d", w.Code)
	}
}

func TestWithoutAnAppNothingIsAtTheRoot(t *testing.T) {
	problemOf(t, withApp(t, nil).get("/", "Accept", wantsPage), 404, "NOT_FOUND")
}

func TestEachLoadOfThePageHasANonceOfItsOwnThatThePolicyNames(t *testing.T) {
	b := withApp(t, small())
	seen := map[string]bool{}
	for range 3 {
		w := b.get("/", "Accept", wantsPage)
		m := regexp.MustCompile(`content="([A-Za-z0-9+/=]{22,})"`).FindStringSubmatch(w.Body.String())
		if m == nil {
			t.Fatalf("the page has no nonce: %s", w.Body)
		}
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.Contains(policy, "style-src 'self' 'nonce-"+m[1]+"';") {
			t.Errorf("the policy is %s, the nonce %s", policy, m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) != 3 {
		t.Errorf("%d nonces in 3 loads", len(seen))
	}
}

func TestThePageAdmitsNothingFromElsewhereAndStandsInNoFrame(t *testing.T) {
	w := withApp(t, small()).get("/", "Accept", wantsPage)
	policy := w.Header().Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %s: %s", want, policy)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") || strings.Contains(policy, "*") {
		t.Errorf("the policy admits too much: %s", policy)
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestFilesAreCompressedForWhoeverTakesThat(t *testing.T) {
	b := withApp(t, small())
	const script = "/assets/app-1a2b.js"
	plain := b.get(script)
	for accept, want := range map[string]bool{
		"gzip, deflate, br": true, "*": true, "GZIP;q=0.5": true, "": false, "br": false, "gzip;q=0": false, "gzip;q=0.000, *": false, "*;q=0": false,
	} {
		w := b.get(script, "Accept-Encoding", accept)
		if got := w.Header().Get("Content-Encoding") == "gzip"; got != want || w.Code != http.StatusOK {
			t.Errorf("with %q: status %d, compressed %v", accept, w.Code, got)
			continue
		}
		if w.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("with %q: Vary is %q", accept, w.Header().Get("Vary"))
		}
		if text := inflated(t, w); text != plain.Body.String() {
			t.Errorf("with %q the script is another one", accept)
		}
		if same := w.Header().Get("Etag") == plain.Header().Get("Etag"); same == want {
			t.Errorf("with %q the tag is %s, of the plain file %s", accept, w.Header().Get("Etag"), plain.Header().Get("Etag"))
		}
	}
	if w := b.get("/assets/type-3c4d.png", "Accept-Encoding", "gzip"); w.Header().Get("Content-Encoding") != "" || w.Header().Get("Content-Type") != "image/png" {
		t.Errorf("an image is %s, %s", w.Header().Get("Content-Type"), w.Header().Get("Content-Encoding"))
	}
}

// inflated gives the body of an answer as it was before it was compressed.
func inflated(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	if w.Header().Get("Content-Encoding") == "" {
		return w.Body.String()
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestFilesThatChangeTheirNamesAreKeptForever(t *testing.T) {
	b := withApp(t, small())
	if got := b.get("/assets/app-1a2b.js").Header().Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("a hashed file: %s", got)
	}
	icon := b.get("/icon.svg")
	if got := icon.Header().Get("Cache-Control"); got != "no-cache" {
		t.Errorf("another file: %s", got)
	}
	if w := b.get("/icon.svg", "If-None-Match", icon.Header().Get("Etag")); w.Code != http.StatusNotModified {
		t.Errorf("asked again with its tag: %d", w.Code)
	}
}

func TestAnAppWithoutItsPageIsRefused(t *testing.T) {
	without := small()
	delete(without, "index.html")
	twice := small()
	twice["index.html"] = &fstest.MapFile{Data: []byte("STYLE-NONCE STYLE-NONCE")}
	keys, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	for name, app := range map[string]fs.FS{"no page": without, "two places": twice} {
		o := server.Options{
			Program: program(t, depositsAPI(), fstest.MapFS{}), Keys: keys, Clock: func() time.Time { return start },
			Logger: slog.New(slog.DiscardHandler), Web: app,
		}
		if _, err := server.New(o); err == nil || !strings.Contains(err.Error(), "build it again") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is built and committed works with the policy: it names no other host, and has no script or style within the page.
func TestTheBuiltAppIsWholeAndNamesNoOtherHost(t *testing.T) {
	b := withApp(t, web.App())
	page := b.get("/", "Accept", wantsPage).Body.String()
	references := regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(references) < 3 {
		t.Fatalf("the page refers to %d files: %s", len(references), page)
	}
	for _, m := range references {
		if w := b.get(m[1]); w.Code != http.StatusOK {
			t.Errorf("%s, which the page refers to, gives %d", m[1], w.Code)
		}
	}
	if regexp.MustCompile(`<style|<script[^>]*>[^<]|\son[a-z]+=|\sstyle=`).MatchString(page) {
		t.Errorf("the page has a script or a style within it: %s", page)
	}
	err := fs.WalkDir(web.App(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, ".") {
			return err
		}
		if ext := path.Ext(name); ext == ".map" {
			t.Errorf("%s is a source map", name)
		}
		data, err := fs.ReadFile(web.App(), name)
		for _, folder := range []string{"/tmp/", "/home/", "/root/", "/Users/"} {
			if strings.Contains(string(data), folder) {
				t.Errorf("%s names a folder below %s of the machine that built it", name, folder)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
