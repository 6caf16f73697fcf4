package engine

import (
	"time"
)

// Advance does everything that is due by a time, in the order of time, and gives the state after it with what is to be
// sent. A step that can no longer be done, because the scenarios have changed, is dropped and told in failed.
func (p *Program) Advance(st *State, now time.Time) (next *State, sent []Callback, failed []error) {
	next = st
	for {
		at, ok := next.Due()
		if !ok || at.After(now) {
			return next, sent, failed
		}
		rest, step := next.next()
		done, err := p.apply(rest, &step)
		if err != nil {
			failed = append(failed, &stepError{step, err})
			next = rest
			continue
		}
		next = done
		if step.calls(rest, done) {
			sent = append(sent, *step.Callback)
		}
	}
}

// stepError is a later effect that could not be done.
type stepError struct {
	step Step
	err  error
}

func (e *stepError) Error() string {
	return "a later effect of rule " + e.step.Rule + ": " + e.err.Error()
}
func (e *stepError) Unwrap() error { return e.err }
