package server_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	boxes "github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/server"
)

// selectable is a folder with a default scenario and two that can be asked for.
var selectable = fstest.MapFS{
	"deposits/plain.yaml":       {Data: []byte("scenario: plain\ntitle: Plain\napi: deposits\ndefault: true\nrules:\n  getLocale:\n    - {name: plain, respond: {body: {by: plain}}}\n")},
	"deposits/outage.yaml":      {Data: []byte("scenario: outage\ntitle: Outage\napi: deposits\nrules:\n  \"*\":\n    - {name: out, respond: {problem: SERVICE_UNAVAILABLE}}\n")},
	"deposits/maintenance.yaml": {Data: []byte("scenario: maintenance\ntitle: Maintenance\napi: deposits\nrules:\n  \"*\":\n    - {name: later, respond: {problem: SERVICE_UNAVAILABLE}}\n")},
}

// validRequest makes a request that the contract takes, from the document's examples or made from its schemas.
func validRequest(t *testing.T, op *contract.Operation) *http.Request {
	t.Helper()
	path, query := op.Path, url.Values{}
	for _, p := range op.Parameters {
		if !p.Required || p.Credential {
			continue
		}
		if len(p.Examples) == 0 {
			t.Fatalf("%s: parameter %s has no example", op.ID, p.Name)
		}
		text := fmt.Sprint(p.Examples[0].Value)
		switch p.In {
		case "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(text))
		case "query":
			query.Set(p.Name, text)
		}
	}
	body := ""
	if op.Body != nil {
		text, err := json.Marshal(op.Body.Content[0].Examples[0].Value)
		if err != nil {
			t.Fatal(err)
		}
		body = string(text)
	}
	if op.ID == "findBranches" {
		query = url.Values{"country": {"IN"}, "pin": {"400001"}}
	}
	return request(op.Method, op.API.BasePath+path+"?"+query.Encode(), body)
}

const counting = `
state:
  seen: {values: ["no", "yes"], initial: "no"}
rules:
  getLocale:
    - {name: first, state: {seen: "no"}, do: [{set: {seen: "yes"}}], respond: {body: {by: first}}}
    - {name: later, respond: {body: {by: later}}}
  listFields:
    - {name: again, respond: {body: {}}}
`

func TestASandboxIsFoundByKeyThenTokenThenUserThenName(t *testing.T) {
	registry := boxes.NewRegistry(boxes.Options{Clock: func() time.Time { return start }})
	b := newSandbox(t, yaml(counting), func(o *server.Options) { o.Sandboxes = registry })
	made, err := b.keys.SignToken(map[string]any{"sub": "john", "client_id": "by-token"}, bank.Duration{Time: time.Hour}, start)
	if err != nil {
		t.Fatal(err)
	}
	basic := "Basic " + base64.StdEncoding.EncodeToString([]byte("by-user:secret"))
	long := strings.Repeat("k", 1000)
	for _, c := range []struct{ key, authorization, name, want string }{
		{"by-key", "Bearer " + made, "by-name", "by-key"},
		{"", "Bearer " + made, "by-name", "by-token"},
		{"", basic, "by-name", "by-user"},
		{"", "Bearer somebody", "by-name", "by-name"},
		{"", "Bearer somebody", "", "default"},
		{"", "", "", "default"},
	} {
		r := request(http.MethodGet, locales, "", "X-Api-Key", c.key, "Authorization", c.authorization, "X-Sandbox", c.name)
		for name, values := range r.Header {
			if values[0] == "" {
				delete(r.Header, name)
			}
		}
		before, _, _ := registry.Get(c.want).Entries(boxes.Filter{})
		b.do(r)
		if after, _, _ := registry.Get(c.want).Entries(boxes.Filter{}); len(after) != len(before)+1 {
			t.Errorf("%+v went elsewhere", c)
		}
	}
	b.get(locales, "X-Api-Key", long)
	if n := registry.Stats().Sandboxes; n != 6 {
		t.Errorf("there are %d sandboxes", n)
	}
	if page, _, _ := registry.Get(long).Entries(boxes.Filter{}); len(page) != 0 {
		t.Error("a key of any length is kept as it is")
	}
}

func TestTwoKeysSeeNothingOfEachOther(t *testing.T) {
	registry := boxes.NewRegistry(boxes.Options{Clock: func() time.Time { return start }, Seed: 7})
	b := newSandbox(t, yaml(counting), func(o *server.Options) { o.Sandboxes = registry })
	p := program(t, b.api, yaml(counting))
	b.Replace(p)
	const calls = 100
	first := map[string]int{}
	var guard sync.Mutex
	var all sync.WaitGroup
	for worker := range 6 {
		key := fmt.Sprint("key-", worker%2)
		all.Go(func() {
			for i := range calls {
				id := fmt.Sprint(key, "-", worker, "-", i)
				w := b.get(locales, "X-Api-Key", key, "X-Request-Id", id)
				if w.Header().Get("X-Sandbox-Rule") == "first" {
					guard.Lock()
					first[key]++
					guard.Unlock()
				}
				if _, err := registry.Get(key).Advance(p, time.Second); err != nil {
					t.Error(err)
				}
				for _, e := range page(registry, key) {
					if !strings.HasPrefix(e.World.RequestID, key) || e.World.Caller.App != key {
						t.Errorf("the journal of %s has the request %s", key, e.World.RequestID)
					}
				}
				if worker < 2 && i == calls/2 {
					b.get(fields, "X-Api-Key", key, "X-Request-Id", id+"-fields")
				}
			}
		})
	}
	all.Wait()
	for _, key := range []string{"key-0", "key-1"} {
		s := registry.Get(key)
		if first[key] != 1 {
			t.Errorf("%s was the first %d times", key, first[key])
		}
		if _, total, dropped := s.Entries(boxes.Filter{Operation: "getLocale"}); total != 3*calls || dropped != 0 {
			t.Errorf("%s has %d entries, %d dropped", key, total, dropped)
		}
		if got := s.Clock().Offset; got != 3*calls*time.Second {
			t.Errorf("the clock of %s is %s ahead", key, got)
		}
	}
}

func page(registry *boxes.Registry, key string) []*boxes.Entry {
	entries, _, _ := registry.Get(key).Entries(boxes.Filter{Limit: 20})
	return entries
}

func TestATransitionRacedByAHundredCallsHappensOnce(t *testing.T) {
	b := newSandbox(t, yaml(counting))
	rules := make(chan string, 100)
	for range 100 {
		go func() { rules <- b.get(locales).Header().Get("X-Sandbox-Rule") }()
	}
	n := 0
	for range 100 {
		if <-rules == "first" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("it happened %d times", n)
	}
}

func TestTheJournalKeepsRequestsAndAnswersWithTheirReasons(t *testing.T) {
	registry := boxes.NewRegistry(boxes.Options{Clock: func() time.Time { return start }})
	b := shipped(t, func(o *server.Options) { o.Sandboxes = registry })
	box := registry.Get("demo")
	last := func() *boxes.Entry {
		t.Helper()
		entries, _, _ := box.Entries(boxes.Filter{Limit: 1})
		if len(entries) == 0 {
			t.Fatal("nothing is in the journal")
		}
		return entries[0]
	}
	w := b.verify(`{"vpa":"john@okhdfc"}`, "X-Request-Id", "call-1")
	e := last()
	if e.Operation.ID != "verifyMyVpa" || e.Status != 200 || e.Rule != w.Header().Get("X-Sandbox-Rule") || e.World.RequestID != "call-1" ||
		string(e.Original.Request.Body) != `{"vpa":"john@okhdfc"}` || string(e.Original.Answer.Body) != w.Body.String() ||
		e.Original.Answer.Header.Get("Content-Type") != "application/json" || e.Original.Target != vpa || !e.Received.Equal(start) {
		t.Errorf("%+v", e)
	}
	if traces := e.Program.Explain(e.Request, &e.World); len(traces) == 0 || !traces[0].Answered || traces[0].Rule != e.Rule {
		t.Errorf("%+v", traces)
	}
	if shown := e.Shown(); shown.Request.Header.Get("Authorization") != "Bearer ***" || shown.Request.Header.Get("X-Api-Key") != "***" {
		t.Errorf("%+v", shown.Request.Header)
	}

	b.verify(`{"vpa":7,"more":1}`)
	if e := last(); e.Status != 400 || e.Code != "SCHEMA_VIOLATION" || len(e.Violations) != 2 || string(e.Original.Request.Body) != `{"vpa":7,"more":1}` || e.Request != nil {
		t.Errorf("%+v", e)
	}
	b.verify(`{"vpa":`)
	if e := last(); e.Status != 400 || e.Code != "MALFORMED_BODY" || string(e.Original.Request.Body) != `{"vpa":` {
		t.Errorf("%+v", e)
	}
	expired, err := b.keys.SignToken(map[string]any{"sub": "x"}, bank.Duration{Time: time.Hour}, start.Add(-2*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	b.get(fields, "Authorization", "Bearer "+expired)
	if e := last(); e.Status != 401 || e.Code != "UNAUTHORIZED" || e.Operation.ID != "listFields" {
		t.Errorf("%+v", e)
	}
	b.get("/nothing")
	b.get("/healthz")
	b.get(fields, "Prefer", "code=503")
	if e := last(); e.Status != 503 || !e.Contract || e.Number != 5 {
		t.Errorf("%+v", e)
	}
}

func TestABrokenAnswerIsJournaledAsItWasDecided(t *testing.T) {
	registry := boxes.NewRegistry(boxes.Options{Clock: func() time.Time { return start }})
	origin, _, _ := running(t, faulty(t, func(o *server.Options) { o.Sandboxes = registry }))
	if _, err := exchange(t, origin, faultTarget("truncate")); err != nil {
		t.Fatal(err)
	}
	tail, err := registry.Get("demo").Follow(1) // the call may still be on its way to the journal
	if err != nil {
		t.Fatal(err)
	}
	entries := page(registry, "demo")
	if len(entries) == 0 {
		entries = []*boxes.Entry{<-tail.Entries()}
	}
	if e := entries[0]; e.Fault.Kind != engine.Truncate || e.Status != 200 || string(e.Original.Answer.Body) != `{"text":"0123456789"}` || e.Rule != "a part" {
		t.Errorf("%+v", e)
	}
}

func TestTheServerWorksWithoutJournal(t *testing.T) {
	registry := boxes.NewRegistry(boxes.Options{Clock: func() time.Time { return start }, JournalEntries: -1})
	b := newSandbox(t, yaml(counting), func(o *server.Options) { o.Sandboxes = registry })
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			key := fmt.Sprint("key-", i)
			if rule := b.get(locales, "X-Api-Key", key).Header().Get("X-Sandbox-Rule"); rule != "first" {
				t.Errorf("%s is answered by %s", key, rule)
			}
			if rule := b.get(locales, "X-Api-Key", key).Header().Get("X-Sandbox-Rule"); rule != "later" {
				t.Errorf("%s is answered by %s the second time", key, rule)
			}
		})
	}
	all.Wait()
	if stats := registry.Stats(); stats.JournalBytes != 0 || stats.Sandboxes != 20 {
		t.Errorf("%+v", stats)
	}
}

func TestATokenExpiresByTheClockOfItsSandbox(t *testing.T) {
	registry := boxes.NewRegistry(boxes.Options{Clock: func() time.Time { return start }})
	b := newSandbox(t, yaml(counting), func(o *server.Options) { o.Sandboxes = registry })
	p := program(t, b.api, yaml(counting))
	made, err := b.keys.SignToken(map[string]any{"sub": "x"}, bank.Duration{Time: time.Hour}, start)
	if err != nil {
		t.Fatal(err)
	}
	status := func(key string) int { return b.get(locales, "X-Api-Key", key, "Authorization", "Bearer "+made).Code }
	if _, err := registry.Get("ahead").Advance(p, time.Hour); err != nil {
		t.Fatal(err)
	}
	if ahead, other := status("ahead"), status("other"); ahead != 401 || other != 200 {
		t.Errorf("%d an hour ahead, %d elsewhere", ahead, other)
	}
	if _, err := registry.Get("ahead").SetClock(p, start.Add(time.Hour-time.Second)); err != nil {
		t.Fatal(err)
	}
	if got := status("ahead"); got != 200 {
		t.Errorf("%d a second before", got)
	}
}

// sender collects callbacks.
type sender struct {
	guard sync.Mutex
	sent  []string
	more  chan struct{}
}

func (s *sender) Send(_ context.Context, key string, c engine.Callback) {
	s.guard.Lock()
	s.sent = append(s.sent, key+" "+c.Name+" "+string(c.Body))
	s.guard.Unlock()
	s.more <- struct{}{}
}

func TestCallbacksAreHandedOverAfterTheAnswerHoweverItEnds(t *testing.T) {
	sent := &sender{more: make(chan struct{}, 10)}
	b := faulty(t, func(o *server.Options) { o.Callbacks = sent })
	origin, _, _ := running(t, b)
	for _, name := range []string{"call-back", "call-back-reset"} {
		_, _ = exchange(t, origin, faultTarget(name)) // one of them is reset
		<-sent.more
	}
	if want := "demo told {\"text\":\"now\"}"; len(sent.sent) != 2 || sent.sent[0] != want || sent.sent[1] != want {
		t.Errorf("%q", sent.sent)
	}
}

func TestWhatBecomesDueIsDoneWhileNobodyCalls(t *testing.T) {
	sent := &sender{more: make(chan struct{}, 10)}
	b := faulty(t, func(o *server.Options) { o.Callbacks = sent })
	origin, _, _ := running(t, b)
	if _, err := exchangeOnce(t, origin, faultTarget("call-back-later")); err != nil {
		t.Fatal(err)
	}
	b.set(start.Add(time.Minute))
	<-sent.more
	if len(sent.sent) != 1 || sent.sent[0] != "demo told {\"text\":\"later\"}" {
		t.Errorf("%q", sent.sent)
	}
}

func TestCallbacksThatNobodySendsAreReportedOnce(t *testing.T) {
	b := faulty(t)
	for range 3 {
		if w := b.get(faultTarget("call-back")); w.Code != 200 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	if n := strings.Count(b.log.String(), "callbacks are dropped"); n != 1 {
		t.Errorf("it is said %d times: %s", n, b.log)
	}
}

func TestABodyIsReadOnceAlsoWhenItIsJournaled(t *testing.T) {
	registry := boxes.NewRegistry(boxes.Options{Clock: func() time.Time { return start }})
	b := shipped(t, func(o *server.Options) { o.Sandboxes = registry })
	large := `{"vpa":"` + strings.Repeat("x", 200<<10) + `"}`
	b.verify(large)
	b.verify(`{"vpa":"a b"}`)
	entries := page(registry, "demo")
	if len(entries) != 2 || string(entries[1].Original.Request.Body) != large || string(entries[0].Original.Request.Body) != `{"vpa":"a b"}` {
		t.Error("the bodies of refused requests are not kept as they came")
	}
	r := httptest.NewRequest(http.MethodPost, vpa, strings.NewReader(`{"vpa":"john@okhdfc"}`))
	r.ContentLength = -1
	for name, values := range request(http.MethodPost, vpa, "{}").Header {
		r.Header[name] = values
	}
	if w := b.do(r); w.Code != 200 || string(page(registry, "demo")[0].Original.Request.Body) != `{"vpa":"john@okhdfc"}` {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
