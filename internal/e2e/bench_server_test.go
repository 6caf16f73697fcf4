package e2e_test

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gin-gonic/gin" //nolint:depguard // the yardstick is a bare gin route

	"github.com/sandbank/sandbank/scenarios"
)

// BenchmarkServer compares the server, with everything that it does for a request, with a bare gin route that returns
// the same bytes. The two take turns of a few milliseconds within one run, so that what else the machine does hits
// both. It reports the requests that each answers in a second, their ratio (the median of the turns), and allocations.
func BenchmarkServer(b *testing.B) {
	form := with(sourceRequest(b, "form-all-sa"), "/instructions/8", removed{})
	size := len(encode(form))
	if size < 2<<10 || size > 3<<10 {
		b.Fatalf("the form has %d bytes", size)
	}
	for _, c := range []struct {
		name, path string
		body       any
	}{
		{"verification", "/deposits/v1/my/verifications/upi-vpa", map[string]any{"vpa": "john@okhdfc"}},
		{"form", "/deposits/v1/my/forms", form},
	} {
		request := rawRequest(c.path, encode(c.body))
		for _, clients := range []int{1, runtime.GOMAXPROCS(0)} {
			b.Run(fmt.Sprintf("%s/clients=%d", c.name, clients), func(b *testing.B) {
				ours := newTurn(b, handler(b, scenarios.FS), request, clients)
				bare := newTurn(b, bareGin(c.path, ours.body), request, clients)
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
func compare(b *testing.B, ours, bare *turn) {
	var ratios []float64
	for b.Loop() {
		before, other := ours.took, bare.took
		ours.run(b)
		bare.run(b)
		ratios = append(ratios, float64(bare.took-other)/float64(ours.took-before))
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "ratio")
	b.ReportMetric(ours.rate(), "req/s")
	b.ReportMetric(bare.rate(), "gin-req/s")
	b.ReportMetric(ours.allocations(), "allocs/req")
	b.ReportMetric(bare.allocations(), "gin-allocs/req")
	b.ReportMetric(float64(ours.took.Nanoseconds())/float64(ours.requests), "ns/op")
}

// turn sends the same request to one server, over connections that stay open.
type turn struct {
	request  []byte
	body     []byte // of the first answer
	conns    []*connection
	took     time.Duration
	requests int
	mallocs  uint64
}

// turnLength is the number of requests of one turn, shared by the connections.
const turnLength = 200

func newTurn(b *testing.B, h http.Handler, request []byte, clients int) *turn {
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
	t := &turn{request: request}
	for range clients {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { c.Close() })
		t.conns = append(t.conns, &connection{conn: c, buffer: make([]byte, 64<<10)})
	}
	if t.body, err = t.conns[0].exchange(request); err != nil {
		b.Fatal(err)
	}
	t.body = bytes.Clone(t.body)
	for range 5 { // warm up: connections, pools, caches
		t.run(b)
	}
	t.took, t.requests, t.mallocs = 0, 0, 0
	return t
}

func (t *turn) run(b *testing.B) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	var group sync.WaitGroup
	each := turnLength / len(t.conns)
	for _, c := range t.conns {
		group.Go(func() {
			for range each {
				if _, err := c.exchange(t.request); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	group.Wait()
	t.took += time.Since(began)
	runtime.ReadMemStats(&after)
	t.mallocs += after.Mallocs - before.Mallocs
	t.requests += each * len(t.conns)
}

func (t *turn) rate() float64        { return float64(t.requests) / t.took.Seconds() }
func (t *turn) allocations() float64 { return float64(t.mallocs) / float64(t.requests) }

// rawRequest writes a request once, so that sending it costs a single system call.
func rawRequest(path string, body []byte) []byte {
	return []byte("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: demo\r\nAuthorization: Bearer john-token\r\n" +
		"Accept: application/json\r\nContent-Type: application/json\r\nContent-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n" + string(body))
}

// connection is an HTTP/1.1 client that does no more than it must, so that the servers are what is measured. It takes
// answers of status 200 with a Content-Length, smaller than its buffer.
type connection struct {
	conn   net.Conn
	buffer []byte
}

var (
	statusLine    = []byte("HTTP/1.1 200 ")
	contentLength = []byte("\r\nContent-Length: ")
	headerEnd     = []byte("\r\n\r\n")
)

// exchange sends a request and gives the body of the answer, which is good until the next exchange.
func (c *connection) exchange(request []byte) ([]byte, error) {
	if _, err := c.conn.Write(request); err != nil {
		return nil, err
	}
	n := 0
	for {
		more, err := c.conn.Read(c.buffer[n:])
		if err != nil {
			return nil, err
		}
		n += more
		end := bytes.Index(c.buffer[:n], headerEnd)
		if end < 0 {
			continue
		}
		length, err := c.length(c.buffer[:end+2])
		if err != nil {
			return nil, err
		}
		whole := end + len(headerEnd) + length
		if n < whole {
			if _, err := io.ReadFull(c.conn, c.buffer[n:whole]); err != nil {
				return nil, err
			}
		}
		return c.buffer[end+len(headerEnd) : whole], nil
	}
}

func (c *connection) length(header []byte) (int, error) {
	at := bytes.Index(header, contentLength)
	if !bytes.HasPrefix(header, statusLine) || at < 0 {
		return 0, fmt.Errorf("the answer begins with %s", strings.SplitN(string(header), "\r\n", 2)[0])
	}
	n := 0
	for _, digit := range header[at+len(contentLength):] {
		if digit < '0' || digit > '9' {
			break
		}
		n = n*10 + int(digit-'0')
	}
	return n, nil
}
