package store

import (
	"context"
	"time"
)

// Pause lets a while pass before a transaction is tried once more that the engine could not fit in with others; tries is
// how often it was tried. It fails when the context ends first.
type Pause func(ctx context.Context, tries int) error

const (
	// maxTries is how often a transaction is tried that the engine could not fit in with others.
	maxTries = 10
	// The first pause is up to firstPause, each next one up to twice that of the one before, and longestPause at most.
	firstPause   = 2 * time.Millisecond
	longestPause = 250 * time.Millisecond
)

// Jittered gives pauses that grow with the tries, each of a length by chance, so that transactions that were in each
// other's way do not meet again. wait lets time pass, ending with the context; chance gives a number from 0 to below n.
func Jittered(wait func(context.Context, time.Duration) error, chance func(n int64) int64) Pause {
	return func(ctx context.Context, tries int) error {
		most := longestPause
		if tries < 8 { // later ones would be longer
			most = min(most, firstPause<<(tries-1))
		}
		return wait(ctx, time.Duration(chance(int64(most)+1)))
	}
}

// again runs a transaction, again and again while the engine says that it could not fit it in. The error is that of the
// last try, also when the context ends during a pause.
func (s *Store) again(ctx context.Context, run func() error) error {
	for tries := 1; ; tries++ {
		err := run()
		if err == nil || !s.refused(err) || tries == maxTries {
			return told(err)
		}
		if s.pause != nil && s.pause(ctx, tries) != nil {
			return told(err)
		}
	}
}
