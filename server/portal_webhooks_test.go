package server_test

import (
	"context"
	"encoding/base64"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/webhook"
	"github.com/sandbank/sandbank/server"
)

// receiver is an application's end of webhooks. It answers with its statuses, one after the other, the last for good.
type receiver struct {
	*httptest.Server
	guard    sync.Mutex
	statuses []int
	got      []*http.Request
	bodies   []string
}

func newReceiver(t *testing.T, statuses ...int) *receiver {
	t.Helper()
	r := &receiver{statuses: statuses}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		r.guard.Lock()
		defer r.guard.Unlock()
		body, err := io.ReadAll(request.Body)
		if err != nil {
			t.Error(err)
		}
		r.got, r.bodies = append(r.got, request), append(r.bodies, string(body))
		w.WriteHeader(r.statuses[0])
		if len(r.statuses) > 1 {
			r.statuses = r.statuses[1:]
		}
	}))
	t.Cleanup(r.Close)
	return r
}

// verified tells whether a secret has signed what came last.
func (r *receiver) verified(t *testing.T, secret string) bool {
	t.Helper()
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		t.Fatal(err)
	}
	w, err := standardwebhooks.NewWebhookRaw(key)
	if err != nil {
		t.Fatal(err)
	}
	last := len(r.got) - 1
	return w.VerifyIgnoringTimestamp([]byte(r.bodies[last]), r.got[last].Header) == nil
}

// told is a programme with an application that has a receiver, and a courier.
type told struct {
	*programme
	courier     *webhook.Courier
	application object
	path        string
}

func newTold(t *testing.T, url string) *told {
	t.Helper()
	p := newProgramme(t)
	return p.listening(p.enabled("Shop", "webhookUrl", url))
}

func (p *programme) listening(application object) *told {
	p.t.Helper()
	courier, err := webhook.NewCourier(webhook.CourierOptions{Depot: p.portal, Clock: func() time.Time { return *p.now.Load() },
		Logger: slog.New(slog.DiscardHandler), AllowPrivate: true})
	if err != nil {
		p.t.Fatal(err)
	}
	return &told{p, courier, application, "/applications/" + application.text("id")}
}

// delivers has the courier deliver what is due, and tells how much that was.
func (p *told) delivers(want int) {
	p.t.Helper()
	if tried, err := p.courier.Deliver(p.t.Context()); err != nil || tried != want {
		p.t.Fatalf("%d were tried, want %d: %v", tried, want, err)
	}
}

func (p *told) deliveries(query string) []object {
	p.t.Helper()
	return p.ask(ravi, "GET "+p.path+"/deliveries"+query, nil, 200).list("deliveries")
}

func (p *told) secrets() []string {
	p.t.Helper()
	return texts(p.ask(ravi, "GET "+p.path+"/webhook", nil, 200).list("secrets"), "secret")
}

func TestDecisionsAreToldToTheApplicationSigned(t *testing.T) {
	r := newReceiver(t, 204)
	p := newTold(t, r.URL)
	p.delivers(1)
	if len(r.got) != 1 || r.got[0].Header.Get("Webhook-Id") == "" || !strings.Contains(r.bodies[0], `"type":"application.approved"`) ||
		!strings.Contains(r.bodies[0], `"application":{"id":"`+p.application.text("id")+`","name":"Shop"}`) || !strings.Contains(r.bodies[0], `"reason":"The purpose is clear."`) {
		t.Fatalf("%v", r.bodies)
	}
	secrets := p.secrets()
	if len(secrets) != 1 || !r.verified(t, secrets[0]) {
		t.Error("the secret of the application has not signed it")
	}
	list := p.deliveries("")
	if len(list) != 1 || list[0].text("state") != "delivered" || list[0].list("attempts")[0].number("status") != 204 || list[0]["payload"] != nil {
		t.Errorf("%v", list)
	}
	one := p.ask(asha, "GET "+p.path+"/deliveries/"+list[0].text("id"), nil, 200)
	if one.text("payload") != r.bodies[0] || one["nextAttemptAt"] != nil {
		t.Errorf("%v", one)
	}
	p.delivers(0)
	p.ask(bala, "POST /bank"+p.path+"/suspend", object{"reason": "A test."}, 200)
	p.delivers(1)
	if !strings.Contains(r.bodies[1], `"type":"application.suspended"`) {
		t.Errorf("%s", r.bodies[1])
	}
	if got := p.audited(p.acme.ID); !slices.Contains(got, "webhook.read") {
		t.Errorf("%v", got)
	}
}

func TestWhatIsNotTakenIsSentAgainWithGrowingPausesForThreeDays(t *testing.T) {
	r := newReceiver(t, 500)
	p := newTold(t, r.URL)
	var pauses []time.Duration
	for {
		p.delivers(1)
		d := p.deliveries("")[0]
		if d.text("state") != "pending" {
			break
		}
		next, err := time.Parse(time.RFC3339, d.text("nextAttemptAt"))
		if err != nil {
			t.Fatal(err)
		}
		pause := next.Sub(*p.now.Load())
		pauses = append(pauses, pause)
		p.later(pause - time.Second)
		p.delivers(0)
		p.later(time.Second)
	}
	if !slices.IsSorted(pauses) || len(pauses) < 7 {
		t.Errorf("pauses %v", pauses)
	}
	var all time.Duration
	for _, pause := range pauses {
		all += pause
	}
	if d := p.deliveries("?state=failed"); all > 72*time.Hour || all < 48*time.Hour || len(d) != 1 || len(d[0].list("attempts")) != len(pauses)+1 {
		t.Errorf("%s: %v", all, d)
	}
	if ids := len(slices.Compact(ids(r))); ids != 1 {
		t.Errorf("%d ids of one message", ids)
	}
}

func ids(r *receiver) (out []string) {
	for _, request := range r.got {
		out = append(out, request.Header.Get("Webhook-Id"))
	}
	return out
}

func TestAMessageIsNotSentAgainAfter410AndWhenItIsTaken(t *testing.T) {
	for status, state := range map[int]string{410: "failed", 200: "delivered", 302: "pending", 404: "pending", 429: "pending"} {
		r := newReceiver(t, status)
		p := newTold(t, r.URL)
		p.delivers(1)
		if d := p.deliveries("")[0]; d.text("state") != state || d.list("attempts")[0].number("status") != status {
			t.Errorf("after %d: %v", status, d)
		}
	}
}

func TestADeliveryThatIsBeingMadeIsNotMadeTwice(t *testing.T) {
	r := newReceiver(t, 204)
	p := newTold(t, r.URL)
	if list, err := p.portal.ClaimDeliveries(t.Context(), 10); err != nil || len(list) != 1 {
		t.Fatalf("%v, %v", list, err)
	}
	p.delivers(0)
	p.later(time.Minute) // whoever claimed it is gone
	p.delivers(1)
}

func TestPrivateAddressesAreNotCalled(t *testing.T) {
	r := newReceiver(t, 204)
	p := newTold(t, r.URL)
	careful, err := webhook.NewCourier(webhook.CourierOptions{Depot: p.portal, Clock: func() time.Time { return *p.now.Load() }, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	if tried, err := careful.Deliver(t.Context()); err != nil || tried != 1 {
		t.Fatalf("%d, %v", tried, err)
	}
	if d := p.deliveries("")[0]; len(r.got) != 0 || d.text("state") != "failed" || !strings.Contains(d.list("attempts")[0].text("failure"), "loopback") {
		t.Errorf("%v", d)
	}
}

func TestTheSecretOfAWebhookIsRotatedWithAnOverlap(t *testing.T) {
	r := newReceiver(t, 204)
	p := newTold(t, r.URL)
	old := p.secrets()[0]
	both := p.ask(ravi, "POST "+p.path+"/webhook/rotate-secret", nil, 200).list("secrets")
	if len(both) != 2 || both[0]["endsAt"] != nil || both[1].text("secret") != old || both[1].text("endsAt") != start.Add(24*time.Hour).Format(time.RFC3339) {
		t.Fatalf("%v", both)
	}
	p.refused(ravi, "POST "+p.path+"/webhook/rotate-secret", nil, 409, "ROTATION_RUNNING")
	p.delivers(1)
	if !r.verified(t, old) || !r.verified(t, both[0].text("secret")) {
		t.Error("it is not signed with both")
	}
	p.later(24 * time.Hour)
	if now := p.secrets(); len(now) != 1 || now[0] != both[0].text("secret") {
		t.Errorf("%v", now)
	}
	p.ask(ravi, "POST "+p.path+"/webhook/test", nil, 202)
	p.delivers(1)
	if r.verified(t, old) || !r.verified(t, both[0].text("secret")) {
		t.Error("the old secret still signs")
	}
	p.ask(ravi, "POST "+p.path+"/webhook/rotate-secret", nil, 200)
}

func TestADeliveryIsSentAgainOnDemand(t *testing.T) {
	r := newReceiver(t, 204)
	p := newTold(t, r.URL)
	first := p.deliveries("")[0]
	resend := "POST " + p.path + "/deliveries/" + first.text("id") + "/resend"
	p.refused(ravi, resend, nil, 409, "DELIVERY_UNDER_WAY")
	p.delivers(1)
	again := p.ask(ravi, resend, nil, 202)
	if again.text("resendOf") != first.text("id") || again.text("id") == first.text("id") || again.text("state") != "pending" {
		t.Errorf("%v", again)
	}
	p.delivers(1)
	if got := ids(r); got[0] != got[1] || r.bodies[0] != r.bodies[1] {
		t.Errorf("%v %v", got, r.bodies)
	}
	for range 9 {
		p.ask(ravi, resend, nil, 202)
	}
	p.refused(ravi, resend, nil, 429, "TOO_MANY_ATTEMPTS")
	page := p.ask(ravi, "GET "+p.path+"/deliveries?limit=6", nil, 200)
	rest := p.ask(ravi, "GET "+p.path+"/deliveries?limit=6&cursor="+page.text("next"), nil, 200)
	if len(page.list("deliveries")) != 6 || len(rest.list("deliveries")) != 5 || rest["next"] != nil {
		t.Errorf("%v", rest)
	}
	if got := p.audited(p.acme.ID); !slices.Contains(got, "delivery.resent") {
		t.Errorf("%v", got)
	}
}

func TestATestEventIsSentAsAnyOther(t *testing.T) {
	r := newReceiver(t, 204)
	p := newTold(t, r.URL)
	p.delivers(1)
	d := p.ask(ravi, "POST "+p.path+"/webhook/test", nil, 202)
	if d.text("type") != "webhook.test" || d.text("state") != "pending" {
		t.Errorf("%v", d)
	}
	p.delivers(1)
	if !strings.Contains(r.bodies[1], `"type":"webhook.test"`) || !r.verified(t, p.secrets()[0]) {
		t.Errorf("%v", r.bodies)
	}
	for range 9 {
		p.ask(ravi, "POST "+p.path+"/webhook/test", nil, 202)
	}
	p.refused(ravi, "POST "+p.path+"/webhook/test", nil, 429, "TOO_MANY_ATTEMPTS")
	silent := p.programme.listening(p.enabled("Silent", "webhookUrl", nil))
	p.refused(ravi, "POST "+silent.path+"/webhook/test", nil, 409, "WEBHOOK_MISSING")
	if w := p.ask(ravi, "GET "+silent.path+"/webhook", nil, 200); w["url"] != nil || len(w.list("secrets")) != 1 {
		t.Errorf("%v", w)
	}
}

func TestCallbacksOfScenariosAreDeliveriesOfTheApplication(t *testing.T) {
	r := newReceiver(t, 204)
	p := newTold(t, r.URL)
	p.delivers(1)
	sender := server.NewApplicationCallbacks(p.portal, p.courier, "", slog.New(slog.NewTextHandler(p.log, nil)))
	sender.Send(context.Background(), p.application.text("id"), engine.Callback{Name: "paid", Method: "PUT", Type: "application/json", Body: []byte(`{"paid":true}`)})
	sender.Send(context.Background(), "nobody's", engine.Callback{Name: "lost", Method: "POST"})
	p.delivers(1)
	last := r.got[len(r.got)-1]
	if last.Method != "PUT" || r.bodies[len(r.bodies)-1] != `{"paid":true}` || !r.verified(t, p.secrets()[0]) {
		t.Errorf("%s %v", last.Method, r.bodies)
	}
	if d := p.deliveries("")[0]; d.text("type") != "scenario.callback" || d.text("state") != "delivered" {
		t.Errorf("%v", d)
	}
	if !strings.Contains(p.log.String(), "callback=lost") {
		t.Errorf("what is not sent is not told: %s", p.log)
	}
}

func TestDeliveriesOfADeletedApplicationEnd(t *testing.T) {
	r := newReceiver(t, 204)
	p := newTold(t, r.URL)
	p.call(ravi, "DELETE "+p.path, nil)
	p.delivers(0)
	p.look(func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.Deliveries(ctx, portal.DeliveryFilter{Application: p.application.text("id"), State: portal.DeliveryPending, Limit: 10})
		if len(list) != 0 {
			t.Errorf("%v", list)
		}
		return err
	})
	p.refused(ravi, "GET "+p.path+"/webhook", nil, 404, "NOT_FOUND")
}

func TestManyCouriersMakeEachDeliveryOnce(t *testing.T) {
	onBothEngines(t, func(t *testing.T, p *programme) {
		r := newReceiver(t, 204)
		b := p.listening(p.enabled("Shop", "webhookUrl", r.URL))
		for range 9 {
			p.ask(ravi, "POST "+b.path+"/webhook/test", nil, 202)
		}
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				if _, err := b.courier.Deliver(context.Background()); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if got := len(slices.Compact(slices.Sorted(slices.Values(ids(r))))); len(r.got) != 10 || got != 10 {
			t.Errorf("%d messages were sent, %d of them different", len(r.got), got)
		}
	})
}
