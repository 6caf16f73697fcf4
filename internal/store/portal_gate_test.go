package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/secrets"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/internal/store/pgtest"
)

func TestStoreOfTheGate(t *testing.T) {
	tests := map[string]func(*testing.T, engine){
		"a tally is put in place of the version before it":          talliesKeepTheirVersion,
		"of many who change one tally one succeeds":                 oneOfManyTallies,
		"every change that a gate reads makes another edition":      changesMakeEditions,
		"a gate sees every kind of change within a second":          gateSeesEveryKindOfChange,
		"what no gate reads makes no edition":                       othersMakeNoEdition,
		"figures make no edition":                                   figuresMakeNone,
		"a change that fails makes no edition":                      failuresMakeNone,
		"a key of tokens is made once and encrypted":                tokenKeysAreMadeOnce,
		"a revocation is kept until it is over":                     revocationsAreKept,
		"a gate judges by what the portal has":                      gateJudgesByThePortal,
		"a quota is used up exactly once, whoever uses it":          quotasHold,
		"tokens are read and revoked through the database":          tokensLive,
		"what is counted is reported":                               countedIsReported,
		"the demo is made once and is the same whenever it is made": demoIsMadeOnce,
	}
	t.Run("SQLite", func(t *testing.T) {
		for name, test := range tests {
			t.Run(name, func(t *testing.T) {
				s := opened(t)(store.OpenFolder(t.Context(), t.TempDir(), nil))
				test(t, func(*testing.T) *store.Store { return s })
			})
		}
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		server := pgtest.Start(t)
		for name, test := range tests {
			t.Run(name, func(t *testing.T) {
				address := server.Database()
				test(t, func(t *testing.T) *store.Store {
					return opened(t)(store.OpenDatabase(t.Context(), address, aKey(t), pauses))
				})
			})
		}
	})
}

func talliesKeepTheirVersion(t *testing.T, open engine) {
	g := open(t).Gate()
	put := func(subject string, tally gate.Tally, want bool) {
		t.Helper()
		if ok, err := g.PutTally(t.Context(), subject, tally); err != nil || ok != want {
			t.Errorf("%v: %v, %v", tally, ok, err)
		}
	}
	first := gate.Tally{Windows: gate.Windows{Day: 20_000, Hour: 480_000, Second: 1 << 33}, InDay: 1 << 50, InHour: 2, InSecond: 3, Version: 1}
	put("organisation a", first, true)
	put("organisation a", first, false)
	second := first
	second.Version, second.InDay = 2, 7
	put("organisation a", second, true)
	put("organisation a", second, false)
	third := second
	third.Version = 4
	put("organisation a", third, false)
	put("organisation b", gate.Tally{Version: 2}, false)
	for subject, want := range map[string]gate.Tally{"organisation a": second, "organisation b": {}} {
		if got, err := g.Tally(t.Context(), subject); err != nil || got != want {
			t.Errorf("%s is %+v, %v", subject, got, err)
		}
	}
}

func oneOfManyTallies(t *testing.T, open engine) {
	var put atomic.Int64
	var work sync.WaitGroup
	for range 6 {
		g := open(t).Gate()
		work.Go(func() {
			for version := int64(1); version <= 5; version++ {
				ok, err := g.PutTally(context.Background(), "a", gate.Tally{Version: version, InDay: version})
				if err != nil {
					t.Error(err)
				}
				if ok {
					put.Add(1)
				}
			}
		})
	}
	if work.Wait(); put.Load() != 5 {
		t.Errorf("5 versions were put %d times", put.Load())
	}
}

func edition(t *testing.T, s *store.Store) int64 {
	t.Helper()
	n, err := s.Gate().Edition(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func changesMakeEditions(t *testing.T, open engine) {
	here, there := open(t), open(t)
	before, changes := edition(t, there), here.Gate().Changes()
	var work sync.WaitGroup
	for n := range 20 {
		work.Go(func() {
			err := here.Portal().Update(context.Background(), func(tx portal.Tx) error {
				return tx.InsertApplication(context.Background(), anApplication(fmt.Sprint("a", n), fmt.Sprint("o", n), "shop"))
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	work.Wait()
	if n := edition(t, there); n != before+20 {
		t.Errorf("20 changes have brought the edition from %d to %d", before, n)
	}
	if n := here.Gate().Changes(); n != changes+20 {
		t.Errorf("the process that made 20 changes counts %d", n-changes)
	}
}

func figuresMakeNone(t *testing.T, open engine) {
	s := open(t)
	before := edition(t, s)
	list := []portal.Usage{{UsageKey: portal.UsageKey{Day: "2026-03-01", Organisation: "o", Application: "a", API: "deposits"}, Figures: portal.Figures{Calls: 3, Latency: map[int]int64{1: 3}}}}
	if err := s.Gate().AddUsage(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	if n := edition(t, s); n != before {
		t.Errorf("figures have brought the edition from %d to %d", before, n)
	}
}

func failuresMakeNone(t *testing.T, open engine) {
	s := open(t)
	before := edition(t, s)
	failed := errors.New("no")
	if err := s.Portal().Update(t.Context(), func(portal.Tx) error { return failed }); !errors.Is(err, failed) {
		t.Fatal(err)
	}
	if n := edition(t, s); n != before || s.Gate().Changes() != 0 {
		t.Errorf("the edition went from %d to %d", before, n)
	}
}

func tokenKeysAreMadeOnce(t *testing.T, open engine) {
	here, there := open(t).Gate(), open(t).Gate()
	if kept, err := here.TokenKey(t.Context(), 7, nil); err != nil || kept != nil {
		t.Errorf("there is a key before it is made: %v", err)
	}
	first, err := here.TokenKey(t.Context(), 7, []byte("first"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := there.TokenKey(t.Context(), 7, []byte("second"))
	if err != nil || !bytes.Equal(first, second) || string(first) != "first" {
		t.Errorf("%q and %q, %v", first, second, err)
	}
	if err := here.Sweep(t.Context(), start, 8); err != nil {
		t.Fatal(err)
	}
	if kept, err := there.TokenKey(t.Context(), 7, nil); err != nil || kept != nil {
		t.Errorf("an old key is kept: %v", err)
	}
}

func revocationsAreKept(t *testing.T, open engine) {
	s := open(t)
	g, before := s.Gate(), edition(t, s)
	for range 2 {
		if err := g.Revoke(t.Context(), "t1", start.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	if n := edition(t, s); n <= before {
		t.Error("others cannot see that a token was revoked")
	}
	for after, want := range map[time.Duration]bool{0: true, time.Hour - time.Microsecond: true} {
		if err := g.Sweep(t.Context(), start.Add(after), 0); err != nil {
			t.Fatal(err)
		}
		if got, err := g.Revoked(t.Context(), "t1"); err != nil || got != want {
			t.Errorf("after %s revoked is %v, %v", after, got, err)
		}
	}
	if err := g.Sweep(t.Context(), start.Add(time.Hour), 0); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"t1", "t2"} {
		if got, err := g.Revoked(t.Context(), id); err != nil || got {
			t.Errorf("%s: revoked is %v, %v", id, got, err)
		}
	}
}

// replica is one process of a platform, with a clock that the test moves.
type replica struct {
	portal *portal.Service
	gate   *gate.Gate
	tokens *oauth.Issuer
	store  *store.Store
}

func newReplica(t *testing.T, s *store.Store, clock func() time.Time) *replica {
	t.Helper()
	key, err := s.Secret(t.Context(), "digests", secrets.DigestKeySize)
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := secrets.New(secrets.Options{Key: key, Sealer: s})
	if err != nil {
		t.Fatal(err)
	}
	newID := func() string { return uuid.Must(uuid.NewV7()).String() }
	p := portal.New(portal.Options{Store: s.Portal(), Clock: clock, NewID: newID, Secrets: hidden})
	return &replica{
		portal: p, store: s, gate: gate.New(gate.Options{Source: p.GateSource(), Store: s.Gate(), Clock: clock}),
		tokens: oauth.New(oauth.Options{Store: s.Gate(), Clock: clock, NewID: newID}),
	}
}

// demo gives the demo of a platform that serves one API.
func (r *replica) demo(t *testing.T) portal.Demo {
	t.Helper()
	if err := r.portal.PrepareCatalogue(t.Context(), []portal.Document{{API: "deposits", Title: "Deposits"}}); err != nil {
		t.Fatal(err)
	}
	d, err := r.portal.Demo(t.Context(), "a password for tests", "another one for tests")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// call counts a call of the key, and gives the code of its refusal.
func (r *replica) call(t *testing.T, key string) string {
	t.Helper()
	c, err := r.gate.Find(t.Context(), key)
	if err != nil {
		t.Error(err)
		return "ERROR"
	}
	if refusal := r.gate.Standing(c); refusal != nil {
		return refusal.Code
	}
	_, refusal, err := r.gate.Count(t.Context(), c, "deposits")
	if err != nil {
		t.Error(err)
		return "ERROR"
	}
	if refusal != nil {
		return refusal.Code
	}
	return ""
}

// moving is a clock that a test moves.
type moving struct{ at atomic.Int64 }

func (m *moving) now() time.Time          { return start.Add(time.Duration(m.at.Load())) }
func (m *moving) advance(d time.Duration) { m.at.Add(int64(d)) }

func gateJudgesByThePortal(t *testing.T, open engine) {
	clock := &moving{}
	here, there := newReplica(t, open(t), clock.now), newReplica(t, open(t), clock.now)
	d := here.demo(t)
	admin := portal.Actor{Person: "p1", Name: d.Username, Role: portal.Admin, Organisation: d.Organisation}
	if got := here.call(t, "nobody"); got != problem.KeyInvalid {
		t.Errorf("an unknown key: %q", got)
	}
	c, err := here.gate.Find(t.Context(), d.ClientID)
	if err != nil || c == nil {
		t.Fatalf("the demo's key is not known: %v", err)
	}
	if !here.gate.Prove(c, d.ClientSecret) || here.gate.Prove(c, d.ClientID) {
		t.Error("the secret does not prove the client, or something else does")
	}
	do := func(what string, change func() error, want string) {
		t.Helper()
		if got := there.call(t, d.ClientID); got == want {
			t.Errorf("before it is %s another process gives %q already", what, got)
		}
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if got := here.call(t, d.ClientID); got != want {
			t.Errorf("when it is %s, the process that did it gives %q, want %q", what, got, want)
		}
		clock.advance(time.Second)
		if got := there.call(t, d.ClientID); got != want {
			t.Errorf("a second after it is %s another process gives %q, want %q", what, got, want)
		}
	}
	do("disabled", func() error { _, err := here.portal.DisableApplication(t.Context(), admin, d.Application); return err }, problem.ApplicationDisabled)
	do("enabled", func() error { _, err := here.portal.EnableApplication(t.Context(), admin, d.Application); return err }, "")
	do("deleted", func() error { return here.portal.DeleteApplication(t.Context(), admin, d.Application) }, problem.KeyInvalid)
}

func quotasHold(t *testing.T, open engine) {
	clock := &moving{}
	first := newReplica(t, open(t), clock.now)
	d := first.demo(t)
	limit(t, first.store, portal.Limits{PerDay: 200})
	replicas := []*replica{first, newReplica(t, open(t), clock.now), newReplica(t, open(t), clock.now)}
	if first.store == replicas[1].store { // one process at a time
		replicas = replicas[:1]
	}
	clock.advance(time.Second)
	day := func() (passed int64) {
		var count atomic.Int64
		var work sync.WaitGroup
		for _, r := range replicas {
			for range 3 {
				work.Go(func() {
					for range 80 {
						if r.call(t, d.ClientID) == "" {
							count.Add(1)
						}
					}
				})
			}
		}
		work.Wait()
		return count.Load()
	}
	if n := day(); n > 200 || n < 180 {
		t.Errorf("%d calls passed of a quota of 200", n)
	}
	clock.advance(24 * time.Hour)
	if n := day(); n > 200 || n < 180 {
		t.Errorf("%d calls passed the next day", n)
	}
	clock.advance(10 * time.Second)
	for _, r := range replicas {
		if err := r.gate.Clear(t.Context(), true); err != nil {
			t.Error(err)
		}
	}
	use, err := replicas[0].gate.Used(t.Context(), gate.OfOrganisation(d.Organisation))
	if err != nil || use.Today > 200 || use.Today < 180 {
		t.Errorf("used are %+v, %v", use, err)
	}
}

// limit gives the plan of the demo limits.
func limit(t *testing.T, s *store.Store, l portal.Limits) {
	t.Helper()
	update(t, s.Portal(), func(ctx context.Context, tx portal.Tx) error {
		plans, err := tx.QuotaPlans(ctx)
		if err != nil {
			return err
		}
		for _, p := range plans {
			if p.Name == "unlimited" {
				p.Limits = l
				p.Version++
				return tx.UpdateQuotaPlan(ctx, p)
			}
		}
		return errors.New("there is no plan for the demo")
	})
}

func tokensLive(t *testing.T, open engine) {
	clock := &moving{}
	here, there := newReplica(t, open(t), clock.now), newReplica(t, open(t), clock.now)
	text, err := here.tokens.Issue(t.Context(), oauth.Token{Client: "shop", Scope: "customers", Issuer: "https://bank.example/oauth/v1", Audience: "/deposits/v1"}, start)
	if err != nil {
		t.Fatal(err)
	}
	read := func() *oauth.Token {
		t.Helper()
		edition, err := there.gate.Edition(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		token, err := there.tokens.Read(t.Context(), text, edition)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	token := read()
	if token == nil || token.Client != "shop" {
		t.Fatalf("another process reads %+v", token)
	}
	if err := here.tokens.Revoke(t.Context(), token); err != nil {
		t.Fatal(err)
	}
	clock.advance(time.Second)
	if read() != nil {
		t.Error("a second after it was revoked another process takes the token")
	}
}

func countedIsReported(t *testing.T, open engine) {
	r := newReplica(t, open(t), func() time.Time { return start })
	d := r.demo(t)
	var m portal.Meter
	for range 100 {
		m.Count(start, d.Organisation, d.Application, "deposits", 200, time.Millisecond)
	}
	m.Count(start, d.Organisation, d.Application, "deposits", 429, time.Millisecond)
	for range 2 { // what was kept is not kept twice
		if err := m.Flush(t.Context(), r.store.Gate()); err != nil {
			t.Fatal(err)
		}
	}
	report, err := r.portal.Usage(t.Context(), portal.Actor{Person: "p1", Role: portal.Developer, Organisation: d.Organisation}, portal.UsagePage{})
	if err != nil || report.Total.Calls != 101 || report.Total.Throttled != 1 {
		t.Errorf("reported are %+v, %v", report.Total, err)
	}
}

func demoIsMadeOnce(t *testing.T, open engine) {
	r := newReplica(t, open(t), func() time.Time { return start })
	if fits, err := r.portal.DemoFits(t.Context()); err != nil || !fits {
		t.Errorf("in an empty database it fits: %v, %v", fits, err)
	}
	first := r.demo(t)
	if again := r.demo(t); again != first || first.ClientID == "" || first.ClientSecret == "" {
		t.Errorf("%+v, then %+v", first, again)
	}
	if fits, err := r.portal.DemoFits(t.Context()); err != nil || !fits {
		t.Errorf("where it was made it fits: %v, %v", fits, err)
	}
	other := newReplica(t, opened(t)(store.OpenFolder(t.Context(), filepath.Join(t.TempDir(), "other"), nil)), func() time.Time { return start })
	if _, err := other.portal.CreateBankAdmin(t.Context(), portal.NewPerson{Username: "asha.rao", Email: "asha@bank.example", Password: "a password for tests"}); err != nil {
		t.Fatal(err)
	}
	if fits, err := other.portal.DemoFits(t.Context()); err != nil || fits {
		t.Errorf("beside an admin it fits: %v, %v", fits, err)
	}
}
