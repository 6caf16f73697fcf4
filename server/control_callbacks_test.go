package server_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/webhook"
	"github.com/sandbank/sandbank/server"
)

// callingAPI is the bank's API with a webhook that carries a secret.
func callingAPI(t *testing.T) *contract.API {
	t.Helper()
	return document(t, "security:\n  - apiKey: []\ntags:", `webhooks:
  settled:
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {id: {type: string}, otp: {type: string, x-sensitive: true}}}
      responses: {'200': {description: Taken.}}
security:
  - apiKey: []
tags:`)
}

// calling is a folder whose rule calls back.
var calling = fstest.MapFS{"deposits/calling.yaml": {Data: []byte(`
scenario: calling
api: deposits
default: true
rules:
  listFields:
    - {name: settled, do: [{callback: {name: settled, body: {id: c-1, otp: "123456"}}}], respond: {problem: CONFLICT}}
`)}}

// delivered is a callback as the control API shows it.
type delivered struct {
	ID, API, Name, URL, Method, Status, Failure, ResendOf, NextAttemptAt string
	Attempts                                                             []struct {
		Status  int
		Failure string
	}
	Body struct{ Text string }
}

type deliveredPage struct {
	Callbacks []delivered
	More      bool
}

// newCalling serves an API that calls back to an address, and keeps callbacks in memory.
func newCalling(t *testing.T, url string) *steered {
	t.Helper()
	var random atomic.Uint64
	sender, err := webhook.New(webhook.Options{
		Clock: func() time.Time { return start }, Random: func() uint64 { return random.Add(1) }, Logger: slog.New(slog.DiscardHandler), AllowPrivate: true,
		Endpoint: func(string, engine.Callback) webhook.Endpoint {
			return webhook.Endpoint{URL: url, Secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}
		},
		Wait: func(context.Context, time.Duration) error { return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := sender.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return newSteered(t, calling, func(o *server.Options) {
		o.Callbacks = server.SandboxCallbacks{Sender: sender}
		o.APIs = []*contract.API{callingAPI(t), controlDocument()}
	})
}

// settled waits until no callback of the sandbox is pending, and gives them.
func (s *steered) settled(want int) []delivered {
	s.t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
		var page deliveredPage
		s.read(&page, 200, "GET", "/callbacks?size=100", "")
		if len(page.Callbacks) == want && !slices.ContainsFunc(page.Callbacks, func(d delivered) bool { return d.Status == "pending" }) {
			return page.Callbacks
		}
	}
	s.t.Fatal("the callbacks are not delivered in a minute")
	return nil
}

func TestCallbacksAreListedWithWhatBecameOfThem(t *testing.T) {
	r := newReceiver(t, 503, 204)
	s := newCalling(t, r.URL)
	s.get(fields)
	d := s.settled(1)[0]
	if d.API != "deposits" || d.Name != "settled" || d.Method != "POST" || d.URL != r.URL || d.Status != "delivered" || d.Failure != "" || len(d.Attempts) != 2 ||
		d.Attempts[0].Status != 503 || d.Attempts[0].Failure != "the receiver answered 503" || d.Attempts[1].Status != 204 {
		t.Errorf("%+v", d)
	}
	if !strings.Contains(d.Body.Text, `"id":"c-1"`) || strings.Contains(d.Body.Text, "123456") || !strings.Contains(r.bodies[1], "123456") {
		t.Errorf("the body is shown as %s and was sent as %s", d.Body.Text, r.bodies[1])
	}
	var one delivered
	s.read(&one, 200, "GET", "/callbacks/"+d.ID, "")
	same(t, "the callback by its id", one, jsonOf(t, d))

	var again delivered
	s.read(&again, 202, "POST", "/callbacks/"+d.ID+"/resend", "")
	if again.ID != d.ID {
		t.Errorf("it is sent again as %s", again.ID)
	}
	if d := s.settled(1)[0]; len(d.Attempts) != 3 || r.got[1].Header.Get("webhook-id") != r.got[2].Header.Get("webhook-id") {
		t.Errorf("%+v", d)
	}
}

func TestCallbacksOfOneSandboxShowInNoOther(t *testing.T) {
	r := newReceiver(t, 204)
	s := newCalling(t, r.URL)
	s.get(fields)
	id := s.settled(1)[0].ID
	other := s.as("other")
	var page deliveredPage
	if other.read(&page, 200, "GET", "/callbacks", ""); len(page.Callbacks) != 0 || page.More {
		t.Errorf("%+v", page)
	}
	other.refused(404, "CALLBACK_NOT_FOUND", "GET", "/callbacks/"+id, "")
	other.refused(404, "CALLBACK_NOT_FOUND", "GET", "/callbacks?before="+id, "")
	other.refused(404, "CALLBACK_NOT_FOUND", "POST", "/callbacks/"+id+"/resend", "")
	s.refused(404, "CALLBACK_NOT_FOUND", "GET", "/callbacks/msg_none", "")
	s.refused(400, "SCHEMA_VIOLATION", "GET", "/callbacks/%22", "")
	s.refused(400, "SCHEMA_VIOLATION", "GET", "/callbacks?size=0", "")
	s.refused(400, "SCHEMA_VIOLATION", "GET", "/callbacks?status=lost", "")
	if len(r.got) != 1 {
		t.Errorf("%d calls", len(r.got))
	}
}

func TestCallbacksAreReadInPages(t *testing.T) {
	s := newCalling(t, newReceiver(t, 204).URL)
	for range 5 {
		s.get(fields)
	}
	all := s.settled(5)
	var ids []string
	query := "?size=2"
	for {
		var page deliveredPage
		s.read(&page, 200, "GET", "/callbacks"+query, "")
		for _, d := range page.Callbacks {
			ids = append(ids, d.ID)
		}
		if !page.More {
			break
		}
		query = "?size=2&before=" + ids[len(ids)-1]
	}
	for i, d := range all {
		if len(ids) != 5 || ids[i] != d.ID {
			t.Fatalf("%v, want %v", ids, all)
		}
	}
	var page deliveredPage
	if s.read(&page, 200, "GET", "/callbacks?status=failed", ""); len(page.Callbacks) != 0 {
		t.Errorf("%+v", page)
	}
	if s.read(&page, 200, "GET", "/callbacks?status=delivered&size=4", ""); len(page.Callbacks) != 4 || !page.More {
		t.Errorf("%+v", page)
	}
}

func TestACallbackWithoutAnAddressFailsAndIsRefusedAgain(t *testing.T) {
	s := newCalling(t, "")
	s.get(fields)
	d := s.settled(1)[0]
	if d.Status != "failed" || !strings.Contains(d.Failure, "no address is known") || d.URL != "" || len(d.Attempts) != 0 {
		t.Errorf("%+v", d)
	}
	s.refused(422, "ADDRESS_REFUSED", "POST", "/callbacks/"+d.ID+"/resend", "")
}

func TestWhereNothingSendsCallbacksThereAreNone(t *testing.T) {
	s := newSteered(t, bench)
	var page deliveredPage
	if s.read(&page, 200, "GET", "/callbacks", ""); len(page.Callbacks) != 0 {
		t.Errorf("%+v", page)
	}
	s.refused(404, "CALLBACK_NOT_FOUND", "GET", "/callbacks/msg_1", "")
	s.refused(404, "CALLBACK_NOT_FOUND", "POST", "/callbacks/msg_1/resend", "")
}

// deployed is a deployment whose control API is asked with the key of the demo's application.
type deployed struct {
	*real
	courier *webhook.Courier
	sender  server.ApplicationCallbacks
}

func newDeployed(t *testing.T) *deployed {
	t.Helper()
	d := &deployed{}
	d.real = realWith(t, func(r *real, o *server.Options) {
		courier, err := webhook.NewCourier(webhook.CourierOptions{Depot: r.portal, Clock: o.Clock, Logger: slog.New(slog.DiscardHandler), AllowPrivate: true})
		if err != nil {
			t.Fatal(err)
		}
		d.courier, d.sender = courier, server.NewApplicationCallbacks(r.portal, courier, "", slog.New(slog.DiscardHandler))
		o.Callbacks, o.SimulateReviews = d.sender, true
		o.APIs[0] = callingAPI(t)
	}, portalDocument())
	return d
}

// steer asks the control API with the demo's key, and holds the answer against the contract.
func (d *deployed) steer(method, path, body string, pairs ...string) *httptest.ResponseRecorder {
	d.t.Helper()
	s := &steered{d.sandbox, d.t, d.demo.ClientID}
	return s.call(method, path, body, pairs...)
}

func (d *deployed) reads(to any, status int, method, path, body string) {
	d.t.Helper()
	(&steered{d.sandbox, d.t, d.demo.ClientID}).read(to, status, method, path, body)
}

// calledBack has the sandbox of the demo's application call back to an address.
func (d *deployed) calledBack(url string) {
	d.sender.Send(context.Background(), d.demo.Application, engine.Callback{API: "deposits", Name: "settled", Method: "POST", Type: "application/json",
		URL: url, Body: []byte(`{"id":"c-1","otp":"123456"}`)})
}

func TestCallbacksOfADeploymentAreKeptAndSentAgain(t *testing.T) {
	r := newReceiver(t, 500, 204)
	d := newDeployed(t)
	d.calledBack(r.URL)
	if _, err := d.courier.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	var page deliveredPage
	d.reads(&page, 200, "GET", "/callbacks", "")
	if len(page.Callbacks) != 1 || page.More {
		t.Fatalf("%+v", page)
	}
	first := page.Callbacks[0]
	if first.API != "deposits" || first.Name != "settled" || first.Status != "pending" || first.NextAttemptAt == "" || len(first.Attempts) != 1 ||
		first.Attempts[0].Status != 500 || !strings.Contains(first.Body.Text, `"id":"c-1"`) || strings.Contains(first.Body.Text, "123456") {
		t.Errorf("%+v", first)
	}
	problemOf(t, d.steer("POST", "/callbacks/"+first.ID+"/resend", ""), 409, "DELIVERY_UNDER_WAY")
	d.sandbox.set(start.Add(time.Minute))
	if _, err := d.courier.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	var again delivered
	d.reads(&again, 202, "POST", "/callbacks/"+first.ID+"/resend", "")
	if again.ResendOf != first.ID || again.ID == first.ID || again.URL != r.URL || again.Status != "pending" {
		t.Errorf("%+v", again)
	}
	if _, err := d.courier.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.reads(&page, 200, "GET", "/callbacks?status=delivered&size=1", "")
	if len(page.Callbacks) != 1 || !page.More || page.Callbacks[0].ID != again.ID {
		t.Errorf("%+v", page)
	}
	d.reads(&page, 200, "GET", "/callbacks?size=1&before="+again.ID, "")
	if len(page.Callbacks) != 1 || page.More || page.Callbacks[0].ID != first.ID {
		t.Errorf("%+v", page)
	}
	if len(r.got) != 3 || r.got[0].Header.Get("webhook-id") != r.got[2].Header.Get("webhook-id") || !strings.Contains(r.bodies[2], "123456") {
		t.Errorf("%d calls: %v", len(r.got), r.bodies)
	}
	for range 9 {
		d.reads(nil, 202, "POST", "/callbacks/"+first.ID+"/resend", "")
	}
	if w := d.steer("POST", "/callbacks/"+first.ID+"/resend", ""); w.Header().Get("Retry-After") == "" {
		problemOf(t, w, 429, "TOO_MANY_ATTEMPTS")
		t.Error("no Retry-After")
	}
	d.reads(&page, 200, "GET", "/callbacks?status=dropped", "")
	if len(page.Callbacks) != 0 {
		t.Errorf("%+v", page)
	}
}

func TestADeploymentShowsTheCallbacksOfTheOwnSandboxAlone(t *testing.T) {
	d := newDeployed(t)
	d.calledBack("https://shop.example/hook")
	var page deliveredPage
	d.reads(&page, 200, "GET", "/callbacks", "")
	id := page.Callbacks[0].ID
	problemOf(t, d.call(http.MethodGet, "/sandbox/v1/callbacks/"+id, "", ""), 401, "CREDENTIALS_MISSING")
	err := d.store.Portal().Update(t.Context(), func(tx portal.Tx) error {
		kept, err := tx.Delivery(t.Context(), id)
		if err != nil {
			return err
		}
		for i, change := range []func(*portal.Delivery){
			func(v *portal.Delivery) { v.Application = "0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02" }, // another application's
			func(v *portal.Delivery) { v.Type = portal.WebhookTest },                            // no callback
		} {
			v := kept
			v.ID = fmt.Sprintf("0198c1d2-7a31-7c4e-9d11-3a7f5f0d2c0%d", i)
			change(&v)
			if err := tx.InsertDelivery(t.Context(), v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{"0198c1d2-7a31-7c4e-9d11-3a7f5f0d2c00", "0198c1d2-7a31-7c4e-9d11-3a7f5f0d2c01", "0198c1d2-7a31-7c4e-9d11-3a7f5f0d2c09"} {
		problemOf(t, d.steer("GET", "/callbacks/"+other, ""), 404, "CALLBACK_NOT_FOUND")
		problemOf(t, d.steer("GET", "/callbacks?before="+other, ""), 404, "CALLBACK_NOT_FOUND")
		problemOf(t, d.steer("POST", "/callbacks/"+other+"/resend", ""), 404, "CALLBACK_NOT_FOUND")
	}
	d.reads(&page, 200, "GET", "/callbacks", "")
	if len(page.Callbacks) != 1 || page.Callbacks[0].ID != id {
		t.Errorf("%+v", page)
	}
}
