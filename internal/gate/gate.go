package gate

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"

	"github.com/sandbank/sandbank/internal/problem"
)

// Store is what a gate keeps in the database. It is safe for concurrent use.
type Store interface {
	Ledger
	// Edition counts the changes of everything that a Source speaks of, by whatever process they were made.
	Edition(ctx context.Context) (int64, error)
	// Changes counts those that this process has made; it costs nothing.
	Changes() uint64
}

const (
	// fresh is how long what is known of a key is taken to be so without asking the database, and stale how long when it
	// does not answer.
	fresh = 400 * time.Millisecond
	stale = 900 * time.Millisecond
	// most bounds the keys that are known at a time, and those that are known to be none.
	most = 10_000
	// longest is the longest key that is looked for.
	longest = 256
)

var (
	errGone = errors.New("the quota is counted by another account now")
	errBusy = errors.New("a quota was changed by others again and again")
)

// Options are what a Gate works with; all are required.
type Options struct {
	Source Source
	Store  Store
	// Clock is the server's clock.
	Clock func() time.Time
}

// Gate is safe for concurrent use. Run has to run beside it.
type Gate struct {
	source Source
	store  Store
	clock  func() time.Time

	known      atomic.Pointer[generation]
	refreshing sync.Mutex
	accounts   sync.Map // *account by subject
}

// New makes a gate.
func New(o Options) *Gate { return &Gate{source: o.Source, store: o.Store, clock: o.Clock} }

// generation is what is known of keys since one edition of the database.
type generation struct {
	edition int64
	changes uint64
	checked atomic.Int64 // when the edition was last found to be so, in nanoseconds since 1970
	clients keyring
	nobody  keyring
	finding singleflight.Group
}

// keyring holds what is known of keys. When it is full it begins anew.
type keyring struct {
	count atomic.Int64
	keys  atomic.Pointer[sync.Map]
}

func newGeneration(edition int64, changes uint64, now time.Time) *generation {
	g := &generation{edition: edition, changes: changes}
	g.checked.Store(now.UnixNano())
	g.clients.keys.Store(new(sync.Map))
	g.nobody.keys.Store(new(sync.Map))
	return g
}

func (r *keyring) find(key string) (*Client, bool) {
	c, ok := r.keys.Load().Load(key)
	if !ok {
		return nil, false
	}
	return c.(*Client), true
}

func (r *keyring) add(key string, c *Client) {
	if r.count.Add(1) > most {
		r.count.Store(1)
		r.keys.Store(new(sync.Map))
	}
	r.keys.Load().Store(key, c)
}

// current gives what is known of keys, no older than a second.
func (g *Gate) current(ctx context.Context, now time.Time) (*generation, error) {
	known := g.known.Load()
	if known.fresh(now, fresh) && known.changes == g.store.Changes() {
		return known, nil
	}
	if known.fresh(now, stale) && known.changes == g.store.Changes() {
		if !g.refreshing.TryLock() {
			return known, nil // somebody is asking already
		}
	} else {
		g.refreshing.Lock()
	}
	defer g.refreshing.Unlock()
	changes := g.store.Changes()
	if known = g.known.Load(); known.fresh(now, fresh) && known.changes == changes {
		return known, nil
	}
	edition, err := g.store.Edition(ctx)
	switch {
	case err == nil && known != nil && known.edition == edition && known.changes == changes:
		known.checked.Store(now.UnixNano())
		return known, nil
	case err == nil:
		next := newGeneration(edition, changes, now)
		g.known.Store(next)
		return next, nil
	case known.fresh(now, stale) && known.changes == changes:
		return known, nil
	}
	return nil, err
}

// fresh tells whether the generation was found to be current less than an age ago.
func (g *generation) fresh(now time.Time, age time.Duration) bool {
	if g == nil {
		return false
	}
	since := now.UnixNano() - g.checked.Load()
	return since < int64(age) && since > -int64(age) // a clock may be set back
}

// Edition tells by which edition of the database is judged now. What was found out under one holds until there is
// another.
func (g *Gate) Edition(ctx context.Context) (int64, error) {
	known, err := g.current(ctx, g.clock())
	if err != nil {
		return 0, err
	}
	return known.edition<<16 ^ int64(known.changes), nil
}

// Find gives the client of a key, whatever its application may do; nil when nobody has the key.
func (g *Gate) Find(ctx context.Context, key string) (*Client, error) {
	if key == "" || len(key) > longest {
		return nil, nil
	}
	known, err := g.current(ctx, g.clock())
	if err != nil {
		return nil, err
	}
	if c, ok := known.clients.find(key); ok {
		return c, nil
	}
	if _, ok := known.nobody.find(key); ok {
		return nil, nil
	}
	found, err, _ := known.finding.Do(key, func() (any, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), ledgerPatience)
		defer cancel()
		c, err := g.source.Client(ctx, key)
		switch {
		case err != nil:
		case c == nil:
			known.nobody.add(key, nil)
		default:
			known.clients.add(key, c)
		}
		return c, err
	})
	return found.(*Client), err
}

// Prove tells whether a secret is the client's; a nil client has none.
func (g *Gate) Prove(c *Client, secret string) bool { return c.proves(g.source.Digest(secret)) }

// ProveHash tells whether a text is the value that goes with the client's secret.
func (g *Gate) ProveHash(c *Client, text string) bool {
	return c != nil && c.ServerHashDigest != "" && same(g.source.Digest(text), c.ServerHashDigest)
}

// Standing refuses a client that may call nothing now.
func (g *Gate) Standing(c *Client) *Refusal { return c.standing(g.clock()) }

// Pass is how a call stands after it was counted.
type Pass struct {
	// Organisation and API are the quotas that it counts against; API is nil where it was not asked for an API, or the
	// application has not got it.
	Organisation Standing
	API          *Standing
}

// Count counts a call of a client against its organisation's quota and, where the API is one that it has, against that
// of the API's plan; api is "" for a call of the server's own operations. A call that is refused for a spent quota counts
// nowhere; one that is refused because the client has not got the API counts for its organisation. An error means that
// quotas cannot be read.
func (g *Gate) Count(ctx context.Context, c *Client, api string) (Pass, *Refusal, error) {
	now := g.clock()
	var p Pass
	whole, over, err := g.take(ctx, OfOrganisation(c.Organisation), c.Limits, now, &p.Organisation)
	if err != nil {
		return p, nil, err
	}
	if over != nothing {
		return p, p.Organisation.refusal(over, now, problem.OrganisationQuotaSpent, problem.OrganisationRateExceeded, "of the organisation"), nil
	}
	if api == "" {
		return p, nil, nil
	}
	if refusal := c.may(api); refusal != nil {
		return p, refusal, nil
	}
	a := c.APIs[api]
	p.API = new(Standing)
	_, over, err = g.take(ctx, OfAPI(c.Application, api), a.Limits, now, p.API)
	if err != nil || over != nothing {
		whole.giveBack(c.Limits)
	}
	if over != nothing {
		return p, p.API.refusal(over, now, problem.APIPlanQuotaSpent, problem.APIPlanRateExceeded, "of the API's plan"), err
	}
	return p, nil, err
}

// take counts a call of one quota.
func (g *Gate) take(ctx context.Context, subject string, l Limits, now time.Time, to *Standing) (*account, spent, error) {
	for {
		found, ok := g.accounts.Load(subject)
		if !ok {
			found, _ = g.accounts.LoadOrStore(subject, &account{subject: subject, ledger: g.store, shared: g.store.Shared()})
		}
		a := found.(*account)
		over, standing, err := a.take(ctx, l, now)
		if errors.Is(err, errGone) {
			g.accounts.CompareAndDelete(subject, a)
			continue
		}
		*to = standing
		return a, over, err
	}
}

// refusal says that a quota is spent.
func (s Standing) refusal(over spent, now time.Time, quota, rate, whose string) *Refusal {
	wait := func(until time.Time) time.Duration { return max(time.Second, until.Sub(now)) }
	switch over {
	case ofDay:
		return &Refusal{Code: quota, Detail: "The calls of today " + whose + " are used up.", RetryAfter: wait(s.dayEnds())}
	case ofHour:
		return &Refusal{Code: quota, Detail: "The calls of this hour " + whose + " are used up.", RetryAfter: wait(s.hourEnds())}
	}
	return &Refusal{Code: rate, Detail: "The calls of this second " + whose + " are used up.", RetryAfter: time.Second}
}

// Use is what is used of a quota.
type Use struct{ Today, ThisHour int64 }

// OfOrganisation and OfAPI name quotas.
func OfOrganisation(organisation string) string { return "organisation " + organisation }

// OfAPI names the quota of an API in an application.
func OfAPI(application, api string) string { return "api " + application + " " + api }

// Used tells what is used of a quota now. Shares that other processes hold count as used.
func (g *Gate) Used(ctx context.Context, subject string) (Use, error) {
	w := windowsAt(g.clock())
	if found, ok := g.accounts.Load(subject); ok {
		if use, ok := found.(*account).use(ctx, w); ok {
			return use, nil
		}
	}
	t, err := g.store.Tally(ctx, subject)
	if err != nil {
		return Use{}, err
	}
	t = t.at(w)
	return Use{t.InDay, t.InHour}, nil
}

// Clear gives back the shares of quotas that are not in use, or all of them.
func (g *Gate) Clear(ctx context.Context, all bool) error {
	now := g.clock()
	var failed error
	g.accounts.Range(func(subject, found any) bool {
		dropped, err := found.(*account).clear(ctx, now, all)
		failed = errors.Join(failed, err)
		if dropped {
			g.accounts.CompareAndDelete(subject, found)
		}
		return true
	})
	return failed
}
