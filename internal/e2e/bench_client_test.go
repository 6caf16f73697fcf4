package e2e_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// hammer sends requests again and again from a process of its own, so that a server is measured without what the
// client costs: it runs this test binary once more, with hammerArguments in the environment.
type hammer struct {
	orders io.Writer
	done   *bufio.Reader
}

// hammerArguments names the variable with the address, the number of connections, the length of a request and the file
// of all requests, separated by spaces.
const hammerArguments = "SANDBANK_E2E_HAMMER"

// newHammer starts a process that keeps connections to an address open and sends the requests, which have one length,
// in turn. It ends with the benchmark.
func newHammer(b *testing.B, address string, connections int, requests ...[]byte) *hammer {
	b.Helper()
	for _, r := range requests {
		if len(r) != len(requests[0]) {
			b.Fatalf("requests of %d and %d bytes", len(r), len(requests[0]))
		}
	}
	file := filepath.Join(b.TempDir(), "requests")
	if err := os.WriteFile(file, bytes.Join(requests, nil), 0o600); err != nil {
		b.Fatal(err)
	}
	own, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(own)
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %d %d %s", hammerArguments, address, connections, len(requests[0]), file))
	cmd.Stderr = os.Stderr
	orders, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	done, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := firstError(orders.Close(), cmd.Wait()); err != nil {
			b.Error(err)
		}
	})
	return &hammer{orders, bufio.NewReader(done)}
}

// run sends a number of requests over each connection and tells how long that took.
func (h *hammer) run(b *testing.B, each int) time.Duration {
	b.Helper()
	if _, err := fmt.Fprintln(h.orders, each); err != nil {
		b.Fatal(err)
	}
	line, err := h.done.ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	took, err := time.ParseDuration(strings.TrimSpace(line))
	if err != nil {
		b.Fatal(err)
	}
	return took
}

// beHammer is the process that newHammer starts: it takes numbers of requests line by line, and answers each with the
// time that they took. It gives the exit status.
func beHammer(arguments string) int {
	err := func() error {
		var address, file string
		var connections, length int
		if _, err := fmt.Sscan(arguments, &address, &connections, &length, &file); err != nil {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		requests := slices.Collect(slices.Chunk(text, length))
		conns := make([]*connection, connections)
		for i := range conns {
			c, err := net.Dial("tcp", address)
			if err != nil {
				return err
			}
			conns[i] = &connection{conn: c, buffer: make([]byte, 64<<10), next: i * len(requests) / connections}
		}
		orders := bufio.NewScanner(os.Stdin)
		for orders.Scan() {
			each, err := strconv.Atoi(orders.Text())
			if err != nil {
				return err
			}
			took, err := sendAll(conns, requests, each)
			if err != nil {
				return err
			}
			fmt.Println(took)
		}
		return orders.Err()
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "hammer:", err)
		return 1
	}
	return 0
}

func sendAll(conns []*connection, requests [][]byte, each int) (time.Duration, error) {
	failures := make([]error, len(conns))
	var group sync.WaitGroup
	began := time.Now()
	for i, c := range conns {
		group.Go(func() {
			for range each {
				c.next = (c.next + 1) % len(requests)
				if _, err := c.exchange(requests[c.next]); err != nil {
					failures[i] = err
					return
				}
			}
		})
	}
	group.Wait()
	return time.Since(began), firstError(failures...)
}

// connection is an HTTP/1.1 client that does no more than it must. It takes answers of status 200 with a
// Content-Length that fit into its buffer.
type connection struct {
	conn   net.Conn
	buffer []byte
	next   int // number of the request that was sent last
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
		length, err := bodyLength(c.buffer[:end+2])
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

func bodyLength(header []byte) (int, error) {
	at := bytes.Index(header, contentLength)
	if !bytes.HasPrefix(header, statusLine) || at < 0 {
		line, _, _ := bytes.Cut(header, []byte("\r\n"))
		return 0, fmt.Errorf("the answer begins with %s", line)
	}
	digits, _, _ := bytes.Cut(header[at+len(contentLength):], []byte("\r\n"))
	return strconv.Atoi(string(digits))
}

// rawRequest writes a request once, so that sending it costs a single system call.
func rawRequest(path string, header map[string]string, body []byte) []byte {
	text := "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
	for name, value := range header {
		text += name + ": " + value + "\r\n"
	}
	return []byte(text + "Content-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n" + string(body))
}
