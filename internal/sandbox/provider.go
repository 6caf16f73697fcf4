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
// nil. The error of an unknown state wraps engine.ErrUnknownState, that of a sandbox that cannot be kept ErrStorage;
// others say which parameter is wrong or which effect could not be done. Nothing of the setup is done then.
func (s *Sandbox) ProviderState(p *engine.Program, w *engine.World, action, state string, params map[string]any) (returns map[string]any, sent []engine.Callback, err error) {
	switch action {
	case Teardown:
		return nil, nil, s.change(func(d *draft) error {
			if d.provider != nil {
				d.restore(d.provider)
				d.provider, d.called = nil, false
			}
			return nil
		})
	case Setup:
	default:
		return nil, nil, fmt.Errorf("the action is %q; it is either %s or %s", action, Setup, Teardown)
	}
	var refusal error
	err = s.change(func(d *draft) error {
		returns, sent, refusal = s.setUp(d, p, w, state, params)
		return nil // what has been done before the setup is kept all the same
	})
	if err != nil {
		return nil, nil, err
	}
	return returns, sent, refusal
}

// setUp sets up a provider state in a draft. An error leaves what comes before it: going back to the first setup of
// all, and what is due.
func (s *Sandbox) setUp(d *draft, p *engine.Program, w *engine.World, state string, params map[string]any) (map[string]any, []engine.Callback, error) {
	switch {
	case d.provider == nil:
		d.provider, d.called = s.save(&d.core), false
	case d.called:
		d.restore(d.provider)
		d.called = false
	}
	sent := s.catchUp(d, p)
	world := engine.World{}
	if w != nil {
		world = *w
	}
	s.complete(&d.core, p, &world, s.draw(d))
	provided, err := p.Provide(state, params, &world)
	if err != nil {
		return nil, sent, err
	}
	d.state = provided.State
	for _, name := range provided.Scenarios {
		if !slices.Contains(d.selected, name) {
			d.selected = append(slices.Clip(d.selected), name)
		}
	}
	return provided.Returns, append(sent, provided.Callbacks...), nil
}

// draw deals chance once, from where it will stand.
func (s *Sandbox) draw(d *draft) uint64 {
	if d.draws == nil {
		return s.draws.Add(1)
	}
	*d.draws++
	return *d.draws
}
