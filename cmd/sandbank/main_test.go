package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/sandbank/sandbank/internal/e2e/program"
)

func TestMain(m *testing.M) {
	testscript.Main(cleaning{m}, map[string]func(){"sandbank": main})
}

// cleaning runs the tests and removes what they have built.
type cleaning struct{ *testing.M }

func (c cleaning) Run() int {
	status := c.M.Run()
	if err := program.Clean(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return status
}

// asReleased has a script run the program as it is released: without the race detector, which makes a short command take
// seconds. The program that serves while tests run has it (begin). $CARRIED counts what it carries.
func asReleased(e *testscript.Env) error {
	apis, _, err := loadAPIs()
	if err != nil {
		return err
	}
	e.Setenv("CARRIED", (&loaded{apis: apis}).counts())
	file, err := program.Build()
	if err != nil {
		return err
	}
	e.Setenv("PATH", filepath.Dir(file)+string(os.PathListSeparator)+e.Getenv("PATH"))
	return nil
}

// TestCommands runs the command lines of testdata/script. UPDATE_SCRIPTS=1 writes their goldens again.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: true,
		Setup:               asReleased,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": status,
			"occupy": occupy,
		},
	})
}

// status runs a command line and holds its exit status: status 2 sandbank check nowhere.
func status(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: status number command [argument...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.String()
		got = strings.TrimPrefix(got, "exit status ")
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("the exit status is %s, want %s", got, args[0])
	}
}

// occupy listens on a free port and puts its address into an environment variable.
func occupy(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: occupy variable")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { l.Close() })
	ts.Setenv(args[0], l.Addr().String())
}

// process is the real program, running.
type process struct {
	*exec.Cmd
	banner string
	origin string
	log    *logReader
}

// logReader keeps what was read of a log.
type logReader struct {
	*bufio.Scanner
	all bytes.Buffer
}

// until reads on to a line with a text.
func (l *logReader) until(t *testing.T, text string) {
	t.Helper()
	for l.Scan() {
		l.all.WriteString(l.Text() + "\n")
		if strings.Contains(l.Text(), text) {
			return
		}
	}
	t.Fatalf("the log ends without %q: %s", text, l.all.String())
}

// begin starts the program in a folder of its own and waits for its banner.
func begin(t *testing.T, args ...string) *process {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	p := &process{Cmd: exec.CommandContext(ctx, "sandbank", args...)} // put on the path by testscript.Main
	p.Dir = t.TempDir()
	p.Env = []string{}
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	stderr, err := p.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.log = &logReader{Scanner: bufio.NewScanner(stderr)}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if p.ProcessState == nil {
			_ = p.Process.Kill()
			_ = p.Wait()
		}
	})
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		p.banner += lines.Text() + "\n"
		if strings.HasPrefix(strings.TrimSpace(lines.Text()), "try ") {
			break
		}
	}
	m := regexp.MustCompile(`listens on (http://127\.0\.0\.1:[1-9][0-9]*)\n`).FindStringSubmatch(p.banner)
	if m == nil {
		p.log.until(t, "no such line")
		t.Fatalf("the banner names no address: %s", p.banner)
	}
	p.origin = m[1]
	return p
}

// finish asks the program to end and waits until it has.
func (p *process) finish(t *testing.T, signal os.Signal) {
	t.Helper()
	if err := p.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	for p.log.Scan() {
		p.log.all.WriteString(p.log.Text() + "\n")
	}
	if err := p.Wait(); err != nil {
		t.Errorf("the program ends with %v: %s", err, p.log.all.String())
	}
}

func TestTheProgramServesWhereItSaysAndItsLineToTryWorks(t *testing.T) {
	for command, more := range map[string][]string{"mock": nil, "serve": {"--data", t.TempDir()}} {
		p := begin(t, append([]string{command, "--addr", "127.0.0.1:0", "--seed", "7"}, more...)...)
		for _, want := range []string{
			"sandbank " + command + " ", "deposits ", p.origin + "/deposits/v1, 23 operations", p.origin + "/docs", "seed             7\n",
		} {
			if !strings.Contains(p.banner, want) {
				t.Errorf("the banner has no %q: %s", want, p.banner)
			}
		}
		if !regexp.MustCompile(`[1-9][0-9]* APIs, [1-9][0-9]* operations, [1-9][0-9]* scenarios, [1-9][0-9]* rules`).MatchString(p.banner) {
			t.Errorf("the banner does not count: %s", p.banner)
		}
		_, line, _ := strings.Cut(p.banner, "try ")
		out, err := exec.Command("sh", "-c", strings.TrimSpace(line)+" -sS --fail-with-body").CombinedOutput()
		if err != nil || !bytes.Contains(out, []byte(`"health_up":true`)) {
			t.Errorf("%s: %v %s", line, err, out)
		}
		p.finish(t, syscall.SIGTERM)
	}
}

func TestTheProgramListensBehindAProxyAndOnNamesOfThisMachine(t *testing.T) {
	for _, args := range [][]string{{"--addr", "0.0.0.0:0", "--behind-proxy"}, {"--addr", "localhost:0"}} {
		p := begin(t, append([]string{"mock"}, args...)...)
		response, err := http.Get(p.origin + "/readyz")
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", args, response.StatusCode)
		}
		p.finish(t, os.Interrupt)
	}
}

func TestAnInterruptedProgramFinishesRequestsUnderWay(t *testing.T) {
	p := begin(t, "mock", "--addr", "127.0.0.1:0", "--access-log", "--log-format", "json")
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.origin, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	body := `{"vpa":"john@okhdfc"}`
	send := func(text string) {
		t.Helper()
		if _, err := io.WriteString(connection, text); err != nil {
			t.Fatal(err)
		}
	}
	send("POST /deposits/v1/my/verifications/upi-vpa HTTP/1.1\r\nHost: h\r\nX-Api-Key: demo\r\nAuthorization: Bearer x\r\n" +
		"Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 21\r\n\r\n")
	answers := bufio.NewReader(connection)
	if line, err := answers.ReadString('\n'); err != nil || !strings.Contains(line, "100 Continue") {
		t.Fatalf("the server does not ask for the body: %q %v", line, err)
	}
	if _, err := answers.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	if err := p.Process.Signal(os.Interrupt); err != nil { // the body is still to come
		t.Fatal(err)
	}
	p.log.until(t, "shutting down")
	send(body)
	response, err := http.ReadResponse(answers, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if text, err := io.ReadAll(response.Body); err != nil || string(text) != `{"status":"success"}` {
		t.Errorf("the request under way is answered with %d %s %v", response.StatusCode, text, err)
	}
	p.log.until(t, `"msg":"request"`)
	if !strings.Contains(p.log.Text(), `"route":"/deposits/v1/my/verifications/upi-vpa","status":200`) {
		t.Errorf("the access log says %s", p.log.Text())
	}
	if p.log.Scan() {
		t.Errorf("there is more in the log: %s", p.log.Text())
	}
	if err := p.Wait(); err != nil {
		t.Errorf("the program ends with %v", err)
	}
}

func TestTheAccessLogAppearsWhileTheProgramRuns(t *testing.T) {
	p := begin(t, "mock", "--addr", "127.0.0.1:0", "--access-log")
	response, err := http.Get(p.origin + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	p.log.until(t, "route=/healthz status=200")
	p.finish(t, os.Interrupt)
}

func TestScenariosOfAFolderAreServed(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "deposits"), 0o755); err != nil {
		t.Fatal(err)
	}
	scenario := "scenario: mine\ntitle: Mine\napi: deposits\ndefault: true\nrules:\n  getLocale:\n    - {name: own words, respond: {body: {a: b}}}\n"
	if err := os.WriteFile(filepath.Join(dir, "deposits", "mine.yaml"), []byte(scenario), 0o600); err != nil {
		t.Fatal(err)
	}
	p := begin(t, "mock", "--addr", "127.0.0.1:0", "--scenarios", dir)
	if !strings.Contains(p.banner, "1 scenario, 1 rule\n") {
		t.Errorf("the banner says %s", p.banner)
	}
	r, err := http.NewRequest(http.MethodGet, p.origin+"/deposits/v1/i18n/locales?locale=en", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Api-Key", "demo")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if text, err := io.ReadAll(response.Body); err != nil || string(text) != `{"a":"b"}` || response.Header.Get("X-Sandbox-Rule") != "own words" {
		t.Errorf("%s %v %v", text, response.Header, err)
	}
	p.finish(t, os.Interrupt)
}
