package sandbox_test

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// entry is one with a body of a size.
func entry(size, second int) *sandbox.Entry {
	return &sandbox.Entry{
		Received: start.Add(time.Duration(second) * time.Second), Operation: bankAPI().Operation("takeOffer"), Status: 200,
		World: engine.World{RequestID: fmt.Sprint("r-", second)},
		Original: sandbox.Original{
			Method: "POST", Target: "/bank/v1/offer",
			Request: sandbox.Message{Header: http.Header{"Content-Type": {"application/json"}, "X-Api-Key": {"secret-key"}}, Body: bytes.Repeat([]byte("x"), size)},
		},
	}
}

func numbers(page []*sandbox.Entry) string {
	var out []string
	for _, e := range page {
		out = append(out, e.ID())
	}
	return strings.Join(out, " ")
}

func TestAJournalKeepsTheLatestAndCountsTheRest(t *testing.T) {
	b := newBench(t, func(o *sandbox.Options) { o.JournalEntries = 50 })
	s := b.Get("one")
	for i := range 120 {
		s.Record(entry(10, i))
		page, total, dropped := s.Entries(sandbox.Filter{})
		want := min(i+1, 50)
		if total != want || len(page) != want || dropped != uint64(i+1-want) || page[0].Number != uint64(i+1) || page[want-1].Number != uint64(i+2-want) {
			t.Fatalf("after %d: %d of %d, %d dropped, from %s", i+1, len(page), total, dropped, numbers(page))
		}
	}
	if e := s.Entry("100"); e == nil || e.World.RequestID != "r-99" {
		t.Errorf("%+v", e)
	}
	if e := s.Entry("r-80"); e == nil || e.ID() != "81" {
		t.Errorf("%+v", e)
	}
	if s.Entry("1") != nil || s.Entry("r-1") != nil || b.Get("two").Entry("100") != nil {
		t.Error("there are entries that should not be")
	}
	if got := b.Stats().Dropped; got != 70 {
		t.Errorf("%d dropped", got)
	}
	if err := s.ClearJournal(); err != nil {
		t.Fatal(err)
	}
	if _, total, dropped := s.Entries(sandbox.Filter{}); total != 0 || dropped != 0 || b.Stats().JournalBytes != 0 {
		t.Error("something is left")
	}
}

func TestTheLargestJournalsMakeRoomForAll(t *testing.T) {
	const limit = 1 << 20
	b := newBench(t, func(o *sandbox.Options) { o.JournalBytes = limit })
	b.Get("quiet").Record(entry(100, 0))
	for i := range 300 {
		b.Get("loud").Record(entry(10_000, i))
		b.Get("less").Record(entry(1000, i))
		if used := b.Stats().JournalBytes; used > limit {
			t.Fatalf("%d bytes after %d", used, i)
		}
	}
	count := func(key string) (kept int, dropped uint64) {
		_, kept, dropped = b.Get(key).Entries(sandbox.Filter{})
		return kept, dropped
	}
	if kept, dropped := count("quiet"); kept != 1 || dropped != 0 {
		t.Errorf("the quiet one has %d and lost %d", kept, dropped)
	}
	loud, lost := count("loud")
	if loud == 0 || lost == 0 || loud+int(lost) != 300 {
		t.Errorf("the loud one has %d and lost %d", loud, lost)
	}
	if page, _, _ := b.Get("loud").Entries(sandbox.Filter{Limit: 1}); page[0].Number != 300 {
		t.Errorf("the latest is %d", page[0].Number)
	}
	if used := b.Stats().JournalBytes; used < limit/2 {
		t.Errorf("only %d bytes are left", used)
	}
}

func TestAFilterNarrowsTheJournal(t *testing.T) {
	b := newBench(t)
	s := b.Get("one")
	for i := range 10 {
		e := entry(0, i)
		switch i {
		case 3:
			e.Operation, e.Status, e.Rule, e.Scenario = bankAPI().Operation("getStatus"), 503, "nothing works", "outage"
		case 4:
			e.Status, e.Code = 409, "CONFLICT"
		case 5:
			e.Original.Request.Body = []byte(`{"name":"Zoë","otp":"987654"}`)
		}
		s.Record(e)
	}
	at := func(i int) time.Time { return start.Add(time.Duration(i) * time.Second) }
	for name, c := range map[string]struct {
		filter sandbox.Filter
		want   string
		total  int
	}{
		"all":                {sandbox.Filter{}, "10 9 8 7 6 5 4 3 2 1", 10},
		"a page":             {sandbox.Filter{Offset: 2, Limit: 3}, "8 7 6", 10},
		"behind the end":     {sandbox.Filter{Offset: 20, Limit: 3}, "", 10},
		"before a number":    {sandbox.Filter{Before: 4, Limit: 2}, "3 2", 3},
		"from":               {sandbox.Filter{From: at(8)}, "10 9", 2},
		"to":                 {sandbox.Filter{To: at(2)}, "2 1", 2},
		"operation":          {sandbox.Filter{Operation: "getStatus"}, "4", 1},
		"with its API":       {sandbox.Filter{Operation: "bank/getStatus"}, "4", 1},
		"another API":        {sandbox.Filter{Operation: "bonk/getStatus"}, "", 0},
		"status":             {sandbox.Filter{Status: 409}, "5", 1},
		"class":              {sandbox.Filter{Status: 5}, "4", 1},
		"rule":               {sandbox.Filter{Rule: "nothing works"}, "4", 1},
		"scenario":           {sandbox.Filter{Scenario: "outage"}, "4", 1},
		"text":               {sandbox.Filter{Text: "ZOË"}, "6", 1},
		"code":               {sandbox.Filter{Text: "conflict"}, "5", 1},
		"a secret":           {sandbox.Filter{Text: "987654"}, "", 0},
		"a key":              {sandbox.Filter{Text: "secret-key"}, "", 0},
		"everything at once": {sandbox.Filter{From: at(2), To: at(9), Status: 503, Rule: "nothing works", Text: "offer"}, "4", 1},
	} {
		page, total, _ := s.Entries(c.filter)
		if got := numbers(page); got != c.want || total != c.total {
			t.Errorf("%s: %q of %d, want %q of %d", name, got, total, c.want, c.total)
		}
	}
}

func TestWhatIsShownHidesSecretsAndTheOriginalStays(t *testing.T) {
	e := entry(0, 1)
	e.Original.Request.Body = []byte(`{"name":"Zoë","otp":"987654"}`)
	shown := e.Shown()
	if got := string(shown.Request.Body); got != `{"name":"Zoë","otp":"***"}` {
		t.Errorf("the body shows %s", got)
	}
	if got := shown.Request.Header.Get("X-Api-Key"); got != "***" {
		t.Errorf("the key shows %s", got)
	}
	if e.Original.Request.Header.Get("X-Api-Key") != "secret-key" || !bytes.Contains(e.Original.Request.Body, []byte("987654")) {
		t.Error("the original has changed")
	}
}

func TestFollowersSeeNewEntriesAndWhatTheyMissed(t *testing.T) {
	b := newBench(t)
	s := b.Get("one")
	s.Record(entry(0, 0))
	tail, err := s.Follow(2)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		b.Get("one").Record(entry(0, i))
		b.Get("two").Record(entry(0, i))
	}
	if a, c := <-tail.Entries(), <-tail.Entries(); a.Number != 2 || c.Number != 3 || tail.Dropped() != 3 {
		t.Errorf("%d %d, %d dropped", a.Number, c.Number, tail.Dropped())
	}
	for range 15 {
		if _, err := s.Follow(1); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Follow(1); err == nil {
		t.Error("any number may follow")
	}
	tail.Close()
	tail.Close()
	if _, open := <-tail.Entries(); open {
		t.Error("a closed tail goes on")
	}
	s.Record(entry(0, 9))
	if _, err := s.Follow(1); err != nil {
		t.Error(err)
	}
}

func TestARegistryWithoutJournalKeepsNone(t *testing.T) {
	b := newBench(t, func(o *sandbox.Options) { o.JournalEntries = -1 })
	b.Get("one").Record(entry(10, 1))
	if _, total, _ := b.Get("one").Entries(sandbox.Filter{}); total != 0 || b.Journals() || b.Stats().JournalBytes != 0 {
		t.Error("there is a journal")
	}
}

func TestJournalsAreKeptApartUnderLoad(t *testing.T) {
	b := newBench(t, func(o *sandbox.Options) { o.Sandboxes, o.JournalBytes = 4, 200_000 })
	var all sync.WaitGroup
	for worker := range 8 {
		all.Go(func() {
			key := fmt.Sprint("key-", worker)
			for i := range 300 {
				e := entry(100, i)
				e.Scenario = key
				b.Get(key).Record(e)
				page, _, _ := b.Get(key).Entries(sandbox.Filter{Limit: 5})
				for _, e := range page {
					if e.Scenario != key {
						t.Errorf("%s sees an entry of %s", key, e.Scenario)
					}
				}
			}
		})
	}
	all.Wait()
	stats := b.Stats()
	if stats.Sandboxes > 4 || stats.JournalBytes > 400_000 {
		t.Errorf("%+v", stats)
	}
	sum := 0
	for worker := range 8 {
		_, n, _ := b.Get(fmt.Sprint("key-", worker)).Entries(sandbox.Filter{})
		sum += n
	}
	if sum == 0 {
		t.Error("nothing is left")
	}
	for worker := range 8 {
		if err := b.Get(fmt.Sprint("key-", worker)).ClearJournal(); err != nil {
			t.Fatal(err)
		}
	}
	if left := b.Stats().JournalBytes; left != 0 {
		t.Errorf("%d bytes are accounted for nothing", left)
	}
}

func TestAnExplanationIsWorkedOutFromTheEntry(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	req, w := s.request("takeOffer", claim), &engine.World{}
	d, err := s.Decide(b.program, req, w)
	if err != nil {
		t.Fatal(err)
	}
	s.Record(&sandbox.Entry{Operation: req.Operation, Request: req, Program: b.program, World: *w, Rule: d.Rule})
	s.call("takeOffer", claim)
	e := s.Entry("1")
	traces := e.Program.Explain(e.Request, &e.World)
	if len(traces) != 2 || !traces[0].Answered || traces[0].Rule != "the first one gets it" {
		t.Errorf("%+v", traces)
	}
}

func TestAJournalLetsGoOfProgramsThatAreLongGone(t *testing.T) {
	b := newBench(t)
	s := b.get("one")
	record := func(p *engine.Program) {
		req, w := s.request("takeOffer", claim), &engine.World{RequestID: "r"}
		if _, err := s.Decide(p, req, w); err != nil {
			t.Fatal(err)
		}
		e := entry(0, 1)
		e.Operation, e.Request, e.Program, e.World = req.Operation, req, p, *w
		e.Original.Request.Body = []byte(claim)
		s.Record(e)
	}
	for range 6 {
		record(b.program)
		b.program = load(t)
	}
	page, total, dropped := s.Entries(sandbox.Filter{})
	if total != 6 || dropped != 0 {
		t.Fatalf("%d entries, %d dropped", total, dropped)
	}
	for i, e := range page {
		if kept := e.Program != nil && e.Request != nil && e.World.State == nil == (e.Number == 1); i < 4 && !kept || i >= 4 && (e.Program != nil || e.Request != nil) {
			t.Errorf("entry %d has program %p and request %p", e.Number, e.Program, e.Request)
		}
		if shown := e.Shown(); string(shown.Request.Body) != `{"name":"a","otp":"***"}` || e.World.RequestID != "r" || e.Operation.ID != "takeOffer" {
			t.Errorf("entry %d shows %s", e.Number, shown.Request.Body)
		}
		if string(e.Original.Request.Body) != claim {
			t.Errorf("entry %d cannot be replayed", e.Number)
		}
	}
}

func TestAJournalShowsEntriesOfDocumentsThatAreGone(t *testing.T) {
	b := newBench(t)
	s := b.Get("one")
	e := entry(0, 1)
	e.Program = b.program
	e.Original.Request.Body = []byte(claim)
	s.Record(e)
	for range 4 {
		other := entry(0, 2)
		other.Program = otherProgram(t)
		s.Record(other)
	}
	old := s.Entry("1")
	if shown := old.Shown(); old.Program != nil || string(shown.Request.Body) != `{"name":"a","otp":"***"}` || shown.Request.Header.Get("X-Api-Key") != "***" {
		t.Errorf("%+v", shown)
	}
	if old.Operation == e.Operation || old.Operation.ID != "takeOffer" || old.Operation.API.Name != "bank" {
		t.Errorf("the operation is %+v", old.Operation)
	}
}

func BenchmarkDecideAndRecord(b *testing.B) {
	bench := newBench(b)
	s := bench.get("one")
	req := s.request("listGoals", "")
	b.ReportAllocs()
	for b.Loop() {
		e := &sandbox.Entry{Operation: req.Operation, Request: req, Program: bench.program}
		if _, err := s.Decide(bench.program, req, &e.World); err != nil {
			b.Fatal(err)
		}
		s.Record(e)
	}
}
