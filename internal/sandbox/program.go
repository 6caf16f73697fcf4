package sandbox

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// fewPrograms is how many programs the journals keep alive where Options do not say. While files are edited, programs
// follow each other quickly, and each holds all tables and rules.
const fewPrograms = 4

// programs are those that the entries of journals point to.
type programs struct {
	most   int
	last   atomic.Pointer[engine.Program]
	guard  sync.Mutex
	recent []*engine.Program // the latest last
}

// note tells that an entry points to a program, and gives the one that no entry may point to any more, if there is one.
func (l *programs) note(p *engine.Program) (gone *engine.Program) {
	if p == nil || l.last.Load() == p {
		return nil
	}
	l.guard.Lock()
	defer l.guard.Unlock()
	l.last.Store(p)
	if i := slices.Index(l.recent, p); i >= 0 {
		l.recent = append(slices.Delete(l.recent, i, i+1), p)
		return nil
	}
	if l.recent = append(l.recent, p); len(l.recent) <= l.most {
		return nil
	}
	gone = l.recent[0]
	l.recent = slices.Delete(l.recent, 0, 1)
	return gone
}

// forget lets go of a program in all journals.
func (r *Registry) forget(p *engine.Program) {
	current := r.programs.last.Load()
	served := map[*contract.Operation]bool{} // operations of documents that are still there
	for _, s := range r.all() {
		for _, e := range s.journal.entries() {
			if e.Program != p {
				continue
			}
			o := e.Operation
			known, looked := served[o]
			if !looked {
				known = current.Operation(o.API.Name, o.ID) == o
				served[o] = known
			}
			s.journal.replace(e, e.withoutProgram(known))
		}
	}
}

// withoutProgram gives a copy of the entry that points to no program, and to no document unless it is still served.
func (e *Entry) withoutProgram(served bool) *Entry {
	out := *e
	out.Request, out.Program = nil, nil
	out.World = engine.World{Now: e.World.Now, Seed: e.World.Seed, Number: e.World.Number, Caller: e.World.Caller, RequestID: e.World.RequestID, URL: e.World.URL, Base: e.World.Base}
	if !served {
		shown := e.Shown()
		out.shown = &shown
		api := &contract.API{Name: e.Operation.API.Name, Title: e.Operation.API.Title, BasePath: e.Operation.API.BasePath}
		out.Operation = &contract.Operation{API: api, ID: e.Operation.ID, Method: e.Operation.Method, Path: e.Operation.Path}
	}
	return &out
}

// replace puts an entry in the place of another one of its number, if that is still there.
func (j *journal) replace(old, by *Entry) {
	j.guard.Lock()
	defer j.guard.Unlock()
	for i := range j.count {
		if at := (j.first + i) % len(j.ring); j.ring[at] == old {
			j.ring[at] = by
			return
		}
	}
}
