package e2e_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestADatabaseThatCannotGrowRefusesWritesAndRecovers takes the room from the running program, as a disk that is full
// does: its files may not become larger. Every write fails from some point on, at whatever place in a commit it comes to.
func TestADatabaseThatCannotGrowRefusesWritesAndRecovers(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	args := []string{"--scenarios", keptScenarios(t), "--data", folder}
	enrol(t, args, "one", "two")
	p := run(t, "serve", args...)
	c, other := newCaller(t, "one", p), newCaller(t, "two", p)
	var answered []string
	write := func(name string) int {
		a, err := c.verify(name)
		if err != nil {
			t.Fatal(err)
		}
		switch a.status {
		case 200:
			answered = append(answered, name)
		case 503:
			if !bytes.Contains(a.body, []byte("STORAGE_UNAVAILABLE")) || a.header.Get("Retry-After") == "" {
				t.Errorf("refused with %v %s", a.header, a.body)
			}
		default:
			t.Fatalf("%d %s", a.status, a.body)
		}
		return a.status
	}
	for i := range 20 {
		write(fmt.Sprintf("before%03d", i))
	}
	for round := range 2 {
		lost := metric(t, p, "sandbank_journal_dropped_total")
		files := largest(t, folder)
		limitFiles(t, p, uint64(files+60<<10)) // which are some commits
		for i := 0; ; i++ {
			if write(fmt.Sprintf("full%d.%03d", round, i)) == 503 {
				break
			}
			if i == 1000 {
				t.Fatal("writes go on though there is no room")
			}
		}
		for i := range 10 { // reads go on
			write(fmt.Sprintf("none%d.%03d", round, i))
			if a, err := other.try("POST", formPath, fmt.Sprint("key", round), aForm(i)); err != nil || a.status != 503 {
				t.Errorf("a form without room: %v %d %s", err, a.status, a.body)
			}
			if !bytes.Contains(c.do("POST", verifyPath, "", vpa("look")).body, []byte("blocked")) {
				t.Error("what is there is not seen")
			}
		}
		rowsAre(t, c, answered)
		if got := other.rows("forms"); len(got) != round {
			t.Errorf("%d forms of %d", len(got), round)
		}
		c.do("GET", c.control("/journal"), "", nil)
		if got := metric(t, p, "sandbank_journal_dropped_total"); got <= lost {
			t.Errorf("%v entries of the journal are counted as dropped, and were %v before", got, lost)
		}
		limitFiles(t, p, unix.RLIM_INFINITY)
		if status := write(fmt.Sprintf("after%d", round)); status != 200 {
			t.Errorf("with room a write is answered with %d", status)
		}
		other.do("POST", formPath, fmt.Sprint("key", round), aForm(9))
		rowsAre(t, c, answered)
	}
	if text := p.end(t); !strings.Contains(text, "no room") {
		t.Errorf("the log does not say why:\n%s", text)
	}
	next := run(t, "serve", args...)
	c = newCaller(t, "one", next)
	rowsAre(t, c, answered)
	if got := newCaller(t, "two", next).rows("forms"); len(got) != 2 {
		t.Errorf("%d forms after a start", len(got))
	}
	if !c.verified("last") {
		t.Error("a write is not taken after a start")
	}
}

// rowsAre holds the two tables that every write adds to against the writes that were answered.
func rowsAre(t *testing.T, c *caller, answered []string) {
	t.Helper()
	want := slices.Sorted(slices.Values(answered))
	if written, copied := c.rows("written"), c.rows("copied"); !slices.Equal(written, want) || !slices.Equal(copied, want) {
		t.Errorf("%d and %d rows of %d answered writes:\n%v", len(written), len(copied), len(want), written)
	}
}

// limitFiles says how large the files of a running program may become, in bytes.
func limitFiles(t *testing.T, p *program, most uint64) {
	t.Helper()
	if err := unix.Prlimit(p.cmd.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: most, Max: unix.RLIM_INFINITY}, nil); err != nil {
		t.Fatal(err)
	}
}

// largest gives the size of the largest file in a folder, in bytes.
func largest(t *testing.T, folder string) (size int64) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		size = max(size, info.Size())
	}
	return size
}

// metric gives the value of a metric without labels.
func metric(t *testing.T, p *program, name string) float64 {
	t.Helper()
	a := newCaller(t, "one", p).do("GET", "/metrics", "", nil)
	_, line, ok := strings.Cut(string(a.body), "\n"+name+" ")
	line, _, _ = strings.Cut(line, "\n")
	n, err := strconv.ParseFloat(line, 64)
	if !ok || err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}
