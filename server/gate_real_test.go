package server_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/secrets"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/server"
)

// real is a server with everything that a deployment stands on, in a folder.
type real struct {
	*gated
	portal *portal.Service
	meter  *portal.Meter
	store  *store.Store
	demo   portal.Demo
}

func newReal(t *testing.T, more ...*contract.API) *real {
	t.Helper()
	s, err := store.OpenFolder(t.Context(), t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	key, err := s.Secret(t.Context(), "digests", secrets.DigestKeySize)
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := secrets.New(secrets.Options{Key: key, Sealer: s})
	if err != nil {
		t.Fatal(err)
	}
	r := &real{meter: new(portal.Meter), store: s}
	b := newSandbox(t, shippedFor(t, "deposits"), func(o *server.Options) {
		o.APIs = append([]*contract.API{depositsAPI(), controlDocument(), oauthDocument()}, more...)
		p, found := engine.Load(shippedFor(t, "deposits"), o.APIs[:2])
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		newID := func() string { return uuid.Must(uuid.NewV7()).String() }
		r.portal = portal.New(portal.Options{Store: s.Portal(), Clock: o.Clock, NewID: newID, Secrets: hidden})
		o.Program, o.Portal, o.Usage, o.Store, o.Process = p, r.portal, r.meter, s, 1
		o.Gate = gate.New(gate.Options{Source: r.portal.GateSource(), Store: s.Gate(), Clock: o.Clock})
		o.Tokens = oauth.New(oauth.Options{Store: s.Gate(), Clock: o.Clock, NewID: newID})
		o.Wait = func(context.Context, time.Duration) error { return nil }
	})
	r.gated = &gated{sandbox: b, t: t}
	if err := r.portal.PrepareCatalogue(t.Context(), []portal.Document{{API: "deposits", Title: "Deposits"}}); err != nil {
		t.Fatal(err)
	}
	if r.demo, err = r.portal.Demo(t.Context(), "a password for tests", "another one for tests"); err != nil {
		t.Fatal(err)
	}
	return r
}

// limit gives the organisation of the demo a quota for a day.
func (r *real) limit(calls int64) {
	r.t.Helper()
	err := r.store.Portal().Update(r.t.Context(), func(tx portal.Tx) error {
		plans, err := tx.QuotaPlans(r.t.Context())
		if err != nil {
			return err
		}
		for _, p := range plans {
			if p.Name == "unlimited" {
				p.Limits.PerDay = calls
				p.Version++
				err = tx.UpdateQuotaPlan(r.t.Context(), p)
			}
		}
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
}

func TestAKeyLivesFromItsTokenToItsDeletion(t *testing.T) {
	r := newReal(t)
	d := r.demo
	partner := portal.Actor{Person: "p1", Name: d.Username, Role: portal.Admin, Organisation: d.Organisation}
	w := r.form("/token", d.ClientID, d.ClientSecret, "grant_type=client_credentials&scope=customers")
	var token issued
	if err := json.Unmarshal(w.Body.Bytes(), &token); err != nil || w.Code != 200 {
		t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	call := func() *httptest.ResponseRecorder {
		return r.call(http.MethodPost, find, d.ClientID, john, "Authorization", "Bearer "+token.AccessToken)
	}
	for _, step := range []struct {
		what   string
		do     func() error
		status int
		code   string
	}{
		{"with a token", func() error { return nil }, 200, ""},
		{"with one call left", func() error { r.limit(3); return nil }, 200, ""},
		{"when the quota is spent", func() error { return nil }, 429, problem.OrganisationQuotaSpent},
		{"an hour later", func() error { r.sandbox.set(start.Add(time.Hour)); return nil }, 401, problem.TokenInvalid},
		{"the next day", func() error {
			r.sandbox.set(start.Add(24 * time.Hour))
			token.AccessToken = ""
			w := r.form("/token", d.ClientID, d.ClientSecret, "grant_type=client_credentials")
			return json.Unmarshal(w.Body.Bytes(), &token)
		}, 200, ""},
		{"disabled", func() error { _, err := r.portal.DisableApplication(t.Context(), partner, d.Application); return err }, 403, problem.ApplicationDisabled},
		{"enabled", func() error { _, err := r.portal.EnableApplication(t.Context(), partner, d.Application); return err }, 200, ""},
		{"deleted", func() error { return r.portal.DeleteApplication(t.Context(), partner, d.Application) }, 401, problem.KeyInvalid},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		if step.what == "an hour later" {
			continue // the quota is spent all day, so the token is not asked for
		}
		answer := call()
		if body := answer.Body.Bytes(); answer.Code != step.status || step.code != "" && !bytes.Contains(body, []byte(`"code":"`+step.code+`"`)) {
			t.Errorf("%s: status %d with %s, want %d %s", step.what, answer.Code, body, step.status, step.code)
		}
	}
	if err := r.meter.Flush(t.Context(), r.store.Gate()); err != nil {
		t.Fatal(err)
	}
	report, err := r.portal.Usage(t.Context(), partner, portal.UsagePage{})
	if err != nil || report.Total.Calls != 5 || report.Total.Throttled != 1 {
		t.Errorf("the report counts %+v, %v", report.Total, err)
	}
}

func TestAPersonSteersTheSandboxesOfTheOwnOrganisationAlone(t *testing.T) {
	api, found := contract.Load(openapi.Documents, "portal.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r := newReal(t, api)
	cookie := func(username, password string) string {
		t.Helper()
		w := r.call(http.MethodPost, "/portal/v1/session", "", `{"username":"`+username+`","password":"`+password+`"}`)
		if w.Code >= 300 || w.Header().Get("Set-Cookie") == "" {
			t.Fatalf("status %d with %s", w.Code, w.Body)
		}
		name, _, _ := strings.Cut(w.Header().Get("Set-Cookie"), ";")
		return name
	}
	partner, staff := cookie(r.demo.Username, "a password for tests"), cookie(r.demo.Staff, "another one for tests")
	const clock = "/sandbox/v1/clock"
	w := r.call(http.MethodPatch, clock, "", `{"advance":"P1D"}`, "Cookie", partner, "X-Application", r.demo.Application)
	if w.Code != 200 {
		t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	if w := r.call(http.MethodGet, clock, r.demo.ClientID, ""); !strings.Contains(w.Body.String(), `"offsetSeconds":86400`) {
		t.Errorf("the application finds %s", w.Body)
	}
	for name, c := range map[string]struct {
		pairs  []string
		status int
		code   string
	}{
		"nobody":                    {[]string{"X-Application", r.demo.Application}, 401, problem.CredentialsMissing},
		"without an application":    {[]string{"Cookie", partner}, 401, problem.CredentialsMissing},
		"of an unknown application": {[]string{"Cookie", partner, "X-Application", "0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02"}, 404, problem.NotFound},
		"of a session that is none": {[]string{"Cookie", "session=x", "X-Application", r.demo.Application}, 401, problem.SessionEnded},
		"the bank's staff":          {[]string{"Cookie", staff, "X-Application", r.demo.Application}, 403, problem.NoOrganisation},
	} {
		t.Run(name, func(t *testing.T) { problemOf(t, r.call(http.MethodGet, clock, "", "", c.pairs...), c.status, c.code) })
	}
	other := []string{"Cookie", partner, "X-Application", r.demo.Application, "Sec-Fetch-Site", "cross-site"}
	problemOf(t, r.call(http.MethodPatch, clock, "", `{"advance":"P1D"}`, other...), 403, problem.CrossOriginRefused)
}

func TestHTTPAndHTTPSAtOnePort(t *testing.T) {
	certificate, pool := certificateFor(t)
	g := newGated(t, func(o *server.Options) {
		o.TLS = &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12}
		o.Clock = time.Now
	})
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- g.Run(ctx, l) }()
	for proto, transport := range map[string]*http.Transport{
		"HTTP/1.1": {TLSClientConfig: &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}},
		"HTTP/2.0": {TLSClientConfig: &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}, ForceAttemptHTTP2: true},
	} {
		if got := fetch(t, transport, "https://"+l.Addr().String()+fields, "shop-key"); got != (fetched{200, proto, ""}) {
			t.Errorf("%+v over %s", got, proto)
		}
		transport.CloseIdleConnections()
	}
	plain := &http.Transport{}
	if got := fetch(t, plain, "http://"+l.Addr().String()+fields, "shop-key"); got != (fetched{403, "HTTP/1.1", ""}) {
		t.Errorf("plain HTTP: %+v", got)
	}
	plain.CloseIdleConnections()
	silent, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close() // one that says nothing holds up nobody, not even the end
	garbled, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer garbled.Close()
	if _, err := garbled.Write([]byte("\x00\x01 no HTTP\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	if line, _ := bufio.NewReader(garbled).ReadString('\n'); !strings.HasPrefix(line, "HTTP/1.1 400") {
		t.Errorf("what is no HTTP is answered with %q", line)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("the server ended with %v", err)
	}
}

// fetched is what came back for a page.
type fetched struct {
	status          int
	proto, location string
}

// fetch gets a page with a key.
func fetch(t *testing.T, transport *http.Transport, address, key string) fetched {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Api-Key", key)
	answer, err := (&http.Client{Transport: transport, Timeout: 10 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(io.Discard, answer.Body)
	if err := answer.Body.Close(); err != nil {
		t.Error(err)
	}
	if err != nil {
		t.Error(err)
	}
	return fetched{answer.StatusCode, answer.Proto, answer.Header.Get("Location")}
}

// certificateFor makes a certificate of this machine, and the pool in which clients look for it.
func certificateFor(t *testing.T) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}

func TestEveryCallIsASpanThatShowsNothingOfTheCaller(t *testing.T) {
	recorder := tracetest.NewSpanRecorder()
	g := newGated(t, func(o *server.Options) { o.Traces = sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(recorder)) })
	g.call(http.MethodGet, locales, "shop-key", "", "Authorization", "Bearer "+example)
	g.call(http.MethodGet, fields, "nobody-has-this", "")
	g.call(http.MethodGet, "/readyz", "", "")
	spans := recorder.Ended()
	if len(spans) != 2 || spans[0].Name() != "GET /deposits/v1/i18n/locales" || spans[1].Name() != "GET /deposits/v1/fields" {
		t.Fatalf("%d spans: %v", len(spans), spans)
	}
	all := ""
	for _, span := range spans {
		for _, a := range span.Attributes() {
			all += string(a.Key) + "=" + a.Value.String() + "\n"
		}
	}
	for _, want := range []string{"sandbank.code=KEY_INVALID", "sandbank.application=shop-app", "sandbank.rule="} {
		if !strings.Contains(all, want) {
			t.Errorf("the spans lack %s:\n%s", want, all)
		}
	}
	for _, secret := range []string{"shop-key", "nobody-has-this", example} {
		if strings.Contains(all, secret) {
			t.Errorf("the spans show %q:\n%s", secret, all)
		}
	}
}
