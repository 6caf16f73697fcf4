// Package mail sends what the portal has written through an SMTP server: it is the portal.Mailer of a program that has
// one configured.
package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"slices"
	"time"

	gomail "github.com/wneessen/go-mail"

	"github.com/sandbank/sandbank/internal/portal"
)

// timeout bounds the whole dialogue about one mail.
const timeout = 30 * time.Second

// Options say where mails go.
type Options struct {
	// Host and Port are the SMTP server's; port 0 is 587.
	Host string
	Port int
	// Username and Password are sent when the server asks for them; none without a user name.
	Username, Password string
	// From is the address that mails come from, such as Bank <portal@bank.example>.
	From string
	// Security is how the connection is encrypted.
	Security Security
	// TLS is for a server whose certificate the system does not know; nil is the system's way.
	TLS *tls.Config
	// Clock dates the mails.
	Clock func() time.Time
}

// Security is how the connection to the server is encrypted.
type Security string

// StartTLS demands that the connection is encrypted before anything is said, ImplicitTLS that it is from the beginning;
// Plain is for a server on this machine.
const (
	StartTLS    Security = "starttls"
	ImplicitTLS Security = "tls"
	Plain       Security = "none"
)

// Mailer is a portal.Mailer. It is safe for concurrent use.
type Mailer struct {
	options Options
	client  []gomail.Option
}

var _ portal.Mailer = (*Mailer)(nil)

// New prepares to send mails. Nothing is sent yet; the error is that of options which cannot work.
func New(o Options) (*Mailer, error) {
	if o.Host == "" || o.Clock == nil {
		return nil, errors.New("mail: the host of the server and a clock are required")
	}
	m := &Mailer{options: o, client: []gomail.Option{gomail.WithTimeout(timeout)}}
	if o.Port != 0 {
		m.client = append(m.client, gomail.WithPort(o.Port))
	}
	switch o.Security {
	case StartTLS, "":
		m.client = append(m.client, gomail.WithTLSPolicy(gomail.TLSMandatory))
		if o.Port == 0 {
			m.client = append(m.client, gomail.WithPort(587))
		}
	case ImplicitTLS:
		m.client = append(m.client, gomail.WithSSL())
		if o.Port == 0 {
			m.client = append(m.client, gomail.WithPort(465))
		}
	case Plain:
		m.client = append(m.client, gomail.WithTLSPolicy(gomail.NoTLS))
	default:
		return nil, fmt.Errorf("mail: the security %q is none of starttls, tls and none", o.Security)
	}
	if o.TLS != nil {
		m.client = append(m.client, gomail.WithTLSConfig(o.TLS))
	}
	if o.Username != "" {
		m.client = append(m.client, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(o.Username), gomail.WithPassword(o.Password))
	}
	if _, err := m.message("somebody@bank.example", "", ""); err != nil {
		return nil, fmt.Errorf("mail: the address that mails come from: %w", err)
	}
	if _, err := gomail.NewClient(o.Host, m.client...); err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	return m, nil
}

// Send implements portal.Mailer. Errors that the server gives for good (5xx, RFC 5321, section 4.2.1), and an address
// that is none, wrap portal.ErrRefusedForGood.
func (m *Mailer) Send(ctx context.Context, to, subject, text string) error {
	msg, err := m.message(to, subject, text)
	if err != nil {
		return errors.Join(err, portal.ErrRefusedForGood)
	}
	// The library leaves a connection open on which the server offers no encryption, so it is closed here.
	var line net.Conn
	dial := func(ctx context.Context, network, address string) (_ net.Conn, err error) {
		line, err = m.dialer().DialContext(ctx, network, address)
		return line, err
	}
	client, err := gomail.NewClient(m.options.Host, append(slices.Clone(m.client), gomail.WithDialContextFunc(dial))...)
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	defer func() {
		if line != nil {
			_ = line.Close() // which after a proper end it is already
		}
	}()
	err = client.DialAndSendWithContext(ctx, msg)
	var refused *gomail.SendError
	if errors.As(err, &refused) && refused.ErrorCode() >= 500 && !refused.IsTemp() {
		return fmt.Errorf("send a mail: %w", errors.Join(err, portal.ErrRefusedForGood))
	}
	if err != nil {
		return fmt.Errorf("send a mail: %w", err)
	}
	return nil
}

// dialer makes connections, encrypted from the beginning where that is asked for.
func (m *Mailer) dialer() interface {
	DialContext(ctx context.Context, network, address string) (net.Conn, error)
} {
	if m.options.Security != ImplicitTLS {
		return &net.Dialer{}
	}
	config := m.options.TLS.Clone()
	if config == nil {
		config = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	if config.ServerName == "" {
		config.ServerName = m.options.Host
	}
	return &tls.Dialer{Config: config}
}

// message writes a mail.
func (m *Mailer) message(to, subject, text string) (*gomail.Msg, error) {
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := msg.From(m.options.From); err != nil {
		return nil, err
	}
	if err := msg.To(to); err != nil {
		return nil, err
	}
	msg.Subject(subject)
	msg.SetDateWithValue(m.options.Clock())
	msg.SetMessageID()
	msg.SetBodyString(gomail.TypeTextPlain, text)
	return msg, nil
}
