package server

import (
	"crypto/tls"
	"errors"
	"net"
	"sync"
	"time"
)

// eitherListener takes connections that are secured and such that are not at one port: the first byte tells them apart.
// What comes over plain HTTP is told to use HTTPS, which a port that takes TLS alone could not.
type eitherListener struct {
	net.Listener
	config  *tls.Config
	patient time.Duration // for the first byte
	clock   func() time.Time

	ready   chan net.Conn
	failed  chan error
	ended   chan struct{}
	closing sync.Once
}

func newEitherListener(l net.Listener, config *tls.Config, patient time.Duration, clock func() time.Time) *eitherListener {
	config = config.Clone()
	config.NextProtos = []string{"h2", "http/1.1"}
	e := &eitherListener{
		Listener: l, config: config, patient: patient, clock: clock,
		ready: make(chan net.Conn), failed: make(chan error, 1), ended: make(chan struct{}),
	}
	go e.acceptAll()
	return e
}

// Accept gives the next connection that has sent something.
func (e *eitherListener) Accept() (net.Conn, error) {
	select {
	case c := <-e.ready:
		return c, nil
	case err := <-e.failed:
		return nil, err
	}
}

// Close takes no more connections.
func (e *eitherListener) Close() error {
	e.closing.Do(func() { close(e.ended) })
	return e.Listener.Close()
}

func (e *eitherListener) acceptAll() {
	for {
		c, err := e.Listener.Accept()
		if err != nil {
			var temporary interface{ Timeout() bool }
			if errors.As(err, &temporary) && temporary.Timeout() {
				continue
			}
			e.failed <- err
			return
		}
		go e.look(c)
	}
}

// recordOfHandshake is the first byte of every TLS connection.
const recordOfHandshake = 0x16

// look waits for the first byte of a connection and hands it on.
func (e *eitherListener) look(c net.Conn) {
	begun := &begunConn{Conn: c}
	if c.SetReadDeadline(e.clock().Add(e.patient)) != nil {
		_ = c.Close()
		return
	}
	if n, err := c.Read(begun.first[:]); err != nil || n != 1 || c.SetReadDeadline(time.Time{}) != nil {
		_ = c.Close() // it is over, or too slow
		return
	}
	var out net.Conn = begun
	if begun.first[0] == recordOfHandshake {
		out = tls.Server(begun, e.config)
	}
	select {
	case e.ready <- out:
	case <-e.ended:
		_ = c.Close()
	}
}

// begunConn is a connection of which the first byte has been read.
type begunConn struct {
	net.Conn
	first [1]byte
	given bool
}

// Read gives the first byte, then what follows it.
func (c *begunConn) Read(b []byte) (int, error) {
	if c.given || len(b) == 0 {
		return c.Conn.Read(b)
	}
	c.given = true
	b[0] = c.first[0]
	return 1, nil
}

// NetConn gives the connection below, which faults reset.
func (c *begunConn) NetConn() net.Conn { return c.Conn }
