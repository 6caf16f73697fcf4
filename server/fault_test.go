package server_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/server"
)

// exchange sends one request on a connection of its own and gives all that comes back, with the error that ends it.
func exchange(t *testing.T, origin, target string) (string, error) {
	t.Helper()
	c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", strings.TrimPrefix(origin, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: bank\r\nX-Api-Key: demo\r\nConnection: close\r\n\r\n", target); err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(c)
	return string(got), err
}

func faulty(t *testing.T, change ...func(*server.Options)) *sandbox {
	t.Helper()
	wire, found := contract.Load(os.DirFS("testdata/wire"), "wire.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	apis := []*contract.API{depositsAPI(), wire}
	p, found := engine.Load(os.DirFS("testdata/wire/scenarios"), apis)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return newSandbox(t, nil, append(change, func(o *server.Options) {
		o.Documents, o.Program = apis[1:], p
	})...)
}

func faultTarget(name string) string { return "/wire/v1/answers/" + name }

// withRealClock is for answers that wait: the deadlines of connections are real.
func withRealClock(o *server.Options) { o.Clock = time.Now }

// noWait lets delays pass at once and adds them up.
type noWait struct{ total atomic.Int64 }

func (w *noWait) wait(ctx context.Context, d time.Duration) error {
	w.total.Add(int64(d))
	return ctx.Err()
}

func TestAResetReachesTheClientAsAReset(t *testing.T) {
	origin, _, _ := running(t, faulty(t))
	if got, err := exchange(t, origin, faultTarget("reset")); !errors.Is(err, syscall.ECONNRESET) || got != "" {
		t.Errorf("%q %v", got, err)
	}
}

func TestAnEmptyAnswerIsAConnectionThatEnds(t *testing.T) {
	origin, _, _ := running(t, faulty(t))
	if got, err := exchange(t, origin, faultTarget("empty")); err != nil || got != "" {
		t.Errorf("%q %v", got, err)
	}
}

func TestATruncatedAnswerAnnouncesAllAndSendsAPart(t *testing.T) {
	origin, _, _ := running(t, faulty(t))
	got, err := exchange(t, origin, faultTarget("truncate"))
	if err != nil {
		t.Fatal(err)
	}
	const whole = `{"text":"0123456789"}`
	r, err := http.ReadResponse(bufio.NewReader(strings.NewReader(got)), nil)
	if err != nil {
		t.Fatalf("%q: %v", got, err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if !errors.Is(err, io.ErrUnexpectedEOF) || string(body) != whole[:len(whole)*60/100] || r.ContentLength != int64(len(whole)) || r.StatusCode != http.StatusOK {
		t.Errorf("%q of %d announced: %v", body, r.ContentLength, err)
	}
	if got, err := exchange(t, origin, faultTarget("truncate-problem")); err != nil || !strings.Contains(got, "HTTP/1.1 503") || strings.HasSuffix(got, "}") {
		t.Errorf("a truncated problem is %q %v", got, err)
	}
}

func TestGarbageIsNoHTTP(t *testing.T) {
	origin, _, _ := running(t, faulty(t))
	got, err := exchange(t, origin, faultTarget("garbage"))
	if err != nil || len(got) < 100 {
		t.Fatalf("%d bytes, %v", len(got), err)
	}
	if r, err := http.ReadResponse(bufio.NewReader(strings.NewReader(got)), nil); err == nil {
		r.Body.Close()
		t.Error("a client can read it")
	}
}

func TestADribbledAnswerComesInPartsOverItsTime(t *testing.T) {
	waits := &noWait{}
	b := faulty(t, withWait(waits.wait), withRealClock)
	w := httptest.NewRecorder()
	flushes := &countingWriter{ResponseRecorder: w}
	b.Handler().ServeHTTP(flushes, request(http.MethodGet, faultTarget("dribble"), ""))
	if w.Body.String() != `{"text":"0123456789"}` || w.Header().Get("Content-Length") != "21" {
		t.Errorf("%v %s", w.Header(), w.Body)
	}
	if flushes.writes != 5 || time.Duration(waits.total.Load()) != 2*time.Second {
		t.Errorf("%d parts over %s", flushes.writes, time.Duration(waits.total.Load()))
	}
	origin, _, _ := running(t, b)
	if got, err := exchangeOnce(t, origin, faultTarget("dribble")); err != nil || !strings.HasSuffix(got, `{"text":"0123456789"}`) {
		t.Errorf("%q %v", got, err)
	}
}

type countingWriter struct {
	*httptest.ResponseRecorder
	writes int
}

func (w *countingWriter) Write(b []byte) (int, error) {
	w.writes++
	return w.ResponseRecorder.Write(b)
}

func (w *countingWriter) Unwrap() http.ResponseWriter { return w.ResponseRecorder }

// exchangeOnce reads one whole answer.
func exchangeOnce(t *testing.T, origin, target string) (string, error) {
	t.Helper()
	response, err := http.DefaultClient.Do(newRequest(t, http.MethodGet, origin+target, nil))
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return string(body), err
}

func TestADribbleEndsWithItsClient(t *testing.T) {
	waiting := newWaiting()
	b := faulty(t, withWait(waiting.wait), withRealClock)
	origin, _, _ := running(t, b)
	c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", strings.TrimPrefix(origin, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: bank\r\nX-Api-Key: demo\r\n\r\n", faultTarget("dribble")); err != nil {
		t.Fatal(err)
	}
	<-waiting.begun // the first part is out
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	// The wait ends with the client, and no other begins: the next one that is seen is that of another request.
	go func() { _, _ = exchange(t, origin, faultTarget("late")) }()
	if d := <-waiting.begun; d != 5*time.Minute {
		t.Errorf("somebody waits for %s", d)
	}
	close(waiting.end)
}

func TestOverHTTP2AFaultResetsItsStreamAlone(t *testing.T) {
	waits := &noWait{}
	b := faulty(t, withWait(waits.wait), withRealClock)
	s := httptest.NewUnstartedServer(b.Handler())
	s.EnableHTTP2 = true
	s.StartTLS()
	t.Cleanup(s.Close)
	get := func(name string) (string, error) {
		response, err := s.Client().Do(newRequest(t, http.MethodGet, s.URL+faultTarget(name), nil))
		if err != nil {
			return "", err
		}
		defer response.Body.Close()
		if response.ProtoMajor != 2 {
			t.Fatalf("it speaks %s", response.Proto)
		}
		body, err := io.ReadAll(response.Body)
		return string(body), err
	}
	for _, name := range []string{"reset", "empty", "truncate", "garbage"} {
		if got, err := get(name); err == nil || !strings.Contains(err.Error(), "stream error") {
			t.Errorf("%s gives %q %v", name, got, err)
		}
		if got, err := get("fine"); err != nil || got != `{"text":"0123456789"}` {
			t.Errorf("after %s the connection gives %q %v", name, got, err)
		}
	}
	if got, err := get("dribble"); err != nil || got != `{"text":"0123456789"}` || time.Duration(waits.total.Load()) != 2*time.Second {
		t.Errorf("dribble gives %q %v after %s", got, err, time.Duration(waits.total.Load()))
	}
	if strings.Contains(b.log.String(), "panic") {
		t.Errorf("the log says %s", b.log)
	}
}

func TestOverTLSAResetIsOneOfTheConnection(t *testing.T) {
	s := httptest.NewUnstartedServer(faulty(t).Handler())
	s.StartTLS()
	t.Cleanup(s.Close)
	response, err := s.Client().Do(newRequest(t, http.MethodGet, s.URL+faultTarget("reset"), nil))
	if err == nil {
		response.Body.Close()
	}
	if !errors.Is(err, syscall.ECONNRESET) {
		t.Errorf("%v", err)
	}
}

func TestEffectsAreKeptWhenTheAnswerIsLost(t *testing.T) {
	for _, fault := range []string{"reset", "empty", "truncate", "garbage"} {
		origin, _, _ := running(t, faulty(t))
		if got, err := exchangeOnce(t, origin, faultTarget("stored")); err != nil || got != `{"text":"no"}` {
			t.Fatalf("before: %s %v", got, err)
		}
		if got, err := exchange(t, origin, faultTarget("keep-"+fault)); err == nil && strings.HasSuffix(got, "}") {
			t.Errorf("%s gives a whole answer: %q", fault, got)
		}
		if got, err := exchangeOnce(t, origin, faultTarget("stored")); err != nil || got != `{"text":"yes"}` {
			t.Errorf("after %s: %s %v", fault, got, err)
		}
	}
}

func TestABrokenAnswerIsCountedAndLeavesNothingInTheLog(t *testing.T) {
	b := faulty(t)
	origin, _, _ := running(t, b)
	for _, name := range []string{"reset", "empty", "garbage", "truncate-problem"} {
		_, _ = exchange(t, origin, faultTarget(name))
	}
	// A caller sees the connection break before the server has counted the answer, so the metrics are asked until they
	// have it.
	for _, want := range []string{`operation="getAnswer",status="200"} 3`, `operation="getAnswer",status="503"} 1`, `rule="a reset",scenario="wire"} 1`} {
		counted := false
		for range 5000 {
			if counted = strings.Contains(b.get("/metrics").Body.String(), want); counted {
				break
			}
		}
		if !counted {
			t.Errorf("the metrics lack %s", want)
		}
	}
	if text := b.log.String(); strings.Contains(text, "panic") || strings.Contains(text, "hijacked") || strings.Contains(text, "superfluous") {
		t.Errorf("the log says %s", text)
	}
}

func TestCalledDirectlyABrokenAnswerAborts(t *testing.T) {
	b := faulty(t)
	for _, name := range []string{"reset", "empty", "garbage", "truncate"} {
		func() {
			defer func() {
				if cause := recover(); cause != http.ErrAbortHandler { //nolint:errorlint // it is panicked with as it is
					t.Errorf("%s ends with %v", name, cause)
				}
			}()
			b.get(faultTarget(name))
		}()
	}
	var all sync.WaitGroup // the calls have gone back to the pool
	for range 20 {
		all.Go(func() {
			if w := b.get(faultTarget("fine")); w.Code != 200 || w.Body.String() != `{"text":"0123456789"}` {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
	}
	all.Wait()
}

func TestAnAnswerOffTheContractSaysSoAndIsCounted(t *testing.T) {
	b := faulty(t)
	w := b.get(faultTarget("off"))
	if w.Code != 418 || w.Header().Get("X-Sandbox-Off-Contract") != "true" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := b.get(faultTarget("fine")); w.Header().Get("X-Sandbox-Off-Contract") != "" {
		t.Error("an answer that keeps to the contract says that it does not")
	}
	if !strings.Contains(b.get("/metrics").Body.String(), `sandbank_off_contract_total{api="wire",operation="getAnswer"} 1`) {
		t.Error("it is not counted")
	}
}
