package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing/fstest"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/internal/watch"
	"github.com/sandbank/sandbank/openapi"
)

// OwnOptions say what the server of an API of one's own serves. Name, Document, Clock and Logger are required.
type OwnOptions struct {
	// Name is the API's: that of its document's file without the ending, and of its folder of scenarios.
	Name string
	// Document is OpenAPI 3.0 or 3.1 in YAML or JSON. It refers to no other file.
	Document []byte
	// Scenarios holds the scenario folder {Name}/. Without it the document answers: by its examples, or by values made
	// from its schemas.
	Scenarios fs.FS
	// ScenarioFolder is a folder of this machine that is served instead of Scenarios when it is not "". It is watched:
	// a change with errors is logged, and what served before goes on serving.
	ScenarioFolder string
	// Handlers gives the handlers of the API by the ids of its operations: the function Handlers of the generated code
	// does, with a server that embeds Played. Nil plays every operation. What a handler answers is held against the
	// document, and marked as answered by scenario "go", rule "handler".
	Handlers func(play Player) map[string]gin.HandlerFunc
	// Clock tells the time, as time.Now does.
	Clock  func() time.Time
	Logger *slog.Logger
	// Seed is where all chance comes from.
	Seed uint64
	// BehindProxy says that a trusted proxy stands before the server and terminates TLS. Without it Run refuses
	// listeners that other machines can reach.
	BehindProxy bool
}

// Own serves an API of one's own from its document and scenarios, as `sandbank mock` serves a document: with the API
// that steers sandboxes, the reference, clients to download, and metrics. Callbacks are not sent. Make one with NewOwn.
// It is safe for concurrent use.
type Own struct {
	server *Server
	log    *slog.Logger
	clock  func() time.Time
	apis   []*contract.API
	folder string
	proxy  bool

	watcher *watch.Watcher // nil when no folder is watched
	mu      sync.Mutex
	status  ScenarioStatus
}

// NewOwn makes a server. It fails when the document or the scenarios have errors, which the error lists with their
// places, and when the handlers are not those of the document's operations.
func NewOwn(o OwnOptions) (*Own, error) {
	if o.Name == "" || o.Clock == nil || o.Logger == nil {
		return nil, errors.New("server: name, document, clock and logger are required")
	}
	if o.Name == controlAPI || o.Name != path.Base(o.Name) {
		return nil, fmt.Errorf("server: an API cannot be called %q", o.Name)
	}
	control, found := contract.Load(openapi.Documents, controlAPI+".yaml")
	if control == nil {
		return nil, &FindingsError{"the document of the API that steers sandboxes", found}
	}
	file := o.Name + ".yaml"
	if bytes.HasPrefix(bytes.TrimSpace(o.Document), []byte("{")) {
		file = o.Name + ".json"
	}
	api, found := contract.Load(fstest.MapFS{file: {Data: o.Document}}, file)
	if api == nil {
		return nil, &FindingsError{"the document", found}
	}
	w := &Own{log: o.Logger, clock: o.Clock, apis: []*contract.API{control, api}, folder: o.ScenarioFolder, proxy: o.BehindProxy}
	if err := w.watch(); err != nil {
		return nil, err
	}
	program, found, err := w.load(o.Scenarios)
	if err != nil {
		return nil, err
	}
	if program == nil {
		return nil, &FindingsError{"the scenarios", found}
	}
	w.status = ScenarioStatus{Version: 1, LoadedAt: o.Clock(), Serving: true, Findings: found}
	handlers, err := handlersOf(api, o.Handlers)
	if err != nil {
		return nil, err
	}
	keys, err := token.NewKeys()
	if err != nil {
		return nil, err
	}
	w.server, err = New(Options{
		APIs: []*contract.API{control}, Documents: []*contract.API{api}, Handlers: handlers, Program: program, Keys: keys,
		Clock: o.Clock, Logger: o.Logger, Seed: o.Seed, BehindProxy: o.BehindProxy, ScenarioStatus: w.scenarioStatus,
	})
	return w, err
}

// handlersOf asks for the handlers and holds them against the document.
func handlersOf(api *contract.API, give func(Player) map[string]gin.HandlerFunc) (map[string]map[string]gin.HandlerFunc, error) {
	if give == nil {
		return nil, nil
	}
	handlers := give(handlersPlayer{})
	for _, id := range slices.Sorted(maps.Keys(handlers)) {
		if api.Operation(id) == nil {
			return nil, fmt.Errorf("server: the document of API %s has no operation %s; generate the code again", api.Name, id)
		}
	}
	for _, o := range api.Operations {
		if handlers[o.ID] == nil {
			return nil, fmt.Errorf("server: the code of API %s does not answer operation %s; generate the code again", api.Name, o.ID)
		}
	}
	return map[string]map[string]gin.HandlerFunc{api.Name: handlers}, nil
}

// FindingsError says what is wrong in a document or in scenarios.
type FindingsError struct {
	what string
	list finding.List
}

// Error gives a line, and then each finding as a block with its place.
func (e *FindingsError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s cannot be served\n", e.what)
	if err := e.list.WriteText(&b); err != nil {
		return e.what + " cannot be served: " + err.Error() // a builder takes everything
	}
	return b.String()
}

// Handler gives the whole server as one handler. Scenarios are loaded again only while Run runs.
func (w *Own) Handler() http.Handler { return w.server.Handler() }

// Run serves connections of the listener, and loads scenarios again when they change, until the context is done. Then
// it lets requests under way finish, and returns nil if they all did. The listener is closed in any case.
func (w *Own) Run(ctx context.Context, l net.Listener) error {
	if tcp, ok := l.Addr().(*net.TCPAddr); ok && !tcp.IP.IsLoopback() && !w.proxy {
		return errors.Join(fmt.Errorf("server: %s can be reached by others, and this server speaks plain HTTP: listen on 127.0.0.1, "+
			"or put a proxy that terminates TLS before it and set BehindProxy", l.Addr()), l.Close())
	}
	background, stop := context.WithCancel(ctx)
	var loops sync.WaitGroup
	defer loops.Wait()
	defer stop()
	if w.watcher != nil {
		loops.Go(func() { w.watcher.Run(background) })
	}
	return w.server.Run(ctx, l)
}

func (w *Own) scenarioStatus() ScenarioStatus {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.status
}

// watch begins to watch the scenario folder, if there is one, so that no edit is missed from now on.
func (w *Own) watch() (err error) {
	if w.folder == "" {
		return nil
	}
	w.watcher, err = watch.New(watch.Options{
		Paths: func() []string { return []string{w.folder} }, Changed: w.reload,
		Report: func(err error) { w.log.Warn("the scenarios are watched with difficulty", "error", err.Error()) },
		After: func(d time.Duration) (<-chan time.Time, func()) {
			ctx, stop := context.WithCancel(context.Background())
			passed := make(chan time.Time, 1)
			go func() {
				if wait(ctx, d) == nil {
					passed <- w.clock()
				}
			}()
			return passed, stop
		},
	})
	return err
}

// load loads the scenarios of the folder, or else those given, which may be nil. The program is nil when there are
// errors. Only a folder that cannot be opened is an error.
func (w *Own) load(given fs.FS) (*engine.Program, finding.List, error) {
	if w.folder == "" {
		if given == nil {
			given = fstest.MapFS{}
		}
		program, found := engine.Load(given, w.apis)
		return program, found, nil
	}
	root, err := os.OpenRoot(w.folder)
	if err != nil {
		return nil, nil, fmt.Errorf("open the scenario folder: %w", err)
	}
	program, found := engine.Load(root.FS(), w.apis)
	for i := range found {
		f := &found[i]
		f.File = filepath.ToSlash(filepath.Join(w.folder, f.File))
		for j := range f.Related {
			f.Related[j].File = filepath.ToSlash(filepath.Join(w.folder, f.Related[j].File))
		}
	}
	return program, found, root.Close()
}

// reload puts the scenarios as they are now in the place of those that serve, if they are good.
func (w *Own) reload() {
	program, found, err := w.load(nil)
	if err == nil && program == nil {
		err = fmt.Errorf("there are errors in the scenarios: %w", found.Err())
	}
	if err == nil {
		w.server.Replace(program)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.status.Findings = found
	if err != nil {
		w.status.Serving, w.status.FailedAt = false, w.clock()
		w.status.Failed++
		w.log.Error("the scenarios were changed and cannot be served; what was loaded before goes on serving", "reason", err.Error())
		return
	}
	w.status.Version++
	w.status.Serving, w.status.LoadedAt, w.status.FailedAt = true, w.clock(), time.Time{}
	scenarios, rules := program.Stats()
	w.log.Info("the scenarios were changed and serve now", "version", w.status.Version, "scenarios", scenarios, "rules", rules)
}
