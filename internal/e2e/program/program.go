// Package program builds and runs the real program, for the tests of its command line and of its contracts.
package program

import (
	"bufio"
	"bytes"
	"context"
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

// patience is how long the program may take to start and to end.
const patience = 20 * time.Second

// FileVariable is the environment variable that names the file of a program that has been built already.
const FileVariable = "SANDBANK_PROGRAM"

// Build gives the program's file: the one that the environment names, or else one that is built when it is first asked for,
// without C, as releases are; Clean removes it.
func Build() (string, error) {
	if file := os.Getenv(FileVariable); file != "" {
		return filepath.Abs(file)
	}
	return build()
}

// folder holds what was built.
var folder string

var build = sync.OnceValues(func() (_ string, err error) {
	if folder, err = os.MkdirTemp("", "sandbank-program-"); err != nil {
		return "", err
	}
	file := filepath.Join(folder, "sandbank")
	command := exec.CommandContext(context.Background(), "go", "build", "-trimpath", "-o", file, "github.com/sandbank/sandbank/cmd/sandbank")
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := command.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return file, nil
})

// Clean removes what Build has made. Nothing may be built or started after it.
func Clean() error {
	if folder == "" {
		return nil
	}
	return os.RemoveAll(folder)
}

// Program is the running program.
type Program struct {
	// Origin is the scheme, host and port that it listens on.
	Origin string

	command *exec.Cmd
	log     bytes.Buffer // complete when the program has exited
	exited  chan error
}

var listens = regexp.MustCompile(` listens on (http://\S+)`)

// Start runs `sandbank mock` on a free port of the loopback interface and waits until it says where it listens. When the
// test is over the program is told to end, and must end well, having logged no error.
func Start(tb testing.TB, args ...string) *Program {
	tb.Helper()
	p, _ := start(tb, listens, "mock", args...)
	return p
}

// start runs a command of the program and waits for a line that fits. It gives what the program has said until then.
func start(tb testing.TB, last *regexp.Regexp, command string, args ...string) (p *Program, said string) {
	tb.Helper()
	file, err := Build()
	if err != nil {
		tb.Fatal(err)
	}
	p = &Program{exited: make(chan error, 1)}
	p.command = exec.CommandContext(context.Background(), file, append([]string{command, "--addr", "127.0.0.1:0"}, args...)...)
	p.command.Stderr = &p.log
	stdout, err := p.command.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := p.command.Start(); err != nil {
		tb.Fatal(err)
	}
	tooLong := time.AfterFunc(patience, func() { _ = p.command.Process.Kill() })
	banner := bufio.NewReader(stdout)
	line, readErr := banner.ReadString('\n')
	for said = line; readErr == nil && !last.MatchString(line); said += line {
		line, readErr = banner.ReadString('\n')
	}
	tooLong.Stop()
	go func() {
		_, err := io.Copy(io.Discard, banner)
		p.exited <- errors.Join(err, p.command.Wait())
	}()
	found := listens.FindStringSubmatch(said)
	if readErr != nil || found == nil {
		_ = p.command.Process.Kill()
		tb.Fatalf("the program does not say where it listens: %q, %v, %v\n%s", said, readErr, <-p.exited, &p.log)
	}
	p.Origin = found[1]
	tb.Cleanup(func() { p.stop(tb) })
	return p, said
}

func (p *Program) stop(tb testing.TB) {
	tb.Helper()
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		tb.Errorf("the program cannot be told to end: %v", err)
		return
	}
	tooLong := time.AfterFunc(patience, func() { _ = p.command.Process.Kill() })
	defer tooLong.Stop()
	if err := <-p.exited; err != nil {
		tb.Errorf("the program ended with %v\n%s", err, &p.log)
	}
	if text := p.log.String(); strings.Contains(text, "level=ERROR") || strings.Contains(text, "level=WARN") {
		tb.Errorf("the program logged\n%s", text)
	}
}
