package e2e_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// receiver is a program that takes webhooks; their signatures must be right.
func receiver(t *testing.T, secret string) (address string, got <-chan string) {
	t.Helper()
	verify, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Fatal(err)
	}
	bodies := make(chan string, 16)
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err == nil {
			err = verify.Verify(body, r.Header)
		}
		if err != nil {
			t.Errorf("a webhook cannot be trusted: %v", err)
		}
		bodies <- string(body)
	}))
	t.Cleanup(s.Close)
	return s.URL, bodies
}

func TestARefundThatSettlesByTheClockIsToldBySignedWebhook(t *testing.T) {
	const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
	address, got := receiver(t, secret)
	c := newCompany(t, start(t, "--callback-url", address, "--callback-secret", secret, "--allow-private-callbacks").origin, "demo")
	refund := map[string]any{"clientName": "Asha Textiles", "transactionReference": "TXN20260106000001", "amount": "500"}
	first := c.try("POST", "/refunds", refund, "refund-1")
	again := c.try("POST", "/refunds", refund, "refund-1")
	if first.status != http.StatusAccepted || string(first.body) != string(again.body) {
		t.Fatalf("%d %s, again %d %s", first.status, first.body, again.status, again.body)
	}
	id := first.json(t).(map[string]any)["refundId"]
	if now := c.do("GET", "/refunds/"+id.(string), nil); now["status"] != "accepted" {
		t.Errorf("at first the refund is %v", now)
	}
	c.steer("PATCH", "/clock", map[string]any{"advance": "PT30M"})
	var told struct {
		Type string
		Data map[string]any
	}
	select {
	case body := <-got:
		if err := json.Unmarshal([]byte(body), &told); err != nil {
			t.Fatal(err)
		}
	case <-time.After(patience):
		t.Fatal("no webhook has come")
	}
	settled := c.do("GET", "/refunds/"+id.(string), nil)
	if told.Type != "refund.settled" || settled["status"] != "settled" || !has(told.Data, settled) || !has(settled, told.Data) {
		t.Errorf("told %+v, and it is %v", told, settled)
	}
	c.steer("PATCH", "/clock", map[string]any{"advance": "P1D"})
	c.do("GET", "/virtual-accounts", nil)
	select {
	case body := <-got:
		t.Errorf("another webhook has come: %s", body)
	default:
	}
}

// authorise gets an access token for an enrolled application.
func (c *company) authorise() {
	c.t.Helper()
	form := url.Values{"grant_type": {"client_credentials"}, "scope": {"virtual-accounts"}}
	r, err := http.NewRequest(http.MethodPost, c.origin+"/oauth/v1/token", strings.NewReader(form.Encode()))
	if err != nil {
		c.t.Fatal(err)
	}
	r.SetBasicAuth(url.QueryEscape(c.key), url.QueryEscape(secretOf(c.key)))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	a := c.client.do(c.t, r)
	if c.token, _ = a.json(c.t).(map[string]any)["access_token"].(string); c.token == "" {
		c.t.Fatalf("no token: %d %s", a.status, a.body)
	}
}

func TestTheLedgerOfAnApplicationIsItsOwnAndSurvivesARestart(t *testing.T) {
	taker := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(taker.Close)
	where := []string{"--data", filepath.Join(t.TempDir(), "data"), "--callback-url", taker.URL, "--allow-private-callbacks"}
	enrol(t, where, "company-a", "company-b")
	both := func(p *program) (a, b *company) {
		a, b = newCompany(t, p.origin, "company-a"), newCompany(t, p.origin, "company-b")
		a.authorise()
		b.authorise()
		return a, b
	}
	p := run(t, "serve", where...)
	a, b := both(p)
	made := map[string]any{"physicalAccountNumber": emptyAccount, "virtualAccounts": []any{map[string]any{"virtualAccountNumber": "KONKA1", "clientName": "Of A"}}}
	created := a.try("POST", "/virtual-accounts", made, "create-1")
	a.credited("KONKA1", 3)
	batch := a.do("POST", "/transactions/fetch", map[string]any{"physicalAccountNumber": emptyAccount})
	refund := a.do("POST", "/refunds", map[string]any{"clientName": "Of A", "transactionReference": "TXN-KONKA1-0"})
	others := func(b *company) {
		t.Helper()
		b.refused("GET", "/virtual-accounts/KONKA1", nil, 404, "VIRTUAL_ACCOUNT_UNKNOWN")
		b.refused("GET", "/refunds/"+refund["refundId"].(string), nil, 404, "REFUND_UNKNOWN")
		b.refused("POST", "/refunds", map[string]any{"clientName": "Of A", "transactionReference": "TXN-KONKA1-0"}, 404, "TRANSACTION_UNKNOWN")
		b.refused("POST", "/transactions/acknowledge", acknowledgement(batch["batchId"], 3), 404, "BATCH_UNKNOWN")
		if got := b.do("POST", "/transactions/fetch", map[string]any{"physicalAccountNumber": emptyAccount}); got["count"] != 0.0 {
			t.Errorf("another application fetches %v", got)
		}
		if got := b.do("GET", "/virtual-accounts?physicalAccountNumber="+emptyAccount, nil); got["total"] != 1.0 {
			t.Errorf("another application has %v", got)
		}
	}
	others(b)
	token := a.token
	a.token = b.token
	refusal{401, "TOKEN_INVALID", "none", "", ""}.check(t, a.try("GET", "/virtual-accounts", nil, ""))
	a.token = token
	p.stop(t)

	p = run(t, "serve", where...)
	a, b = both(p)
	if got := a.do("GET", "/virtual-accounts/KONKA1", nil); got["clientName"] != "Of A" {
		t.Errorf("after a restart the virtual account is %v", got)
	}
	if again := a.try("POST", "/virtual-accounts", made, "create-1"); string(again.body) != string(created.body) {
		t.Errorf("after a restart the same creation is answered with %s", again.body)
	}
	if got := a.do("POST", "/transactions/fetch", map[string]any{"physicalAccountNumber": emptyAccount}); !has(got, batch) {
		t.Errorf("after a restart the batch is %v, was %v", got, batch)
	}
	a.do("POST", "/transactions/acknowledge", acknowledgement(batch["batchId"], 3))
	others(b)
	a.steer("PATCH", "/clock", map[string]any{"advance": "PT31M"})
	if got := a.do("GET", "/refunds/"+refund["refundId"].(string), nil); got["status"] != "settled" {
		t.Errorf("half an hour later the refund is %v", got)
	}
}
