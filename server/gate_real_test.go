package server_test

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/server"
)

func TestAPersonSteersTheSandboxesOfTheOwnOrganisationAlone(t *testing.T) {
	d := newDeployment(t)
	shop := d.enabled("Shop").text("id")
	cookie := func(who string) string { return "session=" + d.person(who).cookie.Value }
	const clock = "/sandbox/v1/clock"
	ask := func(method, body string, pairs ...string) *httptest.ResponseRecorder {
		r := request(method, clock, body, pairs...)
		r.Header.Del("X-Api-Key")
		return d.do(r)
	}
	if w := ask(http.MethodPatch, `{"advance":"P1D"}`, "Cookie", cookie(asha), "X-Application", shop); w.Code != 200 {
		t.Fatalf("status %d with %s", w.Code, w.Body)
	}
	if w := d.keyed(d.credentialsOf(asha, shop).id, http.MethodGet, clock, ""); !strings.Contains(w.Body.String(), `"offsetSeconds":86400`) {
		t.Errorf("the application finds %s", w.Body)
	}
	for name, c := range map[string]struct {
		pairs  []string
		status int
		code   string
	}{
		"nobody":                    {[]string{"X-Application", shop}, 401, problem.CredentialsMissing},
		"without an application":    {[]string{"Cookie", cookie(asha)}, 401, problem.CredentialsMissing},
		"of an unknown application": {[]string{"Cookie", cookie(asha), "X-Application", "0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02"}, 404, problem.NotFound},
		"of a session that is none": {[]string{"Cookie", "session=x", "X-Application", shop}, 401, problem.SessionEnded},
		"another organisation":      {[]string{"Cookie", cookie(zoe), "X-Application", shop}, 404, problem.NotFound},
		"the bank's staff":          {[]string{"Cookie", cookie(bala), "X-Application", shop}, 403, problem.NoOrganisation},
	} {
		t.Run(name, func(t *testing.T) { problemOf(t, ask(http.MethodGet, "", c.pairs...), c.status, c.code) })
	}
	other := []string{"Cookie", cookie(asha), "X-Application", shop, "Sec-Fetch-Site", "cross-site"}
	problemOf(t, ask(http.MethodPatch, `{"advance":"P1D"}`, other...), 403, problem.CrossOriginRefused)
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
