package trial

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// Deployment is a target that is reached over HTTP. Cases get sandboxes of their own through keys that nobody has used;
// callers that they name are reset before and after. Whatever a case needs beside calls goes through the control API.
type Deployment struct {
	origin string
	client *http.Client
	clock  func() time.Time
	prefix string

	cases   int
	checked bool
	control bool // there is a control API
}

// controlBase is the base path of the control API, openapi/sandbox.yaml.
const controlBase = "/sandbox/v1"

// maxAnswer bounds an answer that is read, in bytes.
const maxAnswer = 64 << 20

// NewDeployment gives the deployment at a URL. The prefix begins the keys of its sandboxes and must be one that no other
// run has; the clock measures delays; no call takes longer than the limit.
func NewDeployment(address, prefix string, clock func() time.Time, limit time.Duration) (*Deployment, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("%q is no address of a deployment; write http://127.0.0.1:8080", address)
	}
	return &Deployment{
		origin: strings.TrimSuffix(u.String(), "/"), prefix: prefix, clock: clock,
		client: &http.Client{
			Timeout: limit,
			// A connection for each call: a broken one is then never taken for one that had merely been closed, and never tried again.
			Transport:     &http.Transport{DisableKeepAlives: true, DisableCompression: true, Proxy: http.ProxyFromEnvironment},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// remote is one case's session.
type remote struct {
	*Deployment
	key    string
	named  []string
	signed unsigned
}

// unsigned stands for the keys of a deployment, which nobody else has.
type unsigned struct{ asked bool }

var errUnsigned = errors.New("tokens and links of a deployment can only be signed by itself")

// SignToken cannot be done.
func (u *unsigned) SignToken(map[string]any, bank.Duration, time.Time) (string, error) {
	u.asked = true
	return "", errUnsigned
}

// TokenClaims knows no token.
func (u *unsigned) TokenClaims(string, time.Time) (map[string]any, bool) { return nil, false }

// SignLink cannot be done.
func (u *unsigned) SignLink(string, bank.Duration, time.Time) (string, error) {
	u.asked = true
	return "", errUnsigned
}

// Begin makes a new key for a case and resets the callers that it names.
func (d *Deployment) Begin(ctx context.Context, s Setting) (Session, error) {
	d.cases++
	r := &remote{Deployment: d, key: fmt.Sprintf("test-%s-%d", d.prefix, d.cases), named: s.Keys}
	if !d.checked {
		if err := d.look(ctx, r.key); err != nil {
			return nil, err
		}
	}
	if !d.control {
		switch {
		case len(s.Keys) > 0:
			return nil, &UnsupportedError{"the caller " + s.Keys[0] + " cannot be reset, because there is no control API"}
		case !s.Start.IsZero():
			return nil, &UnsupportedError{"the clock cannot be set, because there is no control API"}
		}
		return r, nil
	}
	for _, key := range append([]string{r.key}, s.Keys...) {
		if err := d.prepare(ctx, key, s); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// look finds out whether there is a control API.
func (d *Deployment) look(ctx context.Context, key string) error {
	status, body, err := d.ask(ctx, http.MethodGet, "/clock", key, nil)
	if err != nil {
		return err
	}
	d.checked = true
	v, err := contract.DecodeJSON(body, 0)
	clock, ok := v.(map[string]any)
	_, shows := clock["now"]
	d.control = status == http.StatusOK && err == nil && ok && shows
	return nil
}

func (d *Deployment) prepare(ctx context.Context, key string, s Setting) error {
	if err := d.steer(ctx, http.MethodPost, "/reset", key, map[string]any{}, nil); err != nil {
		return err
	}
	if err := d.steer(ctx, http.MethodPut, "/seed", key, map[string]any{"seed": fmt.Sprint(s.Seed)}, nil); err != nil {
		return err
	}
	if s.Start.IsZero() {
		return nil
	}
	return d.steer(ctx, http.MethodPatch, "/clock", key, map[string]any{"set": s.Start.Format(time.RFC3339), "frozen": true}, nil)
}

// ask makes one call of the control API.
func (d *Deployment) ask(ctx context.Context, method, path, key string, in any) (status int, body []byte, err error) {
	var content io.Reader
	if in != nil {
		encoded, err := expression.Encode(nil, in)
		if err != nil {
			return 0, nil, fmt.Errorf("encode a call of the control API: %w", err)
		}
		content = bytes.NewReader(encoded)
	}
	r, err := http.NewRequestWithContext(ctx, method, d.origin+controlBase+path, content)
	if err != nil {
		return 0, nil, fmt.Errorf("make a call of the control API: %w", err)
	}
	r.Header.Set("X-Api-Key", key)
	r.Header.Set("X-Sandbox", key)
	if in != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	answer, err := d.client.Do(r)
	if err != nil {
		return 0, nil, fmt.Errorf("call the control API: %w", err)
	}
	defer answer.Body.Close()
	body, err = io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
	if err != nil {
		return 0, nil, fmt.Errorf("read an answer of the control API: %w", err)
	}
	return answer.StatusCode, body, nil
}

// steer makes one call of the control API that must succeed, and decodes its answer.
func (d *Deployment) steer(ctx context.Context, method, path, key string, in, out any) error {
	if !d.control {
		return &UnsupportedError{"the deployment has no control API"}
	}
	status, body, err := d.ask(ctx, method, path, key, in)
	switch {
	case err != nil:
		return err
	case status == http.StatusNotImplemented:
		return &UnsupportedError{"the control API does not do " + method + " " + path}
	case status >= 300:
		return fmt.Errorf("the control API answers %s %s with %d: %s", method, path, status, reason(body))
	case out == nil:
		return nil
	}
	if err := json.Unmarshal(body, out); err != nil {
		return fmt.Errorf("the control API answers %s %s with something else than its document says: %w", method, path, err)
	}
	return nil
}

// reason shows what a problem says.
func reason(body []byte) string {
	var p struct{ Code, Detail, Title string }
	if err := json.Unmarshal(body, &p); err == nil && p.Code != "" {
		if p.Detail != "" {
			return p.Code + ": " + p.Detail
		}
		return p.Code + ": " + p.Title
	}
	return string(body[:min(len(body), 200)])
}

// Key is the caller of steps that name none.
func (r *remote) Key() string { return r.key }

// Origin is where requests go.
func (r *remote) Origin() string { return r.origin }

// Services sign as the target does.
func (r *remote) Services() expression.Services { return &r.signed }

// Send calls the deployment. A broken answer is told by how the wire behaves.
func (r *remote) Send(request *http.Request, key string) (*Answer, error) {
	began := r.clock()
	response, err := r.client.Do(request)
	a := &Answer{AtLeast: true}
	if err != nil {
		if a.Fault = faultOf(err); a.Fault == "" {
			return nil, fmt.Errorf("call the deployment: %w", err)
		}
	} else {
		defer response.Body.Close()
		a.Status, a.Header = response.StatusCode, response.Header
		a.Body, err = io.ReadAll(io.LimitReader(response.Body, maxAnswer))
		if err != nil {
			if a.Fault = faultOf(err); a.Fault == engine.Empty || errors.Is(err, io.ErrUnexpectedEOF) {
				a.Fault = engine.Truncate
			}
			if a.Fault == "" {
				return nil, fmt.Errorf("read the deployment's answer: %w", err)
			}
		}
		a.Scenario, a.Rule = a.Header.Get("X-Sandbox-Scenario"), a.Header.Get("X-Sandbox-Rule")
		a.OffContract = a.Header.Get(headerOffContract) == "true"
	}
	a.Delay = r.clock().Sub(began)
	a.Blind = a.Header == nil
	if r.control {
		a.Blind = false
		if sent := request.Header.Get("X-Api-Key"); sent != "" {
			key = sent
		}
		return a, r.explain(request.Context(), request.Header.Get("X-Request-Id"), key, a)
	}
	return a, nil
}

// faultOf tells what was wrong on the wire; "" when the call did not get that far.
func faultOf(err error) engine.FaultKind {
	var dial *net.OpError
	switch {
	case errors.As(err, &dial) && dial.Op == "dial":
		return ""
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return engine.Reset
	case strings.Contains(err.Error(), "malformed HTTP"):
		return engine.Garbage
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return engine.Empty
	}
	return ""
}

// End resets the callers, so that nothing of the case is left.
func (r *remote) End(ctx context.Context) error {
	if !r.control {
		return nil
	}
	var all []error
	for _, key := range append([]string{r.key}, r.named...) {
		all = append(all, r.steer(ctx, http.MethodPost, "/reset", key, map[string]any{}, nil))
	}
	return errors.Join(all...)
}
