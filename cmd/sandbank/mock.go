package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/server"
	"github.com/sandbank/sandbank/web"
)

func mockCommand() *cobra.Command {
	f := &serveFlags{title: "sandbank mock"}
	c := &cobra.Command{
		Use:   "mock [DOCUMENT...]",
		Short: "Serve the APIs on this machine, without accounts",
		Long: `Mock answers the APIs of the documents from scenarios. It needs no registration: any x-api-key and any
token pass, only a token that this very program has issued must not have expired.

With DOCUMENTs, files of OpenAPI 3.0 or 3.1 in YAML or JSON, it serves these instead of the APIs that the
program carries, each below the path of its first server. What no scenario answers is answered by the
document: by its examples, or by values made from its schemas. A document that cannot be served is
reported, and the others are served. Where two documents have the same operation, the one that is named
first answers it. References lead to files below the document's own folder; --allow-refs lets them lead
anywhere on this machine, never to another one.

The scenario folder and the DOCUMENTs are watched. A change is loaded whole and takes the place of what
serves in one step; a change with errors is reported in the log, and what served before goes on serving.

It listens on the loopback interface unless --addr says otherwise, and refuses an address that others
can reach, because it speaks plain HTTP; --behind-proxy says that a trusted proxy stands before it and
terminates TLS. An interrupt lets requests under way finish; a second one ends the program at once.`,
		Example: `  sandbank mock
  sandbank mock --addr 127.0.0.1:0 --scenarios ./scenarios
  sandbank mock orders.yaml payments.json --scenarios ./scenarios
  sandbank mock --seed 7 --access-log --log-format json`,
		RunE: f.run,
	}
	f.register(c)
	c.Flags().BoolVar(&f.allowRefs, "allow-refs", false, "let references of a DOCUMENT lead outside its folder")
	return c
}

// serveFlags are the flags of the commands that serve.
type serveFlags struct {
	title       string
	addr        string
	scenarios   string
	logFormat   string
	accessLog   bool
	behindProxy bool
	allowRefs   bool
	watch       bool
	callbacks   callbackFlags
	seed        uint64
	keep        keepFlags

	// What only serve has: settings, then what is made of them.
	secure    tlsFlags
	platform  platformFlags
	demo      bool
	programme *platform // nil where any key passes
	secured   *tls.Config
	// fingerprint is that of a certificate that was made here.
	fingerprint string
	traces      *traces
}

func (f *serveFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.addr, "addr", "127.0.0.1:8080", "where to listen; port 0 takes a free one")
	flags.StringVar(&f.scenarios, "scenarios", "", "the scenario folder (default: the scenarios in the program)")
	flags.BoolVar(&f.watch, "watch", true, "load scenarios and documents again when their files change")
	flags.StringVar(&f.logFormat, "log-format", "text", "how to write the log: text or json")
	flags.BoolVar(&f.accessLog, "access-log", false, "log every request")
	flags.BoolVar(&f.behindProxy, "behind-proxy", false, "a trusted proxy terminates TLS and sets X-Forwarded-Proto and X-Forwarded-Host")
	f.callbacks.register(flags)
	flags.Uint64Var(&f.seed, "seed", 0, "where all chance comes from, to repeat a run (default: a new one)")
}

// run serves until the command's context is done.
func (f *serveFlags) run(c *cobra.Command, files []string) (err error) {
	v, l, err := f.prepare(c, files)
	if err != nil {
		return err
	}
	if !c.Flags().Changed("seed") {
		f.seed = rand.Uint64()
	}
	kept, err := f.keep.open(c)
	if err != nil {
		return err
	}
	if kept != nil {
		defer func() { err = errors.Join(err, kept.Close()) }()
		if err := f.remember(c, kept); err != nil {
			return err
		}
	}
	logs := newLogs(c.ErrOrStderr(), f.logFormat)
	defer func() { err = errors.Join(err, logs.Close()) }()
	back, err := f.callbacks.sender(logs.Logger)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, back.finish(c.Context())) }()
	listener, err := (&net.ListenConfig{}).Listen(c.Context(), "tcp", f.addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", f.addr, unwrapped(err))
	}
	defer func() { // Run has closed it, unless it was not come to
		if e := listener.Close(); !errors.Is(e, net.ErrClosed) {
			err = errors.Join(err, e)
		}
	}()
	origin, err := f.begin(c, kept, l, listener.Addr())
	if err != nil {
		return err
	}
	if f.programme != nil {
		if f.traces, err = newTraces(c.Context(), logs.Logger); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.traces.finish(c.Context())) }()
		defer func() { f.programme.close(c.Context(), logs.Logger) }()
	}
	s, err := f.server(v, kept, back, logs)
	if err != nil {
		return err
	}
	for _, o := range s.Shadowed() {
		logs.Warn("an operation is never asked: sandbank itself answers at its path", "api", o.API.Name, "method", o.Method, "path", o.API.BasePath+o.Path)
	}
	if err := f.banner(c.OutOrStdout(), l, origin); err != nil {
		return err
	}
	if f.programme != nil {
		if err := f.greet(c, l, origin); err != nil {
			return err
		}
	}
	ctx, stop := context.WithCancel(c.Context())
	var beside sync.WaitGroup
	beside.Go(func() { v.run(ctx, s, logs.Logger) })
	if f.programme != nil {
		beside.Go(func() { f.programme.run(ctx, logs.Logger) })
		beside.Go(func() { f.programme.courier.Run(ctx) })
	}
	defer func() { stop(); beside.Wait() }()
	return s.Run(c.Context(), listener)
}

// prepare refuses settings that cannot be, and loads what is to be served.
func (f *serveFlags) prepare(c *cobra.Command, files []string) (*live, *loaded, error) {
	if err := oneOf("log-format", f.logFormat, "text", "json"); err != nil {
		return nil, nil, err
	}
	if err := f.secure.check(); err != nil {
		return nil, nil, err
	}
	if err := checkAddress(c.Context(), f.addr, f.behindProxy || f.secure.on(), c.Flags().Lookup("tls-cert") != nil); err != nil {
		return nil, nil, err
	}
	v, err := newLive(f, files)
	if err != nil {
		return nil, nil, err
	}
	l, err := v.load()
	if err != nil {
		return nil, nil, err
	}
	if err := l.findings.WriteText(c.ErrOrStderr()); err != nil {
		return nil, nil, err
	}
	if l.program == nil {
		if len(files) > 0 && len(l.documents) == 0 {
			return nil, nil, errNoneServed
		}
		return nil, nil, fmt.Errorf("nothing is served: %s in the documents and scenarios", count(l.findings.Errors(), "error"))
	}
	return v, l, nil
}

// load loads what is to be served: the files that are named, or what the program carries.
func (f *serveFlags) load(files []string) (*loaded, error) {
	if len(files) == 0 {
		return load(f.scenarios)
	}
	return loadDocuments(files, f.allowRefs, f.scenarios)
}

// server makes the server; kept is nil where sandboxes are in memory only.
func (f *serveFlags) server(v *live, kept *store.Store, back callbacks, logs *logs) (*server.Server, error) {
	l := v.serving
	keys, err := f.keep.signingKeys()
	if err != nil {
		return nil, err
	}
	o := server.Options{
		APIs: l.apis, Documents: l.documents, Program: l.program, Keys: keys, Clock: time.Now, Logger: logs.Logger,
		Seed: f.seed, Version: programVersion(), BehindProxy: f.behindProxy, ScenarioStatus: v.Status, Callbacks: back,
	}
	if kept != nil {
		o.Store, o.Process, o.Ready = kept, rand.Uint32(), kept.Ready
	}
	if f.accessLog {
		o.AccessLog = logs.access()
	}
	if o.TLS = f.secured; f.programme != nil {
		o.APIs = slices.Concat(l.apis, f.programme.apis)
		o.Scenarios, o.Web = l.scenarios, web.App()
		f.programme.options(&o, &f.platform)
		if err := f.programme.callBack(&o, &f.callbacks, logs.Logger); err != nil {
			return nil, err
		}
		if f.traces != nil {
			o.Traces, o.TraceContext = f.traces, contexts
		}
	}
	return server.New(o)
}

// unwrapped leaves out what an error of package net says about the operation, which the message says better.
func unwrapped(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}

// checkAddress refuses an address that cannot be one, and one that others can reach without TLS.
func checkAddress(ctx context.Context, addr string, behindProxy, canSecure bool) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("--addr is %q; write it as host:port, such as 127.0.0.1:8080", addr)
	}
	if _, err := net.DefaultResolver.LookupPort(ctx, "tcp", port); err != nil {
		return fmt.Errorf("--addr has the port %q; a port is a number from 0 to 65535", port)
	}
	if behindProxy {
		return nil
	}
	loopback, err := isLoopback(ctx, host)
	if err != nil {
		return fmt.Errorf("--addr has the host %q: %w", host, unwrapped(err))
	}
	if !loopback {
		secure := ""
		if canSecure {
			secure = " use --tls-cert and --tls-key, or --tls-self-signed,"
		}
		return fmt.Errorf("%s can be reached by others, and sandbank speaks plain HTTP: API keys and tokens could be read on the way.\n"+
			"Listen on 127.0.0.1,%s or put a proxy that terminates TLS before it and say so with --behind-proxy", addr, secure)
	}
	return nil
}

// isLoopback tells whether all addresses of a host are of this machine alone.
func isLoopback(ctx context.Context, host string) (bool, error) {
	if host == "" {
		return false, nil
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.Unmap().IsLoopback(), nil
	}
	addresses, err := net.DefaultResolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return false, err
	}
	for _, a := range addresses {
		if !a.Unmap().IsLoopback() {
			return false, nil
		}
	}
	return true, nil
}

// banner says where the server listens, what it serves, and one line to try.
func (f *serveFlags) banner(w io.Writer, l *loaded, origin string) error {
	text := fmt.Sprintf("%s %s listens on %s\n", f.title, programVersion(), origin)
	served := l.everyAPI()
	if f.programme != nil {
		served = slices.Concat(served, f.programme.apis)
	}
	for _, a := range served {
		text += fmt.Sprintf("  %-16s %s, %s\n", a.Name, origin+a.BasePath, count(len(a.Operations), "operation"))
	}
	text += fmt.Sprintf("  %-16s %s\n", "serving", l.counts())
	text += fmt.Sprintf("  %-16s %s/docs\n", "reference", origin)
	text += fmt.Sprintf("  %-16s %d\n", "seed", f.seed)
	if where := f.keep.where(); where != "" {
		text += fmt.Sprintf("  %-16s %s\n", "sandboxes", where)
	}
	if l.callsBack() {
		text += fmt.Sprintf("  %-16s signed with %s\n", "callbacks", f.callbacks.secret)
	}
	if f.fingerprint != "" {
		text += fmt.Sprintf("  %-16s made here, for development; SHA-256 %s\n", "certificate", f.fingerprint)
	}
	if line := tryLine(slices.Concat(l.documents, l.apis), origin); line != "" && f.programme == nil {
		text += fmt.Sprintf("  %-16s %s\n", "try", line)
	}
	_, err := io.WriteString(w, text)
	return err
}

// reachable is an address as a caller on this machine can use it: all interfaces are reached through the loopback one.
func reachable(addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok {
		return addr.String()
	}
	port := fmt.Sprint(tcp.Port)
	if tcp.IP.IsUnspecified() {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return net.JoinHostPort(tcp.IP.String(), port)
}
