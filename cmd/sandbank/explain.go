package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/server"
)

// explainFlags are the flags of explain.
type explainFlags struct {
	sourceFlags
	headers []string
	data    string
	body    bool // data was given, though it may be empty
	chosen  []string
	at      string
	seed    uint64
	format  string
}

func explainCommand() *cobra.Command {
	f := &explainFlags{}
	c := &cobra.Command{
		Use:   "explain METHOD PATH",
		Short: "Tell which rule answers a request, and why the others do not",
		Long: `Explain makes a request within this process and tells what would answer it: the rule, the handler written
in Go, the document or nothing, with the answer; then for every other rule that may speak for the operation the first condition
that fails, what it wants and what it got, the nearest first. Where a handler answers, the rules of its decision
points follow, for the first items that it asks about. A request that the contract refuses is shown
with everything that is wrong with it. PATH includes the API's base path, as in 'sandbank operations'.

The sandbox is a fresh one: tables are as they ship, nothing has been counted. Credentials that the document
demands and that are not given are filled in. Of headers that steer the sandbox X-Sandbox-Scenario is heeded.
The API that steers the sandbox itself is not explained: no rule answers it.

The exit status is 0 when something answers, 1 when the request is refused, no rule matches, or the
scenarios have errors, and 2 when the command could not run.`,
		Example: `  sandbank explain GET '/deposits/v1/i18n/locales?locale=fr'
  sandbank explain POST /deposits/v1/my/verifications/upi-vpa -d '{"vpa":"jane@okhdfc"}'
  sandbank explain POST /deposits/v1/my/forms -d @form.json --scenarios ./scenarios --select strict
  sandbank explain GET /orders/7 --document shop.yaml --at 2026-01-15T10:00:00+05:30 --format json`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			f.body = c.Flags().Changed("data")
			return f.run(c, args[0], args[1])
		},
	}
	f.register(c)
	flags := c.Flags()
	flags.StringArrayVarP(&f.headers, "header", "H", nil, "a header of the request, such as 'x-api-key: demo'; repeatable")
	flags.StringVarP(&f.data, "data", "d", "", "the request's body, or @FILE; @- is the standard input")
	flags.StringSliceVar(&f.chosen, "select", nil, "scenarios that are selected beside the default ones")
	flags.StringVar(&f.at, "at", "", "the sandbox's time: 2026-01-15T10:00:00+05:30, or a date for midnight in India (default: now)")
	flags.Uint64Var(&f.seed, "seed", 0, "where chance comes from")
	flags.StringVar(&f.format, "format", "text", "how to write the explanation: text or json")
	return c
}

func (f *explainFlags) run(c *cobra.Command, method, target string) error {
	if err := oneOf("format", f.format, "text", "json"); err != nil {
		return err
	}
	at, err := f.time()
	if err != nil {
		return err
	}
	l, err := f.load()
	if err != nil {
		return err
	}
	if l.program == nil {
		if err := l.findings.WriteText(c.ErrOrStderr()); err != nil {
			return err
		}
		return errFindings
	}
	r, err := f.request(c, method, target)
	if err != nil {
		return err
	}
	op, params, err := operationFor(tested(l.everyAPI()), r)
	if err != nil {
		return err
	}
	e, err := f.explain(l, op, params, r, at)
	if err != nil {
		return err
	}
	if f.format == "json" {
		err = writeJSON(c.OutOrStdout(), e)
	} else {
		err = e.writeText(c.OutOrStdout())
	}
	if err == nil && (e.Refused != nil || e.Answer == nil || e.Answer.From == "nothing") {
		err = errFindings
	}
	return err
}

// time reads --at.
func (f *explainFlags) time() (time.Time, error) {
	if f.at == "" {
		return time.Now(), nil
	}
	if t, err := time.Parse(time.RFC3339, f.at); err == nil {
		return t, nil
	}
	if d, err := bank.ParseDate(f.at); err == nil {
		return d.Start(), nil
	}
	return time.Time{}, fmt.Errorf("--at is %q; write 2026-01-15T10:00:00+05:30, or 2026-01-15 for midnight in India", f.at)
}

// request makes the request that is to be explained.
func (f *explainFlags) request(c *cobra.Command, method, target string) (*http.Request, error) {
	body, err := f.readBody(c.InOrStdin())
	if err != nil {
		return nil, err
	}
	if u, err := url.Parse(target); err != nil || u.Host == "" && !strings.HasPrefix(target, "/") {
		return nil, fmt.Errorf("the path is %q; write it from the root, such as /deposits/v1/fields", target)
	} else if u.Host == "" {
		target = "http://localhost" + target
	}
	r, err := http.NewRequestWithContext(c.Context(), strings.ToUpper(method), target, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("make the request: %w", err)
	}
	if !f.body {
		r.Body, r.ContentLength = http.NoBody, 0
	}
	for _, h := range f.headers {
		name, value, ok := strings.Cut(h, ":")
		if !ok || strings.TrimSpace(name) == "" {
			return nil, fmt.Errorf("--header is %q; write it as 'name: value'", h)
		}
		r.Header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
	}
	return r, nil
}

func (f *explainFlags) readBody(stdin io.Reader) ([]byte, error) {
	name, file := strings.CutPrefix(f.data, "@")
	switch {
	case !file:
		return []byte(f.data), nil
	case name == "-":
		return io.ReadAll(stdin)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("--data: %w", err)
	}
	return b, nil
}

// operationFor finds the operation that a request goes to, as serving would.
func operationFor(apis []*contract.API, r *http.Request) (op *contract.Operation, params map[string]string, err error) {
	var allow []string
	for _, a := range apis {
		rest, ok := a.Below(r.URL.EscapedPath())
		if !ok {
			continue
		}
		o, values, others := a.Match(r.Method, rest)
		allow = append(allow, others...)
		if o != nil && (op == nil || o.MoreConcrete(op)) {
			op, params = o, values
		}
	}
	switch {
	case op != nil:
		return op, params, nil
	case len(allow) > 0:
		slices.Sort(allow)
		return nil, nil, fmt.Errorf("%s takes %s, not %s", r.URL.Path, either(slices.Compact(allow)), r.Method)
	}
	return nil, nil, fmt.Errorf("no operation has the path %s; 'sandbank operations' lists them", r.URL.Path)
}

// explain checks the request and asks the program.
func (f *explainFlags) explain(l *loaded, op *contract.Operation, params map[string]string, r *http.Request, at time.Time) (*explanation, error) {
	if err := l.program.CheckNames(nil, f.chosen); err != nil {
		return nil, fmt.Errorf("--select: %w", err)
	}
	e := &explanation{Method: r.Method, Path: r.URL.RequestURI(), API: op.API.Name, Operation: op.ID, At: at, Seed: f.seed, Selected: f.chosen}
	e.Filled = fillIn(r, op, f.body)
	request, refusal := op.Check(r, func(name string) string { return params[name] }, contract.Limits{})
	if refusal != nil {
		d := problem.Must(refusal.Code)
		e.Refused = &refused{Code: refusal.Code, Status: d.Status, Title: d.Title, Detail: refusal.Detail, Violations: refusal.Violations}
		return e, nil
	}
	keys, err := token.NewKeys()
	if err != nil {
		return nil, err
	}
	base := "http://" + r.Host + op.API.BasePath
	w := &engine.World{
		Now: at, Seed: f.seed, RequestID: "explain", URL: r.URL.String(), Base: base, Services: &token.Site{Keys: keys, Base: base},
		Caller: engine.Caller{App: r.Header.Get("X-Api-Key"), Token: request.Bearer},
		Levels: engine.Levels{Selected: f.chosen, Requested: requested(r.Header)},
	}
	if len(f.documents) == 0 {
		h := server.GoHandlerOf(op, r, params)
		w.Handler, w.Reads = h.Answer, h.Reads
	}
	if err := l.program.CheckNames(op.API, w.Levels.Requested); err != nil {
		return nil, fmt.Errorf("X-Sandbox-Scenario: %w", err)
	}
	place := func(file string) string { return f.place(file) }
	e.rules(l.program.Explain(request, w), place)
	d, err := l.program.Decide(request, w)
	var failed *engine.ScenarioError
	if errors.As(err, &failed) {
		if failed.File != "" {
			failed.File = place(failed.File)
		}
		e.Failed = failed.Error()
		return e, nil
	}
	if err != nil {
		return nil, err
	}
	e.answer(&d)
	return e, nil
}

// place names a scenario file as it is reached from here.
func (f *explainFlags) place(file string) string {
	dir := "scenarios"
	if f.scenarios != "" {
		dir = filepath.ToSlash(filepath.Clean(f.scenarios))
	}
	return path.Join(dir, file)
}

// requested lists the scenarios that a request asks for.
func requested(h http.Header) []string {
	var out []string
	for name := range strings.SplitSeq(strings.Join(h.Values("X-Sandbox-Scenario"), ","), ",") {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// fillIn adds what a request needs and a person does not want to type: credentials, and the media type of a body. It
// says what was added.
func fillIn(r *http.Request, op *contract.Operation, body bool) []string {
	var filled []string
	header := func(name, value string) {
		if r.Header.Get(name) == "" {
			r.Header.Set(name, value)
			filled = append(filled, strings.ToLower(name)+": "+value)
		}
	}
	if len(op.Security) > 0 {
		for _, c := range op.Security[0] {
			switch {
			case c.HTTP == "basic":
				header("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte("demo:demo")))
			case c.Type == "apiKey" && c.In == "header":
				header(c.Name, "demo")
			case c.Type == "apiKey" && c.In == "cookie":
				if _, err := r.Cookie(c.Name); err != nil {
					r.AddCookie(&http.Cookie{Name: c.Name, Value: "demo"})
					filled = append(filled, "cookie: "+c.Name+"=demo")
				}
			case c.Type == "apiKey" && c.In == "query":
				if q := r.URL.Query(); !q.Has(c.Name) {
					q.Set(c.Name, "demo")
					r.URL.RawQuery = q.Encode()
					filled = append(filled, "query: "+c.Name+"=demo")
				}
			case c.In == "header":
				header("Authorization", "Bearer demo")
			}
		}
	}
	if body && op.Body != nil && len(op.Body.Content) > 0 {
		kind := op.Body.Content[0].Type
		for _, m := range op.Body.Content {
			if m.Type == "application/json" {
				kind = m.Type
			}
		}
		header("Content-Type", kind)
	}
	return filled
}
