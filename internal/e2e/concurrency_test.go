package e2e_test

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/scenarios"
	"github.com/sandbank/sandbank/server"
)

// Two groups of callers use the server at once, one as John and one as Jane, while the program behind it is replaced
// again and again. Everybody must get their own answers, and every request an id of its own.
func TestCallersAtOnceGetTheirOwnAnswers(t *testing.T) {
	s := serveInside(t)
	client := newClient(t, s.origin)
	const callers, requests = 4, 60
	var ids sync.Map
	var group sync.WaitGroup
	ask := func(n, i int, token string, year any) {
		profile := profileOf(t, client, token)
		if profile.status != http.StatusOK || !has(profile.json(t), map[string]any{"dob": year}) {
			t.Errorf("%s: %d %s", token, profile.status, profile.body)
		}
		vpa := fmt.Sprintf("nobody%d.%d@okhdfc", n, i)
		verified := client.send(t, call{method: "POST", path: "/my/verifications/upi-vpa", body: map[string]any{"vpa": vpa}})
		broken := client.send(t, call{method: "POST", path: "/my/forms", body: map[string]any{"instructions": i}})
		if verified.status != http.StatusOK || broken.status != http.StatusBadRequest {
			t.Errorf("%d %s; %d %s", verified.status, verified.body, broken.status, broken.body)
		}
		for _, a := range []answer{profile, verified, broken} {
			if id := a.header.Get("X-Request-Id"); id == "" {
				t.Error("an answer has no request id")
			} else if _, twice := ids.LoadOrStore(id, true); twice {
				t.Errorf("the request id %s was given twice", id)
			}
		}
	}
	for n := range callers {
		for token, year := range map[string]any{"john-token": "1990", "jane-token": "1985"} {
			group.Go(func() {
				for i := range requests {
					ask(n, i, token, year)
				}
			})
		}
	}
	stop := make(chan struct{})
	replaced := make(chan int)
	program := programOf(t, scenarios.FS)
	go func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				replaced <- n
				return
			default:
				s.Replace(program)
			}
		}
	}()
	group.Wait()
	close(stop)
	if <-replaced == 0 {
		t.Error("the program was never replaced")
	}
}

// held is a server whose delayed answers wait until the test lets them go.
type held struct {
	origin   string
	waits    chan struct{} // gets one for each answer that waits
	release  chan struct{}
	shutdown context.CancelFunc
	ended    chan error
}

func serveHeld(t *testing.T) *held {
	t.Helper()
	h := &held{waits: make(chan struct{}, 16), release: make(chan struct{}), ended: make(chan error, 1)}
	keys, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	s, err := server.New(server.Options{
		APIs: apis(t), Program: programOf(t, scenarios.FS), Keys: keys, Clock: time.Now,
		Logger: slog.New(slog.DiscardHandler), Version: "test",
		Wait: func(ctx context.Context, _ time.Duration) error {
			h.waits <- struct{}{}
			select {
			case <-h.release:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	h.origin, h.shutdown = "http://"+l.Addr().String(), cancel
	go func() { h.ended <- s.Run(ctx, l) }()
	return h
}

func TestAShutdownLetsRequestsUnderWayFinish(t *testing.T) {
	h := serveHeld(t)
	client := newClient(t, h.origin)
	answers := make(chan answer, 1)
	go func() {
		answers <- client.send(t, call{method: "POST", path: "/my/verifications/upi-vpa", body: map[string]any{"vpa": "timeout@okhdfc"}})
	}()
	<-h.waits
	h.shutdown()
	for refused := false; !refused; { // the listener closes soon, and the answer is still held back
		c, err := net.Dial("tcp", strings.TrimPrefix(h.origin, "http://"))
		if refused = err != nil; !refused {
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	select {
	case err := <-h.ended:
		t.Fatalf("the server ended with a request under way: %v", err)
	case a := <-answers:
		t.Fatalf("the answer came before it was let go: %d %s", a.status, a.body)
	default:
	}
	close(h.release)
	refusal{504, "PSP_TIMEOUT", "none", "", ""}.check(t, <-answers)
	if err := <-h.ended; err != nil {
		t.Error(err)
	}
}

// The same with the program itself: SIGTERM comes while an answer is delayed.
func TestTheProgramAnswersWhatIsUnderWayBeforeItEnds(t *testing.T) {
	p := start(t, "--scenarios", delayedScenarios(t, "800ms"))
	client := newClient(t, p.origin)
	r := client.request(call{method: "POST", path: "/my/verifications/upi-vpa", body: map[string]any{"vpa": "timeout@okhdfc"}})
	body := &signalling{ReadCloser: r.Body, read: make(chan struct{})}
	r.Body = body
	r.Header.Set("Expect", "100-continue") // the body is read only when the server asks for it, which is while it handles the request
	client.next.(*http.Transport).ExpectContinueTimeout = patience
	answers := make(chan answer, 1)
	go func() { answers <- client.do(t, r) }()
	<-body.read
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	refusal{504, "PSP_TIMEOUT", "none", "", ""}.check(t, <-answers)
	if err := <-p.exited; err != nil {
		t.Errorf("the program ended with %v\n%s", err, p.log)
	}
	p.once.Do(func() {}) // it has ended
}

// signalling is a body that tells when it is first read.
type signalling struct {
	io.ReadCloser
	once sync.Once
	read chan struct{}
}

func (s *signalling) Read(b []byte) (int, error) {
	s.once.Do(func() { close(s.read) })
	return s.ReadCloser.Read(b)
}

// delayedScenarios writes the default scenarios into a folder, with another delay for those that have one.
func delayedScenarios(t *testing.T, delay string) string {
	t.Helper()
	copied := fstest.MapFS{}
	changed := 0
	err := fs.WalkDir(scenarios.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(scenarios.FS, name)
		changed += strings.Count(string(text), "delay: 30s")
		copied[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(text), "delay: 30s", "delay: "+delay)), Mode: 0o600}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if changed == 0 {
		t.Fatal("no scenario has a delay")
	}
	folder := filepath.Join(t.TempDir(), "scenarios")
	if err := os.CopyFS(folder, copied); err != nil {
		t.Fatal(err)
	}
	return folder
}
