package server_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/server"
)

// stream follows a journal over a real connection.
type stream struct {
	t      *testing.T
	lines  *bufio.Scanner
	cancel context.CancelFunc
}

// follow opens a stream and waits until it has begun.
func follow(t *testing.T, origin, query string, header map[string]string) *stream {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, origin+"/sandbox/v1/journal/events"+query, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Api-Key", "demo")
	for name, value := range header {
		r.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	if got := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || !strings.HasPrefix(got, "text/event-stream") {
		t.Fatalf("status %d of type %s", response.StatusCode, got)
	}
	return &stream{t, bufio.NewScanner(response.Body), cancel}
}

// next gives the next event as its lines; "" at the end.
func (s *stream) next() string {
	var lines []string
	for s.lines.Scan() {
		if s.lines.Text() == "" {
			return strings.Join(lines, "\n")
		}
		lines = append(lines, s.lines.Text())
	}
	return strings.Join(lines, "\n")
}

// entry reads an event that is an entry.
func (s *stream) entry() (e control.JournalEntrySummary) {
	s.t.Helper()
	event := s.next()
	id, rest, _ := strings.Cut(event, "\n")
	data, ok := strings.CutPrefix(rest, "event: entry\ndata: ")
	if !ok || json.Unmarshal([]byte(data), &e) != nil || id != "id: "+e.Id {
		s.t.Fatalf("the event is no entry: %q", event)
	}
	return e
}

func TestTheJournalIsFollowed(t *testing.T) {
	s := newSteered(t, bench, func(o *server.Options) { o.Clock = time.Now })
	live := httptest.NewServer(s.Handler())
	t.Cleanup(live.Close)
	s.verifies("john@okhdfc")
	s.verifies("jane@okhdfc")

	now := follow(t, live.URL, "", nil)
	if begin := now.next(); begin != ": the journal from now on" {
		t.Errorf("the stream begins with %q", begin)
	}
	missed := follow(t, live.URL, "", map[string]string{"Last-Event-ID": "1"})
	if e := missed.entry(); e.Id != "2" {
		t.Errorf("the first missed entry is %s", e.Id)
	}
	missed.next()
	some := follow(t, live.URL, "?operation=listFields&api=deposits", nil)
	some.next()

	s.as("other").verifies("john@okhdfc")
	s.verifies("blocked@ybl")
	s.get(fields)
	for name, follower := range map[string]*stream{"from now on": now, "with what was missed": missed} {
		first, second := follower.entry(), follower.entry()
		if first.Id != "3" || *first.Rule != "a listed VPA" || first.Status != 200 || second.Id != "4" || *second.Operation != "listFields" {
			t.Errorf("%s: the entries are %s, %s", name, jsonOf(t, first), jsonOf(t, second))
		}
	}
	if e := some.entry(); e.Id != "4" {
		t.Errorf("the only entry of listFields is %s", jsonOf(t, e))
	}
}

func TestOnlySoManyFollowOneJournal(t *testing.T) {
	s := newSteered(t, bench, func(o *server.Options) { o.Clock = time.Now })
	live := httptest.NewServer(s.Handler())
	t.Cleanup(live.Close)
	for range 16 {
		follow(t, live.URL, "", nil).next()
	}
	s.refused(503, "TOO_MANY_JOURNAL_READERS", "GET", "/journal/events", "")
}

func TestStreamsEndWhenTheServerShutsDown(t *testing.T) {
	s := newSteered(t, bench, func(o *server.Options) { o.Clock = time.Now })
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, listener) }()
	events := follow(t, "http://"+listener.Addr().String(), "", nil)
	events.next()
	stop()
	if rest := events.next(); rest != "" {
		t.Errorf("the stream goes on with %q", rest)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
