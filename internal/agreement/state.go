package agreement

import (
	"maps"
	"slices"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// providerStates looks for the provider states among those that can be set up, and for their parameters. Values are
// judged when the state is set up.
func (e *examination) providerStates() {
	if !e.checkStates {
		return
	}
	for _, s := range e.States {
		state, known := e.states[s.Name]
		if !known {
			hint := finding.DidYouMean(s.Name, e.names)
			if hint == "" {
				hint = "declare it under given: in a scenario file"
			}
			e.report(finding.Error, "unknown-state", s.Pointer, hint, nil, "no scenario declares the provider state %q", shorten(s.Name))
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(s.Params)) {
			if !slices.Contains(state.Params, name) {
				e.report(finding.Error, "unknown-state-parameter", s.Pointer+"/params/"+pact.Escape(name), finding.DidYouMean(name, state.Params), nil,
					"the provider state %q has no parameter %q", shorten(s.Name), shorten(name))
			}
		}
		for _, name := range state.Required {
			if s.Params[name] == nil {
				e.report(finding.Error, "missing-state-parameter", s.Pointer, "", nil, "the provider state %q needs the parameter %q", shorten(s.Name), name)
			}
		}
	}
}
