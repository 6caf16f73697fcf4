package e2e_test

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/gin-gonic/gin" //nolint:depguard // the yardstick is a bare gin route

	"github.com/sandbank/sandbank/scenarios"
)

// BenchmarkServer compares the server, with everything that it does for a request, with a bare gin route that returns
// the same bytes. The two take turns of a few milliseconds within one run, so that what else the machine does hits
// both; the client is a process of its own. Reported are the requests that each answers in a second and their ratio
// (the median of the turns), the processor time of a request, which other programs on the machine hardly change, with
// its ratio, and the allocations.
func BenchmarkServer(b *testing.B) {
	for _, r := range measured(b) {
		request := rawRequest(r.path, usualHeaders, r.body)
		for _, clients := range []int{1, runtime.GOMAXPROCS(0)} {
			b.Run(fmt.Sprintf("%s/clients=%d", r.name, clients), func(b *testing.B) {
				ours := newTurns(b, handler(b, scenarios.FS), clients, request)
				bare := newTurns(b, bareGin(r.path, ours.body), clients, request)
				if !bytes.Equal(ours.body, bare.body) {
					b.Fatalf("bare gin answers %s, we %s", bare.body, ours.body)
				}
				compare(b, ours, bare)
			})
		}
	}
}

// bareGin is a gin engine with one route and nothing else.
func bareGin(path string, body []byte) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.POST(path, func(c *gin.Context) { c.Data(http.StatusOK, "application/json", body) })
	return e
}

// compare lets two servers take turns until the benchmark has enough, and reports.
func compare(b *testing.B, ours, bare *turns) {
	var ratios []float64
	for b.Loop() {
		took, yardstick := ours.run(b), bare.run(b)
		ratios = append(ratios, float64(yardstick)/float64(took))
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "ratio")
	b.ReportMetric(ours.rate(), "req/s")
	b.ReportMetric(bare.rate(), "gin-req/s")
	b.ReportMetric(ours.processor(), "cpu-µs/req")
	b.ReportMetric(bare.processor(), "gin-cpu-µs/req")
	b.ReportMetric(bare.processor()/ours.processor(), "cpu-ratio")
	b.ReportMetric(ours.allocations(), "allocs/req")
	b.ReportMetric(bare.allocations(), "gin-allocs/req")
	b.ReportMetric(float64(ours.took.Nanoseconds())/float64(ours.requests), "ns/op")
}

// turns are the requests that one server gets, and what they cost.
type turns struct {
	hammer   *hammer
	body     []byte // of the first answer
	each     int    // requests of a turn over each connection
	clients  int
	took     time.Duration
	used     time.Duration // of the processors, by this process
	requests int
	mallocs  uint64
}

// turnLength is the number of requests of one turn.
const turnLength = 200

func newTurns(b *testing.B, h http.Handler, clients int, requests ...[]byte) *turns {
	b.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	s := &http.Server{Handler: h}
	go func() { _ = s.Serve(l) }() // ends with the listener
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	t := &turns{clients: clients, each: turnLength / clients}
	t.body = firstAnswer(b, l.Addr().String(), requests[0])
	t.hammer = newHammer(b, l.Addr().String(), clients, requests...)
	for range 5 { // warm up: connections, pools, caches
		t.run(b)
	}
	t.took, t.used, t.requests, t.mallocs = 0, 0, 0, 0
	return t
}

func firstAnswer(b *testing.B, address string, request []byte) []byte {
	b.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		b.Fatal(err)
	}
	body, err := (&connection{conn: c, buffer: make([]byte, 64<<10)}).exchange(request)
	if err := firstError(err, c.Close()); err != nil {
		b.Fatal(err)
	}
	return body
}

// run is one turn; it tells how long that took.
func (t *turns) run(b *testing.B) time.Duration {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	used := processorTime(b)
	took := t.hammer.run(b, t.each)
	t.used += processorTime(b) - used
	runtime.ReadMemStats(&after)
	t.mallocs += after.Mallocs - before.Mallocs
	t.took += took
	t.requests += t.each * t.clients
	return took
}

func (t *turns) rate() float64        { return float64(t.requests) / t.took.Seconds() }
func (t *turns) allocations() float64 { return float64(t.mallocs) / float64(t.requests) }

// processor is the processor time of a request in microseconds.
func (t *turns) processor() float64 { return float64(t.used.Microseconds()) / float64(t.requests) }

// processorTime is what this process has used of all processors.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
