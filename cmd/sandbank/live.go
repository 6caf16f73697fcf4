package main

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/watch"
	"github.com/sandbank/sandbank/server"
)

// live is what a command serves, loaded again whenever its files change: the scenario folder, and the files of
// documents that were named. A good load takes the place of what serves in one step; after a bad one what serves goes
// on serving. It is safe for concurrent use.
type live struct {
	flags    *serveFlags
	named    []string // documents
	watcher  *watch.Watcher
	troubles []error // of the watcher, until there is a log

	mu      sync.Mutex
	log     *slog.Logger
	server  *server.Server
	serving *loaded
	files   []string // that the latest load has read
	status  server.ScenarioStatus
}

// maxLogged bounds the findings of one load that are logged one by one.
const maxLogged = 20

// newLive prepares what a command serves. Files are watched from now on, so that no edit is missed that is made while
// they are loaded for the first time.
func newLive(f *serveFlags, documents []string) (*live, error) {
	v := &live{flags: f, named: documents}
	if !f.watch || f.scenarios == "" && len(documents) == 0 {
		return v, nil
	}
	w, err := watch.New(watch.Options{
		Paths: v.paths, Changed: v.reload, Report: v.report,
		After: func(d time.Duration) (<-chan time.Time, func()) {
			t := time.NewTimer(d)
			return t.C, func() { t.Stop() }
		},
	})
	v.watcher = w
	return v, err
}

// paths lists what is to be watched.
func (v *live) paths() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	out := slices.Concat(v.named, v.files)
	if v.flags.scenarios != "" {
		out = append(out, v.flags.scenarios)
	}
	return out
}

// report logs what keeps the watcher from working as it should.
func (v *live) report(err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.log == nil {
		v.troubles = append(v.troubles, err)
		return
	}
	v.log.Warn("the files of scenarios and documents are watched with difficulty", "error", err.Error())
}

// load loads for the first time.
func (v *live) load() (*loaded, error) {
	l, err := v.flags.load(v.named)
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.serving, v.files = l, l.files
	v.status = server.ScenarioStatus{Version: 1, LoadedAt: time.Now(), Serving: true, Findings: l.findings}
	return l, nil
}

// run loads again whenever files change, until the context is done. The server is the one that serves what load gave.
func (v *live) run(ctx context.Context, s *server.Server, log *slog.Logger) {
	v.mu.Lock()
	v.server, v.log = s, log
	troubles := v.troubles
	v.mu.Unlock()
	for _, err := range troubles {
		v.report(err)
	}
	if v.watcher != nil {
		v.watcher.Run(ctx)
	}
}

// Status says what serves and what became of the latest load.
func (v *live) Status() server.ScenarioStatus {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.status
}

// reload loads the files once more and puts what they say in the place of what serves, if it is good.
func (v *live) reload() {
	next, err := v.again()
	if err == nil {
		err = v.replace(next)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	status := &v.status
	if err != nil {
		status.Serving, status.FailedAt = false, time.Now()
		status.Failed++
		v.log.Error("the files were changed and cannot be served; what was loaded before goes on serving",
			"reason", err.Error(), "version", status.Version, "since", status.LoadedAt)
	} else {
		v.serving = next
		status.Version++
		status.Serving, status.LoadedAt, status.FailedAt = true, time.Now(), time.Time{}
		scenarios, rules := next.program.Stats()
		v.log.Info("the files were changed and serve now", "version", status.Version, "scenarios", scenarios, "rules", rules)
	}
	status.Findings = nil
	if next != nil {
		status.Findings = next.findings
		v.files = next.files
	} else {
		status.Findings = finding.List{{Code: "unreadable", Place: finding.Place{File: v.flags.scenarios}, Message: err.Error()}}
	}
	v.logFindings(status.Findings)
}

// again loads the files for the APIs that serve. Only what cannot be opened is an error.
func (v *live) again() (*loaded, error) {
	v.mu.Lock()
	next := &loaded{apis: v.serving.apis}
	v.mu.Unlock()
	if len(v.named) > 0 {
		return next.loadFiles(v.named, v.flags.allowRefs, v.flags.scenarios)
	}
	if err := next.loadFolder(v.flags.scenarios); err != nil {
		return nil, err
	}
	return next, nil
}

// replace puts a load in the place of what serves. It refuses one that has no program, and one that has lost a document
// that is being served.
func (v *live) replace(next *loaded) error {
	if next.program == nil {
		return fmt.Errorf("there are errors in the files: %s", count(next.findings.Errors(), "error"))
	}
	v.mu.Lock()
	s, before := v.server, v.serving.documents
	v.mu.Unlock()
	kept := map[string]bool{}
	for _, a := range next.documents {
		kept[a.Name] = true
	}
	if i := slices.IndexFunc(before, func(a *contract.API) bool { return !kept[a.Name] }); i >= 0 {
		return fmt.Errorf("the document of %s can no longer be served", before[i].Name)
	}
	if len(v.named) > 0 {
		return s.ReplaceAPIs(next.documents, next.program)
	}
	s.ReplaceScenarios(next.scenarios, next.program)
	return nil
}

// logFindings logs findings one by one, the first of many.
func (v *live) logFindings(list finding.List) {
	for i, f := range list {
		if i == maxLogged {
			v.log.Warn("there are more findings; 'sandbank check' lists them all", "more", len(list)-maxLogged)
			return
		}
		level := slog.LevelError
		if f.Severity == finding.Warning {
			level = slog.LevelWarn
		}
		attributes := []slog.Attr{slog.String("place", f.Place.String()), slog.String("code", f.Code)}
		if f.Hint != "" {
			attributes = append(attributes, slog.String("hint", f.Hint))
		}
		v.log.LogAttrs(context.Background(), level, f.Message, attributes...)
	}
}

// fileSet notes files by their absolute paths. It is safe for concurrent use; nil notes nothing.
type fileSet struct {
	mu    sync.Mutex
	files map[string]bool
}

func newFileSet() *fileSet { return &fileSet{files: map[string]bool{}} }

func (s *fileSet) add(path string) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = true
}

func (s *fileSet) list() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.files))
}
