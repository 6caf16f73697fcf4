package watch_test

import (
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/watch"
)

// clock gives timers that only go off when the test says so.
type clock struct {
	mu     sync.Mutex
	timers map[time.Duration]chan time.Time
	armed  chan time.Duration
}

func newClock() *clock {
	return &clock{timers: map[time.Duration]chan time.Time{}, armed: make(chan time.Duration, 100)}
}

func (c *clock) after(d time.Duration) (<-chan time.Time, func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	ch := make(chan time.Time, 1)
	c.timers[d] = ch
	c.armed <- d
	return ch, func() {}
}

// pass lets the timer of a duration go off and waits until it is set again, when all is done that it causes.
func (c *clock) pass(t *testing.T, d time.Duration) {
	t.Helper()
	c.mu.Lock()
	ch := c.timers[d]
	c.mu.Unlock()
	if ch == nil {
		t.Fatalf("no timer of %s runs", d)
	}
	ch <- time.Time{}
	c.rearmed(t, d)
}

func (c *clock) rearmed(t *testing.T, d time.Duration) {
	t.Helper()
	select {
	case got := <-c.armed:
		if got != d {
			t.Fatalf("a timer of %s is set, want %s", got, d)
		}
	case <-time.After(patience):
		t.Fatalf("no timer is set")
	}
}

// slowly watches a folder without events and gives a function that lets one slow look happen, and tells whether it has
// found a change.
func slowly(t *testing.T, paths ...string) (look func() bool) {
	t.Helper()
	c := newClock()
	var count atomic.Int64 // the second look may still be under way when the test reads it
	o := watch.Options{Paths: fixed(paths...), WithoutEvents: true, Slow: 2 * time.Second, After: c.after, Changed: func() { count.Add(1) }}
	start(t, o)
	c.rearmed(t, 2*time.Second)
	told := int64(0)
	return func() bool {
		// The timer is set before the files are looked at: the second pass begins when the first look is over.
		c.pass(t, 2*time.Second)
		c.pass(t, 2*time.Second)
		seen := count.Load()
		found := seen > told
		told = seen
		return found
	}
}

func TestADriveWithoutEventsIsLookedAtSlowly(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.yaml")
	write(t, file, "1")
	look := slowly(t, dir)
	if look() {
		t.Error("a change is told where there is none")
	}
	write(t, file, "2")
	if !look() {
		t.Error("another content is not noticed")
	}
	if look() {
		t.Error("one change is told twice")
	}
	must(t, os.Mkdir(filepath.Join(dir, "shop"), 0o755))
	write(t, filepath.Join(dir, "shop", "b.yaml"), "1")
	if !look() {
		t.Error("a new folder is not noticed")
	}
	must(t, os.RemoveAll(dir))
	if !look() {
		t.Error("the loss of the folder is not noticed")
	}
	must(t, os.Mkdir(dir, 0o755))
	write(t, file, "2")
	if !look() {
		t.Error("the return of the folder is not noticed")
	}
}

func TestContentsDecideAndNotTimes(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.yaml")
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	save := func(text string) {
		t.Helper()
		write(t, file, text)
		must(t, os.Chtimes(file, at, at))
	}
	save("1")
	look := slowly(t, dir)
	must(t, os.Chtimes(file, at.Add(time.Hour), at.Add(time.Hour)))
	if look() {
		t.Error("a file that was only touched is told as changed")
	}
	must(t, os.Chtimes(file, at, at))
	if look() {
		t.Error("a file that was only touched is told as changed")
	}
	save("2")
	found := false
	for range 15 { // its size and time are as before: at the latest the thorough look finds it
		found = found || look()
	}
	if !found {
		t.Error("another content of the same size and time is never noticed")
	}
}

func TestFilesOfEditorsAreIgnored(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.yaml"), "1")
	look := slowly(t, dir)
	for _, name := range []string{
		".a.yaml.swp", ".a.yaml.swx", "4913", "a.yaml~", "#a.yaml#", ".#a.yaml", "a.yaml.bak", "a.yaml.tmp", "a.yaml.orig",
		"a.yaml___jb_tmp___", "a.yaml___jb_old___", ".DS_Store",
	} {
		write(t, filepath.Join(dir, name), "x")
		if look() {
			t.Errorf("%s is told as a change", name)
		}
	}
	must(t, os.MkdirAll(filepath.Join(dir, ".git", "objects"), 0o755))
	write(t, filepath.Join(dir, ".git", "objects", "a.yaml"), "x")
	if look() {
		t.Error("a hidden folder is looked into")
	}
}

func TestOnlyTheFileThatIsNamedCounts(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "api.yaml")
	write(t, file, "1")
	look := slowly(t, file)
	write(t, filepath.Join(dir, "other.yaml"), "x")
	if look() {
		t.Error("another file of the folder is told as a change")
	}
	write(t, file, "2")
	if !look() {
		t.Error("the file's change is not noticed")
	}
}
