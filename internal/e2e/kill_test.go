package e2e_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"
)

// killRounds names the environment variable that says how often the program is killed in a test; the record in
// docs/operations.md has 50.
const killRounds = "SANDBANK_KILL_ROUNDS"

func rounds(t *testing.T) int {
	text := os.Getenv(killRounds)
	if text == "" {
		return 6
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s is %q", killRounds, text)
	}
	return n
}

func TestNothingThatWasAnsweredIsLostWhenTheProgramIsKilled(t *testing.T) {
	t.Run("SQLite", func(t *testing.T) { killAgainAndAgain(t, "--data", filepath.Join(t.TempDir(), "data")) })
	t.Run("PostgreSQL", func(t *testing.T) { killAgainAndAgain(t, onDatabase(t)...) })
}

// killAgainAndAgain kills the program while applications use it, at points that chance chooses, and holds what the next
// one has against what the last one has answered.
func killAgainAndAgain(t *testing.T, where ...string) {
	seed := rand.Uint64()
	chance := rand.New(rand.NewPCG(seed, 0))
	args := append([]string{"--scenarios", keptScenarios(t)}, where...)
	var keys []string
	for round := range rounds(t) {
		for _, name := range applications {
			keys = append(keys, keyOf(name, round))
		}
	}
	enrol(t, where, keys...)
	var all []*traces
	total := 0
	for round := range rounds(t) {
		p := run(t, "serve", args...)
		for _, before := range all[max(0, len(all)-len(applications)):] {
			before.check(t, p)
		}
		all = append(all, load(t, p, round, time.Duration(20+chance.IntN(500))*time.Millisecond)...)
	}
	p := run(t, "serve", args...)
	for _, left := range all {
		left.check(t, p)
		total += len(left.answered)
	}
	t.Logf("%d kills, %d answered writes, seed %d", rounds(t), total, seed)
	if total == 0 {
		t.Error("nothing was answered before the program was killed")
	}
}

// applications use the program at the same time, each from two connections.
var applications = []string{"a", "b"}

// keyOf is the key that an application uses in a round.
func keyOf(name string, round int) string { return fmt.Sprintf("%s-%d", name, round) }

// load uses the program until it is killed after a time.
func load(t *testing.T, p *program, round int, after time.Duration) []*traces {
	t.Helper()
	var out []*traces
	var group sync.WaitGroup
	for _, name := range applications {
		left := &traces{key: keyOf(name, round), forms: map[string][]byte{}}
		out = append(out, left)
		c := newCaller(t, left.key, p)
		for connection := range 2 {
			group.Go(func() { left.use(c, connection) })
		}
	}
	dead := time.AfterFunc(after, func() { p.kill(t) })
	defer dead.Stop()
	group.Wait()
	return out
}

// traces are what an application knows to have left in its sandbox: what was answered, and what was under way when the
// connection broke, so that nobody can know.
type traces struct {
	key                string
	guard              sync.Mutex
	answered, underWay []string
	forms              map[string][]byte // answers by key; nil was under way
	moved, moving      int               // hours that the clock was advanced
}

// use calls until the connection breaks.
func (l *traces) use(c *caller, connection int) {
	for i := 0; ; i++ {
		name := fmt.Sprintf("c%d.%d", connection, i)
		a, err := c.verify(name)
		l.note(c, a, err, func() { l.answered = append(l.answered, name) }, func() { l.underWay = append(l.underWay, name) })
		if err == nil && i%4 == 0 {
			a, err = c.try("POST", formPath, name, aForm(i))
			l.note(c, a, err, func() { l.forms[name] = a.body }, func() { l.forms[name] = nil })
		}
		if err == nil && i%8 == 0 {
			a, err = c.try("PATCH", c.control("/clock"), "", map[string]any{"advance": "PT1H"})
			l.note(c, a, err, func() { l.moved++ }, func() { l.moving++ })
		}
		if err != nil {
			return
		}
	}
}

func (l *traces) note(c *caller, a answer, err error, answered, underWay func()) {
	l.guard.Lock()
	defer l.guard.Unlock()
	switch {
	case err != nil:
		underWay()
	case a.status != 200:
		c.t.Errorf("status %d: %s", a.status, a.body)
	default:
		answered()
	}
}

// check holds what a program has against what is known.
func (l *traces) check(t *testing.T, p *program) {
	t.Helper()
	c := newCaller(t, l.key, p)
	written, copied := c.rows("written"), c.rows("copied")
	if !slices.Equal(written, copied) {
		t.Errorf("%s: a request was done by half: %v and %v", l.key, written, copied)
	}
	for _, name := range l.answered {
		if _, found := slices.BinarySearch(written, name); !found {
			t.Errorf("%s: %s was answered and is lost", l.key, name)
		}
	}
	for _, name := range written {
		if !slices.Contains(l.answered, name) && !slices.Contains(l.underWay, name) {
			t.Errorf("%s: %s was never sent", l.key, name)
		}
	}
	ahead := int(c.ahead().Round(time.Minute).Hours())
	if ahead < l.moved || ahead > l.moved+l.moving {
		t.Errorf("%s: the clock is %d hours ahead; %d were answered, %d under way", l.key, ahead, l.moved, l.moving)
	}
	for key, body := range l.forms {
		i, err := strconv.Atoi(key[3:])
		if err != nil {
			t.Fatal(err)
		}
		a := c.do("POST", formPath, key, aForm(i))
		if body == nil {
			l.forms[key] = a.body
		} else if !bytes.Equal(a.body, body) || a.header.Get("Idempotency-Replayed") != "true" {
			t.Errorf("%s: form %s is answered with %s, and was with %s", l.key, key, a.body, body)
		}
	}
	if forms := c.rows("forms"); len(forms) != len(l.forms) {
		t.Errorf("%s: %d forms make %d rows", l.key, len(l.forms), len(forms))
	}
}
