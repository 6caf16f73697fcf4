package store_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/internal/store/pgtest"
)

var start = time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)

// engine opens one and the same database again and again, as one process after another would.
type engine func(t *testing.T) *store.Store

func opened(t *testing.T) func(*store.Store, error) *store.Store {
	return func(s *store.Store, err error) *store.Store {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		return s
	}
}

func aKey(t *testing.T) *store.Key {
	t.Helper()
	k, err := store.ParseKey("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// TestStore runs everything on both engines; it is one test so that one PostgreSQL server serves all of it.
func TestStore(t *testing.T) {
	t.Run("SQLite", func(t *testing.T) {
		conform(t, func(t *testing.T) engine {
			folder := filepath.Join(t.TempDir(), "a folder with 100% odd ?name#")
			var last *store.Store
			return func(t *testing.T) *store.Store {
				t.Helper()
				if last != nil { // one process at a time
					if err := last.Close(); err != nil {
						t.Fatal(err)
					}
				}
				last = opened(t)(store.OpenFolder(t.Context(), folder, nil))
				return last
			}
		})
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		server := pgtest.Start(t)
		conform(t, func(*testing.T) engine {
			address := server.Database()
			return func(t *testing.T) *store.Store {
				t.Helper()
				return opened(t)(store.OpenDatabase(t.Context(), address, aKey(t), pauses))
			}
		})
	})
}

// conform tests an engine, each time with an empty database.
func conform(t *testing.T, empty func(t *testing.T) engine) {
	for name, test := range map[string]func(*testing.T, engine){
		"what was saved is loaded by the next process":             savedIsLoaded,
		"a version that is known is not loaded again":              knownIsNotLoaded,
		"a save in place of another version changes nothing":       staleChangesNothing,
		"of many who change one version one succeeds":              oneOfManySucceeds,
		"snapshots are put, replaced and taken away with the core": snapshotsGoWithTheCore,
		"an answer is kept once with what the request changed":     anAnswerIsKeptOnce,
		"of many who answer one request one succeeds":              oneOfManyAnswers,
		"an answer that has expired makes room":                    expiredAnswersMakeRoom,
		"forgotten answers are those of one sandbox":               forgetIsOfOneSandbox,
		"those who wait are told in the order of time":             waitingInOrder,
		"large and odd values come back as they were":              oddValuesComeBack,
		"the database answers that it is ready until it is closed": readiness,
		"the journal has the latest rows, the latest first":        journalHasTheLatest,
		"originals in the journal are encrypted":                   originalsAreSealed,
		"a secret is made once and read by all":                    secretsAreMadeOnce,
	} {
		t.Run(name, func(t *testing.T) { test(t, empty(t)) })
	}
}

func change(core string) *sandbox.Change { return &sandbox.Change{Core: []byte(core), Now: start} }

func save(t *testing.T, s *store.Store, key string, from int64, c *sandbox.Change) int64 {
	t.Helper()
	version, err := s.Save(t.Context(), key, from, c)
	if err != nil {
		t.Fatal(err)
	}
	return version
}

func load(t *testing.T, s *store.Store, key string) *sandbox.Kept {
	t.Helper()
	kept, err := s.Load(t.Context(), key, -1)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func savedIsLoaded(t *testing.T, e engine) {
	s := e(t)
	if kept := load(t, s, "one"); kept != nil {
		t.Errorf("an empty database has %+v", kept)
	}
	first := save(t, s, "one", 0, change(`{"n":1}`))
	second := save(t, s, "one", first, change(`{"n":2}`))
	save(t, s, "two", 0, change(`{"n":3}`))
	if first != 1 || second != 2 {
		t.Errorf("versions %d and %d", first, second)
	}
	s = e(t)
	if kept := load(t, s, "one"); kept == nil || kept.Version != 2 || string(kept.Core) != `{"n":2}` || len(kept.Snapshots) != 0 {
		t.Errorf("%+v", kept)
	}
	if kept := load(t, s, "two"); kept == nil || string(kept.Core) != `{"n":3}` {
		t.Errorf("%+v", kept)
	}
}

func knownIsNotLoaded(t *testing.T, e engine) {
	s := e(t)
	version := save(t, s, "one", 0, change("{}"))
	if kept, err := s.Load(t.Context(), "one", version); err != nil || kept != nil {
		t.Errorf("%+v, %v", kept, err)
	}
	if kept, err := s.Load(t.Context(), "one", 0); err != nil || kept == nil {
		t.Errorf("%+v, %v", kept, err)
	}
}

func staleChangesNothing(t *testing.T, e engine) {
	s := e(t)
	version := save(t, s, "one", 0, change("first"))
	stale := change("other")
	stale.Snapshots = map[string][]byte{"s": []byte("x")}
	stale.Answer = &sandbox.Answer{Name: "a", Print: "p", Expires: start.Add(time.Hour)}
	for _, from := range []int64{0, version + 1, version - 1} {
		if _, err := s.Save(t.Context(), "one", from, stale); !errors.Is(err, sandbox.ErrStale) {
			t.Errorf("from %d: %v", from, err)
		}
	}
	if _, err := s.Save(t.Context(), "missing", 4, stale); !errors.Is(err, sandbox.ErrStale) {
		t.Errorf("in place of nothing: %v", err)
	}
	if kept := load(t, s, "one"); string(kept.Core) != "first" || len(kept.Snapshots) != 0 {
		t.Errorf("%+v", kept)
	}
	if a, err := s.Answer(t.Context(), "one", "a", start); a != nil || err != nil {
		t.Errorf("%+v, %v", a, err)
	}
}

func oneOfManySucceeds(t *testing.T, e engine) {
	s := e(t)
	const writers, rounds = 8, 20
	version := int64(0)
	for round := range rounds {
		var won atomic.Int64
		var group sync.WaitGroup
		for n := range writers {
			group.Go(func() {
				c := change(fmt.Sprintf("%d/%d", round, n))
				c.Snapshots = map[string][]byte{"s": []byte("x")}
				_, err := s.Save(context.Background(), "one", version, c)
				if err == nil {
					won.Add(1)
				} else if !errors.Is(err, sandbox.ErrStale) {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if won.Load() != 1 {
			t.Fatalf("round %d: %d have changed version %d", round, won.Load(), version)
		}
		version++
	}
	if kept := load(t, s, "one"); kept.Version != rounds {
		t.Errorf("version %d after %d rounds", kept.Version, rounds)
	}
}

func snapshotsGoWithTheCore(t *testing.T, e engine) {
	s := e(t)
	c := change("1")
	c.Snapshots = map[string][]byte{"": []byte("provider"), "a": []byte("one"), "b": []byte("two")}
	version := save(t, s, "one", 0, c)
	save(t, s, "two", 0, c)
	c = change("2")
	c.Snapshots = map[string][]byte{"": nil, "a": []byte("three"), "missing": nil}
	save(t, s, "one", version, c)
	s = e(t)
	if kept := load(t, s, "one"); !reflect.DeepEqual(kept.Snapshots, map[string][]byte{"a": []byte("three"), "b": []byte("two")}) {
		t.Errorf("%q", kept.Snapshots)
	}
	if kept := load(t, s, "two"); len(kept.Snapshots) != 3 {
		t.Errorf("another sandbox has %q", kept.Snapshots)
	}
}

func answered(name string) *sandbox.Answer {
	return &sandbox.Answer{Name: name, Print: "print", Status: 201, Header: http.Header{"Content-Type": {"application/json"}, "X-Two": {"a", "b"}},
		Body: []byte(`{"id":1}`), Scenario: "s", Rule: "r", Code: "C", Ready: start.Add(time.Second).Local(), Expires: start.Add(24 * time.Hour).Local()}
}

func anAnswerIsKeptOnce(t *testing.T, e engine) {
	s := e(t)
	c := change("1")
	c.Answer = answered("a")
	version := save(t, s, "one", 0, c)
	second := change("2")
	second.Answer = answered("a")
	if _, err := s.Save(t.Context(), "one", version, second); !errors.Is(err, sandbox.ErrAnswered) {
		t.Errorf("the same again: %v", err)
	}
	alone := &sandbox.Change{Answer: answered("b"), Now: start}
	if after := save(t, s, "one", version, alone); after != version {
		t.Errorf("an answer alone makes version %d", after)
	}
	s = e(t)
	if kept := load(t, s, "one"); string(kept.Core) != "1" || kept.Version != version {
		t.Errorf("%+v", kept)
	}
	got, err := s.Answer(t.Context(), "one", "a", start)
	if err != nil || got == nil {
		t.Fatalf("%+v, %v", got, err)
	}
	if want := answered("a"); !got.Ready.Equal(want.Ready) || !got.Expires.Equal(want.Expires) {
		t.Errorf("times %s, %s", got.Ready, got.Expires)
	} else if got.Ready, got.Expires = want.Ready, want.Expires; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	for _, other := range [][2]string{{"one", "c"}, {"two", "a"}} {
		if a, err := s.Answer(t.Context(), other[0], other[1], start); a != nil || err != nil {
			t.Errorf("%v: %+v, %v", other, a, err)
		}
	}
}

func oneOfManyAnswers(t *testing.T, e engine) {
	s := e(t)
	for round := range 10 {
		var won atomic.Int64
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				_, err := s.Save(context.Background(), "one", 0, &sandbox.Change{Answer: answered(fmt.Sprint(round)), Now: start})
				if err == nil {
					won.Add(1)
				} else if !errors.Is(err, sandbox.ErrAnswered) {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if won.Load() != 1 {
			t.Fatalf("round %d: %d have answered", round, won.Load())
		}
	}
}

func expiredAnswersMakeRoom(t *testing.T, e engine) {
	s := e(t)
	save(t, s, "one", 0, &sandbox.Change{Answer: answered("a"), Now: start})
	save(t, s, "one", 0, &sandbox.Change{Answer: answered("b"), Now: start})
	later := start.Add(24 * time.Hour)
	if a, err := s.Answer(t.Context(), "one", "a", later); a != nil || err != nil {
		t.Errorf("%+v, %v", a, err)
	}
	again := answered("a")
	again.Status, again.Expires = 202, later.Add(time.Hour)
	save(t, s, "one", 0, &sandbox.Change{Answer: again, Now: later})
	if err := s.Sweep(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Answer(t.Context(), "one", "a", later); err != nil || a == nil || a.Status != 202 {
		t.Errorf("%+v, %v", a, err)
	}
	if a, err := s.Answer(t.Context(), "one", "b", start); a != nil || err != nil {
		t.Errorf("swept: %+v, %v", a, err)
	}
}

func forgetIsOfOneSandbox(t *testing.T, e engine) {
	s := e(t)
	save(t, s, "one", 0, &sandbox.Change{Answer: answered("a"), Now: start})
	save(t, s, "two", 0, &sandbox.Change{Answer: answered("a"), Now: start})
	save(t, s, "one", 0, &sandbox.Change{Core: []byte("x"), Forget: true, Answer: answered("b"), Now: start})
	for _, c := range []struct {
		sandbox, name string
		want          bool
	}{{"one", "a", false}, {"one", "b", true}, {"two", "a", true}} {
		if a, err := s.Answer(t.Context(), c.sandbox, c.name, start); err != nil || (a != nil) != c.want {
			t.Errorf("%+v: %+v, %v", c, a, err)
		}
	}
}

func waitingInOrder(t *testing.T, e engine) {
	s := e(t)
	for i, key := range []string{"late", "never", "early", "now"} {
		c := change("{}")
		c.Wake = []time.Time{start.Add(time.Hour), {}, start.Add(-200 * 365 * 24 * time.Hour / 2), start}[i]
		save(t, s, key, 0, c)
	}
	check := func(by time.Time, most int, want ...string) {
		t.Helper()
		got, err := s.Waiting(t.Context(), by, most)
		if err != nil || !(len(got) == 0 && len(want) == 0) && !reflect.DeepEqual(got, want) {
			t.Errorf("by %s: %q, %v", by, got, err)
		}
	}
	check(start, 10, "early", "now")
	check(start.Add(time.Hour), 10, "early", "now", "late")
	check(start.Add(time.Hour), 2, "early", "now")
	save(t, s, "early", 1, change("{}"))
	check(start, 10, "now")
}

func oddValuesComeBack(t *testing.T, e engine) {
	s := e(t)
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	core := append([]byte(strings.Repeat(`it's "odd" \ ? $1 é €`, 1)), all...)
	core = append(core, strings.Repeat("0123456789abcdef", 64<<10)...) // 1 MiB
	for _, key := range []string{"", "it's", `a\b"c`, "?0 $1 %s", strings.Repeat("k", 256), "é"} {
		c := &sandbox.Change{Core: core, Snapshots: map[string][]byte{"it's ?": all}, Answer: answered(`n'\?`), Now: start}
		c.Answer.Body, c.Answer.Header = all, nil
		save(t, s, key, 0, c)
		if kept := load(t, s, key); string(kept.Core) != string(core) || string(kept.Snapshots["it's ?"]) != string(all) {
			t.Errorf("%q comes back with %d bytes", key, len(kept.Core))
		}
		if a, err := s.Answer(t.Context(), key, `n'\?`, start); err != nil || a == nil || string(a.Body) != string(all) {
			t.Errorf("%q: %+v, %v", key, a, err)
		}
	}
}

func readiness(t *testing.T, e engine) {
	s := e(t)
	if err := s.Ready(t.Context()); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Ready(t.Context()); err == nil {
		t.Error("a closed database is ready")
	}
	if _, err := s.Save(t.Context(), "one", 0, change("{}")); err == nil || errors.Is(err, sandbox.ErrStale) {
		t.Errorf("a closed database saves: %v", err)
	}
}

func row(key string, number uint64) sandbox.JournalRow {
	text := fmt.Sprintf("%s %d", key, number)
	return sandbox.JournalRow{Sandbox: key, Number: number, Request: fmt.Sprint("r", number%10), Summary: []byte("s" + text), Detail: []byte("d" + text), Original: []byte("o" + text)}
}

func journalHasTheLatest(t *testing.T, e engine) {
	s := e(t)
	var rows []sandbox.JournalRow
	for n := uint64(1); n <= 30; n++ {
		rows = append(rows, row("one", n<<50))
	}
	rows = append(rows, row("two", 1), row("two", 1))
	for _, batch := range [][]sandbox.JournalRow{rows[10:], rows[:20], nil} {
		if err := s.Append(t.Context(), batch, 25); err != nil {
			t.Fatal(err)
		}
	}
	check := func(key string, q sandbox.JournalQuery, want ...uint64) {
		t.Helper()
		got, err := s.Journal(t.Context(), key, q)
		if err != nil || len(got) != len(want) {
			t.Errorf("%+v: %d rows, %v", q, len(got), err)
			return
		}
		for i, number := range want {
			r := row(key, number)
			if !q.Detail {
				r.Detail = nil
			}
			if !q.Original {
				r.Original = nil
			}
			if !reflect.DeepEqual(got[i], r) {
				t.Errorf("%+v: row %d is %+v", q, i, got[i])
			}
		}
	}
	var latest []uint64
	for n := uint64(30); n > 5; n-- {
		latest = append(latest, n<<50)
	}
	check("one", sandbox.JournalQuery{}, latest...)
	check("one", sandbox.JournalQuery{Below: 8 << 50, Detail: true}, 7<<50, 6<<50)
	check("one", sandbox.JournalQuery{Most: 1, Detail: true, Original: true}, 30<<50)
	check("one", sandbox.JournalQuery{Number: 9 << 50, Original: true}, 9<<50)
	check("one", sandbox.JournalQuery{Request: "missing"})
	check("two", sandbox.JournalQuery{Request: "r1"}, 1)
	check("missing", sandbox.JournalQuery{})
	var many []sandbox.JournalRow
	latest = nil
	for n := uint64(1); n <= 120; n++ { // as many as several statements add
		many, latest = append(many, row("many", n)), append([]uint64{n}, latest...)
	}
	if err := s.Append(t.Context(), many, 110); err != nil {
		t.Fatal(err)
	}
	check("many", sandbox.JournalQuery{Detail: true, Original: true}, latest[:110]...)
	if err := s.ClearJournal(t.Context(), "one"); err != nil {
		t.Fatal(err)
	}
	check("one", sandbox.JournalQuery{})
	check("two", sandbox.JournalQuery{}, 1)
}

func originalsAreSealed(t *testing.T, e engine) {
	s := e(t)
	none := row("one", 2)
	none.Original = nil
	if err := s.Append(t.Context(), []sandbox.JournalRow{row("one", 1), none}, 10); err != nil {
		t.Fatal(err)
	}
	got, err := e(t).Journal(t.Context(), "one", sandbox.JournalQuery{Original: true})
	if err != nil || len(got) != 2 || got[0].Original != nil || string(got[1].Original) != "oone 1" {
		t.Errorf("%+v, %v", got, err)
	}
}

func secretsAreMadeOnce(t *testing.T, e engine) {
	s := e(t)
	found := make([]string, 8)
	var group sync.WaitGroup
	for i := range found {
		group.Go(func() {
			secret, err := s.Secret(context.Background(), "one", 24)
			if err != nil {
				t.Error(err)
			}
			found[i] = string(secret)
		})
	}
	group.Wait()
	again, err := e(t).Secret(t.Context(), "one", 24)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range found {
		if secret != string(again) || len(secret) != 24 {
			t.Fatalf("%x and %x", secret, again)
		}
	}
	s = e(t)
	if other, err := s.Secret(t.Context(), "two", 24); err != nil || string(other) == string(again) {
		t.Errorf("%x, %v", other, err)
	}
	if _, err := s.Secret(t.Context(), "one", 32); err == nil {
		t.Error("a secret of another size is given")
	}
}
