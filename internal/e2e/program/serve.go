package program

import (
	"regexp"
	"testing"
)

// Deployment is the running program with the developer programme and its demo.
type Deployment struct {
	*Program
	// Partner and Bank are who can sign in: an admin of a partner's organisation, and one of the bank.
	Partner, Bank Login
}

// Login is what somebody signs in with.
type Login struct{ Username, Password string }

var (
	greeting = regexp.MustCompile(`sign in as (\S+) with (\S+), or as the bank's admin (\S+) with (\S+)`)
	lastLine = regexp.MustCompile(`^ {2}verify `)
)

// StartServe is Start for `sandbank serve`, with a data folder of its own and the demo.
func StartServe(tb testing.TB, args ...string) *Deployment {
	tb.Helper()
	p, said := start(tb, lastLine, "serve", append([]string{"--data", tb.TempDir(), "--demo"}, args...)...)
	found := greeting.FindStringSubmatch(said)
	if found == nil {
		tb.Fatalf("the program does not say who can sign in: %q", said)
	}
	return &Deployment{p, Login{found[1], found[2]}, Login{found[3], found[4]}}
}
