// Package overlay compiles the scenario files of organisations: those that the bank has published stand beside the bank's
// own files and make the program of everybody, and those of one organisation go over both and make a program of its own.
//
// A program is compiled once for an edition of the files that it is made of, kept as long as there is room, and used by
// any number of calls. Refresh asks what has changed, here or in another process; what has not been asked for since costs
// nothing. A file that can no longer be used, because a contract or another file has changed since it was saved, is left
// out and reported, so that the others go on speaking.
package overlay

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/portal"
)

// Source is where overlays are kept.
type Source interface {
	// OverlayEditions lists whose overlays have changed after an edition; "" are the published ones.
	OverlayEditions(ctx context.Context, after int64) ([]portal.OverlayEdition, error)
	// OverlayFiles lists the files of an organisation, or those that are published.
	OverlayFiles(ctx context.Context, organisation string) ([]portal.OverlayFile, error)
	// OrganisationOf gives the organisation of an application; "" for what is none.
	OrganisationOf(ctx context.Context, application string) (string, error)
}

// Base is what the bank itself serves: a program, what it was compiled from, and for which APIs.
type Base struct {
	Files   fs.FS
	APIs    []*contract.API
	Program *engine.Program
}

// Programs holds the programs of everybody and of organisations. Make one with New. It is safe for concurrent use.
type Programs struct {
	source Source
	clock  func() time.Time
	log    *slog.Logger
	state  atomic.Pointer[state]
	polled atomic.Int64 // when the source was last asked, in milliseconds
	places chan struct{}
	// running has a place for each file whose tests run.
	running chan struct{}

	refreshing sync.Mutex // held while the state is replaced
	guard      sync.Mutex
	own        recent[*compiled]
	homes      recent[string] // of applications
}

// state is what is known at a time. It is never changed.
type state struct {
	base     Base
	number   int64 // of the bases
	edition  int64 // up to which changes are known
	files    []portal.OverlayFile
	everyone *engine.Program
	changed  map[string]int64 // the edition of each organisation that ever had an overlay; "" are the published ones
}

// compiled is the program of an organisation, which is made when it is first asked for.
type compiled struct {
	once                sync.Once
	base, edition, open int64 // what it is made of: the base, the organisation's edition, and that of what is published
	program             *engine.Program
	err                 error
}

// MostPrograms bounds the programs of organisations that are kept.
const MostPrograms = 64

const (
	// mostHomes bounds the applications whose organisation is kept.
	mostHomes = 10_000
	// pollPeriod is how often the source is asked what has changed.
	pollPeriod = 500 * time.Millisecond
	// compilers bounds the programs that are compiled at a time.
	compilers = 2
)

// New makes the programs for what the bank serves. Until the first Refresh there are no overlays.
func New(source Source, clock func() time.Time, log *slog.Logger, base Base) *Programs {
	p := &Programs{source: source, clock: clock, log: log, places: make(chan struct{}, compilers), running: make(chan struct{}, runners)}
	p.own.most, p.homes.most = MostPrograms, mostHomes
	p.state.Store(&state{base: base, number: 1, everyone: base.Program, changed: map[string]int64{}})
	return p
}

// Rebase puts other files of the bank in the place of those that serve.
func (p *Programs) Rebase(base Base) {
	p.refreshing.Lock()
	defer p.refreshing.Unlock()
	next := *p.state.Load()
	next.base, next.number = base, next.number+1
	next.everyone = p.everyone(&next)
	p.state.Store(&next)
}

// Refresh finds out what has changed, if it is time, or at once when now is true.
func (p *Programs) Refresh(ctx context.Context, now bool) error {
	at, last := p.clock().UnixMilli(), p.polled.Load()
	due := at-last >= pollPeriod.Milliseconds() || at < last
	if !now && (!due || !p.polled.CompareAndSwap(last, at)) {
		return nil
	}
	p.refreshing.Lock()
	defer p.refreshing.Unlock()
	p.polled.Store(at)
	before := p.state.Load()
	editions, err := p.source.OverlayEditions(ctx, before.edition)
	if err != nil {
		return fmt.Errorf("ask for changed overlays: %w", err)
	}
	if len(editions) == 0 {
		return nil
	}
	next := *before
	next.changed = make(map[string]int64, len(before.changed)+len(editions))
	for organisation, edition := range before.changed {
		next.changed[organisation] = edition
	}
	for _, e := range editions {
		next.changed[e.Organisation] = e.Edition
		next.edition = max(next.edition, e.Edition)
	}
	if next.changed[""] != before.changed[""] {
		if next.files, err = p.source.OverlayFiles(ctx, ""); err != nil {
			return fmt.Errorf("read published overlays: %w", err)
		}
		next.everyone = p.everyone(&next)
	}
	p.state.Store(&next)
	return nil
}

// everyone compiles the program of everybody.
func (p *Programs) everyone(s *state) *engine.Program {
	if len(s.files) == 0 {
		return s.base.Program
	}
	return p.sound(s.base, filesOf(s.files), nil)
}

// Everyone gives the program of everybody who has no overlays.
func (p *Programs) Everyone() *engine.Program { return p.state.Load().everyone }

// Of gives the program of an organisation; "" is nobody's. When its files cannot be read, that is reported and the one
// before goes on, or else that of everybody.
func (p *Programs) Of(ctx context.Context, organisation string) *engine.Program {
	s := p.state.Load()
	edition, any := s.changed[organisation]
	if organisation == "" || !any {
		return s.everyone
	}
	p.guard.Lock()
	c, known := p.own.get(organisation)
	before := c
	if !known || c.base != s.number || c.edition != edition || c.open != s.changed[""] {
		c = &compiled{base: s.number, edition: edition, open: s.changed[""]}
		p.own.put(organisation, c)
	}
	p.guard.Unlock()
	c.once.Do(func() { c.program, c.err = p.compile(context.WithoutCancel(ctx), s, organisation) })
	if c.err == nil {
		return c.program
	}
	p.log.ErrorContext(ctx, "the overlays of an organisation cannot be read", "organisation", organisation, "error", c.err.Error())
	p.guard.Lock()
	if now, _ := p.own.get(organisation); now == c {
		p.own.drop(organisation) // it is tried again
	}
	p.guard.Unlock()
	if before != nil && before != c && before.program != nil {
		return before.program
	}
	return s.everyone
}

// compile makes the program of an organisation.
func (p *Programs) compile(ctx context.Context, s *state, organisation string) (*engine.Program, error) {
	own, err := p.source.OverlayFiles(ctx, organisation)
	if err != nil || len(own) == 0 {
		return s.everyone, err
	}
	p.places <- struct{}{}
	defer func() { <-p.places }()
	return p.sound(s.base, filesOf(without(s.files, own)), filesOf(own)), nil
}

// OfApplication gives the program of the organisation of an application.
func (p *Programs) OfApplication(ctx context.Context, application string) *engine.Program {
	if len(p.state.Load().changed) == 0 {
		return p.Everyone()
	}
	p.guard.Lock()
	organisation, known := p.homes.get(application)
	p.guard.Unlock()
	if !known {
		var err error
		if organisation, err = p.source.OrganisationOf(ctx, application); err != nil {
			p.log.ErrorContext(ctx, "the organisation of an application cannot be read", "error", err.Error())
			return p.Everyone()
		}
		p.guard.Lock()
		p.homes.put(application, organisation)
		p.guard.Unlock()
	}
	return p.Of(ctx, organisation)
}

// sound compiles what can be compiled: files with errors are left out and reported.
func (p *Programs) sound(base Base, more, over []engine.File) *engine.Program {
	for len(more)+len(over) > 0 {
		program, found := engine.LoadOver(base.Files, more, over, base.APIs)
		if program != nil {
			return program
		}
		broken := brokenIn(found)
		left := len(more) + len(over)
		more, over = p.dropped(more, broken, found), p.dropped(over, broken, found)
		if len(more)+len(over) == left {
			p.log.Error("overlays are left out: the scenario files are at odds", "reason", found.Err().Error())
			break
		}
	}
	return base.Program
}

func brokenIn(found finding.List) map[string]bool {
	broken := map[string]bool{}
	for _, f := range found {
		if f.Severity == finding.Error {
			broken[f.File] = true
		}
	}
	return broken
}

func (p *Programs) dropped(files []engine.File, broken map[string]bool, found finding.List) []engine.File {
	return slices.DeleteFunc(slices.Clone(files), func(f engine.File) bool {
		if !broken[f.Name] {
			return false
		}
		at := slices.IndexFunc(found, func(x finding.Finding) bool { return x.File == f.Name && x.Severity == finding.Error })
		p.log.Warn("an overlay can no longer be used and is left out", "file", f.Name, "reason", found[at].Error())
		return true
	})
}

// ErrBusy is the error of a check that found no place in time.
var ErrBusy = errors.New("too many scenario files are being checked")
