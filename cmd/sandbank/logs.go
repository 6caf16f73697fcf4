package main

import (
	"bufio"
	"io"
	"log/slog"
	"sync"
	"time"
)

// logs writes the program's log: what needs attention at once, requests through a buffer.
type logs struct {
	*slog.Logger
	out      *lockedWriter
	format   string
	requests *bufferedWriter // nil while no access log is asked for
}

func newLogs(w io.Writer, format string) *logs {
	out := &lockedWriter{w: w}
	return &logs{Logger: slog.New(tracedHandler{handler(out, format)}), out: out, format: format}
}

func handler(w io.Writer, format string) slog.Handler {
	if format == "json" {
		return slog.NewJSONHandler(w, nil)
	}
	return slog.NewTextHandler(w, nil)
}

// access gives the logger of requests. What it writes appears every second and when the logs are closed.
func (l *logs) access() *slog.Logger {
	l.requests = newBufferedWriter(l.out, time.Second)
	return slog.New(tracedHandler{handler(l.requests, l.format)})
}

// Close writes what is still in the buffer.
func (l *logs) Close() error {
	if l.requests == nil {
		return nil
	}
	return l.requests.Close()
}

// lockedWriter keeps records whole that two loggers write to one place.
type lockedWriter struct {
	guard sync.Mutex
	w     io.Writer
}

func (l *lockedWriter) Write(b []byte) (int, error) {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.w.Write(b)
}

// bufferedWriter collects writes and passes them on when there are many, and at a steady pace.
type bufferedWriter struct {
	guard sync.Mutex
	buf   *bufio.Writer
	stop  chan struct{}
	ended chan error
}

func newBufferedWriter(w io.Writer, every time.Duration) *bufferedWriter {
	b := &bufferedWriter{buf: bufio.NewWriterSize(w, 64<<10), stop: make(chan struct{}), ended: make(chan error, 1)}
	go b.flushEvery(every)
	return b
}

func (b *bufferedWriter) Write(p []byte) (int, error) {
	b.guard.Lock()
	defer b.guard.Unlock()
	if len(p) > b.buf.Available() { // a record is never cut in two
		if err := b.buf.Flush(); err != nil {
			return 0, err
		}
	}
	return b.buf.Write(p)
}

func (b *bufferedWriter) flush() error {
	b.guard.Lock()
	defer b.guard.Unlock()
	return b.buf.Flush()
}

// flushEvery passes on what has come together, until the writer is closed or passing on fails. Close gives the failure;
// so does every later write, since the buffer keeps it.
func (b *bufferedWriter) flushEvery(every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if err := b.flush(); err != nil {
				b.ended <- err
				return
			}
		case <-b.stop:
			b.ended <- b.flush()
			return
		}
	}
}

// Close passes on the rest.
func (b *bufferedWriter) Close() error {
	close(b.stop)
	return <-b.ended
}
