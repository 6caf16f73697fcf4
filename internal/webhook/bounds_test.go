package webhook_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/sandbank/sandbank/internal/webhook"
)

func TestAFullQueueDropsAndTells(t *testing.T) {
	started, release := make(chan struct{}, 1), make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		select {
		case started <- struct{}{}:
		default:
		}
		<-release
	}))
	t.Cleanup(slow.Close)
	s := newRig(t, func(o *webhook.Options) { o.Queue, o.SandboxQueue = 5, 3 })
	for range 4 {
		s.Send(context.Background(), "a", callback(slow.URL, `{}`))
	}
	<-started
	for range 3 {
		s.Send(context.Background(), "b", callback(slow.URL, `{}`))
	}
	var statuses []string
	for _, d := range append(s.Deliveries("a"), s.Deliveries("b")...) {
		statuses = append(statuses, string(d.Status)+" "+d.Error)
	}
	want := []string{"queued ", "queued ", "queued ", "dropped too many callbacks of this sandbox are waiting", "queued ", "queued ", "dropped too many callbacks are waiting"}
	if !slices.Equal(statuses, want) {
		t.Errorf("statuses %q", statuses)
	}
	if st := s.Stats(); st.Dropped != 2 || st.Pending != 5 {
		t.Errorf("stats %+v", st)
	}
	close(release)
	s.drain(t)
	if !strings.Contains(s.log.String(), "callbacks are dropped") {
		t.Errorf("the log says nothing of drops: %s", s.log.String())
	}
	if st := s.Stats(); st.Delivered != 5 {
		t.Errorf("stats %+v", st)
	}
}

func TestConcurrencyIsBounded(t *testing.T) {
	var mu sync.Mutex
	now, most := 0, 0
	release := make(chan struct{})
	var once sync.Once
	to := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		mu.Lock()
		now++
		most = max(most, now)
		full := now == 2
		mu.Unlock()
		if full {
			once.Do(func() { close(release) })
		}
		<-release
		mu.Lock()
		now--
		mu.Unlock()
	}))
	t.Cleanup(to.Close)
	s := newRig(t, func(o *webhook.Options) { o.Concurrency = 2 })
	for i := range 30 {
		s.Send(context.Background(), strconv.Itoa(i), callback(to.URL, `{}`))
	}
	s.drain(t)
	if most != 2 {
		t.Errorf("%d attempts were under way at one time, want 2", most)
	}
	if st := s.Stats(); st.Delivered != 30 {
		t.Errorf("stats %+v", st)
	}
}

func TestWhatIsKeptIsBounded(t *testing.T) {
	to := receive(t, 200)
	s := newRig(t, func(o *webhook.Options) { o.Kept, o.KeptBytes = 3, 1000 })
	for i := range 5 {
		s.Send(context.Background(), "a", callback(to.URL, strconv.Itoa(i)))
	}
	var bodies []string
	for _, d := range s.Deliveries("a") {
		bodies = append(bodies, string(d.Callback.Body))
	}
	if !slices.Equal(bodies, []string{"2", "3", "4"}) {
		t.Errorf("kept %q", bodies)
	}
	s.Send(context.Background(), "b", callback(to.URL, `"`+strings.Repeat("x", 995)+`"`))
	s.drain(t)
	if st := s.Stats(); st.KeptBytes > 1000 || st.KeptDeliveries != 4 || st.Forgotten != 2 {
		t.Errorf("stats %+v", st)
	}
	s.Send(context.Background(), "b", callback(to.URL, `"`+strings.Repeat("y", 500)+`"`))
	if st := s.Stats(); st.KeptBytes > 1000 || len(s.Deliveries("a")) != 0 || len(s.Deliveries("b")) != 1 {
		t.Errorf("stats %+v, of b %d", st, len(s.Deliveries("b")))
	}
	s.Forget("b")
	if st := s.Stats(); st.KeptBytes != 0 || st.KeptDeliveries != 0 {
		t.Errorf("stats %+v after all is forgotten", st)
	}
}

func TestStoppingGivesUpWhatTheDeadlineCutsOff(t *testing.T) {
	started := make(chan struct{})
	hanging := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body) // the connection is only watched once the body is read
		close(started)
		<-r.Context().Done()
	}))
	t.Cleanup(hanging.Close)
	s := newRig(t, nil)
	s.Send(context.Background(), "demo", callback(hanging.URL, `{}`))
	s.Send(context.Background(), "demo", callback(hanging.URL, `{}`))
	<-started
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := s.Close(ctx)
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "2 callbacks were given up") {
		t.Errorf("Close gives %v", err)
	}
	s.Send(context.Background(), "demo", callback(hanging.URL, `{}`))
	var reasons []string
	for _, d := range s.Deliveries("demo") {
		reasons = append(reasons, string(d.Status)+": "+d.Error)
	}
	lost := "failed: the server stopped before the callback was delivered"
	if want := []string{lost, lost, "dropped: the server is stopping"}; !slices.Equal(reasons, want) {
		t.Errorf("deliveries %q", reasons)
	}
}
