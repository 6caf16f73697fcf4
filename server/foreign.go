package server

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// foreign is a set of documents that this package has no generated server for, with the program that was loaded for
// them. gin cannot hold all of their paths, so they stand behind the routes that it knows, matched by the contract. A set
// is immutable and swapped whole: a request is matched, checked and played by one set.
type foreign struct {
	matched   []*contract.API // those of Options.APIs that no code was generated for, then documents
	documents []*contract.API // Options.Documents, or what has replaced them
	program   *engine.Program
	routes    map[*contract.Operation]*route
	// handlers answer their operations; those without one are played.
	handlers map[*contract.Operation]gin.HandlerFunc
	// goHandlers do so inside the caller's sandbox.
	goHandlers map[*contract.Operation]GoHandler
	// pages are their documents and reference, and the indexes of all APIs, by path.
	pages map[string]*page
	// downloads are the clients of all APIs, by name.
	downloads map[string]*downloads
}

// maxForeignSeries bounds the operations of such documents that are counted by themselves, over all sets that ever
// served; those beyond are counted together, as operation "other" of their API.
const maxForeignSeries = 1000

// ReplaceAPIs puts other documents in the place of Options.Documents, and another program in the place of the one that
// is running, in one step. Requests under way keep what they started with. The program must have been loaded for these
// documents and Options.APIs. After an error nothing has changed.
func (s *Server) ReplaceAPIs(apis []*contract.API, p *engine.Program) error {
	s.swapping.Lock()
	defer s.swapping.Unlock()
	next, err := s.newForeign(apis, p)
	if err != nil {
		return err
	}
	s.foreign.Store(next)
	s.program.Store(p)
	s.metrics.programLoaded(p)
	return nil
}

// newForeign prepares a set. Counters of operations that were served before go on.
func (s *Server) newForeign(apis []*contract.API, p *engine.Program) (*foreign, error) {
	f := &foreign{matched: slices.Concat(s.withoutCode(), apis), documents: slices.Clone(apis), program: p,
		routes: map[*contract.Operation]*route{}, pages: map[string]*page{},
		handlers: map[*contract.Operation]gin.HandlerFunc{}, goHandlers: map[*contract.Operation]GoHandler{}}
	for _, a := range f.matched {
		for _, o := range a.Operations {
			f.routes[o] = &route{op: o, template: a.BasePath + o.Path, counts: s.foreignCounts(a.Name, o.ID), once: idempotent(o)}
			if h := s.handlers[a.Name][o.ID]; h != nil {
				f.handlers[o] = h
			}
			if h, ok := s.goHandlers[a.Name][o.ID]; ok {
				f.goHandlers[o] = h
			}
		}
	}
	for _, a := range apis {
		pages, err := apiPages(a)
		if err != nil {
			return nil, err
		}
		maps.Copy(f.pages, pages)
	}
	f.downloads = s.newDownloads(apis)
	indexes, err := indexPages(s.apis, apis)
	if err != nil {
		return nil, err
	}
	maps.Copy(f.pages, indexes)
	return f, nil
}

// foreignCounts gives the counters of an operation. The caller holds swapping.
func (s *Server) foreignCounts(api, operation string) routeCounts {
	if _, known := s.series[[2]string{api, operation}]; !known && len(s.series) >= maxForeignSeries {
		operation = "other"
	}
	name := [2]string{api, operation}
	counts, known := s.series[name]
	if !known {
		counts = s.metrics.route(api, operation)
		s.series[name] = counts
	}
	return counts
}

// with gives the same documents with another program.
func (f *foreign) with(p *engine.Program) *foreign {
	next := *f
	next.program = p
	return &next
}

// withoutCode lists the APIs that the program carries and this package has no generated server for.
func (s *Server) withoutCode() []*contract.API {
	return slices.DeleteFunc(slices.Clone(s.apis), func(a *contract.API) bool { return mounts[a.Name] != nil })
}

// everyAPI lists what is served: the APIs that the program carries, then the other documents.
func (s *Server) everyAPI() []*contract.API {
	return slices.Concat(s.apis, s.foreign.Load().documents)
}

// playing is the program that answers a call, the same throughout: the one of the documents that it was matched by, or
// that of its sandbox.
func (k *call) playing() *engine.Program {
	if k.program == nil {
		k.program = k.current()
	}
	return k.program
}

// current is the program that plays the call's sandbox at this moment.
func (k *call) current() *engine.Program {
	if k.box == nil {
		return k.server.program.Load()
	}
	return k.server.programOf(k.gin.Request.Context(), k.box.Key())
}

// unrouted answers what gin has no route for from the documents without a generated server. It is false when these do not
// know the path either; then nothing is written.
func (s *Server) unrouted(c *gin.Context) bool {
	f := s.foreign.Load()
	r := c.Request
	if p := f.pages[r.URL.Path]; p != nil {
		c.Writer.Header().Del("Allow")
		if r.Method == http.MethodGet || r.Method == http.MethodHead {
			p.serve(c)
		} else {
			s.notAllowed(c, []string{http.MethodGet, http.MethodHead})
		}
		return true
	}
	op, params, allow := f.match(r.Method, r.URL.EscapedPath())
	if op == nil {
		if len(allow) == 0 {
			return false
		}
		if before := c.Writer.Header().Get("Allow"); before != "" {
			allow = slices.Concat(allow, strings.Split(before, ", ")) // gin knows the path too
		}
		s.notAllowed(c, allow)
		return true
	}
	c.Writer.Header().Del("Allow")
	k := callOf(c)
	if slices.Contains(f.documents, op.API) {
		k.program = f.program // another one need not know the document
	}
	c.Params = append(c.Params, ginParams(params)...)
	if s.enter(f.routes[op])(c); c.IsAborted() {
		return true
	}
	if h := f.handlers[op]; h != nil {
		k.handle(h)
	} else {
		player{}.handle(c, f.goHandlers[op])
	}
	return true
}

// match finds the operation for a path, still escaped. When several documents have one, the more concrete path wins,
// then the document that was named first. allow lists the methods of a path that is known with others only.
func (f *foreign) match(method, path string) (op *contract.Operation, params map[string]string, allow []string) {
	for _, a := range f.matched {
		rest, ok := a.Below(path)
		if !ok {
			continue
		}
		o, values, others := a.Match(method, rest)
		allow = append(allow, others...)
		if o != nil && (op == nil || o.MoreConcrete(op)) {
			op, params = o, values
		}
	}
	if op != nil {
		return op, params, nil
	}
	return nil, nil, allow
}

// Shadowed lists the operations of documents without generated code that are never asked, because another route of
// this server stands at their very path.
func (s *Server) Shadowed() []*contract.Operation {
	taken := map[string]bool{}
	for _, r := range s.engine.Routes() {
		taken[r.Method+" "+r.Path] = true
	}
	var out []*contract.Operation
	for _, a := range s.foreign.Load().matched {
		for _, o := range a.Operations {
			if taken[o.Method+" "+a.BasePath+o.Path] {
				out = append(out, o)
			}
		}
	}
	return out
}

// unanswered says in words why nothing answers: no rule matched, or the document cannot answer without one.
func (k *call) unanswered(p *engine.Program, d *engine.Decision) string {
	if err := p.Unanswerable(k.route.op); d.Contract && err != nil {
		return "No scenario that is active answers this request, and the document cannot: " + err.Error() + "."
	}
	return nearest(d.Nearest)
}
