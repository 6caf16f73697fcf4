// Package watch tells when files have changed: the scenario folder, and the folders of documents. It knows how editors
// save (a temporary file renamed over the old one, backups, swap files), how Kubernetes swaps a config map (a symbolic
// link named ..data), and that network drives send no events.
//
// Events only say when to look. Whether anything has changed is decided by a fingerprint of the contents (tree.go):
// it is taken when events have been quiet for a moment, and now and then without any event. So whatever the events
// were, the last state is never missed, and what is saved unchanged is no change.
package watch

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options say what is watched. Paths, Changed and After are required; zero values of the others stand for the defaults.
type Options struct {
	// Paths gives folders, which are watched with all that is below them, and single files. They need not exist. It is
	// asked again after each change: what is loaded says what is to be watched.
	Paths func() []string
	// Changed is called when contents have changed, from one goroutine, never twice at one time. What changes while it
	// runs makes it run again.
	Changed func()
	// Report takes what keeps events from coming; the slow look goes on. nil drops it.
	Report func(error)
	// After gives a channel that is sent to when a time has passed, and a function that gives the timer up. cmd makes
	// it of time.NewTimer.
	After func(d time.Duration) (<-chan time.Time, func())
	// Quiet is how long no event must have come before the files are looked at (50 ms). When events never stop they are
	// looked at every ten times that.
	Quiet time.Duration
	// Slow is the time between looks without an event (2 s).
	Slow time.Duration
	// WithoutEvents leaves it at the slow look, as for a drive that sends none.
	WithoutEvents bool
}

// Watcher watches. Make one with New and run it with Run.
type Watcher struct {
	o    Options
	tree *tree
	last fingerprint

	events *fsnotify.Watcher // nil when there are none to be had
	broken bool              // told already that events do not come
}

// New makes a watcher and takes the first fingerprint: whatever changes from now on is told. Call it before the files
// are loaded for the first time, or what changes in between is missed.
func New(o Options) (*Watcher, error) {
	if o.Paths == nil || o.Changed == nil || o.After == nil {
		return nil, errors.New("watch: paths, changed and after are required")
	}
	if o.Quiet == 0 {
		o.Quiet = 50 * time.Millisecond
	}
	if o.Slow == 0 {
		o.Slow = 2 * time.Second
	}
	if o.Report == nil {
		o.Report = func(error) {}
	}
	w := &Watcher{o: o, tree: newTree()}
	if !o.WithoutEvents {
		w.subscribe()
	}
	w.adopt()
	return w, nil
}

// adopt takes the paths that are to be watched by now. Their contents as they are now are what changes are told from.
func (w *Watcher) adopt() {
	if w.tree.set(w.o.Paths()) {
		w.follow()
		w.last = w.tree.fingerprint(true)
	}
}

// Run watches until the context is done.
func (w *Watcher) Run(ctx context.Context) {
	if w.events != nil {
		defer w.events.Close()
	}
	w.adopt() // what has been loaded since New may have said more
	var quiet, limit timer
	slow := w.start(w.o.Slow)
	defer func() { quiet.stop(); limit.stop(); slow.stop() }()
	looks := 0
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.eventsOf():
			if !ok {
				w.lost(errors.New("the events ended"))
				continue
			}
			if !w.matters(e) {
				continue
			}
			quiet.stop()
			quiet = w.start(w.o.Quiet)
			if limit.c == nil {
				limit = w.start(10 * w.o.Quiet)
			}
		case err, ok := <-w.errorsOf():
			if !ok {
				w.lost(errors.New("the events ended"))
				continue
			}
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				w.o.Report(fmt.Errorf("watch files: %w", err))
			}
			quiet.stop()
			quiet = w.start(w.o.Quiet) // events may be missing: look
		case <-quiet.c:
			quiet.stop()
			limit.stop()
			quiet, limit = timer{}, timer{}
			w.look(true)
		case <-limit.c:
			limit = timer{}
			w.look(true)
		case <-slow.c:
			slow = w.start(w.o.Slow)
			looks++
			if w.look(looks%thorough == 0) {
				w.renew() // a change without an event: what is watched may not be what is there any more
			}
		}
	}
}

// thorough is how many slow looks go by until one reads every file, also those that seem to be unchanged.
const thorough = 15

// timer is one that may not be running: its channel is nil then, which never sends.
type timer struct {
	c    <-chan time.Time
	quit func()
}

func (w *Watcher) start(d time.Duration) timer {
	c, quit := w.o.After(d)
	return timer{c, quit}
}

func (t timer) stop() {
	if t.quit != nil {
		t.quit()
	}
}

// look takes the fingerprint and tells when it differs from the last one. New folders are followed first, so that what
// appears in them afterwards sends events.
func (w *Watcher) look(whole bool) (changed bool) {
	w.follow()
	now := w.tree.fingerprint(whole)
	if now == w.last {
		return false
	}
	w.last = now
	w.o.Changed()
	w.adopt()
	return true
}

// subscribe opens the source of events; without one the slow look remains.
func (w *Watcher) subscribe() {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		w.lost(err)
		return
	}
	w.events = events
}

func (w *Watcher) lost(err error) {
	w.events = nil
	w.tell(err)
}

// tell reports once that events do not come.
func (w *Watcher) tell(err error) {
	if !w.broken {
		w.broken = true
		w.o.Report(fmt.Errorf("changes of files are noticed up to %s late: %w", w.o.Slow, err))
	}
}

// follow has events sent for every folder that there is, and for no others.
func (w *Watcher) follow() {
	if w.events == nil {
		return
	}
	followed := map[string]bool{}
	for _, name := range w.events.WatchList() {
		followed[name] = true
	}
	for _, dir := range w.tree.folders() {
		if followed[dir] {
			delete(followed, dir)
			continue
		}
		if err := w.events.Add(dir); err != nil && w.tree.exists(dir) {
			w.tell(err)
		}
	}
	for gone := range followed {
		w.forget(gone)
	}
}

// renew follows every folder anew: a folder of the same name may have taken the place of the one that was followed.
func (w *Watcher) renew() {
	if w.events == nil {
		return
	}
	for _, dir := range w.events.WatchList() {
		w.forget(dir)
	}
	w.follow()
}

func (w *Watcher) forget(dir string) {
	if err := w.events.Remove(dir); err != nil && !errors.Is(err, fsnotify.ErrNonExistentWatch) {
		w.o.Report(fmt.Errorf("watch files: %w", err))
	}
}

// matters tells whether an event may mean a change. A folder that goes away takes its subscription with it.
func (w *Watcher) matters(e fsnotify.Event) bool {
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		for _, dir := range w.events.WatchList() {
			if dir == e.Name {
				w.forget(dir)
			}
		}
	}
	return !ignored(e.Name)
}

func (w *Watcher) eventsOf() <-chan fsnotify.Event {
	if w.events == nil {
		return nil
	}
	return w.events.Events
}

func (w *Watcher) errorsOf() <-chan error {
	if w.events == nil {
		return nil
	}
	return w.events.Errors
}
