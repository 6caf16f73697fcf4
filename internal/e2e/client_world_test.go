package e2e_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	gen "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/secrets"
)

// This file is about what the sandbox does towards the world: callbacks, and the bank's decisions.

const callingDocument = `openapi: 3.1.0
info: {title: Refunds, version: 1.0.0}
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
      responses: {"202": {description: d}}
`

const callingScenario = `scenario: refunds
title: Refunds
api: refunds
default: true
rules:
  refund:
    - {name: settles, do: [{callback: {name: refundSettled, body: {id: r-1}}}], respond: {status: 202}}
`

// at gives a client of the control API of another program, with a key.
func (s *steering) at(t *testing.T, p *program, key string) *gen.ClientWithResponses {
	t.Helper()
	c, err := gen.NewClientWithResponses(p.origin+control(t).BasePath, gen.WithHTTPClient(&http.Client{Transport: s.transport, Timeout: patience}),
		gen.WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
			r.Header.Set("x-api-key", key)
			return nil
		}))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// listener takes callbacks, and gives its address.
func listener(t *testing.T) string {
	t.Helper()
	l := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }))
	t.Cleanup(l.Close)
	return l.URL
}

func (s *steering) callbacks(t *testing.T) {
	receiver := listener(t)
	folder := t.TempDir()
	document, scenario := filepath.Join(folder, "refunds.yaml"), filepath.Join(folder, "scenarios", "refunds", "refunds.yaml")
	if err := os.MkdirAll(filepath.Dir(scenario), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{document: callingDocument, scenario: callingScenario} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := start(t, document, "--scenarios", filepath.Dir(filepath.Dir(scenario)), "--callback-url", receiver, "--allow-private-callbacks")
	client := s.at(t, p, "steered")
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, p.origin+"/refunds/refund", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("x-api-key", "steered")
	asked, err := http.DefaultClient.Do(r)
	if err != nil || asked.Body.Close() != nil || asked.StatusCode != http.StatusAccepted {
		t.Fatalf("the refund is answered %v, %v", asked, err)
	}
	once := s.delivered(t, client, 1)
	if text := once.Body.Text; once.Url == nil || *once.Url != receiver || text == nil || *text != `{"id":"r-1"}` {
		t.Errorf("the callback is %+v", once)
	}
	again, err := client.ResendCallbackWithResponse(t.Context(), once.Id)
	if got := answered(t, again.JSON202, err); got.Id != once.Id {
		t.Errorf("%s is sent again as %s", once.Id, got.Id)
	}
	s.delivered(t, client, 2)
}

// delivered waits until the only callback was taken after a number of attempts, and gives it.
func (s *steering) delivered(t *testing.T, client *gen.ClientWithResponses, attempts int) gen.CallbackDelivery {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		list, err := client.ListCallbacksWithResponse(t.Context(), nil)
		found := answered(t, list.JSON200, err).Callbacks
		if len(found) != 1 || len(found[0].Attempts) < attempts || found[0].Status != gen.CallbackStatusDelivered {
			continue
		}
		one, err := client.GetCallbackWithResponse(t.Context(), found[0].Id)
		return answered(t, one.JSON200, err)
	}
	t.Fatal("the callback is not delivered")
	return gen.CallbackDelivery{}
}

// simulations has money reach a virtual account, a refund end, a statement come and a bank's health change.
func (s *steering) simulations(t *testing.T) {
	p := start(t, "--callback-url", listener(t), "--allow-private-callbacks")
	client := s.at(t, p, "steered")
	credit := gen.SimulatedCredit{VirtualAccountNumber: "SBAC0000000001", Amount: "10.00", Mode: gen.CreditModeIMPS,
		Remitter: gen.CreditRemitter{Name: "Ravi Menon", Account: "50100012345678", Ifsc: "HDFC0000001"}, Count: new(int)}
	*credit.Count = 3
	made, err := client.SimulateCreditWithResponse(t.Context(), credit)
	references := answered(t, made.JSON201, err).References
	if len(references) != 3 {
		t.Fatalf("three credits have the references %v", references)
	}
	a := post(t, p.origin+"/virtual-accounts/v1/refunds", `{"clientName":"Asha Textiles","transactionReference":"`+references[0]+`"}`)
	var refund struct{ RefundID string }
	if err := json.Unmarshal(a.body, &refund); err != nil || a.status != http.StatusAccepted {
		t.Fatalf("the refund is answered %d with %s", a.status, a.body)
	}
	ended, err := client.SimulateRefundWithResponse(t.Context(), gen.SimulatedRefund{RefundId: refund.RefundID, Outcome: gen.RefundOutcomeSettled})
	done(t, ended, err, http.StatusNoContent)
	entity := uuid.MustParse("501cce9d-3fdb-4258-9466-616fec7a75ef")
	uploaded, err := client.SimulateStatementWithResponse(t.Context(), gen.SimulatedStatement{EntityId: entity, BankName: "kotak"})
	if id := answered(t, uploaded.JSON201, err).StatementId; id == "" {
		t.Error("the statement has no id")
	}
	health, err := client.SimulateBankHealthWithResponse(t.Context(), gen.SimulatedBankHealth{Bank: "axis", Up: false})
	done(t, health, err, http.StatusNoContent)
}

// post asks one of the bank's APIs.
func post(t *testing.T, address, body string) answer {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("x-api-key", "steered")
	r.Header.Set("Authorization", "Bearer any")
	r.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	got, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, got}
}

func (s *steering) reviews(t *testing.T) {
	args := []string{"--data", t.TempDir()}
	key, request := pendingApplication(t, args)
	p := run(t, "serve", append(args, "--demo=false", "--simulate-reviews")...)
	r, err := s.at(t, p, key).SimulateReviewWithResponse(t.Context(), gen.SimulatedReview{Request: request, Outcome: gen.ReviewOutcomeApprove, Reason: "To go on."})
	if got := answered(t, r.JSON200, err); got.Request != request || got.State != gen.SimulatedDecisionStateApproved {
		t.Errorf("the decision is %+v", got)
	}
}

// pendingApplication makes the demo in the folder of a deployment, and has its partner ask for another application. It
// gives a key of the demo, and the request that the bank is to decide.
func pendingApplication(t *testing.T, args []string) (key string, request uuid.UUID) {
	t.Helper()
	s, err := openStore(t, args)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	digests, err := s.Secret(t.Context(), "digests", secrets.DigestKeySize)
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := secrets.New(secrets.Options{Key: digests, Sealer: s})
	if err != nil {
		t.Fatal(err)
	}
	p := portal.New(portal.Options{Store: s.Portal(), Clock: time.Now, NewID: func() string { return uuid.Must(uuid.NewV7()).String() }, Secrets: hidden})
	if err := p.PrepareCatalogue(t.Context(), []portal.Document{{API: "deposits", Title: "Deposits"}}); err != nil {
		t.Fatal(err)
	}
	d, err := p.Demo(t.Context(), "a password for tests", "another one for tests")
	if err != nil {
		t.Fatal(err)
	}
	by := portal.Actor{Person: uuid.Must(uuid.NewV7()).String(), Name: d.Username, FullName: "Demo Partner", Role: portal.Admin, Organisation: d.Organisation}
	a, err := p.CreateApplication(t.Context(), by, portal.NewApplication{
		ApplicationText: portal.ApplicationText{Name: "Next", Platform: "web", OAuthType: "none"}, APIs: []string{"deposits"},
		Agreements: []portal.AcceptedAgreement{{Name: "eula", Number: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return d.ClientID, uuid.MustParse(a.Request)
}
