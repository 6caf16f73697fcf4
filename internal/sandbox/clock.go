package sandbox

import (
	"errors"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
)

// clock is how a sandbox's clock stands to the server's: ahead of it by an offset, or still. The zero value is the
// server's own.
type clock struct {
	offset time.Duration
	frozen bool
	at     time.Time // when frozen
}

func (c clock) now(server time.Time) time.Time {
	if c.frozen {
		return c.at
	}
	if c.offset == 0 {
		return server
	}
	return server.Add(c.offset)
}

// set gives a clock that shows a time, and stands or runs as this one does.
func (c clock) set(server, t time.Time) clock {
	if c.frozen {
		return clock{frozen: true, at: t}
	}
	return clock{offset: t.Sub(server)}
}

// ClockState is how a sandbox's clock stands.
type ClockState struct {
	Now    time.Time
	Frozen bool
	// Offset is how far the clock is ahead of the server's.
	Offset time.Duration
}

// ErrClock is the error for a time that a sandbox's clock cannot show, or a move that it cannot make.
var ErrClock = errors.New("the clock of a sandbox shows times from 1970 to 2199 and is advanced forwards")

var (
	firstTime = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	endOfTime = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
)

// Now gives the time by the sandbox's own clock.
func (s *Sandbox) Now() time.Time { return s.own().core.Load().clock.now(s.registry.clock()) }

// Clock tells how the sandbox's clock stands.
func (s *Sandbox) Clock() ClockState {
	c, server := s.own().core.Load().clock, s.registry.clock()
	now := c.now(server)
	return ClockState{Now: now, Frozen: c.frozen, Offset: now.Sub(server)}
}

// SetClock sets the sandbox's clock. What is due by then is done, in the order of time, and what is to be sent is
// given. The error is ErrClock, or wraps ErrStorage; nothing is changed then.
func (s *Sandbox) SetClock(p *engine.Program, t time.Time) ([]engine.Callback, error) {
	return s.ChangeClock(p, nil, func(time.Time) (time.Time, error) { return t, nil })
}

// Advance moves the sandbox's clock forwards. What is due by then is done, in the order of time, and what is to be sent
// is given. The error is ErrClock, or wraps ErrStorage; nothing is changed then.
func (s *Sandbox) Advance(p *engine.Program, d time.Duration) ([]engine.Callback, error) {
	return s.ChangeClock(p, nil, func(now time.Time) (time.Time, error) {
		if d < 0 {
			return now, ErrClock
		}
		return now.Add(d), nil
	})
}

// Freeze has the sandbox's clock stand still at what it shows. What is due is done, and what is to be sent is given.
// The error wraps ErrStorage.
func (s *Sandbox) Freeze(p *engine.Program) ([]engine.Callback, error) {
	frozen := true
	return s.ChangeClock(p, &frozen, nil)
}

// Resume has a clock that stands go on from what it shows. What is due is done, and what is to be sent is given. The
// error wraps ErrStorage.
func (s *Sandbox) Resume(p *engine.Program) ([]engine.Callback, error) {
	frozen := false
	return s.ChangeClock(p, &frozen, nil)
}

// ChangeClock has the sandbox's clock show what to makes of the time that it shows, and stand still or run from there;
// nil leaves either as it is. What is due by then is done, in the order of time, and what is to be sent is given. The
// error is that of to, ErrClock, or wraps ErrStorage; nothing is changed then.
func (s *Sandbox) ChangeClock(p *engine.Program, frozen *bool, to func(now time.Time) (time.Time, error)) (sent []engine.Callback, err error) {
	err = s.change(func(d *draft) error {
		server := s.registry.clock()
		t := d.clock.now(server)
		if to != nil {
			if t, err = to(t); err != nil {
				return err
			}
			if t.Before(firstTime) || !t.Before(endOfTime) {
				return ErrClock
			}
		}
		stands := d.clock.frozen
		if frozen != nil {
			stands = *frozen
		}
		if to != nil || frozen != nil {
			d.clock = clock{frozen: stands}.set(server, t)
		}
		sent = s.catchUp(d, p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return sent, nil
}
