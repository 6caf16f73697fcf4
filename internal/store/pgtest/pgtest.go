// Package pgtest starts a PostgreSQL server for tests: a real one, of the version that is installed, in a folder of its
// own, that nobody else can reach.
package pgtest

import (
	"bufio"
	"cmp"
	"context"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience bounds how long the server may take to start.
const patience = time.Minute

// Server is a server under test. It is not safe for concurrent use.
type Server struct {
	tb       testing.TB
	programs string
	folder   string
	as       []string // runs a command as another user
	made     int      // databases
	process  *exec.Cmd
	ended    chan string // gets what the process has said
}

// Start starts a server, which ends with the test. Where none is installed the test is skipped, or fails if the
// environment variable CI is set.
func Start(tb testing.TB) *Server {
	tb.Helper()
	programs := installed()
	if programs == "" {
		if os.Getenv("CI") != "" {
			tb.Fatal("no PostgreSQL server is installed below /usr/lib/postgresql or in PATH, and CI must test with one")
		}
		tb.Skip("NOT TESTED: no PostgreSQL server is installed below /usr/lib/postgresql or in PATH")
	}
	// The paths of sockets are short, and those of a test's own folder long.
	folder, err := os.MkdirTemp("", "sandbank-pg-")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			tb.Error(err)
		}
	})
	s := &Server{tb: tb, programs: programs, folder: folder}
	s.unprivileged()
	if out, err := s.command("initdb", "--no-sync", "-A", "trust", "-U", "sandbank", "-E", "UTF8", "--locale", "C", "-D", s.data()).CombinedOutput(); err != nil {
		tb.Fatalf("initdb: %v\n%s", err, out)
	}
	s.run()
	tb.Cleanup(func() { s.stop(os.Interrupt) }) // a fast shutdown
	return s
}

// Database makes an empty database and gives its address.
func (s *Server) Database() string {
	s.tb.Helper()
	s.made++
	name := "test" + strconv.Itoa(s.made)
	if out, err := s.command("createdb", "-h", s.folder, "-U", "sandbank", name).CombinedOutput(); err != nil {
		s.tb.Fatalf("createdb: %v\n%s", err, out)
	}
	return "postgres://sandbank@/" + name + "?host=" + url.QueryEscape(s.folder)
}

// Restart has the server end at once, cutting its connections wherever they are, and starts it again.
func (s *Server) Restart() {
	s.tb.Helper()
	s.stop(syscall.SIGQUIT) // an immediate shutdown
	s.run()
}

func (s *Server) data() string { return filepath.Join(s.folder, "data") }

// installed gives the folder of the latest server's programs; "" when there is none.
func installed() string {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if err == nil && len(found) > 0 {
		version := func(path string) int {
			n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path)))) // 0 for a folder that is no version
			return n
		}
		return filepath.Dir(slices.MaxFunc(found, func(a, b string) int { return cmp.Compare(version(a), version(b)) }))
	}
	if path, err := exec.LookPath("postgres"); err == nil {
		return filepath.Dir(path)
	}
	return ""
}

// unprivileged has the server run as another user where this one is root, which it refuses.
func (s *Server) unprivileged() {
	if os.Getuid() != 0 {
		return
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uidErr := strconv.Atoi(u.Uid)
		gid, gidErr := strconv.Atoi(u.Gid)
		if uidErr != nil || gidErr != nil {
			continue
		}
		if err := os.Chown(s.folder, uid, gid); err != nil {
			s.tb.Fatal(err)
		}
		s.as = []string{"setpriv", "--reuid", u.Uid, "--regid", u.Gid, "--clear-groups"}
		return
	}
	s.tb.Fatal("PostgreSQL does not run as root, and there is neither a user postgres nor nobody")
}

func (s *Server) command(program string, args ...string) *exec.Cmd {
	line := slices.Concat(s.as, []string{filepath.Join(s.programs, program)}, args)
	c := exec.CommandContext(context.Background(), line[0], line[1:]...)
	c.Dir = s.folder
	return c
}

// run starts the server and waits until it takes connections.
func (s *Server) run() {
	s.tb.Helper()
	s.process = s.command("postgres", "-D", s.data(), "-k", s.folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200")
	log, err := s.process.StderrPipe()
	if err != nil {
		s.tb.Fatal(err)
	}
	if err := s.process.Start(); err != nil {
		s.tb.Fatal(err)
	}
	ready, ended := make(chan bool, 1), make(chan string, 1)
	s.ended = ended
	go func() {
		var said []string
		for lines := bufio.NewScanner(log); lines.Scan(); {
			if said = append(said, lines.Text()); strings.Contains(lines.Text(), "ready to accept connections") {
				ready <- true
			}
		}
		ended <- strings.Join(said, "\n")
	}()
	late, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	select {
	case <-ready:
	case text := <-ended:
		ended <- text
		s.tb.Fatalf("PostgreSQL does not start:\n%s", text)
	case <-late.Done():
		s.tb.Fatal("PostgreSQL takes too long to start")
	}
}

// stop ends the server.
func (s *Server) stop(signal os.Signal) {
	s.tb.Helper()
	if err := s.process.Process.Signal(signal); err != nil {
		s.tb.Error(err)
	}
	said := <-s.ended
	if err := s.process.Wait(); err != nil && signal == os.Interrupt {
		s.tb.Errorf("PostgreSQL ended with %v\n%s", err, said)
	}
}
