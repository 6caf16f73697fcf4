package sandbox

import (
	"errors"
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// draft is a copy of a core that is being edited, with what goes with it when it is put in place.
type draft struct {
	core
	// draws is where chance stands from then on; nil leaves it.
	draws *uint64
	// forget has the answers go that are kept for requests that are sent again; answer is one more of them.
	forget bool
	answer *Answer
	// failed are later effects that could not be done.
	failed []error
}

// rewind has chance stand where it has stood before.
func (d *draft) rewind(draws uint64) { d.draws = &draws }

// same tells whether two cores are the same but for their versions. It may be false for equal ones.
func (c *core) same(o *core) bool {
	return c.state == o.state && c.clock == o.clock && c.seed == o.seed && slices.Equal(c.selected, o.selected) &&
		c.compiled == o.compiled && c.number == o.number && slices.Equal(c.snapshots, o.snapshots) &&
		c.provider == o.provider && c.called == o.called
}

// change edits the sandbox, in turn with others. All changes come through here or turn: what was edited is kept first
// and seen afterwards. An error of the edit changes nothing and is given as it is; other errors wrap ErrStorage.
func (s *Sandbox) change(edit func(*draft) error) error {
	s = s.keep()
	s.touch()
	s.guard.Lock()
	defer s.guard.Unlock()
	return s.turn(edit)
}

// turn is change for those who hold the guard. The edit may be made several times, each time from what others have left.
func (s *Sandbox) turn(edit func(*draft) error) error {
	if s.doubtful.Load() {
		if err := s.reload(); err != nil {
			return err
		}
	}
	for tries := 1; ; tries++ {
		d := draft{core: *s.core.Load()}
		if err := edit(&d); err != nil {
			return err
		}
		err := s.put(&d)
		switch {
		case err == nil:
			for _, failure := range d.failed {
				s.registry.fail(s.key, failure)
			}
			return nil
		case !errors.Is(err, ErrStale):
			return err
		case tries == maxTurns:
			s.doubtful.Store(true)
			return &storageError{err}
		}
		if err := s.reload(); err != nil {
			return err
		}
	}
}

// Decide decides about a request in this sandbox. It completes the world: Now, Seed, Number, State, Levels.Overrides
// and Levels.Selected are the sandbox's. What is due by the sandbox's clock is done first. When neither that nor a rule
// nor the world's handler can change the sandbox, no lock is taken and no store is asked. The handler may be called
// several times, each time with what others have left.
//
// Callbacks of the decision include those of what was due; they are to be sent after an error, too. The error is that
// of engine.Program.Decide, or wraps ErrStorage: then nothing has happened.
func (s *Sandbox) Decide(p *engine.Program, req *contract.Request, w *engine.World) (engine.Decision, error) {
	s = s.keep()
	s.touch()
	draw := s.draws.Add(1)
	c := s.core.Load()
	if s.complete(c, p, w, draw) && (c.provider == nil || c.called) && !s.doubtful.Load() && !p.Writes(req.Operation, w) {
		return p.Decide(req, w)
	}
	return s.decide(p, req, w, draw, nil)
}

// decide makes a decision in turn with others. What o makes of a decision without an error is kept with its effects;
// nil keeps nothing.
func (s *Sandbox) decide(p *engine.Program, req *contract.Request, w *engine.World, draw uint64, o *Once) (engine.Decision, error) {
	s.guard.Lock()
	defer s.guard.Unlock()
	var made engine.Decision
	var failure error
	tried := false
	err := s.turn(func(d *draft) error {
		if tried { // somebody else came first: perhaps with the same request, and with the same chance
			if err := s.unanswered(o); err != nil {
				return err
			}
			draw = s.draws.Add(1)
		}
		tried = true
		s.dropEnded(&d.core)
		sent := s.catchUp(d, p)
		d.noteCall()
		s.complete(&d.core, p, w, draw)
		made, failure = p.Decide(req, w)
		d.state = made.State
		if o != nil && failure == nil {
			d.answer = o.Finish(&made)
		}
		if len(sent) > 0 {
			made.Callbacks = append(sent, made.Callbacks...)
		}
		return nil
	})
	if err != nil {
		return engine.Decision{State: w.State}, err
	}
	return made, failure
}

// catchUp does what is due by the sandbox's clock, and gives what is to be sent once the draft is in place.
func (s *Sandbox) catchUp(d *draft, p *engine.Program) []engine.Callback {
	now := d.clock.now(s.registry.clock())
	if due, ok := d.state.Due(); !ok || due.After(now) {
		return nil
	}
	var sent []engine.Callback
	d.state, sent, d.failed = p.Advance(d.state, now)
	return sent
}

// runDue does what is due, if anything is. The error wraps ErrStorage.
func (s *Sandbox) runDue(p *engine.Program) (sent []engine.Callback, err error) {
	c := s.core.Load()
	due, ok := c.state.Due()
	if ok && due.After(c.clock.now(s.registry.clock())) {
		return nil, nil
	}
	s.guard.Lock()
	defer s.guard.Unlock()
	err = s.turn(func(d *draft) error {
		sent = s.catchUp(d, p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if _, more := s.core.Load().state.Due(); !more {
		s.registry.due.remove(s)
	}
	return sent, nil
}

// noteCall notes that a request has come, so that the next setup of a provider state begins anew.
func (d *draft) noteCall() { d.called = d.called || d.provider != nil }

func (s *Sandbox) noteCall() error {
	if c := s.core.Load(); c.provider == nil || c.called {
		return nil
	}
	return s.change(func(d *draft) error {
		d.noteCall()
		return nil
	})
}
