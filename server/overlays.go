package server

import (
	"context"
	"io/fs"
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/overlay"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

// This file chooses the program that answers: the sandboxes of an organisation that has scenario files of its own are
// played by a program of its own.

// newOverlays prepares the programs of organisations; nil where there is no portal, or the files that the server's program
// was compiled from are not known.
func newOverlays(s *Server, o *Options) *overlay.Programs {
	if o.Portal == nil || o.Scenarios == nil {
		return nil
	}
	return overlay.New(o.Portal, o.Clock, o.Logger, overlay.Base{Files: o.Scenarios, APIs: s.playedAPIs(), Program: o.Program})
}

// journalPrograms is how many programs journals keep alive: more than there are of organisations at a time.
func journalPrograms(o *Options) int {
	if o.Portal == nil || o.Scenarios == nil {
		return 0
	}
	return overlay.MostPrograms + 8
}

// programOf gives the program that plays a sandbox now.
func (s *Server) programOf(ctx context.Context, sandboxKey string) *engine.Program {
	if s.overlays == nil {
		return s.program.Load()
	}
	if err := s.overlays.Refresh(ctx, false); err != nil {
		s.log.ErrorContext(ctx, "what others have changed of overlays is not known at the moment", "error", err.Error())
	}
	return s.overlays.OfApplication(ctx, sandboxKey)
}

// ownRules stands in the metrics for the rules that organisations have written, whose names are theirs to choose.
const ownRules = "own"

// countedRule names the rule that has answered as the metrics count it.
func (k *call) countedRule() (scenario, rule string) {
	if k.server.overlays != nil && k.program != nil && k.route.op != nil {
		everyone := k.server.overlays.Everyone()
		if k.program != everyone && everyone.CheckNames(k.route.op.API, []string{k.scenario}) != nil {
			return ownRules, ownRules
		}
	}
	return k.scenario, k.rule
}

// countedCode is the code of the problem that was answered as the metrics count it.
func (k *call) countedCode() string {
	if _, shared := problem.Lookup(k.code); shared || k.rule == "" {
		return k.code
	}
	if scenario, _ := k.countedRule(); scenario == ownRules {
		return ownRules
	}
	return k.code
}

// everybody gives the program of those who have no scenarios of their own.
func (s *Server) everybody() *engine.Program {
	if s.overlays == nil {
		return s.program.Load()
	}
	return s.overlays.Everyone()
}

// ReplaceScenarios is Replace with the files that the program was compiled from, over which those of organisations are
// compiled anew.
func (s *Server) ReplaceScenarios(files fs.FS, p *engine.Program) {
	s.Replace(p)
	if s.overlays != nil {
		s.overlays.Rebase(overlay.Base{Files: files, APIs: s.playedAPIs(), Program: p})
	}
}

// changedOverlays makes what was changed speak from the next request on.
func (k *call) changedOverlays() {
	if err := k.server.overlays.Refresh(k.gin.Request.Context(), true); err != nil {
		k.server.log.ErrorContext(k.gin, "a change of overlays is not known yet", "request_id", k.id, "error", err.Error())
	}
}

// checker gives what checks scenario files; ok is false where the server takes none, which is answered.
func (k *call) checker() (c portal.OverlayChecker, ok bool) {
	if k.server.overlays == nil {
		k.declined(portal.ErrNotFound)
		return nil, false
	}
	return k.server.overlays, true
}

// playedAPIs are the APIs that scenarios can be written for.
func (s *Server) playedAPIs() []*contract.API {
	return slices.DeleteFunc(slices.Clone(s.apis), func(a *contract.API) bool { return a.Name == portalDocument || a.Name == oauthDocument })
}
