package server_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/server"
)

// process gives a server on a store, as a program that has just been started has it.
func process(t *testing.T, disk *store.Store, number uint32) *steered {
	t.Helper()
	return newSteered(t, bench, func(o *server.Options) { o.Store, o.Process = disk, number })
}

func TestTheJournalIsReadByTheNextProcessAsByTheOneThatWroteIt(t *testing.T) {
	disk := newStore(t)
	before := process(t, disk, 1)
	for i, vpa := range []string{"john@okhdfc", "jane@okhdfc", "bad", "blocked@ybl", "timeout@ybl"} {
		before.set(start.Add(time.Duration(i) * time.Minute))
		if vpa == "timeout@ybl" {
			continue
		}
		before.verify(`{"vpa":"`+vpa+`"}`, "X-Request-Id", "r-"+vpa[:3])
	}
	before.do(request("POST", findCustomer, `{"mobile":"9876543210","dob":"1990-01-01","pan":"ABCDE1234F"}`, "X-Request-Id", "r-find"))
	var page control.JournalPage
	before.read(&page, 200, "GET", "/journal", "")
	if page.Total != 5 {
		t.Fatalf("the journal is %s", jsonOf(t, page))
	}
	after := process(t, disk, 2)
	queries := []string{"/journal", "/journal?page=2&size=2", "/journal?operation=verifyMyVpa&status=4", "/journal?text=BLOCKED", "/journal?text=9876543210",
		"/journal?requestId=r-joh", "/journal?since=2026-03-01T10:01:00Z&until=2026-03-01T10:03:00Z", "/journal?before=" + page.Entries[1].Id,
		"/journal/r-joh", "/journal/r-find/explanation"}
	for _, e := range page.Entries {
		queries = append(queries, "/journal/"+e.Id, "/journal/"+e.Id+"/explanation")
	}
	for _, query := range queries {
		want, got := before.call("GET", query, ""), after.call("GET", query, "")
		if got.Code != 200 || got.Body.String() != want.Body.String() {
			t.Errorf("%s: status %d\n%s\nand was\n%s", query, got.Code, got.Body, want.Body)
		}
	}
	after.refused(404, "ENTRY_NOT_FOUND", "GET", "/journal/r-none", "")
	after.as("other").refused(404, "ENTRY_NOT_FOUND", "GET", "/journal/"+page.Entries[0].Id, "")
	after.set(start.Add(time.Hour))
	after.verifies("new@ybl")
	var more control.JournalPage
	if after.read(&more, 200, "GET", "/journal", ""); more.Total != 6 || more.Entries[1].Id != page.Entries[0].Id {
		t.Errorf("with one more the journal is %s", jsonOf(t, more))
	}
}

func TestARequestIsReplayedByTheNextProcess(t *testing.T) {
	disk := newStore(t)
	first := process(t, disk, 1)
	first.verify(`{"vpa":"blocked@ybl"}`, "X-Request-Id", "small")
	first.verify(`{"vpa":"john@okhdfc"}`+strings.Repeat(" ", 70<<10), "X-Request-Id", "large")
	first.read(nil, 200, "GET", "/journal", "") // it is written by now
	s := process(t, disk, 2)
	var replay control.Replay
	s.read(&replay, 200, "POST", "/journal/small/replay", "")
	if !replay.Same || replay.Replayed.Status != 200 || replay.Replay == nil {
		t.Errorf("the replay is %s", jsonOf(t, replay))
	}
	s.refused(409, "REPLAY_IMPOSSIBLE", "POST", "/journal/large/replay", "")
}

func TestAJournalThatWasClearedIsClearForAll(t *testing.T) {
	disk := newStore(t)
	s := process(t, disk, 1)
	s.verifies("john@okhdfc")
	s.as("other").verify(`{"vpa":"john@okhdfc"}`, "X-Api-Key", "other")
	s.read(nil, 204, "DELETE", "/journal", "")
	var page control.JournalPage
	for _, s := range []*steered{s, process(t, disk, 2)} {
		if s.read(&page, 200, "GET", "/journal", ""); page.Total != 0 {
			t.Errorf("the journal is %s", jsonOf(t, page))
		}
		if s.as("other").read(&page, 200, "GET", "/journal", ""); page.Total != 1 {
			t.Errorf("another journal is %s", jsonOf(t, page))
		}
	}
}

func TestAReaderGoesOnWhereItWasWithTheNextProcess(t *testing.T) {
	disk := newStore(t)
	first := process(t, disk, 1)
	first.verifies("john@okhdfc")
	first.verifies("jane@okhdfc")
	var page control.JournalPage
	first.read(&page, 200, "GET", "/journal", "")
	s := newSteered(t, bench, func(o *server.Options) { o.Store, o.Process, o.Clock = disk, 2, time.Now })
	live := httptest.NewServer(s.Handler())
	t.Cleanup(live.Close)
	seen := page.Entries[1].Id
	if e := follow(t, live.URL, "", map[string]string{"Last-Event-ID": seen}).entry(); e.Id != page.Entries[0].Id {
		t.Errorf("the first event is %s", jsonOf(t, e))
	}
}

func TestNoNameOfACallerIsTheSandboxOfAnApplication(t *testing.T) {
	s := newSteered(t, bench, func(o *server.Options) { o.Store, o.Process = newStore(t), 1 })
	s.read(nil, 200, "PUT", "/seed", `{"seed":"4711"}`)
	named := request("PUT", "/sandbox/v1/seed", `{"seed":"4712"}`, "X-Sandbox", "mine")
	named.Header.Del("X-Api-Key")
	if w := s.do(named); w.Code != 200 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	bank := request("GET", "/deposits/v1/fields", "", "X-Sandbox", "mine", "X-Request-Id", "named")
	bank.Header.Del("X-Api-Key")
	s.do(bank)
	journal := request("GET", "/sandbox/v1/journal/named", "", "X-Sandbox", "mine")
	journal.Header.Del("X-Api-Key")
	if w := s.do(journal); w.Code != 200 {
		t.Errorf("the sandbox of a name is another one for the control API: %d %s", w.Code, w.Body)
	}
	sum := sha256.Sum256([]byte("demo"))
	for _, name := range []string{"demo", "app:" + hex.EncodeToString(sum[:]), "name:x", "\xff\xfe", strings.Repeat("n", 300), ""} {
		r := request("GET", "/sandbox/v1/seed", "")
		r.Header.Del("X-Api-Key")
		r.Header.Del("Authorization")
		r.Header.Set("X-Sandbox", name)
		if w := s.do(r); strings.Contains(w.Body.String(), "4711") || w.Code >= 500 {
			t.Errorf("%q: %d %s", name, w.Code, w.Body)
		}
	}
}

func TestNoSecretOfARequestStandsInTheFiles(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	disk, err := store.OpenFolder(t.Context(), folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := process(t, disk, 1)
	s.do(request("POST", findCustomer, `{"mobile":"9876543210","dob":"1990-01-01","pan":"ABCDE1234F"}`, "X-Api-Key", "key-of-somebody", "Authorization", "Bearer token-of-somebody"))
	s.as("key-of-somebody").read(nil, 200, "PUT", "/seed", `{"seed":"1"}`)
	s.as("key-of-somebody").read(nil, 200, "GET", "/journal", "") // everything is written by now
	if err := disk.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"9876543210", "1990-01-01", "ABCDE1234F", "key-of-somebody", "token-of-somebody"} {
			if strings.Contains(string(text), secret) {
				t.Errorf("%s holds %s", file, secret)
			}
		}
	}
}
