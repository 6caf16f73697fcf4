package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/store/pgtest"
)

// TestReplicasShareTheirSandboxes starts three processes on one database, all at once.
func TestReplicasShareTheirSandboxes(t *testing.T) {
	args := append([]string{"--scenarios", keptScenarios(t)}, onDatabase(t)...)
	replicas := make([]*program, 3)
	var group sync.WaitGroup
	for i := range replicas {
		group.Go(func() { replicas[i] = run(t, "serve", args...) })
	}
	if group.Wait(); t.Failed() {
		t.FailNow()
	}
	for name, test := range map[string]func(*testing.T, []*program){
		"what one changes the next one sees":             oneSeesWhatAnotherWrites,
		"what the control API sets is set on all":        controlIsShared,
		"a transition that many race for happens once":   oneOfManyClaims,
		"requests at once through all lose nothing":      nothingIsLostBetween,
		"a request with a key is processed once":         oneFormPerKey,
		"a later effect is done once, whoever is asked":  laterIsDoneOnce,
		"provider states go back whoever sets them up":   provideThroughAll,
		"one that is killed takes nothing with it":       killOne,
		"quotas hold over all, to the last call":         quotasHold,
		"one that is killed costs its share alone":       aDeadProcessCostsItsShareAlone,
		"keys follow their application within a second":  keysFollowTheirApplication,
		"overlays reach all within a second":             overlaysReachAll,
		"a request of the portal is processed once":      oneApplicationPerKey,
		"a token of one is known to all":                 tokensAreShared,
		"the journal has the requests of all":            journalIsShared,
		"random values differ from replica to replica":   valuesDiffer,
		"snapshots of one are restored through another":  snapshotsAreShared,
		"a selection made through one speaks everywhere": selectionIsShared,
	} {
		t.Run(name, func(t *testing.T) { test(t, replicas) })
	}
}

// each gives one caller with a sandbox of its own for each process.
func each(t *testing.T, replicas []*program) []*caller {
	out := make([]*caller, len(replicas))
	for i, p := range replicas {
		out[i] = newCaller(t, t.Name(), p)
	}
	return out
}

func oneSeesWhatAnotherWrites(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	var want []string
	for i := range 30 {
		name := fmt.Sprintf("v%02d", i)
		want = append(want, name)
		callers[i%3].verified(name)
		if got := callers[(i+1)%3].rows("written"); !slices.Equal(got, want) {
			t.Fatalf("after %s another process has %v", name, got)
		}
	}
	if callers[0].do("POST", verifyPath, "", vpa("look")); !bytes.Contains(callers[2].do("POST", verifyPath, "", vpa("look")).body, []byte("blocked")) {
		t.Error("a rule that only reads does not see the rows")
	}
}

func controlIsShared(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	callers[0].do("PATCH", callers[0].control("/clock"), "", map[string]any{"advance": "P1D"})
	callers[1].do("PUT", callers[1].control("/seed"), "", map[string]any{"seed": "7"})
	callers[2].do("POST", callers[2].control("/overrides"), "", map[string]any{
		"operation": "verifyMyVpa", "rule": map[string]any{"respond": map[string]any{"problem": "SERVICE_UNAVAILABLE"}}})
	for i, c := range callers {
		if got := c.ahead(); got != 24*time.Hour {
			t.Errorf("the clock of %d is %s ahead", i, got)
		}
		if a := c.do("GET", c.control("/seed"), "", nil); string(a.body) != `{"seed":"7"}` {
			t.Errorf("%d has the seed %s", i, a.body)
		}
		if a, err := c.verify("any"); err != nil || a.status != 503 {
			t.Errorf("%d answers %d, %v", i, a.status, err)
		}
	}
	callers[1].do("DELETE", callers[1].control("/overrides"), "", nil)
	for i, c := range callers {
		if !c.verified(fmt.Sprint("then", i)) {
			t.Errorf("%d still has the override", i)
		}
	}
}

// atOnce has everybody do something many times, all at the same time.
func atOnce(callers []*caller, times int, do func(c *caller, i int)) {
	var group sync.WaitGroup
	for _, c := range callers {
		for i := range times {
			group.Go(func() { do(c, i) })
		}
	}
	group.Wait()
}

func oneOfManyClaims(t *testing.T, replicas []*program) {
	for round := range 10 {
		var won atomic.Int64
		callers := each(t, replicas)
		for _, c := range callers {
			c.key = fmt.Sprintf("%s %d", c.key, round)
			enrol(t, replicas[0].cmd.Args, c.key)
		}
		atOnce(callers, 4, func(c *caller, i int) {
			a, err := c.verify(fmt.Sprint("claim", i))
			if err != nil || a.status != 200 {
				t.Errorf("%v %d %s", err, a.status, a.body)
			}
			if bytes.Contains(a.body, []byte(`"success"`)) {
				won.Add(1)
			}
		})
		if won.Load() != 1 {
			t.Errorf("round %d: %d claims have succeeded", round, won.Load())
		}
	}
}

func nothingIsLostBetween(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	var guard sync.Mutex
	var want []string
	atOnce(callers, 5, func(c *caller, i int) {
		for j := range 5 {
			name := fmt.Sprintf("n%p.%d.%d", c, i, j)
			a, err := c.verify(name)
			if err != nil || a.status != 200 {
				t.Errorf("%v %d %s", err, a.status, a.body)
			}
			guard.Lock()
			want = append(want, name)
			guard.Unlock()
		}
	})
	slices.Sort(want)
	for i, c := range callers {
		if !slices.Equal(c.rows("written"), want) || !slices.Equal(c.rows("copied"), want) {
			t.Errorf("%d has %d and %d rows of %d", i, len(c.rows("written")), len(c.rows("copied")), len(want))
		}
	}
}

func oneFormPerKey(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	var guard sync.Mutex
	seen := map[string]bool{}
	atOnce(callers, 17, func(c *caller, _ int) { // 51 requests
		for {
			a, err := c.try("POST", formPath, "one key", aForm(1))
			switch {
			case err == nil && a.status == 409 && a.header.Get("Retry-After") != "":
				continue
			case err != nil || a.status != 200:
				t.Errorf("%v %d %s", err, a.status, a.body)
			}
			guard.Lock()
			seen[string(a.body)] = true
			guard.Unlock()
			return
		}
	})
	if rows := callers[0].rows("forms"); len(seen) != 1 || len(rows) != 1 {
		t.Errorf("%d answers and %d rows", len(seen), len(rows))
	}
	for _, c := range callers {
		a, err := c.try("POST", formPath, "one key", aForm(2))
		if err != nil || a.status != 422 || !bytes.Contains(a.body, []byte("IDEMPOTENCY_KEY_REUSED")) {
			t.Errorf("another form: %v %d %s", err, a.status, a.body)
		}
	}
}

func laterIsDoneOnce(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	callers[0].verified("later1")
	for _, c := range callers {
		c.rows("written") // all have it in memory
	}
	callers[1].do("PATCH", callers[1].control("/clock"), "", map[string]any{"advance": "PT1H"})
	for i, c := range callers {
		if got := c.rows("written"); !slices.Equal(got, []string{"later1"}) {
			t.Errorf("%d has %v", i, got)
		}
	}
	callers[2].verified("later2") // nobody asks: one of them does it
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		if got := callers[0].rows("written"); slices.Equal(got, []string{"later1", "later2"}) {
			return
		}
		select {
		case <-late.C:
			t.Fatal("what was due is never done")
		default:
		}
	}
}

func provideThroughAll(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	provide := func(c *caller, name string) {
		t.Helper()
		c.do("POST", c.control("/provider-states"), "", map[string]any{"state": "a row", "params": map[string]any{"id": name}})
	}
	callers[0].verified("before")
	provide(callers[0], "p1")
	provide(callers[1], "p2")
	if got := callers[2].rows("written"); !slices.Equal(got, []string{"before", "p1", "p2"}) {
		t.Errorf("two setups give %v", got)
	}
	callers[2].do("POST", verifyPath, "", vpa("look"))
	provide(callers[1], "p3")
	if got := callers[0].rows("written"); !slices.Equal(got, []string{"before", "p3"}) {
		t.Errorf("the setup after a request gives %v", got)
	}
	callers[0].do("POST", callers[0].control("/provider-states"), "", map[string]any{"action": "teardown"})
	if got := callers[1].rows("written"); !slices.Equal(got, []string{"before"}) {
		t.Errorf("the teardown leaves %v", got)
	}
}

func valuesDiffer(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	seen := map[string]bool{}
	for i := range 12 {
		seen[string(callers[i%3].do("POST", formPath, "", aForm(i)).body)] = true
	}
	if len(seen) != 12 || len(callers[0].rows("forms")) != 12 {
		t.Errorf("%d values of 12 differ, %d rows", len(seen), len(callers[0].rows("forms")))
	}
}

func snapshotsAreShared(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	callers[0].verified("before")
	callers[0].do("PUT", callers[0].control("/snapshots/one"), "", nil)
	callers[1].verified("after")
	callers[2].do("POST", callers[2].control("/snapshots/one/restore"), "", nil)
	for i, c := range callers {
		if got := c.rows("written"); !slices.Equal(got, []string{"before"}) {
			t.Errorf("%d has %v", i, got)
		}
	}
}

func selectionIsShared(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	callers[0].do("PUT", callers[0].control("/selection"), "", map[string]any{"scenarios": []string{"out"}})
	for i, c := range callers {
		if a, err := c.verify("any"); err != nil || a.status != 503 {
			t.Errorf("%d answers %d, %v", i, a.status, err)
		}
	}
}

func tokensAreShared(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	var got struct{ AccessToken string }
	a := callers[0].do("POST", "/deposits/v1/token/exchange", "", map[string]any{"token": "jane-token"})
	if err := json.Unmarshal(a.body, &got); err != nil {
		t.Fatal(err)
	}
	callers[1].do("PATCH", callers[1].control("/clock"), "", map[string]any{"advance": "P30D"}) // it has expired by then
	for i, c := range callers {
		c.token = got.AccessToken
		if a, err := c.verify("any"); err != nil || a.status != 401 || !strings.Contains(a.header.Get("WWW-Authenticate"), "invalid_token") {
			t.Errorf("%d does not know the token: %v %d %s", i, err, a.status, a.body)
		}
	}
}

func journalIsShared(t *testing.T, replicas []*program) {
	callers := each(t, replicas)
	var ids []string
	for i, c := range callers {
		a := c.do("POST", verifyPath, "", vpa(fmt.Sprint("look", i)))
		ids = append(ids, a.header.Get("X-Request-Id"))
	}
	late := time.NewTimer(patience)
	defer late.Stop()
	for { // the others write theirs within a moment
		var page struct{ Entries []struct{ RequestID string } }
		if err := json.Unmarshal(callers[1].do("GET", callers[1].control("/journal"), "", nil).body, &page); err != nil {
			t.Fatal(err)
		}
		if len(page.Entries) == len(ids) {
			for i, e := range page.Entries {
				if want := ids[len(ids)-1-i]; e.RequestID != want {
					t.Errorf("entry %d is of request %s, want %s", i, e.RequestID, want)
				}
			}
			break
		}
		select {
		case <-late.C:
			t.Fatalf("the journal has %d entries", len(page.Entries))
		default:
		}
	}
	callers[2].do("POST", callers[2].control("/journal/"+ids[0]+"/replay"), "", nil)
}

func TestTheProgramSaysThatItsDatabaseIsGone(t *testing.T) {
	var p *program
	t.Run("while it is there", func(up *testing.T) { // the database ends with it
		args := append([]string{"--scenarios", keptScenarios(t), "--key-file", filepath.Join(t.TempDir(), "key")}, "--database", pgtest.Start(up).Database())
		p = run(t, "serve", args...)
		c := newCaller(up, "one", p)
		c.verified("before")
		c.do("GET", "/readyz", "", nil)
	})
	c := newCaller(t, "one", p)
	for path, want := range map[string]string{"/readyz": "STORAGE_UNAVAILABLE", "/deposits/v1/fields": "STORAGE_UNAVAILABLE", c.control("/clock"): "STORAGE_UNAVAILABLE"} {
		a, err := c.try("GET", path, "", nil)
		if err != nil || a.status != 503 || a.header.Get("Retry-After") == "" || a.problem(t).Code != want {
			t.Errorf("%s: %v %d %s", path, err, a.status, a.body)
		}
		if strings.Contains(string(a.body), ".PGSQL") {
			t.Errorf("%s shows where the database is: %s", path, a.body)
		}
	}
	if a, err := c.verify("after"); err != nil || a.status != 503 {
		t.Errorf("%v %d %s", err, a.status, a.body)
	}
	if a, err := c.try("GET", "/healthz", "", nil); err != nil || a.status != 200 {
		t.Errorf("%v %d", err, a.status)
	}
	if log := p.end(t); !strings.Contains(log, "STORAGE_UNAVAILABLE") {
		t.Errorf("the log says nothing of it:\n%s", log)
	}
}

// While a database is cut off in the middle of commits, nobody knows of some whether they were made. What was answered
// is there afterwards all the same, and nothing was done by half or twice.
func TestNothingThatWasAnsweredIsLostWhenTheDatabaseIsCutOff(t *testing.T) {
	database := pgtest.Start(t)
	args := []string{"--scenarios", keptScenarios(t), "--key-file", filepath.Join(t.TempDir(), "key"), "--database", database.Database()}
	replicas := []*program{run(t, "serve", args...), run(t, "serve", args...)}
	left := []*traces{{key: "a", forms: map[string][]byte{}}, {key: "b", forms: map[string][]byte{}}}
	var over atomic.Bool
	var group sync.WaitGroup
	for _, l := range left {
		for connection, p := range replicas {
			c := newCaller(t, l.key, p)
			group.Go(func() {
				for i := 0; !over.Load(); i++ {
					l.write(c, connection, i)
				}
			})
		}
	}
	for range 4 {
		for count := left[0].count(); left[0].count() < count+20; { // it is in full swing
			runtime.Gosched()
		}
		database.Restart()
	}
	over.Store(true)
	group.Wait()
	for _, l := range left {
		l.check(t, replicas[0])
		l.check(t, replicas[1])
		if len(l.underWay) == 0 {
			t.Log("nothing was under way when the database was cut off")
		}
	}
	for _, p := range replicas {
		p.end(t)
	}
}

// write sends a verification and a form. Where the database is gone, nobody knows what has become of them.
func (l *traces) write(c *caller, connection, i int) {
	name := fmt.Sprintf("c%d.%d", connection, i)
	a, err := c.verify(name)
	l.settle(c, a, err, func() { l.answered = append(l.answered, name) }, func() { l.underWay = append(l.underWay, name) })
	a, err = c.try("POST", formPath, name, aForm(i))
	l.settle(c, a, err, func() { l.forms[name] = a.body }, func() { l.forms[name] = nil })
}

func (l *traces) settle(c *caller, a answer, err error, answered, unknown func()) {
	l.guard.Lock()
	defer l.guard.Unlock()
	switch {
	case err == nil && a.status == 200:
		answered()
	case err == nil && a.status == 503:
		unknown()
	default:
		c.t.Errorf("%v %d %s", err, a.status, a.body)
	}
}

func (l *traces) count() int {
	l.guard.Lock()
	defer l.guard.Unlock()
	return len(l.answered)
}
