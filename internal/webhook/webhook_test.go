package webhook_test

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/webhook"
)

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// received is one request that a receiver got.
type received struct {
	header http.Header
	body   string
}

// receiver is a real HTTP server that answers what it is told to, the last answer over and over.
type receiver struct {
	*httptest.Server
	mu       sync.Mutex
	answers  []int
	requests []received
}

func receive(t *testing.T, answers ...int) *receiver {
	t.Helper()
	r := &receiver{answers: answers}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			t.Error(err)
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		r.requests = append(r.requests, received{req.Header.Clone(), string(body)})
		status := r.answers[0]
		if len(r.answers) > 1 {
			r.answers = r.answers[1:]
		}
		if status == http.StatusTooManyRequests {
			w.Header().Set("Retry-After", "7")
		}
		if status == http.StatusFound {
			w.Header().Set("Location", "/elsewhere")
		}
		w.WriteHeader(status)
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) got() []received {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.requests)
}

// rig is a sender whose pauses take no time and are noted.
type rig struct {
	*webhook.Sender
	log    bytes.Buffer
	mu     sync.Mutex
	pauses []time.Duration
}

func newRig(t *testing.T, change func(*webhook.Options)) *rig {
	t.Helper()
	r := &rig{}
	n := uint64(0)
	var guard sync.Mutex
	o := webhook.Options{
		Clock: func() time.Time { return noon },
		Random: func() uint64 {
			guard.Lock()
			defer guard.Unlock()
			n++
			return n
		},
		Logger:       slog.New(slog.NewTextHandler(&r.log, nil)),
		Endpoint:     func(string, engine.Callback) webhook.Endpoint { return webhook.Endpoint{Secret: secret} },
		AllowPrivate: true,
		Wait: func(ctx context.Context, d time.Duration) error {
			r.mu.Lock()
			r.pauses = append(r.pauses, d)
			r.mu.Unlock()
			return ctx.Err()
		},
	}
	if change != nil {
		change(&o)
	}
	s, err := webhook.New(o)
	if err != nil {
		t.Fatal(err)
	}
	r.Sender = s
	t.Cleanup(func() { r.drain(t) })
	return r
}

// drain waits until everything has been sent or given up.
func (r *rig) drain(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := r.Close(ctx); err != nil {
		t.Error(err)
	}
}

func callback(url, body string) engine.Callback {
	return engine.Callback{API: "shop", Name: "refundUpdated", Method: "POST", URL: url, Type: "application/json", Body: json.RawMessage(body)}
}

func TestACallbackArrivesSignedAsStandardWebhooks(t *testing.T) {
	to := receive(t, 204)
	s := newRig(t, nil)
	s.Send(context.Background(), "demo", callback(to.URL+"/hook?a=1", `{"status":"settled"}`))
	s.drain(t)

	got := to.got()
	if len(got) != 1 || got[0].body != `{"status":"settled"}` {
		t.Fatalf("received %v", got)
	}
	h := got[0].header
	id, timestamp := h.Get("webhook-id"), h.Get("webhook-timestamp")
	if !strings.HasPrefix(id, "msg_") || timestamp != strconv.FormatInt(noon.Unix(), 10) || h.Get("Content-Type") != "application/json" {
		t.Errorf("headers %v", h)
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		t.Fatal(err)
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", id, timestamp, got[0].body)
	if want := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)); h.Get("webhook-signature") != want {
		t.Errorf("signature %q, want %q", h.Get("webhook-signature"), want)
	}
	d := s.Deliveries("demo")
	if len(d) != 1 || d[0].ID != id || d[0].Status != webhook.Delivered || len(d[0].Attempts) != 1 || d[0].Attempts[0].Code != 204 {
		t.Errorf("deliveries %+v", d)
	}
	if other := s.Deliveries("another"); len(other) != 0 {
		t.Errorf("another sandbox sees %+v", other)
	}
}

func TestFailuresThatMayPassAreTriedAgain(t *testing.T) {
	for _, c := range []struct {
		name     string
		answers  []int
		attempts int
		status   webhook.Status
		reason   string
	}{
		{"a server error passes", []int{500, 503, 200}, 3, webhook.Delivered, ""},
		{"too many requests pass", []int{429, 200}, 2, webhook.Delivered, ""},
		{"a server error stays", []int{502}, 5, webhook.Failed, "the receiver answered 502"},
		{"a refusal is final", []int{400}, 1, webhook.Failed, "the receiver answered 400"},
		{"gone is final", []int{410}, 1, webhook.Failed, "the receiver answered 410"},
		{"a redirect is not followed", []int{302}, 1, webhook.Failed, "the receiver answered 302: redirects are not followed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			to := receive(t, c.answers...)
			s := newRig(t, nil)
			s.Send(context.Background(), "demo", callback(to.URL, `{}`))
			s.drain(t)
			d := s.Deliveries("demo")[0]
			if len(to.got()) != c.attempts || len(d.Attempts) != c.attempts || d.Status != c.status || d.Error != c.reason {
				t.Errorf("%d requests, delivery %+v", len(to.got()), d)
			}
			for _, r := range to.got() {
				if r.header.Get("webhook-id") != d.ID {
					t.Errorf("an attempt has the id %q, the delivery %q", r.header.Get("webhook-id"), d.ID)
				}
			}
			if stats := s.Stats(); stats.Pending != 0 || stats.Retries != uint64(c.attempts-1) || stats.Delivered+stats.Failed != 1 {
				t.Errorf("stats %+v", stats)
			}
		})
	}
}

func TestPausesDoubleAndFollowRetryAfter(t *testing.T) {
	to := receive(t, 500)
	s := newRig(t, nil)
	s.Send(context.Background(), "demo", callback(to.URL, `{}`))
	s.drain(t)
	if len(s.pauses) != 4 {
		t.Fatalf("pauses %v", s.pauses)
	}
	for i, p := range s.pauses {
		whole := time.Second << i
		if p < whole/2 || p > whole*3/2 {
			t.Errorf("pause %d is %s, want about %s", i, p, whole)
		}
	}

	busy := receive(t, 429, 200)
	s = newRig(t, nil)
	s.Send(context.Background(), "demo", callback(busy.URL, `{}`))
	s.drain(t)
	if len(s.pauses) != 1 || s.pauses[0] != 7*time.Second {
		t.Errorf("pauses %v, want the 7 s that the receiver asks for", s.pauses)
	}
}

func TestNetworkFailuresAreTriedAgainAndTellNoAddress(t *testing.T) {
	gone := receive(t, 200)
	gone.Close()
	s := newRig(t, func(o *webhook.Options) { o.Attempts = 2 })
	s.Send(context.Background(), "demo", callback(gone.URL, `{}`))
	s.drain(t)
	d := s.Deliveries("demo")[0]
	if d.Status != webhook.Failed || len(d.Attempts) != 2 || d.Error != "the connection was refused" {
		t.Errorf("delivery %+v", d)
	}
}

func TestAReceiverThatHangsIsGivenUp(t *testing.T) {
	release := make(chan struct{})
	hanging := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	t.Cleanup(func() { close(release); hanging.Close() })
	s := newRig(t, func(o *webhook.Options) { o.Timeout, o.Attempts = 30*time.Millisecond, 2 })
	s.Send(context.Background(), "demo", callback(hanging.URL, `{}`))
	s.drain(t)
	if d := s.Deliveries("demo")[0]; d.Status != webhook.Failed || d.Error != "there was no answer within 30ms" || len(d.Attempts) != 2 {
		t.Errorf("delivery %+v", d)
	}
}

func TestCallbacksOfOneSandboxArriveInOrder(t *testing.T) {
	to := receive(t, 200)
	s := newRig(t, nil)
	for i := range 200 {
		s.Send(context.Background(), "demo", callback(to.URL, strconv.Itoa(i)))
	}
	s.drain(t)
	got := to.got()
	if len(got) != 200 {
		t.Fatalf("%d arrived", len(got))
	}
	for i, r := range got {
		if r.body != strconv.Itoa(i) {
			t.Fatalf("number %d carries %s", i, r.body)
		}
	}
}

func TestAReceiverThatFailsDoesNotHoldUpWhatComesAfter(t *testing.T) {
	arrived := make(chan struct{})
	good := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { close(arrived) }))
	t.Cleanup(good.Close)
	bad := receive(t, 500, 200)
	s := newRig(t, func(o *webhook.Options) {
		o.Wait = func(ctx context.Context, _ time.Duration) error { // the pause lasts until the other one has arrived
			select {
			case <-arrived:
			case <-ctx.Done():
			}
			return ctx.Err()
		}
	})
	s.Send(context.Background(), "demo", callback(bad.URL, `{}`))
	s.Send(context.Background(), "demo", callback(good.URL, `{}`))
	s.drain(t)
	if st := s.Stats(); st.Delivered != 2 {
		t.Errorf("stats %+v", st)
	}
}

func TestADeliveryIsSentAgainUnderItsID(t *testing.T) {
	to := receive(t, 400, 200)
	done := make(chan struct{}, 2)
	s := newRig(t, func(o *webhook.Options) {
		o.Logger = slog.New(slog.NewTextHandler(signal{done}, nil))
	})
	s.Send(context.Background(), "demo", callback(to.URL, `{"n":1}`))
	<-done // the failure is logged when the delivery is finished
	id := s.Deliveries("demo")[0].ID
	if _, err := s.Resend(context.Background(), "another", id); !errors.Is(err, webhook.ErrUnknownDelivery) {
		t.Errorf("another sandbox can send it again: %v", err)
	}
	d, err := s.Resend(context.Background(), "demo", id)
	if err != nil || d.Status != webhook.Queued {
		t.Fatalf("%+v %v", d, err)
	}
	s.drain(t)
	got := to.got()
	d, ok := s.Delivery("demo", id)
	if !ok || d.Status != webhook.Delivered || len(d.Attempts) != 2 || len(got) != 2 || got[1].header.Get("webhook-id") != id || got[1].body != `{"n":1}` {
		t.Errorf("%+v, received %v", d, got)
	}
	if _, err := s.Resend(context.Background(), "demo", id); err != nil {
		t.Fatal(err)
	}
	if d, _ := s.Delivery("demo", id); d.Status != webhook.Dropped {
		t.Errorf("a stopped sender sends again: %+v", d)
	}
}

// signal tells that something was written.
type signal struct{ to chan struct{} }

func (s signal) Write(b []byte) (int, error) {
	s.to <- struct{}{}
	return len(b), nil
}

func TestWhatCannotBeSentFailsAtOnce(t *testing.T) {
	good := engine.Callback{Name: "n", Method: "POST", URL: "http://127.0.0.1:1/", Type: "application/json"}
	for _, c := range []struct {
		name, secret, reason string
		change               func(*engine.Callback)
	}{
		{"no address", secret, "no address is known", func(c *engine.Callback) { c.URL = "" }},
		{"a broken secret", "whsec_short", "whsec_ and base64", func(*engine.Callback) {}},
		{"an unmarked secret", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_ and base64", func(*engine.Callback) {}},
		{"a method that is none", secret, "the callback's method", func(c *engine.Callback) { c.Method = "GET / HTTP/1.1\r\n" }},
		{"a header that ends the header", secret, "media type holds characters", func(c *engine.Callback) { c.Type = "text/plain\r\nX-Evil: 1" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newRig(t, func(o *webhook.Options) {
				o.Endpoint = func(string, engine.Callback) webhook.Endpoint { return webhook.Endpoint{Secret: c.secret} }
			})
			sent := good
			c.change(&sent)
			s.Send(context.Background(), "demo", sent)
			d := s.Deliveries("demo")[0]
			if d.Status != webhook.Failed || len(d.Attempts) != 0 || !strings.Contains(d.Error, c.reason) {
				t.Errorf("%+v", d)
			}
			if strings.Contains(d.Error, c.secret) || strings.Contains(s.log.String(), c.secret) {
				t.Errorf("the secret is shown")
			}
		})
	}
}

func TestTheSandboxsAddressIsTakenWhereTheDocumentGivesNone(t *testing.T) {
	to := receive(t, 200)
	s := newRig(t, func(o *webhook.Options) {
		o.Endpoint = func(sandbox string, c engine.Callback) webhook.Endpoint {
			return webhook.Endpoint{URL: to.URL + "/" + sandbox + "/" + c.Name, Secret: secret}
		}
	})
	s.Send(context.Background(), "demo", callback("", `{}`))
	s.drain(t)
	if d := s.Deliveries("demo")[0]; d.Status != webhook.Delivered || d.URL != to.URL+"/demo/refundUpdated" {
		t.Errorf("%+v", d)
	}
}

func TestNewSecretsAreGoodAndDiffer(t *testing.T) {
	a, err := webhook.NewSecret(strings.NewReader(strings.Repeat("a", 32)))
	if err != nil || webhook.CheckSecret(a) != nil {
		t.Errorf("%q %v", a, err)
	}
	b, err := webhook.NewSecret(strings.NewReader(strings.Repeat("b", 32)))
	if err != nil || a == b {
		t.Errorf("%q %q %v", a, b, err)
	}
	if _, err := webhook.NewSecret(strings.NewReader("few")); err == nil {
		t.Error("a secret is made of too little randomness")
	}
}
