package webhook

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"syscall"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/sandbank/sandbank/internal/engine"
)

// secretPrefix marks a secret of Standard Webhooks.
const secretPrefix = "whsec_"

// NewSecret makes a secret of 256 bits from a source of randomness that nobody can foresee.
func NewSecret(random io.Reader) (string, error) {
	key := make([]byte, 32)
	if _, err := io.ReadFull(random, key); err != nil {
		return "", fmt.Errorf("make a secret for callbacks: %w", err)
	}
	return secretPrefix + base64.StdEncoding.EncodeToString(key), nil
}

// CheckSecret refuses what is no secret of Standard Webhooks: "whsec_" and base64 of 24 to 64 bytes. The error does not
// show it.
func CheckSecret(secret string) error {
	_, err := newSigner(secret)
	return err
}

// signer signs callbacks as Standard Webhooks 1.0 says: HMAC-SHA256 over "id.timestamp.body".
type signer struct{ webhook *standardwebhooks.Webhook }

func newSigner(secret string) (*signer, error) {
	text, marked := strings.CutPrefix(secret, secretPrefix)
	key, err := base64.StdEncoding.DecodeString(text)
	if !marked || err != nil || len(key) < 24 || len(key) > 64 {
		return nil, errors.New("the secret for callbacks is not whsec_ and base64 of 24 to 64 bytes")
	}
	w, err := standardwebhooks.NewWebhookRaw(key)
	return &signer{w}, err
}

// sign sets the three headers of Standard Webhooks, with a signature for each signer.
func sign(signers []*signer, h http.Header, id string, at time.Time, body []byte) error {
	signatures := make([]string, len(signers))
	for i, s := range signers {
		var err error
		if signatures[i], err = s.webhook.Sign(id, at, body); err != nil {
			return fmt.Errorf("sign: %w", err)
		}
	}
	h.Set(standardwebhooks.HeaderWebhookID, id)
	h.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(at.Unix(), 10))
	h.Set(standardwebhooks.HeaderWebhookSignature, strings.Join(signatures, " "))
	return nil
}

// newClient gives the client that callbacks are sent with: no proxy, no redirects, no cookies, and addresses checked
// when they are dialled. A connection that is used again was checked when it was made.
func newClient(o Options) *http.Client {
	dialer := &net.Dialer{Timeout: o.Timeout, Resolver: o.Resolver, Control: func(_, address string, _ syscall.RawConn) error {
		return checkDialled(address, o.AllowPrivate)
	}}
	return &http.Client{
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true, DisableCompression: true,
			TLSHandshakeTimeout: o.Timeout, IdleConnTimeout: 30 * time.Second, MaxIdleConns: 100, MaxIdleConnsPerHost: 4,
			MaxResponseHeaderBytes: 64 << 10,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// checkRequest refuses what cannot stand in a request: a method or a media type that is none.
func checkRequest(c engine.Callback) error {
	if !isToken(c.Method) {
		return fmt.Errorf("the callback's method %q is none", c.Method)
	}
	if strings.ContainsFunc(c.Type, func(r rune) bool { return r < ' ' || r >= 0x7f }) {
		return errors.New("the callback's media type holds characters that cannot be sent")
	}
	return nil
}

func isToken(s string) bool {
	return s != "" && len(s) <= 20 && !strings.ContainsFunc(s, func(r rune) bool { return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') })
}

// maxDrained bounds what is read of an answer's body, which is not looked at, so that its connection can be used again.
const maxDrained = 64 << 10

// attempt sends a callback once. again tells that a failure may pass; asked is how long the receiver wants to be left
// alone.
func (s *Sender) attempt(r *record) (a Attempt, again bool, asked time.Duration) {
	c := &r.Callback
	return poster{s.client, s.o.Clock, s.o.Timeout}.post(s.life, message{r.ID, r.URL, c.Method, c.Type, c.Body, []*signer{r.signer}})
}

// message is what is posted.
type message struct {
	id, url, method, mediaType string
	body                       []byte
	signers                    []*signer
}

// poster sends messages.
type poster struct {
	client  *http.Client
	clock   func() time.Time
	timeout time.Duration
}

// post sends a message once; see attempt.
func (p poster) post(ctx context.Context, m message) (a Attempt, again bool, asked time.Duration) {
	a.At = p.clock()
	defer func() { a.Took = p.clock().Sub(a.At) }()
	ctx, cancel := context.WithTimeout(ctx, p.timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, m.method, m.url, bytes.NewReader(m.body))
	if err == nil {
		request.Header.Set("User-Agent", "sandbank")
		if m.mediaType != "" {
			request.Header.Set("Content-Type", m.mediaType)
		}
		err = sign(m.signers, request.Header, m.id, a.At, m.body)
	}
	if err != nil {
		a.Error = "the request cannot be made: " + err.Error()
		return a, false, 0
	}
	response, err := p.client.Do(request)
	if err != nil {
		a.Error, again = p.describe(err)
		return a, again, 0
	}
	defer response.Body.Close()
	a.Code = response.StatusCode
	if _, err := io.CopyN(io.Discard, response.Body, maxDrained); err != nil && !errors.Is(err, io.EOF) && a.Code/100 == 2 {
		a.Error = "the receiver's answer broke off"
		return a, true, 0
	}
	switch {
	case a.Code/100 == 2:
		return a, false, 0
	case a.Code/100 == 3:
		a.Error = fmt.Sprintf("the receiver answered %d: redirects are not followed", a.Code)
		return a, false, 0
	}
	a.Error = fmt.Sprintf("the receiver answered %d", a.Code)
	again = a.Code >= 500 || a.Code == http.StatusTooManyRequests
	return a, again, retryAfter(response.Header.Get("Retry-After"), a.At)
}

// retryAfter reads a Retry-After header (RFC 9110, section 10.2.3).
func retryAfter(text string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(text); err == nil && seconds >= 0 {
		return time.Duration(min(seconds, 3600)) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil {
		return min(max(0, at.Sub(now)), time.Hour)
	}
	return 0
}

// describe says why there was no answer, without telling to which address a name leads, and whether that may pass.
func (p poster) describe(err error) (reason string, again bool) {
	var forbidden *ForbiddenError
	var dns *net.DNSError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.As(err, &forbidden):
		return forbidden.Error(), false
	case errors.As(err, &dns) && dns.IsNotFound:
		return "the host is not known", true
	case errors.As(err, &timeout) && timeout.Timeout():
		return fmt.Sprintf("there was no answer within %s", p.timeout), true
	case errors.Is(err, syscall.ECONNREFUSED):
		return "the connection was refused", true
	case strings.Contains(err.Error(), "tls: ") || strings.Contains(err.Error(), "x509: "):
		return "the TLS connection could not be made", true
	}
	return "the connection failed", true
}
