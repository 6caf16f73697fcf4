package gate_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/problem"
)

// noon is in the middle of a day, and at the beginning of an hour, of Asia/Kolkata.
var noon = time.Date(2026, 3, 1, 6, 30, 0, 0, time.UTC)

// clock is a server's clock that a test moves.
type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Time          { return time.Unix(0, c.at.Load()).UTC() }
func (c *clock) advance(d time.Duration) { c.at.Add(int64(d)) }

// database is what several gates share.
type database struct {
	guard      sync.Mutex
	shared     bool
	edition    int64
	tallies    map[string]gate.Tally
	clients    map[string]gate.Client
	down       bool
	statements atomic.Int64
}

var errDown = errors.New("the database is down")

func newDatabase(shared bool) *database {
	return &database{shared: shared, tallies: map[string]gate.Tally{}, clients: map[string]gate.Client{}}
}

func (d *database) ask(do func()) error {
	d.statements.Add(1)
	d.guard.Lock()
	defer d.guard.Unlock()
	if d.down {
		return errDown
	}
	do()
	return nil
}

// set changes a client, as another process would.
func (d *database) set(c gate.Client) {
	d.guard.Lock()
	defer d.guard.Unlock()
	d.clients[c.ID] = c
	d.edition++
}

// process is one process's view of the database.
type process struct {
	*database
	changes atomic.Uint64
}

func (p *process) Shared() bool    { return p.shared }
func (p *process) Changes() uint64 { return p.changes.Load() }
func (p *process) Edition(context.Context) (n int64, err error) {
	err = p.ask(func() { n = p.edition })
	return n, err
}
func (p *process) Tally(_ context.Context, subject string) (t gate.Tally, err error) {
	err = p.ask(func() { t = p.tallies[subject] })
	return t, err
}
func (p *process) PutTally(_ context.Context, subject string, t gate.Tally) (ok bool, err error) {
	err = p.ask(func() {
		if ok = p.tallies[subject].Version == t.Version-1; ok {
			p.tallies[subject] = t
		}
	})
	return ok, err
}
func (p *process) Client(_ context.Context, key string) (found *gate.Client, err error) {
	err = p.ask(func() {
		if c, ok := p.clients[key]; ok {
			found = &c
		}
	})
	return found, err
}
func (p *process) Digest(secret string) string { return "digest of " + secret }

// replica is a gate of one process.
type replica struct {
	*gate.Gate
	*process
	t *testing.T
}

func newReplica(t *testing.T, d *database, c *clock) *replica {
	t.Helper()
	p := &process{database: d}
	return &replica{gate.New(gate.Options{Source: p, Store: p, Clock: c.now}), p, t}
}

func at(t time.Time) *clock {
	c := &clock{}
	c.at.Store(t.UnixNano())
	return c
}

// call counts one call of the key and gives the code of its refusal, "" for none.
func (r *replica) call(key, api string) string {
	r.t.Helper()
	c, err := r.Find(r.t.Context(), key)
	if err != nil {
		r.t.Error(err)
		return "ERROR"
	}
	if refusal := r.Standing(c); refusal != nil {
		return refusal.Code
	}
	_, refusal, err := r.Count(r.t.Context(), c, api)
	if err != nil {
		r.t.Error(err)
		return "ERROR"
	}
	if refusal != nil {
		return refusal.Code
	}
	return ""
}

// calls gives how many of n calls pass.
func (r *replica) calls(n int, key, api string) (passed int) {
	r.t.Helper()
	for range n {
		if r.call(key, api) == "" {
			passed++
		}
	}
	return passed
}

// shop is a client with an API on a plan.
func shop(organisation, plan gate.Limits) gate.Client {
	return gate.Client{
		ID: "shop", Application: "app-1", Organisation: "org-1", State: gate.Enabled, SecretDigest: "digest of secret", Limits: organisation,
		APIs: map[string]gate.API{
			"deposits": {Approved: true, Admitted: true, Limits: plan},
			"cards":    {Approved: false, Admitted: true},
			"loans":    {Approved: true, Admitted: false},
		},
	}
}

func TestAKeyIsGoodForWhatItsApplicationIsGoodFor(t *testing.T) {
	ended, ends := noon.Add(-time.Second), noon.Add(time.Second)
	for name, c := range map[string]struct {
		change func(*gate.Client)
		api    string
		want   string
	}{
		"enabled":                         {func(*gate.Client) {}, "deposits", ""},
		"deleted":                         {func(c *gate.Client) { c.State = gate.Gone }, "deposits", problem.KeyInvalid},
		"disabled":                        {func(c *gate.Client) { c.State = gate.Disabled }, "deposits", problem.ApplicationDisabled},
		"suspended":                       {func(c *gate.Client) { c.State = gate.Suspended }, "deposits", problem.ApplicationSuspended},
		"of a suspended organisation":     {func(c *gate.Client) { c.Suspended = true }, "deposits", problem.OrganisationSuspended},
		"ended after a rotation":          {func(c *gate.Client) { c.Ends = ended }, "deposits", problem.KeyInvalid},
		"still overlapping":               {func(c *gate.Client) { c.Ends = ends }, "deposits", ""},
		"an API that was never asked for": {func(*gate.Client) {}, "iwish", problem.APINotSubscribed},
		"an API that is not approved":     {func(*gate.Client) {}, "cards", problem.APINotSubscribed},
		"an API beyond the account plan":  {func(*gate.Client) {}, "loans", problem.APINotInAccountPlan},
		"the server's own operations":     {func(*gate.Client) {}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, clock := newDatabase(false), at(noon)
			client := shop(gate.Limits{}, gate.Limits{})
			c.change(&client)
			d.set(client)
			if got := newReplica(t, d, clock).call("shop", c.api); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestAnUnknownKeyIsAskedForOnce(t *testing.T) {
	d, clock := newDatabase(false), at(noon)
	r := newReplica(t, d, clock)
	for range 100 {
		if got := r.call("nobody", "deposits"); got != problem.KeyInvalid {
			t.Fatalf("got %q", got)
		}
	}
	if n := d.statements.Load(); n > 2 {
		t.Errorf("100 calls with an unknown key cost %d statements", n)
	}
	if got := r.call(strings.Repeat("x", 1000), "deposits"); got != problem.KeyInvalid {
		t.Errorf("a long key: %q", got)
	}
	d.set(gate.Client{ID: "nobody", State: gate.Enabled, APIs: map[string]gate.API{"deposits": {Approved: true, Admitted: true}}})
	clock.advance(time.Second)
	if got := r.call("nobody", "deposits"); got != "" {
		t.Errorf("a key that was made since then: %q", got)
	}
}

func TestAChangeElsewhereIsSeenWithinASecondAndOneHereAtOnce(t *testing.T) {
	d, clock := newDatabase(true), at(noon)
	r := newReplica(t, d, clock)
	d.set(shop(gate.Limits{}, gate.Limits{}))
	if got := r.call("shop", "deposits"); got != "" {
		t.Fatalf("got %q", got)
	}
	disabled := shop(gate.Limits{}, gate.Limits{})
	disabled.State = gate.Disabled
	d.set(disabled)
	clock.advance(999 * time.Millisecond)
	if got := r.call("shop", "deposits"); got != problem.ApplicationDisabled {
		t.Errorf("after a second: %q", got)
	}
	d.set(shop(gate.Limits{}, gate.Limits{}))
	r.changes.Add(1)
	if got := r.call("shop", "deposits"); got != "" {
		t.Errorf("after a change by this process: %q", got)
	}
}

func TestWithoutTheDatabaseAKeyIsTakenForLessThanASecond(t *testing.T) {
	d, clock := newDatabase(true), at(noon)
	r := newReplica(t, d, clock)
	d.set(shop(gate.Limits{}, gate.Limits{}))
	r.call("shop", "deposits")
	d.guard.Lock()
	d.down = true
	d.guard.Unlock()
	clock.advance(500 * time.Millisecond)
	if c, err := r.Find(t.Context(), "shop"); err != nil || c == nil {
		t.Errorf("half a second later: %v", err)
	}
	clock.advance(500 * time.Millisecond)
	if _, err := r.Find(t.Context(), "shop"); !errors.Is(err, errDown) {
		t.Errorf("a second later: %v", err)
	}
}

func TestASecretIsProvedByItsDigest(t *testing.T) {
	d, clock := newDatabase(false), at(noon)
	client := shop(gate.Limits{}, gate.Limits{})
	r := newReplica(t, d, clock)
	for secret, want := range map[string]bool{"secret": true, "wrong": false, "": false} {
		if got := r.Prove(&client, secret); got != want {
			t.Errorf("%q: %v", secret, got)
		}
	}
	client.SecretDigest = ""
	if r.Prove(&client, "secret") || r.Prove(nil, "secret") {
		t.Error("a client without a secret is proved")
	}
}

func TestTheFieldsTellWhatIsLeft(t *testing.T) {
	d, clock := newDatabase(false), at(noon)
	d.set(shop(gate.Limits{Day: 10_000, Hour: 5000, Second: 10}, gate.Limits{Day: 1000}))
	r := newReplica(t, d, clock)
	r.calls(3, "shop", "deposits")
	c, err := r.Find(t.Context(), "shop")
	if err != nil {
		t.Fatal(err)
	}
	p, refusal, err := r.Count(t.Context(), c, "deposits")
	if err != nil || refusal != nil {
		t.Fatal(refusal, err)
	}
	if got, want := p.Policy(), `"day";q=10000;w=86400, "hour";q=5000;w=3600, "second";q=10;w=1, "api-day";q=1000;w=86400`; got != want {
		t.Errorf("RateLimit-Policy: %s", got)
	}
	if got, want := p.Limit(clock.now()), `"day";r=9996;t=43200, "hour";r=4996;t=3600, "second";r=6;t=1, "api-day";r=996;t=43200`; got != want {
		t.Errorf("RateLimit: %s", got)
	}
	d.set(shop(gate.Limits{}, gate.Limits{}))
	clock.advance(time.Second)
	if c, err = r.Find(t.Context(), "shop"); err != nil {
		t.Fatal(err)
	}
	if p, _, err = r.Count(t.Context(), c, "deposits"); err != nil || p.Policy() != "" || p.Limit(clock.now()) != "" {
		t.Errorf("without limits: %q, %q, %v", p.Policy(), p.Limit(clock.now()), err)
	}
}

// steady is a gate whose caller is known and whose share lasts.
func steady(tb testing.TB) (g *gate.Gate, key string) {
	tb.Helper()
	d, clock := newDatabase(true), at(noon)
	d.set(shop(gate.Limits{Day: 1 << 40, Hour: 1 << 40, Second: 1 << 30}, gate.Limits{Day: 1 << 40}))
	p := &process{database: d}
	return gate.New(gate.Options{Source: p, Store: p, Clock: clock.now}), "shop"
}

// once lets one call pass.
func once(tb testing.TB, g *gate.Gate, key string) {
	tb.Helper()
	c, err := g.Find(tb.Context(), key)
	if err != nil || g.Standing(c) != nil {
		tb.Fatal(err)
	}
	if _, refusal, err := g.Count(tb.Context(), c, "deposits"); err != nil || refusal != nil {
		tb.Fatal(refusal, err)
	}
}

func TestAllocationsOfACallThatPasses(t *testing.T) {
	g, key := steady(t)
	if n := testing.AllocsPerRun(300, func() { once(t, g, key) }); n > 6 {
		t.Errorf("a call takes %v allocations", n)
	}
}

func BenchmarkACallThatPasses(b *testing.B) {
	g, key := steady(b)
	b.ReportAllocs()
	for b.Loop() {
		once(b, g, key)
	}
}
