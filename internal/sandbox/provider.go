package sandbox

import (
	"fmt"
	"slices"

	"github.com/sandbank/sandbank/internal/engine"
)

// Actions of a provider state, as Pact verifiers send them.
const (
	Setup    = "setup"
	Teardown = "teardown"
)

// ProviderState sets up or tears down a provider state in the sense of Pact. A setup selects the state's scenarios, does
// its effects, and gives the values that it hands back together with callbacks to be sent. The first setup after a
// request restores the sandbox as it was before the first setup of all, and so does a teardown, so that interactions do
// not see each other. Services of the world, and its Base, are what the state's expressions may use; the world may be
// nil. The error of an unknown state wraps engine.ErrUnknownState; others say which parameter is wrong or which effect
// could not be done, and nothing of the setup is done then.
func (s *Sandbox) ProviderState(p *engine.Program, w *engine.World, action, state string, params map[string]any) (returns map[string]any, sent []engine.Callback, err error) {
	s = s.keep()
	s.touch()
	s.guard.Lock()
	defer s.guard.Unlock()
	switch action {
	case Teardown:
		if s.provider != nil {
			s.restore(s.provider)
			s.provider = nil
		}
		return nil, nil, nil
	case Setup:
	default:
		return nil, nil, fmt.Errorf("the action is %q; it is either %s or %s", action, Setup, Teardown)
	}
	if s.provider == nil {
		s.provider = s.save()
		s.called.Store(false)
	} else if s.called.Swap(false) {
		s.restore(s.provider)
	}
	c, sent := s.catchUp(s.core.Load(), p)
	world := engine.World{}
	if w != nil {
		world = *w
	}
	s.complete(c, p, &world, s.draws.Add(1))
	provided, err := p.Provide(state, params, &world)
	if err != nil {
		return nil, sent, err
	}
	s.store(c.with(func(c *core) {
		c.state = provided.State
		for _, name := range provided.Scenarios {
			if !slices.Contains(c.selected, name) {
				c.selected = append(slices.Clip(c.selected), name)
			}
		}
	}))
	return provided.Returns, append(sent, provided.Callbacks...), nil
}

// noteCall notes that a request has come, so that the next setup of a provider state begins anew.
func (s *Sandbox) noteCall() {
	if !s.called.Load() {
		s.called.Store(true)
	}
}
