package e2e_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

// BenchmarkServe compares the program as a deployment runs it with a bare gin route that returns the same bytes: `serve`
// on a SQLite file, with keys, tokens, subscriptions, quotas, usage and journal. The call verifies an account, with the
// key of an application and a token that the program has issued. The two take turns as in BenchmarkServer, of some
// seconds, since much of the program's work is done behind the answers: a turn of the program ends when the journal has
// all of its entries on the disk, and the time of that counts, as does the processor time.
//
// A journal keeps the latest 1,000 entries of each application. With one application many have left it before they would
// be written; with fifty all are written. Reported are also the entries that were dropped, for 100 requests.
func BenchmarkServe(b *testing.B) {
	for _, c := range []struct{ clients, applications int }{{1, 1}, {2, 1}, {2, 50}} {
		b.Run(fmt.Sprintf("clients=%d/applications=%d", c.clients, c.applications), func(b *testing.B) {
			s := newServed(b, c.clients, c.applications)
			bare := newTurns(b, bareGin(accountPath, s.body), c.clients, s.requests...)
			if bare.each = servedTurn / c.clients; !bytes.Equal(s.body, bare.body) {
				b.Fatalf("bare gin answers %s, we %s", bare.body, s.body)
			}
			s.compare(b, bare)
		})
	}
}

const (
	accountPath = "/deposits/v1/my/verifications/bank-account"
	// servedTurn is the number of requests of one turn.
	servedTurn = 20_000
)

// served is the program with applications that call it, and what their calls have cost.
type served struct {
	program  *program
	client   *http.Client
	keys     []string
	requests [][]byte
	body     []byte
	hammer   *hammer
	each     int

	took, used time.Duration
	count      int
}

func newServed(b *testing.B, clients, applications int) *served {
	b.Helper()
	s := &served{client: &http.Client{Timeout: patience}, each: servedTurn / clients}
	b.Cleanup(s.client.CloseIdleConnections)
	for i := range applications {
		s.keys = append(s.keys, fmt.Sprintf("application %02d", i))
	}
	args := []string{"--data", filepath.Join(b.TempDir(), "data")}
	enrol(b, args, s.keys...)
	limitAll(b, args)
	s.program = run(b, "serve", args...)
	token := s.token(b)
	body := encode(map[string]any{"accountNo": "123456789000", "ifsc": "HDFC000001"})
	for _, key := range s.keys {
		header := maps.Clone(usualHeaders)
		header["X-Api-Key"], header["Authorization"] = key, "Bearer "+token
		s.requests = append(s.requests, rawRequest(accountPath, header, body))
	}
	address := strings.TrimPrefix(s.program.origin, "http://")
	s.body = firstAnswer(b, address, s.requests[0])
	s.hammer = newHammer(b, address, clients, s.requests...)
	for range 2 { // warm up: connections, pools, caches
		s.hammer.run(b, s.each)
		s.settle(b)
	}
	return s
}

// limitAll gives every plan quotas that are kept count of and not reached.
func limitAll(b *testing.B, args []string) {
	b.Helper()
	kept, err := openStore(b, args)
	if err != nil {
		b.Fatal(err)
	}
	limits := portal.Limits{PerDay: 1 << 40, PerHour: 1 << 36, PerSecond: 1 << 20}
	ctx := b.Context()
	err = kept.Portal().Update(ctx, func(tx portal.Tx) error {
		quotas, err := tx.QuotaPlans(ctx)
		for _, q := range quotas {
			q.Limits, q.Version = limits, q.Version+1
			err = firstError(err, tx.UpdateQuotaPlan(ctx, q))
		}
		plans, listed := tx.APIPlans(ctx)
		err = firstError(err, listed)
		for _, p := range plans {
			p.Limits, p.Version = limits, p.Version+1
			err = firstError(err, tx.UpdateAPIPlan(ctx, p))
		}
		return err
	})
	if err := errors.Join(err, kept.Close()); err != nil {
		b.Fatal(err)
	}
}

// ask sends a request of the first application.
func (s *served) ask(b *testing.B, method, path string, body any) []byte {
	b.Helper()
	var content io.Reader = http.NoBody
	if body != nil {
		content = bytes.NewReader(encode(body))
	}
	r, err := http.NewRequest(method, s.program.origin+path, content)
	if err != nil {
		b.Fatal(err)
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	r.Header.Set("X-Api-Key", s.keys[0])
	response, err := s.client.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	var text bytes.Buffer
	_, err = text.ReadFrom(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil || response.StatusCode != http.StatusOK {
		b.Fatalf("%s %s: %v %d %s", method, path, err, response.StatusCode, text.Bytes())
	}
	return text.Bytes()
}

// token has the program issue a token for a customer, who logs in.
func (s *served) token(b *testing.B) string {
	b.Helper()
	var opened struct{ SessionID string }
	var got struct{ AccessToken string }
	read := func(to any, path string, body any) {
		b.Helper()
		if err := json.Unmarshal(s.ask(b, "POST", "/deposits/v1/login/"+path, body), to); err != nil {
			b.Fatal(err)
		}
	}
	read(&opened, "authorize", map[string]any{"mobile": "1234567890", "pan": "FGHIJ5678K", "acceptedTerms": []any{"1", "2"}})
	read(&got, "token", map[string]any{"sessionId": opened.SessionID, "otp": "123456"})
	if got.AccessToken == "" || got.AccessToken == exampleToken {
		b.Fatalf("no token was issued: %+v", got)
	}
	return got.AccessToken
}

// settle waits until all entries of journals are written: whoever looks at a journal waits for that.
func (s *served) settle(b *testing.B) {
	b.Helper()
	s.ask(b, "GET", control(b).BasePath+"/journal?size=1", nil)
}

// run is one turn; it tells how long that took.
func (s *served) run(b *testing.B) time.Duration {
	used := s.processorTime(b)
	began := time.Now()
	s.hammer.run(b, s.each)
	s.settle(b)
	took := time.Since(began)
	s.took, s.used, s.count = s.took+took, s.used+s.processorTime(b)-used, s.count+servedTurn
	return took
}

// compare lets the program and its yardstick take turns until the benchmark has enough, and reports.
func (s *served) compare(b *testing.B, bare *turns) {
	dropped := s.dropped(b)
	var ratios []float64
	for b.Loop() {
		took, yardstick := s.run(b), bare.run(b)
		ratios = append(ratios, float64(yardstick)/float64(took))
	}
	slices.Sort(ratios)
	processor := float64(s.used.Microseconds()) / float64(s.count)
	b.ReportMetric(ratios[len(ratios)/2], "ratio")
	b.ReportMetric(float64(s.count)/s.took.Seconds(), "req/s")
	b.ReportMetric(bare.rate(), "gin-req/s")
	b.ReportMetric(processor, "cpu-µs/req")
	b.ReportMetric(bare.processor(), "gin-cpu-µs/req")
	b.ReportMetric(bare.processor()/processor, "cpu-ratio")
	b.ReportMetric(100*(s.dropped(b)-dropped)/float64(s.count), "dropped/100req")
	b.ReportMetric(float64(s.took.Nanoseconds())/float64(s.count), "ns/op")
}

// dropped is how many entries journals have lost.
func (s *served) dropped(b *testing.B) float64 {
	b.Helper()
	_, line, ok := bytes.Cut(s.ask(b, "GET", "/metrics", nil), []byte("\nsandbank_journal_dropped_total "))
	line, _, _ = bytes.Cut(line, []byte("\n"))
	n, err := strconv.ParseFloat(string(line), 64)
	if !ok || err != nil {
		b.Fatalf("no count of dropped entries: %v", err)
	}
	return n
}

// clockTick is the unit of processor times in /proc: USER_HZ, which is 100 on all of Linux.
const clockTick = 10 * time.Millisecond

// processorTime is what the program has used of all processors.
func (s *served) processorTime(b *testing.B) time.Duration {
	b.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.program.cmd.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	// The name of the program, in parentheses, is the second field; user and system time are the 14th and 15th.
	fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
	user, err := strconv.Atoi(fields[11])
	system, err2 := strconv.Atoi(fields[12])
	if err := firstError(err, err2); err != nil {
		b.Fatal(err)
	}
	return time.Duration(user+system) * clockTick
}
