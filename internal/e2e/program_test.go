package e2e_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// workFolder holds what one run of the tests makes: the program.
var workFolder string

func TestMain(m *testing.M) {
	if arguments := os.Getenv(hammerArguments); arguments != "" {
		os.Exit(beHammer(arguments))
	}
	var err error
	if workFolder, err = os.MkdirTemp("", "sandbank-e2e-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	if err := os.RemoveAll(workFolder); err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

// built gives the program's file. It is built when it is first asked for, without C, as releases are.
var built = sync.OnceValues(func() (string, error) {
	file := filepath.Join(workFolder, "sandbank")
	build := exec.Command("go", "build", "-trimpath", "-o", file, "github.com/sandbank/sandbank/cmd/sandbank")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return file, nil
})

// program is the running program.
type program struct {
	// origin is the scheme, host and port that it said it listens on.
	origin string
	cmd    *exec.Cmd
	log    *logText
	exited chan error
	once   sync.Once
}

// patience is how long anything may take that is expected to happen at once.
const patience = 20 * time.Second

var listens = regexp.MustCompile(` listens on (http://\S+)`)

// start runs `sandbank mock` on a free port of the loopback interface and waits until it says where it listens. When
// the test is over the program is told to end, and must end well, having logged no error.
func start(tb testing.TB, args ...string) *program {
	tb.Helper()
	return run(tb, "mock", args...)
}

// run is start for a command that serves.
func run(tb testing.TB, command string, args ...string) *program {
	tb.Helper()
	p, _ := greeted(tb, regexp.MustCompile(""), command, args...)
	return p
}

// greeted is run that waits until the program has said a line that fits, and gives what it has said until then.
func greeted(tb testing.TB, last *regexp.Regexp, command string, args ...string) (p *program, said string) {
	tb.Helper()
	file, err := built()
	if err != nil {
		tb.Fatal(err)
	}
	p = &program{log: &logText{}, exited: make(chan error, 1)}
	p.cmd = exec.Command(file, append([]string{command, "--addr", "127.0.0.1:0"}, args...)...)
	p.cmd.Stderr = p.log
	stdout, err := p.cmd.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	tooLong := time.AfterFunc(patience, func() { _ = p.cmd.Process.Kill() })
	banner := bufio.NewReader(stdout)
	first, readErr := banner.ReadString('\n')
	said = first
	for line := first; readErr == nil && !last.MatchString(line); said += line {
		line, readErr = banner.ReadString('\n')
	}
	tooLong.Stop()
	go func() {
		_, err := io.Copy(io.Discard, banner)
		p.exited <- errors.Join(err, p.cmd.Wait())
	}()
	tb.Cleanup(func() { p.stop(tb) })
	found := listens.FindStringSubmatch(first)
	if readErr != nil || found == nil {
		tb.Fatalf("the program does not say where it listens: %q, %v\n%s", said, readErr, p.log)
	}
	p.origin = found[1]
	return p, said
}

// stop sends SIGTERM and fails the test unless the program ends with status 0.
func (p *program) stop(tb testing.TB) {
	tb.Helper()
	p.once.Do(func() {
		if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
			tb.Errorf("the program cannot be told to end: %v\n%s", err, p.log)
			return
		}
		tooLong := time.AfterFunc(patience, func() { _ = p.cmd.Process.Kill() })
		defer tooLong.Stop()
		if err := <-p.exited; err != nil {
			tb.Errorf("the program ended with %v\n%s", err, p.log)
		}
		if text := p.log.String(); strings.Contains(text, "level=ERROR") || strings.Contains(text, "level=WARN") {
			tb.Errorf("the program logged\n%s", text)
		}
	})
}

// end sends SIGTERM to a program whose log tells of something that the test has broken, and gives the log.
func (p *program) end(tb testing.TB) string {
	tb.Helper()
	p.once.Do(func() {
		if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
			tb.Error(err)
		}
		if err := <-p.exited; err != nil {
			tb.Errorf("the program ended with %v\n%s", err, p.log)
		}
	})
	return p.log.String()
}

// kill ends the program at once, as kill -9 does, and fails the test if it has logged that something went wrong.
func (p *program) kill(tb testing.TB) {
	tb.Helper()
	p.once.Do(func() {
		if err := p.cmd.Process.Kill(); err != nil {
			tb.Errorf("the program cannot be killed: %v\n%s", err, p.log)
			return
		}
		var end *exec.ExitError
		if err := <-p.exited; !errors.As(err, &end) {
			tb.Errorf("the program ended by itself: %v\n%s", err, p.log)
		}
		if text := p.log.String(); strings.Contains(text, "level=ERROR") || strings.Contains(text, "level=WARN") {
			tb.Errorf("the program logged\n%s", text)
		}
	})
}

// logText gathers what the program writes to its standard error.
type logText struct {
	guard sync.Mutex
	text  bytes.Buffer
}

func (l *logText) Write(b []byte) (int, error) {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.text.Write(b)
}

func (l *logText) String() string {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.text.String()
}
