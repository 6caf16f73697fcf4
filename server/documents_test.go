package server_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
)

func TestTheDocumentsAreServedSelfContained(t *testing.T) {
	b := shipped(t)
	for target, mediaType := range map[string]string{
		"/openapi/deposits.yaml": "application/yaml", "/openapi/deposits.json": "application/json",
	} {
		w := b.get(target)
		if w.Code != 200 || w.Header().Get("Content-Type") != mediaType {
			t.Fatalf("%s: %d %v", target, w.Code, w.Header())
		}
		file := strings.TrimPrefix(target, "/openapi/")
		api, found := contract.Load(fstest.MapFS{file: {Data: w.Body.Bytes()}}, file)
		if err := found.Err(); err != nil {
			t.Fatalf("%s: %v", target, err)
		}
		if len(api.Operations) != len(b.api.Operations) || api.BasePath != b.api.BasePath {
			t.Errorf("%s has %d operations below %s", target, len(api.Operations), api.BasePath)
		}
		etag := w.Header().Get("Etag")
		if !regexp.MustCompile(`^"[0-9a-f]{32}"$`).MatchString(etag) {
			t.Errorf("%s has the ETag %s", target, etag)
		}
		if w := b.get(target, "If-None-Match", etag); w.Code != 304 || w.Body.Len() > 0 {
			t.Errorf("%s is sent again: %d", target, w.Code)
		}
		if w := b.get(target, "If-None-Match", `"other"`); w.Code != 200 {
			t.Errorf("%s is not sent to who has another: %d", target, w.Code)
		}
		if w := b.do(request(http.MethodHead, target, "")); w.Code != 200 || w.Body.Len() > 0 || w.Header().Get("Etag") != etag {
			t.Errorf("HEAD of %s: %d %v", target, w.Code, w.Header())
		}
	}
	problemOf(t, b.get("/openapi/common.yaml"), 404, "NOT_FOUND")
}

func TestTheChangelogOfADocumentIsServed(t *testing.T) {
	b := shipped(t)
	w := b.get("/openapi/deposits.changelog.md")
	if w.Code != 200 || w.Header().Get("Content-Type") != "text/markdown; charset=utf-8" || w.Header().Get("Etag") == "" {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	if text := w.Body.String(); !strings.HasPrefix(text, "## deposits ") || strings.Contains(text, "## iwish ") {
		t.Errorf("%s", text)
	}
	problemOf(t, b.get("/openapi/nothing.changelog.md"), 404, "NOT_FOUND")
}

func TestTheIndexNamesEveryAPI(t *testing.T) {
	b := shipped(t)
	var index struct {
		APIs []struct {
			Name, Title, Version, BasePath, YAML, JSON, Docs string
			Operations                                       int
		} `json:"apis"`
	}
	if err := json.Unmarshal(b.get("/openapi").Body.Bytes(), &index); err != nil {
		t.Fatal(err)
	}
	if len(index.APIs) != 1 {
		t.Fatalf("the index is %+v", index)
	}
	a := index.APIs[0]
	if a.Name != "deposits" || a.Title != b.api.Title || a.Version != b.api.Version || a.BasePath != "/deposits/v1" || a.Operations != 23 {
		t.Errorf("the index is %+v", index)
	}
	for _, target := range []string{a.YAML, a.JSON, a.Docs} {
		if w := b.get(target); w.Code != 200 {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
}

// reference matches what a browser would load or follow in a page.
var reference = regexp.MustCompile(`(?:src|href)="([^"]*)"`)

func TestTheReferenceNeedsNothingFromElsewhere(t *testing.T) {
	b := shipped(t)
	loaded := map[string]bool{}
	for _, page := range []string{"/docs", "/docs/deposits"} {
		w := b.get(page)
		if w.Code != 200 || w.Header().Get("Content-Type") != "text/html; charset=utf-8" {
			t.Fatalf("%s: %d %v", page, w.Code, w.Header())
		}
		html := w.Body.String()
		for _, m := range reference.FindAllStringSubmatch(html, -1) {
			loaded[m[1]] = true
		}
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none';") || regexp.MustCompile(`https?:|\*|'unsafe-eval'`).MatchString(policy) {
			t.Errorf("%s has the policy %s", page, policy)
		}
		for _, directive := range strings.Split(policy, ";") {
			if strings.Contains(directive, "script-src") && strings.Contains(directive, "'unsafe-inline'") {
				t.Errorf("%s admits any script: %s", page, policy)
			}
		}
		for _, m := range regexp.MustCompile(`(?s)<script>(.*?)</script>`).FindAllStringSubmatch(html, -1) {
			sum := sha256.Sum256([]byte(m[1]))
			if !strings.Contains(policy, base64.StdEncoding.EncodeToString(sum[:])) {
				t.Errorf("%s blocks its own script %.60q", page, m[1])
			}
		}
	}
	for _, wanted := range []string{"/docs/deposits", "/openapi/deposits.yaml", "/docs/assets/swagger-ui-bundle.js", "/docs/assets/swagger-ui.css"} {
		if !loaded[wanted] {
			t.Errorf("nothing refers to %s", wanted)
		}
	}
	for target := range loaded {
		if !strings.HasPrefix(target, "/") || strings.HasPrefix(target, "//") {
			t.Errorf("%s is not ours", target)
			continue
		}
		w := b.get(target)
		if w.Code != 200 || w.Body.Len() == 0 {
			t.Errorf("%s: %d", target, w.Code)
		}
		if strings.HasSuffix(target, ".css") {
			if other := regexp.MustCompile(`@import|url\(["']?(?:https?:)?//`).FindString(w.Body.String()); other != "" {
				t.Errorf("%s loads from elsewhere: %s", target, other)
			}
		}
	}
}

func TestTheViewerHasNoOtherFiles(t *testing.T) {
	b := shipped(t)
	for _, target := range []string{"/docs/assets/", "/docs/assets/nothing.js", "/docs/assets/../openapi", "/docs/nothing"} {
		problemOf(t, b.get(target), 404, "NOT_FOUND")
	}
}

func TestHealthAndReadiness(t *testing.T) {
	b := shipped(t)
	for target, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ready\n"} {
		if w := b.get(target); w.Code != 200 || w.Body.String() != want {
			t.Errorf("%s: %d %q", target, w.Code, w.Body)
		}
	}
}

func TestMetricsCountByNameAndNeverByValue(t *testing.T) {
	b := shipped(t)
	b.verify(`{"vpa":"john@okhdfc"}`)
	b.verify(`{"vpa":"john@okhdfc"}`)
	b.verify(`{}`)
	b.get("/nothing/secret-path?secret-query=1", "X-Request-Id", "secret-id")
	b.do(request("SECRET", fields, ""))
	rule := b.verify(`{"vpa":"john@okhdfc"}`).Header().Get("X-Sandbox-Rule")
	text := b.get("/metrics").Body.String()
	for _, line := range []string{
		`sandbank_http_requests_total{api="deposits",operation="verifyMyVpa",status="200"} 3`,
		`sandbank_http_requests_total{api="deposits",operation="verifyMyVpa",status="400"} 1`,
		`sandbank_http_requests_total{api="",operation="unmatched",status="404"} 1`,
		`sandbank_http_request_duration_seconds_count{api="deposits",operation="verifyMyVpa"} 4`,
		`sandbank_rule_hits_total{api="deposits",operation="verifyMyVpa",rule="` + rule + `",scenario="verifications"} 3`,
		`sandbank_problems_total{code="SCHEMA_VIOLATION"} 1`,
		`sandbank_build_info{goversion=`,
		`version="1.2.3"} 1`,
		`go_goroutines `,
		`sandbank_rules `,
	} {
		if !strings.Contains(text, line) {
			t.Errorf("there is no %s", line)
		}
	}
	if strings.Contains(strings.ToLower(text), "secret") {
		t.Error("something that a caller sent has become a label")
	}
}

func TestRuleCountersAreBounded(t *testing.T) {
	var rules strings.Builder
	rules.WriteString("rules:\n  verifyMyVpa:\n")
	for i := range 2100 {
		n := number(i)
		rules.WriteString("    - {name: rule " + n + ", match: {body: {vpa: v" + n + "@ybl}}, respond: {body: {status: success}}}\n")
	}
	b := newSandbox(t, yaml(rules.String()))
	for i := range 2100 {
		if w := b.verify(`{"vpa":"v` + number(i) + `@ybl"}`); w.Code != 200 {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
	}
	text, err := io.ReadAll(b.get("/metrics").Body)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(text), "sandbank_rule_hits_total{"); got != 2001 {
		t.Errorf("there are %d series", got)
	}
	if !strings.Contains(string(text), `sandbank_rule_hits_total{api="deposits",operation="verifyMyVpa",rule="other",scenario="other"} 100`) {
		t.Error("the hits of the other rules are lost")
	}
}

func number(i int) string {
	return string([]byte{byte('0' + i/1000), byte('0' + i/100%10), byte('0' + i/10%10), byte('0' + i%10)})
}
