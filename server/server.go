package server

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/overlay"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/internal/token"
)

// Options say what a server serves and what it stands on. APIs, Program, Keys, Clock and Logger are required.
type Options struct {
	// APIs are those that the program carries, served below their base paths; Program was loaded for these very values.
	// Those that this package has no generated server for are matched by their documents, and scenarios play all of their
	// operations.
	APIs    []*contract.API
	Program *engine.Program
	// Documents are further APIs, which can be replaced while the server runs. Their names differ from those of APIs. Where
	// a path is also one of the server's own or of APIs, these win.
	Documents []*contract.API
	// Handlers answer operations of APIs that have no generated server, by API and operation id; the others are played.
	Handlers map[string]map[string]gin.HandlerFunc
	// GoHandlers answer operations of Documents inside the caller's sandbox, by API and operation id.
	GoHandlers map[string]map[string]GoHandler
	// Keys sign what scenarios hand out, and tell our own tokens from others.
	Keys *token.Keys
	// Clock tells the time: of requests, of durations, and of the deadlines of delayed answers.
	Clock func() time.Time
	// Logger takes failures of ours and slow calls.
	Logger *slog.Logger
	// AccessLog takes one record for each request; nil for none.
	AccessLog *slog.Logger
	// Seed is where all chance comes from: the same requests of one caller, in the same order, meet the same chance.
	// It is for the sandboxes that New makes.
	Seed uint64
	// Sandboxes hold what callers' sandboxes remember; nil makes a registry with the default bounds.
	Sandboxes *sandbox.Registry
	// Store keeps the sandboxes of the registry that New makes beyond the process; nil keeps them in memory only. Process
	// is a number made at random that tells this process from others that use the same store.
	Store   sandbox.Store
	Process uint32
	// Ready fails while the server should not get requests, because something that it stands on does not answer; nil never
	// fails.
	Ready func(context.Context) error
	// Callbacks sends what scenarios call back; nil drops it.
	Callbacks CallbackSender
	// Portal is the developer portal; it is required where APIs has the API of that name.
	Portal *portal.Service
	// SimulateReviews lets whoever steers a sandbox decide the requests of their own organisation in the bank's stead.
	SimulateReviews bool
	// Scenarios are the files that Program was compiled from. With them and a portal, organisations can put scenario files
	// of their own over these.
	Scenarios fs.FS
	// Gate stands before the bank's APIs, and Tokens issues access tokens; both or none. Without them any key and any
	// token pass, and callers without a key have sandboxes too.
	Gate   *gate.Gate
	Tokens *oauth.Issuer
	// Usage counts the calls that the gate lets pass or refuses; nil counts none.
	Usage UsageCounter
	// TLS is how connections are secured; nil takes plain HTTP. What comes over plain HTTP to the same port all the same is
	// told to use HTTPS, and so is, where there is a gate, what a proxy says has come over it.
	TLS *tls.Config
	// Traces makes a span of every request, joined to what TraceContext finds in its header; nil makes none.
	Traces       trace.TracerProvider
	TraceContext propagation.TextMapPropagator
	// PublicURL is the scheme, host and port under which callers know the server; "" takes what each of them sees.
	PublicURL string
	// Version is the program's, for the metrics.
	Version string
	// BehindProxy trusts X-Forwarded-Proto and X-Forwarded-Host of every request. Set it only when nobody but a proxy
	// can reach the server.
	BehindProxy bool
	// Slow is the duration from which a call is logged, not counting the delay that a scenario asked for; 0 is 1 s.
	Slow time.Duration
	// Timeouts bound connections. Zero values stand for the defaults.
	Timeouts Timeouts
	// Wait lets time pass, ending with the context; nil waits for real.
	Wait func(ctx context.Context, d time.Duration) error
	// Web is the web app, with its page index.html; nil serves none. It is at every path that nothing else is at.
	Web fs.FS
	// ScenarioStatus tells which scenarios are serving, for the control API and the metrics; nil when they are never
	// loaded again.
	ScenarioStatus func() ScenarioStatus
}

// Server serves APIs from scenarios. Make one with New. It is safe for concurrent use.
type Server struct {
	apis        []*contract.API
	handlers    map[string]map[string]gin.HandlerFunc
	goHandlers  map[string]map[string]GoHandler
	wrappers    map[string]map[string]gin.HandlerFunc // of generated code, by API and operation id
	keys        *token.Keys
	clock       func() time.Time
	log         *slog.Logger
	access      *slog.Logger
	sandboxes   *sandbox.Registry
	callbacks   CallbackSender
	behindProxy bool
	slow        time.Duration
	timeouts    Timeouts
	wait        func(context.Context, time.Duration) error
	people      *people           // nil without a portal
	overlays    *overlay.Programs // nil where organisations have no scenarios of their own
	gate        *gate.Gate
	tokens      *oauth.Issuer
	usage       UsageCounter
	scopes      scopes
	unproven    attempts
	app         *webApp // nil without one

	simulateReviews bool

	tls       *tls.Config
	publicURL string
	ready     func(context.Context) error

	engine  *gin.Engine
	handler http.Handler // the engine, with what stands around it
	program atomic.Pointer[engine.Program]
	foreign atomic.Pointer[foreign]
	metrics *metrics
	ids     requestIDs
	calls   sync.Pool // of *call
	others  *known[string, *route]

	swapping sync.Mutex                // held while what serves is replaced
	series   map[[2]string]routeCounts // of operations without generated code, by API and operation

	delayed  atomic.Int64 // answers that wait
	stopping atomic.Bool
	unsent   sync.Once // the warning that callbacks are dropped

	status     func() ScenarioStatus
	recordings recordings
	over       chan struct{} // closed when the server shuts down, to end what has no end
	closing    sync.Once     // closes it
}

// New makes a server. It fails when the generated server of an API and the API's document do not have the same operations.
func New(o Options) (*Server, error) {
	if o.Program == nil || o.Keys == nil || o.Clock == nil || o.Logger == nil {
		return nil, errors.New("server: program, keys, clock and logger are required")
	}
	if (o.Gate == nil) != (o.Tokens == nil) {
		return nil, errors.New("server: a gate and the issuer of tokens go together")
	}
	s := &Server{
		apis: o.APIs, handlers: o.Handlers, goHandlers: o.GoHandlers, wrappers: map[string]map[string]gin.HandlerFunc{}, keys: o.Keys, clock: o.Clock, log: o.Logger, access: o.AccessLog, sandboxes: o.Sandboxes, callbacks: o.Callbacks,
		behindProxy: o.BehindProxy, slow: o.Slow, timeouts: o.Timeouts.orDefault(), wait: o.Wait, ready: o.Ready,
		metrics: newMetrics(o.Version), ids: newRequestIDs(), series: map[[2]string]routeCounts{}, over: make(chan struct{}),
	}
	if s.slow == 0 {
		s.slow = time.Second
	}
	if s.wait == nil {
		s.wait = wait
	}
	if s.sandboxes == nil {
		s.sandboxes = sandbox.NewRegistry(sandbox.Options{Clock: o.Clock, Seed: o.Seed, Store: o.Store, Process: o.Process, Failed: s.failedAlone, Programs: journalPrograms(&o)})
	}
	s.people = newPeople(o.Portal)
	s.overlays = newOverlays(s, &o)
	s.gate, s.tokens, s.usage = o.Gate, o.Tokens, o.Usage
	s.simulateReviews = o.SimulateReviews
	s.tls, s.publicURL = o.TLS, strings.TrimSuffix(o.PublicURL, "/")
	s.collectScopes()
	var err error
	if s.app, err = newWebApp(o.Web); err != nil {
		return nil, err
	}
	s.metrics.watch(s.sandboxes)
	if s.status = o.ScenarioStatus; s.status == nil {
		loaded := ScenarioStatus{Version: 1, LoadedAt: o.Clock(), Serving: true}
		s.status = func() ScenarioStatus { return loaded }
	}
	s.metrics.scenarioStatus(s.status)
	if counter, ok := o.Callbacks.(CallbackCounter); ok {
		s.metrics.callbackStats(counter)
	}
	s.calls.New = func() any { return newCall(s) }
	s.others = newKnown(func(template string) *route { return s.newRoute(nil, template) })
	if err := s.ReplaceAPIs(o.Documents, o.Program); err != nil {
		return nil, err
	}
	gin.SetMode(gin.ReleaseMode)
	s.engine = gin.New(func(e *gin.Engine) {
		e.HandleMethodNotAllowed = true
		e.UseRawPath = true
		e.RedirectTrailingSlash = false
		e.ContextWithFallback = true
	})
	s.engine.Use(s.observe)
	s.describeOAuth()
	s.engine.NoRoute(s.notFound)
	s.engine.NoMethod(s.methodNotAllowed)
	s.health()
	if err := s.documents(); err != nil {
		return nil, err
	}
	for _, api := range o.APIs {
		if mounts[api.Name] == nil {
			continue // matched by its document (foreign.go)
		}
		if err := s.mount(api); err != nil {
			return nil, err
		}
		s.wrappers[api.Name] = wrappersOf(api)
	}
	s.handler = traced(s.engine, &o)
	return s, nil
}

// Handler gives the whole server as one handler.
func (s *Server) Handler() http.Handler { return s.handler }

// Replace puts another program in the place of the one that is running. Requests under way keep the one that they
// started with. The program must have been loaded for the APIs of this server.
func (s *Server) Replace(p *engine.Program) {
	s.swapping.Lock()
	defer s.swapping.Unlock()
	s.foreign.Store(s.foreign.Load().with(p))
	s.program.Store(p)
	s.metrics.programLoaded(p)
}

// mounts says for every API that has a generated server how it is mounted. An API needs one only for operations that are
// answered in Go, or for Go types of its own.
var mounts = map[string]func(gin.IRouter, mounting) []operation{
	"bank-connect": mountBankConnect,
	"deposits":     mountDeposits,
	"portal":       mountPortal,
	"oauth":        mountOAuth,
	controlAPI:     mountSandbox,

	"virtual-accounts": mountVirtualAccounts,
}

// mounting is what an API's file needs to mount it.
type mounting struct {
	base   string
	player player
	// before gives the handlers that an operation begins with; refused answers what the wrapper cannot bind.
	before  func(operationID string) []gin.HandlerFunc
	refused func(c *gin.Context, err error, status int)
}

// operation is one operation as the generated code knows it.
type operation struct{ id, method, path string }

// mount registers the routes of an API. gin's notation cannot express every path, and generated code may be older than
// the document, so the two are held against each other.
func (s *Server) mount(api *contract.API) error {
	var unknown []string
	generated := mounts[api.Name](s.engine, mounting{
		base: api.BasePath, player: player{}, refused: bindingRefused,
		before: func(id string) []gin.HandlerFunc {
			op := api.Operation(id)
			if op == nil {
				unknown = append(unknown, id)
				return nil
			}
			return []gin.HandlerFunc{s.enter(s.newRoute(op, op.Path))}
		},
	})
	if len(unknown) > 0 {
		return fmt.Errorf("server: the document of API %s has no operation %s; generate the code again", api.Name, unknown[0])
	}
	for _, g := range generated {
		if op := api.Operation(g.id); op.Method != g.method || op.Path != g.path {
			return fmt.Errorf("server: operation %s of API %s is %s %s in the document; generate the code again", g.id, api.Name, op.Method, op.Path)
		}
	}
	if len(generated) != len(api.Operations) {
		return fmt.Errorf("server: the document of API %s has %d operations, the generated code %d; generate the code again",
			api.Name, len(api.Operations), len(generated))
	}
	return nil
}

func (s *Server) notFound(c *gin.Context) {
	if s.unrouted(c) || s.clients(c) || s.web(c) {
		return
	}
	callOf(c).fail(problem.NotFound, "There is nothing at this path.")
}

// methodNotAllowed answers a path that gin knows with another method; it has set Allow.
func (s *Server) methodNotAllowed(c *gin.Context) {
	if s.unrouted(c) {
		return
	}
	s.notAllowed(c, strings.Split(c.Writer.Header().Get("Allow"), ", "))
}

// notAllowed answers a known path with another method than those that it takes. OPTIONS asks for just these.
func (s *Server) notAllowed(c *gin.Context, allow []string) {
	options := c.Request.Method == http.MethodOptions
	if options {
		allow = append(allow, http.MethodOptions)
	}
	list := strings.Join(slices.Compact(slices.Sorted(slices.Values(allow))), ", ")
	c.Writer.Header().Set("Allow", list)
	if options {
		c.Writer.WriteHeader(http.StatusNoContent)
		c.Writer.WriteHeaderNow()
		return
	}
	callOf(c).fail(problem.MethodNotAllowed, "This path takes "+list+".")
}

// wait lets real time pass. It fails when the context ends first.
func wait(ctx context.Context, d time.Duration) error {
	timer, stop := context.WithTimeout(context.WithoutCancel(ctx), d)
	defer stop()
	select {
	case <-timer.Done():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
