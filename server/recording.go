package server

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// maxRecordings bounds how many sandboxes record coverage at a time: each costs memory for every condition of every
// rule.
const maxRecordings = 100

// recordings holds the coverage of the sandboxes that asked for it, by their keys. While nobody records, a request pays
// one load for it.
type recordings struct {
	count atomic.Int64
	guard sync.RWMutex
	byKey map[string]*recording
}

// recording is what is recorded of one sandbox. It is safe for concurrent use.
type recording struct {
	since   time.Time
	program atomic.Pointer[programCoverage]
	guard   sync.Mutex
	answers map[answered]int
}

// programCoverage is the coverage of one program.
type programCoverage struct {
	program  *engine.Program
	coverage *engine.Coverage
}

// answered names an operation and a status, not pointing to a document that may be loaded again.
type answered struct {
	api, operation string
	status         int
}

// begin starts recording anew. It is false when too many sandboxes do already.
func (r *recordings) begin(key string, now time.Time) bool {
	r.guard.Lock()
	defer r.guard.Unlock()
	if r.byKey == nil {
		r.byKey = map[string]*recording{}
	}
	if r.byKey[key] == nil && len(r.byKey) >= maxRecordings {
		return false
	}
	r.byKey[key] = &recording{since: now, answers: map[answered]int{}}
	r.count.Store(int64(len(r.byKey)))
	return true
}

func (r *recordings) end(key string) {
	r.guard.Lock()
	defer r.guard.Unlock()
	delete(r.byKey, key)
	r.count.Store(int64(len(r.byKey)))
}

// of gives what is recorded of a sandbox; nil when nothing is.
func (r *recordings) of(key string) *recording {
	if r.count.Load() == 0 {
		return nil
	}
	r.guard.RLock()
	defer r.guard.RUnlock()
	return r.byKey[key]
}

// of gives the coverage of a program, which takes the place of that of another one; nil when nothing is recorded.
func (r *recording) of(p *engine.Program) *engine.Coverage {
	if r == nil {
		return nil
	}
	for {
		have := r.program.Load()
		if have != nil && have.program == p {
			return have.coverage
		}
		if made := (&programCoverage{p, p.NewCoverage()}); r.program.CompareAndSwap(have, made) {
			return made.coverage
		}
	}
}

// rules gives what has been seen of every rule of a program; without a recording, nothing of each.
func (r *recording) rules(p *engine.Program) []engine.RuleCoverage {
	if r == nil {
		return p.NewCoverage().Rules()
	}
	return r.of(p).Rules()
}

// note counts an answer.
func (r *recording) note(o *contract.Operation, status int) {
	if r == nil || o == nil {
		return
	}
	r.guard.Lock()
	defer r.guard.Unlock()
	r.answers[answered{o.API.Name, o.ID, status}]++
}

// statusCount is how often a status was answered.
type statusCount struct{ status, count int }

// statuses gives how often each status of an operation was answered, by status.
func (r *recording) statuses(o *contract.Operation) []statusCount {
	if r == nil {
		return nil
	}
	r.guard.Lock()
	defer r.guard.Unlock()
	var out []statusCount
	for a, n := range r.answers {
		if a.api == o.API.Name && a.operation == o.ID {
			out = append(out, statusCount{a.status, n})
		}
	}
	slices.SortFunc(out, func(a, b statusCount) int { return cmp.Compare(a.status, b.status) })
	return out
}
