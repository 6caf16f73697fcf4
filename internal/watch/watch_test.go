package watch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/watch"
)

// patience is how long a test waits for what must come.
const patience = 10 * time.Second

func after(d time.Duration) (<-chan time.Time, func()) {
	t := time.NewTimer(d)
	return t.C, func() { t.Stop() }
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// start watches until the test is over and gives a channel of changes.
func start(t *testing.T, o watch.Options) <-chan struct{} {
	t.Helper()
	changed := make(chan struct{}, 1)
	if o.Changed == nil {
		o.Changed = func() {
			select {
			case changed <- struct{}{}:
			default:
			}
		}
	}
	if o.After == nil {
		o.After = after
	}
	if o.Report == nil {
		o.Report = func(err error) { t.Errorf("reported: %v", err) }
	}
	w, err := watch.New(o)
	must(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); w.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	return changed
}

func fixed(paths ...string) func() []string { return func() []string { return paths } }

// events are options under which only events can tell of a change.
func events(paths ...string) watch.Options {
	return watch.Options{Paths: fixed(paths...), Quiet: 5 * time.Millisecond, Slow: time.Hour}
}

func wait(t *testing.T, changed <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-changed:
	case <-time.After(patience):
		t.Fatalf("%s is not noticed", what)
	}
}

func TestEveryWayToChangeAFileIsNoticed(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.yaml")
	write(t, file, "1")
	changed := start(t, events(dir))
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"writing in place", func() { write(t, file, "2") }},
		{"renaming over it", func() { write(t, file+"~", "3"); must(t, os.Rename(file+"~", file)) }},
		{"renaming over it once more", func() { write(t, file+"~", "4"); must(t, os.Rename(file+"~", file)) }},
		{"a new file", func() { write(t, filepath.Join(dir, "b.csv"), "x") }},
		{"renaming a file", func() { must(t, os.Rename(filepath.Join(dir, "b.csv"), filepath.Join(dir, "c.csv"))) }},
		{"removing a file", func() { must(t, os.Remove(filepath.Join(dir, "c.csv"))) }},
		{"a new folder with a file", func() {
			must(t, os.MkdirAll(filepath.Join(dir, "shop", "deep"), 0o755))
			write(t, filepath.Join(dir, "shop", "deep", "d.yaml"), "1")
		}},
		{"writing in the new folder", func() { write(t, filepath.Join(dir, "shop", "deep", "d.yaml"), "2") }},
		{"renaming the new folder", func() { must(t, os.Rename(filepath.Join(dir, "shop"), filepath.Join(dir, "mart"))) }},
		{"writing in the renamed folder", func() { write(t, filepath.Join(dir, "mart", "deep", "d.yaml"), "3") }},
		{"removing the folder", func() { must(t, os.RemoveAll(filepath.Join(dir, "mart"))) }},
		{"saving after a backup was made of it", func() { must(t, os.Rename(file, file+".bak")); write(t, file, "5") }},
	} {
		step.do()
		wait(t, changed, step.what)
		settle(t, changed, dir)
	}
}

// settle waits until what was done before has been told, by changing one more file and waiting for that.
func settle(t *testing.T, changed <-chan struct{}, dir string) {
	t.Helper()
	for range 2 {
		write(t, filepath.Join(dir, "settle.yaml"), fmt.Sprint(time.Now().UnixNano()))
		wait(t, changed, "a further change")
	}
}

func TestAFolderLinkedAndSwappedAsAConfigMapIsNoticed(t *testing.T) {
	dir := t.TempDir()
	swap := func(version string) {
		must(t, os.Mkdir(filepath.Join(dir, ".."+version), 0o755))
		write(t, filepath.Join(dir, ".."+version, "a.yaml"), version)
		must(t, os.Symlink(".."+version, filepath.Join(dir, "..data_tmp")))
		must(t, os.Rename(filepath.Join(dir, "..data_tmp"), filepath.Join(dir, "..data")))
	}
	swap("1")
	must(t, os.Symlink("..data/a.yaml", filepath.Join(dir, "a.yaml")))
	var read []string
	seen := make(chan string, 10)
	o := events(dir)
	o.Changed = func() {
		b, err := os.ReadFile(filepath.Join(dir, "a.yaml"))
		if err != nil {
			t.Error(err)
		}
		seen <- string(b)
	}
	start(t, o)
	for _, version := range []string{"2", "3", "4"} {
		swap(version)
		for read = nil; len(read) == 0 || read[len(read)-1] != version; {
			select {
			case v := <-seen:
				read = append(read, v)
			case <-time.After(patience):
				t.Fatalf("version %s is not noticed; seen %q", version, read)
			}
		}
	}
}

func TestANamedFileSavedByRenamingIsNoticedByEvents(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "api.yaml")
	write(t, file, "1")
	changed := start(t, events(file))
	for _, text := range []string{"2", "3"} {
		write(t, file+".new", text)
		must(t, os.Rename(file+".new", file))
		wait(t, changed, "saving by renaming")
	}
}

func TestAFolderThatIsReplacedIsWatchedOn(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "scenarios")
	must(t, os.Mkdir(dir, 0o755))
	write(t, filepath.Join(dir, "a.yaml"), "1")
	o := events(dir)
	o.Slow = 20 * time.Millisecond // that the folder is back no event of its own can tell
	changed := start(t, o)
	must(t, os.Rename(dir, dir+"-old"))
	wait(t, changed, "the loss of the folder")
	must(t, os.Mkdir(dir, 0o755))
	write(t, filepath.Join(dir, "a.yaml"), "2")
	wait(t, changed, "the return of the folder")
	settle(t, changed, dir)
}

func TestTheLastStateIsNeverMissed(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.yaml")
	write(t, file, "0")
	loaded := make(chan string, 10_000)
	o := events(dir)
	o.Quiet = time.Millisecond
	o.Changed = func() {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		}
		loaded <- string(b)
	}
	start(t, o)
	const last = 2000
	for i := 1; i <= last; i++ {
		next := filepath.Join(dir, "next~")
		write(t, next, fmt.Sprint(i))
		must(t, os.Rename(next, file))
	}
	for {
		select {
		case got := <-loaded:
			if got == fmt.Sprint(last) {
				return
			}
		case <-time.After(patience):
			t.Fatal("the last state was never loaded")
		}
	}
}

func TestAFileThatDoesNotExistYetIsNoticedWhenItAppears(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "common.yaml")
	look := slowly(t, file)
	if look() {
		t.Error("a file that is not there is told as a change")
	}
	write(t, file, "1")
	if !look() {
		t.Error("the file's appearance is not noticed")
	}
}

func TestWhatIsWatchedFollowsWhatIsLoaded(t *testing.T) {
	dir := t.TempDir()
	main, extra := filepath.Join(dir, "main.yaml"), filepath.Join(dir, "extra", "shared.yaml")
	must(t, os.Mkdir(filepath.Dir(extra), 0o755))
	write(t, main, "1")
	write(t, extra, "1")
	paths := make(chan []string, 1) // what the next load finds
	var mu sync.Mutex
	now := []string{main}
	changed := make(chan struct{}, 100)
	o := events()
	o.Paths = func() []string {
		mu.Lock()
		defer mu.Unlock()
		return now
	}
	o.Changed = func() {
		select {
		case next := <-paths:
			mu.Lock()
			now = next
			mu.Unlock()
		default:
		}
		changed <- struct{}{}
	}
	start(t, o)
	paths <- []string{main, extra}
	write(t, main, "2")
	wait(t, changed, "a change")
	for range 200 { // adopted right after the change is told
		write(t, extra, fmt.Sprint(time.Now().UnixNano()))
		select {
		case <-changed:
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Error("a file that is loaded since is not watched")
}

func TestOptionsThatCannotWorkAreRefused(t *testing.T) {
	if _, err := watch.New(watch.Options{Paths: fixed("."), After: after}); err == nil || !strings.Contains(err.Error(), "required") {
		t.Errorf("%v", err)
	}
}
