package server_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/server"
)

const delayed = `
rules:
  getLocale:
    - {name: late, delay: 5m, respond: {body: {by: first}}}
`

func withWait(wait func(context.Context, time.Duration) error) func(*server.Options) {
	return func(o *server.Options) { o.Wait = wait }
}

func TestADelayPassesBeforeTheAnswer(t *testing.T) {
	var waited time.Duration
	b := newSandbox(t, yaml(delayed), withWait(func(_ context.Context, d time.Duration) error {
		waited = d
		return nil
	}))
	if w := b.get(locales); w.Code != 200 || w.Header().Get("X-Sandbox-Rule") != "late" || waited != 5*time.Minute {
		t.Errorf("%d %s after %s", w.Code, w.Body, waited)
	}
}

func TestADelayEndsWithItsCaller(t *testing.T) {
	b := newSandbox(t, yaml(delayed))
	ctx, leave := context.WithCancel(t.Context())
	leave()
	w := b.do(request(http.MethodGet, locales, "").WithContext(ctx))
	if w.Body.Len() > 0 {
		t.Errorf("somebody who left is answered with %s", w.Body)
	}
	if text := b.get("/metrics").Body.String(); !strings.Contains(text, `operation="getLocale",status="499"} 1`) {
		t.Error("the call is not counted")
	}
}

func TestADelayOutlastsTheWriteTimeout(t *testing.T) {
	b := newSandbox(t, yaml(`
rules:
  getLocale:
    - {name: late, delay: 300ms, respond: {body: {by: first}}}
`), func(o *server.Options) {
		o.Clock = time.Now
		o.Timeouts.Write = 100 * time.Millisecond
	})
	origin, _, _ := running(t, b)
	r := newRequest(t, http.MethodGet, origin+locales, nil)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if body, err := io.ReadAll(response.Body); err != nil || string(body) != `{"by":"first"}` {
		t.Errorf("%s %v", body, err)
	}
}

func TestTooManyDelayedAnswersAreRefused(t *testing.T) {
	const limit = 10_000
	waiting := newWaiting()
	b := newSandbox(t, yaml(delayed), withWait(waiting.wait))
	var all sync.WaitGroup
	for range limit {
		all.Go(func() {
			if w := b.get(locales); w.Code != 200 {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
		<-waiting.begun
	}
	w := b.get(locales)
	problemOf(t, w, 503, "SERVICE_UNAVAILABLE")
	if w.Header().Get("Retry-After") == "" {
		t.Error("Retry-After is missing")
	}
	close(waiting.end)
	all.Wait()
	all.Go(func() { <-waiting.begun })
	if w := b.get(locales); w.Code != 200 {
		t.Errorf("when the others are answered: %d %s", w.Code, w.Body)
	}
	all.Wait()
}

func TestRequestsUnderWayKeepTheirProgram(t *testing.T) {
	waiting := newWaiting()
	b := newSandbox(t, yaml(delayed), withWait(waiting.wait))
	answered := make(chan string)
	go func() { answered <- b.get(locales).Body.String() }()
	<-waiting.begun
	b.Replace(program(t, b.api, yaml("rules:\n  getLocale:\n    - {name: soon, respond: {body: {by: second}}}\n")))
	if got := b.get(locales).Body.String(); got != `{"by":"second"}` {
		t.Errorf("after the change: %s", got)
	}
	close(waiting.end)
	if got := <-answered; got != `{"by":"first"}` {
		t.Errorf("the request under way: %s", got)
	}
}

func TestAPanicBecomesAProblem(t *testing.T) {
	b := newSandbox(t, yaml(delayed), withWait(func(context.Context, time.Duration) error { panic("oh") }))
	p := problemOf(t, b.get(locales, "X-Request-Id", "me"), 500, "INTERNAL_ERROR")
	if p.RequestID != "me" || strings.Contains(p.Detail, "oh") {
		t.Errorf("%+v", p)
	}
	for _, part := range []string{"level=ERROR", "cause=oh", "request_id=me", "server_test"} {
		if !strings.Contains(b.log.String(), part) {
			t.Errorf("the log has no %s: %s", part, b.log)
		}
	}
	if w := b.get(fields); w.Code != 200 {
		t.Errorf("the next request: %d", w.Code)
	}
}

func TestAnAbortCutsTheConnection(t *testing.T) {
	b := newSandbox(t, yaml(delayed), withWait(func(context.Context, time.Duration) error { panic(http.ErrAbortHandler) }))
	origin, _, _ := running(t, b)
	response, err := http.DefaultClient.Do(newRequest(t, http.MethodGet, origin+locales, nil))
	if err == nil {
		response.Body.Close()
		t.Fatalf("there is an answer: %d", response.StatusCode)
	}
	if strings.Contains(b.log.String(), "panic") {
		t.Errorf("an abort that was asked for is logged: %s", b.log)
	}
}

func TestOnlyFailuresAndSlowCallsAreLogged(t *testing.T) {
	b := newSandbox(t, yaml(delayed))
	b.get(fields)
	b.get("/nothing")
	b.verify(`{}`)
	if got := b.log.String(); got != "" {
		t.Errorf("the log is not empty: %s", got)
	}

	var slow *sandbox
	slow = newSandbox(t, yaml(delayed), withWait(func(_ context.Context, d time.Duration) error {
		slow.set(start.Add(d + 999*time.Millisecond))
		return nil
	}))
	slow.get(locales)
	if got := slow.log.String(); got != "" {
		t.Errorf("the delay that was asked for is logged: %s", got)
	}
	slow = newSandbox(t, yaml(delayed), withWait(func(_ context.Context, d time.Duration) error {
		slow.set(start.Add(d + time.Second))
		return nil
	}))
	slow.get(locales)
	if got := slow.log.String(); !strings.Contains(got, `msg="slow call"`) || !strings.Contains(got, "duration=5m1s") {
		t.Errorf("a slow call is not logged: %s", got)
	}
}

func TestTheAccessLogHoldsNothingThatACallerSent(t *testing.T) {
	access := &lines{}
	b := shipped(t, func(o *server.Options) { o.AccessLog = slog.New(slog.NewTextHandler(access, nil)) })
	b.verify(`{"vpa":"secret@ybl"}`, "X-Api-Key", "secret-key", "Authorization", "Bearer secret-token", "X-Request-Id", "me")
	b.verify(`{"secret":"secret"}`, "X-Request-Id", "two words of secret")
	b.get("/deposits/v1/customers/secret?mobile=secret")
	b.do(request("SECRET", fields+"?secret=1", ""))
	got := access.String()
	if n := strings.Count(got, "msg=request"); n != 4 {
		t.Errorf("%d records of 4: %s", n, got)
	}
	for _, part := range []string{
		"request_id=me method=POST route=/deposits/v1/my/verifications/upi-vpa status=200 duration=0s bytes=", "scenario=verifications rule=",
		"status=400 ", "code=SCHEMA_VIOLATION", "route=unmatched status=404 ", "method=other ",
	} {
		if !strings.Contains(got, part) {
			t.Errorf("there is no %s in %s", part, got)
		}
	}
	if strings.Contains(strings.ToLower(got), "secret") || strings.Contains(got, "john") {
		t.Errorf("the log tells what was sent: %s", got)
	}
}

// running starts a server on a free port. It gives the server's origin, a function that begins the shutdown and one
// that waits for its end; a test need not call them.
func running(t *testing.T, b *sandbox) (origin string, stop func(), ended func() error) {
	t.Helper()
	plain, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener := &closeTelling{Listener: plain, closed: make(chan struct{})}
	ctx, cancel := context.WithCancel(context.Background())
	result := make(chan error, 1)
	go func() { result <- b.Run(ctx, listener) }()
	ended = sync.OnceValue(func() error { return <-result })
	t.Cleanup(func() {
		cancel()
		_ = ended()
	})
	return "http://" + plain.Addr().String(), func() { cancel(); <-listener.closed }, ended
}

// closeTelling tells when it is closed.
type closeTelling struct {
	net.Listener
	once   sync.Once
	closed chan struct{}
}

func (l *closeTelling) Close() error {
	err := l.Listener.Close()
	l.once.Do(func() { close(l.closed) })
	return err
}

func newRequest(t *testing.T, method, url string, body io.Reader) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, body)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Api-Key", "demo")
	r.Header.Set("Authorization", "Bearer somebody")
	r.Header.Set("Content-Type", "application/json")
	return r
}

func TestAShutdownLetsRequestsUnderWayFinish(t *testing.T) {
	waiting := newWaiting()
	b := newSandbox(t, yaml(delayed), withWait(waiting.wait), func(o *server.Options) { o.Clock = time.Now })
	origin, stop, ended := running(t, b)

	type answer struct {
		body string
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, origin+locales, nil)
		if err != nil {
			answered <- answer{err: err}
			return
		}
		r.Header.Set("X-Api-Key", "demo")
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			answered <- answer{err: err}
			return
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		answered <- answer{string(body), err}
	}()
	<-waiting.begun
	if w := b.get("/readyz"); w.Code != 200 {
		t.Errorf("before the shutdown: %d", w.Code)
	}
	stop()
	if connection, err := net.Dial("tcp", strings.TrimPrefix(origin, "http://")); err == nil {
		connection.Close()
		t.Error("new connections are taken")
	}
	problemOf(t, b.get("/readyz"), 503, "SERVICE_UNAVAILABLE")
	if w := b.get("/healthz"); w.Code != 200 {
		t.Errorf("the process is not alive: %d", w.Code)
	}
	close(waiting.end)
	if got := <-answered; got.err != nil || got.body != `{"by":"first"}` {
		t.Errorf("the request under way: %q %v", got.body, got.err)
	}
	if err := ended(); err != nil {
		t.Errorf("the shutdown: %v", err)
	}
}

func TestAShutdownDoesNotWaitForever(t *testing.T) {
	waiting := newWaiting()
	b := newSandbox(t, yaml(delayed), withWait(waiting.wait), func(o *server.Options) {
		o.Clock = time.Now
		o.Timeouts.Grace = time.Millisecond
	})
	origin, stop, ended := running(t, b)
	failed := make(chan error, 1)
	go func() {
		response, err := http.DefaultClient.Do(newRequest(t, http.MethodGet, origin+locales, nil))
		if err == nil {
			err = errors.Join(fmt.Errorf("status %d", response.StatusCode), response.Body.Close())
		}
		failed <- err
	}()
	<-waiting.begun
	stop()
	if err := ended(); err == nil || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the shutdown: %v", err)
	}
	if err := <-failed; err == nil || strings.HasPrefix(err.Error(), "status") {
		t.Errorf("the request that was cut off: %v", err)
	}
}

func TestSlowAndSilentConnectionsAreClosed(t *testing.T) {
	b := newSandbox(t, yaml(delayed), func(o *server.Options) {
		o.Clock = time.Now
		o.Timeouts = server.Timeouts{Header: 50 * time.Millisecond, Read: 100 * time.Millisecond, Idle: 50 * time.Millisecond}
	})
	origin, _, _ := running(t, b)
	address := strings.TrimPrefix(origin, "http://")
	for name, sent := range map[string]string{
		"half a header": "GET " + fields + " HTTP/1.1\r\nHost: h\r\n",
		"half a body": "POST " + vpa + " HTTP/1.1\r\nHost: h\r\nX-Api-Key: demo\r\nAuthorization: Bearer x\r\n" +
			"Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{",
		"nothing more": "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n",
	} {
		connection, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer connection.Close()
		if err := connection.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(connection, sent); err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, bufio.NewReader(connection)); err != nil && isTimeout(err) {
			t.Errorf("a connection that has sent %s stays open", name)
		}
	}
}

func isTimeout(err error) bool {
	var network net.Error
	return errors.As(err, &network) && network.Timeout()
}

func TestAServerNeedsItsParts(t *testing.T) {
	b := shipped(t)
	whole := server.Options{
		APIs: []*contract.API{b.api}, Program: program(t, b.api, yaml(delayed)), Keys: b.keys, Clock: time.Now, Logger: slog.New(slog.DiscardHandler),
	}
	if _, err := server.New(whole); err != nil {
		t.Fatal(err)
	}
	for name, remove := range map[string]func(*server.Options){
		"program": func(o *server.Options) { o.Program = nil }, "keys": func(o *server.Options) { o.Keys = nil },
		"clock": func(o *server.Options) { o.Clock = nil }, "logger": func(o *server.Options) { o.Logger = nil },
	} {
		o := whole
		remove(&o)
		if _, err := server.New(o); err == nil {
			t.Errorf("without %s there is a server", name)
		}
	}
}
