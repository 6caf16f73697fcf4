package e2e_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// demoPartner is the demo of a program that serves: what its banner tells, an access token, and a session in the portal.
type demoPartner struct {
	t                 *testing.T
	origin            string
	key, secret       string
	token             string
	username, webpass string
	http              *http.Client
}

// The lines of the banner that a partner reads.
var (
	saidKey    = regexp.MustCompile(`(?m)^  key +(\S+)$`)
	saidSecret = regexp.MustCompile(`(?m)^  secret +(\S+)$`)
	saidPortal = regexp.MustCompile(`(?m)^  portal +sign in as (\S+) with (\S+),`)
	saidLast   = regexp.MustCompile(`^  verify `)
)

// demoOf starts `sandbank serve` on a folder and gives its demo, with a token for all of its APIs.
func demoOf(t *testing.T, folder string) (*program, *demoPartner) {
	t.Helper()
	p, said := greeted(t, saidLast, "serve", "--data", folder, "--allow-private-callbacks")
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	one := func(expression *regexp.Regexp) []string {
		found := expression.FindStringSubmatch(said)
		if found == nil {
			t.Fatalf("the banner does not say %s:\n%s", expression, said)
		}
		return found
	}
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	d := &demoPartner{t: t, origin: p.origin, key: one(saidKey)[1], http: &http.Client{Jar: jar, Transport: transport, Timeout: patience}}
	d.username, d.webpass = one(saidPortal)[1], one(saidPortal)[2]
	d.secret = one(saidSecret)[1]
	d.issue()
	return p, d
}

// issue gets an access token with the scopes of all APIs. One lasts for an hour by the clock of the sandbox.
func (d *demoPartner) issue() {
	d.t.Helper()
	r, err := http.NewRequest(http.MethodPost, d.origin+"/oauth/v1/token", strings.NewReader(url.Values{"grant_type": {"client_credentials"}}.Encode()))
	if err != nil {
		d.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.SetBasicAuth(d.key, d.secret)
	var got struct {
		Token string `json:"access_token"`
	}
	d.read(d.send(r), http.StatusOK, &got)
	d.token = got.Token
}

func (d *demoPartner) send(r *http.Request) answer {
	d.t.Helper()
	response, err := d.http.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, body}
}

// read decodes an answer, which must have the status.
func (d *demoPartner) read(a answer, status int, to any) {
	d.t.Helper()
	if a.status != status {
		d.t.Fatalf("status %d, want %d: %s", a.status, status, a.body)
	}
	if to != nil {
		if err := json.Unmarshal(a.body, to); err != nil {
			d.t.Fatalf("%v: %s", err, a.body)
		}
	}
}

// ask calls with the application's key and token; pairs are further headers, of which an empty one is left out.
func (d *demoPartner) ask(method, path string, body any, pairs ...string) answer {
	d.t.Helper()
	var content io.Reader = http.NoBody
	if body != nil {
		content = bytes.NewReader(encode(body))
	}
	r, err := http.NewRequest(method, d.origin+path, content)
	if err != nil {
		d.t.Fatal(err)
	}
	r.Header.Set("X-Api-Key", d.key)
	r.Header.Set("Authorization", "Bearer "+d.token)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		r.Header.Set(pairs[i], pairs[i+1])
		if pairs[i+1] == "" {
			r.Header.Del(pairs[i])
		}
	}
	return d.send(r)
}

// call is ask for an answer that is read.
func (d *demoPartner) call(method, path string, body any, status int, to any, pairs ...string) {
	d.t.Helper()
	d.read(d.ask(method, path, body, pairs...), status, to)
}

// pass moves the clock of the partner's sandbox forwards by an ISO 8601 duration.
func (d *demoPartner) pass(duration string) {
	d.t.Helper()
	d.call("PATCH", control(d.t).BasePath+"/clock", map[string]any{"advance": duration}, http.StatusOK, nil)
}

// signIn begins a session of the portal.
func (d *demoPartner) signIn() {
	d.t.Helper()
	d.call("POST", "/portal/v1/session", map[string]any{"username": d.username, "password": d.webpass}, http.StatusCreated, nil)
}

// listen has the demo's application called back at an address, and gives the secret that signs.
func (d *demoPartner) listen(address string) (secret string) {
	d.t.Helper()
	d.signIn()
	var list struct {
		Applications []struct {
			ID, Name, Platform, OAuthType string
		}
	}
	d.call("GET", "/portal/v1/applications", nil, http.StatusOK, &list)
	if len(list.Applications) != 1 {
		d.t.Fatalf("%+v", list)
	}
	a := list.Applications[0]
	path := "/portal/v1/applications/" + a.ID
	d.call("PUT", path, map[string]any{"name": a.Name, "platform": a.Platform, "oauthType": a.OAuthType, "webhookUrl": address}, http.StatusOK, nil, "If-Match", "*")
	var webhook struct{ Secrets []struct{ Secret string } }
	d.call("GET", path+"/webhook", nil, http.StatusOK, &webhook)
	return webhook.Secrets[0].Secret
}

// hook is an application's end of callbacks.
type hook struct {
	*httptest.Server
	came chan delivery
}

type delivery struct {
	header http.Header
	body   []byte
}

func newHook(t *testing.T) *hook {
	t.Helper()
	h := &hook{came: make(chan delivery, 64)}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		h.came <- delivery{r.Header, body}
		w.WriteHeader(http.StatusNoContent)
	}))
	t.Cleanup(h.Close)
	return h
}

// next waits for a callback whose signature, made with the secret, is right, and reads it.
func (h *hook) next(d *demoPartner, secret string, to any) {
	d.t.Helper()
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		d.t.Fatal(err)
	}
	verifier, err := standardwebhooks.NewWebhookRaw(key)
	if err != nil {
		d.t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(d.t.Context(), patience)
	defer stop()
	select {
	case got := <-h.came:
		if err := verifier.Verify(got.body, got.header); err != nil {
			d.t.Errorf("the signature is wrong: %v: %v", err, got.header)
		}
		if err := verifier.Verify(append(got.body, ' '), got.header); err == nil {
			d.t.Error("the signature is that of any body")
		}
		if err := json.Unmarshal(got.body, to); err != nil {
			d.t.Fatal(err)
		}
	case <-ctx.Done():
		d.t.Fatal("nothing was called back")
	}
}
