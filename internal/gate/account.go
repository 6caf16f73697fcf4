package gate

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Ledger keeps the tallies of quotas. It is safe for concurrent use, by several processes where Shared says so.
type Ledger interface {
	// Shared tells whether other processes count into the same tallies.
	Shared() bool
	// Tally gives the tally of a subject; the zero one when there is none.
	Tally(ctx context.Context, subject string) (Tally, error)
	// PutTally puts a tally in place of the version before it. It is false, and nothing is changed, when another version is
	// there.
	PutTally(ctx context.Context, subject string, t Tally) (bool, error)
}

const (
	// A share is at most 1/shareOf of what is left, so that the last calls are dealt out one by one. It begins with
	// shareFirst at most; each one that is used up within shareLasts is followed by one that is twice as large, up to
	// shareMost, because a caller waits while a share is taken, and each one that lasts long by one that is half as large.
	shareOf    = 20
	shareFirst = 500
	shareMost  = 16_000
	shareLasts = time.Second
	// shareOfSecond is the part of a second's calls that one process takes at a time.
	shareOfSecond = 4
	// idle is how long a share that nobody uses is kept.
	idle = 5 * time.Second
	// ledgerPatience bounds what taking a share may take; it is not cut short when the caller leaves.
	ledgerPatience = 5 * time.Second
	// again is when the database is asked once more whether a quota that was spent is so still.
	again = time.Second
	// maxTurns is how often a share is tried for that others come before.
	maxTurns = 50
)

// account is one quota as this process counts it: that of an organisation, or of an API in an application. It is safe for
// concurrent use.
type account struct {
	subject string
	ledger  Ledger
	shared  bool

	guard sync.Mutex
	gone  bool  // it was dropped; another one stands in its place
	tally Tally // as the database had it last, with our share in it
	known bool  // the tally was read
	// share is what we may still let pass of the tally's day and hour, shareNow of its second. Where nobody else counts,
	// seconds are counted here alone.
	share, shareNow int64
	limits          Limits    // that the shares were taken for
	read            time.Time // when the database was last asked
	used            time.Time
	size            int64     // of the next share; 0 is shareFirst
	leased          time.Time // when the last share was taken
}

// spent tells which window of a quota has no calls left; the zero value is none.
type spent int

const (
	nothing spent = iota
	ofDay
	ofHour
	ofSecond
)

// take lets one call pass, or tells what is spent.
func (a *account) take(ctx context.Context, l Limits, now time.Time) (spent, Standing, error) {
	a.guard.Lock()
	defer a.guard.Unlock()
	if a.gone {
		return nothing, Standing{}, errGone
	}
	a.used = now
	w := windowsAt(now)
	if err := a.move(ctx, l, w); err != nil {
		return nothing, Standing{}, err
	}
	if now.Sub(a.read) >= again {
		a.known = a.known && a.share > 0 // others may have given back what they did not use
	}
	if a.share == 0 || a.shareNow == 0 && a.shared && l.Second > 0 {
		if !a.known {
			a.read = now
		}
		if err := a.lease(ctx, l, w); err != nil {
			return nothing, Standing{}, err
		}
	}
	over := nothing
	switch {
	case a.share == 0 && l.Day > 0 && a.tally.InDay >= l.Day:
		over = ofDay
	case a.share == 0:
		over = ofHour
	case l.Second > 0 && a.shareNow == 0 && (a.shared || a.tally.leftNow(l) == 0):
		over = ofSecond
	default:
		a.pass(l)
	}
	return over, a.standing(l), nil
}

// pass takes one call off the shares.
func (a *account) pass(l Limits) {
	a.share--
	switch {
	case l.Second == 0:
	case a.shared:
		a.shareNow--
	default:
		a.tally.InSecond++
	}
}

// giveBack undoes a take that has let a call pass which was refused afterwards.
func (a *account) giveBack(l Limits) {
	a.guard.Lock()
	defer a.guard.Unlock()
	if a.gone {
		return // the call stays counted
	}
	a.share++
	switch {
	case l.Second == 0:
	case a.shared:
		a.shareNow++
	case a.tally.InSecond > 0:
		a.tally.InSecond--
	}
}

// move notes that another window has begun, or that other limits hold: the shares of those before are worth nothing. What
// is left of a day's share when an hour ends goes back into the day.
func (a *account) move(ctx context.Context, l Limits, w Windows) error {
	if a.share > 0 && (w.Day > a.tally.Day || w.Hour > a.tally.Hour || l != a.limits) {
		if err := a.settle(ctx); err != nil {
			return err
		}
	}
	if l != a.limits {
		a.limits, a.shareNow = l, 0
	}
	if w.Second > a.tally.Second {
		a.shareNow = 0
		if !a.shared {
			a.tally.Second, a.tally.InSecond = w.Second, 0
		}
	}
	return nil
}

// lease takes new shares where the old ones are used up.
func (a *account) lease(ctx context.Context, l Limits, w Windows) error {
	var share, shareNow int64
	if a.share == 0 {
		a.resize()
	}
	err := a.change(ctx, func(t Tally) Tally {
		t = t.at(w)
		share, shareNow = 0, 0
		if a.share == 0 {
			left := t.left(l)
			share = min(left, max(1, min(left/shareOf, a.size)))
		}
		if a.shared && l.Second > 0 && a.shareNow == 0 {
			shareNow = min(t.leftNow(l), max(1, l.Second/shareOfSecond))
		}
		t.InDay, t.InHour, t.InSecond = t.InDay+share, t.InHour+share, t.InSecond+shareNow
		return t
	})
	if err != nil {
		return err
	}
	a.share += share
	a.shareNow += shareNow
	return nil
}

// resize finds out how large the next share may be, which is about what is used in one to two seconds.
func (a *account) resize() {
	switch lasted := a.used.Sub(a.leased); {
	case a.size == 0 || lasted >= idle:
		a.size = shareFirst
	case lasted < shareLasts:
		a.size = min(2*a.size, shareMost)
	case lasted > 2*shareLasts:
		a.size = max(a.size/2, shareFirst)
	}
	a.leased = a.used
}

// settle gives the share back that is left.
func (a *account) settle(ctx context.Context) error {
	day, hour, back := a.tally.Day, a.tally.Hour, a.share
	a.share = 0 // also after a failure, when it is not known what the database has: it then counts as used
	return a.change(ctx, func(t Tally) Tally {
		if t.Day == day {
			t.InDay = max(0, t.InDay-back)
		}
		if t.Hour == hour {
			t.InHour = max(0, t.InHour-back)
		}
		return t
	})
}

// change puts what do makes of the tally in its place. do may be called again. A change that changes nothing is not
// written.
func (a *account) change(ctx context.Context, do func(Tally) Tally) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), ledgerPatience)
	defer cancel()
	own := a.tally // seconds of a tally that is not shared
	for range maxTurns {
		if !a.known {
			t, err := a.ledger.Tally(ctx, a.subject)
			if err != nil {
				return fmt.Errorf("read a quota: %w", err)
			}
			a.tally, a.known = t, true
			if !a.shared {
				a.tally.Second, a.tally.InSecond = own.Second, own.InSecond
			}
		}
		next := do(a.tally)
		if next == a.tally {
			return nil
		}
		next.Version++
		put := next
		if !a.shared {
			put.Second, put.InSecond = 0, 0
		}
		a.known = false // until it is known what became of it
		ok, err := a.ledger.PutTally(ctx, a.subject, put)
		if err != nil {
			return fmt.Errorf("take a share of a quota: %w", err)
		}
		if ok {
			a.tally, a.known = next, true
			return nil
		}
	}
	return errBusy
}

// standing tells how the quota stands after a call.
func (a *account) standing(l Limits) Standing {
	out := Standing{Limits: l, Windows: a.tally.Windows, InDay: a.tally.InDay - a.share, InHour: a.tally.InHour - a.share}
	if l.Second > 0 {
		out.LeftNow = a.tally.leftNow(l)
		if a.shared {
			out.LeftNow += a.shareNow
		}
	}
	return out
}

// Standing is how a quota stands: its limits, and the calls in its windows.
type Standing struct {
	Limits
	Windows
	InDay, InHour int64
	// LeftNow is what is left of the second.
	LeftNow int64
}

// clear gives back the share of a quota that nobody uses, and tells whether it was dropped. all drops it in any case.
func (a *account) clear(ctx context.Context, now time.Time, all bool) (dropped bool, err error) {
	a.guard.Lock()
	defer a.guard.Unlock()
	if !all && now.Sub(a.used) < idle {
		return false, nil
	}
	if a.share > 0 {
		err = a.settle(ctx)
	}
	a.gone = true
	return true, err
}

// use tells what is used of the quota. It is false when the account no longer knows.
func (a *account) use(ctx context.Context, w Windows) (Use, bool) {
	a.guard.Lock()
	defer a.guard.Unlock()
	if a.gone {
		return Use{}, false
	}
	t := a.tally
	if a.shared {
		var err error
		if t, err = a.ledger.Tally(ctx, a.subject); err != nil {
			return Use{}, false
		}
	}
	share := a.share
	if w.Day > t.Day || w.Hour > t.Hour {
		share = 0
		if w.Day <= t.Day {
			t.InDay -= a.share
		}
	}
	t = t.at(w)
	return Use{t.InDay - share, t.InHour - share}, true
}
