package server

import (
	"math"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

const (
	// attemptsAtOnce is how often a proof may fail in a row, and attemptEvery how soon it may once more.
	attemptsAtOnce = 20
	attemptEvery   = 3 * time.Second
	// maxAttempts bounds whose failures are known at a time.
	maxAttempts = 10_000
)

// attempts limits how often somebody may fail to prove who they are. It is safe for concurrent use.
type attempts struct {
	guard sync.Mutex
	by    map[string]*rate.Limiter
}

// wait tells for how long somebody may not try again; 0 is that they may.
func (a *attempts) wait(who string, now time.Time) time.Duration {
	a.guard.Lock()
	defer a.guard.Unlock()
	l := a.by[who]
	if l == nil {
		return 0
	}
	missing := 1 - l.TokensAt(now)
	if missing <= 0 {
		return 0
	}
	return time.Duration(math.Ceil(missing * float64(attemptEvery)))
}

// failed notes a failure.
func (a *attempts) failed(who string, now time.Time) {
	a.guard.Lock()
	defer a.guard.Unlock()
	l := a.by[who]
	if l == nil {
		if a.by == nil || len(a.by) >= maxAttempts {
			a.by = map[string]*rate.Limiter{}
		}
		l = rate.NewLimiter(rate.Every(attemptEvery), attemptsAtOnce)
		a.by[who] = l
	}
	l.AllowN(now, 1)
}
