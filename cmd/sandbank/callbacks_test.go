package main

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

const refundsDocument = `openapi: 3.1.0
info: {title: Refunds, version: "1"}
servers: [{url: /refunds}]
webhooks:
  refundSettled:
    post:
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}}
      responses: {"200": {description: d}}
paths:
  /refund:
    post:
      operationId: refund
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}, callback: {type: string}}}}}}
      callbacks:
        refundUpdated:
          '{$request.body#/callback}':
            post:
              requestBody: {required: true, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}}
              responses: {"200": {description: d}}
      responses: {"202": {description: d}}
`

const refundsScenario = `scenario: refunds
title: Refunds
api: refunds
default: true
rules:
  refund:
    - name: with an address
      match: {body: {callback: {$present: true}}}
      do: [{callback: {name: refundUpdated, body: {id: "${body.id}"}}}]
      respond: {status: 202}
    - name: without one
      do: [{callback: {name: refundSettled, body: {id: "${body.id}"}}}]
      respond: {status: 202}
`

// refunds serves an API that calls back.
func refunds(t *testing.T, f callbackFlags) *served {
	t.Helper()
	dir := t.TempDir()
	document, scenario := filepath.Join(dir, "refunds.yaml"), filepath.Join(dir, "scenarios", "refunds", "refunds.yaml")
	if err := os.MkdirAll(filepath.Dir(scenario), 0o755); err != nil {
		t.Fatal(err)
	}
	save(t, document, refundsDocument)
	save(t, scenario, refundsScenario)
	return serve(t, &serveFlags{scenarios: filepath.Join(dir, "scenarios"), callbacks: f}, document)
}

func (s *served) post(t *testing.T, path, body string) int {
	t.Helper()
	response, err := s.Client().Post(s.URL+path, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode
}

func TestCallbacksOfRulesArriveSigned(t *testing.T) {
	const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
	verify, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Fatal(err)
	}
	got := make(chan string, 10)
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err == nil {
			err = verify.Verify(body, r.Header)
		}
		if err != nil {
			t.Error(err)
		}
		got <- r.URL.Path + " " + string(body)
	}))
	t.Cleanup(receiver.Close)
	s := refunds(t, callbackFlags{url: receiver.URL + "/default", secret: secret, allowPrivate: true})
	if status := s.post(t, "/refunds/refund", `{"id":"1","callback":"`+receiver.URL+`/own"}`); status != http.StatusAccepted {
		t.Errorf("status %d", status)
	}
	if call := <-got; call != `/own {"id":"1"}` {
		t.Errorf("called %s", call)
	}
	s.post(t, "/refunds/refund", `{"id":"2"}`)
	if call := <-got; call != `/default {"id":"2"}` {
		t.Errorf("called %s", call)
	}
	eventually(t, "the count of callbacks", func() bool {
		_, metrics := s.get(t, "/metrics")
		return strings.Contains(metrics, "sandbank_callbacks_delivered_total 2\n") && strings.Contains(metrics, "sandbank_callbacks_pending 0\n")
	})
}

func TestCallbacksToThisMachineAreRefusedUnlessAllowed(t *testing.T) {
	receiver := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the receiver is called") }))
	t.Cleanup(receiver.Close)
	s := refunds(t, callbackFlags{})
	if status := s.post(t, "/refunds/refund", `{"id":"1","callback":"`+receiver.URL+`"}`); status != http.StatusAccepted {
		t.Errorf("status %d", status)
	}
	eventually(t, "the refusal", func() bool {
		_, metrics := s.get(t, "/metrics")
		return strings.Contains(metrics, "sandbank_callbacks_failed_total 1\n")
	})
	if !strings.Contains(s.log.String(), "callbacks are not sent to loopback addresses") {
		t.Errorf("the log says %s", s.log.String())
	}
}

func TestFlagsOfCallbacksAreChecked(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	save(t, secret, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n")
	for _, c := range []struct {
		flags  callbackFlags
		reason string
	}{
		{callbackFlags{url: "http://127.0.0.1:9000/"}, "--callback-url: callbacks are not sent to loopback addresses; --allow-private-callbacks allows them"},
		{callbackFlags{url: "http://169.254.169.254/", allowPrivate: true}, "--callback-url: callbacks are not sent to link-local addresses"},
		{callbackFlags{url: "example.com"}, "--callback-url: the address begins with"},
		{callbackFlags{secret: "letmein"}, "--callback-secret: the secret for callbacks is not whsec_"},
		{callbackFlags{secret: "@" + secret + "-not"}, "--callback-secret: open "},
		{callbackFlags{secret: "@" + secret}, ""},
	} {
		back, err := c.flags.sender(slog.New(slog.DiscardHandler))
		if c.reason == "" {
			if err != nil || back.Sender == nil {
				t.Errorf("%+v: %v", c.flags, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), c.reason) {
			t.Errorf("%+v: %v, want %q", c.flags, err, c.reason)
		}
	}
}
