package sandbox

import (
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// Turn has code written in Go change the sandbox outside any request of the bank's APIs, in turn with others and kept
// as a decision is. It completes the world as Decide does, and what is due by the sandbox's clock is done first. do may
// be called several times, each time with what others have left; only the last call counts.
//
// The callbacks include those of what was due; they are to be sent after an error, too. The error is that of do, or
// wraps ErrStorage: then nothing else has happened.
func (s *Sandbox) Turn(p *engine.Program, api *contract.API, w *engine.World, do func(t *engine.Turn) error) ([]engine.Callback, error) {
	s = s.keep()
	s.touch()
	s.guard.Lock()
	defer s.guard.Unlock()
	var sent []engine.Callback
	var failure error
	err := s.turn(func(d *draft) error {
		s.dropEnded(&d.core)
		sent = s.catchUp(d, p)
		s.complete(&d.core, p, w, s.draws.Add(1))
		var own []engine.Callback
		d.state, own, failure = p.Turn(api, w, do)
		sent = append(sent, own...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return sent, failure
}
