package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/internal/problem"
)

// Timeouts bound what a connection may take.
type Timeouts struct {
	// Header is for reading a request's header, Read for the whole request, Write for the answer (a scenario's delay
	// comes on top), Idle for waiting between requests.
	Header, Read, Write, Idle time.Duration
	// Grace is how long a shutdown waits for requests under way.
	Grace time.Duration
}

func (t Timeouts) orDefault() Timeouts {
	return Timeouts{
		Header: cmp.Or(t.Header, 10*time.Second),
		Read:   cmp.Or(t.Read, 30*time.Second),
		Write:  cmp.Or(t.Write, 30*time.Second),
		Idle:   cmp.Or(t.Idle, 2*time.Minute),
		Grace:  cmp.Or(t.Grace, 25*time.Second),
	}
}

// journalPeriod is how long an entry of a journal waits at most until it is written to where sandboxes are kept.
const journalPeriod = 500 * time.Millisecond

// maxHeader bounds a request's header, in bytes.
const maxHeader = 64 << 10

// Run serves connections of the listener until the context is done. Then it takes no new ones, lets requests under way
// finish, for Timeouts.Grace at most, and returns nil if they all did. The listener is closed in any case.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: s.timeouts.Header,
		ReadTimeout:       s.timeouts.Read,
		WriteTimeout:      s.timeouts.Write,
		IdleTimeout:       s.timeouts.Idle,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	background, stop := context.WithCancel(ctx)
	journals, endJournals := context.WithCancel(context.WithoutCancel(ctx)) // until the last request is over
	var loops sync.WaitGroup
	defer loops.Wait()
	defer endJournals()
	defer stop()
	loops.Go(func() { s.runDue(background) })
	loops.Go(func() {
		s.sandboxes.KeepJournals(journals, func(ctx context.Context) error { return wait(ctx, journalPeriod) })
	})
	if s.tls != nil {
		l = newEitherListener(l, s.tls, s.timeouts.Header, s.clock)
	}
	served := make(chan error, 1)
	go func() { served <- h.Serve(l) }()
	select {
	case err := <-served:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	s.stopping.Store(true)
	s.closing.Do(func() { close(s.over) })
	s.log.Info("shutting down: no new connections, requests under way finish", "grace", s.timeouts.Grace)
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.timeouts.Grace)
	defer cancel()
	err := h.Shutdown(grace)
	if err != nil {
		err = errors.Join(fmt.Errorf("requests were still under way after %s and have been cut off: %w", s.timeouts.Grace, err), h.Close())
	}
	if e := <-served; !errors.Is(e, http.ErrServerClosed) {
		err = errors.Join(err, fmt.Errorf("serve: %w", e))
	}
	return err
}

// health registers what operators ask: whether the process lives, whether it should get requests, and its metrics.
func (s *Server) health() {
	s.engine.GET("/healthz", func(c *gin.Context) { callOf(c).write(http.StatusOK, "text/plain", []byte("ok\n")) })
	s.engine.GET("/readyz", func(c *gin.Context) { callOf(c).readiness() })
	s.engine.GET("/metrics", gin.WrapH(s.metrics.handler()))
}

// readyPatience is how long what the server stands on may take to say that it is there.
const readyPatience = 2 * time.Second

// part is something that requests stand on. Its name says what is wrong when it is not ready.
type part struct {
	name  string
	ready func(context.Context) error
}

// parts lists what requests stand on.
func (s *Server) parts() (all []part) {
	if s.ready != nil {
		all = append(all, part{"the database does not answer", s.ready})
	}
	if s.gate != nil {
		all = append(all, part{"keys and quotas cannot be read", func(ctx context.Context) error {
			_, err := s.gate.Edition(ctx)
			return err
		}}, part{"access tokens cannot be signed", func(ctx context.Context) error {
			_, err := s.tokens.PublicKeys(ctx)
			return err
		}})
	}
	return all
}

// readiness answers whether the server should get requests, and what is not ready.
func (k *call) readiness() {
	s := k.server
	if s.stopping.Load() {
		k.fail(problem.ServiceUnavailable, "The server is shutting down.")
		return
	}
	ctx, cancel := context.WithTimeout(k.gin.Request.Context(), readyPatience)
	defer cancel()
	var missing []string
	for _, part := range s.parts() {
		if err := part.ready(ctx); err != nil {
			k.log(problem.StorageUnavailable, part.name+": "+err.Error())
			missing = append(missing, part.name)
		}
	}
	if len(missing) > 0 {
		k.fail(problem.StorageUnavailable, sentence(strings.Join(missing, "; ")))
		return
	}
	k.write(http.StatusOK, "text/plain", []byte("ready\n"))
}
